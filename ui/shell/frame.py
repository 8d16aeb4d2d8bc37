"""The frame around the screens: navigation, top bar, banner, and one screen at a time."""

from __future__ import annotations

import sys
from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.banner import Banner, News
from ui.shell.destinations import PLACES, Destination, Place
from ui.shell.finder import Finder
from ui.shell.rail import WIDTH, Rail
from ui.shell.screen import Screen
from ui.shell.top_bar import TopBar
from ui.shell.workplace import Telling, Workplace
from ui.theme.tokens import GRID

REMEMBERED = 50
"""Places that «back» leads through at most."""


class Frame(Worded, QWidget):
    """What one sees after signing in; screens are made when somebody first goes there and forgotten at sign-out."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "ground")
        self.workplace = workplace
        self.rail = Rail(self)
        self.top = TopBar(self)
        self.banner = Banner(self)
        self.stack = QStackedWidget(self)
        self._screens: dict[Place, Screen] = {}
        self._here: Destination | None = None
        self._back: list[Destination] = []

        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        banner_row = QHBoxLayout()
        banner_row.setContentsMargins(GRID * 2 + 4, 0, GRID * 2 + 4, 0)
        banner_row.addWidget(self.banner)
        column.addLayout(banner_row)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.finder = Finder(workplace, self.top.search, self)

        self.rail.chosen.connect(lambda place: self.go(Destination(place)))
        self.finder.chosen.connect(self.go)
        workplace.asked_to_go.connect(self.go)
        workplace.told.connect(self._tell)
        workplace.reached.connect(self.top.show_reached)
        workplace.waiting.connect(self.rail.count)
        workplace.reader_changed.connect(self._reread)
        workplace.lanes.busy.connect(self._show_busy)
        for keys, act in (
            ("Ctrl+K", self.search),
            ("Alt+Left", self.back),
            ("F5", self._again),
            ("F6", self._next_region),
        ):
            QShortcut(QKeySequence(keys), self, act)

    @property
    def shown(self) -> Screen | None:
        """The screen that is open."""
        current = self.stack.currentWidget()
        return current if isinstance(current, Screen) else None

    @property
    def here(self) -> Destination | None:
        """Where one is."""
        return self._here

    def begin(self) -> None:
        """Somebody sat down: show their places and open the first."""
        self._back = []
        self.top.show_seat(self.workplace.seat, self.workplace.reader)
        allowed = [place for place, facts in PLACES.items() if facts.in_rail and self._may(place)]
        self.rail.show_places(allowed, self.workplace.reader)
        self.go(Destination(allowed[0] if allowed else Place.PREFERENCES))

    def end(self) -> None:
        """They left: keep what was typed and forget every screen."""
        self.keep()
        for screen in self._screens.values():
            self.stack.removeWidget(screen)
            screen.deleteLater()
        self._screens, self._here = {}, None
        self.banner.clear()

    def keep(self) -> bool:
        """Let every open screen put what was typed on the shelf; whether there were any."""
        for screen in self._screens.values():
            screen.keep()
        return bool(self._screens)

    def go(self, destination: Destination) -> None:
        """Open a destination; one that this person may not see is not opened."""
        if not self._may(destination.place):
            return
        if self._here is not None and self._here != destination:
            self._back = [*self._back[-REMEMBERED:], self._here]
        self._open(destination)

    def back(self) -> None:
        """Where one came from."""
        if self._back:
            self._open(self._back.pop())

    def search(self) -> None:
        """Go to the search box."""
        self.finder.begin()
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def relooked(self) -> None:
        """Take the sizes of a new look."""
        self.rail.setFixedWidth(self.workplace.look.pixels(WIDTH))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.finder.hide()
        super().resizeEvent(event)

    def _open(self, destination: Destination) -> None:
        facts = PLACES[destination.place]
        self._here = destination
        self.finder.leave()
        if destination.place in self._screens or facts.module in sys.modules:
            self._show(destination)
            return
        # A screen brings in its room's rules and words: read from the disk on a lane, while the frame stays alive.
        self.workplace.own(self, lambda: import_module(facts.module), done=lambda _module: self._arrived(destination))

    def _arrived(self, destination: Destination) -> None:
        if self._here == destination:
            self._show(destination)

    def _show(self, destination: Destination) -> None:
        screen = self._screens.get(destination.place)
        if screen is None:
            facts = PLACES[destination.place]
            kind: type[Screen] = getattr(sys.modules[facts.module], facts.screen)
            screen = self._screens[destination.place] = kind(self.workplace, self.stack)
            self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        self.rail.mark(destination.place)
        screen.open(destination)

    def _again(self) -> None:
        if self._here is not None:
            self._open(self._here)

    def _next_region(self) -> None:
        """F6 goes round navigation, search and screen."""
        focus = self.window().focusWidget()
        if focus is not None and self.rail.isAncestorOf(focus):
            self.search()
        elif focus is self.top.search and self.shown is not None:
            self.finder.leave()
            self.shown.setFocus()
            self.shown.focusNextChild()
        else:
            self.rail.focus_marked()

    def _may(self, place: Place) -> bool:
        permission = PLACES[place].permission
        return permission is None or self.workplace.may(permission)

    def _tell(self, telling: Telling) -> None:
        def words() -> str:
            reader = self.workplace.reader
            return reader.digits(telling.sentence(reader.language))

        self.banner.tell(News(words, telling.tone, telling.remedy, telling.passing))

    def _reread(self, reader: Reader) -> None:
        self.rail.show_reader(reader)
        if self.workplace.taken:
            self.top.show_seat(self.workplace.seat, reader)

    def _show_busy(self, busy: bool) -> None:
        self.top.progress.setVisible(busy)
