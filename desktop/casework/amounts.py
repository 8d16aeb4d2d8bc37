"""Amounts of an assessment as the records keep them and the answers show them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from msgspec import UNSET, UnsetType

from desktop.facts import assessment as shape
from desktop.facts.codes import AmountPeriod, AmountStatus
from desktop.values.language import Wording
from desktop.values.money import Currency, Money, minor_units


@dataclass(frozen=True, slots=True)
class AmountAnswer:
    """An amount as far as it is known: `value` where it is, else `at_least` (never below nothing)."""

    status: AmountStatus
    period: AmountPeriod
    value: Money | None
    at_least: Money


@dataclass(frozen=True, slots=True)
class ComponentAnswer:
    """One benefit or supplement; `member` where it is a person's own."""

    id: str
    label: Wording
    member: str | None
    amount: AmountAnswer


def amount_answer(amount: shape.Amount) -> AmountAnswer:
    """An amount of the contract's shape."""
    value = None if amount.value is UNSET else Money.of(amount.value, amount.currency)
    return AmountAnswer(amount.status, amount.period, value, value or Money(at_least(amount), amount.currency))


def due_monthly(given: shape.Assessment) -> shape.Amount | None:
    """What the answer comes to: the total of a month, or the one amount where nothing is monthly."""
    return given.amount if given.total is UNSET or given.total is None else given.total


def known(amount: shape.Amount | None) -> int | None:
    """Minor units of a known amount."""
    return None if amount is None or amount.value is UNSET else minor_units(amount.value)


def at_least(amount: shape.Amount) -> int:
    """Minor units that are sure."""
    stated = amount.at_least if amount.value is UNSET else amount.value
    return 0 if stated is UNSET else minor_units(stated)


def components_of(given: shape.Assessment) -> list[dict[str, Any]]:
    """The components of an assessment as JSON that a decision keeps, amounts in minor units."""
    if given.components is UNSET:
        return []
    return [
        {
            "id": each.id,
            "label": {"ar": each.label.ar, "en": each.label.en},
            "member": None if isinstance(each.member, UnsetType) else each.member,
            "status": each.amount.status.value,
            "period": each.amount.period.value,
            "minor": known(each.amount),
            "at_least": at_least(each.amount),
        }
        for each in given.components
    ]


def component_answers(kept: list[dict[str, Any]], currency: Currency) -> tuple[ComponentAnswer, ...]:
    """The components that a decision kept."""
    return tuple(
        ComponentAnswer(
            id=each["id"],
            label=Wording(**each["label"]),
            member=each["member"],
            amount=_kept_amount(each, currency),
        )
        for each in kept
    )


def _kept_amount(each: dict[str, Any], currency: Currency) -> AmountAnswer:
    value = None if each["minor"] is None else Money(each["minor"], currency)
    status = next(status for status in AmountStatus if status.value == each["status"])
    period = next(period for period in AmountPeriod if period.value == each["period"])
    return AmountAnswer(status, period, value, value or Money(each["at_least"], currency))
