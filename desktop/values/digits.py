"""Digits of the three sets people type: western 0-9, Arabic-Indic ٠-٩ and Persian ۰-۹."""

from __future__ import annotations

_WESTERN = "0123456789"
_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"

_TO_WESTERN = str.maketrans(_ARABIC_INDIC + _PERSIAN, _WESTERN * 2)
_TO_ARABIC_INDIC = str.maketrans(_WESTERN, _ARABIC_INDIC)


def to_western(text: str) -> str:
    """`text` with Arabic-Indic and Persian digits as 0-9; no other character is changed."""
    return text if text.isascii() else text.translate(_TO_WESTERN)


def to_arabic_indic(text: str) -> str:
    """`text` with 0-9 as ٠-٩; no other character, separators included, is changed."""
    return text.translate(_TO_ARABIC_INDIC)


def compact(text: str) -> str:
    """`text` with western digits and without spaces and invisible direction marks.

    Numbers copied from letters and web pages carry such marks; nobody sees them and every comparison fails.
    """
    return "".join(letter for letter in to_western(text) if letter not in _INVISIBLE and not letter.isspace())


_INVISIBLE = frozenset(
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
