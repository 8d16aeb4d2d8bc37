"""What stands in the way, and what is worth a second look: a sentence each, with the way to its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.sign_box import SignBox
from ui.parts.signs import Sign
from ui.parts.text import Text
from ui.screens.registry.registration.examination import Fault, Weight
from ui.theme.tokens import GRID, Tone

MOST = 20
"""Sentences shown at a time: whoever mends these sees the rest."""


class FaultList(Worded, QWidget):
    """Hidden while there is nothing to say."""

    asked = Signal(str)
    """The slot to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faults")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(None, self)
        self._heading = Text("strong", self._card, wraps=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID // 2)
        self._more = Text("soft", self._card, wraps=True)
        self._card.column.addWidget(self._heading)
        self._card.column.addLayout(self._lines)
        self._card.column.addWidget(self._more)
        outer.addWidget(self._card)
        self._shown: tuple[Sequence[Fault], Sequence[Fault], Reader] | None = None

    def show_faults(self, faults: Sequence[Fault], doubts: Sequence[Fault], reader: Reader) -> None:
        """Show faults and, behind them, doubts."""
        if self._shown == (faults, doubts, reader):
            return
        self._shown = (faults, doubts, reader)
        self._show()

    @override
    def reworded(self) -> None:
        if self._shown is not None:
            self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        faults, doubts, reader = self._shown
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        every = (*faults, *doubts)
        self.setVisible(bool(every))
        for fault in every[:MOST]:
            self._lines.addWidget(self._line(fault, reader))
        if faults:
            words = self.tr("%n thing(s) to mend before it can be saved", "", len(faults))
        else:
            words = self.tr("%n thing(s) worth a second look; they stand in the way of nothing", "", len(doubts))
        self._heading.setText(reader.digits(words))
        self._more.setText(reader.digits(self.tr("and %n more", "", len(every) - MOST)) if len(every) > MOST else "")
        self._more.setVisible(len(every) > MOST)

    def _line(self, fault: Fault, reader: Reader) -> QWidget:
        line = QWidget(self._card)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        sign, words = SignBox(line, size=10, plate=18), Text("", line, wraps=True)
        doubt = fault.weight is Weight.DOUBT
        sign.show_sign(Sign.ALERT if doubt else Sign.CROSS, Tone.WAIT if doubt else Tone.STOP)
        words.setText(reader.wording(fault.sentence))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        if fault.slot:
            button = QPushButton(line)
            button.setProperty("kind", "link")
            button.setObjectName(f"go:{fault.slot}")
            button.setText(self.tr("Go to the field"))
            button.setAccessibleName(bare(f"{button.text()}: {words.text()}"))
            button.clicked.connect(lambda _checked: self.asked.emit(fault.slot))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line
