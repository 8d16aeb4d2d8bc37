"""What can be chosen in a field: a code, its label, and how it is said of a woman."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.facts.code import Code
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a `ChoiceField`.

    Args:
        code: what is kept.
        label: said of a man, or where nobody's sex is known.
        feminine: said of a woman, where that differs.
    """

    code: str
    label: Wording
    feminine: Wording | None = None

    def said(self, *, female: bool | None) -> Wording:
        """The label that agrees with the person."""
        return self.feminine if female and self.feminine is not None else self.label


def choices_of(codes: Iterable[Code]) -> tuple[Choice, ...]:
    """The choices of a class of codes, in its order."""
    return tuple(Choice(code.value, code.label, code.label_for(female=True)) for code in codes)
