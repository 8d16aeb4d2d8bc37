"""How much of what the rules may ask is answered: facts whose absence means that nobody knows.

Facts that carry no weight when they are missing, or are presumed not so, are not counted: leaving them out is an
answer too. This is the one measure of a file: the tabs of a registered household count what is not known by it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.facts.describe import Absent, Kind
from ui.screens.registry.registration.relevance import ShownGroup, item_fields, shown_groups
from ui.screens.registry.registration.slots import fact_at, list_of
from ui.screens.registry.registration.steps import Step
from ui.screens.registry.registration.typed import Typed

# One question that two facts answer.
_EITHER = {"birth_date": "birth_date_hijri", "birth_date_hijri": "birth_date", "amount": "amount_between"}
_GIVEN_NAME = "name.given"
_ASKED_ONCE = frozenset({"birth_date_hijri"})


@dataclass(frozen=True, slots=True)
class Completeness:
    """Questions answered of those asked, and the slots of the rest in reading order."""

    answered: int
    open: tuple[str, ...]

    @property
    def asked(self) -> int:
        """All questions."""
        return self.answered + len(self.open)

    def __add__(self, other: Completeness) -> Completeness:
        return Completeness(self.answered + other.answered, self.open + other.open)


def completeness(typed: Typed, ages: Mapping[str, str], step: Step) -> Completeness:
    """Of one step; the review asks nothing of its own."""
    shown = shown_groups(typed, ages, step, everything=False)
    return sum((_of_group(typed, ages, each) for each in shown), Completeness(0, ()))


def unanswered(typed: Typed, ages: Mapping[str, str], shown: ShownGroup) -> tuple[str, ...]:
    """The slots of a group that are open, those of the items of its list too."""
    return _of_group(typed, ages, shown).open


def _of_group(typed: Typed, ages: Mapping[str, str], shown: ShownGroup) -> Completeness:
    asked = tuple(_questions(typed, ages, shown))
    open_slots = tuple(slot for slot in asked if not _answered(typed, slot))
    return Completeness(len(asked) - len(open_slots), open_slots)


def _questions(typed: Typed, ages: Mapping[str, str], shown: ShownGroup) -> Iterator[str]:
    yield from (each.slot for each in shown.fields if _counts(typed, each.slot))
    if shown.listed is None:
        return
    if _counts(typed, shown.listed):
        yield shown.listed
    for item in typed.items(shown.listed):
        slots = item_fields(typed, ages, item, shown.group.entity, everything=False)
        yield from (slot for slot in slots if _counts(typed, slot))


def _counts(typed: Typed, slot: str) -> bool:
    fact = fact_at(slot)
    if fact is None or fact.name in _ASKED_ONCE:
        return False
    if fact.required:
        # Who gives no paper owes no kind of paper; a name is asked of everybody.
        return "." not in fact.name or fact.name == _GIVEN_NAME or typed.says(list_of(slot))
    return fact.absent is Absent.UNKNOWN and fact.kind is not Kind.OBJECT


def _answered(typed: Typed, slot: str) -> bool:
    if typed.keys(slot) is not None:
        return True
    fact = fact_at(slot)
    other = _EITHER.get(fact.name) if fact is not None else None
    slots = [slot, *([f"{list_of(slot)}/{other}"] if other else [])]
    return any(_holds_text(typed, each) for each in slots)


def _holds_text(typed: Typed, slot: str) -> bool:
    return typed.is_told(slot) or bool(typed.text(slot).strip()) or typed.holds(slot)
