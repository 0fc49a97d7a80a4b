"""The sweep of cs-ib as one who knows PyTorch well writes it: all β and seeds of a method side by side, one `baddbmm` a
layer, one fused Adam. Losses, sizes, batches and steps are those of sweep.py; members are copy-major over seeds."""

import math
from time import perf_counter

import torch

from sweep import penalty, read

torch.set_num_threads(1)


def parameters(members, inputs, hidden, code, log_variance, device):
    sizes = [inputs, hidden, hidden, hidden, code, hidden, 1]
    pairs = list(zip(sizes, sizes[1:])) + ([(hidden, code)] if log_variance else [])
    draw = lambda n, *shape: torch.empty(shape, device=device).uniform_(-1, 1).div_(math.sqrt(n)).requires_grad_()
    return [tensor for n, m in pairs for tensor in (draw(n, members, n, m), draw(n, members, 1, m))]


def dense(weights, layer, x):
    return torch.baddbmm(weights[2 * layer + 1], x, weights[2 * layer])


def encode(weights, x):
    hidden = dense(weights, 2, dense(weights, 1, dense(weights, 0, x).relu()).relu())
    return dense(weights, 3, hidden), dense(weights, 6, hidden) if len(weights) > 12 else None


def decode(weights, t):
    return dense(weights, 5, dense(weights, 4, t).relu())


def predict(weights, x):
    return decode(weights, encode(weights, x)[0])


def squared_distances(a, b):
    if a.shape[2] == 1:
        return (a - b.mT).square()
    norms = (a * a).sum(2, keepdim=True) + (b * b).sum(2, keepdim=True).mT
    return torch.baddbmm(norms, a, b.mT, alpha=-2).relu()


def kernel(a, b, width=1.0):
    return torch.exp(squared_distances(a, b) * (-0.5 / width**2))


def moments(k, q):
    n = k.shape[1]
    rows_k, rows_q = k.sum(2), q.sum(2)
    return (
        (k * q).sum((1, 2)) / n**2,
        rows_k.sum(1) * rows_q.sum(1) / n**4,
        (rows_k * rows_q).sum(1) / n**3,
    )


def quadratic_information(k, q):
    joint, product, cross = moments(k, q)
    return torch.log(joint) + torch.log(product) - 2 * torch.log(cross)


def normalised_information(x, means, copies):
    k, q = kernel(x, x), kernel(means, means)
    own = quadratic_information(k, k).repeat(copies)
    selves = own * quadratic_information(q, q)
    return quadratic_information(k.repeat(copies, 1, 1), q) / torch.sqrt(torch.clamp(selves, min=1e-12))


def information(method, x, means, log_variance, copies):
    n = means.shape[1]
    if method in ("cs-paper", "cs-symmetric", "released"):
        return normalised_information(x, means, copies)
    if method in ("nib", "square-nib", "exp-nib"):
        densities = torch.exp(squared_distances(means, means) * (-0.5 / math.exp(-1))).sum(2)
        return math.log(n) - torch.log(densities).sum(1) / n
    if method == "vib":
        return (means.square() + log_variance.exp() - log_variance - 1).sum((1, 2)) * (0.5 / n)
    k = kernel(x, x, math.sqrt(x.shape[2])).repeat(copies, 1, 1)
    joint, product, cross = moments(k, kernel(means, means, math.sqrt(means.shape[2])))
    return joint + product - 2 * cross


def prediction_loss(method, predicted, x, y, copies):
    targets = y.repeat(copies, 1, 1)
    if method == "released":
        return (predicted - targets).square().sum((1, 2)) / math.log(2)
    if method not in ("cs-paper", "cs-symmetric"):
        return (predicted - targets).square().mean((1, 2))
    k = kernel(x, x)
    degrees = k.sum(2, keepdim=True)
    weights = (k / degrees.square() if method == "cs-paper" else k / degrees / degrees.mT).repeat(copies, 1, 1)
    own = kernel(y, y).repeat(copies, 1, 1)
    pairs = own, kernel(predicted, predicted), kernel(predicted, targets)
    log = [torch.log((weights * matrix).sum((1, 2)) + 1e-30) for matrix in pairs]
    return log[0] + log[1] - 2 * log[2]


