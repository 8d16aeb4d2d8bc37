#!/usr/bin/env bash
# `make package`: the wheel, the same bytes from the same sources on any day.
set -euo pipefail
cd "$(dirname "$0")/.."

if SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null); then
    export SOURCE_DATE_EPOCH
else
    unset SOURCE_DATE_EPOCH  # not a clone: hatchling has a fixed date of its own
fi
.venv/bin/python -m hatchling build --target wheel --directory dist
