"""What a program reads of an entity's rows: facts as the file states them, and what is made of them beforehand.

Every source of rows, whichever engine scans it, has the keys of its entity and the readings that the program asks for:

* `f`, the ordinal of the file, never negative;
* of members `m`, a number of each in the whole caseload, in the order of the file, never negative; of what hangs on a
  member, the member's `m`;
* of persons outside `p`, a number of each in the whole caseload; of other lists `p`, the place in the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Made(StrEnum):
    """What is made of a column of the file's tables."""

    STATED = "stated"
    """Nothing: the column itself."""
    GIVEN = "given"
    """Whether there is anything in it."""
    MASK = "mask"
    """The bit of its code in the reading's domain; NULL where there is none. A text that the domain does not name has
    the bit of `terms.OTHER` where that is in the domain."""
    MEMBER = "member"
    """The `m` of the member of the same file whom the reference names; NULL where it names none."""
    OUTSIDE = "outside"
    """The `p` of the person outside, of the same file, whom the reference names; NULL where it names none."""
    EARLIEST = "earliest"
    """The ordinal of the first day that it may mean: of a birth, in whichever calendar and precision it is stated."""
    LATEST = "latest"
    """The ordinal of the last such day."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A column that a source has.

    Args:
        column: of the file's table.
        made: what is made of it.
        domain: of a mask, the codes in the order of their bits.
        reference: the reference by which the row is found that it is read of; empty for the row itself.
        whose: the entity of the row so found, a member or a person outside.
    """

    column: str
    made: Made = Made.STATED
    domain: tuple[str, ...] = ()
    reference: str = ""
    whose: str = ""

    @property
    def name(self) -> str:
        """The column of the source."""
        own = self.column if self.made is Made.STATED else f"{self.column}:{self.made}"
        return f"{self.reference}>{self.whose}>{own}" if self.reference else own


SPOUSES = "spouse"
"""The source of who is named as whose spouse: `f`, `m`, the place `p`, and `other_m` or `other_p` of the spouse."""
OTHER_PERSON = "other"
"""The reference by which a row of `SPOUSES` leads to the spouse."""
