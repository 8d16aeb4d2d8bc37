#!/usr/bin/env bash
# `make soak`: the long runs under load and faults of tests/soak, one after another; then every property of the rules
# engine on ten times as many examples as the suite tries, the main job through the window in every way, the walk over
# every screen in every look, and whatever else the suite tries in one way of several.
set -euo pipefail
cd "$(dirname "$0")/.."

if compgen -G 'tests/soak/test_*.py' >/dev/null; then
    YUSR_THOROUGH=10 .venv/bin/python -m pytest --numprocesses=0 --timeout=3600 tests/soak "$@"
fi
thorough=(
    tests/programmes tests/registry/test_listing.py tests/issuing/test_sealed_files.py
    tests/demonstration/test_demonstration_lives.py tests/window/test_household_history_tab.py
    tests/window/test_main_job_in_window.py tests/window/test_walk.py
)
YUSR_THOROUGH=10 .venv/bin/python -m pytest --timeout=3600 "${thorough[@]}" "$@"
