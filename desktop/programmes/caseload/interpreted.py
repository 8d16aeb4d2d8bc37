"""What the interpreter says of a household, as the caseload's rows."""

from __future__ import annotations

from datetime import date

from desktop.facts.arrow_layout import PLACE
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import Answer, answer, evaluation_of, subject_of
from desktop.programmes.answers.criteria import criterion_outcome
from desktop.programmes.answers.rounding import within
from desktop.programmes.caseload.questions import MET, NOT_APPLICABLE, UNKNOWN, UNMET
from desktop.programmes.language.family import HOUSEHOLD
from desktop.programmes.language.possibilities import INFINITY, Bounds, Number, Truth, Value
from desktop.programmes.packs.compiled import Pack

INTERPRETED = "interpreter"
"""The way of a row that the interpreter answered."""
CODES = {"met": MET, "unmet": UNMET, "unknown": UNKNOWN, "not_applicable": NOT_APPLICABLE}


def interpreted_rows(
    pack: Pack, file: HouseholdFile, *, on: date, parameters: dict[str, Value] | None = None
) -> list[dict[str, object]]:
    """The interpreter's answer for one household as the caseload's rows, but for the ordinal of the file."""
    evaluation = evaluation_of(pack, file, on, parameters)
    total = None
    if pack.household_total is not None:
        value, _ = evaluation.asked(pack.household_total, evaluation.family.household)
        total = within(value, pack.text.rounding) if isinstance(value, Bounds) else None
    if pack.subject == HOUSEHOLD:
        found = answer(pack, evaluation, subject_of(pack, evaluation, None))
        return [answer_row(found, total) | {"way": INTERPRETED}]
    members = enumerate(evaluation.family.members())
    return [
        {PLACE: at, **answer_row(answer(pack, evaluation, member), total), "way": INTERPRETED} for at, member in members
    ]


def answer_row(found: Answer, household_total: Bounds | None) -> dict[str, object]:
    """An interpreter's answer as a row of the caseload's."""
    row: dict[str, object] = {"may_hold": found.outcome.may_hold, "may_fail": found.outcome.may_fail}
    for each in found.criteria:
        row[f"criterion.{each.criterion.id}"] = CODES[criterion_outcome(each).value]
    for category in found.categories:
        row[f"category.{category.category.id}"] = _told(category.holds)
    amounts = {f"benefit.{each.benefit.id}": each.amount for each in found.benefits} | {"total": found.total}
    if household_total is not None:
        amounts["household_total"] = household_total
    for name, amount in amounts.items():
        row[f"{name}.low"], row[f"{name}.high"] = int(amount.low), _finite(amount.high)
    return row


def _told(holds: Truth) -> int:
    if not holds.known:
        return UNKNOWN
    return MET if holds.may_hold else UNMET


def _finite(end: Number) -> int | None:
    return None if end == INFINITY else int(end)
