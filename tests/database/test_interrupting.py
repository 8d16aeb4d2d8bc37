"""Reads that nobody waits for any more end while they run, and whoever uses the connection next notices nothing."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Event, Thread, Timer

import pytest
from conftest import House
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.database.engine import is_sqlite
from desktop.database.interrupting import Interrupted, Stop
from desktop.office.desk import Desk, desk
from desktop.office.records import Counter, StaffMember
from desktop.values.errors import OfficeError, Unreachable
from desktop.values.language import Language

COUNTING = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT count(*) FROM n"
"""Minutes of work on any machine."""

PATIENCE = 10.0
"""Seconds after which a statement that should have ended counts as one that goes on."""

Opened = Callable[..., AbstractContextManager[Desk]]


@pytest.fixture
def opened(qatif: House) -> Opened:
    qatif.appoint("sara")
    signed_in = qatif.sign_in("sara")

    def opening(stop: Stop | None = None, *, reading: bool = True) -> AbstractContextManager[Desk]:
        return desk(signed_in, reading=reading, stop=stop)

    return opening


def interrupted_soon(opened: Opened, statement: str | None = None) -> None:
    """A slow read is begun, asked to stop a little later, and ends so."""
    stop = Stop()

    def read() -> None:
        with opened(stop) as reading:
            Timer(0.1, stop.request).start()
            slow(reading.session, statement)

    began = time.monotonic()
    with pytest.raises(Interrupted) as refused:
        read()
    assert time.monotonic() - began < PATIENCE
    assert refused.value.key == "database.interrupted"
    for language in Language:
        assert refused.value.sentence(language).endswith(".")


def slow(session: Session, statement: str | None = None) -> None:
    waiting = COUNTING if is_sqlite(session.connection()) else "SELECT pg_sleep(60)"
    session.execute(text(statement or waiting)).all()


def logins(opened: Opened) -> list[str]:
    with opened() as plain:
        return list(plain.session.scalars(select(StaffMember.login)))


@pytest.mark.parametrize("statement", [None, COUNTING], ids=["waiting", "counting"])
def test_a_running_statement_ends_soon_after_another_thread_asks(opened: Opened, statement: str | None) -> None:
    interrupted_soon(opened, statement)
    assert "sara" in logins(opened)


def test_to_be_interrupted_is_no_failure_of_the_database() -> None:
    assert issubclass(Interrupted, OfficeError)
    assert not issubclass(Interrupted, Unreachable)


def test_a_stop_asked_for_before_the_desk_opens_opens_no_desk(opened: Opened) -> None:
    stop = Stop()
    stop.request()
    stop.request()
    with pytest.raises(Interrupted), opened(stop):
        pytest.fail("the desk was opened")


def test_a_stop_between_two_statements_holds_back_the_second(opened: Opened) -> None:
    stop = Stop()

    def read() -> None:
        with opened(stop) as reading:
            reading.session.execute(text("SELECT 1")).all()
            stop.request()
            slow(reading.session)

    began = time.monotonic()
    with pytest.raises(Interrupted):
        read()
    assert time.monotonic() - began < PATIENCE


def test_work_that_was_done_before_the_stop_stays_done(opened: Opened) -> None:
    stop = Stop()
    with opened(stop) as reading:
        assert reading.staff.login == "sara"
        stop.request()
    stop.request()
    assert "sara" in logins(opened)
    with pytest.raises(Interrupted), opened(stop):
        pytest.fail("the desk was opened")


def test_a_stop_ends_only_the_desks_it_was_given_to(opened: Opened) -> None:
    begun, other = Event(), []

    def elsewhere() -> None:
        with opened(Stop()) as reading:
            begun.set()
            for _ in range(50):
                other.append(reading.session.scalars(select(StaffMember.login)).all())
                time.sleep(0.005)

    colleague = Thread(target=elsewhere)
    colleague.start()
    begun.wait()
    interrupted_soon(opened)
    colleague.join()
    assert len(other) == 50


def test_one_stop_ends_every_desk_that_has_it(opened: Opened) -> None:
    stop, ended = Stop(), []

    def read() -> None:
        with pytest.raises(Interrupted), opened(stop) as reading:
            slow(reading.session)
        ended.append(True)

    readers = [Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    time.sleep(0.2)
    stop.request()
    for reader in readers:
        reader.join(PATIENCE)
    assert ended == [True, True]


def test_writing_that_is_broken_off_leaves_nothing(opened: Opened) -> None:
    stop = Stop()

    def write() -> None:
        with opened(stop, reading=False) as writing:
            writing.session.add(Counter(office=writing.office, kind="kept", year=1446, last=1))
            writing.session.flush()
            Timer(0.1, stop.request).start()
            slow(writing.session)

    with pytest.raises(Interrupted):
        write()
    with opened() as plain:
        assert plain.session.execute(text("SELECT count(*) FROM counters WHERE kind = 'kept'")).scalar_one() == 0


def test_a_stop_at_any_moment_never_meets_the_next_user_of_the_connection(opened: Opened) -> None:
    dice = random.Random(7)
    for _ in range(120):
        stop = Stop()
        asking = Timer(dice.uniform(0, 0.02), stop.request)
        asking.start()
        try:
            with opened(stop) as reading:
                for _ in range(dice.randrange(4)):
                    reading.session.scalars(select(StaffMember.login)).all()
                if dice.random() < 0.3:
                    slow(reading.session)
        except Interrupted:
            assert stop.requested
        with opened() as plain:
            for _ in range(3):
                assert "sara" in plain.session.scalars(select(StaffMember.login)).all()
        asking.join()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_statement_that_takes_too_long_by_itself_is_told_so(opened: Opened) -> None:
    def read() -> None:
        with opened(Stop()) as reading:
            reading.session.execute(text("SET LOCAL statement_timeout = 50"))
            slow(reading.session)

    with pytest.raises(Unreachable) as refused:
        read()
    assert refused.value.key == "database.took_too_long"
