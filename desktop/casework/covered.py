"""Whom a right covers, by the pack's own word for it. Pure."""

from __future__ import annotations

from datetime import date

from msgspec import UNSET

from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import evaluation_of
from desktop.programmes.language.family import MEMBER
from desktop.programmes.language.scope import truth
from desktop.programmes.packs.compiled import Pack

COVERED = "covered"
"""The variable of a member by which a pack says whose share is in the amount."""


def covered_members(pack: Pack, file: HouseholdFile, *, on: date, member: str | None) -> list[str]:
    """References of the members that the right covers, in the order of the file.

    A right of a person's own covers that person. A pack that does not say whom it covers covers every living member; of
    one that says, who is not surely covered is left out, since a statement names only whom the amount is for.
    """
    if member is not None:
        return [member]
    if (MEMBER, COVERED) not in pack.scope.sources:
        return [each.ref for each in file.members if each.death_date is UNSET]
    reader = pack.scope.variable(MEMBER, COVERED).reader
    evaluation = evaluation_of(pack, file, on)
    found = [truth(evaluation, person, reader) for person in evaluation.family.members()]
    return [each.ref for each, holds in zip(file.members, found, strict=True) if holds.may_hold and not holds.may_fail]
