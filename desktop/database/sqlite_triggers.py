"""Audit triggers of SQLite, generated from the declarations; ordinary ones, since there is a single writer."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, LargeBinary, MetaData, Table, text

from desktop.database.audit import HASHED
from desktop.database.base import is_audited

_PREFIX = "yusr_"
_COLUMNS_A_CALL = 60


def apply_triggers(connection: Connection, metadata: MetaData) -> None:
    """Make the triggers what the declarations say, whatever stood there before."""
    drop_triggers(connection)
    for statement in triggers(metadata).values():
        connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    """Take our triggers off: a migration that rebuilds a table cannot carry them along."""
    for name in standing(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def standing(connection: Connection) -> dict[str, str]:
    """The triggers of ours in the file: name → SQL."""
    found = connection.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'yusr\\_%' ESCAPE '\\'")
    )
    return {str(name): str(sql) for name, sql in found}


def triggers(metadata: MetaData) -> dict[str, str]:
    """The triggers that should stand: name → SQL."""
    made = dict(_GUARDS)
    for table in metadata.sorted_tables:
        if is_audited(table):
            for action in ("insert", "update", "delete"):
                made[f"{_PREFIX}audit_{table.name}_{action}"] = _audit(table, action)
    return made


def _audit(table: Table, action: str) -> str:
    row = "OLD" if action == "delete" else "NEW"
    values = {
        "previous_hash": "coalesce(h.hash, '')",
        "office": f"{row}.office",
        "number": "coalesce(h.number, 0) + 1",
        "at": "yusr_now()",
        "staff": "yusr_staff()",
        "roles": "yusr_roles()",
        "transaction_id": "yusr_transaction()",
        "table_name": f"'{table.name}'",
        "row_id": f"{row}.{next(iter(table.primary_key)).name}",
        "action": f"'{action}'",
        "before": "NULL" if action == "insert" else _row_as_json(table, "OLD"),
        "after": "NULL" if action == "delete" else _row_as_json(table, "NEW"),
    }
    hashed = " || char(31) || ".join(f"coalesce({values[name]}, '')" for name in HASHED)
    chosen = ", ".join(values[name] for name in HASHED)
    return " ".join(
        (
            f'CREATE TRIGGER "{_PREFIX}audit_{table.name}_{action}" AFTER {action.upper()} ON "{table.name}" BEGIN',
            f"INSERT INTO audit_entries ({', '.join(HASHED)}, hash)",
            f"SELECT {chosen}, yusr_sha256({hashed})",
            f"FROM (SELECT 1) LEFT JOIN audit_heads h ON h.office = {row}.office; END",
        )
    )


def _row_as_json(table: Table, row: str) -> str:
    hidden = table.info["audit_hides"]
    written = [c for c in table.columns if c.name not in hidden]
    # A function takes 127 arguments before SQLite 3.48, and a trigger with more makes the whole file unreadable to
    # such a tool. json_patch would be shorter but drops what is null.
    whole = ""
    for start in range(0, len(written), _COLUMNS_A_CALL):
        group = written[start : start + _COLUMNS_A_CALL]
        if not whole:
            values = ", ".join(f"'{c.name}', {_as_json(c, row)}" for c in group)
            whole = f"json_object({values})"
        else:
            values = ", ".join(f"'$.{c.name}', {_as_json(c, row)}" for c in group)
            whole = f"json_set({whole}, {values})"
    return whole


def _as_json(column: Column[object], row: str) -> str:
    value = f'{row}."{column.name}"'
    if isinstance(column.type, Boolean):
        return f"json(CASE {value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)"
    if isinstance(column.type, LargeBinary):
        # The audit keeps proof of a stored paper, not a second copy.
        return f"'sha256:' || yusr_sha256({value})"
    return value


_GUARDS = {
    "yusr_guard_entry_insert": (
        "CREATE TRIGGER yusr_guard_entry_insert BEFORE INSERT ON audit_entries "
        "WHEN NEW.staff IS NOT yusr_staff() OR NEW.previous_hash IS NOT "
        "coalesce((SELECT hash FROM audit_heads WHERE office = NEW.office), '') "
        "BEGIN SELECT RAISE(ABORT, 'the audit is written by triggers only'); END"
    ),
    "yusr_guard_entry_update": (
        "CREATE TRIGGER yusr_guard_entry_update BEFORE UPDATE ON audit_entries "
        "BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END"
    ),
    "yusr_guard_entry_delete": (
        "CREATE TRIGGER yusr_guard_entry_delete BEFORE DELETE ON audit_entries "
        "BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END"
    ),
    "yusr_follow_head": (
        "CREATE TRIGGER yusr_follow_head AFTER INSERT ON audit_entries BEGIN "
        "INSERT INTO audit_heads (office, number, hash) VALUES (NEW.office, NEW.number, NEW.hash) "
        "ON CONFLICT (office) DO UPDATE SET number = excluded.number, hash = excluded.hash; END"
    ),
    "yusr_guard_head_update": (
        "CREATE TRIGGER yusr_guard_head_update BEFORE UPDATE ON audit_heads "
        "WHEN NEW.office IS NOT OLD.office OR NEW.number IS NOT OLD.number + 1 OR NEW.hash IS NOT "
        "(SELECT hash FROM audit_entries WHERE office = NEW.office AND number = NEW.number) "
        "BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END"
    ),
    "yusr_guard_head_delete": (
        "CREATE TRIGGER yusr_guard_head_delete BEFORE DELETE ON audit_heads "
        "BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END"
    ),
}
