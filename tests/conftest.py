"""What every test may ask for.

| fixture | is |
|---|---|
| `blank_database` | one that holds nothing yet |
| `database` | a migrated, empty database of the test's own; on SQLite and again on PostgreSQL |
| `qatif` | the same with the office of Qatif founded: `qatif.appoint("sara", …)`, `with qatif.desk("sara") as desk:` |
| `desk` | a desk in Qatif of a researcher who is no owner, open during the test; rolled back at its end |
| `postgresql` | the throw-away server itself |
| `sit`, `look_worn` | the window: see window_house.py |

A test runs on one database only by `@pytest.mark.parametrize("database", ["sqlite"], indirect=True)`.
`at(date)` gives a clock for `qatif.desk(…, clock=at(date(2024, 5, 1)))`.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path
from uuid import uuid4

# Before anything of Qt is imported: without a display it would end the process, with one it would flash windows.
# The screen is that of an office; Qt's own of 800 pixels would squeeze every window.
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).parent / 'offscreen.json'}"

import cheap_passwords
import compiled_once
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session
from throwaway_postgresql import OWNER, Server, running

from desktop import bootstrap
from desktop.database import upgrade
from desktop.database.engine import open_engine
from desktop.database.policy import Section, StaffRole
from desktop.office import service as office
from desktop.office.answers import StaffAnswer
from desktop.office.desk import Clock, Desk, SignedIn, database_clock
from desktop.office.drafts import OfficeDraft, StaffDraft
from desktop.values.language import Wording

pytest_plugins = ["window_house"]
compiled_once.share()
cheap_passwords.share()

PASSWORD = "a-password-of-one's-own"
RESEARCHER = frozenset({StaffRole.RESEARCHER})

_numbers = count(1)


def pytest_collection_finish() -> None:
    """Let the collector leave alone what stays until the end, and look less often: it took a fourteenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or leaves anything in the home of whoever runs it."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_STATE_HOME", ".local/state"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    for name in [name for name in os.environ if name.startswith(("YUSR_", "PG"))]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    with running() as server:
        yield server


@dataclass
class Database:
    """A migrated database of one test."""

    kind: str
    url: str
    server: Server | None = None
    engines: list[Engine] = field(default_factory=list)

    def open(self, login: str | None = None, password: str | None = None) -> Engine:
        """An engine: the owner's, or on PostgreSQL that of a staff login over TCP with SCRAM."""
        url = self.url
        if self.server is not None and login is not None and login != OWNER:
            url = self.server.url(self.name, login, password or PASSWORD)
        engine = open_engine(url)
        self.engines.append(engine)
        return engine

    @property
    def name(self) -> str:
        return self.url.rpartition("/")[2]

    @property
    def password(self) -> str | None:
        """What staff of this database are appointed with."""
        return None if self.kind == "sqlite" else PASSWORD

    @property
    def owner(self) -> Engine:
        """The owner's engine, always the same."""
        return self.engines[0] if self.engines else self.open()

    def past_every_wall(self, statement: str) -> None:
        """What somebody does to the tables with the file or the server in hand."""
        if self.server is not None:
            with self.server.superuser(self.name) as connection:
                connection.execute(statement)
        else:
            with self.owner.begin() as connection:
                connection.execute(text(statement))


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.db"
    engine = open_engine(f"sqlite:///{path}", create=True)
    upgrade.initialise(engine, bootstrap.metadata())
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def _postgresql_template(postgresql: Server) -> str:
    with postgresql.superuser() as connection:
        connection.execute(f"CREATE DATABASE template_office OWNER {OWNER}")
    engine = open_engine(postgresql.url("template_office"))
    upgrade.initialise(engine, bootstrap.metadata())
    engine.dispose()
    return "template_office"


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=BOTH)
def blank_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database that holds nothing yet; on SQLite the file itself is missing."""
    if request.param == "sqlite":
        made = Database("sqlite", f"sqlite:///{tmp_path / 'blank.db'}")
        made.engines.append(open_engine(made.url, create=True))
        yield made
        _close(made)
        return
    server: Server = request.getfixturevalue("postgresql")
    name = f"blank_{next(_numbers)}"
    with server.superuser() as connection:
        connection.execute(f"CREATE DATABASE {name} OWNER {OWNER}")
    made = Database("postgresql", server.url(name), server)
    try:
        yield made
    finally:
        _close(made)
        forget(server, name)


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        path = tmp_path / "office.db"
        shutil.copy(request.getfixturevalue("_sqlite_template"), path)
        made = Database("sqlite", f"sqlite:///{path}")
        yield made
        _close(made)
        return
    server: Server = request.getfixturevalue("postgresql")
    template = request.getfixturevalue("_postgresql_template")
    name = f"office_{next(_numbers)}"
    server.copy(template, name)
    made = Database("postgresql", server.url(name), server)
    try:
        yield made
    finally:
        _close(made)
        forget(server, name)


def forget(server: Server, name: str) -> None:
    """Drop a test's database and the staff roles that it made; roles belong to the whole server."""
    with server.superuser() as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        for (role,) in connection.execute(
            "SELECT quote_ident(r.rolname) FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid "
            "JOIN pg_roles r ON r.oid = m.member "
            "WHERE g.rolname = 'yusr_staff' AND NOT r.rolcreaterole AND NOT r.rolsuper"
        ).fetchall():
            connection.execute(f"DROP ROLE {role}")


