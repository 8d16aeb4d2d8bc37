"""Facts of a household file in words: each value by its kind, people by their names, things by what they are. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import msgspec
from msgspec import UNSET

from desktop.facts.code import Code
from desktop.facts.codes import Country, Sex
from desktop.facts.describe import Kind, Unit, Writing
from desktop.facts.household_file import HouseholdFile, Member, OutsidePerson
from desktop.facts.kin import place_in_household
from desktop.facts.shape import fields_of
from desktop.facts.vocabulary import Entity, Property, value_of, vocabulary
from desktop.registry.words import full_name
from desktop.values.agreement import YEAR
from desktop.values.countries import country_name
from desktop.values.language import Wording
from desktop.values.money import Currency, Money
from desktop.values.worded import amount, both, code, day, number_of, said

YES, NO = Wording("نعم", "yes"), Wording("لا", "no")
NOBODY = Wording("لا أحد", "nobody")
NAMELESS = Wording("فرد لم يُذكر اسمه", "a member whose name is not given")
NAMELESS_OUTSIDE = Wording("شخص من خارج المسكن لم يُذكر اسمه", "a person outside whose name is not given")
UNKNOWN_PERSON = Wording("شخص لم يعد في الملف", "somebody who is no longer in the file")

_CURRENCIES: Final = {Country.SA: Currency.SAR, Country.EG: Currency.EGP}
_NUMBERS_IN_TEXT: Final = frozenset({"phone", "file_number"})
_PACK: Final = re.compile(r"[a-z]{2}\.[a-z_]+")
_TERMS: Final = {
    "1": ("الفصل الأول من عام {year}", "first term of {year}"),
    "2": ("الفصل الثاني من عام {year}", "second term of {year}"),
}
NAMED_BY: Final = ("kind", "duty", "programme", "term", "on", "from")
"""The properties that say what a thing of a list is, one of which each has."""


@dataclass(frozen=True, slots=True)
class FactWords:
    """What is needed to tell facts of one household.

    Args:
        people: members and persons outside by reference, as far as they are known.
        country: whose money amounts are in.
        titles: of programmes, by their id.
    """

    people: Mapping[str, Member | OutsidePerson] = field(default_factory=dict)
    country: Country = Country.SA
    titles: Mapping[str, Wording] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        file: HouseholdFile | None,
        *,
        country: Country = Country.SA,
        titles: Mapping[str, Wording] | None = None,
        also: Iterable[object] = (),
    ) -> FactWords:
        """From a file, whose country then counts; `also` brings people who were in it before, itself wins."""
        people: dict[str, Member | OutsidePerson] = {
            each.ref: each for each in also if isinstance(each, Member | OutsidePerson)
        }
        if file is not None:
            outside = file.household.outside if file.household.outside is not UNSET else ()
            people |= {each.ref: each for each in outside}
            people |= {each.ref: each for each in file.members}
            country = file.household.country
        return cls(people, country, titles or {})

    def name(self, ref: str) -> Wording:
        """Who a reference is; the reference itself is never told."""
        person = self.people.get(ref)
        return UNKNOWN_PERSON if person is None else self.name_of(person)

    def name_of(self, person: Member | OutsidePerson) -> Wording:
        """A person's name in full, or that none is given."""
        written = full_name(person.name)
        if written.strip():
            return said(written)
        if isinstance(person, OutsidePerson):
            return NAMELESS_OUTSIDE
        return both("{nameless} ({role})", "{nameless} ({role})", nameless=NAMELESS, role=role_of(person))

    def value(self, fact: Property, value: object, *, female: bool = False) -> Wording:
        """A value of a fact; `female` where it is said of a woman."""
        match value:
            case bool():
                return YES if value else NO
            case Code():
                return value.label_for(female=female)
            case date():
                return day(value)
            case int() | float():
                return _number(value, fact.unit)
            case str():
                return self._text(fact, value)
            case tuple() if fact.kind is Kind.MONEY_BOUNDS:
                low, high = (self._money(str(each)) for each in value)
                return both("بين {low} و{high}", "between {low} and {high}", low=low, high=high)
            case tuple():
                return self._names(value)
            case _:
                raise TypeError(f"{fact.entity}.{fact.name} has a value that no kind of fact has: {type(value)}")

    def thing(self, entity: Entity, thing: msgspec.Struct, *, female: bool = False) -> Wording:
        """What a thing of a list is, in short: «راتب أو أجر»; a person by name."""
        if isinstance(thing, Member | OutsidePerson):
            return self.name_of(thing)
        fact = entity.properties[next(name for name in NAMED_BY if name in entity.properties)]
        told = self.value(fact, value_of(thing, fact.path), female=female)
        if fact.kind is Kind.DATE:
            return both("منذ {day}" if fact.name == "from" else "في {day}", f"{fact.name} {{day}}", day=told)
        return told

    def details(self, entity: Entity, thing: msgspec.Struct, *, female: bool = False) -> tuple[Wording, ...]:
        """What else is stated of a thing of a list: «مبلغ الدخل: 480.00 ريال»; of a member, the role."""
        if isinstance(thing, Member):
            return (role_of(thing),)
        return tuple(self._details(entity, thing, female))

    def _details(self, entity: Entity, thing: msgspec.Struct, female: bool) -> Iterator[Wording]:
        named = next((name for name in NAMED_BY if name in entity.properties), None)
        for name, fact in entity.properties.items():
            value = value_of(thing, fact.path)
            plain = fact.kind not in {Kind.OBJECT, Kind.LIST}
            if not plain or value is UNSET or name in {named, "ref"} or name.startswith("name"):
                continue
            told = self.value(fact, value, female=female)
            yield both("{label}: {told}", "{label}: {told}", label=fact.label, told=told)

    def _text(self, fact: Property, text: str) -> Wording:
        match fact.kind:
            case Kind.MONEY:
                return self._money(text)
            case Kind.HIJRI_DATE:
                figures = code(text.replace("-", "/"))
                return both("{figures} هـ", "{figures} AH", figures=figures)
            case Kind.REF:
                return self.name(text)
            case _:
                pass
        if fact.path[-1] == "nationality":
            return country_name(text)
        if fact.path[-1] == "term":
            year, _, term = text.partition("-")
            return both(*_TERMS[term], year=code(year))
        if fact.path[-1] == "programme" and text in self.titles:
            return said(self.titles[text])
        if fact.path[-1] == "programme" and _PACK.fullmatch(text):
            return both("برنامج رمزه {id}", "the programme coded {id}", id=code(text))
        if _is_number(fact):
            return code(text)
        return said(text)

    def _money(self, text: str) -> Wording:
        # Not `Money.of`: a file may state more than a sum of the office can hold, and is told all the same.
        whole, _, decimals = text.partition(".")
        return amount(Money(int(whole) * 100 + int(decimals.ljust(2, "0") or "0"), _CURRENCIES[self.country]))

    def _names(self, refs: tuple[object, ...]) -> Wording:
        names = [self.name(str(each)) for each in refs]
        if not names:
            return NOBODY
        return Wording(" و".join(each.ar for each in names), " and ".join(each.en for each in names))


