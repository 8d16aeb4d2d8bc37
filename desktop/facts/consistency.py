"""What the schema cannot say of a household file: contradictions, which refuse it, and doubts, which do not.

Only what cannot be true in any completion of the facts is a contradiction: a parent known by the year and a child
known by the day contradict each other only if every day of the year does.
"""

from __future__ import annotations

import datetime as dt

from desktop.facts.household_file import HouseholdFile
from desktop.facts.kinship_faults import kinship_faults
from desktop.facts.means_faults import means_faults
from desktop.facts.person_faults import number_doubts, person_faults
from desktop.values.errors import OfficeError


def contradictions(file: HouseholdFile, *, today: dt.date, allow_invented: bool = True) -> tuple[OfficeError, ...]:
    """Every contradiction of the file, each with the JSON Pointer of the fact to mend.

    Args:
        file: a file that the schema accepts.
        today: the office's day, against which births, applications and notices lie in the past.
        allow_invented: accept the impossible birth dates of invented Egyptian numbers; they are in `warnings`.
    """
    return (
        *kinship_faults(file),
        *person_faults(file, today=today, allow_invented=allow_invented),
        *means_faults(file, today=today),
    )


def warnings(file: HouseholdFile) -> tuple[OfficeError, ...]:
    """Doubts worth a second look that refuse nothing: numbers whose check rule was never published."""
    return tuple(number_doubts(file))
