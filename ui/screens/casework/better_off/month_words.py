"""The months of a supposed income in words: their names, amounts within bounds, what is told of each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.programmes.foresight.better_off import Month, Span
from desktop.values.calendars import Calendar, month_name
from desktop.values.language import Language, Wording
from desktop.values.money import Currency, Money
from ui.language.reader import Reader

translate = QCoreApplication.translate


def month_wording(first: date) -> Wording:
    """A month by its name and year; months are those of the Gregorian calendar, by which the office pays."""
    return Wording(*(f"{_name(first, language)} {first.year}" for language in (Language.ARABIC, Language.ENGLISH)))


def short_month(first: date, reader: Reader) -> str:
    """The name of a month; with its year in January."""
    name = _name(first, reader.language)
    return reader.digits(f"{name} {first.year}") if first.month == 1 else name


def span_words(span: Span, reader: Reader) -> str:
    """An amount, or the two between which it lies."""
    if span.known:
        return reader.money(span.least)
    if span.most is None:
        return translate("MonthWords", "at least {least}").format(least=reader.money(span.least))
    return translate("MonthWords", "{least} to {most}").format(
        least=reader.money(span.least), most=reader.money(span.most)
    )


def together(month: Month) -> Span:
    """The income and the support together."""
    most = month.support.most
    return Span(
        Money(month.support.least.minor + month.income.minor, month.income.currency),
        None if most is None else Money(most.minor + month.income.minor, most.currency),
    )


def more_words(month: Month, reader: Reader) -> str:
    """By how much more or less the family has than without the income."""
    return difference_words(month.better_between, month.income.currency, reader)


def difference_words(ends: tuple[int | None, int | None], currency: Currency, reader: Reader) -> str:
    """By how many minor units somebody has more, at least and at most, as an amount with its direction."""
    low, high = ends
    if low is None or high is None:
        return translate("MonthWords", "not known")
    least, most = (reader.money(Money(abs(each), currency)) for each in ends if each is not None)
    if low == high:
        return _signed(low, least)
    if low >= 0:
        return translate("MonthWords", "{least} to {most} more").format(least=least, most=most)
    if high <= 0:
        return translate("MonthWords", "{least} to {most} less").format(least=most, most=least)
    return translate("MonthWords", "{less} less to {more} more").format(less=least, more=most)


def _signed(minor: int, amount: str) -> str:
    if minor < 0:
        return translate("MonthWords", "{amount} less").format(amount=amount)
    return translate("MonthWords", "{amount} more").format(amount=amount) if minor else amount


def _name(first: date, language: Language) -> str:
    return month_name(Calendar.GREGORIAN, first.month, language)
