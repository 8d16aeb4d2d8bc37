#!/usr/bin/env bash
# `make bench`: measures in an environment of its own, since what we compare with is no part of the product.
set -euo pipefail
cd "$(dirname "$0")/.."

installer/environment.sh build/bench-venv installer/bench.lock
PYTHONPATH=tests:tests/bench build/bench-venv/bin/python tests/bench/run.py build/bench.json
