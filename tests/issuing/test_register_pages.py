"""The print register as a list of its own: pages in both directions, filters, and what a search for a serial finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import House, at
from issuing_house import IssuingHouse, issuing_house

from desktop.issuing import register, service
from desktop.issuing.kinds import PaperKind
from desktop.issuing.records import PaperState
from desktop.issuing.register import RegisterFilters
from desktop.issuing.serials import read_serial

FRIDAY, SATURDAY = date(2024, 11, 22), date(2024, 11, 23)


@pytest.fixture
def office(qatif: House, tmp_path: Path) -> IssuingHouse:
    return issuing_house(qatif, tmp_path)


def test_pages_follow_one_another_and_lead_back(office: IssuingHouse) -> None:
    serials = [office.reserve(clock=at(FRIDAY))[0].serial for _ in range(5)]
    newest = serials[::-1]
    with office.desk(reading=True) as desk:
        first = register.page(desk, limit=2)
        second = register.page(desk, limit=2, after=first.last_key)
        third = register.page(desk, limit=2, after=second.last_key)
        back = register.page(desk, limit=2, before=third.first_key)
        oldest = register.page(desk, limit=2, oldest_first=True)
    assert [row.serial for each in (first, second, third) for row in each.rows] == newest
    assert (first.has_more_before, first.has_more_after) == (False, True)
    assert (third.has_more_before, third.has_more_after) == (True, False)
    assert back == second
    assert [row.serial for row in oldest.rows] == serials[:2]


def test_a_page_before_a_serial_that_nobody_gave_out_is_found_too(office: IssuingHouse) -> None:
    serials = [office.reserve(clock=at(FRIDAY))[0].serial for _ in range(3)]
    beyond = read_serial(serials[0])
    with office.desk(reading=True) as desk:
        nothing = register.page(desk, after=beyond)
        with pytest.raises(ValueError, match="after a place or before it"):
            register.page(desk, after=beyond, before=beyond)
    assert (nothing.rows, nothing.first_key, nothing.last_key, nothing.has_more_before) == ((), None, None, True)


def test_a_list_is_narrowed_by_kind_state_and_day(office: IssuingHouse) -> None:
    old = office.reserve(clock=at(FRIDAY))[0].serial
    new = office.issue(clock=at(SATURDAY)).answer.serial
    with office.desk(clock=at(SATURDAY)) as desk:
        service.void(desk, serial=old, reason="تعطلت الطابعة")

    def found(**asked: object) -> list[str]:
        filters = RegisterFilters(**asked)  # type: ignore[arg-type]
        with office.desk(reading=True) as desk:
            rows = [row.serial for row in register.page(desk, filters=filters).rows]
            assert register.count(desk, filters) == len(rows)
        return rows

    assert found() == [new, old]
    assert found(kind=PaperKind.ENROLMENT_SLIP) == []
    assert found(state=PaperState.VOID) == [old]
    assert found(first_day=SATURDAY) == [new]
    assert found(last_day=FRIDAY) == [old]


def test_a_serial_is_found_by_a_part_of_it_in_any_digits(office: IssuingHouse) -> None:
    first, second = (office.reserve(clock=at(FRIDAY))[0].serial for _ in range(2))
    with office.desk(reading=True) as desk:
        by_part = register.page(desk, filters=RegisterFilters(text=" qtf-1446-000002 "))
        by_digits = register.page(desk, filters=RegisterFilters(text="٠٠٠٠٠١"))
        by_file = register.page(desk, filters=RegisterFilters(text=office.file_number))
        no_pattern = register.page(desk, filters=RegisterFilters(text="%"))
    assert [row.serial for row in by_part.rows] == [second]
    assert [row.serial for row in by_digits.rows] == [first]
    assert len(by_file.rows) == 2
    assert no_pattern.rows == ()
