"""What a PDF reader is told, so that copied and searched text is the logical text of the line.

Readers find letters in the order of the paper, from the left, and turn right-to-left lines around by rules of their
own. Plain Arabic survives that. What does not is put under /ActualText, apart for each reader where they differ:

* poppler (pdftotext, Evince, Okular) takes only a /Span's text. It keeps brackets as drawn, so they must be given as
  meant, and it draws what follows a left-to-right piece into that piece unless a right-to-left mark closes it.
* pdfium (Chrome, Edge, our own preview) takes the innermost mark's text, whatever its tag; an empty one bids it read
  what is drawn. It mirrors brackets itself. Letters and digits of one Latin id are two pieces to it, which it puts in
  right-to-left order, so it is given them in the order that comes out right.

The rules were read in the readers' sources (poppler `TextOutputDev.cc` `reorderText`, pdfium `cpdf_textpage.cpp`
`CloseTempLine`) and tried; tests read every paper back with both. Not settled: an Arabic line with more Latin words
than Arabic ones, which pdfium takes for a Latin line.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from unicodedata import bidirectional

from reports.arabic.faces import read_back
from reports.arabic.lines import Glyph, Line

_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_LEFT, _WEAK, _RIGHT, _NEUTRAL = "L", "W", "R", "N"
_CLASSES = {
    "L": _LEFT,
    "R": _RIGHT,
    "AL": _RIGHT,
    **dict.fromkeys(("EN", "AN", "NSM", "CS", "ES", "ET", "BN"), _WEAK),
}


_AS_DRAWN = ""


@dataclass(frozen=True)
class Run:
    """Neighbouring glyphs from left to right, and what is said of them.

    `spoken` and `pdfium` are both None where plain ToUnicode does; an empty `pdfium` lets it read what is drawn.
    """

    glyphs: tuple[Glyph, ...]
    spoken: str | None = None
    pdfium: str | None = None


@dataclass(frozen=True)
class _Told:
    """The order in which a reader must meet the glyphs, and the text of each."""

    order: tuple[int, ...]
    texts: dict[int, str]


def runs(line: Line, *, alone: bool = True) -> list[Run]:
    """The line from left to right, cut where a reader needs to be told something.

    `alone` says that nothing else stands at the same height: pdfium reads a row of cells as one line.
    """
    if all(_plain(glyph) for glyph in line.glyphs) and line.rtl:
        return [Run(tuple(line.glyphs[place] for place in line.visual))]
    drawn = _Told(tuple(line.visual), {i: read_back(glyph.ink) for i, glyph in enumerate(line.glyphs)})
    kinds = [_kind(glyph) for glyph in line.glyphs]
    spoken = _for_poppler(line)
    pdfium = _for_pdfium(line, kinds) if line.rtl and (_RIGHT in kinds or not alone) else drawn
    # Arabic in an English line: told the very letters drawn, pdfium turns the piece as a whole, else word by word.
    told_as_drawn = not line.rtl and _RIGHT in kinds and _LEFT in kinds
    cut: list[Run] = []
    for start, end in _blocks(drawn, spoken, pdfium, _groups(line)):
        glyphs = tuple(line.glyphs[place] for place in drawn.order[start:end])
        shown, said, found = (
            "".join(told.texts[place] for place in told.order[start:end]) for told in (drawn, spoken, pdfium)
        )
        foreign = told_as_drawn and any(glyph.rtl for glyph in glyphs)
        if foreign and shown == said == found:
            cut.append(Run(glyphs, None, found))
        elif shown == said == found:
            if cut and cut[-1].spoken is None and cut[-1].pdfium is None:
                cut[-1] = Run((*cut[-1].glyphs, *glyphs))
            else:
                cut.append(Run(glyphs))
        else:
            cut.append(Run(glyphs, said, _AS_DRAWN if found == shown else found))
    return cut


def _plain(glyph: Glyph) -> bool:
    return glyph.rtl and (glyph.is_space or _kind_of(glyph.ink) == _RIGHT)


def _kind(glyph: Glyph) -> str:
    return _kind_of(glyph.cluster.letters[0])


@cache
def _kind_of(letter: str) -> str:
    return _CLASSES.get(bidirectional(letter), _NEUTRAL)


def _groups(line: Line) -> list[tuple[int, int]]:
    """Spans of `glyphs` that poppler reads against the paragraph."""
    keys = [_against(glyph, line) for glyph in line.glyphs]
    found: list[tuple[int, int]] = []
    for key, group in groupby(enumerate(keys), key=lambda item: item[1]):
        places = [place for place, _ in group]
        if key is not None:
            found.append((places[0], places[-1] + 1))
    return found


def _against(glyph: Glyph, line: Line) -> str | None:
    """What kind of piece against the paragraph a glyph is in: one of the other side, or a stray sign; or none."""
    if glyph.rtl != line.rtl:
        return "other side"
    # Poppler takes commas, stops and signs for numbers wherever they stand.
    return "sign" if line.rtl and _kind(glyph) == _WEAK else None


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


def _for_pdfium(line: Line, kinds: list[str]) -> _Told:
    """Pieces of one kind in right-to-left order, which pdfium will turn around; told only where drawn otherwise."""
    segments = [
        (kind, [place for place, _ in group]) for kind, group in groupby(enumerate(kinds), key=lambda item: item[1])
    ]
    stretches = _latin_stretches(line, segments)
    kinds_met = Counter(kind for kind, _ in segments)
    closing = {last for _, last in stretches}
    texts: dict[int, str] = {}
    ordered: list[list[int]] = []
    running = _RIGHT
    for number, (kind, places) in enumerate(segments):
        turned = kind == _RIGHT or (kind == _NEUTRAL and running == _RIGHT)
        for place in places:
            glyph = line.glyphs[place]
            texts[place] = read_back(glyph.ink) if turned else glyph.cluster.letters
        ordered.append(places[::-1] if turned else places)
        running = _RIGHT if turned else running if kind == _WEAK else _LEFT
        if number in closing:
            # Without it the brackets after a Latin piece would be read as that piece's own.
            texts[places[0]] = _RIGHT_TO_LEFT_MARK + texts[places[0]]
            running = _RIGHT
    # A line is right-to-left to pdfium if it has more such pieces than Latin ones; marks weigh as pieces.
    lacking = 1 + kinds_met[_LEFT] - kinds_met[_RIGHT] - len(stretches)
    for first, last in stretches:
        # Told text with more marks than letters would itself be turned around.
        if lacking > 0 and sum(kind == _LEFT for kind, _ in segments[first : last + 1]) > 1:
            texts[segments[first][1][-1]] += _RIGHT_TO_LEFT_MARK
            lacking -= 1
    return _Told(tuple(place for places in reversed(ordered) for place in places), texts)


def _latin_stretches(line: Line, segments: list[tuple[str, list[int]]]) -> list[tuple[int, int]]:
    """First and last segment of each stretch of Latin letters with the numbers that go with them."""
    found: list[tuple[int, int]] = []
    first = last = None
    for number, (kind, places) in enumerate([*segments, (_RIGHT, [])]):
        if kind == _LEFT or (kind == _WEAK and last is not None):
            first = number if first is None else first
            last = number
        elif (kind == _RIGHT or line.glyphs[places[0]].rtl) and first is not None and last is not None:
            found.append((first, last))
            first = last = None
    return found


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
