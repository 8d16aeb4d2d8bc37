"""What every table owes: an office, a policy, a word about audit, and a migration that makes exactly it."""

from __future__ import annotations

import ast
import json
import pkgutil
import sqlite3
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from conftest import Database, House
from schema_of import schema_of
from sqlalchemy import Column, MetaData, Table, Text, text
from sqlalchemy.orm import Mapped

import desktop
from desktop import bootstrap
from desktop.database import upgrade
from desktop.database.base import Base, OfficeRow, is_audited, is_sectioned, keys_together, policy_of
from desktop.database.engine import open_engine
from desktop.database.policy import Policy, Section
from desktop.facts import codes
from desktop.values.errors import Unreachable

TABLES = [pytest.param(table, id=table.name) for table in bootstrap.metadata().sorted_tables]
LOOKED_UP_TOGETHER = [table for table in bootstrap.metadata().sorted_tables if keys_together(table)]
VERSIONS = Path(upgrade.__file__).parent / "migrations" / "versions"
NOT_AUDITED = {"audit_entries", "audit_heads", "caseload_results", "packed_files"}
"""The audit itself, and results of which the audit holds the digest."""


@pytest.mark.parametrize("table", TABLES)
def test_every_table_carries_office_policy_and_audit(table: Table) -> None:
    assert "office" in table.c, "office column"
    assert not table.c.office.nullable
    assert isinstance(policy_of(table), Policy), "__policy__"
    assert is_audited(table) or table.name in NOT_AUDITED, "__audited__ = True"


@pytest.mark.parametrize("table", TABLES)
def test_every_key_between_files_carries_the_office(table: Table) -> None:
    for key in table.foreign_key_constraints:
        assert key.column_keys[0] == "office" or key.referred_table.name == "offices", key.name


@pytest.mark.parametrize("table", TABLES)
def test_a_followed_parent_exists_and_is_no_follower_itself(table: Table) -> None:
    follows = policy_of(table).follows
    if follows is not None:
        parent = Base.metadata.tables[follows.parent]
        assert follows.column in table.c
        assert policy_of(parent).follows is None, "follow the file itself"


@pytest.mark.parametrize("table", TABLES)
def test_a_child_of_a_sectioned_file_is_hidden_with_it(table: Table) -> None:
    parents = {key.referred_table for key in table.foreign_key_constraints if "id" in key.elements[-1].column.key}
    for parent in parents - {table}:
        if is_sectioned(parent):
            follows = policy_of(table).follows
            assert is_sectioned(table) or (follows is not None and follows.parent == parent.name), (
                f"{table.name} shows what {parent.name} hides: Policy(follows=Follows(…)) or Sectioned"
            )


@pytest.mark.parametrize("table", LOOKED_UP_TOGETHER, ids=str)
def test_rows_by_the_hundred_thousand_hang_on_their_file_itself(table: Table) -> None:
    """By that key the wall need not look for the file of each row for those from whom no file is hidden."""
    follows = policy_of(table).follows
    assert follows is not None
    keys = [
        tuple(key.column_keys) for key in table.foreign_key_constraints if key.referred_table.name == follows.parent
    ]
    assert keys == [("office", follows.column)]


def test_a_table_without_a_policy_cannot_be_defined() -> None:
    with pytest.raises(TypeError, match=r"lacks __policy__, __audited__: see TO ADD A TABLE"):

        class Forgotten(OfficeRow, Base):
            __tablename__ = "forgotten"
            name: Mapped[str]

    assert "forgotten" not in Base.metadata.tables


def test_sections_of_the_wall_are_those_of_the_contract() -> None:
    assert {section.value for section in Section} == {section.value for section in codes.Section}


def test_every_records_module_is_gathered() -> None:
    found = {
        module.name
        for module in pkgutil.walk_packages(desktop.__path__, "desktop.")
        if module.name.rpartition(".")[2] == "records" or module.name.rpartition(".")[2].endswith("_records")
    }
    assert found <= set(bootstrap.RECORD_MODULES)


def test_head_equals_the_models(blank_database: Database) -> None:
    with blank_database.owner.begin() as connection:
        bootstrap.metadata().create_all(connection)
        modelled = schema_of(connection)
        bootstrap.metadata().drop_all(connection)
    with upgrade.alone(blank_database.owner) as connection:
        upgrade.migrate(connection, "head")
        migrated = schema_of(connection)
    assert sorted(migrated) == sorted(modelled)
    for table, wanted in modelled.items():
        assert migrated[table] == wanted, f"migration of {table}"


