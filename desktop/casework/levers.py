"""The facts of a household that somebody may suppose otherwise, those that matter most for an answer first. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import msgspec
from msgspec import UNSET

from desktop.facts.assessment import Assessment
from desktop.facts.codes import AssetKind, CriterionOutcome, IncomeKind, Period, Role
from desktop.facts.describe import Kind, Unit
from desktop.facts.household_file import HouseholdFile, Income
from desktop.facts.list_facts import Asset
from desktop.facts.member_facts import Member
from desktop.facts.vocabulary import Absent, Entity, Property, located, pointer, things_of, value_of, vocabulary
from desktop.programmes.answers.wording import code_label, label_of, name_of
from desktop.programmes.language.family import Family
from desktop.values.language import Wording

DEPENDANTS: Final = "/members"
"""Pointer of the lever that counts the dependants."""

FIRST: Final = 6
"""Levers shown before anybody asks for more: what one sees at once beside an answer."""

_VARIED = frozenset({Kind.BOOLEAN, Kind.CODE, Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.DATE})
_NEW_AT = "-"


@dataclass(frozen=True, slots=True)
class Lever:
    """A fact that may be supposed otherwise.

    Args:
        pointer: JSON Pointer of the fact; `-` stands for a thing that a list does not have yet.
        label: what it is: the kind of the income or asset, else the fact.
        whose: name of the member; None for the household's.
        kind: what sort of value it takes; LIST takes only `()`, that there is none.
        now: its value in the file as JSON writes it; None where it is absent.
        absent: what it means that it is absent.
        codes: what it may be, for a choice from a list.
        minimum: least number, if any; `maximum` the greatest.
        unit: what a number counts.
        period: how often an income comes in, where it is not monthly.
        item: the other facts of a thing that a list does not have yet.
    """

    pointer: str
    label: Wording
    whose: str | None
    kind: Kind
    now: object = None
    absent: Absent = Absent.UNKNOWN
    codes: tuple[tuple[str, Wording], ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    unit: Unit | None = None
    period: Wording | None = None
    item: Mapping[str, object] | None = None


def dependants_of(file: HouseholdFile) -> tuple[Member, ...]:
    """The members beside the head, the eldest known first; who comes last is taken away first."""
    others = [each for each in file.members if each.role is not Role.HEAD]
    # Nobody's father or mother is taken away before the child is.
    return tuple(sorted(others, key=lambda each: (each.role is Role.CHILD, _born(each))))


def levers_first(answer: Assessment, file: HouseholdFile) -> tuple[Lever, ...]:
    """The handful that matters for an answer: what it lacks, the incomes, the dependants, what its criteria rest on."""
    found: dict[str, Lever] = {}
    for lever in _in_order(answer, file):
        found.setdefault(lever.pointer, lever)
        if len(found) == FIRST:
            break
    return tuple(found.values())


def all_levers(file: HouseholdFile) -> tuple[Lever, ...]:
    """Every fact of the household that a visit to the office can change, and the incomes and assets it may yet have."""
    found = [_dependants(file)]
    for entity, indexes, thing in things_of(file):
        for described in entity.properties.values():
            lever = _lever(file, entity, indexes, thing, described)
            if lever is not None:
                found.append(lever)
    for at, member in enumerate(file.members):
        found += [_new_income(at, member, kind) for kind in IncomeKind]
        found += [_new_asset(at, member, kind) for kind in AssetKind]
    return tuple(found)


def lever_at(file: HouseholdFile, path: str) -> Lever | None:
    """The lever of a fact by its JSON Pointer; None for what cannot be supposed by itself."""
    place = located(path)
    if place is None or place[2] is None:
        return None
    entity, indexes, described = place[0], place[1], place[2]
    thing = next((thing for other, at, thing in things_of(file) if other is entity and at == indexes), None)
    return None if thing is None else _lever(file, entity, indexes, thing, described)


def label_at(file: HouseholdFile, path: str) -> Wording:
    """What stands at a JSON Pointer and whose it is: «راتب أو أجر — فاطمة حسن الأحمد»."""
    lever = lever_at(file, path)
    if lever is None:
        return label_of(path, Family(file))
    if lever.whose is None:
        return lever.label
    return Wording(f"{lever.label.ar} — {lever.whose}", f"{lever.label.en} — {lever.whose}")


def _in_order(answer: Assessment, file: HouseholdFile) -> Iterator[Lever]:
    yield from _at_places(file, [each.path for each in answer.missing])
    salary = False
    for at, member in enumerate(file.members):
        for below, income in enumerate(member.incomes if isinstance(member.incomes, tuple) else ()):
            salary = salary or income.kind is IncomeKind.SALARY
            lever = lever_at(file, pointer("income", at, below, name="amount"))
            if lever is not None:
                yield lever
    head = next(at for at, member in enumerate(file.members) if member.role is Role.HEAD)
    if not salary:
        yield _new_income(head, file.members[head], IncomeKind.SALARY)
    if not isinstance(file.household.independent, bool) or not file.household.independent:
        yield _dependants(file)
    unsettled_first = sorted(answer.criteria, key=lambda each: each.outcome is CriterionOutcome.MET)
    for criterion in unsettled_first:
        if criterion.facts is not UNSET:
            yield from _at_places(file, [each.path for each in criterion.facts])
    yield _new_income(head, file.members[head], IncomeKind.RENT)


def _at_places(file: HouseholdFile, paths: list[str]) -> Iterator[Lever]:
    for path in paths:
        lever = lever_at(file, path)
        if lever is not None:
            yield lever


def _lever(
    file: HouseholdFile, entity: Entity, indexes: tuple[int, ...], thing: msgspec.Struct, described: Property
) -> Lever | None:
    empties = described.kind is Kind.LIST and described.absent is Absent.UNKNOWN
    if not described.correctable or not (described.kind in _VARIED or empties) or not _stands(thing, entity, described):
        return None
    value = value_of(thing, described.path)
    if empties and value:
        return None  # what a list holds is supposed thing by thing
    label, period = described.label, None
    if isinstance(thing, Income | Asset) and described.name in {"amount", "value"}:
        label = thing.kind.label
    if isinstance(thing, Income) and described.name == "amount" and thing.period is not Period.MONTH:
        period = thing.period.label
    return Lever(
        pointer=pointer(entity.name, *indexes, name=described.name),
        label=label,
        whose=_whose(file, entity, indexes),
        kind=described.kind,
        now=None if value is UNSET else msgspec.to_builtins(value),
        absent=described.absent,
        codes=tuple((code, code_label(described, code) or Wording(code, code)) for code in described.codes),
        minimum=described.minimum,
        maximum=described.maximum,
        unit=described.unit,
        period=period,
    )


def _stands(thing: msgspec.Struct, entity: Entity, described: Property) -> bool:
    """Whether the fact can be put in by itself: it is not what makes the thing, nor lacks something above it."""
    if described.required or described.name == "kind":
        return False
    *above, _ = described.name.split(".")
    for depth in range(len(above)):
        name = ".".join(above[: depth + 1])
        lacking = value_of(thing, entity.properties[name].path) is UNSET
        below = [each for other, each in entity.properties.items() if other.startswith(f"{name}.")]
        if lacking and any(each.required and each.name.count(".") == depth + 1 for each in below):
            return False
    return True


def _whose(file: HouseholdFile, entity: Entity, indexes: tuple[int, ...]) -> str | None:
    line = entity
    while line.parent is not None and line.parent != "household":
        line = vocabulary()[line.parent]
    if line.name == "member":
        return name_of(file.members[indexes[0]])
    if line.name == "outside" and file.household.outside is not UNSET:
        return name_of(file.household.outside[indexes[0]])
    return None


def _dependants(file: HouseholdFile) -> Lever:
    return Lever(
        pointer=DEPENDANTS,
        label=Wording("عدد التابعين", "number of dependants"),
        whose=None,
        kind=Kind.INTEGER,
        now=len(dependants_of(file)),
        minimum=0,
        maximum=30,
        unit=Unit.COUNT,
    )


def _new_income(at: int, member: Member, kind: IncomeKind) -> Lever:
    return Lever(
        # The kind stands in the pointer, so that each may be supposed beside the others.
        pointer=f"/members/{at}/incomes/{_NEW_AT}{kind.value}/amount",
        label=kind.label,
        whose=name_of(member),
        kind=Kind.MONEY,
        absent=Absent.WEIGHTLESS,
        unit=Unit.MONEY_PER_MONTH,
        item={
            "kind": kind.value,
            "period": Period.MONTH.value,
            "registered": True,
            "stable": True,
        },
    )


def _new_asset(at: int, member: Member, kind: AssetKind) -> Lever:
    return Lever(
        pointer=f"/members/{at}/assets/{_NEW_AT}{kind.value}/value",
        label=kind.label,
        whose=name_of(member),
        kind=Kind.MONEY,
        absent=Absent.WEIGHTLESS,
        unit=Unit.MONEY,
        item={"kind": kind.value, "liquidable": True},
    )


def _born(member: Member) -> str:
    if member.birth_date is not UNSET:
        return member.birth_date.isoformat()
    # A Hijri year is some 579 less; the order among members is all that is asked of it.
    if member.birth_date_hijri is not UNSET:
        return str(int(member.birth_date_hijri[:4]) + 579)
    return "9999"
