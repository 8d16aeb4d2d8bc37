"""A program on columns in memory: the columns that were compiled for a database, reckoned one after another.

It reads the same texts as the database does, so that there is one writing of the law as SQL; what it does not carry it
refuses, and a database takes those files instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.facts.vocabulary import Kind, vocabulary
from desktop.programmes.caseload.scheduling import rests_on
from desktop.programmes.caseload.vectors import operators as op
from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.frame_rows import Kin, Source
from desktop.programmes.caseload.vectors.grouping import Grouped, Groups, NoneBelow
from desktop.programmes.caseload.vectors.reading_sql import step
from desktop.programmes.caseload.vectors.scopes import Rows, Step
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector
from desktop.programmes.caseload.vectors.windows import Beside
from desktop.programmes.language.family import HOUSEHOLD, MEMBER, OUTSIDE

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program
    from desktop.programmes.caseload.frames import Column, Frame
    from desktop.programmes.caseload.vectors.stretch import Stretch
    from desktop.programmes.caseload.vectors.vector import Array


class Plan:
    """In which order the columns of a program are reckoned, and after which each is asked for no more.

    Args:
        program: whose.
        kept: the columns that are asked for in the end.
    """

    def __init__(self, program: Program, kept: Iterable[str]) -> None:
        frames = program.frames
        order = sorted((int(name[1:]), frame.name, name) for frame in frames.values() for name in _cells_of(frame))
        self.order = [(frame, name) for _, frame, name in order]
        places = {name: frame for frame, name in self.order}
        last: dict[str, int] = {}
        for at, (frame, name) in enumerate(self.order):
            last[name] = at
            for other, _ in rests_on(frames[frame], frames[frame].columns[name]):
                last[other] = at
        wanted = {*kept, *(name for frame in frames.values() for name in frame.left)}
        self.spent: list[list[tuple[str, str]]] = [[] for _ in self.order]
        for name, at in last.items():
            if name in places and name not in wanted:
                self.spent[at].append((places[name], name))


def _cells_of(frame: Frame) -> list[str]:
    """The columns of a frame that have one cell a row: of a list only its items are asked for."""
    lists = (
        {each.name for each in vocabulary()[frame.name].properties.values() if each.kind is Kind.MONEY_BOUNDS}
        if frame.name in vocabulary()
        else set()
    )
    return [name for name in frame.columns if name not in frame.reads or frame.reads[name].name not in lists]


class VectorRun:
    """A program over a stretch of files.

    Args:
        program: which.
        plan: of its columns.
        stretch: the files.

    Raises:
        BeyondVectorsError: where the program asks for what columns in memory do not carry.
    """

    def __init__(self, program: Program, plan: Plan, stretch: Stretch) -> None:
        kin = Kin(stretch, stranger=program.rows.stranger)
        self._frames = {
            name: FrameRows(self, frame, Source(program, frame, stretch, kin)) for name, frame in program.frames.items()
        }
        self.kin, self.members = kin, stretch.count(MEMBER)
        for (frame, name), spent in zip(plan.order, plan.spent, strict=True):
            self._frames[frame].column(name)
            for its_frame, other in spent:
                self._frames[its_frame].forget(other)

    def frame(self, name: str) -> FrameRows:
        """The rows of a frame."""
        return self._frames[name]

    def left(self) -> Array:
        """The files that are left to the interpreter, each once."""
        found = [np.zeros(0, np.int64)]
        for rows in self._frames.values():
            found += [rows.files[v.spread(rows.column(name).values, rows.count)] for name in rows.frame.left]
        return np.unique(np.concatenate(found))


class FrameRows(Rows):
    """The rows of a frame, their columns made as they are asked for and kept until they are spent."""

    def __init__(self, run: VectorRun, frame: Frame, source: Source) -> None:
        super().__init__(source.count)
        self.run, self.frame, self._source = run, frame, source
        self._made: dict[str, Vector] = {}
        self._groups: dict[tuple[str, str], tuple[Groups, Array | None]] = {}
        self._places: dict[tuple[str, tuple[str, ...]], tuple[Array, Array | bool]] = {}
        self._paired: dict[str, Pairs] = {}

    @property
    def listed(self) -> int:
        """How many of the rows, the first ones, are the file's own."""
        return self._source.listed

    @property
    def files(self) -> Array:
        """The ordinal of each row's file."""
        return self._source.files

    @cached_property
    def homes(self) -> Array:
        """The place of the household of each row."""
        return self.run.frame(HOUSEHOLD).places(self.files)

    def column(self, name: str) -> Vector:
        """A column by its name, or one of the keys."""
        found = self._made.get(name)
        if found is None:
            column = self.frame.columns.get(name)
            found = self._made[name] = self._source.column(name) if column is None else self._reckoned(column)
        return found

    def of(self, sql: str) -> Vector:
        """An expression of the row's columns."""
        return step(sql)(self)

    def forget(self, name: str) -> None:
        """Lets go of a column."""
        self._made.pop(name, None)

    def item(self, name: str, place: int) -> Vector:
        """The item of a list column at a place, from nought."""
        return self._source.item(self.frame.columns[name].sql, place)

    def beside(self, parts: Sequence[Step], keys: Sequence[tuple[Step, bool, bool]]) -> Beside:
        """The rows in the order of a window."""
        return Beside(self, parts, keys)

    def _reckoned(self, column: Column) -> Vector:
        match column.kind:
            case "raw":
                return self._source.column(column.sql)
            case "own":
                return step(column.sql)(self)
            case "pull" if column.source is not None:
                source = self.run.frame(column.source.name)
                at, there = self._places_in(source, column.via)
                return source.column(column.sql).take(at, there)
            case "gather" if column.source is not None:
                groups, kept = self._groups_of(self.run.frame(column.source.name), column.where)
                below: Rows = self.run.frame(column.source.name)
                return _put_together(groups, below if kept is None else Taken(below, kept), column)
            case "pairs":
                if column.where not in self._paired:
                    self._paired[column.where] = Pairs(self, column.where)
                pairs = self._paired[column.where]
                return _put_together(pairs.groups, pairs, column)
        raise BeyondVectorsError(f"{column.kind} of {self.frame.name}")

    def _places_in(self, other: FrameRows, via: tuple[str, ...]) -> tuple[Array, Array | bool]:
        """The place of the row of another frame that some columns here name, and where there is one."""
        key = (other.frame.name, via)
        if key not in self._places:
            if len(via) != 1:
                raise BeyondVectorsError(f"rows of {other.frame.name} found by {via}")
            named = self.column(via[0])
            numbers = named.cells(self.count)
            if named.known is not True:
                numbers = np.where(named.known, numbers, numbers.dtype.type(0))
            self._places[key] = other.places(numbers), named.known
        return self._places[key]

    def places(self, numbers: Array) -> Array:
        """The place of the row of each number: files by their ordinals, members and persons outside by their places."""
        numbers = numbers.astype(np.intp, copy=False)
        if self.frame.name == HOUSEHOLD:
            files = self.files
            together = len(files) and int(files[-1]) - int(files[0]) == len(files) - 1
            return numbers - files[0] if together else np.searchsorted(files, numbers)
        if self.frame.name not in (MEMBER, OUTSIDE):
            raise BeyondVectorsError(f"rows of {self.frame.name} by number")
        if self.frame.phantoms and (beyond := numbers < 0).any():
            # The member of whom nothing is known stands after the listed ones, a row for each file that needs one.
            of = np.searchsorted(self.run.kin.strangers, -1 - numbers)
            return np.where(beyond, self.run.members + of, numbers)
        return numbers

    def _groups_of(self, source: FrameRows, where: str) -> tuple[Groups, Array | None]:
        """The rows of another frame by those of this one, and which of them where not all are."""
        key = (source.frame.name, where)
        if key not in self._groups:
            owners, there = source._places_in(self, self.frame.keys)
            if where:
                there = v.both(there, op.as_truth(step(where)(source)).values)
            kept = None
            if there is not True:
                kept = np.flatnonzero(v.spread(there, source.count))
                owners = owners.take(kept)
            self._groups[key] = Groups(owners, self.count), kept
        return self._groups[key]


