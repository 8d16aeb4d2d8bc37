"""What is asked of the issuing room, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.issuing.contents import Content
from desktop.values.language import Language


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A paper to be issued.

    Args:
        content: worded completely; its `issue` is `letterhead.blank_issue(desk)`, completed when a serial is reserved.
        file_number: of the household, as its papers carry it.
        household: whose paper it is; None only for a paper about no registered file.
        person: the member it speaks of, where the registry knows them.
        arabic_digits: whether an Arabic paper takes ٠-٩.
    """

    content: Content
    file_number: str
    household: UUID | None
    person: UUID | None = None
    language: Language = Language.ARABIC
    arabic_digits: bool = True


@dataclass(frozen=True, slots=True)
class Collector:
    """Who took a copy: the holder or somebody else, and what they are to the holder («ابن»، «وكيل»)."""

    name: str
    relation: str
