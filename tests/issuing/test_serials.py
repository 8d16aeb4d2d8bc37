from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.issuing.serials import Serial, read_serial
from desktop.values.errors import OfficeError

SERIALS = st.builds(
    Serial,
    office=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=6),
    year=st.integers(1343, 1600),
    number=st.integers(1, 999_999_999),
)


@given(SERIALS)
def test_a_printed_serial_is_read_back(serial: Serial) -> None:
    assert read_serial(str(serial)) == serial


def test_a_serial_is_read_as_people_type_it() -> None:
    assert read_serial(" qtf-١٤٤٦-٠٠٠١٢٧-٢ ") == Serial("QTF", 1446, 127)


@given(SERIALS, st.data())
def test_any_one_digit_typed_wrongly_is_caught(serial: Serial, data: st.DataObject) -> None:
    text = str(serial)
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    place = data.draw(st.sampled_from(places))
    wrong = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[place]]))
    with pytest.raises(OfficeError):
        read_serial(text[:place] + wrong + text[place + 1 :])


@given(SERIALS, st.data())
def test_any_two_neighbours_exchanged_are_caught(serial: Serial, data: st.DataObject) -> None:
    text = str(serial)
    pairs = [
        place
        for place in range(len(text) - 1)
        if text[place].isdigit() and text[place + 1].isdigit() and text[place] != text[place + 1]
    ]
    if not pairs:
        return
    place = data.draw(st.sampled_from(pairs))
    with pytest.raises(OfficeError):
        read_serial(text[:place] + text[place + 1] + text[place] + text[place + 2 :])


@pytest.mark.parametrize("text", ["", "QTF", "QTF-1446-127-2", "QTF-1446-000127", "Q-1446-000127-2", "١٢٣", "../x"])
def test_what_is_no_serial_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read_serial(text)
    assert refused.value.key == "issuing.bad_serial"
    assert "QTF-1446-000127-2" in str(refused.value)
