"""Versions of what the peers compute with, as far as they are installed."""

import platform
from importlib.metadata import PackageNotFoundError, version

PEERS = {
    "NumPy": "numpy",
    "SciPy": "scipy",
    "scikit-learn": "scikit-learn",
    "infomeasure": "infomeasure",
    "NPEET (npeet-plus)": "npeet-plus",
    "PyTorch": "torch",
    "OpenSpiel": "open_spiel",
    "ipykernel": "ipykernel",
}


def versions():
    found = {"Python": platform.python_version()}
    for name, package in PEERS.items():
        try:
            found[name] = version(package)
        except PackageNotFoundError:
            pass
    return {"seconds": 0, "value": found}
