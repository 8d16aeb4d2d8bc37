"""What the office's papers say, complete and already worded: rooms fill it, `reports.render` sets it in type.

Pure and serialisable: whoever keeps a `Paper` can make the same bytes again, because nothing on the sheet
comes from elsewhere, not even today's date. Amounts, dates and ids are values here; their digits and both
calendars are chosen when the paper is set.

TO ADD A DOCUMENT: a frozen struct here with an `issue`, added to `Content`; a file under `reports/documents/`
with `render(content, *, language, arabic_digits)`; its line in `reports/render.py` (mypy fails there until it has one).
"""

from __future__ import annotations

from datetime import date

import msgspec

from desktop.facts.codes import AmountPeriod, AmountStatus, CriterionOutcome, Outcome, Sex
from desktop.values.language import Language, Wording
from desktop.values.money import Money

# --- The sheet itself -------------------------------------------------------------------------------------


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


class StatedAmount(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An amount as far as the rules know it: `value` if known, bounds if bounded, neither if unpublished."""

    status: AmountStatus
    period: AmountPeriod
    value: Money | None = None
    at_least: Money | None = None
    at_most: Money | None = None


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


class PackReference(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rules used: `sa.developed`, `2023-11`, `sha256:…` (printed short)."""

    pack: str
    version: str
    hash: str


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


Content = BenefitStatement | AssessmentSheet | EnrolmentSlip


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A content with the language and the digits it is set in: all that `reports.render` needs."""

    content: Content
    language: Language
    arabic_digits: bool
