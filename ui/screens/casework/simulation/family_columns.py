"""The columns of the families that a simulation touches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.parts.table.columns import Choice, Column, ExportValue, open_button
from ui.screens.casework.simulation.words import between, change_words, differing, group_words, outcome_words
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.simulation.listing import Affected
    from ui.screens.casework.simulation.reading import Simulated

NO_CATEGORY = "-"
"""The choice of families that are in no category: an empty one asks for all."""


class FamilyColumns(QObject):
    """Makes the columns; keys of those that sort are those of `simulation.listing.SortedBy`.

    Args:
        shown: the simulation, whose laws name conditions and categories.
    """

    def __init__(self, shown: Simulated, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown

    def all(self) -> tuple[Column[Affected], ...]:
        """File, what it has under each law, the change and why."""
        categories = bool(self._shown.before.categories or self._shown.after.categories)
        columns: tuple[Column[Affected], ...] = (
            Column(
                "file_number",
                lambda: self.tr("File number"),
                lambda row, reader: reader.code(row.file_number),
                sort_value=lambda row: row.file_number,
                export=lambda row: row.file_number,
                width=150,
                hideable=False,
                strong=True,
            ),
            Column(
                "size",
                lambda: self.tr("Members"),
                lambda row, reader: reader.number(row.size),
                sort_value=lambda row: row.size,
                choices=lambda reader: self._groups("size", reader),
                export=lambda row: row.size,
                width=80,
            ),
            Column(
                "change",
                lambda: self.tr("Change"),
                lambda _row, _reader: "",
                mark=self._change,
                sort_value=lambda row: row.change,
                width=190,
            ),
            Column(
                "before",
                lambda: self.tr("Before"),
                lambda row, reader: between(reader, row.before_low, row.before_high, self._shown.answer.currency),
                second=lambda row, reader: outcome_words(reader, row.before_outcome),
                sort_value=lambda row: row.before_low,
                width=170,
            ),
            Column(
                "after",
                lambda: self.tr("After"),
                lambda row, reader: between(reader, row.after_low, row.after_high, self._shown.answer.currency),
                second=lambda row, reader: outcome_words(reader, row.after_outcome),
                sort_value=lambda row: row.after_low,
                width=170,
            ),
            Column(
                "why",
                lambda: self.tr("What comes out otherwise"),
                self._why,
                width=220,
                stretch=True,
            ),
            Column(
                "category",
                lambda: self.tr("Category"),
                lambda row, reader: group_words(self._shown, "category", row.category, reader),
                choices=lambda reader: self._groups("category", reader),
                export=lambda row: self._plain("category", row.category),
                width=170,
                shown=False,
            ),
            Column(
                "section",
                lambda: self.tr("Section"),
                lambda row, reader: group_words(self._shown, "section", row.section, reader),
                choices=lambda reader: self._groups("section", reader),
                width=130,
                shown=False,
            ),
            open_button(lambda: self.tr("Open"), width=90),
        )
        several = len(self._shown.answer.sums.groups["section"]) > 1
        left_out = {*(() if categories else ("category",)), *(() if several else ("section",))}
        return tuple(each for each in columns if each.key not in left_out)

    def _why(self, row: Affected, reader: Reader) -> str:
        if row.differs:
            return differing(self._shown, row.differs, reader)
        if row.becomes == "same":
            return self.tr("Nothing of what is asked")
        return self.tr("The two rules ask different things")

    def _change(self, row: Affected, reader: Reader) -> Mark:
        words = change_words(reader, row.change, self._shown.answer.currency)
        if row.becomes == "gains":
            return Mark(Tone.GOOD, words)
        if row.becomes == "loses":
            return Mark(Tone.STOP, words)
        return Mark(Tone.PLAIN, words, Sign.DASH) if row.becomes == "same" else Mark(Tone.UNKNOWN, words)

    def _groups(self, column: str, reader: Reader) -> Sequence[Choice]:
        groups = self._shown.answer.sums.groups[column]
        keys = sorted(groups, key=lambda key: int(key or 0)) if column == "size" else list(groups)
        return [Choice(key or NO_CATEGORY, group_words(self._shown, column, key, reader)) for key in keys]

    def _plain(self, column: str, key: str) -> ExportValue:
        return bare(group_words(self._shown, column, key, Reader()))
