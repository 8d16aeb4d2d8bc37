"""How a run reads a stretch: from packed copies where they are as they ought to be, else from the tables of facts.

A part of the copies, taken at random, is held to the tables each time. Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.facts.codes import Country
from desktop.office.desk import Desk
from desktop.registry.caseload_reading import Asked, Stretch
from desktop.registry.caseload_tables import caseload_tables
from desktop.registry.packed_files import Copies, copies_of, covers, tables_of_copies, untrue, with_unpacked

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

FEW = 1_000
"""Files that are asked for one by one; of more, the whole stretch is read."""
SAMPLE = 25
"""Copies of each stretch that are held to the tables."""


@dataclass(frozen=True, slots=True)
class ReadTables:
    """The tables of some files.

    Args:
        tables: as of `caseload_tables`.
        copies: that they were read from, with those to be kept; None where they were read from the tables of facts.
        untrue: places in the list of files whose copy says what their tables do not.
    """

    tables: Tables
    copies: Copies | None = None
    untrue: tuple[int, ...] = ()


def read_tables(
    desk: Desk,
    *,
    on: date,
    country: Country,
    stretch: Stretch,
    only: Collection[UUID] | None,
    asked: Asked | None,
    files: pa.Table,
    pack: bool,
) -> ReadTables:
    """The tables of listed files.

    Args:
        desk: who asks.
        on: the day whose facts are read (Gregorian).
        country: of the files.
        stretch: that they are listed of.
        only: of these ids.
        asked: columns by entity; all unless said.
        files: as of `caseload_tables.listed_files`.
        pack: whether copies are to be kept: then all that have none are packed, however many they are.
    """

    def by_tables(*untrue: int) -> ReadTables:
        told = caseload_tables(desk, on=on, country=country, stretch=stretch, only=only, asked=asked, files=files)
        return ReadTables(told, untrue=untrue)

    if asked is None or not covers(asked):
        return by_tables()
    copies = copies_of(desk, files, stretch, only)
    if not pack and files.num_rows - copies.packed.files > FEW:
        return by_tables()
    wrong = untrue(desk, files, copies, SAMPLE)
    if wrong:
        return by_tables(*wrong)
    try:
        copies = with_unpacked(desk, files, copies, stretch, only=only, few=FEW)
    except ValueError:
        # One that is too large for a copy: nobody's facts are cut to fit.
        return by_tables()
    return ReadTables(tables_of_copies(desk, files, copies, on=on, asked=asked), copies)
