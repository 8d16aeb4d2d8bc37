"""Whether a family is better off with a job or another income, by the file as it stands; nothing is kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import combinations, takewhile
from typing import Final

from desktop.casework.had_together import had_at_once, rule_of, unsaid
from desktop.facts.codes import IncomeKind, Outcome, Period
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.foresight.better_off import MONTHS, Month, better_off, employed, law_of
from desktop.programmes.foresight.better_off_together import better_off_under_each, in_one
from desktop.programmes.foresight.foreseen import with_clocks
from desktop.programmes.foresight.job_in_words import (
    JobChange,
    at_first,
    at_first_of_each,
    changes,
    changes_of_each,
    gives,
    in_all,
    in_all_said,
)
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.pack import Beside
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from desktop.values.money import Currency

ALL: Final = "all"
"""In the place of a programme: all of the country that pay by the month, together."""

ALL_TOGETHER = Wording("كل برامج البلد الشهرية معًا", "all monthly programmes of the country together")

PERIODS = (Period.MONTH, Period.WEEK, Period.TERM, Period.YEAR)
"""How often an income may come in so that a month's share of it is known."""

KINDS = tuple(kind for kind in IncomeKind if kind is not IncomeKind.CHARITY_IN_KIND)
"""What may be supposed as an income: all that is money."""


@dataclass(frozen=True, slots=True)
class Job:
    """An income that is supposed.

    Args:
        member: reference of whoever would have it.
        amount: what it brings a period, decimal text in the country's currency.
        first_month: any day of the month from whose first day on it is had (Gregorian).
        period: one of `PERIODS`.
        kind: one of `KINDS`.
    """

    member: str
    amount: str
    first_month: date
    period: Period = Period.MONTH
    kind: IncomeKind = IncomeKind.SALARY


@dataclass(frozen=True, slots=True)
class BetterOffAnswer:
    """What a family would have.

    Args:
        file_number: of the file.
        file: as it stands today; the income is in none of it.
        programme: whose benefits are asked.
        title: its name, by the newest version asked.
        job: what was supposed.
        currency: of every amount.
        months: with the income beside without it.
        first: what the first month with it is beside the same month without it, in sentences.
        changes: the later months in which something is otherwise than before.
        in_all: by how many minor units the family has more over all months, at least and at most; None for no bound.
        in_all_said: the same in a sentence.
        had_together: where several programmes are asked, which of those that give something may be had together.
    """

    file_number: str
    file: HouseholdFile
    programme: str
    title: Wording
    job: Job
    currency: Currency
    months: tuple[Month, ...]
    first: tuple[Wording, ...]
    changes: tuple[JobChange, ...]
    in_all: tuple[int | None, int | None]
    in_all_said: Wording
    had_together: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthlyProgramme:
    """A programme that pays by the month."""

    programme: str
    title: Wording


def monthly_programmes(catalogue: Catalogue, file: HouseholdFile, on: date) -> tuple[MonthlyProgramme, ...]:
    """The programmes whose law a day is for a family and whose main benefit is paid by the month, by id."""
    found = []
    for programme in catalogue.of_country(file.household.country.value):
        try:
            text = catalogue.asked(programme, on, file).text
        except OfficeError:
            continue  # no version was the law then, or it cannot be read, which `programmes check` tells
        if text.benefits and text.benefits[0].period == "month":
            found.append(MonthlyProgramme(programme, text.title))
    return tuple(found)


@requires(Permission.ASSESS)
def suppose_job(
    desk: Desk,
    *,
    file_number: str,
    programme: str,
    job: Job,
    catalogue: Catalogue,
    months: int = MONTHS,
    stop: Callable[[], bool] | None = None,
) -> BetterOffAnswer:
    """What the family would have month by month, with the income and without it, on the facts of today.

    Args:
        desk: who asks.
        file_number: in any digits.
        programme: its id; each month by the version that is the law on its first day.
        job: what is supposed.
        catalogue: the packs.
        months: how many are looked at.
        stop: asked before each month; true ends it, and nothing is answered.

    Raises:
        OfficeError: `registry.unknown_file`, `programmes.no_such_member`, `programmes.before_any_version`,
            `programmes.unknown_programme`, `casework.stopped`.
    """
    opened = open_file(desk, file_number)
    found = better_off(
        law_of(catalogue, programme, opened.file),
        opened.file,
        member=job.member,
        amount=job.amount,
        period=job.period.value,
        first_month=job.first_month,
        months=months,
        kind=job.kind,
        stop=stop,
    )
    said = in_all_said(found)
    if said is None or (stop is not None and stop()):
        raise OfficeError("casework.stopped")
    pack = catalogue.pack(programme, found[-1].version)
    working = employed(
        opened.file,
        member=job.member,
        amount=job.amount,
        period=job.period.value,
        since=found[0].on,
        kind=job.kind,
    )
    clocks = with_clocks(found[0].given, working, catalogue).clocks
    return BetterOffAnswer(
        file_number=opened.file_number,
        file=opened.file,
        programme=programme,
        title=pack.text.title,
        job=job,
        currency=pack.text.currency,
        months=found,
        first=at_first(found),
        changes=changes(found, clocks or ()),
        in_all=in_all(found),
        in_all_said=said,
    )


