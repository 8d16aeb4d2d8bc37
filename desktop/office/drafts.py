"""What is asked of the office room, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.database.policy import Section, StaffRole
from desktop.facts.codes import Country, Sex
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class OfficeDraft:
    """A place to be founded.

    Args:
        code: lower-case Latin letters, digits and hyphens, such as `qatif`; every row of the office carries it.
        short_code: two to six capitals that serial numbers begin with, such as `QTF`.
        parent: code of the directorate above it.
    """

    code: str
    name: Wording
    country: Country = Country.SA
    region: str = ""
    short_code: str = "YSR"
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """A person to be appointed.

    Args:
        login: lower-case Latin letters, digits, `.`, `_` and `-`, at most 63; the database role on PostgreSQL.
        password: at least eight characters; None on SQLite lets the person in without one.
    """

    login: str
    name: Wording
    roles: frozenset[StaffRole]
    sections: frozenset[Section] = frozenset({Section.GENERAL})
    sex: Sex = Sex.MALE
    password: str | None = None


@dataclass(frozen=True, slots=True)
class WorkDraft:
    """Work to be done: `subject` is a message key of the room that asks, `details` its placeholders."""

    kind: str
    subject: str
    details: dict[str, Any]
    due: date | None = None
    household: UUID | None = None
    section: Section = Section.GENERAL
    assigned_to: str | None = None
