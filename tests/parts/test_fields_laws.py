"""Laws of all fields: what is typed comes back exactly, and says the same to every reader; every fact has a field."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.facts.describe import Kind
from desktop.facts.vocabulary import vocabulary
from desktop.values.calendars import Calendar
from desktop.values.digits import to_arabic_indic
from desktop.values.language import Language
from desktop.values.money import decimal_text
from ui.language.reader import Reader
from ui.parts.fields.choice import choices_of
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.date_field import DateField
from ui.parts.fields.field import Field
from ui.parts.fields.for_fact import field_for, shape_of
from ui.parts.fields.iban_field import IbanField
from ui.parts.fields.line_field import LineField
from ui.parts.fields.money_field import MoneyField
from ui.parts.fields.money_range_field import MoneyRangeField
from ui.parts.fields.name_field import NameField
from ui.parts.fields.national_id_field import NationalIdField
from ui.parts.fields.number_field import NumberField
from ui.parts.fields.phone_field import PhoneField
from ui.parts.fields.samples import samples
from ui.parts.fields.text_field import LongTextField, TextField
from ui.parts.fields.yes_no_field import YesNoField

LookWorn = Callable[..., Reader]

IBAN = "SA8400000000000000012345"
"""At bank 00, which is none."""

_readers = st.builds(Reader, st.sampled_from(list(Language)), st.booleans(), st.sampled_from(list(Calendar)))
_days = st.dates().map(str) | st.builds(
    lambda y, m, d: f"{d}/{m}/{y}", st.integers(1340, 1500), st.integers(1, 12), st.integers(1, 29)
)
_texts: dict[str, st.SearchStrategy[str]] = {
    "money": st.integers(0, 10**14).map(decimal_text) | st.integers(0, 10**9).map("{:,}".format),
    "count": st.integers(0, 10**6).map(str),
    "measure": st.floats(0, 10**6, allow_nan=False).map("{:.3f}".format),
    "date": _days,
    "birth": _days | st.integers(1300, 1500).map(str) | st.sampled_from(["1405/3", "12/1984", "1984"]),
    "national id": st.integers(10**9, 10**9 + 10**6 - 1).map(str),
    "iban": st.sampled_from([IBAN, "sa84 0000 0000 0000 0001 2345", "EG390000000100000000000012345"]),
    "phone": st.integers(0, 99_999).map("05000{:05d}".format),
    "number text": st.text("0123456789-/, A.", max_size=14),
    "text": st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
}  # fmt: skip


@cache
def _field(kind: str) -> LineField:
    """One of each for all examples: a widget an example would cost more than what it shows."""
    reader = Reader()
    made: dict[str, Callable[[], LineField]] = {
        "money": lambda: MoneyField(reader),
        "count": lambda: NumberField(reader),
        "measure": lambda: NumberField(reader, whole=False),
        "date": lambda: DateField(reader),
        "birth": lambda: DateField(reader, as_stated=True),
        "national id": lambda: NationalIdField(reader),
        "iban": lambda: IbanField(reader),
        "phone": lambda: PhoneField(reader),
        "number text": lambda: TextField(reader, number=True),
        "text": lambda: TextField(reader),
    }
    return made[kind]()


@pytest.fixture(autouse=True)
def _clean(qapp: QApplication) -> None:
    _field.cache_clear()


@pytest.mark.parametrize("kind", list(_texts))
@given(st.data())
@settings(deadline=None, max_examples=60)
def test_what_is_typed_and_shown_again_says_the_same_to_every_reader(kind: str, data: st.DataObject) -> None:
    field = _field(kind)
    typed = data.draw(_texts[kind])
    typed = to_arabic_indic(typed) if data.draw(st.booleans()) else typed
    field.set_reader(data.draw(_readers))
    field.set_typed_text(typed)
    meant, fault = field.meant(), bool(field.fault())
    for reader in data.draw(st.lists(_readers, min_size=1, max_size=3)):
        field.set_reader(reader)
        shown = field.line.text()
        assert field.typed_text() == typed
        assert field.meant() == meant
        assert bool(field.fault()) is fault
        if meant is None:
            assert shown == typed
        elif kind in {"date", "birth"}:
            read = field.read(shown)
            assert (read.possibility, read.precision) == (meant.possibility, meant.precision)
        else:
            assert field.read(shown) == meant
            assert field.read(field.edited_as(typed)) == meant


@pytest.mark.parametrize("kind", list(_texts))
@given(st.text(max_size=40), _readers)
@settings(deadline=None, max_examples=40)
def test_no_text_breaks_a_field_and_every_text_comes_back(kind: str, typed: str, reader: Reader) -> None:
    field = _field(kind)
    field.set_reader(reader)
    field.set_typed_text(typed)
    assert field.typed_text() == typed
    assert (field.meant() is None) == (not typed.strip() or bool(field.fault()))


@pytest.mark.parametrize("kind", ["money", "count", "measure", "phone", "iban", "national id", "text"])
@given(st.data())
@settings(deadline=None, max_examples=30)
def test_a_value_that_is_set_is_the_value_that_is_read(kind: str, data: st.DataObject) -> None:
    field = _field(kind)
    field.set_typed_text(data.draw(_texts[kind]))
    value = field.value()
    field.set_typed_text("")
    field.set_value(value)
    assert field.value() == value


def _every_field(reader: Reader) -> list[Field]:
    return [field for _, field in samples(reader) if isinstance(field, Field)]


def test_every_field_in_every_state_speaks_both_languages(qtbot: QtBot, look_worn: LookWorn) -> None:
    fields = _every_field(look_worn(language=Language.ARABIC))
    told = [(field.typed_text(), field.fault(), field.value()) for field in fields]
    english = look_worn(language=Language.ENGLISH)
    QApplication.processEvents()
    for field, (typed, fault, value) in zip(fields, told, strict=True):
        qtbot.addWidget(field)
        field.set_reader(english)
        assert (field.typed_text(), field.value()) == (typed, value)
        assert bool(field.fault()) is bool(fault)
        if fault:
            assert field.fault() != fault
            assert field.shown_fault == field.fault()


def test_samples_show_every_kind_of_field_in_the_states_it_can_have(qtbot: QtBot, look_worn: LookWorn) -> None:
    named = samples(look_worn())
    kinds = {type(field) for _, field in named}
    assert kinds == {
        ChoiceField, DateField, IbanField, LongTextField, MoneyField, MoneyRangeField, NameField, NationalIdField,
        NumberField, PhoneField, TextField, YesNoField,
    }  # fmt: skip
    for name, field in named:
        qtbot.addWidget(field)
        assert isinstance(field, Field)
        assert field.is_empty is name.endswith("empty")
        assert field.is_read_only() is name.endswith("read-only")
        assert field.isEnabled() is not name.endswith("disabled")
        assert (field.shown_fault != "") >= name.endswith("faulty")
    assert len({name for name, _ in named}) == len(named)


FACTS = [fact for entity in vocabulary().values() for fact in entity.properties.values()]
_MADE_OF_OTHERS = {Kind.LIST, Kind.OBJECT, Kind.REFS}


def test_every_fact_that_is_no_list_or_object_has_a_field_that_begins_unknown(
    qtbot: QtBot, look_worn: LookWorn
) -> None:
    reader = look_worn()
    for fact in FACTS:
        if fact.kind in _MADE_OF_OTHERS:
            with pytest.raises(TypeError):
                field_for(fact, reader)
            continue
        field = field_for(fact, reader, country="EG")
        qtbot.addWidget(field)
        assert field.value() is None
        assert field.typed_text() == ""
        assert field.fault() == ""


def test_a_code_is_offered_with_its_labels_and_unknown_only_where_it_can_be(qtbot: QtBot, look_worn: LookWorn) -> None:
    member = vocabulary()["member"].properties
    marital, role = (field_for(member[name], look_worn()) for name in ("marital_status", "role"))
    for field in (marital, role):
        qtbot.addWidget(field)
        assert isinstance(field, ChoiceField)
    codes = shape_of(member["marital_status"]).code
    assert codes is not None
    offered = [code for code, _ in marital.entries()]
    assert offered == ["", *(each.code for each in choices_of(codes))]
    assert "" not in [code for code, _ in role.entries()]


def test_facts_of_a_country_take_its_money_and_numbers(qtbot: QtBot, look_worn: LookWorn) -> None:
    reader = look_worn()
    member, household = vocabulary()["member"].properties, vocabulary()["household"].properties
    wage = field_for(member["work.insured_wage"], reader, country="EG")
    number = field_for(member["national_id"], reader, country="EG")
    born = field_for(member["birth_date"], reader)
    account = field_for(household["payee.iban"], reader)
    for field in (wage, number, born, account):
        qtbot.addWidget(field)
    assert isinstance(wage, MoneyField)
    assert wage.currency_word.text() == "جنيه"
    number.set_typed_text("1000000008")
    assert number.fault() == ""
    born.set_typed_text("1405")
    assert born.fault() == ""
    assert isinstance(account, IbanField)
