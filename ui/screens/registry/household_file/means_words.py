"""Incomes, assets and receipts in words and amounts; what is unknown is said to be, and never counted as nothing."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import UNSET

from desktop.facts.codes import Country, Period
from desktop.facts.household_file import Asset, Income
from desktop.facts.vocabulary import value_of, vocabulary
from desktop.registry.monthly_means import MonthlyMeans
from desktop.values.isolates import isolated
from desktop.values.language import Wording
from desktop.values.money import Currency, Money, minor_units
from ui.language.reader import Reader

_CURRENCIES: Final = {Country.SA: Currency.SAR, Country.EG: Currency.EGP}
_BETWEEN: Final = Wording("بين {low} و{high}", "between {low} and {high}")
_AT_LEAST: Final = Wording("لا يقل عن {amount}", "at least {amount}")
_SINCE: Final = Wording("منذ {day}", "since {day}")
_UNTIL: Final = Wording("حتى {day}", "until {day}")
_FROM: Final = Wording("من {payer}", "from {payer}")
_ASSET_FACTS: Final = ("tenure", "liquidable", "area_feddan", "heads", "for_trade", "since", "until")


def money_said(text: str, country: Country, reader: Reader) -> str:
    """A decimal text of the file as an amount of its country."""
    return reader.money(Money(minor_units(text), _CURRENCIES[country]))


def amount_said(income: Income, country: Country, reader: Reader) -> str:
    """The amount, or its bounds; empty where neither is known."""
    if income.amount is not UNSET:
        return money_said(income.amount, country, reader)
    if income.amount_between is not UNSET:
        low, high = (money_said(each, country, reader) for each in income.amount_between)
        return _BETWEEN.said_in(reader.language).format(low=low, high=high)
    return ""


def monthly_said(means: MonthlyMeans, country: Country, reader: Reader) -> str:
    """So much a month, as far as it is known; empty where nothing is."""
    currency = _CURRENCIES[country]
    least = reader.money(Money(means.least, currency))
    if means.known:
        return least
    if means.most is not None:
        high = reader.money(Money(means.most, currency))
        return _BETWEEN.said_in(reader.language).format(low=least, high=high)
    return _AT_LEAST.said_in(reader.language).format(amount=least) if means.least else ""


def income_told(income: Income, reader: Reader) -> str:
    """Who pays, since when and until when; empty where none of it is known."""
    parts = []
    if income.payer is not UNSET:
        parts.append(_FROM.said_in(reader.language).format(payer=isolated(income.payer)))
    return " · ".join([*parts, *_span(income.since, income.until, reader)])


def period_said(period: Period, reader: Reader) -> str:
    """How often it comes in."""
    return reader.wording(period.label)


def asset_told(asset: Asset, reader: Reader) -> str:
    """What else is known of an asset: by what title, how large, since when."""
    properties = vocabulary()["asset"].properties
    parts = []
    for name in _ASSET_FACTS[:-2]:
        value = value_of(asset, properties[name].path)
        label = reader.wording(properties[name].label)
        if value is UNSET:
            continue
        if isinstance(value, bool):
            parts.append(f"{label}: {reader.wording(Wording('نعم', 'yes') if value else Wording('لا', 'no'))}")
        elif isinstance(value, int | float):
            parts.append(f"{label}: {reader.code(f'{value:g}')}")
        elif asset.tenure is not UNSET:
            parts.append(reader.wording(asset.tenure.label))
    return " · ".join([*parts, *_span(asset.since, asset.until, reader)])


def _span(since: object, until: object, reader: Reader) -> list[str]:
    parts = []
    if isinstance(since, date):
        parts.append(_SINCE.said_in(reader.language).format(day=reader.day(since)))
    if isinstance(until, date):
        parts.append(_UNTIL.said_in(reader.language).format(day=reader.day(until)))
    return parts
