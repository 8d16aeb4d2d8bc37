"""Chance that falls the same way on every machine."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Choices with their weights, added up once."""

    __slots__ = ("choices", "limits")

    def __init__(self, weights: Sequence[tuple[T, float]]) -> None:
        self.choices = tuple(choice for choice, _ in weights)
        self.limits = tuple(accumulate(weight for _, weight in weights))


class Dice:
    """Every draw comes from `Random.random`: Python promises its sequence for a seed, and no other method's."""

    __slots__ = ("roll",)

    def __init__(self, seed: str) -> None:
        self.roll = Random(seed).random  # noqa: S311  # invented people, no secret is made here

    def chance(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self.roll() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both possible; `low` where the bounds leave no room."""
        return low if high <= low else low + int(self.roll() * (high - low + 1))

    def pick(self, choices: Sequence[T]) -> T:
        """One of `choices`, all alike."""
        return choices[int(self.roll() * len(choices))]

    def weigh(self, table: Weighted[T]) -> T:
        """One of the table's choices by weight."""
        return table.choices[bisect(table.limits, self.roll() * table.limits[-1])]

    def day(self, first: date, last: date) -> date:
        """A day from `first` to `last`."""
        return date.fromordinal(self.between(first.toordinal(), last.toordinal()))

    def digits(self, count: int) -> str:
        """A number of `count` digits."""
        return f"{int(self.roll() * 10**count):0{count}d}"
