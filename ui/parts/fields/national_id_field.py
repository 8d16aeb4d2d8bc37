"""An identity number, looked at while it is typed: how much is there, whether its check holds, what it says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated
from desktop.values.national_id import (
    GOVERNORATES,
    EgyptianId,
    Identity,
    OtherNumber,
    SaudiId,
    read_national_id,
)
from ui.language.reader import Reader
from ui.parts.fields.line_field import LineField
from ui.parts.fields.typed_line import Order

_LENGTHS = {"SA": 10, "EG": 14}
_CHECKED = {"SA": {None, "national_id", "iqama"}, "EG": {None, "national_id"}}
_CHARACTERS = 18


class NationalIdField(LineField):
    """The number in western digits, never parted into groups.

    Args:
        country: "SA" or "EG", the country of the office.
        id_kind: `id_kind` of the household file; None where it was not chosen yet.
        allow_invented: whether Egyptian numbers of the training set are read.
    """

    complete = Signal(str)
    """A person typed a number that can be somebody's: the moment to look whether it is registered already."""

    keeps_foot = True

    def __init__(
        self,
        reader: Reader,
        parent: QWidget | None = None,
        *,
        country: str = "SA",
        id_kind: str | None = None,
        allow_invented: bool = False,
    ) -> None:
        super().__init__(reader, parent, order=Order.FIGURES, characters=_CHARACTERS)
        self._country, self._kind, self._allow_invented = country, id_kind, allow_invented
        self._told = ""
        self.row.addStretch(1)

    @override
    def value(self) -> str | None:
        value: str | None = super().value()
        return value

    def identity(self) -> Identity | None:
        """The number with what it says; None where it cannot be read."""
        try:
            return self._identity(self.typed_text()) if not self.is_empty else None
        except OfficeError:
            return None

    def set_papers(self, *, country: str | None = None, id_kind: str | None = None) -> None:
        """Read the number as that of another country or kind of paper; what was typed stays.

        Args:
            country: None leaves it.
            id_kind: None where no kind is chosen.
        """
        self._country = country or self._country
        self._kind = id_kind
        if self.shown_fault and self.tells_own_faults:
            self.show_fault(self.fault())
        self.shown_anew()

    @override
    def read(self, text: str) -> str:
        return self._identity(text).number

    @override
    def spelled(self, value: str) -> str:
        return value

    @override
    def examined(self) -> None:
        self.note(self._words())

    def _identity(self, text: str) -> Identity:
        return read_national_id(text, country=self._country, id_kind=self._kind, allow_invented=self._allow_invented)

    @property
    def _length(self) -> int | None:
        """Digits of a whole number; None where this kind of paper has no known length."""
        known = self._kind in _CHECKED.get(self._country, set())
        return _LENGTHS[self._country] if known and compact(self.typed_text()).isdigit() else None

    def _words(self) -> str:
        typed, length = compact(self.typed_text()), self._length
        if not typed:
            return ""
        identity = self.identity()
        match identity:
            case SaudiId(invented=True):
                return self.tr("Number set aside for training")
            case SaudiId(resident=True):
                return self.tr("Number of a resident’s iqama")
            case SaudiId():
                return self.tr("Number of a Saudi citizen")
            case EgyptianId():
                return self._egyptian(identity)
        if length is None or len(typed) >= length:
            return ""
        return self.tr("{typed} of {all} digits").format(
            typed=self.reader.number(len(typed)), all=self.reader.number(length)
        )

    def _egyptian(self, identity: EgyptianId) -> str:
        if identity.warnings:
            return self.reader.wording(identity.warnings[0])
        if identity.birth_date is None:
            return self.tr("Number set aside for training")
        words = (
            self.tr("Egyptian woman, born {day}; place of birth: {place}")
            if identity.sex == "female"
            else self.tr("Egyptian man, born {day}; place of birth: {place}")
        )
        place = GOVERNORATES[identity.governorate].said_in(self.reader.language)
        return words.format(day=self.reader.day(identity.birth_date, both=True), place=isolated(place))

    @override
    def _on_typed(self, text: str) -> None:
        super()._on_typed(text)
        length = self._length
        identity = self.identity()
        if identity is None and length is not None and len(compact(text)) >= length and self.tells_own_faults:
            self.show_fault(self.fault())
        if isinstance(identity, SaudiId | EgyptianId):
            self._tell(identity.number)
        else:
            self._told = ""

    @override
    def _on_left(self) -> None:
        super()._on_left()
        identity = self.identity()
        if isinstance(identity, OtherNumber):
            self._tell(identity.number)

    def _tell(self, number: str) -> None:
        if number != self._told:
            self._told = number
            self.complete.emit(number)
