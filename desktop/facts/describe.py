"""How a fact is described: its label, what its absence means, whether it can be corrected, and its kind.

The description stands in the type itself, `Annotated[Type | UnsetType, Fact(…)] = UNSET`, and
`desktop.facts.shape` reads it back; schema, vocabulary, Arrow layout and form labels are all made from that.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from desktop.values.language import Wording


class Absent(StrEnum):
    """What it means that a property is not there (the contract's `x-absent`)."""

    UNKNOWN = "unknown"
    NONE_ON_RECORD = "none_on_record"
    STILL_OPEN = "still_open"
    WEIGHTLESS = "weightless"
    """The contract says nothing: the absence carries no weight in the rules."""


class Kind(StrEnum):
    """What sort of value a fact is."""

    BOOLEAN = "boolean"
    CODE = "code"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    MONEY_BOUNDS = "money_bounds"
    DATE = "date"
    HIJRI_DATE = "hijri_date"
    TEXT = "text"
    REF = "ref"
    REFS = "refs"
    LIST = "list"
    OBJECT = "object"


class Unit(StrEnum):
    """What a number counts, for forms and sentences."""

    MONEY = "money"
    MONEY_PER_MONTH = "money_per_month"
    MONEY_PER_YEAR = "money_per_year"
    PERCENT = "percent"
    YEARS = "years"
    COUNT = "count"
    FEDDAN = "feddan"
    DEGREES = "degrees"
    SCORE = "score"


class Writing(StrEnum):
    """How a text that names a number is made plain, so that two spellings of one number compare equal."""

    NUMBER = "number"
    """Western digits, no spaces around: a deed, a building, a passport."""
    COMPACT = "compact"
    """Western digits, no spaces or direction marks at all: a telephone number."""
    IBAN = "iban"
    """Compact and in capitals."""


@dataclass(frozen=True, slots=True)
class Fact:
    """The description of one property.

    Args:
        ar: label in Arabic, as an office writes it on a form.
        en: label in English.
        absent: what its absence means.
        correctable: false for what no visit to the office can change (birth, sex, death, marriage, kinship).
        description: the contract's own words, where it has any.
        unit: what a number counts.
    """

    ar: str
    en: str
    absent: Absent = Absent.WEIGHTLESS
    correctable: bool = True
    description: str | None = None
    unit: Unit | None = None

    @property
    def label(self) -> Wording:
        """The label in both languages."""
        return Wording(ar=self.ar, en=self.en)


MONEY_PATTERN = r"^\d+(\.\d{1,2})?$"
MONEY_DESCRIPTION = "decimal string in the country's currency (SAR, EGP), never negative"
REF_DESCRIPTION = "ref of a member or of a person outside"

MoneyText: TypeAlias = Annotated[str, Meta(pattern=MONEY_PATTERN, description=MONEY_DESCRIPTION), Kind.MONEY]
RefText: TypeAlias = Annotated[str, Meta(description=REF_DESCRIPTION), Kind.REF]
NumberText: TypeAlias = Annotated[str, Writing.NUMBER]
PhoneText: TypeAlias = Annotated[str, Writing.COMPACT]
IbanText: TypeAlias = Annotated[str, Writing.IBAN]
PlainRef: TypeAlias = Annotated[str, Kind.REF]
HijriText: TypeAlias = Annotated[str, Meta(pattern=r"^1[34]\d\d-\d\d-\d\d$"), Kind.HIJRI_DATE]
NationalityText: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
Count: TypeAlias = Annotated[int, Meta(ge=0)]
Percent: TypeAlias = Annotated[float, Meta(ge=0, le=100)]


class Facts(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename={"from_": "from"},
):
    """Base of every object of a household file: closed, frozen, and silent about what was not said."""
