"""One paper of the register: its pages as they are kept, what is known of it, and what can still be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from desktop.issuing.kinds import about
from desktop.values.errors import OfficeError, Unreachable
from desktop.values.isolates import isolated
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.fields.sentences import sentence_of
from ui.parts.flow import FlowLayout
from ui.parts.key_value import Fact, FactList
from ui.parts.preview import PrintPreview
from ui.parts.text import Text
from ui.screens.casework.note_line import NoteLine
from ui.screens.issuing.handing_out import HandingOut
from ui.screens.issuing.paper_words import state_mark, verdict_tone
from ui.screens.issuing.paper_work import KeptShown, kept
from ui.screens.issuing.register_forms import RegisterForm, ReprintForm, WithdrawForm
from ui.screens.issuing.side_pane import SidePane
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.issuing.answers import IssuedFile


class IssuedView(Worded, QWidget):
    """Looking is free; a copy leaves the office by a reprint alone, which the register keeps.

    Args:
        to_file: offer the way to the household's file.
    """

    left = Signal()
    """Somebody goes back to the list."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None, *, to_file: bool = False) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._serial = ""
        self._shown: KeptShown | None = None
        self._copy: IssuedFile | None = None
        self._reading: Task | None = None
        self.handing_out = HandingOut(workplace, self)
        self._build(to_file=to_file)
        self.preview.print_wanted.connect(self._print)
        self.preview.save_wanted.connect(self._save)
        self.preview.retry.connect(self.refresh)

    @property
    def serial(self) -> str:
        """Of the paper that is shown."""
        return self._serial

    def show_serial(self, serial: str) -> None:
        """Look at a paper."""
        self._serial, self._shown, self._copy = serial, None, None
        self.preview.show_pages([], "")
        self.preview.show_loading()
        self.reworded()
        self.refresh()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the paper again, after somebody did something with it."""
        if self._reading is not None:
            self._reading.cancel()
        serial, folders = self._serial, self._workplace.folders

        def read(shown: KeptShown) -> None:
            same = self._shown is not None and self._shown.paper.pdf == shown.paper.pdf
            self._shown = shown
            if not same:
                self.preview.show_pages(shown.pages, serial)
            self.reworded()

        self._reading = self._workplace.document(
            self, lambda office: kept(office, serial, folders), done=read, failed=self._failed
        )

    @override
    def reworded(self) -> None:
        reader = self._workplace.reader
        self.preview.reread(reader)
        self.title.setText(reader.code(self._serial))
        answer = None if self._shown is None else self._shown.paper.answer
        self.chip.show_mark(None if answer is None else state_mark(answer))
        may = answer is not None and answer.state.value == "issued" and self._workplace.may("issue")
        self.reprint.setVisible(may and self._copy is None)
        self.withdraw.setVisible(may)
        if self.file is not None:
            self.file.setVisible(answer is not None and answer.household is not None)
        for button in (self.preview.print, self.preview.save):
            button.setVisible(self._copy is not None and may)
        self._show_verdict()
        self.facts.show_facts(self._facts())

    def relooked(self) -> None:
        """Take the sizes of the look in force."""
        self._side.relooked()

    def _build(self, *, to_file: bool) -> None:
        self.back = QPushButton(self)
        self.back.setObjectName("issued-back")
        self.title, self.chip = Text("subtitle", self), Chip(None, self)
        self.note, self.facts = NoteLine(self), FactList(self)
        self.note.setObjectName("verdict")
        self.reprint, self.withdraw = QPushButton(self), QPushButton(self)
        self.reprint.setObjectName("reprint")
        self.reprint.setProperty("kind", "primary")
        self.withdraw.setObjectName("withdraw")
        self.withdraw.setProperty("kind", "danger")
        self.file = QPushButton(self) if to_file else None
        self.preview = PrintPreview(self._workplace.reader, self)
        self.preview.setObjectName("paper-preview")
        self.say(self.back.setText, lambda: self.tr("Back to the documents"))
        self.say(self.reprint.setText, lambda: self.tr("Reprint…"))
        self.say(self.withdraw.setText, lambda: self.tr("Withdraw…"))
        self.back.clicked.connect(lambda _checked: self.left.emit())
        self.reprint.clicked.connect(lambda _checked: self._ask(ReprintForm))
        self.withdraw.clicked.connect(lambda _checked: self._ask(WithdrawForm))
        card = Card(None, self)
        head, acts = QWidget(card), QWidget(card)
        heading, doing = FlowLayout(head, across=GRID * 2), FlowLayout(acts, down=GRID)
        heading.addWidget(self.title)
        heading.addWidget(self.chip)
        doing.addWidget(self.reprint)
        doing.addWidget(self.withdraw)
        if self.file is not None:
            self.file.setObjectName("to-file")
            self.file.setProperty("kind", "link")
            self.say(self.file.setText, lambda: self.tr("The household’s file"))
            self.file.clicked.connect(lambda _checked: self._to_file())
            doing.addWidget(self.file)
        for widget in (head, self.note, self.facts, acts):
            card.column.addWidget(widget)
        self._side = SidePane(self.back, card, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        row.addWidget(self._side)
        row.addWidget(self.preview, 1)

    def _failed(self, error: Exception) -> None:
        # What was read stays to be looked at while the server is away.
        lost = self._shown is not None and isinstance(error, Unreachable)
        if lost or not isinstance(error, OfficeError):
            self._workplace.tell_error(error)
        else:
            self.preview.show_failed(lambda: sentence_of(error, self._workplace.reader))

    def _show_verdict(self) -> None:
        if self._shown is None:
            self.note.clear()
            return
        verdict = self._shown.paper.verdict
        if verdict.believed:
            words = self.tr("The stored file is, byte for byte, the one that was issued.")
        else:
            words = self._workplace.reader.wording(verdict.sentence)
        self.note.tell(words, verdict_tone(verdict))

    def _facts(self) -> list[Fact]:
        if self._shown is None:
            return []
        reader, answer = self._workplace.reader, self._shown.paper.answer
        facts = [
            Fact(self.tr("Document"), reader.wording(about(answer.kind).label)),
            Fact(self.tr("Holder"), isolated(answer.holder.said_in(reader.language))),
            Fact(self.tr("File number"), reader.code(answer.file_number)),
        ]
        if answer.issued_at is not None and answer.issued_by is not None:
            facts.append(Fact(self.tr("Issued on"), reader.instant(answer.issued_at)))
            facts.append(Fact(self.tr("Issued by"), reader.colleague(answer.issued_by)))
        if answer.valid_until is not None:
            facts.append(Fact(self.tr("Valid until"), reader.day(answer.valid_until, both=True)))
        if answer.voided_at is not None:
            said = self.tr("{when} by {who}: {reason}").format(
                when=reader.instant(answer.voided_at),
                who=reader.colleague(answer.voided_by or ""),
                reason=isolated(answer.voided_because or ""),
            )
            facts.append(Fact(self.tr("Withdrawal"), said))
        for each in self._shown.paper.reprints:
            said = self.tr("{when} by {who}, to {collector} ({relation}): {reason}").format(
                when=reader.instant(each.at),
                who=reader.colleague(each.by),
                collector=isolated(each.collector),
                relation=isolated(each.relation),
                reason=isolated(each.reason),
            )
            facts.append(Fact(self.tr("Copy {number}").format(number=reader.number(each.copy)), said))
        return facts

    def _ask(self, kind: type[ReprintForm] | type[WithdrawForm]) -> None:
        if self._shown is None:
            return
        form: RegisterForm = kind(self._workplace, self._shown.paper.answer, self)
        form.done_with.connect(self._reprinted if kind is ReprintForm else self._withdrawn)
        form.finished.connect(lambda _result: form.deleteLater())
        form.open()

    def _reprinted(self, copy: IssuedFile) -> None:
        self._copy = copy
        self.refresh()
        self._print()

    def _withdrawn(self, _answer: object) -> None:
        self._copy = None
        serial = self._workplace.reader.code(self._serial)
        words = self.tr("Document {serial} was withdrawn.").format(serial=serial)
        self._workplace.tell(lambda _language: words, Tone.GOOD, passing=True)
        self.refresh()

    def _to_file(self) -> None:
        if self._shown is not None:
            number = self._shown.paper.answer.file_number
            self._workplace.go(Destination(Place.HOUSEHOLD, number, "documents"))

    def _print(self) -> None:
        if self._copy is not None:
            self.handing_out.print(self._copy.pdf, self._serial)

    def _save(self, path: str) -> None:
        if self._copy is not None:
            self.handing_out.save(self._copy.pdf, path)
