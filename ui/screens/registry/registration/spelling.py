"""What people write in a field, read as the value of its fact: any digits, either calendar, grouped amounts.

Empty texts never come here. What is wrong is said in one sentence with what to do; nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from desktop.facts.describe import Kind, Writing
from desktop.facts.shape import Shape
from desktop.values.calendars import Calendar
from desktop.values.dates import Precision
from desktop.values.digits import compact, to_western
from desktop.values.errors import OfficeError
from desktop.values.iban import read_iban
from desktop.values.language import Wording
from desktop.values.money import decimal_text, minor_units
from desktop.values.typed_dates import read_date, read_day
from ui.screens.registry.registration.told import NO, YES

_WHOLE = re.compile(r"[0-9]{1,12}")
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:[.٫][0-9]{0,12})?")


def read_text(shape: Shape, label: Wording, text: str) -> object:
    """The value of a fact of that shape.

    Raises:
        OfficeError: those of `values.*` and `registration.*` that name what cannot be read and what to write instead.
    """
    return _READERS.get(shape.kind, _text)(shape, label, text)


def _boolean(_shape: Shape, label: Wording, text: str) -> bool:
    if text not in {YES, NO}:
        raise OfficeError("registration.not_a_choice", label=label, text=text)
    return text == YES


def _code(shape: Shape, label: Wording, text: str) -> object:
    if shape.code is None or text not in {code.value for code in shape.code}:
        raise OfficeError("registration.not_a_choice", label=label, text=text)
    return shape.code(text)


def _integer(shape: Shape, label: Wording, text: str) -> int:
    digits = compact(text)
    if _WHOLE.fullmatch(digits) is None:
        raise OfficeError("registration.not_a_count", label=label, text=text)
    _refuse_outside(shape, label, float(digits))
    return int(digits)


def _number(shape: Shape, label: Wording, text: str) -> float:
    digits = compact(text).removesuffix("%").removesuffix("٪")
    if _NUMBER.fullmatch(digits) is None:
        raise OfficeError("registration.not_a_number", label=label, text=text)
    value = float(digits.replace("٫", "."))
    _refuse_outside(shape, label, value)
    return value


def _refuse_outside(shape: Shape, label: Wording, value: float) -> None:
    if shape.minimum is not None and value < shape.minimum:
        raise OfficeError("registration.too_small", label=label, limit=f"{shape.minimum:g}")
    if shape.maximum is not None and value > shape.maximum:
        raise OfficeError("registration.too_large", label=label, limit=f"{shape.maximum:g}")


def _money(_shape: Shape, label: Wording, text: str) -> str:
    amount = minor_units(text)
    if amount < 0:
        raise OfficeError("registration.amount_below_zero", label=label, text=text)
    return decimal_text(amount)


def _date(_shape: Shape, _label: Wording, text: str) -> dt.date:
    return read_day(text)


def _hijri(_shape: Shape, _label: Wording, text: str) -> str:
    stated = read_date(text, as_stated=True)
    if stated.precision is not Precision.DAY:
        raise OfficeError("values.date_in_part", text=text)
    if stated.calendar is Calendar.GREGORIAN:
        # A birth crosses over to the fact of its calendar; here it can only stand where that one is taken.
        raise OfficeError("values.date_outside_table", date=text)
    return str(stated.stated)


def _text(shape: Shape, label: Wording, text: str) -> str:
    if shape.writing is Writing.IBAN:
        return read_iban(text)
    if shape.writing is Writing.COMPACT:
        return compact(text)
    if shape.pattern is not None:
        return _patterned(shape.pattern, label, text)
    # A number keeps the spaces inside it until the registry spells it: a passport may have letters.
    return to_western(text).strip() if shape.writing is Writing.NUMBER else text.strip()


def _patterned(pattern: str, label: Wording, text: str) -> str:
    written = compact(text).upper().replace("/", "-")
    if re.fullmatch(pattern, written) is None:
        term = r"\d{4}" in pattern
        raise OfficeError("registration.not_a_term" if term else "registration.not_a_country", label=label, text=text)
    return written


_READERS: dict[Kind, Callable[[Shape, Wording, str], object]] = {
    Kind.BOOLEAN: _boolean,
    Kind.CODE: _code,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.HIJRI_DATE: _hijri,
}
