"""How much of a household file is known: what is counted is facts whose absence means that nobody knows. Pure.

Facts that carry no weight when they are missing, or are then presumed not so, are no gaps; nor is what another fact of
the same file settles: a man's pregnancy, the rent of an owned home. Who may be asked what by law is no matter here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec
from msgspec import UNSET

from desktop.facts.codes import (
    AssetKind,
    DisabilityDegree,
    DwellingProof,
    IncapacityExtent,
    MaritalStatus,
    Sex,
    Tenure,
)
from desktop.facts.describe import Absent, Kind
from desktop.facts.household_file import Household, HouseholdFile
from desktop.facts.list_facts import Asset, Income
from desktop.facts.member_facts import Member
from desktop.facts.vocabulary import Entity, Property, pointer, things_of, value_of, vocabulary
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class MissingFact:
    """One fact that nobody knows yet: where it belongs (JSON Pointer), its name, and whose it is.

    `member` is the reference of the member, None for the household's own facts and those of people outside.
    """

    pointer: str
    label: Wording
    member: str | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many facts are known `of` those that count, and the others in the order of the file."""

    known: int
    of: int
    missing: tuple[MissingFact, ...]


def completeness(file: HouseholdFile, *, today: date) -> Completeness:
    """What is known of a file and what is not; some milliseconds, for it is asked at every key.

    Args:
        file: as far as it is told.
        today: the office's day; of a member who died before it, only who they were and whose kin is asked.
    """
    of, missing = 0, list[MissingFact]()
    for entity, indexes, thing in things_of(file):
        member = _member(file, entity, indexes)
        gone = member is not None and member.death_date is not UNSET and member.death_date <= today
        if gone and entity.name != "member":
            continue
        settled = _settled(thing)
        for fact in _counted(entity.name):
            if gone and fact.name not in _OF_THE_DEAD:
                continue
            known = _said(value_of(thing, fact.path)) or (fact.name in _SAID_OTHERWISE and fact.name in settled)
            if not known and (fact.name in settled or _left_out(thing, fact)):
                continue
            of += 1
            if not known:
                place = pointer(entity.name, *indexes, name=fact.name)
                missing.append(MissingFact(place, fact.label, member.ref if member is not None else None))
    return Completeness(of - len(missing), of, tuple(missing))


_OF_THE_DEAD = frozenset({"ref", "role", "father", "mother", "spouses", "name.given", "sex", "birth_date"})

_GIVEN_NAME = "name.given"
"""Required of a name, and a name of every person; other objects with required parts may be left out whole."""

_TOLD_BY_ANOTHER = frozenset({"birth_date_hijri"})
"""Counted with the fact that says the same."""

_SAID_OTHERWISE = frozenset({"birth_date", "amount"})
"""Known where another fact says them; all else that another fact settles does not count."""


@cache
def _counted(entity: str) -> tuple[Property, ...]:
    return tuple(fact for fact in vocabulary()[entity].properties.values() if _counts(fact))


def _counts(fact: Property) -> bool:
    """Whether a gap here is one; an object is asked for by its parts, which it is unknown with."""
    if fact.kind is Kind.OBJECT or fact.name in _TOLD_BY_ANOTHER:
        return False
    return fact.required or fact.absent is Absent.UNKNOWN


def _left_out(thing: msgspec.Struct, fact: Property) -> bool:
    """Whether a fact is required of an object that is not there and need not be."""
    if not fact.required or len(fact.path) == 1 or fact.name == _GIVEN_NAME:
        return False
    return value_of(thing, fact.path[:-1]) is UNSET


def _said(value: object) -> bool:
    return value is not UNSET and not (isinstance(value, str) and not value.strip())


def _member(file: HouseholdFile, entity: Entity, indexes: tuple[int, ...]) -> Member | None:
    of_member = entity.name == "member" or entity.parent == "member"
    return file.members[indexes[0]] if of_member else None


# Facts that another fact of the same thing settles: what is not so has no date, measure or price.
_OF_PUPILS = ("full_time", "away", "attendance", "passed_last_year", "fees_per_year")
_OF_DISABILITY = ("percent", "kind", "onset_age", "assessed_on")
_OF_INCAPACITY = ("permanent", "issued_on")


def _of_household(told: Household) -> Iterator[str]:
    if told.domestic_workers == 0:
        yield "domestic_workers_for_disability"
    if told.dwelling is UNSET:
        return
    if told.dwelling.tenure in {Tenure.OWNED, Tenure.PROVIDED, Tenure.STATE_SHELTER}:
        yield "dwelling.monthly_rent"
    if told.dwelling.proof is DwellingProof.NONE:
        yield "dwelling.proof_holder"


def _of_member(told: Member) -> Iterator[str]:
    if told.birth_date_hijri is not UNSET:
        yield "birth_date"
    if told.sex is Sex.MALE:
        yield from ("health.pregnant", "health.nursing")
    if told.marital_status is MaritalStatus.NEVER_MARRIED:
        yield from ("marital_status_since", "former_spouse_of_citizen")
    if told.education is not UNSET and told.education.enrolled is False:
        yield from (f"education.{name}" for name in _OF_PUPILS)
    if told.work is not UNSET and told.work.insured is False:
        yield "work.insured_wage"
    if told.disability is not UNSET and told.disability.degree is DisabilityDegree.NONE:
        yield from (f"disability.{name}" for name in _OF_DISABILITY)
    if told.incapacity is not UNSET and told.incapacity.extent is IncapacityExtent.NONE:
        yield from (f"incapacity.{name}" for name in _OF_INCAPACITY)


def _of_income(told: Income) -> Iterator[str]:
    if told.amount_between is not UNSET:
        yield "amount"


def _of_asset(told: Asset) -> Iterator[str]:
    if told.kind is not AssetKind.LAND:
        yield "area_feddan"
    if told.kind is not AssetKind.LIVESTOCK:
        yield "heads"


def _settled(thing: msgspec.Struct) -> frozenset[str]:
    """The names of facts that leave nothing to ask, given others of the same thing."""
    match thing:
        case Household():
            return frozenset(_of_household(thing))
        case Member():
            return frozenset(_of_member(thing))
        case Income():
            return frozenset(_of_income(thing))
        case Asset():
            return frozenset(_of_asset(thing))
        case _:
            return frozenset()
