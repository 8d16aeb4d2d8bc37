"""What a job or another income does to a family's support, in sentences: at first, and each month it changes. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from msgspec import UNSET

from desktop.facts.assessment import Assessment, Clock
from desktop.facts.codes import CriterionOutcome, Outcome
from desktop.programmes.foresight.better_off import Month, Span
from desktop.values import worded
from desktop.values.language import Wording, capitalised
from desktop.values.money import Currency, Money


@dataclass(frozen=True, slots=True)
class JobChange:
    """The month from which something is otherwise than in the month before, and what."""

    on: date
    sentences: tuple[Wording, ...]


def at_first(months: Sequence[Month]) -> tuple[Wording, ...]:
    """What the first month with the income is beside the same month without it."""
    if not months:
        return ()
    first = months[0]
    said = list(_support(first.support_without, first.support, first.given, lost=first.right_ends))
    return (*said, _more(first.better_between, first.income.currency, _A_MONTH))


def changes(months: Sequence[Month], clocks: Sequence[Clock] = ()) -> tuple[JobChange, ...]:
    """The months after the first in which the support or the rules are otherwise than in the month before.

    Args:
        months: in their order.
        clocks: the days on which the answer of the first month changes by itself; each is told in the month after.
    """
    found = []
    for before, month in pairwise(months):
        ahead = [each for each in clocks if before.on < each.on <= month.on]
        told = [each.label for each in ahead if isinstance(each.label, Wording)]
        sentences = (*told, *_changed(before, month, known_why=bool(told)))
        if sentences:
            found.append(JobChange(month.on, sentences))
    return tuple(found)


def at_first_of_each(months: Mapping[str, Month], together: Month, names: Mapping[str, Wording]) -> tuple[Wording, ...]:
    """What the first month with the income is under several programmes, each by its name, and in all."""
    said = [
        _named(names[name], each)
        for name, month in months.items()
        if gives(month)
        for each in _support(month.support_without, month.support, month.given, lost=month.right_ends)
    ]
    if not said:
        said = [Wording("لا دعم للأسرة بهذا الدخل ولا بدونه.", "There is no support, with this income or without it.")]
    return (*said, _more(together.better_between, together.income.currency, _A_MONTH))


def changes_of_each(
    months: Sequence[Mapping[str, Month]], names: Mapping[str, Wording], clocks: Mapping[str, Sequence[Clock]]
) -> tuple[JobChange, ...]:
    """The months after the first in which anything under one of several programmes is otherwise; as of `changes`.

    Args:
        months: in their order, each by the name of the programme.
        names: of the programmes, as they are called.
        clocks: by the name of the programme.
    """
    said: dict[date, list[Wording]] = {}
    for name, title in names.items():
        own = [each[name] for each in months if name in each]
        for change in changes(own, clocks.get(name, ())):
            said.setdefault(change.on, []).extend(_named(title, each) for each in change.sentences)
    for before, now in pairwise(months):
        on = next(iter(now.values())).on if now else None
        for name in before.keys() - now.keys():
            if on is not None and gives(before[name]):
                ends = Wording("لا يسري منه إصدار من هذا الشهر.", "no version of it is in force from this month.")
                said.setdefault(on, []).append(_named(names[name], ends))
    return tuple(JobChange(on, tuple(said[on])) for on in sorted(said))


def gives(month: Month) -> bool:
    """Whether something is paid, or may be, with the income or without it."""
    return any(each.most is None or each.most.minor > 0 for each in (month.support, month.support_without))


def _named(title: Wording, sentence: Wording) -> Wording:
    return worded.both("{title}: {sentence}", "{title}: {sentence}", title=_capital(title), sentence=sentence)


def _capital(title: Wording) -> Wording:
    return Wording(title.ar, capitalised(title.en))


def in_all(months: Sequence[Month]) -> tuple[int | None, int | None]:
    """By how many minor units the family has more over all the months, at least and at most."""
    ends = [each.better_between for each in months]
    low, high = ([end[at] for end in ends] for at in (0, 1))
    return (
        None if None in low else sum(each for each in low if each is not None),
        None if None in high else sum(each for each in high if each is not None),
    )


def in_all_said(months: Sequence[Month]) -> Wording | None:
    """The same in a sentence; None where there is no month."""
    if not months:
        return None
    over = worded.both("في جميع الأشهر، وعددها {count}", "over all {count} months", count=worded.code(str(len(months))))
    return _more(in_all(months), months[0].income.currency, over)


def _changed(before: Month, month: Month, *, known_why: bool) -> Iterator[Wording]:
    if not known_why and before.version != month.version:
        yield worded.both(
            "يسري من هذا الشهر إصدار القواعد {version}.",
            "From this month the rules of {version} apply.",
            version=worded.code(month.version),
        )
    if before.support != month.support or before.outcome is not month.outcome:
        yield from _support(before.support, month.support, month.given, lost=month.right_ends and not known_why)
        if before.support_without != month.support_without and month.support == month.support_without:
            yield Wording("وكان ذلك واقعًا بلا هذا الدخل أيضًا.", "It would be so without this income too.")
    elif before.support_without != month.support_without:
        yield worded.both(
            "ولولا هذا الدخل لصار الدعم من هذا الشهر {support}.",
            "Without this income the support would be {support} from this month.",
            support=_span(month.support_without),
        )


def _support(before: Span, after: Span, given: Assessment, *, lost: bool) -> Iterator[Wording]:
    if before == after and not after.known:
        yield worded.both(
            "يبقى الدعم {after}؛ ولا يُعرف بتمامه لنقص البيانات.",
            "The support stays {after}; facts are missing to know it wholly.",
            after=_span(after),
        )
        return
    if not (before.known and after.known):
        yield worded.both(
            "يصير الدعم {after}، وكان {before}؛ ولا يُعرف بتمامه لنقص البيانات.",
            "The support becomes {after}, from {before}; facts are missing to know it wholly.",
            after=_span(after),
            before=_span(before),
        )
        return
    step = after.least.minor - before.least.minor
    by = worded.amount(Money(abs(step), after.least.currency))
    now = worded.amount(after.least)
    if lost and given.outcome is Outcome.INELIGIBLE:
        yield worded.both(
            "ينتهي الاستحقاق، فتفقد الأسرة {by} شهريًّا.", "The right ends and {by} a month with it.", by=by
        )
        reason = _reason(given)
        if reason is not None:
            yield reason
    elif step < 0:
        yield worded.both(
            "ينقص الدعم {by}، فيصير {now} شهريًّا.", "The support falls by {by} to {now} a month.", by=by, now=now
        )
    elif step > 0:
        yield worded.both(
            "يزيد الدعم {by}، فيصير {now} شهريًّا.", "The support rises by {by} to {now} a month.", by=by, now=now
        )
    elif not after.least.minor:
        yield Wording("لا دعم للأسرة بهذا الدخل ولا بدونه.", "There is no support, with this income or without it.")
        reason = _reason(given)
        if reason is not None:
            yield reason
    else:
        yield worded.both("يبقى الدعم {now} شهريًّا.", "The support stays at {now} a month.", now=now)


def _reason(given: Assessment) -> Wording | None:
    """The sentence of the first criterion that is not met, one of all before one of a single category."""
    unmet = [each for each in given.criteria if each.outcome is CriterionOutcome.UNMET]
    for each in sorted(unmet, key=lambda each: isinstance(each.category, str)):
        if each.sentence is not UNSET:
            return each.sentence
    return None


_A_MONTH = Wording("في الشهر", "a month")


def _more(by: tuple[int | None, int | None], currency: Currency, over: Wording) -> Wording:
    low, high = by
    if low is not None and low == high:
        if low == 0:
            return worded.both(
                "لا يزيد ما بيد الأسرة بهذا الدخل ولا ينقص {over}.",
                "The family has as much {over} with this income as without it.",
                over=over,
            )
        told = worded.amount(Money(abs(low), currency))
        if low > 0:
            return worded.both(
                "يزيد ما بيد الأسرة بهذا الدخل {told} {over}.",
                "The family has {told} more {over} with this income.",
                told=told,
                over=over,
            )
        return worded.both(
            "ينقص ما بيد الأسرة بهذا الدخل {told} {over}.",
            "The family has {told} less {over} with this income.",
            told=told,
            over=over,
        )
    if low is None and high is None:
        return worded.both(
            "لا يُعرف الفرق بهذا الدخل {over}.", "The difference that this income makes {over} is not known.", over=over
        )
    return worded.both(
        "الفرق بهذا الدخل {over}: {told}؛ ولا يُعرف بتمامه لنقص البيانات.",
        "The difference that this income makes {over}: {told}; facts are missing to know it wholly.",
        told=_between(low, high, currency),
        over=over,
    )


def _between(low: int | None, high: int | None, currency: Currency) -> Wording:
    least = None if low is None else _signed(low, currency)
    most = None if high is None else _signed(high, currency)
    if least is not None and most is not None:
        return worded.both("بين {least} و{most}", "between {least} and {most}", least=least, most=most)
    if least is not None:
        return worded.both("لا يقل عن {least}", "at least {least}", least=least)
    if most is not None:
        return worded.both("لا يزيد على {most}", "at most {most}", most=most)
    raise ValueError("of what is not known at all nothing is said")


def _signed(minor: int, currency: Currency) -> Wording:
    told = worded.amount(Money(abs(minor), currency))
    if minor < 0:
        return worded.both("نقص {told}", "{told} less", told=told)
    return worded.both("زيادة {told}", "{told} more", told=told)


def _span(span: Span) -> Wording:
    if span.known:
        return worded.amount(span.least)
    least = worded.amount(span.least)
    if span.most is None:
        return worded.both("{least} على الأقل", "at least {least}", least=least)
    return worded.both("بين {least} و{most}", "between {least} and {most}", least=least, most=worded.amount(span.most))
