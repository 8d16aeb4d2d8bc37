"""Ending work at a desk early: a read that nobody waits for any more is broken off while it runs.

A cancellation that meets no running statement is lost on both databases, so it is sent again until the work has ended,
and before every statement the work itself asks whether it shall stop. What is sent never meets the next user of the
connection: it goes back to the pool only after the last cancellation under way has landed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from typing import Any, Final

from sqlalchemy import Connection, event

from desktop.values.errors import OfficeError

STOP: Final = "yusr_stop"
"""Execution option of a connection: the `Stop` that its work obeys."""

FIRST_PAUSE, LONGEST_PAUSE = 0.02, 1.0
"""Seconds between two cancellations; on PostgreSQL each is a connection of its own."""
CANCEL_SECONDS = 5
"""How long the server may take to accept a cancellation; the work cannot close before it is answered."""


class Interrupted(OfficeError):  # noqa: N818  # the office's word for it, read as a state of the work
    """The work was asked to stop and ended early; nothing was written."""


class Stop:
    """A wish that work end early. Any thread may utter it at any time, before, during or after; once is for all.

    `request` returns at once. One stop may be given to several desks; from then on each raises `Interrupted`, one that
    is opened later as well. Work that was done by then stays done.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._requested = False
        self._running: list[_Running] = []

    @property
    def requested(self) -> bool:
        """Whether somebody asked."""
        return self._requested

    def request(self) -> None:
        """Ask that the work end."""
        with self._lock:
            if self._requested:
                return
            self._requested = True
            running = tuple(self._running)
        for each in running:
            each.break_off()

    def obey(self) -> None:
        """Raise Interrupted `database.interrupted` if somebody asked; for long work between its statements."""
        if self._requested:
            raise Interrupted("database.interrupted")

    @contextmanager
    def over(self, connection: Connection) -> Iterator[None]:
        """Let the statements of a connection be broken off inside the block.

        Raises:
            Interrupted: somebody asked before.
        """
        running = _Running(_cancellation(connection))
        with self._lock:
            self.obey()
            self._running.append(running)
        connection.execution_options(**{STOP: self})
        event.listen(connection, "before_cursor_execute", self._before_statement)
        try:
            yield
        finally:
            with self._lock:
                self._running.remove(running)
            running.let_go()
            event.remove(connection, "before_cursor_execute", self._before_statement)

    def _before_statement(self, *_statement: object) -> None:
        self.obey()


def is_stopped(connection: Connection | None) -> bool:
    """Whether the work of a connection was asked to stop."""
    stop = None if connection is None else connection.get_execution_options().get(STOP)
    return isinstance(stop, Stop) and stop.requested


class _Running:
    """A connection at work, and the thread that cancels its statements once it shall stop."""

    def __init__(self, cancel: Callable[[], None]) -> None:
        self._cancel = cancel
        self._landing = Lock()
        self._ended = Event()

    def break_off(self) -> None:
        # A thread of its own: who asks is the window, and a server may take seconds to answer.
        Thread(target=self._keep_cancelling, name="yusr-stop", daemon=True).start()

    def let_go(self) -> None:
        self._ended.set()
        with self._landing:
            pass

    def _keep_cancelling(self) -> None:
        pause = FIRST_PAUSE
        while True:
            with self._landing:
                if self._ended.is_set():
                    return
                self._cancel()
            if self._ended.wait(pause):
                return
            pause = min(pause * 2, LONGEST_PAUSE)


def _cancellation(connection: Connection) -> Callable[[], None]:
    driver: Any = connection.connection.driver_connection
    errors = connection.dialect.loaded_dbapi.Error
    if connection.dialect.name == "sqlite":
        interrupt: Callable[[], None] = driver.interrupt
        return interrupt

    def cancel() -> None:
        # One that the network swallowed is sent again.
        with suppress(errors):
            driver.cancel_safe(timeout=CANCEL_SECONDS)

    return cancel
