"""A document as it will be printed, page by page, before anybody prints it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.parts.preview_pages import PaperPage, PreviewPages, Zoom
from ui.parts.states import StateStack
from ui.parts.text import Text
from ui.theme.look import worn
from ui.theme.tokens import GRID

ZOOMS = (50, 75, 100, 125, 150, 200)
"""Per cent of the paper's true size."""

Words = Callable[[], str]


class PrintPreview(Worded, QWidget):
    """Pages made by the same renderer as the paper; its owner renders on a lane, prints and saves.

    Args:
        reader: who reads the page numbers.
    """

    print_wanted = Signal()
    save_wanted = Signal(str)
    """The path that somebody chose for the PDF."""

    stopped = Signal()
    retry = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader, self._name = reader, ""
        self.pages = PreviewPages(self)
        self.states = StateStack(self.pages, self)
        self.list = QListWidget(self)
        self.list.setSpacing(GRID // 4)
        self.previous, self.next = QPushButton(self), QPushButton(self)
        self.where, self.zoom = Text("soft", self), QComboBox(self)
        self.print, self.save = QPushButton(self), QPushButton(self)
        self.print.setProperty("kind", "primary")
        bar = QWidget(self)
        tools = FlowLayout(bar, across=GRID, down=GRID // 2)
        for widget in (self.previous, self.where, self.next, self.zoom, self.save, self.print):
            tools.addWidget(widget)
        middle = QHBoxLayout()
        middle.setSpacing(GRID)
        middle.addWidget(self.list)
        middle.addWidget(self.states, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
        column.addLayout(middle, 1)
        self.say(self.previous.setText, lambda: self.tr("Previous page"))
        self.say(self.next.setText, lambda: self.tr("Next page"))
        self.say(self.print.setText, lambda: self.tr("Print"))
        self.say(self.save.setText, lambda: self.tr("Save PDF"))
        self.say(self.zoom.setAccessibleName, lambda: self.tr("Zoom"))
        self.say(self.list.setAccessibleName, lambda: self.tr("Pages"))
        self.say(self.pages.setAccessibleName, lambda: self.tr("Print preview"))
        self.previous.clicked.connect(lambda: self.pages.go_to(self.pages.current - 1))
        self.next.clicked.connect(lambda: self.pages.go_to(self.pages.current + 1))
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self._ask_where)
        self.list.currentRowChanged.connect(self._chosen)
        self.zoom.activated.connect(lambda _index: self.pages.zoom_to(self.zoom.currentData()))
        self.pages.moved.connect(self._show_place)
        self.pages.zoomed.connect(self._show_zoom)
        self.states.stopped.connect(self.stopped)
        self.states.retry.connect(self.retry)
        for keys, act in ((QKeySequence.StandardKey.Print, self.print), (QKeySequence.StandardKey.Save, self.save)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act.click)
        self.show_pages([], "")

    def show_loading(self) -> None:
        """The document is being rendered."""
        self.states.show_loading(lambda: self.tr("Preparing the pages…"))

    def show_failed(self, words: Words) -> None:
        """It could not be rendered; `retry` is sent when somebody wants it again."""
        self.states.show_failed(words)

    def show_pages(self, pages: Sequence[PaperPage], name: str) -> None:
        """Show a document.

        Args:
            pages: pictures of its pages, in order.
            name: of the file that is offered for saving, without its ending.
        """
        self._name = name
        self.pages.show_pages(pages)
        self.list.setVisible(len(pages) > 1)
        for button in (self.print, self.save):
            button.setEnabled(bool(pages))
        if pages:
            self.states.show_content()
        self.reworded()

    def reread(self, reader: Reader) -> None:
        """Say the page numbers to another reader."""
        self._reader = reader
        self.reworded()

    @override
    def reworded(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for number in range(1, self.pages.count + 1):
            self.list.addItem(self.tr("Page {number}").format(number=self._reader.number(number)))
        self.list.blockSignals(False)
        # A list is wide by itself; its words are short.
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + worn().pixels(40))
        self.zoom.blockSignals(True)
        self.zoom.clear()
        self.zoom.addItem(self.tr("Fit width"), Zoom.WIDTH)
        self.zoom.addItem(self.tr("Fit page"), Zoom.PAGE)
        for per_cent in ZOOMS:
            self.zoom.addItem(self.tr("{zoom}%").format(zoom=self._reader.number(per_cent)), per_cent)
        self.zoom.blockSignals(False)
        self._show_zoom()
        self._show_place()

    def _show_place(self) -> None:
        pages = self.pages
        self.where.setVisible(pages.count > 0)
        said = self.tr("Page {number} of {count}")
        self.where.setText(
            said.format(number=self._reader.number(pages.current + 1), count=self._reader.number(pages.count))
        )
        self.previous.setEnabled(pages.current > 0)
        self.next.setEnabled(pages.current < pages.count - 1)
        self.previous.setVisible(pages.count > 1)
        self.next.setVisible(pages.count > 1)
        self.list.blockSignals(True)
        self.list.setCurrentRow(pages.current if pages.count else -1)
        self.list.blockSignals(False)

    def _show_zoom(self) -> None:
        self.zoom.setCurrentIndex(max(0, self.zoom.findData(self.pages.zoom)))

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self.pages.go_to(row)

    def _ask_where(self) -> None:
        # Opened, not run: nothing waits for it, and the window goes on.
        dialog = QFileDialog(self, self.tr("Save PDF"), f"{self._name}.pdf", "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_wanted)
        dialog.open()
