"""The sheet about a supposed income as it would be printed; nothing is issued by looking at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.casework.better_off import Job
from desktop.values.errors import OfficeError
from ui.language.worded import Worded
from ui.parts.fields.sentences import sentence_of
from ui.parts.preview import PrintPreview
from ui.parts.preview_pages import PaperPage
from ui.parts.text import Text
from ui.screens.issuing.asked import Asked
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice

_WIDE, _TALL = 860, 640
"""Pixels of the dialog at 100 %, as far as the screen has them."""


class DraftDialog(Worded, QDialog):
    """Pages of the draft, and the way to where it is issued.

    Args:
        workplace: draws the draft on its lane.
        file_number: whose.
        programme: whose benefits are asked.
        job: what is supposed.
        parent: the screen, over which it stands.
    """

    def __init__(
        self, workplace: Workplace, file_number: str, programme: str, job: Job, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._number, self._programme, self._job = file_number, programme, job
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("better-off-draft")
        self.say(self.setWindowTitle, lambda: self.tr("What the income leaves, on paper"))
        note = Text("soft", self, wraps=True)
        self.say(
            note.setText,
            lambda: self.tr("A draft without a serial. It is issued among the documents of the household."),
        )
        self.preview = PrintPreview(workplace.reader, self)
        self.preview.print.hide()
        self.preview.save.hide()
        self.issue, self.close_button = QPushButton(self), QPushButton(self)
        self.issue.setObjectName("to-documents")
        self.close_button.setObjectName("close-draft")
        self.say(self.issue.setText, lambda: self.tr("To the documents"))
        self.say(self.close_button.setText, lambda: self.tr("Close"))
        self.issue.clicked.connect(self._to_documents)
        self.close_button.clicked.connect(self.close)
        self.preview.retry.connect(self._draw)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self.issue)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(note)
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)
        room = self.screen().availableSize()
        self.resize(min(worn().pixels(_WIDE), room.width()), min(worn().pixels(_TALL), room.height()))
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.preview.show_loading()
        number, programme, job = self._number, self._programme, self._job
        language, digits = self._workplace.reader.language, self._workplace.reader.arabic_digits

        def work(office: OpenOffice) -> tuple[PaperPage, ...]:
            from desktop.issuing.kinds import PaperKind
            from ui.papers.better_off import JobWanted
            from ui.papers.wanted import Wanted
            from ui.screens.issuing.paper_work import drafted

            asked = JobWanted(job.member, job.amount, job.first_month, job.period, job.kind)
            wanted = Wanted(
                PaperKind.BETTER_OFF, number, language, arabic_digits=digits, programme=programme, job=asked
            )
            return drafted(office, wanted)

        def drawn(pages: tuple[PaperPage, ...]) -> None:
            self.preview.show_pages(pages, "")

        def failed(error: Exception) -> None:
            if isinstance(error, OfficeError):
                self.preview.show_failed(lambda: sentence_of(error, self._workplace.reader))
            else:
                self._workplace.tell_error(error)

        self._workplace.document(self, work, done=drawn, failed=failed)

    @Slot()
    def _to_documents(self) -> None:
        job = self._job
        asked = Asked(
            "better_off",
            member=job.member,
            programme=self._programme,
            amount=job.amount,
            every=job.period.value,
            since=job.first_month.isoformat(),
            income=job.kind.value,
        )
        self.close()
        self._workplace.go(Destination(Place.HOUSEHOLD, self._number, asked.part))
