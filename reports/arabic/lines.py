"""Breaking a paragraph into lines on its logical text, each line then put in visual order by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reports.arabic import markup
from reports.arabic.faces import Face, advance, face_for
from reports.arabic.levels import in_visual_order, levels, mirrored
from reports.arabic.markup import LRI, PDI, RLI, Span, Style
from reports.arabic.shaping import Cluster, shaped


@dataclass(frozen=True)
class Glyph:
    """A cluster in its face and style, with its level.

    `ink` is the letter drawn, mirrored where it must be; `width` its advance in points.
    """

    cluster: Cluster
    ink: str
    face: Face
    style: Style
    level: int
    width: float

    @property
    def rtl(self) -> bool:
        """Whether it runs right to left."""
        return self.level % 2 == 1

    @property
    def is_space(self) -> bool:
        """Whether a line may stretch or, at an ordinary space, break here."""
        return self.ink in (" ", markup.NO_BREAK_SPACE)


@dataclass(frozen=True)
class Line:
    """Glyphs of one line in logical order; `swallowed` are the spaces that the break took away."""

    glyphs: tuple[Glyph, ...]
    rtl: bool
    swallowed: str = ""

    @property
    def text(self) -> str:
        """The line's logical text, without isolates."""
        return "".join(glyph.cluster.source for glyph in self.glyphs)

    @property
    def width(self) -> float:
        """Natural width in points."""
        return sum(glyph.width for glyph in self.glyphs)

    @property
    def visual(self) -> list[int]:
        """Places in `glyphs`, from the left of the paper to the right."""
        return in_visual_order(range(len(self.glyphs)), [glyph.level for glyph in self.glyphs])


_ARABIC_INDIC = re.compile("[٠-٩]")
_TOKEN = re.compile(f"[{LRI}{RLI}{PDI}]|[ \u00a0]|[^ \u00a0{LRI}{RLI}{PDI}]+")


def set_lines(spans: Sequence[Span], width: float, *, rtl: bool) -> list[Line]:
    """The lines of a paragraph no wider than `width` points; a word wider than a line is cut between letters.

    Raises `MissingGlyphError` where no face can draw a letter.
    """
    return _break([*_glyphs(spans, rtl)], width, rtl=rtl)


def _glyphs(spans: Sequence[Span], rtl: bool) -> list[Glyph]:
    texts = [markup.isolated(span.text, rtl=rtl) for span in spans]
    resolved = levels("".join(texts), int(rtl))
    glyphs: list[Glyph] = []
    place = 0
    for span, text in zip(spans, texts, strict=True):
        for token in _TOKEN.findall(text):
            if token in (LRI, RLI, PDI):
                place += 1
                continue
            # Signs between Arabic-Indic digits belong to them, not to the Latin letters they are shared with.
            latin = not _ARABIC_INDIC.search(token)
            for cluster in shaped(token):
                glyphs.append(_glyph(cluster, resolved[place], span.style, latin))
                place += len(cluster.source)
    return glyphs


@lru_cache(maxsize=16384)
def _glyph(cluster: Cluster, level: int, style: Style, latin: bool) -> Glyph:
    ink = mirrored(cluster.glyph) if level % 2 else cluster.glyph
    if latin and level % 2 == 0 and ink in _LATIN_INK:
        style = _in_latin(style)
    face = face_for(ink + cluster.marks, style.face)
    return Glyph(cluster, ink, face, style, level, advance(ink, face) * style.size / 1000)


_LATIN_INK = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x250), 0x2013, 0x2014, *range(0x2018, 0x201E)]))


@lru_cache
def _in_latin(style: Style) -> Style:
    """The style for Latin pieces: the naskh of the body has an Arabic full stop, too heavy beside Latin letters."""
    faces = {Face.BODY: Face.LABEL, Face.BODY_BOLD: Face.LABEL_SEMIBOLD}
    if style.face not in faces:
        return style
    return replace(style, face=faces[style.face], size=style.size * _LATIN_SCALE)


# Latin letters of the sans stand as tall as the naskh around them at this share of its size.
_LATIN_SCALE = 0.82


def _break(glyphs: list[Glyph], width: float, *, rtl: bool) -> list[Line]:
    lines: list[Line] = []
    start = 0
    while start < len(glyphs):
        end, after = _fitting(glyphs, start, width)
        swallowed = "".join(glyph.cluster.source for glyph in glyphs[end:after])
        lines.append(Line(tuple(glyphs[start:end]), rtl, swallowed))
        start = after
    return lines or [Line((), rtl)]


def _fitting(glyphs: list[Glyph], start: int, width: float) -> tuple[int, int]:
    """(end of the line that starts there, start of the next), the spaces between them belonging to neither."""
    # Widths are sums of fractions: a line measured before must fit when set again.
    room = width + 0.01
    break_at = None
    place = start
    while place < len(glyphs):
        if glyphs[place].ink == " ":
            gap = place
            while place < len(glyphs) and glyphs[place].ink == " ":
                place += 1
            if gap > start:
                break_at = (gap, place)
            room -= sum(glyph.width for glyph in glyphs[gap:place])
            continue
        room -= glyphs[place].width
        if room < 0:
            # At least one letter a line, or a column narrower than a letter would never end.
            cut = max(place, start + 1)
            return break_at or (cut, cut)
        place += 1
    end = place
    while end > start and glyphs[end - 1].ink == " ":
        end -= 1
    return end, place
