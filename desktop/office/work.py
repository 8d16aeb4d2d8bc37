"""Work items: what somebody has to do by a day. Rooms above open and close their own; `agenda` lists them all."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from desktop.database.session import held
from desktop.office.answers import Changes, Saved, WorkAnswer
from desktop.office.desk import Desk
from desktop.office.drafts import WorkDraft
from desktop.office.permissions import Permission, requires
from desktop.office.records import WorkItem


def open_work(desk: Desk, *, draft: WorkDraft) -> Saved[WorkAnswer]:
    """Put an item on the office's list; called by the verb that makes the work, under that verb's permission."""
    row = WorkItem(
        office=desk.office,
        section=draft.section,
        kind=draft.kind,
        household=draft.household,
        subject=draft.subject,
        details=draft.details,
        due=draft.due,
        assigned_to=draft.assigned_to,
        opened_at=desk.now,
        opened_by=desk.staff.login,
        done_at=None,
        done_by=None,
    )
    desk.session.add(row)
    desk.session.flush()
    return Saved(WorkAnswer.of(row), _touched(row))


def finish_work(desk: Desk, *, item: UUID, expected_version: int) -> Saved[WorkAnswer]:
    """Mark an item as done by who sits at the desk; one that is done already stays as it was.

    Raises:
        StaleFile: somebody changed it meanwhile.
        OfficeError: `database.not_found`.
    """
    row = held(desk.session, WorkItem, item, expected_version=expected_version)
    if row.done_at is None:
        row.done_at, row.done_by = desk.now, desk.staff.login
        desk.session.flush()
    return Saved(WorkAnswer.of(row), _touched(row))


def finish_all(desk: Desk, *, kind: str, household: UUID) -> int:
    """Mark every open item of a kind about a household as done; returns how many there were."""
    rows = desk.session.scalars(
        select(WorkItem).where(
            WorkItem.office == desk.office,
            WorkItem.household == household,
            WorkItem.kind == kind,
            WorkItem.done_at.is_(None),
        )
    ).all()
    for row in rows:
        row.done_at, row.done_by = desk.now, desk.staff.login
    desk.session.flush()
    return len(rows)


@requires(Permission.ASSIGN_WORK)
def assign_work(desk: Desk, *, item: UUID, login: str | None, expected_version: int) -> Saved[WorkAnswer]:
    """Give an item to somebody, or with None back to all; StaleFile, OfficeError `database.not_found`."""
    row = held(desk.session, WorkItem, item, expected_version=expected_version)
    row.assigned_to = login
    desk.session.flush()
    return Saved(WorkAnswer.of(row), _touched(row))


def open_items(
    desk: Desk, *, until: date | None = None, household: UUID | None = None, limit: int = 200
) -> tuple[WorkAnswer, ...]:
    """Open items of the own office, the soonest due first, those without a day last.

    Args:
        desk: who asks; items of the women's section are seen by its staff and supervisors only.
        until: only those due by this day.
        household: only those about this household.
        limit: at most so many.
    """
    wanted = select(WorkItem).where(WorkItem.office == desk.office, WorkItem.done_at.is_(None))
    if until is not None:
        wanted = wanted.where(WorkItem.due <= until)
    if household is not None:
        wanted = wanted.where(WorkItem.household == household)
    ordered = wanted.order_by(WorkItem.due.is_(None), WorkItem.due, WorkItem.opened_at, WorkItem.id).limit(limit)
    return tuple(WorkAnswer.of(row) for row in desk.session.scalars(ordered))


def _touched(row: WorkItem) -> Changes:
    households = frozenset({row.household}) if row.household is not None else frozenset()
    return Changes(households, frozenset({"work_items"}))
