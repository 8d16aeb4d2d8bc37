"""The field of a fact of the household file, chosen by its kind, unit and codes; its label is `property.label`.

Lists, objects and lists of references are made of other facts and have no field of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtWidgets import QWidget

from desktop.facts.describe import Absent, Kind, Unit, Writing
from desktop.facts.shape import Shape, fields_of
from desktop.facts.vocabulary import Property, vocabulary
from desktop.values.language import Wording
from desktop.values.money import Currency
from ui.language.reader import Reader
from ui.parts.fields.choice import Choice, choices_of
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.date_field import DateField
from ui.parts.fields.field import Field
from ui.parts.fields.iban_field import IbanField
from ui.parts.fields.money_field import MoneyField
from ui.parts.fields.money_range_field import MoneyRangeField
from ui.parts.fields.national_id_field import NationalIdField
from ui.parts.fields.number_field import NumberField
from ui.parts.fields.phone_field import PhoneField
from ui.parts.fields.text_field import TextField
from ui.parts.fields.yes_no_field import YesNoField

_UNIT_WORDS = {
    Unit.PERCENT: Wording("٪", "%"),
    Unit.YEARS: Wording("سنة", "years"),
    Unit.FEDDAN: Wording("فدان", "feddan"),
    Unit.DEGREES: Wording("°", "°"),
}
_BIRTHS = {"birth_date", "birth_date_hijri"}
_CURRENCIES = {"SA": Currency.SAR, "EG": Currency.EGP}
_NATIONALITY = "nationality"


def field_for(fact: Property, reader: Reader, parent: QWidget | None = None, *, country: str = "SA") -> Field:
    """The field for a fact.

    Args:
        fact: of the vocabulary.
        reader: how values are shown.
        parent: of the field.
        country: "SA" or "EG", of the household: its currency, its numbers, its telephones.

    Raises:
        TypeError: for a list, an object or a list of references.
    """
    make = _MAKERS.get(fact.kind)
    if make is None:
        raise TypeError(f"{fact.entity}.{fact.name} is made of other facts")
    return make(fact, reader, parent, country)


@cache
def shape_of(fact: Property) -> Shape:
    """The shape of a fact, which its property leaves out."""
    struct, shape = vocabulary()[fact.entity].struct, None
    for attribute in fact.path:
        shape = next(each.shape for each in fields_of(struct) if each.attribute == attribute)
        struct = shape.struct or struct
    if shape is None:
        raise KeyError(fact.name)
    return shape


def _may_be_unknown(fact: Property) -> bool:
    return not fact.required and fact.absent is Absent.UNKNOWN


def _yes_no(fact: Property, reader: Reader, parent: QWidget | None, _country: str) -> Field:
    return YesNoField(reader, parent, unknown=not fact.required)


def _choice(fact: Property, reader: Reader, parent: QWidget | None, _country: str) -> Field:
    codes = shape_of(fact).code
    choices = choices_of(codes) if codes is not None else ()
    return ChoiceField(reader, parent, choices=choices, unknown=_may_be_unknown(fact))


def _person(fact: Property, reader: Reader, parent: QWidget | None, _country: str) -> Field:
    # Who there is to choose from is known by the screen alone: `set_choices`.
    return ChoiceField(reader, parent, unknown=_may_be_unknown(fact))


def _number(fact: Property, reader: Reader, parent: QWidget | None, _country: str) -> Field:
    return NumberField(
        reader,
        parent,
        whole=fact.kind is Kind.INTEGER,
        minimum=fact.minimum,
        maximum=fact.maximum,
        unit=_UNIT_WORDS.get(fact.unit) if fact.unit is not None else None,
        characters=12 if fact.unit is Unit.DEGREES else 7,
    )


def _money(_fact: Property, reader: Reader, parent: QWidget | None, country: str) -> Field:
    return MoneyField(reader, parent, currency=_CURRENCIES[country])


def _range(_fact: Property, reader: Reader, parent: QWidget | None, country: str) -> Field:
    return MoneyRangeField(reader, parent, currency=_CURRENCIES[country])


def _date(fact: Property, reader: Reader, parent: QWidget | None, _country: str) -> Field:
    return DateField(reader, parent, as_stated=fact.name in _BIRTHS)


def _text(fact: Property, reader: Reader, parent: QWidget | None, country: str) -> Field:
    writing = shape_of(fact).writing
    if fact.name == "national_id":
        return NationalIdField(reader, parent, country=country)
    if writing is Writing.IBAN:
        return IbanField(reader, parent)
    if writing is Writing.COMPACT:
        return PhoneField(reader, parent, country=country)
    if fact.name == _NATIONALITY:
        return ChoiceField(reader, parent, choices=_countries(), unknown=_may_be_unknown(fact))
    return TextField(reader, parent, number=writing is Writing.NUMBER)


@cache
def _countries() -> tuple[Choice, ...]:
    # The registry's names are wanted by this one fact alone.
    from desktop.values.countries import country_letters, country_name

    named = [Choice(letters, country_name(letters)) for letters in country_letters()]
    own = {"SA": 0, "EG": 1}
    return tuple(sorted(named, key=lambda each: (own.get(each.code, 2), each.label.ar)))


_MAKERS: dict[Kind, Callable[[Property, Reader, QWidget | None, str], Field]] = {
    Kind.BOOLEAN: _yes_no,
    Kind.CODE: _choice,
    Kind.REF: _person,
    Kind.INTEGER: _number,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.MONEY_BOUNDS: _range,
    Kind.DATE: _date,
    Kind.HIJRI_DATE: _date,
    Kind.TEXT: _text,
}
