"""Whatever is enrolled, withdrawn, offered more seats or closed, in whatever order: the lists stay fair."""

from __future__ import annotations

from uuid import UUID

import pytest
from conftest import House
from course_scenes import COURSE, TODAY, course, desks, enrol, family, offered, registered
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from desktop.empowerment import service
from desktop.empowerment.states import CourseState, EnrolmentState
from desktop.values.errors import OfficeError

PEOPLE = 6


@pytest.fixture
def office(qatif: House) -> House:
    desks(qatif, "sara", "hind")
    return qatif


def test_seats_and_waiting_lists_stay_fair(office: House) -> None:
    numbers = [registered(office, family()) for _ in range(PEOPLE)]
    courses = iter(range(10_000))

    class Enrolling(RuleBasedStateMachine):
        """One course of its own, and what the office ought to hold of it, kept on plain lists."""

        def __init__(self) -> None:
            super().__init__()
            # A year of its own: people of the examples before would be in a course at the same time.
            number = next(courses)
            self.code = f"C-{number}"
            self.seats = 2
            self.open = True
            self.seated: list[str] = []
            self.waiting: list[str] = []
            self.held: dict[str, UUID] = {}
            days = {
                "starts_on": COURSE.starts_on.replace(year=2027 + number),
                "ends_on": COURSE.ends_on.replace(year=2027 + number),
            }
            offered(office, code=self.code, **days)

        def _advance(self) -> None:
            while self.waiting and len(self.seated) < self.seats:
                self.seated.append(self.waiting.pop(0))

        @rule(who=st.sampled_from(numbers))
        def enrols(self, who: str) -> None:
            if who in self.held or not self.open:
                with pytest.raises(OfficeError) as refused:
                    enrol(office, who, course=self.code)
                expected = "course_closed" if not self.open else "already_enrolled"
                assert refused.value.key == f"empowerment.{expected}"
                return
            answer = enrol(office, who, course=self.code)
            self.held[who] = answer.id
            self.waiting.append(who)
            self._advance()
            assert answer.state is (EnrolmentState.ENROLLED if who in self.seated else EnrolmentState.WAITING)

        @precondition(lambda self: self.held)
        @rule(data=st.data())
        def withdraws(self, data: st.DataObject) -> None:
            who = data.draw(st.sampled_from(sorted(self.held)))
            with office.desk("sara", clock=TODAY) as desk:
                answer = service.withdraw(desk, enrolment=self.held.pop(who), reason="ظرف").answer
            before = len(self.seated) - (who in self.seated)
            for line in (self.seated, self.waiting):
                if who in line:
                    line.remove(who)
            self._advance()
            assert len(answer.promoted) == len(self.seated) - before

        @rule(seats=st.integers(1, 4))
        def changes_seats(self, seats: int) -> None:
            with office.desk("hind", clock=TODAY) as desk:
                version = service.course(desk, course_code=self.code).version
                given = [each.seat or 0 for each in service.enrolled(desk, course_code=self.code)]
                if seats < max(given, default=0):
                    with pytest.raises(OfficeError) as refused:
                        service.change_seats(desk, course_code=self.code, seats=seats, expected_version=version)
                    assert refused.value.key == "empowerment.seats_held"
                    return
                service.change_seats(desk, course_code=self.code, seats=seats, expected_version=version)
            self.seats = seats
            self._advance()

        @rule()
        def closes_or_reopens(self) -> None:
            with office.desk("hind", clock=TODAY) as desk:
                version = service.course(desk, course_code=self.code).version
                act = service.close_course if self.open else service.reopen_course
                act(desk, course_code=self.code, expected_version=version)
            self.open = not self.open

        @invariant()
        def the_office_holds_what_it_ought_to(self) -> None:
            seen = course(office, self.code)
            assert (seen.seats, seen.taken, seen.waiting) == (self.seats, len(self.seated), len(self.waiting))
            assert seen.taken <= seen.seats
            assert (seen.state is CourseState.OPEN) is self.open
            with office.desk("hind", reading=True, clock=TODAY) as desk:
                standing = [
                    each
                    for each in service.enrolled(desk, course_code=self.code)
                    if each.state is not EnrolmentState.WITHDRAWN
                ]
            seats = [each.seat for each in standing if each.seat is not None]
            assert len(seats) == len(set(seats))
            assert all(1 <= seat <= self.seats for seat in seats)
            assert {each.file_number for each in standing if each.seat} == set(self.seated)
            queue = sorted(
                (each.waiting_position, each.file_number) for each in standing if each.waiting_position is not None
            )
            assert queue == [(place, who) for place, who in enumerate(self.waiting, start=1)]

    run_state_machine_as_test(
        Enrolling,
        settings=settings(
            max_examples=6,
            stateful_step_count=12,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
