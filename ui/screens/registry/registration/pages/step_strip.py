"""The steps side by side, each with how far it is; one stop for Tab, arrows in the direction that the eye sees."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.parts.signs import Mark
from ui.screens.registry.registration.pages.sign_icon import icon_size, sign_icon
from ui.screens.registry.registration.steps import Step
from ui.theme.tokens import GRID

STEPS = (Step.HOUSEHOLD, Step.MEMBERS, Step.MEANS, Step.CIRCUMSTANCES, Step.REVIEW)


class _StepButton(QPushButton):
    """As wide as its words are when it is chosen, which sets them bolder, so that nothing is cut or moves then."""

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        lines = self.text().split("\n")
        plain, wide = (
            max(metrics.horizontalAdvance(line) for line in lines)
            for metrics in (QFontMetrics(self.font()), QFontMetrics(bold))
        )
        return QSize(hint.width() + max(0, wide - plain), hint.height())


class StepStrip(Worded, QWidget):
    """A button for each step; any can be gone to at any time."""

    chosen = Signal(object)
    """A `Step` that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Step, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row, line = QWidget(self), QFrame(self)
        line.setProperty("kind", "line")
        flow = FlowLayout(row, across=GRID // 2, down=0)
        for step in STEPS:
            button = _StepButton(row)
            button.setProperty("kind", "tab")
            button.setObjectName(f"step_{step}")
            button.setCheckable(True)
            button.installEventFilter(self)
            button.clicked.connect(lambda _checked, step=step: self._choose(step))
            self._buttons[step] = button
            flow.addWidget(button)
        column.addWidget(row)
        column.addWidget(line)

    def show_steps(self, now: Step, marks: Mapping[Step, Mark], reader: Reader) -> None:
        """Show which step is open, and how far each is."""
        for number, (step, button) in enumerate(self._buttons.items(), 1):
            mark = marks[step]
            title = reader.wording(step.label)
            words = f"{title}\n{mark.words}"
            if button.text() != words or button.property("mark") != mark.drawn:
                button.setText(words)
                button.setProperty("mark", mark.drawn)
                button.setIconSize(icon_size())
                button.setIcon(sign_icon(mark, reader))
                said = self.tr("Step {number} of {all}: {title}, {state}").format(
                    number=number, all=len(STEPS), title=title, state=mark.words
                )
                button.setAccessibleName(bare(said))
            button.setChecked(step is now)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if step is now else Qt.FocusPolicy.ClickFocus)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            here = next((at for at, step in enumerate(STEPS) if self._buttons[step] is watched), 0)
            right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            forwards = Qt.Key.Key_Left if right_to_left else Qt.Key.Key_Right
            if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
                self._buttons[STEPS[(here + (1 if event.key() == forwards else -1)) % len(STEPS)]].setFocus()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, step: Step) -> None:
        # Whether it is open is told by the form, not by the click.
        self._buttons[step].setChecked(True)
        self.chosen.emit(step)
