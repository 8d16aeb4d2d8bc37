"""The rules' answer to one claim, as `yusr assess --json` prints it.

`UNSET` leaves a property out and `None` says that there is nothing, exactly where the contract allows each.
Unlike a household file, an assessment is open: a reader of a later program's answer passes over what it does not
know.
"""

import datetime as dt
from functools import cache
from threading import Lock
from typing import Annotated, Final, Literal, TypeAlias

import msgspec
from msgspec import UNSET, Meta, UnsetType

from desktop.facts.codes import (
    AmountPeriod,
    AmountStatus,
    CategoryOutcome,
    Confidence,
    CriterionOutcome,
    Outcome,
)
from desktop.facts.describe import Fact, MoneyText
from desktop.values.language import Wording
from desktop.values.money import Currency

FORMAT: Final = "yusr-assessment/1"

LabelledText: TypeAlias = Wording
Hash: TypeAlias = Annotated[str, Meta(pattern=r"^sha256:[0-9a-f]{64}$")]


class _Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename={"from_": "from"}):
    """Base of every object of an assessment."""


class Amount(_Answer, frozen=True, kw_only=True):
    """An amount of money, as far as it is known."""

    status: Annotated[
        AmountStatus,
        Fact(
            "حال المبلغ",
            "status of the amount",
            description="unpublished: the right is clear, the figure was never published",
        ),
    ]
    value: Annotated[MoneyText | UnsetType, Fact("المبلغ", "amount")] = UNSET
    at_least: Annotated[MoneyText | UnsetType, Fact("لا يقل المبلغ عن", "at least")] = UNSET
    at_most: Annotated[MoneyText | UnsetType, Fact("لا يزيد المبلغ على", "at most")] = UNSET
    currency: Annotated[Currency, Fact("العملة", "currency")]
    period: Annotated[AmountPeriod, Fact("دورية المبلغ", "period of the amount")]


class Component(_Answer, frozen=True, kw_only=True):
    """One benefit or supplement of the answer."""

    id: Annotated[str, Fact("رمز المكوّن", "component id")]
    label: Annotated[Wording, Fact("المكوّن", "component")]
    member: Annotated[str | UnsetType | None, Fact("الفرد", "member")] = UNSET
    amount: Annotated[Amount, Fact("المبلغ", "amount")]


class Citation(_Answer, frozen=True, kw_only=True):
    """Where a rule or a figure comes from, and how sure that is."""

    law: Annotated[str, Fact("النظام أو اللائحة", "law")]
    article: Annotated[str | UnsetType | None, Fact("المادة", "article")] = UNSET
    source: Annotated[str | UnsetType, Fact("المصدر", "source")] = UNSET
    confidence: Annotated[Confidence, Fact("درجة الثقة", "confidence")]


class Adjustment(_Answer, frozen=True, kw_only=True):
    """A sanction, a fee or a cap that was applied."""

    id: Annotated[str, Fact("رمز التعديل", "adjustment id")]
    label: Annotated[Wording, Fact("التعديل", "adjustment")]
    amount: Annotated[Amount, Fact("المبلغ", "amount")]
    citation: Annotated[Citation | UnsetType, Fact("السند", "citation")] = UNSET


class Category(_Answer, frozen=True, kw_only=True):
    """One group of conditions of which any gives the right."""

    id: Annotated[str, Fact("رمز الفئة", "category id")]
    label: Annotated[Wording, Fact("الفئة", "category")]
    member: Annotated[str | UnsetType | None, Fact("الفرد", "member")] = UNSET
    outcome: Annotated[CategoryOutcome, Fact("النتيجة", "outcome")]
    amount: Annotated[Amount | UnsetType | None, Fact("المبلغ", "amount")] = UNSET


class MemberResult(_Answer, frozen=True, kw_only=True):
    """One person's own right."""

    ref: Annotated[str, Fact("رمز الفرد في الملف", "member's reference")]
    outcome: Annotated[Outcome, Fact("النتيجة", "outcome")]
    amount: Annotated[Amount | UnsetType | None, Fact("المبلغ", "amount")] = UNSET


