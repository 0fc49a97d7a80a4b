"""The sweep of cs-ib as a loop over single networks, with PyTorch: the losses, sizes, batches and steps of
data-loaders/cs-ib, each network trained, tested and attacked by itself."""

import math
from pathlib import Path
from time import perf_counter

import numpy as np
import torch
from torch import nn

torch.set_num_threads(1)


class Network(nn.Module):
    def __init__(self, inputs, hidden, code, log_variance):
        super().__init__()
        self.encoder = nn.Sequential(
            *(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU()),
            nn.Linear(hidden, hidden),
        )
        self.mean = nn.Linear(hidden, code)
        self.decoder = nn.Sequential(nn.Linear(code, hidden), nn.ReLU(), nn.Linear(hidden, 1))
        self.log_variance = nn.Linear(hidden, code) if log_variance else None

    def encode(self, x):
        hidden = self.encoder(x)
        return self.mean(hidden), self.log_variance and self.log_variance(hidden)

    def forward(self, x):
        return self.decoder(self.encode(x)[0])


def squared_distances(a, b):
    if a.shape[1] == 1:
        return (a - b.T).square()
    return torch.relu((a * a).sum(1, keepdim=True) + (b * b).sum(1) - 2 * a @ b.T)


def kernel(a, b, width=1.0):
    return torch.exp(squared_distances(a, b) * (-0.5 / width**2))


def moments(k, q):
    n = len(k)
    rows_k, rows_q = k.sum(1), q.sum(1)
    return (k * q).sum() / n**2, rows_k.sum() * rows_q.sum() / n**4, (rows_k * rows_q).sum() / n**3


def quadratic_information(k, q):
    joint, product, cross = moments(k, q)
    return torch.log(joint) + torch.log(product) - 2 * torch.log(cross)


def normalised_information(x, means):
    k, q = kernel(x, x), kernel(means, means)
    selves = quadratic_information(k, k) * quadratic_information(q, q)
    return quadratic_information(k, q) / torch.sqrt(torch.clamp(selves, min=1e-12))


def mixture_information(means):
    n = len(means)
    densities = torch.exp(squared_distances(means, means) * (-0.5 / math.exp(-1))).sum(1)
    return math.log(n) - torch.log(densities).sum() / n


def information(method, x, means, log_variance):
    if method in ("cs-paper", "cs-symmetric", "released"):
        return normalised_information(x, means)
    if method in ("nib", "square-nib", "exp-nib"):
        return mixture_information(means)
    if method == "vib":
        return (means.square() + log_variance.exp() - log_variance - 1).sum() * (0.5 / len(means))
    joint, product, cross = moments(
        kernel(x, x, math.sqrt(x.shape[1])), kernel(means, means, math.sqrt(means.shape[1]))
    )
    return joint + product - 2 * cross


def penalty(method, nats):
    bits = nats / math.log(2)
    return {
        "nib": lambda: bits,
        "vib": lambda: bits,
        "square-nib": lambda: bits.square(),
        "exp-nib": lambda: bits.exp(),
    }.get(method, lambda: nats)()


def prediction_loss(method, predicted, x, y):
    if method == "released":
        return (predicted - y).square().sum() / math.log(2)
    if method not in ("cs-paper", "cs-symmetric"):
        return (predicted - y).square().mean()
    k = kernel(x, x)
    degrees = k.sum(1, keepdim=True)
    weights = k / degrees.square() if method == "cs-paper" else k / degrees / degrees.T
    own, predictions, cross = kernel(y, y), kernel(predicted, predicted), kernel(predicted, y)
    log = [torch.log((weights * matrix).sum() + 1e-30) for matrix in (own, predictions, cross)]
    return log[0] + log[1] - 2 * log[2]


def loss(method, network, x, y, beta):
    means, log_variance = network.encode(x)
    t = means
    if method == "vib":
        t = means + torch.randn_like(means) * torch.exp(0.5 * log_variance)
    elif method.endswith("nib"):
        t = means + torch.randn_like(means) * math.exp(-0.5)
    predicted = network.decoder(t)
    return prediction_loss(method, predicted, x, y) + beta * penalty(
        method, information(method, x, means, log_variance)
    )


def batches(x, y, size):
    order = torch.randperm(len(x))
    for start in range(0, len(x) - size + 1, size):
        rows = order[start : start + size]
        yield x[rows], y[rows]


def train(method, beta, seed, x, y, params):
    torch.manual_seed(seed)
    network = Network(x.shape[1], params["hidden"], params["code"], method == "vib")
    adam = torch.optim.Adam(network.parameters(), lr=params["learningRate"], fused=True)
    for _ in range(params["epochs"]):
        for batch in batches(x, y, params["batch"]):
            adam.zero_grad()
            loss(method, network, *batch, beta).backward()
            adam.step()
    return network


def rmse(network, x, y):
    with torch.no_grad():
        return float((network(x) - y).square().mean().sqrt())


def gradient(network, x, y):
    x = x.detach().requires_grad_()
    return torch.autograd.grad((network(x) - y).square().sum(), x)[0]


def evaluate(method, network, data, params):
    with torch.no_grad():
        errors = network(data["test_x"]) - data["test_y"]
        result = float(errors.square().mean().sqrt()), float(errors.abs().median())
        for _, (x, _) in zip(range(4), batches(data["train_x"], data["train_y"], params["batch"])):
            means, log_variance = network.encode(x)
            float(normalised_information(x, means))
            float(information(method, x, means, log_variance))
    x, y = data["attack_x"], data["attack_y"]
    rmse(network, x, y)
    direction = gradient(network, x, y).sign()
    for epsilon in params["epsilons"]:
        rmse(network, x + epsilon * direction, y)
    moved, pgd = x, params["pgd"]
    for _ in range(pgd["steps"]):
        moved = moved + pgd["stepSize"] * gradient(network, moved, y).sign()
        moved = torch.minimum(torch.maximum(moved, x - pgd["epsilon"]), x + pgd["epsilon"])
    rmse(network, moved, y)
    return result[0]


def read(folder, inputs):
    arrays = {}
    for split in ("train", "test", "attack"):
        for name, width in (("x", inputs), ("y", 1)):
            values = np.fromfile(Path(folder) / f"{split}_{name}", dtype=np.float32)
            arrays[f"{split}_{name}"] = torch.from_numpy(values.reshape(-1, width))
    return arrays


def sweep(folder, inputs, networks, params, evaluated):
    data = read(folder, inputs)
    start = perf_counter()
    errors = []
    for method, beta, seed in networks:
        network = train(method, beta, seed, data["train_x"], data["train_y"], params)
        if evaluated:
            errors.append([method, evaluate(method, network, data, params)])
    return {"seconds": perf_counter() - start, "value": errors}


def step(method, params, inputs, steps):
    """One training step of one network, on average."""
    x, y = torch.randn(params["batch"], inputs), torch.randn(params["batch"], 1)
    one_batch = {**params, "epochs": steps}
    train(method, 0.1, 1, x, y, {**params, "epochs": 20})
    start = perf_counter()
    train(method, 0.1, 1, x, y, one_batch)
    return {"seconds": (perf_counter() - start) / steps, "value": None}
