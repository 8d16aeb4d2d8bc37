"""Tables of runs over the caseload: which law was reckoned on which day, by whom, and what every file came to.

Nothing here is ever changed. A run is audited, and each stretch that it kept; the results of a stretch are not, since a
run of a million would write a million entries. Their digest stands in the stretch instead, so that the audit vouches
for every one of them. See docs/decisions/0016-results-of-a-caseload.md.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.casework.records import OF_FILE
from desktop.database.base import Base, OfficeRow, OfOffice, belongs_to
from desktop.database.columns import ByValue, JsonText, MinorUnits
from desktop.database.policy import NOBODY, RESEARCHERS, Policy
from desktop.facts.codes import Outcome
from desktop.values.money import Currency

IMMUTABLE = Policy(insert=RESEARCHERS, update=NOBODY)


class Sureness(StrEnum):
    """How far an amount of a result is known.

    Whether an open one waits for a fact or for a figure never published, the result does not say; its explanation does.
    """

    KNOWN = "known"
    OPEN = "open"
    NONE = "none"


class CaseloadRun(OfficeRow, Base):
    """One run as it was begun. `asked` is the programme as it was named, with a version or without."""

    __tablename__ = "caseload_runs"
    __policy__ = IMMUTABLE
    __audited__ = True
    __table_args__ = (Index(None, "office", "programme", "on_date"),)

    programme: Mapped[str]
    asked: Mapped[str]
    on_date: Mapped[date]
    engine: Mapped[str]
    begun_at: Mapped[datetime]
    begun_by: Mapped[str]
    program_version: Mapped[str]


class CaseloadRunEnd(OfficeRow, Base):
    """What a run came to. One that was broken off by a fault has none; what it kept stays, and the next goes on there.

    The sums count the files that earlier runs had kept as well; `due_at_least` is minor units of `currency` a month.
    """

    __tablename__ = "caseload_run_ends"
    __policy__ = IMMUTABLE
    __audited__ = True
    __table_args__ = (
        ForeignKeyConstraint(["office", "run_id"], ["caseload_runs.office", "caseload_runs.id"]),
        UniqueConstraint("run_id"),
    )

    run_id: Mapped[UUID]
    ended_at: Mapped[datetime]
    stopped: Mapped[bool]
    outcomes: Mapped[dict[str, int]] = mapped_column(JsonText())
    currency: Mapped[Currency | None] = mapped_column(ByValue(Currency))
    due_at_least: Mapped[int] = mapped_column(MinorUnits())
    open_amounts: Mapped[int]
    kept_now: Mapped[int]
    kept_before: Mapped[int]
    closed: Mapped[int]
    unassessed: Mapped[int]


class CaseloadStretch(OfficeRow, Base):
    """Files that were reckoned and kept together, whole or not at all, under one version of the programme.

    `layout` names what the codes and amounts of its results stand for, in their order: it can be read without the
    pack. `digest` is that of its results as `caseload_rows.digest_of` makes it.
    """

    __tablename__ = "caseload_stretches"
    __policy__ = IMMUTABLE
    __audited__ = True
    __table_args__ = (
        ForeignKeyConstraint(["office", "run_id"], ["caseload_runs.office", "caseload_runs.id"]),
        UniqueConstraint("run_id", "number"),
        Index(None, "office", "programme", "on_date"),
    )

    run_id: Mapped[UUID]
    number: Mapped[int]
    programme: Mapped[str]
    pack_version: Mapped[str]
    pack_hash: Mapped[str]
    on_date: Mapped[date]
    layout: Mapped[dict[str, Any]] = mapped_column(JsonText())
    kept_at: Mapped[datetime]
    files: Mapped[int]
    outcomes: Mapped[dict[str, int]] = mapped_column(JsonText())
    currency: Mapped[Currency] = mapped_column(ByValue(Currency))
    due_at_least: Mapped[int] = mapped_column(MinorUnits())
    digest: Mapped[str]


class CaseloadResult(OfOffice, Base):
    """What one file came to, as it stood in one version.

    `codes` has for each claimant the outcome's first letter and a digit for each criterion and, behind a point, each
    category: 0 met, 1 unmet, 2 unknown, 3 not applicable; claimants are parted by `/`. `benefits` has `low:high` in
    minor units for each benefit, nothing behind the colon where there is no upper end. `amount` is the main benefit,
    `due` what is due a month in all, each None where nobody's right may stand.
    """

    __tablename__ = "caseload_results"
    __policy__ = Policy(insert=RESEARCHERS, update=NOBODY, follows=OF_FILE)
    __audited__ = False
    __keys_together__ = True
    __table_args__ = (
        *belongs_to("households", "household_id"),
        ForeignKeyConstraint(["office", "stretch_id"], ["caseload_stretches.office", "caseload_stretches.id"]),
    )

    stretch_id: Mapped[UUID] = mapped_column(primary_key=True)
    household_id: Mapped[UUID] = mapped_column(primary_key=True)
    household_version: Mapped[int]
    outcome: Mapped[Outcome] = mapped_column(ByValue(Outcome))
    amount: Mapped[Sureness | None] = mapped_column(ByValue(Sureness))
    amount_low: Mapped[int | None] = mapped_column(MinorUnits())
    amount_high: Mapped[int | None] = mapped_column(MinorUnits())
    due: Mapped[Sureness | None] = mapped_column(ByValue(Sureness))
    due_low: Mapped[int | None] = mapped_column(MinorUnits())
    due_high: Mapped[int | None] = mapped_column(MinorUnits())
    codes: Mapped[str]
    benefits: Mapped[str]
    way: Mapped[str]
