"""What a decision does, and what may follow what. Pure."""

from __future__ import annotations

from enum import StrEnum

from desktop.facts.code import Code


class DecisionKind(Code):
    """What a decision does to the right.

    Granted and refused answer an application; changed, continued and stopped are measures on a right that stands.
    """

    GRANTED = "granted", "قبول", "granted"
    REFUSED = "refused", "رفض", "refused"
    CHANGED = "changed", "تعديل", "changed"
    CONTINUED = "continued", "استمرار", "continued"
    STOPPED = "stopped", "إيقاف", "stopped"


GRANTS = frozenset({DecisionKind.GRANTED, DecisionKind.CHANGED, DecisionKind.CONTINUED})
"""Kinds after which the right stands."""

MEASURES = frozenset({DecisionKind.CHANGED, DecisionKind.CONTINUED, DecisionKind.STOPPED})
"""Kinds that are measures on a standing right, open to grievance like a refusal (Reg. art. 28)."""


class Act(StrEnum):
    """What whoever decides insists on; without it a decision follows the assessment."""

    GRANT = "grant"
    REFUSE = "refuse"


def kind_of(act: Act, *, right_stands: bool, same_amounts: bool) -> DecisionKind:
    """What granting or refusing is, given whether the right stood until now and at these very amounts."""
    if act is Act.REFUSE:
        return DecisionKind.STOPPED if right_stands else DecisionKind.REFUSED
    if not right_stands:
        return DecisionKind.GRANTED
    return DecisionKind.CONTINUED if same_amounts else DecisionKind.CHANGED
