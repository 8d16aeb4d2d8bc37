"""What a person chose for themselves on this machine; kept in a small file, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from desktop.values.calendars import Calendar
from desktop.values.language import Language, Wording
from ui.language.reader import RIYADH, Reader
from ui.theme.look import Look
from ui.theme.tokens import TEXT_SIZES, Scheme

FILE = "window.json"


class Preferences(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One person's choices; every one has a default, and a file of another version is read as far as it goes.

    `scheme` None follows the system. `idle_minutes` without a key or a click lock the window. `place` is the window's
    own geometry, as Qt encodes it in base64; `columns` holds what a person hid or widened, by table.
    """

    language: Language = Language.ARABIC
    arabic_digits: bool = True
    leading: Calendar = Calendar.HIJRI
    scheme: Scheme | None = None
    text_size: int = 100
    compact: bool = False
    idle_minutes: int = 10
    last_login: str = ""
    place: str = ""
    columns: dict[str, str] = {}

    def reader(self, zone: ZoneInfo = RIYADH, names: Mapping[str, Wording] | None = None) -> Reader:
        """How values are shown to this person, at an office in a time zone whose staff have names, by their logins."""
        return Reader(self.language, self.arabic_digits, self.leading, zone, names or {})

    def look(self, *, system_is_dark: bool) -> Look:
        """What this person sees."""
        scheme = self.scheme or (Scheme.DARK if system_is_dark else Scheme.LIGHT)
        size = self.text_size if self.text_size in TEXT_SIZES else 100
        return Look(scheme, size, self.compact)


def kept_preferences(folder: Path) -> Preferences:
    """Those kept in a folder; the defaults where there are none or they cannot be read."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Preferences)
    except (OSError, msgspec.MsgspecError):
        return Preferences()


def keep_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep them; OSError where the folder cannot be written, and those kept before stand."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = folder / f".{FILE}.half"
    half.write_bytes(msgspec.json.encode(preferences))
    os.replace(half, folder / FILE)
