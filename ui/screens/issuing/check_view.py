"""Checks a paper that somebody brought: by the text of its code, or by its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.issuing.kinds import about
from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.fields.sentences import sentence_of
from ui.parts.fields.typed_line import Order, TypedLine
from ui.parts.key_value import Fact, FactList
from ui.parts.text import Text
from ui.screens.casework.note_line import NoteLine
from ui.screens.issuing.paper_words import verdict_tone
from ui.screens.issuing.paper_work import checked
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.issuing.verdicts import VerificationAnswer


class CheckView(Worded, QWidget):
    """The verdict stands in words, and below it what the paper states, to be compared with what is printed."""

    left = Signal()
    look = Signal(str)
    """The serial of a paper of the own register that somebody wants to see."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._verdict: VerificationAnswer | OfficeError | None = None
        self._checking: Task | None = None
        # Made in reading order, which is the order of Tab.
        self.back = QPushButton(self)
        self.text = TypedLine(self, order=Order.FIGURES)
        self.go, self.choose, self.see = (QPushButton(self) for _ in range(3))
        for name, button in (
            ("check-back", self.back),
            ("check", self.go),
            ("check-file", self.choose),
            ("check-look", self.see),
        ):
            button.setObjectName(name)
        self.go.setProperty("kind", "primary")
        self.text.setObjectName("code-text")
        label = QLabel(self)
        label.setBuddy(self.text)
        why = Text("soft", self, wraps=True)
        self.note, self.facts = NoteLine(self), FactList(self)
        self.note.setObjectName("check-verdict")
        self.say(self.back.setText, lambda: self.tr("Back to the documents"))
        self.say(label.setText, lambda: self.tr("Text of the code, as the scanner read it"))
        self.say(self.text.setAccessibleName, lambda: self.tr("Text of the code, as the scanner read it"))
        self.say(
            why.setText,
            lambda: self.tr("Scan the printed code into the field, or choose the document’s own file."),
        )
        self.say(self.go.setText, lambda: self.tr("Check"))
        self.say(self.choose.setText, lambda: self.tr("Choose a file…"))
        self.say(self.see.setText, lambda: self.tr("See it in the register"))
        card = Card(lambda: self.tr("Check a document"), self)
        acts, line = QHBoxLayout(), QHBoxLayout()
        line.addWidget(self.text, 1)
        line.addWidget(self.go)
        line.addWidget(self.choose)
        acts.addWidget(self.see)
        acts.addStretch(1)
        card.column.addWidget(why)
        card.column.addWidget(label)
        card.column.addLayout(line)
        for widget in (self.note, self.facts):
            card.column.addWidget(widget)
        card.column.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(card)
        column.addStretch(1)
        self.back.clicked.connect(lambda _checked: self.left.emit())
        self.go.clicked.connect(lambda _checked: self._check_text())
        self.text.returnPressed.connect(self._check_text)
        self.choose.clicked.connect(lambda _checked: self._choose())
        self.see.clicked.connect(lambda _checked: self._see())
        self.reworded()

    def begin(self) -> None:
        """Ready for the next paper."""
        self.text.put("")
        self._verdict = None
        self.reworded()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self, thing: str | Path) -> None:
        """Check the text of a code or a file."""
        if self._checking is not None:
            self._checking.cancel()
        folders = self._workplace.folders

        def told(verdict: VerificationAnswer) -> None:
            self._verdict = verdict
            self.reworded()

        def failed(error: Exception) -> None:
            if isinstance(error, OfficeError):
                self._verdict = error
                self.reworded()
            else:
                self._workplace.tell_error(error)

        self._checking = self._workplace.document(
            self, lambda office: checked(office, thing, folders), done=told, failed=failed
        )

    @override
    def reworded(self) -> None:
        reader, verdict = self._workplace.reader, self._verdict
        self.see.hide()
        self.facts.hide()
        if verdict is None:
            self.note.clear()
            return
        if isinstance(verdict, OfficeError):
            self.note.tell(sentence_of(verdict, reader), Tone.STOP)
            return
        self.note.tell(self._sentence(verdict), verdict_tone(verdict))
        self.see.setVisible(verdict.register_checked and verdict.state.value != "unregistered")
        facts = self._facts(verdict)
        self.facts.show_facts(facts)
        self.facts.setVisible(bool(facts))

    def _sentence(self, verdict: VerificationAnswer) -> str:
        reader = self._workplace.reader
        said = verdict.sentence.said_in(reader.language)
        if verdict.serial is not None:
            # Digits turned into the reader's would turn a serial round; it is put in order by itself.
            before, serial, after = said.partition(verdict.serial)
            return reader.digits(before) + (reader.code(serial) if serial else "") + reader.digits(after)
        return reader.digits(said)

    def _facts(self, verdict: VerificationAnswer) -> list[Fact]:
        reader = self._workplace.reader
        facts: list[Fact] = []
        if verdict.kind is not None:
            facts.append(Fact(self.tr("Document"), reader.wording(about(verdict.kind).label)))
        if verdict.serial is not None:
            facts.append(Fact(self.tr("Serial"), reader.code(verdict.serial)))
        if verdict.office is not None:
            facts.append(Fact(self.tr("Office"), isolated(reader.wording(verdict.office))))
        if verdict.file_number is not None:
            facts.append(Fact(self.tr("File number"), reader.code(verdict.file_number)))
        if verdict.issued_on is not None:
            facts.append(Fact(self.tr("Issued on"), reader.day(verdict.issued_on, both=True)))
        if verdict.valid_until is not None:
            facts.append(Fact(self.tr("Valid until"), reader.day(verdict.valid_until, both=True)))
        if verdict.amount is not None:
            facts.append(Fact(self.tr("Amount certified"), reader.money(verdict.amount)))
        return facts

    def _check_text(self) -> None:
        text = self.text.typed_text().strip()
        if text:
            self.check(text)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the document’s file"))
        dialog.setObjectName("check-dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.fileSelected.connect(lambda name: self.check(Path(name)))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _see(self) -> None:
        if self._verdict is not None and not isinstance(self._verdict, OfficeError) and self._verdict.serial:
            self.look.emit(self._verdict.serial)
