#!/usr/bin/env bash
# `make check`: everything about the code that can be told without running the product. Goes on after a failure, so that
# one run names them all.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p build
bin=.venv/bin
failed=()

# step NAME COMMAND…
step() {
    local name=$1 start=$SECONDS
    shift
    printf '== %s\n' "$name"
    "$@" || failed+=("$name")
    printf '   %d s\n' $((SECONDS - start))
}

step 'format' $bin/ruff format --check --quiet .
step 'lint' $bin/ruff check --quiet .
step 'types' $bin/mypy
step 'types of scripts and of the tests of the house' \
    env MYPYPATH=tests:tests/house:tests/bench:tests/reports $bin/mypy installer tests/house tests/bench
step 'import contracts' $bin/lint-imports --no-cache
step 'packs' $bin/yusr programmes check
step 'translations' installer/translations.sh check
step 'house: messages, words, lock, sizes, documents' $bin/python -m pytest --quiet --numprocesses=0 tests/house
if command -v shellcheck >/dev/null; then
    step 'shell scripts' shellcheck --external-sources installer/*.sh .ci/run
fi

if [[ ${#failed[@]} -gt 0 ]]; then
    printf 'yusr: failed: %s\n' "$(IFS=,; echo "${failed[*]}")" >&2
    exit 1
fi
