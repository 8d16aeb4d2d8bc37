"""Contradictions about one person: birth and death, identity number and nationality."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import UNSET

from desktop.facts.birth import birth_of, read_birth
from desktop.facts.codes import DatePrecision, IdKind, Sex
from desktop.facts.household_file import HouseholdFile, Member
from desktop.facts.vocabulary import Property, items_of, pointer, value_of, vocabulary
from desktop.values.calendars import Calendar
from desktop.values.dates import whole_units
from desktop.values.errors import OfficeError
from desktop.values.national_id import EgyptianId, Identity, contradictions, read_national_id

OLDEST_AGE = 130

_BEGUN = ("marital_status_since", "disability.assessed_on", "since", "from", "on", "notified_on", "final_on")
_LIVED_THROUGH = ("absence", "shelter_stay", "circumstance", "offer_refused", "breach", "judgment")

_PAPERS_OF_FOREIGNERS = frozenset({IdKind.IQAMA, IdKind.MOBILITY_CARD, IdKind.DISPLACED_TRIBE_CARD})


def person_faults(file: HouseholdFile, *, today: dt.date, allow_invented: bool) -> Iterator[OfficeError]:
    """Every contradiction within each member."""
    country = file.household.country.value
    for at, member in enumerate(file.members):
        yield from _life(at, member, today)
        yield from _before_birth(at, member, today)
        yield from _number(at, member, country, allow_invented=allow_invented)
        if country == "SA":
            yield from _saudi_papers(at, member)
        health = member.health
        if member.sex is Sex.MALE and health is not UNSET:
            for name, said in (("health.pregnant", health.pregnant), ("health.nursing", health.nursing)):
                if said is True:
                    yield OfficeError("facts.man_with_child", pointer=pointer("member", at, name=name), ref=member.ref)


def number_doubts(file: HouseholdFile) -> Iterator[OfficeError]:
    """Doubts about identity numbers that refuse nothing and are told to whoever registers the file."""
    for at, member in enumerate(file.members):
        identity = _identity(member, file.household.country.value)
        place = pointer("member", at, name="national_id")
        for doubt in identity.warnings if identity is not None else ():
            yield OfficeError("facts.number_doubtful", pointer=place, ref=member.ref, doubt=doubt)
        if isinstance(identity, EgyptianId) and identity.invented:
            yield OfficeError("facts.number_invented", pointer=place, ref=member.ref, number=identity.number)


def _life(at: int, member: Member, today: dt.date) -> Iterator[OfficeError]:
    stated = "birth_date" if member.birth_date is not UNSET else "birth_date_hijri"
    place = pointer("member", at, name=stated)
    try:
        born = read_birth(member)
    except OfficeError as error:
        yield at_place(error, pointer("member", at, name="birth_date_hijri"))
        return
    if born is None and member.birth_date_precision is not DatePrecision.DAY:
        yield OfficeError(
            "facts.precision_without_birth",
            pointer=pointer("member", at, name="birth_date_precision"),
            ref=member.ref,
        )
    if born is not None and born.earliest > today:
        yield OfficeError(
            "facts.born_later", pointer=place, ref=member.ref, born=born.earliest.isoformat(), today=today
        )
    ended = member.death_date if member.death_date is not UNSET else today
    death_place = pointer("member", at, name="death_date")
    if ended > today:
        yield OfficeError("facts.died_later", pointer=death_place, ref=member.ref, died=ended, today=today)
    if born is None:
        return
    if member.death_date is not UNSET and member.death_date < born.earliest:
        yield OfficeError(
            "facts.died_before_birth",
            pointer=death_place,
            ref=member.ref,
            died=member.death_date,
            born=born.earliest,
        )
    elif born.latest <= ended and whole_units(born.latest, ended, "year", Calendar.GREGORIAN) > OLDEST_AGE:
        yield OfficeError("facts.too_old", pointer=place, ref=member.ref, born=born.latest, most=OLDEST_AGE)


def _before_birth(at: int, member: Member, today: dt.date) -> Iterator[OfficeError]:
    """What a person did or suffered before any day on which he can have been born, or at an age not reached yet."""
    born = birth_of(member)
    if born is None or born.earliest > today:
        return
    onset = UNSET if member.disability is UNSET else member.disability.onset_age
    age = whole_units(born.earliest, today, "year", Calendar.GREGORIAN)
    if onset is not UNSET and onset > age:
        place = pointer("member", at, name="disability.onset_age")
        yield OfficeError("facts.onset_to_come", pointer=place, ref=member.ref, onset=onset, age=age)
    for place, fact, value in _own_days(at, member):
        if value < born.earliest:
            yield OfficeError(
                "facts.before_birth", pointer=place, ref=member.ref, label=fact.label, on=value, born=born.earliest
            )


def _own_days(at: int, member: Member) -> Iterator[tuple[str, Property, dt.date]]:
    """The days on which something of a person's own began, each with its place.

    Incomes and assets are left out: what a child inherits may run since before it was born.
    """
    entity = vocabulary()["member"]
    for name in _BEGUN:
        if name in entity.properties:
            fact = entity.properties[name]
            value = value_of(member, fact.path)
            if isinstance(value, dt.date):
                yield pointer("member", at, name=name), fact, value
    for child in _LIVED_THROUGH:
        below = vocabulary()[child]
        for index, thing in enumerate(items_of(member, below.list_path)):
            for name in _BEGUN:
                if name in below.properties:
                    fact = below.properties[name]
                    value = value_of(thing, fact.path)
                    if isinstance(value, dt.date):
                        yield pointer(child, at, index, name=name), fact, value


def _identity(member: Member, country: str) -> Identity | None:
    if member.national_id is UNSET:
        return None
    try:
        return _read(member.national_id, member, country, allow_invented=True)
    except OfficeError:
        return None


def _read(number: str, member: Member, country: str, *, allow_invented: bool) -> Identity:
    kind = member.id_kind.value if member.id_kind is not UNSET else None
    return read_national_id(number, country=country, id_kind=kind, allow_invented=allow_invented)


def _number(at: int, member: Member, country: str, *, allow_invented: bool) -> Iterator[OfficeError]:
    if member.national_id is UNSET:
        return
    place = pointer("member", at, name="national_id")
    try:
        identity = _read(member.national_id, member, country, allow_invented=allow_invented)
    except OfficeError as error:
        yield at_place(error, place)
        return
    nationality = member.nationality if member.nationality is not UNSET else None
    sex = member.sex.value if member.sex is not UNSET else None
    for contradiction in contradictions(identity, sex=sex, birth_date=birth_of(member), nationality=nationality):
        yield at_place(contradiction, place)


def _saudi_papers(at: int, member: Member) -> Iterator[OfficeError]:
    kind, nationality = member.id_kind, member.nationality
    if kind is UNSET or nationality is UNSET:
        return
    place = pointer("member", at, name="id_kind")
    # With a number at hand the number itself tells, and the fault is named at the number.
    told_by_number = member.national_id is not UNSET and kind in {IdKind.IQAMA, IdKind.NATIONAL_ID}
    if nationality == "SA" and kind in _PAPERS_OF_FOREIGNERS and not told_by_number:
        yield OfficeError("facts.citizen_with_foreign_paper", pointer=place, ref=member.ref, kind=kind.label)
    if nationality != "SA" and kind is IdKind.NATIONAL_ID and not told_by_number:
        yield OfficeError("facts.foreigner_with_national_id", pointer=place, ref=member.ref, nationality=nationality)


def at_place(error: OfficeError, place: str) -> OfficeError:
    """A fault of a value with the place of the fact that holds it."""
    return OfficeError(error.key, pointer=place, **error.details)
