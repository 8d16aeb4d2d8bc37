"""Replays a stored assessment: the named pack on the stored facts must give the stored bytes, in any year."""

from __future__ import annotations

from uuid import UUID

import msgspec

from desktop.casework.answers import Difference, ReplayAnswer, ReplayVerdict
from desktop.casework.records import Assessment, Decision
from desktop.casework.seen import visible
from desktop.facts.assessment import encode_assessment
from desktop.facts.reading import read_household
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.answers.assess import assess as answer_of
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import OfficeError


@requires(Permission.READ_FILES)
def replay(
    desk: Desk, *, catalogue: Catalogue, decision_id: UUID | None = None, assessment_id: UUID | None = None
) -> ReplayAnswer:
    """Run the pack named in a stored record on the facts stored with it, and compare the answers byte for byte.

    Args:
        desk: who asks, a grievance's reviewer or an auditor among them.
        catalogue: the packs; later versions in it change nothing.
        decision_id: replays the assessment that this decision rests on.
        assessment_id: or this assessment itself; exactly one of the two.

    Raises:
        OfficeError: `database.not_found`.
        ValueError: neither or both were named.
    """
    if (decision_id is None) == (assessment_id is None):
        raise ValueError("name a decision or an assessment")
    if decision_id is not None:
        decided = desk.session.scalars(visible(desk, Decision).where(Decision.id == decision_id)).one_or_none()
        assessment_id = None if decided is None else decided.assessment_id
    row = desk.session.scalars(visible(desk, Assessment).where(Assessment.id == assessment_id)).one_or_none()
    if row is None:
        raise OfficeError("database.not_found")
    pack = _pack(catalogue, row)
    if pack is None:
        return _answer(row, decision_id, None, ReplayVerdict.PACK_MISSING, None)
    if pack.pack_hash != row.pack_hash:
        return _answer(row, decision_id, pack.pack_hash, ReplayVerdict.PACK_CHANGED, None)
    again = encode_assessment(answer_of(pack, read_household(row.facts), on=row.on_date, member=row.member))
    if again == row.answer:
        return _answer(row, decision_id, pack.pack_hash, ReplayVerdict.EQUAL, None)
    found = first_difference(msgspec.json.decode(row.answer), msgspec.json.decode(again))
    return _answer(row, decision_id, pack.pack_hash, ReplayVerdict.DIFFERENT, found)


def first_difference(stored: object, now: object, pointer: str = "") -> Difference | None:
    """The first place, in the order of the stored document, where two JSON values differ; None for equal ones."""
    if isinstance(stored, dict) and isinstance(now, dict):
        for name in [*stored, *(name for name in now if name not in stored)]:
            found = first_difference(stored.get(name), now.get(name), f"{pointer}/{_escaped(name)}")
            if found is not None or (name in stored) != (name in now):
                return found or Difference(f"{pointer}/{_escaped(name)}", stored.get(name), now.get(name))
        return None
    if isinstance(stored, list) and isinstance(now, list):
        for at in range(max(len(stored), len(now))):
            here = f"{pointer}/{at}"
            if at >= min(len(stored), len(now)):
                return Difference(here, stored[at] if at < len(stored) else None, now[at] if at < len(now) else None)
            found = first_difference(stored[at], now[at], here)
            if found is not None:
                return found
        return None
    # JSON's true and 1 are two things, Python's are one.
    same = stored == now and isinstance(stored, bool) == isinstance(now, bool)
    return None if same else Difference(pointer, stored, now)


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _pack(catalogue: Catalogue, row: Assessment) -> Pack | None:
    if row.pack_version not in catalogue.versions.get(row.programme, ()):
        return None
    return catalogue.pack(row.programme, row.pack_version)


def _answer(
    row: Assessment,
    decision: UUID | None,
    found_hash: str | None,
    verdict: ReplayVerdict,
    difference: Difference | None,
) -> ReplayAnswer:
    return ReplayAnswer(
        assessment=row.id,
        decision=decision,
        programme=row.programme,
        pack_version=row.pack_version,
        pack_hash=row.pack_hash,
        found_hash=found_hash,
        program_version=row.program_version,
        verdict=verdict,
        difference=difference,
    )
