"""Whom a name leads to: rows above, a person that a reference points at, a spouse, a child."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.facts.vocabulary import Absent, Kind, Property, vocabulary
from desktop.programmes.caseload.choosing import Arm, chosen
from desktop.programmes.caseload.choosing_codes import among
from desktop.programmes.caseload.facts import fact, mask_of, unknown_where
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.naming_columns import bound
from desktop.programmes.caseload.readings import OTHER_PERSON, Made, Reading
from desktop.programmes.caseload.terms import Choice, Compiled, Constant, NotCompiledError, Numbers, Truth
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.facts_read import presumed_value, unknown_value
from desktop.programmes.language.family import HOUSEHOLD, MEMBER, OUTSIDE
from desktop.programmes.language.possibilities import NO_CODE, Bounds

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program


def carried(value: Compiled, source: Frame, target: Frame, via: tuple[str, ...]) -> Compiled:
    """A value of the rows of `source`, read from the rows of `target` that lead to them by the columns `via`."""

    def moved(sql: str) -> str:
        return target.pull(source, sql, via)

    match value:
        case Truth() | Choice():
            return replace(value, sql=moved(value.sql))
        case Numbers():
            return replace(value, low=moved(value.low), high=moved(value.high))
        case _:
            return value


def upward(program: Program, frame: Frame, entity: str, value: Compiled) -> Compiled:
    """A value of the row above."""
    return carried(value, program.frame(entity), frame, program.frame(entity).keys)


class Person:
    """Whom the rows of a frame refer to: a member, a person outside, nobody on record, or somebody unknown."""

    def __init__(
        self, program: Program, frame: Frame, reference: str, *, member: str, outside: str, nobody: str
    ) -> None:
        self.program = program
        self.frame = frame
        self.reference = reference
        self.member = member
        self.outside = outside
        self.nobody = nobody

    def read(self, name: str) -> Compiled:
        """A property of the person; what the file never tells of persons outside is not known of them."""
        program, frame = self.program, self.frame
        if name == "in_household":
            return self._chosen(Constant(p.HOLDS), Constant(p.FAILS), Constant(p.FAILS), Constant(p.OPEN))
        inside = vocabulary()[MEMBER].properties.get(name)
        outside = vocabulary()[OUTSIDE].properties.get(name)
        described = inside if inside is not None else outside
        if described is None:
            raise NotCompiledError(f"{frame.name} → {name}")
        missing = Constant(unknown_value(described, program.day))
        of_member: Compiled = missing
        of_nobody: Compiled = missing
        if name == "status":
            missing = Constant(unknown_value(vocabulary()[OUTSIDE].properties["status"], program.day))
            of_member, of_nobody = self._inside(partial(_status, program)), Constant(p.one_of(NO_CODE))
        elif inside is not None:
            of_member = self._inside(lambda frame: fact(program, frame, inside))
            of_nobody = Constant(presumed_value(inside))
        of_outside: Compiled = missing
        if outside is not None and self.outside != "NULL":
            of_outside = self._there(lambda frame: fact(program, frame, outside), OUTSIDE, self.outside)
        elif name == "role":
            of_outside = Constant(p.one_of(NO_CODE))
        return self._chosen(of_member, of_outside, of_nobody, missing)

    def _inside(self, value: Callable[[Frame], Compiled]) -> Compiled:
        return Constant(p.OPEN) if self.member == "NULL" else self._there(value, MEMBER, self.member)

    def _there(self, value: Callable[[Frame], Compiled], entity: str, at: str) -> Compiled:
        """What a fact of the person comes to, read where the reference leads; by a join where no reference does."""
        if self.reference:
            return bound(self.frame, value(self.frame.led(self.reference, entity)))
        source = self.program.frame(entity)
        return carried(value(source), source, self.frame, (at,))

    def _chosen(self, member: Compiled, outside: Compiled, nobody: Compiled, unknown: Compiled) -> Compiled:
        if self.nobody == "TRUE":
            return nobody
        arms: list[Arm] = []
        for at, value in ((self.member, member), (self.outside, outside)):
            if at != "NULL":
                arms.append((Truth(f"({at} IS NOT NULL)", open=False), value))
        if self.nobody != "FALSE":
            arms.append((Truth(self.nobody, open=False), nobody))
        if not arms:
            return unknown
        return chosen(self.frame, arms, unknown, bounds=self.program.bounds)


def _status(program: Program, frame: Frame) -> Compiled:
    """The situation of a member: deceased, or none that is kept for persons outside."""
    death = fact(program, frame, vocabulary()[MEMBER].properties["death_date"])
    if isinstance(death, Constant) and isinstance(death.value, Bounds):
        return Constant(p.one_of("deceased" if death.value.high <= program.day else NO_CODE))
    if not isinstance(death, Numbers):
        raise NotCompiledError("member.death_date")
    dead = Truth(f"COALESCE({frame.let(death.high)} <= {program.day}, FALSE)", open=False)
    return chosen(frame, [(dead, Constant(p.one_of("deceased")))], Constant(p.one_of(NO_CODE)), bounds=program.bounds)


def referred(program: Program, frame: Frame, entity: str, name: str) -> Person | None:
    """The person that a reference of `entity` points at; None where `name` is no reference."""
    described = vocabulary()[entity].properties.get(name)
    if described is None or described.kind is not Kind.REF or name == "ref":
        return None
    if not frame.phantoms and program.alike.absent(entity, name) and name != "claimant":
        nobody = _nobody(program, frame, described, "FALSE")
        return Person(program, frame, name, member="NULL", outside="NULL", nobody=nobody)
    stated = frame.read(Reading(name, Made.GIVEN))
    member, outside = frame.read(Reading(name, Made.MEMBER)), "NULL"
    if not program.alike.empty(OUTSIDE):
        outside = frame.read(Reading(name, Made.OUTSIDE))
    reference = name
    if name == "claimant":
        # Where nobody is named it is the head, whom no reference leads to.
        reference = ""
        member = frame.let(f"(CASE WHEN NOT {stated} THEN {_head(program, frame)} ELSE {member} END)")
    nobody = _nobody(program, frame, described, stated)
    return Person(program, frame, reference, member=member, outside=outside, nobody=nobody)


def _nobody(program: Program, frame: Frame, described: Property, stated: str) -> str:
    if described.absent is Absent.UNKNOWN or described.name == "claimant":
        return "FALSE"
    unknown = unknown_where(program, frame, described)
    if stated == "FALSE" and unknown in ("TRUE", "FALSE"):
        return "FALSE" if unknown == "TRUE" else "TRUE"
    if unknown == "FALSE":
        return f"(NOT {stated})"
    # The row of what a list may hold has no reading, so neither is anything stated there.
    return f"(NOT COALESCE({stated}, FALSE) AND NOT {unknown})"


def _head(program: Program, frame: Frame) -> str:
    """The place of the head, or of the first member where none is named."""
    members = program.frame(MEMBER)
    role = mask_of(program, members, vocabulary()[MEMBER].properties["role"])
    head = members.let(among(role, ["head"]).sql)
    found = f"COALESCE(MIN(CASE WHEN {head} THEN m END), MIN(m))"
    if frame.name != HOUSEHOLD:
        raise NotCompiledError("claimant of anybody but the household")
    return frame.gather(members, found, "NULL", "m >= 0")


def spouse(program: Program, frame: Frame) -> Person:
    """The person of a row of the spouses' frame; the row of an unknown one has neither place."""
    member, outside = frame.raw("r.other_m"), frame.raw("r.other_p")
    return Person(program, frame, OTHER_PERSON, member=member, outside=outside, nobody="FALSE")


def child(program: Program, frame: Frame, value: Compiled) -> Compiled:
    """A value of the member whom a row of the children's frame leads to."""
    return carried(value, program.frame(MEMBER), frame, (frame.raw("r.p"),))
