"""Copies of shipped packs that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

SHIPPED = Path(__file__).parents[2] / "resources" / "programmes"


def copied(to: Path, programme: str = "sa.developed") -> Path:
    """A folder of programmes with a copy of one of them."""
    shutil.copytree(SHIPPED / programme, to / programme)
    return to


def change(packs: Path, old: str, new: str, version: str = "2022", file: str = "pack.yaml") -> Path:
    """The folder of a version in which a text stands in the place of another."""
    folder = packs / "sa.developed" / version
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def without_cases(folder: Path) -> Path:
    """The folder of a version with the cases taken away: a hundred households need not be asked to find a fault."""
    (folder / "cases.yaml").unlink()
    return folder
