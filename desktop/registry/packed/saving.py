"""The packed copy that a file has from the moment at which it is saved."""

from __future__ import annotations

from desktop.office.desk import Desk
from desktop.registry.file_reading import Rows
from desktop.registry.packed.layout import layout_mark
from desktop.registry.packed.one_file import packed_file
from desktop.registry.packed.records import PackedFile
from desktop.registry.records import Household


def keep_copy(desk: Desk, household: Household, believed: Rows) -> None:
    """Keep a copy of what a file says from this version on; of one too large for a copy, runs read the tables.

    Args:
        desk: who saved it.
        household: the record of the file, written with its new version.
        believed: as of `FactWriter.write`, written.
    """
    try:
        cells = packed_file(believed)
    except ValueError:
        return
    _add(desk, household, cells)


def carry_copy_over(desk: Desk, household: Household) -> None:
    """Keep the copy of the version before for one that changed no fact; where there is none, the next run packs it."""
    former = desk.session.get(PackedFile, (household.id, household.version - 1, layout_mark()))
    if former is not None:
        _add(desk, household, former.cells)


def _add(desk: Desk, household: Household, cells: bytes) -> None:
    desk.session.add(
        PackedFile(
            office=household.office,
            household_id=household.id,
            household_version=household.version,
            layout=layout_mark(),
            cells=cells,
        )
    )
    desk.session.flush()
