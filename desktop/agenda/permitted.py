"""Who settles what: a desk shows the work that whoever sits at it may do."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Select

from desktop.agenda.answers import DueKind
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, may
from desktop.registry.queries import seen
from desktop.registry.records import Household

SETTLES: Final = {
    DueKind.DECIDE: Permission.DECIDE,
    DueKind.MISSING_FACTS: Permission.CHANGE_FILES,
    DueKind.TELL_OF_SEAT: Permission.ENROL,
    DueKind.TELL_OF_CANCELLED_COURSE: Permission.ENROL,
    DueKind.NOTICE_FAILED: Permission.NOTIFY,
    DueKind.DECISION_UNTOLD: Permission.NOTIFY,
    DueKind.PAPER_UNFINISHED: Permission.ISSUE,
    DueKind.COURSE_STARTS: Permission.ENROL,
    DueKind.OTHER: Permission.CHANGE_FILES,
}
"""The permission that each kind of work needs."""


def settles(desk: Desk, kind: DueKind) -> bool:
    """Whether this person may settle work of a kind."""
    return may(desk.staff.roles, SETTLES[kind])


def open_files(desk: Desk) -> Select[Household]:
    """The ids of the files that this person may see and that are not closed."""
    return seen(desk).where(Household.closed_at.is_(None)).with_only_columns(Household.id)
