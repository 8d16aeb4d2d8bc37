"""What runs over the caseload are told in: how they ended, what became of files, and counts in plural forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.facts.codes import AmountStatus, Outcome
from desktop.values.language import capitalised
from desktop.values.money import Money
from ui.language.reader import Reader
from ui.parts.charts.marks import Fill, Series
from ui.parts.signs import Mark, Sign
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.casework.caseload_changes import ChangedFile
    from desktop.casework.caseload_runs import RunRecord
    from ui.screens.casework.caseload.reading import RunShown

translate = QCoreApplication.translate

LOSES, GAINS, UNSETTLED, AMOUNT, UNDECIDED, SAME = "loses", "gains", "unsettled", "amount", "undecided", "same"
KINDS = (LOSES, GAINS, UNSETTLED, AMOUNT, UNDECIDED, SAME)
"""Keys of what files are beside the last decision, as of `desktop.casework.caseload_changes.ChangeKind`."""

_TONES = {
    LOSES: (Tone.STOP, None),
    GAINS: (Tone.GOOD, None),
    UNSETTLED: (Tone.UNKNOWN, None),
    AMOUNT: (Tone.WAIT, None),
    UNDECIDED: (Tone.PLAIN, Sign.CLOCK),
    SAME: (Tone.PLAIN, Sign.DASH),
}


class CaseloadCounts(QObject):
    """Counts in plural forms, which are taken from the words of an object alone."""

    def households(self, number: int, reader: Reader) -> str:
        """How many families."""
        return _in_digits(self.tr("%n household(s)", "", number), number, reader)

    def assessed(self, number: int, reader: Reader) -> str:
        """How many were assessed before something ended it."""
        return _in_digits(self.tr("%n household(s) were assessed", "", number), number, reader)

    def not_assessed(self, number: int, reader: Reader) -> str:
        """How many could not be assessed."""
        return _in_digits(self.tr("%n household(s) could not be assessed", "", number), number, reader)

    def closed(self, number: int, reader: Reader) -> str:
        """How many files were left alone."""
        return _in_digits(self.tr("%n closed file(s) left alone", "", number), number, reader)

    def open_amounts(self, number: int, reader: Reader) -> str:
        """Of how many the amount is open."""
        return _in_digits(self.tr("the amount of %n household(s) is not wholly known", "", number), number, reader)

    def opened(self, number: int, reader: Reader) -> str:
        """How much work was made."""
        return _in_digits(self.tr("%n thing(s) put on the list of work", "", number), number, reader)

    def left(self, seconds: float, reader: Reader) -> str:
        """How long it still takes."""
        minutes = round(seconds / 60)
        if minutes < 1:
            return self.tr("less than a minute left")
        return _in_digits(self.tr("about %n minute(s) left", "", minutes), minutes, reader)

    def pace(self, files: float, reader: Reader) -> str:
        """How many a second, never none."""
        number = max(1, round(files))
        return _in_digits(self.tr("%n household(s) a second", "", number), number, reader)


def kind_words(kind: str) -> str:
    """What a file is beside the last decision."""
    return {
        LOSES: translate("CaseloadWords", "No longer eligible"),
        GAINS: translate("CaseloadWords", "Eligible by now"),
        UNSETTLED: translate("CaseloadWords", "Undetermined by now"),
        AMOUNT: translate("CaseloadWords", "Another amount"),
        UNDECIDED: translate("CaseloadWords", "Not decided yet"),
        SAME: translate("CaseloadWords", "As decided"),
    }[kind]


def kind_mark(kind: str) -> Mark:
    """The same as a chip."""
    tone, sign = _TONES[kind]
    return Mark(tone, kind_words(kind), sign)


def state_mark(run: RunRecord) -> Mark:
    """How a run ended."""
    match run.state.value:
        case "whole":
            return Mark(Tone.GOOD, translate("CaseloadWords", "Whole"))
        case "stopped":
            return Mark(Tone.WAIT, translate("CaseloadWords", "Stopped"))
        case _:
            return Mark(Tone.UNKNOWN, translate("CaseloadWords", "Not ended"))


def outcome_series(reader: Reader) -> tuple[Series, ...]:
    """The outcomes, as charts tell them."""
    looks = {
        Outcome.ELIGIBLE: (Tone.GOOD, Fill.SOLID),
        Outcome.INELIGIBLE: (Tone.STOP, Fill.STRIPES),
        Outcome.UNDETERMINED: (Tone.UNKNOWN, Fill.DOTS),
    }
    return tuple(Series(each.value, outcome_words(reader, each), *looks[each]) for each in Outcome)


def outcome_words(reader: Reader, outcome: Outcome) -> str:
    """An outcome of a household, which is feminine in Arabic."""
    return capitalised(reader.wording(outcome.label_for(female=True)))


def found_words(row: ChangedFile, reader: Reader) -> str:
    """What a run found due of a file, as far as it is known."""
    if row.outcome is not Outcome.ELIGIBLE or row.due_low is None:
        return outcome_words(reader, row.outcome)
    least = reader.money(Money(row.due_low, row.currency))
    if row.due is not None and row.due.value == "open":
        return translate("CaseloadWords", "at least {low}").format(low=least)
    return least


def decided_words(row: ChangedFile, reader: Reader) -> str:
    """What the office granted last, or what it did."""
    if row.decided is None:
        return ""
    kind = capitalised(reader.wording(row.decided.label))
    if row.decided_minor is not None:
        return reader.money(Money(row.decided_minor, row.currency))
    if row.decided_status is AmountStatus.UNPUBLISHED:
        return reader.wording(AmountStatus.UNPUBLISHED.label)
    return kind


def unfinished_words(record: RunRecord, reader: Reader) -> str:
    """That a run did not go through, and what going on does."""
    count = CaseloadCounts().assessed(record.files, reader)
    begun = reader.instant(record.begun_at)
    if record.state.value == "stopped":
        said = translate(
            "CaseloadWords", "The run begun {begun} was stopped; {count} by then. Going on assesses the rest."
        )
        return said.format(begun=begun, count=count)
    said = translate(
        "CaseloadWords",
        "The run begun {begun} by {staff} has no end on record; {count} so far. It broke off, or still goes on at "
        "another desk. Going on assesses what is left.",
    )
    return said.format(begun=begun, staff=reader.colleague(record.begun_by), count=count)


def context_words(shown: RunShown | None, reader: Reader) -> str:
    """What is shown; before any run, what the screen does."""
    if shown is None:
        return translate(
            "CaseloadWords", "Every open file under one programme and day: what comes out, and where it differs."
        )
    parts = [capitalised(reader.wording(shown.title)), reader.day(shown.on, both=True)]
    if shown.record is not None:
        parts.append(
            translate("CaseloadWords", "Begun {begun} by {staff}").format(
                begun=reader.instant(shown.record.begun_at), staff=reader.colleague(shown.record.begun_by)
            )
        )
    return " · ".join(parts)


def _in_digits(words: str, number: int, reader: Reader) -> str:
    return words.replace(str(number), reader.number(number))
