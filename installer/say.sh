# shellcheck shell=bash
# Sourced by the other scripts: a sentence in the reader's language, on standard error.

# say ARABIC ENGLISH
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        ar*) printf 'yusr: %s\n' "$1" >&2 ;;
        *) printf 'yusr: %s\n' "$2" >&2 ;;
    esac
}

# give_up ARABIC ENGLISH: the one sentence, then the end.
give_up() {
    say "$1" "$2"
    exit 1
}
