#!/usr/bin/env bash
# Makes a Python environment what its lock and pyproject.toml say: .venv of requirements.lock, or those named.
#   environment.sh [FOLDER LOCK]
# Does nothing, and needs no network, when it already is.
set -euo pipefail
cd "$(dirname "$0")/.."
source installer/say.sh
source installer/python.sh

venv=${1:-.venv}
lock=${2:-requirements.lock}
stamp=$venv/set-up

[[ -w . ]] || give_up \
    "لا يمكنك الكتابة في هذا المجلد: $PWD؛ انسخه إلى مجلدك أو اطلب صلاحية الكتابة." \
    "you may not write to this folder: $PWD; copy it to a folder of yours or ask for permission."
command -v "$python" >/dev/null || give_up \
    "لا يوجد على هذا الجهاز $python؛ ثبّت Python 3.11 أو أحدث." \
    "there is no $python on this machine; install Python 3.11 or newer."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || give_up \
    "يلزم Python 3.11 أو أحدث، وهذا $("$python" -V)؛ ثبّت إصدارًا أحدث أو سمِّه هكذا: make setup PYTHON=python3.12" \
    "Python 3.11 or newer is needed and this is $("$python" -V); install a newer one or name it: make setup PYTHON=python3.12"

mkdir -p build
exec 9>build/set-up.busy
flock 9  # two makes at once: the second waits and then finds it done

# An environment belongs to one lock, one Python and one folder: its scripts carry the folder's name.
dependencies=$({ cat "$lock"; pwd; "$python" -c 'import sys; print(sys.version_info[:2], sys.base_prefix)'; } | sha256sum)
project=$(sha256sum <pyproject.toml)
stamped=$(cat "$stamp" 2>/dev/null || true)
[[ $stamped != "$dependencies"$'\n'"$project" || ! -x $venv/bin/python ]] || exit 0

log=$PWD/build/set-up.log
: >"$log"
previous=build/previous-environment

put_back() {
    [[ ! -d $previous ]] || { rm -rf "$venv" && mv "$previous" "$venv"; }
    # Nobody can open the log of a machine that is gone; its last lines may be of a part that went well.
    [[ -z ${CI:-} ]] || grep --max-count=5 '^ *ERROR' "$log" >&2 || tail --lines=5 "$log" >&2
    give_up \
        "لم تُثبَّت مكتبات البرنامج؛ تأكد من اتصال الشبكة ثم أعد المحاولة (التفاصيل في build/set-up.log)." \
        "the program's libraries were not installed; check the network and try again (build/set-up.log tells more)."
}

# locked GROUP: the lines of a lock that name what has no wheel (source), what makes one of it (maker), or one half of all
# others (odd, even).
locked() {
    awk -v wanted="$1" '
        /^[a-z0-9]/ { group = /^pyspark==/ ? "source" : /^setuptools==/ ? "maker" : ++others % 2 ? "odd" : "even" }
        group == wanted'
}

pip() {
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@" >>"$log" 2>&1 </dev/null
}

# The lock names every library with its hash, so nothing is resolved here; wheels only, since a fresh machine has no
# compiler and a source package may run anything while it is built.
wheels() {
    pip install --require-hashes --no-deps --no-compile --only-binary=:all: --requirement "build/locks/$1.txt"
}

# But for what is published as a source package only, of files that are copied: the locked setuptools makes the wheel,
# and squeezing half a gigabyte that is unpacked at once would take longer than all the rest.
sources() {
    [[ -s build/locks/source.txt ]] || return 0
    printf '[bdist_wheel]\ncompression = stored\n' >build/locks/wheel.cfg
    DIST_EXTRA_CONFIG=$PWD/build/locks/wheel.cfg pip install --require-hashes --no-deps --no-compile \
        --no-binary=:all: --no-build-isolation --use-pep517 --requirement build/locks/source.txt
}

rm -rf "$previous"
if [[ ${stamped%%$'\n'*} != "$dependencies" || ! -x $venv/bin/python ]]; then
    say "تُجهَّز بيئة Python في $venv" "making the Python environment in $venv"
    [[ ! -d $venv ]] || mv "$venv" "$previous"
    "$python" -m venv "$venv" >>"$log" 2>&1 || put_back
    mkdir -p build/locks
    for group in maker odd even source; do
        locked $group <"$lock" >build/locks/$group.txt
    done
    wheels maker || put_back
    # Unpacking takes a processor each: the libraries are laid down side by side, and compiled once they all stand.
    parts=()
    for part in "wheels odd" "wheels even" sources; do
        $part & parts+=($!)
    done
    laid=yes
    for part in "${parts[@]}"; do
        wait "$part" || laid=no  # each is waited for: none writes on into what is put back
    done
    [[ $laid == yes ]] || put_back
    "$venv/bin/python" -m compileall -q -j 0 "$venv"/lib >>"$log" 2>&1 || true  # a library may carry what no Python reads
fi
pip install --no-deps --no-build-isolation --editable . || put_back
pip check || put_back
printf '%s\n%s\n' "$dependencies" "$project" >"$stamp"
rm -rf "$previous"
