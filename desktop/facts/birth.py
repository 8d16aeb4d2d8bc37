"""When a member can have been born, from whichever calendars and precision the file states."""

from __future__ import annotations

from msgspec import UNSET

from desktop.facts.household_file import Member
from desktop.values.dates import DatePossibility, Precision, read_hijri, reconcile
from desktop.values.errors import OfficeError


def read_birth(member: Member) -> DatePossibility | None:
    """The days on which the member can have been born; None where no date is stated.

    Raises:
        OfficeError: where the Hijri date does not exist or the two calendars disagree.
    """
    hijri = read_hijri(member.birth_date_hijri) if member.birth_date_hijri is not UNSET else None
    gregorian = member.birth_date if member.birth_date is not UNSET else None
    return reconcile(gregorian, hijri, Precision(member.birth_date_precision.value))


def birth_of(member: Member) -> DatePossibility | None:
    """As `read_birth`, and None where what is stated cannot be."""
    try:
        return read_birth(member)
    except OfficeError:
        return None
