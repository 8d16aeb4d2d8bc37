"""Bank accounts of Saudi Arabia and Egypt by their IBAN (ISO 13616), checked by `schwifty`.

Bank code 00 belongs to no bank and marks the account of an invented person; it is accepted when its checksum holds.
"""

from __future__ import annotations

from desktop.values.digits import compact
from desktop.values.errors import OfficeError

_LENGTHS = {"SA": 24, "EG": 29}


def read_iban(text: str) -> str:
    """The IBAN without spaces, western digits and capitals: "SA0380000000608010167519".

    Raises:
        OfficeError: `values.iban_country` (neither SA nor EG), `values.iban_length`, `values.iban_structure` (a letter
            where a digit belongs), `values.iban_checksum` (mod 97 is not 1).
    """
    number = compact(text).replace("-", "").upper()
    length = _LENGTHS.get(number[:2])
    if length is None:
        raise OfficeError("values.iban_country", text=text)
    if len(number) != length:
        raise OfficeError("values.iban_length", text=text, expected=length, counted=len(number))
    # Imported late: it loads registries of every country's banks.
    from schwifty import IBAN
    from schwifty.exceptions import InvalidChecksumDigits, SchwiftyException

    try:
        return str(IBAN(number))
    except InvalidChecksumDigits as fault:
        raise OfficeError("values.iban_checksum", text=text) from fault
    except SchwiftyException as fault:
        raise OfficeError("values.iban_structure", text=text) from fault


def grouped(iban: str) -> str:
    """A read IBAN in groups of four, as it is printed and read aloud."""
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))


def bank_code(iban: str) -> str:
    """The bank's code in a read IBAN: two digits in Saudi Arabia, four in Egypt."""
    return iban[4:6] if iban.startswith("SA") else iban[4:8]


def is_invented_iban(iban: str) -> bool:
    """Whether a read IBAN names no bank (code 00, in Egypt 0000): the account of an invented person."""
    return not bank_code(iban).strip("0")
