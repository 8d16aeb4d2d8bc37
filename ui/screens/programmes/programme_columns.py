"""The columns of the list of programmes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.facts.codes import Country
from desktop.values.isolates import isolated
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.parts.table.columns import Choice, Column, open_button
from ui.screens.programmes.reading import ListedProgramme
from ui.screens.programmes.rule_words import RuleCounts, mix_words, unit_words

_HOUSEHOLD, _MEMBER = "household", "member"


class ProgrammeColumns(QObject):
    """Makes the columns."""

    def all(self) -> tuple[Column[ListedProgramme], ...]:
        """A programme by the version that is the law today."""
        return (
            Column(
                "title",
                lambda: self.tr("Programme"),
                lambda row, reader: isolated(reader.wording(row.title)),
                second=lambda row, reader: reader.code(row.programme),
                sort_value=lambda row: row.title.ar,
                width=290,
                stretch=True,
                hideable=False,
                strong=True,
            ),
            Column(
                "country",
                lambda: self.tr("Country"),
                lambda row, reader: capitalised(reader.wording(row.country.label)),
                choices=self._countries,
                filter_value=lambda row: row.country.value,
                width=110,
                shown=False,
            ),
            Column(
                "since",
                lambda: self.tr("In force since"),
                lambda row, reader: reader.day(row.since),
                second=lambda row, _reader: "" if row.in_force else self.tr("not today"),
                sort_value=lambda row: row.since,
                export=lambda row: row.since,
                width=125,
            ),
            Column(
                "versions",
                lambda: self.tr("Versions"),
                lambda row, reader: reader.number(row.versions),
                sort_value=lambda row: row.versions,
                export=lambda row: row.versions,
                width=90,
            ),
            Column(
                "unit",
                lambda: self.tr("Whose right"),
                lambda row, _reader: unit_words(of_member=row.of_member),
                choices=self._units,
                filter_value=lambda row: _MEMBER if row.of_member else _HOUSEHOLD,
                width=150,
            ),
            Column(
                "criteria",
                lambda: self.tr("Criteria"),
                lambda row, reader: RuleCounts().criteria(row.criteria, reader),
                second=lambda row, reader: RuleCounts().categories(row.categories, reader) if row.categories else "",
                sort_value=lambda row: row.criteria,
                export=lambda row: row.criteria,
                width=120,
            ),
            Column(
                "confidence",
                lambda: self.tr("How sure"),
                self._surest,
                second=lambda row, reader: mix_words(dict(list(row.confidence.items())[:2]), reader),
                sort_value=self._share,
                export=self._share,
                width=270,
            ),
            open_button(lambda: self.tr("Open"), width=90),
        )

    def _surest(self, row: ListedProgramme, reader: Reader) -> str:
        return self.tr("{share}% on official text").format(share=reader.number(self._share(row)))

    @staticmethod
    def _share(row: ListedProgramme) -> int:
        """Per cent of rules and figures that rest on an official text."""
        every = sum(row.confidence.values())
        official = sum(count for each, count in row.confidence.items() if each.value.startswith("official"))
        return round(100 * official / every) if every else 0

    def _countries(self, reader: Reader) -> Sequence[Choice]:
        return [Choice(each.value, capitalised(reader.wording(each.label))) for each in Country]

    def _units(self, _reader: Reader) -> Sequence[Choice]:
        return [
            Choice(_HOUSEHOLD, unit_words(of_member=False)),
            Choice(_MEMBER, unit_words(of_member=True)),
        ]
