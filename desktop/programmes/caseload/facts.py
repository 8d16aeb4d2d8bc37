"""Facts of the household file as values in SQL: what is there, and what an absence stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.facts.arrow_layout import column_of
from desktop.facts.vocabulary import Absent, Kind, Property, vocabulary
from desktop.programmes.caseload.arithmetic import numbers, one
from desktop.programmes.caseload.choosing import chosen
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.readings import Made, Reading
from desktop.programmes.caseload.terms import (
    OTHER,
    Choice,
    Compiled,
    Constant,
    NotCompiledError,
    Numbers,
    Truth,
)
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.facts_read import presumed_value, unknown_value
from desktop.programmes.language.family import MEMBER
from desktop.programmes.language.possibilities import NEVER, NO_CODE

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program

MOST_MONEY = 10**11
"""Minor units: a household with a larger amount goes to the interpreter, so that sums are reckoned in 64 bits."""
MOST_COUNT = 10**9
USUAL = 10**8
"""Where no number of a column is larger, no row of it need be looked at, and sums of its products keep to 64 bits."""
BIRTH, AMOUNT = (MEMBER, "birth_date"), ("income", "amount")
"""The facts that may be stated in several ways."""
DECIMALS = 10**6
"""A number that is not whole is carried in millionths; one that needs more goes to the interpreter."""


def fact(program: Program, frame: Frame, described: Property) -> Compiled:
    """The value of a property of the frame's rows."""
    same = same_everywhere(program, frame, described)
    if same is not None:
        return same
    there, value = _stated(program, frame, described)
    unknown = unknown_where(program, frame, described)
    if given(program, frame, described):
        return known(value)
    if unknown == "TRUE" and not program.bounds:
        return value
    value = known(value)
    if unknown == "FALSE" and described.required:
        return value
    presumed = Constant(presumed_value(described))
    missing = Constant(unknown_value(described, program.day))
    if unknown == "TRUE":
        return chosen(frame, [(Truth(there, open=False), value)], missing, bounds=program.bounds)
    arms: list[tuple[Truth, Compiled]] = [(Truth(there, open=False), value)]
    if unknown != "FALSE":
        arms.append((Truth(unknown, open=False), missing))
    return chosen(frame, arms, presumed, bounds=program.bounds)


def same_everywhere(program: Program, frame: Frame, described: Property) -> Constant | None:
    """The value of a fact that every row states alike, or none states."""
    if frame.phantoms or (described.entity, described.name) in (BIRTH, AMOUNT):
        return None
    entity, name = described.entity, column_of(described)
    if program.alike.absent(entity, name):
        unknown = unknown_where(program, frame, described)
        if unknown == "TRUE":
            return Constant(unknown_value(described, program.day))
        return Constant(presumed_value(described)) if unknown == "FALSE" else None
    if described.kind not in (Kind.BOOLEAN, Kind.CODE, Kind.TEXT, Kind.INTEGER, Kind.DATE):
        return None
    cell = program.alike.only(entity, name)
    match cell:
        case bool():
            return Constant(p.truth_of(cell))
        case int():
            return Constant(p.exactly(cell)) if abs(cell) <= NEVER else None
        case str() if described.kind is Kind.CODE or cell in program.texts:
            return Constant(p.one_of(cell))
    return None


def given(program: Program, frame: Frame, described: Property) -> bool:
    """Whether every row states a fact, so that the plain program knows it too."""
    if frame.phantoms:
        return False
    if (described.entity, described.name) == BIRTH:
        return program.alike.exact_births()
    return program.alike.given(described.entity, column_of(described))


def unknown_where(program: Program, frame: Frame, described: Property) -> str:
    """Where the absence of a fact means that it is not known, rather than that it is not so."""
    if described.absent is Absent.UNKNOWN:
        return "TRUE"
    hidden = ["ph"] if frame.phantoms else []
    properties = vocabulary()[described.entity].properties
    for container in properties.values():
        depth = len(container.path)
        if (
            depth < len(described.path)
            and container.path == described.path[:depth]
            and container.absent is Absent.UNKNOWN
        ):
            stated = program.alike.only(described.entity, column_of(container))
            if stated is False:
                return "TRUE"
            if stated is None:
                hidden.append(f"NOT {column(frame, container)}")
    return f"COALESCE({' OR '.join(hidden)}, TRUE)" if hidden else "FALSE"


def column(frame: Frame, described: Property) -> str:
    """The file's own column of a property."""
    return frame.read(Reading(column_of(described)))


def _stated(program: Program, frame: Frame, described: Property) -> tuple[str, Compiled]:
    """Whether a fact is there and its value where it is; NULL where it is not."""
    if (described.entity, described.name) == BIRTH:
        return _birth(program, frame)
    if (described.entity, described.name) == AMOUNT and not given(program, frame, described):
        return _amount(program, frame, described)
    if described.kind in (Kind.CODE, Kind.TEXT, Kind.REF):
        mask = mask_of(program, frame, described)
        return f"({mask.sql} IS NOT NULL)", mask
    raw = column(frame, described)
    there = f"({raw} IS NOT NULL)"
    match described.kind:
        case Kind.BOOLEAN:
            return there, Truth(raw, open=not described.required)
        case Kind.INTEGER:
            return there, _within(program, frame, raw, described, MOST_COUNT)
        case Kind.MONEY:
            return there, _within(program, frame, raw, described, MOST_MONEY)
        case Kind.NUMBER:
            return there, _decimal(frame, raw)
        case Kind.DATE:
            return there, one(program.engine.ordinal(raw), scale=1, most=NEVER, opens=True, floor=True)
        case _:
            raise NotCompiledError(f"{described.entity}.{described.name}")


