"""STgram-MFN (org.geco.asd.nn.stgram) in PyTorch, as a peer to compare results and speed with. Run by hand, never by
the build.

  python stgram_torch.py golden OUT.bin  a narrow network: losses, gradients, three steps of SGD, eval mode
  python stgram_torch.py speed           seconds of a training step of 8 and of 32 clips of 10 s, clips scored a second;
                                         OMP_NUM_THREADS threads
  python stgram_torch.py check NET.py    whether the original size computes what the authors' code does (net.py of
                                         github.com/liuyoude/STgram-MFN), and the number of its parameters

Weights and inputs of the golden file come from their indices, as mobile_torch.py has them. Laid out as pae_torch.py
says. Images are [mels, frames] here, as the authors', and [frames, mels] in our arrays.
"""
import importlib.util
import math
import sys
import types

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import pae_torch
from mobile_torch import noise, short

STAGES = [(2, 128), (4, 128), (4, 128)]
MARGIN, SCALE = 0.7, 30


class ConvNorm(nn.Module):
    def __init__(self, inputs, outputs, kernel, stride=1, groups=1, linear=False):
        super().__init__()
        padding = kernel // 2 if isinstance(kernel, int) else 0
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        if not linear:
            self.slope = nn.Parameter(torch.full((outputs,), 0.25))
        fan_out = self.conv.kernel_size[0] * self.conv.kernel_size[1] * outputs
        nn.init.normal_(self.conv.weight, 0, math.sqrt(2 / fan_out))

    def forward(self, x):
        y = self.norm(self.conv(x))
        return F.prelu(y, self.slope) if hasattr(self, "slope") else y


class Block(nn.Module):
    def __init__(self, inputs, outputs, expansion, stride):
        super().__init__()
        hidden = inputs * expansion
        self.expand = ConvNorm(inputs, hidden, 1)
        self.depthwise = ConvNorm(hidden, hidden, 3, stride, hidden)
        self.project = ConvNorm(hidden, outputs, 1, linear=True)
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x):
        y = self.project(self.depthwise(self.expand(x)))
        return x + y if self.residual else y


class Layer(nn.Module):
    def __init__(self, mels, frames):
        super().__init__()
        self.norm = nn.LayerNorm(frames)
        self.conv = nn.Conv1d(mels, mels, 3, 1, 1, bias=False)

    def forward(self, x):
        return self.conv(F.leaky_relu(self.norm(x), 0.2))


class Tgram(nn.Module):
    def __init__(self, mels, frames, hop):
        super().__init__()
        self.waveform = nn.Conv1d(1, mels, 2 * hop, hop, hop, bias=False)
        self.layers = nn.ModuleList([Layer(mels, frames) for _ in range(3)])

    def forward(self, x):
        x = self.waveform(x)
        for layer in self.layers:
            x = layer(x)
        return x


class Stgram(nn.Module):
    def __init__(self, width, classes, mels=128, frames=313, hop=512):
        super().__init__()

        def channels(original):
            return max(1, int(original * width + 0.5))

        self.tgram = Tgram(mels, frames, hop)
        self.stem = ConvNorm(2, channels(64), 3, 2)
        self.depthwise = ConvNorm(channels(64), channels(64), 3, 1, channels(64))
        inputs, blocks = channels(64), []
        for expansion, outputs in STAGES:
            for stride in (2, 1):
                blocks.append(Block(inputs, channels(outputs), expansion, stride))
                inputs = channels(outputs)
        self.blocks = nn.ModuleList(blocks)
        self.last = ConvNorm(inputs, channels(512), 1)
        for _ in range(4):
            mels, frames = (mels + 1) // 2, (frames + 1) // 2
        self.whole = ConvNorm(channels(512), channels(512), (mels, frames), 1, channels(512), linear=True)
        self.embedding = ConvNorm(channels(512), channels(128), 1, linear=True)
        self.centres = nn.Parameter(nn.init.xavier_uniform_(torch.empty(classes, channels(128))))

    def embed(self, waveform, mel):
        x = torch.stack((mel, self.tgram(waveform.unsqueeze(1))), 1)
        x = self.depthwise(self.stem(x))
        for block in self.blocks:
            x = block(x)
        return self.embedding(self.whole(self.last(x))).flatten(1)

    def forward(self, waveform, mel, classes):
        """Logits with the margin of ArcFace (Deng et al. 2019) on the own class."""
        cosine = F.normalize(self.embed(waveform, mel)) @ F.normalize(self.centres).T
        beyond = cosine - MARGIN * math.sin(MARGIN)
        own = cosine * math.cos(MARGIN) - (1 - cosine ** 2).sqrt() * math.sin(MARGIN)
        own = torch.where(cosine > -math.cos(MARGIN), own, beyond)
        return SCALE * torch.where(F.one_hot(classes, len(self.centres)).bool(), own, cosine)


