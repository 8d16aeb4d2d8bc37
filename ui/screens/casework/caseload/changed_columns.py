"""The columns of a run's files beside what the office decided last of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.facts.codes import Outcome
from desktop.values.isolates import isolated
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.parts.table.columns import Column, open_button
from ui.screens.casework.caseload.words import decided_words, found_words, kind_mark, outcome_words
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.casework.caseload_changes import ChangedFile


class ChangedColumns(QObject):
    """Makes the columns; none sorts, since such a list is read by file number."""

    def all(self) -> Sequence[Column[ChangedFile]]:
        """The family, what changed, what was decided and what was found."""
        return (
            Column(
                "family",
                lambda: self.tr("Family"),
                lambda row, _reader: isolated(row.head_name),
                second=self._number,
                export=lambda row: row.file_number,
                width=210,
                stretch=True,
                hideable=False,
                strong=True,
            ),
            Column(
                "change",
                lambda: self.tr("Beside the decision"),
                lambda _row, _reader: "",
                mark=lambda row, _reader: kind_mark(row.kind.value),
                width=190,
            ),
            Column("decided", lambda: self.tr("Decided"), decided_words, second=self._decision, width=180),
            Column("found", lambda: self.tr("Found in this run"), found_words, second=self._outcome, width=180),
            Column(
                "members",
                lambda: self.tr("Members"),
                lambda row, reader: reader.number(row.member_count),
                export=lambda row: row.member_count,
                width=80,
                shown=False,
            ),
            Column("standing", lambda: self.tr("File"), lambda _row, _reader: "", mark=self._standing, width=110),
            open_button(lambda: self.tr("Open"), width=90),
        )

    def _number(self, row: ChangedFile, reader: Reader) -> str:
        return reader.code(row.file_number)

    def _decision(self, row: ChangedFile, reader: Reader) -> str:
        if row.decided is None or row.decided_on is None:
            return self.tr("No decision yet")
        kind = capitalised(reader.wording(row.decided.label))
        return self.tr("{kind} on {day}").format(kind=kind, day=reader.day(row.decided_on))

    def _outcome(self, row: ChangedFile, reader: Reader) -> str:
        return outcome_words(reader, row.outcome) if row.outcome is Outcome.ELIGIBLE else ""

    def _standing(self, row: ChangedFile, _reader: Reader) -> Mark | None:
        if row.closed:
            return Mark(Tone.PLAIN, self.tr("Closed since"), Sign.LOCK)
        return Mark(Tone.WAIT, self.tr("Sealed"), Sign.LOCK) if row.sealed else None
