# shellcheck shell=bash
# Sourced: `python` is the Python that the environment is made of: the one that PYTHON names, else the system's own where
# it is new enough, else whichever comes first on the path. A distribution builds its Python by what was measured of
# running it; those that version managers build by themselves lack that, and the whole suite takes more time.
python=${PYTHON:-/usr/bin/python3}
if [[ -z ${PYTHON:-} ]] && ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=python3
fi
