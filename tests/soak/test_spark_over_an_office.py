"""An office's own files on Spark, out of its database and back to it: what DuckDB's run keeps, to the last code."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date
from itertools import islice

import msgspec
import pytest
from conftest import House, at
from sqlalchemy import select, text

from desktop.casework.caseload_records import CaseloadResult
from desktop.casework.running_caseload import run_caseload
from desktop.casework.vouching import verify_results
from desktop.database.policy import Section, StaffRole
from desktop.exchange.invented import invent
from desktop.facts.reading import read_household
from desktop.office.desk import Desk
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import service as registry

DAY = date(2026, 11, 1)
FILES = 60


@pytest.mark.parametrize(("programme", "country"), [("sa.developed", "SA"), ("eg.karama", "EG")])
def test_a_run_on_spark_keeps_what_a_run_on_duckdb_keeps(qatif: House, programme: str, country: str) -> None:
    everything = frozenset(Section)
    qatif.appoint("sara", sections=everything)
    qatif.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}), sections=everything)
    with qatif.desk("sara", clock=at(DAY)) as desk:
        for each in islice(invent(FILES, seed=5, country=country, office="qatif"), FILES):
            registry.register(desk, draft=read_household(msgspec.json.encode(each)))

    def opener(*, reading: bool = False) -> AbstractContextManager[Desk]:
        return qatif.desk("huda", clock=at(DAY), reading=reading)

    kept = {}
    for engine in ("spark", "duckdb"):
        found = run_caseload(opener, programme=programme, on=DAY, catalogue=Catalogue(), engine=engine)
        assert (found.engine, found.stored, found.unassessed) == (engine, FILES, ())
        with opener(reading=True) as desk:
            rows = select(CaseloadResult.household_id, CaseloadResult.codes, CaseloadResult.benefits)
            kept[engine] = {tuple(row) for row in desk.session.execute(rows)}
            if engine == "spark":
                assert [list(each.bad) for each in verify_results(desk)] == [[]]
        _forget_results(qatif)
    assert kept["spark"] == kept["duckdb"]
    assert len({household for household, *_ in kept["spark"]}) == FILES


def _forget_results(house: House) -> None:
    """As somebody does who has the file or the server in hand: the next run for the day finds none."""
    database = house.database
    if database.server is not None:
        with database.server.superuser(database.name) as connection:
            connection.execute("DELETE FROM caseload_results")
        return
    with database.owner.begin() as connection:
        connection.execute(text("DELETE FROM caseload_results"))
