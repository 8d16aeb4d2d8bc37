"""Reads files: as they are, as they were on a day, as they were known; lists, counts and the history of one.

Whoever asks sees the files of their office and section, and no sealed one without the permission: on PostgreSQL by
the database, on SQLite by the session and by `seen`, from which every statement here begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, func, select

from desktop.database.policy import Section
from desktop.facts.canonical import canonical
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, may, requires
from desktop.registry.answers import FactChange, HistoryEntry, HouseholdAnswer, HouseholdSummary, PersonAnswer
from desktop.registry.comparing import differences
from desktop.registry.fact_records import Membership
from desktop.registry.file_reading import Rows, file_of, known_on, rows_ever, rows_held
from desktop.registry.records import Household, HouseholdVersion
from desktop.registry.words import full_name
from desktop.values.digits import to_western
from desktop.values.errors import OfficeError

_TOGETHER = 200
"""Files read at a time by `files`: few enough for memory, enough to make a caseload's statements few."""


def seen(desk: Desk) -> Select[Household]:
    """The files that this person may see; every statement about files starts here."""
    wanted = select(Household)
    return wanted if may(desk.staff.roles, Permission.OPEN_SEALED) else wanted.where(Household.sealed.is_(False))


def household_of(desk: Desk, file_number: str) -> Household:
    """The record of a file, for the verbs of this room; the number in any digits.

    Raises:
        OfficeError: `registry.unknown_file`, whether there is none or it may not be seen.
    """
    number = to_western(file_number).strip().upper()
    found = desk.session.scalars(
        seen(desk).where(Household.file_number.in_({number, to_western(file_number).strip()}))
    ).first()
    if found is None:
        raise OfficeError("registry.unknown_file", file_number=file_number)
    return found


@requires(Permission.READ_FILES)
def open_file(
    desk: Desk, file_number: str, *, as_of: date | None = None, known_at: datetime | None = None
) -> HouseholdAnswer:
    """One file.

    Args:
        desk: who asks.
        file_number: in any digits.
        as_of: the facts as they were on that day (Gregorian); today unless said.
        known_at: as the office knew them at that instant (aware); now unless said.

    Raises:
        OfficeError: `registry.unknown_file`, `registry.not_registered_then`.
    """
    return answer(desk, household_of(desk, file_number), as_of=as_of, known_at=known_at)


@requires(Permission.EXPORT)
def export(
    desk: Desk, file_number: str, *, as_of: date | None = None, known_at: datetime | None = None
) -> HouseholdFile:
    """The household file in canonical spelling, with its number and office; arguments and errors as of `open_file`."""
    return answer(desk, household_of(desk, file_number), as_of=as_of, known_at=known_at).file


@requires(Permission.READ_FILES)
def files(desk: Desk, *, as_of: date | None = None, only: Sequence[UUID] | None = None) -> Iterator[HouseholdAnswer]:
    """Open files of the own office one after another by number, read some hundreds at a time.

    Args:
        desk: stays open while the files are taken.
        as_of: the facts as they were on that day; today unless said.
        only: ids; every open file unless said.
    """
    day, after = as_of or desk.today, ""
    while True:
        wanted = seen(desk).where(
            Household.office == desk.office, Household.closed_at.is_(None), Household.file_number > after
        )
        if only is not None:
            wanted = wanted.where(Household.id.in_(only))
        some = desk.session.scalars(wanted.order_by(Household.file_number).limit(_TOGETHER)).all()
        rows = rows_held(desk.session, [each.id for each in some], on=day)
        for each in some:
            yield _answered(each, rows[each.id], day, None, None)
        if len(some) < _TOGETHER:
            return
        after = some[-1].file_number


@requires(Permission.READ_FILES)
def list_households(
    desk: Desk, *, after: str | None = None, limit: int = 100, section: Section | None = None
) -> tuple[HouseholdSummary, ...]:
    """Files of the offices that this person sees, by number.

    Args:
        desk: who asks.
        after: the last file number of the page before.
        limit: at most so many.
        section: only of this section.
    """
    wanted = seen(desk)
    if after is not None:
        wanted = wanted.where(Household.file_number > after)
    if section is not None:
        wanted = wanted.where(Household.section == section)
    return tuple(
        HouseholdSummary.of(row) for row in desk.session.scalars(wanted.order_by(Household.file_number).limit(limit))
    )


@requires(Permission.READ_FILES)
def count_households(desk: Desk) -> int:
    """How many files this person may see."""
    return desk.session.scalar(seen(desk).with_only_columns(func.count(Household.id))) or 0


@requires(Permission.READ_FILES)
def history(desk: Desk, file_number: str) -> tuple[HistoryEntry, ...]:
    """Every version of a file, the newest first, with the facts that it changed.

    Each version is compared with what was known just before it, both as of the version's own day.

    Raises:
        OfficeError: `registry.unknown_file`.
    """
    household = household_of(desk, file_number)
    rows = rows_ever(desk.session, household.id)
    entries: list[HistoryEntry] = []
    before: HouseholdVersion | None = None
    for version in _versions(desk, household):
        changes = () if before is None else _changes(household, rows, before, version)
        entries.append(
            HistoryEntry(
                version.number, version.at, version.by, version.act, version.reason, version.effective_from, changes
            )
        )
        before = version
    return tuple(reversed(entries))


@requires(Permission.READ_FILES)
def changes_between(desk: Desk, file_number: str, *, earlier: int, later: int) -> tuple[FactChange, ...]:
    """What two versions of a file say differently, for comparing them side by side.

    Raises:
        OfficeError: `registry.unknown_file`, `registry.no_such_version`.
    """
    household = household_of(desk, file_number)
    versions = {version.number: version for version in _versions(desk, household)}
    for number in (earlier, later):
        if number not in versions:
            raise OfficeError("registry.no_such_version", file_number=household.file_number, version=number)
    return _changes(household, rows_ever(desk.session, household.id), versions[earlier], versions[later])


def answer(
    desk: Desk, household: Household, *, as_of: date | None = None, known_at: datetime | None = None
) -> HouseholdAnswer:
    """The answer about a record that this person was found to see."""
    section = None
    if known_at is not None:
        known = [version for version in _versions(desk, household) if version.at <= known_at]
        if not known:
            raise OfficeError(
                "registry.not_registered_then",
                file_number=household.file_number,
                registered_at=household.registered_at.date(),
            )
        section = known[-1].in_section
    day = as_of or desk.today
    rows = rows_held(desk.session, [household.id], on=day, known_at=known_at)[household.id]
    return _answered(household, rows, day, known_at, section)


def _answered(
    household: Household, rows: Rows, day: date, known_at: datetime | None, section: Section | None
) -> HouseholdAnswer:
    file = canonical(file_of(household, rows, section=section))
    ids = {place.ref: place.person_id for place in rows.of(Membership)}
    persons = tuple(PersonAnswer(ids[member.ref], member.ref, full_name(member.name)) for member in file.members)
    return HouseholdAnswer(HouseholdSummary.of(household), file, persons, day, known_at)


def _versions(desk: Desk, household: Household) -> Sequence[HouseholdVersion]:
    return desk.session.scalars(
        select(HouseholdVersion).where(HouseholdVersion.household_id == household.id).order_by(HouseholdVersion.number)
    ).all()


def _changes(
    household: Household, rows: Rows, earlier: HouseholdVersion, later: HouseholdVersion
) -> tuple[FactChange, ...]:
    day = max(earlier.on_day, later.on_day)
    old, new = (
        canonical(file_of(household, known_on(rows, on=day, known_at=each.at), section=each.in_section))
        for each in (earlier, later)
    )
    return differences(old, new)
