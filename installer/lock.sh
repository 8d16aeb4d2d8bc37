#!/usr/bin/env bash
# Writes both locks anew from pyproject.toml: every library for every platform, with hashes and without addresses.
# Needs the network and `uv`; run it after changing a dependency and commit what it writes.
#   lock.sh [uv's options, such as --upgrade]
set -euo pipefail
cd "$(dirname "$0")/.."
source installer/say.sh

command -v uv >/dev/null || give_up \
    "يلزم uv لكتابة ملف القفل؛ ثبّته بالأمر pip install uv." \
    "uv is needed to write the lock; install it with pip install uv."

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate "$@" pyproject.toml
}

compile --extra arrow --extra cluster --extra dev --output-file requirements.lock "$@"
compile --extra bench --constraint requirements.lock --output-file installer/bench.lock "$@"
