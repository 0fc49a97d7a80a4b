"""Training steps of stacked networks with convolutions and with attention, as one who knows PyTorch well writes them, from
weights and rows that are handed over: one grouped convolution in the channels-last layout or one `baddbmm` a layer for all
members, fused attention, one fused Adam. Timed after steps that do not count."""

from pathlib import Path
from time import perf_counter

import numpy as np
import torch
import torch.nn.functional as F

torch.set_num_threads(1)


def read(folder, shapes):
    return {
        name: torch.from_numpy(np.fromfile(Path(folder) / name, dtype=np.float32).reshape(shape))
        for name, shape in shapes.items()
    }


def timed(loss, parameters, learning_rate, compared, warm_ups, steps):
    """Seconds a step; the value is the loss before the first step, and after so many."""
    for parameter in parameters:
        parameter.requires_grad_()
    adam = torch.optim.Adam(parameters, lr=learning_rate, fused=True)

    def take(number):
        adam.zero_grad()
        loss(number).backward()
        adam.step()

    with torch.no_grad():
        losses = [float(loss(0))]
    for number in range(compared):
        take(number)
    with torch.no_grad():
        losses.append(float(loss(0)))
    for number in range(compared, compared + warm_ups):
        take(number)
    start = perf_counter()
    for number in range(compared + warm_ups, compared + warm_ups + steps):
        take(number)
    return {"seconds": (perf_counter() - start) / steps, "value": losses}


def filters(weights):
    """`[members, 9 × inputs, outputs]` to the filters of a grouped convolution."""
    members, rows, outputs = weights.shape
    stacked = weights.view(members, 3, 3, rows // 9, outputs).permute(0, 4, 3, 1, 2)
    return stacked.reshape(members * outputs, rows // 9, 3, 3).contiguous(memory_format=torch.channels_last)


def convolution(folder, shapes, settings, members, **run):
    given = read(folder, shapes)
    x = given["x"].view(-1, 1, 28, 28)
    labels = given["labels"].long()
    layers = [[given[f"weights{layer}"], given[f"biases{layer}"]] for layer in range(4)]
    for layer in layers[:2]:
        layer[:] = filters(layer[0]), layer[1].flatten()
    offsets = torch.arange(members) * settings["batch"] + torch.arange(settings["batch"])[:, None]

    def pooled(h, layer):
        h = F.conv2d(h, *layers[layer], groups=members if members > 1 else 1)
        return F.max_pool2d(h, 2).relu()

    def loss(number):
        rows = (offsets + number * settings["batch"]) % settings["images"]
        images = x[rows].view(-1, members, 28, 28).contiguous(memory_format=torch.channels_last)
        h = pooled(pooled(images, 0), 1)
        n, _, height, width = h.shape
        h = h.permute(0, 2, 3, 1).reshape(n, height * width, members, -1)
        h = h.permute(2, 0, 1, 3).reshape(members, n, -1)
        h = torch.baddbmm(layers[2][1], h, layers[2][0]).relu()
        h = torch.baddbmm(layers[3][1], h, layers[3][0])
        return F.cross_entropy(h.flatten(0, 1), labels[rows.mT].flatten()) * members

    return timed(loss, [tensor for layer in layers for tensor in layer], settings["learningRate"], **run)


def attention(folder, shapes, settings, members, **run):
    given = read(folder, shapes)
    sets, rows, width, heads = (settings[name] for name in ("sets", "rows", "width", "heads"))
    layers = [(given[f"weights{layer}"], given[f"biases{layer}"]) for layer in range(2 + 8 * settings["blocks"])]
    first, last = layers[0], layers[-1]
    blocks = []
    for start in range(1, len(layers) - 1, 8):
        part = layers[start : start + 8]
        together = tuple(torch.cat(tensors, 2) for tensors in zip(*part[:3]))  # queries, keys and values
        blocks.append([together, *part[3:]])

    def dense(layer, h):
        return torch.baddbmm(layer[1], h, layer[0])

    def norm(layer, h):
        return torch.addcmul(layer[1], F.layer_norm(h, (width,)), layer[0])

    def block(h, together, joined, first_norm, up, down, second_norm):
        parts = dense(together, h).view(members * sets, rows, 3, heads, width // heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(members, sets * rows, width)
        h = norm(first_norm, h + dense(joined, attended))
        return norm(second_norm, h + dense(down, F.gelu(dense(up, h))))

    def loss(number):
        h = dense(first, given["x"])
        for part in blocks:
            h = block(h, *part)
        pooled = h.view(members, sets, rows, width).mean(2)
        return (dense(last, pooled) - given["y"]).square().sum() / sets

    parameters = [tensor for layer in (first, *(layer for part in blocks for layer in part), last) for tensor in layer]
    return timed(loss, parameters, settings["learningRate"], **run)
