"""Families are found however their names and numbers are typed, and the likeliest comes first."""

from __future__ import annotations

import msgspec
import pytest
from conftest import House
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from registry_files import example, general, invented, with_household, with_member

from desktop.facts.household_file import HouseholdFile, PersonNameFacts
from desktop.office import settings
from desktop.registry import queries, service
from desktop.registry.records import WordKind
from desktop.registry.search import TA_MARBUTA_AS_HA, search
from desktop.registry.words import asked
from desktop.values.names import fold


def named(given_name: str, father: str, family: str, phone: str) -> HouseholdFile:
    """A family of one, without a number."""
    draft = general(example())
    head = msgspec.structs.replace(
        draft.members[0],
        name=PersonNameFacts(given=given_name, father=father, family=family),
        national_id=UNSET,
        has_living_children=UNSET,
    )
    return with_household(msgspec.structs.replace(draft, members=(head,)), phone=phone)


@pytest.fixture
def office(qatif: House) -> House:
    qatif.appoint("sara")
    with qatif.desk("sara") as desk:
        service.register(desk, draft=general(example()))
        for draft in (
            named("فاطمة", "علي", "القحطاني", "0500000011"),
            named("إيمان", "فاطمي", "عبدالله", "0500000012"),
            named("هدى", "آدم", "آل سعيد", "0500000013"),
            named("نور الهدى", "مؤمن", "الشيخ", "0500000014"),
        ):
            service.register(desk, draft=draft)
    return qatif


def found(house: House, text: str) -> list[str]:
    """Names of those found, the best first."""
    with house.desk("sara", reading=True) as desk:
        return [hit.person.name if hit.person else hit.summary.file_number for hit in search(desk, text)]


WIDOW = "فاطمة عبد الله حسن الأحمد"

FINDS = {
    "فاطمة عبد الله": WIDOW,
    "فاطمه عبدالله": WIDOW,
    "فَاطِمَة الأحمد": WIDOW,
    "فاطمة احمد": WIDOW,
    "الاحمد فاطمه": WIDOW,
    "فاطـمة حسن": WIDOW,
    "ايمان": "إيمان فاطمي عبدالله",
    "أيمان فاطمى": "إيمان فاطمي عبدالله",
    "هدي ادم": "هدى آدم آل سعيد",
    "هدى ال سعيد": "هدى آدم آل سعيد",
    "سعيد": "هدى آدم آل سعيد",
    "مومن": "نور الهدى مؤمن الشيخ",
    "شيخ نور": "نور الهدى مؤمن الشيخ",
    "١٠٠٠٠٠٠٠٠٨": WIDOW,
    "1000000008": WIDOW,
    "10000000 08": WIDOW,
}


def test_people_are_found_by_every_spelling_of_their_names_and_numbers(office: House) -> None:
    for text, name in FINDS.items():
        assert found(office, text)[:1] == [name], text


def test_beginnings_find_the_likeliest_first_and_strange_texts_nobody(office: House) -> None:
    assert set(found(office, "ف")) == {WIDOW, "فاطمة علي القحطاني", "إيمان فاطمي عبدالله"}
    assert found(office, "هد")[0] == "هدى آدم آل سعيد"
    assert found(office, "قح") == ["فاطمة علي القحطاني"]
    assert found(office, "فاطم")[2] == "إيمان فاطمي عبدالله"
    assert found(office, "علي") == ["علي جاسم علي الأحمد", "فاطمة علي القحطاني"]
    with office.desk("sara", reading=True) as desk:
        of_two_people = search(desk, "فاطمة جاسم")
    assert [hit.summary.head_name for hit in of_two_people] == [WIDOW]
    for text in ("", "  ", "\u200f", "ء", "زكريا", "فاطمة زكريا", "%", "_", "'", '"', "\\"):
        assert found(office, text) == [], text


def test_files_are_found_by_number_and_telephone_as_people_say_them(office: House) -> None:
    with office.desk("sara", reading=True) as desk:
        number = search(desk, "1000000008")[0].summary.file_number
        year = desk.today.year
        for text in (number, number.lower(), number.replace("0", "٠"), f"{year}-00001", "00001"):
            hit = search(desk, text)[0]
            assert (hit.summary.file_number, hit.found_by) == (number, WordKind.FILE_NUMBER), text
        for text in ("0500000001", "٠٥٠٠٠٠٠٠٠١", "+966 50 000 0001", "00966500000001", "500000001", "050-000-0001"):
            hit = search(desk, text)[0]
            assert (hit.summary.file_number, hit.found_by) == (number, WordKind.PHONE), text


def test_a_corrected_name_is_found_and_the_wrong_one_no_more(office: House) -> None:
    with office.desk("sara") as desk:
        (hit,) = search(desk, "القحطاني")
        opened = queries.open_file(desk, hit.summary.file_number)
        right = with_member(opened.file, "m1", name=PersonNameFacts(given="فاطمة", father="علي", family="الزهراني"))
        service.amend(
            desk, file_number=opened.file_number, draft=right, expected_version=opened.version, reason="misread"
        )
    assert found(office, "القحطاني") == []
    assert found(office, "زهراني") == ["فاطمة علي الزهراني"]


def test_an_office_may_hold_ta_marbuta_and_ha_apart(office: House) -> None:
    assert len(found(office, "فاطمه")) == 2
    with office.desk(office.founder) as desk:
        settings.change_setting(desk, key=TA_MARBUTA_AS_HA, value=False)
    assert found(office, "فاطمه") == []
    assert len(found(office, "فاطمة")) == 2


def test_as_many_as_asked_for_are_found_and_each_file_once(office: House) -> None:
    with office.desk("sara") as desk:
        for draft in invented(10):
            service.register(desk, draft=draft)
        hits = search(desk, "ا", limit=4)
        assert len({hit.summary.id for hit in hits}) == 4
        assert search(desk, "ا", limit=0) == ()


@given(st.text(max_size=30))
def test_any_text_can_be_asked(text: str) -> None:
    words = asked(text)
    assert all(word.strip() for word in words)
    assert len(words) <= 8 or fold(text)
