"""How a run reads a stretch: from packed copies where they are as they ought to be, else from the tables of facts.

Some of the copies, taken at random, are held to the tables in every run. Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from random import sample
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.facts.codes import Country
from desktop.office.desk import Desk
from desktop.registry.caseload_reading import Asked, Stretch
from desktop.registry.caseload_tables import caseload_tables
from desktop.registry.packed.copies import Copies, copies_of, untrue, with_unpacked
from desktop.registry.packed.reading import covers, tables_of_copies

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

FEW = 1_000
"""Files that are asked for one by one; of more, the whole stretch is read."""
SAMPLE = 25
"""Copies that are held to the tables together, which asks each table once."""
OF_SO_MANY = 100_000
"""Of so many files a sample is taken, and of every caseload at least one: which stretch it falls to nobody knows."""


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


@dataclass(frozen=True, slots=True)
class HowRead:
    """How files are read.

    Args:
        on: the day whose facts are read (Gregorian).
        country: of the files.
        stretch: that they are listed of.
        only: of these ids.
        asked: columns by entity; all unless said.
        pack: whether copies are to be kept: then all that have none are packed, however many they are.
        hold: whether some of the copies are held to their tables.
    """

    on: date
    country: Country
    stretch: Stretch
    only: Collection[UUID] | None
    asked: Asked | None
    pack: bool
    hold: bool


def held_to_tables(stretches: Sequence[Stretch], files: int) -> frozenset[Stretch]:
    """Those of whose copies some are held to their tables, drawn anew for each run: at least one.

    Args:
        stretches: of the caseload.
        files: in all of them.
    """
    return frozenset(sample(stretches, min(len(stretches), max(1, ceil(files / OF_SO_MANY)))))


def read_tables(desk: Desk, files: pa.Table, how: HowRead) -> ReadTables:
    """The tables of files that are listed as of `caseload_tables.listed_files`."""
    asked, only = how.asked, how.only

    def by_tables(*untrue: int) -> ReadTables:
        told = caseload_tables(
            desk, on=how.on, country=how.country, stretch=how.stretch, only=only, asked=asked, files=files
        )
        return ReadTables(told, untrue=untrue)

    if asked is None or not covers(asked):
        return by_tables()
    copies = copies_of(desk, files, how.stretch, only)
    if not how.pack and files.num_rows - copies.packed.files > FEW:
        return by_tables()
    if how.hold:
        wrong = untrue(desk, files, copies, SAMPLE)
        if wrong:
            return by_tables(*wrong)
    try:
        copies = with_unpacked(desk, files, copies, how.stretch, only=only, few=FEW)
    except ValueError:
        # One that is too large for a copy: nobody's facts are cut to fit.
        return by_tables()
    return ReadTables(tables_of_copies(desk, files, copies, on=how.on, asked=asked), copies)
