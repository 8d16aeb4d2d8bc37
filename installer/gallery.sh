#!/usr/bin/env bash
# `make gallery`: a picture of every document and of every screen, dialog and state of the window in build/gallery.
set -euo pipefail
cd "$(dirname "$0")/.."

PYTHONPATH=tests/reports .venv/bin/python installer/gallery.py build/gallery
PYTHONPATH=tests QT_QPA_PLATFORM="offscreen:configfile=$PWD/tests/offscreen.json" \
    .venv/bin/python installer/gallery_of_window.py build/gallery
