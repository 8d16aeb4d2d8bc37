#!/usr/bin/env bash
# Installs with apt the system packages whose programs are missing, and only those.
#   system_packages.sh          what the program and its tests need
#   system_packages.sh bench    what the programs need that `make bench` compares with, besides
# Programs and libraries are looked for, not packages: whoever has them from elsewhere is asked nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
source installer/say.sh
source installer/python.sh

missing=()

# need PACKAGE COMMAND…: PACKAGE is missing unless COMMAND succeeds.
need() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}

has_postgresql() {
    compgen -G '/usr/lib/postgresql/*/bin/initdb' || command -v initdb
}

has_library() {
    compgen -G "/usr/lib/*/$1*" || compgen -G "/usr/lib64/$1*" || compgen -G "/usr/local/lib/$1*"
}

# A Java of 17 or newer, wherever `java_home` of the caseload's Spark session would find it.
has_java() {
    local java said
    for java in "${JAVA_HOME:-/nowhere}/bin/java" "$(command -v java)" /usr/lib/jvm/*/bin/java; do
        said=$("$java" -version 2>&1) || continue
        [[ $said =~ version\ \"([0-9]+) && ${BASH_REMATCH[1]} -ge 17 ]] && return
    done
    return 1
}

has_bus_launcher() {
    compgen -G '/usr/libexec/at-spi-bus-launcher' || compgen -G '/usr/lib/at-spi2-core/at-spi-bus-launcher'
}

if [[ ${1:-} == bench ]]; then
    need libpango-1.0-0 has_library libpango-1.0.so
    need libpangoft2-1.0-0 has_library libpangoft2-1.0.so
else
    need python3-venv "$python" -c 'import ensurepip, venv'
    need postgresql has_postgresql
    need poppler-utils command -v pdftotext
    need zbar-tools command -v zbarimg
    need openjdk-17-jre-headless has_java
    # What Qt's own wheel leaves to the system: without these the window cannot be imported, then not shown.
    need libegl1 has_library libEGL.so.1
    need libgl1 has_library libGL.so.1
    need libfontconfig1 has_library libfontconfig.so.1
    need libdbus-1-3 has_library libdbus-1.so.3
    need libxkbcommon0 has_library libxkbcommon.so.0
    need libxkbcommon-x11-0 has_library libxkbcommon-x11.so.0
    need libxcb-cursor0 has_library libxcb-cursor.so.0
    need libxcb-icccm4 has_library libxcb-icccm.so.4
    need libxcb-image0 has_library libxcb-image.so.0
    need libxcb-keysyms1 has_library libxcb-keysyms.so.1
    need libxcb-render-util0 has_library libxcb-render-util.so.0
    # A screen that nobody sees and the accessibility bus: the tests read the window as a screen reader does.
    need xvfb command -v Xvfb
    need dbus-daemon command -v dbus-run-session
    need at-spi2-core has_bus_launcher
    need python3-pyatspi /usr/bin/python3 -c 'import pyatspi'
fi

[[ ${#missing[@]} -gt 0 ]] || exit 0

command -v apt-get >/dev/null || give_up \
    "تنقص هذه البرامج ولا يوجد apt لتثبيتها: ${missing[*]}؛ ثبّتها بمدير الحزم في نظامك ثم أعد المحاولة." \
    "these programs are missing and there is no apt to install them: ${missing[*]}; install them with your system's package manager and try again."

if [[ $EUID -eq 0 ]]; then
    administrator=(env)
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    administrator=(sudo -n env)
else
    give_up \
        "تنقص هذه الحزم وليس لك أن تثبتها: ${missing[*]}؛ اطلب من مدير الجهاز أن ينفّذ: apt-get install ${missing[*]}" \
        "these packages are missing and you may not install them: ${missing[*]}; ask whoever keeps the machine to run: apt-get install ${missing[*]}"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
    "${administrator[@]}" DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes "$@" </dev/null >>"$log" 2>&1
}

say "تُثبَّت الحزم: ${missing[*]}" "installing ${missing[*]}"
if ! { apt update && apt install --no-install-recommends "${missing[@]}"; }; then
    [[ -z ${CI:-} ]] || tail --lines=5 "$log" >&2
    give_up \
        "لم يستطع apt تثبيت ${missing[*]}؛ تأكد من اتصال الشبكة ومن مصادر الحزم ثم أعد المحاولة." \
        "apt could not install ${missing[*]}; check the network and the package sources, then try again."
fi
