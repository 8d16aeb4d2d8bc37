"""ON_RECORD and STILL_OPEN in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.facts.arrow_layout import column_of
from desktop.facts.vocabulary import Kind, Property, vocabulary
from desktop.programmes.caseload.arithmetic import compared, one
from desktop.programmes.caseload.children import Below
from desktop.programmes.caseload.facts import column, fact, unknown_where
from desktop.programmes.caseload.readings import Made, Reading
from desktop.programmes.caseload.terms import Compiled, Constant, NotCompiledError, Truth, literal, numbers_of
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.possibilities import NEVER
from desktop.programmes.language.syntax import Name

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program


def on_record(program: Program, name: Name, entity: str) -> Compiled:
    """Whether a list has an entry or a fact is there; an unknown one leaves it open."""
    parts = name.parts[1:] if len(name.parts) > 1 and name.parts[0] == entity else name.parts
    frame = program.frame(entity)
    if entity in vocabulary() and len(parts) == 1 and parts[0] in vocabulary()[entity].lists:
        below = Below(program, frame, vocabulary()[entity].lists[parts[0]])
        if below.empty:
            return Constant(p.FAILS)
        if not below.phantoms:
            return Truth(below.gather("COUNT(*) > 0", "FALSE"), open=False)
        found = "CASE WHEN BOOL_OR(NOT ph) THEN TRUE WHEN BOOL_OR(ph) THEN NULL ELSE FALSE END"
        return Truth(below.gather(found, "FALSE"), open=True)
    described = _property(parts, entity)
    listed = described.kind in (Kind.OBJECT, Kind.LIST)
    raw = column(frame, described) if listed else frame.read(Reading(described.name, Made.GIVEN))
    there = f"COALESCE({raw}, FALSE)"
    unknown = unknown_where(program, frame, described)
    told = None if frame.phantoms else _told(program, described)
    if told or (told is False and unknown == "FALSE"):
        return Constant(p.truth_of(told))
    if frame.phantoms and unknown == "FALSE":
        unknown = "ph"
    if unknown == "FALSE":
        return Truth(there, open=False)
    return Truth(f"(CASE WHEN {there} THEN TRUE WHEN {unknown} THEN NULL ELSE FALSE END)", open=True)


def _told(program: Program, described: Property) -> bool | None:
    """Whether a fact is there in every row, or in none."""
    entity, name = described.entity, column_of(described)
    if described.kind in (Kind.OBJECT, Kind.LIST):
        stated = program.alike.only(entity, name)
        return stated if isinstance(stated, bool) else None
    if program.alike.given(entity, name):
        return True
    return False if program.alike.absent(entity, name) else None


def still_open(program: Program, name: Name, entity: str) -> Compiled:
    """Whether a day has not come by the day of decision."""
    parts = name.parts[1:] if len(name.parts) > 1 and name.parts[0] == entity else name.parts
    frame = program.frame(entity)
    day = numbers_of(fact(program, frame, _property(parts, entity)), bounds=program.bounds)
    return compared(frame, "<", one(literal(program.day), scale=1, most=NEVER, opens=False, floor=True), day)


def _property(parts: tuple[str, ...], entity: str) -> Property:
    described = vocabulary()[entity].properties.get(".".join(parts)) if entity in vocabulary() else None
    if described is None:
        raise NotCompiledError(f"{entity}: {'.'.join(parts)}")
    return described
