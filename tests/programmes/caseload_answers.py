"""What the interpreter and the caseload kernel say of the same households, side by side: material for their tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import duckdb

from desktop.facts.arrow_layout import ORDINAL, tables_of
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import answer, evaluation_of
from desktop.programmes.answers.rounding import within
from desktop.programmes.caseload.compiling import Program
from desktop.programmes.caseload.filling import Filling, left_over
from desktop.programmes.caseload.frames import ALWAYS, Frame
from desktop.programmes.caseload.interpreted import answer_row
from desktop.programmes.caseload.running import assess_caseload
from desktop.programmes.caseload.terms import Compiled, Constant, Numbers, Truth, numbers_of, truth_of
from desktop.programmes.caseload.vectors.running_program import Plan, VectorRun
from desktop.programmes.caseload.vectors.stretch import stretches
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.family import MEMBER
from desktop.programmes.language.possibilities import Bounds, Value
from desktop.programmes.language.scope import numbers
from desktop.programmes.language.syntax import AnyNode
from desktop.programmes.packs.compiled import Pack
from tests.thoroughness import TIMES


def interpreted(
    pack: Pack, file: HouseholdFile, on: date, parameters: Mapping[str, Value] | None = None
) -> list[dict[str, object]]:
    """The interpreter's answers for a file: one, or one for each member."""
    evaluation = evaluation_of(pack, file, on, dict(parameters or {}))
    household, total = evaluation.family.household, None
    if pack.household_total is not None:
        total = within(numbers(evaluation, household, pack.household_total), pack.text.rounding)
    subjects = evaluation.family.members() if pack.subject == MEMBER else (household,)
    return [answer_row(answer(pack, evaluation, subject), total) for subject in subjects]


def differences(
    pack: Pack, files: Sequence[HouseholdFile], on: date, parameters: Mapping[str, Value] | None = None
) -> list[str]:
    """Where the kernel and the interpreter differ, one line each."""
    rows = assess_caseload(pack, tables_of(files), on=on, parameters=parameters, threads=1).to_pylist()
    found: dict[int, list[dict[str, Any]]] = {ordinal: [] for ordinal in range(len(files))}
    for row in rows:
        found[row[ORDINAL]].append(row)
    lines = []
    for ordinal, file in enumerate(files):
        expected = interpreted(pack, file, on, parameters)
        if len(expected) != len(found[ordinal]):
            lines.append(f"{pack} {ordinal}: {len(found[ordinal])} rows, expected {len(expected)}")
            continue
        for one, row in zip(expected, found[ordinal], strict=True):
            for name, value in one.items():
                if row[name] != value:
                    lines.append(f"{pack} {ordinal} by {row['way']}: {name} is {row[name]}, expected {value}")
    return lines


class Column:
    """One value of a program about the household, made to stay in its last table."""

    def __init__(self, program: Program, frame: Frame, node: AnyNode) -> None:
        value: Compiled = program.compiled(node, frame.name)
        if not isinstance(value, Constant):
            kept = truth_of(value) if isinstance(value, Truth) else numbers_of(value, bounds=program.bounds)
            texts = (kept.sql,) if isinstance(kept, Truth) else (kept.low, kept.high)
            self.names = tuple(frame.let(f"CASE WHEN TRUE THEN {text} END") for text in texts)
            for name in self.names:
                frame.used(name, ALWAYS)
        self.value = value

    def read(self, row: Mapping[str, str | None]) -> Value:
        """What stands in a row, whose cells are text: engines have no integer of 128 bits to give."""
        if isinstance(self.value, Constant):
            return self.value.value
        cells = [row[name] for name in self.names]
        if not isinstance(self.value, Numbers):
            return p.OPEN if cells[0] is None else p.truth_of(cells[0] == "true")
        low, high = (None if cell is None else Fraction(int(cell), self.value.scale) for cell in cells)
        return Bounds(-p.INFINITY if low is None else low, p.INFINITY if high is None else high)


def columns_read(program: Program, nodes: Sequence[AnyNode], files: Sequence[HouseholdFile]) -> list[dict[int, Value]]:
    """For each expression about the household what the program makes of it, by file; those left over are not there."""
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    filling = Filling(connection, tables_of(files))
    try:
        frame = program.frame("household")
        columns = [Column(program, frame, node) for node in nodes]
        filling.fill(program)
        names = dict.fromkeys(name for column in columns if hasattr(column, "names") for name in column.names)
        told = ", ".join(["f", *(f"CAST({name} AS VARCHAR) AS {name}" for name in names)])
        left = {ordinal for (ordinal,) in filling.connection.execute(left_over(program)).fetchall()}
        rows = filling.connection.sql(f"SELECT {told} FROM {frame.table} ORDER BY f").to_arrow_table().to_pylist()
        kept = [row for row in rows if row["f"] not in left]
        if TIMES > 1:
            # To read texts as long as these takes seconds: the suite holds whole packs to the interpreter in memory.
            assert_alike_in_memory(program, names, files, kept)
        return [{row["f"]: column.read(row) for row in kept} for column in columns]
    finally:
        filling.leave()
        connection.close()


def assert_alike_in_memory(
    program: Program, names: Iterable[str], files: Sequence[HouseholdFile], rows: Sequence[Mapping[str, Any]]
) -> None:
    """That columns in memory come to what a database made of the program, as far as 64 bits hold it."""
    (stretch,) = stretches(tables_of(files), len(files))
    try:
        run = VectorRun(program, Plan(program, names), stretch)
    except BeyondVectorsError:
        return
    household, left = run.frame("household"), set(run.left().tolist())
    assert [row["f"] for row in rows] == [ordinal for ordinal in household.files.tolist() if ordinal not in left]
    for name in names:
        found = household.of(name)
        cells = zip(found.cells(household.count).tolist(), found.there(household.count).tolist(), strict=True)
        told = [str(cell).lower() if there else None for cell, there in cells]
        assert [row[name] for row in rows] == [told[row["f"]] for row in rows], name
