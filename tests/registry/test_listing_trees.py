"""What keeps a list fast: a tree for each order, and names that were folded before they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from conftest import Database, House
from listed_files import put
from sqlalchemy import event

from desktop import bootstrap
from desktop.database import upgrade
from desktop.database.policy import Section
from desktop.registry.listing import ListFilters, SortColumn, page
from desktop.registry.records import Household
from desktop.values.names import fold


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("sort", list(SortColumn))
def test_a_page_is_a_range_of_its_tree(qatif: House, sort: SortColumn) -> None:
    qatif.appoint("nura", sections=frozenset(Section))
    put(qatif, 20)
    asked: list[tuple[str, Any]] = []
    engine = qatif.database.owner

    def heard(_c: Any, _u: Any, statement: str, parameters: Any, *_: Any) -> None:
        if "ORDER BY" in statement:
            asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", heard)
    with qatif.desk("nura", reading=True) as desk:
        first = page(desk, sort=sort, limit=5)
        page(desk, sort=sort, limit=5, after=first.last_key, filters=ListFilters(closed=False))
        page(desk, sort=sort, limit=5, before=first.last_key, descending=True)
        event.remove(engine, "before_cursor_execute", heard)
        for statement, parameters in asked:
            plan = desk.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            (step,) = [row[-1] for row in plan]
            tree = {"head_name": "head_key", "members": "member_count"}.get(sort, f"{sort.value}_at")
            tree = "file_number" if sort is SortColumn.FILE_NUMBER else tree
            assert step.startswith("SEARCH households USING"), plan
            assert f"ix_households_office_{tree}_file_number" in step or sort is SortColumn.FILE_NUMBER, plan
    assert len(asked) >= 5


def test_files_registered_before_the_lists_are_folded_by_the_upgrade(
    database: Database, found: Callable[..., House]
) -> None:
    house = found("qatif", "QTF")
    house.appoint("nura", sections=frozenset(Section))
    put(house, 12)
    owner = database.owner
    with upgrade.alone(owner) as connection:
        upgrade.migrate(connection, "0005")
        upgrade.migrate(connection, "head")
        upgrade.make_walls(connection, bootstrap.metadata())
    with house.desk("nura", reading=True) as desk:
        rows = desk.session.query(Household).all()
        assert len(rows) == 12
        assert [row.head_key for row in rows] == [fold(row.head_name) for row in rows]
