"""Claims of which a run over the caseload had the last word; a run keeps no sentence and counts no missing fact."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased

from desktop.agenda.claims import Claim, Key
from desktop.agenda.claims import claims as assessed_claims
from desktop.casework.caseload_records import CaseloadResult, CaseloadStretch, Sureness
from desktop.casework.records import Decision
from desktop.casework.standing import unsuperseded
from desktop.facts.codes import AmountStatus, Outcome
from desktop.office.desk import Desk


def claims(desk: Desk, keys: Collection[Key]) -> dict[Key, Claim]:
    """The claims that the rules answered, of some: by themselves or in a run, whichever was for the later day."""
    found = assessed_claims(desk, keys)
    for key, claim in _of_runs(desk, {key for key in keys if not key[2]}).items():
        last = found.get(key)
        if last is None or (last.on, last.at) < (claim.on, claim.at):
            found[key] = claim
    return found


def _of_runs(desk: Desk, keys: Collection[Key]) -> dict[Key, Claim]:
    if not keys:
        return {}
    claim = and_(
        Decision.household_id == CaseloadResult.household_id,
        Decision.programme == CaseloadStretch.programme,
        Decision.member.is_(None),
        unsuperseded(aliased(Decision)),
    )
    wanted = (
        select(CaseloadResult, CaseloadStretch, Decision.kind, Decision.total_minor)
        .join(CaseloadStretch, CaseloadStretch.id == CaseloadResult.stretch_id)
        .outerjoin(Decision, claim)
        .where(
            CaseloadResult.office == desk.office,
            CaseloadResult.household_id.in_({household for household, _, _ in keys}),
            CaseloadStretch.programme.in_({programme for _, programme, _ in keys}),
        )
        .order_by(CaseloadStretch.on_date, CaseloadStretch.kept_at, CaseloadStretch.id)
    )
    found: dict[tuple[UUID, str, str], Claim] = {}
    for result, stretch, before, before_minor in desk.session.execute(wanted):
        due = result.due if result.outcome is Outcome.ELIGIBLE else None
        # Of an open amount only what is sure is said: whether a fact or a figure is open, a result does not tell.
        bounded = due is Sureness.OPEN and bool(result.due_low)
        found[result.household_id, stretch.programme, ""] = Claim(
            on=stretch.on_date,
            at=stretch.kept_at,
            outcome=result.outcome,
            currency=stretch.currency,
            status=AmountStatus.BOUNDED if bounded else None,
            minor=result.due_low if due is Sureness.KNOWN else None,
            at_least=result.due_low,
            missing=0,
            first=None,
            before=before,
            before_minor=before_minor,
        )
    return found
