from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.exchange.invented import invent, write_files
from desktop.exchange.invented.caseload import encoded
from desktop.values.errors import Unreachable

_PRINT_DIGEST = """
import hashlib
from desktop.exchange.invented import invent
from desktop.exchange.invented.caseload import encoded
print(hashlib.sha256(b"".join(encoded(file) for file in invent(150, seed=42, country="mix"))).hexdigest())
"""

# Whoever changes this line changes what every seed gives, also in reports of faults that name one: say so in the log.
_DIGEST = "7cb55ddc315e4ec7342cefe3ce7adb191ce7145358698bbc1cd3bd3877b3be94"


def _digest() -> str:
    return hashlib.sha256(b"".join(encoded(file) for file in invent(150, seed=42, country="mix"))).hexdigest()


@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_the_same_seed_gives_the_same_bytes_whatever_the_order_of_hashes(hash_seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Asia/Riyadh", "LC_ALL": "C"}
    answer = subprocess.run(
        [sys.executable, "-c", _PRINT_DIGEST], env=environment, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == _digest() == _DIGEST


def test_files_are_numbered_and_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    folder = tmp_path / "new" / "folder"
    assert write_files(5, 9, folder, told.append) == 5
    assert told == [1, 2, 3, 4, 5]
    assert sorted(path.name for path in folder.iterdir()) == [f"{number:06d}.json" for number in range(1, 6)]
    assert (folder / "000003.json").read_bytes() == encoded(list(invent(3, seed=9))[2])


def test_a_second_run_writes_only_what_is_missing_or_torn(tmp_path: Path) -> None:
    folder = tmp_path / "households"
    write_files(6, 9, folder)
    whole = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / "000002.json").unlink()
    (folder / "000005.json").write_bytes(b"{")
    (folder / "letter.txt").write_text("of the office")
    assert write_files(6, 9, folder) == 2
    assert write_files(6, 9, folder) == 0
    assert {path.name: path.read_bytes() for path in folder.glob("*.json")} == whole
    assert (folder / "letter.txt").read_text() == "of the office"


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unreachable) as refused:
        write_files(1, 1, tmp_path / "file" / "folder")
    assert "file" in str(refused.value)


def test_an_office_is_written_only_when_it_is_named() -> None:
    assert "office" not in next(invent(1, seed=1))["household"]
    assert next(invent(1, seed=1, office="qatif"))["household"]["office"] == "qatif"
