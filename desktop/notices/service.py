"""Verbs on notices: tell a family something, confirm the day they were told, note that it reached nobody."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from desktop.database.session import held
from desktop.notices.answers import NoticeAnswer
from desktop.notices.channels import told_day
from desktop.notices.drafts import NoticeDraft
from desktop.notices.records import Notice
from desktop.office.answers import Changes, Saved
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.values.errors import OfficeError

__all__ = ["confirm_told", "failed", "tell"]


@requires(Permission.NOTIFY)
def tell(desk: Desk, *, draft: NoticeDraft) -> Saved[NoticeAnswer]:
    """Tell a family something and start the clock of it, by a way that Reg. art. 28 accepts.

    Raises:
        OfficeError: `notices.empty`, `notices.not_yet` for a day ahead, `database.not_found` for a file that this
            person may not see.
    """
    if not draft.text.ar.strip() or not draft.text.en.strip():
        raise OfficeError("notices.empty")
    sent_on = draft.sent_on or desk.today
    _refuse_ahead(desk, sent_on)
    told = told_day(draft.channel, sent_on=sent_on, country=desk.place.country)
    row = Notice(
        office=desk.office,
        household_id=draft.household,
        kind=draft.kind,
        channel=draft.channel,
        about=draft.about,
        sent_to=draft.sent_to,
        text_ar=draft.text.ar,
        text_en=draft.text.en,
        made_at=desk.now,
        made_by=desk.staff.login,
        sent_on=sent_on,
        counts_as_told_on=told.on,
        assumed=told.assumed,
        settled_at=None,
        settled_by=None,
        failed_because=None,
    )
    desk.session.add(row)
    desk.session.flush()
    # On SQLite the wall bounds reads of a follower, not writes: a notice that its writer cannot read back is about a
    # file that is hidden from them.
    if desk.session.scalars(select(Notice.id).where(Notice.id == row.id)).one_or_none() is None:
        raise OfficeError("database.not_found")
    return _saved(row)


@requires(Permission.NOTIFY)
def confirm_told(desk: Desk, *, notice: UUID, told_on: date, expected_version: int) -> Saved[NoticeAnswer]:
    """Put the proved day in the place of the assumed one: every deadline of the notice follows it.

    Args:
        desk: of who holds the proof (advice of delivery, the family's own word).
        notice: id of the notice.
        told_on: the day (Gregorian) they were told.
        expected_version: the version that the form was opened with.

    Raises:
        OfficeError: `notices.before_sent`, `notices.not_yet`, `notices.failed_already`, `database.not_found`.
        StaleFile: somebody changed it meanwhile.
    """
    row = held(desk.session, Notice, notice, expected_version=expected_version)
    if row.failed_because is not None:
        raise OfficeError("notices.failed_already", sent_on=row.sent_on, reason=row.failed_because)
    if told_on < row.sent_on:
        raise OfficeError("notices.before_sent", told_on=told_on, sent_on=row.sent_on)
    _refuse_ahead(desk, told_on)
    row.counts_as_told_on, row.assumed = told_on, False
    row.settled_at, row.settled_by = desk.now, desk.staff.login
    desk.session.flush()
    return _saved(row)


@requires(Permission.NOTIFY)
def failed(desk: Desk, *, notice: UUID, reason: str, expected_version: int) -> Saved[NoticeAnswer]:
    """Note that a notice reached nobody: it counts as never told, and its deadlines do not run.

    Raises:
        OfficeError: `notices.reason_needed`, `notices.failed_already`, `notices.told_already` for one whose day was
            proved, `database.not_found`.
        StaleFile: somebody changed it meanwhile.
    """
    if not reason.strip():
        raise OfficeError("notices.reason_needed")
    row = held(desk.session, Notice, notice, expected_version=expected_version)
    if row.failed_because is not None:
        raise OfficeError("notices.failed_already", sent_on=row.sent_on, reason=row.failed_because)
    if row.settled_at is not None:
        raise OfficeError("notices.told_already", told_on=row.counts_as_told_on)
    row.counts_as_told_on, row.assumed, row.failed_because = None, False, reason.strip()
    row.settled_at, row.settled_by = desk.now, desk.staff.login
    desk.session.flush()
    return _saved(row)


def _refuse_ahead(desk: Desk, day: date) -> None:
    if day > desk.today:
        raise OfficeError("notices.not_yet", day=day, today=desk.today)


def _saved(row: Notice) -> Saved[NoticeAnswer]:
    return Saved(NoticeAnswer.of(row), Changes(frozenset({row.household_id}), frozenset({"notices"})))
