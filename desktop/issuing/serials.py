"""Serials of issued documents: `QTF-1446-000127-2`, office, Hijri year of issue, running number, check digit.

The check digit is Damm's over office letters (A=10 … Z=35), year and number: any one digit typed wrongly and any two
neighbours exchanged are caught, which Luhn does not promise (09 and 90 pass it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.values.digits import compact
from desktop.values.errors import OfficeError

# H. M. Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004, p. 111.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)

COUNTER = "issued_document"
"""The office's counter that running numbers come from, one series a Hijri year."""

_SERIAL = re.compile(r"([A-Z]{2,6})-([0-9]{4})-([0-9]{6,9})-([0-9])")


@dataclass(frozen=True, slots=True)
class Serial:
    """A serial by its parts.

    Args:
        office: short code of the office.
        year: Hijri year of issue (Umm al-Qura).
        number: running number of the office in that year, from 1 on.
    """

    office: str
    year: int
    number: int

    @property
    def check_digit(self) -> int:
        """The digit that the last part must be."""
        state = 0
        for digit in "".join(str(int(sign, 36)) for sign in f"{self.office}{self.year:04d}{self.number:06d}"):
            state = _DAMM[state][int(digit)]
        return state

    def __str__(self) -> str:
        return f"{self.office}-{self.year:04d}-{self.number:06d}-{self.check_digit}"


def read_serial(text: str) -> Serial:
    """The serial that somebody typed, in either digit set, capitals or not.

    Raises:
        OfficeError: `issuing.bad_serial`.
    """
    found = _SERIAL.fullmatch(compact(text).upper())
    if found is not None:
        serial = Serial(found[1], int(found[2]), int(found[3]))
        if str(serial) == found[0]:
            return serial
    raise OfficeError("issuing.bad_serial", serial=text.strip())
