"""What the notices room answers, frozen and made for showing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desktop.notices.channels import Channel, NoticeKind
from desktop.notices.records import Notice
from desktop.values.language import Wording


class NoticeState(StrEnum):
    """How far a notice has come."""

    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class NoticeAnswer:
    """A notice. Days are Gregorian.

    `counts_as_told_on` is the day that every legal clock starts from, None for a notice that failed; `assumed` while
    nobody has proved it.
    """

    id: UUID
    household: UUID
    kind: NoticeKind
    channel: Channel
    about: UUID | None
    sent_to: str | None
    text: Wording
    made_at: datetime
    made_by: str
    sent_on: date
    counts_as_told_on: date | None
    assumed: bool
    state: NoticeState
    settled_at: datetime | None
    settled_by: str | None
    failed_because: str | None
    version: int

    @classmethod
    def of(cls, row: Notice) -> NoticeAnswer:
        """From its record."""
        return cls(
            id=row.id,
            household=row.household_id,
            kind=row.kind,
            channel=row.channel,
            about=row.about,
            sent_to=row.sent_to,
            text=Wording(row.text_ar, row.text_en),
            made_at=row.made_at,
            made_by=row.made_by,
            sent_on=row.sent_on,
            counts_as_told_on=row.counts_as_told_on,
            assumed=row.assumed,
            state=_state(row),
            settled_at=row.settled_at,
            settled_by=row.settled_by,
            failed_because=row.failed_because,
            version=row.version,
        )


def _state(row: Notice) -> NoticeState:
    if row.failed_because is not None:
        return NoticeState.FAILED
    return NoticeState.SENT if row.settled_at is None else NoticeState.CONFIRMED
