"""A date is read alike wherever it is typed: what a field takes, the registration takes, and nothing else."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET
from typing_files import begun

from desktop.facts.vocabulary import vocabulary
from desktop.values.calendars import GREGORIAN_MONTHS, HIJRI_MONTHS, Calendar, read_hijri
from desktop.values.dates import Precision
from desktop.values.digits import to_arabic_indic
from desktop.values.typed_dates import StatedDate
from ui.language.reader import Reader
from ui.parts.fields.date_field import DateField
from ui.parts.fields.for_fact import field_for
from ui.screens.registry.registration.reading import Reading, read

APPLIED_ON, HEAD = "/household/applied_on", "/members/k1"
BIRTHS = ("birth_date", "birth_date_hijri")

_years = st.integers(1290, 1510) | st.integers(1840, 2110) | st.sampled_from([46, 999, 1343, 1342, 9999])
_dates = st.builds(
    lambda ends, month, between: between.join(map(str, (ends[0], month, ends[1]))),
    st.tuples(_years, st.integers(0, 32)) | st.tuples(st.integers(0, 32), _years),
    st.integers(0, 13),
    st.sampled_from(["-", "/", ".", " ", "\\", " / ", "", "،"]),
)
_parts = st.builds(
    lambda year, month, between: f"{month}{between}{year}", _years, st.integers(0, 13), st.sampled_from("-/ ")
)
_named = st.builds(
    lambda day, month, year, ar: f"{day} {month.ar if ar else month.en} {year}".strip(),
    st.sampled_from(["", "1", "12", "30"]),
    st.sampled_from((*HIJRI_MONTHS, *GREGORIAN_MONTHS)),
    _years,
    st.booleans(),
)
_eras = st.sampled_from(["", "هـ", " هـ", " ه", "م", " م", " AH", " a.d.", " CE"])
_around = st.sampled_from(["", " ", "\u200f", "\u2068", "ـ", "\u00a0"])
_written = st.builds(
    lambda before, text, era, arabic: before + (to_arabic_indic(text + era) if arabic else text + era),
    _around,
    _dates | _parts | _named | _years.map(str) | st.just(""),
    _eras,
    st.booleans(),
)
_texts = _written | st.text("0123456789٠١٢۱۲-/.\\ هـمAH\u200f\u2069", max_size=12) | st.text(max_size=12)


@cache
def _field(entity: str, name: str) -> DateField:
    """The field that a form makes for the fact; one for all examples, since a widget an example would cost too much."""
    field = field_for(vocabulary()[entity].properties[name], Reader())
    assert isinstance(field, DateField)
    return field


def _typed_in_field(entity: str, name: str, text: str) -> tuple[StatedDate | None, bool]:
    """(what the field reads, whether it refuses)."""
    field = _field(entity, name)
    field.set_typed_text(text)
    return field.stated(), field.fault() != ""


def _typed_in_registration(slot: str, text: str) -> tuple[Reading, bool]:
    reading = read(begun().write(slot, text).typed)
    assert {each.slot for each in reading.unread} <= {slot}
    assert not any(each.missing for each in reading.unread)
    return reading, bool(reading.unread)


@pytest.mark.usefixtures("qapp")
@settings(deadline=None)
@given(_texts)
def test_the_field_of_a_day_and_the_registration_read_every_text_alike(text: str) -> None:
    stated, refused = _typed_in_field("household", "applied_on", text)
    reading, refused_too = _typed_in_registration(APPLIED_ON, text)
    assert refused == refused_too
    assert reading.partial is not None
    assert reading.partial.household.applied_on == (UNSET if stated is None else stated.day)


@pytest.mark.usefixtures("qapp")
@settings(deadline=None)
@given(st.sampled_from(BIRTHS), _texts)
def test_the_field_of_a_birth_and_the_registration_read_every_text_alike(name: str, text: str) -> None:
    stated, refused = _typed_in_field("member", name, text)
    reading, refused_too = _typed_in_registration(f"{HEAD}/{name}", text)
    assert refused == refused_too
    assert reading.partial is not None
    (head,) = reading.partial.members
    if stated is None:
        assert (head.birth_date, head.birth_date_hijri) == (UNSET, UNSET)
        return
    precision = Precision(head.birth_date_precision.value)
    if stated.calendar is Calendar.HIJRI:
        assert head.birth_date is UNSET
        assert isinstance(head.birth_date_hijri, str)
        assert StatedDate(read_hijri(head.birth_date_hijri), precision) == stated
    else:
        assert head.birth_date_hijri is UNSET
        assert head.birth_date is not UNSET
        assert StatedDate(head.birth_date, precision) == stated


@pytest.mark.parametrize(
    "text",
    ["1446/5/19", "٢١/١١/٢٠٢٤ م", "19 جمادى الأولى 1446", "21 Nov 2024", "20241121", "1446 5 19", "1446/05/19 AH"],
)
def test_a_day_is_taken_in_every_usual_spelling_by_both(qapp: object, text: str) -> None:
    stated, refused = _typed_in_field("household", "applied_on", text)
    reading, refused_too = _typed_in_registration(APPLIED_ON, text)
    assert not refused
    assert not refused_too
    assert stated is not None
    assert reading.partial is not None
    assert str(reading.partial.household.applied_on) == "2024-11-21" == str(stated.day)
