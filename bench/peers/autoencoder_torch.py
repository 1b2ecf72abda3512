"""The autoencoders of org.geco.asd.methods.autoencoder in PyTorch, as peers to compare results and speed with. Run by
hand, never by the build.

  python autoencoder_torch.py golden OUT.bin  narrow networks: three steps of Adam, then a finished network's prediction
  python autoencoder_torch.py speed           a training step of 512 windows, windows scored per second; OMP_NUM_THREADS
                                              threads

Weights and inputs of the golden file come from their indices (mobile_torch.noise), so that it has results only: of each
array the first 20 values and the root of the sum of all squares. Laid out as pae_torch.py says.
"""
import sys

import numpy as np
import torch
from torch import nn

import pae_torch
from mobile_torch import noise, short


class KerasNorm(nn.BatchNorm1d):
    """Its running variance is that over n, PyTorch's over n - 1."""

    def forward(self, x):
        if not self.training:
            return super().forward(x)
        with torch.no_grad():
            self.running_mean.lerp_(x.mean(0), self.momentum)
            self.running_var.lerp_(x.var(0, unbiased=False), self.momentum)
        return nn.functional.batch_norm(x, None, None, self.weight, self.bias, True, eps=self.eps)


def reconstruction(values, width, bottleneck, norm=nn.BatchNorm1d):
    """DCASE 2020's baseline."""
    layers, inputs = [], values
    for outputs in 4 * [width] + [bottleneck] + 4 * [width]:
        layers += [nn.Linear(inputs, outputs), norm(outputs, eps=1e-3, momentum=0.01), nn.ReLU()]
        inputs = outputs
    return nn.Sequential(*layers, nn.Linear(inputs, values))


def interpolation(values, target, width, bottleneck):
    layers, inputs = [], values
    for outputs in (width, width // 2, bottleneck, width // 2, width):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
        inputs = outputs
    return nn.Sequential(*layers, nn.Linear(inputs, target))


def mse(prediction, target):
    return (prediction - target).square().mean()


def adam(network):
    return torch.optim.Adam(network.parameters(), lr=1e-3, eps=1e-7)


def ours(network):
    """Our names of parameters and running statistics, in our order, with PyTorch's; matrices are transposed."""
    names, dense = [], 0
    for i, layer in enumerate(network):
        if isinstance(layer, nn.Linear):
            dense += 1
            names += [(f"dense{dense}.W", f"{i}.weight"), (f"dense{dense}.b", f"{i}.bias")]
        elif isinstance(layer, nn.BatchNorm1d):
            names += [(f"norm{dense}.{mine}", f"{i}.{theirs}") for mine, theirs in (
                ("gamma", "weight"), ("beta", "bias"), ("mean", "running_mean"), ("var", "running_var"))]
    return names


def formula(network):
    state = network.state_dict()
    for k, (mine, theirs) in enumerate(ours(network)):
        value = state[theirs]
        wave = torch.from_numpy(noise(value.numel(), k))
        if mine.endswith(".W"):
            wave = (wave * (6 / value.shape[1]) ** 0.5).reshape(value.T.shape).T
        elif mine.endswith((".mean", ".var")):
            wave = torch.full_like(value, float(mine.endswith(".var")))
        else:
            wave = 0.3 * wave + float(mine.endswith(".gamma"))
        value.copy_(wave.float().double().reshape(value.shape))


def golden(path):
    windows, mels, arrays = 12, 8, []
    for name, network, seen, told in (("reconstruction", reconstruction(5 * mels, 16, 4, KerasNorm), 5, 5),
                                      ("interpolation", interpolation(4 * mels, mels, 16, 4), 4, 1)):
        network.double()
        formula(network)
        x, y = (torch.from_numpy((10 * noise(windows * frames * mels, stream) - 40).astype(np.float32)).double()
                .reshape(windows, -1) for frames, stream in ((seen, 1000), (told, 1001)))
        optimizer, losses = adam(network), []
        for _ in range(3):
            optimizer.zero_grad()
            loss = mse(network(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.detach().reshape(1))
        state = network.state_dict()
        arrays += [(f"{name}.{mine}", short(state[theirs].t())) for mine, theirs in ours(network)]
        network.eval()
        arrays += [(f"{name}.losses", torch.cat(losses)), (f"{name}.error", mse(network(x), y).detach().reshape(1))]
    pae_torch.write(path, arrays)


def speed():
    pae_torch.threads()
    for name, network, seen, told in (("Autoencoder", reconstruction(640, 128, 8), 640, 640),
                                      ("IDNN", interpolation(512, 128, 64, 16), 512, 128)):
        optimizer, x, y = adam(network), torch.randn(512, seen), torch.randn(512, told)

        def step():
            optimizer.zero_grad()
            mse(network(x), y).backward()
            optimizer.step()

        print("PyTorch  %s training step, 512 windows: %.4f s wall, %.4f s CPU" % (name, *pae_torch.timed(step, 300)),
              flush=True)
        network.eval()
        x, y = x[:309], y[:309]
        with torch.no_grad():
            wall, cpu = pae_torch.timed(lambda: mse(network(x), y).item(), 300)
        print("PyTorch  %s scoring, clips of 309 windows: %.0f per second, %.0f per CPU second"
              % (name, 1 / wall, 1 / cpu), flush=True)


if __name__ == "__main__":
    golden(sys.argv[2]) if sys.argv[1] == "golden" else speed()
