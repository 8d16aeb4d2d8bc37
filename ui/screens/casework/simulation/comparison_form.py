"""What is compared: the programme, its version, the other law, and the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.language import Wording, capitalised
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.fields.choice import Choice
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.date_field import DateField
from ui.parts.fields.field import Field
from ui.parts.tiles import Tiles
from ui.screens.casework.simulation.reading import applies, name_of
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.programmes.packs.compiled import Pack
    from ui.screens.casework.simulation.reading import Simulable

_LEAST = 230
"""Pixels that one field needs at 100 %."""


class ComparisonForm(Card):
    """Four fields; the other law is the same as the first until somebody chooses otherwise."""

    changed = Signal()

    def __init__(self, reader: Reader, today: date, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._reader = reader
        self._known: Simulable | None = None
        self.programme = ChoiceField(reader, self, unknown=False)
        self.before = ChoiceField(reader, self, unknown=False)
        self.against = ChoiceField(reader, self, unknown=False)
        self.day = DateField(reader, self, today=today)
        self.day.set_value(today)
        self._tiles = Tiles(_LEAST, 4, self)
        named: tuple[tuple[str, Callable[[], str], Field], ...] = (
            ("programme", lambda: self.tr("Programme"), self.programme),
            ("before", lambda: self.tr("Rules to compare with"), self.before),
            ("against", lambda: self.tr("The other rules"), self.against),
            ("day", lambda: self.tr("Day"), self.day),
        )
        for name, words, field in named:
            field.setObjectName(f"simulate-{name}")
            self._tiles.add(self._labelled(words, field))
            field.changed.connect(self._changed)
        self.column.addWidget(self._tiles)
        self.programme.changed.disconnect(self._changed)
        self.programme.changed.connect(self._programme_chosen)

    def show_versions(self, known: Simulable) -> None:
        """Offer what can be compared; what was chosen stays."""
        self._known = known
        self._offer()
        if not self.programme.typed_text() and known.packs:
            first = _first(known)
            self.choose(first.text.id)

    def choose(self, programme: str, version: str = "") -> None:
        """A programme, or one of its versions; both rules begin with it."""
        known = self._known
        if known is None or not known.versions(programme):
            return
        day = self.day.value() or known.today
        packs = [each for each in known.versions(programme) if each.text.version == version]
        pack = packs[0] if packs else known.in_force(programme, day)
        self.programme.set_value(programme)
        self._offer()
        self.before.set_value(name_of(pack))
        self.against.set_value(name_of(pack))
        self.changed.emit()

    def reword(self, reader: Reader) -> None:
        """Say the choices to another reader."""
        self._reader = reader
        for field in (self.programme, self.before, self.against, self.day):
            field.set_reader(reader)
        self._offer()

    @override
    def reworded(self) -> None:
        self._offer()

    def _labelled(self, words: Callable[[], str], field: Field) -> QWidget:
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        label = QLabel(block)
        label.setProperty("kind", "soft")
        label.setBuddy(field.control())
        self.say(label.setText, words)
        self.say(field.set_name, words)
        column.addWidget(label)
        column.addWidget(field)
        column.addStretch(1)
        return block

    def _programme_chosen(self) -> None:
        programme = self.programme.value()
        if programme is not None:
            self.choose(programme)

    def _changed(self) -> None:
        # Which version is in force depends on the day.
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        known = self._known
        if known is None:
            return
        titles = {each.text.id: each.text.title for each in known.packs}
        self.programme.set_choices([Choice(name, title) for name, title in titles.items()])
        programme = self.programme.typed_text()
        day = self.day.value() or known.today
        own = known.versions(programme)
        self.before.set_choices([Choice(name_of(each), self._version(each, day)) for each in own])
        others = [each for each in known.packs if each.text.id != programme]
        self.against.set_choices(
            [Choice(name_of(each), self._version(each, day)) for each in own]
            + [Choice(name_of(each), self._of_programme(each)) for each in others]
        )

    def _version(self, pack: Pack, day: date) -> Wording:
        """A version in the language that the choice is read in; the other one is never asked for."""
        if applies(pack.text, day):
            said = self.tr("{version}, in force that day").format(version=self._reader.code(pack.text.version))
        else:
            said = self.tr("Rules of {version}").format(version=self._reader.code(pack.text.version))
        return Wording(said, said)

    def _of_programme(self, pack: Pack) -> Wording:
        title = capitalised(self._reader.wording(pack.text.title))
        said = f"{title} · {self._reader.code(pack.text.version)}"
        return Wording(said, said)


def _first(known: Simulable) -> Pack:
    """What most offices ask about: a programme in force today with more than one version, else the first."""
    in_force = [each for each in known.packs if applies(each.text, known.today)]
    several = [each for each in in_force if len(known.versions(each.text.id)) > 1]
    return (several or in_force or list(known.packs))[0]
