"""MobileNetV2 (org.geco.asd.nn.mobile) in PyTorch, as a peer to compare results and speed with. Run by hand, never by
the build.

  python mobile_torch.py golden OUT.bin  a narrow network: losses, gradients, three steps of SGD, eval mode
  python mobile_torch.py speed           seconds of a training step of 32 patches, patches scored a second;
                                         OMP_NUM_THREADS threads
  python mobile_torch.py count           parameters with one input channel and 1000 classes, by width

Weights and inputs of the golden file come from their indices (see noise), so that it has results only: of each array the first
20 values and the root of the sum of all squares. Laid out as pae_torch.py says.
"""
import sys

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import geco_torch
import pae_torch

STAGES = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
KEPT = 20


class ConvNorm(nn.Module):
    def __init__(self, inputs, outputs, kernel, stride, groups=1):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        nn.init.kaiming_normal_(self.conv.weight, mode="fan_out")

    def forward(self, x):
        return self.norm(self.conv(x))


class Block(nn.Module):
    def __init__(self, inputs, outputs, expansion, stride):
        super().__init__()
        hidden = inputs * expansion
        if expansion > 1:
            self.expand = ConvNorm(inputs, hidden, 1, 1)
        self.depthwise = ConvNorm(hidden, hidden, 3, stride, hidden)
        self.project = ConvNorm(hidden, outputs, 1, 1)
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x):
        y = F.relu6(self.expand(x)) if hasattr(self, "expand") else x
        y = self.project(F.relu6(self.depthwise(y)))
        return x + y if self.residual else y


class MobileNetV2(nn.Module):
    def __init__(self, width, classes):
        super().__init__()

        def channels(of_table):  # torchvision's rounding
            rounded = max(8, int(of_table * width + 4) // 8 * 8)
            return rounded + 8 if rounded < 0.9 * of_table * width else rounded

        self.stem = ConvNorm(1, channels(32), 3, 2)
        inputs, blocks = channels(32), []
        for expansion, outputs, count, stride in STAGES:
            for i in range(count):
                blocks.append(Block(inputs, channels(outputs), expansion, stride if i == 0 else 1))
                inputs = channels(outputs)
        self.blocks = nn.ModuleList(blocks)
        last = channels(1280) if width > 1 else 1280
        self.last = ConvNorm(inputs, last, 1, 1)
        self.classifier = nn.Linear(last, classes)

    def embed(self, x):
        x = F.relu6(self.stem(x))
        for block in self.blocks:
            x = block(x)
        return F.relu6(self.last(x)).mean((2, 3))

    def forward(self, x):
        return self.classifier(self.embed(x))


def ours(name, value):
    """Our name and layout of a parameter or running statistic."""
    parts = name.split(".")
    if parts[0] == "blocks":
        name = f"block{int(parts[1]) + 1}." + ".".join(parts[2:])
    name, value = geco_torch.ours(name, value)
    return name, value.reshape(*value.shape[:2], -1) if "depthwise.conv" in name else value


def noise(count, stream):
    """Uniform in -1 to 1, the same numbers wherever they are computed."""
    return 2 * np.modf(np.sin(12.9898 * (np.arange(count) + 1) + 78.233 * stream) * 437.585453 + 1000)[0] - 1


def formula(network):
    """Sets every parameter: kernels and matrices as He et al. have them, uniform, in our layout."""
    with torch.no_grad():
        for k, (name, parameter) in enumerate(network.named_parameters()):
            mine = ours(name, parameter)[1]
            wave = torch.from_numpy(noise(mine.numel(), k)).reshape(mine.shape)
            wave = wave * 0.3 if parameter.dim() == 1 else wave * (6 / (mine.numel() // mine.shape[-1])) ** 0.5
            wave = wave + 1 if name.endswith("norm.weight") else wave
            wave = wave.float().double()
            if parameter.dim() == 4:
                wave = wave.reshape(parameter.shape[2], parameter.shape[3], parameter.shape[1], parameter.shape[0])
                parameter.copy_(wave.permute(3, 2, 0, 1))
            else:
                parameter.copy_(wave.T if name == "classifier.weight" else wave.reshape(parameter.shape))


def kept(prefix, items):
    arrays = []
    for name, value in items:
        if not name.endswith("num_batches_tracked"):
            name, value = ours(name, value)
            arrays.append((prefix + name, short(value)))
    return arrays


def short(value):
    flat = value.detach().reshape(-1)
    return torch.cat([flat[:KEPT], flat.square().sum().sqrt().reshape(1)])


def golden(path):
    network = MobileNetV2(0.1, 3).double()
    formula(network)
    x = torch.from_numpy(noise(6 * 33 * 35, 1000).astype(np.float32)).double()
    x, classes = 2 * x.reshape(6, 1, 33, 35), torch.tensor([1, 0, 1, 1, 2, 0])
    sgd = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9, weight_decay=1e-4)
    arrays, losses = [], []
    for step in range(3):
        sgd.zero_grad()
        loss = F.cross_entropy(network(x), classes)
        loss.backward()
        if step == 0:
            arrays += kept("g:", ((n, p.grad) for n, p in network.named_parameters()))
        sgd.step()
        losses.append(loss.detach().reshape(1))
    arrays += kept("after:", network.state_dict().items())
    network.eval()
    z = network.embed(x)
    arrays += [("losses", torch.cat(losses))] + [(f"embedding{i}", short(z[i])) for i in range(len(z))]
    pae_torch.write(path, arrays)


def speed():
    pae_torch.threads()
    for width in (1, 0.5):
        network = MobileNetV2(width, 23)
        adam = torch.optim.Adam(network.parameters(), lr=1e-3)
        x, classes = torch.randn(32, 1, 64, 128), torch.randint(0, 23, (32,))

        def step():
            adam.zero_grad()
            F.cross_entropy(network(x), classes).backward()
            adam.step()

        print("PyTorch  MobileNetV2 of width %s, training step, 32 patches of 64 frames: %.3f s wall, %.3f s CPU"
              % (width, *pae_torch.timed(step, 12)), flush=True)
        network.eval()
        patches = torch.randn(32, 1, 64, 128)
        with torch.no_grad():
            wall, cpu = pae_torch.timed(lambda: network(patches), 16)
        print("PyTorch  MobileNetV2 of width %s scoring, patches: %.0f per second, %.0f per CPU second"
              % (width, 32 / wall, 32 / cpu), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "golden":
        golden(sys.argv[2])
    elif sys.argv[1] == "speed":
        speed()
    else:
        for factor in (1, 0.5):
            print(factor, sum(p.numel() for p in MobileNetV2(factor, 1000).parameters()))
