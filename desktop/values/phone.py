"""Telephone numbers in the one form that can be dialled from anywhere and compared: E.164, "+966512345678"."""

from __future__ import annotations

import re

from desktop.values.digits import compact
from desktop.values.errors import OfficeError

# Invented people carry 05000xxxxx in both countries. The block is read before the library is asked: its tables may
# one day call the block impossible, and for an Egyptian office they would make an Egyptian landline of it.
_INVENTED = re.compile(r"(?:(?:\+|00)9660?|0)(5000[0-9]{5})")

# The library reads letters as the keys of a dial ("0500 FLOWERS"), which here is always a slip of the hand.
_WRITTEN_AS_NUMBER = re.compile(r"\+?[0-9().\-/]+")


def read_phone(text: str, country: str) -> str:
    """The number in E.164.

    Args:
        text: as typed, in any digit set; a number of another country begins with + or 00.
        country: "SA" or "EG", the country in which a number without a country code is dialled.

    Raises:
        OfficeError: `values.phone_unreadable`, `values.phone_impossible`.
    """
    number = compact(text)
    if _WRITTEN_AS_NUMBER.fullmatch(number) is None:
        raise OfficeError("values.phone_unreadable", text=text)
    invented = _INVENTED.fullmatch(re.sub(r"[().\-/]", "", number))
    if invented is not None:
        return f"+966{invented.group(1)}"
    # Imported late: its tables cost tens of milliseconds and most runs read no number.
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException as fault:
        raise OfficeError("values.phone_unreadable", text=text) from fault
    if not phonenumbers.is_valid_number(parsed):
        raise OfficeError("values.phone_impossible", text=text)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def is_invented_phone(number: str) -> bool:
    """Whether the number, in E.164 or as dialled, is from the block of invented people (05000xxxxx)."""
    return _INVENTED.fullmatch(compact(number)) is not None
