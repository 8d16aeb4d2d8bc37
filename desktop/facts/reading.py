r"""Reads a household file: what the contract's schema accepts becomes a value, all else a list of its faults.

The fast path is msgspec. What it refuses is put to the jsonschema library, whose word is final both ways: it names
the faults, or finds none where JSON Schema is wider than msgspec (`1.0` is a whole number; of a name written twice
the last stands).

Patterns follow Python's `re`, as the jsonschema library does: `\d` takes the decimal digits of every script and
`$` allows one line break at the end. So «٣٠٠٠٫٠٠» is no amount but «٣٠٠٠.٠٠» is; what a pattern let pass is
written with western digits here, on reading.
"""

from __future__ import annotations

import re
from functools import cache
from threading import Lock

import msgspec

from desktop.facts.canonical import plain
from desktop.facts.household_file import HouseholdFile
from desktop.facts.json_text import MOST_DIGITS, Json, refused, text_of, tree_of

# Where none of these stands in the text, no pattern can have let anything but western digits pass.
_MAY_NEED_RESPELLING = re.compile(r"\\|(?![0-9])\d")
# msgspec keeps whole numbers of any length, the contract's other readers do not.
_MAY_BE_TOO_LONG = re.compile(rf"[0-9]{{{MOST_DIGITS + 1}}}")


def read_household(data: bytes) -> HouseholdFile:
    """The household file in `data`.

    Raises:
        Faults: `facts.file_breaks_schema`, with every fault, its JSON Pointer and its sentence.
    """
    text = text_of(data)
    file = _read_fast(text)
    if file is None:
        file = _read_thoroughly(text)
    return plain(file) if _MAY_NEED_RESPELLING.search(text) else file


_BUILDING = Lock()


@cache
def _built() -> msgspec.json.Decoder[HouseholdFile]:
    return msgspec.json.Decoder(HouseholdFile)


def _decoder() -> msgspec.json.Decoder[HouseholdFile]:
    # msgspec 0.22 crashes the process where two threads first meet a large type at once.
    with _BUILDING:
        return _built()


def _read_fast(text: str) -> HouseholdFile | None:
    if _MAY_BE_TOO_LONG.search(text):
        return None
    try:
        return _decoder().decode(text)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _read_thoroughly(text: str) -> HouseholdFile:
    from desktop.facts.schema_faults import schema_faults

    tree = tree_of(text)
    if faults := schema_faults(tree):
        raise refused(*faults)
    return msgspec.convert(_whole(tree), HouseholdFile)


def _whole(tree: Json) -> Json:
    """The tree with `1.0` as `1`, which JSON Schema calls an integer and msgspec does not."""
    if isinstance(tree, dict):
        return {name: _whole(value) for name, value in tree.items()}
    if isinstance(tree, list):
        return [_whole(value) for value in tree]
    return int(tree) if isinstance(tree, float) and tree.is_integer() else tree