def ours(name, value):
    """Our names, and views in our layout, of a parameter or running statistic."""
    value = value.detach()
    parts = name.split(".")
    if name == "centres":
        return [("classifier.weight", value.T)]
    if parts[0] == "blocks":
        parts = [f"block{int(parts[1]) + 1}"] + parts[2:]
    if parts[:2] == ["tgram", "layers"]:
        parts = ["tgram", f"layer{int(parts[2]) + 1}"] + parts[3:]
    parts = ["global" if part == "whole" else part for part in parts]
    if parts[-2] == "norm":
        parts[-1] = {"weight": "gain", "bias": "shift", "running_mean": "mean", "running_var": "variance"}[parts[-1]]
    name = ".".join(parts)
    if value.dim() == 1:
        return [(name, value.reshape(1, -1))]
    if name == "tgram.waveform.weight":
        hop = value.shape[2] // 2
        return [(name + "1", value[:, 0, :hop].T), (name + "2", value[:, 0, hop:].T)]
    if value.dim() == 3:
        return [(f"{name}{k + 1}", value[:, :, k].T) for k in range(value.shape[2])]
    turned = value.permute(3, 2, 1, 0)
    return [(name, turned[:, :, 0, :] if value.shape[1] == 1 and parts[-3] in ("depthwise", "global") else turned)]


def all_ours(prefix, items):
    return [(prefix + mine, view) for name, value in items if not name.endswith("num_batches_tracked")
            for mine, view in ours(name, value)]


def parameters(network):
    """In our order: the slopes after the convolutions and norms that they follow."""
    named = list(network.named_parameters())
    order = []
    for name, _ in named:
        group = name.rsplit(".slope", 1)[0] if name.endswith(".slope") else name.rsplit(".", 2)[0]
        if group not in order and name != "centres":
            order.append(group)

    def place(item):
        name = item[0]
        if name == "centres":
            return len(order), 0
        group = name.rsplit(".slope", 1)[0] if name.endswith(".slope") else name.rsplit(".", 2)[0]
        return order.index(group), int(name.endswith(".slope"))

    return sorted(named, key=place)


