"""What a version of the rules changed of the one before, as rows: one sentence each, the expressions folded away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.programmes.comparing.differences import differences
from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.screens.programmes.entry import Entry
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.comparing.sentences import Change
    from desktop.programmes.packs.pack import (
        AdjustmentOf,
        Benefit,
        Category,
        Criterion,
        Document,
        PackText,
        Variable,
    )

    Ruled = Criterion | Category | Benefit | AdjustmentOf | Document | Variable

translate = QCoreApplication.translate

_DAYS = "applies"
"""Where a pack says its days; the line of time says them already."""

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def changes_between(old: PackText, new: PackText, reader: Reader) -> list[Entry]:
    """Every difference that somebody may feel, in the order in which a pack is read.

    Args:
        old: the version before, amendments worked in.
        new: the version after.
        reader: in whose words.
    """
    return [
        Entry(
            key=f"changed {each.place}",
            title=_DAY.sub(lambda day: reader.day(date.fromisoformat(day[0])), reader.wording(each.says)),
            value=_mark(each.change),
            cite=each.cite,
            code=tuple(_code(old, new, each.place)),
        )
        for each in differences(old, new)
        if each.place != _DAYS
    ]


def _code(old: PackText, new: PackText, place: str) -> Iterator[tuple[str, str]]:
    """The expressions before and after, where they are others."""
    before, after = _stated(old, place), _stated(new, place)
    for name in ("when", "is_", "pays"):
        texts = [getattr(each, name, None) for each in (before, after)]
        if texts[0] != texts[1]:
            if texts[0] is not None:
                yield translate("Changes", "Before"), texts[0]
            if texts[1] is not None:
                yield translate("Changes", "Now"), texts[1]


def _stated(text: PackText, place: str) -> object:
    """What stands at a place of a pack, in a section whose things have an id; None where nothing does."""
    section, _, name = place.partition("/")
    sections: dict[str, Sequence[Ruled]] = {
        "criteria": text.criteria,
        "categories": text.categories,
        "benefits": text.benefits,
        "adjustments": text.adjustments,
        "documents": text.documents,
        "variables": text.variables,
    }
    listed = sections.get(section, ())
    return next((each for each in listed if name in {each.id, f"{getattr(each, 'of', '')}/{each.id}"}), None)


def _mark(change: Change) -> Mark:
    match change:
        case "added":
            return Mark(Tone.GOOD, translate("Changes", "New"), Sign.DOT)
        case "gone":
            return Mark(Tone.STOP, translate("Changes", "Left out"))
        case "changed":
            return Mark(Tone.WAIT, translate("Changes", "Changed"), Sign.DOT)
        case "reworded":
            return Mark(Tone.PLAIN, translate("Changes", "Reworded"), Sign.DOT)