def is_woman(person: object) -> bool:
    """Whether somebody is known to be a woman."""
    return isinstance(person, Member | OutsidePerson) and person.sex is Sex.FEMALE


def role_of(member: Member) -> Wording:
    """Somebody's place in the household."""
    return place_in_household(member.role, member.sex)


def _is_number(fact: Property) -> bool:
    if fact.path[-1] in _NUMBERS_IN_TEXT:
        return True
    struct: type[msgspec.Struct] = vocabulary()[fact.entity].struct
    for attribute in fact.path:
        shape = next(each.shape for each in fields_of(struct) if each.attribute == attribute)
        if shape.struct is None:
            return shape.writing in set(Writing)
        struct = shape.struct
    return False


def _number(number: float, unit: Unit | None) -> Wording:
    if unit is Unit.YEARS and number == int(number) and 0 <= number < 1000:
        return number_of(int(number), YEAR)
    text = f"{int(number):,}" if number == int(number) else f"{number:,.4f}".rstrip("0")
    figures = code(text)
    if unit is Unit.PERCENT:
        return both("{figures}٪", "{figures}%", figures=figures)
    if unit is Unit.FEDDAN:
        return both("{figures} فدان", "{figures} feddan", figures=figures)
    if unit is Unit.DEGREES:
        return both("{figures} درجة", "{figures} degrees", figures=figures)
    return figures
