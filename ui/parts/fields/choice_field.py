"""One of several codes by its label; nothing is chosen before somebody chooses, and unknown is an entry of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.parts.fields.choice import Choice
from ui.parts.fields.choice_popup import ChoicePopup
from ui.parts.fields.field import Field
from ui.parts.fields.sentences import sentence_of
from ui.parts.labels import mark

_OPENS = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
}  # fmt: skip
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class ChoiceField(Field):
    """A code.

    Args:
        choices: in the order in which they are offered.
        unknown: whether "unknown" is an entry too; it is kept as nothing, as in a household file.
    """

    def __init__(
        self, reader: Reader, parent: QWidget | None = None, *, choices: Sequence[Choice] = (), unknown: bool = True
    ) -> None:
        super().__init__(reader, parent)
        self._choices, self._unknown = tuple(choices), unknown
        self._female: bool | None = None
        self._code: str | None = None
        self._read_only = False
        self.box = _Closed(self)
        self.row.addWidget(self.box, 1)
        self.setFocusProxy(self.box)
        self._popup: ChoicePopup | None = None
        self.box.asked.connect(self._open)
        self.box.emptied.connect(self._take_back)
        self.box.left.connect(self.left)
        self.box.resized.connect(self._tell_whole)
        self.say(self.box.setPlaceholderText, lambda: self.tr("Choose"))
        self.shown_anew()

    @override
    def value(self) -> str | None:
        return self._code if any(each.code == self._code for each in self._choices) else None

    @override
    def set_value(self, value: str | None) -> None:
        self.set_typed_text(value or "")

    @override
    def typed_text(self) -> str:
        return self._code or ""

    @override
    def set_typed_text(self, text: str) -> None:
        if text == self.typed_text():
            return
        self._code = text or None
        self._show()
        self.show_fault("")

    @override
    def fault(self) -> str:
        if self._code and self.value() is None:
            return sentence_of(OfficeError("fields.not_a_choice", text=self._code), self.reader)
        return ""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer others; what was chosen stays chosen, also where it is no longer offered."""
        self._choices = tuple(choices)
        self._show()

    def set_female(self, female: bool | None) -> None:
        """Say the entries of a woman or of a man; None where nobody knows."""
        self._female = female
        self._show()

    @override
    def control(self) -> QWidget:
        return self.box

    @override
    def setReadOnly(self, read_only: bool) -> None:
        self._read_only = read_only
        self.box.setEnabled(not read_only)

    @override
    def is_read_only(self) -> bool:
        return self._read_only

    @override
    def shown_anew(self) -> None:
        self._show()

    def entries(self) -> list[tuple[str, str]]:
        """Code and label of everything that can be chosen."""
        unknown = [("", self.tr("Unknown"))] if self._unknown else []
        labels = [(each.code, self.reader.wording(each.said(female=self._female))) for each in self._choices]
        return unknown + [(code, capitalised(label)) for code, label in labels]

    def _show(self) -> None:
        entries = self.entries()
        if self._code and all(code != self._code for code, _ in entries):
            entries.append((self._code, self._code))
        self.box.clear()
        for code, label in entries:
            self.box.addItem(label, code)
        mark(self.box, "empty", "true" if self._code is None else "false")
        self.box.setCurrentIndex(-1 if self._code is None else self.box.findData(self._code))
        self._tell_whole()

    def _tell_whole(self) -> None:
        """A label too long for the box stands below it whole."""
        cut = self.box.fontMetrics().horizontalAdvance(self.box.currentText()) > self.box.room()
        self.note(self.box.currentText() if cut and self.box.currentIndex() >= 0 else "")

    def _open(self, begun: str) -> None:
        if self._popup is None:
            self._popup = ChoicePopup(self.box)
            self._popup.chosen.connect(self._choose)
            self._popup.closed.connect(self._closed)
        self._popup.open_with(self.entries(), self._code, begun)

    def _closed(self) -> None:
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, code: str) -> None:
        if code != self._code:
            self._code = code
            self._show()
            self.changed.emit()

    def _take_back(self) -> None:
        if self._code is not None:
            self._code = None
            self._show()
            self.changed.emit()


class _Closed(QComboBox):
    """The box at rest; its own list is never opened, and no key or wheel changes it unseen."""

    asked = Signal(str)
    emptied = Signal()
    left = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def room(self) -> int:
        """Pixels for the label."""
        return self.width() - 3 * self.height() // 2

    @override
    def showPopup(self) -> None:
        self.asked.emit("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.emptied.emit()
        elif event.key() in _OPENS:
            self.asked.emit("")
        elif len(event.text()) == 1 and event.text().isalnum():
            self.asked.emit(event.text())
        else:
            event.ignore()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # One scrolls past it; nobody chooses by rolling over a form.
        event.ignore()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.resized.emit()
