"""The cards of the desk: what waits, counted, and what of it is most pressing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.agenda import phrases
from desktop.agenda.answers import DeskFigure, DueKind, FigureKind, SecondFigure, Urgency
from desktop.agenda.counting import Counts
from desktop.agenda.permitted import settles
from desktop.office.desk import Desk

_PRESSING: Final = (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON)


def figures(desk: Desk, counts: Counts, *, files_lacking: int, waiting: int) -> Iterator[DeskFigure]:
    """The cards of what this person may settle.

    Args:
        desk: whose.
        counts: of everything that is due.
        files_lacking: files with missing facts.
        waiting: people on the waiting lists of courses.
    """
    if settles(desk, DueKind.DECIDE):
        yield _figure(FigureKind.DECISIONS_WAITING, counts, DueKind.DECIDE)
    if settles(desk, DueKind.NOTICE_FAILED):
        yield _figure(FigureKind.NOTICES_UNTOLD, counts, DueKind.NOTICE_FAILED, DueKind.DECISION_UNTOLD)
    if settles(desk, DueKind.COURSE_STARTS):
        told = _number(counts, DueKind.TELL_OF_SEAT)
        second = SecondFigure(told, phrases.given_a_seat(told), Urgency.TODAY) if told else None
        yield DeskFigure(FigureKind.WAITING_LIST, phrases.LABELS[FigureKind.WAITING_LIST], waiting, second)
    if settles(desk, DueKind.MISSING_FACTS):
        pressing = _pressing(counts, DueKind.MISSING_FACTS)
        yield DeskFigure(FigureKind.MISSING_FACTS, phrases.LABELS[FigureKind.MISSING_FACTS], files_lacking, pressing)


def _figure(figure: FigureKind, counts: Counts, *kinds: DueKind) -> DeskFigure:
    number = sum(_number(counts, kind) for kind in kinds)
    return DeskFigure(figure, phrases.LABELS[figure], number, _pressing(counts, *kinds))


def _pressing(counts: Counts, *kinds: DueKind) -> SecondFigure | None:
    for urgency in _PRESSING:
        number = sum(counts.get((kind, urgency), 0) for kind in kinds)
        if number:
            return SecondFigure(number, phrases.ending(number, urgency), urgency)
    return None


def _number(counts: Counts, kind: DueKind) -> int:
    return sum(number for (each, _), number in counts.items() if each is kind)
