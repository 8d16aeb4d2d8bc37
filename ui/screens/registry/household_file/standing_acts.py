"""What can be done to a file as a whole, each with its reason: close, reopen, seal, unseal, move to a section."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from desktop.office.answers import Saved
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer


class Act(StrEnum):
    """A change of a file's standing."""

    MOVE = "move"
    SEAL = "seal"
    UNSEAL = "unseal"
    CLOSE = "close"
    REOPEN = "reopen"


def acts_of(workplace: Workplace, file: HouseholdAnswer) -> Iterator[Act]:
    """What who sits here may do to a file, as it stands today; nothing to one that is shown as of another day."""
    if file.as_of != workplace.seat.today or file.known_at is not None:
        return
    if file.summary.office != workplace.seat.place.code:
        return
    may_change = workplace.may("change_files")
    if may_change and len(workplace.seat.staff.sees) > 1:
        yield Act.MOVE
    if workplace.may("open_sealed"):
        yield Act.UNSEAL if file.summary.sealed else Act.SEAL
    if may_change:
        yield Act.CLOSE if file.summary.closed_at is None else Act.REOPEN


def done(desk: Desk, act: Act, file: HouseholdAnswer, reason: str) -> Saved[HouseholdAnswer]:
    """Do it to the version that was shown; errors as of `desktop.registry.standing`."""
    from desktop.database.policy import Section
    from desktop.registry import service

    number, version = file.file_number, file.version
    match act:
        case Act.MOVE:
            other = next(each for each in Section if each is not file.section)
            return service.move_to_section(
                desk, file_number=number, section=other, expected_version=version, reason=reason
            )
        case Act.SEAL:
            return service.seal(desk, file_number=number, expected_version=version, reason=reason)
        case Act.UNSEAL:
            return service.unseal(desk, file_number=number, expected_version=version, reason=reason)
        case Act.CLOSE:
            return service.close(desk, file_number=number, expected_version=version, reason=reason)
        case Act.REOPEN:
            return service.reopen(desk, file_number=number, expected_version=version, reason=reason)
