"""What is handed to the registry: a household file, checked against the desk or the file that it is meant for.

A draft is the contract's own `HouseholdFile`: forms, imports and the command line all make one.
"""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec import UNSET

from desktop.database.policy import Section
from desktop.facts import codes
from desktop.facts.canonical import canonical
from desktop.facts.consistency import contradictions
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.registry.records import Household
from desktop.values.errors import Faults, OfficeError

EARLIEST = date(1900, 1, 1)
"""No fact of a living household begins before; an earlier day is a slip of the hand."""


def for_registration(desk: Desk, draft: HouseholdFile, *, take_over: bool) -> HouseholdFile:
    """The canonical file as the own office would register it; its number may still be missing.

    Raises:
        OfficeError: `registry.of_another_office` unless `take_over`, `registry.section_not_yours`.
        Faults: `registry.file_contradicts`, with every contradiction.
    """
    file = canonical(draft)
    stated = file.household.office
    if stated is not UNSET and stated != desk.office and not take_over:
        raise OfficeError(
            "registry.of_another_office", pointer="/household/office", stated=stated, office=desk.place.name
        )
    section = Section(file.household.section.value)
    if section not in desk.staff.sees:
        raise OfficeError(
            "registry.section_not_yours", pointer="/household/section", section=file.household.section.label
        )
    number = file.household.file_number or UNSET
    file = _with(file, office=desk.office, file_number=number)
    _refuse_contradictions(file, desk.today)
    return file


def for_amendment(desk: Desk, draft: HouseholdFile, household: Household) -> HouseholdFile:
    """The canonical file as a new version of one that is registered, with its number and office.

    Raises:
        OfficeError: `registry.of_another_file`, `registry.country_is_fixed`, `registry.section_is_moved`.
        Faults: `registry.file_contradicts`.
    """
    file = canonical(draft)
    told = file.household
    for name, kept in (("file_number", household.file_number), ("office", household.office)):
        stated = getattr(told, name)
        if stated is not UNSET and stated != kept:
            raise OfficeError(
                "registry.of_another_file",
                pointer=f"/household/{name}",
                stated=stated,
                file_number=household.file_number,
            )
    if told.country is not household.country:
        raise OfficeError("registry.country_is_fixed", pointer="/household/country", file_number=household.file_number)
    if told.section is not codes.Section[household.section.name]:
        raise OfficeError("registry.section_is_moved", pointer="/household/section", file_number=household.file_number)
    file = _with(file, office=household.office, file_number=household.file_number)
    _refuse_contradictions(file, desk.today)
    return file


def numbered(file: HouseholdFile, file_number: str) -> HouseholdFile:
    """The file with its number."""
    return _with(file, file_number=file_number)


def refuse_far_day(desk: Desk, effective_from: date | None) -> None:
    """OfficeError `registry.day_out_of_reach` for facts of the future or of before anybody living."""
    if effective_from is not None and not EARLIEST <= effective_from <= desk.today:
        raise OfficeError("registry.day_out_of_reach", day=effective_from, today=desk.today)


def given_reason(reason: str) -> str:
    """The reason without spaces around; OfficeError `registry.reason_missing` for none."""
    if not reason.strip():
        raise OfficeError("registry.reason_missing")
    return reason.strip()


def _refuse_contradictions(file: HouseholdFile, today: date) -> None:
    faults = contradictions(file, today=today)
    if faults:
        raise Faults("registry.file_contradicts", faults=faults, count=len(faults))


def _with(file: HouseholdFile, **changes: object) -> HouseholdFile:
    return msgspec.structs.replace(file, household=msgspec.structs.replace(file.household, **changes))