class Taken(Rows):
    """Some rows of others.

    Args:
        rows: of which.
        kept: the places of those taken.
    """

    def __init__(self, rows: Rows, kept: Array) -> None:
        super().__init__(len(kept))
        self._rows, self._kept = rows, kept

    def column(self, name: str) -> Vector:
        """A column."""
        return self._rows.column(name).take(self._kept, True)


class Pairs(Rows):
    """Every row of a frame against the rows of its file that a condition names."""

    def __init__(self, rows: FrameRows, where: str) -> None:
        self._rows = rows
        others = np.arange(rows.count)
        if where:
            marked = step(where)(_Renamed(rows))
            others = np.flatnonzero(v.spread(op.as_truth(marked).values, rows.count))
        homes = rows.homes
        among = Groups(homes.take(others), rows.run.frame(HOUSEHOLD).count)
        each = among.sizes.take(homes)
        self._one = np.repeat(np.arange(rows.count), each)
        first = among.firsts.take(homes) - (np.cumsum(each) - each)
        self._other = others.take(among.ordered(np.repeat(first, each) + np.arange(len(self._one))))
        self.groups = Groups(self._one, rows.count)
        super().__init__(len(self._one))

    def column(self, name: str) -> Vector:
        """`a.` what the row has, `o.` what the other has."""
        side, _, column = name.partition(".")
        return self._rows.column(column).take(self._one if side == "a" else self._other, True)


class _Renamed(Rows):
    """A frame's rows as the others of a pair."""

    def __init__(self, rows: FrameRows) -> None:
        super().__init__(rows.count)
        self._rows = rows

    def column(self, name: str) -> Vector:
        """A column."""
        return self._rows.column(name.removeprefix("o."))


def _put_together(groups: Groups, below: Rows, column: Column) -> Vector:
    found = step(column.sql)(Grouped(groups, below))
    if (found.known is True and _comes_of_nothing(column.sql, column.default)) or groups.there is True:
        return found
    return op.chosen([(groups.there, lambda: found)], lambda: step(column.default)(Rows(groups.count)))


@lru_cache(maxsize=1_000)
def _comes_of_nothing(sql: str, default: str) -> bool:
    """Whether an aggregate over no rows is what it is to be there in any case."""
    try:
        return step(sql)(NoneBelow(1)) == step(default)(Rows(1))
    except BeyondVectorsError:
        return False
