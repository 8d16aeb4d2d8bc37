"""Claims that wait: the newest assessment of each beside the decision that stands, and what that comes to in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeAlias
from uuid import UUID

import msgspec
from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import aliased

from desktop.casework.kinds import GRANTS, DecisionKind
from desktop.casework.records import Assessment, Decision
from desktop.casework.standing import unsuperseded
from desktop.facts.assessment import MissingFact
from desktop.facts.codes import AmountStatus, Outcome
from desktop.office.desk import Desk
from desktop.registry.records import Person
from desktop.values import worded
from desktop.values.language import Wording
from desktop.values.money import Currency, Money

Key: TypeAlias = tuple[UUID, str, str]
"""Household, programme, and reference of the claimant, "" for the household's own right."""


class _Lacking(msgspec.Struct, frozen=True):
    """Of a stored assessment, only the facts that it lacks: the rest is passed over unread."""

    missing: tuple[MissingFact, ...] = ()


_LACKING: Final = msgspec.json.Decoder(_Lacking)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as it was assessed last. `first` is the first fact that it lacks, `before` the decision that stands.

    `on` is the day that was assessed, `at` when; `missing` is 0 where it is not known how many facts it lacks.
    """

    on: date
    at: datetime
    outcome: Outcome
    currency: Currency
    status: AmountStatus | None
    minor: int | None
    at_least: int | None
    missing: int
    first: MissingFact | None
    before: DecisionKind | None
    before_minor: int | None

    @property
    def first_label(self) -> Wording | None:
        """What the first missing fact is called."""
        return self.first.label if self.first is not None and isinstance(self.first.label, Wording) else None

    def reason(self, *, own: bool) -> Wording:
        """Why it is to be decided; `own` for a right of a person's own, whose sex is not asked here."""
        result = self._result(own=own)
        if self.before is None:
            return worded.both("اكتملت الدراسة: {result}", "Assessed: {result}", result=result)
        before = worded.said(self.before.label)
        if self.before not in GRANTS:
            pattern = "تغيّرت النتيجة بعد قرار {before}: {result}", "Changed since “{before}”: {result}"
            return worded.both(*pattern, before=before, result=result)
        if self.outcome is not Outcome.ELIGIBLE:
            pattern = "خالفت الدراسة قرار {before} القائم: {result}", "Differs from “{before}”, which stands: {result}"
            return worded.both(*pattern, before=before, result=result)
        if self.before_minor is None or self.minor is None:
            return worded.both("تغيّر المبلغ: {result}", "The amount changes: {result}", result=result)
        return worded.both(
            "يتغيّر المبلغ من {old} إلى {new}",
            "The amount changes from {old} to {new}",
            old=worded.amount(Money(self.before_minor, self.currency)),
            new=worded.amount(Money(self.minor, self.currency)),
        )

    def _result(self, *, own: bool) -> Wording:
        # A household is feminine in Arabic; of a person nothing but the right is said.
        label = self.outcome.label_for(female=True)
        if own:
            given = {Outcome.ELIGIBLE: "الاستحقاق ثابت", Outcome.INELIGIBLE: "الاستحقاق غير ثابت"}
            label = Wording(given.get(self.outcome, label.ar), label.en)
        if self.outcome is not Outcome.ELIGIBLE:
            return label
        if self.minor is not None:
            due = worded.amount(Money(self.minor, self.currency))
            return worded.both("{label}، {due}", "{label}, {due}", label=label, due=due)
        if self.status is AmountStatus.UNPUBLISHED:
            return Wording(f"{label.ar}، ولم يُنشر المبلغ", f"{label.en}, the amount was never published")
        if self.status is AmountStatus.BOUNDED:
            least = worded.amount(Money(self.at_least or 0, self.currency))
            pattern = "{label}، ولا يقل المبلغ عن {least}", "{label}, at least {least}"
            return worded.both(*pattern, label=label, least=least)
        return label


def claims(desk: Desk, keys: Collection[Key]) -> dict[Key, Claim]:
    """The claims that were assessed by themselves, of some; read in one statement."""
    if not keys:
        return {}
    place = func.row_number().over(
        partition_by=(Assessment.household_id, Assessment.programme, Assessment.member),
        order_by=(Assessment.on_date.desc(), Assessment.assessed_at.desc(), Assessment.id.desc()),
    )
    newest = (
        select(Assessment.id, place.label("place"))
        .where(
            Assessment.office == desk.office,
            Assessment.household_id.in_({household for household, _, _ in keys}),
            Assessment.programme.in_({programme for _, programme, _ in keys}),
        )
        .subquery()
    )
    # Answers are long: only those are read whose missing facts are told.
    told = case((Assessment.outcome == Outcome.UNDETERMINED, Assessment.answer))
    claim = and_(
        Decision.household_id == Assessment.household_id,
        Decision.programme == Assessment.programme,
        Decision.member.is_not_distinct_from(Assessment.member),
        unsuperseded(aliased(Decision)),
    )
    wanted = (
        select(
            Assessment.household_id,
            Assessment.programme,
            Assessment.member,
            Assessment.on_date,
            Assessment.assessed_at,
            Assessment.outcome,
            Assessment.currency,
            Assessment.total_status,
            Assessment.total_minor,
            Assessment.total_at_least,
            Assessment.missing_count,
            told.label("answer"),
            Decision.kind,
            Decision.total_minor.label("before_minor"),
        )
        .join(newest, newest.c.id == Assessment.id)
        .outerjoin(Decision, claim)
        .where(newest.c.place == 1)
    )
    found: dict[Key, Claim] = {}
    for row in desk.session.execute(wanted):
        lacking = _LACKING.decode(row.answer).missing if row.answer is not None else ()
        found[row.household_id, row.programme, row.member or ""] = Claim(
            on=row.on_date,
            at=row.assessed_at,
            outcome=row.outcome,
            currency=row.currency,
            status=row.total_status,
            minor=row.total_minor,
            at_least=row.total_at_least,
            missing=row.missing_count,
            first=lacking[0] if lacking else None,
            before=row.kind,
            before_minor=row.before_minor,
        )
    return found


def claimants(desk: Desk, keys: Collection[Key]) -> dict[tuple[UUID, str], str]:
    """The names of the members whose own right some claims are; asks nothing where there is none."""
    own = {(household, member) for household, _, member in keys if member}
    if not own:
        return {}
    wanted = select(Person.household_id, Person.ref, Person.name).where(
        Person.household_id.in_({household for household, _ in own}), Person.ref.in_({ref for _, ref in own})
    )
    return {(row.household_id, row.ref): row.name for row in desk.session.execute(wanted)}
