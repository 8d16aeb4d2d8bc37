"""What a run over the caseload found of each file, beside what the office decided last of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from desktop.casework.caseload_laws import laws_of, packs_of
from desktop.casework.caseload_records import CaseloadResult, CaseloadRun, CaseloadStretch, Sureness
from desktop.casework.caseload_runs import RunRecord
from desktop.casework.kinds import GRANTS, DecisionKind
from desktop.casework.records import Decision
from desktop.casework.standing import unsuperseded
from desktop.facts.codes import AmountStatus, Outcome
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.values.money import Currency


class ChangeKind(StrEnum):
    """What a result is beside the decision that stands: another outcome, another amount, the same, or none stands."""

    LOSES = "loses"
    GAINS = "gains"
    UNSETTLED = "unsettled"
    AMOUNT = "amount"
    UNDECIDED = "undecided"
    SAME = "same"


CHANGED = (ChangeKind.LOSES, ChangeKind.GAINS, ChangeKind.UNSETTLED, ChangeKind.AMOUNT)
"""Where the rules say otherwise than the office decided."""


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file of a run.

    Args:
        outcome: what the run found; `due` how far what is due a month is known, with its ends in minor units.
        decided: what stands; None before the first decision, with its amount, where one was known, and its day.
        closed: whether the file was closed since.
    """

    household: UUID
    file_number: str
    head_name: str
    member_count: int
    sealed: bool
    closed: bool
    kind: ChangeKind
    outcome: Outcome
    currency: Currency
    due: Sureness | None
    due_low: int | None
    due_high: int | None
    decided: DecisionKind | None
    decided_status: AmountStatus | None
    decided_minor: int | None
    decided_on: date | None


@requires(Permission.READ_FILES)
def count_changes(desk: Desk, *, run: RunRecord, catalogue: Catalogue) -> Mapping[ChangeKind, int]:
    """How many files of a run are of each kind, of those that who asks may see."""
    compared = _compared(desk, run, catalogue).with_only_columns(_KIND.label("kind")).subquery()
    counted = select(compared.c.kind, func.count()).group_by(compared.c.kind)
    found = {row[0]: row[1] for row in desk.session.execute(counted)}
    return {kind: found.get(kind.value, 0) for kind in ChangeKind}


@requires(Permission.READ_FILES)
def changed_files(
    desk: Desk,
    *,
    run: RunRecord,
    catalogue: Catalogue,
    kind: ChangeKind | None = None,
    text: str = "",
    after: str | None = None,
    before: str | None = None,
    from_end: bool = False,
    limit: int = 100,
) -> tuple[ChangedFile, ...]:
    """Files of a run by number.

    Args:
        desk: who asks.
        run: which.
        catalogue: the packs, by which the versions of the run are known.
        kind: only such; None for all that say otherwise than what was decided.
        text: only numbers that begin so.
        after: behind this number.
        before: instead, the last ones before this number.
        from_end: the last ones of all.
        limit: at most so many.
    """
    wanted = _compared(desk, run, catalogue).with_only_columns(
        Household.id,
        Household.file_number,
        Household.head_name,
        Household.member_count,
        Household.sealed,
        Household.closed_at,
        _KIND,
        CaseloadResult.outcome,
        CaseloadStretch.currency,
        CaseloadResult.due,
        CaseloadResult.due_low,
        CaseloadResult.due_high,
        Decision.kind,
        Decision.total_status,
        Decision.total_minor,
        Decision.decided_on,
    )
    wanted = wanted.where(_KIND.in_([each.value for each in (CHANGED if kind is None else (kind,))]))
    if text:
        wanted = wanted.where(Household.file_number >= text, Household.file_number < text + _LAST)
    if after is not None:
        wanted = wanted.where(Household.file_number > after)
    if before is not None:
        wanted = wanted.where(Household.file_number < before)
    backwards = from_end or before is not None
    order = Household.file_number.desc() if backwards else Household.file_number
    rows = [_row(tuple(row)) for row in desk.session.execute(wanted.order_by(order).limit(limit))]
    return tuple(reversed(rows)) if backwards else tuple(rows)


_LAST = "\U0010ffff"


def _row(row: tuple[Any, ...]) -> ChangedFile:
    household, number, name, members, sealed, closed_at, kind, *rest = row
    return ChangedFile(household, number, name, members, sealed, closed_at is not None, ChangeKind(kind), *rest)


def _kind() -> ColumnElement[str]:
    """As `caseload_standing.changes_decision` says it of one, with what is undecided apart."""
    grants, outcome = Decision.kind.in_(GRANTS), CaseloadResult.outcome
    same_amount = or_(
        and_(
            CaseloadResult.due == Sureness.KNOWN,
            Decision.total_status == AmountStatus.KNOWN,
            CaseloadResult.due_low == Decision.total_minor,
        ),
        and_(CaseloadResult.due == Sureness.OPEN, Decision.total_status == AmountStatus.UNPUBLISHED),
        and_(CaseloadResult.due == Sureness.NONE, Decision.total_status == AmountStatus.NONE),
        and_(CaseloadResult.due.is_(None), Decision.total_status.is_(None)),
    )
    return case(
        (Decision.id.is_(None), ChangeKind.UNDECIDED.value),
        (outcome == Outcome.UNDETERMINED, ChangeKind.UNSETTLED.value),
        (and_(~grants, outcome == Outcome.ELIGIBLE), ChangeKind.GAINS.value),
        (~grants, ChangeKind.SAME.value),
        (outcome == Outcome.INELIGIBLE, ChangeKind.LOSES.value),
        (same_amount, ChangeKind.SAME.value),
        else_=ChangeKind.AMOUNT.value,
    )


_KIND = _kind()


def _compared(desk: Desk, run: RunRecord, catalogue: Catalogue) -> Select[Any]:
    """Each file of a run with its result, the stretch of it, and the decision that stands, if one does.

    What the run found, or had found before it and let stand: of a file reckoned twice for the day, the later result.
    """
    versions = {pack.text.version for pack in packs_of(laws_of(catalogue, run.asked, run.on))}
    of_run = select(CaseloadStretch.id).join(CaseloadRun, CaseloadRun.id == CaseloadStretch.run_id)
    of_run = of_run.where(
        CaseloadRun.office == desk.office,
        CaseloadRun.programme == run.programme,
        CaseloadRun.on_date == run.on,
        CaseloadRun.begun_at <= run.begun_at,
        or_(CaseloadRun.id == run.id, CaseloadStretch.pack_version.in_(versions)),
    )
    stretches = set(desk.session.scalars(of_run))
    later = aliased(CaseloadResult)
    newer = exists().where(
        later.office == CaseloadResult.office,
        later.household_id == CaseloadResult.household_id,
        later.stretch_id.in_(stretches),
        or_(
            later.household_version > CaseloadResult.household_version,
            and_(
                later.household_version == CaseloadResult.household_version,
                later.stretch_id > CaseloadResult.stretch_id,
            ),
        ),
    )
    decided = and_(
        Decision.household_id == Household.id,
        Decision.programme == run.programme,
        Decision.member.is_(None),
        unsuperseded(aliased(Decision)),
    )
    return (
        seen(desk)
        .join(
            CaseloadResult,
            and_(CaseloadResult.office == Household.office, CaseloadResult.household_id == Household.id),
        )
        .join(CaseloadStretch, CaseloadStretch.id == CaseloadResult.stretch_id)
        .outerjoin(Decision, decided)
        .where(Household.office == desk.office, CaseloadResult.stretch_id.in_(stretches), ~newer)
    )
