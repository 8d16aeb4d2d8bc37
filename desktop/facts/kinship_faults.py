"""Contradictions between people: references to nobody, impossible marriages, parents younger than their children."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from msgspec import UNSET

from desktop.facts.birth import birth_of
from desktop.facts.codes import MaritalStatus, OutsideStatus, Role, Sex
from desktop.facts.household_file import HouseholdFile, Member, OutsidePerson
from desktop.facts.vocabulary import items_of, pointer, vocabulary
from desktop.values.dates import DatePossibility
from desktop.values.digits import compact
from desktop.values.errors import OfficeError

MOST_WIVES = 4

# A marriage with someone of these statuses is over, or never was; the contract keeps no list of former spouses.
_UNMARRIED = frozenset({MaritalStatus.DIVORCED, MaritalStatus.WIDOWED, MaritalStatus.NEVER_MARRIED})


@dataclass(slots=True)
class _Person:
    ref: str
    pointer: str
    sex: Sex | None
    born: DatePossibility | None
    dead: bool
    unmarried: bool
    parents: dict[str, str] = field(default_factory=dict)
    spouses: tuple[str, ...] = ()


def kinship_faults(file: HouseholdFile) -> Iterator[OfficeError]:
    """Every contradiction between the people of a file."""
    yield from _doubled_refs(file)
    yield from _dangling_refs(file)
    yield from _heads(file)
    yield from _doubled_numbers(file)
    people = _people(file)
    yield from _marriages(people)
    yield from _parents(people)
    yield from _own_ancestors(people)


def _people(file: HouseholdFile) -> dict[str, _Person]:
    outside = items_of(file.household, ("outside",))
    people = [_outsider(at, each) for at, each in enumerate(outside) if isinstance(each, OutsidePerson)]
    people += [_member(at, each) for at, each in enumerate(file.members)]
    # Of a ref given twice the member stands; the doubling is a fault of its own.
    return {person.ref: person for person in people}


def _member(at: int, member: Member) -> _Person:
    parents = {"father": member.father, "mother": member.mother}
    return _Person(
        ref=member.ref,
        pointer=pointer("member", at),
        sex=member.sex if member.sex is not UNSET else None,
        born=birth_of(member),
        dead=member.death_date is not UNSET,
        unmarried=member.marital_status in _UNMARRIED,
        parents={name: ref for name, ref in parents.items() if ref is not UNSET},
        spouses=member.spouses if member.spouses is not UNSET else (),
    )


def _outsider(at: int, person: OutsidePerson) -> _Person:
    return _Person(
        ref=person.ref,
        pointer=pointer("outside", at),
        sex=person.sex if person.sex is not UNSET else None,
        born=None,
        dead=person.status is OutsideStatus.DECEASED,
        unmarried=False,
    )


def _refs(file: HouseholdFile) -> Iterator[tuple[str, str]]:
    for at, person in enumerate(items_of(file.household, ("outside",))):
        if isinstance(person, OutsidePerson):
            yield person.ref, pointer("outside", at, name="ref")
    for at, member in enumerate(file.members):
        yield member.ref, pointer("member", at, name="ref")


def _doubled_refs(file: HouseholdFile) -> Iterator[OfficeError]:
    first: dict[str, str] = {}
    for ref, place in _refs(file):
        if ref in first:
            yield OfficeError("facts.ref_twice", pointer=place, ref=ref, place=place, other=first[ref])
        first.setdefault(ref, place)


def _dangling_refs(file: HouseholdFile) -> Iterator[OfficeError]:
    known = {ref for ref, _ in _refs(file)}
    household = file.household
    payee, dwelling = household.payee, household.dwelling
    named = [
        ("payee.ref", payee.ref if payee is not UNSET else UNSET),
        ("claimant", household.claimant),
        ("provider", household.provider),
        ("dwelling.proof_holder", dwelling.proof_holder if dwelling is not UNSET else UNSET),
    ]
    for name, ref in named:
        if ref is not UNSET and ref not in known:
            yield _nobody("household", name, ref, pointer("household", name=name))
    for at, member in enumerate(file.members):
        holder = member.custody.holder if member.custody is not UNSET else UNSET
        for name, ref in (("father", member.father), ("mother", member.mother), ("custody.holder", holder)):
            if ref is not UNSET and ref not in known:
                yield _nobody("member", name, ref, pointer("member", at, name=name))
        for number, ref in enumerate(member.spouses if member.spouses is not UNSET else ()):
            if ref not in known:
                place = f"{pointer('member', at, name='spouses')}/{number}"
                yield _nobody("member", "spouses", ref, place)


def _nobody(entity: str, name: str, ref: str, place: str) -> OfficeError:
    label = vocabulary()[entity].properties[name].label
    return OfficeError("facts.ref_of_nobody", pointer=place, ref=ref, label=label, place=place)


def _heads(file: HouseholdFile) -> Iterator[OfficeError]:
    heads = [at for at, member in enumerate(file.members) if member.role is Role.HEAD]
    if not heads:
        yield OfficeError("facts.no_head", pointer="/members")
    for at in heads[1:]:
        yield OfficeError(
            "facts.second_head",
            pointer=pointer("member", at, name="role"),
            ref=file.members[at].ref,
            first=file.members[heads[0]].ref,
        )


def _doubled_numbers(file: HouseholdFile) -> Iterator[OfficeError]:
    first: dict[str, str] = {}
    for at, member in enumerate(file.members):
        number = compact(member.national_id) if member.national_id is not UNSET else ""
        if number in first:
            yield OfficeError(
                "facts.national_id_twice",
                pointer=pointer("member", at, name="national_id"),
                number=number,
                ref=member.ref,
                other=first[number],
            )
        if number:
            first.setdefault(number, member.ref)


def _marriages(people: Mapping[str, _Person]) -> Iterator[OfficeError]:
    standing: dict[frozenset[str], None] = {}
    seen: set[frozenset[str]] = set()
    for person in people.values():
        for at, ref in enumerate(person.spouses):
            place = f"{person.pointer}/spouses/{at}"
            other = people.get(ref)
            pair = frozenset({person.ref, ref})
            if ref == person.ref:
                yield OfficeError("facts.own_spouse", pointer=place, ref=ref)
            elif other is not None:
                if person.sex is not None and person.sex is other.sex and pair not in seen:
                    yield OfficeError("facts.spouses_of_one_sex", pointer=place, ref=person.ref, other=ref)
                if not (person.dead or other.dead or person.unmarried or other.unmarried):
                    standing[pair] = None
                seen.add(pair)
    count = Counter(ref for pair in standing for ref in pair)
    for ref, marriages in count.items():
        person = people[ref]
        if person.sex is Sex.FEMALE and marriages > 1:
            yield OfficeError("facts.two_husbands", pointer=_spouses_place(person), ref=ref, count=marriages)
        if person.sex is Sex.MALE and marriages > MOST_WIVES:
            yield OfficeError("facts.five_wives", pointer=_spouses_place(person), ref=ref, count=marriages)


def _spouses_place(person: _Person) -> str:
    return f"{person.pointer}/spouses" if person.spouses else person.pointer


def _parents(people: Mapping[str, _Person]) -> Iterator[OfficeError]:
    for child in people.values():
        for name, ref in child.parents.items():
            place, parent = f"{child.pointer}/{name}", people.get(ref)
            if parent is None:
                continue
            if name == "father" and parent.sex is Sex.FEMALE:
                yield OfficeError("facts.father_female", pointer=place, ref=child.ref, parent=ref)
            if name == "mother" and parent.sex is Sex.MALE:
                yield OfficeError("facts.mother_male", pointer=place, ref=child.ref, parent=ref)
            if child.ref != ref and child.born and parent.born and child.born.latest <= parent.born.earliest:
                yield OfficeError(
                    "facts.born_before_parent",
                    pointer=place,
                    ref=child.ref,
                    parent=ref,
                    born=child.born.latest.isoformat(),
                    parent_born=parent.born.earliest.isoformat(),
                )


def _own_ancestors(people: Mapping[str, _Person]) -> Iterator[OfficeError]:
    parents = {ref: {up for up in person.parents.values() if up in people} for ref, person in people.items()}
    below = _unending(parents)
    # What is left descends from a circle; seen from the children's side only the circle itself remains.
    circle = _unending(_reversed({ref: parents[ref] & below for ref in below}))
    for ref in people:
        if ref in circle:
            name = next(name for name, up in people[ref].parents.items() if up in circle)
            yield OfficeError("facts.own_ancestor", pointer=f"{people[ref].pointer}/{name}", ref=ref)


def _unending(edges: Mapping[str, set[str]]) -> set[str]:
    """From whom one can follow edges for ever: who has none is taken away, round by round."""
    arriving = _reversed(edges)
    leaving = {ref: len(to) for ref, to in edges.items()}
    ended = [ref for ref, count in leaving.items() if count == 0]
    while ended:
        for ref in arriving[ended.pop()]:
            leaving[ref] -= 1
            if leaving[ref] == 0:
                ended.append(ref)
    return {ref for ref, count in leaving.items() if count}


def _reversed(edges: Mapping[str, set[str]]) -> dict[str, set[str]]:
    turned: dict[str, set[str]] = {ref: set() for ref in edges}
    for ref, ends in edges.items():
        for end in ends:
            turned[end].add(ref)
    return turned
