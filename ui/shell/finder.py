"""Search everything: what the words in the search box find, under the box, while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import isolated
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.registry.answers import SearchHit

WAIT = 120
"""Milliseconds after a key before the search is made: who types a name makes one search, not six."""

SHOWN = 12
_DESTINATION = Qt.ItemDataRole.UserRole


class Finder(Worded, QFrame):
    """The list under the search box; the cursor stays in the box, arrows and Enter choose."""

    chosen = Signal(object)
    """A `Destination`."""

    def __init__(self, workplace: Workplace, box: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = parent
        self._workplace, self._box = workplace, box
        self._task: Task | None = None
        self._hits: tuple[SearchHit, ...] = ()
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
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setWordWrap(True)
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

    @override
    def reworded(self) -> None:
        if self.isVisible():
            self._show(self._hits)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        if watched is self._box and event.type() == QEvent.Type.FocusOut:
            self.hide()
        return False

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape and (self.isVisible() or self._box.text()):
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
            if self.isVisible() and self._list.currentIndex().isValid():
                self._take(self._list.currentIndex())
            elif self._box.text().strip():
                self.chosen.emit(Destination(Place.HOUSEHOLDS, self._box.text().strip()))
                self.hide()
            return True
        return False

    def _typed(self, text: str) -> None:
        if self._task is not None:
            self._task.cancel()
        if text.strip():
            self._wait.start()
        else:
            self._wait.stop()
            self.hide()

    def _search(self) -> None:
        text = self._box.text()

        def found(hits: tuple[SearchHit, ...]) -> None:
            if self._box.hasFocus():
                self._show(hits)

        def searched(desk: object) -> tuple[SearchHit, ...]:
            from desktop.registry.search import search

            return search(desk, text, limit=SHOWN)  # type: ignore[arg-type]

        self._task = self._workplace.read(self, searched, done=found)

    def _show(self, hits: tuple[SearchHit, ...]) -> None:
        self._hits = hits
        self._model.clear()
        reader = self._workplace.reader
        for hit in hits:
            head = isolated(hit.summary.head_name)
            person = isolated(hit.person.name) if hit.person is not None else head
            number = reader.code(hit.summary.file_number)
            first = person
            second = (
                number if person == head else self.tr("{number} · household of {head}").format(number=number, head=head)
            )
            item = QStandardItem(f"{first}\n{second}")
            item.setData(Destination(Place.HOUSEHOLD, hit.summary.file_number), _DESTINATION)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            self._model.appendRow(item)
        self._nothing.setVisible(not hits)
        self._list.setVisible(bool(hits))
        self._nothing.setText(
            self.tr("Nothing was found. Try the beginning of a name, or an identity, file or mobile number.")
        )
        if hits:
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._place(len(hits))

    def _place(self, rows: int) -> None:
        box, frame = self._box, self._frame
        corner = box.mapTo(frame, QPoint(0, box.height() + 4))
        height = (
            self._list.sizeHintForRow(0) * rows + GRID * 3 if rows else self._nothing.sizeHint().height() + GRID * 3
        )
        self.setGeometry(corner.x(), corner.y(), box.width(), min(height, frame.height() - corner.y() - GRID))
        self.raise_()
        self.show()

    def _take(self, index: QModelIndex) -> None:
        destination = index.data(_DESTINATION)
        self.hide()
        self._box.clear()
        self.chosen.emit(destination)
