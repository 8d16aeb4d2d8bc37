"""Assesses a household of the register by the office's own verb, which keeps the answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from desktop.bootstrap import OpenOffice
from desktop.casework import assessing
from desktop.facts.assessment import Assessment
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import queries
from desktop.values.errors import OfficeError, Unreachable
from ui.command_line.signing_in import Access, signed_in
from ui.command_line.speaking import Voice


@dataclass(frozen=True, slots=True)
class RegisteredHousehold:
    """A file of the office, to be assessed."""

    office: OpenOffice
    file_number: str
    file: HouseholdFile

    def assess(self, *, programme: str, on: date, member: str | None) -> Assessment:
        """The rules' answer, kept; OfficeError as of `casework.assessing.assess`."""
        with self.office.desk() as desk:
            saved = assessing.assess(
                desk, file_number=self.file_number, programme=programme, on=on, catalogue=Catalogue(), member=member
            )
        return saved.answer.answer

    def assessments(self, *, on: date, member: str | None) -> Iterator[tuple[str, Assessment | OfficeError]]:
        """Every programme of the household's country with its answer, or why it has none on that day."""
        catalogue = Catalogue()
        for programme in catalogue.of_country(self.file.household.country.value):
            own = catalogue.pack(programme, catalogue.versions[programme][0]).text.unit == "member"
            try:
                yield programme, self.assess(programme=programme, on=on, member=member if own else None)
            except Unreachable:
                raise
            except OfficeError as error:
                yield programme, error


@contextmanager
def opened(voice: Voice, access: Access, file_number: str) -> Iterator[RegisteredHousehold]:
    """The household of a file number; OfficeError `registry.unknown_file`."""
    with signed_in(voice, access) as office:
        with office.desk(reading=True) as desk:
            answer = queries.open_file(desk, file_number)
        yield RegisteredHousehold(office, answer.file_number, answer.file)
