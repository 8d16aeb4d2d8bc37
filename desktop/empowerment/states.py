"""What a course, a place on it and an enrolment can be, and what may follow what."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from desktop.database.policy import Section
from desktop.facts.code import Code


class Track(Code):
    """The empowerment track that a course belongs to."""

    EDUCATION = "education", "المسار التعليمي", "education"
    TRAINING = "training", "التدريب", "training"
    EMPLOYMENT = "employment", "التوظيف", "employment"
    ECONOMIC = "economic", "المشاريع الإنتاجية", "productive projects"


class Audience(Code):
    """Who runs a course and whom it is for: the women's section for women only, the general one, or both for all."""

    WOMEN = "women", "القسم النسوي", "women's section"
    GENERAL = "general", "القسم العام", "general section"
    ANY = "any", "القسمان", "both sections"

    @property
    def section(self) -> Section:
        """The section whose staff see the course; one for all is in the general one, which everybody sees."""
        return Section.WOMEN if self is Audience.WOMEN else Section.GENERAL


class CourseState(Code):
    """Whether a course takes people in."""

    OPEN = "open", "مفتوحة للتسجيل", "open"
    CLOSED = "closed", "أُغلق التسجيل فيها", "closed"
    CANCELLED = "cancelled", "ملغاة", "cancelled"


MAY_FOLLOW: Final = {
    CourseState.OPEN: frozenset({CourseState.CLOSED, CourseState.CANCELLED}),
    CourseState.CLOSED: frozenset({CourseState.OPEN, CourseState.CANCELLED}),
    CourseState.CANCELLED: frozenset[CourseState](),
}
"""A cancelled course stays cancelled: its people were told so and may have gone elsewhere."""


class PlaceState(StrEnum):
    """What a place on a course is: a seat, a place in the waiting list, or left."""

    SEATED = "seated"
    WAITING = "waiting"
    LEFT = "left"


class EnrolmentState(Code):
    """How somebody stands to a course."""

    ENROLLED = "enrolled", "مسجل", "enrolled", "مسجلة"
    WAITING = "waiting", "في قائمة الانتظار", "on the waiting list"
    WITHDRAWN = "withdrawn", "منسحب", "withdrawn", "منسحبة"
    CANCELLED = "cancelled", "أُلغيت الدورة", "course cancelled"
