"""The plain program on columns in memory: the columns that were compiled for a database, reckoned one after another.

It reads the same texts as the database does, so that there is one writing of the law as SQL; what it does not carry
(lists that may hold more than they say, numbers beyond 64 bits) it refuses, and a database takes the program instead.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from desktop.programmes.caseload.readings import SPOUSES, Made, Reading
from desktop.programmes.caseload.vectors.grouping import Aggregates, Groups, Windows
from desktop.programmes.caseload.vectors.reading_sql import Expressions
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector, chosen, of_arrow
from desktop.programmes.language.family import CHILD, HOUSEHOLD, MEMBER, SPOUSE

if TYPE_CHECKING:
    from desktop.programmes.caseload.arrow_sources import ArrowSources
    from desktop.programmes.caseload.compiling import Program
    from desktop.programmes.caseload.frames import Column, Frame
    from desktop.programmes.caseload.vectors.vector import Array


class VectorRun:
    """A program over the sources of some files.

    Raises:
        BeyondVectorsError: where the program asks for what columns in memory do not carry.
    """

    def __init__(self, program: Program, sources: ArrowSources) -> None:
        if program.bounds or program.rows.stranger or any(each.phantoms for each in program.frames.values()):
            raise BeyondVectorsError("lists that may hold more than they say")
        self._program, self._sources = program, sources
        self._frames = {name: _Rows(self, frame) for name, frame in program.frames.items()}
        # In the order of their numbers each finds what it rests on.
        columns = [(int(name[1:]), name, rows) for rows in self._frames.values() for name in rows.frame.columns]
        for _, name, rows in sorted(columns, key=lambda each: each[0]):
            rows.column(name)

    def frame(self, name: str) -> _Rows:
        """The rows of a frame."""
        return self._frames[name]

    def left(self) -> Array:
        """The files that are left to the interpreter, each once."""
        found = [np.zeros(0, np.int64)]
        for rows in self._frames.values():
            found += [rows.files[rows.column(name).values] for name in rows.frame.left]
        return np.unique(np.concatenate(found))

    @cached_property
    def kin(self) -> dict[str, Array]:
        """Who is whose child, as `household_rows` puts it for a database: file, parent, child."""
        made = [Reading(each, Made.MEMBER) for each in ("father", "mother")]
        table = self._sources.source(MEMBER, made)
        father, mother = (of_arrow(table[each.name]) for each in made)
        members = np.arange(table.num_rows)
        by_father = _there(father) & (father.values != members)
        same = _there(father) & _there(mother) & (father.values == mother.values)
        by_mother = _there(mother) & (mother.values != members) & ~same
        files = of_arrow(table["f"]).values
        children = np.concatenate((members[by_father], members[by_mother]))
        parents = np.concatenate((father.values[by_father], mother.values[by_mother]))
        return {"f": files[children], "m": parents, "p": children}

    def source(self, frame: Frame) -> dict[str, Vector]:
        """What the rows of a frame have from the start, by name."""
        if frame.name == CHILD:
            return {name: Vector(values) for name, values in self.kin.items()}
        entity = SPOUSES if frame.name == SPOUSE else frame.name
        readings = list(dict.fromkeys(frame.read_columns()))
        table = self._sources.source(entity, readings)
        return {name: of_arrow(table[name]) for name in table.column_names}


class _Rows:
    """The rows of a frame, their columns made as they are asked for and kept."""

    def __init__(self, run: VectorRun, frame: Frame) -> None:
        self.run, self.frame = run, frame
        self._made: dict[str, Vector] = {}
        self._groups: dict[tuple[str, str], Groups] = {}
        self._places: dict[tuple[str, str], Array] = {}
        self._paired: dict[str, _Pairs] = {}
        self._own: Windows | None = None

    @cached_property
    def _source(self) -> dict[str, Vector]:
        return self.run.source(self.frame)

    @cached_property
    def files(self) -> Array:
        """The ordinal of each row's file."""
        return self._source["f"].values

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.files)

    def column(self, name: str) -> Vector:
        """A column by its name, or one of the keys."""
        if name not in self._made:
            column = self.frame.columns.get(name)
            found = self._source[name] if column is None else self._reckoned(column)
            self._made[name] = found.spread(self.count)
        return self._made[name]

    def of(self, sql: str) -> Vector:
        """An expression of the row's columns, for each row."""
        if self._own is None:
            self._own = Windows(self.column, self.count)
        return self._own.of(sql).spread(self.count)

    def _reckoned(self, column: Column) -> Vector:
        match column.kind:
            case "raw":
                return self._source[column.sql.removeprefix("r.").strip('"')]
            case "own":
                return self.of(column.sql)
            case "pull" if column.source is not None:
                return self._pulled(self.run.frame(column.source.name), column)
            case "gather" if column.source is not None:
                source = self.run.frame(column.source.name)
                groups = self._groups_of(source, column.where)
                return self._put_together(groups, source.below(column.where), column)
            case "pairs":
                pairs = self._pairs(column.where)
                return self._put_together(pairs.groups, Expressions(pairs.named), column)
        raise BeyondVectorsError(f"{column.kind} of {self.frame.name}")

    def _pulled(self, source: _Rows, column: Column) -> Vector:
        keys = column.via
        if len(keys) != 1:
            raise BeyondVectorsError(f"rows found by {keys}")
        known = self.column(keys[0]).known
        return source.column(column.sql).take(self.places_in(source, keys[0]), known)

    def places_in(self, other: _Rows, key: str) -> Array:
        """The place of the row of another frame that a column here names; the first where nothing is known."""
        at = (other.frame.name, key)
        if at not in self._places:
            named = self.column(key)
            values = named.values if named.known is None else np.where(named.known, named.values, 0)
            self._places[at] = other.places(values)
        return self._places[at]

    def places(self, keys: Array) -> Array:
        """The place of the row of each key: members and persons outside are numbered by their place, files are not."""
        if self.frame.name == HOUSEHOLD:
            files, order = self._sorted_files
            return order[np.minimum(np.searchsorted(files, keys), len(files) - 1)]
        if self.frame.keys != self.frame.standing[1:]:
            raise BeyondVectorsError(f"rows of {self.frame.name} by number")
        return keys

    @cached_property
    def _sorted_files(self) -> tuple[Array, Array]:
        order = np.argsort(self.files, kind="stable")
        return self.files[order], order

    def below(self, where: str) -> Expressions:
        """The rows as those above put them together; only those of `where` if it is said."""
        if not where:
            return Expressions(self.column)
        kept = np.flatnonzero(self.of(where).values)
        return Expressions(lambda name: self.column(name).take(kept, None))

    def _put_together(self, groups: Groups, below: Expressions, column: Column) -> Vector:
        found, there = Aggregates(groups, below).of(column.sql).spread(self.count), groups.sizes > 0
        return found if there.all() else chosen([(there, found)], self.of(column.default))

    def _pairs(self, where: str) -> _Pairs:
        if where not in self._paired:
            self._paired[where] = _Pairs(self, where)
        return self._paired[where]

    def _groups_of(self, source: _Rows, where: str) -> Groups:
        key = (source.frame.name, where)
        if key not in self._groups:
            keys = self.frame.keys
            if len(keys) != 1:
                raise BeyondVectorsError(f"rows put together by {keys}")
            owners = source.places_in(self, keys[0])
            if where:
                owners = owners[source.of(where).values]
            self._groups[key] = Groups(owners, self.count)
        return self._groups[key]


class _Pairs:
    """Every row of a frame against the rows of its file that a condition names."""

    def __init__(self, rows: _Rows, where: str) -> None:
        self._rows = rows
        others = np.arange(rows.count)
        if where:
            marked = Expressions(lambda name: rows.column(name.removeprefix("o."))).of(where).spread(rows.count)
            others = np.flatnonzero(marked.values)
        others = others[np.argsort(rows.files[others], kind="stable")]
        files = rows.files[others]
        first, last = (np.searchsorted(files, rows.files, side) for side in ("left", "right"))
        each = last - first
        self._one = np.repeat(np.arange(rows.count), each)
        begin = np.repeat(first - (np.cumsum(each) - each), each)
        self._other = others[begin + np.arange(len(self._one))]
        self.groups = Groups(self._one, rows.count)

    def named(self, name: str) -> Vector:
        """`a.` what the row has, `o.` what the other has."""
        side, _, column = name.partition(".")
        return self._rows.column(column).take(self._one if side == "a" else self._other, None)


def _there(given: Vector) -> Array:
    return np.ones(len(given.values), np.bool_) if given.known is None else given.known
