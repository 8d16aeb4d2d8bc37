"""What members have coming in a month, as far as the file tells: for showing, beside what a programme counts. Pure.

Each income is turned into a month's by the engine's own arithmetic, as what comes in now; a programme may read the year
before, leave kinds out or count halves, so only an assessment says what counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from msgspec import UNSET

from desktop.facts.household_file import Income, Member
from desktop.programmes.language.incomes import monthly
from desktop.programmes.language.possibilities import INFINITY, NEVER, Bounds, Number, exactly
from desktop.values.money import minor_units

_FIRST_DAY = 1


@dataclass(frozen=True, slots=True)
class MonthlyMeans:
    """Minor units a month: at least `least`, at most `most`; `most` is None where nothing bounds it."""

    least: int
    most: int | None

    @property
    def known(self) -> bool:
        """Whether one amount is left."""
        return self.least == self.most

    def __add__(self, other: MonthlyMeans) -> MonthlyMeans:
        most = None if self.most is None or other.most is None else self.most + other.most
        return MonthlyMeans(self.least + other.least, most)


NOTHING, UNKNOWN = MonthlyMeans(0, 0), MonthlyMeans(0, None)


def monthly_income(income: Income, *, on: date) -> MonthlyMeans:
    """One income as so much a month on a day (Gregorian); nothing where it has ended or not begun."""
    day = on.toordinal()
    since = exactly(income.since.toordinal()) if isinstance(income.since, date) else Bounds(_FIRST_DAY, day)
    until = exactly(income.until.toordinal()) if isinstance(income.until, date) else exactly(NEVER)
    found = monthly(
        _amount(income),
        period=income.period.value,
        times=None if income.times is UNSET else Fraction(str(income.times)),
        since=since,
        until=until,
        day=day,
        applied=day,
        trailing_year=False,
    )
    if found.known:
        whole = round(found.low)
        return MonthlyMeans(whole, whole)
    return MonthlyMeans(math.floor(found.low), None if found.high == INFINITY else math.ceil(found.high))


def monthly_incomes(member: Member, *, on: date) -> MonthlyMeans:
    """All incomes of a member together; without an upper bound where there are or may be more than are listed."""
    if member.incomes is UNSET:
        return UNKNOWN
    listed = total(monthly_income(each, on=on) for each in member.incomes)
    return listed if member.incomes_complete else MonthlyMeans(listed.least, None)


def total(means: Iterable[MonthlyMeans]) -> MonthlyMeans:
    """Together; nothing for none."""
    return sum(means, start=NOTHING)


def _amount(income: Income) -> Bounds:
    if income.amount is not UNSET:
        return exactly(minor_units(income.amount))
    if income.amount_between is not UNSET:
        low, high = (minor_units(each) for each in income.amount_between)
        return Bounds(low, high)
    most: Number = INFINITY
    return Bounds(0, most)
