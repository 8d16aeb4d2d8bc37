"""The work that an assessment makes and a decision ends: a decision to take, facts to ask for."""

from __future__ import annotations

from datetime import date

from desktop.casework.kinds import GRANTS
from desktop.casework.records import Assessment, Decision
from desktop.facts.codes import Outcome
from desktop.office.answers import WorkAnswer
from desktop.office.desk import Desk
from desktop.office.drafts import WorkDraft
from desktop.office.work import finish_work, open_items, open_work
from desktop.registry.answers import HouseholdSummary

DECIDE = "casework.decide"
MISSING_FACTS = "casework.missing_facts"
"""Kinds of work items; the subjects are the message keys of `resources/messages/casework.yaml`."""

SUBJECTS = {DECIDE: "casework.work_decide", MISSING_FACTS: "casework.work_missing_facts"}


def follow_assessment(
    desk: Desk, household: HouseholdSummary, row: Assessment, standing: Decision | None, *, decide_by: date | None
) -> None:
    """Leave open exactly the work that the newest answer calls for; an answer that changes nothing calls for none."""
    wanted = None
    if row.outcome is Outcome.UNDETERMINED:
        wanted = MISSING_FACTS
    elif standing is None or differs(row, standing):
        wanted = DECIDE
    kept = _end(desk, household, row.programme, row.member, but=wanted)
    if wanted is None or kept:
        return
    # No name and no file number: the list of work is read by more people than a sealed file is.
    details = {"programme": row.programme, "member": row.member or "", "missing": row.missing_count}
    draft = WorkDraft(
        kind=wanted,
        subject=SUBJECTS[wanted],
        details=details,
        due=decide_by if wanted == DECIDE else None,
        household=household.id,
        section=household.section,
    )
    open_work(desk, draft=draft)


def end_all(desk: Desk, household: HouseholdSummary, programme: str, member: str | None) -> None:
    """Nothing is left to do about a claim that was decided."""
    _end(desk, household, programme, member, but=None)


def set_due(desk: Desk, household: HouseholdSummary, row: Assessment, due: date | None) -> None:
    """The missing facts are due from the family by a day: the item opened anew with it."""
    _end(desk, household, row.programme, row.member, but=None)
    details = {"programme": row.programme, "member": row.member or "", "missing": row.missing_count}
    draft = WorkDraft(MISSING_FACTS, SUBJECTS[MISSING_FACTS], details, due, household.id, household.section)
    open_work(desk, draft=draft)


def differs(row: Assessment, standing: Decision) -> bool:
    """Whether the rules answer otherwise than what the office decided last."""
    if standing.kind not in GRANTS:
        return row.outcome is Outcome.ELIGIBLE
    return (row.outcome, row.total_status, row.total_minor) != (
        Outcome.ELIGIBLE,
        standing.total_status,
        standing.total_minor,
    )


def _end(desk: Desk, household: HouseholdSummary, programme: str, member: str | None, *, but: str | None) -> bool:
    kept = False
    for item in open_items(desk, household=household.id):
        if not _about(item, programme, member):
            continue
        if item.kind == but and not kept:
            kept = True
            continue
        finish_work(desk, item=item.id, expected_version=item.version)
    return kept


def _about(item: WorkAnswer, programme: str, member: str | None) -> bool:
    same = (item.details.get("programme"), item.details.get("member")) == (programme, member or "")
    return item.kind in SUBJECTS and same
