"""Courses: read from a list, offered, closed, cancelled, and seen by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from conftest import House, at
from course_scenes import COURSE, LATER, SEWING, TODAY, course, desks, enrol, family, member, offered, registered
from sqlalchemy import text

from desktop.empowerment import service
from desktop.empowerment.course_reading import read_courses
from desktop.empowerment.states import Audience, CourseState, Track
from desktop.office.work import open_items
from desktop.values.errors import OfficeError, StaleFile
from desktop.values.language import Language, Wording

FEW = "قلّ المسجلون"


@pytest.fixture
def office(qatif: House) -> House:
    desks(qatif, "sara", "hind")
    return qatif


def test_the_demonstration_courses_can_be_read_and_offered(office: House) -> None:
    drafts = read_courses(files("resources").joinpath("demonstration", "courses.yaml").read_bytes())
    with office.desk("hind", clock=TODAY) as desk:
        answers = [service.offer_course(desk, draft=draft).answer for draft in drafts]
    assert [answer.code for answer in answers] == [draft.code for draft in drafts]
    sewing, repair, entry, _ = answers
    assert sewing.audience is Audience.WOMEN
    assert "women" in sewing.conditions
    assert repair.conditions == {
        "age_at_least": {"least_age": 18},
        "age_at_most": {"greatest_age": 40},
        "able_to_work": {},
        "preparatory_reached": {},
        "beneficiary": {},
    }
    assert (repair.seats, repair.taken, repair.seats_left, repair.waiting) == (2, 0, 2, 0)
    assert (entry.track, repair.state) == (Track.EMPLOYMENT, CourseState.OPEN)
    assert entry.asks[2] == Wording("القدرة على العمل أو القابلية للتأهيل", "Able to work or rehabilitable")


COURSES = """
courses:
  - code: QTF-1
    title: {ar: أ, en: A}
    track: training
    provider: {ar: أ, en: A}
    place: {ar: أ, en: A}
    starts_on: 2027-01-10
    ends_on: 2027-01-11
    seats: 2
    section: any
    conditions: {%s}
