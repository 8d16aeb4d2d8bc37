"""Search everything: what the words in the search box find, under the box, while one types."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import isolated
from desktop.values.language import Wording
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.shell.destinations import Destination, Place
from ui.shell.finding_rows import BEGINS, KIND, SECOND, FindingRows
from ui.shell.findings import Finding, FindingKind, findings
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.office.desk import Desk

WAIT = 120
"""Milliseconds after a key before the search is made: who types a name makes one search, not six."""

LEAST_WIDTH = 480
"""Pixels of the list at 100 % text size."""

_DESTINATION = Qt.ItemDataRole.UserRole

_OF_SHORTCUTS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Finder(Worded, QFrame):
    """The list under the search box; the cursor stays in the box, arrows and Enter choose."""

    chosen = Signal(object)
    """A `Destination`."""

    def __init__(self, workplace: Workplace, box: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = parent
        self._workplace, self._box = workplace, box
        self._task: Task | None = None
        self._taking = self._in_use = False
        self._found: tuple[Finding, ...] = ()
        self.setProperty("kind", "popup")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        self._nothing = QLabel(self)
        self._nothing.setProperty("kind", "soft")
        self._nothing.setContentsMargins(GRID, GRID, GRID, GRID)
        self._nothing.setWordWrap(True)
        self._model = QStandardItemModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(FindingRows(self._list))
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._take)
        self.say(self._list.setAccessibleName, lambda: self.tr("Found"))
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self._search)
        box.textEdited.connect(self._typed)
        box.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Somebody went to the box: no screen that has read its rows takes the keyboard from under their hands."""
        self._in_use = True

    def leave(self) -> None:
        """They asked for something else."""
        self._in_use = False

    @override
    def reworded(self) -> None:
        if self.isVisible():
            self._show(self._found)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._box:
            return False
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        if kind == QEvent.Type.MouseButtonPress:
            self.begin()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # The shortcut of a screen leads there; whoever goes on typing is searching again.
            if event.modifiers() & _OF_SHORTCUTS or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
                self.leave()
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._lose(event.reason())
        return False

    def _lose(self, reason: Qt.FocusReason) -> None:
        """By the mouse, Tab or another window it is their own doing; else a screen took it, having read its rows."""
        if self._in_use and reason == Qt.FocusReason.OtherFocusReason and self._box.isVisible():
            self._box.setFocus(reason)
        else:
            self.leave()
            self.hide()

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape and (self.isVisible() or self._box.text()):
            self._forget()
            self.leave()
            self.hide()
            self._box.clear()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.isVisible():
            step = 1 if key == Qt.Key.Key_Down else -1
            rows = self._model.rowCount()
            if rows:
                row = (self._list.currentIndex().row() + step) % rows
                self._list.setCurrentIndex(self._model.index(row, 0))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._wait.isActive() or self._task is not None:
                # What is shown answers an earlier text: Enter waits for what this one finds.
                self._taking = True
                if self._wait.isActive():
                    self._wait.stop()
                    self._search()
            else:
                self._enter()
            return True
        return False

    def _enter(self) -> None:
        if self.isVisible() and self._list.currentIndex().isValid():
            self._take(self._list.currentIndex())
        elif self._box.text().strip():
            self.chosen.emit(Destination(Place.HOUSEHOLDS, self._box.text().strip()))
            self.hide()

    def _typed(self, text: str) -> None:
        self.begin()
        self._forget()
        if text.strip():
            self._wait.start()
        else:
            self.hide()

    def _forget(self) -> None:
        """Ask no more for an earlier text."""
        self._wait.stop()
        self._taking = False
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _search(self) -> None:
        text = self._box.text()

        def searched(desk: Desk) -> tuple[Finding, ...]:
            return findings(desk, text)

        def found(some: tuple[Finding, ...]) -> None:
            self._task = None
            if not self._box.hasFocus():
                return
            self._show(some)
            if self._taking:
                self._taking = False
                self._enter()

        def failed(error: Exception) -> None:
            self._task, self._taking = None, False
            self._workplace.tell_error(error)

        self._task = self._workplace.read(self, searched, done=found, failed=failed)

    def _show(self, found: tuple[Finding, ...]) -> None:
        self._found = found
        self._model.clear()
        words = self._words()
        kinds = [None, *(each.kind for each in found)]
        for finding, (before, kind) in zip(found, pairwise(kinds), strict=True):
            first, second, word = self._name(finding), self._whose(finding), words[finding.kind]
            item = QStandardItem(first)
            item.setData(finding.destination, _DESTINATION)
            item.setData(second, SECOND)
            item.setData(word, KIND)
            item.setData(_group(kind) != _group(before), BEGINS)
            # The two lines and the word, which a reader of the screen would otherwise not be told.
            item.setData(f"{word}: {first}, {second}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self._nothing.setVisible(not found)
        self._list.setVisible(bool(found))
        self._nothing.setText(
            self.tr(
                "Nothing was found. Try the beginning of a name, an identity, file or mobile number, the serial of a "
                "document, the number of a decision, or a word of a course."
            )
        )
        if found:
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._place(len(found))

    def _words(self) -> dict[FindingKind, str]:
        return {
            FindingKind.HOUSEHOLD: self.tr("Household"),
            FindingKind.PERSON: self.tr("Person"),
            FindingKind.PAPER: self.tr("Document"),
            FindingKind.DECISION: self.tr("Decision"),
            FindingKind.COURSE: self.tr("Course"),
            FindingKind.PLACE: self.tr("Screen"),
        }

    def _name(self, finding: Finding) -> str:
        """The first line: what it is."""
        name = self._text(finding.name)
        if finding.kind in {FindingKind.PAPER, FindingKind.DECISION}:
            return self._beside(self._workplace.reader.code(finding.code), name)
        return name

    def _whose(self, finding: Finding) -> str:
        """The second line: whose it is, and by which number they are known."""
        reader, whose = self._workplace.reader, self._text(finding.whose)
        match finding.kind:
            case FindingKind.PERSON:
                words = self.tr("{number} · household of {head}")
                return words.format(number=reader.code(finding.code), head=whose)
            case FindingKind.PAPER | FindingKind.DECISION:
                return self._beside(whose, reader.code(finding.file_number))
            case FindingKind.COURSE:
                return self._beside(reader.code(finding.code), self._text(finding.state), whose)
            case FindingKind.PLACE:
                return self.tr("Open this screen")
            case _:
                return reader.code(finding.code)

    def _text(self, wording: Wording | None) -> str:
        return "" if wording is None else isolated(self._workplace.reader.wording(wording))

    @staticmethod
    def _beside(*values: str) -> str:
        return " · ".join(value for value in values if value)

    def _place(self, rows: int) -> None:
        box, frame = self._box, self._frame
        corner = box.mapTo(frame, QPoint(0, box.height() + 4))
        height = (
            self._list.sizeHintForRow(0) * rows + GRID * 3 if rows else self._nothing.sizeHint().height() + GRID * 3
        )
        # A large type leaves the box short: the rows need as much of its words as at 100 %.
        to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        end = corner.x() + box.width()
        room = (end if to_left else frame.width() - corner.x()) - GRID
        width = max(box.width(), min(room, self._workplace.look.pixels(LEAST_WIDTH)))
        left = end - width if to_left else corner.x()
        self.setGeometry(left, corner.y(), width, min(height, frame.height() - corner.y() - GRID))
        self.raise_()
        self.show()

    def _take(self, index: QModelIndex) -> None:
        destination = index.data(_DESTINATION)
        self._forget()
        self.hide()
        self._box.clear()
        self.chosen.emit(destination)


def _group(kind: FindingKind | None) -> FindingKind | None:
    """Households and their persons stand together, the best first."""
    return FindingKind.HOUSEHOLD if kind is FindingKind.PERSON else kind
