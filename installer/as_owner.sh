#!/usr/bin/env bash
# Runs a command as whoever owns the checkout, so that `sudo make …` leaves nothing of root's in an ordinary person's
# folder. Called by every target of the Makefile; it changes nothing for anybody but root.
set -euo pipefail

owner=$(stat --format=%u .)
if [[ $EUID -ne 0 || $owner -eq 0 ]] || ! account=$(getent passwd "$owner"); then
    exec "$@"
fi
IFS=: read -r name _ _ group _ home _ <<<"$account"
exec setpriv --reuid="$owner" --regid="$group" --init-groups \
    env HOME="$home" USER="$name" LOGNAME="$name" "$@"
