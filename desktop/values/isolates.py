"""Isolates: marks that let a value keep its own order inside a sentence of either direction."""

from __future__ import annotations

from typing import Final
from unicodedata import bidirectional

FIRST_STRONG: Final = "\u2068"
LEFT_TO_RIGHT: Final = "\u2066"
RIGHT_TO_LEFT: Final = "\u2067"
END: Final = "\u2069"
_AS_WRITTEN, _WRITTEN = "\u202d", "\u202c"

_OPENS, _CLOSES = frozenset({"FSI", "LRI", "RLI"}), "PDI"
_RIGHT = frozenset({"R", "AL"})
_STRONG = _RIGHT | {"L"}

_MARKS: Final = {**dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))), 0xA0: " "}


def isolated(text: str) -> str:
    """`text` in the direction of its own first strong letter, whatever stands around it.

    Of a text that is made of isolates alone, two dates with a dash between them, Unicode finds no letter and would
    take it from left to right: there the first letter within them decides.
    """
    if not text:
        return text
    depth, inside = 0, ""
    for letter in text:
        direction = bidirectional(letter)
        if direction in _OPENS:
            depth += 1
        elif direction == _CLOSES:
            depth = max(0, depth - 1)
        elif direction in _STRONG and not depth:
            return f"{FIRST_STRONG}{text}{END}"
        elif direction in _STRONG and not inside:
            inside = direction
    return f"{RIGHT_TO_LEFT if inside in _RIGHT else FIRST_STRONG}{text}{END}"


def left_to_right(text: str) -> str:
    """`text` from left to right: numbers, codes, serials, telephones, in western digits."""
    return f"{LEFT_TO_RIGHT}{text}{END}" if text else text


def in_written_order(text: str) -> str:
    """`text` from left to right whatever its digits: numbers, codes, addresses of accounts.

    Arabic-Indic digits around a hyphen or a space would still change places, so every letter is made to stand where
    it is written.
    """
    return left_to_right(f"{_AS_WRITTEN}{text}{_WRITTEN}") if text else text


def bare(text: str) -> str:
    """`text` as it is copied, exported or read aloud: without marks that open or close a direction, and
    with ordinary spaces.
    """
    return text.translate(_MARKS)
