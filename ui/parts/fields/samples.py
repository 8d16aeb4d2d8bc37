"""Every field in every state, for the page that shows what the window is made of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.facts.codes import MaritalStatus, WorkStatus
from desktop.values.language import Wording
from ui.language.reader import Reader
from ui.parts.fields.choice import choices_of
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.date_field import DateField
from ui.parts.fields.field import Field
from ui.parts.fields.iban_field import IbanField
from ui.parts.fields.money_field import MoneyField
from ui.parts.fields.money_range_field import MoneyRangeField
from ui.parts.fields.name_field import NameField
from ui.parts.fields.national_id_field import NationalIdField
from ui.parts.fields.number_field import NumberField
from ui.parts.fields.phone_field import PhoneField
from ui.parts.fields.text_field import LongTextField, TextField
from ui.parts.fields.yes_no_field import YesNoField

_LONG = (
    "يسكن مع والدته في الدور الأول من بيت قديم في حي الناصرة، خلف مدرسة عمر بن الخطاب، بجوار بقالة أبو حسن، "
    "والمدخل من الشارع الخلفي رقم 12"
)

_Make = Callable[[Reader], Field]
_KINDS: tuple[tuple[str, _Make, tuple[tuple[str, str], ...]], ...] = (
    ("text", TextField, (("filled", "حي الناصرة"), ("latin", "Villa 12, Al Nasrah"), ("long", _LONG))),
    ("number as text", lambda reader: TextField(reader, number=True, characters=16), (("filled", "4410/2-17"),)),
    ("long text", LongTextField, (("filled", "زيارة ثانية بعد العيد"), ("long", f"{_LONG}\n{_LONG}"))),
    ("name", NameField, (("filled", "فاطمة\nعبد الله\nحسن\nالأحمد"), ("faulty", "\nعبد الله\n\nالأحمد 2"))),
    (
        "national id",
        NationalIdField,
        (("begun", "10000"), ("filled", "1000000008"), ("faulty", "1000000009")),
    ),
    (
        "national id, Egypt",
        lambda reader: NationalIdField(reader, country="EG", allow_invented=True),
        (("filled", "29013010100011"), ("faulty", "59013010100011")),
    ),
    (
        "date",
        lambda reader: DateField(reader, maximum=date(2026, 12, 31)),
        (("filled", "1446/5/19"), ("gregorian", "2024-11-21"), ("faulty", "1446/12/31"), ("late", "2030-1-1")),
    ),
    (
        "birth",
        lambda reader: DateField(reader, as_stated=True),
        (("filled", "1405/3/12"), ("in part", "1405"), ("faulty", "46/5/19")),
    ),
    ("money", MoneyField, (("filled", "1400"), ("long", "9999999.99"), ("faulty", "1,5"))),
    ("money range", MoneyRangeField, (("filled", "1200\n1500"), ("faulty", "1500\n1200"))),
    ("count", lambda reader: NumberField(reader, maximum=20), (("filled", "4"), ("faulty", "40"))),
    (
        "measure",
        lambda reader: NumberField(reader, whole=False, maximum=100, unit=Wording("٪", "%")),
        (("filled", "96.5"), ("faulty", "مئة")),
    ),
    (
        "iban",
        IbanField,
        (("begun", "SA840000"), ("filled", "SA8400000000000000012345"), ("faulty", "SA8400000000000000012349")),
    ),
    ("phone", PhoneField, (("filled", "0500012345"), ("faulty", "05000"))),
    (
        "choice",
        lambda reader: ChoiceField(reader, choices=choices_of(MaritalStatus)),
        (("filled", MaritalStatus.DIVORCED.value), ("faulty", "engaged")),
    ),
    (
        "choice, long",
        lambda reader: ChoiceField(reader, choices=choices_of(WorkStatus), unknown=False),
        (("filled", WorkStatus.EMPLOYED.value),),
    ),
    ("yes or no", YesNoField, (("filled", "true"),)),
)


def samples(reader: Reader) -> list[tuple[str, QWidget]]:
    """A name and a field for every state: empty, filled, faulty, read-only, disabled, long."""
    made: list[tuple[str, QWidget]] = []

    def add(name: str, make: _Make, state: str, typed: str) -> Field:
        field = make(reader)
        field.set_name(f"{name}, {state}")
        field.set_typed_text(typed)
        if field.fault():
            field.show_fault(field.fault())
        made.append((f"{name}, {state}", field))
        return field

    for name, make, states in _KINDS:
        add(name, make, "empty", "")
        for state, typed in states:
            add(name, make, state, typed)
        filled = next(typed for state, typed in states if state == "filled")
        add(name, make, "read-only", filled).setReadOnly(True)
        add(name, make, "disabled", filled).setEnabled(False)
    return made
