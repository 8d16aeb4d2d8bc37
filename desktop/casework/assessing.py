"""Assesses a registered household and keeps the answer with the facts it was made from."""

from __future__ import annotations

from datetime import date

from msgspec import UNSET, UnsetType
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from desktop.casework.amounts import at_least, due_monthly, known
from desktop.casework.answers import AssessmentAnswer
from desktop.casework.periods import DECISION, period
from desktop.casework.records import Assessment
from desktop.casework.seen import assessment_answer
from desktop.casework.standing import newest_day, standing_decision
from desktop.casework.used_versions import refuse_changed
from desktop.casework.work import follow_assessment
from desktop.facts import assessment as shape
from desktop.facts.assessment import encode_assessment
from desktop.facts.canonical import canonical_bytes
from desktop.office.answers import Changes, Saved
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.answers.assess import assess as answer_of
from desktop.programmes.packs.catalogue import Catalogue, receives
from desktop.programmes.packs.compiled import Pack
from desktop.registry.answers import HouseholdAnswer
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError
from resources.version import __version__

CHANGED = frozenset({"assessments", "work_items"})


@requires(Permission.ASSESS)
def assess(
    desk: Desk, *, file_number: str, programme: str, on: date, catalogue: Catalogue, member: str | None = None
) -> Saved[AssessmentAnswer]:
    """Assess a household as the office holds it, on the facts of one day, and keep the answer.

    The same facts, pack and day give the answer that is stored already, and nothing is written twice. An open answer
    puts its missing facts on the list of work, a settled one that the office has not decided puts the decision there.

    Args:
        desk: of the office that keeps the file.
        file_number: in any digits.
        programme: `ID`, by the law in force on the day, or `ID@VERSION`.
        on: the day of assessment (Gregorian).
        catalogue: the packs.
        member: the claimant by reference, for programmes whose right is a person's own.

    Raises:
        OfficeError: `registry.unknown_file`, `casework.not_your_office`, `casework.closed_file`,
            `casework.version_changed` where the version read otherwise when it was first used, and what the programme
            refuses (`programmes.other_country`, `programmes.before_any_version`, `programmes.right_of_member`, …).
    """
    opened = workable(desk, file_number, on)
    pack = catalogue.asked(programme, on, opened.file)
    given = answer_of(pack, opened.file, on=on, member=member)
    row, new = stored(desk, opened, pack, given, member)
    changes = Changes(frozenset({opened.id}), CHANGED) if new else Changes()
    return Saved(assessment_answer(desk, row), changes)


def workable(desk: Desk, file_number: str, on: date) -> HouseholdAnswer:
    """The file on a day, if this office works on it."""
    opened = open_file(desk, file_number, as_of=on)
    if opened.summary.office != desk.office:
        raise OfficeError("casework.not_your_office", file_number=opened.file_number, office=opened.summary.office)
    if opened.summary.closed_at is not None:
        raise OfficeError("casework.closed_file", file_number=opened.file_number)
    return opened


def stored(
    desk: Desk, opened: HouseholdAnswer, pack: Pack, given: shape.Assessment, member: str | None
) -> tuple[Assessment, bool]:
    """The record of an answer, and whether it was made just now; the work that follows from it is on the list."""
    row, new = _kept_once(desk, opened, pack, given, member)
    if newest_day(desk, opened.id, row.programme, member) == row.on_date:
        standing = standing_decision(desk, opened.id, row.programme, member)
        answered = standing is not None and answers_application(standing.decided_on, opened)
        due = None if answered else decide_by(pack, opened, row.on_date)
        follow_assessment(desk, opened.summary, row, standing, decide_by=due)
    return row, new


def decide_by(pack: Pack, opened: HouseholdAnswer, on: date) -> date | None:
    """The last day for deciding an application (Reg. art. 5.1); None for who receives already or never applied."""
    span, applied_on = period(pack, DECISION), opened.file.household.applied_on
    if span is None or isinstance(applied_on, UnsetType) or receives(opened.file, pack.text.id, on):
        return None
    return span.last_day(applied_on)


def answers_application(decided_on: date, opened: HouseholdAnswer) -> bool:
    """Whether a decision of that day answered the application that the file now holds."""
    applied_on = opened.file.household.applied_on
    return isinstance(applied_on, UnsetType) or decided_on >= applied_on


def _kept_once(
    desk: Desk, opened: HouseholdAnswer, pack: Pack, given: shape.Assessment, member: str | None
) -> tuple[Assessment, bool]:
    same = select(Assessment).where(Assessment.household_id == opened.id, Assessment.reference == given.id)
    row = desk.session.scalars(same).one_or_none()
    if row is not None:
        return row, False
    refuse_changed(desk, pack)
    row = record_of(desk, opened, pack, given, member)
    try:
        with desk.session.begin_nested():
            desk.session.add(row)
            desk.session.flush()
    except IntegrityError:
        # A colleague stored the same answer between the question and the insert.
        return desk.session.scalars(same).one(), False
    return row, True


def record_of(
    desk: Desk, opened: HouseholdAnswer, pack: Pack, given: shape.Assessment, member: str | None
) -> Assessment:
    """An answer as a record that is not stored yet."""
    if given.id is UNSET:
        raise ValueError("an assessment to be kept carries its id")
    due = due_monthly(given)
    shown = given.amount if given.amount is not None else due
    return Assessment(
        office=desk.office,
        household_id=opened.id,
        household_version=opened.version,
        programme=given.programme,
        pack_version=given.version,
        pack_hash=given.pack_hash,
        facts_hash=given.facts_hash,
        reference=given.id,
        member=member,
        on_date=given.on,
        outcome=given.outcome,
        currency=pack.text.currency,
        period=None if shown is None else shown.period,
        amount_status=None if given.amount is None else given.amount.status,
        amount_minor=known(given.amount),
        total_status=None if due is None else due.status,
        total_minor=known(due),
        total_at_least=None if due is None else at_least(due),
        missing_count=len(given.missing),
        assessed_at=desk.now,
        assessed_by=desk.staff.login,
        program_version=__version__,
        answer=encode_assessment(given),
        facts=canonical_bytes(opened.file),
    )
