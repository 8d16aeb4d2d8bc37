"""Reads notices: of a file, about a thing, and those that reached nobody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from desktop.notices.answers import NoticeAnswer
from desktop.notices.records import Notice
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires

_TOGETHER = 500
"""Ids in one statement, well under both databases' limit of parameters."""


@requires(Permission.READ_FILES)
def notices_of(desk: Desk, *, household: UUID) -> tuple[NoticeAnswer, ...]:
    """What a family was told, the newest first."""
    wanted = select(Notice).where(Notice.household_id == household).order_by(Notice.made_at.desc(), Notice.id.desc())
    return tuple(NoticeAnswer.of(row) for row in desk.session.scalars(wanted))


@requires(Permission.READ_FILES)
def notices_about(desk: Desk, *, about: Collection[UUID]) -> dict[UUID, tuple[NoticeAnswer, ...]]:
    """What was told about each of some things, the newest first; a thing nobody was told of has none."""
    found: dict[UUID, list[NoticeAnswer]] = {each: [] for each in about}
    ids = list(found)
    for start in range(0, len(ids), _TOGETHER):
        wanted = select(Notice).where(Notice.about.in_(ids[start : start + _TOGETHER]))
        for row in desk.session.scalars(wanted.order_by(Notice.made_at.desc(), Notice.id.desc())):
            if row.about is not None:
                found[row.about].append(NoticeAnswer.of(row))
    return {each: tuple(notices) for each, notices in found.items()}


def first_told(notices: Collection[NoticeAnswer]) -> NoticeAnswer | None:
    """Of notices about one thing, the one by which it was first told: that starts the clock, a repetition does not."""
    told = [(each.counts_as_told_on, each.made_at, each) for each in notices if each.counts_as_told_on is not None]
    return min(told, key=lambda each: each[:2])[2] if told else None


@requires(Permission.READ_FILES)
def undelivered(desk: Desk, *, since: date | None = None, limit: int = 200) -> tuple[NoticeAnswer, ...]:
    """Notices of the own office that failed and were not followed by another of their kind about the same thing.

    A question, and no list that is kept: what is told again leaves it by itself.
    """
    later = aliased(Notice)
    followed = exists(
        select(later.id).where(
            later.household_id == Notice.household_id,
            later.kind == Notice.kind,
            later.about.is_not_distinct_from(Notice.about),
            later.made_at > Notice.made_at,
        )
    )
    wanted = select(Notice).where(Notice.office == desk.office, Notice.failed_because.is_not(None), ~followed)
    if since is not None:
        wanted = wanted.where(Notice.sent_on >= since)
    ordered = wanted.order_by(Notice.sent_on, Notice.made_at, Notice.id).limit(limit)
    return tuple(NoticeAnswer.of(row) for row in desk.session.scalars(ordered))
