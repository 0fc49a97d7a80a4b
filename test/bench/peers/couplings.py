"""Greedy couplings, greedy codes and all set partitions, in Python with heapq, step by step as Litmus takes them."""

from heapq import heapify, heappop, heappush
from math import log2
from time import perf_counter

import numpy as np


def term(p):
    return -p * log2(p) if p > 0 else 0.0


def coupling(p, q, rate):
    """Joint entropy of the greedy minimum entropy coupling."""
    p, q = np.fromfile(p).tolist(), np.fromfile(q).tolist()
    start = perf_counter()
    rows, columns = ([(-mass, i) for i, mass in enumerate(side) if mass >= 1e-12] for side in (p, q))
    heapify(rows)
    heapify(columns)
    cells = []
    while rows and columns:
        (a, i), (b, j) = heappop(rows), heappop(columns)
        moved = min(-a, -b)
        cells.append((i, j, moved))
        if -a - moved >= 1e-12:
            heappush(rows, (a + moved, i))
        if -b - moved >= 1e-12:
            heappush(columns, (b + moved, j))
    seconds = perf_counter() - start
    return {"seconds": seconds, "value": sum(term(mass) for _, _, mass in cells)}


def code(p, q, rate):
    """Entropy of the greedy deterministic code."""
    p = np.fromfile(p).tolist()
    start = perf_counter()
    limit = rate + 1e-9
    low, high = [(mass, i) for i, mass in enumerate(p)], [(-mass, i) for i, mass in enumerate(p)]
    heapify(low)
    heapify(high)
    mass, dead = list(p), [False] * len(p)
    entropy, best, left = sum(map(term, p)), -1.0, len(p)

    def pop(heap):
        while True:
            _, block = heappop(heap)
            if not dead[block]:
                return block

    def merged(a, b):
        return entropy - term(mass[a]) - term(mass[b]) + term(mass[a] + mass[b])

    while left > 1:
        small, large = (pop(low), pop(low)), (pop(high), pop(high))
        after_small, after_large = merged(*small), merged(*large)
        for after in (after_small, after_large):
            if best < after <= limit:
                best = after
        if after_small <= limit:
            break
        shrink = after_large <= limit
        pair, kept = (small, large) if shrink else (large, small)
        for block in pair:
            dead[block] = True
        for block in kept:
            if not dead[block]:
                heappush(*((high, (-mass[block], block)) if shrink else (low, (mass[block], block))))
        entropy = after_small if shrink else after_large
        mass.append(mass[pair[0]] + mass[pair[1]])
        dead.append(False)
        heappush(low, (mass[-1], len(mass) - 1))
        heappush(high, (-mass[-1], len(mass) - 1))
        left -= 1
    return {"seconds": perf_counter() - start, "value": best}


def partitions(p, q, rate):
    """Sum of the entropies of all set partitions, found with one update a symbol."""
    p = np.fromfile(p).tolist()
    start = perf_counter()
    mass, found = [0.0] * len(p), []

    def place(x, blocks, entropy):
        if x == len(p):
            found.append(entropy)
            return
        for block in range(blocks + 1):
            before = mass[block]
            mass[block] = before + p[x]
            place(x + 1, max(blocks, block + 1), entropy - term(before) + term(mass[block]))
            mass[block] = before

    place(0, 0, 0.0)
    found.sort()
    return {"seconds": perf_counter() - start, "value": sum(found)}
