"""Whole or nothing, one after another, and never over a colleague's work."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import Database, House, at
from shelf import File, put, put_up
from sqlalchemy import select, text

from desktop.database.faults import Contended
from desktop.database.policy import StaffRole
from desktop.database.session import held, retried, unit_of_work
from desktop.values.errors import OfficeError, StaleFile


@pytest.fixture
def house(qatif: House) -> House:
    put_up(qatif.database)
    qatif.appoint("sara")
    qatif.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR, StaffRole.RESEARCHER}))
    with qatif.desk("sara") as desk:
        desk.session.add(File(office="qatif", title="first"))
    return qatif


def test_a_block_that_raises_leaves_nothing(house: House) -> None:
    def write_and_fail() -> None:
        with house.desk("sara") as desk:
            put(desk, File(office="qatif", title="second"))
            raise KeyError("a fault of the program")

    with pytest.raises(KeyError):
        write_and_fail()
    with house.desk("sara", reading=True) as desk:
        assert desk.session.scalars(select(File.title)).all() == ["first"]


def test_a_form_left_open_does_not_overwrite_what_a_colleague_changed(house: House) -> None:
    with house.desk("sara", reading=True) as desk:
        opened = desk.session.scalars(select(File)).one()
    with house.desk("huda") as desk:
        held(desk.session, File, opened.id, expected_version=opened.version).title = "huda's"
    with pytest.raises(StaleFile) as refused, house.desk("sara") as desk:
        held(desk.session, File, opened.id, expected_version=opened.version)
    assert refused.value.key == "database.changed_by_colleague"
    with house.desk("sara", reading=True) as desk:
        assert desk.session.scalars(select(File.title)).one() == "huda's"


def test_a_row_that_is_not_there_is_not_held(house: House, qatif: House) -> None:
    with house.desk("sara", reading=True) as desk:
        opened = desk.session.scalars(select(File)).one()
    with house.desk("huda") as desk:
        desk.session.delete(desk.session.scalars(select(File)).one())
    with pytest.raises(OfficeError) as refused, house.desk("sara") as desk:
        held(desk.session, File, opened.id, expected_version=opened.version)
    assert refused.value.key == "database.not_found"


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_change_that_meets_a_newer_version_at_commit_is_stale(house: House) -> None:
    def change_over_huda() -> None:
        with house.desk("sara") as desk:
            mine = desk.session.scalars(select(File)).one()
            with house.desk("huda") as other:
                other.session.scalars(select(File)).one().title = "huda's"
            mine.title = "sara's"

    with pytest.raises(StaleFile):
        change_over_huda()
    with house.desk("sara", reading=True) as desk:
        assert desk.session.scalars(select(File.title)).one() == "huda's"


def test_writers_at_the_same_time_all_get_through(house: House) -> None:
    start = threading.Barrier(4)

    def write(number: int) -> None:
        start.wait()
        for turn in range(5):

            def once(turn: int = turn) -> None:
                with house.desk("sara") as desk:
                    put(desk, File(office="qatif", title=f"{number}-{turn}"))

            retried(once)

    house.sign_in("sara")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with house.desk("sara", reading=True) as desk:
        assert len(desk.session.scalars(select(File)).all()) == 21


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_deadlock_is_told_as_contention_and_trying_again_gets_through(house: House) -> None:
    with house.desk("sara") as desk:
        put(desk, File(office="qatif", title="second"))
    met, tries = threading.Barrier(2, timeout=10), []

    def take(titles: tuple[str, str]) -> None:
        def once() -> None:
            first_try = titles not in tries
            tries.append(titles)
            with house.desk("sara") as desk:
                for title in titles:
                    desk.session.scalars(select(File).where(File.title == title).with_for_update()).one().amount += 1
                    desk.session.flush()
                    if first_try and title == titles[0]:
                        met.wait()

        retried(once)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(take, [("first", "second"), ("second", "first")]))
    assert len(tries) == 3
    with house.desk("sara", reading=True) as desk:
        assert desk.session.scalars(select(File.amount)).all() == [2, 2]


def test_work_that_stays_contended_is_given_up_with_its_own_error() -> None:
    tries = []

    def never() -> None:
        tries.append(1)
        raise Contended("database.busy")

    with pytest.raises(Contended):
        retried(never, attempts=3)
    assert len(tries) == 3


def test_a_reading_desk_does_not_wait_for_a_writer_and_sees_only_what_is_kept(house: House) -> None:
    with house.desk("sara") as writer:
        put(writer, File(office="qatif", title="not yet"))
        with house.desk("huda", reading=True) as reader:
            assert reader.session.scalars(select(File.title)).all() == ["first"]


def test_a_desk_has_the_databases_clock_and_the_offices_day(house: House) -> None:
    from datetime import UTC, date, datetime

    with house.desk("sara", reading=True) as desk:
        assert abs((desk.now - datetime.now(UTC)).total_seconds()) < 60
        assert desk.now.tzinfo is UTC
    with house.desk("sara", reading=True, clock=at(date(2024, 2, 29))) as desk:
        assert desk.today == date(2024, 2, 29)


def test_the_day_turns_at_midnight_of_the_offices_country(house: House) -> None:
    from datetime import UTC, date, datetime

    with house.desk("sara", reading=True, clock=lambda _: datetime(2024, 2, 28, 21, 30, tzinfo=UTC)) as desk:
        assert desk.today == date(2024, 2, 29)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_serialization_failure_is_contention(database: Database) -> None:
    with pytest.raises(Contended) as refused, unit_of_work(database.owner) as session:
        session.execute(text("DO $$ BEGIN RAISE EXCEPTION 'could not serialize' USING ERRCODE = '40001'; END $$"))
    assert refused.value.key == "database.busy"
