"""What is asked of the empowerment room, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.empowerment.states import Audience, Track
from desktop.values.language import Wording

Conditions = Mapping[str, Mapping[str, int]]
"""What a course asks of whoever joins it: {condition of the pack: {figure: number}}, `{}` where it has no figure."""


@dataclass(frozen=True, slots=True)
class CourseDraft:
    """A course to be offered.

    Args:
        code: two to thirty capitals, digits and hyphens, such as `QTF-2027-02`; unique in the office.
        place: where it is held.
        starts_on: first day, Gregorian; ages are reckoned on it.
        ends_on: last day.
        seats: how many take part; whoever comes later waits.
        audience: a course for the women's section asks for women by itself.
        conditions: see `Conditions`.
    """

    code: str
    title: Wording
    provider: Wording
    place: Wording
    starts_on: date
    ends_on: date
    seats: int
    audience: Audience = Audience.ANY
    track: Track = Track.TRAINING
    conditions: Conditions = field(default_factory=dict)
