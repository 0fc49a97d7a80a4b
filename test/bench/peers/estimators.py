"""Mutual information by the libraries that people estimate it with, in nats; seconds are of processor time."""

from time import process_time

import infomeasure
import numpy as np
from npeet_plus import cmi, mi, micd
from sklearn.feature_selection import mutual_info_classif, mutual_info_regression

LIBRARIES = {
    ("pair", "scikit-learn"): lambda x, y, z, k: mutual_info_regression(
        x[:, None], y, n_neighbors=k, random_state=0
    )[0],
    ("pair", "NPEET"): lambda x, y, z, k: mi(x, y, k=k, base=np.e),
    ("pair", "infomeasure"): lambda x, y, z, k: infomeasure.mutual_information(
        x, y, approach="ksg", k=k, base="e", noise_level=0
    ),
    ("label", "scikit-learn"): lambda x, y, z, k: mutual_info_classif(
        x[:, None], y.astype(int), n_neighbors=k, random_state=0
    )[0],
    ("label", "NPEET"): lambda x, y, z, k: micd(x[:, None], y[:, None], k=k, base=np.e),
    ("given", "NPEET"): lambda x, y, z, k: cmi(x, y, z, k=k, base=np.e),
    ("given", "infomeasure"): lambda x, y, z, k: infomeasure.conditional_mutual_information(
        x, y, cond=z, approach="ksg", k=k, base="e", noise_level=0, normalize=False
    ),
}


def estimate(question, library, k, x, y, z):
    columns = [np.fromfile(file) for file in (x, y, z)]
    start = process_time()
    value = LIBRARIES[question, library](*columns, k)
    return {"seconds": process_time() - start, "value": float(value)}
