"""One member of the household: who they are, and their schooling, work and health."""

import datetime as dt
from typing import Annotated

from msgspec import UNSET, UnsetType

from desktop.facts.codes import (
    ChronicIllness,
    DatePrecision,
    DisabilityDegree,
    DisabilityKind,
    IdKind,
    IncapacityExtent,
    MaritalStatus,
    Role,
    SchoolStage,
    Sector,
    Sex,
    WorkAbility,
    WorkExemption,
    WorkStatus,
)
from desktop.facts.describe import (
    Absent,
    Count,
    Fact,
    Facts,
    HijriText,
    MoneyText,
    NationalityText,
    NumberText,
    Percent,
    PlainRef,
    RefText,
    Unit,
)
from desktop.facts.list_facts import (
    Asset,
    Attendance,
    Breach,
    Circumstance,
    Evidence,
    Income,
    Judgment,
    OfferRefused,
    Stay,
)

UNKNOWN, STILL_OPEN, NONE_ON_RECORD = Absent.UNKNOWN, Absent.STILL_OPEN, Absent.NONE_ON_RECORD


class PersonNameFacts(Facts, frozen=True, kw_only=True):
    """A name in the parts that an identity paper shows."""

    given: Annotated[str, Fact("الاسم الأول", "given name")]
    father: Annotated[str | UnsetType, Fact("اسم الأب", "father's name")] = UNSET
    grandfather: Annotated[str | UnsetType, Fact("اسم الجد", "grandfather's name")] = UNSET
    family: Annotated[str | UnsetType, Fact("اسم العائلة", "family name")] = UNSET


class Custody(Facts, frozen=True, kw_only=True):
    """Who has custody of a child after separation."""

    holder: Annotated[RefText | UnsetType, Fact("الحاضن", "holder of custody", correctable=False)] = UNSET
    deed: Annotated[bool | UnsetType, Fact("وجود صك حضانة", "custody deed exists")] = UNSET
    nearer_school: Annotated[
        bool | UnsetType, Fact("قرب المسكن من مدرسة المحضون", "home nearer the child's school")
    ] = UNSET


class Education(Facts, frozen=True, kw_only=True):
    """Schooling."""

    enrolled: Annotated[bool | UnsetType, Fact("الالتحاق بالتعليم", "enrolled", UNKNOWN)] = UNSET
    stage: Annotated[SchoolStage | UnsetType, Fact("المرحلة الدراسية", "stage of education", UNKNOWN)] = UNSET
    full_time: Annotated[bool | UnsetType, Fact("التفرغ للدراسة", "full-time student", UNKNOWN)] = UNSET
    away: Annotated[
        bool | UnsetType,
        Fact(
            "الإقامة خارج المسكن للدراسة",
            "lives away to study",
            UNKNOWN,
            description="lives elsewhere to study",
        ),
    ] = UNSET
    attendance: Annotated[
        tuple[Attendance, ...] | UnsetType, Fact("سجل الحضور الدراسي", "attendance record", UNKNOWN)
    ] = UNSET
    passed_last_year: Annotated[
        bool | UnsetType, Fact("النجاح في العام الدراسي الماضي", "passed last year", UNKNOWN)
    ] = UNSET
    fees_per_year: Annotated[
        MoneyText | UnsetType,
        Fact("الرسوم الدراسية السنوية", "school fees a year", UNKNOWN, unit=Unit.MONEY_PER_YEAR),
    ] = UNSET


class Work(Facts, frozen=True, kw_only=True):
    """Work and the seeking of it."""

    status: Annotated[WorkStatus | UnsetType, Fact("الحالة العملية", "work status", UNKNOWN)] = UNSET
    ability: Annotated[WorkAbility | UnsetType, Fact("القدرة على العمل", "ability to work", UNKNOWN)] = UNSET
    sector: Annotated[Sector | UnsetType, Fact("قطاع العمل", "sector of work", UNKNOWN)] = UNSET
    insured: Annotated[bool | UnsetType, Fact("الاشتراك في التأمينات الاجتماعية", "socially insured", UNKNOWN)] = UNSET
    insured_wage: Annotated[
        MoneyText | UnsetType,
        Fact("الأجر الشهري المؤمَّن عليه", "insured wage", UNKNOWN, unit=Unit.MONEY_PER_MONTH),
    ] = UNSET
    abroad_since: Annotated[
        dt.date | UnsetType, Fact("تاريخ السفر للعمل في الخارج", "working abroad since", NONE_ON_RECORD)
    ] = UNSET
    job_seeker_registered: Annotated[
        bool | UnsetType, Fact("التسجيل ضمن الباحثين عن عمل", "registered as a job seeker", UNKNOWN)
    ] = UNSET
    exempt_reason: Annotated[
        WorkExemption | UnsetType,
        Fact("سبب الإعفاء من البحث عن عمل", "reason of exemption from seeking work", NONE_ON_RECORD),
    ] = UNSET
    offers_refused: Annotated[
        tuple[OfferRefused, ...] | UnsetType,
        Fact("عروض العمل المرفوضة", "job offers refused", NONE_ON_RECORD),
    ] = UNSET


