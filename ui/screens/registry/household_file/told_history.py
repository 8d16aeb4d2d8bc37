"""The history of a file, told version by version: read and worded at one desk, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.values.language import Wording

if TYPE_CHECKING:
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer


@dataclass(frozen=True, slots=True)
class ToldVersion:
    """One version: when it was made (aware UTC), by whom, and in sentences what it did and why."""

    number: int
    at: datetime
    by: Wording
    sentences: tuple[Wording, ...]


def read_history(desk: Desk, file: HouseholdAnswer) -> tuple[ToldVersion, ...]:
    """Every version of a file, the newest first; OfficeError `registry.unknown_file`."""
    from desktop.office.service import staff
    from desktop.registry.history_sentences import sentences
    from desktop.registry.queries import history

    colleagues = staff(desk)
    names = {each.login: each.name for each in colleagues}
    entries = history(desk, file.file_number)
    titles = _titles(file)
    return tuple(
        ToldVersion(
            entry.version,
            entry.at,
            names.get(entry.by, Wording(entry.by, entry.by)),
            sentences(entry, file.file, staff=colleagues, titles=titles, history=entries),
        )
        for entry in entries
    )


def _titles(file: HouseholdAnswer) -> dict[str, Wording]:
    """What the programmes of the country are called."""
    from desktop.programmes.catalogue import Catalogue

    catalogue = Catalogue()
    programmes = catalogue.of_country(file.summary.country.value)
    return {each: catalogue.pack(each, catalogue.versions[each][-1]).text.title for each in programmes}
