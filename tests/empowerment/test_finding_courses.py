"""Courses found by code and by the words of their title, in both languages, by whoever may see them."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import House
from course_scenes import LATER, SEWING, TODAY, desks, offered

from desktop.database.policy import StaffRole
from desktop.empowerment.finding import find_courses
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

REPAIR, DESIGN, COOKING = "QTF-2027-02", "QTF-2027-01", "QTF-2027-04"


@pytest.fixture
def office(qatif: House) -> House:
    desks(qatif, "sara", "mona", "hind")
    offered(qatif)
    title = Wording("الخياطة وتصميم الأزياء المنزلية", "Sewing and home dressmaking")
    offered(qatif, SEWING, title=title)
    offered(qatif, LATER)
    return qatif


def found(office: House, text: str, login: str = "mona", limit: int = 12) -> list[str]:
    with office.desk(login, reading=True, clock=TODAY) as desk:
        return [hit.code for hit in find_courses(desk, text, limit=limit)]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("الخياطة", [DESIGN]),
        ("خياطه", [DESIGN]),
        ("تصميم الازياء", [DESIGN]),
        ("المنزلي", [COOKING, DESIGN]),
        ("الجوّالات", [REPAIR]),
        ("home", [COOKING, DESIGN]),
        ("PHONE rep", [REPAIR]),
        ("home الطبخ", []),
        ("phones", []),
        ("QTF-2027-02", [REPAIR]),
        ("qtf-٢٠٢٧-٠٢", [REPAIR]),
        ("2027-02", [REPAIR]),
        ("QTF-2027", [COOKING, DESIGN, REPAIR]),
        ("02", []),
        ("-", []),
        ("", []),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_course_is_found_by_its_code_and_by_words_of_its_title(office: House, typed: str, codes: list[str]) -> None:
    assert found(office, typed) == codes


def test_who_does_not_see_the_section_of_a_course_does_not_find_it(office: House) -> None:
    assert found(office, "الخياطة") == [DESIGN]
    assert found(office, "الخياطة", "sara") == []
    assert found(office, DESIGN, "sara") == []
    assert found(office, "الجوالات", "sara") == [REPAIR]


def test_the_course_that_starts_last_stands_first_and_no_more_are_given_than_asked_for(office: House) -> None:
    offered(office, code="QTF-2028-01", starts_on=date(2028, 1, 2), ends_on=date(2028, 2, 2))
    assert found(office, "صيانة", limit=1) == ["QTF-2028-01"]


def test_whoever_may_not_read_files_may_not_look_for_courses(office: House) -> None:
    office.appoint("amal", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with office.desk("amal", reading=True) as desk, pytest.raises(OfficeError) as refused:
        find_courses(desk, "الخياطة")
    assert refused.value.key == "office.not_permitted"
