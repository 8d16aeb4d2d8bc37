"""Desks that enrol at the same moment: never more than the seats, never one person twice, nobody lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from conftest import House
from course_scenes import COURSE, TODAY, course, desks, enrol, family, offered, registered, withdraw

from desktop.empowerment import service
from desktop.empowerment.answers import EnrolmentAnswer
from desktop.empowerment.states import EnrolmentState
from desktop.office.audit import verify_chain
from desktop.values.errors import OfficeError

T = TypeVar("T")
ROUNDS = 8


@pytest.fixture
def office(qatif: House) -> House:
    desks(qatif, "sara", "omar", "hind")
    for login in ("sara", "omar"):
        qatif.sign_in(login)
    return qatif


def at_once(*works: Callable[[], T]) -> list[T | OfficeError]:
    """Do each piece of work in a thread of its own, all begun at one moment."""
    barrier = Barrier(len(works))

    def begun(work: Callable[[], T]) -> T | OfficeError:
        barrier.wait(10)
        try:
            return work()
        except OfficeError as error:
            return error

    with ThreadPoolExecutor(len(works)) as pool:
        return [each.result(60) for each in [pool.submit(begun, work) for work in works]]


def test_two_desks_that_reach_for_the_last_seat_get_one_seat_and_one_place_in_the_queue(office: House) -> None:
    numbers = [registered(office, family()) for _ in range(2)]
    for turn in range(ROUNDS):
        code = f"QTF-{turn}0"
        offered(office, code=code, seats=1, starts_on=COURSE.starts_on.replace(year=2030 + turn),
                ends_on=COURSE.ends_on.replace(year=2030 + turn))  # fmt: skip
        answers = at_once(
            lambda code=code: enrol(office, numbers[0], course=code, login="sara"),  # type: ignore[misc]
            lambda code=code: enrol(office, numbers[1], course=code, login="omar"),  # type: ignore[misc]
        )
        assert all(isinstance(each, EnrolmentAnswer) for each in answers), answers
        states = sorted(each.state.value for each in answers if isinstance(each, EnrolmentAnswer))
        assert states == ["enrolled", "waiting"]
        seen = course(office, code)
        assert (seen.taken, seen.waiting) == (1, 1)
    with office.desk(office.founder, reading=True) as desk:
        assert verify_chain(desk.session, office.code) is None


def test_one_person_enrolled_by_two_desks_at_once_is_enrolled_once(office: House) -> None:
    offered(office, seats=5)
    number = registered(office, family())
    answers = at_once(
        lambda: enrol(office, number, login="sara"),
        lambda: enrol(office, number, login="omar"),
    )
    errors = [each.key for each in answers if isinstance(each, OfficeError)]
    assert errors == ["empowerment.already_enrolled"]
    assert course(office).taken == 1


def test_one_person_enrolled_in_two_courses_of_the_same_days_at_once_is_in_one(office: House) -> None:
    number = registered(office, family())
    offered(office)
    offered(office, code="QTF-2027-10")
    answers = at_once(
        lambda: enrol(office, number, login="sara"),
        lambda: enrol(office, number, course="QTF-2027-10", login="omar"),
    )
    errors = [each.key for each in answers if isinstance(each, OfficeError)]
    assert errors == ["empowerment.overlapping"]
    assert course(office).taken + course(office, "QTF-2027-10").taken == 1


def test_a_seat_given_up_twice_at_once_promotes_one(office: House) -> None:
    offered(office, seats=1)
    first, *_ = [enrol(office, registered(office, family())) for _ in range(3)]

    answers = at_once(lambda: withdraw(office, first, login="sara"), lambda: withdraw(office, first, login="omar"))
    assert [each.key for each in answers if isinstance(each, OfficeError)] == ["empowerment.already_withdrawn"]
    seen = course(office)
    assert (seen.taken, seen.waiting) == (1, 1)


def test_a_seat_given_up_while_another_enrols_goes_to_one_of_them(office: House) -> None:
    offered(office, seats=1)
    first, second = (enrol(office, registered(office, family())) for _ in range(2))
    number = registered(office, family())

    at_once(lambda: withdraw(office, first), lambda: enrol(office, number, login="omar"))
    with office.desk("sara", reading=True, clock=TODAY) as desk:
        assert service.enrolment(desk, enrolment=second.id).state is EnrolmentState.ENROLLED
        (last,) = service.enrolments(desk, file_number=number)
    assert last.waiting_position == 1


_PROCESS = """
import sys
from datetime import UTC, datetime
from desktop.bootstrap import open_office
from desktop.empowerment import service
url, code, staff, *numbers = sys.argv[1:]
office = open_office(url, staff=staff, clock=lambda session: datetime(2026, 12, 1, 9, tzinfo=UTC))
print("ready", flush=True)
sys.stdin.readline()
for number in numbers:
    with office.desk() as desk:
        answer = service.enrol(desk, file_number=number, member="m1", course_code=code).answer
    print(answer.seat or 0)
office.close()
"""


def test_two_processes_that_enrol_at_the_same_moment_share_the_seats(office: House) -> None:
    offered(office, seats=3)
    numbers = [registered(office, family()) for _ in range(6)]
    running = [process(office, "sara", numbers[:3]), process(office, "omar", numbers[3:])]
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n", each.communicate(timeout=60)
    told = at_once(*(lambda each=each: each.communicate("go\n", timeout=60) for each in running))  # type: ignore[misc]
    assert [each.returncode for each in running] == [0, 0], told
    seats = [int(seat) for out in told if isinstance(out, tuple) for seat in out[0].split()]
    assert sorted(seats) == [0, 0, 0, 1, 2, 3]
    seen = course(office)
    assert (seen.taken, seen.waiting) == (3, 3)


def process(office: House, login: str, numbers: list[str]) -> subprocess.Popen[str]:
    """A program of its own, signed in, that enrols some households once it is told to go."""
    url, server = office.database.url, office.database.server
    if server is not None:
        url = server.url(office.database.name, login, office.database.password)
    return subprocess.Popen(
        [sys.executable, "-c", _PROCESS, url, COURSE.code, login, *numbers],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
