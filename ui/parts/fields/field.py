"""What every field is: a value read from what was typed, the very text that was typed, and one line below it.

A screen binds a field by `typed_text` and `set_typed_text`, which give and take exactly what a person typed, readable
or not, so that a draft brings it back; or by `value` and `set_value`. Setting either is silent: `changed` is told only
of what a person does.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.digits import compact
from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.labels import mark, set_kind, set_tone
from ui.parts.text import Text
from ui.theme.tokens import GRID, Tone


class Field(Worded, QWidget):
    """The base of all fields.

    Below the row of the field stands its foot: the fault, else a notice, else what the field itself notes (the other
    calendar, what a number says), else the hint.

    Args:
        reader: how values are shown.
    """

    changed = Signal()
    """A person changed what is typed or chosen."""

    left = Signal()
    """The keyboard went elsewhere."""

    keeps_foot = False
    """Whether the line below keeps its room while it is empty, so that nothing jumps while one types."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        # Events of Qt's own constructor come before there is a foot.
        self._made = False
        super().__init__(parent)
        self.reader = reader
        self.tells_own_faults = True
        """Whether the field says by itself, when it is left, what is wrong; False where a screen judges the whole."""
        self._name = self._hint = self._note = self._fault = ""
        self._notice: tuple[str, Tone | None] = ("", None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 4)
        self.row = QHBoxLayout()
        self.row.setSpacing(GRID)
        column.addLayout(self.row)
        self.foot = Text("hint", self, wraps=True)
        column.addWidget(self.foot)
        column.addStretch(1)
        self._made = True
        self._keep_room()
        self.changed.connect(self._after_change)
        self.left.connect(self._after_leaving)

    # --- what each field says of itself ------------------------------------------------------------------------

    @abstractmethod
    def value(self) -> object:
        """What is meant; None where nothing is typed (unknown) and where it cannot be read (`fault` tells which)."""

    @abstractmethod
    def set_value(self, value: Any) -> None:
        """Show a value as if it had been typed; None empties the field."""

    @abstractmethod
    def typed_text(self) -> str:
        """Exactly what was typed; of a choice its code."""

    @abstractmethod
    def set_typed_text(self, text: str) -> None:
        """Bring back what was typed; the text that stands there already changes nothing, not even the cursor."""

    def fault(self) -> str:
        """What is wrong with what is typed and what to do, in one sentence; '' where nothing is."""
        return ""

    @abstractmethod
    def control(self) -> QWidget:
        """The widget that takes the keyboard."""

    @abstractmethod
    def setReadOnly(self, read_only: bool) -> None:  # noqa: N802  # as Qt's own fields say it
        """Show without letting anybody change; what is shown can still be copied."""

    @abstractmethod
    def is_read_only(self) -> bool:
        """Whether nobody can change it."""

    def shown_anew(self) -> None:
        """Show the value for the reader of the moment."""

    # --- what is the same for all ------------------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed or chosen; spaces and marks that nobody sees are nothing."""
        return not compact(self.typed_text())

    def set_reader(self, reader: Reader) -> None:
        """Show the value in other digits, language or calendar; what was typed stays."""
        self.reader = reader
        self.shown_anew()
        if self._fault and self.tells_own_faults:
            self._fault = self.fault()
        self._show_foot()

    def set_name(self, name: str) -> None:
        """What screen readers call the field."""
        self._name = bare(name)
        self.named(self._name)

    def named(self, name: str) -> None:
        """Give the name to whatever takes the keyboard."""
        self.control().setAccessibleName(name)

    def set_hint(self, hint: str) -> None:
        """What helps to fill it in, shown while there is nothing else to say."""
        self._hint = hint
        self._show_foot()

    def set_notice(self, words: str, tone: Tone | None = None) -> None:
        """What the screen knows of the value, such as that it is registered already; gone with the next change."""
        self._notice = (words, tone)
        self._show_foot()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong; '' takes it back. It goes with the next change."""
        self._fault = sentence
        self._show_foot()

    @property
    def shown_fault(self) -> str:
        """The fault that stands below the field."""
        return self._fault

    def note(self, words: str) -> None:
        """What the field itself says of what is typed."""
        self._note = words
        self._show_foot()

    @override
    def reworded(self) -> None:
        self.shown_anew()
        self._show_foot()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._made and event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_room()

    def _after_change(self) -> None:
        self._fault, self._notice = "", ("", None)
        self._show_foot()

    def _after_leaving(self) -> None:
        if self.tells_own_faults:
            self.show_fault(self.fault())

    def marked(self) -> tuple[QWidget, ...]:
        """The widgets whose edge shows that something is wrong."""
        return (self.control(),)

    def _show_foot(self) -> None:
        notice, tone = self._notice
        words = self._fault or notice or self._note or self._hint
        set_kind(self.foot, "fault" if self._fault else "hint")
        set_tone(self.foot, tone if notice and not self._fault else None)
        self.foot.setText(words)
        self._keep_room()
        for widget in self.marked():
            mark(widget, "faulty", "true" if self._fault else "false")
            widget.update()
            widget.setAccessibleDescription(bare(words))

    def _keep_room(self) -> None:
        self.foot.setMinimumHeight(self.foot.fontMetrics().lineSpacing() + 2 if self.keeps_foot else 0)
        self.foot.setVisible(bool(self.foot.text()) or self.keeps_foot)
