"""Identity numbers, accounts and telephones: looked at while they are typed, in their own order once they are left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from field_stage import leave, staged
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from stage import type_text

from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.fields.iban_field import IbanField
from ui.parts.fields.national_id_field import NationalIdField
from ui.parts.fields.phone_field import PhoneField
from ui.theme.tokens import Tone

LookWorn = Callable[..., Reader]
IBAN = "SA8400000000000000012345"
"""At bank 00, which is none."""


def test_an_identity_number_tells_how_much_is_there_and_what_it_says(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = NationalIdField(look_worn(language=Language.ENGLISH))
    staged(qtbot, field)
    heard: list[str] = []
    field.complete.connect(heard.append)
    type_text(field.line, "100000")
    assert bare(field.foot.text()).startswith("6 of 10")
    assert field.shown_fault == ""
    type_text(field.line, "0008")
    assert heard == ["1000000008"]
    assert field.value() == "1000000008"
    assert field.foot.text() == "Number set aside for training"
    field.set_notice("registered already", Tone.WAIT)
    assert field.foot.text() == "registered already"
    assert field.foot.property("tone") == "wait"


def test_a_wrong_check_digit_is_told_as_soon_as_the_number_is_whole(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = NationalIdField(look_worn())
    staged(qtbot, field)
    heard: list[str] = []
    field.complete.connect(heard.append)
    type_text(field.line, "١٠٠٠٠٠٠٠٠")
    assert field.shown_fault == ""
    type_text(field.line, "٩")
    assert "رقم التحقق" in field.shown_fault
    assert heard == []
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    type_text(field.line, "٨")
    assert field.shown_fault == ""
    assert heard == ["1000000008"]


def test_a_number_too_short_is_told_when_it_is_left(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = NationalIdField(look_worn(), id_kind="national_id")
    stage = staged(qtbot, field)
    type_text(field.line, "1000")
    leave(stage)
    assert "عشرة أرقام" in field.shown_fault


def test_an_egyptian_number_tells_birth_sex_and_governorate(qtbot: QtBot, look_worn: LookWorn) -> None:
    # A number of the checksum libraries' own tests (`domain/egypt.md` section 11).
    field = NationalIdField(look_worn(language=Language.ENGLISH), country="EG")
    staged(qtbot, field)
    type_text(field.line, "29010280165195")
    assert bare(field.foot.text()).startswith("Egyptian man, born 1411/04/10 AH - 1990/10/28 CE")
    assert bare(field.foot.text()).endswith("place of birth: Cairo")
    field.set_typed_text("29010280165196")
    assert "last digit" in field.foot.text()


def test_an_egyptian_number_of_the_training_set_is_told_as_such(qtbot: QtBot, look_worn: LookWorn) -> None:
    reader = look_worn()
    field, strict = NationalIdField(reader, country="EG", allow_invented=True), NationalIdField(reader, country="EG")
    staged(qtbot, field, strict)
    type_text(field.line, "٢٩٠١٣٠١٠١٠٠٠١١")
    assert field.value() == "29013010100011"
    assert field.foot.text() == "رقم مخصص للتدريب"
    strict.set_typed_text("29013010100011")
    assert strict.fault()


def test_a_passport_is_kept_as_it_is_written(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = NationalIdField(look_worn(), id_kind="passport")
    stage = staged(qtbot, field)
    heard: list[str] = []
    field.complete.connect(heard.append)
    type_text(field.line, "A12٣")
    assert heard == []
    leave(stage)
    assert heard == ["A123"]
    assert field.value() == "A123"


def test_an_account_is_parted_into_groups_only_while_nobody_types_in_it(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = IbanField(look_worn(language=Language.ENGLISH))
    stage = staged(qtbot, field)
    type_text(field.line, IBAN.lower())
    assert field.line.text() == IBAN.lower()
    leave(stage)
    assert field.line.text().replace("\u200e", "") == "SA84 0000 0000 0000 0001 2345"
    assert field.value() == IBAN
    field.line.setFocus()
    assert field.line.text() == IBAN.lower()


def test_the_groups_of_an_account_keep_their_order_in_arabic_digits(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = IbanField(look_worn(language=Language.ARABIC))
    staged(qtbot, field)
    field.line.clearFocus()
    field.set_value(IBAN)
    text = field.line.text()
    places = []
    for at in (0, text.index("١"), len(text) - 1):
        field.line.setCursorPosition(at)
        places.append(field.line.cursorRect().x())
    assert places == sorted(places)


@pytest.mark.parametrize("typed", ["0500012345", "٠٥٠٠٠١٢٣٤٥", "+966500012345", "00966500012345", "0500 012 345"])
def test_a_telephone_is_kept_dialled_from_anywhere_and_shown_dialled_from_here(
    qtbot: QtBot, look_worn: LookWorn, typed: str
) -> None:
    field = PhoneField(look_worn(language=Language.ENGLISH))
    stage = staged(qtbot, field)
    type_text(field.line, typed)
    leave(stage)
    assert field.value() == "+966500012345"
    assert field.line.text() == "0500012345"
