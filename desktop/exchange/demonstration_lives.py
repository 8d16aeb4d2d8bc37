"""What happened to the households of the demonstration office before it was founded.

They applied, were assessed, decided and told like any others, so that the first day finds some weeks of work done and a
handful of it still to do.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import UnsetType

from desktop.casework.answers import AssessmentAnswer
from desktop.casework.service import assess, decide, request_information
from desktop.facts.codes import AmountStatus, Outcome
from desktop.facts.household_file import HouseholdFile, Stay
from desktop.notices.service import failed
from desktop.office.desk import Desk
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import service as registry

_PROGRAMME = "sa.developed"
_FRIDAY, _SATURDAY = 4, 5
_LATELY = 12
"""Days before the founding on which a family is asked whose outcome is no longer clear, so that it still has time."""


class _Life(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days before the founding, as `resources/demonstration/lives.yaml` says them."""

    file: str
    applied: int = 0
    decided: int | None = None
    asked: int | None = None
    unreached: int | None = None
    because: str = ""


class _Lives(msgspec.Struct, frozen=True):
    lives: tuple[_Life, ...]


def lived(desk: Desk, name: str, file: HouseholdFile, *, catalogue: Catalogue) -> str:
    """Register a household on the day on which it applied and do with it what was done since.

    Every step is the office's own verb at a desk of its day. Where the law of that day leaves the outcome open, the
    family is asked instead. Returns the file number.

    Args:
        desk: of who does it all; `desk.today` is the day of the founding.
        name: of the file in `resources/demonstration/households`.
        file: the household.
        catalogue: the packs.

    Raises:
        OfficeError: as of `registry.service.register`.
    """
    life = _lives().get(name, _Life(name))
    then = _at(desk, life.applied)
    number = registry.register(then, draft=_applied(file, then.today)).answer.file_number
    if life.decided is not None:
        _decide(desk, number, life, life.decided, catalogue)
    elif life.asked is not None:
        _ask(_at(desk, life.asked), number, catalogue)
    else:
        _assess(desk, number, catalogue)
    return number


def _applied(file: HouseholdFile, on: date) -> HouseholdFile:
    """The file with its application on a day. Absences count from it, so they keep their distance."""
    stated = file.household.applied_on
    moved = timedelta(0) if isinstance(stated, UnsetType) else on - stated
    members = tuple(
        msgspec.structs.replace(member, absences=tuple(_moved(each, moved) for each in member.absences))
        if isinstance(member.absences, tuple)
        else member
        for member in file.members
    )
    household = msgspec.structs.replace(file.household, applied_on=on)
    return msgspec.structs.replace(file, household=household, members=members)


def _moved(absence: Stay, by: timedelta) -> Stay:
    days = {name: getattr(absence, name) for name in ("from_", "to")}
    return msgspec.structs.replace(absence, **{name: day + by for name, day in days.items() if isinstance(day, date)})


def _decide(desk: Desk, number: str, life: _Life, days: int, catalogue: Catalogue) -> None:
    then = _at(desk, days)
    if not _settled(_assess(then, number, catalogue)):
        _ask(_at(desk, min(days, _LATELY)), number, catalogue)
        return
    decision = decide(then, file_number=number, programme=_PROGRAMME, on=then.today, catalogue=catalogue).answer
    if life.unreached is not None:
        (notice,) = decision.notices
        later = _at(desk, life.unreached)
        failed(later, notice=notice.id, reason=life.because, expected_version=notice.version)


def _ask(then: Desk, number: str, catalogue: Catalogue) -> None:
    if _assess(then, number, catalogue).missing_count:
        request_information(then, file_number=number, programme=_PROGRAMME, on=then.today, catalogue=catalogue)


def _assess(then: Desk, number: str, catalogue: Catalogue) -> AssessmentAnswer:
    return assess(then, file_number=number, programme=_PROGRAMME, on=then.today, catalogue=catalogue).answer


def _settled(assessed: AssessmentAnswer) -> bool:
    """Whether the office can decide: the children grow, and a fact that nobody asked of a child is asked of a youth."""
    amounts = {each.status for each in (assessed.amount, assessed.total) if each is not None}
    return assessed.outcome is not Outcome.UNDETERMINED and AmountStatus.BOUNDED not in amounts


def _at(desk: Desk, days: int) -> Desk:
    """The desk as it stood so many days before, on a day on which offices work.

    No day of an earlier year: file numbers begin anew with the year, and those of the demonstration are of one.
    """
    day = desk.today - timedelta(days=days)
    if days and day.weekday() in (_FRIDAY, _SATURDAY):
        day -= timedelta(days=day.weekday() - _FRIDAY + 1)
    day = max(day, date(desk.today.year, 1, 1))
    return replace(desk, today=day, now=desk.now - (desk.today - day))


@cache
def _lives() -> dict[str, _Life]:
    # Imported late: YAML costs tens of milliseconds, and only who founds a demonstration needs it.
    import msgspec.yaml

    text = files("resources").joinpath("demonstration", "lives.yaml").read_bytes()
    return {life.file: life for life in msgspec.yaml.decode(text, type=_Lives).lives}
