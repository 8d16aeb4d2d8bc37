"""What the locks and the copies of others' contracts must be."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from checkout import ROOT, text

LOCKS = ("requirements.lock", "installer/bench.lock")
_REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?P<rest>.*)$")


def _requirements(lock: str) -> dict[str, list[str]]:
    """The lines that follow every pinned library, by its name."""
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    for line in text(Path(lock)).splitlines():
        pinned = _REQUIREMENT.match(line)
        if pinned:
            rows = found.setdefault(pinned["name"], [])
        else:
            rows.append(line.strip(" \\"))
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_library_by_hashes_and_says_nothing_else(lock: str) -> None:
    requirements = _requirements(lock)
    assert len(requirements) > 50
    for name, rows in requirements.items():
        assert rows, name
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", row) for row in rows), name


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock: str) -> None:
    assert "://" not in text(Path(lock))
    assert "index-url" not in text(Path(lock))


def test_the_lock_covers_every_library_that_the_project_asks_for() -> None:
    project = tomllib.loads(text(Path("pyproject.toml")))["project"]
    locked = _requirements("requirements.lock")
    extras = project["optional-dependencies"]
    for asked in [*project["dependencies"], *extras["dev"], *extras["arrow"], *extras["cluster"]]:
        name = re.split(r"[\[<>=!~; ]", asked)[0]
        assert name in locked, asked


def test_both_locks_agree_on_the_version_of_every_library_of_the_product() -> None:
    product, bench = (dict(re.findall(r"^(\S+)==(\S+)", text(Path(lock)), re.MULTILINE)) for lock in LOCKS)
    assert {name for name in product.keys() & bench.keys() if product[name] != bench[name]} == set()


def test_the_contracts_that_we_ship_are_those_that_others_read() -> None:
    ours = {path.name: path.read_bytes() for path in (ROOT / "resources/contracts").glob("*.json")}
    assert len(ours) == 4
    theirs = ROOT.parent / "shared" / "contracts"
    # Beside a clone that stands alone there is nothing to compare with.
    assert not theirs.is_dir() or ours == {path.name: path.read_bytes() for path in theirs.glob("*.json")}
