"""What is asked of the notices room, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.notices.channels import Channel, NoticeKind
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """Something to tell a family.

    Args:
        household: id of the file.
        text: what they are told, as it is told.
        about: id of what it tells of, by which its told day is found again.
        sent_to: the address or number used, where it is known.
        sent_on: the day it went out (Gregorian); today unless said.
    """

    household: UUID
    kind: NoticeKind
    channel: Channel
    text: Wording
    about: UUID | None = None
    sent_to: str | None = None
    sent_on: date | None = None
