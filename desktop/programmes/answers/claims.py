"""What one claim, or every member's own claim together, comes to: outcome, amounts, components, categories.

Where the right is a person's own and nobody is named, each member is asked by himself; the household's outcome holds
once one member's does, and its amount is what the pack says a household receives in all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

from msgspec import UNSET

from desktop.facts import assessment as shape
from desktop.facts.codes import AmountPeriod, AmountStatus, CategoryOutcome, Outcome
from desktop.programmes.answers.answer import Answer, BenefitAnswer
from desktop.programmes.answers.rounding import within
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import MISSING, UNPUBLISHED, Evaluation
from desktop.programmes.language.family import MEMBER, Instance
from desktop.programmes.language.possibilities import INFINITY, Bounds, Truth
from desktop.programmes.packs.compiled import Pack
from desktop.values.money import decimal_text

Period = Literal["month", "year", "once"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One subject's claim: what the pack says of it, and the absent facts that matter for it."""

    subject: Instance
    given: Answer
    missing: tuple[str, ...]


class Amounts(TypedDict):
    """The parts of an assessment that say what is due."""

    amount: shape.Amount | None
    components: tuple[shape.Component, ...]
    total: shape.Amount | None


def outcome_in_all(claims: tuple[Claim, ...]) -> Truth:
    """Whether anybody's claim holds; a household without members claims nothing."""
    outcome = p.FAILS
    for each in claims:
        outcome = p.either(outcome, each.given.outcome)
    return outcome


def amounts_of(pack: Pack, evaluation: Evaluation, claims: tuple[Claim, ...], *, each_by_itself: bool) -> Amounts:
    """The main amount, what it consists of, and the total of a month; nothing where no claim may hold."""
    paying = [each for each in claims if each.given.outcome.may_hold]
    if not paying:
        return Amounts(amount=None, components=(), total=None)
    components = tuple(one for each in paying for one in _components(pack, each, named=each_by_itself))
    if not each_by_itself:
        (claim,) = paying
        main = claim.given.benefits[0] if claim.given.benefits else None
        return Amounts(
            amount=None if main is None else _benefit_amount(pack, main, claim.missing),
            components=components,
            total=_total(pack, claim) if main is not None else None,
        )
    return Amounts(components=components, **_household_amounts(pack, evaluation, claims))


class _InAll(TypedDict):
    amount: shape.Amount | None
    total: shape.Amount | None


def _household_amounts(pack: Pack, evaluation: Evaluation, claims: tuple[Claim, ...]) -> _InAll:
    mains = [(each, each.given.benefits[0]) for each in claims if each.given.benefits]
    if not mains:
        return _InAll(amount=None, total=None)
    period = mains[0][1].benefit.period
    low, high = sum(one.amount.low for _, one in mains), sum(one.amount.high for _, one in mains)
    in_all, rests_on = Bounds(low, high), frozenset[str]().union(*(one.rests_on for _, one in mains))
    if pack.household_total is not None:
        value, rests_on = evaluation.asked(pack.household_total, evaluation.family.household)
        in_all = within(value if isinstance(value, Bounds) else in_all, pack.text.rounding)
    missing = tuple(path for each, _ in mains for path in each.missing)
    amount = shown_amount(pack, in_all, period, unpublished=unpublished(rests_on, missing))
    return _InAll(amount=amount, total=amount if period == "month" else None)


def member_result(pack: Pack, claim: Claim) -> shape.MemberResult:
    """One person's own right."""
    main = claim.given.benefits[0] if claim.given.benefits and claim.given.outcome.may_hold else None
    return shape.MemberResult(
        ref=str(getattr(claim.subject.record, "ref", "")),
        outcome=outcome_told(claim.given.outcome),
        amount=None if main is None else _benefit_amount(pack, main, claim.missing),
    )


def categories_of(pack: Pack, claim: Claim) -> tuple[shape.Category, ...]:
    """Each category of the pack with whether the subject is in it, and what it pays where the categories differ."""
    member = getattr(claim.subject.record, "ref", None) if claim.subject.entity == MEMBER else UNSET
    period = claim.given.benefits[0].benefit.period if claim.given.benefits else "month"
    found = []
    for each in claim.given.categories:
        outcome = CategoryOutcome.MET if each.holds is p.HOLDS else CategoryOutcome.UNMET
        amount: shape.Amount | None = None
        if each.pays is not None and each.holds.may_hold:
            open_figure = unpublished(each.rests_on, claim.missing)
            amount = shown_amount(pack, within(each.pays, pack.text.rounding), period, unpublished=open_figure)
        found.append(
            shape.Category(
                id=each.category.id,
                label=each.category.label,
                member=member,
                outcome=outcome if each.holds.known else CategoryOutcome.UNKNOWN,
                amount=UNSET if each.category.pays is None else amount,
            )
        )
    return tuple(found)


def outcome_told(outcome: Truth) -> Outcome:
    """The outcome in the contract's words."""
    if not outcome.known:
        return Outcome.UNDETERMINED
    return Outcome.ELIGIBLE if outcome.may_hold else Outcome.INELIGIBLE


def shown_amount(pack: Pack, amount: Bounds, period: Period, *, unpublished: bool) -> shape.Amount:
    """An amount of minor units in the contract's shape."""
    currency, each = pack.text.currency, AmountPeriod[period.upper()]
    if amount.known:
        status = AmountStatus.KNOWN if amount.low > 0 else AmountStatus.NONE
        value = decimal_text(int(amount.low))
        return shape.Amount(status=status, value=value, currency=currency, period=each)
    return shape.Amount(
        status=AmountStatus.UNPUBLISHED if unpublished else AmountStatus.BOUNDED,
        at_least=decimal_text(int(amount.low)),
        at_most=UNSET if amount.high == INFINITY else decimal_text(int(amount.high)),
        currency=currency,
        period=each,
    )


def unpublished(rests_on: frozenset[str], missing: tuple[str, ...]) -> bool:
    """Whether an open amount waits for a figure never published, and for nothing that the family could tell."""
    waits = any(token[1:].split("#")[0] in missing for token in rests_on if token.startswith(MISSING))
    return not waits and any(token.startswith(UNPUBLISHED) for token in rests_on)


def _benefit_amount(pack: Pack, each: BenefitAnswer, missing: tuple[str, ...]) -> shape.Amount:
    open_figure = unpublished(each.rests_on, missing)
    return shown_amount(pack, each.amount, each.benefit.period, unpublished=open_figure)


def _components(pack: Pack, claim: Claim, *, named: bool) -> tuple[shape.Component, ...]:
    """The benefits of a claim, the main one first; `named` puts each down to its person."""
    whose = str(getattr(claim.subject.record, "ref", "")) if named else UNSET
    return tuple(
        shape.Component(
            id=each.benefit.id,
            label=each.benefit.label,
            member=whose,
            amount=_benefit_amount(pack, each, claim.missing),
        )
        for each in claim.given.benefits
        if each.amount.high > 0
    )


def _total(pack: Pack, claim: Claim) -> shape.Amount | None:
    benefits = claim.given.benefits
    if not any(each.benefit.period == "month" for each in benefits):
        return None
    open_ones = [each for each in benefits if not each.amount.known]
    open_figure = bool(open_ones) and all(unpublished(each.rests_on, claim.missing) for each in open_ones)
    return shown_amount(pack, claim.given.total, "month", unpublished=open_figure)
