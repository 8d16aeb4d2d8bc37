#!/usr/bin/env bash
# `make test`: every test, in an order of chance, with a process more than there are cores up to four, since tests of
# the window wait for it a part of their time. A test that was skipped proved nothing, so the run fails when there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p build
# Nothing of a test outlives it: in memory, where there is room for it, no test waits for a disk.
if [[ $(df --output=avail --block-size=M /dev/shm 2>/dev/null | tail -1 | tr -dc 0-9) -gt 4000 ]]; then
    TMPDIR=$(mktemp --directory /dev/shm/yusr-tests-XXXXXX)
    chmod 711 "$TMPDIR"  # the database server runs as somebody else
    export TMPDIR
    trap 'rm -rf "$TMPDIR"' EXIT
fi
processes=$(($(nproc) + 1))
told=(-o addopts="-ra --strict-markers --strict-config" -o cache_dir=build/last-tests --ignore=tests/soak)
# Every process would rewrite every test for the sake of those that fail: what failed is asked once more, with its values.
if ! .venv/bin/python -m pytest --numprocesses="$processes" --maxprocesses=4 --dist=worksteal --assert=plain \
    -o tmp_path_retention_policy=failed -o tmp_path_retention_count=1 --junitxml=build/tests.xml "${told[@]}" "$@"; then
    .venv/bin/python -m pytest --numprocesses=0 --last-failed --last-failed-no-failures=none "${told[@]}" "$@" || true
    exit 1
fi
.venv/bin/python installer/nothing_skipped.py build/tests.xml
