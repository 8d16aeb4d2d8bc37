"""A caseload assessed in one go: our kernel on the whole developed law against the same law in OpenFisca-Core.

Both start from the same Arrow tables in memory, rows of persons, incomes, assets, stays and breaches as the office
keeps them, and end with the total and the code of every criterion of every household; both must answer alike. What
OpenFisca costs is told twice: with the making of its vectors (whole columns at a time, in numpy), and handed them
ready-made. OpenFisca reckons on one core, DuckDB on all.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from invented_households import household
from invented_people import ON

from desktop.facts.arrow_layout import tables_of
from desktop.programmes.caseload.running import assess_caseload
from desktop.programmes.packs.catalogue import Catalogue

HOUSEHOLDS = int(os.environ.get("YUSR_BENCH_HOUSEHOLDS", "100000"))
DISTINCT = 2_000
"""Different households; more of them stand in the tables again under other ordinals, which neither side knows."""
UNKNOWN_IN = 5
"""Of every so many households one has facts that are not known, where the bench asks for some."""
ROUNDS = 3

Tables = dict[str, pa.Table]


def repeated(tables: Tables, times: int, each: int) -> Tables:
    """The tables with their files again and again, each time under ordinals of their own."""
    found = {}
    for name, table in tables.items():
        whole = table.unify_dictionaries()
        ordinals = whole.schema.field(0)
        parts = [whole.set_column(0, ordinals, pc.add(whole.column(0), turn * each)) for turn in range(times)]
        found[name] = pa.concat_tables(parts).combine_chunks()
    return found


def caseload(households: int, *, unknown_in: int = 0) -> Tables:
    """The tables of so many households; `unknown_in` 5 leaves something out of every fifth."""
    distinct = min(DISTINCT, households)
    files = [household(at, unknown=unknown_in > 0 and at % unknown_in == 0) for at in range(distinct)]
    return repeated(tables_of(files), max(1, households // distinct), distinct)


def alternated(sides: Iterable[Callable[[], Any]], rounds: int = ROUNDS) -> list[float]:
    """The best seconds of each side, taking turns so that a busy machine slows all."""
    times: dict[Callable[[], Any], list[float]] = {side: [] for side in sides}
    for _ in range(rounds):
        for side, taken in times.items():
            started = time.perf_counter()
            side()
            taken.append(time.perf_counter() - started)
    return [min(taken) for taken in times.values()]


def measure() -> list[dict[str, object]]:
    """`assess caseload kernel` in seconds, with OpenFisca's vectors to be made, ready-made, and with unknowns."""
    # Imported here: OpenFisca is installed by `make bench` only.
    from openfisca_developed_law import calculated, system
    from openfisca_vectors import vectors_of
    from same_answers import agree
    from same_answers import ours as answers

    tables, open_tables = caseload(HOUSEHOLDS), caseload(HOUSEHOLDS, unknown_in=UNKNOWN_IN)
    pack, law = Catalogue().in_force("sa.developed", ON), system()
    given = vectors_of(tables, ON)

    def ours() -> pa.Table:
        return assess_caseload(pack, tables, on=ON)

    def theirs() -> Any:
        return calculated(law, vectors_of(tables, ON), ON)

    def ready_made() -> Any:
        return calculated(law, given, ON)

    def with_unknowns() -> pa.Table:
        return assess_caseload(pack, open_tables, on=ON)

    agree(answers(ours()), theirs())
    mine, other, handed, unknown = alternated((ours, theirs, ready_made, with_unknowns))
    count, persons = tables["household"].num_rows, tables["member"].num_rows
    of = f"{count:,} households of {persons:,} persons"
    return [
        {
            "name": "assess caseload kernel",
            "value": mine,
            "unit": "s",
            "against": "OpenFisca-Core and the making of its vectors",
            "ratio": other / mine,
            "work": f"{of} known throughout, both sides from the same Arrow tables to every total and criterion",
        },
        {
            "name": "assess caseload kernel, vectors ready-made",
            "value": mine,
            "unit": "s",
            "against": "OpenFisca-Core handed its vectors",
            "ratio": handed / mine,
            "work": f"{of} known throughout; ours from Arrow tables, OpenFisca from vectors already in memory",
        },
        {
            "name": "assess caseload kernel, with unknowns",
            "value": unknown,
            "unit": "s",
            "against": "our own kernel where nothing is unknown",
            "ratio": mine / unknown,
            "work": f"{of}, of every {UNKNOWN_IN} households one with one to three facts not known",
        },
    ]
