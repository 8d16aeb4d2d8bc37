"""The order as it came out: its figures, the families with why each stands where it stands, and the sums by area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.programmes.ranking.order import Place
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.parts.card import FigureCard
from ui.parts.fields.sentences import sentence_of
from ui.parts.labels import set_kind
from ui.parts.table.export import Format
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.parts.tabs import TabStrip
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.ranking.rank_columns import RankColumns, area_sums
from ui.screens.casework.ranking.rank_words import RankCounts, score_words
from ui.screens.casework.ranking.why_card import WhyCard
from ui.screens.registry.list_export import ListExport
from ui.shell.destinations import Destination
from ui.shell.destinations import Place as Screens
from ui.shell.workplace import Workplace
from ui.theme.look import worn
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.ranking import PlacedFamily, RankingAnswer, Reasoned
    from desktop.office.desk import Desk

_BESIDE = 900
"""Pixels at 100 % from which why stands beside the families, below them where there is less."""

_SIDE, _LOW = 348, 300
"""Pixels at 100 % of the column beside, and of what stands below each other at least."""

FAMILIES, AREAS = "families", "areas"


class ResultView(Worded, QWidget):
    """An order; it keeps the row where one is while somebody looks at a file and comes back."""

    again = Signal()
    """Somebody wants the order anew."""

    kept_columns = Signal(str)
    """The columns of the families were arranged; the text for `list.restore`."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._answer: RankingAnswer | None = None
        self._reasoned: dict[str, Reasoned] = {}
        self._reading: Task | None = None
        self._counts, self._columns = RankCounts(self), RankColumns(self)
        self._changed = False
        self.exporting = ListExport(workplace, self)
        self.note = NoteLine(self)
        self.note.setObjectName("ranking-note")
        self.ranked = FigureCard(lambda: self.tr("Families in the order"), self, leads=False)
        self.placed = FigureCard(lambda: self.tr("Have a place"), self, leads=False)
        self.cut_off = FigureCard(lambda: self.tr("Last with a place by rank"), self, leads=False)
        self.outside = FigureCard(lambda: self.tr("Without a right to be ranked"), self, leads=False)
        self.cut_off.figure.setWordWrap(True)
        figures = QHBoxLayout()
        figures.setSpacing(GRID + GRID // 2)
        for card in (self.ranked, self.placed, self.cut_off, self.outside):
            figures.addWidget(card, 1)
        self.tabs = TabStrip(self)
        self.tabs.add(FAMILIES, lambda: self.tr("Families"))
        self.tabs.add(AREAS, lambda: self.tr("By area"))
        reader = workplace.reader
        self.list = Table(
            TableModel(self._columns.of_families(), lambda row: row.standing.file_number, reader),
            lambda: self.tr("Families in their order"),
            self,
        )
        self.list.setObjectName("ranked")
        self.list.show_empty_as(lambda: self.tr("No family has a right to be ranked on this day."))
        self.areas = Table(
            TableModel(self._columns.of_areas(), lambda row: row.area or "", reader),
            lambda: self.tr("The order by area"),
            self,
            filtered=False,
        )
        self.areas.setObjectName("ranked-areas")
        self.areas.show_empty_as(lambda: self.tr("No family has a right to be ranked on this day."))
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.areas)
        self.why = WhyCard(self._record if workplace.may("change_files") else None, self)
        self.side = QScrollArea(self)
        self.side.setWidgetResizable(True)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side.setFrameShape(QFrame.Shape.NoFrame)
        self.side.setWidget(self.why)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(GRID * 2)
        self._row.addWidget(self.pages, 1)
        self._row.addWidget(self.side)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(self.note)
        column.addLayout(figures)
        column.addWidget(self.tabs)
        column.addLayout(self._row, 1)
        pane = QScrollArea(self)
        pane.setWidgetResizable(True)
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pane.setFrameShape(QFrame.Shape.NoFrame)
        pane.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(pane)
        self._connect()

    @property
    def answer(self) -> RankingAnswer | None:
        """The order that is shown."""
        return self._answer

    def show_order(self, answer: RankingAnswer) -> None:
        """Show an order, its first family chosen."""
        self._answer, self._reasoned, self._changed = answer, {}, False
        self._columns.answer = answer
        self.list.show_rows(list(answer.families))
        self.areas.show_rows(list(area_sums(answer.families)))
        self.show_anew()
        if answer.families:
            self.list.choose(answer.families[0].standing.file_number)
        self._chosen()

    def show_changed(self) -> None:
        """Files were changed since: say so, and offer the order anew."""
        if self._answer is not None:
            self._changed = True
            self._show_note()

    def show_anew(self) -> None:
        """Say everything in the words and the look of the moment."""
        reader, answer = self._workplace.reader, self._answer
        self.list.reread(reader)
        self.areas.reread(reader)
        self.turn()
        if answer is None:
            return
        places = [each for each in answer.families if each.ranked.place is not Place.NONE]
        by_rank = [each for each in places if each.ranked.place is Place.BY_RANK]
        limited = answer.places is not None
        self.ranked.show_figure(reader.number(len(answer.families)))
        self.placed.setVisible(limited)
        self.cut_off.setVisible(limited)
        of = reader.number(answer.places or 0)
        self.placed.show_figure(self.tr("{given} of {places}").format(given=reader.number(len(places)), places=of))
        by_class = bool(by_rank) and by_rank[-1].standing.by_class
        set_kind(self.cut_off.figure, "subtitle" if by_class else "figure")
        self.cut_off.show_figure(score_words(by_rank[-1], reader) if by_rank else "—")
        self.outside.show_figure(reader.number(answer.without_right))
        self._show_note()
        self._show_why()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turn()

    def turn(self) -> None:
        """Put why beside the families where there is room, below them where there is not."""
        look = worn()
        beside = self.width() >= look.pixels(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
        self.side.setMinimumWidth(look.pixels(_SIDE) if beside else 0)
        self.side.setMaximumWidth(look.pixels(_SIDE) if beside else 16_777_215)
        for widget in (self.side, self.pages):
            widget.setMinimumHeight(0 if beside else look.pixels(_LOW))

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn_page)
        self.list.chosen.connect(self._chosen)
        self.list.activated.connect(self._activated)
        self.list.exported.connect(self._export_families)
        self.areas.exported.connect(self._export_areas)
        self.list.arranged.connect(self.kept_columns)
        self.why.wanted.connect(self._open)

    @Slot(str)
    def _turn_page(self, key: str) -> None:
        self.pages.setCurrentWidget(self.list if key == FAMILIES else self.areas)
        self.side.setVisible(key == FAMILIES and bool(self._answer and self._answer.families))

    @Slot()
    def _chosen(self) -> None:
        answer, family = self._answer, self._current()
        self.side.setVisible(family is not None and self.tabs.current == FAMILIES)
        if answer is None or family is None:
            return
        self._show_why()
        number = family.standing.file_number
        if number in self._reasoned:
            return
        if self._reading is not None:
            self._reading.cancel()

        def work(desk: Desk) -> Reasoned:
            from desktop.casework.ranking import why

            return why(desk, pack=answer.pack, file_number=number, on=answer.on)

        def read(reasoned: Reasoned) -> None:
            if self._answer is answer:
                self._reasoned[number] = reasoned
                self._show_why()

        self._reading = self._workplace.read(self, work, done=read)

    def _current(self) -> PlacedFamily | None:
        current: PlacedFamily | None = self.list.current
        return current

    def _show_why(self) -> None:
        answer, family = self._answer, self._current()
        if answer is None or family is None:
            return
        after = family.ranked.rank
        following = answer.families[after] if after < len(answer.families) else None
        reasoned = self._reasoned.get(family.standing.file_number)
        self.why.show_family(family, following, answer, reasoned, self._workplace.reader)

    def _show_note(self) -> None:
        answer, reader = self._answer, self._workplace.reader
        if answer is None:
            return
        if self._changed:
            words = self.tr("Files were changed since this order was made.")
            self.note.tell(words, Tone.WAIT, (self.tr("Rank anew"), self.again.emit))
        elif answer.unassessed:
            first = answer.unassessed[0]
            count = self._counts.files(len(answer.unassessed), reader)
            words = self.tr("{count} could not be ranked; the first is {number}: {why}").format(
                count=count, number=reader.code(first.file_number), why=sentence_of(first.error, reader)
            )
            self.note.tell(words, Tone.WAIT)
        else:
            self.note.clear()

    @Slot(object)
    def _activated(self, row: PlacedFamily) -> None:
        self._open(row.standing.file_number)

    @Slot(str)
    def _open(self, number: str) -> None:
        self._workplace.go(Destination(Screens.HOUSEHOLD, number, "eligibility"))

    def _record(self, number: str, pointer: str) -> None:
        self._workplace.go(Destination(Screens.REGISTRATION, number, pointer))

    @Slot(str)
    def _export_families(self, form: str) -> None:
        self._export(self.list, form, self.tr("Order of families"))

    @Slot(str)
    def _export_areas(self, form: str) -> None:
        self._export(self.areas, form, self.tr("Order by area"))

    def _export(self, table: Table, form: str, title: str) -> None:
        rows = table.model.rows if isinstance(table.model, TableModel) else ()
        self.exporting.ask(Format(form), table.shown_columns(), lambda _office: rows, title)
