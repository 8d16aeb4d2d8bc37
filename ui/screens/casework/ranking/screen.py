"""The order of need or of the law: its conditions, the run over the office's families, and the order itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, Unreachable
from desktop.values.isolates import isolated
from ui.background.lanes import Lane, Task
from ui.parts.fields.sentences import sentence_of
from ui.parts.header import ScreenHeader
from ui.parts.states import StateStack
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.ranking.rank_words import RankCounts
from ui.screens.casework.ranking.reading import Asked, read_offer, read_order
from ui.screens.casework.ranking.result_view import ResultView
from ui.screens.casework.ranking.running_view import RunningView
from ui.screens.casework.ranking.setup_view import SetupView
from ui.screens.casework.typed_draft import Texts, TypedDraft
from ui.shell.destinations import Destination
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.answers import Progress
    from desktop.casework.ranking import RankingAnswer
    from desktop.office.answers import Changes
    from ui.screens.casework.ranking.reading import Offer

KEPT_AS = "ranking"
"""Name of the order's columns among the preferences."""


class RankingScreen(Screen):
    """Conditions first; then the order, until somebody changes them. Nothing of it is kept by the office."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._offering: Task | None = None
        self._running: Task | None = None
        self._asked: Asked | None = None
        self._counts = RankCounts(self)
        self.header = ScreenHeader(self)
        self.change = self.header.add_action(lambda: self.tr("Change the conditions"), self.show_setup)
        self.change.setObjectName("change-conditions")
        self.rank = self.header.set_primary(lambda: self.tr("Rank the families"), self.start)
        self.rank.setObjectName("rank")
        self.fault = NoteLine(self)
        self.fault.setObjectName("ranking-fault")
        self.setup = SetupView(workplace.reader, workplace.seat.today, self)
        self.note = NoteLine(self)
        self.note.setObjectName("brought-back")
        self.draft = TypedDraft(workplace, "ranking", lambda: self.setup.typed, self)
        self.running = RunningView(workplace.reader, self)
        self.result = ResultView(workplace, self)
        self.result.list.restore(workplace.preferences.columns.get(KEPT_AS, ""))
        self.states = StateStack(self.setup, self)
        self.pages = QStackedWidget(self)
        for page in (self.states, self.running, self.result):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(self.header)
        column.addWidget(self.fault)
        column.addWidget(self.note)
        column.addWidget(self.pages, 1)
        self.setup.turned.connect(self._read_offer)
        self.setup.changed.connect(self.fault.clear)
        self.setup.changed.connect(self.draft.take)
        self.running.stopped.connect(self.stop)
        self.result.again.connect(self._rank_anew)
        self.result.kept_columns.connect(self._keep_columns)
        self.states.retry.connect(self._read_offer)
        self.reworded()

    @override
    def open(self, destination: Destination) -> None:
        if self.pages.currentWidget() is self.states:
            self._read_offer()
            self.setup.places.control().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.pages.currentWidget() is self.result:
            self.result.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_head()

    @override
    def keep(self) -> None:
        self.draft.now()

    @override
    def touched(self, changes: Changes) -> None:
        if changes.households:
            self.result.show_changed()

    @override
    def reworded(self) -> None:
        self.setup.set_reader(self.reader)
        self.running.reworded()
        self.result.show_anew()
        if self.note.words.text():
            self._tell_brought_back()
        self._show_head()

    @override
    def relooked(self) -> None:
        self.setup.turn()
        self.result.show_anew()

    def start(self) -> None:
        """Rank by what is typed, where it can be kept."""
        asked = self.setup.asked()
        if asked is None or self._running is not None:
            return
        self._run(asked)

    def stop(self) -> None:
        """End a ranking that runs; what was typed stays."""
        if self._running is not None:
            self._running.cancel()
            self._running = None
        self.show_setup()

    def show_setup(self) -> None:
        """Go back to the conditions."""
        self.pages.setCurrentWidget(self.states)
        self._show_head()
        if self.setup.offer is None:
            self._read_offer()
        self.setup.places.control().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _rank_anew(self) -> None:
        if self._asked is not None and self._running is None:
            self._run(self._asked)

    def _run(self, asked: Asked) -> None:
        self._asked = asked
        self.fault.clear()
        self.note.clear()
        self.running.show_reached(None, self.reader)
        self.pages.setCurrentWidget(self.running)
        self._show_head()
        office = self.workplace.seat.office
        self._running = self.workplace.lanes.run(
            Lane.READS,
            lambda task: read_order(office, asked, task),
            done=self._ranked,
            failed=self._failed,
            owner=self,
            progress=self._reached,
        )

    def _reached(self, reached: Progress) -> None:
        self.running.show_reached(reached, self.reader)

    def _ranked(self, answer: RankingAnswer) -> None:
        self._running = None
        self.pages.setCurrentWidget(self.result)
        self.result.show_order(answer)
        self._show_head()
        self.result.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._running = None
        self.show_setup()
        if not isinstance(error, OfficeError):
            self.workplace.tell_error(error)
            return
        # The sentence was read on a lane: an error that a lane brings has told it there once.
        self.fault.tell(self.reader.digits(error.sentence(self.reader.language)), Tone.STOP)

    @Slot()
    def _read_offer(self) -> None:
        if self._offering is not None:
            self._offering.cancel()
        programme = self.setup.programme.value() or ""
        on = self.setup.day.value() or self.workplace.seat.today
        if self.setup.offer is None:
            self.states.show_loading()

        def read(offer: Offer) -> None:
            begins = self.setup.offer is None
            self.setup.show_offer(offer, self.reader)
            if begins:
                self.draft.begin("", self.tr("Ranking of families"), self._bring_back)
            if offer.orders:
                self.states.show_content()
            else:
                self.states.show_empty(lambda: self.tr("The rules hold no order for this country."))
            self._show_head()

        def failed(error: Exception) -> None:
            if not isinstance(error, OfficeError):
                self.workplace.tell_error(error)
            elif isinstance(error, Unreachable):
                self.states.show_offline()
            else:
                self.states.show_failed(lambda: sentence_of(error, self.reader))

        self._offering = self.workplace.read(
            self, lambda desk: read_offer(desk, programme=programme, on=on), done=read, failed=failed
        )

    def _bring_back(self, typed: Texts) -> None:
        """The conditions as they were typed before."""
        self.setup.bring_back(typed)
        if self.setup.typed:
            self._tell_brought_back()

    def _tell_brought_back(self) -> None:
        self.note.tell(
            self.tr("What was typed here last is back; it is kept on this device alone."),
            Tone.WAIT,
            (self.tr("Begin anew"), self._begin_anew),
        )

    @Slot()
    def _begin_anew(self) -> None:
        self.setup.bring_back({})
        self.note.clear()
        self.setup.places.control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self) -> None:
        page, answer = self.pages.currentWidget(), self.result.answer
        self.change.setVisible(page is self.result)
        offer = self.setup.offer
        self.rank.setVisible(page is self.states and offer is not None and bool(offer.orders))
        if page is not self.result or answer is None:
            self.header.show_title(self.tr("Ranking of families"))
            self.header.show_context(self.tr("Who comes first where places are short. Nothing of it is kept."))
            return
        reader = self.reader
        self.header.show_title(reader.wording(answer.pack.text.title))
        parts = [
            self.tr("Rules of {version}").format(version=reader.code(answer.pack.text.version)),
            reader.day(answer.on, both=True),
            self.tr("No limit of places") if answer.places is None else self._counts.places(answer.places, reader),
            self.tr("Draw: {name}").format(name=isolated(answer.draw)),
        ]
        self.header.show_context(" · ".join(parts))

    @Slot(str)
    def _keep_columns(self, text: str) -> None:
        columns = {**self.workplace.preferences.columns, KEPT_AS: text}
        self.workplace.prefer(msgspec.structs.replace(self.workplace.preferences, columns=columns))
