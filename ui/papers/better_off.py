"""بيان أثر العمل أو دخل جديد from what a family would have month by month, with the income and without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from msgspec import UNSET

from desktop.casework.amounts import due_monthly
from desktop.casework.better_off import BetterOffAnswer, Job
from desktop.facts.codes import AmountStatus, IncomeKind, Period
from desktop.facts.household_file import HouseholdFile
from desktop.issuing.contents import BetterOffSheet, Issue, JobChangeRow, JobMonthRow, MoneySpan, PackReference
from desktop.programmes.answers.assess import assess
from desktop.programmes.foresight.better_off import MONTHS, Month, Span
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.calendars import Calendar
from desktop.values.dates import after
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from desktop.values.money import Currency, Money, decimal_text, minor_units
from ui.papers.assessment_sheet import labels
from ui.papers.people import head_of, member_of, subject

_EVERY = {
    Period.MONTH: Wording("شهريًّا", "a month"),
    Period.WEEK: Wording("أسبوعيًّا", "a week"),
    Period.TERM: Wording("كل فصل دراسي", "a school term"),
    Period.YEAR: Wording("سنويًّا", "a year"),
}

_PRESUMED = (
    Wording(
        "يبدأ الدخل في أول الشهر المذكور ويبقى على حاله، وهو دخل ثابت مسجَّل.",
        "The income begins on the first of the month named and stays as it is; it is registered and steady.",
    ),
    Wording(
        "لا يتغير سوى الدخل: فما قد يتبعه من تأمين أو تغير في حال العمل يُراجع عند تسجيله.",
        "The income alone changes: insurance, or another work status, is looked at once it is registered.",
    ),
    Wording(
        "تبقى بيانات الأسرة الأخرى كما هي مسجَّلة، إلا ما يتغير بمرور الزمن كبلوغ سن أو انتهاء وثيقة.",
        "All other facts of the family stay as recorded, but for what time itself changes: an age reached, a paper "
        "that expires.",
    ),
    Wording(
        "يُحسب كل شهر بحسب بيانات أوله والقواعد السارية فيه، وما لم يصدر بعد من القواعد لا يُعرف.",
        "Each month is assessed on its first day by the rules in force then; rules not issued yet are not known.",
    ),
)


@dataclass(frozen=True, slots=True)
class JobWanted:
    """An income as it was asked about; what is None is taken as the most natural.

    Args:
        member: who would have it; the head unless said.
        amount: what it brings a period, in either digits; as much as the support comes to a month unless said.
        first_month: any day of the month in which it begins; the month after today's unless said.
        period: how often it comes in, where an amount is said.
        kind: of the income.
    """

    member: str | None = None
    amount: str | None = None
    first_month: date | None = None
    period: Period = Period.MONTH
    kind: IncomeKind = IncomeKind.SALARY


def job_of(asked: JobWanted, file: HouseholdFile, *, programme: str, today: date, catalogue: Catalogue) -> Job:
    """The income that is supposed, its amount in plain digits.

    Args:
        asked: as somebody typed it.
        file: of the household, as it is recorded.
        programme: whose support it is laid beside.
        today: the office's day.
        catalogue: the packs.

    Raises:
        OfficeError: `papers.no_job`: no amount was said, and no support is known to take its place; `papers.no_pay`,
            `papers.job_too_far`, `values.money_unreadable`, `values.money_too_precise`, `values.money_too_large`.
    """
    first = begins(asked.first_month, today)
    ends = (today, first)
    if after(min(ends), MONTHS, "month", Calendar.GREGORIAN) < max(ends):
        raise OfficeError("papers.job_too_far", first=first.isoformat(), months=MONTHS)
    member = head_of(file).ref if asked.member is None else asked.member
    if asked.amount is None:
        return Job(member, _support(file, programme, first, catalogue), first, kind=asked.kind)
    minor = minor_units(asked.amount)
    if minor <= 0:
        raise OfficeError("papers.no_pay", amount=asked.amount)
    return Job(member, decimal_text(minor), first, asked.period, asked.kind)


def begins(first_month: date | None, today: date) -> date:
    """The first day of the month named, else of the month after today's."""
    if first_month is None:
        return after(today.replace(day=1), 1, "month", Calendar.GREGORIAN)
    return first_month.replace(day=1)


def _support(file: HouseholdFile, programme: str, on: date, catalogue: Catalogue) -> str:
    """What the programme pays the family a month."""
    due = due_monthly(assess(catalogue.asked(programme, on, file), file, on=on))
    if due is None or due.status is not AmountStatus.KNOWN or due.value is UNSET:
        raise OfficeError("papers.no_job")
    return due.value


def better_off_sheet(answer: BetterOffAnswer, *, issue: Issue) -> BetterOffSheet:
    """The sheet's contents.

    Args:
        answer: what the family would have, of one month at least.
        issue: from `letterhead.blank_issue`.
    """
    job, first = answer.job, answer.months[0]
    return BetterOffSheet(
        issue=issue,
        subject=subject(member_of(answer.file, job.member)),
        file_number=answer.file_number,
        programme=answer.title,
        kind=job.kind.label,
        pays=Money.of(job.amount, answer.currency),
        period=_EVERY[job.period],
        income=first.income,
        months=tuple(_row(each) for each in answer.months),
        packs=_packs(answer.months),
        first=(*answer.first, answer.in_all_said),
        changes=tuple(JobChangeRow(each.on, each.sentences) for each in answer.changes),
        presumed=_PRESUMED,
        on_record=labels(first.given.presumed),
        missing=labels(fact for each in answer.months for fact in each.given.missing),
    )


def _row(month: Month) -> JobMonthRow:
    income, most = month.income, month.support.most
    low, high = month.better_between
    return JobMonthRow(
        on=month.on,
        outcome=month.outcome,
        support=_span(month.support),
        support_without=_span(month.support_without),
        together=MoneySpan(income + month.support.least, None if most is None else income + most),
        better=MoneySpan(_money(low, income.currency), _money(high, income.currency)),
    )


def _span(span: Span) -> MoneySpan:
    return MoneySpan(span.least, span.most)


def _money(minor: int | None, currency: Currency) -> Money | None:
    return None if minor is None else Money(minor, currency)


def _packs(months: Sequence[Month]) -> tuple[PackReference, ...]:
    given = dict.fromkeys((each.given.programme, each.given.version, each.given.pack_hash) for each in months)
    return tuple(PackReference(pack=name, version=version, hash=digest) for name, version, digest in given)
