"""A household file with one fact otherwise; the file itself stays as it is."""

from __future__ import annotations

from typing import Any

import msgspec

from desktop.facts.household_file import HouseholdFile

ABSENT = msgspec.UNSET


def with_fact(file: HouseholdFile, pointer: str, value: object) -> HouseholdFile:
    """The file with the fact at a JSON Pointer set, or taken out where the value is `ABSENT`.

    Raises:
        msgspec.ValidationError: the value is none of the fact.
        LookupError: nothing stands above the fact.
    """
    tree = msgspec.to_builtins(file)
    *above, name = pointer.split("/")[1:]
    place: Any = tree
    for step in above:
        place = place[int(step)] if isinstance(place, list | tuple) else place[step]
    if value is ABSENT:
        place.pop(name, None)
    else:
        place[name] = value
    return msgspec.convert(tree, HouseholdFile)
