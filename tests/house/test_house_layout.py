"""Where things stand, how large they may grow and what they may be called."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from checkout import FLOORS, files, imported, python, text, tree

SOFT, HARD = 300, 500
"""Lines: at the first ask whether a file is two subjects, at the second it is."""

OVER_SOFT = {
    "desktop/facts/household_file.py",
    "desktop/facts/member_facts.py",
    "desktop/programmes/language/facts_read.py",
    "tests/database/test_faults.py",
    "tests/reports/sample_papers.py",
}
"""Files that were asked and are one subject. The list only shrinks: split a new file instead of adding it."""

DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc", "mixed"}
CODE = {".py", ".sh"}


def _lines(path: Path) -> int:
    return text(path).count("\n")


def test_no_file_of_code_is_longer_than_five_hundred_lines() -> None:
    assert [str(path) for path in files() if path.suffix in CODE and _lines(path) > HARD] == []


def test_files_over_three_hundred_lines_are_those_on_the_list() -> None:
    long = {str(path) for path in files() if path.suffix in CODE and _lines(path) > SOFT}
    assert long - OVER_SOFT == set(), "split them by noun"
    assert OVER_SOFT - long == set(), "take them off the list"


def test_no_file_or_folder_is_a_drawer() -> None:
    assert [str(path) for path in files() if DRAWERS & {part.partition(".")[0] for part in path.parts}] == []


def test_the_plan_of_the_house_names_every_room() -> None:
    plan = text(Path("ARCHITECTURE.md"))
    rooms = {path.parts[1] for path in python("desktop") if len(path.parts) > 2}
    assert {room for room in rooms if room not in plan} == set()


def test_every_public_module_says_what_it_is_for() -> None:
    silent = [
        str(path)
        for path in python(*FLOORS, "installer")
        if not path.stem.startswith("_") and ast.get_docstring(tree(path)) is None
    ]
    assert silent == []


def test_the_office_knows_neither_windows_nor_paper() -> None:
    faces = {"PySide6", "reportlab", "arabic_reshaper", "bidi"}
    found = {
        str(path) for path in python("desktop", "resources") for name in imported(path) if name.split(".")[0] in faces
    }
    assert found == set()


def test_paper_and_the_command_line_know_no_window() -> None:
    found = {
        str(path)
        for path in python("reports", "ui")
        if path.parts[0] == "reports" or path.parts[1] == "command_line"
        for name in imported(path)
        if name.split(".")[0] == "PySide6"
    }
    assert found == set()


def test_no_file_names_a_place_of_one_machine() -> None:
    # At the beginning of a path: `/members/0/work/status` is a place in a household file.
    place = re.compile(r"(?<![\w}\]])/(?:work|root|home/\w+)/")
    assert [str(path) for path in files() if place.search(text(path))] == []


def test_nothing_is_left_to_be_done_later() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error")
    assert [str(path) for path in python(*FLOORS, "installer", "tests") for mark in marks if mark in text(path)] == []
