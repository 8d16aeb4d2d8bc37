"""Who issues, as the office's settings say it; and the issue of a paper that has no serial yet."""

from __future__ import annotations

import msgspec

from desktop.facts.codes import Country
from desktop.issuing.contents import Issue, Letterhead
from desktop.office.desk import Desk
from desktop.office.settings import setting
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

LETTERHEAD = "letterhead"
"""Setting: `{"lines": [{"ar", "en"}, …], "office": {"ar", "en"}}`."""

DEMONSTRATION = "demonstration"
"""Setting: true where the office's people are invented; its papers and their codes say so."""

_STATES = {
    Country.SA: (
        Wording("المملكة العربية السعودية", "Kingdom of Saudi Arabia"),
        Wording("وزارة الموارد البشرية والتنمية الاجتماعية", "Ministry of Human Resources and Social Development"),
    ),
    Country.EG: (
        Wording("جمهورية مصر العربية", "Arab Republic of Egypt"),
        Wording("وزارة التضامن الاجتماعي", "Ministry of Social Solidarity"),
    ),
}


def letterhead(desk: Desk) -> Letterhead:
    """The office's letterhead; until it set one, its state, its ministry and its name.

    Raises:
        OfficeError: `issuing.bad_letterhead`: the setting is not of the shape above.
    """
    stated = setting(desk, key=LETTERHEAD)
    if stated is None:
        return Letterhead(lines=(*_STATES[desk.place.country], desk.place.name), office=desk.place.name)
    try:
        return msgspec.convert(stated, type=Letterhead)
    except msgspec.ValidationError as error:
        raise OfficeError("issuing.bad_letterhead", detail=error) from error


def is_demonstration(desk: Desk) -> bool:
    """Whether the office only demonstrates."""
    return setting(desk, key=DEMONSTRATION, default=False) is True


def blank_issue(desk: Desk, *, collector: Wording | None = None) -> Issue:
    """The issue of a paper that is being worded; `reserve` adds serial and code."""
    return Issue(
        letterhead=letterhead(desk),
        serial="",
        issued_on=desk.today,
        qr_text="",
        collector=collector,
        demonstration=is_demonstration(desk),
    )
