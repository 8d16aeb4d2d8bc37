"""The two typefaces of the office's paper, embedded as subsets whose text reads back as plain Arabic letters."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import cache
from struct import unpack
from typing import Any

import fontpkg_amiri
import fontpkg_ibm_plex_sans_arabic
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont
from typing_extensions import override

_AMIRI = fontpkg_amiri.ROOT / "files"
_PLEX = fontpkg_ibm_plex_sans_arabic.ROOT / "files"


class MissingGlyphError(Exception):
    """No face of the chain can draw a letter. A box on a certificate would be worse than no certificate."""


class Face(Enum):
    """A cut of a typeface: the name inside the PDF and its file."""

    BODY = "YusrBody", _AMIRI / "Amiri-Regular.ttf"
    BODY_BOLD = "YusrBodyBold", _AMIRI / "Amiri-Bold.ttf"
    LABEL = "YusrLabel", _PLEX / "IBMPlexSansArabic-Regular.ttf"
    LABEL_SEMIBOLD = "YusrLabelSemiBold", _PLEX / "IBMPlexSansArabic-SemiBold.ttf"

    @property
    def chain(self) -> tuple[Face, ...]:
        """The face itself, then those that may stand in for a letter it lacks, best first."""
        return (self, *_STAND_INS[self])


_STAND_INS = {
    Face.BODY: (Face.LABEL,),
    Face.BODY_BOLD: (Face.LABEL_SEMIBOLD,),
    Face.LABEL: (Face.BODY,),
    Face.LABEL_SEMIBOLD: (Face.BODY_BOLD,),
}


class PaperFont(TTFont):  # type: ignore[misc]  # ReportLab states no types
    """A TrueType font whose ToUnicode maps each presentation form to plain letters.

    ReportLab would map a glyph to the character it was asked for (U+FEF7), which no reader finds when it searches
    for «لأ». A ligature's letters are written in the order they lie on paper, from the left, as poppler and pdfium
    both expect when they turn a right-to-left line around.
    """

    def __init__(self, face: Face) -> None:
        name, file = face.value
        super().__init__(name, str(file), asciiReadable=False)

    @override
    def addObjects(self, doc: Any) -> None:
        """Embed the subsets used by `doc`, then replace the maps that ReportLab made for them."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + name].content = _to_unicode(name, subset)


def read_back(letter: str) -> str:
    """What a reader finds where `letter` was drawn, in the order of the paper from the left."""
    return unicodedata.normalize("NFKC", letter)[::-1] if letter >= "\ufb00" else letter


def _to_unicode(name: str, subset: list[int]) -> str:
    # At most 100 lines a block is the format's own limit (Adobe Technical Note 5014).
    maps = [
        f"<{code:02X}> <{read_back(chr(letter)).encode('utf-16-be').hex().upper()}>"
        for code, letter in enumerate(subset)
        if letter
    ]
    blocks = [maps[start : start + 100] for start in range(0, len(maps), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


@cache
def font(face: Face) -> PaperFont:
    """The loaded font, registered with ReportLab under the face's name."""
    loaded = PaperFont(face)
    pdfmetrics.registerFont(loaded)
    return loaded


def face_for(letters: str, wanted: Face) -> Face:
    """The first face of the chain that has every one of `letters`; raises `MissingGlyphError` where none has."""
    for face in wanted.chain:
        if all(ord(letter) in font(face).face.charToGlyph for letter in letters):
            return face
    named = ", ".join(f"U+{ord(letter):04X}" for letter in letters)
    raise MissingGlyphError(f"no face of {wanted.name} draws {named}")


@cache
def advance(letter: str, face: Face) -> float:
    """Width of a letter in thousandths of the size; marks are drawn over their letter and have none."""
    return float(font(face).face.charWidths[ord(letter)])


@cache
def extent(letter: str, face: Face) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a glyph's ink in thousandths of the size; all 0 for a blank."""
    data = glyph_data(font(face).face.charToGlyph[ord(letter)], face)
    if len(data) < 10:
        return 0.0, 0.0, 0.0, 0.0
    scale = 1000 / font(face).face.unitsPerEm
    left, bottom, right, top = unpack(">4h", data[2:10])
    return left * scale, bottom * scale, right * scale, top * scale


def glyph_data(glyph: int, face: Face) -> bytes:
    """The `glyf` entry of a glyph, empty for a blank."""
    loaded = font(face).face
    start, end = loaded.glyphPos[glyph], loaded.glyphPos[glyph + 1]
    return bytes(_glyf(face)[start:end])


@cache
def _glyf(face: Face) -> bytes:
    return bytes(font(face).face.get_table("glyf"))
