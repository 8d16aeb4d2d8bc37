"""Papers about invented people, from the plain to the extreme; the tests, the bench and the gallery set them."""

from __future__ import annotations

from datetime import date

import msgspec

from desktop.facts.codes import AmountPeriod, AmountStatus, CriterionOutcome, Outcome, Sex
from desktop.issuing.contents import (
    AmountRow,
    AssessmentSheet,
    BenefitStatement,
    ClockRow,
    ConditionRow,
    Content,
    CriterionRow,
    DecisionReference,
    EnrolmentSlip,
    Issue,
    Letterhead,
    ListedPerson,
    MoneyLine,
    PackReference,
    Reprint,
    StatedAmount,
    Subject,
)
from desktop.values.language import Wording
from desktop.values.money import Currency, Money

LETTERHEAD = Letterhead(
    lines=(
        Wording("المملكة العربية السعودية", "Kingdom of Saudi Arabia"),
        Wording("وزارة الموارد البشرية والتنمية الاجتماعية", "Ministry of Human Resources and Social Development"),
        Wording("مكتب الضمان الاجتماعي بالقطيف", "Social Security Office, Qatif"),
    ),
    office=Wording("مكتب الضمان الاجتماعي بالقطيف", "Social Security Office in Qatif"),
)
LONG_LETTERHEAD = Letterhead(
    lines=(
        Wording("المملكة العربية السعودية", "Kingdom of Saudi Arabia"),
        Wording("وزارة الموارد البشرية والتنمية الاجتماعية", "Ministry of Human Resources and Social Development"),
        Wording(
            "فرع الوزارة بالمنطقة الشرقية — إدارة الضمان الاجتماعي والتمكين",
            "Eastern Province branch — Department of social security and empowerment",
        ),
        Wording(
            "مكتب الضمان الاجتماعي الشامل بمحافظة رأس تنورة والقرى التابعة لها (القسم النسوي)",
            "Comprehensive Social Security Office of Ras Tanura and its villages (women's section)",
        ),
    ),
    office=Wording(
        "مكتب الضمان الاجتماعي الشامل بمحافظة رأس تنورة والقرى التابعة لها (القسم النسوي)",
        "Comprehensive Social Security Office of Ras Tanura and its villages (women's section)",
    ),
)
# As long as the signed payload that `issuing` writes.
QR_TEXT = "YUSR1:" + "K5QW4ZDFOIXGIYLUMEXHG2LHNZSWILTCPFZGS3TH" * 6

FATIMAH = Subject(
    name=Wording("فاطمة عبد الله حسن الأحمد", "Fatimah Abdullah Hassan Al-Ahmad"),
    sex=Sex.FEMALE,
    national_id="1000345672",
)
LONG_MAN = Subject(
    name=Wording(
        "عبد الرحمن عبد العزيز محمد صلاح الدين أبو عبد الله آل المبارك الخالدي",
        "Abdulrahman Abdulaziz Mohammed Salahuddin Abu Abdullah Al-Mubarak Al-Khalidi",
    ),
    sex=Sex.MALE,
    national_id="1000998761",
)


def sar(riyals: int, halalas: int = 0) -> Money:
    return Money(riyals * 100 + halalas, Currency.SAR)


def month(riyals: int) -> StatedAmount:
    return StatedAmount(status=AmountStatus.KNOWN, period=AmountPeriod.MONTH, value=sar(riyals))


ISSUE = Issue(letterhead=LETTERHEAD, serial="QTF-1446-000127-3", issued_on=date(2024, 11, 21), qr_text=QR_TEXT)

PERSONS = (
    ListedPerson(
        name=FATIMAH.name, national_id="1000345672", relation=Wording("العائلة", "Head"), born=date(1984, 12, 5)
    ),
    ListedPerson(
        name=Wording("علي جاسم علي الأحمد", "Ali Jassim Ali Al-Ahmad"),
        national_id="1000345680",
        relation=Wording("ابن", "Son"),
        born=date(2012, 9, 1),
    ),
    ListedPerson(
        name=Wording("زينب جاسم علي الأحمد", "Zainab Jassim Ali Al-Ahmad"),
        national_id="1000987543",
        relation=Wording("ابنة", "Daughter"),
        born=date(2001, 2, 19),
    ),
)

STATEMENT = BenefitStatement(
    issue=ISSUE,
    head=FATIMAH,
    programme=Wording("الضمان الاجتماعي المطوّر", "the developed social security"),
    covered_since=date(2023, 12, 14),
    persons=PERSONS,
    pension=sar(1400),
    supplements=(
        MoneyLine(Wording("دعم الغذاء", "Food support"), sar(252)),
        MoneyLine(Wording("دعم الكهرباء", "Electricity support"), sar(89)),
    ),
    decision=DecisionReference("QTF-D-1445-00412", date(2023, 12, 20)),
    valid_until=date(2025, 2, 18),
)
ALONE = msgspec.structs.replace(
    STATEMENT,
    head=LONG_MAN,
    persons=(
        ListedPerson(
            name=LONG_MAN.name,
            national_id="1000998761",
            relation=Wording("مستقل", "Independent"),
            born=date(1919, 3, 1),
            born_stated=Wording("سنة ١٣٣٧ هـ", "1337 AH"),
        ),
    ),
    supplements=(),
    pension=sar(1320),
)


