"""Every write is told by the database itself, and what was told stays as it was."""

from __future__ import annotations

import hashlib
import json
import sqlite3

import pytest
from conftest import House
from shelf import File, put, put_up
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from desktop.database.audit import AuditEntry
from desktop.database.policy import StaffRole
from desktop.database.session import unit_of_work
from desktop.office import audit
from desktop.office.audit import BadEntry, Fault
from desktop.values.errors import OfficeError

ONLY_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def house(qatif: House) -> House:
    put_up(qatif.database)
    qatif.appoint("sara")
    qatif.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}))
    return qatif


def _a_life(house: House) -> None:
    with house.desk("sara") as desk:
        desk.session.add(File(office="qatif", title="first", secret="hidden", urgent=True, amount=1, paper=b"%PDF"))
    with house.desk("sara") as desk:
        desk.session.scalars(select(File)).one().title = "second"
    with house.desk("huda") as desk:
        desk.session.delete(desk.session.scalars(select(File)).one())


def test_each_insert_update_and_delete_is_told_with_who_and_before_and_after(house: House) -> None:
    _a_life(house)
    with house.desk("huda", reading=True) as desk:
        told = [entry for entry in audit.entries(desk) if entry.table == "shelf_files"][::-1]
        whole = desk.session.scalars(select(AuditEntry).where(AuditEntry.table_name == "shelf_files")).all()
    assert [(entry.action, entry.staff) for entry in told] == [
        ("insert", "sara"),
        ("update", "sara"),
        ("delete", "huda"),
    ]
    inserted, updated, deleted = told
    assert inserted.before is None
    assert inserted.after is not None
    assert (inserted.after["title"], inserted.after["urgent"], inserted.after["amount"]) == ("first", True, 1)
    assert updated.before is not None
    assert updated.after is not None
    assert (updated.before["title"], updated.after["title"]) == ("first", "second")
    assert (updated.before["version"], updated.after["version"]) == (1, 2)
    assert deleted.before is not None
    assert deleted.before["title"] == "second"
    assert deleted.after is None
    assert [entry.roles for entry in whole] == ["researcher", "researcher", "supervisor"]
    assert len({entry.transaction_id for entry in whole}) == 3
    assert all(entry.at.tzinfo is not None for entry in whole)


def test_secrets_stay_out_of_the_audit_and_papers_leave_their_hash(house: House) -> None:
    _a_life(house)
    with house.desk("huda", reading=True) as desk:
        told = [entry for entry in audit.entries(desk) if entry.table == "shelf_files"]
        staff = [entry for entry in audit.entries(desk) if entry.table == "staff"]
    digest = "sha256:" + hashlib.sha256(b"%PDF").hexdigest()
    for entry in told:
        for row in (entry.before, entry.after):
            if row is not None:
                assert "secret" not in row
                assert row["paper"] == digest
    assert staff
    assert not any("password_hash" in (entry.after or {}) for entry in staff)


def test_what_is_rolled_back_is_not_told(house: House) -> None:
    def write_and_overreach() -> None:
        with house.desk("sara") as desk:
            put(desk, File(office="qatif", title="never"))
            audit.entries(desk)

    with pytest.raises(OfficeError):
        write_and_overreach()
    with house.desk("huda", reading=True) as desk:
        assert desk.session.scalars(select(File)).all() == []
        assert not [entry for entry in audit.entries(desk) if entry.table == "shelf_files"]
        assert audit.verify_chain(desk.session, "qatif") is None


def test_an_untouched_chain_verifies(house: House) -> None:
    _a_life(house)
    with house.desk("huda", reading=True) as desk:
        (found,) = audit.verify(desk)
    assert found.bad is None
    assert found.verified >= 6


