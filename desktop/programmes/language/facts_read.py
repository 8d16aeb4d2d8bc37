"""How a fact of the household file becomes a value: what is there, what its absence means, what the engine derives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from msgspec import UNSET

from desktop.facts.vocabulary import Absent, Kind, Property, value_of, vocabulary
from desktop.programmes.language.evaluation import MISSING, PRESUMED, Evaluation, Reader
from desktop.programmes.language.family import MEMBER, OUTSIDE, Family, Instance, absence
from desktop.programmes.language.incomes import monthly
from desktop.programmes.language.possibilities import (
    ANY_CODE,
    ANY_NUMBER,
    FAILS,
    INFINITY,
    NEVER,
    NO_CODE,
    OPEN,
    ZERO,
    Bounds,
    Codes,
    Value,
    exactly,
    one_of,
    truth_of,
)
from desktop.programmes.language.sorts import Sort
from desktop.values.dates import Precision, read_hijri, reconcile
from desktop.values.money import minor_units

FIRST_DAY = 1
"""The ordinal from which an unknown day runs. What is on record has begun: an unknown start ends on the day asked."""

SORTS = {
    Kind.BOOLEAN: Sort.TRUTH,
    Kind.CODE: Sort.CODE,
    Kind.TEXT: Sort.CODE,
    Kind.REF: Sort.CODE,
    Kind.INTEGER: Sort.NUMBER,
    Kind.NUMBER: Sort.NUMBER,
    Kind.MONEY: Sort.MONEY,
    Kind.DATE: Sort.DAY,
}


def unknown_value(described: Property, day: int) -> Value:
    """Everything that a fact may be when nothing is known of it."""
    match described.kind:
        case Kind.BOOLEAN:
            return OPEN
        case Kind.CODE:
            return Codes(frozenset(described.codes))
        case Kind.INTEGER | Kind.NUMBER:
            low = -INFINITY if described.minimum is None else int(described.minimum)
            return Bounds(low, INFINITY if described.maximum is None else int(described.maximum))
        case Kind.MONEY:
            return Bounds(0, INFINITY)
        case Kind.DATE:
            begun = described.name in {"birth_date", "since", "marital_status_since"}
            return Bounds(FIRST_DAY, day if begun else NEVER)
        case _:
            return ANY_CODE


def presumed_value(described: Property) -> Value:
    """What is taken where a fact would have been recorded if it were so."""
    match described.kind:
        case Kind.BOOLEAN:
            return FAILS
        case Kind.INTEGER | Kind.NUMBER:
            return exactly(0 if described.minimum is None else int(described.minimum))
        case Kind.MONEY:
            return ZERO
        case Kind.DATE:
            return exactly(NEVER)
        case _:
            return one_of(NO_CODE)


def stated_value(described: Property, stated: object) -> Value:
    """The value of a fact that is there."""
    match described.kind:
        case Kind.BOOLEAN:
            return truth_of(bool(stated))
        case Kind.INTEGER:
            return exactly(int(str(stated)))
        case Kind.NUMBER:
            return exactly(exact(stated))
        case Kind.MONEY:
            return exactly(minor_units(str(stated)))
        case Kind.DATE:
            return exactly(stated.toordinal() if isinstance(stated, date) else NEVER)
        case _:
            return one_of(str(stated))


def exact(number: object) -> int:
    """A JSON number as an exact one: its shortest decimal writing is what was stated, not the binary neighbour."""
    from fractions import Fraction

    from desktop.programmes.language.possibilities import plain

    return plain(Fraction(str(number)))  # type: ignore[return-value]  # a Fraction serves wherever an int does


def property_reader(described: Property) -> Reader:
    """Reads one property of the vocabulary, remembered per instance."""
    derived = _DERIVED.get((described.entity, described.name))
    read = derived if derived is not None else partial(_read_property, described=described)
    name = described.name

    def reader(evaluation: Evaluation, instance: Instance) -> Value:
        return evaluation.fact(instance, name, read)

    return reader


def _read_property(evaluation: Evaluation, instance: Instance, *, described: Property) -> Value:
    pointer = _place(instance, described)
    if pointer in evaluation.supposed:
        return evaluation.supposed[pointer]
    if instance.nobody:
        evaluation.reads.add(PRESUMED + instance.pointer)
        return presumed_value(described)
    if instance.phantom:
        evaluation.reads.add(MISSING + pointer)
        return unknown_value(described, evaluation.day)
    stated = value_of(instance.record, described.path)
    if stated is not UNSET:
        return stated_value(described, stated)
    return absent_value(evaluation, instance, described, pointer)


def _place(instance: Instance, described: Property) -> str:
    """Where the fact stands, or would: of somebody unknown, the reference and what is asked of him after a `#`."""
    if not instance.phantom:
        return instance.pointer + described.pointer
    return f"{instance.pointer}#{described.name}" if instance.entity == MEMBER else instance.pointer


def absent_value(evaluation: Evaluation, instance: Instance, described: Property, pointer: str) -> Value:
    """What an absent fact stands for, noting that the answer rests on its absence."""
    match absence(vocabulary()[described.entity], described.path, instance.record):
        case Absent.UNKNOWN:
            evaluation.reads.add(MISSING + pointer)
            return unknown_value(described, evaluation.day)
        case Absent.NONE_ON_RECORD:
            evaluation.reads.add(PRESUMED + pointer)
            return presumed_value(described)
        case Absent.STILL_OPEN:
            return exactly(NEVER)
        case _:
            return presumed_value(described)


def person_reader(name: str) -> tuple[Reader, Sort]:
    """Reads a property through a reference, of a member or of a person outside alike.

    What the file never tells of a person outside (marriage, birth) stays unknown; `role` and `in_household` are known
    of everybody.
    """
    if name == "in_household":
        return _in_household, Sort.TRUTH
    inside = vocabulary()[MEMBER].properties.get(name)
    outside = vocabulary()[OUTSIDE].properties.get(name)
    described = inside if inside is not None else outside
    if described is None or described.kind not in SORTS:
        raise LookupError(name)
    read_inside = property_reader(inside) if inside is not None else None
    read_outside = property_reader(outside) if outside is not None else None
    if name == "status":
        read_inside = _status_of_member

    def reader(evaluation: Evaluation, person: Instance) -> Value:
        read = read_outside if person.entity == OUTSIDE else read_inside
        if read is not None:
            return read(evaluation, person)
        if name == "role":
            return one_of(NO_CODE)
        return unknown_value(described, evaluation.day)

    return reader, SORTS[described.kind]


def _in_household(evaluation: Evaluation, person: Instance) -> Value:
    if person.phantom:
        place = f"{person.pointer}#in_household"
        if place in evaluation.supposed:
            return evaluation.supposed[place]
        evaluation.reads.add(MISSING + place)
        return OPEN
    return truth_of(person.entity == MEMBER and not person.nobody)


def _status_of_member(evaluation: Evaluation, person: Instance) -> Value:
    """The situation of somebody who lives in the household: deceased, or none that is kept for persons outside."""
    described = vocabulary()[OUTSIDE].properties["status"]
    if person.phantom:
        return _read_property(evaluation, person, described=described)
    if person.nobody:
        evaluation.reads.add(PRESUMED + person.pointer)
        return one_of(NO_CODE)
    death = _read_property(evaluation, person, described=vocabulary()[MEMBER].properties["death_date"])
    dead = isinstance(death, Bounds) and death.high <= evaluation.day
    return one_of("deceased" if dead else NO_CODE)


def _birth_date(evaluation: Evaluation, member: Instance) -> Value:
    """The days a birth may be, from either calendar, at the precision stated."""
    described = vocabulary()[MEMBER].properties["birth_date"]
    record = member.record
    hijri = getattr(record, "birth_date_hijri", UNSET)
    gregorian = getattr(record, "birth_date", UNSET)
    if record is None or (hijri is UNSET and gregorian is UNSET):
        return _read_property(evaluation, member, described=described)
    span = reconcile(
        gregorian if isinstance(gregorian, date) else None,
        read_hijri(hijri) if isinstance(hijri, str) else None,
        Precision(str(getattr(record, "birth_date_precision", "day"))),
    )
    if span is None:
        return _read_property(evaluation, member, described=described)
    if span.known:
        return exactly(span.earliest.toordinal())
    pointer = f"{member.pointer}/birth_date"
    if pointer in evaluation.supposed:
        return evaluation.supposed[pointer]
    evaluation.reads.add(MISSING + pointer)
    return Bounds(span.earliest.toordinal(), span.latest.toordinal())


def _income_amount(evaluation: Evaluation, income: Instance) -> Value:
    """The amount of an income in minor units, or its bounds where only bounds are known."""
    described = vocabulary()["income"].properties["amount"]
    between = getattr(income.record, "amount_between", UNSET)
    pointer = f"{income.pointer}/amount"
    if income.record is None or between is UNSET or getattr(income.record, "amount", UNSET) is not UNSET:
        return _read_property(evaluation, income, described=described)
    if pointer in evaluation.supposed:
        return evaluation.supposed[pointer]
    low, high = (minor_units(text) for text in between)
    if low != high:
        evaluation.reads.add(MISSING + pointer)
    return Bounds(low, high)


def _monthly(evaluation: Evaluation, income: Instance) -> Value:
    properties = vocabulary()["income"].properties
    amount = evaluation.fact(income, "amount", _income_amount)
    since = evaluation.fact(income, "since", partial(_read_property, described=properties["since"]))
    until = evaluation.fact(income, "until", partial(_read_property, described=properties["until"]))
    if not (isinstance(amount, Bounds) and isinstance(since, Bounds) and isinstance(until, Bounds)):
        return ANY_NUMBER
    period = None if income.record is None else str(getattr(income.record, "period", ""))
    times = getattr(income.record, "times", UNSET)
    reading = evaluation.parameters.get("income_reading", one_of("current"))
    trailing = isinstance(reading, Codes) and reading.options == frozenset({"trailing_year"})
    return monthly(
        amount,
        period=period,
        times=None if times is UNSET else exact(times),
        since=since,
        until=until,
        day=evaluation.day,
        applied=_applied(evaluation),
        trailing_year=trailing,
    )


def _applied(evaluation: Evaluation) -> int:
    """The day of application, or of decision where none is stated."""
    applied = evaluation.family.file.household.applied_on
    return applied.toordinal() if isinstance(applied, date) else evaluation.day


_DERIVED: dict[tuple[str, str], Reader] = {
    (MEMBER, "birth_date"): _birth_date,
    ("income", "amount"): _income_amount,
}

ENGINE_GIVEN: dict[tuple[str, str], tuple[Reader, Sort]] = {
    ("income", "monthly"): (lambda evaluation, income: evaluation.fact(income, "monthly", _monthly), Sort.MONEY),
    (MEMBER, "in_household"): (_in_household, Sort.TRUTH),
}
"""What the engine gives every pack beside the facts: `monthly` of an income, whether a person is of the household."""

Follow = Callable[[Family, Instance], Instance]


def reference(entity: str, name: str) -> Follow | None:
    """How a reference of `entity` is followed (`father`, `custody.holder`, `claimant`); None where it is not one."""
    described = vocabulary()[entity].properties.get(name) if entity in vocabulary() else None
    if described is None or described.kind is not Kind.REF or name == "ref":
        return None

    def follow(family: Family, instance: Instance) -> Instance:
        pointer = instance.pointer + described.pointer
        if instance.phantom:
            return family.phantom(MEMBER, family.household, instance.pointer)
        if instance.nobody:
            return family.nobody(instance.pointer)
        ref = value_of(instance.record, described.path)
        if ref is UNSET and name == "claimant":
            return family.head
        found = None if ref is UNSET else str(ref)
        return family.person(found, pointer, absence(vocabulary()[entity], described.path, instance.record))

    return follow
