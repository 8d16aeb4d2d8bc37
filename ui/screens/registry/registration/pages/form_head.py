"""The head of the registration: whose file it is, and taking back, doing again and showing more or less."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.values.isolates import isolated
from ui.parts.header import ScreenHeader
from ui.parts.labels import set_kind
from ui.screens.registry.registration.pages.filling import Filling
from ui.shell.workplace import Workplace


class FormHead(ScreenHeader):
    """Its actions are there only while a form is filled in."""

    undo = Signal()
    redo = Signal()
    everything = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._shows_everything = False
        self.undo_button = self._action("undo", lambda: self.tr("Undo"), self.undo.emit, "Ctrl+Z")
        self.redo_button = self._action("redo", lambda: self.tr("Redo"), self.redo.emit, "Ctrl+Y")
        self.everything_button = self._action("everything", self._everything_words, self.everything.emit, "")

    def show_form(self, file_number: str, filling: Filling | None, *, open_now: bool) -> None:
        """Show whose form it is.

        Args:
            file_number: '' for a household that is being registered.
            filling: None while none is open.
            open_now: whether the form is in front, not drafts or versions of it.
        """
        reader = self._workplace.reader
        if file_number:
            head = filling.head if filling is not None else ""
            title = self.tr("Amend the file of {name}").format(name=isolated(head)) if head else self.tr("Amend a file")
            context = self.tr("File {number}").format(number=reader.code(file_number))
        else:
            title = self.tr("Register a household")
            context = reader.wording(self._workplace.seat.place.name) if self._workplace.taken else ""
        self.show_title(title)
        self.show_context(context)
        for button in (self.undo_button, self.redo_button, self.everything_button):
            button.setVisible(filling is not None and open_now)
        if filling is not None:
            self.undo_button.setEnabled(filling.wizard.can_undo)
            self.redo_button.setEnabled(filling.wizard.can_redo)
            self._shows_everything = filling.wizard.everything
            self.everything_button.setText(self._everything_words())

    def _everything_words(self) -> str:
        return self.tr("Show what is worth asking") if self._shows_everything else self.tr("Show every fact")

    def _action(self, name: str, words: Callable[[], str], act: Callable[[], None], keys: str) -> QPushButton:
        button = self.add_action(words, act)
        button.setObjectName(name)
        set_kind(button, "quiet")
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.say(lambda text: button.setToolTip(f"{text} ({shown})" if shown else text), words)
        return button
