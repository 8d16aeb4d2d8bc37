"""Of whom the expression at a place of a pack is asked."""

from __future__ import annotations

from desktop.programmes.language.family import HOUSEHOLD
from desktop.programmes.packs.compiled import Pack


def entity_at(pack: Pack, place: str) -> str:
    """The entity that the expression at a place is asked about."""
    section, *rest = place.split("/")
    if section == "variables":
        return rest[0]
    if section == "household_total":
        return HOUSEHOLD
    stated = {f"adjustments/{each.id}": each.of for each in pack.text.adjustments}
    stated |= {f"documents/{each.id}": each.of for each in pack.text.documents}
    for category in pack.text.categories:
        stated |= {f"categories/{category.id}/documents/{each.id}": each.of for each in category.documents}
    return stated.get(place, pack.subject)
