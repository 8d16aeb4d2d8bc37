"""Enrolling: who is let in, who waits, who is refused and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from conftest import House, at
from course_scenes import (
    COURSE,
    LATER,
    SEWING,
    TODAY,
    course,
    decided,
    desks,
    eligible,
    enrol,
    family,
    member,
    offered,
    registered,
    withdraw,
)
from sqlalchemy.exc import IntegrityError

from desktop.empowerment import service
from desktop.empowerment.answers import ConditionsAnswer, EnrolmentAnswer
from desktop.empowerment.records import CoursePlace, Enrolment
from desktop.empowerment.states import CourseState, EnrolmentState, PlaceState
from desktop.facts.codes import CriterionOutcome
from desktop.registry import queries as registry_queries
from desktop.registry import standing
from desktop.values.errors import OfficeError
from desktop.values.language import Language


@pytest.fixture
def office(qatif: House) -> House:
    desks(qatif, "sara", "hind")
    return qatif


def refused(office: House, number: str, ref: str = "m1", *, login: str = "sara", **asked: Any) -> OfficeError:
    with pytest.raises(OfficeError) as error:
        enrol(office, number, ref, login=login, **asked)
    for language in Language:
        assert "{" not in error.value.sentence(language)
    return error.value


def test_seats_are_given_in_order_and_then_the_waiting_list(office: House) -> None:
    offered(office, seats=2, conditions={"age_at_least": {"least_age": 18}})
    answers = [enrol(office, registered(office, family())) for _ in range(4)]
    assert [each.state for each in answers] == [EnrolmentState.ENROLLED] * 2 + [EnrolmentState.WAITING] * 2
    assert [each.seat for each in answers] == [1, 2, None, None]
    assert [each.waiting_position for each in answers] == [None, None, 1, 2]
    seen = course(office)
    assert (seen.taken, seen.seats_left, seen.waiting) == (2, 0, 2)
    first = answers[0]
    assert (first.person.ref, first.person.name, first.enrolled_by) == ("m1", "علي جاسم الأحمد", "sara")
    assert first.judged.outcome is CriterionOutcome.MET
    assert first.judged.criteria[0].id == "age_at_least"
    assert first.judged.pack_hash.startswith("sha256:")


def test_an_enrolment_reads_back_as_it_was_answered(office: House) -> None:
    offered(office)
    number = registered(office, family())
    answer = enrol(office, number)
    with office.desk("hind", reading=True, clock=TODAY) as desk:
        assert service.enrolment(desk, enrolment=answer.id) == answer
        assert service.enrolments(desk, file_number=number) == (answer,)
        assert service.enrolled(desk, course_code=COURSE.code) == (answer,)


def test_the_same_request_twice_says_what_stands(office: House) -> None:
    offered(office, seats=1)
    number, second = registered(office, family()), registered(office, family())
    first = enrol(office, number)
    again = refused(office, number)
    assert (again.key, again.details["enrolment"]) == ("empowerment.already_enrolled", first.id)
    assert again.sentence(Language.ARABIC) == (
        "سبق تسجيل علي جاسم الأحمد في دورة «صيانة الجوالات» في 2026-12-01 (المقعد 1)؛ لا حاجة إلى تسجيل جديد."
    )
    enrol(office, second)
    assert "number 1 on the waiting list" in refused(office, second).sentence(Language.ENGLISH)
    assert course(office).waiting == 1


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_unmet_conditions_are_told_each_in_its_sentence(office: House) -> None:
    offered(office, conditions={"age_at_most": {"greatest_age": 20}, "not_employed": {}, "able_to_work": {}})
    woman = member("m1", "نورة", sex="female", work={"status": "employed", "ability": "able"})
    error = refused(office, registered(office, family(woman)))
    assert error.key == "empowerment.conditions_unmet"
    assert error.sentence(Language.ARABIC) == (
        "لم تُستوفَ شروط دورة «صيانة الجوالات»: سن نورة جاسم الأحمد يوم بدء الدورة 26 سنة، وأعلى سن للقبول 20 سنة. "
        "الدورة لمن ليس على رأس العمل، ونورة جاسم الأحمد تعمل. اختر دورة أخرى، أو حدّث الملف إن تغيّر ما فيه."
    )
    assert error.sentence(Language.ENGLISH).endswith(
        "The course is for those not in work, and نورة جاسم الأحمد works. "
        "Choose another course, or amend the file if what it says has changed."
    )
    judged = error.details["conditions"]
    assert isinstance(judged, ConditionsAnswer)
    assert [each.outcome.value for each in judged.criteria] == ["unmet", "met", "unmet"]
    assert course(office).taken == 0


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_unknown_conditions_name_the_missing_facts(office: House) -> None:
    offered(office, conditions={"secondary_reached": {}, "women": {}})
    person = member("m1", "نورة", sex="female", education={"enrolled": False})
    error = refused(office, registered(office, family(person)))
    assert error.key == "empowerment.conditions_unknown"
    assert error.sentence(Language.ARABIC) == (
        "لا يُعرف بعد هل تُستوفى شروط دورة «صيانة الجوالات»: تشترط الدورة بلوغ المرحلة الثانوية، ولم تُسجَّل مرحلة "
        "نورة جاسم الأحمد الدراسية. أكمل في الملف: المرحلة الدراسية — نورة جاسم الأحمد."
    )


def test_a_decision_of_the_office_makes_a_beneficiary(office: House) -> None:
    offered(office, conditions={"beneficiary": {}})
    alone = registered(office, eligible())
    error = refused(office, alone)
    assert error.key == "empowerment.conditions_unmet"
    assert "ولا يدل الملف على استفادة أسرة سالم ناصر المرزوق" in error.sentence(Language.ARABIC)
    decided(office, alone)
    assert enrol(office, alone).seat == 1
    receiving = family(receipts=[{"programme": "sa.developed", "since": "2022-01-01"}])
    assert enrol(office, registered(office, receiving)).seat == 2


def test_a_course_for_women_takes_women_only(office: House) -> None:
    desks(office, "mona")
    offered(office, SEWING)
    number = registered(
        office, family(member("m1", "علي"), member("m2", "نورة", sex="female"), member("m3", "نور", sex=None))
    )
    assert enrol(office, number, "m2", course=SEWING.code, login="mona").seat == 1
    man = refused(office, number, "m1", course=SEWING.code, login="mona")
    assert man.key == "empowerment.conditions_unmet"
    assert "الدورة مخصصة للنساء، فلا يُقبل فيها علي جاسم الأحمد." in man.sentence(Language.ARABIC)
    unstated = refused(office, number, "m3", course=SEWING.code, login="mona")
    assert unstated.key == "empowerment.conditions_unknown"
    assert "الجنس — نور جاسم الأحمد" in unstated.sentence(Language.ARABIC)


def test_a_course_at_the_same_time_is_refused_until_the_other_is_given_up(office: House) -> None:
    offered(office)
    other = replace(COURSE, code="QTF-2027-09", starts_on=COURSE.ends_on, ends_on=date(2027, 3, 10))
    offered(office, other)
    offered(office, LATER, starts_on=date(2027, 3, 11))
    number = registered(office, family())
    first = enrol(office, number)
    assert refused(office, number, course=other.code).key == "empowerment.overlapping"
    enrol(office, number, course=LATER.code)
    withdraw(office, first)
    assert enrol(office, number, course=other.code).seat == 1


def test_a_course_at_the_same_time_is_refused_even_where_it_is_not_seen(office: House) -> None:
    desks(office, "mona")
    offered(office)
    offered(office, SEWING)
    number = registered(office, family(member("m1", "نورة", sex="female")))
    enrol(office, number, course=SEWING.code, login="mona")
    error = refused(office, number)
    assert error.key == "empowerment.overlapping"
    assert "الخياطة" not in error.sentence(Language.ARABIC)
    assert "دورة أخرى" in error.sentence(Language.ARABIC)


@pytest.mark.parametrize(
    ("state", "day", "key"),
    [
        (CourseState.CLOSED, date(2026, 12, 1), "course_closed"),
        (CourseState.CANCELLED, date(2026, 12, 1), "course_cancelled"),
        (CourseState.OPEN, date(2027, 2, 26), "course_over"),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_course_that_takes_nobody_in_says_so(office: House, state: CourseState, day: date, key: str) -> None:
    answer = offered(office)
    number = registered(office, family())
    with office.desk("hind", clock=TODAY) as desk:
        if state is CourseState.CLOSED:
            service.close_course(desk, course_code=answer.code, expected_version=answer.version)
        if state is CourseState.CANCELLED:
            service.cancel_course(desk, course_code=answer.code, reason="قلّ المسجلون", expected_version=answer.version)
    with office.desk("sara", clock=at(day)) as desk, pytest.raises(OfficeError) as error:
        service.enrol(desk, file_number=number, member="m1", course_code=answer.code)
    assert error.value.key == f"empowerment.{key}"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_last_day_of_a_course_is_not_too_late(office: House) -> None:
    offered(office)
    number = registered(office, family())
    with office.desk("sara", clock=at(COURSE.ends_on)) as desk:
        answer = service.enrol(desk, file_number=number, member="m1", course_code="qtf-٢٠٢٧-02").answer
    assert answer.seat == 1


def test_who_is_dead_or_unknown_or_of_a_closed_file_is_refused(office: House) -> None:
    offered(office)
    number = registered(office, family(member("m1", "علي"), member("m2", "سالم", death_date="2026-03-01")))
    assert refused(office, number, "m2").key == "empowerment.person_died"
    assert refused(office, number, "m9").key == "programmes.no_such_member"
    assert refused(office, "QTF-2026-99999").key == "registry.unknown_file"
    assert refused(office, number, course="QTF-2027-77").key == "empowerment.unknown_course"
    with office.desk("sara", clock=TODAY) as desk:
        version = registry_queries.open_file(desk, number).version
        standing.close(desk, file_number=number, expected_version=version, reason="انتقلت الأسرة")
    assert refused(office, number).key == "empowerment.file_closed"


def test_who_may_not_enrol_is_refused(office: House) -> None:
    offered(office)
    number = registered(office, family())
    desks(office, "huda")
    assert refused(office, number, login="huda").key == "office.not_permitted"


@pytest.mark.parametrize("fault", ["seat twice", "seat beyond", "person twice", "seat without a number"])
def test_the_last_wall_is_the_database(office: House, fault: str) -> None:
    offered(office, seats=1)
    answer = enrol(office, registered(office, family()))
    with pytest.raises(IntegrityError):
        forge(office, answer, fault)


def forge(office: House, answer: EnrolmentAnswer, fault: str) -> None:
    """Write past the verbs what they never would."""
    state = PlaceState.WAITING if fault == "person twice" else PlaceState.SEATED
    seat = {"seat twice": 1, "seat beyond": 2}.get(fault)
    with office.desk("sara", clock=TODAY) as desk:
        row = desk.session.get_one(Enrolment, answer.id)
        of_course = {"office": row.office, "course_id": row.course_id, "of_seats": 1}
        place = CoursePlace(**of_course, ticket=99, state=state, seat=seat, promoted_at=None)
        desk.session.add(place)
        desk.session.flush()
        copied = ("office", "household_id", "person_id", "course_id", "starts_on", "ends_on", "judged")
        twin = {name: getattr(row, name) for name in copied}
        desk.session.add(Enrolment(**twin, place_id=place.id, enrolled_at=desk.now, enrolled_by="sara"))
        desk.session.flush()
