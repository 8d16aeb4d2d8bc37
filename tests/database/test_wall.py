"""What the wall lets through: by sessions on both databases, by plain SQL with a clerk's password on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from conftest import PASSWORD, House
from psycopg import errors, sql
from shelf import File, Page, put, put_up
from sqlalchemy import func, select

from desktop.database.policy import Section, StaffRole
from desktop.office.desk import Desk
from desktop.values.errors import OfficeError

ONLY_POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
WOMEN = frozenset({Section.WOMEN})


@pytest.fixture
def house(qatif: House) -> House:
    """Qatif with a shelf, sara (general), nura (women's section) and huda (supervisor)."""
    put_up(qatif.database)
    qatif.appoint("sara")
    qatif.appoint("nura", sections=WOMEN)
    qatif.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}))
    with qatif.desk("nura") as desk:
        for title, section in (("open", Section.GENERAL), ("confidential", Section.WOMEN)):
            file = File(office="qatif", title=title, section=section, secret="s", paper=b"%PDF")
            desk.session.add(file)
            desk.session.flush()
            desk.session.add(Page(office="qatif", file_id=file.id, text=f"page of {title}"))
    return qatif


@pytest.fixture
def dammam(house: House, found: Callable[..., House]) -> House:
    """Another office of the same database, with its own researcher."""
    other = found("dammam", "DMM", founder="dammam-head")
    other.appoint("ali")
    return other


