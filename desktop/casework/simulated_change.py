"""Why a change of the rules touches a family: both laws asked anew about its file, and what came out otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from msgspec import UNSET

from desktop.casework.simulating import Law
from desktop.facts.assessment import Amount, Assessment, CriterionResult
from desktop.facts.codes import CriterionOutcome, Outcome
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.answers.assess import assess
from desktop.registry.queries import open_file
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class TurnedCriterion:
    """A condition that came out otherwise; None where one of the laws does not set it.

    Args:
        label: what it is called.
        before: how it came out under the one law, and its `sentence_before`; `after` under the other.
    """

    label: Wording
    before: CriterionOutcome | None
    after: CriterionOutcome | None
    sentence_before: Wording | None
    sentence_after: Wording | None


@dataclass(frozen=True, slots=True)
class ChangedAmount:
    """A benefit or a holding back that is another amount; None where there is none."""

    label: Wording
    before: Amount | None
    after: Amount | None


@dataclass(frozen=True, slots=True)
class SimulatedChange:
    """What one family would have under each law, and what makes the difference.

    Args:
        file_number: of its file.
        outcome_before: under the one law; `outcome_after` under the other.
        criteria: the conditions that came out otherwise.
        amounts: the benefits and deductions that are another amount.
        missing: what the file would have to say for the other law to answer wholly.
    """

    file_number: str
    outcome_before: Outcome
    outcome_after: Outcome
    criteria: tuple[TurnedCriterion, ...]
    amounts: tuple[ChangedAmount, ...]
    missing: tuple[Wording, ...]


@requires(Permission.SIMULATE)
def simulated_change(desk: Desk, *, file_number: str, before: Law, after: Law, on: date) -> SimulatedChange:
    """Ask both laws about one file, as known now.

    Args:
        desk: who asks; the file is one that they may open.
        file_number: of the family.
        before: the law to compare with.
        after: the other.
        on: the day of assessment (Gregorian).

    Raises:
        OfficeError: the file is not there for who asks, or is of another country.
    """
    file = open_file(desk, file_number, as_of=on).file
    one, other = (assess(each.pack, file, on=on, parameters=each.values) for each in (before, after))
    return SimulatedChange(
        file_number=file_number,
        outcome_before=one.outcome,
        outcome_after=other.outcome,
        criteria=_turned(one, other),
        amounts=_amounts(one, other),
        missing=tuple(each.label for each in other.missing if isinstance(each.label, Wording)),
    )


def _turned(one: Assessment, other: Assessment) -> tuple[TurnedCriterion, ...]:
    was, now = ({_key(each): each for each in answer.criteria} for answer in (one, other))
    found = []
    for key in dict.fromkeys([*was, *now]):
        before, after = was.get(key), now.get(key)
        named = after or before
        if named is None or (before is not None and after is not None and before.outcome is after.outcome):
            continue
        found.append(
            TurnedCriterion(
                label=named.label,
                before=None if before is None else before.outcome,
                after=None if after is None else after.outcome,
                sentence_before=_sentence(before),
                sentence_after=_sentence(after),
            )
        )
    return tuple(found)


def _key(result: CriterionResult) -> tuple[str, str | None, str | None]:
    category = result.category if isinstance(result.category, str) else None
    return result.id, category, result.member if isinstance(result.member, str) else None


def _sentence(result: CriterionResult | None) -> Wording | None:
    return result.sentence if result is not None and isinstance(result.sentence, Wording) else None


def _amounts(one: Assessment, other: Assessment) -> tuple[ChangedAmount, ...]:
    was, now = _paid(one), _paid(other)
    found = []
    for key in dict.fromkeys([*was, *now]):
        (label, _) = was.get(key) or now[key]
        before, after = (paid[key][1] if key in paid else None for paid in (was, now))
        if before != after:
            found.append(ChangedAmount(label, before, after))
    return tuple(found)


def _paid(answer: Assessment) -> dict[tuple[str, str | None, str], tuple[Wording, Amount]]:
    """Benefits and deductions by what they are and whose; one label may be of several persons."""
    components = () if answer.components is UNSET else answer.components
    held = () if answer.adjustments is UNSET else answer.adjustments
    paid: dict[tuple[str, str | None, str], tuple[Wording, Amount]] = {}
    for each in components:
        paid[each.id, each.member if isinstance(each.member, str) else None, each.label.ar] = (each.label, each.amount)
    for adjustment in held:
        paid[adjustment.id, None, adjustment.label.ar] = (adjustment.label, adjustment.amount)
    return paid
