"""What the empowerment room answers, frozen and made for showing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desktop.database.policy import Section
from desktop.empowerment.drafts import Conditions
from desktop.empowerment.states import Audience, CourseState, EnrolmentState, Track
from desktop.facts.assessment import CriterionResult, MissingFact, PresumedFact
from desktop.facts.codes import CriterionOutcome
from desktop.registry.answers import PersonAnswer
from desktop.values.errors import OfficeError
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class ConditionFigure:
    """A number that a course states for a condition, and the least and the most that it may be; None for no limit."""

    name: str
    label: Wording
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class ConditionKind:
    """Something that courses may ask."""

    id: str
    label: Wording
    figures: tuple[ConditionFigure, ...]


@dataclass(frozen=True, slots=True)
class ConditionsAnswer:
    """How one person stands to the conditions of a course on a day, each explained as a criterion is.

    Args:
        outcome: met, unmet or unknown; met where the course sets no condition.
        criteria: the conditions that the course sets, in the order of the pack.
        missing: facts that would decide an unknown outcome.
        presumed: what was taken for not so because nothing is on record.
        on: the day that they were judged for: that on which the course starts.
    """

    outcome: CriterionOutcome
    criteria: tuple[CriterionResult, ...]
    missing: tuple[MissingFact, ...]
    presumed: tuple[PresumedFact, ...]
    on: date
    programme: str
    version: str
    pack_hash: str
    facts_hash: str


@dataclass(frozen=True, slots=True)
class CourseAnswer:
    """A course with its seats as they stand; `asks` says its conditions in words, one each."""

    id: UUID
    code: str
    title: Wording
    track: Track
    provider: Wording
    place: Wording
    starts_on: date
    ends_on: date
    seats: int
    taken: int
    waiting: int
    audience: Audience
    section: Section
    conditions: Conditions
    asks: tuple[Wording, ...]
    state: CourseState
    cancelled_because: str | None
    version: int

    @property
    def seats_left(self) -> int:
        """Seats that nobody has yet."""
        return self.seats - self.taken


@dataclass(frozen=True, slots=True)
class EnrolmentAnswer:
    """How a person stands to a course: a seat, a place in the waiting list counted from 1, or gone.

    `promoted_at` is when a freed seat was given to one who waited.
    """

    id: UUID
    household: UUID
    file_number: str
    person: PersonAnswer
    course: CourseAnswer
    state: EnrolmentState
    seat: int | None
    waiting_position: int | None
    enrolled_at: datetime
    enrolled_by: str
    promoted_at: datetime | None
    judged: ConditionsAnswer
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawn_reason: str | None
    version: int


@dataclass(frozen=True, slots=True)
class PromotionAnswer:
    """A seat that went to the first of the waiting list; whose it is, where whoever asks may see that file."""

    seat: int
    enrolment: EnrolmentAnswer | None


@dataclass(frozen=True, slots=True)
class WithdrawalAnswer:
    """An enrolment that was given up, and who moved on for it."""

    enrolment: EnrolmentAnswer
    promoted: tuple[PromotionAnswer, ...]


@dataclass(frozen=True, slots=True)
class OpeningAnswer:
    """A course, and how one person stands to it.

    `refusal` is what bars them whatever the conditions say (the course takes nobody in, they are enrolled
    already, another course is on the same days, the file is closed); None for nothing.
    """

    course: CourseAnswer
    person: PersonAnswer
    judged: ConditionsAnswer
    refusal: OfficeError | None

    @property
    def may_enrol(self) -> bool:
        """Whether enrolling would be accepted now."""
        return self.refusal is None and self.judged.outcome is CriterionOutcome.MET
