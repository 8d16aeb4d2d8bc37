"""Courses written down in YAML, as a provider's list or the demonstration's: each entry a draft to be offered.

```yaml
courses:
  - code: QTF-2027-02
    title: {ar: …, en: …}
    track: employment
    provider: {ar: …, en: …}
    place: {ar: …, en: …}
    starts_on: 2027-01-17
    ends_on: 2027-02-25
    seats: 2
    section: any                      # women, general, any
    conditions: {min_age: 18, max_age: 40, sex: female, ability: [able], stages: [university], beneficiary: true}
```
A condition that is left out, or is false, is not asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar

import msgspec

from desktop.empowerment.drafts import CourseDraft
from desktop.empowerment.states import Audience, Track
from desktop.facts.code import Code
from desktop.facts.codes import SchoolStage, Sex, WorkAbility
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

C = TypeVar("C", bound=Code)

_ABILITIES: Final = {
    frozenset({WorkAbility.ABLE}): "able_to_work",
    frozenset({WorkAbility.REHABILITABLE}): "rehabilitable",
    frozenset({WorkAbility.ABLE, WorkAbility.REHABILITABLE}): "able_or_rehabilitable",
}
_STAGES: Final = (SchoolStage.PRIMARY, SchoolStage.PREPARATORY, SchoolStage.SECONDARY, SchoolStage.UNIVERSITY)
_STAGES_FROM: Final = {frozenset(_STAGES[at:]): f"{stage.value}_reached" for at, stage in enumerate(_STAGES)}


class _Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    min_age: int | None = None
    max_age: int | None = None
    sex: Sex | None = None
    ability: frozenset[WorkAbility] = frozenset()
    stages: frozenset[SchoolStage] = frozenset()
    beneficiary: bool = False
    not_employed: bool = False
    job_seeker: bool = False


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    title: Wording
    track: Track
    provider: Wording
    place: Wording
    starts_on: date
    ends_on: date
    seats: int
    section: Audience
    conditions: _Asked = _Asked()


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    courses: tuple[_Written, ...]


def read_courses(yaml: bytes | str) -> tuple[CourseDraft, ...]:
    """The drafts of a list of courses.

    Raises:
        OfficeError: `empowerment.unreadable_courses`, naming the place; `empowerment.no_such_choice` for a set of
            abilities or stages that no condition of the pack asks for.
    """
    # Imported late: YAML costs tens of milliseconds, and courses come from a list once a term.
    import msgspec.yaml

    try:
        listed = msgspec.yaml.decode(yaml, type=_List)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise OfficeError("empowerment.unreadable_courses", what=str(fault)) from fault
    return tuple(
        CourseDraft(
            code=each.code,
            title=each.title,
            provider=each.provider,
            place=each.place,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            seats=each.seats,
            audience=each.section,
            track=each.track,
            conditions=_conditions(each.code, each.conditions),
        )
        for each in listed.courses
    )


def _conditions(code: str, asked: _Asked) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    if asked.min_age is not None:
        found["age_at_least"] = {"least_age": asked.min_age}
    if asked.max_age is not None:
        found["age_at_most"] = {"greatest_age": asked.max_age}
    if asked.sex is not None:
        found["women" if asked.sex is Sex.FEMALE else "men"] = {}
    found |= _one_of(code, asked.ability, _ABILITIES) | _one_of(code, asked.stages, _STAGES_FROM)
    for condition in ("beneficiary", "not_employed", "job_seeker"):
        if getattr(asked, condition):
            found[condition] = {}
    return found


def _one_of(code: str, choices: frozenset[C], conditions: Mapping[frozenset[C], str]) -> dict[str, dict[str, int]]:
    if not choices:
        return {}
    if choices not in conditions:
        raise OfficeError("empowerment.no_such_choice", course=code, choice=", ".join(sorted(choices)))
    return {conditions[choices]: {}}