def losses(method, weights, x, y, betas):
    copies = len(betas) // len(x)
    means, log_variance = encode(weights, x.repeat(copies, 1, 1))
    t = means
    if method == "vib":
        t = means + torch.randn_like(means) * torch.exp(0.5 * log_variance)
    elif method.endswith("nib"):
        t = means + torch.randn_like(means) * math.exp(-0.5)
    predicted = decode(weights, t)
    nats = information(method, x, means, log_variance, copies)
    return prediction_loss(method, predicted, x, y, copies) + betas * penalty(method, nats)


def batches(x, y, seeds, size):
    orders = torch.rand(seeds, len(x), device=x.device).argsort(1)
    for start in range(0, len(x) - size + 1, size):
        rows = orders[:, start : start + size]
        yield x[rows], y[rows]


def train(method, betas, seeds, x, y, params):
    copies = len(betas) // seeds
    weights = parameters(copies * seeds, x.shape[1], params["hidden"], params["code"], method == "vib", x.device)
    adam = torch.optim.Adam(weights, lr=params["learningRate"], fused=True)
    for _ in range(params["epochs"]):
        for batch in batches(x, y, seeds, params["batch"]):
            adam.zero_grad()
            losses(method, weights, *batch, betas).sum().backward()
            adam.step()
    return weights


def errors(weights, x, y):
    """Root mean square of each member; `x` of each member, or of all alike."""
    with torch.no_grad():
        members = len(weights[0])
        parts = zip(x.expand(members, -1, -1).split(2048, 1), y.split(2048))
        return (sum((predict(weights, a) - b).square().sum((1, 2)) for a, b in parts) / len(y)).sqrt()


def gradient(weights, x, y):
    x = x.detach().requires_grad_()
    return torch.autograd.grad((predict(weights, x) - y).square().sum(), x)[0]


def evaluate(method, weights, betas, seeds, data, params):
    members, copies = len(betas), len(betas) // seeds
    result = errors(weights, data["test_x"], data["test_y"])
    with torch.no_grad():
        for _, (x, _) in zip(range(4), batches(data["train_x"], data["train_y"], seeds, params["batch"])):
            means, log_variance = encode(weights, x.repeat(copies, 1, 1))
            normalised_information(x, means, copies)
            information(method, x, means, log_variance, copies)
    x, y = data["attack_x"].expand(members, -1, -1), data["attack_y"]
    errors(weights, x, y)
    direction = gradient(weights, x, y).sign()
    for epsilon in params["epsilons"]:
        errors(weights, x + epsilon * direction, y)
    moved, pgd = x, params["pgd"]
    for _ in range(pgd["steps"]):
        moved = moved + pgd["stepSize"] * gradient(weights, moved, y).sign()
        moved = torch.minimum(torch.maximum(moved, x - pgd["epsilon"]), x + pgd["epsilon"])
    errors(weights, moved, y)
    return result


def clock(device):
    """The time when the device has done all that it was given."""
    if device == "cuda":
        torch.cuda.synchronize()
    return perf_counter()


def sweep(folder, inputs, methods, params, evaluated, device="cpu"):
    data = {name: values.to(device) for name, values in read(folder, inputs).items()}
    start = clock(device)
    found = []
    for method in methods:
        torch.manual_seed(1)
        seeds = params["seeds"]
        betas = torch.tensor(params["betas"][method], device=device).repeat_interleave(seeds)
        weights = train(method, betas, seeds, data["train_x"], data["train_y"], params)
        if evaluated:
            rmse = evaluate(method, weights, betas, seeds, data, params)
            found += [[method, value] for value in rmse.tolist()]
    return {"seconds": clock(device) - start, "value": found}


def step(method, params, inputs, members, steps, device="cpu"):
    """One training step of so many members, in the mean over steps after a few that do not count."""
    seeds = max(1, members // 4)
    x, y = (torch.randn(params["batch"], width, device=device) for width in (inputs, 1))
    betas = torch.full((members,), 0.1, device=device)
    train(method, betas, seeds, x, y, {**params, "epochs": 5})
    start = clock(device)
    train(method, betas, seeds, x, y, {**params, "epochs": steps})
    return {"seconds": (clock(device) - start) / steps, "value": None}
