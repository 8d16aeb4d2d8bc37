"""Whether a family is better off with a job or another income: month by month, with it and without it. Pure.

Each month is assessed on its first day by the version that is the law on that day, so births that turn an age, papers
that run out and new amounts are in it. Only the income is supposed: what else a job changes (insurance, the ability to
work) is the file's to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

import msgspec
from msgspec import UNSET

from desktop.facts.assessment import Amount, Assessment
from desktop.facts.codes import IncomeKind, Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.answers.rounding import nearest
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.values.dates import Calendar, after
from desktop.values.errors import OfficeError
from desktop.values.money import Money, minor_units

MONTHS: Final = 24

Law = Callable[[date], Pack]
"""The version that is the law on a day."""

_A_YEAR = {"month": 12, "term": 2, "year": 1, "week": 52}


@dataclass(frozen=True, slots=True)
class Span:
    """An amount as far as it is known: `least` is sure, `most` is never exceeded; None where nothing bounds it."""

    least: Money
    most: Money | None

    @property
    def known(self) -> bool:
        """Whether it is one amount."""
        return self.least == self.most

    def beside(self, other: Span) -> tuple[int | None, int | None]:
        """By how many minor units it is more than another at least and at most; None where nothing bounds that.

        Where both are the same open amount the difference may still be anything between their ends.
        """
        low = None if other.most is None else self.least.minor - other.most.minor
        return low, None if self.most is None else self.most.minor - other.least.minor


@dataclass(frozen=True, slots=True)
class Month:
    """One month with the job beside the same month without it. Amounts of what is not wholly known are None.

    Args:
        on: its first day (Gregorian), on which it is assessed.
        version: of the rules that day.
        outcome: with the job; `outcome_without` without it.
        pension: the main benefit; `total` all monthly benefits together, nothing where the family is not entitled.
        total_without: all monthly benefits together without the job.
        income: what the job brings a month.
        together: the job's income and the benefits.
        better_by: by how much the family has more a month than without the job; less than nothing where it has less.
        right_ends: the right stood in the month before, or stands without the job, and is lost here.
        given: the whole answer with the job.
        support: all monthly benefits together as far as they are known; `support_without` without the job.
    """

    on: date
    version: str
    outcome: Outcome
    outcome_without: Outcome
    pension: Money | None
    total: Money | None
    total_without: Money | None
    income: Money
    together: Money | None
    better_by: Money | None
    right_ends: bool
    given: Assessment
    support: Span
    support_without: Span

    @property
    def better_between(self) -> tuple[int | None, int | None]:
        """By how many minor units the family has more than without the job, at least and at most."""
        low, high = self.support.beside(self.support_without)
        return (
            None if low is None else low + self.income.minor,
            None if high is None else high + self.income.minor,
        )


def law_of(catalogue: Catalogue, programme: str, file: HouseholdFile) -> Law:
    """The versions of a programme as they are in force for a household: by the day and by whether it receives."""
    return lambda on: catalogue.asked(programme, on, file)


def better_off(
    law: Law | Pack,
    file: HouseholdFile,
    *,
    member: str,
    amount: str,
    period: str = "month",
    first_month: date,
    months: int = MONTHS,
    claimant: str | None = None,
    kind: IncomeKind = IncomeKind.SALARY,
    stop: Callable[[], bool] | None = None,
) -> tuple[Month, ...]:
    """Each month from the first on, in order; fewer where it was stopped.

    Args:
        law: which version is the law on a day; one version for all days where it is a pack.
        file: of the household; it stays as it is.
        member: reference of whoever takes up the job.
        amount: what it pays a period, decimal text in the country's currency.
        period: `month`, `week`, `term` or `year`.
        first_month: any day of the month in which it begins, on the first of it.
        months: how many months are looked at.
        claimant: whose right it is, where it is a person's own; all members' rights together where none is named.
        kind: of the income.
        stop: asked before each month; true ends it.

    Raises:
        OfficeError: `programmes.no_such_member`, `programmes.before_any_version` and as of `assess`.
        ValueError: another period; what comes once has no month.
    """
    if period not in _A_YEAR:
        raise ValueError(period)
    start = first_month.replace(day=1)
    working = employed(file, member=member, amount=amount, period=period, since=start, kind=kind)
    found: list[Month] = []
    for count in range(months):
        if stop is not None and stop():
            break
        on = after(start, count, "month", Calendar.GREGORIAN)
        pack = law if isinstance(law, Pack) else law(on)
        stood = found[-1].outcome is Outcome.ELIGIBLE if found else None
        found.append(month_under(pack, (file, working), on, monthly_share(amount, period, pack), claimant, stood=stood))
    return tuple(found)


def month_under(
    pack: Pack,
    files: tuple[HouseholdFile, HouseholdFile],
    on: date,
    income: Money,
    claimant: str | None,
    *,
    stood: bool | None,
) -> Month:
    """One month under one version.

    Args:
        pack: the version.
        files: the household without the income, and with it.
        on: the month's first day.
        income: what the income brings a month.
        claimant: whose right it is, where it is a person's own.
        stood: whether the right stood in the month before; None for the first.
    """
    without, given = (assess(pack, each, on=on, member=claimant) for each in files)
    total, otherwise = _total(given, pack), _total(without, pack)
    together = None if total is None else Money(income.minor + total.minor, total.currency)
    more = None
    if together is not None and otherwise is not None:
        more = Money(together.minor - otherwise.minor, together.currency)
    had = without.outcome is Outcome.ELIGIBLE if stood is None else stood
    return Month(
        on=on,
        version=pack.text.version,
        outcome=given.outcome,
        outcome_without=without.outcome,
        pension=_known(given.amount, given, pack),
        total=total,
        total_without=otherwise,
        income=income,
        together=together,
        better_by=more,
        right_ends=had and given.outcome is Outcome.INELIGIBLE,
        given=given,
        support=_span(given, pack),
        support_without=_span(without, pack),
    )


def _total(given: Assessment, pack: Pack) -> Money | None:
    return _known(given.amount if given.total is UNSET or given.total is None else given.total, given, pack)


def _span(given: Assessment, pack: Pack) -> Span:
    """What is sure of the benefits and what they never exceed; nothing is sure of a right that is not settled."""
    nothing = Money(0, pack.text.currency)
    amount = given.amount if given.total is UNSET or given.total is None else given.total
    if given.outcome is Outcome.INELIGIBLE:
        return Span(nothing, nothing)
    if amount is None:
        return Span(nothing, None)
    if isinstance(amount.value, str):
        most: Money | None = Money.of(amount.value, amount.currency)
        least = most or nothing
    else:
        least = Money.of(amount.at_least, amount.currency) if isinstance(amount.at_least, str) else nothing
        most = Money.of(amount.at_most, amount.currency) if isinstance(amount.at_most, str) else None
    return Span(least if given.outcome is Outcome.ELIGIBLE else nothing, most)


def _known(amount: Amount | None, given: Assessment, pack: Pack) -> Money | None:
    """Nothing is due to whom the rules find ineligible; None where the amount is open."""
    if given.outcome is Outcome.INELIGIBLE:
        return Money(0, pack.text.currency)
    return None if amount is None or not isinstance(amount.value, str) else Money.of(amount.value, amount.currency)


def monthly_share(amount: str, period: str, pack: Pack) -> Money:
    """What of an income of so much a period falls to a month."""
    a_month = Fraction(minor_units(amount) * _A_YEAR[period], _A_YEAR["month"])
    return Money(nearest(a_month), pack.text.currency)


def employed(
    file: HouseholdFile,
    *,
    member: str,
    amount: str,
    period: str,
    since: date,
    kind: IncomeKind = IncomeKind.SALARY,
) -> HouseholdFile:
    """The file with the income. Where the member's incomes are not known, the list stays open beside it.

    Arguments as of `better_off`; OfficeError `programmes.no_such_member`.
    """
    tree: dict[str, Any] = msgspec.to_builtins(file)
    person = next((each for each in tree["members"] if each["ref"] == member), None)
    if person is None:
        raise OfficeError("programmes.no_such_member", member=member)
    job = {
        "kind": kind.value,
        "amount": amount,
        "period": period,
        "since": since.isoformat(),
        "registered": True,
        "stable": True,
    }
    if "incomes" not in person:
        person["incomes_complete"] = False
    person["incomes"] = [*person.get("incomes", ()), job]
    return msgspec.convert(tree, HouseholdFile)