def _within(program: Program, frame: Frame, raw: str, described: Property, most: int) -> Numbers:
    for usual in (USUAL, most):
        if program.alike.within(described.entity, column_of(described), usual):
            return one(raw, scale=1, most=usual, opens=True, floor=True)
    return _left_beyond(frame, raw, most)


def _left_beyond(frame: Frame, raw: str, most: int) -> Numbers:
    frame.leave(f"{raw} NOT BETWEEN {-most} AND {most}")
    text = f"(CASE WHEN {raw} BETWEEN {-most} AND {most} THEN {raw} END)"
    return one(frame.let(text), scale=1, most=most, opens=True, floor=True)


def _decimal(frame: Frame, raw: str) -> Numbers:
    # A double that comes back from its millionths is the one nearest to them, so they are what was written.
    exact = f"CAST({raw} AS DECIMAL(18, 6))"
    fits = f"(CASE WHEN ABS({raw}) < {MOST_COUNT} THEN CAST({exact} AS DOUBLE) = {raw} ELSE {raw} IS NULL END)"
    fitting = frame.let(fits)
    frame.leave(f"NOT {fitting}")
    text = f"(CASE WHEN {fitting} THEN CAST({exact} * {DECIMALS} AS BIGINT) END)"
    return one(frame.let(text), scale=DECIMALS, most=MOST_COUNT * DECIMALS, opens=True)


def mask_of(program: Program, frame: Frame, described: Property) -> Choice:
    """A code, or a text, as the file states it; NULL where it is not there."""
    domain = domain_of_fact(program, described)
    raw = frame.read(Reading(column_of(described), Made.MASK, domain))
    return Choice(raw, domain, open=not described.required, many=False)


def domain_of_fact(program: Program, described: Property) -> tuple[str, ...]:
    """The codes that a fact may have: those of the contract, or the texts that the pack names and one for any other."""
    if described.kind is Kind.CODE:
        return tuple(sorted({*described.codes, NO_CODE}))
    found = sorted({*program.texts, NO_CODE})
    if len(found) > 58:
        raise NotCompiledError(f"{described.entity}.{described.name} compared with {len(found)} texts")
    return (*found, OTHER)


def _birth(program: Program, frame: Frame) -> tuple[str, Compiled]:
    """The days a birth may be; the file's tables carry them beside what was stated."""
    low, high = (frame.read(Reading("birth_date", made)) for made in (Made.EARLIEST, Made.LATEST))
    there = f"({low} IS NOT NULL)"
    if given(program, frame, vocabulary()[MEMBER].properties["birth_date"]):
        return there, one(low, scale=1, most=NEVER, opens=False, floor=True)
    if not program.bounds:
        return there, one(
            frame.let(f"(CASE WHEN {low} = {high} THEN {low} END)"), scale=1, most=NEVER, opens=True, floor=True
        )
    return there, numbers(low, high, 1, NEVER, low_open=False, high_open=False, floor=True)


def _amount(program: Program, frame: Frame, described: Property) -> tuple[str, Compiled]:
    """The amount of an income, or its bounds where only bounds are known."""
    exact = column(frame, described)
    between = column(frame, vocabulary()["income"].properties["amount_between"])
    ends = [f"COALESCE({exact}, {program.engine.item(between, place)})" for place in (1, 2)]
    low, high = (frame.let(end) for end in ends)
    there = f"({low} IS NOT NULL)"
    least, most = _left_beyond(frame, low, MOST_MONEY), _left_beyond(frame, high, MOST_MONEY)
    if not program.bounds:
        text = f"(CASE WHEN {least.low} = {most.low} THEN {least.low} END)"
        return there, one(frame.let(text), scale=1, most=MOST_MONEY, opens=True, floor=True)
    return there, numbers(least.low, most.low, 1, MOST_MONEY, low_open=False, high_open=False, floor=True)


def known(value: Compiled) -> Compiled:
    """A value of rows where it is there, in the bounds program: none of its columns is NULL."""
    match value:
        case Truth(sql):
            return Truth(sql, open=False)
        case Choice(sql, domain, _, many):
            return Choice(sql, domain, open=False, many=many)
        case Numbers(low, high, scale, most, _, _, floor):
            return Numbers(low, high, scale, most, floor=floor)
        case _:
            return value


def in_household(frame: Frame) -> Compiled:
    """Whether a member is one: every listed one is."""
    return Truth("(CASE WHEN ph THEN NULL ELSE TRUE END)", open=True) if frame.phantoms else Constant(p.HOLDS)
