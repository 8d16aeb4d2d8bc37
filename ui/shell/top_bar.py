"""The bar above the screens: search everything, whether the database answers, and who sits here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.fields.typed_line import TypedLine
from ui.shell.workplace import Seat
from ui.theme.tokens import GRID, Tone

SEARCH_WIDTH = 480
"""Pixels that the search box likes to have."""


class TopBar(Worded, QFrame):
    """One line; the search box opens with Ctrl+K from anywhere."""

    lock_wanted = Signal()
    sign_out_wanted = Signal()
    preferences_wanted = Signal()
    other_language = Signal()
    other_scheme = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        # A tall screen below would press it, and cut the dots off the name.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._seat: Seat | None = None
        self._reached = True
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2 + 4, GRID, GRID * 2 + 4, GRID)
        row.setSpacing(GRID)

        self.search = TypedLine(self)
        self.search.setObjectName("search_everything")
        self.search.setMinimumWidth(SEARCH_WIDTH // 2)
        self.say(
            self.search.setPlaceholderText,
            lambda: self.tr("Name, number or course"),
        )
        self.say(self.search.setAccessibleName, lambda: self.tr("Search everything"))
        hint = QLabel("Ctrl K", self.search)
        hint.setProperty("kind", "sunken")
        hint.setAccessibleName("Ctrl+K")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        inside.addStretch(1)
        inside.addWidget(hint)
        self.search.textChanged.connect(lambda text: hint.setVisible(not text))
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(64)
        # Keeps its place while hidden, or the bar would jump at every read.
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.hide()
        self.say(self.progress.setAccessibleName, lambda: self.tr("Working"))

        self.state = QLabel(self)
        self.state.setProperty("kind", "small")
        self.where = QLabel(self)
        self.where.setProperty("kind", "small")
        self.person = QToolButton(self)
        self.person.setProperty("kind", "quiet")
        self.person.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.person.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.person.setMenu(self._menu())

        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addStretch(1)
        below.addWidget(self.state)
        below.addWidget(self.where)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.person, 0, Qt.AlignmentFlag.AlignTrailing)
        who.addLayout(below)
        row.addWidget(self.search, 1)
        row.addSpacing(GRID * 2)
        row.addWidget(self.progress)
        row.addLayout(who)
        self.reworded()

    def show_seat(self, seat: Seat, reader: Reader) -> None:
        """Show who sits where."""
        self._seat, self._reader = seat, reader
        self.reworded()

    def show_reached(self, reached: bool) -> None:
        """Show whether the database answers."""
        self._reached = reached
        self.reworded()

    @override
    def reworded(self) -> None:
        words = self.tr("Connected") if self._reached else self.tr("No connection")
        self.state.setText(f"{'●' if self._reached else '○'} {words}")
        tone = Tone.GOOD if self._reached else Tone.STOP
        self.state.setProperty("tone", str(tone))
        self.state.style().polish(self.state)
        if self._seat is None:
            return
        language = self._reader.language
        place = self._reader.wording(self._seat.place.name)
        if self._seat.demonstration:
            place = self.tr("{office} · demonstration data").format(office=place)
        self.where.setText(place)
        name = self._seat.staff.name.said_in(language)
        self.person.setText(f"{name}  ▾")
        self.person.setAccessibleName(self.tr("{name}: preferences, lock, sign out").format(name=name))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for words, keys, signal in (
            (lambda: self.tr("Preferences"), "Ctrl+,", self.preferences_wanted),
            (lambda: self.tr("العربية"), "Ctrl+Shift+L", self.other_language),
            (lambda: self.tr("Light or dark"), "Ctrl+Shift+D", self.other_scheme),
            (lambda: self.tr("Lock"), "Ctrl+L", self.lock_wanted),
            (lambda: self.tr("Sign out"), "Ctrl+Shift+Q", self.sign_out_wanted),
        ):
            action = QAction(menu)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(signal)
            self.say(action.setText, words)
            menu.addAction(action)
            # An action that stands in a menu alone hears its keys only while the menu is open.
            self.addAction(action)
        return menu
