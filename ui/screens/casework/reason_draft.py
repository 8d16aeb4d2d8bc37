"""A reason that somebody typed for a decision, as it is kept on the shelf until the decision is taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.drafts.kept import KeptDraft
    from ui.drafts.shelf import DraftShelf

KIND = "decision"


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """What was typed.

    Args:
        programme: id of the programme.
        member: the claimant, where the right is a person's own.
        refusing: whether a refusal was chosen.
        reason: in the office's words.
    """

    programme: str
    member: str | None
    refusing: bool
    reason: str


def put_by(
    shelf: DraftShelf, draft: ReasonDraft, *, key: str | None, file_number: str, version: int, staff: str, title: str
) -> str:
    """Keep the draft on the shelf and say its key; errors as of `DraftShelf.keep`."""
    from ui.drafts.kept import KeptDraft, new_key

    key = key or new_key(KIND)
    shelf.keep(KeptDraft(key, KIND, file_number, version, datetime.now(UTC), staff, title, draft))
    return key


def taken_up(
    shelf: DraftShelf, *, file_number: str, programme: str, member: str | None
) -> tuple[str, ReasonDraft] | None:
    """The draft of a claim that was kept last, with its key; None for none."""
    from desktop.values.errors import OfficeError

    for kept in shelf.all():
        if (kept.kind, kept.about) != (KIND, file_number):
            continue
        try:
            draft = kept.content_as(ReasonDraft)
        except OfficeError:
            continue  # of a program that kept something else; it stays where it is
        if (draft.programme, draft.member) == (programme, member):
            taken: KeptDraft | None = shelf.take_up(kept.key)
            return None if taken is None else (taken.key, draft)
    return None
