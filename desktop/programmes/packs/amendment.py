"""A version that takes over another and states what it changes, as the decrees themselves do."""

from __future__ import annotations

from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from desktop.programmes.packs.pack import (
    Applies,
    Benefit,
    Beside,
    Category,
    Criterion,
    Deadline,
    Law,
    PackText,
    Parameter,
    Reading,
    Stated,
    TableOf,
    Variable,
)
from desktop.values.language import Wording

T = TypeVar("T")
Named = TypeVar("Named", bound="Variable | Criterion | Category | Benefit")


class Amendment(Stated, frozen=True, kw_only=True):
    """A version that takes over another and states what it changes.

    A variable, criterion, category or benefit with an id that stands takes its place, another is added behind the rest;
    `leaves_out` names by id those that are law no more.
    """

    id: str
    version: str
    amends: str
    applies: Applies
    laws: dict[str, Law] = msgspec.field(default_factory=dict)
    parameters: dict[str, Parameter] = msgspec.field(default_factory=dict)
    readings: dict[str, Reading] = msgspec.field(default_factory=dict)
    tables: dict[str, TableOf] = msgspec.field(default_factory=dict)
    title: Wording | UnsetType = UNSET
    variables: tuple[Variable, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    categories: tuple[Category, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    deadlines: dict[str, Deadline] = msgspec.field(default_factory=dict)
    beside: dict[str, Beside] = msgspec.field(default_factory=dict)
    leaves_out: tuple[str, ...] = ()

    def worked_into(self, base: PackText) -> PackText:
        """The whole pack that results."""
        return msgspec.structs.replace(
            base,
            version=self.version,
            amends=self.amends,
            applies=self.applies,
            laws={**base.laws, **self.laws},
            parameters=self._standing({**base.parameters, **self.parameters}),
            readings=self._standing({**base.readings, **self.readings}),
            tables=self._standing({**base.tables, **self.tables}),
            title=base.title if self.title is UNSET else self.title,
            variables=self._taken_over(base.variables, self.variables),
            criteria=self._taken_over(base.criteria, self.criteria),
            categories=self._taken_over(base.categories, self.categories),
            benefits=self._taken_over(base.benefits, self.benefits),
            deadlines=self._standing({**base.deadlines, **self.deadlines}),
            beside=self._standing({**base.beside, **self.beside}),
        )

    def _standing(self, stated: dict[str, T]) -> dict[str, T]:
        return {name: each for name, each in stated.items() if name not in self.leaves_out}

    def _taken_over(self, base: tuple[Named, ...], own: tuple[Named, ...]) -> tuple[Named, ...]:
        mine: dict[tuple[str, str], Named] = {_key(each): each for each in own}
        kept: list[Named] = [mine.pop(_key(each), each) for each in base if each.id not in self.leaves_out]
        return (*kept, *mine.values())


def _key(each: Variable | Criterion | Category | Benefit) -> tuple[str, str]:
    return (each.of if isinstance(each, Variable) else "", each.id)
