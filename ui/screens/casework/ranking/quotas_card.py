"""Places held for areas: a line for each area that the files name, and what is held in all, said while one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import bare, isolated
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.fields.number_field import NumberField
from ui.parts.labels import set_kind, set_tone
from ui.parts.text import Text
from ui.screens.casework.ranking.rank_words import RankCounts
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.registry.areas import AreaCount


class QuotasCard(Card):
    """Areas with how many files they have and how many places are held for them; an empty line holds none."""

    changed = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Places held for areas"), parent)
        self.setObjectName("quotas")
        self._reader = reader
        self._places: int | None = None
        self._areas: tuple[AreaCount, ...] = ()
        self._fields: dict[str, NumberField] = {}
        self._brought: dict[str, str] = {}
        self._counts = RankCounts(self)
        note = Text("soft", self, wraps=True)
        self.say(
            note.setText,
            lambda: self.tr(
                "An area fills its own places first, in the order of its families. What it cannot fill, and what "
                "nobody holds, goes to all in their order."
            ),
        )
        self.column.addWidget(note)
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, GRID // 2, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(0, 1)
        self.column.addWidget(self._table)
        self.sum = Text("strong", self, wraps=True)
        self.sum.setObjectName("quotas-sum")
        self.column.addWidget(self.sum)
        self.column.addStretch(1)

    @property
    def fields(self) -> dict[str, NumberField]:
        """The field of each area by its name."""
        return dict(self._fields)

    @property
    def fault(self) -> bool:
        """Whether something typed cannot be kept: no number, or more places than there are."""
        return any(each.fault() for each in self._fields.values()) or self._beyond()

    def held(self) -> dict[str, int]:
        """The places that are held, by area."""
        told = {area: field.value() for area, field in self._fields.items()}
        return {area: int(value) for area, value in told.items() if value}

    @property
    def typed(self) -> dict[str, str]:
        """What is typed for areas, exactly; that of areas that are not shown now too."""
        told = self._brought | {area: field.typed_text() for area, field in self._fields.items()}
        return {area: text for area, text in told.items() if text}

    def bring_back(self, typed: Mapping[str, str]) -> None:
        """Put in what was typed once for areas, as soon as they are shown; nothing for all others."""
        self._brought = dict(typed)
        for area, field in self._fields.items():
            field.set_typed_text(typed.get(area, ""))
        self._typed()

    def show_places(self, places: int | None) -> None:
        """Check what is held against so many places; None where no number is typed."""
        self._places = places
        self._show_sum()

    def show_areas(self, areas: Sequence[AreaCount], reader: Reader) -> None:
        """Show these areas; what was typed for an area that is still there stays."""
        kept = self._brought | {area: field.typed_text() for area, field in self._fields.items()}
        self._areas, self._reader, self._fields = tuple(areas), reader, {}
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._heads()
        for number, each in enumerate(self._areas, 1):
            self._row(each, number * 2, kept)
        self._show_sum()

    @override
    def reworded(self) -> None:
        self.show_areas(self._areas, self._reader)

    def _heads(self) -> None:
        if not self._areas:
            none = Text("soft", self._table, wraps=True)
            none.setText(self.tr("No open file names an area on this day."))
            self._grid.addWidget(none, 0, 0)
            return
        for column, words in enumerate((self.tr("Area"), self.tr("Open files"), self.tr("Places held"))):
            head = Text("small", self._table)
            head.setText(words)
            self._grid.addWidget(head, 0, column)

    def _row(self, each: AreaCount, row: int, kept: dict[str, str]) -> None:
        line = QFrame(self._table)
        line.setProperty("kind", "line")
        self._grid.addWidget(line, row - 1, 0, 1, 3)
        name, count = Text("", self._table, wraps=True), Text("soft", self._table)
        name.setText(self.tr("Not stated") if each.area is None else isolated(each.area))
        count.setText(self._reader.number(each.files))
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignVCenter)
        if each.area is None:
            return
        field = NumberField(self._reader, self._table)
        field.setObjectName(f"quota {each.area}")
        field.set_name(bare(self.tr("Places held for {area}").format(area=each.area)))
        field.set_typed_text(kept.get(each.area, ""))
        field.changed.connect(self._typed)
        self._fields[each.area] = field
        self._grid.addWidget(field, row, 2)

    @Slot()
    def _typed(self) -> None:
        self._show_sum()
        self.changed.emit()

    def _beyond(self) -> bool:
        held = sum(self.held().values())
        return held > 0 and (self._places is None or held > self._places)

    def _show_sum(self) -> None:
        held, reader = sum(self.held().values()), self._reader
        of = "" if self._places is None else self._counts.places(self._places, reader)
        if not held:
            words = self.tr("No place is held; all go by rank.")
        elif self._places is None:
            words = self.tr("{held} held. Write above how many places there are in all.")
        elif held > self._places:
            words = self.tr("{held} held of {of}: allow more places or hold fewer.")
        else:
            words = self.tr("{held} held of {of}; {left} left for all in their order.")
        left = "" if self._places is None else reader.number(max(0, self._places - held))
        set_kind(self.sum, "fault" if self._beyond() else "soft")
        set_tone(self.sum, Tone.STOP if self._beyond() else None)
        self.sum.setVisible(bool(self._fields))
        self.sum.setText(words.format(held=reader.number(held), of=of, left=left))
