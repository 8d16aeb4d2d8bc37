"""The assessment: the rules' answer for one household on one day, with its reasons, in the contract's shape.

Same pack, same facts, same day: the same bytes, today and in ten years.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Final

from msgspec import UNSET

from desktop.facts import assessment as shape
from desktop.facts.canonical import facts_hash
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import answer, evaluation_of, subject_of
from desktop.programmes.answers.claims import (
    Claim,
    amounts_of,
    categories_of,
    member_result,
    outcome_in_all,
    outcome_told,
    shown_amount,
    unpublished,
)
from desktop.programmes.answers.criteria import citation, criterion_result
from desktop.programmes.answers.missing import missing_facts, presumptions
from desktop.programmes.answers.rounding import within
from desktop.programmes.answers.wording import Speaker, label_of, name_of, option_in_words, presumption_of
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.family import HOUSEHOLD, MEMBER, Instance
from desktop.programmes.language.possibilities import ANY_NUMBER, Bounds, Value
from desktop.programmes.language.scope import truth
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Reading
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

FORMAT: Final = "yusr-assessment/1"


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
        member: the claimant, for programmes whose right is a person's own; every member is asked where none is named.
        parameters: values to take in the place of the pack's, for simulation.

    Raises:
        OfficeError: the file is of another country, or a member is named where the right is the household's.
    """
    if file.household.country.value != pack.text.country:
        raise OfficeError(
            "programmes.other_country", programme=pack.text.id, country=pack.text.country, file=file.household.country
        )
    evaluation = evaluation_of(pack, file, on, parameters)
    each_by_itself = pack.subject == MEMBER and member is None
    subjects = evaluation.family.members() if each_by_itself else (subject_of(pack, evaluation, member),)
    claims = tuple(_claim(pack, evaluation, subject) for subject in subjects)
    in_all = outcome_in_all(claims)
    told = claims if not in_all.may_hold else tuple(each for each in claims if each.given.outcome.may_hold)
    missing = tuple(dict.fromkeys(path for each in claims for path in each.missing))
    presumed = tuple(dict.fromkeys(path for each in claims for path in presumptions(each.given)))
    paying = [each for each in claims if each.given.outcome.may_hold]
    facts = facts_hash(file)
    return shape.Assessment(
        format=FORMAT,
        id=_identity(pack.pack_hash, facts, on, member),
        programme=pack.text.id,
        version=pack.text.version,
        pack_hash=pack.pack_hash,
        facts_hash=facts,
        on=on,
        outcome=outcome_told(in_all),
        **amounts_of(pack, evaluation, claims, each_by_itself=each_by_itself),
        adjustments=_adjustments(pack, evaluation, paying, of_one=member is not None),
        categories=tuple(one for each in told for one in categories_of(pack, each)) if pack.text.categories else UNSET,
        members=tuple(member_result(pack, each) for each in claims) if each_by_itself else UNSET,
        criteria=tuple(
            criterion_result(Speaker(pack, evaluation, each.subject), one) for each in told for one in each.given.asked
        ),
        missing=tuple(shape.MissingFact(path=path, label=label_of(path, evaluation.family)) for path in missing),
        presumed=tuple(
            shape.PresumedFact(path=path, label=presumption_of(path, evaluation.family)) for path in presumed
        ),
        readings=_readings(pack),
        documents=_documents(pack, evaluation, [each.subject for each in paying or claims]),
    )


def _claim(pack: Pack, evaluation: Evaluation, subject: Instance) -> Claim:
    given = answer(pack, evaluation, subject)
    missing = missing_facts(pack, evaluation, given, lambda other: answer(pack, other, subject))
    return Claim(subject, given, missing)


def _identity(pack_hash: str, facts: str, on: date, member: str | None) -> str:
    """A short id that anyone can work out again from what was assessed."""
    text = "|".join((pack_hash, facts, on.isoformat(), member or ""))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _adjustments(
    pack: Pack, evaluation: Evaluation, paying: list[Claim], *, of_one: bool
) -> tuple[shape.Adjustment, ...]:
    """What was held back from those whose claims may hold; the household's own cap is no part of one member's claim."""
    found = []
    subjects = [each.subject for each in paying]
    missing = tuple(path for each in paying for path in each.missing)
    for adjustment, read in pack.adjustments if paying else ():
        if of_one and adjustment.of == HOUSEHOLD:
            continue
        for instance in _instances(pack, evaluation, adjustment.of, subjects):
            value, rests_on = evaluation.asked(read, instance)
            held = within(value if isinstance(value, Bounds) else ANY_NUMBER, pack.text.rounding)
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
                    amount=shown_amount(pack, held, "month", unpublished=unpublished(rests_on, missing)),
                    citation=citation(adjustment.cite),
                )
            )
    return tuple(found)


def _instances(
    pack: Pack, evaluation: Evaluation, entity: str, subjects: list[Instance]
) -> tuple[Instance, ...] | list[Instance]:
    """Of whom something is said: where the right is a person's own, of those alone who claim it."""
    if entity == MEMBER and pack.subject == MEMBER:
        return subjects
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


def _documents(pack: Pack, evaluation: Evaluation, subjects: list[Instance]) -> tuple[shape.DocumentNeeded, ...]:
    found = []
    for document, read in pack.documents:
        for instance in _instances(pack, evaluation, document.of, subjects):
            # Asked for once it is sure: nobody proves a disability that nobody has spoken of.
            if truth(evaluation, instance, read) is p.HOLDS:
                ref = getattr(instance.record, "ref", None) if document.of != HOUSEHOLD else None
                found.append(shape.DocumentNeeded(id=document.id, label=document.label, member=ref))
    return tuple(found)
