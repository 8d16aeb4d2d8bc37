"""Puts the office together without a face: which rooms keep records, where the database is, who opens it.

TO ADD A ROOM WITH TABLES: name its records module in `RECORD_MODULES`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, MetaData

from desktop.database import upgrade
from desktop.database.base import Base
from desktop.database.engine import is_sqlite, open_engine
from desktop.database.interrupting import Stop
from desktop.office import health
from desktop.office.answers import OfficeAnswer
from desktop.office.desk import Clock, Desk, SignedIn, database_clock, desk, sign_in
from desktop.office.drafts import OfficeDraft, StaffDraft
from desktop.office.health import Finding
from desktop.office.service import found_office
from desktop.values.errors import Unreachable
from desktop.values.language import Language, Wording

if TYPE_CHECKING:
    from desktop.database.watching import Watch

RECORD_MODULES: tuple[str, ...] = (
    "desktop.database.audit",
    "desktop.office.records",
    "desktop.issuing.records",
    "desktop.notices.records",
    "desktop.registry.records",
    "desktop.registry.fact_records",
    "desktop.registry.list_records",
    "desktop.registry.packed.records",
    "desktop.casework.records",
    "desktop.casework.caseload_records",
    "desktop.empowerment.records",
)
"""Every module that maps tables; in the order of the rooms, lower ones first."""

FIRST_OFFICE = OfficeDraft(code="main", name=Wording("مكتب الضمان الاجتماعي", "Social security office"))
"""The office of a freshly initialised database, renamed in its settings."""


@dataclass(frozen=True, slots=True)
class OpenOffice:
    """A database that somebody signed in to."""

    engine: Engine
    signed_in: SignedIn
    language: Language
    clock: Clock

    def desk(self, *, reading: bool = False, stop: Stop | None = None) -> AbstractContextManager[Desk]:
        """One unit of work: kept whole when the block ends, nothing of it when it raises.

        Args:
            reading: the desk cannot write and waits for no writer.
            stop: by which any thread may break the work off; it then raises `Interrupted`.
        """
        return desk(self.signed_in, reading=reading, language=self.language, clock=self.clock, stop=stop)

    def watch(self, *, answers: Callable[[bool], None], heard: Callable[[], None]) -> Watch:
        """Begin to look after the way to the database; both are called on another thread, see `Watch`."""
        # Imported late: no command watches.
        from desktop.database.watching import Watch

        watch = Watch(self.engine, answers=answers, heard=heard)
        watch.start()
        return watch

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_office(
    url: str | None = None,
    *,
    staff: str | None = None,
    password: str | None = None,
    language: Language = Language.ARABIC,
    clock: Clock = database_clock,
) -> OpenOffice:
    """Open a database of the program's own version and sign in.

    Args:
        url: the address; None for the file in the user's data folder.
        staff: login on SQLite; on PostgreSQL the address names it.
        password: where one is needed.
        language: of the sentences.
        clock: where desks take the day from; the database's own but for demonstrations.

    Raises:
        Unreachable: no database there, or of another version.
        OfficeError: see `sign_in`.
    """
    # Papers and notices are hidden with the file that they follow, by the name of a table in a room above theirs.
    metadata()
    engine = open_engine(url or default_url(), password=password)
    try:
        upgrade.check_version(engine)
        signed_in = sign_in(engine, staff=staff, password=password)
    except BaseException:
        engine.dispose()
        raise
    return OpenOffice(engine, signed_in, language, clock)


def initialise(
    url: str | None = None,
    *,
    staff: str,
    password: str | None = None,
    office: OfficeDraft | None = None,
) -> OfficeAnswer | None:
    """Create or upgrade a database; a new one gets its first office with `staff` as its one person.

    Args:
        url: the address; None for the file in the user's data folder, which is made if need be.
        staff: who initialises: on PostgreSQL the connected role wins.
        password: of the role on PostgreSQL; on SQLite the person's own from now on, None for none.
        office: the first office, `FIRST_OFFICE` unless said.

    Returns:
        The office founded, None where there was one already.

    Raises:
        Unreachable, OfficeError: nothing was created or upgraded.
    """
    if url is None:
        url = default_url()
        make_data_folder()
    engine = open_engine(url, password=password, create=True)
    try:
        upgrade.initialise(engine, metadata())
        if upgrade.has_offices(engine):
            return None
        login = staff if is_sqlite(engine) else str(engine.url.username)
        own_password = password if is_sqlite(engine) else None
        founder = StaffDraft(login=login, name=Wording(login, login), roles=frozenset(), password=own_password)
        return found_office(engine, draft=office or FIRST_OFFICE, first_staff=founder)
    finally:
        engine.dispose()


def examine(url: str | None = None, *, password: str | None = None) -> tuple[Finding, ...]:
    """The check-up behind `yusr doctor`; it finds, it never raises."""
    return health.examine(url or default_url(), metadata(), password=password)


def metadata() -> MetaData:
    """The tables of every room."""
    for name in RECORD_MODULES:
        import_module(name)
    return Base.metadata


def default_url() -> str:
    """`YUSR_DATABASE`, or the file in the user's data folder."""
    return os.environ.get("YUSR_DATABASE") or f"sqlite:///{_data_folder() / 'yusr.db'}"


def make_data_folder() -> None:
    """Make the user's data folder, readable by nobody else; Unreachable `database.read_only` where that fails."""
    try:
        _data_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unreachable("database.read_only", place=str(_data_folder()), detail=error.strerror) from error


def _data_folder() -> Path:
    # Imported late: only who did not say where the database is asks for it.
    from platformdirs import user_data_path

    return user_data_path("yusr", appauthor=False)
