"""The wall between offices on SQLite, where the database has none: the same declarations, enforced by the session.

PostgreSQL enforces them itself (`postgresql_wall`). Here a person who opens the file with another program is stopped
by nothing but the audit triggers; the wall keeps the program's own reads and writes to what the policies say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ClauseElement, ColumnElement, Executable, Table, and_, event, exists, or_, select
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction, with_loader_criteria
from sqlalchemy.sql.visitors import iterate

from desktop.database.base import Base, OfOffice, Sectioned, is_sectioned, policy_of
from desktop.database.policy import Follows, Section, StaffRole
from desktop.values.errors import OfficeError

SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who a transaction is written for, and what they may see.

    Args:
        staff: login name.
        office: code of the own office, the only one written to.
        roles: what they are there.
        offices: codes of the offices whose rows are read: the own one and, for some roles, those below it.
        sections: sections whose rows are seen.
    """

    staff: str
    office: str
    roles: frozenset[StaffRole]
    sections: frozenset[Section]
    offices: frozenset[str]


def guard(session: Session) -> None:
    """Make a session read and write within its signature; unsigned (before sign-in) it is free to read."""
    event.listen(session, "do_orm_execute", _bound_reads)
    event.listen(session, "before_flush", _bound_writes)


def _bound_reads(state: ORMExecuteState) -> None:
    signature: Signature | None = state.session.info.get(SIGNATURE)
    if signature is None or not state.is_select or state.is_column_load:
        return
    offices, sections = sorted(signature.offices), sorted(signature.sections)
    statement = state.statement.options(
        with_loader_criteria(OfOffice, lambda kind: kind.office.in_(offices), include_aliases=True)
    )
    if set(signature.sections) != set(Section):
        statement = statement.options(
            with_loader_criteria(Sectioned, lambda kind: kind.section.in_(sections), include_aliases=True)
        )
        # Every follower, not those that the state lists: it lists none where only a count of them is selected.
        for mapper, follows in _followers(state):
            statement = statement.options(with_loader_criteria(mapper.class_, _parent_seen(mapper, follows, sections)))
    state.statement = statement


def _followers(state: ORMExecuteState) -> Iterator[tuple[Mapper[Any], Follows]]:
    froms = {table.name for table in _tables(state.statement)}
    for mapper in Base.registry.mappers:
        table = cast(Table, mapper.local_table)
        follows = policy_of(table).follows
        if follows is not None and table.name in froms:
            yield mapper, follows


def _tables(statement: Executable) -> Iterator[Table]:
    """The tables that a statement speaks of, in its subqueries too."""
    return (each for each in iterate(cast(ClauseElement, statement)) if isinstance(each, Table))


def _parent_seen(mapper: Mapper[Any], follows: Follows, sections: list[Section]) -> ColumnElement[bool]:
    child = cast(Table, mapper.local_table)
    whole = child.metadata.tables[follows.parent]
    parent = whole.alias()
    seen: list[ColumnElement[bool]] = [parent.c.office == child.c.office, parent.c.id == child.c[follows.column]]
    if is_sectioned(whole):
        seen.append(parent.c.section.in_(sections))
    return or_(child.c[follows.column].is_(None), exists(select(parent.c.id).where(and_(*seen))))


def _bound_writes(session: Session, _context: UOWTransaction, _instances: object) -> None:
    signature: Signature | None = session.info.get(SIGNATURE)
    if signature is None:
        return
    for rows, verb in ((session.new, "insert"), (session.dirty, "update"), (session.deleted, "delete")):
        for row in rows:
            if verb == "update" and not session.is_modified(row):
                continue
            table = cast(Table, row.__table__)
            allowed: frozenset[StaffRole] = getattr(policy_of(table), verb)
            hidden = isinstance(row, Sectioned) and (row.section or Section.GENERAL) not in signature.sections
            elsewhere = isinstance(row, OfOffice) and row.office != signature.office
            if elsewhere or hidden or not allowed & signature.roles:
                raise OfficeError("database.not_allowed", place=table.name, detail=verb)