def test_migrations_go_up_and_down_one_by_one_and_leave_the_schema_equal(blank_database: Database) -> None:
    revisions = list(upgrade.versions())
    engine = blank_database.owner
    schemas = []
    for revision in revisions:
        with upgrade.alone(engine) as connection:
            upgrade.migrate(connection, revision)
            schemas.append(schema_of(connection))
    for before, revision in zip([*reversed(schemas[:-1]), {}], [*reversed(revisions[:-1]), "base"], strict=True):
        with upgrade.alone(engine) as connection:
            upgrade.migrate(connection, revision)
            assert schema_of(connection) == before, f"down to {revision}"
    with upgrade.alone(engine) as connection:
        upgrade.migrate(connection, "head")
        assert schema_of(connection) == schemas[-1]


def test_migrations_stand_in_one_line() -> None:
    scripts = ScriptDirectory(str(VERSIONS.parent))
    line = [script.revision for script in scripts.walk_revisions()][::-1]
    assert len(scripts.get_heads()) == 1
    assert tuple(line) == upgrade.versions(), "a migration's file is named after the version that it makes"


@pytest.mark.parametrize("path", sorted(VERSIONS.glob("*.py")), ids=lambda path: path.stem)
def test_migrations_import_nothing_of_ours(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        for name in names:
            assert name.split(".")[0] not in {"desktop", "reports", "ui", "resources"}, name


def test_initialising_again_changes_nothing(qatif: House) -> None:
    engine = qatif.database.owner
    with engine.connect() as connection:
        before = schema_of(connection)
    upgrade.initialise(engine, bootstrap.metadata())
    with engine.connect() as connection:
        assert schema_of(connection) == before
    qatif.appoint("sara")
    with qatif.desk("sara") as desk:
        assert desk.office == "qatif"


@pytest.mark.parametrize("act", [upgrade.check_version, lambda engine: upgrade.initialise(engine, Base.metadata)])
def test_a_newer_database_is_refused(database: Database, act: object) -> None:
    with database.owner.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unreachable) as refused:
        act(database.owner)  # type: ignore[operator]
    assert refused.value.key == "database.newer_than_program"
    assert "9999" in str(refused.value)


def test_an_older_database_is_refused_and_names_the_command(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade, "newest_version", lambda: "9999")
    with pytest.raises(Unreachable) as refused:
        upgrade.check_version(database.owner)
    assert refused.value.key == "database.older_than_program"
    assert "yusr init" in str(refused.value)


def test_a_database_of_something_else_is_left_alone(blank_database: Database) -> None:
    with blank_database.owner.begin() as connection:
        connection.execute(text("CREATE TABLE invoices (number INTEGER)"))
    with pytest.raises(Unreachable) as refused:
        upgrade.initialise(blank_database.owner, bootstrap.metadata())
    assert refused.value.key == "database.not_yusr"
    with pytest.raises(Unreachable) as refused:
        upgrade.check_version(blank_database.owner)
    assert refused.value.key == "database.not_yusr"
    with blank_database.owner.connect() as connection:
        assert list(schema_of(connection)) == ["invoices"]


def test_an_upgrade_that_fails_leaves_the_version_that_stood(
    blank_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the lights went out")

    monkeypatch.setattr(upgrade, "make_walls", fail)
    with pytest.raises(RuntimeError):
        upgrade.initialise(blank_database.owner, bootstrap.metadata())
    with blank_database.owner.connect() as connection:
        assert schema_of(connection) == {}
    assert upgrade.current_version(blank_database.owner) is None


def test_a_row_of_two_hundred_columns_is_told_whole_and_leaves_the_file_readable_to_others(tmp_path: Path) -> None:
    names = [f"fact_{number}" for number in range(200)]
    wide = Table("wide", MetaData(), Column("id", Text(), primary_key=True), Column("office", Text()))
    for name in names:
        wide.append_column(Column(name, Text()))
    wide.info.update(policy=Policy(), audited=True, audit_hides=())
    whole = MetaData()
    for table in (*bootstrap.metadata().sorted_tables, wide):
        table.to_metadata(whole)
    engine = open_engine(f"sqlite:///{tmp_path / 'wide.db'}", create=True)
    with upgrade.alone(engine) as connection:
        upgrade.migrate(connection, "head")
        whole.tables["wide"].create(connection)
        upgrade.make_walls(connection, whole)
        connection.info["pen"].sign(staff="sara", roles="")
        connection.execute(wide.insert().values(id="1", office="qatif", fact_0="first", fact_199="last"))
    engine.dispose()
    stranger = sqlite3.connect(tmp_path / "wide.db")
    ((told,),) = stranger.execute("SELECT after FROM audit_entries").fetchall()
    stranger.close()
    row = json.loads(told)
    assert set(row) == {"id", "office", *names}
    assert (row["fact_0"], row["fact_100"], row["fact_199"]) == ("first", None, "last")
