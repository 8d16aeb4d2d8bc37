"""What an amendment is asked besides its facts: since when it is so, or that it sets right what never was, and why."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from ui.parts.card import Card
from ui.parts.fields.date_field import DateField
from ui.parts.fields.form_row import FormRow
from ui.parts.fields.text_field import LongTextField
from ui.parts.text import Text
from ui.screens.registry.registration.pages.change_words import change_sentences
from ui.screens.registry.registration.pages.filling import Filling
from ui.screens.registry.registration.pages.prose import Prose
from ui.theme.look import worn
from ui.theme.tokens import GRID

MOST = 60
"""Changes told one by one."""


class AmendmentCard(Card):
    """The changes as sentences, each leading to its field, and the three questions below them."""

    asked = Signal(str)
    """The slot to go to."""

    def __init__(self, filling: Filling, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("What changes in the file"), parent)
        self._filling = filling
        self._sentences: list[tuple[str, str]] | None = None
        reader = filling.workplace.reader
        self._none = Text("soft", self, wraps=True)
        self.say(self._none.setText, lambda: self.tr("Nothing is changed yet."))
        self.changes = Prose(self)
        self.changes.setObjectName("changes")
        self.changes.followed.connect(self.asked)
        self.changed_since, self.correction = QRadioButton(self), QRadioButton(self)
        self.changed_since.setObjectName("changed_since")
        self.correction.setObjectName("correction")
        self.say(self.changed_since.setText, lambda: self.tr("The family’s circumstances changed"))
        self.say(self.correction.setText, lambda: self.tr("A correction: what the file says was never so"))
        group = QButtonGroup(self)
        group.addButton(self.changed_since)
        group.addButton(self.correction)
        self.since = DateField(reader, self, maximum=filling.today, today=filling.today)
        self.since.line.setObjectName("since")
        self._since_row = FormRow(lambda: self.tr("As from"), self.since, self, required=True)
        self.reason = LongTextField(reader, self, lines=2)
        self.reason.area.setObjectName("reason")
        reason_row = FormRow(lambda: self.tr("Reason"), self.reason, self, required=True)
        self.fault = Text("fault", self, wraps=True)
        self.fault.hide()
        self.column.addWidget(self._none)
        self.column.addWidget(self.changes)
        self.column.addWidget(self.changed_since, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._since_row)
        self.column.addWidget(self.correction, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self.fault)
        self.column.addWidget(reason_row)
        self.column.setSpacing(GRID)
        self.show_sheet()
        self.changed_since.clicked.connect(lambda _checked: self._say())
        self.correction.clicked.connect(lambda _checked: self._say())
        self.since.changed.connect(self._say)
        self.reason.changed.connect(self._say)

    def show_sheet(self) -> None:
        """Show what was typed here before."""
        sheet = self._filling.sheet
        self.changed_since.setChecked(sheet.correction is False)
        self.correction.setChecked(sheet.correction is True)
        self.since.set_typed_text(sheet.since)
        self.reason.set_typed_text(sheet.reason)
        self._since_row.setVisible(sheet.correction is not True)

    def show_changes(self) -> None:
        """Tell the changes that the form makes now."""
        reader = self._filling.workplace.reader
        if self.since.reader != reader:
            self.since.set_reader(reader)
            self.reason.set_reader(reader)
        sentences = change_sentences(self._filling.wizard, reader)
        if sentences == self._sentences:
            return
        self._sentences = sentences
        self._none.setVisible(not sentences)
        self.changes.setVisible(bool(sentences))
        ink = worn().palette.accent
        lines = [
            f'<p style="margin: 2px 0"><a href="{escape(slot, quote=True)}" style="color: {ink}; '
            f'text-decoration: none">{escape(sentence)}</a></p>'
            for slot, sentence in sentences[:MOST]
        ]
        if len(sentences) > MOST:
            more = reader.digits(self.tr("and %n more change(s)", "", len(sentences) - MOST))
            lines.append(f"<p>{escape(more)}</p>")
        self.changes.show_html("".join(lines))

    def check(self) -> bool:
        """Whether all is said; what is not is told at its field, and has the keyboard."""
        sheet, reader = self._filling.sheet, self._filling.workplace.reader
        wrong = ""
        if not self._filling.wizard.changes():
            wrong = self.tr("Nothing is changed yet.")
        elif sheet.correction is None:
            wrong = self.tr("Choose whether the circumstances changed or the file was wrong.")
        self.fault.setText(wrong)
        self.fault.setVisible(bool(wrong))
        if wrong:
            self.changed_since.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        try:
            self._filling.since()
        except OfficeError as error:
            self.since.show_fault(reader.digits(error.sentence(reader.language)))
        else:
            self.since.show_fault(self.since.fault() if not sheet.correction else "")
        reason = sheet.reason.strip()
        self.reason.show_fault("" if reason else self.tr("Write the reason: it is kept in the file’s history."))
        for field in (self.since, self.reason):
            if field.shown_fault:
                field.control().setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    @override
    def reworded(self) -> None:
        self._sentences = None

    def _say(self) -> None:
        correction = True if self.correction.isChecked() else False if self.changed_since.isChecked() else None
        self._since_row.setVisible(correction is not True)
        self.fault.setVisible(correction is None and not self.fault.isHidden())
        self._filling.say_why(correction=correction, since=self.since.typed_text(), reason=self.reason.typed_text())
