#!/usr/bin/env bash
# `make test`: every test, in an order of chance, with a process more than there are cores up to four, since tests of
# the window wait for it a part of their time. A test that was skipped proved nothing, so the run fails when there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p build
processes=$(($(nproc) + 1))
.venv/bin/python -m pytest --numprocesses="$processes" --maxprocesses=4 --dist=worksteal --ignore=tests/soak \
    --junitxml=build/tests.xml "$@"
.venv/bin/python installer/nothing_skipped.py build/tests.xml
