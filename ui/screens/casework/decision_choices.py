"""What may be decided on an assessment, and the office's own reason where it refuses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from desktop.facts.codes import Outcome
from ui.language.worded import Worded
from ui.theme.tokens import GRID


class DecisionChoices(Worded, QWidget):
    """Follow the assessment, or refuse for a reason that the office writes.

    Args:
        outcome: of the assessment.
        height: pixels of the field of the reason.
    """

    turned = Signal()
    """The other way was chosen."""

    typed = Signal()
    """The reason changed by a key while it counts."""

    def __init__(self, outcome: Outcome, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = outcome
        self.follow, self.own = QRadioButton(self), QRadioButton(self)
        self.follow.setObjectName("follow")
        self.own.setObjectName("own_reason")
        group = QButtonGroup(self)
        self.say(self.follow.setText, self._follow_words)
        self.say(self.own.setText, self._own_words)
        self.follow.setChecked(True)
        # Nothing follows from an open assessment; it is only refused, once the family's time has passed.
        self.follow.setVisible(outcome is not Outcome.UNDETERMINED)
        self.reason = QPlainTextEdit(self)
        self.reason.setObjectName("reason")
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(height)
        self.reason.textChanged.connect(self._typed)
        self.say(self.reason.setPlaceholderText, lambda: self.tr("The reason, as the family will read it"))
        self.say(self.reason.setAccessibleName, lambda: self.tr("Reason of the refusal"))
        self.reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for button in (self.follow, self.own):
            group.addButton(button)
            column.addWidget(button)
        column.addWidget(self.reason)
        self.own.toggled.connect(self._turned)

    @property
    def refusing(self) -> bool:
        """Whether a refusal in the office's own words is chosen."""
        return self.own.isChecked()

    @property
    def text(self) -> str:
        """The reason as it was typed."""
        return self.reason.toPlainText()

    def restore(self, reason: str, *, refusing: bool) -> None:
        """Put back what was typed earlier."""
        self.reason.setPlainText(reason)
        self.own.setChecked(refusing)

    def _turned(self) -> None:
        self.reason.setVisible(self.refusing)
        if self.refusing:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def _typed(self) -> None:
        if self.refusing:
            self.typed.emit()

    def _follow_words(self) -> str:
        if self._outcome is Outcome.ELIGIBLE:
            return self.tr("As assessed: the household is eligible")
        return self.tr("As assessed: the conditions are not met")

    def _own_words(self) -> str:
        if self._outcome is Outcome.ELIGIBLE:
            return self.tr("Refuse or stop for a reason of the office’s own")
        if self._outcome is Outcome.UNDETERMINED:
            return self.tr("Refuse for missing facts, after the family’s time has passed")
        return self.tr("As assessed, with words of the office added")
