"""The last step: what stands in the way, for an amendment what changes and why, and everything that was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.text import Text
from ui.screens.registry.registration.moment import Moment
from ui.screens.registry.registration.pages.amendment_card import AmendmentCard
from ui.screens.registry.registration.pages.fault_list import FaultList
from ui.screens.registry.registration.pages.filling import Filling
from ui.screens.registry.registration.pages.prose import Prose
from ui.screens.registry.registration.pages.step_page import BETWEEN
from ui.screens.registry.registration.review_sheets import Inks, ReviewSheet, review_sheets
from ui.screens.registry.registration.typed import Typed
from ui.theme.look import worn
from ui.theme.tokens import GRID


class ReviewPage(Worded, QWidget):
    """Read before it is saved; every fact, told or not, leads to its field."""

    asked = Signal(str)
    """The slot to go to."""

    def __init__(self, filling: Filling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = filling
        self._task: Task | None = None
        self._told: Typed | None = None
        self._sheets: list[tuple[Card, Text, Prose]] = []
        self._coming: list[tuple[int, ReviewSheet]] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(BETWEEN)
        self._next.timeout.connect(self._show_next)
        self._pane = QScrollArea(self)
        self._pane.setWidgetResizable(True)
        self._pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self._pane)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, GRID * 2)
        self._column.setSpacing(GRID * 2)
        self.faults = FaultList(inside)
        self.faults.asked.connect(self.asked)
        self._column.addWidget(self.faults)
        self.amendment: AmendmentCard | None = None
        if filling.amending:
            self.amendment = AmendmentCard(filling, inside)
            self.amendment.asked.connect(self.asked)
            self._column.addWidget(self.amendment)
        self._column.addStretch(1)
        self._pane.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pane)

    def show_moment(self, moment: Moment) -> None:
        """Show the form as it is."""
        wizard, today = moment.wizard, moment.today
        self.faults.show_faults(wizard.faults(today), wizard.doubts(today), moment.reader)
        if self.amendment is not None:
            self.amendment.show_changes()
        if moment.typed != self._told:
            self._tell(moment)

    def take_focus(self) -> None:
        """Bring the page to its beginning."""
        self._pane.verticalScrollBar().setValue(0)

    @override
    def reworded(self) -> None:
        self._told = None

    def relooked(self) -> None:
        """Take the colours of a new look."""
        self._told = None

    def _tell(self, moment: Moment) -> None:
        """Word the facts beside the main thread; those of before stay until then."""
        if self._task is not None:
            self._task.cancel()
        typed, reader, today = moment.typed, moment.reader, moment.today
        colours = worn().palette
        inks = Inks(colours.ink, colours.soft_ink, colours.accent)

        def take(sheets: tuple[ReviewSheet, ...]) -> None:
            self._told = typed
            self._show(sheets)

        self._task = self._filling.workplace.own(self, lambda: review_sheets(typed, reader, today, inks), done=take)

    def _show(self, sheets: tuple[ReviewSheet, ...]) -> None:
        self._coming = list(enumerate(sheets))
        for number, (card, _, _) in enumerate(self._sheets):
            card.setVisible(number < len(sheets))
        self._show_next()

    def _show_next(self) -> None:
        """One sheet after another: each of a large family takes some hundredths of a second."""
        if not self._coming:
            return
        number, sheet = self._coming.pop(0)
        if number == len(self._sheets):
            card = Card(None, self._pane.widget())
            title, prose = Text("subtitle", card, wraps=True), Prose(card)
            prose.followed.connect(self.asked)
            card.column.addWidget(title)
            card.column.addWidget(prose)
            # Before the stretch that keeps the sheets at the top.
            self._column.insertWidget(self._column.count() - 1, card)
            self._sheets.append((card, title, prose))
        card, title, prose = self._sheets[number]
        card.setObjectName(f"sheet:{sheet.owner}")
        title.setText(sheet.title or self.tr("The household"))
        prose.show_html(sheet.html, read_aloud=sheet.read_aloud)
        if self._coming:
            self._next.start()
