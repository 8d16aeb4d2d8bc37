"""Where a fact of an open file is entered: the registration form, laid over the file, at that field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.screens.registry.household_file.told_facts import Enter
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from desktop.registry.answers import HouseholdAnswer


def may_change(workplace: Workplace, file: HouseholdAnswer) -> bool:
    """Whether who sits here may change this file: it is open, and shown as it is today."""
    today = file.as_of == workplace.seat.today and file.known_at is None
    return today and file.summary.closed_at is None and workplace.may("change_files")


def enter_of(workplace: Workplace, file: HouseholdAnswer) -> Enter | None:
    """Goes to the field of a JSON Pointer; None where nothing may be entered."""
    if not may_change(workplace, file):
        return None
    number = file.file_number
    return lambda pointer: workplace.go(Destination(Place.REGISTRATION, number, pointer))
