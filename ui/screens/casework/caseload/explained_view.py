"""Why a run found of one file what it found: the sheet of its reasons, and the way back to the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, Unreachable
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.parts.fields.sentences import sentence_of
from ui.parts.states import StateStack
from ui.parts.text import Text
from ui.screens.casework.caseload.explained_reading import Explained, read_explained
from ui.screens.casework.caseload.rolling import rolling
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.sheet import Sheet
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.caseload_runs import RunRecord


class ExplainedView(Worded, QWidget):
    """Shows one file at a time; the reasons are those of its facts as the run read them."""

    left = Signal()
    """Somebody goes back to the list."""

    opened = Signal(str)
    """The number of a file that somebody opens."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._record: RunRecord | None = None
        self._number = ""
        self._task: Task | None = None
        self.shown: Explained | None = None
        self.title, self.note = Text("subtitle", self, wraps=True), NoteLine(self)
        self.note.setObjectName("explained-note")
        self.back, self.file = QPushButton(self), QPushButton(self)
        self.back.setObjectName("back-to-list")
        self.file.setObjectName("explained-file")
        self.say(self.back.setText, lambda: self.tr("Back to the households"))
        self.say(self.file.setText, lambda: self.tr("Open the file"))
        self.back.clicked.connect(self.left)
        self.file.clicked.connect(self._open)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.title, 1)
        row.addWidget(self.back)
        row.addWidget(self.file)
        self.sheet = Sheet(self._register, workplace.go, self)
        inside = QWidget(self)
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, 0, GRID * 2)
        page.addWidget(self.sheet)
        page.addStretch(1)
        self.pane = rolling(inside, self)
        self.states = StateStack(self.pane, self)
        self.states.retry.connect(self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.states, 1)

    def show_file(self, record: RunRecord, file_number: str) -> None:
        """Show the reasons of a file's result."""
        self._record, self._number, self.shown = record, file_number, None
        self.note.clear()
        self._say()
        self._read()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reworded(self) -> None:
        self._say()
        if self.shown is not None:
            self._show(self.shown)

    def relooked(self) -> None:
        """Put the side column where there is room for it now."""
        self.sheet.turn()
        self.reworded()

    @Slot()
    def _read(self) -> None:
        record, number = self._record, self._number
        if record is None:
            return
        if self._task is not None:
            self._task.cancel()
        self.states.show_loading()
        self._task = self._workplace.read(
            self, lambda desk: read_explained(desk, record, number), done=self._show, failed=self._failed
        )

    def _show(self, explained: Explained) -> None:
        self.shown = explained
        reader = self._workplace.reader
        self.sheet.show_answer(explained.sheet, reader, may_register=self._workplace.may("change_files"))
        # What will change the answer is worked out for today's file, on its own tab.
        self.sheet.clocks.hide()
        self.sheet.flips.hide()
        self.states.show_content()
        if not explained.agrees:
            self.note.tell(
                self.tr(
                    "What is stored of this file is not what these reasons come to: it was changed since. Tell the "
                    "auditor, and assess the file by itself."
                ),
                Tone.STOP,
            )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self._workplace.tell_error(error)
        elif isinstance(error, Unreachable):
            self.states.show_offline()
        else:
            self.states.show_failed(lambda: sentence_of(error, self._workplace.reader))

    def _say(self) -> None:
        reader = self._workplace.reader
        if self._record is not None:
            self.title.setText(
                self.tr("File {number} as the run of {day} found it").format(
                    number=reader.code(self._number), day=reader.instant(self._record.begun_at)
                )
            )

    def _register(self, path: str) -> None:
        self._workplace.go(Destination(Place.REGISTRATION, self._number, path))

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._number)
