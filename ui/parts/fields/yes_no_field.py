"""Yes, no, or unknown: three answers side by side, of which none is chosen before somebody chooses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.parts.fields.field import Field
from ui.parts.fields.segment import Segment
from ui.parts.labels import mark

YES, NO = "true", "false"
"""What is kept as typed, as JSON writes it. Unknown is kept as nothing, as it is in a household file."""

_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class YesNoField(Field):
    """A fact that holds or does not.

    Args:
        unknown: whether "unknown" is an answer too.
    """

    def __init__(self, reader: Reader, parent: QWidget | None = None, *, unknown: bool = True) -> None:
        super().__init__(reader, parent)
        self._answer: str | None = None
        self._read_only = False
        answers = (YES, NO, "") if unknown else (YES, NO)
        self.buttons = {each: Segment(self, first=each == answers[0], last=each == answers[-1]) for each in answers}
        self._group = QButtonGroup(self)
        self.row.setSpacing(0)
        for answer, button in self.buttons.items():
            self._group.addButton(button)
            button.installEventFilter(self)
            button.clicked.connect(lambda _checked=False, answer=answer: self._choose(answer))
            self.row.addWidget(button)
        self.row.addStretch(1)
        self.setFocusProxy(self.buttons[YES])
        self.say(self.buttons[YES].setText, lambda: self.tr("Yes"))
        self.say(self.buttons[NO].setText, lambda: self.tr("No"))
        if unknown:
            self.say(self.buttons[""].setText, lambda: self.tr("Unknown"))

    @override
    def value(self) -> bool | None:
        return None if not self._answer else self._answer == YES

    @override
    def set_value(self, value: bool | None) -> None:
        self.set_typed_text("" if value is None else YES if value else NO)

    @override
    def typed_text(self) -> str:
        return self._answer or ""

    @override
    def set_typed_text(self, text: str) -> None:
        if text == self.typed_text():
            return
        self._show(text if text in (YES, NO) else None)
        self.show_fault("")

    @override
    def control(self) -> QWidget:
        return self._group.checkedButton() or self.buttons[YES]

    @override
    def marked(self) -> tuple[QWidget, ...]:
        return tuple(self.buttons.values())

    @override
    def named(self, name: str) -> None:
        for button in self.buttons.values():
            said = self.tr("{label}: {answer}").format(label=name, answer=button.text())
            button.setAccessibleName(said if name else button.text())

    @override
    def shown_anew(self) -> None:
        self.named(self._name)

    @override
    def setReadOnly(self, read_only: bool) -> None:
        self._read_only = read_only
        for answer, button in self.buttons.items():
            mark(button, "fixed", "true" if read_only else "false")
            button.setEnabled(not read_only or answer == self._answer)
            button.update()

    @override
    def is_read_only(self) -> bool:
        return self._read_only

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not self._read_only:
                self._take_back()
                return True
        elif isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in _STAYS:
            # Which button has the keyboard now is known only after this event.
            self._leaving()
        return super().eventFilter(watched, event)

    def _leaving(self) -> None:
        focused = self.window().focusWidget()
        if focused is None or focused not in self.buttons.values():
            self.left.emit()

    def _take_back(self) -> None:
        if self._answer is not None:
            self._show(None)
            self.changed.emit()

    def _choose(self, answer: str) -> None:
        if answer != self._answer and not self._read_only:
            self._answer = answer
            self.changed.emit()

    def _show(self, answer: str | None) -> None:
        self._answer = answer
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            button.setChecked(each == answer)
        self._group.setExclusive(True)
        if self._read_only:
            self.setReadOnly(True)
