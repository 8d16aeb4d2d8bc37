"""What a pack says of one household: each criterion, the outcome, each amount, and what they rest on.

The outcome holds if every criterion that applies is met. An amount is due only if the outcome holds, so while the
outcome is open it may also be nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop.facts.household_file import HouseholdFile
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import Evaluation, Reader
from desktop.programmes.language.family import MEMBER, Family, Instance
from desktop.programmes.language.possibilities import Bounds, Truth, Value
from desktop.programmes.language.scope import numbers, truth
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Benefit, Criterion
from desktop.values.errors import OfficeError


@dataclass(frozen=True, slots=True)
class CriterionAnswer:
    """How one criterion came out; `applies` fails where it does not concern this household."""

    criterion: Criterion
    holds: Truth
    applies: Truth
    rests_on: frozenset[str]

    @property
    def counts(self) -> Truth:
        """What it contributes to the outcome: met, or not applicable."""
        return p.either(self.holds, p.opposite(self.applies))


@dataclass(frozen=True, slots=True)
class BenefitAnswer:
    """What a benefit amounts to, in rounded minor units, given that the right stands as far as it is known."""

    benefit: Benefit
    amount: Bounds
    rests_on: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that a pack says of a household, before it is put into words."""

    outcome: Truth
    criteria: tuple[CriterionAnswer, ...]
    benefits: tuple[BenefitAnswer, ...]
    total: Bounds

    @property
    def rests_on(self) -> frozenset[str]:
        """Missing facts, presumptions and unpublished figures that any part of the answer rests on."""
        parts = [*(each.rests_on for each in self.criteria), *(each.rests_on for each in self.benefits)]
        return frozenset().union(*parts)

    @property
    def possible(self) -> tuple[object, ...]:
        """What the answer leaves possible, to compare two readings by."""
        return (
            self.outcome.may_hold,
            self.outcome.may_fail,
            *((each.amount.low, each.amount.high) for each in self.benefits),
        )


def evaluation_of(pack: Pack, file: HouseholdFile, on: date, parameters: dict[str, Value] | None = None) -> Evaluation:
    """The reading of a household under a pack on a day, with parameters changed where asked."""
    links = (pack.criteria, pack.benefits, pack.adjustments, pack.documents)
    if not links[0]:
        raise ValueError("a pack has criteria")
    return Evaluation(Family(file), on, {**pack.parameters, **(parameters or {})}, pack.variables())


def subject_of(pack: Pack, evaluation: Evaluation, member: str | None) -> Instance:
    """Whose right is asked about.

    Raises:
        OfficeError: a member is named where the right is the household's, none where it is a person's own, or nobody
            of that reference is a member.
    """
    if pack.subject != MEMBER:
        if member is not None:
            raise OfficeError("programmes.right_of_household", programme=pack.text.id)
        return evaluation.family.household
    if member is None:
        raise OfficeError("programmes.right_of_member", programme=pack.text.id)
    person = evaluation.family.persons.get(member)
    if person is None or person.entity != MEMBER:
        raise OfficeError("programmes.no_such_member", member=member)
    return person


def answer(pack: Pack, evaluation: Evaluation, subject: Instance, only: frozenset[str] | None = None) -> Answer:
    """The pack's answer as far as the facts determine it.

    Args:
        pack: the pack.
        evaluation: the household under the pack on the day.
        subject: the household, or the member whose own right it is.
        only: the criteria to ask, all where None; a course asks only the conditions it sets.
    """
    criteria = tuple(
        _criterion(evaluation, subject, criterion, read, when)
        for criterion, read, when in pack.criteria
        if only is None or criterion.id in only
    )
    outcome = p.HOLDS
    for each in criteria:
        outcome = p.both(outcome, each.counts)
    step = pack.text.rounding.to
    benefits = tuple(
        _benefit(evaluation, subject, (benefit, read, when), outcome, step) for benefit, read, when in pack.benefits
    )
    monthly = [each.amount for each in benefits if each.benefit.period == "month"]
    return Answer(outcome, criteria, benefits, Bounds(sum(a.low for a in monthly), sum(a.high for a in monthly)))


def rounded(amount: p.Number, step: str) -> p.Number:
    """An amount in minor units rounded half up (away from zero) to a step in major units, `0.01`."""
    if amount in (p.INFINITY, -p.INFINITY):
        return amount
    if isinstance(amount, int) and step == "0.01":
        return amount
    exact = Fraction(amount) / (Fraction(step) * 100)
    whole = (abs(exact.numerator) * 2 + exact.denominator) // (2 * exact.denominator)
    return p.plain(Fraction(whole if exact >= 0 else -whole) * Fraction(step) * 100)


def _criterion(
    evaluation: Evaluation, subject: Instance, criterion: Criterion, read: Reader, when: Reader | None
) -> CriterionAnswer:
    applies, asked = p.HOLDS, frozenset[str]()
    if when is not None:
        value, asked = evaluation.asked(when, subject)
        applies = value if isinstance(value, Truth) else p.OPEN
    if not applies.may_hold:
        return CriterionAnswer(criterion, p.FAILS, applies, asked)
    around = evaluation.reads
    evaluation.reads = set()
    holds = truth(evaluation, subject, read)
    rests_on = frozenset(evaluation.reads) | asked
    evaluation.reads = around
    return CriterionAnswer(criterion, holds, applies, rests_on)


def _benefit(
    evaluation: Evaluation,
    subject: Instance,
    readers: tuple[Benefit, Reader, Reader | None],
    outcome: Truth,
    step: str,
) -> BenefitAnswer:
    benefit, read, when = readers
    if not outcome.may_hold:
        return BenefitAnswer(benefit, p.ZERO, frozenset())
    due, asked = outcome, frozenset[str]()
    if when is not None:
        value, asked = evaluation.asked(when, subject)
        due = p.both(outcome, value if isinstance(value, Truth) else p.OPEN)
    if not due.may_hold:
        return BenefitAnswer(benefit, p.ZERO, asked)
    around = evaluation.reads
    evaluation.reads = set()
    amount = numbers(evaluation, subject, read)
    rests_on = frozenset(evaluation.reads) | asked
    evaluation.reads = around
    low, high = max(0, rounded(amount.low, step)), max(0, rounded(amount.high, step))
    return BenefitAnswer(benefit, Bounds(0 if due.may_fail else low, high), rests_on)
