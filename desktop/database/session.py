"""The unit of work: one transaction, signed by one member of staff, kept whole or not at all."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from desktop.database.base import OfficeRow
from desktop.database.engine import is_sqlite
from desktop.database.faults import Contended
from desktop.database.interrupting import Stop
from desktop.database.pen import READING, Pen
from desktop.database.session_wall import SIGNATURE, Signature, guard
from desktop.values.errors import OfficeError, StaleFile

T = TypeVar("T")
R = TypeVar("R", bound=OfficeRow)


@contextmanager
def unit_of_work(engine: Engine, *, reading: bool = False, stop: Stop | None = None) -> Iterator[Session]:
    """A session that commits when the block ends and rolls back when it raises.

    Args:
        engine: of the database; on PostgreSQL, connected as the staff member.
        reading: a transaction that cannot write; on SQLite it waits for no writer.
        stop: by which the work may be broken off until the block ends; nothing of it is kept then.

    Raises:
        Interrupted: it was asked to stop, before the block or in it.
        StaleFile: a row was changed or hidden by a colleague since it was read.
        Contended, Unreachable: see `faults`; nothing was written.
    """
    if stop is not None:
        stop.obey()
    with Session(engine, expire_on_commit=False) as session:
        connection = session.connection(execution_options={READING: reading, "postgresql_readonly": reading})
        if is_sqlite(engine):
            guard(session)
        try:
            with nullcontext() if stop is None else stop.over(connection):
                yield session
            session.commit()
        except StaleDataError as error:
            raise StaleFile("database.changed_by_colleague") from error


def sign(session: Session, signature: Signature) -> None:
    """Let the running transaction write for a member of staff; PostgreSQL knows them by their login already."""
    session.info[SIGNATURE] = signature
    connection = session.connection()
    if is_sqlite(connection):
        pen: Pen = connection.info["pen"]
        pen.sign(staff=signature.staff, roles=",".join(sorted(signature.roles)))


def held(session: Session, kind: type[R], row: UUID, *, expected_version: int) -> R:
    """The row, locked until the transaction ends, if it still is at the version that the form was opened with.

    `version_id_col` alone would let a form left open overwrite silently: a new session reads the new version.

    Raises:
        StaleFile: it has another version by now.
        OfficeError: `database.not_found`: no such row, or none that this member of staff may see.
    """
    found = session.scalars(
        select(kind).where(kind.id == row).with_for_update().execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise OfficeError("database.not_found")
    if found.version != expected_version:
        raise StaleFile("database.changed_by_colleague")
    return found


def retried(work: Callable[[], T], *, attempts: int = 4) -> T:
    """The answer of `work`, begun again when colleagues were in its way (deadlock, serialization, lock).

    `work` opens its own unit of work and must have no other effect, since it may run several times.

    Raises:
        Contended: they still were after `attempts` tries.
    """
    for attempt in range(1, attempts):
        try:
            return work()
        except Contended:
            # Spread out, or two desks that met once meet again at the same moment.
            time.sleep(random.uniform(0.02, 0.05) * 2**attempt)  # noqa: S311  # a pause, no secret
    return work()
