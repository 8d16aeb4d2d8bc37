"""Finds issued papers by the serial that stands on them, or by its beginning, as somebody types it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true

from desktop.issuing.kinds import PaperKind
from desktop.issuing.queries import may_see
from desktop.issuing.records import IssuedDocument
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.values.digits import compact
from desktop.values.language import Wording

_BEGUN = re.compile(
    r"[A-Z]{2,6}(?:-(?P<year>[0-9]{0,4}))?"
    r"(?:(?<=-[0-9]{4})-(?P<number>[0-9]{0,9})(?:(?<=[0-9])(?P<check>-[0-9]?))?)?"
)
_FROM_THE_YEAR_ON = re.compile(r"[0-9]{4}-[0-9-]*")
_DIGITS_OF_YEAR, _FEWEST_DIGITS, _MOST_DIGITS = 4, 6, 9
"""Of the Hijri year and of the running number, which is filled up with zeros to six digits."""


@dataclass(frozen=True, slots=True)
class PaperHit:
    """A paper that was found; `holder` is who it is about."""

    serial: str
    kind: PaperKind
    holder: Wording
    file_number: str
    household: UUID | None


@requires(Permission.READ_FILES)
def find_papers(desk: Desk, text: str, *, limit: int = 12) -> tuple[PaperHit, ...]:
    """Papers of the own office whose serial begins so, the newest first; none where the text begins no serial.

    Args:
        desk: who asks; papers of files that they may not see are left out.
        text: `QTF-1448-0001…` in any digits and case, or from the year on, `1448-0001…`.
        limit: at most so many.
    """
    begun = compact(text).upper()
    if _FROM_THE_YEAR_ON.fullmatch(begun):
        begun = f"{desk.place.short_code}-{begun}"
    parts = _BEGUN.fullmatch(begun)
    if parts is None or not begun.startswith(desk.place.short_code):
        return ()
    # Year and number are what the tree is over; the text itself says the rest, such as the check digit.
    serial, year, number = IssuedDocument.serial, IssuedDocument.hijri_year, IssuedDocument.number
    columns = (serial, IssuedDocument.kind, IssuedDocument.holder_ar, IssuedDocument.holder_en)
    wanted = select(*columns, IssuedDocument.file_number, IssuedDocument.household_id).where(*may_see(desk))
    wanted = wanted.where(func.substr(serial, 1, len(begun)) == begun).order_by(year.desc(), number.desc())
    found: list[PaperHit] = []
    for within in _ranges(parts["year"] or "", parts["number"] or "", whole=parts["check"] is not None):
        rows = desk.session.execute(wanted.where(within).limit(limit - len(found)))
        found += [PaperHit(row[0], row[1], Wording(row[2], row[3]), row[4], row[5]) for row in rows]
        if len(found) >= limit:
            break
    return tuple(found)


def _ranges(year: str, number: str, *, whole: bool) -> Iterator[ColumnElement[bool]]:
    """Ranges of the tree in which every such serial lies, the highest first: each is asked by itself."""
    if len(year) < _DIGITS_OF_YEAR:
        first, last = _between(year, _DIGITS_OF_YEAR)
        yield IssuedDocument.hijri_year.between(first, last) if year else true()
        return
    of_year = IssuedDocument.hijri_year == int(year)
    if not number:
        yield of_year
        return
    fewest = max(_FEWEST_DIGITS, len(number))
    for digits in [len(number)] if whole else range(_MOST_DIGITS, fewest - 1, -1):
        if digits == _FEWEST_DIGITS or (digits > _FEWEST_DIGITS and not number.startswith("0")):
            first, last = _between(number, digits)
            yield of_year & IssuedDocument.number.between(first, last)


def _between(begun: str, digits: int) -> tuple[int, int]:
    """The first and the last number of so many digits that begins so."""
    open_digits = digits - len(begun)
    first = int(begun or "0") * 10**open_digits
    return first, first + 10**open_digits - 1
