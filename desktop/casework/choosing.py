"""The assessment that a decision rests on: of today's facts, under the law of the day, and not decided yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from desktop.casework.assessing import record_of, stored
from desktop.casework.records import Assessment, Decision
from desktop.casework.standing import assessments_on, came_of_a_run
from desktop.casework.used_versions import refuse_changed
from desktop.facts.canonical import facts_hash
from desktop.office.desk import Desk
from desktop.programmes.answers.assess import assess as answer_of
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.registry.answers import HouseholdAnswer
from desktop.values.errors import OfficeError


def chosen_assessment(
    desk: Desk,
    opened: HouseholdAnswer,
    programme: str,
    *,
    on: date,
    catalogue: Catalogue,
    member: str | None,
    keeping: bool,
) -> tuple[Pack, Assessment]:
    """The pack and the assessment to decide on; arguments as of `current_assessment`, errors of `deciding.decide`."""
    pack, assessed = current_assessment(
        desk, opened, programme, on=on, catalogue=catalogue, member=member, keeping=keeping
    )
    if not in_force(pack, on):
        raise OfficeError("casework.not_in_force", programme=pack.text.id, version=pack.text.version, on=on)
    decided = desk.session.scalars(select(Decision).where(Decision.assessment_id == assessed.id)).one_or_none()
    if decided is not None:
        raise OfficeError("casework.already_decided", number=decided.number, decided_on=decided.decided_on)
    return pack, assessed


def current_assessment(
    desk: Desk,
    opened: HouseholdAnswer,
    programme: str,
    *,
    on: date,
    catalogue: Catalogue,
    member: str | None,
    keeping: bool,
) -> tuple[Pack, Assessment]:
    """The assessment of a claim on the facts as they are held now, under the pack as it stands.

    Where a run over the caseload reckoned them and nobody assessed the claim by itself, it is assessed now.

    Args:
        desk: of the office that keeps the file.
        opened: the file on the day.
        programme: as given to `assess`.
        on: the day that was assessed (Gregorian).
        catalogue: the packs.
        member: the claimant, where the right is a person's own.
        keeping: whether an assessment that is made now is kept; a desk that reads keeps none.

    Raises:
        OfficeError: `programmes.right_of_member`, `casework.not_assessed`, `casework.facts_changed`,
            `casework.rules_changed`, `casework.version_changed`.
    """
    pack = catalogue.asked(programme, on, opened.file)
    if pack.text.unit == "member" and member is None:
        raise OfficeError("programmes.right_of_member", programme=pack.text.id)
    refuse_changed(desk, pack)
    found = assessments_on(desk, opened.id, pack.text.id, member, on)
    if not _fitting(found, opened, pack) and came_of_a_run(desk, opened, pack, on):
        # A run over the caseload keeps codes. Nothing is decided without the reasons in full, so they are kept first.
        given = answer_of(pack, opened.file, on=on, member=member)
        if not keeping:
            return pack, record_of(desk, opened, pack, given, member)
        return pack, stored(desk, opened, pack, given, member)[0]
    if not found:
        raise _assess_first("casework.not_assessed", opened, pack, on)
    facts = facts_hash(opened.file)
    if not any(each.facts_hash == facts for each in found):
        raise _assess_first("casework.facts_changed", opened, pack, on)
    fitting = _fitting(found, opened, pack)
    if not fitting:
        raise _assess_first("casework.rules_changed", opened, pack, on)
    return pack, fitting[0]


def _fitting(found: Sequence[Assessment], opened: HouseholdAnswer, pack: Pack) -> list[Assessment]:
    facts = facts_hash(opened.file)
    return [each for each in found if (each.facts_hash, each.pack_hash) == (facts, pack.pack_hash)]


def in_force(pack: Pack, on: date) -> bool:
    """Whether a version is the law on a day, for applicants or beneficiaries."""
    applies = pack.text.applies
    return applies.from_ <= on and (applies.to is None or on <= applies.to)


def _assess_first(key: str, opened: HouseholdAnswer, pack: Pack, on: date) -> OfficeError:
    return OfficeError(key, file_number=opened.file_number, programme=pack.text.title, on=on)