"""


@pytest.mark.parametrize(
    ("conditions", "key"),
    [
        ("stages: [primary, university]", "no_such_choice"),
        ("ability: [not_rehabilitable]", "no_such_choice"),
        ("min_age: young", "unreadable_courses"),
        ("height: 180", "unreadable_courses"),
        ("sex: other", "unreadable_courses"),
    ],
)
def test_a_list_of_courses_that_makes_no_sense_is_refused(conditions: str, key: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read_courses(COURSES % conditions)
    assert refused.value.key == f"empowerment.{key}"
    assert "{" not in refused.value.sentence(Language.ARABIC)


def test_a_list_that_is_no_yaml_is_refused() -> None:
    for written in ("courses: [", b"\xff\xfe", "", "courses: 3"):
        with pytest.raises(OfficeError) as refused:
            read_courses(written)
        assert refused.value.key == "empowerment.unreadable_courses"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"code": "x"}, "bad_course_code"),
        ({"code": "QTF 1"}, "bad_course_code"),
        ({"title": Wording("دورة", " ")}, "half_named"),
        ({"ends_on": date(2027, 1, 16)}, "bad_days"),
        ({"seats": 0}, "bad_seats"),
        ({"seats": 1001}, "bad_seats"),
        ({"conditions": {"tall": {}}}, "unknown_condition"),
        ({"audience": Audience.WOMEN, "conditions": {"men": {}}}, "contrary_conditions"),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_course_that_makes_no_sense_is_refused(office: House, changes: Any, key: str) -> None:
    with office.desk("hind", clock=TODAY) as desk, pytest.raises(OfficeError) as refused:
        service.offer_course(desk, draft=replace(COURSE, **changes))
    assert refused.value.key == f"empowerment.{key}"
    assert "{" not in refused.value.sentence(Language.ENGLISH)


def test_a_code_is_given_once_even_where_the_other_course_is_not_seen(office: House) -> None:
    offered(office, SEWING)
    with office.desk("hind", clock=TODAY) as desk:
        with pytest.raises(OfficeError) as refused:
            service.offer_course(desk, draft=SEWING)
        assert refused.value.key == "empowerment.course_code_taken"
        # The desk goes on after the refusal, on PostgreSQL too.
        service.offer_course(desk, draft=COURSE)
    assert course(office).code == COURSE.code


def test_only_empowerment_and_supervisors_offer_courses(office: House) -> None:
    with office.desk("sara", clock=TODAY) as desk, pytest.raises(OfficeError) as refused:
        service.offer_course(desk, draft=COURSE)
    assert refused.value.key == "office.not_permitted"


def test_a_course_of_the_womens_section_is_hidden_from_the_general_one(office: House) -> None:
    desks(office, "mona", "tariq")
    offered(office, SEWING)
    offered(office)
    for login, seen in (("sara", 1), ("mona", 2), ("hind", 2), ("tariq", 2)):
        with office.desk(login, reading=True, clock=TODAY) as desk:
            assert len(service.courses(desk)) == seen, login
    with office.desk("sara", clock=TODAY) as desk, pytest.raises(OfficeError) as refused:
        service.course(desk, course_code=SEWING.code)
    assert refused.value.key == "empowerment.unknown_course"


def test_who_is_not_of_the_womens_section_offers_nothing_there(office: House) -> None:
    desks(office, "badr")
    with office.desk("badr", clock=TODAY) as desk, pytest.raises(OfficeError) as refused:
        service.offer_course(desk, draft=SEWING)
    assert refused.value.key == "empowerment.not_your_section"


def test_courses_of_another_office_are_unknown(office: House, found: Any) -> None:
    offered(office)
    other = found("dammam", "DMM", founder="boss")
    with other.desk("boss", clock=TODAY) as desk:
        assert service.courses(desk) == ()
        service.offer_course(desk, draft=COURSE)
        assert len(service.courses(desk)) == 1


def test_open_courses_are_those_that_take_people_in(office: House) -> None:
    offered(office)
    answer = offered(office, LATER)
    with office.desk("hind", clock=TODAY) as desk:
        service.close_course(desk, course_code=LATER.code, expected_version=answer.version)
        assert [each.code for each in service.courses(desk, open_only=True)] == [COURSE.code]
    with office.desk("hind", reading=True, clock=at(date(2027, 2, 26))) as desk:
        assert service.courses(desk, open_only=True) == ()
        assert len(service.courses(desk)) == 2


def test_a_course_is_closed_reopened_and_cancelled_for_good(office: House) -> None:
    answer = offered(office)
    with office.desk("hind", clock=TODAY) as desk:
        closed = service.close_course(desk, course_code=answer.code, expected_version=answer.version).answer
        with pytest.raises(StaleFile):
            service.reopen_course(desk, course_code=answer.code, expected_version=answer.version)
        reopened = service.reopen_course(desk, course_code=answer.code, expected_version=closed.version).answer
        cancelled = service.cancel_course(
            desk, course_code=answer.code, reason=FEW, expected_version=reopened.version
        ).answer
        with pytest.raises(OfficeError) as refused:
            service.reopen_course(desk, course_code=answer.code, expected_version=cancelled.version)
    assert (closed.state, reopened.state, cancelled.state) == tuple(
        CourseState(x) for x in ("closed", "open", "cancelled")
    )
    assert refused.value.key == "empowerment.may_not_follow"
    assert "ملغاة" in refused.value.sentence(Language.ARABIC)


def test_a_course_is_not_cancelled_without_a_reason_and_keeps_the_one_given(office: House) -> None:
    answer = offered(office)
    with office.desk("hind", clock=TODAY) as desk:
        with pytest.raises(OfficeError) as refused:
            service.cancel_course(desk, course_code=answer.code, reason=" ", expected_version=answer.version)
        assert refused.value.key == "empowerment.cancel_reason_needed"
        assert service.course(desk, course_code=answer.code).state is CourseState.OPEN
        service.cancel_course(desk, course_code=answer.code, reason=" اعتذر المدرب ", expected_version=answer.version)
        assert service.course(desk, course_code=answer.code).cancelled_because == "اعتذر المدرب"


def test_whoever_was_enrolled_in_a_cancelled_course_is_to_be_told(office: House) -> None:
    desks(office, "mona")
    offered(office)
    number = registered(office, family())
    womens = registered(office, family(section="women"), login="mona")
    enrol(office, number)
    enrol(office, womens, login="mona")
    with office.desk("hind", clock=TODAY) as desk:
        service.cancel_course(desk, course_code=COURSE.code, reason=FEW, expected_version=course(office).version)
    with office.desk("sara", reading=True, clock=TODAY) as desk:
        (item,) = open_items(desk)
        assert item.details["file_number"] == number
        told = OfficeError(item.subject, **item.details).sentence(Language.ARABIC)
        assert "{" not in told
        assert FEW in told
        (answer,) = service.enrolments(desk, file_number=number)
        assert answer.state.value == "cancelled"
    with office.desk("mona", reading=True, clock=TODAY) as desk:
        assert {each.details["file_number"] for each in open_items(desk)} == {number, womens}


def test_new_seats_go_to_those_who_wait_and_held_ones_stay(office: House) -> None:
    offered(office, seats=1)
    numbers = [registered(office, family()) for _ in range(3)]
    for number in numbers:
        enrol(office, number)
    with office.desk("hind", clock=TODAY) as desk:
        answer = service.change_seats(
            desk, course_code=COURSE.code, seats=2, expected_version=course(office).version
        ).answer
        assert (answer.seats, answer.taken, answer.waiting) == (2, 2, 1)
        assert [each.seat for each in service.enrolled(desk, course_code=COURSE.code)] == [1, 2, None]
        assert [item.details["file_number"] for item in open_items(desk)] == [numbers[1]]
        with pytest.raises(OfficeError) as refused:
            service.change_seats(desk, course_code=COURSE.code, seats=1, expected_version=answer.version)
        assert refused.value.key == "empowerment.seats_held"


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.postgresql
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE courses SET seats = 99",
        "INSERT INTO course_queues SELECT gen_random_uuid(), office, 1, gen_random_uuid(), 0 FROM courses",
        "DELETE FROM course_places",
        "DELETE FROM enrolments",
    ],
)
def test_who_enrols_changes_no_course_past_the_program(office: House, statement: str) -> None:
    offered(office)
    enrol(office, registered(office, family()))
    with pytest.raises(OfficeError) as refused, office.desk("sara", clock=TODAY) as desk:
        desk.session.execute(text(statement))
    assert refused.value.key == "database.not_allowed"
    assert (course(office).seats, course(office).taken) == (2, 1)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.postgresql
@pytest.mark.parametrize("table", ["courses", "course_queues", "course_places", "enrolments"])
def test_rows_of_a_course_for_women_are_hidden_by_the_database(office: House, table: str) -> None:
    desks(office, "mona")
    offered(office, SEWING)
    woman = member("m1", "نورة", sex="female")
    enrol(office, registered(office, family(woman, section="women"), login="mona"), course=SEWING.code, login="mona")
    rows = {}
    for login in ("sara", "mona"):
        with office.desk(login, reading=True, clock=TODAY) as desk:
            rows[login] = desk.session.scalar(text(f"SELECT count(*) FROM {table}"))
    assert rows == {"sara": 0, "mona": 1}
