"""Giving up a place: who moves on for it, and what is told of files that are hidden."""

from __future__ import annotations

from uuid import uuid4

import pytest
from conftest import House
from course_scenes import COURSE, TODAY, desks, enrol, family, offered, registered, withdraw

from desktop.database.policy import Section
from desktop.empowerment import service
from desktop.empowerment.states import EnrolmentState
from desktop.office.work import open_items
from desktop.registry import queries as registry_queries
from desktop.registry import standing
from desktop.values.errors import OfficeError
from desktop.values.language import Language


@pytest.fixture
def office(qatif: House) -> House:
    desks(qatif, "sara", "hind")
    return qatif


def test_a_seat_that_is_given_up_goes_to_whoever_waits_longest(office: House) -> None:
    offered(office, seats=1)
    numbers = [registered(office, family()) for _ in range(3)]
    first, second, third = (enrol(office, number) for number in numbers)
    given = withdraw(office, first)
    assert (given.enrolment.state, given.enrolment.seat) == (EnrolmentState.WITHDRAWN, None)
    assert (given.enrolment.withdrawn_by, given.enrolment.withdrawn_reason) == ("sara", "ظرف عائلي")
    (promoted,) = given.promoted
    assert promoted.enrolment is not None
    assert (promoted.seat, promoted.enrolment.id, promoted.enrolment.state) == (1, second.id, EnrolmentState.ENROLLED)
    assert promoted.enrolment.promoted_at is not None
    with office.desk("hind", reading=True, clock=TODAY) as desk:
        assert service.enrolment(desk, enrolment=third.id).waiting_position == 1
        (item,) = open_items(desk)
    assert (item.kind, item.household) == ("tell_of_seat", second.household)
    assert OfficeError(item.subject, **item.details).sentence(Language.ARABIC) == (
        f"خلا مقعد في الدورة QTF-2027-02 وصار من نصيب علي جاسم الأحمد، ملف الأسرة {numbers[1]}؛ "
        "بلّغوا الأسرة بموعد البدء."
    )
    assert enrol(office, numbers[0]).waiting_position == 2


def test_who_leaves_the_waiting_list_promotes_nobody(office: House) -> None:
    offered(office, seats=1)
    enrol(office, registered(office, family()))
    second, third = (enrol(office, registered(office, family())) for _ in range(2))
    assert withdraw(office, second).promoted == ()
    with office.desk("sara", reading=True, clock=TODAY) as desk:
        assert service.enrolment(desk, enrolment=third.id).waiting_position == 1


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_withdrawal_needs_a_reason_and_happens_once(office: House) -> None:
    offered(office)
    answer = enrol(office, registered(office, family()))
    with office.desk("sara", clock=TODAY) as desk, pytest.raises(OfficeError) as error:
        service.withdraw(desk, enrolment=answer.id, reason=" ")
    assert error.value.key == "empowerment.reason_needed"
    withdraw(office, answer)
    with pytest.raises(OfficeError) as error:
        withdraw(office, answer)
    assert error.value.key == "empowerment.already_withdrawn"
    with office.desk("sara", clock=TODAY) as desk, pytest.raises(OfficeError) as error:
        service.withdraw(desk, enrolment=uuid4(), reason="…")
    assert error.value.key == "empowerment.unknown_enrolment"


def test_seats_of_hidden_files_count_and_are_passed_on_without_naming_anybody(office: House) -> None:
    desks(office, "mona")
    offered(office, seats=1)
    general = enrol(office, registered(office, family()))
    hidden = enrol(office, registered(office, family(section="women"), login="mona"), login="mona")
    last = registered(office, family())
    assert hidden.waiting_position == 1
    assert enrol(office, last).waiting_position == 2
    with office.desk("sara", reading=True, clock=TODAY) as desk:
        assert len(service.enrolled(desk, course_code=COURSE.code)) == 2
        with pytest.raises(OfficeError) as error:
            service.enrolment(desk, enrolment=hidden.id)
        assert error.value.key == "empowerment.unknown_enrolment"
    (promoted,) = withdraw(office, general).promoted
    assert (promoted.seat, promoted.enrolment) == (1, None)
    with office.desk("mona", reading=True, clock=TODAY) as desk:
        assert service.enrolment(desk, enrolment=hidden.id).seat == 1
        (item,) = open_items(desk)
    assert (item.section, item.household, item.details) == (Section.GENERAL, None, {"course": COURSE.code})


def test_a_sealed_file_is_passed_on_to_without_being_named(office: House) -> None:
    desks(office, "tariq")
    offered(office, seats=1)
    first = enrol(office, registered(office, family()))
    number = registered(office, family())
    second = enrol(office, number)
    with office.desk("tariq", clock=TODAY) as desk:
        version = registry_queries.open_file(desk, number).version
        standing.seal(desk, file_number=number, expected_version=version, reason="حماية")
    with office.desk("sara", reading=True, clock=TODAY) as desk:
        assert [each.id for each in service.enrolled(desk, course_code=COURSE.code)] == [first.id]
    (promoted,) = withdraw(office, first, login="tariq").promoted
    assert promoted.enrolment is not None
    assert promoted.enrolment.id == second.id
    with office.desk("sara", reading=True, clock=TODAY) as desk:
        (item,) = open_items(desk)
        assert (item.household, item.details) == (None, {"course": COURSE.code})
