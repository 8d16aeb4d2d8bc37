"""Numbers that no real person, phone or account bears, dealt in order so that none is dealt twice.

Saudi identity numbers come from the contract's block 1000000000–1000999999, which holds 100,000 numbers with a right
check digit. The first hundred are left to examples and tests, the last thousand to the hand-made households of the
demonstration office. When the block is used up (after some 30,000 Saudi households) people are invented without a
number, which the file's contract reads as "not known"; a number outside the block could be a living person's.

Egyptian numbers carry a month that no calendar has (13 to 99), so none of them can ever be issued.
"""

from __future__ import annotations

from datetime import date

_FIRST, _LAST = 100, 99_000
_SERIALS, _MONTHS, _DAYS = 5_000, 87, 28
_EGYPTIAN_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_LETTER_VALUES = {"SA": "281000", "EG": "141600"}
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class Dealer:
    """Deals identity numbers for one run; household by household, so that more households never change earlier ones."""

    __slots__ = ("_citizens", "_egyptians", "_residents")

    def __init__(self) -> None:
        self._citizens = _FIRST
        self._residents = _FIRST
        self._egyptians = 0

    def citizen(self) -> str | None:
        """The next Saudi national id, until the block is used up."""
        if self._citizens >= _LAST:
            return None
        self._citizens += 1
        return _checked(f"1000{self._citizens - 1:05d}")

    def resident(self) -> str | None:
        """The next iqama number, until its block is used up."""
        if self._residents >= _LAST:
            return None
        self._residents += 1
        return _checked(f"2000{self._residents - 1:05d}")

    def egyptian(self, *, born: date, female: bool, region_code: str) -> str:
        """The next Egyptian number: century, year, region and sex fit the person; the month cannot be."""
        turn, serial = divmod(self._egyptians, _SERIALS)
        turn, month = divmod(turn, _MONTHS)
        self._egyptians += 1
        century = "3" if born.year >= 2000 else "2"
        stem = (
            f"{century}{born.year % 100:02d}{13 + month:02d}{1 + turn % _DAYS:02d}{region_code}"
            f"{2 * serial + (not female):04d}"
        )
        total = sum(weight * int(digit) for weight, digit in zip(_EGYPTIAN_WEIGHTS, stem, strict=True))
        return f"{stem}{(11 - total % 11) % 10}"


def phone(index: int) -> str | None:
    """The phone of household `index`; none once the 100,000 phones of the block are given out."""
    return f"05000{index:05d}" if index < 99_000 else None


def iban(country: str, index: int) -> str:
    """The account of household `index` at a bank 00 that does not exist."""
    account = f"00{index + 1:018d}" if country == "SA" else f"00000000{index + 1:017d}"
    return f"{country}{98 - int(account + _LETTER_VALUES[country]) % 97:02d}{account}"


def _checked(stem: str) -> str:
    """Nine digits with their Luhn check digit."""
    total = sum(_DOUBLED[int(digit)] for digit in stem[::2]) + sum(int(digit) for digit in stem[1::2])
    return f"{stem}{-total % 10}"
