"""What the office's papers say, complete and already worded: rooms fill it, `reports.render` sets it in type.

Pure and serialisable: whoever keeps a `Paper` can make the same bytes again, because nothing on the sheet
comes from elsewhere, not even today's date. Amounts, dates and ids are values here; their digits and both
calendars are chosen when the paper is set.

TO ADD A DOCUMENT: a frozen struct with an `issue`, here or in a file beside (`programme_contents`), added to `Content`;
a file under `reports/documents/` with `render(content, *, language, arabic_digits)`; its line in `reports/render.py`
(mypy fails there until it has one).
"""

from __future__ import annotations

from datetime import date

import msgspec

from desktop.facts.codes import CriterionOutcome, Outcome
from desktop.issuing.programme_contents import (
    BesideRow,
    BetterOffSheet,
    JobChangeRow,
    JobMonthRow,
    MoneySpan,
    PersonRightRow,
    ProgrammeRow,
    ProgrammesSheet,
)
from desktop.issuing.sheet_parts import (
    Issue,
    Letterhead,
    ListedPerson,
    MoneyLine,
    PackReference,
    Reprint,
    StatedAmount,
    Subject,
)
from desktop.values.language import Language, Wording
from desktop.values.money import Money

__all__ = [
    "AmountRow",
    "AssessmentSheet",
    "BenefitStatement",
    "BesideRow",
    "BetterOffSheet",
    "ClockRow",
    "ConditionRow",
    "Content",
    "CriterionRow",
    "DecisionReference",
    "EnrolmentSlip",
    "Issue",
    "JobChangeRow",
    "JobMonthRow",
    "Letterhead",
    "ListedPerson",
    "MoneyLine",
    "MoneySpan",
    "PackReference",
    "Paper",
    "PersonRightRow",
    "ProgrammeRow",
    "ProgrammesSheet",
    "Reprint",
    "StatedAmount",
    "Subject",
]

# --- مشهد الضمان ----------------------------------------------------------------------------------------


class DecisionReference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The decision a statement rests on."""

    number: str
    taken_on: date


class BenefitStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="benefit_statement"):
    """مشهد الضمان: who is covered and what is paid a month, after a decision.

    `pension` and `supplements` are monthly and of one currency; the total is theirs.
    `addressed_to` defaults to «من يهمه الأمر».
    """

    issue: Issue
    head: Subject
    programme: Wording
    covered_since: date
    persons: tuple[ListedPerson, ...]
    pension: Money
    decision: DecisionReference
    valid_until: date
    supplements: tuple[MoneyLine, ...] = ()
    addressed_to: Wording = Wording(ar="من يهمه الأمر", en="whom it may concern")


# --- شهادة نتيجة دراسة الأهلية ---------------------------------------------------------------------------


class AmountRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A component or an adjustment; `of` names the member whose own right it is."""

    label: Wording
    amount: StatedAmount
    of: Wording | None = None


class CriterionRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One criterion, worded by the rules; `article` is the citation as printed, `of` the member concerned."""

    outcome: CriterionOutcome
    sentence: Wording
    article: Wording
    of: Wording | None = None


class ClockRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day on which the answer will change by itself, and what then."""

    on: date
    sentence: Wording


class AssessmentSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="assessment_sheet"):
    """شهادة نتيجة دراسة الأهلية: the rules' answer on a day, which is no decision.

    `answer` is the outcome in words that agree with the subject («مؤهلة»). What would turn the answer is for
    staff only and has no place here.
    """

    issue: Issue
    subject: Subject
    file_number: str
    programme: Wording
    assessed_on: date
    outcome: Outcome
    answer: Wording
    pack: PackReference
    amount: StatedAmount | None = None
    total: StatedAmount | None = None
    components: tuple[AmountRow, ...] = ()
    adjustments: tuple[AmountRow, ...] = ()
    persons: tuple[ListedPerson, ...] = ()
    criteria: tuple[CriterionRow, ...] = ()
    missing: tuple[Wording, ...] = ()
    presumed: tuple[Wording, ...] = ()
    readings: tuple[Wording, ...] = ()
    documents: tuple[Wording, ...] = ()
    clocks: tuple[ClockRow, ...] = ()


# --- قسيمة التسجيل في دورة تدريبية --------------------------------------------------------------------------


class ConditionRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A condition of the course and how the person stands to it."""

    outcome: CriterionOutcome
    sentence: Wording


class EnrolmentSlip(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="enrolment_slip"):
    """قسيمة التسجيل: a seat in a training course, or a place in its waiting list.

    Exactly one of `seat` and `waiting_position` is set, both counted from 1.
    """

    issue: Issue
    person: Subject
    course: Wording
    provider: Wording
    place: Wording
    starts_on: date
    ends_on: date
    seat: int | None = None
    waiting_position: int | None = None
    track: Wording | None = None
    schedule: Wording | None = None
    conditions: tuple[ConditionRow, ...] = ()
    bring: tuple[Wording, ...] = ()
    contact: Wording | None = None


Content = BenefitStatement | AssessmentSheet | EnrolmentSlip | ProgrammesSheet | BetterOffSheet


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A content with the language and the digits it is set in: all that `reports.render` needs."""

    content: Content
    language: Language
    arabic_digits: bool
