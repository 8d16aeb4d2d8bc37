"""What every code of the contract is: a value for files, and a label that agrees with the person it is said of."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.values.language import Wording

if TYPE_CHECKING:
    from typing import Self


class Code(StrEnum):
    """One allowed value of a fact, written `NAME = value, Arabic, English[, feminine Arabic]`.

    Arabic agrees with the person (متزوج، متزوجة), so a label that describes a person carries both forms.
    """

    _value_: str
    masculine: str
    feminine: str
    english: str

    def __new__(cls, value: str, arabic: str, english: str, feminine: str | None = None) -> Self:
        """Keep the bare value as the code itself, so that files and packs never see a label."""
        code = str.__new__(cls, value)
        code._value_ = value
        code.masculine = arabic
        code.feminine = feminine if feminine is not None else arabic
        code.english = english
        return code

    @property
    def label(self) -> Wording:
        """The label where nobody's sex is known or the label describes no person."""
        return Wording(ar=self.masculine, en=self.english)

    def label_for(self, *, female: bool) -> Wording:
        """The label said of a woman or of a man."""
        return Wording(ar=self.feminine if female else self.masculine, en=self.english)
