"""The history of a file as it is told, read from the office at one desk: versions of the facts and all else that
happened to the file, in one stream.

TO ADD A KIND OF EVENT: a reader in `read_history`; the room that owns the subject gives its events and says them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.values.language import Wording

if TYPE_CHECKING:
    from desktop.casework.events import CaseEvent
    from desktop.office.desk import Desk
    from desktop.office.doers import Doers
    from desktop.registry.answers import HouseholdAnswer


class Subject(StrEnum):
    """What an entry of the history is about, as it is filtered by."""

    FACTS = "facts"
    ASSESSMENTS = "assessments"
    DECISIONS = "decisions"
    NOTICES = "notices"
    DOCUMENTS = "documents"
    COURSES = "courses"


@dataclass(frozen=True, slots=True)
class ToldEntry:
    """One thing that happened.

    Args:
        name: of its row, unique in the history.
        subject: what it is about.
        at: when (aware UTC).
        by: the name of who did it; None for what nobody did.
        sentences: what happened and why; one, but for a version that changed several facts.
        leads_to: the part of the household's screen where it is seen (`TAB` or `TAB#KEY`); empty for a version.
        number: of the version; None for what is none.
    """

    name: str
    subject: Subject
    at: datetime
    by: Wording | None
    sentences: tuple[Wording, ...]
    leads_to: str = ""
    number: int | None = None


def read_history(desk: Desk, file: HouseholdAnswer) -> tuple[ToldEntry, ...]:
    """All that happened to a file as far as this person may read it, the newest first; each room's walls leave out
    the rest.

    Raises:
        OfficeError: `registry.unknown_file`.
    """
    from desktop.office.doers import doers

    known, titles = doers(desk), _titles(file)
    entries = [
        *_versions(desk, file, known, titles),
        *_of_casework(desk, file, known, titles),
        *_of_papers(desk, file, known),
        *_of_courses(desk, file, known),
    ]
    # Oldest first and then turned, so that of one instant what follows from something stands above it.
    entries.sort(key=lambda each: each.at)
    return tuple(reversed(entries))


def _versions(desk: Desk, file: HouseholdAnswer, known: Doers, titles: dict[str, Wording]) -> Iterator[ToldEntry]:
    from desktop.registry.history_sentences import sentences
    from desktop.registry.queries import history

    entries = history(desk, file.file_number)
    for entry in reversed(entries):
        yield ToldEntry(
            name=f"version-{entry.version}",
            subject=Subject.FACTS,
            at=entry.at,
            by=known.name(entry.by),
            sentences=sentences(entry, file.file, staff=known.by_login.values(), titles=titles, history=entries),
            number=entry.version,
        )


def _of_casework(desk: Desk, file: HouseholdAnswer, known: Doers, titles: dict[str, Wording]) -> Iterator[ToldEntry]:
    from desktop.casework.event_sentences import Claimant, sentence
    from desktop.casework.events import events
    from desktop.facts.codes import Sex

    names = {each.ref: each.name for each in file.persons}
    people = {
        each.ref: Claimant(names[each.ref], each.sex is Sex.FEMALE) for each in file.file.members if each.ref in names
    }
    for number, event in enumerate(events(desk, file_number=file.file_number)):
        subject, leads_to = _place_of(event)
        said = sentence(event, known, titles=titles, people=people)
        yield ToldEntry(f"{subject}-{number}", subject, event.at, known.name(event.by), (said,), leads_to)


def _place_of(event: CaseEvent) -> tuple[Subject, str]:
    from desktop.casework.events import Assessed, Decided

    if isinstance(event, Assessed):
        return Subject.ASSESSMENTS, "eligibility"
    if isinstance(event, Decided):
        return Subject.DECISIONS, f"decisions#{event.number}"
    # A notice is seen on the card of its decision, a request for facts where the facts are missed.
    return Subject.NOTICES, "eligibility" if event.decision is None else f"decisions#{event.decision}"


def _of_papers(desk: Desk, file: HouseholdAnswer, known: Doers) -> Iterator[ToldEntry]:
    from desktop.issuing.events import events, sentence

    for event in events(desk, household=file.id):
        name = f"{event.act}-{event.copy or 1}-{event.serial}"
        leads_to = f"documents#{event.serial}"
        said = sentence(event, known)
        yield ToldEntry(name, Subject.DOCUMENTS, event.at, known.name(event.by), (said,), leads_to)


def _of_courses(desk: Desk, file: HouseholdAnswer, known: Doers) -> Iterator[ToldEntry]:
    from desktop.empowerment.events import events, sentence

    for number, event in enumerate(events(desk, file_number=file.file_number)):
        by = None if event.by is None else known.name(event.by)
        said, leads_to = sentence(event, known), f"empowerment#{event.member}"
        yield ToldEntry(f"courses-{number}", Subject.COURSES, event.at, by, (said,), leads_to)


def _titles(file: HouseholdAnswer) -> dict[str, Wording]:
    """What the programmes of the country are called."""
    from desktop.programmes.packs.catalogue import Catalogue

    catalogue = Catalogue()
    programmes = catalogue.of_country(file.summary.country.value)
    return {each: catalogue.pack(each, catalogue.versions[each][-1]).text.title for each in programmes}
