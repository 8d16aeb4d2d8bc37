"""A kept draft, and the one file that holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar
from uuid import uuid4

import msgspec

from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated

FORMAT: Final = 1
"""Of the file on the shelf; a program that reads 1 leaves alone what says 2."""

_KEY = re.compile(r"[a-z][a-z_]{0,31}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_Form = TypeVar("_Form")


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A form as it stood when it was last kept.

    Args:
        key: of the draft, from `new_key`; the name of its file.
        kind: of the form: 'registration', 'amendment', 'decision'.
        about: file number that the form is about; '' for one that has none yet.
        opened_version: version of the file that the form was opened with; None where there is none.
        saved_at: when it was kept, aware.
        staff: login of whoever fills the form in.
        title: what the draft is called when it is offered again; it may name people.
        content: the form itself: what msgspec writes as JSON when it is kept, its plain JSON when it is found.
    """

    key: str
    kind: str
    about: str
    opened_version: int | None
    saved_at: datetime
    staff: str
    title: str
    content: object

    def __post_init__(self) -> None:
        """ValueError for a key that is no name of a file, and for an instant without its zone."""
        if _KEY.fullmatch(self.key) is None:
            raise ValueError(f"not a draft's key: {self.key!r}")
        if self.saved_at.tzinfo is None:
            raise ValueError("an instant without its zone")

    def content_as(self, form: type[_Form]) -> _Form:
        """The content read as the form that was kept.

        Raises:
            OfficeError: `drafts.of_another_form`, where it is none; the draft stays on the shelf.
        """
        try:
            return msgspec.convert(self.content, form)
        except (msgspec.ValidationError, ValueError) as fault:
            raise OfficeError("drafts.of_another_form", title=isolated(self.title)) from fault


def new_key(kind: str) -> str:
    """A key that no other draft has, of this program or of another one of the same person."""
    return f"{kind}-{uuid4()}"


class _Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file of a draft. Its key is its name alone, so that giving it another name is all that taking it up needs."""

    format: int
    kind: str
    about: str
    opened_version: int | None
    saved_at: datetime
    staff: str
    title: str
    content: object


class _Head(msgspec.Struct, frozen=True):
    format: int


class NewerSheetError(Exception):
    """The file was written by a newer program."""


def sheet_of(draft: KeptDraft) -> bytes:
    """The draft as its file holds it."""
    return msgspec.json.encode(
        _Sheet(
            format=FORMAT,
            kind=draft.kind,
            about=draft.about,
            opened_version=draft.opened_version,
            saved_at=draft.saved_at,
            staff=draft.staff,
            title=draft.title,
            content=draft.content,
        )
    )


def draft_of(key: str, sheet: bytes) -> KeptDraft:
    """The draft that a file holds.

    Raises:
        NewerSheetError: written by a newer program.
        ValueError: half of a draft, or none at all.
    """
    try:
        if msgspec.json.decode(sheet, type=_Head).format > FORMAT:
            raise NewerSheetError(key)
        read = msgspec.json.decode(sheet, type=_Sheet)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as fault:
        raise ValueError(key) from fault
    return KeptDraft(
        key, read.kind, read.about, read.opened_version, read.saved_at, read.staff, read.title, read.content
    )
