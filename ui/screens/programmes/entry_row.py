"""A row of the viewer; what only some readers want unfolds below it, and is made when somebody does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.key_value import FactList
from ui.parts.labels import mark
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.screens.casework.fold import FoldButton
from ui.screens.programmes.entry import Entry
from ui.screens.programmes.rule_words import cite_words, confidence_mark, source_words
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import Cite, Law

_LAW_WIDTH, _VALUE_WIDTH, _FOLD_WIDTH = 256, 208, 40
"""Pixels at 100 % of the columns of the law, of the value and of what unfolds the rest."""

_BESIDE = 820
"""Pixels at 100 % from which they stand beside what the row says, below it where there is less room."""


class Expression(Text):
    """An expression of the rules as it is written: from left to right, in letters of one width, to be copied."""

    def __init__(self, expression: str, parent: QWidget | None = None) -> None:
        super().__init__("code", parent, wraps=True, selectable=True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setText(expression)


class EntryRow(QFrame):
    """A row.

    Args:
        entry: what it shows.
        laws: of the pack, by the name it cites them by.
        reader: who reads.
        columns: whether the rows of its card have a column of values, and one of laws.
    """

    def __init__(
        self,
        entry: Entry,
        laws: Mapping[str, Law],
        reader: Reader,
        columns: tuple[bool, bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        self._laws, self._reader = laws, reader
        self.setObjectName(f"entry {entry.key}")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GRID, GRID, GRID, GRID)
        outer.setSpacing(GRID // 2)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(GRID)
        outer.addLayout(self._row)
        self._row.addLayout(self._texts(), 1)
        side = QHBoxLayout()
        side.setSpacing(GRID * 2)
        self._row.addLayout(side)
        valued, citing = columns
        if valued:
            side.addWidget(self._value(), 0, Qt.AlignmentFlag.AlignTop)
        if entry.cite is not None:
            side.addWidget(self._law(entry.cite), 0, Qt.AlignmentFlag.AlignTop)
        elif citing:
            side.addSpacing(worn().pixels(_LAW_WIDTH) + side.spacing())
        side.addStretch(1)
        self.unfold: FoldButton | None = None
        if entry.code or entry.facts:
            self._body = QWidget(self)
            self._body.hide()
            self.unfold = self._unfolding(self._body)
            side.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignTop)
            outer.addWidget(self._body)
        else:
            # The columns of all rows stand below each other.
            side.addSpacing(worn().pixels(_FOLD_WIDTH) + side.spacing())
        self.setAccessibleName(bare(entry.title))

    def point_out(self, *, pointed: bool) -> None:
        """Mark the row as the one that somebody was led to."""
        self.setProperty("chosen", pointed)
        mark(self, "kind", "option" if pointed else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= worn().pixels(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _texts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        title = Text("strong", self, wraps=True)
        title.setText(self.entry.title)
        if self.entry.marks:
            head = QWidget(self)
            flow = FlowLayout(head, across=GRID, down=GRID // 2)
            flow.addWidget(title)
            for each in self.entry.marks:
                flow.addWidget(Chip(each, head))
            column.addWidget(head)
        else:
            column.addWidget(title)
        for number, words in enumerate(self.entry.lines):
            line = Text("soft" if number else "", self, wraps=True)
            line.setText(words)
            column.addWidget(line)
        column.addStretch(1)
        return column

    def _value(self) -> QWidget:
        place = QWidget(self)
        place.setFixedWidth(worn().pixels(_VALUE_WIDTH))
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        if isinstance(self.entry.value, Mark):
            column.addWidget(Chip(self.entry.value, place), 0, Qt.AlignmentFlag.AlignLeading)
        elif self.entry.value:
            value = Text("strong", place, wraps=True)
            value.setText(self.entry.value)
            column.addWidget(value)
        return place

    def _law(self, cite: Cite) -> QWidget:
        place = QWidget(self)
        place.setFixedWidth(worn().pixels(_LAW_WIDTH))
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        law = Text("small", place, wraps=True)
        law.setText(cite_words(cite, self._laws, self._reader))
        column.addWidget(law)
        sure = QWidget(place)
        flow = FlowLayout(sure, across=GRID)
        flow.addWidget(Chip(confidence_mark(cite.confidence, self._reader), sure))
        words = source_words(cite)
        if words:
            source = Text("small", sure)
            source.setText(words)
            flow.addWidget(source)
        column.addWidget(sure)
        return place

    def _unfolding(self, body: QWidget) -> FoldButton:
        button = FoldButton(body, self)
        button.setObjectName(f"unfold {self.entry.key}")
        button.setToolTip(self.tr("How the rules write it"))
        button.setAccessibleName(bare(self.tr("How the rules write it: {what}").format(what=self.entry.title)))
        button.setFixedWidth(worn().pixels(_FOLD_WIDTH))
        # Few rows are unfolded of the hundred that a programme has.
        button.toggled.connect(self._fill)
        return button

    @Slot(bool)
    def _fill(self, _unfolded: bool) -> None:
        if self._body.layout() is not None:
            return
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(GRID // 2)
        for label, expression in self.entry.code:
            said = Text("small", self._body, wraps=True)
            said.setText(label)
            column.addWidget(said)
            column.addWidget(Expression(expression, self._body))
        if self.entry.facts:
            facts = FactList(self._body)
            facts.show_facts(self.entry.facts)
            column.addWidget(facts)
        acts = QWidget(self._body)
        flow = FlowLayout(acts, across=GRID * 2, down=GRID // 2)
        copy = self._act(acts, "copy", self.tr("Copy the text"), self._copy)
        made = [copy]
        if self.entry.onward is not None:
            made.append(self._act(acts, "onward", self.entry.onward.words, self._go_onward))
        for button in made:
            flow.addWidget(button)
        column.addWidget(acts)
        before: QWidget | None = self.unfold
        for button in made:
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button

    def _act(self, parent: QWidget, name: str, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(parent)
        button.setObjectName(f"{name} {self.entry.key}")
        button.setProperty("kind", "link")
        button.setText(words)
        button.setAccessibleName(bare(self.tr("{act}: {what}").format(act=words, what=self.entry.title)))
        button.clicked.connect(act)
        return button

    @Slot()
    def _go_onward(self) -> None:
        if self.entry.onward is not None:
            self.entry.onward.go()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.entry.text(self._laws, self._reader))
