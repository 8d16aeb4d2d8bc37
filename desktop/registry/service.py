"""Verbs of the registry: register a household, amend its facts, and change the file's standing.

Each is kept whole or not at all, even for a caller who goes on at the same desk after its error.
"""

from __future__ import annotations

from datetime import date

from msgspec import UNSET
from sqlalchemy.exc import IntegrityError

from desktop.database.columns import new_id
from desktop.database.policy import Section
from desktop.facts.household_file import HouseholdFile
from desktop.office.answers import Changes, Saved
from desktop.office.counters import next_number
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry import queries
from desktop.registry.answers import HouseholdAnswer
from desktop.registry.drafts import for_amendment, for_registration, given_reason, numbered, refuse_far_day
from desktop.registry.file_reading import Rows, rows_believed
from desktop.registry.file_writing import FactWriter
from desktop.registry.numbers import refuse_registered
from desktop.registry.people import keep_people
from desktop.registry.records import Household, VersionAct
from desktop.registry.standing import close, move_to_section, reopen, seal, unseal
from desktop.registry.versions import answered, next_instant, recorded, repeat_newest, taken_in_hand
from desktop.values.errors import OfficeError

__all__ = ["amend", "close", "move_to_section", "register", "reopen", "seal", "unseal"]

FILE_NUMBERS = "household"
"""The counter of file numbers."""

MOST_TAKEN = 100
"""Numbers in a row that files brought from elsewhere may have taken already before one gives up."""


@requires(Permission.REGISTER)
def register(desk: Desk, *, draft: HouseholdFile, take_over: bool = False) -> Saved[HouseholdAnswer]:
    """Register a household at the own office; its facts are held to have been so since ever, recorded now.

    Args:
        desk: of the office that is to keep the file.
        draft: in any spelling. A file number that it brings is kept; without one the office gives the next,
            `QTF-2026-00127`.
        take_over: let a file that names another office come to this one.

    Raises:
        Faults: `registry.file_contradicts` with every contradiction; `registry.people_registered` with every member
            who is in another open file: `registry.already_registered` names it if this person may see it,
            `registry.registered_elsewhere` otherwise.
        OfficeError: `registry.of_another_office`, `registry.section_not_yours`, `registry.file_number_taken`.
        Contended: a colleague holds the counter of file numbers.
    """
    file = for_registration(desk, draft, take_over=take_over)
    refuse_registered(desk, file)
    with desk.session.begin_nested():
        household, file = _filed(desk, file)
        persons = keep_people(desk, household, file)
        believed = FactWriter(
            desk.session, office=desk.office, household=household.id, believed=Rows(), at=desk.now, since=None
        ).write(file, persons)
        return recorded(desk, household, file, act=VersionAct.REGISTERED, at=desk.now, believed=believed)


@requires(Permission.CHANGE_FILES)
def amend(
    desk: Desk,
    *,
    file_number: str,
    draft: HouseholdFile,
    expected_version: int,
    effective_from: date | None = None,
    reason: str,
) -> Saved[HouseholdAnswer]:
    """Make a file say what `draft` says; only the facts that differ from today's are written.

    Args:
        desk: of the office that keeps the file.
        file_number: in any digits.
        draft: the whole file as it is to be.
        expected_version: the version that the form was opened with.
        effective_from: first day (Gregorian) from which what differs is so, not after today. None is a correction:
            it was never otherwise, as far back as the office held the value that is now found wrong.
        reason: in the staff member's words.

    Returns:
        The file; `changes` is empty where nothing differed, and no version was made.

    Raises:
        StaleFile: `registry.changed_by_colleague`, see `versions.taken_in_hand`; nothing was overwritten.
        Faults: as of `register`.
        OfficeError: `registry.unknown_file`, `registry.kept_by_another_office`, `registry.closed`,
            `registry.of_another_file`, `registry.country_is_fixed`, `registry.section_is_moved`,
            `registry.day_out_of_reach`, `registry.reason_missing`.
    """
    reason = given_reason(reason)
    refuse_far_day(desk, effective_from)
    with desk.session.begin_nested():
        household = taken_in_hand(desk, file_number, expected_version=expected_version)
        if household.closed_at is not None:
            raise OfficeError("registry.closed", file_number=household.file_number)
        file = for_amendment(desk, draft, household)
        if file == queries.answer(desk, household).file:
            return Saved(answered(desk, household, file), Changes())
        refuse_registered(desk, file, own=household)
        at = next_instant(desk, household)
        believed = rows_believed(desk.session, household.id)
        persons = keep_people(desk, household, file)
        believed = FactWriter(
            desk.session, office=desk.office, household=household.id, believed=believed, at=at, since=effective_from
        ).write(file, persons)
        return recorded(
            desk,
            household,
            file,
            act=VersionAct.AMENDED,
            at=at,
            reason=reason,
            effective_from=effective_from,
            believed=believed,
        )


def _filed(desk: Desk, file: HouseholdFile) -> tuple[Household, HouseholdFile]:
    """The record of a new file with the number that it brings, or the first of the office's that is free."""
    brought = file.household.file_number
    for _ in range(MOST_TAKEN):
        number = brought if brought is not UNSET else _next_file_number(desk)
        file = numbered(file, number)
        household = Household(
            id=new_id(),
            office=desk.office,
            file_number=number,
            country=file.household.country,
            section=Section(file.household.section.value),
            sealed=False,
            registered_at=desk.now,
            registered_by=desk.staff.login,
            closed_at=None,
        )
        repeat_newest(household, file, at=desk.now, by=desk.staff.login)
        try:
            with desk.session.begin_nested():
                desk.session.add(household)
                desk.session.flush()
        except IntegrityError:
            if brought is not UNSET:
                break
            continue
        return household, file
    raise OfficeError("registry.file_number_taken", pointer="/household/file_number", file_number=number)


def _next_file_number(desk: Desk) -> str:
    year = desk.today.year
    return f"{desk.place.short_code}-{year}-{next_number(desk, kind=FILE_NUMBERS, year=year):05d}"
