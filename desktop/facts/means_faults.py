"""Contradictions of amounts, counts, periods and addresses, wherever in the file they stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

import msgspec
from msgspec import UNSET

from desktop.facts.codes import AssetKind
from desktop.facts.describe import Kind
from desktop.facts.household_file import Household, HouseholdFile, Income, Member
from desktop.facts.person_faults import at_place
from desktop.facts.vocabulary import Entity, pointer, things_of, value_of
from desktop.values.errors import OfficeError
from desktop.values.iban import read_iban
from desktop.values.money import minor_units
from desktop.values.phone import read_phone

# What a 32-bit column holds; no household counts anything beyond it.
LARGEST_COUNT = 2**31 - 1

# Start and end of whatever has both, by their names in the entity.
SPANS = {
    "from": "to",
    "since": "until",
    "notified_on": "cured_on",
    "evidence.issued_on": "evidence.valid_until",
    "marital_status_evidence.issued_on": "marital_status_evidence.valid_until",
    "disability.assessed_on": "disability.valid_until",
    "incapacity.issued_on": "incapacity.valid_until",
}
# Events that the office itself recorded or that are over once they count.
PAST = {("household", "applied_on"), ("breach", "notified_on"), ("judgment", "final_on"), ("offer_refused", "on")}

_MOTOR_KINDS = frozenset({AssetKind.CAR, AssetKind.TAXI, AssetKind.TRUCK, AssetKind.TRACTOR})
_EARTH = {"address.latitude": 90, "address.longitude": 180}

# Paper cannot show them and PostgreSQL cannot store the first.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def means_faults(file: HouseholdFile, *, today: dt.date) -> Iterator[OfficeError]:
    """Every contradiction of amounts, counts, periods and addresses in a file."""
    for entity, indexes, thing in things_of(file):
        yield from _properties(entity, indexes, thing, today)
        if isinstance(thing, Income):
            yield from _bounds(indexes, thing)
    yield from _household(file.household)
    yield from _vehicles(file, today)


def _properties(
    entity: Entity, indexes: tuple[int, ...], thing: msgspec.Struct, today: dt.date
) -> Iterator[OfficeError]:
    base = pointer(entity.name, *indexes)
    for name, fact in entity.properties.items():
        value = value_of(thing, fact.path)
        if value is UNSET:
            continue
        place = base + fact.pointer
        if fact.kind in {Kind.MONEY, Kind.MONEY_BOUNDS}:
            yield from _amounts(place, value)
        if isinstance(value, str) and _CONTROL.search(value):
            yield OfficeError("facts.control_character", pointer=place, label=fact.label)
        if isinstance(value, int) and value > LARGEST_COUNT:
            yield OfficeError("facts.count_beyond_reason", pointer=place, label=fact.label, most=LARGEST_COUNT)
        if isinstance(value, float) and abs(value) > _EARTH.get(name, abs(value)):
            yield OfficeError("facts.off_the_map", pointer=place, label=fact.label, most=_EARTH[name])
        if isinstance(value, dt.date) and (entity.name, name) in PAST and value > today:
            yield OfficeError("facts.in_the_future", pointer=place, label=fact.label, on=value, today=today)
        if isinstance(value, dt.date) and name in SPANS and SPANS[name] in entity.properties:
            end = entity.properties[SPANS[name]]
            ended = value_of(thing, end.path)
            if isinstance(ended, dt.date) and ended < value:
                yield OfficeError(
                    "facts.ends_before_start",
                    pointer=base + end.pointer,
                    start_label=fact.label,
                    end_label=end.label,
                    start=value,
                    end=ended,
                )


def _amounts(place: str, value: object) -> Iterator[OfficeError]:
    texts = [(place, value)] if isinstance(value, str) else []
    if isinstance(value, tuple):
        texts = [(f"{place}/{at}", text) for at, text in enumerate(value)]
    for where, text in texts:
        try:
            minor_units(text)
        except OfficeError as error:
            yield at_place(error, where)


def _bounds(indexes: tuple[int, ...], income: Income) -> Iterator[OfficeError]:
    if income.amount_between is UNSET:
        return
    place = pointer("income", *indexes, name="amount_between")
    if income.amount is not UNSET:
        yield OfficeError("facts.amount_and_bounds", pointer=place, kind=income.kind.label)
    try:
        least, most = (minor_units(text) for text in income.amount_between)
    except OfficeError:
        return
    if least > most:
        low, high = income.amount_between
        yield OfficeError("facts.bounds_reversed", pointer=place, low=low, high=high)


def _household(household: Household) -> Iterator[OfficeError]:
    for_disability, workers = household.domestic_workers_for_disability, household.domestic_workers
    if for_disability is not UNSET and workers is not UNSET and for_disability > workers:
        yield OfficeError(
            "facts.more_carers_than_workers",
            pointer=pointer("household", name="domestic_workers_for_disability"),
            part=for_disability,
            whole=workers,
        )
    country = household.country.value
    if household.phone is not UNSET:
        yield from _tried(read_phone, household.phone, country, place=pointer("household", name="phone"))
    if household.payee is not UNSET and household.payee.iban is not UNSET:
        yield from _tried(read_iban, household.payee.iban, place=pointer("household", name="payee.iban"))


def _tried(read: Callable[..., str], *texts: str, place: str) -> Iterator[OfficeError]:
    try:
        read(*texts)
    except OfficeError as error:
        yield at_place(error, place)


def _vehicles(file: HouseholdFile, today: dt.date) -> Iterator[OfficeError]:
    """Cars are vehicles for certain; taxis, trucks and tractors may have been counted with them or not."""
    stated = file.household.vehicles
    if stated is UNSET or any(member.assets is UNSET for member in file.members):
        return
    held = [kind for member in file.members for kind in _motors(member, today)]
    cars = held.count(AssetKind.CAR)
    if cars and not cars <= stated <= len(held):
        yield OfficeError(
            "facts.vehicles_disagree",
            pointer=pointer("household", name="vehicles"),
            stated=stated,
            listed=len(held),
        )


def _motors(member: Member, today: dt.date) -> Iterator[AssetKind]:
    for asset in member.assets if member.assets is not UNSET else ():
        if asset.kind in _MOTOR_KINDS and (asset.until is UNSET or asset.until > today):
            yield asset.kind
