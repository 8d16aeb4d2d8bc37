"""What the benches measure against is the same law: OpenFisca answers every invented household as the pack does."""

from __future__ import annotations

import numpy as np
from invented_households import household
from invented_people import ON
from openfisca_developed_law import calculated, system
from openfisca_vectors import vectors_of
from same_answers import agree, ours

from desktop.facts.arrow_layout import tables_of
from desktop.facts.consistency import contradictions
from desktop.programmes.caseload.database import Database
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.filling import Filling
from desktop.programmes.caseload.running import CaseloadRun, assess_caseload, database_of_our_own
from desktop.programmes.packs.catalogue import Catalogue

HOUSEHOLDS = 300


def test_openfisca_answers_every_criterion_and_total_as_the_pack_does() -> None:
    files = [household(number) for number in range(HOUSEHOLDS)]
    assert [error for file in files[:50] for error in contradictions(file, today=ON)] == []
    tables = tables_of(files)
    mine = ours(assess_caseload(Catalogue().in_force("sa.developed", ON), tables, on=ON))
    agree(mine, calculated(system(), vectors_of(tables, ON), ON))
    settled = {name: {0, 1} <= set(np.unique(codes)) for name, codes in mine.items() if name != "total"}
    assert all(settled.values()), settled


def test_households_of_which_all_is_told_are_answered_in_memory_as_by_a_database() -> None:
    tables = tables_of([household(number) for number in range(HOUSEHOLDS)])
    pack = Catalogue().in_force("sa.developed", ON)
    opened: list[bool] = []

    def connection() -> Database:
        opened.append(True)
        return database_of_our_own(1)

    filling = Filling(connection, tables)
    in_memory = CaseloadRun(pack, filling, ON, {}, DuckDb()).answered(in_memory=1)
    assert not opened
    by_database = CaseloadRun(pack, filling, ON, {}, DuckDb()).answered()
    filling.leave()
    assert opened
    assert in_memory.equals(by_database)
