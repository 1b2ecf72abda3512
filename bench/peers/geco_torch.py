"""GeCo's network and losses (org.geco.asd.geco.net) in PyTorch, as a peer to compare results and speed with. Run by
hand, never by the build.

  python geco_torch.py golden OUT.bin  a tiny network: inputs, weights, losses, gradients, three SGD steps, eval mode
  python geco_torch.py speed           seconds of a training step (32 patches and their reconstructions by a PAE) and
                                       patches/s of a forward pass; OMP_NUM_THREADS threads
  python geco_torch.py count           parameters of ResNet-18 with one input channel and 1000 classes

The golden file is big-endian: number of arrays (int), then for each its name (length as short, UTF-8), rank (int),
dimensions (int each), values (float each).
"""
import sys

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval

import pae_torch


class ConvNorm(nn.Module):
    """Convolution without bias, then batch normalisation."""

    def __init__(self, inputs, outputs, kernel, stride):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        nn.init.kaiming_normal_(self.conv.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x):
        return self.norm(self.conv(x))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = ConvNorm(inputs, outputs, 3, stride)
        self.second = ConvNorm(outputs, outputs, 3, 1)
        self.shortcut = None if stride == 1 and inputs == outputs else ConvNorm(inputs, outputs, 1, stride)

    def forward(self, x):
        y = self.second(F.relu(self.first(x)))
        return F.relu(y + (x if self.shortcut is None else self.shortcut(x)))


class Geco(nn.Module):
    """ResNet-18 with base width w, the classifier of machines, two contrastive weight vectors a machine."""

    def __init__(self, width, classes):
        super().__init__()
        self.stem = ConvNorm(1, width, 7, 2)
        blocks, inputs = [], width
        for stage in range(4):
            outputs = width << stage
            blocks.append(nn.Sequential(Block(inputs, outputs, 2 if stage else 1), Block(outputs, outputs, 1)))
            inputs = outputs
        self.stages = nn.ModuleList(blocks)
        self.classifier = nn.Linear(inputs, classes)
        bound = inputs ** -0.5
        self.positive = nn.Parameter(torch.empty(inputs, classes).uniform_(-bound, bound))
        self.negative = nn.Parameter(torch.empty(inputs, classes).uniform_(-bound, bound))

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.stem(x)), 3, 2, 1)
        for stage in self.stages:
            x = stage(x)
        return F.adaptive_avg_pool2d(x, 1).flatten(1)


def losses(geco, x, classes, form, temperature):
    """x: originals, then their reconstructions; classes: of the originals."""
    z = geco(x)
    both = torch.cat([classes, classes])
    logits = geco.classifier(z)
    ce = F.cross_entropy(logits, both)
    if form == "bce":
        w = (geco.positive - geco.negative)[:, both].T
        original = torch.cat([torch.ones(len(classes)), torch.zeros(len(classes))]).to(z)
        con = F.binary_cross_entropy_with_logits((z * w).sum(1), original)
    else:
        con = equation_2(z[:len(classes)], z[len(classes):], classes, temperature)
    return ce, con, logits, z


def equation_2(z, reconstructed, classes, temperature):
    """Eqn (2) of the paper, literally, on embeddings of length 1; mean over the anchors that have a positive."""
    z, reconstructed = F.normalize(z), F.normalize(reconstructed)
    terms = []
    for i in range(len(z)):
        positives = [p for p in range(len(z)) if p != i and classes[p] == classes[i]]
        if not positives:
            continue
        compared = [z[p] for p in positives] + [reconstructed[i]]
        denominator = torch.stack([torch.exp(z[i] @ a / temperature) for a in compared]).sum()
        terms.append(-sum(torch.log(torch.exp(z[i] @ z[p] / temperature) / denominator) for p in positives)
                     / len(positives))
    return torch.stack(terms).mean()


def ours(name, value):
    """Our name and layout of a parameter or running statistic."""
    value = value.detach()
    parts = name.split(".")
    if parts[0] == "stages":
        parts = [f"stage{int(parts[1]) + 1}", f"block{int(parts[2]) + 1}"] + parts[3:]
    if parts[0] in ("positive", "negative"):
        return "contrast." + parts[0], value
    if parts[0] == "classifier":
        return name, value.T if parts[1] == "weight" else value.reshape(1, -1)
    if parts[-2] == "norm":
        parts[-1] = {"weight": "gain", "bias": "shift", "running_mean": "mean", "running_var": "variance"}[parts[-1]]
        return ".".join(parts), value.reshape(1, -1)
    return ".".join(parts), value.permute(2, 3, 1, 0)


