"""The columns of the list of courses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.empowerment.states import CourseState, Track
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.parts.table.columns import Choice, Column, open_button
from ui.screens.empowerment.course_words import course_mark, seats_words, title_words

if TYPE_CHECKING:
    from desktop.empowerment.answers import CourseAnswer

SEATS = 3
"""Where the column of seats stands in `of_list`; its cells are painted with a bar."""


class CourseColumns(QObject):
    """Makes the columns."""

    def of_list(self) -> tuple[Column[CourseAnswer], ...]:
        """Of every course of the office."""
        return (
            Column(
                "title",
                lambda: self.tr("Course"),
                title_words,
                second=lambda row, reader: reader.code(row.code),
                sort_value=lambda row: row.title.ar,
                width=300,
                stretch=True,
                hideable=False,
                strong=True,
            ),
            Column(
                "track",
                lambda: self.tr("Track"),
                lambda row, reader: capitalised(reader.wording(row.track.label)),
                choices=self._tracks,
                filter_value=lambda row: row.track.value,
                width=140,
            ),
            Column(
                "starts",
                lambda: self.tr("Starts"),
                lambda row, reader: reader.day(row.starts_on),
                sort_value=lambda row: row.starts_on,
                export=lambda row: row.starts_on,
                width=120,
            ),
            Column(
                "seats",
                lambda: self.tr("Seats"),
                seats_words,
                sort_value=lambda row: row.seats_left,
                export=lambda row: row.taken,
                width=150,
            ),
            Column(
                "waiting",
                lambda: self.tr("Waiting"),
                lambda row, reader: reader.number(row.waiting),
                sort_value=lambda row: row.waiting,
                export=lambda row: row.waiting,
                width=100,
            ),
            Column(
                "state",
                lambda: self.tr("State"),
                lambda _row, _reader: "",
                mark=course_mark,
                choices=self._states,
                filter_value=lambda row: row.state.value,
                width=170,
            ),
            open_button(lambda: self.tr("Open"), width=90),
        )

    def _tracks(self, reader: Reader) -> Sequence[Choice]:
        return [Choice(each.value, capitalised(reader.wording(each.label))) for each in Track]

    def _states(self, reader: Reader) -> Sequence[Choice]:
        return [Choice(each.value, capitalised(reader.wording(each.label))) for each in CourseState]
