"""The office's decision on what the rules answered, and what the family is told of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from desktop.casework.amounts import components_of
from desktop.casework.answers import DecisionAnswer
from desktop.casework.asking import refuse_too_early
from desktop.casework.assessing import answers_application, decide_by, workable
from desktop.casework.choosing import chosen_assessment
from desktop.casework.covered import covered_members
from desktop.casework.kinds import GRANTS, Act, DecisionKind, kind_of
from desktop.casework.periods import GRIEVANCE, month_after, period
from desktop.casework.records import Assessment, Decision
from desktop.casework.seen import decision_answers, visible
from desktop.casework.standing import standing_decision
from desktop.casework.telling import missing_labels, tell_decision, way_to
from desktop.casework.work import differs, end_all
from desktop.database.columns import new_id
from desktop.facts.assessment import Assessment as Given
from desktop.facts.assessment import decode_assessment
from desktop.facts.codes import AmountStatus, CriterionOutcome, Outcome
from desktop.notices.answers import NoticeAnswer
from desktop.notices.channels import Channel
from desktop.office.answers import Changes, Saved
from desktop.office.counters import next_number
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.packs.catalogue import Catalogue, receives
from desktop.programmes.packs.compiled import Pack
from desktop.registry.answers import HouseholdAnswer
from desktop.registry.queries import household_of
from desktop.registry.versions import taken_in_hand
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

OWN_REASON = "office"
"""Code of a reason that the office gave in its own words; the others are ids of unmet criteria."""

_NUMBERS = "decision"
_CHANGED = frozenset({"decisions", "notices", "work_items"})


@requires(Permission.DECIDE)
def decide(
    desk: Desk,
    *,
    file_number: str,
    programme: str,
    on: date,
    catalogue: Catalogue,
    member: str | None = None,
    act: Act | None = None,
    refuse_reason: str | None = None,
    expected_version: int | None = None,
    channel: Channel | None = None,
) -> Saved[DecisionAnswer]:
    """Decide on the newest assessment of a claim for a day, and tell the family.

    Where only a run over the caseload reckoned it, the assessment with its reasons is made and kept first.

    Without `act` and `refuse_reason` the decision follows the assessment: eligible is granted, ineligible refused for
    the criteria that are not met. On a right that stands already, granting changes or continues and refusing stops it.
    The decision supersedes the one before. Takes effect on the first of the next month (Reg. art. 22).

    Args:
        desk: of the office that keeps the file; its day is the day of the decision.
        file_number: in any digits.
        programme: as given to `assess`.
        on: the day that was assessed (Gregorian), not after today.
        catalogue: the packs.
        member: the claimant by reference, for programmes whose right is a person's own.
        act: what whoever decides insists on.
        refuse_reason: why, in the office's words; refuses. Needed to refuse whom the rules find eligible, and to
            refuse for missing facts once the family was asked for them and their time has passed (Reg. art. 4.5).
        expected_version: the version of the file that the form was opened with.
        channel: how the family is told; the mobile on file, else the registered address, else in person.

    Raises:
        StaleFile: the file was changed since the form was opened.
        OfficeError: `casework.not_assessed`, `casework.facts_changed`, `casework.rules_changed` (assess again);
            `casework.not_in_force`; `casework.day_ahead`; `casework.already_decided`; `casework.undetermined`,
            `casework.amount_open`, `casework.not_eligible` (cannot be granted); `casework.reason_needed`,
            `casework.not_asked`, `casework.still_time` (cannot be refused yet); `registry.unknown_file`.
    """
    if on > desk.today:
        raise OfficeError("casework.day_ahead", on=on, today=desk.today)
    if expected_version is None:
        expected_version = household_of(desk, file_number).version
    # The file stays locked: nobody changes a fact between this look at it and the decision.
    taken_in_hand(desk, file_number, expected_version=expected_version)
    opened = workable(desk, file_number, on)
    assessed, row = worded_decision(
        desk,
        opened,
        programme,
        on=on,
        catalogue=catalogue,
        member=member,
        act=act,
        reason=refuse_reason,
        numbered=lambda: _number(desk),
        keeping=True,
    )
    desk.session.add(row)
    desk.session.flush()
    tell_decision(desk, row, assessed, way=way_to(opened.file, channel))
    end_all(desk, opened.summary, assessed.programme, member)
    return Saved(decision_answers(desk, [row])[0], Changes(frozenset({opened.id}), _CHANGED))


def worded_decision(
    desk: Desk,
    opened: HouseholdAnswer,
    programme: str,
    *,
    on: date,
    catalogue: Catalogue,
    member: str | None,
    act: Act | None,
    reason: str | None,
    numbered: Callable[[], str],
    keeping: bool,
) -> tuple[Assessment, Decision]:
    """The assessment and the decision on it as a record that is not stored yet; errors as of `decide`.

    `keeping` as of `choosing.current_assessment`.
    """
    pack, assessed = chosen_assessment(
        desk, opened, programme, on=on, catalogue=catalogue, member=member, keeping=keeping
    )
    given = decode_assessment(assessed.answer)
    own = (reason or "").strip()
    act = Act.REFUSE if own or act is Act.REFUSE else _allowed_grant(assessed, given, act)
    if act is Act.REFUSE:
        _allow_refusal(desk, assessed, pack, own)
    before = standing_decision(desk, opened.id, assessed.programme, member)
    # A number is taken only for what is allowed: a refused attempt leaves no gap.
    return assessed, _row(desk, opened, pack, assessed, given, before, act, own, numbered())


@requires(Permission.NOTIFY)
def tell_again(desk: Desk, *, decision: UUID, channel: Channel) -> Saved[NoticeAnswer]:
    """Tell a family of a decision once more, after a notice of it reached nobody; `database.not_found`."""
    row = desk.session.scalars(visible(desk, Decision).where(Decision.id == decision)).one_or_none()
    if row is None:
        raise OfficeError("database.not_found")
    (answer,) = decision_answers(desk, [row])
    assessed = desk.session.get_one(Assessment, row.assessment_id)
    opened = workable(desk, answer.file_number, desk.today)
    told = tell_decision(desk, row, assessed, way=way_to(opened.file, channel))
    return Saved(told, Changes(frozenset({row.household_id}), frozenset({"notices", "decisions"})))


def _allowed_grant(assessed: Assessment, given: Given, act: Act | None) -> Act:
    if assessed.outcome is Outcome.UNDETERMINED:
        raise OfficeError("casework.undetermined", facts=missing_labels(assessed), on=assessed.on_date)
    if assessed.outcome is Outcome.INELIGIBLE:
        if act is Act.GRANT:
            raise OfficeError("casework.not_eligible", reason=_unmet(given)[1], on=assessed.on_date)
        return Act.REFUSE
    # The right may stand without a figure that the law never published, not without one that the family can tell.
    if AmountStatus.BOUNDED in (assessed.amount_status, assessed.total_status):
        raise OfficeError("casework.amount_open", facts=missing_labels(assessed), on=assessed.on_date)
    return Act.GRANT


def _allow_refusal(desk: Desk, assessed: Assessment, pack: Pack, own: str) -> None:
    if assessed.outcome is Outcome.ELIGIBLE and not own:
        raise OfficeError("casework.reason_needed")
    if assessed.outcome is Outcome.UNDETERMINED:
        if not own:
            raise OfficeError("casework.undetermined", facts=missing_labels(assessed), on=assessed.on_date)
        refuse_too_early(desk, assessed, pack)


def _row(
    desk: Desk,
    opened: HouseholdAnswer,
    pack: Pack,
    assessed: Assessment,
    given: Given,
    before: Decision | None,
    act: Act,
    own: str,
    number: str,
) -> Decision:
    received = receives(opened.file, assessed.programme, assessed.on_date)
    stands = received if before is None else before.kind in GRANTS
    kind = kind_of(act, right_stands=stands, same_amounts=before is not None and not differs(assessed, before))
    granted = kind in GRANTS
    codes, reason = ([], None) if granted else _reasons(given, own)
    effective_from = month_after(desk.today)
    answered = before is not None and answers_application(before.decided_on, opened)
    grievance = period(pack, GRIEVANCE)
    return Decision(
        id=new_id(),
        office=desk.office,
        household_id=opened.id,
        household_version=opened.version,
        assessment_id=assessed.id,
        supersedes=None if before is None else before.id,
        number=number,
        programme=assessed.programme,
        pack_version=assessed.pack_version,
        title_ar=pack.text.title.ar,
        title_en=pack.text.title.en,
        member=assessed.member,
        kind=kind,
        reason_codes=codes,
        reason_ar=None if reason is None else reason.ar,
        reason_en=None if reason is None else reason.en,
        currency=assessed.currency,
        amount_status=assessed.amount_status if granted else None,
        amount_minor=assessed.amount_minor if granted else None,
        total_status=assessed.total_status if granted else None,
        total_minor=assessed.total_minor if granted else None,
        components=components_of(given) if granted else [],
        covered=covered_members(pack, opened.file, on=assessed.on_date, member=assessed.member) if granted else [],
        on_date=assessed.on_date,
        decided_on=desk.today,
        decided_at=desk.now,
        decided_by=desk.staff.login,
        effective_from=effective_from,
        covered_since=_covered_since(opened, assessed, kind, before, effective_from),
        applied_on=opened.file.household.applied_on or None,
        due_by=None if answered else decide_by(pack, opened, assessed.on_date),
        grievance_count=None if grievance is None else grievance.count,
        grievance_unit=None if grievance is None else grievance.unit,
    )


def _covered_since(
    opened: HouseholdAnswer, assessed: Assessment, kind: DecisionKind, before: Decision | None, effective_from: date
) -> date | None:
    if kind not in GRANTS:
        return None
    if before is not None and before.kind in GRANTS:
        return before.covered_since
    receipts = opened.file.household.receipts
    if kind is not DecisionKind.GRANTED and isinstance(receipts, tuple):
        since = [each.since for each in receipts if each.programme == assessed.programme]
        return max(since, default=effective_from)
    return effective_from


def _reasons(given: Given, own: str) -> tuple[list[str], Wording | None]:
    codes, reason = _unmet(given)
    if not own:
        return codes, reason
    texts = [own if not reason.ar else f"{reason.ar} {own}", own if not reason.en else f"{reason.en} {own}"]
    return [*codes, OWN_REASON], Wording(*texts)


def _unmet(given: Given) -> tuple[list[str], Wording]:
    """Ids and sentences of the criteria that are not met."""
    unmet = [each for each in given.criteria if each.outcome is CriterionOutcome.UNMET]
    sentences = [each.sentence if isinstance(each.sentence, Wording) else each.label for each in unmet]
    return (
        list(dict.fromkeys(each.id for each in unmet)),
        Wording(" ".join(each.ar for each in sentences), " ".join(each.en for each in sentences)),
    )


def _number(desk: Desk) -> str:
    year = desk.today.year
    return f"{desk.place.short_code}-D-{year}-{next_number(desk, kind=_NUMBERS, year=year):05d}"
