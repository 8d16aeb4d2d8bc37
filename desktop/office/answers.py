"""What the office room answers, frozen and made for showing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from desktop.database.policy import Section, StaffRole
from desktop.facts.codes import Country, Sex
from desktop.office.records import Office, StaffMember, WorkItem
from desktop.values.language import Wording

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a verb touched: screens that show one of these files refresh, the others do not."""

    households: frozenset[UUID] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Saved(Generic[T]):
    """The answer of a verb that wrote, with what it changed."""

    answer: T
    changes: Changes = Changes()


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """A place."""

    code: str
    name: Wording
    country: Country
    region: str
    short_code: str
    parent: str | None
    version: int

    @classmethod
    def of(cls, row: Office) -> OfficeAnswer:
        """From its record."""
        return cls(row.office, row.name, row.country, row.region, row.short_code, row.parent, row.version)


@dataclass(frozen=True, slots=True)
class StaffAnswer:
    """A member of staff, never with a password."""

    id: UUID
    login: str
    name: Wording
    sex: Sex
    office: str
    roles: frozenset[StaffRole]
    sections: frozenset[Section]
    active: bool
    version: int

    @classmethod
    def of(cls, row: StaffMember) -> StaffAnswer:
        """From its record."""
        return cls(
            id=row.id,
            login=row.login,
            name=Wording(row.name_ar, row.name_en),
            sex=row.sex,
            office=row.office,
            roles=row.roles,
            sections=row.sections,
            active=row.active,
            version=row.version,
        )

    @property
    def sees(self) -> frozenset[Section]:
        """Sections whose files this person sees: the general one, the own ones, every one for a supervisor."""
        if StaffRole.SUPERVISOR in self.roles:
            return frozenset(Section)
        return self.sections | {Section.GENERAL}


@dataclass(frozen=True, slots=True)
class FailuresAnswer:
    """Somebody whose last passwords were wrong: how many in a row, the last when, and until when the login is locked.

    Instants are aware UTC; `locked_until` is None for a login that is not locked, and may lie in the past.
    """

    login: str
    failures: int
    last_at: datetime
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class WorkAnswer:
    """A work item."""

    id: UUID
    office: str
    section: Section
    kind: str
    subject: str
    details: dict[str, Any]
    household: UUID | None
    due: date | None
    assigned_to: str | None
    opened_at: datetime
    opened_by: str
    done_at: datetime | None
    done_by: str | None
    version: int

    @classmethod
    def of(cls, row: WorkItem) -> WorkAnswer:
        """From its record."""
        return cls(
            id=row.id,
            office=row.office,
            section=row.section,
            kind=row.kind,
            subject=row.subject,
            details=row.details,
            household=row.household,
            due=row.due,
            assigned_to=row.assigned_to,
            opened_at=row.opened_at,
            opened_by=row.opened_by,
            done_at=row.done_at,
            done_by=row.done_by,
            version=row.version,
        )
