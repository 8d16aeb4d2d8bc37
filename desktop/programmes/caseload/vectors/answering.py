"""What is settled in memory: first what the plain program knows, then the bounds program for the files it leaves open.

A caseload is reckoned a stretch of files at a time, on as many threads as are given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.running_program import Plan, VectorRun
from desktop.programmes.caseload.vectors.stretch import Stretch, stretches
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, TooLargeError, Vector, Where
from desktop.programmes.language.family import HOUSEHOLD

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.programmes.caseload.compiling import Program
    from desktop.programmes.caseload.questions import Questions
    from desktop.programmes.caseload.vectors.vector import Array

STRETCH = 50_000
"""Files that are reckoned together at most: each call of numpy then does far more than it costs."""
LEAST = 20_000
"""Files below which a stretch is not shared out among threads: to go through a program takes Python its time."""
_PLANS: WeakKeyDictionary[Program, Plan] = WeakKeyDictionary()


@dataclass
class Settled:
    """What is known of some files.

    Args:
        rows: those that are settled, by stretch, with the way each was.
        left: the ordinals of the files that the interpreter must answer.
        beyond: those that a database must.
    """

    rows: list[pa.Table]
    left: list[int]
    beyond: list[int]


class InMemory:
    """A pack's questions put to files in memory.

    Args:
        asked: the questions in the plain program, and in the bounds program where that is said.
        columns: the expression of each column of the rows, in their order, of some questions.
        schema: of the rows: the ordinal of the file, then those columns, then the way.
        ways: what the rows that the plain program settles are told as, and those of the bounds program.
    """

    def __init__(
        self,
        asked: Callable[[bool], Questions],
        columns: Callable[[Questions], Mapping[str, str]],
        schema: pa.Schema,
        ways: tuple[str, str],
    ) -> None:
        self._asked, self._columns, self._schema, self._ways = asked, columns, schema, ways
        self._ready: dict[bool, tuple[Questions, Plan]] = {}
        self._lock = Lock()

    def settled(self, tables: Mapping[str, pa.Table], threads: int) -> Settled:
        """All files of some tables."""
        count = tables[HOUSEHOLD].num_rows
        parts = stretches(tables, min(STRETCH, max(LEAST, -(-count // threads))))
        self._questions(False)
        if threads > 1 and len(parts) > 1:
            with ThreadPoolExecutor(threads) as pool:
                found = list(pool.map(self._stretch, parts))
        else:
            found = [self._stretch(part) for part in parts]
        return _together(found)

    def _stretch(self, stretch: Stretch) -> Settled:
        found, files = Settled([], [], []), stretch.files(HOUSEHOLD)
        try:
            unsettled = self._program(stretch, found, bounds=False)
            if len(unsettled):
                self._program(stretch.only(unsettled), found, bounds=True)
        except TooLargeError:
            if len(files) == 1:
                return Settled([], files.tolist(), [])
            # Only the files with such numbers are to be kept from the others.
            return _together([self._stretch(stretch.only(half)) for half in np.array_split(files, 2)])
        except BeyondVectorsError:
            return Settled([], [], files.tolist())
        return found

    def _questions(self, bounds: bool) -> tuple[Questions, Plan]:
        with self._lock:
            if bounds not in self._ready:
                asked = self._asked(bounds)
                self._ready[bounds] = asked, _plan(asked)
            return self._ready[bounds]

    def _program(self, stretch: Stretch, found: Settled, *, bounds: bool) -> Array:
        """Puts the questions to a stretch; gives the files that are left open."""
        import pyarrow as pa

        asked, plan = self._questions(bounds)
        run = VectorRun(asked.program, plan, stretch)
        rows, left = run.frame(asked.subject.name), run.left()
        listed = rows.listed
        taken: Where = True
        open_files = np.zeros(0, np.int64)
        files = rows.files[:listed]
        if not bounds:
            settled: Where = True
            for name in dict.fromkeys(asked.settled):
                settled = v.both(settled, rows.of(name).values)
            open_files = np.setdiff1d(files[~v.spread(settled, rows.count)[:listed]], left)
        if len(left) or len(open_files):
            taken = ~np.isin(files, np.concatenate((left, open_files)))
        fields = list(self._schema)
        cells = [pa.array(files if taken is True else files[taken])]
        for field, name in zip(fields[1:], self._columns(asked).values(), strict=False):
            cells.append(_cells(rows.of(name), field.type, rows.count, listed, taken))
        cells.append(pa.repeat(pa.scalar(self._ways[bounds], fields[-1].type), len(cells[0])))
        found.rows.append(pa.Table.from_arrays(cells, schema=self._schema))
        found.left.extend(left.tolist())
        return open_files


def _together(parts: list[Settled]) -> Settled:
    return Settled(*([each for part in parts for each in getattr(part, name)] for name in ("rows", "left", "beyond")))


def _plan(asked: Questions) -> Plan:
    """The plan of a program, kept as long as the program is."""
    if asked.program not in _PLANS:
        _PLANS[asked.program] = Plan(asked.program, [*asked.columns.values(), *asked.settled])
    return _PLANS[asked.program]


def _cells(given: Vector, kind: pa.DataType, rows: int, listed: int, taken: Where) -> pa.Array:
    import pyarrow as pa

    values = given.cells(rows)[:listed].astype(kind.to_pandas_dtype(), copy=False)
    known = None if given.known is True else given.there(rows)[:listed]
    if taken is not True:
        values, known = values[taken], None if known is None else known[taken]
    return pa.array(values, mask=None if known is None else ~known)
