"""The things a member has several of: incomes, assets, stays, circumstances, breaches and the like."""

import datetime as dt
from typing import Annotated, TypeAlias

from msgspec import UNSET, Meta, UnsetType

from desktop.facts.codes import (
    AssetKind,
    AssetTenure,
    CircumstanceKind,
    Duty,
    IncomeKind,
    JudgmentKind,
    Period,
    StayPurpose,
)
from desktop.facts.describe import Absent, Count, Fact, Facts, MoneyText, NumberText, Percent, Unit

UNKNOWN, STILL_OPEN = Absent.UNKNOWN, Absent.STILL_OPEN

Term: TypeAlias = Annotated[str, Meta(pattern=r"^\d{4}-[12]$")]
MoneyBounds: TypeAlias = Annotated[tuple[MoneyText, ...], Meta(min_length=2, max_length=2)]


class Evidence(Facts, frozen=True, kw_only=True):
    """A paper that proves a circumstance, and how long it holds."""

    kind: Annotated[str, Fact("نوع مستند الإثبات", "kind of evidence")]
    number: Annotated[NumberText | UnsetType, Fact("رقم مستند الإثبات", "number of the evidence")] = UNSET
    issued_on: Annotated[dt.date | UnsetType, Fact("تاريخ صدور المستند", "date of issue of the evidence")] = UNSET
    valid_until: Annotated[
        dt.date | UnsetType, Fact("تاريخ انتهاء صلاحية المستند", "evidence valid until", STILL_OPEN)
    ] = UNSET
    renewals: Annotated[
        Count | UnsetType, Fact("عدد مرات تجديد المستند", "renewals of the evidence", unit=Unit.COUNT)
    ] = UNSET


class Stay(Facts, frozen=True, kw_only=True):
    """A stay away from the dwelling: abroad, or in a shelter or treatment centre."""

    from_: Annotated[dt.date, Fact("بداية الإقامة", "start of the stay")]
    to: Annotated[dt.date | UnsetType, Fact("نهاية الإقامة", "end of the stay", STILL_OPEN)] = UNSET
    purpose: Annotated[StayPurpose | UnsetType, Fact("غرض الإقامة", "purpose of the stay")] = UNSET


class Attendance(Facts, frozen=True, kw_only=True):
    """Attendance at school in one term."""

    term: Annotated[Term, Fact("الفصل الدراسي", "school term")]
    percent: Annotated[Percent, Fact("نسبة الحضور", "attendance", unit=Unit.PERCENT)]
    excused: Annotated[bool | UnsetType, Fact("وجود عذر مقبول للغياب", "absence excused")] = UNSET


class OfferRefused(Facts, frozen=True, kw_only=True):
    """A job offer that was refused."""

    on: Annotated[dt.date, Fact("تاريخ رفض العرض", "date of the refusal")]
    suitable: Annotated[bool | UnsetType, Fact("مناسبة العرض", "offer was suitable")] = UNSET
    excused: Annotated[bool | UnsetType, Fact("وجود عذر مقبول للرفض", "refusal excused")] = UNSET


class Circumstance(Facts, frozen=True, kw_only=True):
    """A circumstance that the law names, such as desertion."""

    kind: Annotated[CircumstanceKind, Fact("نوع الحالة", "kind of circumstance")]
    since: Annotated[dt.date | UnsetType, Fact("تاريخ بداية الحالة", "circumstance since", UNKNOWN)] = UNSET
    until: Annotated[dt.date | UnsetType, Fact("تاريخ انتهاء الحالة", "circumstance until", STILL_OPEN)] = UNSET
    evidence: Annotated[Evidence | UnsetType, Fact("مستند إثبات الحالة", "evidence of the circumstance")] = UNSET


