"""A household file: one household as the office knows it, as an immutable value.

The structs mirror `resources/contracts/household.schema.json` property by property; the schema is made back from
them. A property that is not there is `msgspec.UNSET`; what that means stands in its `Fact`.
"""

import datetime as dt
from typing import Annotated, Final, Literal

from msgspec import UNSET, Meta, UnsetType

from desktop.facts.codes import (
    Country,
    DwellingProof,
    FamilyType,
    OutsideStatus,
    PayeeCapacity,
    RequestCause,
    RequestKind,
    Section,
    Sex,
    Tenure,
)
from desktop.facts.describe import (
    Absent,
    Count,
    Fact,
    Facts,
    IbanText,
    MoneyText,
    NationalityText,
    NumberText,
    PhoneText,
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
from desktop.facts.member_facts import (
    Custody,
    Disability,
    Education,
    Health,
    Incapacity,
    Member,
    PersonNameFacts,
    Work,
)

UNKNOWN, STILL_OPEN, NONE_ON_RECORD = Absent.UNKNOWN, Absent.STILL_OPEN, Absent.NONE_ON_RECORD


FORMAT: Final = "yusr-household/1"


class Address(Facts, frozen=True, kw_only=True):
    """Where the household lives."""

    region: Annotated[str | UnsetType, Fact("المنطقة", "region")] = UNSET
    governorate: Annotated[str | UnsetType, Fact("المحافظة", "governorate")] = UNSET
    city: Annotated[str | UnsetType, Fact("المدينة أو القرية", "city or village")] = UNSET
    district: Annotated[str | UnsetType, Fact("الحي", "district")] = UNSET
    street: Annotated[str | UnsetType, Fact("الشارع", "street")] = UNSET
    building: Annotated[NumberText | UnsetType, Fact("رقم المبنى", "building")] = UNSET
    national_address: Annotated[NumberText | UnsetType, Fact("العنوان الوطني المختصر", "national address")] = UNSET
    latitude: Annotated[float | UnsetType, Fact("خط العرض", "latitude", unit=Unit.DEGREES)] = UNSET
    longitude: Annotated[float | UnsetType, Fact("خط الطول", "longitude", unit=Unit.DEGREES)] = UNSET


class Payee(Facts, frozen=True, kw_only=True):
    """Who receives the money, and where."""

    ref: Annotated[RefText | UnsetType, Fact("المستلم", "payee", correctable=False)] = UNSET
    name: Annotated[str | UnsetType, Fact("اسم المستلم", "payee's name")] = UNSET
    iban: Annotated[IbanText | UnsetType, Fact("رقم الآيبان", "IBAN")] = UNSET
    capacity: Annotated[PayeeCapacity | UnsetType, Fact("صفة المستلم", "capacity of the payee")] = UNSET
    deed: Annotated[NumberText | UnsetType, Fact("رقم صك الولاية أو الوكالة", "deed of guardianship or proxy")] = UNSET


class Dwelling(Facts, frozen=True, kw_only=True):
    """The home that defines the household."""

    tenure: Annotated[Tenure | UnsetType, Fact("صفة شغل المسكن", "tenure of the dwelling", UNKNOWN)] = UNSET
    separate: Annotated[bool | UnsetType, Fact("استقلال المسكن", "separate dwelling", UNKNOWN)] = UNSET
    proof: Annotated[DwellingProof | UnsetType, Fact("مستند إثبات المسكن", "proof of the dwelling", UNKNOWN)] = UNSET
    proof_holder: Annotated[
        RefText | UnsetType,
        Fact("صاحب مستند إثبات المسكن", "holder of the proof of the dwelling", UNKNOWN, correctable=False),
    ] = UNSET
    in_area: Annotated[
        bool | UnsetType, Fact("وقوع المسكن في نطاق المكتب", "dwelling in the office's area", UNKNOWN)
    ] = UNSET
    all_residents_registered: Annotated[
        bool | UnsetType,
        Fact("تسجيل جميع المقيمين في المسكن", "all residents of the dwelling registered", UNKNOWN),
    ] = UNSET
    rooms: Annotated[Count | UnsetType, Fact("عدد الغرف", "rooms", UNKNOWN, unit=Unit.COUNT)] = UNSET
    monthly_rent: Annotated[
        MoneyText | UnsetType,
        Fact("الإيجار الشهري للمسكن", "monthly rent", UNKNOWN, unit=Unit.MONEY_PER_MONTH),
    ] = UNSET
    urban: Annotated[bool | UnsetType, Fact("وقوع المسكن في الحضر", "urban", UNKNOWN)] = UNSET


class Receipt(Facts, frozen=True, kw_only=True):
    """Support that the household received or receives."""

    programme: Annotated[str, Fact("البرنامج المستفاد منه", "programme received")]
    category: Annotated[str | UnsetType, Fact("فئة الاستفادة", "category of the receipt")] = UNSET
    since: Annotated[dt.date, Fact("تاريخ بداية الاستفادة", "receiving since")]
    until: Annotated[dt.date | UnsetType, Fact("تاريخ انتهاء الاستفادة", "receiving until", STILL_OPEN)] = UNSET
    amount: Annotated[MoneyText | UnsetType, Fact("المبلغ المستلم", "amount received", unit=Unit.MONEY)] = UNSET
    last_collected_on: Annotated[dt.date | UnsetType, Fact("تاريخ آخر صرف", "last collected on")] = UNSET


class AssistanceRequest(Facts, frozen=True, kw_only=True):
    """One-off assistance that the household asks for."""

    kind: Annotated[RequestKind, Fact("نوع المساعدة المطلوبة", "kind of assistance asked for")]
    cause: Annotated[RequestCause | UnsetType, Fact("سبب طلب المساعدة", "cause of the request")] = UNSET
    occurred_on: Annotated[dt.date | UnsetType, Fact("تاريخ وقوع السبب", "date of the cause")] = UNSET
    amount: Annotated[MoneyText | UnsetType, Fact("المبلغ المطلوب", "amount asked for", unit=Unit.MONEY)] = UNSET


class OutsidePerson(Facts, frozen=True, kw_only=True):
    """A person who matters to the rules but does not live in the dwelling."""

    ref: Annotated[PlainRef, Fact("رمز الشخص في الملف", "person's reference", correctable=False)]
    name: Annotated[PersonNameFacts | UnsetType, Fact("الاسم", "name")] = UNSET
    sex: Annotated[Sex | UnsetType, Fact("الجنس", "sex", correctable=False)] = UNSET
    nationality: Annotated[NationalityText | UnsetType, Fact("الجنسية", "nationality", UNKNOWN)] = UNSET
    status: Annotated[OutsideStatus | UnsetType, Fact("حال الشخص", "the person's situation", UNKNOWN)] = UNSET
    since: Annotated[dt.date | UnsetType, Fact("تاريخ بداية حال الشخص", "the person's situation since", UNKNOWN)] = (
        UNSET
    )
    until: Annotated[
        dt.date | UnsetType, Fact("تاريخ انتهاء حال الشخص", "the person's situation until", STILL_OPEN)
    ] = UNSET
    remarried: Annotated[bool | UnsetType, Fact("الزواج من جديد", "remarried", UNKNOWN, correctable=False)] = UNSET
    evidence: Annotated[Evidence | UnsetType, Fact("مستند إثبات حال الشخص", "evidence of the person's situation")] = (
        UNSET
    )


class Household(Facts, frozen=True, kw_only=True):
    """The facts of the household as a whole."""

    file_number: Annotated[NumberText | UnsetType, Fact("رقم الملف", "file number")] = UNSET
    country: Annotated[Country, Fact("الدولة", "country")]
    office: Annotated[str | UnsetType, Fact("المكتب", "office")] = UNSET
    section: Annotated[Section, Fact("القسم", "section")] = Section.GENERAL
    applied_on: Annotated[dt.date | UnsetType, Fact("تاريخ تقديم الطلب", "applied on", UNKNOWN)] = UNSET
    address: Annotated[Address | UnsetType, Fact("العنوان", "address")] = UNSET
    phone: Annotated[PhoneText | UnsetType, Fact("رقم الهاتف", "telephone")] = UNSET
    payee: Annotated[Payee | UnsetType, Fact("مستلم المعاش", "payee")] = UNSET
    claimant: Annotated[
        PlainRef | UnsetType,
        Fact(
            "مقدم الطلب إن لم يكن العائل",
            "claimant where not the head",
            NONE_ON_RECORD,
            correctable=False,
            description="who claims, where it is not the head",
        ),
    ] = UNSET
    provider: Annotated[
        RefText | UnsetType, Fact("المنفق على الأسرة", "provider", NONE_ON_RECORD, correctable=False)
    ] = UNSET
    family_type: Annotated[FamilyType | UnsetType, Fact("نوع الأسرة", "type of family", UNKNOWN)] = UNSET
    dwelling: Annotated[Dwelling | UnsetType, Fact("المسكن", "dwelling", UNKNOWN)] = UNSET
    independent: Annotated[
        bool | UnsetType,
        Fact(
            "الاستقلال في المعيشة والإنفاق",
            "independent person",
            UNKNOWN,
            description="an adult alone on own spending, not a family",
        ),
    ] = UNSET
    family_dwellings: Annotated[
        Annotated[int, Meta(ge=1)] | UnsetType,
        Fact(
            "عدد أسر العائل في مساكن منفصلة",
            "families of the head in separate dwellings",
            NONE_ON_RECORD,
            description=("families of the same head in separate dwellings; his income is split between them"),
            unit=Unit.COUNT,
        ),
    ] = UNSET
    vehicles: Annotated[
        Count | UnsetType,
        Fact(
            "عدد المركبات",
            "vehicles",
            UNKNOWN,
            description="all members together; when cars are listed as assets they must agree",
            unit=Unit.COUNT,
        ),
    ] = UNSET
    domestic_workers: Annotated[
        Count | UnsetType,
        Fact(
            "عدد العمالة المنزلية",
            "domestic workers",
            UNKNOWN,
            description="total, those for a disability included",
            unit=Unit.COUNT,
        ),
    ] = UNSET
    domestic_workers_for_disability: Annotated[
        Count | UnsetType,
        Fact(
            "عدد العمالة المنزلية لرعاية ذوي الإعاقة",
            "domestic workers for a person with disability",
            UNKNOWN,
            unit=Unit.COUNT,
        ),
    ] = UNSET
    skilled_hired_workers: Annotated[
        Count | UnsetType,
        Fact("عدد العمالة الماهرة", "skilled hired workers", UNKNOWN, unit=Unit.COUNT),
    ] = UNSET
    unskilled_hired_workers: Annotated[
        Count | UnsetType,
        Fact("عدد العمالة غير الماهرة", "unskilled hired workers", UNKNOWN, unit=Unit.COUNT),
    ] = UNSET
    commercial_register: Annotated[bool | UnsetType, Fact("وجود سجل تجاري", "commercial register", UNKNOWN)] = UNSET
    pmt_score: Annotated[
        float | UnsetType, Fact("درجة المعادلة الاختبارية", "proxy means test score", UNKNOWN, unit=Unit.SCORE)
    ] = UNSET
    poverty_area: Annotated[bool | UnsetType, Fact("السكن في منطقة فقيرة", "poverty area", UNKNOWN)] = UNSET
    gate_waiver: Annotated[
        bool | UnsetType, Fact("استثناء من الشروط العامة", "waiver of the general conditions", NONE_ON_RECORD)
    ] = UNSET
    update_asked_on: Annotated[
        dt.date | UnsetType, Fact("تاريخ طلب تحديث البيانات", "data update asked on", NONE_ON_RECORD)
    ] = UNSET
    updated_on: Annotated[dt.date | UnsetType, Fact("تاريخ تحديث البيانات", "data updated on", NONE_ON_RECORD)] = UNSET
    waived_on: Annotated[dt.date | UnsetType, Fact("تاريخ التنازل عن المعاش", "pension waived on", NONE_ON_RECORD)] = (
        UNSET
    )
    receipts: Annotated[
        tuple[Receipt, ...] | UnsetType,
        Fact(
            "سجل الاستفادة من البرامج",
            "receipts",
            NONE_ON_RECORD,
            description=(
                "what the household received or receives: 'pays two years', 'once only', "
                "'existing beneficiary' rest on it"
            ),
        ),
    ] = UNSET
    requests: Annotated[
        tuple[AssistanceRequest, ...] | UnsetType,
        Fact("طلبات المساعدة", "requests for assistance", NONE_ON_RECORD),
    ] = UNSET
    outside: Annotated[
        tuple[
            Annotated[
                OutsidePerson,
                Meta(
                    description="a person who matters to the rules but does not live in the dwelling: "
                    "a dead father, a husband who left, a provider in prison"
                ),
            ],
            ...,
        ]
        | UnsetType,
        Fact("أشخاص من خارج المسكن", "persons outside the dwelling", NONE_ON_RECORD, correctable=False),
    ] = UNSET


class HouseholdFile(Facts, frozen=True, kw_only=True):
    """One household file."""

    format: Annotated[Literal["yusr-household/1"], Fact("صيغة الملف", "format of the file")]
    household: Annotated[Household, Fact("الأسرة", "household")]
    members: Annotated[tuple[Member, ...], Meta(min_length=1), Fact("أفراد الأسرة", "members")]


__all__ = [
    "FORMAT",
    "Address",
    "Asset",
    "AssistanceRequest",
    "Attendance",
    "Breach",
    "Circumstance",
    "Custody",
    "Disability",
    "Dwelling",
    "Education",
    "Evidence",
    "Health",
    "Household",
    "HouseholdFile",
    "Incapacity",
    "Income",
    "Judgment",
    "Member",
    "OfferRefused",
    "OutsidePerson",
    "Payee",
    "PersonNameFacts",
    "Receipt",
    "Stay",
    "Work",
]
