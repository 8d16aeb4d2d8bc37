"""One fact in its versions: an option for each, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.parts.labels import set_kind
from ui.parts.text import Text
from ui.theme.tokens import GRID


class ComparedRow(QObject):
    """The options of one fact; together one stop for Tab.

    Args:
        label: what the fact is.
        versions: key, title and value of each version, in reading order.
    """

    chosen = Signal(str)
    left = Signal(int)
    """Somebody goes on to the next fact that differs, or back: 1 or -1."""

    def __init__(self, label: str, versions: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._keys = [key for key, _, _ in versions]
        self.differs = len({value for _, _, value in versions}) > 1
        self.options: list[Option] = []
        for key, title, value in versions:
            option = Option(value, bare(f"{label} · {title}"), choosable=self.differs)
            option.button.installEventFilter(self)
            option.button.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            option.pressed.connect(option.button.click)
            self.options.append(option)
        self._one_stop(0)

    def show_chosen(self, key: str) -> None:
        """Mark the version that is chosen."""
        at = self._keys.index(key)
        for number, option in enumerate(self.options):
            option.show_chosen(number == at)
        self._one_stop(at)

    def take_focus(self) -> None:
        """Bring the keyboard to the option where Tab would stop."""
        stop = next(option for option in self.options if option.button.focusPolicy() is Qt.FocusPolicy.StrongFocus)
        stop.button.setFocus(Qt.FocusReason.TabFocusReason)

    def say_nothing_as(self, words: str) -> None:
        """How an option says that its version states nothing."""
        for option in self.options:
            option.say_nothing_as(words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        at = next(number for number, option in enumerate(self.options) if option.button is watched)
        right_to_left = self.options[0].layoutDirection() is Qt.LayoutDirection.RightToLeft
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                to = at + (1 if (key == Qt.Key.Key_Left) is right_to_left else -1)
                if 0 <= to < len(self.options):
                    self.options[to].button.setFocus(Qt.FocusReason.OtherFocusReason)
                    self.chosen.emit(self._keys[to])
            case Qt.Key.Key_Up:
                self.left.emit(-1)
            case Qt.Key.Key_Down:
                self.left.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.chosen.emit(self._keys[at])
            case _:
                return super().eventFilter(watched, event)
        return True

    def _one_stop(self, at: int) -> None:
        for number, option in enumerate(self.options):
            policy = Qt.FocusPolicy.StrongFocus if number == at else Qt.FocusPolicy.ClickFocus
            option.button.setFocusPolicy(policy if self.differs else Qt.FocusPolicy.NoFocus)


class Option(QFrame):
    """A value that may be chosen, whole however long it is; a click anywhere on it chooses."""

    pressed = Signal()

    def __init__(self, value: str, name: str, *, choosable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._name = value, name
        self.setProperty("kind", "option")
        self.button, self.text = QRadioButton(self), Text("", self, wraps=True)
        # Options have no parent in common, and one that is chosen by a key must not be taken back by Qt.
        self.button.setAutoExclusive(False)
        self.button.setVisible(choosable)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        self._choosable = choosable
        self.say_nothing_as("")

    def show_chosen(self, chosen: bool) -> None:
        """Whether this one is."""
        self.button.setChecked(chosen)
        self.setProperty("chosen", chosen and self._choosable)
        self.style().unpolish(self)
        self.style().polish(self)

    def say_nothing_as(self, words: str) -> None:
        """How it says that nothing is stated."""
        self.text.setText(self._value or words)
        set_kind(self.text, "" if self._value else "soft")
        self.button.setAccessibleName(f"{self._name}: {bare(self._value or words)}")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._choosable and event.button() is Qt.MouseButton.LeftButton:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pressed.emit()
        else:
            super().mousePressEvent(event)
