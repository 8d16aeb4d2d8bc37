"""The text of a household file as JSON: what is no JSON at all, or a number or letter that cannot be kept.

RFC 8259 leaves range and depth to the reader. Ours are those of a double and of a few dozen levels; a lone half of
a surrogate pair, which no database can store, is refused too.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from desktop.values.errors import Faults, OfficeError

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

# The longest whole number that always fits a double, and the deepest object of the contract several times over.
MOST_DIGITS = 308
MOST_LEVELS = 64

_HALF_OF_A_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Unkept:
    """Stands in the tree where a number cannot be kept, so that the fault can name its place."""

    key: str
    text: str


def text_of(data: bytes) -> str:
    """The file's bytes as text, without a byte order mark.

    Raises:
        Faults: where the file is empty or not UTF-8.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refused(OfficeError("facts.not_utf8", pointer="", byte=error.start + 1)) from None
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise refused(OfficeError("facts.empty_file", pointer=""))
    return text


def tree_of(text: str) -> Json:
    """The JSON tree of a text; of a name written twice in an object the last stands, as JSON readers agree.

    Raises:
        Faults: naming the line where the text stops being JSON, or every value that cannot be kept.
    """
    unkept: list[_Unkept] = []

    def cannot_keep(key: str, written: str) -> _Unkept:
        unkept.append(_Unkept(key, _shortened(written)))
        return unkept[-1]

    def number(written: str) -> float | _Unkept:
        value = float(written)
        return value if math.isfinite(value) else cannot_keep("facts.number_too_large", written)

    def whole_number(written: str) -> int | _Unkept:
        fits = len(written.lstrip("-")) <= MOST_DIGITS
        return int(written) if fits else cannot_keep("facts.number_too_large", written)

    def constant(written: str) -> _Unkept:
        return cannot_keep("facts.number_not_in_json", written)

    try:
        tree = json.loads(text, parse_float=number, parse_int=whole_number, parse_constant=constant)
    except json.JSONDecodeError as error:
        raise refused(OfficeError("facts.not_json", pointer="", line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise refused(OfficeError("facts.nested_too_deep", pointer="", levels=MOST_LEVELS)) from None
    # A value that a second one of the same name hides has no place in the tree, and is no JSON all the same.
    faults = tuple(_unkept(tree)) or tuple(_at("", each) for each in unkept)
    if faults:
        raise refused(*faults)
    kept: Json = tree
    return kept


def refused(*faults: OfficeError) -> Faults:
    """The one error that carries every fault of a file."""
    return Faults("facts.file_breaks_schema", faults=faults, count=len(faults))


def escaped(step: str) -> str:
    """One step of a JSON Pointer (RFC 6901)."""
    return step.replace("~", "~0").replace("/", "~1")


def _at(pointer: str, unkept: _Unkept) -> OfficeError:
    return OfficeError(unkept.key, pointer=pointer, place=pointer or "/", text=unkept.text)


def _shortened(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:20]}…"


def _unkept(tree: object) -> Iterator[OfficeError]:
    # A stack of our own: a file nested to just below the limit of `json` would exhaust Python's.
    waiting: list[tuple[str, int, object]] = [("", 1, tree)]
    while waiting:
        pointer, level, value = waiting.pop()
        if level > MOST_LEVELS:
            yield OfficeError("facts.nested_too_deep", pointer=pointer, levels=MOST_LEVELS)
        elif isinstance(value, _Unkept):
            yield _at(pointer, value)
        elif isinstance(value, str) and _HALF_OF_A_PAIR.search(value):
            yield OfficeError("facts.half_a_letter", pointer=pointer, place=pointer or "/")
        elif isinstance(value, dict):
            for name, below in value.items():
                if _HALF_OF_A_PAIR.search(name):
                    yield OfficeError("facts.half_a_letter", pointer=pointer, place=pointer or "/")
                else:
                    waiting.append((f"{pointer}/{escaped(name)}", level + 1, below))
        elif isinstance(value, list):
            waiting.extend((f"{pointer}/{at}", level + 1, below) for at, below in enumerate(value))
