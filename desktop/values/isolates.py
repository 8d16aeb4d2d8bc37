"""Isolates: marks that let a value keep its own order inside a sentence of either direction."""

from __future__ import annotations

from typing import Final

FIRST_STRONG: Final = "\u2068"
LEFT_TO_RIGHT: Final = "\u2066"
END: Final = "\u2069"


def isolated(text: str) -> str:
    """`text` in the direction of its own first strong letter, whatever stands around it."""
    return f"{FIRST_STRONG}{text}{END}" if text else text


def left_to_right(text: str) -> str:
    """`text` from left to right: numbers, codes, serials, telephones."""
    return f"{LEFT_TO_RIGHT}{text}{END}" if text else text
