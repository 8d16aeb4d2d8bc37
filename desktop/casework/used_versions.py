"""A version that an office has used stands as it was used: a change of its text is a version of its own.

What was decided can then be replayed for good, and no two families are decided by two texts of one name.
"""

from __future__ import annotations

from sqlalchemy import select

from desktop.casework.caseload_records import CaseloadStretch
from desktop.casework.records import Assessment
from desktop.office.desk import Desk
from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import OfficeError


def refuse_changed(desk: Desk, pack: Pack) -> None:
    """Refuses a pack whose text has changed since the office first assessed under the same version.

    One assessment tells, or one stretch of a run over the caseload: none is stored under a second text. A decision
    needs no look of its own, since every decision rests on an assessment. On PostgreSQL a member of staff sees the
    assessments of the own sections only.

    Raises:
        OfficeError: `casework.version_changed`.
    """
    for kind in (Assessment, CaseloadStretch):
        used = (
            select(kind.pack_hash)
            .where(
                kind.office == desk.office,
                kind.programme == pack.text.id,
                kind.pack_version == pack.text.version,
            )
            # Along the index of office, programme and day, where the youngest rows are of the youngest versions.
            .order_by(kind.on_date.desc())
            .limit(1)
        )
        found = desk.session.scalars(used).one_or_none()
        if found is not None and found != pack.pack_hash:
            raise OfficeError("casework.version_changed", programme=pack.text.title, version=pack.text.version)
