"""A seal says what the pack beside it says, or is not believed."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from packs_to_spoil import copied

from desktop.programmes.checking.checks import check_pack
from desktop.programmes.language.parsing import parse
from desktop.programmes.packs import sealing
from desktop.programmes.packs.pack import Need
from desktop.programmes.packs.plainness import NAMES_OF_PACKS, NAMES_OF_VERSIONS
from desktop.programmes.packs.sealing import SEAL, open_pack, seal_pack


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return copied(tmp_path)


def sealed(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / SEAL).read_bytes())
    return found


@pytest.mark.parametrize("spoil", ["text", "trees", "content", "sources", "a stranger among the sources", "format"])
def test_a_seal_altered_by_hand_is_not_believed(packs: Path, spoil: str) -> None:
    folder = packs / "sa.developed" / "2022"
    seal_pack(folder)
    seal = (folder / SEAL).read_text("utf-8")
    found = sealed(folder)
    match spoil:
        case "text":
            seal = seal.replace('"1100"', '"9999"')
        case "trees":
            seal = seal.replace('["Binary","<",', '["Binary","<=",')
        case "content":
            seal = seal.replace(str(found["content"]), "0" * 64)
        case "sources":
            seal = json.dumps({**found, "sources": {}})
        case "a stranger among the sources":
            seal = json.dumps({**found, "sources": {**found["sources"], "/etc/passwd": "0"}})  # type: ignore[dict-item]
        case _:
            seal = seal.replace("yusr-seal/3", "yusr-seal/2")
    assert seal != (folder / SEAL).read_text("utf-8")
    (folder / SEAL).unlink()
    unsealed = open_pack(folder)
    (folder / SEAL).write_text(seal, "utf-8")
    opened = open_pack(folder)
    assert (opened.text, dict(opened.trees)) == (unsealed.text, dict(unsealed.trees))


def test_a_forged_seal_is_found_by_the_check_that_derives_it_again(packs: Path) -> None:
    folder = packs / "sa.developed" / "2022"
    seal_pack(folder)
    seal = msgspec.json.decode((folder / SEAL).read_bytes(), type=sealing.Seal)
    trees = {**seal.trees, "criteria/vehicles": parse("TRUE")}
    content = sealing._content(seal.text, trees)
    forged = msgspec.structs.replace(seal, trees=trees, content=content)
    (folder / SEAL).write_bytes(msgspec.json.encode(forged) + b"\n")
    assert "programmes.seal_forged" in {fault.key for fault in check_pack(folder).faults}
    seal_pack(folder)
    assert check_pack(folder).fit


def test_needs_and_sources_are_named_alike() -> None:
    """The names that a seal may hold are those that a pack may state."""
    need = Need(programme="eg.old_pension", version="2022-07")
    assert NAMES_OF_PACKS.fullmatch(need.programme)
    assert NAMES_OF_VERSIONS.fullmatch(need.version)
    assert sealing._SOURCES.fullmatch(f"../../{need.programme}/{need.version}/pack.yaml")
    assert sealing._SOURCES.fullmatch("../2022/../../eg.karama/2020/pack.yaml")
    assert not sealing._SOURCES.fullmatch("../../../etc/pack.yaml")
