"""Sees whatever would make the window wait: files, sockets, statements, sleeps and heavy imports on its own thread.

Python tells an audit hook of each; SQLAlchemy tells of each statement, since the drivers' own sockets are not seen.
A hook cannot be taken away again, so there is one for the whole run, which looks only while it is told to.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

from sqlalchemy import Engine, event

_ROOT = Path(__file__).parents[1]
_WINDOW = tuple(
    str(_ROOT / "ui" / place)
    for place in ("app.py", "shell", "screens", "parts", "background", "language", "theme", "drafts", "forms")
)
_WAITS = (
    "open",
    "os.listdir",
    "os.scandir",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.truncate",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "subprocess.Popen",
    "sqlite3.connect",
)
_HEAVY = frozenset(
    {"sqlalchemy", "alembic", "psycopg", "sqlcipher3", "sqlglot", "reportlab", "pyhanko", "pypdfium2", "cryptography",
     "yaml", "jsonschema", "keyring", "openpyxl", "xlsxwriter"}
)  # fmt: skip


class Watch:
    """What made the window wait since it was begun."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.looking = False
        sys.addaudithook(self._hear)
        # Python 3.11 tells no hook of a sleep.
        sleep = time.sleep

        def slept(seconds: float) -> None:
            self._seen("time.sleep")
            sleep(seconds)

        time.sleep = slept
        event.listen(Engine, "before_cursor_execute", self._statement)
        event.listen(Engine, "engine_connect", self._connected)

    def _hear(self, name: str, arguments: tuple[Any, ...]) -> None:
        # By its number: asking a thread that is not Python's own for its name would list it as one that stays.
        if not self.looking or threading.get_ident() != threading.main_thread().ident:
            return
        if name in _WAITS and not _of_an_import(arguments):
            self._note(f"{name} {arguments[:1]}")
        elif name == "import" and str(arguments[0]).partition(".")[0] in _HEAVY:
            self._note(f"import {arguments[0]}")

    def _statement(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        self._seen(f"statement {statement[:80]}")

    def _connected(self, *_rest: Any) -> None:
        self._seen("connecting")

    def _seen(self, what: str) -> None:
        if self.looking and threading.get_ident() == threading.main_thread().ident:
            self._note(what)

    def _note(self, what: str) -> None:
        frame: FrameType | None = sys._getframe(2)
        frames = list(traceback.walk_stack(frame))
        ours = [each for each, _ in frames if each.f_code.co_filename.startswith(_WINDOW)]
        if ours:
            place = ours[0]
            self.found.append(f"{what} from {place.f_code.co_filename}:{place.f_lineno} {place.f_code.co_name}")


def _of_an_import(arguments: tuple[Any, ...]) -> bool:
    """A small module of our own that is looked for and read when it is first needed; heavy ones are told by name."""
    place = str(arguments[0]) if arguments else ""
    return place.endswith((".py", ".pyc")) or os.path.exists(os.path.join(place, "__init__.py"))
