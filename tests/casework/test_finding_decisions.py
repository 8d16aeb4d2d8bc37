"""Decisions found by number: whole or begun, in any digits, by whoever may read them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from casework_house import Caseworkers, staffed
from conftest import House
from sqlalchemy import event

from desktop.casework.answers import DecisionAnswer
from desktop.casework.finding import find_decisions
from desktop.casework.kinds import DecisionKind
from desktop.database.policy import Section, StaffRole
from desktop.registry import service as registry
from desktop.registry.queries import open_file
from desktop.values.digits import to_arabic_indic
from desktop.values.errors import OfficeError


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return staffed(qatif)


@pytest.fixture
def decision(workers: Caseworkers) -> DecisionAnswer:
    workers.assess()
    return workers.decide()


def found(workers: Caseworkers, text: str, login: str = "nura") -> list[str]:
    with workers.desk(login, reading=True) as desk:
        return [hit.number for hit in find_decisions(desk, text)]


def test_a_decision_is_found_by_its_number_or_the_beginning_of_it(
    workers: Caseworkers, decision: DecisionAnswer
) -> None:
    number = decision.number
    assert number == "QTF-D-2024-00001"
    for typed in (number, number.lower(), to_arabic_indic(number), f" {number} ", "QTF-D-2024-000", "QTF-D", "qtf-"):
        assert found(workers, typed) == [number]
    for typed in ("D-2024-00001", "d-٢٠٢٤"):
        assert found(workers, typed) == [number]
    with workers.desk(reading=True) as desk:
        (hit,) = find_decisions(desk, number)
    assert hit.kind is DecisionKind.GRANTED
    assert (hit.file_number, hit.title) == (workers.file_number, decision.title)
    with workers.desk(reading=True) as desk:
        assert hit.head_name == open_file(desk, workers.file_number).summary.head_name


@pytest.mark.parametrize("typed", ["", "Q", "DMM-D-2024-00001", "QTF-D-2025", "QTF-D-2024-00002", "2024-00001", "قرار"])
def test_what_begins_no_number_finds_no_decision(
    workers: Caseworkers,
    decision: DecisionAnswer,
    typed: str,
) -> None:
    assert found(workers, typed) == []


def test_the_newest_decision_stands_first(workers: Caseworkers, decision: DecisionAnswer) -> None:
    workers.assess(date(2024, 4, 1))
    later = workers.decide(date(2024, 4, 1))
    assert found(workers, "QTF-D-2024") == [later.number, decision.number]
    with workers.desk(reading=True) as desk:
        assert [hit.number for hit in find_decisions(desk, "QTF-D-2024", limit=1)] == [later.number]


def test_a_decision_on_a_file_that_one_may_not_see_is_not_found(workers: Caseworkers, decision: DecisionAnswer) -> None:
    assert found(workers, decision.number, "sara") == []
    workers.house.appoint("dalal", roles=frozenset({StaffRole.SUPERVISOR}), sections=frozenset({Section.WOMEN}))
    with workers.desk("dalal") as desk:
        version = open_file(desk, workers.file_number).version
        registry.seal(desk, file_number=workers.file_number, expected_version=version, reason="طلب الأسرة")
    assert found(workers, decision.number) == []
    assert found(workers, decision.number, "dalal") == [decision.number]


def test_whoever_may_not_read_files_may_not_look_for_decisions(workers: Caseworkers) -> None:
    workers.house.appoint("amal", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with workers.desk("amal", reading=True) as desk, pytest.raises(OfficeError) as refused:
        find_decisions(desk, "QTF-D-2024-00001")
    assert refused.value.key == "office.not_permitted"


def test_the_beginning_of_a_number_is_a_range_of_its_tree(workers: Caseworkers) -> None:
    kept, asked = workers.house.sign_in("nura").engine, list[tuple[str, Any]]()

    def heard(_c: Any, _u: Any, statement: str, parameters: Any, *_: Any) -> None:
        if "FROM households JOIN decisions" in statement:
            asked.append((statement, parameters))

    with workers.desk(reading=True) as desk:
        event.listen(kept, "before_cursor_execute", heard)
        find_decisions(desk, "QTF-D-2024-00")
        event.remove(kept, "before_cursor_execute", heard)
        ((statement, parameters),) = asked
        connection = desk.session.connection()
        if workers.house.database.kind == "sqlite":
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            steps = [str(row[-1]) for row in plan]
            assert "(office=? AND number>? AND number<?)" in steps[0]
            assert not any("SCAN" in step or "B-TREE" in step for step in steps), steps
        else:
            # Of a handful of rows it would read all.
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            steps = list(connection.exec_driver_sql(f"EXPLAIN {statement}", parameters).scalars())
            assert any("Index Cond" in step and "number >= " in step for step in steps), steps
