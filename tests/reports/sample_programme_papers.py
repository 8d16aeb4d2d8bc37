"""Papers of every programme and of a new income, about invented people: whole amounts, and as open as they may be."""

from __future__ import annotations

from datetime import date

import msgspec
from sample_papers import ASSESSMENT, FATIMAH, ISSUE, LONG_LETTERHEAD, LONG_MAN, PERSONS, large_family, sar

from desktop.facts.codes import AmountPeriod, AmountStatus, Outcome
from desktop.issuing.contents import (
    BesideRow,
    BetterOffSheet,
    Content,
    JobChangeRow,
    JobMonthRow,
    MoneySpan,
    PackReference,
    PersonRightRow,
    ProgrammeRow,
    ProgrammesSheet,
    StatedAmount,
)
from desktop.values.language import Wording
from desktop.values.money import Currency, Money

DEVELOPED = Wording("معاش الضمان الاجتماعي المطوّر", "Developed social-security pension")
TAKAFUL = Wording("دعم تكافل النقدي المشروط", "Takaful conditional cash support")
KARAMA = Wording("دعم كرامة", "Karama support")


def pack(name: str, version: str) -> PackReference:
    return PackReference(pack=name, version=version, hash="sha256:" + "0f" * 32)


def monthly(minor: int, currency: Currency = Currency.SAR) -> StatedAmount:
    return StatedAmount(status=AmountStatus.KNOWN, period=AmountPeriod.MONTH, value=Money(minor, currency))


EVERY_PROGRAMME = ProgrammesSheet(
    issue=msgspec.structs.replace(ISSUE, serial="QTF-1448-000004-7"),
    subject=FATIMAH,
    file_number="QTF-48215",
    on=date(2026, 11, 21),
    persons=PERSONS,
    programmes=(
        ProgrammeRow(
            programme=DEVELOPED,
            pack=pack("sa.developed", "2023-11"),
            outcome=Outcome.ELIGIBLE,
            answer=Wording("مؤهلة", "eligible"),
            why=Wording("تتحقق المعايير جميعها.", "Every criterion is met."),
            article=Wording("اللائحة التنفيذية، المادة ١٣", "Executive regulation, article 13"),
            amount=monthly(196_000),
            total=monthly(254_600),
        ),
        ProgrammeRow(
            programme=Wording("نظام التخصيص بحسب الحاجة", "Order of need"),
            pack=pack("sa.need", "2023-11"),
            orders=True,
            outcome=Outcome.ELIGIBLE,
            answer=Wording("لها مكان في الترتيب", "A place in the order"),
            why=Wording("أسرة فاطمة مستحقة، فلها مكان في ترتيب الحاجة.", "The household of Fatimah has a right."),
        ),
        ProgrammeRow(
            programme=Wording("المساعدة المقطوعة", "Lump-sum assistance"),
            pack=pack("sa.lump_sum", "1432"),
            outcome=Outcome.INELIGIBLE,
            answer=Wording("غير مؤهلة", "ineligible"),
            why=Wording("سبق أن صُرفت للأسرة مساعدة مقطوعة.", "The household has received lump-sum assistance."),
            article=Wording("ما جرى عليه العمل في مكاتب الضمان", "Practice of the offices"),
        ),
        ProgrammeRow(
            programme=Wording("معاش الضمان الاجتماعي (النظام السابق)", "Social-security pension (the old law)"),
            answer=Wording("لا إصدار ساريًا", "Not in force"),
            why=Wording("لم يكن له في ذلك اليوم إصدار يسري.", "No version of its rules was the law on that day."),
        ),
    ),
    in_all=monthly(254_600),
)

