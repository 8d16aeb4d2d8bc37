#!/usr/bin/env bash
# The window's words, one catalogue for each room: resources/translations/<room>_<language>.ts.
#   translations.sh update [ROOM…]   takes new words from the code into the catalogues (every room unless named)
#   translations.sh release          makes yusr_ar.qm and yusr_en.qm, which the window reads, where a catalogue is newer
#   translations.sh check            fails where a catalogue lacks a word of the code, or has one without a translation
# English is the language of the code: its catalogues hold plural forms alone.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=resources/translations
bin=.venv/bin

# Room, then where its words stand.
rooms() {
    printf '%s %s\n' parts ui/parts shell ui/shell paper ui/paper.py
    for place in ui/screens/*/; do
        place=${place%/}
        [[ $place == *__pycache__ ]] || printf '%s %s\n' "${place##*/}" "$place"
    done
}

update() {
    local room place words
    while read -r room place; do
        [[ $# -eq 0 || " $* " == *" $room "* ]] || continue
        mapfile -t words < <(find "$place" -name '*.py' | LC_ALL=C sort)
        [[ ${#words[@]} -gt 0 ]] || continue
        grep -q -E '\.tr\(|translate\(' "${words[@]}" || continue
        $bin/pyside6-lupdate "${words[@]}" -silent -no-obsolete -locations none -source-language en -target-language ar -ts "$out/${room}_ar.ts"
        $bin/pyside6-lupdate "${words[@]}" -silent -no-obsolete -locations none -pluralonly -source-language en -target-language en -ts "$out/${room}_en.ts"
    done < <(rooms)
}

release() {
    local language target
    for language in ar en; do
        target=$folder/yusr_$language.qm
        if [[ ! -e $target || -n $(find $folder -name "*_$language.ts" -newer "$target") ]]; then
            # Beside it and then in its place: an open window has the old one mapped, and would crash on a change.
            $bin/pyside6-lrelease -silent $folder/*_$language.ts -qm "$target.half"
            mv "$target.half" "$target"
        fi
    done
}

case ${1:-} in
    update)
        shift
        out=$folder
        update "$@"
        ;;
    release) release ;;
    check)
        out=$(mktemp -d)
        trap 'rm -rf "$out"' EXIT
        cp $folder/*.ts "$out"
        update
        diff -ru $folder "$out" --exclude='*.qm' --exclude='*.md'
        ! grep -n -E 'type="(unfinished|obsolete|vanished)"' $folder/*.ts
        ;;
    *)
        sed -n '2,7p' "$0" >&2
        exit 2
        ;;
esac
