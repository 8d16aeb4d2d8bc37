"""The runs that were kept, the newest first; one of them is opened by Enter or its button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.facts.codes import Outcome
from desktop.values.isolates import isolated
from desktop.values.language import Wording, capitalised
from ui.language.reader import Reader
from ui.parts.table.columns import Column, open_button
from ui.screens.casework.caseload.words import state_mark

if TYPE_CHECKING:
    from desktop.casework.caseload_runs import RunRecord


class RunColumns(QObject):
    """Makes the columns; `titles` names the programmes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles: Mapping[str, Wording] = {}

    def all(self) -> Sequence[Column[RunRecord]]:
        """When, what for, how it ended, and what it came to."""
        return (
            Column(
                "begun",
                lambda: self.tr("Begun"),
                lambda row, reader: reader.instant(row.begun_at),
                second=lambda row, reader: reader.colleague(row.begun_by),
                sort_value=lambda row: row.begun_at,
                export=lambda row: row.begun_at.date(),
                width=210,
                hideable=False,
                strong=True,
            ),
            Column(
                "programme",
                lambda: self.tr("Programme"),
                self._programme,
                second=lambda row, reader: reader.day(row.on),
                sort_value=lambda row: row.asked,
                width=190,
                stretch=True,
            ),
            Column(
                "state",
                lambda: self.tr("Ended"),
                lambda _row, _reader: "",
                mark=lambda row, _reader: state_mark(row),
                sort_value=lambda row: row.state.value,
                width=112,
            ),
            Column(
                "files",
                lambda: self.tr("Households"),
                lambda row, reader: reader.number(row.files),
                sort_value=lambda row: row.files,
                export=lambda row: row.files,
                width=75,
            ),
            *(self._outcome(each) for each in Outcome),
            Column(
                "due",
                lambda: self.tr("Due a month"),
                lambda row, reader: "" if row.due is None else reader.money(row.due),
                sort_value=lambda row: None if row.due is None else row.due.minor,
                width=130,
            ),
            open_button(lambda: self.tr("Show"), width=90),
        )

    def _programme(self, row: RunRecord, reader: Reader) -> str:
        title = self.titles.get(row.programme)
        words = isolated(row.programme) if title is None else capitalised(reader.wording(title))
        _, _, version = row.asked.partition("@")
        return f"{words} · {reader.code(version)}" if version else words

    def _outcome(self, outcome: Outcome) -> Column[RunRecord]:
        def cell(row: RunRecord, reader: Reader) -> str:
            return reader.number(row.outcomes[outcome])

        titles = {
            Outcome.ELIGIBLE: lambda: self.tr("Eligible"),
            Outcome.INELIGIBLE: lambda: self.tr("Ineligible"),
            Outcome.UNDETERMINED: lambda: self.tr("Undetermined"),
        }
        return Column(
            outcome.value,
            titles[outcome],
            cell,
            sort_value=lambda row: row.outcomes[outcome],
            export=lambda row: row.outcomes[outcome],
            width=88,
        )
