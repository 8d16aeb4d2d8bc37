"""Verifies that the results of runs are those that were kept: the audit holds a digest of every stretch of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

import msgspec
from sqlalchemy import select

from desktop.casework.caseload_records import CaseloadResult, CaseloadStretch
from desktop.casework.caseload_rows import FIELDS, digest_of, line_of
from desktop.database.audit import AuditEntry
from desktop.database.policy import Section
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.office.records import Office


class StretchFault(StrEnum):
    """What is wrong with a stretch of results."""

    CHANGED = "changed"
    MISSING = "missing"
    NOT_AUDITED = "not_audited"


@dataclass(frozen=True, slots=True)
class BadStretch:
    """A stretch of results that is not what was kept."""

    stretch: UUID
    fault: StretchFault


@dataclass(frozen=True, slots=True)
class ResultsVerdict:
    """What verifying an office's results found.

    Args:
        office: whose.
        files: results that hold.
        bad: stretches that do not.
        hidden: stretches with files of a section that who asks does not see: they cannot tell.
    """

    office: str
    files: int
    bad: tuple[BadStretch, ...]
    hidden: int


@requires(Permission.READ_AUDIT)
def verify_results(desk: Desk) -> tuple[ResultsVerdict, ...]:
    """Compare every result that this person sees with the digest in the audit, by the office's code.

    The chain itself is for `office.audit.verify` to judge; here it is taken at its word.
    """
    stretches: dict[str, list[CaseloadStretch]] = {}
    for stretch in desk.session.scalars(select(CaseloadStretch).order_by(CaseloadStretch.id)):
        stretches.setdefault(stretch.office, []).append(stretch)
    written = _written(desk)
    offices = desk.session.scalars(select(Office.office).order_by(Office.office)).all()
    return tuple(_verdict(desk, each, stretches.get(each, []), written.get(each, {})) for each in offices)


def _written(desk: Desk) -> dict[str, dict[UUID, str]]:
    """The digests in the audit, by office and stretch."""
    entries = select(AuditEntry.office, AuditEntry.row_id, AuditEntry.after).where(
        AuditEntry.table_name == CaseloadStretch.__tablename__, AuditEntry.action == "insert"
    )
    found: dict[str, dict[UUID, str]] = {}
    for office, row, after in desk.session.execute(entries):
        if after is not None:
            found.setdefault(office, {})[UUID(row)] = msgspec.json.decode(after)["digest"]
    return found


def _verdict(desk: Desk, office: str, kept: list[CaseloadStretch], written: dict[UUID, str]) -> ResultsVerdict:
    sees_all = set(desk.staff.sees) == set(Section)
    counts: Counter[str] = Counter()
    bad = [BadStretch(each, StretchFault.MISSING) for each in written.keys() - {stretch.id for stretch in kept}]
    for stretch in kept:
        if stretch.id not in written:
            bad.append(BadStretch(stretch.id, StretchFault.NOT_AUDITED))
            continue
        digest, files = _digest(desk, stretch)
        if digest == written[stretch.id] == stretch.digest:
            counts["files"] += files
        elif files < stretch.files and not sees_all:
            counts["hidden"] += 1
        else:
            bad.append(BadStretch(stretch.id, StretchFault.CHANGED))
    return ResultsVerdict(office, counts["files"], tuple(bad), counts["hidden"])


def _digest(desk: Desk, stretch: CaseloadStretch) -> tuple[str, int]:
    columns = [getattr(CaseloadResult, name) for name in FIELDS]
    wanted = (
        select(CaseloadResult.household_id, CaseloadResult.household_version, *columns)
        .where(CaseloadResult.office == stretch.office, CaseloadResult.stretch_id == stretch.id)
        .order_by(CaseloadResult.household_id)
    )
    lines = [line_of(household, version, values) for household, version, *values in desk.session.execute(wanted)]
    return digest_of(lines), len(lines)
