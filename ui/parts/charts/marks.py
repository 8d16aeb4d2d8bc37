"""What charts show, ready for the reader: series, groups of segments, steps of a spread. Every text is said already."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.theme.tokens import Tone


class Fill(StrEnum):
    """How a mark is filled, so that it is told from the others without its colour."""

    SOLID = "solid"
    STRIPES = "stripes"
    DOTS = "dots"
    HOLLOW = "hollow"
    LINE = "line"
    """No bar: a line across it, as of what was before."""


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of what is counted.

    Args:
        key: its name in signals.
        words: what it is called, in the legend.
        tone: its colour; fill its pattern.
    """

    key: str
    words: str
    tone: Tone
    fill: Fill


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar.

    Args:
        series: the key of what is counted.
        value: how much; 0 is not drawn.
        figure: the value as it is written in the bar.
        words: what is told of it where the mouse or the keyboard rests on it.
    """

    series: str
    value: int
    figure: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """A bar of segments.

    Args:
        key: its name in signals.
        label: what it stands for.
        total: what is written at its end.
        segments: in the order of the series.
    """

    key: str
    label: str
    total: str
    segments: tuple[Segment, ...]

    @property
    def value(self) -> int:
        """All segments together."""
        return sum(each.value for each in self.segments)


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of a spread, from `low` to `high` of what is measured.

    Args:
        low: where it begins.
        high: where it ends.
        value: how many.
        series: the key of what they are.
        words: what is told of it.
    """

    low: int
    high: int
    value: int
    series: str
    words: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The same in figures: headings, and the cells of each row, the first naming it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
