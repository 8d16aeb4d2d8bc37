"""Issues one paper: its choices beside the draft as it will be printed, then the paper itself with its serial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.fields.sentences import sentence_of
from ui.parts.preview import PrintPreview
from ui.parts.preview_pages import PaperPage
from ui.parts.text import Text
from ui.screens.casework.note_line import NoteLine
from ui.screens.issuing.asked import Asked
from ui.screens.issuing.handing_out import HandingOut
from ui.screens.issuing.paper_choices import PaperChoices
from ui.screens.issuing.paper_work import IssuedShown, drafted, issued
from ui.screens.issuing.side_pane import SidePane
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.facts.household_file import HouseholdFile
    from ui.papers.offered import KindOffered
    from ui.papers.wanted import Wanted

PAUSE = 300
"""Milliseconds after the last change of a choice before the draft is drawn anew."""


class IssueView(Worded, QWidget):
    """Shows one kind's offers; what was issued stays until somebody leaves."""

    left = Signal()
    """Somebody goes back to the list."""

    issued = Signal(str)
    """The serial."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._offered: KindOffered | None = None
        self._shown: Wanted | None = None
        self._done: IssuedShown | None = None
        self._fault: OfficeError | None = None
        self._issuing = False
        self._drawing: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._draw)
        self.handing_out = HandingOut(workplace, self)
        self._build()
        self._connect()

    @property
    def serial(self) -> str | None:
        """Of what was issued here; None before."""
        return None if self._done is None else self._done.paper.answer.serial

    @property
    def busy(self) -> bool:
        """Whether a paper is being issued just now."""
        return self._issuing

    def show_offers(self, kind: KindOffered, asked: Asked, file: HouseholdFile) -> None:
        """Begin with a kind of paper.

        Args:
            kind: with at least one offer.
            asked: what is chosen already.
            file: of the household.
        """
        self._offered, self._shown, self._done, self._fault = kind, None, None, None
        self.form.show_offers(kind, asked, file)
        self.preview.show_pages([], "")
        self.preview.show_loading()
        self.reworded()
        self._draw()
        self.form.language.control().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reworded(self) -> None:
        reader, kind = self._workplace.reader, self._offered
        self.preview.reread(reader)
        self.form.set_reader(reader)
        if kind is None:
            return
        self.title.setText(reader.wording(kind.kind.label))
        self.form.reworded()
        self._show()

    def _build(self) -> None:
        reader = self._workplace.reader
        self.back = QPushButton(self)
        self.back.setObjectName("issue-back")
        self.title = Text("subtitle", self, wraps=True)
        self.form = PaperChoices(reader, self, today=self._workplace.seat.today)
        self.note = NoteLine(self)
        self.note.setObjectName("issue-note")
        self.go = QPushButton(self)
        self.go.setObjectName("issue")
        self.go.setProperty("kind", "primary")
        self.preview = PrintPreview(reader, self)
        self.preview.setObjectName("paper-preview")
        card = Card(None, self)
        card.column.addWidget(self.title)
        card.column.addWidget(self.form)
        card.column.addWidget(self.note)
        card.column.addWidget(self.go)
        self.say(self.back.setText, lambda: self.tr("Back to the documents"))
        self.say(self.go.setText, lambda: self.tr("Issue and print"))
        self._side = SidePane(self.back, card, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        row.addWidget(self._side)
        row.addWidget(self.preview, 1)

    def relooked(self) -> None:
        """Take the sizes of the look in force."""
        self._side.relooked()

    def _connect(self) -> None:
        self.back.clicked.connect(lambda _checked: self.left.emit())
        self.go.clicked.connect(lambda _checked: self._issue())
        self.form.changed.connect(lambda _pointer: self._turned())
        self.preview.print_wanted.connect(self._print)
        self.preview.save_wanted.connect(self._save)
        self.preview.retry.connect(self._draw)

    def _turned(self) -> None:
        self.go.setEnabled(False)
        self._pause.start()

    def _draw(self) -> None:
        """Draw the draft of what is chosen now; one that was chosen before is not shown any more."""
        wanted = self.form.wanted()
        if self._drawing is not None:
            self._drawing.cancel()
        if wanted is None or self._done is not None or self._issuing:
            return
        self.go.setEnabled(False)
        self._fault = None
        if not self.preview.pages.count:
            self.preview.show_loading()

        def drawn(pages: tuple[PaperPage, ...]) -> None:
            self._shown = wanted
            self.preview.show_pages(pages, "")
            self._show()

        def failed(error: Exception) -> None:
            if not isinstance(error, OfficeError):
                self._workplace.tell_error(error)
                return
            self._shown = None
            self.preview.show_failed(lambda: sentence_of(error, self._workplace.reader))
            self._show()

        self._drawing = self._workplace.document(
            self, lambda office: drafted(office, wanted), done=drawn, failed=failed
        )

    def _issue(self) -> None:
        wanted = self.form.wanted()
        # Nobody issues what they have not seen, nor the same twice by two clicks.
        if self._issuing or self._done is not None or wanted is None or wanted != self._shown:
            return
        self._issuing, self._fault = True, None
        folders = self._workplace.folders
        self._show()

        def done(shown: IssuedShown) -> None:
            self._issuing, self._done = False, shown
            self._workplace.announce(shown.paper.changes, self)
            self.preview.show_pages(shown.pages, shown.paper.answer.serial)
            self._show()
            self.preview.print.setFocus(Qt.FocusReason.OtherFocusReason)
            self.issued.emit(shown.paper.answer.serial)
            if self.isVisible():
                self._print()

        def failed(error: Exception) -> None:
            self._issuing = False
            if isinstance(error, OfficeError):
                self._fault = error
            else:
                self._workplace.tell_error(error)
            self._show()

        self._workplace.document(self, lambda office: issued(office, wanted, folders), done=done, failed=failed)

    def _print(self) -> None:
        if self._done is not None:
            self.handing_out.print(self._done.paper.pdf, self._done.paper.answer.serial)

    def _save(self, path: str) -> None:
        if self._done is not None:
            self.handing_out.save(self._done.paper.pdf, path)

    def _show(self) -> None:
        reader, done = self._workplace.reader, self._done is not None
        for button in (self.preview.print, self.preview.save):
            button.setVisible(done)
            button.setEnabled(done)
        self.form.setVisible(not done)
        self.form.setEnabled(not self._issuing)
        self.back.setEnabled(not self._issuing)
        self.go.setVisible(not done)
        self.go.setEnabled(self._shown is not None and not self._issuing and self._shown == self.form.wanted())
        if self._done is not None:
            serial = reader.code(self._done.paper.answer.serial)
            self.note.tell(self.tr("Issued as {serial} and kept in the register.").format(serial=serial), Tone.GOOD)
        elif self._issuing:
            self.note.tell(self.tr("The document is being issued…"), Tone.PLAIN)
        elif self._fault is not None:
            self.note.tell(sentence_of(self._fault, reader), Tone.STOP)
        else:
            self.note.clear()
