"""Keeps what is needed to mend a fault of the program, and nothing of any family."""

from __future__ import annotations

import os
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from resources.version import __version__


def keep(error: BaseException) -> Path | None:
    """Write the log of a fault into the user's state folder; None where that cannot be written."""
    # Imported late: most runs never crash.
    from platformdirs import user_state_path

    now = datetime.now(UTC)
    try:
        folder = user_state_path("yusr", appauthor=False)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"crash-{now:%Y%m%dT%H%M%S}-{os.getpid()}.log"
        with open(path, "x", encoding="utf-8", opener=_private) as log:
            log.write(f"yusr {__version__}, Python {platform.python_version()}, {platform.platform()}\n")
            log.write(f"{now.isoformat()}\n")
            log.writelines(_frames(error))
    except OSError:
        return None
    return path


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _frames(error: BaseException) -> list[str]:
    # Kinds and places only: the message of an exception may quote a name, a number or an income.
    lines: list[str] = []
    link: BaseException | None = error
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}\n")
        lines.extend(traceback.format_tb(link.__traceback__))
        link = link.__cause__ or link.__context__
    return lines
