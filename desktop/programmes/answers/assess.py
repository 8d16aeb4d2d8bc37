"""The assessment: the rules' answer for one household on one day, with its reasons, in the contract's shape.

Same pack, same facts, same day: the same bytes, today and in ten years.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Final, Literal

from msgspec import UNSET

from desktop.facts import assessment as shape
from desktop.facts.canonical import facts_hash
from desktop.facts.codes import AmountPeriod, AmountStatus, Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import Answer, BenefitAnswer, answer, evaluation_of, rounded, subject_of
from desktop.programmes.answers.criteria import citation, criterion_result
from desktop.programmes.answers.missing import missing_facts, presumptions
from desktop.programmes.answers.wording import Speaker, label_of, name_of, option_in_words, presumption_of
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import MISSING, UNPUBLISHED, Evaluation
from desktop.programmes.language.family import HOUSEHOLD, Instance
from desktop.programmes.language.possibilities import INFINITY, Bounds, Truth, Value
from desktop.programmes.language.scope import numbers, truth
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Reading
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from desktop.values.money import decimal_text

FORMAT: Final = "yusr-assessment/1"

Period = Literal["month", "year", "once"]


def assess(
    pack: Pack,
    file: HouseholdFile,
    *,
    on: date,
    member: str | None = None,
    parameters: dict[str, Value] | None = None,
) -> shape.Assessment:
    """Assesses one household.

    Args:
        pack: the version of the programme, chosen by the caller.
        file: the household file; `contradictions` is the caller's to ask first.
        on: the day of decision, Gregorian.
        member: the claimant, for programmes whose right is a person's own.
        parameters: values to take in the place of the pack's, for simulation.

    Raises:
        OfficeError: the file is of another country, or a member is named where the right is the household's.
    """
    if file.household.country.value != pack.text.country:
        raise OfficeError(
            "programmes.other_country", programme=pack.text.id, country=pack.text.country, file=file.household.country
        )
    evaluation = evaluation_of(pack, file, on, parameters)
    subject = subject_of(pack, evaluation, member)
    given = answer(pack, evaluation, subject)
    speaker = Speaker(pack, evaluation, subject)
    facts = facts_hash(file)
    eligible = given.outcome.may_hold
    missing = missing_facts(pack, evaluation, given, lambda other: answer(pack, other, subject))
    return shape.Assessment(
        format=FORMAT,
        id=_identity(pack.pack_hash, facts, on, member),
        programme=pack.text.id,
        version=pack.text.version,
        pack_hash=pack.pack_hash,
        facts_hash=facts,
        on=on,
        outcome=_outcome(given.outcome),
        amount=_benefit_amount(pack, given.benefits[0], missing) if eligible and given.benefits else None,
        components=_components(pack, given, missing) if eligible else (),
        total=_total(pack, given, missing) if eligible and given.benefits else None,
        adjustments=_adjustments(pack, evaluation) if eligible else (),
        criteria=tuple(criterion_result(speaker, each) for each in given.criteria),
        missing=tuple(shape.MissingFact(path=path, label=label_of(path, evaluation.family)) for path in missing),
        presumed=tuple(
            shape.PresumedFact(path=path, label=presumption_of(path, evaluation.family)) for path in presumptions(given)
        ),
        readings=_readings(pack),
        documents=_documents(pack, evaluation),
    )


def _identity(pack_hash: str, facts: str, on: date, member: str | None) -> str:
    """A short id that anyone can work out again from what was assessed."""
    text = "|".join((pack_hash, facts, on.isoformat(), member or ""))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _outcome(outcome: Truth) -> Outcome:
    if not outcome.known:
        return Outcome.UNDETERMINED
    return Outcome.ELIGIBLE if outcome.may_hold else Outcome.INELIGIBLE


def _amount(pack: Pack, amount: Bounds, period: Period, *, unpublished: bool) -> shape.Amount:
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


def _unpublished(rests_on: frozenset[str], missing: tuple[str, ...]) -> bool:
    """Whether an open amount waits for a figure never published, and for nothing that the family could tell."""
    waits = any(token[1:].split("#")[0] in missing for token in rests_on if token.startswith(MISSING))
    return not waits and any(token.startswith(UNPUBLISHED) for token in rests_on)


def _benefit_amount(pack: Pack, each: BenefitAnswer, missing: tuple[str, ...]) -> shape.Amount:
    unpublished = _unpublished(each.rests_on, missing)
    return _amount(pack, each.amount, each.benefit.period, unpublished=unpublished)


def _components(pack: Pack, given: Answer, missing: tuple[str, ...]) -> tuple[shape.Component, ...]:
    return tuple(
        shape.Component(id=each.benefit.id, label=each.benefit.label, amount=_benefit_amount(pack, each, missing))
        for each in given.benefits
        if each.amount.high > 0
    )


def _total(pack: Pack, given: Answer, missing: tuple[str, ...]) -> shape.Amount | None:
    if not any(each.benefit.period == "month" for each in given.benefits):
        return None
    open_ones = [each for each in given.benefits if not each.amount.known]
    unpublished = bool(open_ones) and all(_unpublished(each.rests_on, missing) for each in open_ones)
    return _amount(pack, given.total, "month", unpublished=unpublished)


def _adjustments(pack: Pack, evaluation: Evaluation) -> tuple[shape.Adjustment, ...]:
    found = []
    for adjustment, read in pack.adjustments:
        for instance in _instances(evaluation, adjustment.of):
            amount = numbers(evaluation, instance, read)
            step = pack.text.rounding.to
            held = Bounds(max(0, rounded(amount.low, step)), max(0, rounded(amount.high, step)))
            if held.low <= 0:
                continue
            label = adjustment.label
            if adjustment.of != HOUSEHOLD:
                whose = name_of(instance.record)
                label = Wording(f"{label.ar} — {whose}", f"{label.en} — {whose}")
            found.append(
                shape.Adjustment(
                    id=adjustment.id,
                    label=label,
                    amount=_amount(pack, held, "month", unpublished=False),
                    citation=citation(adjustment.cite),
                )
            )
    return tuple(found)


def _instances(evaluation: Evaluation, entity: str) -> tuple[Instance, ...]:
    family = evaluation.family
    return (family.household,) if entity == HOUSEHOLD else family.children(family.household, entity).listed


def _taken(reading: Reading, chosen: str) -> Wording:
    """The question that sources leave open and the answer taken."""
    option = option_in_words(reading, chosen)
    return Wording(f"{reading.label.ar}: {option.ar}", f"{reading.label.en}: {option.en}")


def _readings(pack: Pack) -> tuple[shape.ReadingTaken, ...]:
    return tuple(
        shape.ReadingTaken(
            id=name, chosen=reading.default, other=tuple(reading.other), label=_taken(reading, reading.default)
        )
        for name, reading in pack.text.readings.items()
    )


def _documents(pack: Pack, evaluation: Evaluation) -> tuple[shape.DocumentNeeded, ...]:
    found = []
    for document, read in pack.documents:
        for instance in _instances(evaluation, document.of):
            # Asked for once it is sure: nobody proves a disability that nobody has spoken of.
            if truth(evaluation, instance, read) is p.HOLDS:
                ref = getattr(instance.record, "ref", None) if document.of != HOUSEHOLD else None
                found.append(shape.DocumentNeeded(id=document.id, label=document.label, member=ref))
    return tuple(found)
