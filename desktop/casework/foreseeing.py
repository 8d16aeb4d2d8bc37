"""What a decision would be and what the family would be told, before anybody takes it; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.casework.amounts import AmountAnswer, amount_answer, due_monthly
from desktop.casework.assessing import workable
from desktop.casework.deciding import worded_decision
from desktop.casework.kinds import GRANTS, Act, DecisionKind
from desktop.casework.periods import kept
from desktop.casework.telling import decision_text, way_to
from desktop.facts.assessment import decode_assessment
from desktop.notices.channels import Channel, told_day
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.language import Wording

UNNUMBERED = "…"
"""Stands for the number, which a decision takes only when it is taken."""


@dataclass(frozen=True, slots=True)
class ForeseenDecision:
    """A decision as it would be taken today. Days are Gregorian.

    Args:
        kind: what it does to the right.
        reason: why it would be refused or stopped; None for what is granted.
        reason_codes: the criteria that are not met, and `office` where the office gave a reason of its own.
        total: all monthly components together, or the one amount where none is monthly; None where nothing is due.
        effective_from: first day of the month after.
        due_by: the last day for telling the decision on an application; None where none runs.
        channel: how the family would be told; `sent_to` the number or address on file.
        notice: what they would be told, with `UNNUMBERED` for the number.
        counts_as_told_on: the day on which it would count as told; `assumed` until somebody proves it.
        grievance_until: the last day for a grievance; None where the law sets no period.
        file_version: of the file as it was read, for a form to carry.
    """

    kind: DecisionKind
    reason: Wording | None
    reason_codes: tuple[str, ...]
    total: AmountAnswer | None
    effective_from: date
    due_by: date | None
    channel: Channel
    sent_to: str | None
    notice: Wording
    counts_as_told_on: date
    assumed: bool
    grievance_until: date | None
    file_version: int

    @property
    def grants(self) -> bool:
        """Whether the right would stand after it."""
        return self.kind in GRANTS


@requires(Permission.DECIDE)
def foreseen(
    desk: Desk,
    *,
    file_number: str,
    programme: str,
    on: date,
    catalogue: Catalogue,
    member: str | None = None,
    act: Act | None = None,
    refuse_reason: str | None = None,
    channel: Channel | None = None,
) -> ForeseenDecision:
    """What `deciding.decide` would do with the same arguments, and its errors but for those of the file's version."""
    opened = workable(desk, file_number, on)
    assessed, row = worded_decision(
        desk,
        opened,
        programme,
        on=on,
        catalogue=catalogue,
        member=member,
        act=act,
        reason=refuse_reason,
        numbered=lambda: UNNUMBERED,
        keeping=False,
    )
    way = way_to(opened.file, channel)
    told = told_day(way.channel, sent_on=desk.today, country=desk.place.country)
    grievance = kept(row.grievance_count, row.grievance_unit)
    due = due_monthly(decode_assessment(assessed.answer))
    reason = None
    if row.reason_ar is not None and row.reason_en is not None:
        reason = Wording(row.reason_ar, row.reason_en)
    return ForeseenDecision(
        kind=row.kind,
        reason=reason,
        reason_codes=tuple(row.reason_codes),
        total=amount_answer(due) if row.kind in GRANTS and due is not None else None,
        effective_from=row.effective_from,
        due_by=row.due_by,
        channel=way.channel,
        sent_to=way.sent_to,
        notice=decision_text(desk, row, assessed, way.channel),
        counts_as_told_on=told.on,
        assumed=told.assumed,
        grievance_until=None if grievance is None else grievance.last_day(told.on),
        file_version=opened.version,
    )
