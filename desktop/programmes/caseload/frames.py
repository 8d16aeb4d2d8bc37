"""Tables that grow: for each entity the columns that a pack needs, each computed once, in an order that SQL can keep.

A column of an entity rests on columns of the same row, on a row above or referred to (a join), or on rows below (a
grouping). Columns that rest on other rows belong to a later epoch than what they rest on; within an epoch, columns of
one row rest on each other in layers. Every table of an epoch carries only what a later one asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.programmes.caseload.readings import Reading

_OWN = re.compile(r"\bc\d+\b")
_ATOM = re.compile(r"c\d+|-?\d+|TRUE|FALSE|f|m|p|CAST\((-?\d+|NULL) AS [A-Z]+\)")
ALWAYS = 1_000_000
"""The epoch of a use that comes last of all: the answer."""


@dataclass
class Column:
    """One column of a frame.

    `kind` is `raw` (read from the file), `own` (from the same row), `pull` (from a joined row), `gather` (from a
    grouping of other rows) or `pairs` (from the rows of the same household, each against each).
    """

    name: str
    kind: str
    sql: str
    epoch: int
    depth: int
    source: Frame | None = None
    via: tuple[str, ...] = ()
    default: str = "NULL"
    where: str = ""
    last_use: int = -1


@dataclass
class Frame:
    """The rows of an entity, or of a relation, in all files.

    Args:
        name: of its tables.
        keys: the columns by which its rows are found.
        standing: the columns that every table of it has, the file's ordinal `f` first and then those of the order.
        numbering: gives each new column its number, one for the whole program.
        phantoms: whether rows stand in it for what lists may hold beside what they say (`ph`).
        leads: the reference and the entity of the row that is read of; None for the rows themselves.
    """

    name: str
    keys: tuple[str, ...]
    standing: tuple[str, ...]
    numbering: list[int]
    phantoms: bool = False
    columns: dict[str, Column] = field(default_factory=dict)
    reads: dict[str, Reading] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    leads: tuple[str, str] | None = None
    _kept: dict[tuple[str, ...], str] = field(default_factory=dict)

    def read(self, reading: Reading) -> str:
        """A column of the frame's source."""
        if self.leads is not None:
            reading = replace(reading, reference=self.leads[0], whose=self.leads[1])
        name = self.raw(f'r."{reading.name}"')
        self.reads[name] = reading
        return name

    def led(self, reference: str, whose: str) -> Frame:
        """The same rows, of which is read what the member or person outside has whom a reference names.

        Where it names nobody of that kind, nothing that is read means anything.
        """
        return replace(self, phantoms=False, leads=(reference, whose))

    def read_columns(self) -> list[Reading]:
        """What the frame reads of its source, as far as anything rests on it."""
        return [reading for name, reading in self.reads.items() if name in self.columns]

    def raw(self, sql: str) -> str:
        """A column that the rows `r` of the frame have from the start."""
        return self._add(("raw", sql), Column("", "raw", sql, 0, 0))

    def let(self, sql: str) -> str:
        """A column from columns of the same row; what is short already stays as it is."""
        if _ATOM.fullmatch(sql):
            return sql
        own = self.named_in(sql)
        epoch = max((self.columns[name].epoch for name in own), default=0)
        depth = 1 + max((self.columns[name].depth for name in own if self.columns[name].epoch == epoch), default=0)
        return self._add(("own", sql), Column("", "own", sql, epoch, depth), own)

    def pull(self, source: Frame, sql: str, via: tuple[str, ...]) -> str:
        """A column of the row of `source` whose keys are the columns `via` here."""
        name = source.let(sql)
        if name not in source.columns:
            return name
        behind = [self.columns[each] for each in via if each in self.columns]
        epoch = 1 + max([source.columns[name].epoch, *(each.epoch for each in behind)])
        pulled = self._add(
            ("pull", source.name, name, *via),
            Column("", "pull", name, epoch, 0, source, via),
            {each.name for each in behind},
        )
        source.used(name, self.columns[pulled].epoch)
        return pulled

    def gather(self, source: Frame, sql: str, default: str, where: str = "") -> str:
        """An aggregate over the rows of `source` that carry this row's keys; `default` where there is none."""
        own = source.named_in(f"{sql} {where}")
        epoch = 1 + max((source.columns[name].epoch for name in own), default=0)
        column = Column("", "gather", sql, epoch, 0, source, self.keys, default, where)
        name = self._add(("gather", source.name, sql, default, where), column)
        for each in own:
            source.used(each, epoch)
        return name

    def pairs(self, sql: str, columns: tuple[str, ...], *, default: str = "NULL", where: str = "TRUE") -> str:
        """An aggregate over the rows `o` of the household for each row `a`, of columns of both.

        Args:
            sql: the aggregate.
            columns: what it and `where` name.
            default: what it is where no row `o` is.
            where: which rows `o`.
        """
        epoch = 1 + max((self.columns[name].epoch for name in columns if name in self.columns), default=0)
        column = Column("", "pairs", sql, epoch, 0, self, default=default, where=where)
        return self._add(("pairs", sql, where), column, set(columns) & set(self.columns))

    def leave(self, condition: str) -> None:
        """Rows whose household is left to the interpreter."""
        name = self.let(f"COALESCE({condition}, FALSE)")
        if name not in self.left:
            self.left.append(name)
            self.used(name, ALWAYS)

    def used(self, name: str, epoch: int) -> None:
        """Notes that a column is asked for in an epoch, so that tables carry it until then."""
        if name in self.columns:
            self.columns[name].last_use = max(self.columns[name].last_use, epoch)

    def named_in(self, sql: str) -> list[str]:
        """The frame's columns that a text names, each once."""
        return list(dict.fromkeys(name for name in _OWN.findall(sql) if name in self.columns))

    def _add(self, key: tuple[str, ...], column: Column, own: Iterable[str] = ()) -> str:
        if key in self._kept:
            return self._kept[key]
        self.numbering[0] += 1
        column.name = f"c{self.numbering[0]}"
        self.columns[column.name] = column
        self._kept[key] = column.name
        for name in own:
            self.used(name, column.epoch)
        return column.name

    @property
    def table(self) -> str:
        """The last of the frame's tables."""
        return f"{self.name}_{self.last_epoch}"

    @property
    def last_epoch(self) -> int:
        """The epoch of the frame's last column."""
        return max((column.epoch for column in self.columns.values()), default=0)