class Disability(Facts, frozen=True, kw_only=True):
    """Disability as assessed."""

    degree: Annotated[DisabilityDegree | UnsetType, Fact("درجة الإعاقة", "degree of disability", UNKNOWN)] = UNSET
    percent: Annotated[
        Percent | UnsetType, Fact("نسبة الإعاقة", "percentage of disability", UNKNOWN, unit=Unit.PERCENT)
    ] = UNSET
    kind: Annotated[DisabilityKind | UnsetType, Fact("نوع الإعاقة", "kind of disability", UNKNOWN)] = UNSET
    onset_age: Annotated[
        Count | UnsetType, Fact("العمر عند حدوث الإعاقة", "age at onset", UNKNOWN, unit=Unit.YEARS)
    ] = UNSET
    assessed_on: Annotated[dt.date | UnsetType, Fact("تاريخ تقييم الإعاقة", "disability assessed on", UNKNOWN)] = UNSET
    valid_until: Annotated[
        dt.date | UnsetType,
        Fact("تاريخ انتهاء صلاحية تقييم الإعاقة", "disability assessment valid until", STILL_OPEN),
    ] = UNSET


class Incapacity(Facts, frozen=True, kw_only=True):
    """Incapacity for work as found by a medical board."""

    extent: Annotated[IncapacityExtent | UnsetType, Fact("مدى العجز عن العمل", "extent of incapacity", UNKNOWN)] = UNSET
    permanent: Annotated[bool | UnsetType, Fact("دوام العجز", "permanent incapacity", UNKNOWN)] = UNSET
    issued_on: Annotated[dt.date | UnsetType, Fact("تاريخ التقرير الطبي", "medical report issued on", UNKNOWN)] = UNSET
    valid_until: Annotated[
        dt.date | UnsetType,
        Fact("تاريخ انتهاء صلاحية التقرير الطبي", "medical report valid until", STILL_OPEN),
    ] = UNSET


class Health(Facts, frozen=True, kw_only=True):
    """Health and the follow-up of it."""

    chronic: Annotated[ChronicIllness | UnsetType, Fact("المرض المزمن", "chronic illness", UNKNOWN)] = UNSET
    pregnant: Annotated[bool | UnsetType, Fact("الحمل", "pregnant", UNKNOWN)] = UNSET
    nursing: Annotated[bool | UnsetType, Fact("الإرضاع", "nursing", UNKNOWN)] = UNSET
    vaccinations_current: Annotated[bool | UnsetType, Fact("استكمال التطعيمات", "vaccinations current", UNKNOWN)] = (
        UNSET
    )
    annual_check_on: Annotated[
        dt.date | UnsetType, Fact("تاريخ آخر فحص طبي سنوي", "last yearly medical check", UNKNOWN)
    ] = UNSET
    growth_follow_up: Annotated[
        bool | UnsetType, Fact("انتظام متابعة نمو الطفل", "child's growth followed", UNKNOWN)
    ] = UNSET


