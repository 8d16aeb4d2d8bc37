"""A schema as comparable plain data, read from the database itself."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, inspect


def schema_of(connection: Connection) -> dict[str, dict[str, Any]]:
    inspector = inspect(connection)
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in inspector.get_columns(table)
            },
            "key": (
                inspector.get_pk_constraint(table)["name"],
                tuple(inspector.get_pk_constraint(table)["constrained_columns"]),
            ),
            "foreign keys": {
                key["name"]: (
                    tuple(key["constrained_columns"]),
                    key["referred_table"],
                    tuple(key["referred_columns"]),
                    sorted(key["options"].items()),
                )
                for key in inspector.get_foreign_keys(table)
            },
            "unique": {each["name"]: tuple(each["column_names"]) for each in inspector.get_unique_constraints(table)},
            "checks": {each["name"]: each["sqltext"] for each in inspector.get_check_constraints(table)},
            "indexes": {
                each["name"]: (tuple(each["column_names"]), each["unique"]) for each in inspector.get_indexes(table)
            },
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }
