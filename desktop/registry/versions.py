"""Versions of a file: taking it in hand at the version a form was opened with, and recording the next."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select

from desktop.facts.canonical import facts_hash
from desktop.facts.codes import Role
from desktop.facts.household_file import HouseholdFile
from desktop.office.answers import Changes, Saved
from desktop.office.desk import ZONES, Desk
from desktop.office.doers import name_of
from desktop.registry.answers import FactChange, HouseholdAnswer, HouseholdSummary, PersonAnswer
from desktop.registry.file_reading import Rows
from desktop.registry.packed.saving import carry_copy_over, keep_copy
from desktop.registry.queries import changes_between, household_of
from desktop.registry.records import Household, HouseholdVersion, Person, VersionAct
from desktop.registry.words import full_name
from desktop.values.errors import OfficeError, StaleFile
from desktop.values.names import fold

_TICK = timedelta(microseconds=1)


def taken_in_hand(desk: Desk, file_number: str, *, expected_version: int) -> Household:
    """The record of a file of the own office, locked until the desk closes, at the version that the form carries.

    Raises:
        StaleFile: `registry.changed_by_colleague`; details: who (`by`, the name as a `Wording`), when (`at`, the
            office's time), the versions `opened` and `current`, and `changes`, what the colleague changed meanwhile,
            for comparing.
        OfficeError: `registry.unknown_file`, `registry.kept_by_another_office`.
    """
    found = household_of(desk, file_number)
    if found.office != desk.office:
        raise OfficeError("registry.kept_by_another_office", file_number=found.file_number, office=found.office)
    statement = select(Household).where(Household.id == found.id).with_for_update()
    locked = desk.session.scalars(statement.execution_options(populate_existing=True)).one_or_none()
    if locked is None:
        raise OfficeError("registry.unknown_file", file_number=file_number)
    if locked.version != expected_version:
        at = locked.changed_at.astimezone(ZONES[desk.place.country])
        raise StaleFile(
            "registry.changed_by_colleague",
            file_number=locked.file_number,
            by=name_of(desk, locked.changed_by),
            at=f"{at:%Y-%m-%d %H:%M}",
            opened=expected_version,
            current=locked.version,
            changes=_meanwhile(desk, locked, expected_version),
        )
    return locked


def next_instant(desk: Desk, household: Household) -> datetime:
    """The desk's instant, or just after the file's last version where that is not before it.

    A desk may have been opened before the colleague's whose version it continues, and a demonstration's clock stands.
    """
    return max(desk.now, household.changed_at + _TICK)


def repeat_newest(household: Household, file: HouseholdFile, *, at: datetime, by: str) -> None:
    """Let the record of a file repeat what its newest version says."""
    head = next((member for member in file.members if member.role is Role.HEAD), None)
    household.changed_at, household.changed_by = at, by
    household.facts_hash = facts_hash(file)
    household.head_name = full_name(head.name) if head is not None else ""
    household.head_key = fold(household.head_name)
    household.member_count = len(file.members)


def recorded(
    desk: Desk,
    household: Household,
    file: HouseholdFile,
    *,
    act: VersionAct,
    at: datetime,
    reason: str = "",
    effective_from: date | None = None,
    believed: Rows | None = None,
) -> Saved[HouseholdAnswer]:
    """Record a version of a file and answer with it; everything else of it is written by now.

    Args:
        desk: whose version it is.
        household: the record of the file.
        file: what it says from now on.
        act: what was done.
        at: instant of the version.
        reason: in the staff member's words.
        effective_from: first day (Gregorian) from which what differs is so.
        believed: the rows that say so, where facts were written; None where the version changes none.
    """
    repeat_newest(household, file, at=at, by=desk.staff.login)
    # The number that the flush below will give the household's row; a new one has its own already.
    number = household.version + 1 if desk.session.is_modified(household) else household.version
    desk.session.add(
        HouseholdVersion(
            office=household.office,
            household_id=household.id,
            number=number,
            at=at,
            on_day=desk.today,
            by=desk.staff.login,
            act=act,
            reason=reason,
            effective_from=effective_from,
            in_section=household.section,
            facts_hash=household.facts_hash,
        )
    )
    desk.session.flush()
    if believed is None:
        carry_copy_over(desk, household)
    else:
        keep_copy(desk, household, believed)
    return Saved(answered(desk, household, file), Changes(frozenset({household.id}), frozenset({"household"})))


def answered(desk: Desk, household: Household, file: HouseholdFile) -> HouseholdAnswer:
    """The answer about a file as it is today, of which the caller holds the facts already."""
    present = select(Person).where(Person.household_id == household.id, Person.present)
    ids = {person.ref: person.id for person in desk.session.scalars(present)}
    persons = tuple(PersonAnswer(ids[member.ref], member.ref, full_name(member.name)) for member in file.members)
    return HouseholdAnswer(HouseholdSummary.of(household), file, persons, desk.today, None)


def _meanwhile(desk: Desk, household: Household, opened: int) -> tuple[FactChange, ...]:
    if not 1 <= opened < household.version:
        return ()
    return changes_between(desk, household.file_number, earlier=opened, later=household.version)
