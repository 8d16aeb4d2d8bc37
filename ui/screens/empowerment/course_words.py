"""What courses and places on them are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.values.isolates import isolated
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.empowerment.answers import CourseAnswer, EnrolmentAnswer, OpeningAnswer

OPEN, CLOSED, CANCELLED = "open", "closed", "cancelled"

translate = QCoreApplication.translate


class SeatWords(QObject):
    """Counts in plural forms, which are taken from the words of an object alone."""

    def left(self, seats: int) -> str:
        """How many seats are left."""
        return self.tr("%n seat(s) left", "", seats)

    def waiting(self, people: int) -> str:
        """How many wait for one."""
        return self.tr("No seat left, %n waiting", "", people)


def course_mark(course: CourseAnswer, reader: Reader) -> Mark:
    """Whether a course takes people in."""
    tone, sign = {OPEN: (Tone.GOOD, None), CLOSED: (Tone.PLAIN, Sign.LOCK)}.get(course.state.value, (Tone.STOP, None))
    return Mark(tone, capitalised(reader.wording(course.state.label)), sign)


def title_words(course: CourseAnswer, reader: Reader) -> str:
    """The title, in its own direction."""
    return isolated(reader.wording(course.title))


def days_words(course: CourseAnswer, reader: Reader) -> str:
    """From when to when."""
    return translate("CourseWords", "from {first} to {last}").format(
        first=reader.day(course.starts_on), last=reader.day(course.ends_on)
    )


def seats_words(course: CourseAnswer, reader: Reader) -> str:
    """«المشغول ٣ من ١٥»; a nought is said in words, since in Arabic it is a dot that reads as a mark between words."""
    words = (
        translate("CourseWords", "{taken} of {seats} taken")
        if course.taken
        else translate("CourseWords", "None of {seats} taken")
    )
    return words.format(taken=reader.number(course.taken), seats=reader.number(course.seats))


def left_words(course: CourseAnswer, reader: Reader) -> str:
    """How many seats are left, or how many wait."""
    if course.seats_left > 0:
        left = course.seats_left
        return SeatWords().left(left).replace(str(left), reader.number(left))
    if course.waiting:
        waiting = course.waiting
        return SeatWords().waiting(waiting).replace(str(waiting), reader.number(waiting))
    return translate("CourseWords", "No seat left")


def place_words(enrolment: EnrolmentAnswer, reader: Reader) -> str:
    """The seat or the place in the waiting list; empty for one that was given up."""
    if enrolment.seat is not None:
        return translate("CourseWords", "Seat {number}").format(number=reader.number(enrolment.seat))
    if enrolment.waiting_position is not None:
        return translate("CourseWords", "Number {number} on the waiting list").format(
            number=reader.number(enrolment.waiting_position)
        )
    return ""


def enrolment_mark(enrolment: EnrolmentAnswer, reader: Reader) -> Mark:
    """How somebody stands to a course: their seat or place where they have one."""
    words = place_words(enrolment, reader) or capitalised(reader.wording(enrolment.state.label))
    tone, sign = {
        "enrolled": (Tone.GOOD, None),
        "waiting": (Tone.WAIT, Sign.CLOCK),
        "withdrawn": (Tone.PLAIN, None),
    }.get(enrolment.state.value, (Tone.STOP, None))
    if enrolment.state.value not in {"enrolled", "waiting"}:
        words = capitalised(reader.wording(enrolment.state.label))
    return Mark(tone, words, sign)


def opening_mark(opening: OpeningAnswer) -> Mark:
    """Whether somebody may be enrolled in a course."""
    if opening.refusal is not None:
        return Mark(Tone.PLAIN, translate("CourseWords", "Cannot enrol now"))
    if opening.may_enrol:
        return Mark(Tone.GOOD, translate("CourseWords", "May enrol"))
    if opening.judged.outcome.value == "unknown":
        return Mark(Tone.UNKNOWN, translate("CourseWords", "A fact is lacking"))
    return Mark(Tone.STOP, translate("CourseWords", "Conditions not met"))
