"""Papers found by serial: whole or begun, in any digits, by whoever may read them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import House, at
from issuing_house import IssuingHouse, issuing_house
from sqlalchemy import event, inspect

from desktop.database.columns import new_id
from desktop.database.policy import Section, StaffRole
from desktop.issuing.finding import find_papers
from desktop.issuing.kinds import PaperKind
from desktop.issuing.records import IssuedDocument
from desktop.issuing.serials import Serial
from desktop.registry import service as registry
from desktop.registry.queries import open_file
from desktop.values.digits import to_arabic_indic
from desktop.values.errors import OfficeError

EARLIER, YEAR = 1447, 1448


@pytest.fixture
def office(qatif: House, tmp_path: Path) -> IssuingHouse:
    return issuing_house(qatif, tmp_path)


def put(office: IssuingHouse, *serials: tuple[int, int]) -> None:
    """Papers of these years and numbers, each a copy of one that was issued."""
    office.reserve(clock=at(date(2023, 12, 20)))
    names = [each.key for each in inspect(IssuedDocument).column_attrs if each.key != "pdf"]
    with office.desk() as desk:
        model = desk.session.query(IssuedDocument).one()
        facts = {name: getattr(model, name) for name in names}
        for year, number in serials:
            serial = str(Serial("QTF", year, number))
            row = facts | {"id": new_id(), "serial": serial, "hijri_year": year, "number": number}
            desk.session.add(IssuedDocument(**row))


def found(office: IssuingHouse, text: str, *, login: str = "sara", **how: Any) -> list[str]:
    with office.desk(login, reading=True) as desk:
        return [hit.serial for hit in find_papers(desk, text, **how)]


def serial(number: int, year: int = YEAR) -> str:
    return str(Serial("QTF", year, number))


NUMBERS = (1, 12, 127, 120_000, 1_200_000)


@pytest.fixture
def shelves(office: IssuingHouse) -> IssuingHouse:
    put(office, (EARLIER, 1), *((YEAR, number) for number in NUMBERS))
    return office


def test_a_paper_is_found_by_its_serial_in_any_digits_and_case(shelves: IssuingHouse) -> None:
    whole = serial(127)
    for typed in (whole, whole.lower(), to_arabic_indic(whole), f"  {whole} ", f"\u2068{whole}\u2069"):
        assert found(shelves, typed) == [whole]
    with shelves.desk(reading=True) as desk:
        (hit,) = find_papers(desk, whole)
    assert hit.kind is PaperKind.BENEFIT_STATEMENT
    assert hit.file_number == shelves.file_number
    assert hit.household == shelves.household
    assert hit.holder.en.startswith("Fatimah")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("QTF-1448", (1_200_000, 120_000, 127, 12, 1)),
        ("QTF-1448-", (1_200_000, 120_000, 127, 12, 1)),
        ("QTF-1448-0", (127, 12, 1)),
        ("QTF-1448-00001", (12,)),
        ("QTF-1448-12", (1_200_000, 120_000)),
        ("QTF-1448-120000-", (120_000,)),
        ("1448-0001", (127,)),
        ("١٤٤٨-٠٠٠١", (127,)),
        ("QTF-1448-0000000", ()),
        ("QTF-1448-12-", ()),
        ("QTF-1448--", ()),
        ("QTF-1449", ()),
        ("DMM-1448", ()),
        ("1448", ()),
        ("فاطمة", ()),
        ("", ()),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_beginning_of_a_serial_finds_the_newest_first(
    shelves: IssuingHouse, typed: str, numbers: tuple[int, ...]
) -> None:
    assert found(shelves, typed) == [serial(number) for number in numbers]


def test_the_beginning_of_a_year_finds_papers_of_every_such_year(shelves: IssuingHouse) -> None:
    assert found(shelves, "QTF-144", limit=3) == [serial(number) for number in (1_200_000, 120_000, 127)]
    assert serial(1, EARLIER) in found(shelves, "qtf-144")


def test_a_serial_with_a_wrong_check_digit_finds_nothing(shelves: IssuingHouse) -> None:
    whole = serial(12)
    assert found(shelves, f"{whole[:-1]}{(int(whole[-1]) + 1) % 10}") == []


def test_a_paper_of_a_file_that_one_may_not_see_is_not_found(shelves: IssuingHouse) -> None:
    both = frozenset(Section)
    shelves.house.appoint("nura", sections=both)
    shelves.house.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}), sections=both)
    number = shelves.file_number
    with shelves.desk("huda") as desk:
        version = open_file(desk, number).version
        how = {"file_number": number, "expected_version": version, "reason": "طلب الأسرة"}
        version = registry.move_to_section(desk, section=Section.WOMEN, **how).answer.version
    assert found(shelves, serial(1)) == []
    assert found(shelves, serial(1), login="nura") == [serial(1)]
    with shelves.desk("huda") as desk:
        registry.seal(desk, file_number=number, expected_version=version, reason="طلب الأسرة")
    assert found(shelves, serial(1), login="nura") == []
    assert found(shelves, serial(1), login="huda") == [serial(1)]


def test_whoever_may_not_read_files_may_not_look_for_papers(shelves: IssuingHouse) -> None:
    shelves.house.appoint("amal", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with shelves.desk("amal", reading=True) as desk, pytest.raises(OfficeError) as refused:
        find_papers(desk, serial(1))
    assert refused.value.key == "office.not_permitted"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("typed", ["QTF-1448-000127", "QTF-1448-12", "QTF-1448", "QTF-14", "QTF"])
def test_papers_are_looked_up_in_a_tree_and_no_file_is_read_for_nothing(shelves: IssuingHouse, typed: str) -> None:
    asked: list[tuple[str, Any]] = []
    engine = shelves.house.database.owner

    def heard(_c: Any, _u: Any, statement: str, parameters: Any, *_: Any) -> None:
        if "issued_documents" in statement:
            asked.append((statement, parameters))

    with shelves.desk(reading=True) as desk:
        event.listen(engine, "before_cursor_execute", heard)
        find_papers(desk, typed)
        event.remove(engine, "before_cursor_execute", heard)
        for statement, parameters in asked:
            plan = desk.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            steps = [str(row[-1]) for row in plan]
            assert steps[0].startswith("SEARCH issued_documents USING INDEX"), steps
            assert not any("SCAN" in step or "B-TREE" in step for step in steps), steps
    assert asked
