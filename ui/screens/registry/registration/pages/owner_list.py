"""Whose page is shown: the members one below the other in a line each, and the household as a whole behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.parts.signs import Mark
from ui.screens.registry.registration.pages.sign_icon import icon_size, sign_icon
from ui.theme.look import worn
from ui.theme.tokens import GRID

_WIDTH = 264
"""Pixels at 100 % text size."""


class OwnerList(Worded, QFrame):
    """Up and Down go from one to the next; on the step of the members they are added, removed and put in order here.

    Args:
        editable: whether members can be added, removed and moved.
    """

    chosen = Signal(str)
    """The slot of whoever was chosen."""

    add_wanted = Signal()
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    """The slot of a member, and how many places on."""

    def __init__(self, parent: QWidget | None = None, *, editable: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._owners: tuple[str, ...] = ()
        self._silent = False
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID)
        column.setSpacing(GRID // 2)
        self.list = _People(self)
        self.list.setObjectName("owners")
        self.list.currentRowChanged.connect(self._choose)
        self.say(self.list.setAccessibleName, lambda: self.tr("Members of the household"))
        column.addWidget(self.list, 1)
        self._acts = QWidget(self)
        # What one does to the list stands above what puts it in order, whatever the words of a language need.
        acts = QVBoxLayout(self._acts)
        acts.setContentsMargins(GRID // 2, 0, GRID // 2, 0)
        acts.setSpacing(GRID // 2)
        self.add = self._button("add_member", lambda: self.tr("Add a member"), self.add_wanted.emit, "Ctrl+Shift+M")
        self.remove = self._button("remove_member", lambda: self.tr("Remove"), self._remove)
        acts.addWidget(self._row_of(self.add, self.remove))
        self.up = self._button("member_up", lambda: self.tr("Up"), lambda: self._move(-1), "Ctrl+Shift+Up")
        self.down = self._button("member_down", lambda: self.tr("Down"), lambda: self._move(1), "Ctrl+Shift+Down")
        acts.addWidget(self._row_of(self.up, self.down))
        column.addWidget(self._acts)
        self._acts.setVisible(editable)
        self.relooked()

    @property
    def owner(self) -> str:
        """The slot of whoever is chosen."""
        row = self.list.currentRow()
        return self._owners[row] if 0 <= row < len(self._owners) else ""

    def show_owners(
        self, owners: Sequence[tuple[str, str]], marks: Mapping[str, Mark], chosen: str, reader: Reader, *, fixed: bool
    ) -> None:
        """Show members and household by slot and line, with how far each is."""
        self._silent = True
        slots = tuple(slot for slot, _ in owners)
        if slots != self._owners:
            self._owners = slots
            self.list.clear()
            for _ in slots:
                self.list.addItem(QListWidgetItem())
        for row, (slot, line) in enumerate(owners):
            item, mark = self.list.item(row), marks[slot]
            words = f"{line}\n{mark.words}"
            if item.text() != words:
                item.setText(words)
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole,
                    bare(words.replace("\n", "، " if reader.right_to_left else ", ")),
                )
            item.setIcon(sign_icon(mark, reader))
        if chosen in slots:
            self.list.setCurrentRow(slots.index(chosen))
        self._silent = False
        at, members = slots.index(chosen) if chosen in slots else -1, [each for each in slots if "/members/" in each]
        self.add.setEnabled(not fixed)
        self.remove.setEnabled(not fixed and len(members) > 1 and chosen in members)
        self.up.setEnabled(not fixed and chosen in members and at > 0)
        self.down.setEnabled(not fixed and chosen in members and at < len(members) - 1)

    def relooked(self) -> None:
        """Take the sizes of a new look."""
        self.setFixedWidth(worn().pixels(_WIDTH))
        self.list.setIconSize(icon_size())

    def _choose(self, row: int) -> None:
        if not self._silent and 0 <= row < len(self._owners):
            self.chosen.emit(self._owners[row])

    def _remove(self) -> None:
        self.remove_wanted.emit(self.owner)

    def _move(self, by: int) -> None:
        self.move_wanted.emit(self.owner, by)

    def _button(self, name: str, words: Callable[[], str], act: Callable[[], object], keys: str = "") -> QPushButton:
        button = QPushButton(self._acts)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked: act())

        def put(text: str) -> None:
            button.setText(text)
            # Setting a text takes the shortcut away. That of adding belongs to the screen: it works on every step.
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            if name != "add_member" and keys:
                button.setShortcut(QKeySequence(keys))
            button.setToolTip(f"{text} ({shown})" if shown else text)

        self.say(put, words)
        return button

    def _row_of(self, *buttons: QPushButton) -> QWidget:
        row = QWidget(self._acts)
        flow = FlowLayout(row, across=GRID // 2)
        for button in buttons:
            flow.addWidget(button)
        return row


class _People(QListWidget):
    """Lines that break where their room ends; a list as wide as it is, never wider."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSpacing(GRID // 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
