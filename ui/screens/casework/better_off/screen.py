"""Whether a family is better off with a job or another income: supposed while one types, and kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, Unreachable
from desktop.values.isolates import isolated
from ui.background.lanes import Lane, Task
from ui.parts.fields.sentences import sentence_of
from ui.parts.header import ScreenHeader
from ui.parts.states import StateStack
from ui.screens.casework.better_off.draft_dialog import DraftDialog
from ui.screens.casework.better_off.job_form import JobForm
from ui.screens.casework.better_off.months_view import MonthsView
from ui.screens.casework.better_off.reading import read_months, read_supposable
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.typed_draft import Texts, TypedDraft
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.look import worn
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.better_off import BetterOffAnswer
    from desktop.office.answers import Changes
    from ui.screens.casework.better_off.reading import Supposable

PAUSE = 350
"""Milliseconds without a key before the months are reckoned: they take some hundreds themselves."""

_ROOM = 240
"""Pixels at 100 % that are kept for what is told while there are no months to show."""


class BetterOffScreen(Screen):
    """The destination's key is the number of a file, its part the programme asked first."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._number = self._programme = ""
        self._of: Supposable | None = None
        self._reading: Task | None = None
        self._asking: Task | None = None
        self.header = ScreenHeader(self)
        self.back = self.header.add_action(lambda: self.tr("Back to the file"), self._to_file)
        self.back.setObjectName("back-to-file")
        self.paper = self.header.add_action(lambda: self.tr("See it on paper"), self._to_paper)
        self.paper.setObjectName("see-on-paper")
        self.paper.hide()
        self.form = JobForm(workplace.reader, self)
        self.note = NoteLine(self)
        self.note.setObjectName("brought-back")
        self.draft = TypedDraft(workplace, "better_off", lambda: self.form.typed, self)
        self.months = MonthsView(workplace, self)
        # Beside the months, not around them: what is told instead of them would stand in the middle of their height.
        self.result = StateStack(QWidget(self), self)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, GRID * 2)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(self.form)
        column.addWidget(self.result, 1)
        column.addWidget(self.months)
        self.months.hide()
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setWidget(inside)
        self.states = StateStack(self.pane, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        whole.setSpacing(GRID + GRID // 2)
        whole.addWidget(self.header)
        whole.addWidget(self.note)
        whole.addWidget(self.states, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.form.changed.connect(self._changed)
        self.form.changed.connect(self.draft.take)
        self.result.retry.connect(self._ask)
        self.result.stopped.connect(self._stop)
        self.states.retry.connect(self._read)
        self.reworded()

    @override
    def open(self, destination: Destination) -> None:
        if destination.key != self._number:
            self.draft.now()
            self.note.clear()
            self._of = None
            self._stop()
        self._number, self._programme = destination.key, destination.part
        self._read()

    @override
    def touched(self, changes: Changes) -> None:
        # Which file an id belongs to is not known here: what one looks at is asked anew whenever any changed.
        if changes.households and self._number and self.isVisible():
            self._read()

    @override
    def keep(self) -> None:
        self.draft.now()

    @override
    def reworded(self) -> None:
        self.header.show_title(self.tr("Effect of a new income on the family"))
        self.form.set_reader(self.reader)
        self.months.show_anew()
        if self.note.words.text():
            self._tell_brought_back()
        if self._of is None:
            self.header.show_context("")
            return
        self.header.show_context(
            " · ".join(
                (
                    isolated(self._of.head_name),
                    self.tr("File {number}").format(number=self.reader.code(self._of.file_number)),
                    self.tr("Nothing here is saved, and the file stays as it is."),
                )
            )
        )

    @override
    def relooked(self) -> None:
        self.result.setMinimumHeight(worn().pixels(_ROOM))
        self.form.turn()
        self.months.show_anew()

    def _to_file(self) -> None:
        self.workplace.go(Destination(Place.HOUSEHOLD, self._number, "eligibility"))

    def _to_paper(self) -> None:
        """Look at the sheet of what is shown; nothing is issued by that."""
        answer = self.months.answer
        if answer is not None:
            DraftDialog(self.workplace, answer.file_number, answer.programme, answer.job, self).open()

    @Slot()
    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        number, programme = self._number, self._programme
        if self._of is None:
            self.states.show_loading()

        def read(of: Supposable) -> None:
            if number != self._number:
                return
            begins = self._of is None
            self._of = of
            if begins:
                self.form.begin(of, programme)
                self._show_nothing()
                self.draft.begin(number, self.tr("Effect of a new income on the family"), self._bring_back)
            else:
                self.form.renew(of)
                self._ask()
            self.reworded()
            if of.programmes:
                self.states.show_content()
                self.form.amount.control().setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.states.show_empty(
                    lambda: self.tr("No programme that pays by the month is in force for the family.")
                )

        def failed(error: Exception) -> None:
            if not isinstance(error, OfficeError):
                self.workplace.tell_error(error)
            elif isinstance(error, Unreachable):
                self.states.show_offline()
            else:
                self.states.show_failed(lambda: sentence_of(error, self.reader))

        self._reading = self.workplace.read(
            self, lambda desk: read_supposable(desk, file_number=number), done=read, failed=failed
        )

    def _bring_back(self, typed: Texts) -> None:
        """What was typed for this file before; who came from a programme asks of that one."""
        self.form.bring_back({name: text for name, text in typed.items() if name != "programme" or not self._programme})
        if self.form.typed:
            self._tell_brought_back()

    def _tell_brought_back(self) -> None:
        self.note.tell(
            self.tr("What was typed here last is back; it is kept on this device alone."),
            Tone.WAIT,
            (self.tr("Begin anew"), self._begin_anew),
        )

    @Slot()
    def _begin_anew(self) -> None:
        self.form.begin_anew()
        self.note.clear()
        self.form.amount.control().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _changed(self) -> None:
        self._stop()
        self._pause.start()

    @Slot()
    def _stop(self) -> None:
        self._pause.stop()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    @Slot()
    def _ask(self) -> None:
        """Reckon on a lane; an answer to what was typed before is never shown."""
        self._stop()
        job, programme, number = self.form.job(), self.form.programme.value(), self._number
        if job is None or programme is None:
            self._show_nothing()
            return
        if self.months.answer is None:
            self._tell_instead()
            self.result.show_loading(lambda: self.tr("Reckoning the months…"))
        office = self.workplace.seat.office
        self._asking = self.workplace.lanes.run(
            Lane.READS,
            lambda task: read_months(office, file_number=number, programme=programme, job=job, task=task),
            done=self._answered,
            failed=self._failed,
            owner=self,
        )

    def _answered(self, answer: BetterOffAnswer) -> None:
        self._asking = None
        self.result.show_content()
        self.result.hide()
        self.months.show()
        self.months.show_answer(answer)
        # The paper is about one programme, whose decision it stands beside.
        self.paper.setVisible(self.workplace.may("issue") and answer.programme in self._offered())

    def _offered(self) -> set[str]:
        return set() if self._of is None else {each.programme for each in self._of.programmes}

    def _failed(self, error: Exception) -> None:
        self._asking = None
        self._tell_instead()
        if not isinstance(error, OfficeError):
            self.workplace.tell_error(error)
        elif isinstance(error, Unreachable):
            self.result.show_offline()
        else:
            self.result.show_failed(lambda: sentence_of(error, self.reader))

    def _show_nothing(self) -> None:
        self._tell_instead()
        self.result.show_empty(
            lambda: self.tr("Write how much the income would be: the months appear here as you type.")
        )

    def _tell_instead(self) -> None:
        """Make room for what is told while there are no months to show."""
        self.months.forget()
        self.months.hide()
        self.paper.hide()
        self.result.setMinimumHeight(worn().pixels(_ROOM))
        self.result.show()
