"""A PostgreSQL office with as many stored files as a bench asks for: some registered by the program, the rest copied.

Registering a million families through the forms' verbs takes a day. A few hundred different ones go that way, so that
whatever registering writes is there; the database then copies their rows under other ids and file numbers, every
reference with them; packed copies know members by number. Search words are not copied: no assessment reads them.
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
    "packed_files",
)

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

    def count_results(self) -> None:
        """Lets the server know how many results there are: it looks up each of a million by itself otherwise."""
        with self.server.superuser(self.database) as connection:
            connection.execute(f"ANALYZE caseload_results, {RESULTS}")

    def forget_copies(self) -> None:
        """Empties the table of packed copies, as where files were brought from elsewhere."""
        with self.server.superuser(self.database) as connection:
            connection.execute("TRUNCATE packed_files")

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
            _make_room(connection)
            connection.execute("VACUUM ANALYZE")
            told = connection.execute("SELECT count(*), sum(member_count) FROM households").fetchone() or (0, 0)
        yield StoredCaseload(server, database, supervisor, int(str(told[0])), int(str(told[1])))


def _make_room(connection: Any) -> None:
    """A table for what OpenFisca's side finds: behind the wall that ours stands behind, and hanging on files like it.

    Who may see a family's file may see what it came to, and nobody else: an office cannot keep it otherwise.
    """
    connection.execute(
        f"CREATE TABLE {RESULTS} (office text, household_id uuid PRIMARY KEY, outcome text, total_minor bigint,"
        " codes text)"
    )
    connection.execute(f"ALTER TABLE {RESULTS} OWNER TO {OWNER}")
    for statement in (
        f"ALTER TABLE {RESULTS} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {RESULTS} FORCE ROW LEVEL SECURITY",
        f"GRANT SELECT, INSERT ON {RESULTS} TO yusr_supervisor",
    ):
        connection.execute(statement)
    policies = connection.execute(
        "SELECT cmd, qual, with_check FROM pg_policies"
        " WHERE tablename = 'caseload_results' AND cmd IN ('SELECT', 'INSERT')"
    ).fetchall()
    for verb, seen, written in policies:
        clause = f"USING ({seen})" if seen else f"WITH CHECK ({written})"
        clause = clause.replace("caseload_results.", f"{RESULTS}.")
        connection.execute(f"CREATE POLICY yusr_{verb.lower()} ON {RESULTS} FOR {verb} TO yusr_supervisor {clause}")
    # The files of all rows of a statement at once, as ours are looked up.
    connection.execute(
        f"CREATE FUNCTION yusr_keys_{RESULTS}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public"
        " AS $$ BEGIN IF EXISTS (SELECT FROM told WHERE NOT EXISTS (SELECT FROM public.households parent WHERE"
        " parent.office = told.office AND parent.id = told.household_id)) THEN RAISE foreign_key_violation; END IF;"
        " RETURN NULL; END $$"
    )
    connection.execute(
        f"CREATE TRIGGER yusr_keys AFTER INSERT ON {RESULTS} REFERENCING NEW TABLE AS told"
        f" FOR EACH STATEMENT EXECUTE FUNCTION yusr_keys_{RESULTS}()"
    )


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

    Triggers rest meanwhile, and keys and indexes are built again of all rows at once: a million files take minutes so,
    and hours otherwise.
    """
    turns = households // registered - 1
    if turns < 1:
        return
    connection.execute("SET session_replication_role = replica")
    connection.execute("SET synchronize_seqscans = off")
    connection.execute("SET maintenance_work_mem = '512MB'")
    with _without_keys(connection):
        connection.execute("CREATE TEMP TABLE registered_files AS SELECT * FROM households")
        for table in COPIED:
            columns = connection.execute(
                "SELECT quote_ident(column_name), data_type FROM information_schema.columns"
                " WHERE table_schema = 'public' AND table_name = %s ORDER BY ordinal_position",
                (table,),
            ).fetchall()
            told = ", ".join(_copied(name, kind, registered) for name, kind in columns)
            names = ", ".join(name for name, _ in columns)
            # As wide rows stand where the program writes them: squeezed here, they would be copied squeezed.
            wide = "WITH (toast_tuple_target = 8160)"
            connection.execute(f"CREATE TEMP TABLE registered_rows {wide} AS SELECT * FROM {table}")
            # Turn by turn, in the order in which the program wrote them: whatever is of one file lies together.
            connection.execute(
                f"INSERT INTO {table} ({names}) SELECT {told} FROM generate_series(1, {turns}) turn"
                " CROSS JOIN LATERAL (SELECT * FROM registered_rows WHERE turn > 0 OFFSET 0) r"
            )
            connection.execute("DROP TABLE registered_rows")
    connection.execute("RESET session_replication_role")


@contextmanager
def _without_keys(connection: Any) -> Iterator[None]:
    """The copied tables without keys and indexes; afterwards they have them again, of all their rows."""
    tables = ", ".join(f"'public.{table}'::regclass" for table in COPIED)
    keys = connection.execute(
        "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid), contype::text"
        f" FROM pg_constraint WHERE contype IN ('p', 'u', 'f') AND (conrelid IN ({tables}) OR confrelid IN ({tables}))"
        " ORDER BY contype = 'f', conname"
    ).fetchall()
    indexes = connection.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        f" WHERE indrelid IN ({tables}) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)"
    ).fetchall()
    for table, name, _, _ in reversed(keys):
        connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, made in indexes:
        connection.execute(made)
    for table, name, made, _ in keys:
        connection.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {made}")


def _copied(name: str, kind: str, registered: int) -> str:
    """How a column is copied: an id keeps its tail, and the turn stands where its first digits told the time."""
    if kind == "uuid":
        return f"(lpad(to_hex(turn), 8, '0') || substr(r.{name}::text, 9))::uuid"
    if name == "file_number":
        return f"left(r.{name}, 9) || lpad((turn * {registered} + substr(r.{name}, 10)::int)::text, 8, '0')"
    return f"r.{name}"
