#!/usr/bin/env bash
# `make setup`: everything that running and testing need, on a machine that has nothing but Python, make and apt.
set -euo pipefail
cd "$(dirname "$0")/.."

installer/system_packages.sh
installer/as_owner.sh installer/environment.sh
installer/as_owner.sh installer/translations.sh release
# Written here once: a machine that is told to write no bytecode would compile our modules anew at every command.
installer/as_owner.sh .venv/bin/python -m compileall -q desktop reports ui resources
