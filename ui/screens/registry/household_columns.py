"""The columns of lists of households: of every file in an order, and of what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.values.isolates import isolated
from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.parts.table.columns import Choice, Column, open_button
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.registry.answers import HouseholdSummary, SearchHit

OPEN, CLOSED = "open", "closed"
LAST_DAYS = (30, 365)
"""Days back that a list may be narrowed to."""

SIZES = ((1, 1), (2, 4), (5, 7), (8, None))
"""Members from and up to: a person alone, small, middling and large families."""


class HouseholdColumns(QObject):
    """Makes the columns; keys of those that sort are those of `desktop.registry.listing.SortColumn`.

    Args:
        sections: values of the sections that who sits here sees; with one there is nothing to choose.
    """

    def __init__(self, sections: Collection[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections = [each for each in ("general", "women") if each in sections]

    def of_list(self) -> tuple[Column[HouseholdSummary], ...]:
        """Of the list of every file."""
        return (
            Column(
                "head_name",
                lambda: self.tr("Household"),
                lambda row, _reader: isolated(row.head_name),
                sort_value=lambda row: row.head_name,
                width=250,
                stretch=True,
                hideable=False,
                strong=True,
            ),
            Column(
                "file_number",
                lambda: self.tr("File number"),
                lambda row, reader: reader.code(row.file_number),
                export=lambda row: row.file_number,
                sort_value=lambda row: row.file_number,
                width=150,
                hideable=False,
            ),
            Column(
                "members",
                lambda: self.tr("Members"),
                lambda row, reader: reader.number(row.member_count),
                sort_value=lambda row: row.member_count,
                choices=self._sizes,
                export=lambda row: row.member_count,
                width=90,
            ),
            self._section(),
            self._standing(),
            Column(
                "registered",
                lambda: self.tr("Registered"),
                lambda row, reader: reader.day(row.registered_at.astimezone(reader.zone).date()),
                sort_value=lambda row: row.registered_at,
                choices=self._lately,
                export=lambda row: row.registered_at.date(),
                width=130,
            ),
            Column(
                "changed",
                lambda: self.tr("Last changed"),
                lambda row, reader: reader.day(row.changed_at.astimezone(reader.zone).date()),
                sort_value=lambda row: row.changed_at,
                export=lambda row: row.changed_at.date(),
                width=130,
            ),
            open_button(lambda: self.tr("Open"), width=90),
        )

    def of_hits(self) -> tuple[Column[SearchHit], ...]:
        """Of what a search found: who, in whose household, and by what."""
        return (
            Column(
                "who",
                lambda: self.tr("Found"),
                lambda hit, _reader: isolated(hit.person.name if hit.person is not None else hit.summary.head_name),
                second=lambda hit, _reader: self._of_whom(hit),
                width=280,
                stretch=True,
                hideable=False,
                strong=True,
            ),
            Column("found_by", lambda: self.tr("Found by"), lambda hit, _reader: self._found_by(hit), width=120),
            Column(
                "file_number",
                lambda: self.tr("File number"),
                lambda hit, reader: reader.code(hit.summary.file_number),
                export=lambda hit: hit.summary.file_number,
                width=150,
                hideable=False,
            ),
            Column(
                "members",
                lambda: self.tr("Members"),
                lambda hit, reader: reader.number(hit.summary.member_count),
                export=lambda hit: hit.summary.member_count,
                width=90,
                shown=False,
            ),
            Column(
                "standing",
                lambda: self.tr("File"),
                lambda _hit, _reader: "",
                mark=lambda hit, _reader: self._mark(hit.summary),
                width=130,
            ),
            open_button(lambda: self.tr("Open"), width=90),
        )

    def _section(self) -> Column[HouseholdSummary]:
        return Column(
            "section",
            lambda: self.tr("Section"),
            lambda row, _reader: self._section_words(row.section.value),
            choices=self._section_choices if len(self._sections) > 1 else None,
            filter_value=lambda row: row.section.value,
            width=130,
        )

    def _standing(self) -> Column[HouseholdSummary]:
        return Column(
            "standing",
            lambda: self.tr("File"),
            lambda _row, _reader: "",
            mark=lambda row, _reader: self._mark(row),
            choices=lambda _reader: (Choice(OPEN, self.tr("Open files")), Choice(CLOSED, self.tr("Closed files"))),
            width=130,
        )

    def _mark(self, row: HouseholdSummary) -> Mark:
        if row.sealed:
            return Mark(Tone.WAIT, self.tr("Sealed"), Sign.LOCK)
        if row.closed_at is not None:
            return Mark(Tone.STOP, self.tr("Closed"))
        return Mark(Tone.GOOD, self.tr("Open", "a file"))

    def _section_words(self, section: str) -> str:
        return self.tr("Women’s section") if section == "women" else self.tr("General section")

    def _section_choices(self, _reader: Reader) -> Sequence[Choice]:
        return [Choice(each, self._section_words(each)) for each in self._sections]

    def _sizes(self, reader: Reader) -> Sequence[Choice]:
        return [Choice(f"{low}-{high or ''}", reader.digits(self._size(low, high))) for low, high in SIZES]

    def _size(self, low: int, high: int | None) -> str:
        if high is None:
            return self.tr("{low} members or more").format(low=low)
        if low == high:
            return self.tr("One person")
        return self.tr("{low} to {high} members").format(low=low, high=high)

    def _lately(self, reader: Reader) -> Sequence[Choice]:
        words = {30: self.tr("Registered in the last 30 days"), 365: self.tr("Registered in the last 365 days")}
        return [Choice(str(days), reader.digits(words[days])) for days in LAST_DAYS]

    def _of_whom(self, hit: SearchHit) -> str:
        if hit.person is None or hit.person.name == hit.summary.head_name:
            return self.tr("The file is in this name")
        return self.tr("in the household of {head}").format(head=isolated(hit.summary.head_name))

    def _found_by(self, hit: SearchHit) -> str:
        return {
            "name": self.tr("Name"),
            "national_id": self.tr("Identity number"),
            "file_number": self.tr("File number"),
            "phone": self.tr("Telephone"),
        }[hit.found_by.value]
