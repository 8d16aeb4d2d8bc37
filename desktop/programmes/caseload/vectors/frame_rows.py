"""The rows of a frame in memory: those that are listed, and one for what a list may hold beside them.

`household_rows.py` says in SQL which those are; here the same rows are put together of columns.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.caseload.household_rows import BEYOND
from desktop.programmes.caseload.readings import SPOUSES, Made, Reading
from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.reading_sql import step
from desktop.programmes.caseload.vectors.scopes import Columns
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector
from desktop.programmes.language.family import CHILD, HOUSEHOLD, MEMBER, OUTSIDE, SPOUSE

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program
    from desktop.programmes.caseload.frames import Frame
    from desktop.programmes.caseload.vectors.stretch import Stretch
    from desktop.programmes.caseload.vectors.vector import Array

_NAME = re.compile(r'r\.(?:"([^"]+)"|(\w+))')


class Kin:
    """Who is whose child among the members of a stretch, and who may have a child that is not told.

    Args:
        stretch: the files.
        stranger: whether a member of whom nothing is known is among the rows of a file that lacks a parent.
    """

    def __init__(self, stretch: Stretch, *, stranger: bool) -> None:
        self._stretch, self._stranger = stretch, stranger

    def _parent(self, name: str) -> tuple[Array, Array]:
        given = self._stretch.lead(MEMBER, name)[0]
        return given.cells(self._members), given.there(self._members)

    @cached_property
    def _members(self) -> int:
        return self._stretch.count(MEMBER)

    @cached_property
    def _half(self) -> Array:
        """Who lacks a parent."""
        told = [self._stretch.column(MEMBER, Reading(each, Made.GIVEN)).cells(self._members) for each in PARENTS]
        return ~(told[0] & told[1])

    @cached_property
    def strangers(self) -> Array:
        """The ordinals of the files with somebody who lacks a parent."""
        if not self._stranger:
            return np.zeros(0, np.int64)
        return np.unique(self._stretch.files(MEMBER)[self._half])

    @cached_property
    def rows(self) -> dict[str, Vector]:
        """The rows of the frame of children: file, parent, child, and whether the child is one that is not told."""
        members = np.arange(self._members)
        (father, by_father), (mother, by_mother) = (self._parent(each) for each in PARENTS)
        same = by_father & by_mother & (father == mother)
        by_father, by_mother = by_father & (father != members), by_mother & (mother != members) & ~same
        children = np.concatenate((members[by_father], members[by_mother]))
        parents = np.concatenate((father[by_father], mother[by_mother])).astype(np.int64)
        files = self._stretch.files(MEMBER)
        parts = [(files[children], parents, children, False)]
        if self._stranger:
            half = self._half
            # Somebody else than the member, and than those known as the member's children, must lack a parent.
            lacking = np.bincount(np.searchsorted(self.strangers, files[half]), minlength=len(self.strangers))
            at = np.minimum(np.searchsorted(self.strangers, files), max(0, len(self.strangers) - 1))
            there = self.strangers[at] == files if len(self.strangers) else np.zeros(self._members, np.bool_)
            known = np.bincount(parents[half[children]], minlength=self._members)
            others = (lacking[at] if len(self.strangers) else 0) - half - known
            may = np.flatnonzero(there & (others > 0))
            parts.append((files[may], may, -1 - files[may], True))
            parts.append((self.strangers, -1 - self.strangers, -1 - self.strangers, True))
        columns = [np.concatenate([part[at] for part in parts]) for at in range(3)]
        hidden = np.concatenate([np.full(len(part[0]), part[3]) for part in parts])
        return {name: v.counts(cells) for name, cells in zip("fmp", columns, strict=True)} | {"ph": Vector(hidden)}


PARENTS = ("father", "mother")


class Source:
    """What the rows of a frame have from the start.

    Args:
        program: the program that the frame is of.
        frame: which.
        stretch: the files.
        kin: who is whose child in them.
    """

    def __init__(self, program: Program, frame: Frame, stretch: Stretch, kin: Kin) -> None:
        self._program, self._frame, self._stretch, self._kin = program, frame, stretch, kin
        self._entity = SPOUSES if frame.name == SPOUSE else frame.name

    @cached_property
    def listed(self) -> int:
        """How many rows are the file's own."""
        return len(self._kin.rows["f"].cells(0)) if self._frame.name == CHILD else self._stretch.count(self._entity)

    @cached_property
    def _openings(self) -> tuple[str, Array]:
        """The rows above whose list may hold more than it says."""
        name, above = self._frame.name, MEMBER
        if name == SPOUSE:
            opening = 'NOT "spouses:given"'
        elif name in (HOUSEHOLD, MEMBER, OUTSIDE, CHILD):
            opening = ""
        else:
            above = vocabulary()[name].parent or HOUSEHOLD
            opening = self._program.rows.opening(name)
        if not self._frame.phantoms or not opening:
            return above, np.zeros(0, np.intp)
        count = self._stretch.count(above)
        named = {each: self._stretch.column(above, _reading(each)) for each in re.findall('"([^"]+)"', opening)}
        return above, np.flatnonzero(v.spread(step(opening)(Columns(named, count)).values, count))

    @cached_property
    def _strangers(self) -> Array:
        """The files in which a row stands for what hangs on the member of whom nothing is known."""
        if self._frame.phantoms and "m" in self._frame.standing and self._frame.name != CHILD:
            return self._kin.strangers
        return np.zeros(0, np.int64)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.listed + len(self._openings[1]) + len(self._strangers)

    @cached_property
    def files(self) -> Array:
        """The ordinal of each row's file."""
        if self._frame.name == CHILD:
            return self._kin.rows["f"].cells(0)
        own, (above, rows) = self._stretch.files(self._entity), self._openings
        if self.count == self.listed:
            return own
        return np.concatenate((own, self._stretch.files(above)[rows], self._strangers))

    def column(self, sql: str) -> Vector:
        """A column by its name in the source, as the frame spells it: `r."name"`, `f`, `m`, `p` or `ph`."""
        found = _NAME.fullmatch(sql)
        name = sql if found is None else found[1] or found[2]
        if self._frame.name == CHILD:
            return self._kin.rows[name]
        match name:
            case "f":
                return v.counts(self.files)
            case "ph":
                return Vector(np.arange(self.count) >= self.listed)
            case "m":
                above, rows = self._openings
                of_above = rows if above == MEMBER else np.zeros(len(rows), np.int64)
                return self._extended(self._stretch.key(self._entity, "m"), of_above, -1 - self._strangers)
            case "p":
                beyond = (np.full(len(each), BEYOND) for each in (self._openings[1], self._strangers))
                return self._extended(self._stretch.key(self._entity, "p"), *beyond)
            case "other_m" | "other_p":
                return self._extended(self._stretch.lead(SPOUSES, "other")[name == "other_p"])
        reading = next((each for each in self._frame.reads.values() if each.name == name), None)
        if reading is None:
            raise BeyondVectorsError(f"{self._frame.name}: {sql}")
        return self._extended(self._stretch.column(self._entity, reading))

    def item(self, sql: str, place: int) -> Vector:
        """The item of a list column at a place, from nought."""
        found = _NAME.fullmatch(sql)
        if found is None or not found[1] or self._frame.name in (CHILD, SPOUSE):
            raise BeyondVectorsError(f"{sql}[{place}]")
        return self._extended(self._stretch.item(self._entity, found[1], place))

    def _extended(self, given: Vector, *more: Array) -> Vector:
        """A column of the listed rows with the cells of the others: not known where none are given."""
        others = self.count - self.listed
        if not others or (given.known is False and not more):
            return given
        cells = given.cells(self.listed)
        if not more:
            values = np.concatenate((cells, np.zeros(others, cells.dtype)))
            return Vector(values, np.concatenate((given.there(self.listed), np.zeros(others, np.bool_))), given.most)
        values = np.concatenate((cells, *more))
        known = (
            given.known
            if given.known is True
            else np.concatenate((given.there(self.listed), np.ones(others, np.bool_)))
        )
        return Vector(values, known, v.reach(values))


def _reading(name: str) -> Reading:
    column, _, made = name.partition(":")
    return Reading(column, Made(made)) if made else Reading(column)
