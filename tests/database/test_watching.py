"""A desk hears that its server fell silent, in time and by itself, and that colleagues changed something."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Thread
from threading import enumerate as enumerate_threads

import psycopg
import pytest
from conftest import PASSWORD, House
from mute_proxy import MuteProxy, mute_proxy
from sqlalchemy import Engine, text

from desktop.database.channel import CHANNEL
from desktop.database.engine import open_engine
from desktop.database.watching import ANSWER, BEAT, Watch
from desktop.office.settings import change_setting
from desktop.values.errors import Unreachable

ONLY_POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
SOON = 20.0
"""Seconds for what happens by itself, on a busy machine."""


class Ears:
    def __init__(self) -> None:
        self.answering: Queue[bool] = Queue()
        self.changes: Queue[None] = Queue()

    def next_state(self) -> bool:
        return self.answering.get(timeout=SOON)

    def hears_a_change(self, within: float = SOON) -> bool:
        try:
            self.changes.get(timeout=within)
        except Empty:
            return False
        return True


@contextmanager
def watched(engine: Engine) -> Iterator[Ears]:
    ears = Ears()
    watch = Watch(engine, answers=ears.answering.put, heard=lambda: ears.changes.put(None))
    watch.start()
    try:
        yield ears
    finally:
        watch.stop()


@pytest.fixture
def desk_behind_a_proxy(qatif: House) -> Iterator[tuple[Engine, MuteProxy]]:
    server = qatif.database.server
    assert server is not None
    qatif.appoint("sara")
    with mute_proxy(server.port) as proxy:
        url = server.url(qatif.database.name, "sara", PASSWORD).replace(f":{server.port}/", f":{proxy.port}/")
        engine = open_engine(url)
        yield engine, proxy
        engine.dispose()


def in_background(work: Callable[[], object]) -> Queue[BaseException | None]:
    ended: Queue[BaseException | None] = Queue()

    def go() -> None:
        try:
            work()
        except BaseException as error:  # the test looks at it
            ended.put(error)
        else:
            ended.put(None)

    Thread(target=go, daemon=True).start()
    return ended


def test_what_a_colleague_commits_is_heard_and_what_they_take_back_is_not(qatif: House) -> None:
    qatif.appoint("sara")
    with watched(qatif.sign_in("sara").engine) as ears:
        assert ears.next_state() is True
        with qatif.desk(qatif.founder) as desk:
            change_setting(desk, key="greeting", value="taken back")
            desk.session.rollback()
        assert not ears.hears_a_change(within=2.5)
        with qatif.desk(qatif.founder) as desk:
            change_setting(desk, key="greeting", value="kept")
        assert ears.hears_a_change()


@ONLY_POSTGRESQL
def test_a_mute_network_is_told_of_and_mended_by_itself(
    desk_behind_a_proxy: tuple[Engine, MuteProxy],
) -> None:
    engine, proxy = desk_behind_a_proxy
    with watched(engine) as ears:
        assert ears.next_state() is True
        proxy.mute()
        assert ears.next_state() is False
        proxy.speak()
        assert ears.next_state() is True
        assert ears.hears_a_change(), "what was missed meanwhile"


@ONLY_POSTGRESQL
def test_a_statement_that_waits_in_a_mute_network_is_ended_and_the_next_one_is_answered(
    desk_behind_a_proxy: tuple[Engine, MuteProxy],
) -> None:
    engine, proxy = desk_behind_a_proxy

    def ask() -> None:
        with engine.connect() as connection:
            connection.execute(text("SELECT pg_sleep(1)"))

    ask()
    with watched(engine) as ears:
        assert ears.next_state() is True
        waiting = in_background(ask)
        time.sleep(0.3)
        proxy.mute()
        error = waiting.get(timeout=SOON)
        assert isinstance(error, Unreachable), error
        proxy.speak()
        assert [ears.next_state(), ears.next_state()] == [False, True]
        ask()


@ONLY_POSTGRESQL
def test_a_busy_server_that_answers_slowly_ends_no_statement(qatif: House) -> None:
    qatif.appoint("sara")
    engine = qatif.sign_in("sara").engine
    with watched(engine) as ears, engine.connect() as connection:
        assert ears.next_state() is True
        connection.execute(text("SELECT pg_sleep(4)"))
        assert ears.answering.empty()


@ONLY_POSTGRESQL
def test_a_server_without_room_for_another_connection_is_no_lost_server(qatif: House) -> None:
    qatif.appoint("sara")
    engine = qatif.sign_in("sara").engine
    engine.dispose()
    qatif.database.past_every_wall("ALTER ROLE sara CONNECTION LIMIT 1")
    with engine.connect() as connection, watched(engine) as ears:
        connection.execute(text("SELECT pg_sleep(4)"))
        assert ears.answering.empty()
        connection.close()
        engine.dispose()
        assert ears.next_state() is True


@ONLY_POSTGRESQL
def test_who_listens_learns_nothing_but_that_something_happened(qatif: House) -> None:
    server = qatif.database.server
    assert server is not None
    qatif.appoint("sara")
    with psycopg.connect(server.url(qatif.database.name, "sara", PASSWORD), autocommit=True) as listening:
        listening.execute(f"LISTEN {CHANNEL}")
        with qatif.desk(qatif.founder) as desk:
            for number in range(3):
                change_setting(desk, key=f"secret {number}", value=number)
        told = list(listening.notifies(timeout=SOON, stop_after=1)) + list(listening.notifies(timeout=0.5))
    assert [(each.channel, each.payload) for each in told] == [(CHANNEL, "")]


def test_a_lost_server_is_to_be_told_of_within_three_seconds() -> None:
    # Of the figures that make it up: a busy machine takes longer than either.
    assert BEAT + ANSWER < 3


def test_watching_leaves_no_thread_and_the_engine_as_it_was(qatif: House) -> None:
    qatif.appoint("sara")
    engine = qatif.sign_in("sara").engine
    for _ in range(2):
        with watched(engine) as ears:
            assert ears.next_state() is True
        assert "yusr-watch" not in {each.name for each in enumerate_threads()}
    with qatif.desk("sara", reading=True) as desk:
        assert desk.session.scalar(text("SELECT 1")) == 1
