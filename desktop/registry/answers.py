"""What the registry answers, frozen and made for showing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

import msgspec

from desktop.database.policy import Section
from desktop.facts.codes import Country
from desktop.facts.household_file import HouseholdFile
from desktop.registry.records import Household, VersionAct, WordKind
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class HouseholdSummary:
    """A file in one line, as it is today: for lists and the heads of screens.

    `version` travels with every form. `facts_hash` is that of the whole file (`sha256:…`).
    """

    id: UUID
    file_number: str
    office: str
    country: Country
    section: Section
    sealed: bool
    head_name: str
    member_count: int
    version: int
    registered_at: datetime
    registered_by: str
    changed_at: datetime
    changed_by: str
    closed_at: datetime | None
    facts_hash: str

    @classmethod
    def of(cls, row: Household) -> HouseholdSummary:
        """From its record."""
        return cls(
            id=row.id,
            file_number=row.file_number,
            office=row.office,
            country=row.country,
            section=row.section,
            sealed=row.sealed,
            head_name=row.head_name,
            member_count=row.member_count,
            version=row.version,
            registered_at=row.registered_at,
            registered_by=row.registered_by,
            changed_at=row.changed_at,
            changed_by=row.changed_by,
            closed_at=row.closed_at,
            facts_hash=row.facts_hash,
        )


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """A member of the file by the id that other rooms keep, the reference in the file, and the name as written."""

    id: UUID
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class HouseholdAnswer:
    """An open file: what was held of the household `as_of` a day, as known at `known_at` (None: now)."""

    summary: HouseholdSummary
    file: HouseholdFile
    persons: tuple[PersonAnswer, ...]
    as_of: date
    known_at: datetime | None

    @property
    def id(self) -> UUID:
        """The id by which other rooms know the file."""
        return self.summary.id

    @property
    def file_number(self) -> str:
        """The number by which people know it."""
        return self.summary.file_number

    @property
    def version(self) -> int:
        """The version that a form opened on this answer carries."""
        return self.summary.version

    @property
    def section(self) -> Section:
        """The section that the file is in now."""
        return self.summary.section

    def person(self, ref: str) -> PersonAnswer:
        """The member of a reference; KeyError for none."""
        for person in self.persons:
            if person.ref == ref:
                return person
        raise KeyError(ref)


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that differs between two states of a file.

    Args:
        pointer: JSON Pointer of the fact, in the later state, or in the earlier where only that has it.
        label: what the fact is called.
        old: its value before, as on the structs of the household file; None for absent. A whole item of a list that
            came or went is its struct; a list that is told to be empty is ().
        new: its value after.
        member: reference of the member whose fact it is, None for the household's.
        item: the thing of a list whose fact it is (an income, a person outside), in the state that `pointer` is of;
            None for facts of the household and of members themselves.
    """

    pointer: str
    label: Wording
    old: object | None
    new: object | None
    member: str | None = None
    item: msgspec.Struct | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One version of a file: who made it, when, why, and what it changed of what was known the moment before.

    `effective_from` is the day from which the changed facts are so; None for a correction and for the registration.
    """

    version: int
    at: datetime
    by: str
    act: VersionAct
    reason: str
    effective_from: date | None
    changes: tuple[FactChange, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A file that was found, best first by `score` (higher is better, of no unit), and by whom or what."""

    summary: HouseholdSummary
    person: PersonAnswer | None
    found_by: WordKind
    score: float
