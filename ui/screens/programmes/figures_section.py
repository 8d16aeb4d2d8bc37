"""The figures of the law: each with its value and source, tables, and readings where sources conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from desktop.programmes.answers.rules_in_words import parameter_in_words, stated_in_words
from desktop.programmes.answers.wording import option_in_words
from desktop.programmes.packs.cited import of_other
from desktop.programmes.simulation.cells import cells_of
from desktop.values.isolates import isolated
from desktop.values.language import capitalised
from ui.parts.key_value import Fact
from ui.parts.signs import Mark
from ui.screens.programmes.entry import Entry, Onward
from ui.screens.programmes.entry_card import EntryCard, FigureGrid
from ui.screens.programmes.rule_words import key_words, name_words
from ui.screens.programmes.section import Section
from ui.shell.destinations import Destination, Place
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import PackText, Parameter, Reading, TableOf
    from ui.screens.programmes.reading import OpenedProgramme

_UNPUBLISHED = "unpublished"


class FiguresSection(Section):
    """Figures never published stand by themselves, so that nobody takes them for forgotten."""

    @override
    def cards(self, opened: OpenedProgramme) -> Sequence[EntryCard]:
        text = opened.text
        own = {name: each for name, each in text.parameters.items() if not of_other(text, name)}
        found = []
        stated = [self._figure(text, name, each) for name, each in own.items() if not each.unpublished]
        if stated:
            found.append(self.card(text, self.tr("Figures of the law"), stated))
        unpublished = [self._figure(text, name, each) for name, each in own.items() if each.unpublished]
        if unpublished:
            note = self.tr("The law leaves them to a decision that was not published; no figure is guessed.")
            found.append(self.card(text, self.tr("Figures never published"), unpublished, note))
        found += [self._table(text, name, each) for name, each in text.tables.items() if not of_other(text, name)]
        readings = [self._reading(text, name, each) for name, each in text.readings.items() if not of_other(text, name)]
        if readings:
            found.append(self.card(text, self.tr("Readings where sources conflict or are silent"), readings))
        return found

    def _figure(self, text: PackText, name: str, parameter: Parameter) -> Entry:
        words = capitalised(self.reader.wording(parameter_in_words(parameter)))
        marks = (Mark(Tone.UNKNOWN, self.tr("Unpublished")),) if parameter.unpublished else ()
        return Entry(
            key=name,
            title=name_words(text, name, self.reader),
            value=words,
            marks=marks,
            cite=parameter.cite,
            facts=(Fact(self.tr("Name in the rules"), isolated(f":{name}")),),
            onward=self._onward(text, name, self.tr("Simulate a change of this figure")),
        )

    def _onward(self, text: PackText, name: str, words: str) -> Onward | None:
        """To what a change of it would do, for who may ask; only a right of the office's own country is simulated."""
        own = text.country == self.workplace.seat.place.country.value
        if not (own and text.benefits and self.workplace.may("simulate")):
            return None
        return Onward(words, partial(self._simulate, Destination(Place.SIMULATION, f"{text.id}@{text.version}", name)))

    def _simulate(self, destination: Destination) -> None:
        self.workplace.go(destination)

    def _table(self, text: PackText, name: str, table: TableOf) -> EntryCard:
        reader = self.reader
        heading = name_words(text, name, reader)
        card = EntryCard(heading, self)
        by = name_words(text, table.by, reader)
        rows = [
            (key_words(table, key, reader), reader.wording(stated_in_words(cell, table.unit)))
            for key, cell in table.rows.items()
        ]
        if table.beyond is not None:
            beyond = (
                self.tr("unpublished")
                if table.beyond == _UNPUBLISHED
                else reader.wording(stated_in_words(table.beyond, table.unit))
            )
            rows.append((self.tr("Beyond that"), beyond))
        card.add_head(FigureGrid((by, self.tr("Amount")), rows, card))
        said = tuple(f"{key}: {cell}" for key, cell in rows)
        card.show_entries(
            [
                Entry(
                    key=name,
                    title=self.tr("Where the table is written"),
                    cite=table.cite,
                    facts=(Fact(self.tr("Name in the rules"), isolated(name)), Fact(heading, " · ".join(said))),
                    onward=self._onward(
                        text, next(cells_of(text, name)).name, self.tr("Simulate a change of this table")
                    ),
                )
            ],
            text.laws,
            reader,
        )
        return card

    def _reading(self, text: PackText, name: str, reading: Reading) -> Entry:
        reader = self.reader
        return Entry(
            key=name,
            title=reader.wording(reading.label),
            lines=tuple(self._options(reading)),
            value=Mark(Tone.GOOD, reader.wording(option_in_words(reading, reading.default))),
            cite=reading.cite,
            facts=(Fact(self.tr("Name in the rules"), isolated(f":{name}")),),
            onward=self._onward(text, name, self.tr("Simulate another reading")),
        )

    def _options(self, reading: Reading) -> Iterator[str]:
        reader = self.reader
        taken = reader.wording(option_in_words(reading, reading.default))
        yield self.tr("Taken: {option}").format(option=taken)
        between = "؛ " if reader.right_to_left else "; "
        others = between.join(reader.wording(option_in_words(reading, each)) for each in reading.other)
        if others:
            yield self.tr("The other reading: {others}").format(others=others)
        yield reader.wording(reading.why)
