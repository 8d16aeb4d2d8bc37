"""Finds decisions by the number that stands on their notices, or by its beginning, as somebody types it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.casework.kinds import DecisionKind
from desktop.casework.records import Decision
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.values.digits import compact
from desktop.values.language import Wording

_BEGUN = re.compile(r"[A-Z]{2,6}(?:-(?:D(?:-[0-9-]*)?)?)?")
_WITHOUT_OFFICE = "D-"
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class DecisionHit:
    """A decision that was found; `title` is what the programme is called."""

    number: str
    kind: DecisionKind
    title: Wording
    file_number: str
    head_name: str


@requires(Permission.READ_FILES)
def find_decisions(desk: Desk, text: str, *, limit: int = 12) -> tuple[DecisionHit, ...]:
    """Decisions of the own office whose number begins so, the newest first; none where the text begins no number.

    Args:
        desk: who asks; decisions on files that they may not see are left out.
        text: `QTF-D-2026-0001…` in any digits and case, the office's code left out or not.
        limit: at most so many.
    """
    begun = compact(text).upper()
    if begun.startswith(_WITHOUT_OFFICE):
        begun = f"{desk.place.short_code}-{begun}"
    if not _BEGUN.fullmatch(begun) or not begun.startswith(desk.place.short_code):
        return ()
    # As a range, not as LIKE: an order is what the tree is in, and what may be asked before a policy.
    wanted = (
        seen(desk)
        .join(Decision, (Decision.office == Household.office) & (Decision.household_id == Household.id))
        .where(Decision.office == desk.office, Decision.number >= begun, Decision.number < begun + _LAST)
        .with_only_columns(
            Decision.number,
            Decision.kind,
            Decision.title_ar,
            Decision.title_en,
            Household.file_number,
            Household.head_name,
        )
        .order_by(Decision.number.desc())
        .limit(limit)
    )
    rows = desk.session.execute(wanted)
    return tuple(DecisionHit(row[0], row[1], Wording(row[2], row[3]), row[4], row[5]) for row in rows)
