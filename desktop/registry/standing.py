"""The standing of a file: its section, its seal, whether it is open. Each change is a version with its reason."""

from __future__ import annotations

import msgspec

from desktop.database.policy import Section
from desktop.facts.codes import Section as SectionCode
from desktop.facts.household_file import HouseholdFile
from desktop.office.answers import Saved
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry import queries
from desktop.registry.answers import HouseholdAnswer
from desktop.registry.drafts import given_reason
from desktop.registry.numbers import refuse_registered
from desktop.registry.people import keep_people, let_numbers_go, move_words
from desktop.registry.records import Household, VersionAct
from desktop.registry.versions import next_instant, recorded, taken_in_hand
from desktop.values.errors import OfficeError


@requires(Permission.CHANGE_FILES)
def move_to_section(
    desk: Desk, *, file_number: str, section: Section, expected_version: int, reason: str
) -> Saved[HouseholdAnswer]:
    """Put a file into a section that this person sees too.

    Raises:
        StaleFile: see `versions.taken_in_hand`.
        OfficeError: `registry.section_not_yours`, `registry.already_so`, `registry.unknown_file`,
            `registry.kept_by_another_office`, `registry.reason_missing`.
    """
    reason = given_reason(reason)
    if section not in desk.staff.sees:
        raise OfficeError("registry.section_not_yours", section=SectionCode[section.name].label)
    with desk.session.begin_nested():
        household = taken_in_hand(desk, file_number, expected_version=expected_version)
        _refuse_standing(household, household.section is section)
        file = _moved(queries.answer(desk, household).file, SectionCode[section.name])
        household.section = section
        return _stood(desk, household, file, VersionAct.MOVED, reason)


@requires(Permission.OPEN_SEALED)
def seal(desk: Desk, *, file_number: str, expected_version: int, reason: str) -> Saved[HouseholdAnswer]:
    """Hide a file from all who may not open sealed ones; errors as of `move_to_section`."""
    return _seal(desk, file_number, expected_version, reason, sealed=True)


@requires(Permission.OPEN_SEALED)
def unseal(desk: Desk, *, file_number: str, expected_version: int, reason: str) -> Saved[HouseholdAnswer]:
    """Let a sealed file be seen by its section again; errors as of `move_to_section`."""
    return _seal(desk, file_number, expected_version, reason, sealed=False)


@requires(Permission.CHANGE_FILES)
def close(desk: Desk, *, file_number: str, expected_version: int, reason: str) -> Saved[HouseholdAnswer]:
    """Close a file: it stays readable and is amended no more, and its people may be registered elsewhere.

    Raises:
        StaleFile, OfficeError: as of `move_to_section`.
    """
    reason = given_reason(reason)
    with desk.session.begin_nested():
        household = taken_in_hand(desk, file_number, expected_version=expected_version)
        _refuse_standing(household, household.closed_at is not None)
        file = queries.answer(desk, household).file
        let_numbers_go(desk, household)
        household.closed_at = next_instant(desk, household)
        return _stood(desk, household, file, VersionAct.CLOSED, reason)


@requires(Permission.CHANGE_FILES)
def reopen(desk: Desk, *, file_number: str, expected_version: int, reason: str) -> Saved[HouseholdAnswer]:
    """Open a closed file again, unless somebody in it is in another file by now.

    Raises:
        Faults: `registry.people_registered`.
        StaleFile, OfficeError: as of `move_to_section`.
    """
    reason = given_reason(reason)
    with desk.session.begin_nested():
        household = taken_in_hand(desk, file_number, expected_version=expected_version)
        _refuse_standing(household, household.closed_at is None)
        file = queries.answer(desk, household).file
        refuse_registered(desk, file, own=household)
        keep_people(desk, household, file)
        household.closed_at = None
        return _stood(desk, household, file, VersionAct.REOPENED, reason)


def _seal(desk: Desk, file_number: str, expected_version: int, reason: str, *, sealed: bool) -> Saved[HouseholdAnswer]:
    reason = given_reason(reason)
    with desk.session.begin_nested():
        household = taken_in_hand(desk, file_number, expected_version=expected_version)
        _refuse_standing(household, household.sealed is sealed)
        file = queries.answer(desk, household).file
        household.sealed = sealed
        return _stood(desk, household, file, VersionAct.SEALED if sealed else VersionAct.UNSEALED, reason)


def _refuse_standing(household: Household, already: bool) -> None:
    if already:
        raise OfficeError("registry.already_so", file_number=household.file_number)


def _moved(file: HouseholdFile, section: SectionCode) -> HouseholdFile:
    return msgspec.structs.replace(file, household=msgspec.structs.replace(file.household, section=section))


def _stood(
    desk: Desk, household: Household, file: HouseholdFile, act: VersionAct, reason: str
) -> Saved[HouseholdAnswer]:
    with desk.session.no_autoflush:  # the record of the file is written once, or its version would count twice
        move_words(desk, household)
    return recorded(desk, household, file, act=act, at=next_instant(desk, household), reason=reason)
