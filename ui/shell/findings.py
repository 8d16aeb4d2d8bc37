"""What a text finds in the whole office: households and persons, papers, decisions, courses, and places of the window.

`findings` is asked on a lane: the rooms it asks are imported there, and only what the person may read and open is
looked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from desktop.values.language import Wording, capitalised
from ui.shell.destinations import PLACES, Destination, Place

if TYPE_CHECKING:
    from desktop.office.desk import Desk

SHOWN = 12
"""Findings in all; a kind that finds more leaves its share to the others."""


class FindingKind(StrEnum):
    """What a finding is, in the order in which they are shown."""

    HOUSEHOLD = "household"
    PERSON = "person"
    PAPER = "paper"
    DECISION = "decision"
    COURSE = "course"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, in both languages, since the list stays open while the language changes.

    Args:
        kind: what it is.
        destination: where it is opened.
        name: what it is called; None where its code is its name.
        code: by which it is known: a file number, a serial, a course code.
        whose: whose it is: the head of a person's household, the holder of a paper, who offers a course.
        file_number: of the household that it belongs to, where that is not its own code.
        state: how it stands, where that must be known before it is opened.
    """

    kind: FindingKind
    destination: Destination
    name: Wording | None = None
    code: str = ""
    whose: Wording | None = None
    file_number: str = ""
    state: Wording | None = None


def findings(desk: Desk, text: str, *, limit: int = SHOWN) -> tuple[Finding, ...]:
    """What the text finds of each kind that this person may read and open, the kinds in their order.

    Args:
        desk: who asks.
        text: as it was typed, in any spelling and digits.
        limit: at most so many in all.
    """
    if not text.strip():
        return ()
    from desktop.office.permissions import Permission, may

    def allowed(place: Place) -> bool:
        permission = PLACES[place].permission
        return permission is None or may(desk.staff.roles, Permission(permission))

    asked: list[Callable[[], list[Finding]]] = []
    if may(desk.staff.roles, Permission.READ_FILES):
        if allowed(Place.HOUSEHOLD):
            asked.append(partial(_households, desk, text, limit))
            asked.append(partial(_papers, desk, text, limit, in_register=allowed(Place.ISSUED_DOCUMENTS)))
            asked.append(partial(_decisions, desk, text, limit))
        if allowed(Place.EMPOWERMENT):
            asked.append(partial(_courses, desk, text, limit))
    asked.append(partial(_places, text, allowed))
    return _shared([each() for each in asked], limit)


def _shared(found: list[list[Finding]], limit: int) -> tuple[Finding, ...]:
    """So many in all, one of each kind after another while there are any: none pushes the others out."""
    shares = [0] * len(found)
    while sum(shares) < limit:
        hungry = [at for at, some in enumerate(found) if shares[at] < len(some)][: limit - sum(shares)]
        if not hungry:
            break
        for at in hungry:
            shares[at] += 1
    return tuple(each for some, share in zip(found, shares, strict=True) for each in some[:share])


def _households(desk: Desk, text: str, limit: int) -> list[Finding]:
    from desktop.registry.search import search

    found = []
    for hit in search(desk, text, limit=limit):
        number, head = hit.summary.file_number, hit.summary.head_name
        person = hit.person.name if hit.person is not None else head
        destination = Destination(Place.HOUSEHOLD, number)
        if person == head:
            found.append(Finding(FindingKind.HOUSEHOLD, destination, _as_written(head), number))
        else:
            found.append(Finding(FindingKind.PERSON, destination, _as_written(person), number, whose=_as_written(head)))
    return found


def _papers(desk: Desk, text: str, limit: int, *, in_register: bool) -> list[Finding]:
    from desktop.issuing.finding import find_papers
    from desktop.issuing.kinds import about

    found = []
    for hit in find_papers(desk, text, limit=limit):
        if in_register:
            destination = Destination(Place.ISSUED_DOCUMENTS, hit.serial)
        elif hit.household is not None:
            destination = Destination(Place.HOUSEHOLD, hit.file_number, f"documents#{hit.serial}")
        else:
            continue
        name = about(hit.kind).label
        found.append(
            Finding(FindingKind.PAPER, destination, name, hit.serial, whose=hit.holder, file_number=hit.file_number)
        )
    return found


def _decisions(desk: Desk, text: str, limit: int) -> list[Finding]:
    from desktop.casework.finding import find_decisions

    return [
        Finding(
            FindingKind.DECISION,
            Destination(Place.HOUSEHOLD, hit.file_number, f"decisions#{hit.number}"),
            _beginning_a_line(hit.kind.label),
            hit.number,
            whose=_as_written(hit.head_name),
            file_number=hit.file_number,
        )
        for hit in find_decisions(desk, text, limit=limit)
    ]


def _courses(desk: Desk, text: str, limit: int) -> list[Finding]:
    from desktop.empowerment.finding import find_courses
    from desktop.empowerment.states import CourseState

    return [
        Finding(
            FindingKind.COURSE,
            Destination(Place.EMPOWERMENT, hit.code),
            hit.title,
            hit.code,
            whose=hit.provider,
            state=None if hit.state is CourseState.OPEN else hit.state.label,
        )
        for hit in find_courses(desk, text, limit=limit)
    ]


def _places(text: str, allowed: Callable[[Place], bool]) -> list[Finding]:
    from ui.shell.place_names import places_named

    return [
        Finding(FindingKind.PLACE, Destination(place), name) for place, name in places_named(text) if allowed(place)
    ]


def _beginning_a_line(label: Wording) -> Wording:
    return Wording(label.ar, capitalised(label.en))


def _as_written(name: str) -> Wording:
    """A person's name: the same whoever reads it."""
    return Wording(name, name)
