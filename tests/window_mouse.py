"""The mouse of a test in the real window: it clicks what one sees, and the keys are for text alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QDialogButtonBox, QScrollArea, QWidget
from window_hand import CONTROL, Found, Hand, row_of

from ui.parts.fields.choice_popup import ChoicePopup


class Mouse(Hand):
    """Clicks; the keys are for text alone."""

    def press(self, name: Found) -> None:
        self.click(self.find(name))

    def enter(self, name: Found) -> None:
        self.come_back()
        self.click(self.find(name))
        focus = QApplication.focusWidget()
        assert focus is not None, name
        QTest.keyClick(focus, Qt.Key.Key_A, CONTROL)

    def go_to(self, place: str) -> None:
        self.press(f"place_{place}")
        self.still()

    def open_tab(self, name: str) -> None:
        self.press(f"tab_{name}")
        self.still()

    def dismiss(self) -> None:
        (row,) = self.front.findChildren(QDialogButtonBox)
        self.click(row.button(QDialogButtonBox.StandardButton.Cancel))
        self.until(lambda: self.front is self.window, "the dialog stayed")
        self.still()

    def choose(self, name: Found, data: object) -> None:
        box = self.find(name)
        assert isinstance(box, QComboBox)
        self.click(box)
        popup = QApplication.activePopupWidget()
        if isinstance(popup, ChoicePopup):
            self.until(lambda: QApplication.focusWindow() is popup.windowHandle(), "the list did not come to the front")
            self.click_item(popup.list, row_of(popup, data))
            self.until(lambda: not popup.isVisible(), "the list did not close")
            self.come_back()
            self.until(lambda: box.currentData() == data, f"{data} was not chosen")
            return
        view = box.view()
        self.until(view.isVisible, "the list did not open")
        self.click_item(view, box.findData(data))
        self.until(lambda: box.currentData() == data, "the entry was not chosen")

    def choose_row(self, name: Found, row: int) -> None:
        listed = self.find(name)
        assert isinstance(listed, QAbstractItemView)
        self.click_item(listed, row)
        assert listed.currentIndex().row() == row

    def click_item(self, view: QAbstractItemView, row: int, column: int = 0) -> None:
        """Click an entry of a list or table."""
        index = view.model().index(row, column)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    def click(self, widget: QWidget) -> None:
        """Click the middle of what one sees of a widget; AssertionError where something else lies there."""

        def seen() -> bool:
            # What is above it may still be given its height: then it is rolled to again.
            rolled_to(widget)
            return not widget.visibleRegion().isEmpty()

        self.until(seen, f"{widget.objectName()} cannot be seen")
        shown: QRect = widget.visibleRegion().boundingRect()
        point = shown.center()
        window = widget.window()
        under = window.childAt(widget.mapTo(window, point)) or window
        assert under is widget or widget.isAncestorOf(under), f"{under.objectName()} lies over {widget.objectName()}"
        QTest.mouseClick(
            under, Qt.MouseButton.LeftButton, pos=under.mapFrom(widget, point) if under is not widget else point
        )


def rolled_to(widget: QWidget) -> None:
    """Roll every pane around a widget until it shows, as the wheel does."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 8, 24)
            QApplication.processEvents()
        above = above.parentWidget()
