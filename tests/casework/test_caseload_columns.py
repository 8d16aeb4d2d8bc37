"""A run reads a third of the columns of a caseload, and answers as if it had read them all."""

from __future__ import annotations

from datetime import date
from itertools import islice
from random import sample
from typing import Any

import msgspec
import pyarrow as pa
import pytest
from casework_house import shipped
from thoroughness import examples

from desktop.casework.caseload_columns import columns_asked, columns_asked_under
from desktop.casework.doubtful_files import refused
from desktop.casework.simulating import Law
from desktop.exchange.invented import invent
from desktop.facts.arrow_layout import MEMBER_REF, ORDINAL, PLACE, tables_of
from desktop.facts.reading import read_household
from desktop.programmes.caseload.running import assess_caseload
from desktop.registry.caseload_reading import Asked
from desktop.registry.shelves import KEPT_IN_HOUSEHOLDS

DAY = date(2026, 11, 15)
_ALWAYS = {ORDINAL, PLACE, MEMBER_REF, "spouses", *KEPT_IN_HOUSEHOLDS}


def _read(tables: dict[str, pa.Table], asked: Asked) -> dict[str, pa.Table]:
    """The tables as they are read where no other columns are asked for."""

    def column(name: str, field: pa.Field, table: pa.Table) -> Any:
        read = field.name in asked[name] or field.name in _ALWAYS
        return table[field.name] if read else pa.nulls(table.num_rows, field.type)

    return {
        name: pa.Table.from_arrays([column(name, field, table) for field in table.schema], schema=table.schema)
        for name, table in tables.items()
    }


@pytest.mark.parametrize(
    ("programme", "version"), [("sa.developed", "2023-11"), ("sa.old", "1443"), ("eg.takaful", "2025")]
)
def test_an_answer_rests_on_no_column_that_is_not_read(programme: str, version: str) -> None:
    pack = shipped().pack(programme, version)
    files = islice(invent(40, seed=11, country=pack.text.country), 40)
    tables = tables_of(read_household(msgspec.json.encode(each)) for each in files)
    asked = columns_asked((pack,), DAY)
    assert asked is not None
    some = _read(tables, asked)
    assert assess_caseload(pack, some, on=DAY).equals(assess_caseload(pack, tables, on=DAY))
    assert refused(some, today=DAY).keys() == refused(tables, today=DAY).keys()


@pytest.mark.parametrize(("programme", "version"), [("sa.developed", "2023-11"), ("eg.takaful", "2025")])
def test_under_another_option_of_a_reading_an_answer_rests_on_no_column_that_is_not_read(
    programme: str, version: str
) -> None:
    pack = shipped().pack(programme, version)
    files = islice(invent(25, seed=12, country=pack.text.country), 25)
    tables = tables_of(read_household(msgspec.json.encode(each)) for each in files)
    every = [(name, option) for name, reading in pack.text.readings.items() for option in reading.options]
    for name, option in sample(every, min(len(every), examples(3))):
        values = Law(pack, {name: option}).values
        asked = columns_asked_under([(pack, values)], DAY)
        assert asked is not None
        told = assess_caseload(pack, _read(tables, asked), on=DAY, parameters=values)
        assert told.equals(assess_caseload(pack, tables, on=DAY, parameters=values)), (name, option)
