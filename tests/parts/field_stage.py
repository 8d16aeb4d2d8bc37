"""Fields in a window with another place for the keyboard to go to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from stage import on_stage

from ui.parts.fields.field import Field


class Stage(QWidget):
    """The window."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        for field in fields:
            column.addWidget(field)
        self.elsewhere = QLineEdit(self)
        column.addWidget(self.elsewhere)


_kept: list[Stage] = []
"""The last window: a test that needs only its field would lose the field with the window."""


def staged(qtbot: QtBot, *fields: Field) -> Stage:
    """The fields in a window, the keyboard in the first."""
    stage = on_stage(qtbot, Stage(*fields), 600, 300)
    _kept[:] = [stage]
    fields[0].control().setFocus()
    return stage


def leave(stage: Stage) -> None:
    """Take the keyboard elsewhere, as Tab does."""
    stage.elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
