"""Versions of what the peers compute with."""

import platform
from importlib.metadata import version

import ipykernel
import numpy
import scipy
import sklearn
import torch


def versions():
    found = {
        "Python": platform.python_version(),
        "NumPy": numpy.__version__,
        "SciPy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "PyTorch": torch.__version__,
        "OpenSpiel": version("open_spiel"),
        "ipykernel": ipykernel.__version__,
    }
    return {"seconds": 0, "value": found}
