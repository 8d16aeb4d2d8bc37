"""What issued papers are called on the screen: their states, days and copies, the same in every list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.issuing.answers import IssuedAnswer
    from desktop.issuing.verdicts import VerificationAnswer

_ISSUED, _RESERVED = "issued", "reserved"
_LAPSED = "expired"

translate = QCoreApplication.translate


class CopyWords(QObject):
    """Counts in plural forms, which are taken from the words of an object alone."""

    def again(self, times: int) -> str:
        """How often a paper was handed out again."""
        return self.tr("Reprinted %n time(s)", "", times)


def state_words(state: str) -> str:
    """A state by its value, in the language of the window."""
    return {
        _ISSUED: translate("PaperWords", "Issued"),
        _RESERVED: translate("PaperWords", "Never finished"),
    }.get(state, translate("PaperWords", "Withdrawn"))


def state_mark(paper: IssuedAnswer) -> Mark:
    """How a paper stands."""
    tone, sign = {_ISSUED: (Tone.GOOD, None), _RESERVED: (Tone.WAIT, Sign.CLOCK)}.get(
        paper.state.value, (Tone.STOP, None)
    )
    return Mark(tone, state_words(paper.state.value), sign)


def day_of(paper: IssuedAnswer, reader: Reader) -> date:
    """The day it was issued at the office, or reserved where it never was."""
    return (paper.issued_at or paper.reserved_at).astimezone(reader.zone).date()


def copies_words(paper: IssuedAnswer, reader: Reader) -> str:
    """«أعيدت طباعتها مرتين»; empty for a paper that was handed out once or never."""
    again = paper.copies - 1
    if again < 1:
        return ""
    return reader.digits(CopyWords().again(again))


def verdict_tone(verdict: VerificationAnswer) -> Tone:
    """Good for what may be relied on, waiting for what has lapsed, stop for the rest."""
    if not verdict.believed:
        return Tone.STOP
    return Tone.WAIT if verdict.state.value == _LAPSED else Tone.GOOD
