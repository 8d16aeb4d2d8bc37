"""Tables of the casework room: assessments (the rules' answer) and decisions (the office's).

Neither is ever changed: nobody holds the permission to update or delete a row, on PostgreSQL by grant and policy. What
follows a decision is another decision that names it in `supersedes`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.casework.kinds import DecisionKind
from desktop.database.base import Base, OfficeRow, belongs_to
from desktop.database.columns import ByValue, JsonText, MinorUnits
from desktop.database.policy import CASE_STAFF, NOBODY, Follows, Policy
from desktop.facts.codes import AmountPeriod, AmountStatus, Outcome
from desktop.registry.records import BY_CODE_POINT
from desktop.values.money import Currency

OF_FILE = Follows("households", "household_id")


class Assessment(OfficeRow, Base):
    """The rules' answer for one household (or one member's own right) on one day, with the facts it was made from.

    `answer` and `facts` are the very bytes of the assessment and of the canonical household file; the audit keeps
    their hashes. `reference` is the id printed on the assessment: the same pack, facts, day and member give the same
    one, so nothing is kept twice. Amounts are minor units of `currency`, None where they are not known.
    """

    __tablename__ = "assessments"
    __policy__ = Policy(insert=CASE_STAFF, update=NOBODY, follows=OF_FILE)
    __audited__ = True
    __table_args__ = (
        *belongs_to("households", "household_id"),
        UniqueConstraint("household_id", "reference"),
        Index(None, "office", "programme", "on_date"),
    )

    household_id: Mapped[UUID]
    household_version: Mapped[int]
    programme: Mapped[str]
    pack_version: Mapped[str]
    pack_hash: Mapped[str]
    facts_hash: Mapped[str]
    reference: Mapped[str]
    member: Mapped[str | None]
    on_date: Mapped[date]
    outcome: Mapped[Outcome] = mapped_column(ByValue(Outcome))
    currency: Mapped[Currency] = mapped_column(ByValue(Currency))
    period: Mapped[AmountPeriod | None] = mapped_column(ByValue(AmountPeriod))
    amount_status: Mapped[AmountStatus | None] = mapped_column(ByValue(AmountStatus))
    amount_minor: Mapped[int | None] = mapped_column(MinorUnits())
    total_status: Mapped[AmountStatus | None] = mapped_column(ByValue(AmountStatus))
    total_minor: Mapped[int | None] = mapped_column(MinorUnits())
    total_at_least: Mapped[int | None] = mapped_column(MinorUnits())
    missing_count: Mapped[int]
    assessed_at: Mapped[datetime]
    assessed_by: Mapped[str]
    program_version: Mapped[str]
    answer: Mapped[bytes] = mapped_column(LargeBinary())
    facts: Mapped[bytes] = mapped_column(LargeBinary())


class Decision(OfficeRow, Base):
    """What the office decided on one assessment. An assessment is decided once, a decision superseded once.

    `grievance_count` and `grievance_unit` are the period that the pack set from the day of the notice; the day itself
    hangs on when the family was told, so it is reckoned and not kept.
    """

    __tablename__ = "decisions"
    __policy__ = Policy(update=NOBODY, follows=OF_FILE)
    __audited__ = True
    __table_args__ = (
        *belongs_to("households", "household_id"),
        ForeignKeyConstraint(["office", "assessment_id"], ["assessments.office", "assessments.id"]),
        ForeignKeyConstraint(["office", "supersedes"], ["decisions.office", "decisions.id"]),
        UniqueConstraint("assessment_id"),
        UniqueConstraint("supersedes"),
        UniqueConstraint("office", "number"),
    )

    household_id: Mapped[UUID]
    household_version: Mapped[int]
    assessment_id: Mapped[UUID]
    supersedes: Mapped[UUID | None]
    number: Mapped[str] = mapped_column(BY_CODE_POINT)
    programme: Mapped[str]
    pack_version: Mapped[str]
    title_ar: Mapped[str]
    title_en: Mapped[str]
    member: Mapped[str | None]
    kind: Mapped[DecisionKind] = mapped_column(ByValue(DecisionKind))
    reason_codes: Mapped[list[str]] = mapped_column(JsonText())
    reason_ar: Mapped[str | None]
    reason_en: Mapped[str | None]
    currency: Mapped[Currency] = mapped_column(ByValue(Currency))
    amount_status: Mapped[AmountStatus | None] = mapped_column(ByValue(AmountStatus))
    amount_minor: Mapped[int | None] = mapped_column(MinorUnits())
    total_status: Mapped[AmountStatus | None] = mapped_column(ByValue(AmountStatus))
    total_minor: Mapped[int | None] = mapped_column(MinorUnits())
    components: Mapped[list[dict[str, Any]]] = mapped_column(JsonText())
    covered: Mapped[list[str]] = mapped_column(JsonText())
    on_date: Mapped[date]
    decided_on: Mapped[date]
    decided_at: Mapped[datetime]
    decided_by: Mapped[str]
    effective_from: Mapped[date]
    covered_since: Mapped[date | None]
    applied_on: Mapped[date | None]
    due_by: Mapped[date | None]
    grievance_count: Mapped[int | None]
    grievance_unit: Mapped[str | None]
