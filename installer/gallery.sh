#!/usr/bin/env bash
# `make gallery`: a picture of every document in build/gallery.
set -euo pipefail
cd "$(dirname "$0")/.."

PYTHONPATH=tests/reports .venv/bin/python installer/gallery.py build/gallery