def _close(database: Database) -> None:
    for engine in database.engines:
        engine.dispose()


@dataclass
class House:
    """An office of a test, with staff to be appointed as needed; on PostgreSQL every one has PASSWORD.

    On SQLite they have none: each hash costs a tenth of a second by design, and so does each sign-in.
    """

    database: Database
    code: str
    founder: str
    seats: dict[str, SignedIn] = field(default_factory=dict)

    def appoint(
        self,
        login: str,
        *,
        roles: frozenset[StaffRole] = RESEARCHER,
        sections: frozenset[Section] = frozenset({Section.GENERAL}),
    ) -> StaffAnswer:
        draft = StaffDraft(login, Wording(login, login), roles, sections, password=self.database.password)
        with self.desk(self.founder) as desk:
            return office.appoint(desk, draft=draft).answer

    def sign_in(self, login: str) -> SignedIn:
        if login not in self.seats:
            engine = self.database.owner if self.database.kind == "sqlite" else self.database.open(login)
            self.seats[login] = office.sign_in(engine, staff=login)
        return self.seats[login]

    def desk(self, login: str, *, reading: bool = False, clock: Clock = database_clock) -> AbstractContextManager[Desk]:
        return office.desk(self.sign_in(login), reading=reading, clock=clock)


@pytest.fixture
def found(database: Database) -> Callable[..., House]:
    """`found("qatif", "QTF")`: an office founded by the owner; later ones `found("dammam", "DMM", founder="…")`."""

    def founding(code: str, short_code: str, *, founder: str = OWNER, parent: str | None = None) -> House:
        office.found_office(
            database.owner,
            draft=OfficeDraft(code, Wording(code, code), short_code=short_code, parent=parent),
            first_staff=StaffDraft(founder, Wording(founder, founder), frozenset(), password=database.password),
        )
        return House(database, code, founder)

    return founding


@pytest.fixture
def qatif(found: Callable[..., House]) -> House:
    return found("qatif", "QTF")


@pytest.fixture
def desk(qatif: House) -> Iterator[Desk]:
    qatif.appoint("sara")
    with _undone(qatif.desk("sara")) as opened:
        yield opened


class _UndoError(Exception):
    pass


@contextmanager
def _undone(opened: AbstractContextManager[Desk]) -> Iterator[Desk]:
    try:
        with opened as desk:
            yield desk
            raise _UndoError
    except _UndoError:
        pass


def at(day: date) -> Clock:
    """A clock that stands at nine in the morning UTC of a day."""

    def clock(_session: Session) -> datetime:
        return datetime.combine(day, time(9), tzinfo=UTC)

    return clock


def unique(stem: str) -> str:
    """A name that no other test of any worker has."""
    return f"{stem}_{uuid4().hex[:12]}"
