"""The kinds of paper that the office issues, and what of each is signed beside its contents.

TO ADD A KIND: a content in `contents`, a member here with its line in `KINDS` and its case in `gist_of`; its `number`
stands in printed codes and is never given to another kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from desktop.facts.codes import AmountStatus
from desktop.issuing.contents import (
    AssessmentSheet,
    BenefitStatement,
    BetterOffSheet,
    Content,
    EnrolmentSlip,
    ProgrammesSheet,
    Subject,
)
from desktop.values.language import Wording
from desktop.values.money import Money


class PaperKind(StrEnum):
    """A kind of issued document, as the command line names it."""

    BENEFIT_STATEMENT = "benefit_statement"
    ASSESSMENT_SHEET = "assessment_sheet"
    ENROLMENT_SLIP = "enrolment_slip"
    EVERY_PROGRAMME = "every_programme"
    BETTER_OFF = "better_off"


@dataclass(frozen=True, slots=True)
class KindAnswer:
    """A kind for lists: what it is called, what it needs, its number in printed codes."""

    kind: PaperKind
    number: int
    label: Wording
    needs: Wording


KINDS: tuple[KindAnswer, ...] = (
    KindAnswer(
        PaperKind.BENEFIT_STATEMENT,
        1,
        Wording("مشهد ضمان اجتماعي", "Benefit statement"),
        Wording("قرار قبول ساري المفعول للأسرة", "A decision in force that accepts the household"),
    ),
    KindAnswer(
        PaperKind.ASSESSMENT_SHEET,
        2,
        Wording("شهادة نتيجة دراسة الأهلية", "Eligibility assessment sheet"),
        Wording("دراسة أهلية للأسرة في برنامج", "An assessment of the household in a programme"),
    ),
    KindAnswer(
        PaperKind.ENROLMENT_SLIP,
        3,
        Wording("قسيمة تسجيل في دورة تدريبية", "Enrolment slip"),
        Wording("تسجيل أحد أفراد الأسرة في دورة", "A member of the household enrolled in a course"),
    ),
    KindAnswer(
        PaperKind.EVERY_PROGRAMME,
        4,
        Wording("بيان نتائج البرامج للأسرة", "Every programme for one family"),
        Wording("أسرة مسجلة؛ وليوم غير اليوم: --on", "A registered household; for another day: --on"),
    ),
    KindAnswer(
        PaperKind.BETTER_OFF,
        5,
        Wording("بيان أثر العمل أو دخل جديد", "Better-off sheet"),
        Wording(
            "أسرة لها برنامج يُصرف شهريًّا؛ ولمن الدخل ومقداره وأوله: --member و--earns و--from",
            "A household with a programme paid by the month; who earns, how much, since: --member, --earns, --from",
        ),
    ),
)


def about(kind: PaperKind) -> KindAnswer:
    """What there is to say of a kind."""
    return next(each for each in KINDS if each.kind is kind)


@dataclass(frozen=True, slots=True)
class Gist:
    """What the register lists and the code states of a content.

    Args:
        amount: the one amount that the paper certifies, None where it certifies none or not a known one.
        valid_until: last day on which the paper counts, None for no end.
    """

    kind: PaperKind
    holder: Subject
    amount: Money | None
    valid_until: date | None


def gist_of(content: Content) -> Gist:
    """The gist of a content."""
    match content:
        case BenefitStatement():
            amount = content.pension
            for supplement in content.supplements:
                amount += supplement.amount
            return Gist(PaperKind.BENEFIT_STATEMENT, content.head, amount, content.valid_until)
        case AssessmentSheet():
            due = content.amount
            known = due.value if due is not None and due.status is AmountStatus.KNOWN else None
            return Gist(PaperKind.ASSESSMENT_SHEET, content.subject, known, None)
        case EnrolmentSlip():
            return Gist(PaperKind.ENROLMENT_SLIP, content.person, None, content.ends_on)
        case ProgrammesSheet():
            return Gist(PaperKind.EVERY_PROGRAMME, content.subject, None, None)
        case BetterOffSheet():
            return Gist(PaperKind.BETTER_OFF, content.subject, None, None)
        case _:
            assert_never(content)
