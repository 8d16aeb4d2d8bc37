"""One household under one pack on one day: what is read, what was computed, and what each answer rests on.

Answers are kept per instance and variable together with the absences they rest on, so that the same household can be
asked again with one fact supposed and only what depends on it is computed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.programmes.language.family import Children, Family, Instance
from desktop.programmes.language.possibilities import Value
from desktop.programmes.language.sorts import Sort

Reader = Callable[["Evaluation", Instance], Value]
"""Reads an expression about one instance."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A reader and the sort of what it reads."""

    reader: Reader
    sort: Sort


Remembered = tuple[Value, frozenset[str]]

MISSING = "?"
PRESUMED = "~"
UNPUBLISHED = "$"
"""First letters of what an answer rests on: a fact that is not known, a presumption, a figure never published."""

NOTHING: frozenset[str] = frozenset()


class Evaluation:
    """The state of one reading. Not shared between threads.

    Args:
        family: the household file, opened.
        on: the day of decision.
        parameters: values of the pack's parameters and readings by name.
        variables: the pack's variables, linked, by (entity, name).
        supposed: values put in the place of absent facts, by JSON Pointer.
    """

    def __init__(
        self,
        family: Family,
        on: date,
        parameters: Mapping[str, Value],
        variables: Mapping[tuple[str, str], Linked],
        supposed: Mapping[str, Value] | None = None,
    ) -> None:
        self.family = family
        self.on = on
        self.day = on.toordinal()
        self.parameters = parameters
        self.variables = variables
        self.supposed = dict(supposed or {})
        self.reads: set[str] = set()
        self._kept: dict[tuple[int, str], Remembered] = {}

    def variable(self, instance: Instance, name: str) -> Value:
        """The value of a pack's variable about `instance`, computed once."""
        key = (instance.number, name)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self.asked(self.variables[instance.entity, name].reader, instance)
        if kept[1]:
            self.reads |= kept[1]
        return kept[0]

    def fact(self, instance: Instance, name: str, read: Reader) -> Value:
        """The value of a fact about `instance`, read once."""
        key = (instance.number, name)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self.asked(read, instance)
        if kept[1]:
            self.reads |= kept[1]
        return kept[0]

    def was_read(self, instance: Instance, name: str) -> bool:
        """Whether a fact or variable of the instance was read on the way to the answer."""
        return (instance.number, name) in self._kept

    def read_so_far(self) -> tuple[tuple[int, str], ...]:
        """Each fact and variable that was read on the way to the answers: number of the instance, name."""
        return tuple(self._kept)

    def asked(self, read: Reader, instance: Instance) -> Remembered:
        """The value of an expression and what it rests on, apart from whatever is being read around it."""
        around = self.reads
        self.reads = set()
        value = read(self, instance)
        rests_on = frozenset(self.reads) if self.reads else NOTHING
        self.reads = around
        return value, rests_on

    def children(self, above: Instance, entity: str) -> Children:
        """The children to aggregate over; a list supposed complete loses its phantom."""
        children = self.family.children(above, entity)
        if children.presumed:
            self.reads.update(PRESUMED + pointer for pointer in children.presumed)
        if children.phantoms and self.supposed:
            left = tuple(phantom for phantom in children.phantoms if phantom.pointer not in self.supposed)
            if len(left) != len(children.phantoms):
                return Children(children.listed, left, children.presumed)
        return children

    def holding(self, earlier: Evaluation, instance: Instance, name: str) -> Evaluation | None:
        """The same day read anew, one variable as an earlier day had it; None where that day had not read it."""
        kept = earlier._kept.get((instance.number, name))
        if kept is None:
            return None
        other = Evaluation(self.family, self.on, self.parameters, self.variables, self.supposed)
        other._kept[instance.number, name] = kept
        return other

    def supposing(self, pointer: str, value: Value) -> Evaluation:
        """The same reading with one absent fact supposed; what does not rest on it is not computed again."""
        token = MISSING + pointer
        other = Evaluation(self.family, self.on, self.parameters, self.variables, {**self.supposed, pointer: value})
        other._kept = {key: kept for key, kept in self._kept.items() if token not in kept[1]}
        return other
