"""From nothing to a desk, and the check-up of what stands there."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from conftest import Database, House
from throwaway_postgresql import OWNER_PASSWORD, Server

from desktop import bootstrap
from desktop.database.engine import open_engine
from desktop.office import audit, service, settings
from desktop.office.drafts import OfficeDraft
from desktop.office.health import Finding
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

ONLY_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_a_freshly_initialised_file_is_usable_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'office.db'}"
    founded = bootstrap.initialise(url, staff="sara")
    assert founded is not None
    assert founded.code == bootstrap.FIRST_OFFICE.code
    office = bootstrap.open_office(url, staff="sara")
    with office.desk() as desk:
        assert desk.staff.roles == service.FOUNDER_ROLES
        assert settings.setting(desk, key=service.ONE_PERSON_EXCEPTION) == {"staff": "sara"}
        assert {entry.table for entry in audit.entries(desk)} == {"offices", "staff", "settings"}
    office.close()


def test_initialising_twice_founds_one_office(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'office.db'}"
    assert bootstrap.initialise(url, staff="sara") is not None
    assert bootstrap.initialise(url, staff="nura") is None


def test_the_default_database_stands_in_the_users_data_folder(tmp_path: Path) -> None:
    bootstrap.initialise(staff="sara")
    path = tmp_path / "home" / ".local" / "share" / "yusr" / "yusr.db"
    assert bootstrap.default_url() == f"sqlite:///{path}"
    assert path.exists()
    assert path.parent.stat().st_mode & 0o077 == 0


def test_the_environment_names_another_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUSR_DATABASE", "postgresql://sara@server/office")
    assert bootstrap.default_url() == "postgresql://sara@server/office"


@pytest.mark.postgresql
@pytest.mark.parametrize("owner", ["keeper", "postgres"])
def test_a_fresh_server_database_is_usable_at_once_by_its_owner(
    blank_database: Database, postgresql: Server, owner: str
) -> None:
    if blank_database.server is None:
        return
    url = blank_database.url
    if owner == "postgres":
        with postgresql.superuser() as superuser:
            superuser.execute(f"ALTER ROLE postgres PASSWORD '{OWNER_PASSWORD}'")
        url = postgresql.url(blank_database.name, "postgres")
    draft = OfficeDraft("qatif", Wording("القطيف", "Qatif"), short_code="QTF")
    assert bootstrap.initialise(url, staff="ignored", office=draft) is not None
    office = bootstrap.open_office(url)
    with office.desk() as desk:
        assert desk.staff.login == owner
        assert audit.verify_chain(desk.session, "qatif") is None
    office.close()
    with postgresql.superuser(blank_database.name) as superuser:
        loose = superuser.execute(
            "SELECT has_database_privilege('public', current_database(), 'CONNECT'), "
            "has_schema_privilege('public', 'public', 'CREATE')"
        ).fetchone()
        assert loose == (False, False)


def test_an_office_that_is_not_there_yet_says_so(database: Database) -> None:
    with pytest.raises(OfficeError) as refused:
        bootstrap.open_office(database.url, staff="sara" if database.kind == "sqlite" else None)
    assert refused.value.key == "office.unknown_staff"


def _by_subject(findings: tuple[Finding, ...]) -> dict[str, bool]:
    return {finding.subject: finding.ok for finding in findings}


def test_a_sound_office_has_nothing_to_complain_of(qatif: House) -> None:
    qatif.appoint("sara")
    found = bootstrap.examine(qatif.database.url)
    assert [finding for finding in found if not finding.ok] == []
    expected = {"python", "fonts", "database", "version", "walls", "clock", "audit"}
    if qatif.database.kind == "sqlite":
        expected |= {"folder", "disk", "integrity"}
    assert set(_by_subject(found)) == expected


def test_an_address_without_a_database_is_found_out(tmp_path: Path) -> None:
    for url in (f"sqlite:///{tmp_path}/office.db", "nonsense"):
        found = _by_subject(bootstrap.examine(url))
        assert found["database"] is False
        assert found["python"] is True


@ONLY_SQLITE
def test_triggers_that_were_taken_off_and_entries_that_were_changed_are_found_out(qatif: House) -> None:
    qatif.database.owner.dispose()
    owner = sqlite3.connect(qatif.database.url.removeprefix("sqlite:///"))
    owner.execute("DROP TRIGGER yusr_guard_entry_update")
    owner.execute("UPDATE audit_entries SET staff = 'somebody' WHERE number = 2")
    owner.commit()
    owner.close()
    found = bootstrap.examine(qatif.database.url)
    assert {subject for subject, ok in _by_subject(found).items() if not ok} == {"walls", "audit"}
    (told,) = [finding.said for finding in found if finding.subject == "audit"]
    assert "2" in told.ar
    assert "2" in told.en


@ONLY_SQLITE
def test_a_damaged_file_is_found_out(qatif: House, tmp_path: Path) -> None:
    qatif.database.owner.dispose()
    path = tmp_path / "damaged.db"
    shutil.copy(qatif.database.url.removeprefix("sqlite:///"), path)
    whole = bytearray(path.read_bytes())
    page = 4096
    # Every page but the header and the list of tables loses its middle.
    for start in range(page * 3, len(whole), page):
        whole[start : start + 600] = b"\xff" * 600
    path.write_bytes(whole)
    found = bootstrap.examine(f"sqlite:///{path}")
    assert [finding for finding in found if not finding.ok]


def test_a_database_is_not_opened_by_a_url_with_two_meanings(tmp_path: Path) -> None:
    with pytest.raises(OfficeError) as refused:
        open_engine(f"sqlite:///file:{tmp_path}/office.db?mode=memory&uri=true", create=True)
    assert refused.value.key == "database.bad_address"
