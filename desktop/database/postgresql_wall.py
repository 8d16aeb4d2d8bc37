"""PostgreSQL's wall, generated from the declarations: group roles, grants, row policies, audit triggers.

Everything here is made anew after each upgrade, in the upgrade's own transaction, and may run any number of times.
A stranger with `psql` and a clerk's password sees and can do no more than the clerk at the desk.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, ForeignKeyConstraint, LargeBinary, MetaData, Table, text

from desktop.database.base import is_audited, is_sectioned, keys_together, policy_of
from desktop.database.policy import Follows, StaffRole
from desktop.database.postgresql_functions import FUNCTIONS

STAFF = "yusr_staff"
"""The group that every staff login belongs to; the groups of single roles are `yusr_<role>`."""


def apply_policies(connection: Connection, metadata: MetaData) -> None:
    """Make roles, grants, policies and triggers what the declarations say, whatever stood there before."""
    for group in (STAFF, *(group_of(role) for role in StaffRole)):
        _make_group(connection, group)
    _run(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC", f"GRANT USAGE ON SCHEMA public TO {STAFF}")
    database = connection.scalar(text("SELECT quote_ident(current_database())"))
    _run(
        connection,
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {STAFF}",
        f"GRANT SELECT ON alembic_version TO {STAFF}",
    )
    _run(connection, *FUNCTIONS)
    for table in metadata.sorted_tables:
        _run(connection, *_wall(table, owner=_owner(connection, table)))
        _run(connection, *_audit(table))
        _run(connection, *_keys_together(table))
    if "staff" in metadata.tables:
        _run(
            connection,
            "DROP TRIGGER IF EXISTS yusr_seat ON staff",
            "CREATE TRIGGER yusr_seat AFTER INSERT OR UPDATE ON staff FOR EACH ROW EXECUTE FUNCTION yusr_seat()",
        )


def drop_triggers(connection: Connection) -> None:
    """Take the audit triggers off: a table with deferred events waiting cannot be altered in the same transaction."""
    for table in connection.scalars(
        text("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'yusr_audit'")
    ).all():
        connection.exec_driver_sql(f"DROP TRIGGER yusr_audit ON {table}")


def group_of(role: StaffRole) -> str:
    """The group role of an office role."""
    return f"yusr_{role.value}"


def _make_group(connection: Connection, group: str) -> None:
    # Two databases of one server may be made at the same moment: the other one's role is as good as ours.
    _run(
        connection,
        f"DO $$ BEGIN CREATE ROLE {group} NOLOGIN; "
        "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$",
    )


def _owner(connection: Connection, table: Table) -> str:
    return str(
        connection.scalar(
            text("SELECT quote_ident(tableowner) FROM pg_tables WHERE schemaname = 'public' AND tablename = :name"),
            {"name": table.name},
        )
    )


def _wall(table: Table, *, owner: str) -> list[str]:
    policy = policy_of(table)
    name = f'public."{table.name}"'
    statements = [
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY",
        f"REVOKE ALL ON {name} FROM PUBLIC, {STAFF}, {', '.join(group_of(role) for role in StaffRole)}",
        f"DROP POLICY IF EXISTS yusr_owner ON {name}",
    ]
    if policy.kept_by_owner:
        statements.append(f"CREATE POLICY yusr_owner ON {name} TO {owner} USING (true) WITH CHECK (true)")
    statements.append(f"DROP POLICY IF EXISTS yusr_own_row ON {name}")
    if policy.own_row is not None:
        statements += [
            f"GRANT SELECT ON {name} TO {STAFF}",
            f"CREATE POLICY yusr_own_row ON {name} FOR SELECT TO {STAFF} USING ({policy.own_row} = session_user::text)",
        ]
    seen, own = _rows(table)
    for verb, roles, clause in (
        ("select", policy.read, f"USING ({seen} AND {{role}})"),
        ("insert", policy.insert, f"WITH CHECK ({own} AND {{role}})"),
        ("update", policy.update, f"USING ({own} AND {{role}}) WITH CHECK ({own} AND {{role}})"),
        ("delete", policy.delete, f"USING ({own} AND {{role}})"),
    ):
        statements.append(f"DROP POLICY IF EXISTS yusr_{verb} ON {name}")
        if not roles:
            continue
        groups = ", ".join(sorted(group_of(role) for role in roles))
        # Group roles belong to the whole server; the office's own staff table has the last word.
        holds = _holds(roles)
        statements += [
            f"GRANT {verb.upper()} ON {name} TO {groups}",
            f"CREATE POLICY yusr_{verb} ON {name} FOR {verb.upper()} TO {groups} {clause.format(role=holds)}",
        ]
    return statements


def _holds(roles: Iterable[StaffRole]) -> str:
    # (SELECT f()) is evaluated once a query, a bare f() once a row; so is what is compared with it inside.
    told = ", ".join(f"'{role.value}'" for role in sorted(roles))
    return f"(SELECT yusr_roles() && ARRAY[{told}])"


def _rows(table: Table) -> tuple[str, str]:
    also = ""
    if is_sectioned(table):
        also += " AND section = ANY ((SELECT yusr_sections())::text[])"
    follows = policy_of(table).follows
    if follows is not None:
        also += f" AND ({_followed(table, follows)})"
    return (
        f"office = ANY ((SELECT yusr_offices())::text[]){also}",
        f"office = (SELECT yusr_office()){also}",
    )


def _followed(table: Table, follows: Follows) -> str:
    """Whether the parent is seen; asked of those who might not see it, where a foreign key says that it is there."""
    child, column = f'"{table.name}"', f'"{follows.column}"'
    seen = [f"{column} IS NULL"] if table.c[follows.column].nullable else []
    parent = table.metadata.tables[follows.parent]
    whole = policy_of(parent).whole & policy_of(parent).read
    keys = [(parent.c.office, table.c.office), (parent.c.id, table.c[follows.column])]
    if whole and any({(each.column, each.parent) for each in key.elements} == set(keys) for key in _keys(table)):
        seen.append(_holds(whole))
    seen.append(
        f'EXISTS (SELECT 1 FROM public."{follows.parent}" parent'
        f" WHERE parent.office = {child}.office AND parent.id = {child}.{column})"
    )
    return " OR ".join(seen)


def _keys(table: Table) -> Iterable[ForeignKeyConstraint]:
    # One that is checked at commit lets a row stand that hangs on nothing until then.
    return (each for each in table.foreign_key_constraints if not each.deferrable)


def _audit(table: Table) -> list[str]:
    name = f'public."{table.name}"'
    statements = [f"DROP TRIGGER IF EXISTS yusr_audit ON {name}"]
    if is_audited(table):
        key = next(iter(table.primary_key)).name
        hidden = ",".join(table.info["audit_hides"])
        binary = ",".join(c.name for c in table.columns if isinstance(c.type, LargeBinary))
        # Deferred: the head of the chain is locked at commit only. An immediate trigger deadlocks as soon as
        # a transaction locks another row after its first audited write.
        statements.append(
            f"CREATE CONSTRAINT TRIGGER yusr_audit AFTER INSERT OR UPDATE OR DELETE ON {name} "
            f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
            f"EXECUTE FUNCTION yusr_audit('{key}', '{hidden}', '{binary}')"
        )
    return statements


def _keys_together(table: Table) -> list[str]:
    """What looks up the parents of all rows of an INSERT, as whoever writes: a parent that they do not see is none."""
    name = f"yusr_keys_{table.name}"
    statements = [f'DROP TRIGGER IF EXISTS yusr_keys ON public."{table.name}"']
    if not keys_together(table):
        return statements
    missing = " OR ".join(
        f"EXISTS (SELECT FROM (SELECT DISTINCT {', '.join(key.column_keys)} FROM told) told WHERE NOT EXISTS ("
        f'SELECT FROM public."{key.referred_table.name}" parent WHERE '
        + " AND ".join(f"parent.{each.column.name} = told.{each.parent.name}" for each in key.elements)
        + "))"
        for key in sorted(table.foreign_key_constraints, key=lambda key: str(key.name))
    )
    return [
        *statements,
        f"CREATE OR REPLACE FUNCTION public.{name}() RETURNS trigger LANGUAGE plpgsql "
        f"SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN IF {missing} THEN "
        f"RAISE foreign_key_violation USING MESSAGE = 'a row of {table.name} hangs on nothing'; "
        "END IF; RETURN NULL; END $$",
        f"REVOKE ALL ON FUNCTION public.{name}() FROM PUBLIC",
        f'CREATE TRIGGER yusr_keys AFTER INSERT ON public."{table.name}" REFERENCING NEW TABLE AS told '
        f"FOR EACH STATEMENT EXECUTE FUNCTION public.{name}()",
    ]


def _run(connection: Connection, *statements: str) -> None:
    for statement in statements:
        # psycopg reads a bare % as a placeholder.
        connection.exec_driver_sql(statement.replace("%", "%%"))