class Income(Facts, frozen=True, kw_only=True):
    """Money or support that a member receives."""

    kind: Annotated[IncomeKind, Fact("نوع الدخل", "kind of income")]
    amount: Annotated[MoneyText | UnsetType, Fact("مبلغ الدخل", "amount of the income", UNKNOWN, unit=Unit.MONEY)] = (
        UNSET
    )
    amount_between: Annotated[
        MoneyBounds | UnsetType,
        Fact(
            "حدّا مبلغ الدخل",
            "bounds of the income",
            description="when only bounds are known",
            unit=Unit.MONEY,
        ),
    ] = UNSET
    period: Annotated[Period, Fact("دورية الدخل", "period of the income")]
    times: Annotated[
        Annotated[float, Meta(ge=0)] | UnsetType,
        Fact(
            "عدد المرات في الشهر",
            "times a month",
            description="how often in a month, for day and week",
            unit=Unit.COUNT,
        ),
    ] = UNSET
    since: Annotated[dt.date | UnsetType, Fact("تاريخ بداية الدخل", "income since", UNKNOWN)] = UNSET
    until: Annotated[dt.date | UnsetType, Fact("تاريخ انقطاع الدخل", "income until", STILL_OPEN)] = UNSET
    registered: Annotated[bool | UnsetType, Fact("تسجيل مصدر الدخل رسميًّا", "officially registered", UNKNOWN)] = UNSET
    stable: Annotated[bool | UnsetType, Fact("ثبات الدخل", "stable income", UNKNOWN)] = UNSET
    payer: Annotated[str | UnsetType, Fact("الجهة الدافعة", "payer")] = UNSET
    evidence: Annotated[Evidence | UnsetType, Fact("مستند إثبات الدخل", "evidence of the income")] = UNSET


class Asset(Facts, frozen=True, kw_only=True):
    """Something of worth that a member owns or holds."""

    kind: Annotated[AssetKind, Fact("نوع الأصل", "kind of asset")]
    value: Annotated[MoneyText | UnsetType, Fact("قيمة الأصل", "value of the asset", UNKNOWN, unit=Unit.MONEY)] = UNSET
    liquidable: Annotated[bool | UnsetType, Fact("قابلية الأصل للتسييل", "liquidable", UNKNOWN)] = UNSET
    tenure: Annotated[AssetTenure | UnsetType, Fact("صفة حيازة الأصل", "title of the asset")] = UNSET
    area_feddan: Annotated[
        Annotated[float, Meta(ge=0)] | UnsetType,
        Fact("المساحة بالفدان", "area in feddans", UNKNOWN, unit=Unit.FEDDAN),
    ] = UNSET
    heads: Annotated[Count | UnsetType, Fact("عدد رؤوس الماشية", "head of livestock", UNKNOWN, unit=Unit.COUNT)] = UNSET
    for_trade: Annotated[bool | UnsetType, Fact("حيازة الأصل للتجارة", "held for trade", UNKNOWN)] = UNSET
    since: Annotated[dt.date | UnsetType, Fact("تاريخ التملك", "held since", UNKNOWN)] = UNSET
    until: Annotated[dt.date | UnsetType, Fact("تاريخ انتهاء التملك", "held until", STILL_OPEN)] = UNSET


class Breach(Facts, frozen=True, kw_only=True):
    """A notified failure of a duty."""

    duty: Annotated[Duty, Fact("الالتزام محل المخالفة", "duty breached")]
    notified_on: Annotated[dt.date, Fact("تاريخ الإخطار بالمخالفة", "breach notified on")]
    cured_on: Annotated[dt.date | UnsetType, Fact("تاريخ تصحيح المخالفة", "breach cured on", STILL_OPEN)] = UNSET
    excused: Annotated[bool | UnsetType, Fact("وجود عذر مقبول للمخالفة", "breach excused")] = UNSET


class Judgment(Facts, frozen=True, kw_only=True):
    """A final judgment that bears on the right."""

    kind: Annotated[JudgmentKind, Fact("نوع الحكم", "kind of judgment")]
    final_on: Annotated[dt.date, Fact("تاريخ اكتساب الحكم القطعية", "judgment final on")]
