"""Cauchy-Schwarz quadratic mutual information of two samples, with PyTorch, in double precision."""

from time import perf_counter

import numpy as np
import torch

torch.set_num_threads(1)


def read(file, dimension):
    return torch.from_numpy(np.fromfile(file).reshape(-1, dimension))


def kernel(a, b):
    """exp(-|a - b|^2 / 2) by one matrix product, every step in place."""
    squares = torch.addmm((b * b).sum(1)[None, :] + (a * a).sum(1)[:, None], a, b.T, alpha=-2)
    return squares.clamp_(min=0).mul_(-0.5).exp_()


def information(x, t, dimension, block):
    """By blocks of rows; dense where one block holds them all."""
    x, t = read(x, dimension), read(t, dimension)
    n = len(x)
    start = perf_counter()
    joint, rows_k, rows_q = 0.0, [], []
    for i in range(0, n, block or n):
        rows = slice(i, i + (block or n))
        k, q = kernel(x[rows], x), kernel(t[rows], t)
        rows_k.append(k.sum(1))
        rows_q.append(q.sum(1))
        joint += float(torch.dot(k.view(-1), q.view(-1)))
    k, q = torch.cat(rows_k), torch.cat(rows_q)
    cross = float(torch.dot(k, q)) / n**3
    product = float(k.sum() * q.sum()) / n**4
    value = np.log(joint / n**2) + np.log(product) - 2 * np.log(cross)
    return {"seconds": perf_counter() - start, "value": float(value)}
