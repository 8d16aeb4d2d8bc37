"""The base that every table of the office stands on.

TO ADD A TABLE
1. In your room's `records.py`:

       class Household(OfficeRow, Sectioned, Base):     # Sectioned: the row itself has a section
           __tablename__ = "households"
           __policy__ = Policy(insert=RESEARCHERS, update=RESEARCHERS)
           __audited__ = True
           file_number: Mapped[str]

       class Member(OfficeRow, Base):                   # a child: hangs on its parent by (office, household_id)
           __tablename__ = "members"
           __policy__ = Policy(follows=Follows("households", "household_id"))
           __audited__ = True
           __table_args__ = (*belongs_to("households", "household_id"),)
           household_id: Mapped[UUID]

   `OfficeRow` brings `id` (made by the client), `office`, `version` (optimistic lock) and UNIQUE (office, id). Rows of
   one file carry the file's id themselves and follow it directly: a policy that follows a follower costs twice.
   `__audited__ = True` unless the table is the audit itself. Secrets: `__audit_hides__ = ("column",)`.
   `__keys_together__ = True` only where rows come by the hundred thousand and none is ever changed.
2. Name the module in `desktop/bootstrap.py: RECORD_MODULES`.
3. Write the migration `desktop/database/migrations/versions/NNNN_<room>.py` (next free number, `down_revision` = the
   head). It is sealed: it imports `sqlalchemy` and `alembic` only and never changes once published. Let
   `.venv/bin/python installer/propose_migration.py <room>` write the first draft.
4. Policies, grants and triggers need no migration: they are made anew from these declarations after every upgrade.
5. `pytest tests/database -n0` fails until policy, audit, office column and migration agree.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, cast
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Constraint,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from desktop.database.columns import ByValue, UtcInstant, new_id
from desktop.database.policy import Policy, Section


def _last_column(constraint: Constraint, _table: Table) -> str:
    # Every composite key starts with `office`; the last column is the one that tells keys apart, and keeps names
    # under PostgreSQL's 63 bytes.
    keys = getattr(constraint, "column_keys", None) or [c.name for c in getattr(constraint, "columns", ())]
    return str(list(keys)[-1])


class Base(DeclarativeBase):
    """Every mapped table; one that does not say its policy and its audit cannot be defined (TypeError)."""

    metadata = MetaData(
        naming_convention={
            "last_column": _last_column,
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(last_column)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcInstant(),
        date: Date(),
        UUID: Uuid(),
        str: Text(),
        int: Integer(),
    }

    __policy__: ClassVar[Policy]
    __audited__: ClassVar[bool]
    __audit_hides__: ClassVar[tuple[str, ...]] = ()
    __keys_together__: ClassVar[bool] = False
    """On PostgreSQL the foreign keys of all rows of an INSERT are looked up at once, by the wall and not by
    constraints, which take as long for each key as writing the row does. Rows that may be changed need constraints."""

    def __init_subclass__(cls, **options: Any) -> None:
        if cls.__dict__.get("__abstract__"):
            super().__init_subclass__(**options)
            return
        missing = [name for name in ("__policy__", "__audited__") if name not in cls.__dict__]
        if missing:
            raise TypeError(f"{cls.__name__} lacks {', '.join(missing)}: see TO ADD A TABLE in {__name__}")
        super().__init_subclass__(**options)
        table = cast(Table, cls.__table__)
        table.info.update(policy=cls.__policy__, audited=cls.__audited__, audit_hides=cls.__audit_hides__)
        table.info["keys_together"] = cls.__keys_together__
        if cls.__keys_together__:
            if cls.__policy__.update or cls.__policy__.delete:
                raise TypeError(f"rows of {cls.__name__} may be changed: their keys are no matter of INSERT alone")
            for key in table.foreign_key_constraints:
                key.ddl_if(dialect="sqlite")
        if {"id", "office"} <= set(table.c.keys()):
            table.append_constraint(UniqueConstraint(table.c.office, table.c.id))
        if is_sectioned(table):
            # Policies read the section: a stray value put in with psql would hide a row from everybody.
            table.append_constraint(one_of("section", Section))


class OfOffice:
    """A row of one office; by itself only where a million of them are written at once and none is ever changed."""

    office: Mapped[str] = mapped_column(Text(), sort_order=-2)


class OfficeRow(OfOffice):
    """A row of one office: id made by the client, office code, optimistic version (1 at first)."""

    id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True, default=new_id, sort_order=-3)
    version: Mapped[int] = mapped_column(Integer(), nullable=False, sort_order=-1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


class Sectioned:
    """A row that belongs to one section; the women's is seen by its own staff and by supervisors."""

    section: Mapped[Section] = mapped_column(ByValue(Section), default=Section.GENERAL, sort_order=-1)


def belongs_to(parent: str, column: str) -> tuple[ForeignKeyConstraint, Index]:
    """The key (office, column) → parent (office, id), with its index, for `__table_args__`.

    A plain key on the id alone would accept a parent in another office: keys are checked past all row policies.
    """
    return (
        ForeignKeyConstraint(["office", column], [f"{parent}.office", f"{parent}.id"]),
        Index(None, "office", column),
    )


def one_of(column: str, kind: type[StrEnum]) -> CheckConstraint:
    """A check that a column holds one of an enumeration's values, for columns that policies read."""
    values = ", ".join(f"'{member.value}'" for member in kind)
    return CheckConstraint(f"{column} IN ({values})", name=column)


def policy_of(table: Table) -> Policy:
    """The declared policy of a table; KeyError for a table that is not the office's."""
    return cast(Policy, table.info["policy"])


def is_sectioned(table: Table) -> bool:
    """Whether the rows of a table carry a section of their own."""
    return "section" in table.c


def keys_together(table: Table) -> bool:
    """Whether the foreign keys of a table's rows are looked up for all rows of a statement at once."""
    return bool(table.info.get("keys_together"))


def is_audited(table: Table) -> bool:
    """Whether the triggers write the audit for a table."""
    return bool(table.info["audited"])
