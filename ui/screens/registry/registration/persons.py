"""The people of a form: who can be meant by a reference, and what they are called while one types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from msgspec import UNSET

from desktop.facts.codes import Role, Sex
from desktop.facts.describe import Kind
from desktop.facts.kin import place_in_household
from desktop.values.isolates import isolated
from desktop.values.language import Wording
from ui.screens.registry.registration.slots import MEMBERS, OUTSIDE, fact_at
from ui.screens.registry.registration.typed import Typed

_ROLES = {role.value: role for role in Role}
_SEXES = {sex.value: sex for sex in Sex}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be a father, a wife, the payee: a choice of every field that names a person."""

    ref: str
    item: str
    name: Wording
    role: Wording | None


@lru_cache(maxsize=8)
def persons(typed: Typed) -> tuple[Person, ...]:
    """Members in the order of the file, then the people outside."""
    items = (*typed.items(MEMBERS), *typed.items(OUTSIDE))
    return tuple(Person(typed.text(f"{item}/ref"), item, name_of(typed, item), role_of(typed, item)) for item in items)


def name_of(typed: Typed, item: str) -> Wording:
    """The given name, or of somebody unnamed their place in the list; isolated."""
    given = typed.text(f"{item}/name/given").strip()
    if given:
        return Wording(isolated(given), isolated(given))
    members = typed.items(MEMBERS)
    if item in members:
        number = members.index(item) + 1
        return Wording(f"الفرد {isolated(str(number))}", f"member {isolated(str(number))}")
    outside = typed.items(OUTSIDE)
    number = outside.index(item) + 1 if item in outside else 0
    return Wording(f"الشخص {isolated(str(number))} خارج المسكن", f"person {isolated(str(number))} outside the dwelling")


def role_of(typed: Typed, item: str) -> Wording | None:
    """The role in the household as it is said of that person; None where it was not chosen."""
    role = _ROLES.get(typed.text(f"{item}/role"))
    return place_in_household(role, _SEXES.get(typed.text(f"{item}/sex"), UNSET)) if role is not None else None


def naming(typed: Typed, ref: str) -> Iterator[str]:
    """Every slot at which a person is named by that reference, the person's own left out."""
    for slot in typed.entries:
        fact = fact_at(slot)
        if fact is None or fact.name == "ref":
            continue
        if fact.kind is Kind.REF and typed.text(slot) == ref:
            yield slot
        if fact.kind is Kind.REFS and ref in (typed.keys(slot) or ()):
            yield slot


def free_ref(typed: Typed, start: str, number: int) -> str:
    """A reference that nobody in the form has."""
    taken = {person.ref for person in persons(typed)}
    while f"{start}{number}" in taken:
        number += 1
    return f"{start}{number}"
