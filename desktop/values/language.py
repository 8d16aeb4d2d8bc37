"""The two languages of the office and the pair of texts that everything shown to a person is made of."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Language(StrEnum):
    """A language that the office speaks; Arabic leads."""

    ARABIC = "ar"
    ENGLISH = "en"


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One meaning in both languages; never half of it."""

    ar: str
    en: str

    def said_in(self, language: Language) -> str:
        """The text in `language`."""
        return self.ar if language is Language.ARABIC else self.en


def capitalised(text: str) -> str:
    """`text` as it opens a line of its own: its first letter large, where the script has large letters."""
    return text[:1].upper() + text[1:]
