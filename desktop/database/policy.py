"""Who may see and write which rows: declared beside a table, enforced by PostgreSQL or, on SQLite, by the session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StaffRole(StrEnum):
    """What a member of staff is at the office; on PostgreSQL also the group role `yusr_<role>`."""

    RESEARCHER = "researcher"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    EMPOWERMENT = "empowerment"


class Section(StrEnum):
    """The two halves of an office; files of the women's section are confidential to it and to supervisors.

    The values of `desktop.facts.codes.Section`, which stands above this room; a test holds the two together.
    """

    GENERAL = "general"
    WOMEN = "women"


EVERYONE = frozenset(StaffRole)
CASE_STAFF = frozenset({StaffRole.RESEARCHER, StaffRole.SUPERVISOR, StaffRole.EMPOWERMENT})
RESEARCHERS = frozenset({StaffRole.RESEARCHER, StaffRole.SUPERVISOR})
SUPERVISORS = frozenset({StaffRole.SUPERVISOR})
ADMINISTRATORS = frozenset({StaffRole.ADMINISTRATOR})
NOBODY: frozenset[StaffRole] = frozenset()

READS_OFFICES_BELOW = frozenset({StaffRole.SUPERVISOR, StaffRole.AUDITOR})
"""Roles that also read the offices under their own (a directorate's supervisor); nobody writes there."""


@dataclass(frozen=True, slots=True)
class Follows:
    """Rows are seen exactly when the parent row that `column` names is seen; a row without a parent is free.

    One rule for a whole file: a child of a women's section household needs no section column of its own.
    """

    parent: str
    column: str


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may read, insert, update and delete the rows of one table.

    The own office always bounds every row, and the women's section bounds every table that is `Sectioned`;
    neither is written here. Nobody may delete unless said.

    Args:
        follows: the parent that decides whether a row is seen.
        own_row: the column that names a login; whoever signed in under it sees the row in any case, so that a disabled
            person can be told so.
        kept_by_owner: the owner's functions read and write past the policies (staff, offices, audit).
        whole: roles that see every row of an office whose rows they read, whatever its section or seal. For them what
            follows a row by a foreign key is seen without asking for the row itself, a million times in a caseload.
    """

    read: frozenset[StaffRole] = EVERYONE
    insert: frozenset[StaffRole] = RESEARCHERS
    update: frozenset[StaffRole] = RESEARCHERS
    delete: frozenset[StaffRole] = NOBODY
    follows: Follows | None = None
    own_row: str | None = None
    kept_by_owner: bool = False
    whole: frozenset[StaffRole] = NOBODY
