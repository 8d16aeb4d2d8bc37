"""What the head of a household's file says, read from the office at one desk: the file, what is due, what ends next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.values.language import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.casework.answers import DecisionAnswer
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer


class DeadlineKind(StrEnum):
    """What has to happen, or happens by itself, by a day."""

    TELL = "tell"
    GRIEVANCE = "grievance"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The next day on which something ends; `label` says what changes by itself."""

    on: date
    kind: DeadlineKind
    label: Wording | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """An open file with the rights that stand, the newest first, and the next deadline of any decision."""

    file: HouseholdAnswer
    due: tuple[DecisionAnswer, ...]
    deadline: Deadline | None


def read_head(desk: Desk, file_number: str, as_of: date | None) -> Head:
    """The head of a file, its facts as of a day; today unless said.

    Raises:
        OfficeError: `registry.unknown_file`, `registry.not_registered_then`.
    """
    from desktop.casework.queries import standing_decisions
    from desktop.registry.queries import open_file

    file = open_file(desk, file_number, as_of=as_of)
    decisions = standing_decisions(desk, file_number=file.file_number)
    ahead = [each for decision in decisions for each in _deadlines(desk, decision) if each.on >= desk.today]
    due = tuple(each for each in decisions if each.grants and each.amount is not None)
    return Head(file, due, min(ahead, key=lambda each: each.on, default=None))


def _deadlines(desk: Desk, decision: DecisionAnswer) -> Iterator[Deadline]:
    if decision.due_by is not None and decision.counts_as_told_on is None:
        yield Deadline(decision.due_by, DeadlineKind.TELL)
    if decision.grievance_until is not None:
        yield Deadline(decision.grievance_until, DeadlineKind.GRIEVANCE)
    if decision.grants:
        yield from _changes(desk, decision)


def _changes(desk: Desk, decision: DecisionAnswer) -> Iterator[Deadline]:
    """The days on which the rules' answer changes by itself: somebody comes of age, a paper runs out."""
    from desktop.casework.queries import assessment

    clocks = assessment(desk, assessment=decision.assessment).answer.clocks
    for clock in clocks if isinstance(clocks, tuple | list) else ():
        yield Deadline(clock.on, DeadlineKind.CHANGE, clock.label if isinstance(clock.label, Wording) else None)
