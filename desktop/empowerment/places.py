"""Seats and waiting lists: who comes first is seated first, and a freed seat goes to whoever waits longest.

Every change of a course's places is made under the lock of its queue, one desk at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from desktop.empowerment.records import Course, CoursePlace, CourseQueue
from desktop.empowerment.states import PlaceState
from desktop.office.desk import Desk


def hold(desk: Desk, course: Course, *, and_at_the_same_time: bool = False) -> CourseQueue:
    """Lock the queue of a course until the desk closes, and read the course anew.

    Args:
        desk: whose turn it will be.
        course: its places may be counted on and changed from now on.
        and_at_the_same_time: also the queues of every course that runs on one of its days, so that two desks cannot
            put one person on two of them at the same moment.

    Raises:
        Contended: another desk held one of them for longer than the lock timeout.
    """
    wanted = select(CourseQueue).where(CourseQueue.course_id == course.id)
    if and_at_the_same_time:
        wanted = (
            select(CourseQueue)
            .join(Course, Course.id == CourseQueue.course_id)
            .where(Course.office == desk.office, Course.starts_on <= course.ends_on, Course.ends_on >= course.starts_on)
        )
    # In one order everywhere, or two desks that lock the same queues would wait for each other.
    queues = desk.session.scalars(
        wanted.order_by(CourseQueue.id).with_for_update(of=CourseQueue).execution_options(populate_existing=True)
    ).all()
    desk.session.refresh(course)
    (own,) = (queue for queue in queues if queue.course_id == course.id)
    return own


def take(desk: Desk, course: Course, queue: CourseQueue) -> CoursePlace:
    """The next ticket of a course, seated if there is a seat for it; the queue is held."""
    queue.last_ticket += 1
    place = CoursePlace(
        office=course.office,
        course_id=course.id,
        of_seats=course.seats,
        ticket=queue.last_ticket,
        state=PlaceState.WAITING,
        seat=None,
        promoted_at=None,
    )
    if not _waiting(desk, course):
        _seat(desk, course, [place])
    desk.session.add(place)
    desk.session.flush()
    return place


def leave(desk: Desk, place: CoursePlace) -> None:
    """Give a place up; the queue is held."""
    place.state, place.seat = PlaceState.LEFT, None
    # Before the seat is given on: two rows of one flush may be written in any order, and no two may have one seat.
    desk.session.flush()


def advance(desk: Desk, course: Course) -> tuple[CoursePlace, ...]:
    """Give every free seat to whoever waits longest; the queue is held. Returns the places that became seats."""
    promoted = _seat(desk, course, _waiting(desk, course))
    for place in promoted:
        place.promoted_at = desk.now
    desk.session.flush()
    return promoted


def standing(desk: Desk, course: Course) -> Sequence[CoursePlace]:
    """The places of a course that were not given up, by ticket."""
    return desk.session.scalars(
        select(CoursePlace)
        .where(CoursePlace.course_id == course.id, CoursePlace.state != PlaceState.LEFT)
        .order_by(CoursePlace.ticket)
    ).all()


def highest_seat(desk: Desk, course: Course) -> int:
    """The highest seat number that somebody has, 0 for none."""
    return desk.session.scalar(select(func.max(CoursePlace.seat)).where(CoursePlace.course_id == course.id)) or 0


def waiting_position(desk: Desk, place: CoursePlace) -> int | None:
    """How many tickets are to be seated until this one is, itself included; None for one that does not wait."""
    if place.state is not PlaceState.WAITING:
        return None
    return desk.session.scalar(
        select(func.count(CoursePlace.id)).where(
            CoursePlace.course_id == place.course_id,
            CoursePlace.state == PlaceState.WAITING,
            CoursePlace.ticket <= place.ticket,
        )
    )


def counts(desk: Desk, courses: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
    """How many seats of some courses are taken and how many people wait."""
    found = {course: {PlaceState.SEATED: 0, PlaceState.WAITING: 0} for course in courses}
    for course, state, count in desk.session.execute(
        select(CoursePlace.course_id, CoursePlace.state, func.count(CoursePlace.id))
        .where(CoursePlace.course_id.in_(courses), CoursePlace.state != PlaceState.LEFT)
        .group_by(CoursePlace.course_id, CoursePlace.state)
    ):
        found[course][state] = count
    return {course: (each[PlaceState.SEATED], each[PlaceState.WAITING]) for course, each in found.items()}


def _waiting(desk: Desk, course: Course) -> Sequence[CoursePlace]:
    return [place for place in standing(desk, course) if place.state is PlaceState.WAITING]


def _seat(desk: Desk, course: Course, waiting: Sequence[CoursePlace]) -> tuple[CoursePlace, ...]:
    taken = {place.seat for place in standing(desk, course)}
    free = [seat for seat in range(1, course.seats + 1) if seat not in taken]
    seated = tuple(waiting[: len(free)])
    for place, seat in zip(seated, free, strict=False):
        place.state, place.seat = PlaceState.SEATED, seat
    return seated
