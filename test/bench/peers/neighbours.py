"""Mutual information by nearest neighbours, with scikit-learn."""

from time import perf_counter

import numpy as np
from scipy.special import digamma
from sklearn.feature_selection import mutual_info_regression
from sklearn.neighbors import KDTree, NearestNeighbors


def read(file, dimension):
    return np.fromfile(file).reshape(-1, dimension)


def kraskov(x, y, dimension_x, dimension_y, k):
    """Algorithm 1 of Kraskov et al., in the steps in which scikit-learn takes it for scalars."""
    x, y = read(x, dimension_x), read(y, dimension_y)
    start = perf_counter()
    n = len(x)
    search = NearestNeighbors(metric="chebyshev", n_neighbors=k).fit(np.hstack([x, y]))
    radius = np.nextafter(search.kneighbors()[0][:, -1], 0)
    counts = [
        KDTree(points, metric="chebyshev").query_radius(
            points, radius, count_only=True, return_distance=False
        )
        for points in (x, y)
    ]
    value = digamma(k) + digamma(n) - sum(np.mean(digamma(count)) for count in counts)
    return {"seconds": perf_counter() - start, "value": float(value)}


def regression(x, y, k):
    """scikit-learn's own function, for two scalars."""
    x, y = read(x, 1), read(y, 1)[:, 0]
    start = perf_counter()
    value = mutual_info_regression(x, y, n_neighbors=k, random_state=0)[0]
    return {"seconds": perf_counter() - start, "value": float(value)}
