"""The figures and readings of the other law, each with a field for what it would be instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.programmes.packs.cited import of_other
from desktop.programmes.simulation.cells import cells_of
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.text import Text
from ui.screens.casework.simulation.figure_row import FigureRow
from ui.screens.casework.simulation.words import SimulationCounts
from ui.screens.programmes.rule_words import name_words
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.programmes.packs.compiled import Pack

_TABLE = "table "
"""Before the name of a table whose cells stand below a heading of their own."""

_AT_ONCE = 6
"""Rows made before the window has its turn."""


class FiguresView(Worded, QWidget):
    """What was typed for a version is kept while another one is looked at."""

    changed = Signal()
    led = Signal(QWidget)
    """The row that somebody was led to stands where it will stay."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._pack: Pack | None = None
        self._kept: dict[str, dict[str, str]] = {}
        self.rows: list[FigureRow] = []
        self._wanted = ""
        self.card = Card(None, self)
        self.title, self.count = Text("strong", self.card, wraps=True), Text("soft", self.card, wraps=True)
        self.all_back = QPushButton(self.card)
        self.all_back.setObjectName("all-back")
        self.all_back.clicked.connect(self.set_all_back)
        self.say(self.all_back.setText, lambda: self.tr("Set all back"))
        head = QHBoxLayout()
        head.setSpacing(GRID * 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.all_back)
        self.card.column.addLayout(head)
        self.card.column.addWidget(self.count)
        self._body = QWidget(self.card)
        self._inside = QVBoxLayout(self._body)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self.card.column.addWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self._pending: Iterator[tuple[str, str]] = iter(())
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.setInterval(0)
        self._making.timeout.connect(self._make_some)

    @property
    def figures(self) -> Mapping[str, str]:
        """What is supposed otherwise, as a pack writes it."""
        return {row.name: row.text for row in self.rows if row.touched}

    @property
    def faulty(self) -> FigureRow | None:
        """The first figure that cannot be used."""
        return next((row for row in self.rows if row.fault() is not None), None)

    def show_pack(self, pack: Pack) -> None:
        """Show the figures of a version."""
        if self._pack is pack:
            return
        self._keep()
        self._pack = pack
        self._clear()
        self._pending = _named(pack)
        self._make_some()
        self._tell()

    def lead_to(self, name: str) -> None:
        """Give the keyboard to the field of a figure, as soon as its row is made; nothing where it has none."""
        self._wanted = name
        if not self._making.isActive():
            self._arrive()

    def set_all_back(self) -> None:
        """Every figure as the law has it."""
        for row in self.rows:
            if row.touched or row.fault() is not None:
                row.set_back()

    def row(self, name: str) -> FigureRow:
        """The row of a figure; StopIteration where it is not there, or not made yet."""
        return next(each for each in self.rows if each.name == name)

    @override
    def reworded(self) -> None:
        for row in self.rows:
            row.reword(self._workplace.reader)
        self._tell()

    def _make_some(self) -> None:
        pack = self._pack
        if pack is None:
            return
        kept = self._kept.get(repr(pack), {})
        for _ in range(_AT_ONCE):
            found = next(self._pending, None)
            if found is None:
                self._tell()
                self._arrive()
                return
            heading, name = found
            if heading:
                self._add_heading(heading)
            else:
                line = QFrame(self._body)
                line.setProperty("kind", "line")
                self._inside.addWidget(line)
            row = FigureRow(pack, name, self._workplace.reader, self._body)
            if name in kept:
                row.put(kept[name])
            row.changed.connect(self._changed)
            self._inside.addWidget(row)
            self.rows.append(row)
        self._making.start()

    def _arrive(self) -> None:
        wanted, self._wanted = self._wanted, ""
        for row in self.rows:
            if wanted and row.name == wanted:
                row.field.control().setFocus(Qt.FocusReason.OtherFocusReason)
                self.led.emit(row)

    def _add_heading(self, heading: str) -> None:
        words = Text("small", self._body, wraps=True)
        words.setContentsMargins(0, GRID + GRID // 2, 0, GRID // 2)
        words.setText(self._headings()[heading])
        words.setObjectName(heading)
        self._inside.addWidget(words)

    def _headings(self) -> dict[str, str]:
        text, reader = None if self._pack is None else self._pack.text, self._workplace.reader
        tables = {} if text is None else {_TABLE + name: name_words(text, name, reader) for name in text.tables}
        return {
            "figures": self.tr("Figures of the law"),
            **tables,
            "unpublished": self.tr("Figures never published; what you write is supposed"),
            "readings": self.tr("Readings where sources conflict or are silent"),
        }

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        pack, reader = self._pack, self._workplace.reader
        if pack is None:
            return
        self.title.setText(
            self.tr("What would the figures be under “{rules}”?").format(rules=reader.wording(pack.text.title))
        )
        changed = len([row for row in self.rows if row.touched])
        if changed:
            self.count.setText(SimulationCounts().figures(changed, reader))
        elif self.rows:
            self.count.setText(self.tr("Every figure is as the law has it; write another value to try it."))
        else:
            self.count.setText(self.tr("These rules have no figure of their own."))
        self.all_back.setVisible(bool(changed))
        for name, words in self._headings().items():
            for each in self._body.findChildren(Text, name):
                each.setText(words)

    def _keep(self) -> None:
        if self._pack is not None:
            self._kept[repr(self._pack)] = {row.name: row.text for row in self.rows if row.touched}

    def _clear(self) -> None:
        self._making.stop()
        for each in self._body.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            each.hide()
            each.setParent(None)
            each.deleteLater()
        self.rows = []


def _named(pack: Pack) -> Iterator[tuple[str, str]]:
    """The figures in order, each first of its kind with the heading of the kind."""
    text = pack.text
    own = {name: each for name, each in text.parameters.items() if not of_other(text, name)}
    kinds = {
        "figures": [name for name, each in own.items() if not each.unpublished],
        "unpublished": [name for name, each in own.items() if each.unpublished],
        **{
            _TABLE + table: [each.name for each in cells_of(text, table)]
            for table in text.tables
            if not of_other(text, table)
        },
        "readings": [name for name in text.readings if not of_other(text, name)],
    }
    for heading, names in kinds.items():
        for number, name in enumerate(names):
            yield ("" if number else heading), name
