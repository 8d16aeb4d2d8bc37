"""The navigation at the leading edge: the places that this person's role uses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.shell.destinations import PLACES, Place
from ui.theme.tokens import GRID

WIDTH = 204
"""Pixels at 100 % text size."""


class _PlaceButton(QPushButton):
    """One place, with how much waits there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, 0)
        self.count = QLabel(self)
        self.count.setProperty("kind", "count")
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.count.hide()
        layout.addStretch(1)
        layout.addWidget(self.count)


class Rail(Worded, QWidget):
    """The list of places; Alt with a number goes to one, arrow keys move along it."""

    chosen = Signal(object)
    """A `Place`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: dict[Place, _PlaceButton] = {}
        self._counts: dict[Place, int] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GRID + 2, GRID * 2, GRID + 2, GRID * 2)
        self._layout.setSpacing(2)
        name = QLabel(self)
        name.setProperty("kind", "title")
        self.say(name.setText, lambda: self.tr("Yusr"))
        motto = Text("small", self, wraps=True)
        self.say(motto.setText, lambda: self.tr("Look into need with discretion, pay with ease"))
        for label in (name, motto):
            label.setContentsMargins(GRID, 0, GRID, 0)
            self._layout.addWidget(label)
        self._layout.addSpacing(GRID)
        self._layout.addStretch(1)
        self.say(self.setAccessibleName, lambda: self.tr("Navigation"))

    def show_places(self, places: list[Place], reader: Reader) -> None:
        """Show exactly these places, in the order given."""
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        self._reader = reader
        for number, place in enumerate(places, start=1):
            button = _PlaceButton(self)
            button.setObjectName(f"place_{place}")
            # Toggled and not clicked: a screen reader's «toggle» is no click, and a place is gone to either way.
            button.toggled.connect(lambda _checked, place=place: self._gone_to(place))
            button.setShortcut(f"Alt+{number}")
            self._layout.insertWidget(self._layout.count() - 1, button)
            self._buttons[place] = button
        self.reworded()

    def mark(self, place: Place) -> None:
        """Mark where one is; a screen that is not listed marks the place that it is reached from."""
        shown = PLACES[place].under or place
        for each, button in self._buttons.items():
            button.blockSignals(True)
            button.setChecked(each is shown)
            button.blockSignals(False)

    def focus_marked(self) -> None:
        """Put the keyboard on the place where one is."""
        for button in self._buttons.values():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def count(self, place: Place, number: int) -> None:
        """How much waits at a place; 0 shows nothing."""
        self._counts[place] = number
        self._show_count(place)

    def show_reader(self, reader: Reader) -> None:
        """Show the counts in other digits."""
        self._reader = reader
        for place in self._buttons:
            self._show_count(place)

    def reworded(self) -> None:
        """Name the places in the language of the moment."""
        words = self._words()
        for place, button in self._buttons.items():
            # Setting a text anew drops the shortcut of a button.
            shortcut = button.shortcut()
            button.setText(words[place])
            button.setShortcut(shortcut)
            button.setToolTip(shortcut.toString())
            self._show_count(place)

    def _gone_to(self, place: Place) -> None:
        self.mark(place)
        self.chosen.emit(place)

    def _words(self) -> dict[Place, str]:
        return {
            Place.MY_DESK: self.tr("My desk"),
            Place.HOUSEHOLDS: self.tr("Households"),
            Place.EMPOWERMENT: self.tr("Empowerment"),
            Place.ISSUED_DOCUMENTS: self.tr("Issued documents"),
            Place.PROGRAMMES: self.tr("Programmes"),
            Place.RANKING: self.tr("Ranking"),
            Place.SIMULATION: self.tr("Simulation"),
            Place.CASELOAD: self.tr("Assess all"),
        }

    def _show_count(self, place: Place) -> None:
        button, number = self._buttons.get(place), self._counts.get(place, 0)
        if button is None:
            return
        button.count.setText(self._reader.number(number))
        button.count.setVisible(number > 0)
        name = button.text()
        button.setAccessibleName(
            self.tr("{place}, {count} waiting").format(place=name, count=number) if number else name
        )
