"""What a PDF reader is told, so that copied and searched text is the logical text of the line.

Readers find letters in the order of the paper, from the left, and turn right-to-left lines around by rules of their
own. Plain Arabic survives that. What does not is put under /ActualText, twice where readers differ:

* poppler (pdftotext, Evince, Okular) takes only a /Span's text. It keeps brackets as drawn, so they must be given as
  meant, and it draws a space or bracket after a left-to-right piece into that piece unless a right-to-left mark
  closes it.
* pdfium (Chrome, Edge, our own preview) takes the innermost mark's text, whatever its tag. It mirrors brackets itself
  and treats letters and digits of one Latin id as two pieces, which it puts in right-to-left order.

Both rules were read in their sources (poppler `TextOutputDev.cc` `reorderText`, pdfium `cpdf_textpage.cpp`
`CloseTempLine`) and are held by tests that read our papers back with both.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from unicodedata import bidirectional

from reports.arabic.faces import read_back
from reports.arabic.levels import mirrored
from reports.arabic.lines import Glyph, Line

_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_LEFT, _WEAK, _RIGHT, _NEUTRAL = "L", "W", "R", "N"
_CLASSES = {
    "L": _LEFT,
    "R": _RIGHT,
    "AL": _RIGHT,
    **dict.fromkeys(("EN", "AN", "NSM", "CS", "ES", "ET", "BN"), _WEAK),
}


@dataclass(frozen=True)
class Run:
    """Neighbouring glyphs from left to right; `spoken` and `pdfium` are None where plain ToUnicode does."""

    glyphs: tuple[Glyph, ...]
    spoken: str | None = None
    pdfium: str | None = None


@dataclass(frozen=True)
class _Told:
    """The order in which a reader must meet the glyphs, and the text of each."""

    order: tuple[int, ...]
    texts: dict[int, str]


def runs(line: Line) -> list[Run]:
    """The line from left to right, cut where a reader needs to be told something."""
    if all(_plain(glyph) for glyph in line.glyphs) and line.rtl:
        return [Run(tuple(line.glyphs[place] for place in line.visual))]
    drawn = _Told(tuple(line.visual), {i: read_back(glyph.ink) for i, glyph in enumerate(line.glyphs)})
    spoken, pdfium = _for_poppler(line), _for_pdfium(line)
    cut: list[Run] = []
    for start, end in _blocks(drawn, spoken, pdfium, _groups(line)):
        glyphs = tuple(line.glyphs[place] for place in drawn.order[start:end])
        shown, said, found = (
            "".join(told.texts[place] for place in told.order[start:end]) for told in (drawn, spoken, pdfium)
        )
        told = Run(glyphs) if shown == said == found else Run(glyphs, said, found)
        if cut and told.spoken is None and cut[-1].spoken is None:
            cut[-1] = Run((*cut[-1].glyphs, *glyphs))
        else:
            cut.append(told)
    return cut


def _plain(glyph: Glyph) -> bool:
    return glyph.rtl and bidirectional(glyph.ink) in ("AL", "R", "WS")


def _kind(glyph: Glyph) -> str:
    return _CLASSES.get(bidirectional(glyph.cluster.letters[0]), _NEUTRAL)


def _strong(glyph: Glyph) -> str | None:
    """Poppler's view: commas and signs that go with numbers run to the left as letters do."""
    return {_LEFT: _LEFT, _WEAK: _LEFT, _RIGHT: _RIGHT}.get(_kind(glyph))


def _groups(line: Line) -> list[tuple[int, int]]:
    """Spans of `glyphs` that poppler reads against the paragraph, from their first strong letter to their last."""
    against = _LEFT if line.rtl else _RIGHT
    found: list[tuple[int, int]] = []
    start = last = None
    for place, glyph in enumerate([*line.glyphs, None]):
        strong = _strong(glyph) if glyph is not None else (_RIGHT if line.rtl else _LEFT)
        if strong == against:
            start = place if start is None else start
            last = place
        elif strong is not None and start is not None and last is not None:
            found.append((start, last + 1))
            start = last = None
    return found


def _for_poppler(line: Line) -> _Told:
    texts = {place: _meant(glyph) for place, glyph in enumerate(line.glyphs)}
    order = list(range(len(line.glyphs)))
    mark = _RIGHT_TO_LEFT_MARK if line.rtl else _LEFT_TO_RIGHT_MARK
    for start, end in _groups(line):
        order[start:end] = reversed(order[start:end])
        if line.rtl:
            texts[start] = mark + texts[start]
        elif end < len(order):
            texts[end] = mark + texts[end]
    return _Told(tuple(reversed(order) if line.rtl else order), texts)


def _meant(glyph: Glyph) -> str:
    return glyph.cluster.letters[::-1]


def _needs_telling(line: Line, place: int) -> bool:
    letters = line.glyphs[place].cluster.letters
    return mirrored(letters) != letters or any(start <= place < end for start, end in _groups(line))


def _for_pdfium(line: Line) -> _Told:
    kinds = [_kind(glyph) for glyph in line.glyphs]
    segments = [
        (kind, [place for place, _ in group]) for kind, group in groupby(enumerate(kinds), key=lambda item: item[1])
    ]
    counted = Counter(kind for kind, _ in segments)
    rightward = counted[_RIGHT] > 0 and counted[_RIGHT] >= counted[_LEFT]
    running = _RIGHT if rightward else _LEFT
    texts: dict[int, str] = {}
    ordered: list[list[int]] = []
    for kind, places in segments:
        turned = kind == _RIGHT or (kind == _NEUTRAL and running == _RIGHT)
        running = _RIGHT if turned else running if kind == _WEAK else _LEFT
        for place in places:
            letters = line.glyphs[place].cluster.letters
            texts[place] = "".join(map(mirrored, letters))[::-1] if turned else letters
        # pdfium turns drawn letters around, but not letters told: neutrals that need telling are told as meant.
        told = kind == _NEUTRAL and len(places) > 1 and any(_needs_telling(line, place) for place in places)
        ordered.append(places[::-1] if turned and not told else places)
    if rightward:
        ordered.reverse()
    return _Told(tuple(place for places in ordered for place in places), texts)


def _blocks(drawn: _Told, spoken: _Told, pdfium: _Told, groups: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The smallest stretches of paper that hold the same glyphs for every reader; a group is never cut."""
    inside = {place: number for number, (start, end) in enumerate(groups) for place in range(start, end)}
    found: list[tuple[int, int]] = []
    open_places: Counter[int] = Counter()
    start = 0
    for end, (a, b, c) in enumerate(zip(drawn.order, spoken.order, pdfium.order, strict=True), start=1):
        # Each glyph is met once by each of the three; three times met, it is settled.
        open_places.update((a, b, c))
        for place in {a, b, c}:
            if open_places[place] == 3:
                del open_places[place]
        following = drawn.order[end] if end < len(drawn.order) else None
        same_group = following is not None and a in inside and inside[a] == inside.get(following)
        if not open_places and not same_group:
            found.append((start, end))
            start = end
    return found
