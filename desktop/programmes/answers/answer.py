"""What a pack says of one household: each criterion, the outcome, each amount, and what they rest on.

The outcome holds if every criterion that applies is met. An amount is due only if the outcome holds, so while the
outcome is open it may also be nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.rounding import within
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import Evaluation, Reader
from desktop.programmes.language.family import MEMBER, Family, Instance
from desktop.programmes.language.possibilities import Bounds, Truth, Value
from desktop.programmes.language.scope import numbers, truth
from desktop.programmes.packs.compiled import CategoryReaders, Pack
from desktop.programmes.packs.pack import Benefit, Category, Criterion, Rounding
from desktop.values.errors import OfficeError


@dataclass(frozen=True, slots=True)
class CriterionAnswer:
    """How one criterion came out; `applies` fails where it does not concern this household.

    `place` is where its expression stands in the pack, `category` the category that asks it, if one does.
    """

    criterion: Criterion
    place: str
    category: str | None
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
class CategoryAnswer:
    """Whether the subject is in a category and meets what it asks, and what that pays where the category says so.

    `rests_on` is what the amount rests on together with all that was asked.
    """

    category: Category
    holds: Truth
    criteria: tuple[CriterionAnswer, ...]
    pays: Bounds | None
    rests_on: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that a pack says of a household, before it is put into words."""

    outcome: Truth
    criteria: tuple[CriterionAnswer, ...]
    categories: tuple[CategoryAnswer, ...]
    benefits: tuple[BenefitAnswer, ...]
    total: Bounds

    @property
    def rests_on(self) -> frozenset[str]:
        """Missing facts, presumptions and unpublished figures that any part of the answer rests on."""
        parts = [*(each.rests_on for each in self.asked), *(each.rests_on for each in self.benefits)]
        return frozenset().union(*parts)

    @property
    def asked(self) -> tuple[CriterionAnswer, ...]:
        """The criteria of all and those of the categories that tell something.

        Where one category is met, the others give no reason for anything; where none is, each says why not.
        """
        settled = any(each.holds is p.HOLDS for each in self.categories)
        telling = [each for each in self.categories if each.holds.may_hold or not settled]
        return (*self.criteria, *(one for each in telling for one in each.criteria))

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
    links = (pack.criteria, pack.categories, pack.benefits, pack.adjustments, pack.documents, pack.household_total)
    if not (links[0] or links[1]):
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
    categories = tuple(_category(evaluation, subject, each) for each in pack.categories)
    if categories:
        belongs = p.FAILS
        for category in categories:
            belongs = p.either(belongs, category.holds)
        outcome = p.both(outcome, belongs)
    given = Given(outcome, _open_for(criteria, categories), pack.text.rounding)
    benefits = tuple(_benefit(evaluation, subject, each, given) for each in pack.benefits)
    monthly = [each.amount for each in benefits if each.benefit.period == "month"]
    total = Bounds(sum(a.low for a in monthly), sum(a.high for a in monthly))
    return Answer(outcome, criteria, categories, benefits, total)


@dataclass(frozen=True, slots=True)
class Given:
    """What every amount rests on: whether the right stands, what it is open for where it is, how it is rounded."""

    outcome: Truth
    open_for: frozenset[str]
    rounding: Rounding


def _open_for(criteria: tuple[CriterionAnswer, ...], categories: tuple[CategoryAnswer, ...]) -> frozenset[str]:
    """What the conditions rest on that are neither met nor failed."""
    unsettled = [each.rests_on for each in criteria if not each.counts.known]
    unsettled += [each.rests_on for each in categories if not each.holds.known]
    return frozenset[str]().union(*unsettled)


def _category(evaluation: Evaluation, subject: Instance, readers: CategoryReaders) -> CategoryAnswer:
    """Who does not belong is asked nothing further."""
    category = readers.category
    itself = Criterion(id=category.id, is_=category.when, label=category.label, says=category.says, cite=category.cite)
    belongs = _criterion(evaluation, subject, itself, readers.belongs, None, category.id)
    criteria, holds = [belongs], belongs.holds
    if holds.may_hold:
        for criterion, read, when in readers.criteria:
            each = _criterion(evaluation, subject, criterion, read, when, category.id)
            criteria.append(each)
            holds = p.both(holds, each.counts)
    rests_on = frozenset[str]().union(*(each.rests_on for each in criteria))
    pays: Bounds | None = None
    if readers.pays is not None and holds.may_hold:
        worth, behind = evaluation.asked(readers.pays, subject)
        rests_on |= behind
        if isinstance(worth, Bounds):
            pays = Bounds(0, worth.high) if holds.may_fail else worth
    return CategoryAnswer(category, holds, tuple(criteria), pays, rests_on)


def _criterion(
    evaluation: Evaluation,
    subject: Instance,
    criterion: Criterion,
    read: Reader,
    when: Reader | None,
    category: str | None = None,
) -> CriterionAnswer:
    place = f"criteria/{criterion.id}"
    if category is not None:
        place = f"categories/{category}/{'when' if criterion.id == category else criterion.id}"
    applies, asked = p.HOLDS, frozenset[str]()
    if when is not None:
        value, asked = evaluation.asked(when, subject)
        applies = value if isinstance(value, Truth) else p.OPEN
    if not applies.may_hold:
        return CriterionAnswer(criterion, place, category, p.FAILS, applies, asked)
    around = evaluation.reads
    evaluation.reads = set()
    holds = truth(evaluation, subject, read)
    rests_on = frozenset(evaluation.reads) | asked
    evaluation.reads = around
    return CriterionAnswer(criterion, place, category, holds, applies, rests_on)


def _benefit(
    evaluation: Evaluation, subject: Instance, readers: tuple[Benefit, Reader, Reader | None], given: Given
) -> BenefitAnswer:
    benefit, read, when = readers
    if not given.outcome.may_hold:
        return BenefitAnswer(benefit, p.ZERO, frozenset())
    due, asked = given.outcome, given.open_for if given.outcome.may_fail else frozenset[str]()
    if when is not None:
        value, of_when = evaluation.asked(when, subject)
        due, asked = p.both(due, value if isinstance(value, Truth) else p.OPEN), asked | of_when
    if not due.may_hold:
        return BenefitAnswer(benefit, p.ZERO, asked)
    around = evaluation.reads
    evaluation.reads = set()
    amount = numbers(evaluation, subject, read)
    rests_on = frozenset(evaluation.reads) | asked
    evaluation.reads = around
    due_amount = within(amount, given.rounding)
    return BenefitAnswer(benefit, Bounds(0 if due.may_fail else due_amount.low, due_amount.high), rests_on)
