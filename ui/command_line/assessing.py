"""Assesses the household of a file, without a database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.facts.assessment import Assessment
from desktop.facts.consistency import contradictions
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.foresight.foreseen import foreseen
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import Faults, OfficeError
from ui.command_line.household_source import bytes_of


def household_in(source: str) -> HouseholdFile:
    """The household of a file or of standard input, free of contradictions.

    Raises:
        Faults: `facts.file_breaks_schema`, `command_line.file_contradicts`.
        Unreachable: the file cannot be read.
    """
    file = read_household(bytes_of(source))
    faults = contradictions(file, today=date.today())
    if faults:
        raise Faults("command_line.file_contradicts", faults=faults, count=len(faults))
    return file


def assessment_of(file: HouseholdFile, *, programme: str, on: date, member: str | None) -> Assessment:
    """The rules' answer; OfficeError as of `Catalogue.asked` and `assess`."""
    return assess(Catalogue().asked(programme, on, file), file, on=on, member=member)


def foreseen_of(file: HouseholdFile, answer: Assessment, *, member: str | None) -> Assessment:
    """The answer with the days that change it and the facts that would turn it, which no stored answer holds."""
    return foreseen(answer, file, Catalogue(), member=member)


def assessments_of(
    file: HouseholdFile, *, on: date, member: str | None
) -> Iterator[tuple[str, Assessment | OfficeError]]:
    """Every programme of the household's country with its answer, or why it has none on that day."""
    catalogue = Catalogue()
    for programme in catalogue.of_country(file.household.country.value):
        try:
            pack = catalogue.asked(programme, on, file)
            yield programme, assess(pack, file, on=on, member=member if pack.text.unit == "member" else None)
        except OfficeError as error:
            yield programme, error
