"""The lines of one engine to its server, so that whoever learns that the server is gone can end them."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from sqlalchemy import Engine, event

if TYPE_CHECKING:
    from psycopg import Connection

LINES: Final = "yusr_lines"
"""Execution option of an engine on PostgreSQL: its `Lines`."""


class Lines:
    """Every connection that an engine has made and somebody still holds, idle or at work."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: WeakSet[Connection[object]] = WeakSet()

    def of(self, engine: Engine) -> None:
        """Know of each connection that the engine makes from now on."""
        event.listen(engine, "connect", self._made)

    def end(self) -> None:
        """End them all: whoever waits on one is told that the server was lost, and the next use makes another."""
        with self._lock:
            known = tuple(self._known)
        for each in known:
            # Closed meanwhile, or gone by itself.
            with suppress(Exception), socket.socket(fileno=os.dup(each.fileno())) as own:
                own.shutdown(socket.SHUT_RDWR)

    def _made(self, connection: Connection[object], _record: object) -> None:
        with self._lock:
            self._known.add(connection)
