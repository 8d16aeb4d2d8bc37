"""Where a household comes from: a file, standard input, or a number in the register."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop.values.errors import OfficeError, Unreachable

STANDARD_INPUT = "-"

LARGEST = 64 * 1024 * 1024
"""Bytes. A family's file has some thousands; what is larger is something else, and must not fill the memory."""


def is_file(text: str, *, suffixes: tuple[str, ...] = (".json",)) -> bool:
    """Whether what was typed means a file and not a file number of the office, or the text of a code.

    `-`, whatever exists, ends as such files do or has a folder in it: a mistyped path must not be looked for in the
    register.
    """
    if text == STANDARD_INPUT or text.lower().endswith(suffixes) or "/" in text or os.sep in text:
        return True
    try:
        return Path(text).exists()
    except (OSError, ValueError):
        return False


def bytes_of(text: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        Unreachable: `command_line.no_such_file`, `command_line.unreadable_file`.
        OfficeError: `command_line.file_too_large`.
    """
    data = sys.stdin.buffer.read(LARGEST + 1) if text == STANDARD_INPUT else _read(text)
    if len(data) > LARGEST:
        raise OfficeError("command_line.file_too_large", file=text, most=LARGEST // 1024 // 1024)
    return data


def _read(text: str) -> bytes:
    try:
        with open(text, "rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Unreachable("command_line.no_such_file", file=text) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreachable("command_line.unreadable_file", file=text, reason=reason) from error