def named(prefix, items):
    return [(prefix + ours(n, v)[0], ours(n, v)[1].numpy().astype(np.float32)) for n, v in items
            if not n.endswith("num_batches_tracked")]


def golden(path):
    """Everything in double precision from single-precision inputs, so that the stored values are the true ones."""
    torch.manual_seed(1)
    geco = Geco(2, 3)
    with torch.no_grad():  # gains and shifts that would show a mix-up
        for name, parameter in geco.named_parameters():
            if "norm" in name:
                parameter.add_(0.3 * torch.randn_like(parameter))
    x = torch.randn(10, 1, 33, 35)
    classes = torch.tensor([1, 0, 1, 1, 2])
    arrays = [("x", x.numpy()), ("classes", classes.float().numpy())]
    arrays += named("w:", geco.named_parameters())
    geco, x = geco.double(), x.double()
    first_gradients(geco, x, classes, arrays)
    sgd = torch.optim.SGD(geco.parameters(), lr=0.02, momentum=0.9, weight_decay=1e-4)
    for name, module in geco.named_modules():  # the forward passes so far count nothing
        if isinstance(module, nn.BatchNorm2d):
            module.reset_running_stats()
    for step, (balance, rate) in enumerate([(0, 0.02), (1.5, 0.02), (10, 0.002)]):
        sgd.param_groups[0]["lr"] = rate
        sgd.zero_grad()
        ce, con, logits, _ = losses(geco, x, classes, "bce", 1)
        (ce + balance * con).backward()
        sgd.step()
        arrays += [(f"step{step}.ce", ce), (f"step{step}.con", con), (f"step{step}.logits", logits)]
    arrays += named("after:", geco.state_dict().items())
    geco.eval()
    arrays.append(("embedding", geco(x)))
    pae_torch.write(path, arrays)


def first_gradients(geco, x, classes, arrays):
    for form in ("bce", "supcon"):
        ce, con, _, z = losses(geco, x, classes, form, 0.5)
        geco.zero_grad()
        (ce + 1.5 * con).backward()
        arrays += [(form + ".ce", ce), (form + ".con", con), (form + ".embedding", z)]
        arrays += named(form + ".g:", ((n, p.grad) for n, p in geco.named_parameters() if p.grad is not None))


def reconstructed(pae, x, masked):
    """Each of the blocks of 5 frames of each patch, with one frame replaced by what the frozen PAE predicts."""
    blocks = x.reshape(-1, 5, x.shape[-1])
    with torch.inference_mode():
        prediction = pae(blocks, masked)
    replaced = blocks.clone()
    rows = torch.arange(len(blocks))
    replaced[rows, masked] = prediction[rows, masked]
    return replaced.reshape(x.shape)


def fold(geco):
    """Puts the batch normalisations into the convolutions, as the scoring network has it."""
    for module in list(geco.modules()):
        if isinstance(module, ConvNorm):
            module.conv = fuse_conv_bn_eval(module.conv, module.norm)
            module.norm = nn.Identity()
    return geco


def speed():
    pae_torch.threads()
    geco, pae = Geco(64, 23), pae_torch.Pae()
    sgd = torch.optim.SGD(geco.parameters(), lr=1e-3, momentum=0.9, weight_decay=1e-4)
    x, classes = torch.randn(32, 1, 65, 128), torch.randint(0, 23, (32,))

    def step(originals, reconstructions):
        sgd.zero_grad()
        ce, con, _, _ = losses(geco, torch.cat([originals, reconstructions]), classes, "bce", 1)
        (ce + con).backward()
        sgd.step()

    def whole_step():
        step(x, reconstructed(pae, x, torch.randint(0, 5, (32 * 13,))))

    report = "PyTorch  GeCo training step, 32 + 32 patches, PAE %s: %.3f s wall, %.3f s CPU"
    print(report % ("included", *pae_torch.timed(whole_step, 12)), flush=True)
    print(report % ("left out", *pae_torch.timed(lambda: step(x, x), 12)), flush=True)
    folded = fold(geco.eval())
    with torch.inference_mode():
        for name, patches in (("64 at once", torch.cat([x, x])), ("5 at once", x[:5]), ("10 at once", x[:10])):
            wall, cpu = pae_torch.timed(lambda: folded(patches), 16)
            print(f"PyTorch  GeCo embedding, patches, {name}: {len(patches) / wall:.0f} per second, "
                  f"{len(patches) / cpu:.0f} per CPU second", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "golden":
        golden(sys.argv[2])
    elif sys.argv[1] == "speed":
        speed()
    else:
        network = Geco(64, 1000)
        print(sum(p.numel() for n, p in network.named_parameters() if n not in ("positive", "negative")))
