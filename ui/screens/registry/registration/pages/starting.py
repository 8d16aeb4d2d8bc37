"""What a form starts from, read on a lane: the office's own defaults, the file to amend, or drafts that were kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.facts.codes import Section
from desktop.values.errors import OfficeError
from ui.parts.fields.reading_ahead import read_ahead
from ui.screens.registry.registration.examination import examine
from ui.screens.registry.registration.pages.keeping import Sheet
from ui.screens.registry.registration.persons import persons
from ui.screens.registry.registration.states import Wizard, amend, begin
from ui.screens.registry.registration.steps import Step
from ui.shell.workplace import Seat

if TYPE_CHECKING:
    from datetime import date

    from desktop.office.desk import Desk
    from ui.drafts.kept import KeptDraft
    from ui.drafts.shelf import DraftShelf


@dataclass(frozen=True, slots=True)
class Start:
    """A form as it begins; `household` is the id of the file that is amended, `head` the name of its head."""

    wizard: Wizard
    household: UUID | None = None
    head: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Drafts of one subject, the one kept last first, and what of the shelf could not be read."""

    drafts: tuple[tuple[KeptDraft, Sheet], ...]
    troubles: tuple[OfficeError, ...]


def begun(seat: Seat) -> Start:
    """A new registration at the seat's office, in the section whose files whoever sits there sees."""
    own = {section.value for section in seat.staff.sections}
    section = next((each for each in Section if each.value in own), Section.GENERAL)
    place = seat.place
    wizard = begin(office=place.code, country=place.country, region=place.region, section=section)
    looked_ahead(wizard, seat.today)
    return Start(wizard)


def opened(desk: Desk, file_number: str) -> Start:
    """A file to amend.

    Raises:
        OfficeError: `registry.unknown_file`, `registry.closed`.
    """
    from desktop.registry.queries import open_file

    answer = open_file(desk, file_number)
    if answer.summary.closed_at is not None:
        raise OfficeError("registry.closed", file_number=answer.file_number)
    wizard = amend(answer.file, file_number=answer.file_number, version=answer.version)
    looked_ahead(wizard, desk.today)
    return Start(wizard, answer.id, answer.summary.head_name)


def looked_ahead(wizard: Wizard, today: date) -> None:
    """Look a form through beforehand, and load what accounts and telephones are read with."""
    examine(wizard.typed, today)
    persons(wizard.typed)
    wizard.completeness(today, Step.REVIEW)
    read_ahead()


def found(shelf: DraftShelf, kind: str, about: str) -> Found:
    """The drafts of a kind and file on the shelf."""
    drafts: list[tuple[KeptDraft, Sheet]] = []
    unread: list[OfficeError] = []
    for kept in shelf.all():
        if (kept.kind, kept.about) != (kind, about):
            continue
        try:
            drafts.append((kept, kept.content_as(Sheet)))
        except OfficeError as error:
            unread.append(error)
    return Found(tuple(drafts), (*shelf.troubles, *unread))


def taken_up(shelf: DraftShelf, key: str, today: date) -> tuple[str, Sheet] | None:
    """A draft under a key of one's own; None where another window took it up first.

    Raises:
        OfficeError: `drafts.of_another_form`.
    """
    kept = shelf.take_up(key)
    if kept is None:
        return None
    sheet = kept.content_as(Sheet)
    looked_ahead(sheet.wizard, today)
    examine(sheet.wizard.base, today)
    return kept.key, sheet
