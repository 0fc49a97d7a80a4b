"""Answers calls of `module.function`, one JSON object a line, until its input ends."""

import importlib
import json
import sys

for line in sys.stdin:
    call = json.loads(line)
    module, function = call["name"].split(".")
    answer = getattr(importlib.import_module(module), function)(**call["values"])
    print(json.dumps(answer), flush=True)