class Member(Facts, frozen=True, kw_only=True):
    """One person who lives in the dwelling or counts as living there."""

    ref: Annotated[PlainRef, Fact("رمز الفرد في الملف", "member's reference", correctable=False)]
    role: Annotated[Role, Fact("الصفة في الأسرة", "role in the household", correctable=False)]
    father: Annotated[RefText | UnsetType, Fact("الأب", "father", UNKNOWN, correctable=False)] = UNSET
    mother: Annotated[RefText | UnsetType, Fact("الأم", "mother", UNKNOWN, correctable=False)] = UNSET
    spouses: Annotated[
        tuple[RefText, ...] | UnsetType,
        Fact("الزوج أو الزوجات", "husband or wives", UNKNOWN, correctable=False),
    ] = UNSET
    name: Annotated[PersonNameFacts | UnsetType, Fact("الاسم", "name")] = UNSET
    national_id: Annotated[
        NumberText | UnsetType,
        Fact("رقم الهوية", "identity number", UNKNOWN, description="Western or Arabic-Indic digits"),
    ] = UNSET
    id_kind: Annotated[IdKind | UnsetType, Fact("نوع وثيقة الهوية", "kind of identity paper", UNKNOWN)] = UNSET
    id_valid_until: Annotated[
        dt.date | UnsetType, Fact("تاريخ انتهاء وثيقة الهوية", "identity paper valid until", UNKNOWN)
    ] = UNSET
    nationality: Annotated[NationalityText | UnsetType, Fact("الجنسية", "nationality", UNKNOWN)] = UNSET
    sex: Annotated[Sex | UnsetType, Fact("الجنس", "sex", UNKNOWN, correctable=False)] = UNSET
    birth_date: Annotated[dt.date | UnsetType, Fact("تاريخ الميلاد", "date of birth", UNKNOWN, correctable=False)] = (
        UNSET
    )
    birth_date_hijri: Annotated[
        HijriText | UnsetType,
        Fact(
            "تاريخ الميلاد الهجري",
            "Hijri date of birth",
            UNKNOWN,
            correctable=False,
            description="Umm al-Qura; instead of birth_date, or beside it, then they must agree",
        ),
    ] = UNSET
    birth_date_precision: Annotated[
        DatePrecision, Fact("دقة تاريخ الميلاد", "precision of the date of birth", correctable=False)
    ] = DatePrecision.DAY
    death_date: Annotated[
        dt.date | UnsetType, Fact("تاريخ الوفاة", "date of death", NONE_ON_RECORD, correctable=False)
    ] = UNSET
    marital_status: Annotated[
        MaritalStatus | UnsetType, Fact("الحالة الاجتماعية", "marital status", UNKNOWN, correctable=False)
    ] = UNSET
    marital_status_since: Annotated[
        dt.date | UnsetType,
        Fact("تاريخ الحالة الاجتماعية", "marital status since", UNKNOWN, correctable=False),
    ] = UNSET
    marital_status_evidence: Annotated[
        Evidence | UnsetType, Fact("مستند إثبات الحالة الاجتماعية", "evidence of the marital status")
    ] = UNSET
    former_spouse_of_citizen: Annotated[
        bool | UnsetType,
        Fact(
            "أرملة مواطن أو مطلقته",
            "former spouse of a citizen",
            UNKNOWN,
            correctable=False,
            description="exemption 6.1 of the Saudi regulation",
        ),
    ] = UNSET
    has_living_children: Annotated[
        bool | UnsetType, Fact("وجود أبناء على قيد الحياة", "has living children", UNKNOWN, correctable=False)
    ] = UNSET
    dependency_confirmed: Annotated[
        bool | UnsetType,
        Fact(
            "تأكيد التبعية",
            "dependency confirmed",
            UNKNOWN,
            description="an adult dependant's own confirmation",
        ),
    ] = UNSET
    successor: Annotated[
        bool | UnsetType,
        Fact(
            "التابع البالغ الذي يخلف العائل",
            "adult dependant named to succeed",
            NONE_ON_RECORD,
            description="the adult dependant named to succeed the head",
        ),
    ] = UNSET
    services_suspended: Annotated[
        bool | UnsetType, Fact("إيقاف الخدمات الحكومية", "government services suspended", NONE_ON_RECORD)
    ] = UNSET
    custody: Annotated[Custody | UnsetType, Fact("الحضانة", "custody")] = UNSET
    lives_in_dwelling: Annotated[bool | UnsetType, Fact("الإقامة في مسكن الأسرة", "lives in the dwelling", UNKNOWN)] = (
        UNSET
    )
    absences: Annotated[
        tuple[Stay, ...] | UnsetType,
        Fact("فترات الغياب خارج البلاد", "stays abroad", UNKNOWN, description="stays abroad"),
    ] = UNSET
    shelter_stays: Annotated[
        tuple[Stay, ...] | UnsetType,
        Fact(
            "فترات الإقامة في دور الإيواء ومراكز العلاج",
            "stays in shelters and treatment centres",
            UNKNOWN,
            description="stays in shelters and treatment centres",
        ),
    ] = UNSET
    education: Annotated[Education | UnsetType, Fact("التعليم", "education", UNKNOWN)] = UNSET
    work: Annotated[Work | UnsetType, Fact("العمل", "work", UNKNOWN)] = UNSET
    disability: Annotated[Disability | UnsetType, Fact("الإعاقة", "disability", UNKNOWN)] = UNSET
    incapacity: Annotated[
        Incapacity | UnsetType,
        Fact(
            "العجز عن العمل",
            "incapacity for work",
            UNKNOWN,
            description="incapacity for work by a medical board",
        ),
    ] = UNSET
    health: Annotated[Health | UnsetType, Fact("الحالة الصحية", "health", UNKNOWN)] = UNSET
    circumstances: Annotated[tuple[Circumstance, ...] | UnsetType, Fact("الحالات الخاصة", "circumstances", UNKNOWN)] = (
        UNSET
    )
    incomes: Annotated[tuple[Income, ...] | UnsetType, Fact("مصادر الدخل", "incomes", UNKNOWN)] = UNSET
    incomes_complete: Annotated[
        bool,
        Fact(
            "مصادر الدخل المذكورة هي كل الدخل",
            "the incomes listed are all",
            description="false: there is more than the list says",
        ),
    ] = True
    assets: Annotated[tuple[Asset, ...] | UnsetType, Fact("الأصول والممتلكات", "assets", UNKNOWN)] = UNSET
    breaches: Annotated[tuple[Breach, ...] | UnsetType, Fact("المخالفات", "breaches", NONE_ON_RECORD)] = UNSET
    judgments: Annotated[
        tuple[Judgment, ...] | UnsetType, Fact("الأحكام القضائية النهائية", "final judgments", NONE_ON_RECORD)
    ] = UNSET
