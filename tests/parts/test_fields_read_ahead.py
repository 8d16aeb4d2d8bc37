"""Once everything is read ahead, the first account and the first telephone make nobody wait."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
from desktop.values.errors import OfficeError
from ui.parts.fields.reading_ahead import read_ahead
read_ahead()
opened = []
sys.addaudithook(lambda name, arguments: opened.append(arguments[0]) if name in ("open", "import") else None)
from desktop.values.iban import read_iban
from desktop.values.phone import read_phone
opened.clear()
read_iban("SA8400000000000000012345")
for number, country in (("+966112345678", "SA"), ("0500012345", "SA"), ("+20212345678", "EG"), ("12", "EG")):
    try:
        read_phone(number, country)
    except OfficeError:
        pass
print([each for each in opened if str(each).startswith(("schwifty.", "phonenumbers.")) or "/" in str(each)])
"""


def test_the_first_account_and_the_first_telephone_read_no_file() -> None:
    ran = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
