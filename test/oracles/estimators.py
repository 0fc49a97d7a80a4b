"""Values of other implementations, to which the tests of the estimators hold ours. Writes JSON to standard output.

python3 -m venv .oracle && .oracle/bin/pip install infomeasure==0.6.3 scikit-learn==1.9.1 scipy==1.17.1 numpy==2.4.6
.oracle/bin/python test/oracles/estimators.py > test/oracles/estimators.json
"""

import json
import math
from importlib.metadata import version

import infomeasure as im
import numpy as np
from scipy.integrate import quad
from scipy.spatial import KDTree
from scipy.special import digamma
from sklearn.feature_selection import _mutual_info as scikit_learn

# The fractional parts of i² times a root: unlike those of i times it, no two distances are equal but for rounding.
i = np.arange(1, 201)
a, b, c, d = [(i * i * math.sqrt(prime)) % 1 for prime in (2, 3, 5, 7)]
x = a + b
y = x * (b * c) + 0.3 * c
z = c + d
label, other, third = [np.floor(v).astype(int) for v in (3 * x, 4 * y, 2 * z)]
many = np.floor(50 * y).astype(int)
tenths = [np.floor(10 * v) for v in (x, y, z)]


def joined(*columns):
    return np.column_stack(columns)


def radii(points, k):
    return KDTree(points).query(points, k + 1, p=np.inf)[0][:, k]


def others(points, radius, strictly):
    """How many other points are closer than a radius to each point, or at most so far."""
    reach = np.nextafter(radius, -1) if strictly else radius + 1e-12
    return KDTree(points).query_ball_point(points, reach, p=np.inf, return_length=True) - 1


def mesner_shalizi(x, y, z=None, k=3):
    given = () if z is None else (z,)
    joint = joined(x, y, *given)
    radius = radii(joint, k)
    count = lambda *v: digamma(others(joined(*v), radius, False))
    at_z = digamma(len(joint) - 1) if z is None else count(z)
    return np.mean(count(x, y, *given) - count(x, *given) - count(y, *given) + at_z)


def gao(x, y, k=3):
    joint = joined(x, y)
    radius = radii(joint, k)
    atom = radius == 0
    count = lambda points: 1 + np.where(
        atom, others(points, radius, False), others(points, radius, True)
    )
    own = np.where(atom, count(joint), k)
    return np.mean(
        digamma(own)
        + math.log(len(joint))
        - digamma(count(joined(x)))
        - digamma(count(joined(y)))
    )


def total_correlation(*variables, k=3):
    joint = joined(*variables)
    radius = radii(joint, k)
    counts = sum(digamma(others(joined(v), radius, True) + 1) for v in variables)
    n, m = len(joint), len(variables)
    return digamma(k) + (m - 1) * digamma(n) - np.mean(counts)


def grassberger(labels):
    def g(m):
        return digamma(m) + (-1) ** m * quad(lambda t: t ** (m - 1) / (1 + t), 0, 1, epsabs=1e-14)[0]

    counts = np.unique(labels, return_counts=True)[1]
    n = len(labels)
    return math.log(n) - sum(m * g(int(m)) for m in counts) / n


ksg = {"approach": "ksg", "k": 3, "noise_level": 0, "base": "e"}
source = a - 0.5
target = np.zeros(200)
for t in range(2, 200):
    target[t] = 0.5 * target[t - 1] + 0.4 * source[t - 2] + 0.3 * (b[t] - 0.5)

values = {
    "versions": {name: version(name) for name in ("infomeasure", "scikit-learn", "scipy", "numpy")},
    "ross": [
        scikit_learn._compute_mi_cd(x, label, 3),
        scikit_learn._compute_mi_cd(y, third, 3),
    ],
    "mesnerShalizi": [
        mesner_shalizi(x, y),
        mesner_shalizi(tenths[0], tenths[1]),
        mesner_shalizi(x, y, z),
        mesner_shalizi(*tenths),
    ],
    "gaoMixture": [gao(x, y), gao(y, 100 * label), gao(1.0 * (x > 1), 1.0 * (y > 0.5)), gao(np.where(a < 0.5, 0, x), np.where(a < 0.5, 0, y))],
    "frenzelPompe": im.conditional_mutual_information(x, y, cond=z, normalize=False, **ksg),
    "totalCorrelation": total_correlation(x, y, z),
    "transferEntropy": im.transfer_entropy(source, target, prop_time=1, src_hist_len=1, dest_hist_len=1, **ksg),
    **{
        name: [float(im.entropy(labels, approach=approach, base="e")) for labels in (label, other, many)]
        for name, approach in (("millerMadow", "miller_madow"), ("chaoShen", "chao_shen"))
    },
    "grassberger": [grassberger(labels) for labels in (label, other, many)],
    "labelInformation": float(im.mutual_information(label, other, approach="discrete", base="e")),
    "conditionalLabelInformation": float(
        im.conditional_mutual_information(label, other, cond=third, approach="discrete", base="e")
    ),
}
print(json.dumps(values, indent=2, default=float))
