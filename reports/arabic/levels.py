"""Which way each letter runs: embedding levels of a whole paragraph, and the order of one line's pieces.

python-bidi's own `get_display` reorders a paragraph as if it were one line, which reads a wrapped paragraph from the
bottom up; resolving each line by itself turns `2023-11-01` around whenever the Arabic word before it ends the line
above. So its steps are taken one by one: levels here, on the paragraph; reordering later, on lines. Its Python steps
know no isolates either: each isolate is resolved on its own and stands outside as one neutral object, which is what
UAX #9 means by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar
from unicodedata import bidirectional

from bidi import algorithm
from bidi.mirror import MIRRORED

from reports.arabic.markup import LRI, PDI, RLI

_OBJECT = "\ufffc"
Piece = TypeVar("Piece")


@lru_cache(maxsize=4096)
def levels(text: str, base: int) -> tuple[int, ...]:
    """The level of every character of a paragraph; odd runs right to left. `base` is 1 for Arabic, 0 for Latin."""
    outer: list[str] = []
    inner: list[tuple[int, str, int]] = []
    position = 0
    while position < len(text):
        letter = text[position]
        if letter in (LRI, RLI):
            end = _closing(text, position)
            inner.append((position, text[position + 1 : end], _nested(base, rtl=letter == RLI)))
            outer.append(_OBJECT)
            position = end + 1
        else:
            # A PDI that closes nothing is no boundary.
            outer.append(_OBJECT if letter == PDI else letter)
            position += 1
    resolved = list(_resolve("".join(outer), base))
    if not inner:
        return tuple(resolved)
    whole: list[int] = []
    waiting = iter(inner)
    upcoming = next(waiting, None)
    for level in resolved:
        if upcoming is not None and upcoming[0] == len(whole):
            _, content, nested = upcoming
            whole += [level, *_inside(content, nested)]
            if len(whole) < len(text):
                whole.append(level)
            upcoming = next(waiting, None)
        else:
            whole.append(level)
    return tuple(whole)


def _inside(content: str, level: int) -> tuple[int, ...]:
    # Between Arabic-Indic digits a hyphen runs right to left by the standard's letter (it joins only European ones), so
    # that ٢٠٢٣-١١-٠١ would come out as ٠١-١١-٢٠٢٣ though isolated. What holds no word of the other side stays as it is.
    if level % 2 == 0 and not any(bidirectional(letter) in ("R", "AL") for letter in content):
        return (level,) * len(content)
    return levels(content, level)


def _closing(text: str, opening: int) -> int:
    depth = 0
    for position in range(opening, len(text)):
        depth += (text[position] in (LRI, RLI)) - (text[position] == PDI)
        if depth == 0:
            return position
    return len(text)


def _nested(base: int, *, rtl: bool) -> int:
    return base + 1 if (base % 2 == 0) == rtl else base + 2


def _resolve(text: str, base: int) -> list[int]:
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base % 2]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return [letter["level"] for letter in storage["chars"]]


def in_visual_order(pieces: Sequence[Piece], line_levels: Sequence[int]) -> list[Piece]:
    """The pieces of one line from left to right (UAX #9 L2)."""
    order = list(range(len(pieces)))
    for level in range(max(line_levels, default=0), 0, -1):
        start = None
        for position in range(len(order) + 1):
            inside = position < len(order) and line_levels[order[position]] >= level
            if inside and start is None:
                start = position
            elif not inside and start is not None:
                order[start:position] = reversed(order[start:position])
                start = None
    return [pieces[index] for index in order]


def mirrored(letter: str) -> str:
    """The bracket or quotation mark as drawn in right-to-left text; any other letter as it is."""
    return str(MIRRORED.get(letter, letter))