def large_family(count: int = 15) -> tuple[ListedPerson, ...]:
    sons = ("محمد", "حسن", "إبراهيم", "عبد الرحمن", "يوسف", "سلمان", "عبد الله")
    daughters = ("مريم", "آلاء", "زهراء", "لمياء", "سكينة", "رباب", "نورة")
    rows = [PERSONS[0]]
    for number in range(1, count):
        boy = number % 2
        name = (sons if boy else daughters)[number // 2 % 7]
        rows.append(
            ListedPerson(
                name=Wording(f"{name} جاسم علي عبد المحسن الأحمد", f"Child {number} Jassim Ali Abdulmohsen Al-Ahmad"),
                national_id=f"1000{345680 + number * 7}",
                relation=Wording("ابن", "Son") if boy else Wording("ابنة", "Daughter"),
                born=date(2000 + number, 1 + number % 12, 3 + number % 25),
            )
        )
    return tuple(rows)


EXTREME = msgspec.structs.replace(
    STATEMENT,
    issue=msgspec.structs.replace(
        ISSUE,
        letterhead=LONG_LETTERHEAD,
        demonstration=True,
        reprint=Reprint(12, Wording("بدل تالف بعد تعرضه للماء", "Replaces a copy damaged by water")),
    ),
    head=LONG_MAN,
    persons=large_family(),
    pension=sar(999_999_999, 99),
)
EGYPTIAN = msgspec.structs.replace(
    STATEMENT,
    issue=msgspec.structs.replace(
        ISSUE,
        serial="FYM-2024-000031-8",
        letterhead=Letterhead(
            lines=(
                Wording("جمهورية مصر العربية", "Arab Republic of Egypt"),
                Wording("وزارة التضامن الاجتماعي", "Ministry of Social Solidarity"),
                Wording("الوحدة الاجتماعية بسنورس", "Social Unit, Sinnuris"),
            ),
            office=Wording("الوحدة الاجتماعية بسنورس", "Social Unit in Sinnuris"),
        ),
    ),
    programme=Wording("برنامج كرامة", "the Karama programme"),
    pension=Money(62250, Currency.EGP),
    supplements=(),
)

_SENTENCES = (
    (
        "الدخل المحتسب ١٬٥٠٠٫٠٠ ريال أقل من الحد الأدنى المحتسب ١٬٩٨٠٫٠٠ ريال.",
        "Counted income SAR 1,500.00 is below the calculated minimum SAR 1,980.00.",
    ),
    (
        "تملك الأسرة مركبتين، والحد ثلاث مركبات (لائحة معايير الثروة).",
        "The family owns two vehicles; the limit is three (wealth standards).",
    ),
    (
        "أقامت خارج المملكة ٤٥ يومًا من 2023-11-01 إلى 2023-12-15، والحد ٩٠ يومًا.",
        "She was abroad 45 days from 2023-11-01 to 2023-12-15; the limit is 90 days.",
    ),
    ("لا يُعرف هل وُثّق عقد الإيجار «إيجار» رقم EJ-20418/7.", "It is unknown whether lease EJ-20418/7 is authenticated."),
)
_OUTCOMES = (
    CriterionOutcome.MET,
    CriterionOutcome.MET,
    CriterionOutcome.NOT_APPLICABLE,
    CriterionOutcome.UNKNOWN,
    CriterionOutcome.UNMET,
)


def criteria(count: int) -> tuple[CriterionRow, ...]:
    return tuple(
        CriterionRow(
            outcome=_OUTCOMES[number % 5],
            sentence=Wording(*_SENTENCES[number % 4]),
            article=Wording(
                f"اللائحة التنفيذية، المادة {8 + number % 5}/{number % 3 + 1}",
                f"Executive regulation, Art. {8 + number % 5}.{number % 3 + 1}",
            ),
            of=FATIMAH.name if number % 6 == 2 else None,
        )
        for number in range(count)
    )


ASSESSMENT = AssessmentSheet(
    issue=msgspec.structs.replace(ISSUE, serial="QTF-1446-000128-1"),
    subject=FATIMAH,
    file_number="QTF-48215",
    programme=Wording("الضمان الاجتماعي المطوّر", "Developed social security"),
    assessed_on=date(2024, 11, 21),
    outcome=Outcome.ELIGIBLE,
    answer=Wording("مؤهلة", "Eligible"),
    amount=month(480),
    total=month(737),
    components=(
        AmountRow(label=Wording("المعاش", "Pension"), amount=month(480)),
        AmountRow(label=Wording("دعم الغذاء", "Food support"), amount=month(168)),
        AmountRow(label=Wording("دعم الكهرباء", "Electricity support"), amount=month(89)),
    ),
    criteria=criteria(4),
    missing=(Wording("عقد الإيجار الموثق (إيجار)", "Authenticated lease (Ejar)"),),
    presumed=(Wording("لا عمالة منزلية مسجلة", "No domestic workers on record"),),
    readings=(
        Wording(
            "تاريخ المرسوم م/٣٢: ٤/٤/١٤٤٢ هـ، وورد أيضًا ٢/٤/١٤٤٢ هـ",
            "Decree M/32 dated 4/4/1442 AH; 2/4/1442 AH is also found",
        ),
    ),
    documents=(
        Wording("صورة الهوية الوطنية", "Copy of the national ID"),
        Wording("تعريف بالراتب حديث", "Recent salary statement"),
    ),
    clocks=(
        ClockRow(
            date(2025, 9, 1),
            Wording("يبلغ علي الثالثة عشرة ولا يتغير المبلغ.", "Ali turns thirteen; the amount stays."),
        ),
    ),
    pack=PackReference(pack="sa.developed", version="2023-11", hash="sha256:" + "1a2b3c4d5e6f" * 5 + "7890"),
)
BARE_ASSESSMENT = msgspec.structs.replace(
    ASSESSMENT,
    outcome=Outcome.UNDETERMINED,
    answer=Wording("تعذّر البت لنقص البيانات", "Undetermined"),
    amount=StatedAmount(status=AmountStatus.BOUNDED, period=AmountPeriod.MONTH, at_least=sar(0), at_most=sar(5000)),
    total=None,
    components=(),
    criteria=(),
    missing=(),
    presumed=(),
    readings=(),
    documents=(),
    clocks=(),
)
LONG_ASSESSMENT = msgspec.structs.replace(
    ASSESSMENT,
    issue=msgspec.structs.replace(ASSESSMENT.issue, demonstration=True),
    persons=large_family(),
    criteria=criteria(20),
)

ENROLMENT = EnrolmentSlip(
    issue=msgspec.structs.replace(ISSUE, serial="QTF-1446-000129-9"),
    person=msgspec.structs.replace(
        FATIMAH, name=Wording("زينب جاسم علي الأحمد", "Zainab Jassim Ali Al-Ahmad"), national_id="1000987543"
    ),
    course=Wording("أساسيات Microsoft Excel وإدخال البيانات", "Microsoft Excel and data entry basics"),
    track=Wording("مسار التدريب المنتهي بالتوظيف", "Training-to-employment track"),
    provider=Wording("معهد القطيف العالي للتدريب", "Qatif Higher Institute for Training"),
    place=Wording(
        "القطيف، حي المجيدية، مبنى المعهد، القاعة B-12", "Qatif, Al-Majidiyah, institute building, room B-12"
    ),
    schedule=Wording("من الأحد إلى الخميس، ٠٨:٣٠–١٢:٣٠", "Sunday to Thursday, 08:30–12:30"),
    starts_on=date(2024, 12, 1),
    ends_on=date(2025, 1, 30),
    seat=14,
    conditions=(
        ConditionRow(CriterionOutcome.MET, Wording("إتمام المرحلة الثانوية", "Secondary school completed")),
        ConditionRow(CriterionOutcome.UNKNOWN, Wording("شهادة خلو من موانع العمل", "Statement of fitness for work")),
    ),
    bring=(Wording("أصل الهوية الوطنية", "Original national ID"), Wording("هذه القسيمة", "This slip")),
    contact=Wording(
        "للاعتذار أو الاستفسار: 0500012345 قبل البداية بثلاثة أيام.",
        "To withdraw or ask: 0500012345, three days before the start.",
    ),
)
WAITING = msgspec.structs.replace(
    ENROLMENT,
    person=LONG_MAN,
    seat=None,
    waiting_position=3,
    track=None,
    schedule=None,
    conditions=(),
    bring=(),
    contact=None,
)


def unnamed_in_english(wording: Wording) -> Wording:
    """A name that nobody has written in Latin letters yet."""
    return Wording(wording.ar, wording.ar)


ARABIC_NAMES = msgspec.structs.replace(
    STATEMENT,
    head=msgspec.structs.replace(FATIMAH, name=unnamed_in_english(FATIMAH.name)),
    persons=tuple(msgspec.structs.replace(person, name=unnamed_in_english(person.name)) for person in PERSONS),
)

PLAIN: dict[str, Content] = {
    "arabic_names": ARABIC_NAMES,
    "statement": STATEMENT,
    "alone": ALONE,
    "extreme": EXTREME,
    "egyptian": EGYPTIAN,
    "assessment": ASSESSMENT,
    "bare_assessment": BARE_ASSESSMENT,
    "long_assessment": LONG_ASSESSMENT,
    "enrolment": ENROLMENT,
    "waiting": WAITING,
}
