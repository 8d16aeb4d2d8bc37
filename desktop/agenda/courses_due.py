"""Courses: those that start within the week, and how many people wait for one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import and_, or_, select

from desktop.agenda import phrases
from desktop.agenda.answers import CourseLine, Destination, DueKind, DueRow, SettledAt
from desktop.agenda.counting import SOON_DAYS, Found, urgency_of
from desktop.agenda.permitted import settles
from desktop.empowerment.places import counts
from desktop.empowerment.records import Course
from desktop.empowerment.states import CourseState
from desktop.office.desk import Desk
from desktop.values import worded


@dataclass(frozen=True, slots=True)
class CoursesFound:
    """The courses that start soon, every course that is not over by its code, and how many people wait for them."""

    starting: Found
    lines: dict[str, CourseLine]
    waiting: int


def courses_due(desk: Desk, *, also: Collection[str]) -> CoursesFound:
    """The courses of the own office that are not over, and some others that rows name by code."""
    if not settles(desk, DueKind.COURSE_STARTS):
        return CoursesFound(Found.nothing(), {}, 0)
    running = and_(Course.state != CourseState.CANCELLED, Course.ends_on >= desk.today)
    wanted = select(Course).where(Course.office == desk.office, or_(running, Course.code.in_(also)))
    courses = desk.session.scalars(wanted.order_by(Course.starts_on, Course.code)).all()
    counted = counts(desk, [course.id for course in courses]) if courses else {}
    lines = {each.code: CourseLine(each.code, each.title, each.seats, *counted[each.id]) for each in courses}
    soon = desk.today + timedelta(days=SOON_DAYS)
    starting = [
        each for each in courses if each.state is not CourseState.CANCELLED and desk.today <= each.starts_on <= soon
    ]
    waiting = sum(
        lines[each.code].waiting
        for each in courses
        if each.state is not CourseState.CANCELLED and each.ends_on >= desk.today
    )
    return CoursesFound(Found.of(_row(desk, each, lines[each.code]) for each in starting), lines, waiting)


def _row(desk: Desk, course: Course, line: CourseLine) -> DueRow:
    places = phrases.places(line.taken, line.seats, line.waiting)
    return DueRow(
        kind=DueKind.COURSE_STARTS,
        household=None,
        file_number=None,
        head_name=None,
        person=None,
        course=line,
        subject=phrases.SUBJECTS[DueKind.COURSE_STARTS],
        reason=worded.both(
            "تبدأ الدورة في {day}: {places}",
            "Starts on {day}: {places}",
            day=worded.day(course.starts_on),
            places=places,
        ),
        due=course.starts_on,
        urgency=urgency_of(course.starts_on, desk.today),
        opened_at=course.offered_at,
        assigned_to=None,
        settled_at=Destination(SettledAt.COURSE, course=course.code),
    )