@contextmanager
def psql(house: House, login: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A stranger with `psql` and a staff member's password: TCP, SCRAM, no program."""
    if house.database.server is None:
        raise AssertionError("PostgreSQL only")
    url = house.database.server.url(house.database.name, login, PASSWORD)
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def titles(desk: Desk) -> tuple[list[str], list[str], int]:
    return (
        sorted(desk.session.scalars(select(File.title))),
        sorted(desk.session.scalars(select(Page.text))),
        desk.session.scalar(select(func.count()).select_from(File)) or 0,
    )


def test_a_general_researcher_does_not_see_the_womens_section(house: House) -> None:
    with house.desk("sara", reading=True) as desk:
        assert titles(desk) == (["open"], ["page of open"], 1)


@pytest.mark.parametrize("login", ["nura", "huda"])
def test_the_womens_section_is_seen_by_its_staff_and_by_supervisors(house: House, login: str) -> None:
    with house.desk(login, reading=True) as desk:
        assert titles(desk) == (["confidential", "open"], ["page of confidential", "page of open"], 2)


def test_a_hidden_file_is_not_got_by_its_id_either(house: House) -> None:
    with house.desk("nura", reading=True) as desk:
        hidden = desk.session.scalars(select(File).where(File.title == "confidential")).one()
        page = desk.session.scalars(select(Page).where(Page.file_id == hidden.id)).one()
    with house.desk("sara", reading=True) as desk:
        assert desk.session.get(File, hidden.id) is None
        assert desk.session.get(Page, page.id) is None


def test_a_clerk_of_another_office_sees_nothing(house: House, dammam: House) -> None:
    with dammam.desk("ali", reading=True) as desk:
        assert titles(desk) == ([], [], 0)


def test_a_clerk_cannot_write_into_another_office(house: House, dammam: House) -> None:
    with pytest.raises(OfficeError) as refused, dammam.desk("ali") as desk:
        put(desk, File(office="qatif", title="planted"))
    assert refused.value.key == "database.not_allowed"
    with house.desk("huda", reading=True) as desk:
        assert titles(desk)[2] == 2


def test_pages_of_a_hidden_file_are_not_even_counted(house: House) -> None:
    with house.desk("sara") as desk:
        counted = desk.session.scalar(select(func.count()).select_from(Page))
        nested = desk.session.scalar(select(func.count()).select_from(select(Page.id).subquery()))
        older = desk.session.scalar(select(select(func.count()).select_from(Page).scalar_subquery()))
    assert (counted, nested, older) == (1, 1, 1)


def test_a_general_researcher_cannot_write_into_the_womens_section(house: House) -> None:
    with pytest.raises(OfficeError) as refused, house.desk("sara") as desk:
        put(desk, File(office="qatif", title="planted", section=Section.WOMEN))
    assert refused.value.key == "database.not_allowed"


def test_a_role_that_may_not_delete_cannot(house: House) -> None:
    with pytest.raises(OfficeError) as refused, house.desk("sara") as desk:
        desk.session.delete(desk.session.scalars(select(Page)).one())
    assert refused.value.key == "database.not_allowed"


def test_an_auditor_reads_and_writes_nothing(house: House) -> None:
    house.appoint("adel", roles=frozenset({StaffRole.AUDITOR}))
    with house.desk("adel", reading=True) as desk:
        assert titles(desk)[0] == ["open"]
    with pytest.raises(OfficeError) as refused, house.desk("adel") as desk:
        put(desk, File(office="qatif", title="planted"))
    assert refused.value.key == "database.not_allowed"


def test_a_directorates_supervisor_reads_the_offices_below_and_writes_in_none(
    house: House, found: Callable[..., House]
) -> None:
    eastern = found("eastern", "EAS", founder="eastern-head")
    with eastern.desk("eastern-head", reading=True) as desk:
        assert titles(desk)[0] == []
    below = found("jubail", "JBL", founder="jubail-head", parent="eastern")
    with below.desk("jubail-head") as desk:
        desk.session.add(File(office="jubail", title="from below"))
    with eastern.desk("eastern-head", reading=True) as desk:
        assert titles(desk)[0] == ["from below"]
    with pytest.raises(OfficeError), eastern.desk("eastern-head") as desk:
        put(desk, File(office="jubail", title="from above"))


@ONLY_POSTGRESQL
def test_psql_with_a_clerks_password_reads_no_more_than_the_desk(house: House, dammam: House) -> None:
    with psql(house, "ali") as stranger:
        for table in ("shelf_files", "shelf_pages", "work_items"):
            assert stranger.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert stranger.execute("SELECT office FROM offices").fetchall() == [("dammam",)]
        assert stranger.execute("SELECT DISTINCT office FROM staff").fetchall() == [("dammam",)]
    with psql(house, "sara") as stranger:
        assert stranger.execute("SELECT title FROM shelf_files").fetchall() == [("open",)]
        assert stranger.execute("SELECT text FROM shelf_pages").fetchall() == [("page of open",)]


@ONLY_POSTGRESQL
def test_what_follows_a_file_is_seen_exactly_where_the_file_is_seen_whoever_asks(house: House, dammam: House) -> None:
    """For a supervisor the wall takes the foreign key's word that the file is there, and asks for no file."""
    dammam.appoint("dana", roles=frozenset({StaffRole.SUPERVISOR}))
    pages = "SELECT count(*), count(f.id) FROM shelf_pages p LEFT JOIN shelf_files f ON f.id = p.file_id"
    with house.desk("huda", reading=True) as desk:
        elsewhere = desk.session.scalars(select(File.id)).first()

    if house.database.server is None:
        raise AssertionError("PostgreSQL only")

    def seen_by(login: str) -> object:
        with psql(house, login) as stranger:
            return stranger.execute(pages).fetchone()

    seen = {login: seen_by(login) for login in ("sara", "nura", "huda", "ali", "dana")}
    assert seen == {"sara": (1, 1), "nura": (2, 2), "huda": (2, 2), "ali": (0, 0), "dana": (0, 0)}
    page = "INSERT INTO shelf_pages (id, office, version, file_id, text) VALUES (gen_random_uuid(), '{}', 1, '{}', 'x')"
    with psql(house, "dana") as stranger:
        for office in ("qatif", "dammam"):
            with pytest.raises((errors.InsufficientPrivilege, errors.ForeignKeyViolation)):
                stranger.execute(page.format(office, elsewhere))
    with house.database.server.superuser(house.database.name) as owner:
        owner.execute("""UPDATE staff SET roles = '["researcher"]' WHERE login = 'huda'""")
    assert seen_by("huda") == (1, 1)


_NEW_FILE = (
    "INSERT INTO shelf_files (id, office, version, section, title, urgent, amount) "
    "VALUES (gen_random_uuid(), '{office}', 1, '{section}', 'planted', false, 0)"
)

ATTACKS = {
    "file in another office": _NEW_FILE.format(office="dammam", section="general"),
    "file in a hidden section": _NEW_FILE.format(office="qatif", section="women"),
    "file in no section": _NEW_FILE.format(office="qatif", section="nowhere"),
    "move a file away": "UPDATE shelf_files SET office = 'dammam'",
    "hide a file": "UPDATE shelf_files SET section = 'women'",
    "delete a file": "DELETE FROM shelf_files",
    "empty a table": "TRUNCATE shelf_files CASCADE",
    "appoint oneself": "UPDATE staff SET roles = '[\"supervisor\"]' WHERE login = 'sara'",
    "read the audit's head": "UPDATE audit_heads SET number = 0",
    "insert into the audit": "INSERT INTO audit_heads (office, number, hash) VALUES ('x', 0, '')",
    "change the audit": "UPDATE audit_entries SET staff = 'somebody else'",
    "delete the audit": "DELETE FROM audit_entries",
    "disable the wall": "ALTER TABLE shelf_files DISABLE ROW LEVEL SECURITY",
    "disable the audit": "ALTER TABLE shelf_files DISABLE TRIGGER yusr_audit",
    "silence triggers": "SET session_replication_role = replica",
    "switch policies off": "SET row_security = off; SELECT * FROM shelf_files",
    "make a table": "CREATE TABLE public.staff_too (login text)",
    "replace a function": "CREATE FUNCTION public.yusr_office() RETURNS text LANGUAGE sql AS $$SELECT 'dammam'$$",
    "become the owner": "SET ROLE keeper",
    "become another clerk": "SET SESSION AUTHORIZATION nura",
    "take a role": "GRANT yusr_supervisor TO sara",
    "make a role": "CREATE ROLE mole LOGIN",
    "set a colleague's password": "SELECT yusr_set_password('nura', 'SCRAM-SHA-256$4096:aaaa$aaaa:aaaa')",
    "change the version": "UPDATE alembic_version SET version_num = '9999'",
    "call the audit": "SELECT yusr_audit()",
}


@ONLY_POSTGRESQL
def test_psql_with_a_clerks_password_can_do_no_more_than_the_desk(house: House, dammam: House) -> None:
    with psql(house, "sara") as stranger:
        for name, attack in ATTACKS.items():
            with pytest.raises((errors.InsufficientPrivilege, errors.CheckViolation), match=r".+") as refused:
                stranger.execute(attack)
            assert refused.value.sqlstate, name
    with house.desk("huda", reading=True) as desk:
        assert titles(desk)[0] == ["confidential", "open"]


@ONLY_POSTGRESQL
def test_a_page_cannot_be_hung_on_a_file_of_another_office_or_section(house: House, dammam: House) -> None:
    page = "INSERT INTO shelf_pages (id, office, version, file_id, text) VALUES (gen_random_uuid(), '{}', 1, '{}', 'x')"
    with house.desk("nura", reading=True) as desk:
        hidden = desk.session.scalars(select(File.id).where(File.title == "confidential")).one()
    with psql(house, "sara") as stranger, pytest.raises(errors.InsufficientPrivilege):
        stranger.execute(page.format("qatif", hidden))
    with psql(house, "ali") as stranger, pytest.raises((errors.InsufficientPrivilege, errors.ForeignKeyViolation)):
        stranger.execute(page.format("dammam", hidden))


@ONLY_POSTGRESQL
def test_a_temporary_table_cannot_stand_in_for_the_staff(house: House) -> None:
    with psql(house, "sara") as stranger, pytest.raises(errors.InsufficientPrivilege):
        stranger.execute("CREATE TEMPORARY TABLE staff (login text)")
    with house.database.owner.begin() as owner:
        owner.exec_driver_sql(f"GRANT TEMPORARY ON DATABASE {house.database.name} TO yusr_staff")
    with psql(house, "sara") as stranger:
        stranger.execute("CREATE TEMPORARY TABLE staff AS SELECT 'sara' AS login, 'dammam' AS office, true AS active")
        assert stranger.execute("SELECT yusr_office()").fetchone() == ("qatif",)


@ONLY_POSTGRESQL
def test_every_table_is_walled_and_every_view_asks_as_its_reader(house: House) -> None:
    if house.database.server is None:
        raise AssertionError("PostgreSQL only")
    with house.database.server.superuser(house.database.name) as owner:
        bare = owner.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') "
            "AND NOT (relrowsecurity AND relforcerowsecurity) AND relname <> 'alembic_version'"
        ).fetchall()
        assert bare == []
        views = owner.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' "
            "AND NOT coalesce(reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on']"
        ).fetchall()
        assert views == []
        loose = owner.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef "
            "AND NOT coalesce(array_to_string(proconfig, ','), '') LIKE '%search_path=pg_catalog%'"
        ).fetchall()
        assert loose == []


@ONLY_POSTGRESQL
def test_a_role_that_is_no_staff_of_this_office_sees_nothing(house: House) -> None:
    """Group roles belong to the server: membership alone, as from another office's database, opens no row."""
    if house.database.server is None:
        raise AssertionError("PostgreSQL only")
    with house.database.server.superuser() as owner:
        owner.execute(sql.SQL("CREATE ROLE visitor LOGIN PASSWORD {}").format(sql.Literal(PASSWORD)))
        owner.execute("GRANT yusr_staff, yusr_supervisor TO visitor")
    with psql(house, "visitor") as stranger:
        assert stranger.execute("SELECT count(*) FROM shelf_files").fetchone() == (0,)
        with pytest.raises(errors.InsufficientPrivilege):
            stranger.execute(_NEW_FILE.format(office="qatif", section="general"))
