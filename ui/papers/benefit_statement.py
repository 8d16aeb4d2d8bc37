"""مشهد الضمان from the decision that stands."""

from __future__ import annotations

from datetime import date

from desktop.casework.answers import DecisionAnswer
from desktop.facts.codes import AmountPeriod
from desktop.issuing.contents import BenefitStatement, DecisionReference, Issue, MoneyLine
from desktop.values.dates import Calendar, after
from desktop.values.errors import OfficeError
from ui.papers.people import listed, subject

HOLDS_FOR_MONTHS = 3
"""Hijri months for which those who ask for a statement take it for fresh."""


def benefit_statement(decision: DecisionAnswer, *, issue: Issue) -> BenefitStatement:
    """The statement's contents: only what the decision is sure of is certified.

    Args:
        decision: the newest of the household in the programme.
        issue: from `letterhead.blank_issue`.

    Raises:
        OfficeError: `papers.no_right_stands`, `papers.decision_superseded`, `papers.not_monthly`,
            `papers.amount_not_known`.
    """
    if decision.superseded_by is not None:
        raise OfficeError("papers.decision_superseded", decision=decision.number)
    if not decision.grants or decision.covered_since is None or decision.amount is None:
        raise OfficeError("papers.no_right_stands", decision=decision.number)
    if decision.amount.period is not AmountPeriod.MONTH:
        raise OfficeError("papers.not_monthly", decision=decision.number)
    if decision.amount.value is None:
        raise OfficeError("papers.amount_not_known", decision=decision.number)
    holder = next((each for each in decision.covered if each.ref == decision.member), decision.head)
    return BenefitStatement(
        issue=issue,
        head=subject(holder),
        programme=decision.title,
        covered_since=decision.covered_since,
        persons=listed(decision.covered),
        pension=decision.amount.value,
        # The main benefit is the first component. A supplement whose figure was never published is due, but no figure
        # can be certified for it.
        supplements=tuple(
            MoneyLine(each.label, each.amount.value)
            for each in decision.components[1:]
            if each.amount.period is AmountPeriod.MONTH and each.amount.value is not None
        ),
        decision=DecisionReference(decision.number, decision.decided_on),
        valid_until=holds_until(issue.issued_on),
    )


def holds_until(issued_on: date) -> date:
    """The last day of a statement issued on a day."""
    return after(issued_on, HOLDS_FOR_MONTHS, "month", Calendar.HIJRI)
