"""What accounts and telephones are read with, brought in on a lane, so that nobody waits at the first one they type."""

from __future__ import annotations

from contextlib import suppress

from desktop.values.errors import OfficeError
from desktop.values.iban import read_iban
from desktop.values.phone import read_phone

_ACCOUNTS = ("SA8400000000000000012345", "EG390000000100000000000012345")
_COUNTRIES = ("SA", "EG")


def read_ahead() -> None:
    """Load the tables of banks and of both countries' telephones; a quarter of a second, once."""
    for account in _ACCOUNTS:
        read_iban(account)
    for country in _COUNTRIES:
        # A number that is dialled nowhere: those of the training set are read without the tables.
        with suppress(OfficeError):
            read_phone("0000000000", country)