class FactShown(_Answer, frozen=True, kw_only=True):
    """A fact, a variable or a parameter that a criterion rests on."""

    path: Annotated[
        str,
        Fact(
            "موضع البيان",
            "place of the fact",
            description="JSON Pointer into the household file, or the id of a pack variable or parameter",
        ),
    ]
    label: Annotated[Wording | UnsetType, Fact("البيان", "fact")] = UNSET
    value: Annotated[object, Fact("القيمة", "value")]


class CriterionResult(_Answer, frozen=True, kw_only=True):
    """How one criterion came out, in a sentence, with the facts and the law it rests on."""

    id: Annotated[str, Fact("رمز المعيار", "criterion id")]
    category: Annotated[str | UnsetType | None, Fact("الفئة", "category")] = UNSET
    member: Annotated[str | UnsetType | None, Fact("الفرد", "member")] = UNSET
    outcome: Annotated[CriterionOutcome, Fact("النتيجة", "outcome")]
    label: Annotated[Wording, Fact("المعيار", "criterion")]
    sentence: Annotated[Wording | UnsetType, Fact("البيان التفصيلي", "sentence")] = UNSET
    facts: Annotated[tuple[FactShown, ...] | UnsetType, Fact("البيانات", "facts")] = UNSET
    citation: Annotated[Citation, Fact("السند", "citation")]


class MissingFact(_Answer, frozen=True, kw_only=True):
    """A fact for which some value would change what is possible."""

    path: Annotated[str, Fact("موضع البيان", "place of the fact")]
    label: Annotated[Wording | UnsetType, Fact("البيان", "fact")] = UNSET


class PresumedFact(_Answer, frozen=True, kw_only=True):
    """A presumption of 'none on record' that the answer rests on."""

    path: Annotated[str, Fact("موضع البيان", "place of the fact")]
    label: Annotated[Wording | UnsetType, Fact("البيان", "fact")] = UNSET


class ReadingTaken(_Answer, frozen=True, kw_only=True):
    """The interpretation taken where sources conflict."""

    id: Annotated[str, Fact("رمز القراءة", "reading id")]
    chosen: Annotated[object, Fact("القراءة المعتمدة", "reading chosen")]
    other: Annotated[tuple[object, ...] | UnsetType, Fact("القراءات الأخرى", "other readings")] = UNSET
    label: Annotated[Wording | UnsetType, Fact("القراءة", "reading")] = UNSET


class Clock(_Answer, frozen=True, kw_only=True):
    """A date on which the answer will change by itself."""

    on: Annotated[dt.date, Fact("تاريخ التغيّر", "date of the change")]
    cause: Annotated[str, Fact("سبب التغيّر", "cause of the change")]
    label: Annotated[Wording | UnsetType, Fact("المؤقِّت", "clock")] = UNSET
    outcome_then: Annotated[str | UnsetType, Fact("النتيجة حينها", "outcome then")] = UNSET
    amount_then: Annotated[Amount | UnsetType | None, Fact("المبلغ حينها", "amount then")] = UNSET


class Flip(_Answer, frozen=True, kw_only=True):
    """The smallest single change of a correctable fact that would turn the outcome."""

    path: Annotated[str, Fact("موضع البيان", "place of the fact")]
    from_: Annotated[object | UnsetType, Fact("القيمة الحالية", "value now")] = UNSET
    to: Annotated[object, Fact("القيمة التي تغيّر النتيجة", "value that would turn the outcome")]
    outcome: Annotated[str | UnsetType, Fact("النتيجة", "outcome")] = UNSET


class DocumentNeeded(_Answer, frozen=True, kw_only=True):
    """A document that the family is asked for."""

    id: Annotated[str, Fact("رمز المستند", "document id")]
    label: Annotated[Wording, Fact("المستند", "document")]
    member: Annotated[str | UnsetType | None, Fact("الفرد", "member")] = UNSET


