from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from desktop.issuing.desk_keys import keys_at_hand, keys_folder, make_key, new_key
from desktop.issuing.trust import TrustStore, keep_trust, read_trust, trust_folder, trust_of
from desktop.values.errors import OfficeError, Unreachable
from desktop.values.language import Wording

NOW = datetime(2024, 11, 21, 9, tzinfo=UTC)
OFFICE = Wording("مكتب القطيف", "Qatif office")


def test_a_key_comes_back_as_it_was_made_and_for_its_own_office_only(tmp_path: Path) -> None:
    made = make_key(tmp_path / "keys", office="qatif")
    assert keys_at_hand(tmp_path / "keys", office="qatif")[made.id].public_key == made.public_key
    assert keys_at_hand(tmp_path / "keys", office="dammam") == {}
    assert keys_at_hand(tmp_path / "none", office="qatif") == {}


def test_private_keys_are_readable_by_their_user_only_and_never_shown(tmp_path: Path) -> None:
    made = make_key(tmp_path / "keys", office="qatif")
    (file,) = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    assert "PRIVATE" not in repr(made)


@pytest.mark.parametrize("data", [b"", b"{}", b"not json", b'{"format": "yusr-desk-key/1"}'])
def test_a_damaged_key_is_named_with_its_place(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(data)
    with pytest.raises(Unreachable) as refused:
        keys_at_hand(tmp_path, office="qatif")
    assert refused.value.key == "issuing.key_unreadable"
    assert str(tmp_path / "x.json") in str(refused.value)


def test_a_key_whose_private_part_is_broken_is_named_too(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    make_key(folder, office="qatif")
    (file,) = folder.iterdir()
    broken = msgspec.json.decode(file.read_bytes())
    broken["code_key"] = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    file.write_bytes(msgspec.json.encode(broken))
    with pytest.raises(Unreachable):
        keys_at_hand(folder, office="qatif")


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unreachable) as refused:
        make_key(tmp_path / "file", office="qatif")
    assert refused.value.key == "database.read_only"
    key = trust_of(new_key(office="qatif"), office_name=OFFICE, registered=NOW)
    with pytest.raises(Unreachable):
        keep_trust(tmp_path / "file", key)


def test_trust_files_carry_the_public_half_and_nothing_more(tmp_path: Path) -> None:
    key = new_key(office="qatif")
    trust = trust_of(key, office_name=OFFICE, registered=NOW)
    place = keep_trust(tmp_path / "trust", trust)
    assert place.name == f"{key.id}.json"
    assert b"PRIVATE" not in place.read_bytes()
    assert TrustStore.of_folder(tmp_path / "trust").get(key.id) == trust
    assert len(TrustStore.of_folder(tmp_path / "nowhere")) == 0


def test_a_trust_file_whose_id_is_not_its_keys_is_refused(tmp_path: Path) -> None:
    ours, theirs = (trust_of(new_key(office="qatif"), office_name=OFFICE, registered=NOW) for _ in range(2))
    forged = msgspec.structs.replace(ours, public_key=theirs.public_key)
    for data in (msgspec.json.encode(forged), b"", b"[]", msgspec.json.encode({"format": "yusr-trust/1"})):
        with pytest.raises(OfficeError) as refused:
            read_trust(data)
        assert refused.value.key == "issuing.bad_trust"
    (tmp_path / "forged.json").write_bytes(msgspec.json.encode(forged))
    with pytest.raises(Unreachable) as refused:
        TrustStore.of_folder(tmp_path)
    assert "forged.json" in str(refused.value)


def test_keys_and_trust_lie_in_the_users_data_folder(tmp_path: Path) -> None:
    home = tmp_path / "home" / ".local" / "share" / "yusr"
    assert (keys_folder(), trust_folder()) == (home / "keys", home / "trust")
