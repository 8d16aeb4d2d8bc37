"""What papers have in common: the sheet itself, the people on it, amounts as far as they are known."""

from __future__ import annotations

from datetime import date

import msgspec

from desktop.facts.codes import AmountPeriod, AmountStatus, Sex
from desktop.values.language import Wording
from desktop.values.money import Money


class Letterhead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who issues: the lines at the head of the sheet, and the office as sentences name it.

    `lines` go from the state down to the office («المملكة العربية السعودية» … «مكتب … بالقطيف»); long ones
    wrap.
    """

    lines: tuple[Wording, ...]
    office: Wording


class Reprint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A copy after the first: `copy` counts from 2, the reason is printed beside it, the sheet is watermarked."""

    copy: int
    reason: Wording


class Issue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every issued sheet carries, whatever it says.

    `serial` as people read it (`QTF-1446-000127-3`); `qr_text` as `issuing` signed it, drawn and never
    interpreted; `collector` says who took it («سُلّمت لصاحبة الشأن»), or None while nobody has; `demonstration`
    watermarks the sheet so that invented data can never pass for a certificate.
    """

    letterhead: Letterhead
    serial: str
    issued_on: date
    qr_text: str
    signatory: Wording = Wording(ar="مدير المكتب", en="Office manager")
    collector: Wording | None = None
    reprint: Reprint | None = None
    demonstration: bool = False


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The person a paper speaks of; sentences agree with `sex`. `id_label` names the id («هوية وطنية»)."""

    name: Wording
    sex: Sex
    national_id: str
    id_label: Wording = Wording(ar="هوية وطنية", en="national ID")


class ListedPerson(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of the family's table.

    `born` is Gregorian. Where papers state only a Hijri date or a year, `born_stated` is printed as
    written («١٣٤٠ هـ») and `born` may be None.
    """

    name: Wording
    national_id: str
    relation: Wording
    born: date | None = None
    born_stated: Wording | None = None


class MoneyLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named amount: «دعم الغذاء», so much."""

    label: Wording
    amount: Money


class StatedAmount(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An amount as far as the rules know it: `value` if known, bounds if bounded, neither if unpublished."""

    status: AmountStatus
    period: AmountPeriod
    value: Money | None = None
    at_least: Money | None = None
    at_most: Money | None = None


class PackReference(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rules used: `sa.developed`, `2023-11`, `sha256:…` (printed short)."""

    pack: str
    version: str
    hash: str
