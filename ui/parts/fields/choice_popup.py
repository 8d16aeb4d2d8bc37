"""The list of a choice, with a line to search it where it is long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.names import fold
from ui.language.worded import Worded
from ui.parts.fields.popup_place import place_below
from ui.parts.fields.typed_line import TypedLine
from ui.theme.look import worn
from ui.theme.tokens import GRID

SEARCHED_FROM = 8
"""Entries from which one types rather than looks."""

_MOST_SHOWN = 10
_CODE = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class ChoicePopup(Worded, QFrame):
    """Opens below its field; closes with a choice or without."""

    chosen = Signal(object)
    """The code of the entry; '' for unknown."""

    closed = Signal()

    def __init__(self, owner: QWidget) -> None:
        # Below the box itself, the style sheet would take it for the list that Qt opens there.
        super().__init__(owner.parentWidget(), Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self._owner = owner
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        column.setSpacing(GRID // 2)
        self.search = TypedLine(self)
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.say(self.search.setPlaceholderText, lambda: self.tr("Type to search"))
        self.say(self.search.setAccessibleName, lambda: self.tr("Type to search"))
        self.search.typed.connect(self._narrow)
        self.list.itemClicked.connect(self._pick)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)

    def open_with(self, entries: Sequence[tuple[str, str]], current: str | None, begun: str = "") -> None:
        """Show the entries.

        Args:
            entries: code and label of each.
            current: the code that is chosen; None where nothing is.
            begun: what was typed to open it.
        """
        self.list.setAccessibleName(self._owner.accessibleName())
        self.list.clear()
        for code, label in entries:
            item = QListWidgetItem(label, self.list)
            item.setData(_CODE, code)
            item.setSizeHint(QSize(0, worn().pixels(30)))
            if code == current:
                self.list.setCurrentItem(item)
        long = len(entries) >= SEARCHED_FROM
        self.search.setVisible(long)
        self.search.put("")
        self._measure(entries, long=long)
        self.show()
        (self.search if long else self.list).setFocus(Qt.FocusReason.PopupFocusReason)
        if long and begun:
            self.search.put(begun)
            self._narrow(begun)
        elif begun:
            self._jump(begun)
        if self.list.currentItem() is None:
            self._first()
        else:
            self.list.scrollToItem(self.list.currentItem())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._pick(self.list.currentItem())
                return True
            if watched is self.search and key in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if watched is self.list and len(event.text()) == 1 and event.text().isalnum() and self.search.isHidden():
                self._jump(event.text())
                return True
        return super().eventFilter(watched, event)

    def _measure(self, entries: Sequence[tuple[str, str]], *, long: bool) -> None:
        metrics = self.list.fontMetrics()
        widest = max((metrics.horizontalAdvance(label) for _, label in entries), default=0)
        rows = min(len(entries), _MOST_SHOWN)
        height = rows * worn().pixels(30) + GRID + (self.search.sizeHint().height() + GRID // 2 if long else 0) + 4
        place_below(self, self._owner, QSize(max(self._owner.width(), widest + worn().pixels(48)), height))

    def _narrow(self, text: str) -> None:
        # Spellings of one word must find each other: أ and ا, ة and ه.
        sought = fold(text)
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(sought not in fold(item.text()))
        self._first()

    def _first(self) -> None:
        shown = (self.list.item(at) for at in range(self.list.count()))
        first = next((item for item in shown if not item.isHidden()), None)
        if first is None:
            self.list.setCurrentRow(-1)
        else:
            self.list.setCurrentItem(first)

    def _jump(self, letter: str) -> None:
        """The next entry that begins so, after the present one."""
        begun, count = fold(letter), self.list.count()
        start = self.list.currentRow() + 1
        for step in range(count):
            at = (start + step) % count
            if begun and fold(self.list.item(at).text()).removeprefix("ال").startswith(begun):
                self.list.setCurrentRow(at)
                return

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None or item.isHidden():
            return
        self.hide()
        self.chosen.emit(item.data(_CODE))
