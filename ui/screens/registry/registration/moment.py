"""What the pages of the form show at one moment: the form, what is told of it, and what the office knows besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ui.language.reader import Reader
from ui.screens.registry.registration.examination import Fault
from ui.screens.registry.registration.persons import Person, persons
from ui.screens.registry.registration.states import Wizard
from ui.screens.registry.registration.typed import Typed


@dataclass(frozen=True, slots=True)
class Notice:
    """What the office knows of what was typed: a sentence, and the number of the file to look at, '' for none."""

    words: str
    file_number: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One state of the form, ready to be shown.

    Args:
        wizard: the form.
        today: the office's day.
        reader: who reads it.
        told: by slot, the first thing that is wrong there.
        notices: by slot, what the office knows of what stands there.
    """

    wizard: Wizard
    today: date
    reader: Reader
    told: Mapping[str, Fault]
    notices: Mapping[str, tuple[Notice, ...]]

    @property
    def typed(self) -> Typed:
        """What was typed."""
        return self.wizard.typed

    @property
    def people(self) -> tuple[Person, ...]:
        """Who can be named in a field."""
        return persons(self.typed)

    def fault(self, *slots: str) -> str:
        """What is wrong at the first of these slots where something is; '' where nothing is."""
        found = next((self.told[slot] for slot in slots if slot in self.told), None)
        return self.reader.wording(found.sentence) if found is not None else ""


def moment_of(wizard: Wizard, today: date, reader: Reader, notices: Mapping[str, tuple[Notice, ...]]) -> Moment:
    """The form as it is to be shown now; what it is looked through for is remembered for the same form."""
    told: dict[str, Fault] = {}
    for fault in wizard.told(today):
        told.setdefault(fault.slot, fault)
    return Moment(wizard, today, reader, told, notices)
