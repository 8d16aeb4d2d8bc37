"""What an answer says, to compare one day with another: as an assessment shows it, and as it is read, without words."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from desktop.facts.assessment import Amount, Assessment
from desktop.programmes.answers.answer import Answer, CriterionAnswer, answer
from desktop.programmes.answers.criteria import criterion_outcome
from desktop.programmes.foresight.turns import Root
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.family import HOUSEHOLD, MEMBER, Instance
from desktop.programmes.language.possibilities import FAILS, Truth, Value, either
from desktop.programmes.language.scope import truth
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.entitlement import ENTITLED

Said = dict[str, object]
"""What an assessment says, by what says it: `outcome`, `amount`, `criterion …`, `category …`, `member …`."""


def said(given: Assessment) -> Said:
    """Outcome, amounts, each member's and category's result and each criterion's outcome, in the assessment's order."""
    found: Said = {"outcome": given.outcome, "amount": _figure(given.amount), "total": _figure(given.total)}
    for member in given.members or ():
        found[f"member {member.ref}"] = (member.outcome, _figure(member.amount))
    for category in given.categories or ():
        found[f"category {category.id} {category.member or ''}"] = (category.outcome, _figure(category.amount))
    for each in given.criteria:
        found[f"criterion {each.category or ''} {each.id} {each.member or ''}"] = each.outcome
    return found


def _figure(amount: Amount | UnsetType | None) -> tuple[object, ...] | None:
    if amount is None or amount is UNSET:
        return None
    return tuple(None if end is UNSET else end for end in (amount.value, amount.at_least, amount.at_most))


def claimants(pack: Pack, evaluation: Evaluation, member: str | None) -> tuple[Instance, ...]:
    """Whose claim is asked: the household's, the named member's, or every member's own."""
    if pack.subject != MEMBER:
        return (evaluation.family.household,)
    if member is None:
        return evaluation.family.members()
    return (evaluation.family.persons[member],)


def read(pack: Pack, evaluation: Evaluation, member: str | None) -> tuple[object, ...]:
    """Everything that `said` is made from, before it is rounded and put into words; equal for equal answers."""
    answers = [answer(pack, evaluation, subject) for subject in claimants(pack, evaluation, member)]
    in_all: Value | None = None
    if pack.subject == MEMBER and member is None and pack.household_total is not None:
        in_all = evaluation.asked(pack.household_total, evaluation.family.household)[0]
    return (in_all, *(_read(each) for each in answers))


def outcome_of(pack: Pack, evaluation: Evaluation, member: str | None) -> Truth:
    """Whether anybody's claim holds, by what the pack's own sections make of it, nothing further being read.

    Each condition is kept by itself, so that a reading with one fact supposed asks only those anew that rest on it.
    """
    held = FAILS
    for subject in claimants(pack, evaluation, member):
        held = either(held, truth(evaluation, subject, pack.scope.variable(pack.subject, ENTITLED).reader))
    return held


def roots_of(pack: Pack, evaluation: Evaluation, member: str | None) -> tuple[Root, ...]:
    """The expressions that an answer begins with, each with whom it is asked of."""
    asked = [place for place in pack.trees if place.startswith(("criteria/", "benefits/", "categories/"))]
    places = [place for place in asked if "/documents/" not in place]
    found = [(place, pack.subject, subject) for subject in claimants(pack, evaluation, member) for place in places]
    if pack.household_total is not None:
        found.append(("household_total", HOUSEHOLD, evaluation.family.household))
    return tuple(found)


def _read(given: Answer) -> tuple[object, ...]:
    asked = [*given.criteria, *(one for category in given.categories for one in category.criteria)]
    return (
        given.outcome,
        tuple(_criterion(each) for each in asked),
        tuple((each.holds, each.pays) for each in given.categories),
        tuple(each.amount for each in given.benefits),
        given.total,
    )


def _criterion(each: CriterionAnswer) -> tuple[str, str]:
    return each.place, criterion_outcome(each).value
