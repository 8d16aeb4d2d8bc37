"""A PostgreSQL office with as many stored files as a bench asks for: some registered by the program, the rest copied.

Registering a million families through the forms' verbs takes a day. A few hundred different ones go that way, so that
whatever registering writes is there; the database then copies their rows under other ids and file numbers, every
reference with them. Search words are not copied: no assessment reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from random import Random
from typing import Any

import msgspec
from invented_households import household_file
from invented_people import ON
from openfisca_stored import RESULTS
from throwaway_postgresql import OWNER, Server, running

from desktop import bootstrap
from desktop.database import upgrade
from desktop.database.engine import open_engine
from desktop.database.policy import Section, StaffRole
from desktop.facts.household_file import HouseholdFile
from desktop.office import service as office
from desktop.office.desk import Desk, SignedIn
from desktop.office.drafts import OfficeDraft, StaffDraft
from desktop.registry import service as registry
from desktop.values.language import Wording

OFFICE, RESEARCHER, SUPERVISOR = "qatif", "sara", "huda"
PASSWORD = "a-password-of-one's-own"
COPIED = (
    "households",
    "household_versions",
    "household_facts",
    "persons",
    "outside_persons",
    "memberships",
    "member_facts",
    "identities",
    "spouses",
    "incomes",
    "assets",
    "absences",
    "shelter_stays",
    "breaches",
)
AT_ONCE = 25
"""Copies of the registered files that one statement makes."""

_GIVEN = ("سارة", "نورة", "منى", "علي", "حسن", "محمد", "عبد الله", "فاطمة", "هدى", "يوسف", "مريم", "سالم")
_FAMILY = ("الأحمد", "العلي", "الصالح", "المطيري", "القحطاني", "الدوسري", "الحربي", "السالم")


@dataclass(frozen=True)
class StoredCaseload:
    """A server with one office; `huda`, a supervisor of both sections, runs the caseload."""

    server: Server
    database: str
    seat: SignedIn
    households: int
    persons: int

    def desk(self, *, reading: bool = False) -> AbstractContextManager[Desk]:
        """A desk of the supervisor on the day of decision."""
        return office.desk(self.seat, reading=reading, clock=_morning)

    @property
    def url(self) -> str:
        """The database as the supervisor connects to it."""
        return self.server.url(self.database, SUPERVISOR, PASSWORD)

    def asked(self, question: str) -> list[tuple[Any, ...]]:
        """A question of the superuser, whom no policy binds."""
        with self.server.superuser(self.database) as connection:
            return list(connection.execute(question).fetchall())

    def forget_results(self) -> None:
        """Empties the tables of results of both sides."""
        with self.server.superuser(self.database) as connection:
            connection.execute("TRUNCATE caseload_runs, caseload_run_ends, caseload_stretches, caseload_results")
            connection.execute(f"TRUNCATE {RESULTS}")


def _morning(_session: object) -> datetime:
    return datetime.combine(ON, time(9), tzinfo=UTC)


@contextmanager
def stored_caseload(households: int, *, registered: int) -> Iterator[StoredCaseload]:
    """An office with so many files, `registered` of them different."""
    with running() as server:
        database = "office"
        with server.superuser() as connection:
            connection.execute(f"CREATE DATABASE {database} OWNER {OWNER}")
        owner = open_engine(server.url(database))
        upgrade.initialise(owner, bootstrap.metadata())
        founder = StaffDraft(OWNER, Wording(OWNER, OWNER), frozenset(), password=PASSWORD)
        draft = OfficeDraft(OFFICE, Wording("مكتب القطيف", "Qatif office"), short_code="QTF")
        office.found_office(owner, draft=draft, first_staff=founder)
        _appoint(office.sign_in(owner, staff=OWNER))
        researcher, supervisor = (
            office.sign_in(open_engine(server.url(database, login, PASSWORD)), staff=login)
            for login in (RESEARCHER, SUPERVISOR)
        )
        _register(researcher, min(registered, households))
        with server.superuser(database) as connection:
            _multiply(connection, min(registered, households), households)
            connection.execute(
                f"CREATE TABLE {RESULTS} (household_id uuid PRIMARY KEY, outcome text, total_minor bigint, codes text)"
            )
            connection.execute(f"GRANT INSERT ON {RESULTS} TO yusr_supervisor")
            connection.execute("VACUUM ANALYZE")
            told = connection.execute("SELECT count(*), sum(member_count) FROM households").fetchone() or (0, 0)
        yield StoredCaseload(server, database, supervisor, int(str(told[0])), int(str(told[1])))


def _appoint(seat: SignedIn) -> None:
    both = frozenset({Section.GENERAL, Section.WOMEN})
    for login, role in ((RESEARCHER, StaffRole.RESEARCHER), (SUPERVISOR, StaffRole.SUPERVISOR)):
        draft = StaffDraft(login, Wording(login, login), frozenset({role}), both, password=PASSWORD)
        with office.desk(seat) as desk:
            office.appoint(desk, draft=draft)


def _register(seat: SignedIn, count: int) -> None:
    for number in range(count):
        with office.desk(seat, clock=_morning) as desk:
            registry.register(desk, draft=_named(number))


def _named(number: int) -> HouseholdFile:
    """An invented household whose people have names."""
    dice, file = Random(number), household_file(number)
    family, father = dice.choice(_FAMILY), dice.choice(_GIVEN[3:7])
    for member in file["members"]:
        member["name"] = {"given": dice.choice(_GIVEN), "father": father, "family": family}
    return msgspec.convert(file, HouseholdFile)


def _multiply(connection: Any, registered: int, households: int) -> None:
    """Copies every row of the registered files, ids and file numbers made anew.

    Triggers rest meanwhile, those of foreign keys too: references are copied with what they lead to.
    """
    connection.execute("SET session_replication_role = replica")
    connection.execute("SET synchronize_seqscans = off")
    for first in range(1, households // registered, AT_ONCE):
        last = min(first + AT_ONCE, households // registered) - 1
        for table in COPIED:
            columns = connection.execute(
                "SELECT quote_ident(column_name), data_type FROM information_schema.columns"
                " WHERE table_schema = 'public' AND table_name = %s ORDER BY ordinal_position",
                (table,),
            ).fetchall()
            told = ", ".join(_copied(name, kind, registered) for name, kind in columns)
            names = ", ".join(name for name, _ in columns)
            original = "file_number" if table == "households" else "household_id"
            which = "" if table == "households" else f"WHERE {original} IN (SELECT id FROM registered_files)"
            if first == 1 and table == "households":
                connection.execute("CREATE TEMP TABLE registered_files AS SELECT * FROM households")
            source = "registered_files" if table == "households" else table
            connection.execute(
                f"INSERT INTO {table} ({names}) SELECT {told}"
                f" FROM generate_series({first}, {last}) turn CROSS JOIN {source} r {which}"
            )
    connection.execute("RESET session_replication_role")


def _copied(name: str, kind: str, registered: int) -> str:
    """How a column is copied: an id keeps its tail, and the turn stands where its first digits told the time."""
    if kind == "uuid":
        return f"(lpad(to_hex(turn), 8, '0') || substr(r.{name}::text, 9))::uuid"
    if name == "file_number":
        return f"left(r.{name}, 9) || lpad((turn * {registered} + substr(r.{name}, 10)::int)::text, 8, '0')"
    return f"r.{name}"