@pytest.mark.parametrize(
    ("tampering", "fault", "at"),
    [
        ("UPDATE audit_entries SET after = replace(after, 'first', 'forged') WHERE number = {n}", Fault.CHANGED, 0),
        ("UPDATE audit_entries SET staff = 'somebody' WHERE number = {n}", Fault.CHANGED, 0),
        ("UPDATE audit_entries SET at = '2001-01-01 00:00:00.000000' WHERE number = {n}", Fault.CHANGED, 0),
        ("DELETE FROM audit_entries WHERE number = {n}", Fault.MISSING, 0),
        ("DELETE FROM audit_entries WHERE number > {n}", Fault.MISSING, 1),
        ("UPDATE audit_entries SET hash = 'forged' WHERE number = {n}", Fault.CHANGED, 0),
        ("UPDATE audit_heads SET hash = 'forged'", Fault.NOT_LINKED, 2),
    ],
)
def test_an_owner_who_switches_triggers_off_and_tampers_is_found_at_the_entry(
    house: House, tampering: str, fault: Fault, at: int
) -> None:
    _a_life(house)
    with house.desk("huda", reading=True) as desk:
        number = max(entry.number for entry in audit.entries(desk)) - 2
    if house.database.kind == "sqlite":
        path = house.database.url.removeprefix("sqlite:///")
        for engine in house.database.engines:
            engine.dispose()
        owner = sqlite3.connect(path)
        for (name,) in owner.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            owner.execute(f"DROP TRIGGER {name}")
        owner.execute(tampering.format(n=number))
        owner.commit()
        owner.close()
    elif house.database.server is not None:
        with house.database.server.superuser(house.database.name) as superuser:
            superuser.execute(tampering.format(n=number))
    with house.desk("huda", reading=True) as desk:
        assert audit.verify_chain(desk.session, "qatif") == BadEntry("qatif", number + at, fault)


def test_nobody_at_a_desk_can_alter_the_audit(house: House) -> None:
    for statement in (
        "UPDATE audit_entries SET staff = 'x'",
        "DELETE FROM audit_entries",
        "UPDATE audit_heads SET number = 99",
        "DELETE FROM audit_heads",
        "INSERT INTO audit_entries SELECT office, 999, at, 'x', roles, transaction_id, table_name, row_id, action, "
        "before, after, previous_hash, hash FROM audit_entries LIMIT 1",
    ):
        with pytest.raises((OfficeError, DBAPIError)), house.desk("huda") as desk:
            desk.session.execute(text(statement))
    with house.desk("huda", reading=True) as desk:
        assert audit.verify_chain(desk.session, "qatif") is None


def test_a_researcher_may_not_read_the_audit(house: House) -> None:
    with pytest.raises(OfficeError) as refused, house.desk("sara", reading=True) as desk:
        audit.entries(desk)
    assert refused.value.key == "office.not_permitted"
    assert "read the audit" in str(refused.value)


@ONLY_SQLITE
def test_a_strangers_sqlite_shell_cannot_write_unaudited(house: House) -> None:
    house.database.owner.dispose()
    stranger = sqlite3.connect(house.database.url.removeprefix("sqlite:///"))
    assert stranger.execute("SELECT count(*) FROM staff").fetchone() == (3,)
    for statement in ("UPDATE staff SET active = 0", "DELETE FROM settings", "DELETE FROM audit_entries"):
        with pytest.raises(sqlite3.Error):
            stranger.execute(statement)
    stranger.close()


@ONLY_SQLITE
def test_a_connection_that_nobody_signed_cannot_write(house: House) -> None:
    unsigned = pytest.raises(DBAPIError, match="user-defined function raised exception")
    with unsigned, unit_of_work(house.database.owner) as session:
        session.add(File(office="qatif", title="nobody's"))


def test_the_same_row_hashes_the_same_on_both_databases(house: House) -> None:
    """`hash_of` recomputes in Python what SQL computed, Arabic and control characters included."""
    with house.desk("sara") as desk:
        desk.session.add(File(office="qatif", title='أسرة «الستر»\n\t"ى" \\ 100%'))
    with house.desk("huda", reading=True) as desk:
        assert audit.verify_chain(desk.session, "qatif") is None
        last = audit.entries(desk, limit=1)[0]
    assert last.after is not None
    assert json.loads(json.dumps(last.after))["title"] == 'أسرة «الستر»\n\t"ى" \\ 100%'
