"""What the plain program settles in memory: the rows of the files that tell all it asks; the rest is a database's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.vocabulary import vocabulary
from desktop.programmes.caseload.readings import Made, Reading
from desktop.programmes.caseload.vectors.reading_sql import Expressions
from desktop.programmes.caseload.vectors.running_program import VectorRun
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector, of_arrow
from desktop.programmes.language.family import CHILD, HOUSEHOLD, MEMBER, OUTSIDE, SPOUSE

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.programmes.caseload.arrow_sources import ArrowSources
    from desktop.programmes.caseload.compiling import Program
    from desktop.programmes.caseload.questions import Questions
    from desktop.programmes.caseload.vectors.vector import Array


def rows_in_memory(
    asked: Questions, sources: ArrowSources, columns: Mapping[str, str], schema: pa.Schema
) -> tuple[pa.Table, pa.Array] | None:
    """The rows that a plain program settles, and the ordinals of the files that it does not.

    Args:
        asked: what is asked, compiled for the files of the sources.
        sources: the files.
        columns: the expression of each column of the rows, in their order; the ordinal of the file comes before them.
        schema: of the rows.

    Returns:
        None where the program asks for what columns in memory do not carry.
    """
    import pyarrow as pa

    try:
        run = VectorRun(asked.program, sources)
        rows = run.frame(asked.subject.name)
        answers = [rows.of(sql) for sql in columns.values()]
        settled = np.ones(rows.count, np.bool_)
        for sql in dict.fromkeys(asked.settled):
            settled &= rows.of(sql).values
        left = run.left()
    except BeyondVectorsError:
        return None
    unsettled = np.unique(np.concatenate((left, rows.files[~settled])))
    kept = ~np.isin(rows.files, unsettled) if len(unsettled) else np.ones(rows.count, np.bool_)
    cells = [pa.array(rows.files[kept]), *(_cells(each, kept) for each in answers)]
    told = [cell.cast(field.type) for cell, field in zip(cells, list(schema)[: len(cells)], strict=True)]
    return pa.Table.from_arrays(told, schema=pa.schema(list(schema)[: len(cells)])), pa.array(unsettled)


def _cells(given: Vector, kept: Array) -> pa.Array:
    import pyarrow as pa

    return pa.array(given.values[kept], mask=None if given.known is None else ~given.known[kept])


def files_not_told(program: Program, sources: ArrowSources) -> Array:
    """The ordinals of the files with a list that may hold more than it says, of those that the program asks for."""
    found = [np.zeros(0, np.int64)]
    if program.rows.stranger:
        found += [_ungiven(sources, each) for each in ("father", "mother")]
    for name, frame in program.frames.items():
        if not frame.phantoms or name in (HOUSEHOLD, MEMBER, OUTSIDE, CHILD):
            continue
        if name == SPOUSE:
            found.append(_ungiven(sources, "spouses"))
            continue
        above = vocabulary()[name].parent or HOUSEHOLD
        opening = program.rows.opening(name)
        if opening:
            table = sources.table(above)
            named = {each: of_arrow(table[each]) for each in re.findall('"([^"]+)"', opening)}
            opened = Expressions(named.__getitem__).of(opening).spread(table.num_rows)
            found.append(of_arrow(table[ORDINAL]).values[opened.values])
    return np.unique(np.concatenate(found))


def _ungiven(sources: ArrowSources, column: str) -> Array:
    reading = Reading(column, Made.GIVEN)
    table = sources.source(MEMBER, [reading])
    return of_arrow(table["f"]).values[~of_arrow(table[reading.name]).values]
