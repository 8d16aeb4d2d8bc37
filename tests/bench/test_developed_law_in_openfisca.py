"""What the benches measure against is the same law: OpenFisca answers every invented household as the pack does."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from invented_households import household
from invented_people import ON
from openfisca_developed_law import calculated, system
from openfisca_vectors import vectors_of
from same_answers import agree, ours

from desktop.facts.arrow_layout import ORDINAL, tables_of
from desktop.facts.consistency import contradictions
from desktop.programmes.caseload.alike import AlikeInTables
from desktop.programmes.caseload.arrow_sources import ArrowSources
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.filling import Filling
from desktop.programmes.caseload.remembering import remembered
from desktop.programmes.caseload.running import CaseloadRun, assess_caseload, database_of_our_own
from desktop.programmes.caseload.vectors.answering import files_not_told, rows_in_memory
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
    pack, sources = Catalogue().in_force("sa.developed", ON), ArrowSources(tables)
    asked = remembered(pack, on=ON, parameters={}, bounds=False, alike=AlikeInTables(sources), engine=DuckDb())
    assert not len(files_not_told(asked.program, sources))
    schema = pa.schema([(ORDINAL, pa.int64()), ("total.low", pa.int64())])
    found = rows_in_memory(asked, sources, {"total.low": asked.columns["total.low"]}, schema)
    assert found is not None
    rows, unsettled = found
    assert (rows.num_rows, len(unsettled)) == (HOUSEHOLDS, 0)
    filling = Filling(database_of_our_own(1), tables)
    by_database = CaseloadRun(pack, filling, ON, {}, DuckDb()).answered()
    filling.leave()
    assert rows["total.low"].to_pylist() == by_database["total.low"].to_pylist()
