"""A job or another income under several programmes at once: each month under each, and all of them as one. Pure.

What rights come to together is asked of whoever knows which of them may be had together; nothing is added up here that
a rule might forbid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from desktop.facts.codes import IncomeKind, Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.foresight.better_off import MONTHS, Law, Month, Span, employed, month_under, monthly_share
from desktop.values.dates import Calendar, after
from desktop.values.errors import OfficeError
from desktop.values.money import Money

_PLACE: Final = {Outcome.ELIGIBLE: 2, Outcome.UNDETERMINED: 1, Outcome.INELIGIBLE: 0}
"""What several outcomes come to: a right where any gives one, none where all refuse."""


def better_off_under_each(
    laws: Mapping[str, Law],
    file: HouseholdFile,
    *,
    member: str,
    amount: str,
    period: str = "month",
    first_month: date,
    months: int = MONTHS,
    kind: IncomeKind = IncomeKind.SALARY,
    stop: Callable[[], bool] | None = None,
) -> tuple[Mapping[str, Month], ...]:
    """The months under several programmes, by their names; arguments and errors as of `better_off`.

    A month in which no version of a programme is the law for the household has none of that programme.
    """
    start = first_month.replace(day=1)
    working = employed(file, member=member, amount=amount, period=period, since=start, kind=kind)
    found: list[Mapping[str, Month]] = []
    for count in range(months):
        if stop is not None and stop():
            break
        on = after(start, count, "month", Calendar.GREGORIAN)
        told = {}
        for name, law in laws.items():
            try:
                pack = law(on)
            except OfficeError:
                continue
            before = found[-1].get(name) if found else None
            stood = None if before is None else before.outcome is Outcome.ELIGIBLE
            told[name] = month_under(pack, (file, working), on, monthly_share(amount, period, pack), None, stood=stood)
        found.append(told)
    return tuple(found)


def in_one(
    months: Mapping[str, Month],
    at_once: Callable[[Mapping[str, tuple[int, int | None]]], tuple[int, int | None]],
    *,
    stood: bool | None,
) -> Month:
    """One month of several programmes as one.

    Args:
        months: by the name of the programme; at least one.
        at_once: what rights of so many minor units, sure and at most, come to in all, by the name of the programme.
        stood: whether a right stood in the month before; None for the first.
    """
    leading = max(months.values(), key=lambda each: (_PLACE[each.outcome], each.support.least.minor))
    currency = leading.income.currency

    def summed(spans: Mapping[str, Span]) -> Span:
        ends = {
            name: (each.least.minor, None if each.most is None else each.most.minor) for name, each in spans.items()
        }
        least, most = at_once(ends)
        return Span(Money(least, currency), None if most is None else Money(most, currency))

    support = summed({name: each.support for name, each in months.items()})
    without = summed({name: each.support_without for name, each in months.items()})
    outcome_without = max((each.outcome_without for each in months.values()), key=lambda each: _PLACE[each])
    had = outcome_without is Outcome.ELIGIBLE if stood is None else stood
    total, otherwise = (each.least if each.known else None for each in (support, without))
    together = None if total is None else Money(leading.income.minor + total.minor, currency)
    more = None
    if together is not None and otherwise is not None:
        more = Money(together.minor - otherwise.minor, currency)
    return Month(
        on=leading.on,
        version=" · ".join(each.version for each in months.values()),
        outcome=leading.outcome,
        outcome_without=outcome_without,
        pension=None,
        total=total,
        total_without=otherwise,
        income=leading.income,
        together=together,
        better_by=more,
        right_ends=had and leading.outcome is Outcome.INELIGIBLE,
        given=leading.given,
        support=support,
        support_without=without,
    )


def _ends(span: Span) -> tuple[int, int | None]:
    return span.least.minor, None if span.most is None else span.most.minor
