"""The columns of lists of issued papers: those of one household, and the whole register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.issuing.kinds import KINDS, about
from desktop.values.isolates import isolated
from ui.language.reader import Reader
from ui.parts.table.columns import Choice, Column, open_button
from ui.screens.issuing.paper_words import copies_words, day_of, state_mark, state_words

if TYPE_CHECKING:
    from desktop.issuing.answers import IssuedAnswer

STATES = ("issued", "void", "reserved")
DAYS = (0, 7, 30, 365)
"""Days back that the register may be narrowed to; 0 is today alone."""


class PaperColumns(QObject):
    """Makes the columns."""

    def of_household(self) -> tuple[Column[IssuedAnswer], ...]:
        """Of the papers of one file."""
        return (self._serial(), self._kind(), self._day(), self._by(), self._state(), self._copies(), self._open())

    def of_register(self) -> tuple[Column[IssuedAnswer], ...]:
        """Of the register: whose they are, too."""
        holder: Column[IssuedAnswer] = Column(
            "holder",
            lambda: self.tr("Holder"),
            lambda row, reader: isolated(row.holder.said_in(reader.language)),
            second=lambda row, reader: reader.code(row.file_number),
            width=190,
            stretch=True,
        )
        return (
            self._serial(),
            holder,
            self._kind(chosen=True),
            self._day(chosen=True),
            self._by(),
            self._state(chosen=True),
            self._copies(),
            self._open(),
        )

    def _serial(self) -> Column[IssuedAnswer]:
        return Column(
            "serial",
            lambda: self.tr("Serial"),
            lambda row, reader: reader.code(row.serial),
            export=lambda row: row.serial,
            width=168,
            hideable=False,
            strong=True,
        )

    def _kind(self, *, chosen: bool = False) -> Column[IssuedAnswer]:
        return Column(
            "kind",
            lambda: self.tr("Document"),
            lambda row, reader: reader.wording(about(row.kind).label),
            choices=self._kinds if chosen else None,
            width=180,
            stretch=not chosen,
        )

    def _day(self, *, chosen: bool = False) -> Column[IssuedAnswer]:
        return Column(
            "day",
            lambda: self.tr("Day"),
            lambda row, reader: reader.day(day_of(row, reader)),
            choices=self._lately if chosen else None,
            export=lambda row: (row.issued_at or row.reserved_at).date(),
            width=112,
        )

    def _by(self) -> Column[IssuedAnswer]:
        return Column(
            "by",
            lambda: self.tr("By"),
            lambda row, reader: reader.colleague(row.issued_by or row.reserved_by),
            width=130,
        )

    def _state(self, *, chosen: bool = False) -> Column[IssuedAnswer]:
        return Column(
            "state",
            lambda: self.tr("State"),
            lambda _row, _reader: "",
            mark=lambda row, _reader: state_mark(row),
            choices=self._states if chosen else None,
            width=125,
        )

    def _copies(self) -> Column[IssuedAnswer]:
        return Column("copies", lambda: self.tr("Copies"), copies_words, export=lambda row: row.copies, width=115)

    def _open(self) -> Column[IssuedAnswer]:
        return open_button(lambda: self.tr("View"), width=80)

    def _kinds(self, reader: Reader) -> Sequence[Choice]:
        return [Choice(each.kind.value, reader.wording(each.label)) for each in KINDS]

    def _states(self, _reader: Reader) -> Sequence[Choice]:
        return [Choice(each, state_words(each)) for each in STATES]

    def _lately(self, reader: Reader) -> Sequence[Choice]:
        words = {
            0: self.tr("Today"),
            7: self.tr("The last 7 days"),
            30: self.tr("The last 30 days"),
            365: self.tr("The last 365 days"),
        }
        return [Choice(str(days), reader.digits(words[days])) for days in DAYS]
