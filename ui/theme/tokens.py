"""The colours, sizes and type of the house; every widget takes them from here, none names a colour of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a status says of itself; always shown with a word or a sign beside the colour."""

    GOOD = "good"
    WAIT = "wait"
    STOP = "stop"
    UNKNOWN = "unknown"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour to write in and the tint to write it on; together at least 4.5:1."""

    ink: str
    tint: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme, as `#RRGGBB`.

    Args:
        ground: of the page.
        surface: of cards and tables.
        sunken: of fields that cannot be written in, of table heads, of the search box at rest.
        line: between rows and around cards.
        edge: around fields and buttons; 3:1 against the surface, since it tells where one may write.
        ink: of text; soft_ink of what stands second.
        accent: primary action, focus ring, selection; on_accent is written on it.
        selected: behind a selected row.
        rail: behind the navigation, with rail_ink, rail_soft and rail_selected.
        tones: by `Tone`.
        shadow: of the one shadow.
    """

    ground: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    soft_ink: str
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    rail: str
    rail_ink: str
    rail_soft: str
    rail_selected: str
    shadow: str
    tones: dict[Tone, Ink]


LIGHT = Palette(
    ground="#F6F7F5",
    surface="#FFFFFF",
    sunken="#F1F3F1",
    line="#E1E6E3",
    edge="#87938F",
    ink="#1B2326",
    soft_ink="#566368",
    accent="#0F6B62",
    accent_hover="#0B564F",
    on_accent="#FFFFFF",
    selected="#E3EFEC",
    rail="#143F3A",
    rail_ink="#FFFFFF",
    rail_soft="#B4CFC9",
    rail_selected="#1F5D54",
    shadow="#1B2326",
    tones={
        Tone.GOOD: Ink("#196A3C", "#E4F4EA"),
        Tone.WAIT: Ink("#8A5107", "#FDF1DD"),
        Tone.STOP: Ink("#A8231B", "#FCE8E6"),
        Tone.UNKNOWN: Ink("#4A5877", "#E9EDF5"),
        Tone.PLAIN: Ink("#4A565B", "#EDF0EE"),
    },
)

DARK = Palette(
    ground="#14181A",
    surface="#1D2326",
    sunken="#181D20",
    line="#2F383C",
    edge="#6B797E",
    ink="#E8ECEB",
    soft_ink="#A3B0B4",
    accent="#3FB5A6",
    accent_hover="#5CC7B9",
    on_accent="#0B1A18",
    selected="#1C3431",
    rail="#0E2B28",
    rail_ink="#F2F6F5",
    rail_soft="#9CBFB8",
    rail_selected="#1A4A44",
    shadow="#000000",
    tones={
        Tone.GOOD: Ink("#5CC98A", "#1B3527"),
        Tone.WAIT: Ink("#E0A549", "#3A2D16"),
        Tone.STOP: Ink("#F2857D", "#40211F"),
        Tone.UNKNOWN: Ink("#9FB0D3", "#262F40"),
        Tone.PLAIN: Ink("#B5C0C3", "#2A3236"),
    },
)

PALETTES = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}

FAMILY = "IBM Plex Sans Arabic"
CODE_FAMILIES = '"IBM Plex Mono", "DejaVu Sans Mono", "Consolas", "Menlo", "monospace"'
"""Of the rules' expressions, in letters of one width; the first that the machine has."""

TEXT_POINTS, TITLE_POINTS, SUBTITLE_POINTS, FIGURE_POINTS, SMALL_POINTS = 10.5, 15.0, 12.5, 21.0, 9.5
"""Type sizes at 100 %, in points."""

GRID = 8
"""Pixels; distances are whole or half multiples of it."""

RADIUS = 6
ROW_HEIGHT, COMPACT_ROW_HEIGHT = 36, 28
"""Pixels of a table row at 100 % text size."""

TEXT_SIZES = (100, 110, 125, 150, 175)
"""Per cent that a person may choose."""
