#!/usr/bin/env bash
# `make run`: the window on the demonstration office, or, where there is no display, the tour through that same window.
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || $(uname) == Darwin ]]; then
    mkdir -p build
    office=sqlite:///$PWD/build/demonstration.db
    .venv/bin/yusr init --demo --database "$office"
    exec .venv/bin/yusr --database "$office"
fi
exec .venv/bin/yusr tour --out build/tour