_OPEN = StatedAmount(
    status=AmountStatus.BOUNDED,
    period=AmountPeriod.MONTH,
    at_least=Money(0, Currency.EGP),
    at_most=Money(265_200, Currency.EGP),
)
EVERY_PROGRAMME_OPEN = ProgrammesSheet(
    issue=msgspec.structs.replace(ISSUE, serial="FYM-1448-000031-8", letterhead=LONG_LETTERHEAD, demonstration=True),
    subject=LONG_MAN,
    file_number="FYM-48215",
    on=date(2025, 9, 1),
    persons=large_family(9),
    programmes=(
        ProgrammeRow(
            programme=TAKAFUL,
            pack=pack("eg.takaful", "2025"),
            outcome=Outcome.ELIGIBLE,
            answer=Wording("مؤهل", "eligible"),
            why=Wording(
                "تتحقق المعايير جميعها، والفئة: زوجان وأبناؤهما المعالون.",
                "Every criterion is met; category: couple with dependent children.",
            ),
            article=Wording("قانون الضمان الاجتماعي رقم 12 لسنة 2025، المادة 9", "Social Security Law 12, article 9"),
            amount=StatedAmount(status=AmountStatus.UNPUBLISHED, period=AmountPeriod.MONTH),
        ),
        ProgrammeRow(
            programme=KARAMA,
            pack=pack("eg.karama", "2025-04"),
            outcome=Outcome.UNDETERMINED,
            answer=Outcome.UNDETERMINED.label,
            why=Wording(
                f"دخل {LONG_MAN.name.ar} ١٨٠٠٫٠٠ جنيه، ولا يُعرف هل هو دون خط الفقر القومي قبل أن يكتمل بيانه.",
                f"The own income of {LONG_MAN.name.en} is EGP 1,800.00; whether it lies below the line is not known.",
            ),
            article=Wording("قانون الضمان الاجتماعي رقم 12 لسنة 2025، المادة 3", "Social Security Law 12, article 3"),
            amount=_OPEN,
            missing=tuple(
                Wording(f"المرض المزمن — {person.name.ar}", f"Chronic illness — {person.name.en}")
                for person in large_family(9)
            ),
            persons=tuple(
                PersonRightRow(
                    name=person.name, outcome=Outcome.UNDETERMINED, answer=Outcome.UNDETERMINED.label, amount=_OPEN
                )
                for person in large_family(4)
            ),
        ),
        ProgrammeRow(
            programme=Wording("المساعدات الاستثنائية", "Exceptional assistance"),
            pack=pack("eg.exceptional", "2025-04"),
            outcome=Outcome.UNDETERMINED,
            answer=Outcome.UNDETERMINED.label,
            why=Wording("لم يُعرف سبب طلب المساعدة.", "Why assistance is asked for is not known."),
            amount=StatedAmount(
                status=AmountStatus.UNPUBLISHED,
                period=AmountPeriod.ONCE,
                at_least=Money(100, Currency.EGP),
                at_most=Money(1_460_000, Currency.EGP),
            ),
            missing=(Wording("سبب الطلب", "Why it is asked for"),),
        ),
    ),
    in_all=StatedAmount(status=AmountStatus.BOUNDED, period=AmountPeriod.MONTH, at_least=Money(70_000, Currency.EGP)),
    apart=True,
    beside=(
        BesideRow(
            may=True,
            sentence=Wording("يجوز الجمع بين تكافل وكرامة.", "Takaful and Karama may be had together."),
            article=Wording("القانون رقم 12 لسنة 2025، المادة 12", "Law 12 of 2025, article 12"),
        ),
        BesideRow(
            may=None,
            sentence=Wording("لا تذكر القواعد هل يُجمع بين غيرهما.", "The rules do not say of the others."),
        ),
    ),
)


def _known(riyals: int) -> MoneySpan:
    return MoneySpan(sar(riyals), sar(riyals))


def _month(number: int) -> JobMonthRow:
    """The support falls after the seventh month and ends after the fifteenth."""
    support = 1046 if number < 7 else 800 if number < 15 else 0
    without = 2546 if number < 15 else 2300
    return JobMonthRow(
        on=date(2026 + (11 + number) // 12, (11 + number) % 12 + 1, 1),
        outcome=Outcome.ELIGIBLE if support else Outcome.INELIGIBLE,
        support=_known(support),
        support_without=_known(without),
        together=_known(support + 3000),
        better=_known(support + 3000 - without),
    )


BETTER_OFF = BetterOffSheet(
    issue=msgspec.structs.replace(ISSUE, serial="QTF-1448-000005-5"),
    subject=FATIMAH,
    file_number="QTF-48215",
    programme=DEVELOPED,
    kind=Wording("راتب أو أجر", "salary or wage"),
    pays=sar(3000),
    period=Wording("شهريًّا", "a month"),
    income=sar(3000),
    months=tuple(_month(number) for number in range(24)),
    packs=(ASSESSMENT.pack,),
    first=(
        Wording("ينقص الدعم 1,500.00 ريال، فيصير 1,046.00 ريال شهريًّا.", "The support falls by SAR 1,500.00."),
        Wording("يزيد ما بيد الأسرة بهذا الدخل 1,500.00 ريال في الشهر.", "The family has SAR 1,500.00 more a month."),
    ),
    changes=(
        JobChangeRow(
            date(2027, 7, 1),
            (Wording("يبلغ علي 18 سنة، فيصير الدعم 800.00 ريال.", "Ali reaches 18: the support becomes SAR 800.00."),),
        ),
        JobChangeRow(date(2028, 3, 1), (Wording("ينتهي الاستحقاق.", "The right ends."),)),
    ),
    presumed=(
        Wording("يبدأ الدخل في أول الشهر المذكور.", "The income begins on the first of the month named."),
        Wording("لا يتغير سوى الدخل.", "The income alone changes."),
    ),
    on_record=(
        Wording("لا يوجد في السجل: المخالفات", "nothing on record: breaches"),
        Wording("لا يوجد في السجل: تاريخ الوفاة", "nothing on record: date of death"),
    ),
)
BETTER_OFF_OPEN = msgspec.structs.replace(
    BETTER_OFF,
    issue=msgspec.structs.replace(BETTER_OFF.issue, letterhead=LONG_LETTERHEAD, demonstration=True),
    subject=LONG_MAN,
    pays=sar(9500, 50),
    period=Wording("كل فصل دراسي", "a school term"),
    income=sar(1583, 42),
    months=tuple(
        msgspec.structs.replace(
            _month(number),
            outcome=Outcome.UNDETERMINED,
            support=MoneySpan(sar(0), sar(5664)),
            support_without=MoneySpan(sar(0), None),
            together=MoneySpan(sar(1583, 42), None if number % 2 else sar(7247, 42)),
            better=MoneySpan(-sar(4080, 58) if number % 3 else None, None if number % 2 else sar(1583, 42)),
        )
        for number in range(24)
    ),
    changes=(),
    missing=(Wording("تأكيد التبعية", "dependency confirmed"),),
)

OF_PROGRAMMES: dict[str, Content] = {
    "every_programme": EVERY_PROGRAMME,
    "every_programme_open": EVERY_PROGRAMME_OPEN,
    "better_off": BETTER_OFF,
    "better_off_open": BETTER_OFF_OPEN,
}
