"""The sentence of an error as the person at the field reads it: in their language and digits, values in their order."""

from __future__ import annotations

import re

from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated, left_to_right
from ui.language.reader import Reader

# Hyphens between Arabic-Indic digits turn a date round, also in an isolate; slashes do not.
_DATE = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
_FIGURES = re.compile(r"[+]?[0-9]+(?:[./:,٬٫][0-9]+)+|[+][0-9]+")
_ISOLATED = re.compile(r"([\u2066-\u2068][^\u2069]*\u2069)")


def sentence_of(error: OfficeError, reader: Reader) -> str:
    """What happened and what to do, with every value of it isolated."""
    details = {name: isolated(value) if isinstance(value, str) else value for name, value in error.details.items()}
    text = OfficeError(error.key, pointer=error.pointer, **details).sentence(reader.language)
    parts = _ISOLATED.split(text)
    # Examples in the sentence itself ("such as 480.00") stand between the isolates of its values.
    parts[::2] = [_FIGURES.sub(lambda found: left_to_right(found.group()), _slashed(part)) for part in parts[::2]]
    parts[1::2] = [_slashed(part) for part in parts[1::2]]
    return reader.digits("".join(parts))


def _slashed(text: str) -> str:
    return _DATE.sub(r"\1/\2/\3", text)
