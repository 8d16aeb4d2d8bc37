"""Logical text as the papers write it: plain strings, with isolates where a piece keeps its own direction.

An isolate (Unicode's LRI … PDI) stops an id, a date or a foreign word from turning the letters around it, and them
from turning it. `isolate` marks one on purpose; `isolated` finds those that free text brings along.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reports.arabic.faces import Face

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
NO_BREAK_SPACE = "\u00a0"

# Text from files may carry marks that would override or re-open what the isolates decide, and control characters.
_STRAY = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u2065\u2068\u206a-\u206f\ufeff\ufff9-\ufffb]"
)
_BLANKS = re.compile("[\t\n\r\u0085\u2028\u2029]+")

_LATIN_WORD = r"[0-9]*[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9._/:@+&#'’-]*(?<![.:/'’-])"
_LATIN = rf"{_LATIN_WORD}(?:[ \u00a0](?:{_LATIN_WORD}|[0-9][0-9./:-]*(?<![./:-])))*"
# Groups of digits held together by separators: dates, times, amounts with their grouping. A dash that parts two of
# them («٠٨:٣٠–١٢:٣٠») holds nothing together: what it begins with stands where reading begins.
_NUMBER = r"[0-9٠-٩]+(?:[-/.:,٫٬][0-9٠-٩]+)+"
_IN_ARABIC = re.compile(f"{_LATIN}|{_NUMBER}")
_ARABIC_LETTERS = r"[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff]"
_IN_LATIN = re.compile(rf"{_ARABIC_LETTERS}+(?:[ \u00a0]+{_ARABIC_LETTERS}+)*")
_UNPAIRED = re.compile(f"[{LRI}{RLI}{PDI}]")
_ISOLATE = re.compile(f"[{LRI}{RLI}][^{LRI}{RLI}{PDI}]*{PDI}")


@dataclass(frozen=True)
class Style:
    """How a piece of text looks; size and leading in points, colour as `#RRGGBB`."""

    face: Face = Face.BODY
    size: float = 13.0
    colour: str = "#1B2326"


@dataclass(frozen=True)
class Span:
    """A piece of text in one style."""

    text: str
    style: Style


def isolate(text: str, *, rtl: bool = False) -> str:
    """`text` as one piece that keeps its own direction, left to right unless said otherwise."""
    return f"{RLI if rtl else LRI}{text}{PDI}"


def unbroken(text: str) -> str:
    """`text` that no line may be broken in."""
    return text.replace(" ", NO_BREAK_SPACE)


@lru_cache(maxsize=4096)
def isolated(text: str, *, rtl: bool) -> str:
    """`text` of a paragraph in normal form, stray marks dropped, foreign pieces and numbers set in isolates.

    Isolates already there are kept and not looked into.
    """
    clean = _STRAY.sub("", _BLANKS.sub(" ", unicodedata.normalize("NFC", text)))
    pattern = _IN_ARABIC if rtl else _IN_LATIN
    pieces: list[str] = []
    done = 0
    for kept in _ISOLATE.finditer(clean):
        pieces += [_mark(pattern, clean[done : kept.start()], rtl=rtl), kept.group()]
        done = kept.end()
    return "".join([*pieces, _mark(pattern, clean[done:], rtl=rtl)])


def _mark(pattern: re.Pattern[str], text: str, *, rtl: bool) -> str:
    paired = _UNPAIRED.sub("", text)
    return pattern.sub(lambda found: isolate(found.group(), rtl=not rtl), paired)