@requires(Permission.ASSESS)
def suppose_job_under_all(
    desk: Desk,
    *,
    file_number: str,
    job: Job,
    catalogue: Catalogue,
    months: int = MONTHS,
    stop: Callable[[], bool] | None = None,
) -> BetterOffAnswer:
    """What the family would have under all programmes together that pay by the month; arguments of `suppose_job`.

    Only the packs say which rights may be had together: where none does, the larger one is sure and both are the most.

    Raises:
        OfficeError: `registry.unknown_file`, `programmes.no_such_member`, `casework.no_monthly_programme`,
            `casework.stopped`.
    """
    opened = open_file(desk, file_number)
    file = opened.file
    programmes = monthly_programmes(catalogue, file, job.first_month)
    if not programmes:
        raise OfficeError("casework.no_monthly_programme", file_number=opened.file_number)
    names = {each.programme: each.title for each in programmes}
    each_month = better_off_under_each(
        {name: law_of(catalogue, name, file) for name in names},
        file,
        member=job.member,
        amount=job.amount,
        period=job.period.value,
        first_month=job.first_month,
        months=months,
        kind=job.kind,
        stop=stop,
    )
    whole = _in_one(catalogue, each_month)
    said = in_all_said(whole)
    if said is None or (stop is not None and stop()):
        raise OfficeError("casework.stopped")
    working = employed(
        file, member=job.member, amount=job.amount, period=job.period.value, since=whole[0].on, kind=job.kind
    )
    first = each_month[0]
    clocks = {
        name: with_clocks(month.given, working, catalogue).clocks or () for name, month in first.items() if gives(month)
    }
    return BetterOffAnswer(
        file_number=opened.file_number,
        file=file,
        programme=ALL,
        title=ALL_TOGETHER,
        job=job,
        currency=whole[0].income.currency,
        months=whole,
        first=at_first_of_each(first, whole[0], names),
        changes=changes_of_each(each_month[: len(whole)], names, clocks),
        in_all=in_all(whole),
        in_all_said=said,
        had_together=tuple(_had_together(catalogue, each_month, names)),
    )


def _in_one(catalogue: Catalogue, each_month: Sequence[Mapping[str, Month]]) -> tuple[Month, ...]:
    """The months of all programmes as one; they end where no programme is the law any more."""
    found: list[Month] = []
    for months in takewhile(bool, each_month):
        may = {
            frozenset((one, other)): None if (rule := _rule(catalogue, months, one, other)) is None else rule.may
            for one, other in combinations(months, 2)
        }
        stood = found[-1].outcome is Outcome.ELIGIBLE if found else None
        found.append(in_one(months, partial(had_at_once, may=may), stood=stood))
    return tuple(found)


def _rule(catalogue: Catalogue, months: Mapping[str, Month], one: str, other: str) -> Beside | None:
    found = rule_of(catalogue, (one, months[one].version), (other, months[other].version))
    return None if found is None else found[0]


def _had_together(
    catalogue: Catalogue, each_month: Sequence[Mapping[str, Month]], names: Mapping[str, Wording]
) -> Iterator[Wording]:
    """Of every two programmes that give something in some month, what the rules say of both together."""
    for one, other in combinations(names, 2):
        for months in each_month:
            if one in months and other in months and gives(months[one]) and gives(months[other]):
                rule = _rule(catalogue, months, one, other)
                yield unsaid(names[one], names[other]) if rule is None else rule.says
                break
