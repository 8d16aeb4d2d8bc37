"""A file laid out as columns gives every value back."""

from __future__ import annotations

import datetime as dt
import json
from importlib.resources import files as resource_files
from typing import Any

import pyarrow as pa
from generated_households import files
from hypothesis import assume, given, settings
from msgspec import UNSET

from desktop.facts.arrow_layout import KEYS, MEMBER_REF, ORDINAL, PLACE, arrow_schemas, cell_read, column_of, tables_of
from desktop.facts.canonical import canonical
from desktop.facts.consistency import contradictions
from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.facts.vocabulary import things_of, value_of, vocabulary
from desktop.values.errors import OfficeError

EXAMPLE = resource_files("resources").joinpath("contracts", "household.example.json").read_bytes()


def _can_be_kept(file: HouseholdFile) -> bool:
    beyond = {"values.money_too_large", "values.money_unreadable", "facts.count_beyond_reason"}
    return not beyond & {fault.key for fault in contradictions(file, today=dt.date(9999, 12, 31))}


def _round_trip(file: HouseholdFile) -> None:
    tables = {name: table.to_pylist() for name, table in tables_of([file]).items()}
    seen = dict.fromkeys(tables, 0)
    for (entity, indexes, thing), (_, _, stated) in zip(things_of(canonical(file)), things_of(file), strict=True):
        row: dict[str, Any] = tables[entity.name][seen[entity.name]]
        seen[entity.name] += 1
        assert row[ORDINAL] == 0
        if indexes:
            assert row[PLACE] == indexes[-1]
        if entity.parent == "member":
            assert row[MEMBER_REF] == file.members[indexes[0]].ref
        for fact in entity.properties.values():
            source = stated if fact.kind is Kind.TEXT else thing
            if fact.kind not in {Kind.OBJECT, Kind.LIST}:
                assert cell_read(fact, row[column_of(fact)]) == value_of(source, fact.path), fact.name
    assert seen == {name: len(rows) for name, rows in tables.items()}


def test_the_contracts_example_comes_back_from_its_columns() -> None:
    _round_trip(read_household(EXAMPLE))


@settings(max_examples=40, deadline=None)
@given(files())
def test_every_value_comes_back_from_its_column(file: HouseholdFile) -> None:
    assume(_can_be_kept(file))
    _round_trip(file)


def test_each_entity_has_a_table_with_keys_and_a_column_for_each_fact() -> None:
    schemas = arrow_schemas()
    assert set(schemas) == set(vocabulary())
    for name, entity in vocabulary().items():
        columns = schemas[name].names
        assert columns[: 1 + len(KEYS)] == [ORDINAL, *(f"file.{key}" for key in KEYS)]
        assert {column_of(fact) for fact in entity.properties.values()} <= set(columns)
        assert len(columns) == len(set(columns))


def test_money_travels_in_minor_units_and_dates_as_days() -> None:
    income = arrow_schemas()["income"]
    assert income.field("amount").type == pa.int64()
    assert income.field("since").type == pa.date32()
    row = tables_of([read_household(EXAMPLE)])["income"].to_pylist()[0]
    assert row["amount"] == 300_000


def test_a_fact_that_was_not_stated_is_null_and_an_empty_list_is_not() -> None:
    rows = tables_of([read_household(EXAMPLE)])["member"].to_pylist()
    assert rows[0]["birth_date"] is None
    assert (rows[0]["assets.stated"], rows[0]["breaches.stated"]) == (True, False)
    assert cell_read(vocabulary()["member"].properties["birth_date"], None) is UNSET


def test_files_without_a_number_are_kept_apart_by_their_ordinal() -> None:
    file = read_household(EXAMPLE)
    assert tables_of([file, file])["member"].column(ORDINAL).to_pylist() == [0, 0, 1, 1]


def test_an_amount_that_no_column_holds_is_a_known_error() -> None:
    document = json.loads(EXAMPLE)
    document["members"][0]["incomes"][0]["amount"] = "9" * 30
    try:
        tables_of([read_household(json.dumps(document).encode())])
        key = ""
    except OfficeError as error:
        key = error.key
    assert key == "values.money_too_large"
