"""The table of notices."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import Base, OfficeRow, belongs_to
from desktop.database.columns import ByValue
from desktop.database.policy import CASE_STAFF, Follows, Policy
from desktop.notices.channels import Channel, NoticeKind


class Notice(OfficeRow, Base):
    """Something that a family was told, word for word; it is seen by whoever sees the file, wherever that moves.

    `about` is the id of what it tells of in the room that told it (a decision, an assessment). `counts_as_told_on` is
    None once it failed: no clock runs on what nobody was told.
    """

    __tablename__ = "notices"
    __policy__ = Policy(insert=CASE_STAFF, update=CASE_STAFF, follows=Follows("households", "household_id"))
    __audited__ = True
    __table_args__ = (*belongs_to("households", "household_id"), Index(None, "office", "about"))

    household_id: Mapped[UUID]
    kind: Mapped[NoticeKind] = mapped_column(ByValue(NoticeKind))
    channel: Mapped[Channel] = mapped_column(ByValue(Channel))
    about: Mapped[UUID | None]
    sent_to: Mapped[str | None]
    text_ar: Mapped[str]
    text_en: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    sent_on: Mapped[date]
    counts_as_told_on: Mapped[date | None]
    assumed: Mapped[bool]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str | None]
    failed_because: Mapped[str | None]
