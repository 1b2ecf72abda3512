"""The PAE of org.geco.asd.pae in PyTorch, as a peer to compare results and speed with. Run by hand, never by the build.

  python pae_torch.py golden OUT.bin   a tiny network: input, weights, prediction, loss, gradients, weights after Adam
  python pae_torch.py speed [windows]  seconds of a training step and windows/s of a forward pass of the paper's
                                       network; OMP_NUM_THREADS threads

The golden file is big-endian: number of arrays (int), then for each its name (length as short, UTF-8), rank (int),
dimensions (int each), values (float each).
"""
import os
import struct
import sys
import time

import numpy as np
import torch
from torch import nn


class Block(nn.Module):
    """Pre-norm transformer block; the GELU is x * sigmoid(1.702 x)."""

    def __init__(self, width, heads, ratio):
        super().__init__()
        self.heads = heads
        self.norm1 = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.mlp_in = nn.Linear(width, ratio * width)
        self.mlp_out = nn.Linear(ratio * width, width)

    def forward(self, h):
        b, t, d = h.shape
        q, k, v = self.qkv(self.norm1(h)).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = nn.functional.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, t, d)
        h = h + self.out(a)
        return h + self.mlp_out(gelu(self.mlp_in(self.norm2(h))))


def gelu(x):
    return x * torch.sigmoid(1.702 * x)


class Pae(nn.Module):
    def __init__(self, mels=128, frames=5, encoder=512, encoder_blocks=2, bottleneck=64, decoder=256,
                 decoder_blocks=2, heads=8, ratio=4):
        super().__init__()
        self.embedding = nn.Linear(mels, encoder)
        self.token = nn.Parameter(0.02 * torch.randn(1, encoder))
        self.positions = nn.Parameter(0.02 * torch.randn(frames, encoder))
        self.encoder = nn.ModuleList(Block(encoder, heads, ratio) for _ in range(encoder_blocks))
        self.bottleneck_in = nn.Linear(encoder, bottleneck)
        self.bottleneck_out = nn.Linear(bottleneck, decoder)
        self.decoder = nn.ModuleList(Block(decoder, heads, ratio) for _ in range(decoder_blocks))
        self.head = nn.Linear(decoder, mels)

    def forward(self, x, masked):
        """x: windows x frames x mels, standardised; masked: position of the masked frame of each window."""
        mask = nn.functional.one_hot(masked, x.shape[1]).bool().unsqueeze(-1)
        h = torch.where(mask, self.token, self.embedding(x)) + self.positions
        for block in self.encoder:
            h = block(h)
        h = self.bottleneck_out(gelu(self.bottleneck_in(h)))
        for block in self.decoder:
            h = block(h)
        return self.head(h)


def loss_of(prediction, x, masked):
    rows = torch.arange(len(x))
    return ((prediction[rows, masked] - x[rows, masked]) ** 2).mean()


def our_name(name):
    """Our name of a parameter, and whether it is transposed."""
    if name == "token":
        return "maskToken", False
    if name == "positions":
        return name, False
    if ".norm" in name:
        return name.replace(".weight", ".gain").replace(".bias", ".shift"), False
    for ours, theirs in (("attention.qkv", "qkv"), ("attention.out", "out"), ("mlp.in", "mlp_in"),
                         ("mlp.out", "mlp_out")):
        parts = name.split(".")
        if parts[0] in ("encoder", "decoder") and parts[2] == theirs:
            name = ".".join(parts[:2] + [ours] + parts[3:])
            break
    name = name.replace("bottleneck_", "bottleneck.")
    return name, name.endswith(".weight")


def array(name, parameter, value):
    ours, transposed = our_name(name)
    value = value.detach()
    value = value.T if transposed else value
    return ours, value.reshape(1, -1).numpy() if value.dim() == 1 else value.contiguous().numpy()


def write(path, arrays):
    """Names and arrays, or tensors, as the tests read them; laid out as the head of this file says."""
    with open(path, "wb") as out:
        out.write(struct.pack(">i", len(arrays)))
        for name, values in arrays:
            if isinstance(values, torch.Tensor):
                values = np.atleast_1d(values.detach().numpy())
            out.write(struct.pack(">h", len(name.encode())) + name.encode() + struct.pack(">i", values.ndim))
            out.write(struct.pack(f">{values.ndim}i", *values.shape) + values.astype(">f4").tobytes())


def golden(path):
    torch.manual_seed(1)
    pae = Pae(mels=6, encoder=16, encoder_blocks=2, bottleneck=4, decoder=8, decoder_blocks=2, heads=2, ratio=2)
    with torch.no_grad():  # gains and shifts that would show a mix-up
        for name, parameter in pae.named_parameters():
            if "norm" in name:
                parameter.add_(0.3 * torch.randn_like(parameter))
    x = torch.randn(7, 5, 6)
    masked = torch.tensor([0, 1, 2, 3, 4, 2, 0])
    arrays = [("x", x.numpy()), ("masked", masked.float().numpy())]
    arrays += [("w:" + n, a.copy()) for n, a in (array(n, p, p) for n, p in pae.named_parameters())]
    adam = torch.optim.Adam(pae.parameters(), lr=1e-2)
    for step in range(3):
        adam.zero_grad()
        prediction = pae(x, masked)
        loss = loss_of(prediction, x, masked)
        loss.backward()
        arrays.append((f"loss{step}", loss.detach().reshape(1).numpy()))
        if step == 0:
            arrays.append(("prediction", prediction.detach().numpy()))
            arrays += [("g:" + n, a.copy()) for n, a in (array(n, p, p.grad) for n, p in pae.named_parameters())]
        adam.step()
    arrays += [("after:" + n, a.copy()) for n, a in (array(n, p, p) for n, p in pae.named_parameters())]
    write(path, arrays)


def timed(work, repetitions):
    """Medians of wall and CPU seconds, after a quarter of the repetitions as a warm-up."""
    wall, cpu = [], []
    for _ in range(repetitions):
        start, start_cpu = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - start)
        cpu.append(time.process_time() - start_cpu)
    return np.median(wall[repetitions // 4:]), np.median(cpu[repetitions // 4:])


def threads():
    """As many threads as OMP_NUM_THREADS says, two if it says nothing."""
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))


def speed(windows):
    threads()
    pae = Pae()
    adam = torch.optim.Adam(pae.parameters(), lr=1e-3)
    x = torch.randn(windows, 5, 128)
    masked = torch.randint(0, 5, (windows,))

    def step():
        adam.zero_grad()
        loss_of(pae(x, masked), x, masked).backward()
        adam.step()

    print("PyTorch  PAE training step, %d windows: %.3f s wall, %.3f s CPU" % (windows, *timed(step, 12)), flush=True)
    with torch.inference_mode():
        wall, cpu = timed(lambda: pae(x, masked), 16)
    print(f"PyTorch  PAE scoring, windows: {windows / wall:.0f} per second, {windows / cpu:.0f} per CPU second")


if __name__ == "__main__":
    if sys.argv[1] == "golden":
        golden(sys.argv[2])
    else:
        speed(int(sys.argv[2]) if len(sys.argv) > 2 else 512)
