"""What is to be ranked and how: the programme, the day, the places, those held for areas, and how ties are broken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import isolated
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.fields.choice import Choice
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.date_field import DateField
from ui.parts.fields.field import Field
from ui.parts.fields.form_row import FormRow
from ui.parts.fields.number_field import NumberField
from ui.parts.fields.text_field import TextField
from ui.parts.text import Text
from ui.screens.casework.ranking.quotas_card import QuotasCard
from ui.screens.casework.ranking.reading import Asked
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.screens.casework.ranking.reading import Offer

_AREA = "quota "
"""Before the name of an area, in what was typed."""

_BESIDE = 820
"""Pixels at 100 % from which the two columns stand beside each other."""


class SetupView(Worded, QScrollArea):
    """The conditions of a ranking; `asked` gives them where they can be kept."""

    turned = Signal()
    """Another programme or day was chosen: other areas may belong to it."""

    changed = Signal()
    """Anything was typed or chosen."""

    def __init__(self, reader: Reader, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader, self._today = reader, today
        self._offer: Offer | None = None
        self._begun: dict[str, str] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        self.programme = ChoiceField(reader, inside, unknown=False)
        self.programme.setObjectName("programme")
        self.day = DateField(reader, inside, today=today)
        self.day.setObjectName("day")
        self.day.set_value(today)
        self.places = NumberField(reader, inside, minimum=1)
        self.places.setObjectName("places")
        self.draw = TextField(reader, inside)
        self.draw.setObjectName("draw")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, 0, 0, GRID * 2)
        self._columns.setSpacing(GRID * 2)
        first = QVBoxLayout()
        first.setSpacing(GRID * 2)
        first.addWidget(self._what(inside))
        first.addWidget(self._ties(inside))
        first.addStretch(1)
        self.quotas = QuotasCard(reader, inside)
        second = QVBoxLayout()
        second.addWidget(self.quotas)
        second.addStretch(1)
        self._columns.addLayout(first, 1)
        self._columns.addLayout(second, 1)
        self.setWidget(inside)
        self.programme.changed.connect(self.turned)
        self.day.left.connect(self._day_left)
        self.places.changed.connect(self._places_typed)
        self.draw.changed.connect(self._show_draw)
        for field in self._fields():
            field.changed.connect(self.changed)
        self.quotas.changed.connect(self.changed)

    @property
    def offer(self) -> Offer | None:
        """What may be asked, as it was read."""
        return self._offer

    def asked(self) -> Asked | None:
        """What is asked; None where something typed cannot be kept, which is then said beside it."""
        for field in self._fields():
            field.show_fault(field.fault())
        faulty = [field for field in self._fields() if field.fault()]
        day, programme = self.day.value(), self.programme.value()
        if day is None and not self.day.fault():
            self.day.show_fault(self.tr("Write the day whose facts count."))
            faulty.append(self.day)
        if faulty:
            faulty[0].control().setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if self.quotas.fault or day is None or programme is None:
            for field in self.quotas.fields.values():
                field.control().setFocus(Qt.FocusReason.OtherFocusReason)
                break
            return None
        return Asked(programme, day, self._places(), self.quotas.held(), (self.draw.value() or "").strip())

    def show_offer(self, offer: Offer, reader: Reader) -> None:
        """Show what may be asked; what was typed stays."""
        self._offer, self._reader = offer, reader
        self.programme.set_choices([Choice(each.programme, each.title) for each in offer.orders])
        self.programme.set_value(offer.programme)
        self._begun = self._begun or {"programme": offer.programme, "day": self.day.typed_text()}
        self.quotas.show_areas(offer.areas, reader)
        self._show_draw()

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields otherwise than where they began, exactly as typed."""
        if not self._begun:
            return {}
        told = {field.objectName(): field.typed_text() for field in self._fields()}
        if self.day.value() == self._today:
            # Written in other digits or in the other calendar it is the same day, and no day to come back to tomorrow.
            told.pop("day")
        own = {name: text for name, text in told.items() if text != self._begun.get(name, "")}
        return own | {f"{_AREA}{area}": text for area, text in self.quotas.typed.items()}

    def bring_back(self, typed: Mapping[str, str]) -> None:
        """Put in what was typed once, everything else as it began; an order that is offered no more is left out."""
        for field in self._fields():
            began = self._begun.get(field.objectName(), "")
            field.set_typed_text(typed.get(field.objectName(), began))
            if field is self.programme and field.fault():
                field.set_typed_text(began)
        self.quotas.bring_back(
            {name.removeprefix(_AREA): text for name, text in typed.items() if name.startswith(_AREA)}
        )
        self._places_typed()
        self._show_draw()
        self.turned.emit()
        self.changed.emit()

    def set_reader(self, reader: Reader) -> None:
        """Say everything to another reader."""
        self._reader = reader
        for field in self._fields():
            field.set_reader(reader)
        if self._offer is not None:
            self.show_offer(self._offer, reader)

    @override
    def reworded(self) -> None:
        self._show_draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turn()

    def turn(self) -> None:
        """Put the columns beside each other where there is room."""
        beside = self.width() >= worn().pixels(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() is not direction:
            self._columns.setDirection(direction)

    def _fields(self) -> tuple[Field, ...]:
        return (self.programme, self.day, self.places, self.draw)

    def _what(self, parent: QWidget) -> Card:
        card = Card(lambda: self.tr("What is ranked"), parent)
        card.setObjectName("what")
        rows = (
            FormRow(lambda: self.tr("Programme"), self.programme, card),
            FormRow(lambda: self.tr("Day"), self.day, card),
            FormRow(
                lambda: self.tr("Places"),
                self.places,
                card,
                hint=lambda: self.tr("How many families can be helped; leave it empty to rank all without a limit."),
            ),
        )
        for row in rows:
            card.column.addWidget(row)
        return card

    def _ties(self, parent: QWidget) -> Card:
        card = Card(lambda: self.tr("Who stand equal"), parent)
        card.setObjectName("ties")
        said = Text("soft", card, wraps=True)
        self.say(
            said.setText,
            lambda: self.tr(
                "Of two families with the same score the one that applied earlier goes first. Where that is equal too, "
                "a draw decides that anybody can repeat: it is worked out from the name of the draw and the file "
                "number, so that the same name gives the same order on every machine."
            ),
        )
        card.column.addWidget(said)
        card.column.addWidget(
            FormRow(
                lambda: self.tr("Name of the draw"),
                self.draw,
                card,
                hint=lambda: self.tr(
                    "As it was announced before the files were known; without one, the office and day."
                ),
            )
        )
        self.seed = Text("", card, wraps=True)
        self.seed.setObjectName("seed")
        card.column.addWidget(self.seed)
        return card

    def _places(self) -> int | None:
        value = self.places.value()
        return None if value is None else int(value)

    @Slot()
    def _places_typed(self) -> None:
        self.quotas.show_places(self._places())

    @Slot()
    def _day_left(self) -> None:
        day = self.day.value()
        if day is not None and self._offer is not None and day != self._offer.on:
            self.turned.emit()

    @Slot()
    def _show_draw(self) -> None:
        name = (self.draw.value() or "").strip() or ("" if self._offer is None else self._offer.draw)
        self.seed.setText(self.tr("Draw: {name}").format(name=isolated(name)) if name else "")
