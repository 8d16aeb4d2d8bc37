"""An income of any period as so much a month.

Source of the twelfths: executive regulation of law M/32, articles 10.1 and 11.3 (what came in during the year is
spread over twelve months).
"""

from __future__ import annotations

from fractions import Fraction

from desktop.programmes.language.possibilities import INFINITY, ZERO, Bounds, Number, exactly, multiply, plain, union

MONTHS = 12
DAYS_IN_YEAR = 365
WEEKS_IN_MONTH = Fraction(52, 12)
TERMS_IN_YEAR = 2
LONGEST_MONTH = 31


def monthly(
    amount: Bounds,
    *,
    period: str | None,
    times: Number | None,
    since: Bounds,
    until: Bounds,
    day: int,
    applied: int,
    trailing_year: bool,
) -> Bounds:
    """Minor units a month.

    Args:
        amount: minor units a period.
        period: `once`, `day`, `week`, `month`, `term`, `year`; None where it is not known.
        times: how often in a month, for `day` and `week`.
        since: ordinals of the days on which it may have begun.
        until: ordinals of the days on which it may end.
        day: ordinal of the day of decision.
        applied: ordinal of the day of application, the end of the trailing year.
        trailing_year: spread what came in during the year before the application (the words of article 10.1) instead
            of taking what comes in now (the practice of monthly re-assessment).
    """
    if period is None:
        return Bounds(0, INFINITY)
    if period == "once":
        end = applied if trailing_year else day
        return _once(amount, since, start=end - DAYS_IN_YEAR, end=end)
    rate = multiply(amount, _per_month(period, times))
    if trailing_year:
        return multiply(rate, _share_of_year(since, until, start=applied - DAYS_IN_YEAR, end=applied))
    return _while_running(rate, since, until, day)


def _per_month(period: str, times: Number | None) -> Bounds:
    if period == "month":
        return exactly(1)
    if period == "year":
        return exactly(Fraction(1, MONTHS))
    if period == "term":
        return exactly(Fraction(TERMS_IN_YEAR, MONTHS))
    if times is not None:
        return exactly(times)
    return exactly(WEEKS_IN_MONTH) if period == "week" else Bounds(0, LONGEST_MONTH)


def _once(amount: Bounds, since: Bounds, *, start: int, end: int) -> Bounds:
    spread = multiply(amount, exactly(Fraction(1, MONTHS)))
    if since.low >= start and since.high <= end:
        return spread
    if since.high < start or since.low > end:
        return ZERO
    return _with_zero(spread)


def _while_running(rate: Bounds, since: Bounds, until: Bounds, day: int) -> Bounds:
    if until.high < day or since.low > day:
        return ZERO
    return rate if until.low >= day and since.high <= day else _with_zero(rate)


def _share_of_year(since: Bounds, until: Bounds, *, start: int, end: int) -> Bounds:
    def overlap(first: Number, last: Number) -> Number:
        days = min(last, end) - max(first, start)
        return plain(Fraction(max(0, min(int(days), DAYS_IN_YEAR)), DAYS_IN_YEAR))

    return Bounds(overlap(since.high, until.low), overlap(since.low, until.high))


def _with_zero(rate: Bounds) -> Bounds:
    united = union(rate, ZERO)
    return united if isinstance(united, Bounds) else rate
