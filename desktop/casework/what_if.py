"""What the rules would answer if some facts of a household were otherwise. Pure: nothing is read, nothing is kept.

assessed = supposed(pack, file, [Supposed(lever, "3000.00")], on=day)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, islice
from typing import Any

import msgspec
from msgspec import UNSET

from desktop.casework.amounts import due_monthly, known
from desktop.casework.levers import DEPENDANTS, Lever, dependants_of
from desktop.facts.assessment import Assessment
from desktop.facts.codes import Outcome
from desktop.facts.consistency import contradictions
from desktop.facts.household_file import HouseholdFile
from desktop.facts.json_text import refused
from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import Faults
from desktop.values.money import Currency, Money, decimal_text

_CHILD_YEARS = 5
"""Age of a dependant who is supposed: a minor under every reading, and counted without further proof."""

_RANGE_MINOR = 10_000_000
"""Beyond a hundred thousand a month no income of these files turns anything."""

_WHOLE = 100
"""Minor units of the step to which a turning point is told."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """One fact as it is supposed.

    Args:
        lever: which.
        value: as JSON writes it: decimal text for money, ISO text for a day, () for a list that is empty; None for a
            fact that is not known.
    """

    lever: Lever
    value: object


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer beside another one.

    Args:
        turned: the outcome is another.
        more: by how much more is due a month (less where negative); None where either amount is not wholly known.
    """

    turned: bool
    more: Money | None


def changed(file: HouseholdFile, supposals: Sequence[Supposed], *, on: date) -> HouseholdFile:
    """A copy of the file with the facts supposed.

    Args:
        file: as it was assessed.
        supposals: at most one for each lever.
        on: the day of assessment (Gregorian), by which a supposed dependant is a minor.

    Raises:
        Faults: `facts.file_breaks_schema`, for a value that no file may hold.
    """
    tree: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(file))
    # Members are added and taken away last: the pointers of the others name places in the file as it was.
    for each in sorted(supposals, key=lambda each: each.lever.pointer == DEPENDANTS):
        if each.lever.pointer == DEPENDANTS:
            _count_dependants(tree, file, each.value, on)
        else:
            _put(tree, each, on)
    return read_household(msgspec.json.encode(tree))


def supposed(
    pack: Pack,
    file: HouseholdFile,
    supposals: Sequence[Supposed],
    *,
    on: date,
    today: date,
    member: str | None = None,
) -> Assessment:
    """The rules' answer on the facts as they are supposed.

    Args:
        pack: the version to ask.
        file: as it was assessed; it stays as it is.
        supposals: at most one for each lever.
        on: the day of assessment (Gregorian).
        today: the office's day, for what must lie in the past.
        member: the claimant, where the right is a person's own.

    Raises:
        Faults: what is supposed contradicts the rest of the file, or is no value of the fact.
        OfficeError: as of `programmes.assess.assess`.
    """
    copy = changed(file, supposals, on=on)
    day = max(on, today)
    faults = contradictions(copy, today=day)
    if faults:
        # What the file itself contradicts is no fault of what is supposed.
        own = {(each.key, each.pointer) for each in contradictions(file, today=day)}
        new = [each for each in faults if (each.key, each.pointer) not in own]
        if new:
            raise refused(*new)
    return assess(pack, copy, on=on, member=member)


def difference(stored: Assessment, other: Assessment, currency: Currency) -> Difference:
    """What the other answer changes."""
    before, after = _due(stored), _due(other)
    more = None if before is None or after is None else Money(after - before, currency)
    return Difference(stored.outcome is not other.outcome, more)


def turning_point(
    pack: Pack,
    file: HouseholdFile,
    lever: Lever,
    supposals: Sequence[Supposed] = (),
    *,
    on: date,
    today: date,
    member: str | None = None,
) -> Money | None:
    """The least whole amount of a money fact at which an eligible household is eligible no longer; None for none.

    Found by halving, so it is right where more of it never helps: incomes and wealth.

    Args:
        pack: the version to ask.
        file: as it was assessed.
        lever: of an amount of money.
        supposals: what else is supposed.
        on: the day of assessment (Gregorian).
        today: the office's day.
        member: the claimant, where the right is a person's own.
    """
    others = [each for each in supposals if each.lever.pointer != lever.pointer]

    def eligible(minor: int) -> bool:
        try:
            answer = supposed(
                pack, file, [*others, Supposed(lever, decimal_text(minor))], on=on, today=today, member=member
            )
        except Faults:
            return False
        return answer.outcome is Outcome.ELIGIBLE

    low, high = 0, _RANGE_MINOR
    if not eligible(low) or eligible(high):
        return None
    while high - low > _WHOLE:
        middle = (low + high) // (2 * _WHOLE) * _WHOLE
        if eligible(middle):
            low = middle
        else:
            high = middle
    return Money(high, pack.text.currency)


def _due(answer: Assessment) -> int | None:
    """Minor units due a month; nothing is due to whom the rules find ineligible."""
    if answer.outcome is Outcome.INELIGIBLE:
        return 0
    return known(due_monthly(answer)) if answer.outcome is Outcome.ELIGIBLE else None


def _put(tree: dict[str, Any], each: Supposed, on: date) -> None:
    *above, name = each.lever.pointer.split("/")[1:]
    value = list(each.value) if isinstance(each.value, tuple) else each.value
    if each.lever.item is not None:
        if value is not None:
            # A new thing of a list: `/members/0/incomes/-/amount`.
            _below(tree, above[:-2]).setdefault(above[-2], []).append(
                {**each.lever.item, "since": on.isoformat(), name: value}
            )
        return
    place = _below(tree, above)
    if value is None:
        place.pop(name, None)
        return
    place[name] = value
    if name == "amount":
        # An amount takes the place of the bounds within which it was known.
        place.pop("amount_between", None)


def _below(tree: dict[str, Any], steps: Sequence[str]) -> dict[str, Any]:
    """The object at the end of the steps, made where the file has none."""
    place: Any = tree
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
    found: dict[str, Any] = place
    return found


def _count_dependants(tree: dict[str, Any], file: HouseholdFile, value: object, on: date) -> None:
    """Take away the youngest dependants, or add minors without means, until there are so many."""
    if not isinstance(value, int):
        return
    wanted = max(0, value)
    there = dependants_of(file)
    if wanted < len(there):
        gone = {each.ref for each in there[wanted:]}
        tree["members"] = [each for each in tree["members"] if each["ref"] not in gone]
        return
    taken = {each["ref"] for each in tree["members"]} | {
        each.ref for each in (() if file.household.outside is UNSET else file.household.outside)
    }
    free = (ref for ref in (f"supposed_{at}" for at in count(1)) if ref not in taken)
    tree["members"] += [_minor(ref, on, file) for ref in islice(free, wanted - len(there))]


def _minor(ref: str, on: date, file: HouseholdFile) -> dict[str, Any]:
    """A dependant of whom all is known that a rule may ask."""
    return {
        "ref": ref,
        "role": "child",
        "sex": "female",
        "nationality": file.household.country.value,
        "birth_date": date(on.year - _CHILD_YEARS, on.month, 1).isoformat(),
        "marital_status": "never_married",
        "lives_in_dwelling": True,
        "absences": [],
        "shelter_stays": [],
        "circumstances": [],
        "disability": {"degree": "none"},
        "incomes": [],
        "assets": [],
    }