class Assessment(_Answer, frozen=True, kw_only=True):
    """The rules' answer for one household (or one member) and one programme."""

    format: Annotated[Literal["yusr-assessment/1"], Fact("صيغة النتيجة", "format of the assessment")]
    id: Annotated[str | UnsetType, Fact("رقم الدراسة", "assessment id")] = UNSET
    programme: Annotated[str, Fact("البرنامج", "programme")]
    version: Annotated[str, Fact("إصدار القواعد", "version")]
    pack_hash: Annotated[Hash, Fact("بصمة القواعد", "hash of the pack")]
    facts_hash: Annotated[Hash, Fact("بصمة البيانات", "hash of the facts")]
    on: Annotated[dt.date, Fact("تاريخ الدراسة", "date of the assessment")]
    outcome: Annotated[Outcome, Fact("النتيجة", "outcome")]
    amount: Annotated[
        Amount | None,
        Fact("المستحق", "amount due", description="the main benefit; null when ineligible"),
    ]
    components: Annotated[
        tuple[Component, ...] | UnsetType,
        Fact("المكوّنات", "components", description="main benefit first, then every supplement"),
    ] = UNSET
    total: Annotated[
        Amount | UnsetType | None,
        Fact("الإجمالي الشهري", "monthly total", description="all monthly components together"),
    ] = UNSET
    adjustments: Annotated[
        tuple[Adjustment, ...] | UnsetType,
        Fact("التعديلات", "adjustments", description="sanctions, fees, caps applied"),
    ] = UNSET
    categories: Annotated[tuple[Category, ...] | UnsetType, Fact("الفئات", "categories")] = UNSET
    members: Annotated[
        tuple[MemberResult, ...] | UnsetType,
        Fact("الأفراد", "members", description="for programmes whose right is a person's own"),
    ] = UNSET
    criteria: Annotated[tuple[CriterionResult, ...], Fact("المعايير", "criteria")]
    missing: Annotated[
        tuple[MissingFact, ...],
        Fact(
            "البيانات الناقصة",
            "missing facts",
            description="each fact for which some value would change what is possible",
        ),
    ]
    presumed: Annotated[
        tuple[PresumedFact, ...],
        Fact(
            "المفترض لعدم وجود ما يخالفه",
            "presumed",
            description="presumptions of 'none on record' that the answer rests on",
        ),
    ]
    readings: Annotated[
        tuple[ReadingTaken, ...],
        Fact(
            "القراءات المعتمدة",
            "readings",
            description="parameters where sources conflict, and the reading taken",
        ),
    ]
    clocks: Annotated[
        tuple[Clock, ...] | UnsetType,
        Fact("المؤقِّتات", "clocks", description="dates on which the answer will change by itself"),
    ] = UNSET
    flips: Annotated[
        tuple[Flip, ...] | UnsetType,
        Fact(
            "ما يغيّر النتيجة",
            "flips",
            description=("for staff only: smallest single changes of correctable facts that would turn the outcome"),
        ),
    ] = UNSET
    documents: Annotated[tuple[DocumentNeeded, ...] | UnsetType, Fact("المستندات", "documents")] = UNSET


_ENCODER = msgspec.json.Encoder(order="deterministic")
_BUILDING = Lock()


def encode_assessment(assessment: Assessment, *, indent: int = 0) -> bytes:
    """The assessment as JSON; equal assessments give equal bytes, so that a replay can be compared by them."""
    compact = _ENCODER.encode(assessment)
    return msgspec.json.format(compact, indent=indent) if indent else compact


def decode_assessment(data: bytes) -> Assessment:
    """The assessment that `encode_assessment` wrote, as kept with a decision; for our own bytes only."""
    # msgspec 0.22 crashes the process where two threads first meet a large type at once.
    with _BUILDING:
        decoder = _decoder()
    return decoder.decode(data)


@cache
def _decoder() -> msgspec.json.Decoder[Assessment]:
    return msgspec.json.Decoder(Assessment)
