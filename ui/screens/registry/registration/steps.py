"""The wizard's steps, and what a step is made of: groups of facts, each with the conditions in which it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.values.language import Wording

MINOR, GROWN = "minor", "grown"


class Step(StrEnum):
    """A page of the wizard, in order."""

    HOUSEHOLD = "household"
    MEMBERS = "members"
    MEANS = "means"
    CIRCUMSTANCES = "circumstances"
    REVIEW = "review"
    DONE = "done"

    @property
    def label(self) -> Wording:
        """Its title."""
        return _LABELS[self]

    @property
    def follower(self) -> Step:
        """The page after it; the review is left only by registering."""
        return _WALK[min(_WALK.index(self) + 1, len(_WALK) - 1)] if self in _WALK else self

    @property
    def forerunner(self) -> Step:
        """The page before it."""
        return _WALK[max(_WALK.index(self) - 1, 0)] if self in _WALK else self


_WALK = (Step.HOUSEHOLD, Step.MEMBERS, Step.MEANS, Step.CIRCUMSTANCES, Step.REVIEW)
_LABELS = {
    Step.HOUSEHOLD: Wording("الأسرة والمسكن", "Household and dwelling"),
    Step.MEMBERS: Wording("أفراد الأسرة", "Members"),
    Step.MEANS: Wording("الدخل والممتلكات", "Income and property"),
    Step.CIRCUMSTANCES: Wording("الصحة والتعليم والعمل", "Health, education and work"),
    Step.REVIEW: Wording("المراجعة والحفظ", "Review and save"),
    Step.DONE: Wording("تم الحفظ", "Saved"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """When a fact is worth asking: while another is not said, or is (or is not) one of some values.

    Args:
        fact: dotted name of a fact of the same thing, `country` of the household, or `age`, which is minor or grown.
        values: as a form spells them.
        unless: true where the fact is asked unless the other is one of the values.
    """

    fact: str
    values: frozenset[str]
    unless: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A fact on a form: its dotted name in the vocabulary, and the conditions that all hold where it is asked."""

    fact: str
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that stand together under one heading.

    Args:
        key: name of its own.
        label: the heading.
        entity: of which thing: `household` once, `member` once for each member, else once for each item of a list.
        fields: in the order in which they are asked.
        none: for items, what is said of an empty list: «لا يوجد دخل».
        when: for items, the conditions of their member that all hold where the list is worth asking about.
    """

    key: str
    label: Wording
    entity: str
    fields: tuple[Field, ...]
    none: Wording | None = None
    when: tuple[Condition, ...] = ()


def field(fact: str, *when: Condition) -> Field:
    """A fact with its conditions."""
    return Field(fact, when)


def plain(*facts: str) -> tuple[Field, ...]:
    """Facts that are always worth asking."""
    return tuple(Field(fact) for fact in facts)


def when(fact: str, *values: str) -> Condition:
    """While the other fact is unknown or one of the values."""
    return Condition(fact, frozenset(values))


def unless(fact: str, *values: str) -> Condition:
    """Unless the other fact is one of the values."""
    return Condition(fact, frozenset(values), unless=True)
