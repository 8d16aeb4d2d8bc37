"""The cells of a pack's tables as figures of the law, each by a name of its own: `electricity[3]`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.figures import figure_value, parameter_value
from desktop.programmes.packs.pack import PackText, Parameter, Reading, TableOf
from desktop.programmes.packs.sealing import pack_hash
from desktop.values.digits import to_western

BEYOND: Final = "beyond"
"""The key of the cell after the last row."""

_UNPUBLISHED = "unpublished"
_NAMED = re.compile(r"([^\[\]\s]+)\s*\[\s*([^\[\]]+?)\s*\]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its table, and the key of its row or `BEYOND`."""

    table: str
    key: str

    @property
    def name(self) -> str:
        """`TABLE[KEY]`."""
        return f"{self.table}[{self.key}]"


def cell_meant(name: str) -> Cell | None:
    """The cell that a name means, its key in either digits; None for any other name."""
    found = _NAMED.fullmatch(name.strip())
    return None if found is None else Cell(found[1], to_western(found[2]))


def cells_of(text: PackText, table: str) -> Iterator[Cell]:
    """The cells of a table in its order; the one beyond the last row, where the table has any, is the last."""
    stated = text.tables[table]
    yield from (Cell(table, key) for key in stated.rows)
    if stated.beyond is not None:
        yield Cell(table, BEYOND)


def stated_figure(text: PackText, name: str) -> Parameter | Reading | None:
    """What a pack states by the name of a figure, of a reading or of a cell; None where it states nothing."""
    cell = cell_meant(name)
    if cell is None:
        return text.parameters.get(name) or text.readings.get(name)
    table = text.tables.get(cell.table)
    if table is None or cell not in cells_of(text, cell.table):
        return None
    value = table.beyond if cell.key == BEYOND else table.rows[cell.key]
    unpublished = value == _UNPUBLISHED
    return Parameter(unit=table.unit, cite=table.cite, value=None if unpublished else value, unpublished=unpublished)


def with_cells(pack: Pack, cells: Mapping[Cell, str]) -> Pack:
    """The version with figures in the place of some of its cells; the version itself where none is another one.

    Args:
        pack: the version.
        cells: what stands in a cell instead, written as in a pack; see `refuse_unfit`.
    """
    tables = dict(pack.text.tables)
    for cell, figure in cells.items():
        stated = stated_figure(pack.text, cell.name)
        if stated is None:
            raise KeyError(cell.name)
        if figure_value(figure, stated.unit) != parameter_value(stated):
            tables[cell.table] = _written(tables[cell.table], cell.key, figure)
    if tables == pack.text.tables:
        return pack
    text = msgspec.structs.replace(pack.text, tables=tables)
    return Pack(text, pack_hash(text), pack.trees)


def _written(table: TableOf, key: str, figure: str) -> TableOf:
    if key == BEYOND:
        return msgspec.structs.replace(table, beyond=figure)
    return msgspec.structs.replace(table, rows={**table.rows, key: figure})
