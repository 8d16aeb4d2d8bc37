#!/usr/bin/env bash
# `make test`: every test, in an order of chance, on as many cores as there are up to four. A test that was skipped
# proved nothing, so the run fails when there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p build
.venv/bin/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal --ignore=tests/soak \
    --junitxml=build/tests.xml "$@"
.venv/bin/python installer/nothing_skipped.py build/tests.xml
