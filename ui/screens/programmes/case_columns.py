"""The columns of a programme's own cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.facts.codes import Outcome
from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated, left_to_right
from desktop.values.language import capitalised
from desktop.values.money import Currency, Money
from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.parts.table.columns import Choice, Column
from ui.screens.casework.sheet_words import TONES, amount_words
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.checking.cases import Case, CaseResult

AGREES, DIFFERS, NOT_RUN = "agrees", "differs", "not_run"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case and what the rules answered to it; None before it was run."""

    number: int
    case: Case
    currency: Currency
    result: CaseResult | None = None

    @property
    def state(self) -> str:
        """Whether the answer is the one expected."""
        if self.result is None:
            return NOT_RUN
        return AGREES if self.result.agrees else DIFFERS


class CaseColumns(QObject):
    """Makes the columns."""

    def all(self) -> tuple[Column[CaseRow], ...]:
        """A case in its sentence, what must come out, and what does."""
        return (
            Column(
                "case",
                lambda: self.tr("Case"),
                lambda row, reader: isolated(capitalised(reader.wording(row.case.says))),
                second=self._source,
                sort_value=lambda row: row.number,
                width=320,
                stretch=True,
                hideable=False,
            ),
            Column(
                "day",
                lambda: self.tr("Day"),
                lambda row, reader: reader.day(row.case.on),
                sort_value=lambda row: row.case.on,
                export=lambda row: row.case.on,
                width=135,
            ),
            Column(
                "expected",
                lambda: self.tr("Expected"),
                self._expected,
                second=self._expected_amount,
                choices=self._outcomes,
                filter_value=lambda row: row.case.expect.outcome,
                width=210,
            ),
            Column(
                "found",
                lambda: self.tr("The rules’ answer"),
                lambda _row, _reader: "",
                second=self._found,
                mark=self._mark,
                sort_value=lambda row: row.state,
                choices=self._states,
                filter_value=lambda row: row.state,
                width=230,
            ),
        )

    def _source(self, row: CaseRow, _reader: Reader) -> str:
        if row.case.source is None:
            return ""
        return self.tr("Source {source}").format(source=left_to_right(row.case.source))

    def _expected(self, row: CaseRow, reader: Reader) -> str:
        return capitalised(reader.wording(Outcome[row.case.expect.outcome.upper()].label))

    def _expected_amount(self, row: CaseRow, reader: Reader) -> str:
        amount = row.case.expect.amount
        if amount is None:
            return ""
        try:
            return reader.money(Money.of(amount, row.currency))
        except OfficeError:
            return isolated(reader.digits(amount))

    def _mark(self, row: CaseRow, _reader: Reader) -> Mark:
        if row.state == NOT_RUN:
            return Mark(Tone.PLAIN, self._state(NOT_RUN), Sign.DASH)
        return Mark(Tone.GOOD if row.state == AGREES else Tone.STOP, self._state(row.state))

    def _found(self, row: CaseRow, reader: Reader) -> str:
        """What came out, in words; of a case that differs in something else, what differs."""
        if row.result is None:
            return ""
        if row.result.assessment is None:
            return isolated(" · ".join(row.result.differences))
        given = row.result.assessment
        outcome = capitalised(reader.wording(given.outcome.label))
        amount = "" if given.amount is None else amount_words(reader, given.amount, period=False)
        said = " · ".join(each for each in (outcome, amount) if each)
        same = given.outcome.value == row.case.expect.outcome
        if row.result.differences and same:
            return f"{said} · {isolated('; '.join(row.result.differences))}"
        return said

    def _state(self, state: str) -> str:
        return {
            AGREES: self.tr("Agrees"),
            DIFFERS: self.tr("Differs"),
            NOT_RUN: self.tr("Not run yet"),
        }[state]

    def _states(self, _reader: Reader) -> Sequence[Choice]:
        return [Choice(each, self._state(each)) for each in (AGREES, DIFFERS, NOT_RUN)]

    def _outcomes(self, reader: Reader) -> Sequence[Choice]:
        return [Choice(each.value, capitalised(reader.wording(each.label))) for each in TONES]
