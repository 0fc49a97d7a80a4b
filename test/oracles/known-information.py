"""Information of laws by numerical integration and enumeration, to which the tests of the bench hold its formulas. Writes
JSON to standard output.

python3 -m venv .oracle && .oracle/bin/pip install scipy==1.17.1 numpy==2.4.6
.oracle/bin/python test/oracles/known-information.py > test/oracles/known-information.json
"""

import json
import math
from importlib.metadata import version

import numpy as np
from scipy.integrate import dblquad, quad
from scipy.linalg import solve_discrete_lyapunov
from scipy.special import entr, rel_entr
from scipy.stats import expon, multivariate_normal, norm, poisson


def enumerated(joint):
    product = np.outer(joint.sum(axis=1), joint.sum(axis=0))
    return rel_entr(joint, product).sum()


def zipf(m):
    weights = 1 / np.arange(1, m + 1)
    return weights / weights.sum()


def repeated(law, q):
    law = np.asarray(law)
    return enumerated(q * np.diag(law) + (1 - q) * np.outer(law, law))


def clusters(law, distance):
    """H(Y) − H(Y | C), the entropy of a normal being ½ log 2πe."""
    def density(y):
        return sum(p * norm.pdf(y, c * distance) for c, p in enumerate(law))

    low, high = -12, distance * (len(law) - 1) + 12
    centres = [c * distance for c in range(len(law))]
    whole = quad(lambda y: entr(density(y)), low, high, points=centres, limit=1000, epsabs=1e-12, epsrel=1e-12)[0]
    return whole - norm.entropy()


def steps(m, width):
    """H(Y) − log width."""
    def density(y):
        return sum(c < y < c + width for c in range(m)) / (m * width)

    edges = sorted({*range(m), *(c + width for c in range(m))})
    whole = sum(quad(lambda y: entr(density(y)), a, b)[0] for a, b in zip(edges, edges[1:]))
    return whole - math.log(width)


def inflated_poisson(scale, zero):
    counts = np.arange(0, 2000)

    def law(x):
        return zero * (counts == 0) + (1 - zero) * poisson.pmf(counts, scale * x)

    marginal = np.array(
        [quad(lambda x: expon.pdf(x) * poisson.pmf(y, scale * x), 0, np.inf, epsabs=1e-14)[0] for y in range(60)]
    )
    # Beyond, the mixture of Poisson's laws over an exponential mean is geometric, as the numbers before are.
    share = scale / (1 + scale)
    geometric = share**counts / (1 + scale)
    assert np.allclose(marginal, geometric[:60], atol=1e-10)
    marginal = zero * (counts == 0) + (1 - zero) * geometric
    inner = lambda x: expon.pdf(x) * rel_entr(law(x), marginal).sum()
    return sum(quad(inner, a, b, limit=400, epsabs=1e-12)[0] for a, b in ((0, 0.01), (0.01, 1), (1, 10), (10, 40)))


def clipped(correlation):
    rest = math.sqrt(1 - correlation**2)
    joint = multivariate_normal([0, 0], [[1, correlation], [correlation, 1]])
    neither = joint.cdf([0, 0])
    one = quad(lambda x: rel_entr(norm.pdf(x) * norm.cdf(-correlation * x / rest), norm.pdf(x) / 2), 0, 12, epsabs=1e-12)[0]
    both = dblquad(
        lambda y, x: rel_entr(joint.pdf([x, y]), norm.pdf(x) * norm.pdf(y)), 0, 9, 0, 9, epsabs=1e-10, epsrel=1e-10
    )[0]
    return rel_entr(neither, 0.25) + 2 * one + both


def rounded(correlation, step):
    """Cells of the joint law by Genz's algorithm for two dimensions."""
    joint = multivariate_normal([0, 0], [[1, correlation], [correlation, 1]])
    edges = (np.arange(-math.ceil(8 / step), math.ceil(8 / step) + 2) - 0.5) * step
    at = joint.cdf(np.stack(np.meshgrid(edges, edges), axis=-1))
    cells = np.diff(np.diff(at, axis=0), axis=1)
    return enumerated(np.clip(cells, 0, None))


def atoms(share, correlation, alike):
    """Over atoms by enumeration, and over the density of normals."""
    joint = multivariate_normal([0, 0], [[1, correlation], [correlation, 1]])
    cells = share * np.array([[alike, 1 - alike], [1 - alike, alike]]) / 2
    discrete = rel_entr(cells, np.outer(cells.sum(axis=1), cells.sum(axis=0))).sum()
    continuous = dblquad(
        lambda y, x: rel_entr((1 - share) * joint.pdf([x, y]), (1 - share) ** 2 * norm.pdf(x) * norm.pdf(y)),
        -8, 8, -8, 8, epsabs=1e-10, epsrel=1e-10,
    )[0]
    return discrete + continuous


def driven(coupling, memory, history):
    """Transfer entropy by the stationary covariance of the series' last states."""
    # The state is (x_t, y_t, y_{t−1}, …, y_{t−history}), and x_{t−1} before them.
    size = history + 3
    step = np.zeros((size, size))
    step[0, 1] = 1
    step[1, 1] = memory
    step[2, 1], step[2, 2] = coupling, 0.5
    for back in range(history):
        step[3 + back, 2 + back] = 1
    noise = np.zeros((size, size))
    noise[1, 1] = noise[2, 2] = 1
    covariance = solve_discrete_lyapunov(step, noise)

    def left(given):
        own = covariance[np.ix_(given, given)]
        across = covariance[2, given]
        return covariance[2, 2] - across @ np.linalg.solve(own, across)

    past = list(range(3, size))
    return 0.5 * math.log(left(past) / left([0, *past]))


def alike(m, correlation):
    matrix = np.full((m, m), correlation) + (1 - correlation) * np.eye(m)
    return m * norm.entropy() - multivariate_normal(np.zeros(m), matrix).entropy()


cases = {
    "repeated": (repeated, [([0.5, 0.5], 0.5), (list(zipf(20)), 0.3), (list(zipf(5)), 1), ([0.6, 0.1, 0.1, 0.1, 0.1], 0.7)]),
    "clusters": (clusters, [([0.5, 0.5], 1), ([0.2] * 5, 3), ([0.25, 0.75], 8), (list(zipf(20)), 0.4)]),
    "steps": (steps, [(2, 2), (5, 2), (5, 1.2), (3, 7.5)]),
    "inflatedPoisson": (inflated_poisson, [(1, 0), (1, 0.15), (4, 0.15), (0.05, 0.15)]),
    "clipped": (clipped, [(0.3,), (0.9,), (0.97,)]),
    "rounded": (rounded, [(0.3, 0.5), (0.9, 0.5), (0.8, 1)]),
    "atoms": (atoms, [(0.1, 0.6, 0.8), (0.5, 0.9, 0.8)]),
    "driven": (driven, [(0.7, 0, 1), (0.7, 0, 3), (1.5, 0.5, 1), (0.2, 0.5, 1)]),
    "alike": (alike, [(3, 0.5), (5, 0.9)]),
}
print(
    json.dumps(
        {
            "versions": {name: version(name) for name in ("scipy", "numpy")},
            **{
                name: [{"of": of, "information": float(truth(*of))} for of in given]
                for name, (truth, given) in cases.items()
            },
        },
        indent=2,
    )
)
