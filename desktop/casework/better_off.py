"""Whether a family is better off with a job or another income, by the file as it stands; nothing is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.facts.codes import IncomeKind, Period
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.foresight.better_off import MONTHS, Month, better_off, employed, law_of
from desktop.programmes.foresight.foreseen import with_clocks
from desktop.programmes.foresight.job_in_words import JobChange, at_first, changes, in_all, in_all_said
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from desktop.values.money import Currency

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
