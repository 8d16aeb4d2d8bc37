"""The ways a family is told, and the day on which a notice sent by one of them counts as told. Pure.

The rule of each way is a reading, kept as data with its reason in `resources/notices/told.yaml`: Reg. art. 28 names the
ways that are valid and says of none on which day it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import msgspec

from desktop.facts.code import Code
from desktop.facts.codes import Confidence, Country
from desktop.values.language import Wording


class Channel(Code):
    """A way of telling a family something (Reg. art. 28; in person as the office always may)."""

    REGISTERED_ADDRESS = "registered_address", "العنوان المسجل", "registered address"
    VERIFIED_MOBILE = "verified_mobile", "الجوال الموثق", "verified mobile"
    EMAIL = "email", "البريد الإلكتروني", "e-mail"
    IN_PERSON = "in_person", "التسليم باليد", "in person"


class NoticeKind(Code):
    """What a notice tells."""

    DECISION = "decision", "قرار", "decision"
    MEASURE = "measure", "إجراء", "measure"
    INFORMATION_REQUEST = "information_request", "طلب بيانات", "request for information"
    BREACH = "breach", "إخطار بمخالفة", "notice of a breach"
    VISIT = "visit", "موعد زيارة", "appointment of a visit"
    REPLY = "reply", "رد", "reply"


class ToldRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a notice counts as told: so many calendar days after it was sent, `assumed` where nobody proved it."""

    days: int
    assumed: bool
    confidence: Confidence
    why: Wording


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of one country with the law they read."""

    law: Wording
    channels: dict[str, ToldRule]


@dataclass(frozen=True, slots=True)
class ToldDay:
    """The day that a legal clock starts from, and whether it is assumed until somebody confirms it."""

    on: date
    assumed: bool


def told_day(channel: Channel, *, sent_on: date, country: Country) -> ToldDay:
    """The day (Gregorian) on which a notice sent on `sent_on` counts as told, unless proved otherwise."""
    rule = rules(country).channels[channel.value]
    return ToldDay(sent_on + timedelta(days=rule.days), rule.assumed)


def rules(country: Country) -> Rules:
    """The readings of a country's law on when a notice is told."""
    return _all_rules()[country.value]


@cache
def _all_rules() -> dict[str, Rules]:
    # Imported late: YAML costs tens of milliseconds, and most runs tell nobody anything.
    import msgspec.yaml

    text = files("resources").joinpath("notices", "told.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, Rules])
