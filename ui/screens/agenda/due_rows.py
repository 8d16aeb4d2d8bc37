"""How a row of the desk is worded, and where it leads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.values.isolates import isolated
from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.shell.destinations import Destination, Place
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.agenda.answers import DueRow

_TONES = {"overdue": Tone.STOP, "today": Tone.STOP, "soon": Tone.WAIT, "later": Tone.UNKNOWN}


class DueWords(QObject):
    """The words of rows, as seen on a day."""

    today: date | None = None

    def about(self, row: DueRow, reader: Reader) -> str:
        """The household, the course, or the person that a row is about."""
        if row.head_name is not None:
            return self.tr("Household of {head}").format(head=isolated(row.head_name))
        if row.course is not None:
            return reader.wording(row.course.title)
        return row.person or self.tr("The office")

    def about_second(self, row: DueRow, reader: Reader) -> str:
        """The number below it, or how full the course is."""
        if row.file_number is not None:
            return reader.code(row.file_number)
        if row.course is not None:
            taken, seats = reader.number(row.course.taken), reader.number(row.course.seats)
            return self.tr("{taken} of {seats} seats taken").format(taken=taken, seats=seats)
        return ""

    def due_mark(self, row: DueRow, reader: Reader) -> Mark | None:
        """The day as people say it, in the tone of its nearness; None where no day is set."""
        if row.due is None or self.today is None:
            return None
        left = (row.due - self.today).days
        if left < 0:
            words = self.tr("%n day(s) late", "", -left)
        elif left == 0:
            words = self.tr("Ends today")
        elif left <= _SOON:
            words = self.tr("in %n day(s)", "", left)
        else:
            words = self.tr("by {day}").format(day=reader.day(row.due))
        return Mark(_TONES.get(row.urgency.value, Tone.PLAIN), reader.digits(words), Sign.CLOCK)


_SOON = 14
"""Days that one counts; a farther day is named."""


def destination_of(row: DueRow) -> Destination:
    """Where a row is settled."""
    settled = row.settled_at
    number = settled.file_number or ""
    match settled.at.value:
        case "course":
            return Destination(Place.EMPOWERMENT, settled.course or "")
        case "documents":
            if number:
                return Destination(Place.HOUSEHOLD, number, "documents")
            return Destination(Place.ISSUED_DOCUMENTS, settled.serial or "")
        case "assessment":
            return Destination(Place.HOUSEHOLD, number, "eligibility")
        case "decision":
            # Where it is taken: beside the answer that it rests on.
            return Destination(Place.HOUSEHOLD, number, "eligibility")
        case _:
            if settled.pointer:
                return Destination(Place.REGISTRATION, number, settled.pointer)
            return Destination(Place.HOUSEHOLD, number)
