"""Flow past a cylinder by the D2Q9 lattice with BGK relaxation: whole arrays at a time, into memory that is kept."""

from time import process_time

import numpy as np

C = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1))
OPPOSITE = (0, 2, 1, 4, 3, 6, 5, 8, 7)
W = np.array([4 / 9] + 4 * [1 / 9] + 4 * [1 / 36])


def equilibrium(rho, u, v):
    square = 1.5 * (u * u + v * v)
    along = [cx * u + cy * v for cx, cy in C]
    return np.array([w * rho * (1 + 3 * c + 4.5 * c * c - square) for w, c in zip(W, along)])


def shift(source, target, cx, cy):
    """The values one cell on, the ends joined: np.roll into memory that is there."""
    ny, nx = source.shape
    for to_y, from_y in pieces(cy, ny):
        for to_x, from_x in pieces(cx, nx):
            target[to_y, to_x] = source[from_y, from_x]


def pieces(c, n):
    if c == 0:
        return [(slice(None), slice(None))]
    if c > 0:
        return [(slice(1, n), slice(0, n - 1)), (slice(0, 1), slice(n - 1, n))]
    return [(slice(0, n - 1), slice(1, n)), (slice(n - 1, n), slice(0, 1))]


def flow(reynolds, nx, ny, diameter, speed, perturbation, steps):
    start = process_time()
    omega = 1 / (3 * speed * diameter / reynolds + 0.5)
    y, x = np.mgrid[:ny, :nx]
    solid = (x - nx // 5) ** 2 + (y - ny / 2 - 0.5) ** 2 <= (diameter / 2) ** 2
    u = speed * (1 + perturbation * np.sin(2 * np.pi * y / ny))
    f = equilibrium(np.ones((ny, nx)), u, np.zeros((ny, nx)))
    inflow = equilibrium(1.0, speed, 0.0)[:, None]
    after = np.empty_like(f)
    rho, v, square, along, term = (np.empty((ny, nx)) for _ in range(5))
    for _ in range(steps):
        f[:, :, 0] = inflow
        f[:, :, -1] = f[:, :, -2]
        np.sum(f, axis=0, out=rho)
        np.subtract(f[1], f[2], out=u)
        u += f[5]
        u -= f[6]
        u += f[7]
        u -= f[8]
        u /= rho
        np.subtract(f[3], f[4], out=v)
        v += f[5]
        v -= f[6]
        v -= f[7]
        v += f[8]
        v /= rho
        np.multiply(u, u, out=square)
        np.multiply(v, v, out=term)
        square += term
        square *= -1.5
        square += 1
        for k, (cx, cy) in enumerate(C):
            # keep f + omega w rho (1 + 3 c + 4.5 c^2 - 1.5 u^2)
            if k == 0:
                np.copyto(term, square)
            else:
                if cx and cy:
                    (np.add if cx == cy else np.subtract)(u, v, out=along)
                else:
                    np.copyto(along, u if cx else v)
                if (cx or cy) < 0:
                    np.negative(along, out=along)
                np.multiply(along, 4.5, out=term)
                term += 3
                term *= along
                term += square
            term *= rho
            term *= omega * W[k]
            np.multiply(f[k], 1 - omega, out=along)
            term += along
            term[solid] = f[OPPOSITE[k]][solid]
            shift(term, after[k], cx, cy)
        f, after = after, f
    seconds = process_time() - start
    u[solid] = 0
    v[solid] = 0
    return {"seconds": seconds, "value": [u.ravel().tolist(), v.ravel().tolist()]}