def formula(network):
    for k, (name, view) in enumerate(all_ours("", parameters(network))):
        wave = torch.from_numpy(noise(view.numel(), k)).reshape(view.shape)
        is_vector = view.dim() == 2 and view.shape[0] == 1
        wave = wave * (0.3 if is_vector else (6 / (view.numel() // view.shape[-1])) ** 0.5)
        wave = wave + 1 if name.endswith(".gain") else wave
        view.copy_(wave.float().double())


def golden(path):
    mels, frames, hop = 20, 33, 16
    network = Stgram(0.1, 3, mels, frames, hop).double()
    formula(network)
    x = 2 * torch.from_numpy(noise(6 * frames * (mels + hop), 1000).astype(np.float32)).double()
    x, classes = x.reshape(6, frames, mels + hop), torch.tensor([1, 0, 1, 1, 2, 0])
    # the last frame's window would end one sample later
    x[:, -1, -1] = 0
    inputs = x[:, :, mels:].reshape(6, -1)[:, :-1], x[:, :, :mels].transpose(1, 2)
    sgd = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9, weight_decay=1e-4)
    arrays, losses = [], []
    for step in range(3):
        sgd.zero_grad()
        loss = F.cross_entropy(network(*inputs, classes), classes)
        loss.backward()
        if step == 0:
            arrays += all_ours("g:", ((n, p.grad) for n, p in network.named_parameters()))
        sgd.step()
        losses.append(loss.detach().reshape(1))
    arrays += all_ours("after:", network.state_dict().items())
    network.eval()
    z = network.embed(*inputs)
    losses_of_clips = F.cross_entropy(network(*inputs, classes), classes, reduction="none").detach()
    arrays = [(name, short(value.reshape(-1))) for name, value in arrays]
    arrays += [("losses", torch.cat(losses)), ("scores", losses_of_clips)]
    arrays += [(f"embedding{i}", short(z[i])) for i in range(len(z))]
    pae_torch.write(path, arrays)


def speed():
    pae_torch.threads()
    network = Stgram(1, 23)
    adam = torch.optim.Adam(network.parameters(), lr=1e-4)

    def batch(clips):
        return torch.randn(clips, 160000), torch.randn(clips, 128, 313), torch.randint(0, 23, (clips,))

    def step(waveform, mel, classes):
        adam.zero_grad()
        F.cross_entropy(network(waveform, mel, classes), classes).backward()
        adam.step()

    for clips in (8, 32):
        inputs = batch(clips)
        print("PyTorch  STgram-MFN, training step, %d clips of 10 s: %.3f s wall, %.3f s CPU"
              % (clips, *pae_torch.timed(lambda: step(*inputs), 64 // clips)), flush=True)
    network.eval()
    inputs = batch(8)
    with torch.no_grad():
        print("PyTorch  STgram-MFN scoring, clips of 10 s: %.0f per second, %.0f per CPU second"
              % tuple(8 / s for s in pae_torch.timed(lambda: network(*inputs), 40)), flush=True)


def check(path):
    sys.modules.setdefault("torchaudio", types.ModuleType("torchaudio"))
    spec = importlib.util.spec_from_file_location("net", path)
    net = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(net)
    torch.manual_seed(0)
    theirs = net.STgramMFN(23, use_arcface=True, m=MARGIN, s=SCALE).double()
    mine = Stgram(1, 23).double()
    named = [(n, v) for n, v in theirs.named_parameters() if "fc_out" not in n]
    values = dict(parameters(mine))
    # theirs has the centres first
    order = [values["centres"]] + [value for name, value in parameters(mine) if name != "centres"]
    with torch.no_grad():
        for (name, value), target in zip(named, order, strict=True):
            assert value.numel() == target.numel() and value.squeeze().shape == target.squeeze().shape, name
            value.add_(0.1 * torch.randn_like(value))
            target.copy_(value.reshape(target.shape))
    waveform = torch.randn(3, 160000).double()
    mel, classes = torch.randn(3, 128, 313).double(), torch.tensor([3, 0, 22])
    for mode in (True, False):
        a = theirs.train(mode)(waveform, mel, classes)[0]
        b = mine.train(mode)(waveform, mel, classes)
        print("training" if mode else "evaluation", "largest difference of logits", (a - b).abs().max().item())
    unused = sum(v.numel() for n, v in theirs.named_parameters() if "fc_out" in n)
    print("parameters", sum(v.numel() for v in theirs.parameters()), "of which never used", unused,
          "here", sum(v.numel() for v in mine.parameters()))


if __name__ == "__main__":
    if sys.argv[1] == "golden":
        golden(sys.argv[2])
    elif sys.argv[1] == "speed":
        speed()
    else:
        check(sys.argv[2])
