"""Facts as label and value with a way to each: an unknown one is a link to the field where it is entered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.screens.registry.household_file.told import ToldFact
from ui.theme.tokens import GRID

Enter = Callable[[str], object]
"""Goes to the field of a JSON Pointer."""


class UnknownLink(Worded, QPushButton):
    """«غير معلوم», which leads to the field where the fact is entered; plain words for who may not enter it."""

    def __init__(self, label: str, enter: Callable[[], object] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "link")
        self._label = label
        self.say(self.setText, lambda: self.tr("Not known"))
        self.say(
            self.setAccessibleName,
            lambda: bare(self.tr("{fact}: not known. Record it").format(fact=self._label)),
        )
        self.say(self.setToolTip, lambda: self.tr("Record it"))
        if enter is None:
            self.setEnabled(False)
        else:
            self.clicked.connect(lambda _checked: enter())
            self.setCursor(Qt.CursorShape.PointingHandCursor)


class ToldFacts(Worded, QWidget):
    """A list of facts, a thin line between them; `abreast` pairs of label and value stand side by side."""

    def __init__(self, enter: Enter | None, parent: QWidget | None = None, *, abreast: int = 1) -> None:
        super().__init__(parent)
        self._enter = enter
        self._abreast = abreast
        self._places: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID // 2)
        for pair in range(abreast):
            self._grid.setColumnStretch(pair * 2, 1)
            self._grid.setColumnStretch(pair * 2 + 1, 1)

    def show_facts(self, facts: Sequence[ToldFact], reader: Reader) -> None:
        """Show these facts instead of those shown before."""
        self._places.clear()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, fact in enumerate(facts):
            row, pair = divmod(number, self._abreast)
            label = Text("soft", self, wraps=True)
            label.setText(begun(reader.wording(fact.label)))
            place = self._value(fact, label.text())
            self._places[fact.pointer] = place
            self._grid.addWidget(label, row * 2, pair * 2, Qt.AlignmentFlag.AlignTop)
            edge = Qt.AlignmentFlag.AlignTop
            # A button fills its cell with the words in the middle; a text has to fill it to be wrapped.
            self._grid.addWidget(
                place,
                row * 2,
                pair * 2 + 1,
                edge | Qt.AlignmentFlag.AlignLeading if isinstance(place, UnknownLink) else edge,
            )
            if pair == 0 and row:
                line = QFrame(self)
                line.setProperty("kind", "line")
                self._grid.addWidget(line, row * 2 - 1, 0, 1, self._abreast * 2)

    def sought(self, pointer: str) -> QWidget | None:
        """The widget that shows the fact at a JSON Pointer, or a thing that it lies in."""
        lying = [at for at in self._places if pointer == at or pointer.startswith(f"{at}/")]
        return self._places[max(lying, key=len)] if lying else None

    def _value(self, fact: ToldFact, label: str) -> QWidget:
        if fact.words is None:
            enter = self._enter
            return UnknownLink(label, None if enter is None else lambda: enter(fact.pointer), self)
        value = Text("", self, wraps=True)
        value.setText(begun(fact.words))
        value.setAccessibleName(bare(f"{label}: {fact.words}"))
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return value

    @override
    def minimumSizeHint(self) -> QSize:
        # Wrapped labels say the width of one word; the column is never asked to be narrower.
        return QSize(0, super().minimumSizeHint().height())


def begun(text: str) -> str:
    """A label as it stands alone: English ones are kept small for sentences."""
    return capitalised(text)
