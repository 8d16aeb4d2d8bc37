"""The keyboard of a test in the real window: keys alone, to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QRadioButton, QWidget
from window_hand import ALT, CONTROL, Found, Hand, row_of

from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.choice_popup import ChoicePopup

FARTHEST = 400
"""Stops of Tab after which a widget counts as out of the keyboard's reach."""


class Keys(Hand):
    """Keys alone, to whatever has the focus."""

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key to the widget with the focus."""
        self.come_back()
        QTest.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        """What has the focus, else what is in front."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.front

    def press(self, name: Found) -> None:
        wanted = self.find(name)
        if isinstance(wanted, QRadioButton):
            self._answer(wanted)
            return
        self.walk_to(wanted)
        self.key(Qt.Key.Key_Space)

    def enter(self, name: Found) -> None:
        self.walk_to(self.find(name))
        self.key(Qt.Key.Key_A, CONTROL)

    def go_to(self, place: str) -> None:
        assert self.window.frame is not None
        shortcut = self.find(f"place_{place}").property("shortcut")
        self.key(Qt.Key(shortcut[0].key()), ALT)
        self.still()

    def open_tab(self, name: str) -> None:
        tab = self.find(f"tab_{name}")
        assert isinstance(tab, QAbstractButton)
        for _ in range(10):
            if tab.isChecked():
                break
            self.key(Qt.Key.Key_PageDown, CONTROL)
            self.still()
        assert tab.isChecked(), f"{name}: {self.focus} {QApplication.activeWindow()}"
        self.still()

    def dismiss(self) -> None:
        self.key(Qt.Key.Key_Escape)
        self.until(lambda: self.front is self.window, "the dialog stayed")
        self.still()

    def choose(self, name: Found, data: object) -> None:
        box = self.find(name)
        assert isinstance(box, QComboBox)
        self.walk_to(box)
        if isinstance(box.parentWidget(), ChoiceField):
            self._choose_in_popup(data)
            return
        self.key(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentData() == data:
                return
            self.key(Qt.Key.Key_Down)
        assert box.currentData() == data, "the entry was not reached"

    def _answer(self, wanted: QRadioButton) -> None:
        """Tab goes to one of the answers, the arrows go among them and choose."""
        group = wanted.group()
        assert group is not None
        answers = group.buttons()
        self.walk_to(*answers)
        ways = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        onward, backward = ways if wanted.isRightToLeft() else reversed(ways)
        for _ in answers:
            if self.focus is wanted:
                break
            focus = self.focus
            assert isinstance(focus, QRadioButton)
            self.key(onward if answers.index(focus) < answers.index(wanted) else backward)
        assert self.focus is wanted, wanted.objectName()
        self.key(Qt.Key.Key_Space)

    def _choose_in_popup(self, data: object) -> None:
        self.key(Qt.Key.Key_Space)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, ChoicePopup)
        self.until(lambda: QApplication.focusWindow() is popup.windowHandle(), "the list did not come to the front")
        row = row_of(popup, data)
        while popup.list.currentRow() != row:
            before = popup.list.currentRow()
            QTest.keyClick(popup.focusWidget(), Qt.Key.Key_Down if before < row else Qt.Key.Key_Up)
            assert popup.list.currentRow() != before, data
        QTest.keyClick(popup.focusWidget(), Qt.Key.Key_Return)
        self.until(lambda: not popup.isVisible(), "the list did not close")

    def choose_row(self, name: Found, row: int) -> None:
        listed = self.find(name)
        assert isinstance(listed, QAbstractItemView)
        self.walk_to(listed)
        self.key(Qt.Key.Key_Home)
        while listed.currentIndex().row() < row:
            self.key(Qt.Key.Key_Down)

    def walk_to(self, *wanted: QWidget) -> None:
        """Press Tab until one of the widgets, or something in it, has the focus."""
        chain = []
        for _ in range(FARTHEST):
            focus = QApplication.focusWidget()
            if focus is not None and any(focus is each or each.isAncestorOf(focus) for each in wanted):
                return
            chain.append(focus)
            self.key(Qt.Key.Key_Tab)
        names = [f"{type(each).__name__} {each.objectName()}" for each in chain[:60] if each is not None]
        raise AssertionError(f"Tab does not lead to {wanted[0].objectName()}: {names}")
