"""Files of another office, of the women's section and sealed ones: not opened, found, counted or given away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import psycopg
import pytest
from conftest import PASSWORD, House
from registry_files import example, general, with_household
from sqlalchemy import select

from desktop.database.policy import Section, StaffRole
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.registry import queries, search, service
from desktop.registry.fact_records import Identity
from desktop.registry.records import Household, Person, SearchWord
from desktop.values.errors import Faults, OfficeError
from desktop.values.language import Language

WOMEN = frozenset({Section.WOMEN})


@dataclass
class Scene:
    """A widow's file of the women's section in Qatif; nura sees it, sara (general) and ali (Dammam) do not."""

    qatif: House
    dammam: House
    number: str


@pytest.fixture
def scene(qatif: House, found: Callable[..., House]) -> Scene:
    qatif.appoint("sara")
    qatif.appoint("nura", sections=WOMEN)
    qatif.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}))
    dammam = found("dammam", "DMM", founder="dammam-head")
    dammam.appoint("ali")
    with qatif.desk("nura") as desk:
        number = service.register(desk, draft=example()).answer.file_number
    return Scene(qatif, dammam, number)


def sees(desk: Desk, number: str, identity: str = "1000000008") -> bool:
    """Whether a desk gets at a file by any of its ways; it must be all of them or none."""
    ways = [
        queries.count_households(desk) == 1,
        [each.file_number for each in queries.list_households(desk)] == [number],
        [each.summary.file_number for each in search.search(desk, "فاطمة")] == [number],
        [each.summary.file_number for each in search.search(desk, "ف")] == [number],
        [each.summary.file_number for each in search.search(desk, identity)] == [number],
        [each.summary.file_number for each in search.search(desk, number)] == [number],
    ]
    for read in (queries.open_file, queries.history):
        try:
            ways.append(bool(read(desk, number)))
        except OfficeError as error:
            ways.append(error.key != "registry.unknown_file")
    assert len(set(ways)) == 1, ways
    return ways[0]


def test_only_the_womens_section_and_supervisors_see_its_file(scene: Scene) -> None:
    seen = {}
    for login in ("nura", "huda", "sara"):
        with scene.qatif.desk(login, reading=True) as desk:
            seen[login] = sees(desk, scene.number)
            assert bool(list(queries.files(desk))) is seen[login]
    with scene.dammam.desk("ali", reading=True) as desk:
        seen["ali"] = sees(desk, scene.number)
    assert seen == {"nura": True, "huda": True, "sara": False, "ali": False}


def test_a_sealed_file_is_seen_by_supervisors_only_until_it_is_unsealed(scene: Scene) -> None:
    with scene.qatif.desk("huda") as desk:
        service.seal(desk, file_number=scene.number, expected_version=1, reason="threatened")
    for login, seen in (("nura", False), ("huda", True)):
        with scene.qatif.desk(login, reading=True) as desk:
            assert sees(desk, scene.number) is seen
    with pytest.raises(OfficeError) as refused, scene.qatif.desk("nura") as desk:
        service.unseal(desk, file_number=scene.number, expected_version=2, reason="curious")
    assert refused.value.key == "office.not_permitted"
    with scene.qatif.desk("huda") as desk:
        service.unseal(desk, file_number=scene.number, expected_version=2, reason="no longer")
    with scene.qatif.desk("nura", reading=True) as desk:
        assert sees(desk, scene.number)


def test_whoever_may_not_see_the_other_file_is_told_that_there_is_one_and_nothing_of_it(scene: Scene) -> None:
    again = with_household(general(example()), office="dammam")
    for house, login, draft in ((scene.qatif, "sara", general(example())), (scene.dammam, "ali", again)):
        with pytest.raises(Faults) as refused, house.desk(login) as desk:
            service.register(desk, draft=draft)
        assert [fault.key for fault in refused.value.faults] == ["registry.registered_elsewhere"] * 2
        for language in Language:
            told = " ".join(fault.sentence(language) for fault in (refused.value, *refused.value.faults))
            for hidden in (scene.number, "QTF", "qatif", "women", "النسائي", "فاطمة"):
                assert hidden not in told
        with house.desk(login, reading=True) as desk:
            assert queries.count_households(desk) == 0


def test_a_file_number_of_another_office_is_not_taken_twice_and_not_told_of(scene: Scene) -> None:
    draft = with_household(general(example()), office="dammam", file_number=scene.number)
    draft = with_household(draft, phone="0500000055")
    with pytest.raises(OfficeError) as refused, scene.dammam.desk("ali") as desk:
        service.register(desk, draft=draft)
    assert refused.value.key == "registry.file_number_taken"
    assert "qatif" not in refused.value.sentence(Language.ENGLISH)


def test_a_directorates_supervisor_reads_the_file_and_changes_nothing(
    scene: Scene, found: Callable[..., House]
) -> None:
    eastern = found("eastern", "EAS", founder="eastern-head")
    below = found("jubail", "JBL", founder="jubail-head", parent="eastern")
    with below.desk("jubail-head") as desk:
        draft = with_household(general(example()), office="jubail")
        number = service.register(desk, draft=of_others(draft)).answer.file_number
    with eastern.desk("eastern-head", reading=True) as desk:
        assert sees(desk, number, identity="1000000024")
        file = queries.open_file(desk, number).file
    with pytest.raises(OfficeError) as refused, eastern.desk("eastern-head") as desk:
        service.amend(desk, file_number=number, draft=file, expected_version=1, reason="from above")
    assert refused.value.key == "registry.kept_by_another_office"


def of_others(draft: HouseholdFile) -> HouseholdFile:
    """The same family with other numbers."""
    numbers = ("1000000024", "1000000032")
    members = tuple(
        msgspec.structs.replace(each, national_id=number) for each, number in zip(draft.members, numbers, strict=True)
    )
    return msgspec.structs.replace(draft, members=members)


def test_rows_below_a_hidden_file_are_hidden_with_it(scene: Scene) -> None:
    for login, count in (("sara", 0), ("nura", 2)):
        with scene.qatif.desk(login, reading=True) as desk:
            assert len(desk.session.scalars(select(Identity)).all()) == count
            assert len(desk.session.scalars(select(Person)).all()) == count
            assert bool(desk.session.scalars(select(SearchWord)).all()) is bool(count)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_stranger_with_a_clerks_password_gets_no_further(scene: Scene) -> None:
    with scene.qatif.desk("huda") as desk:
        household = desk.session.scalars(select(Household)).one()
        service.seal(desk, file_number=scene.number, expected_version=household.version, reason="threatened")
    server = scene.qatif.database.server
    if server is None:
        raise AssertionError("PostgreSQL only")
    tables = ("households", "household_versions", "persons", "identities", "search_words", "incomes")
    for login in ("nura", "sara", "ali"):
        with psycopg.connect(server.url(scene.qatif.database.name, login, PASSWORD), autocommit=True) as stranger:
            for table in tables:
                assert stranger.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), (login, table)
            assert stranger.execute("UPDATE households SET sealed = false").rowcount == 0
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                stranger.execute("DELETE FROM households")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                stranger.execute("DROP POLICY yusr_sealed ON households")
