"""Whether the assessment shown still holds, and what followed from it, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.facts.codes import Outcome
from ui.language.reader import Reader
from ui.screens.casework.note_line import NoteLine
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from ui.screens.casework.reading import SheetAnswer


class StandingLine(NoteLine):
    """Hidden where the assessment holds and nothing followed yet."""

    def show_answer(self, answer: SheetAnswer, reader: Reader) -> None:
        """Say what stands in the way first, then what was done already."""
        assessed, decision = answer.assessed, answer.decision
        if assessed is None:
            self.tell(self.tr("This household’s eligibility was not assessed yet."), Tone.PLAIN)
            return
        day = reader.day(assessed.on)
        if answer.facts_changed:
            words = self.tr("The file’s facts changed after this assessment of {day}; assess again before deciding.")
            self.tell(words.format(day=day), Tone.WAIT)
        elif answer.rules_changed:
            words = self.tr("These rules read otherwise now than on {day}; assess again before deciding.")
            self.tell(words.format(day=day), Tone.WAIT)
        elif decision is not None:
            words = self.tr("Decision {number} was taken on this assessment on {day}.")
            self.tell(words.format(number=reader.code(decision.number), day=reader.day(decision.decided_on)), Tone.GOOD)
        elif assessed.outcome is Outcome.UNDETERMINED and answer.request is not None:
            words = self.tr("The family was asked for the missing facts on {day}.")
            self.tell(words.format(day=reader.day(answer.request.sent_on)), Tone.PLAIN)
        else:
            self.clear()
