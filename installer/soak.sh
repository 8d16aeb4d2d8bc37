#!/usr/bin/env bash
# `make soak`: the long runs under load and faults of tests/soak, one after another.
set -euo pipefail
cd "$(dirname "$0")/.."
source installer/say.sh

if ! compgen -G 'tests/soak/test_*.py' >/dev/null; then
    say "لا توجد اختبارات طويلة بعد في tests/soak." "there are no long runs in tests/soak yet."
    exit 0
fi
.venv/bin/python -m pytest --numprocesses=0 --timeout=3600 tests/soak "$@"
