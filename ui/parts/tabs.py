"""A strip of tabs: one chosen, one stop for Tab, arrows in the direction that the eye sees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.theme.tokens import GRID


class _Tab(QPushButton):
    """As wide as its words are when it is chosen, and they are semibold: nothing moves or is cut by choosing."""

    @override
    def sizeHint(self) -> QSize:
        plain, chosen = self.font(), self.font()
        plain.setWeight(QFont.Weight.Normal)
        chosen.setWeight(QFont.Weight.Bold)
        words = self.text()
        more = QFontMetrics(chosen).horizontalAdvance(words) - QFontMetrics(plain).horizontalAdvance(words)
        return super().sizeHint() + QSize(max(0, more) + GRID // 2, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TabStrip(Worded, QWidget):
    """Tabs known by a key; a second row opens where one is too short for them at large text."""

    chosen = Signal(str)
    """The key of the tab that a person chose; not sent by `select`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QWidget(self)
        self._row = FlowLayout(row, across=GRID // 2, down=0)
        line = QFrame(self)
        line.setProperty("kind", "line")
        column.addWidget(row)
        column.addWidget(line)

    @property
    def current(self) -> str | None:
        """The key of the chosen tab."""
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), None)

    def add(self, key: str, words: Callable[[], str]) -> QPushButton:
        """One more tab; the first is chosen."""
        tab = _Tab(self)
        tab.setObjectName(f"tab_{key}")
        tab.setProperty("kind", "tab")
        tab.setCheckable(True)
        tab.installEventFilter(self)
        tab.clicked.connect(lambda: self._choose(key))
        self._tabs[key] = tab
        self._group.addButton(tab)
        self._row.addWidget(tab)
        self.say(tab.setText, words)
        if len(self._tabs) == 1:
            self.select(key)
        else:
            tab.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.reworded()
        return tab

    def select(self, key: str) -> None:
        """Mark a tab as chosen, and bring it the focus if a tab has that; KeyError where there is none of that key."""
        held = any(tab.hasFocus() for tab in self._tabs.values())
        self._tabs[key].setChecked(True)
        if held:
            self._tabs[key].setFocus(Qt.FocusReason.OtherFocusReason)
        for name, tab in self._tabs.items():
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    @override
    def reworded(self) -> None:
        for number, tab in enumerate(self._tabs.values(), 1):
            tab.setAccessibleName(tab.text())
            tab.setAccessibleDescription(
                self.tr("Tab {number} of {count}").format(number=number, count=len(self._tabs))
            )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            onwards = self._onwards(event)
            if onwards is not None:
                self._choose(onwards)
                self._tabs[onwards].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, key: str) -> None:
        before = [name for name, tab in self._tabs.items() if tab.focusPolicy() is Qt.FocusPolicy.StrongFocus]
        self.select(key)
        if before != [key]:
            self.chosen.emit(key)

    def _onwards(self, event: QKeyEvent) -> str | None:
        """Where a key leads; None for keys that lead nowhere."""
        keys = list(self._tabs)
        here = keys.index(self.current) if self.current in keys else 0
        forwards = Qt.Key.Key_Left if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                return keys[(here + (1 if key == forwards else -1)) % len(keys)]
            case Qt.Key.Key_Home:
                return keys[0]
            case Qt.Key.Key_End:
                return keys[-1]
        return None
