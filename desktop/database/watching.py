"""Looks after the way to the database while somebody sits at a desk: does it answer, did anybody change anything?

On PostgreSQL a connection of its own listens, and is asked something every second. A network that goes mute takes what
is sent and answers nothing: a statement would wait for ever, and no time-out of the server reaches the desk. Where the
question is not answered the desk is told so, and once a new connection does not come about either, the statements that
wait are ended here. Then it is tried again, at longer and longer intervals, until the server answers.

On SQLite the file's own counter of changes is looked at every second.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from random import uniform
from selectors import EVENT_READ, DefaultSelector
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from desktop.database.channel import CHANNEL
from desktop.database.engine import is_sqlite, place_of
from desktop.database.faults import told
from desktop.database.lines import LINES, Lines
from desktop.values.errors import Unreachable

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg.pq.abc import PGconn

BEAT, ANSWER = 1.0, 1.5
"""Seconds between two questions, and for an answer: a lost server is told of in less than three."""
CONNECT = 2
"""Seconds for a connection to come about; libpq takes no fewer."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15.0
"""Seconds until it is tried again: twice as long each time, and never by all desks at once."""
_GONE = frozenset(
    {"database.server_silent", "database.server_lost", "database.unknown_host", "database.server_starting"}
)


class Watch:
    """Watches one engine from a thread of its own; both callbacks are called there.

    Args:
        engine: of the desk.
        answers: takes whether the database answers, whenever that becomes another and once at the beginning.
        heard: somebody, this desk perhaps, changed something; also after an answer was missed for a while.
    """

    def __init__(self, engine: Engine, *, answers: Callable[[bool], None], heard: Callable[[], None]) -> None:
        self._engine = engine
        self._answers = answers
        self._heard = heard
        self._answering: bool | None = None
        self._stopping = Event()
        self._woken, self._waker = socket.socketpair()
        self._lines: Lines | None = engine.get_execution_options().get(LINES)
        self._thread = Thread(target=self._work, name="yusr-watch", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def stop(self, *, wait: bool = True) -> None:
        """End; no callback is begun any more.

        Args:
            wait: until it has ended, which takes as long as a connection that does not come about.
        """
        if not self._stopping.is_set():
            self._stopping.set()
            # It may have ended by itself.
            with suppress(OSError):
                self._waker.send(b"\0")
        if wait:
            self._thread.join()

    def _work(self) -> None:
        with self._woken, self._waker:
            (self._watch_file if is_sqlite(self._engine) else self._watch_server)()

    def _say(self, answering: bool) -> None:
        before, self._answering = self._answering, answering
        if before is not answering and not self._stopping.is_set():
            self._answers(answering)
            if before is False:
                self._heard()

    def _wait(self, seconds: float, *others: int) -> None:
        with DefaultSelector() as waiting:
            for each in (self._woken.fileno(), *others):
                waiting.register(each, EVENT_READ)
            waiting.select(seconds)

    def _watch_server(self) -> None:
        import psycopg

        pause = FIRST_PAUSE
        while not self._stopping.is_set():
            try:
                with self._connected() as connection:
                    pause = FIRST_PAUSE
                    self._listen(connection)
            except (psycopg.Error, Unreachable) as error:
                if self._is_gone(error):
                    if self._answering is False and self._lines is not None:
                        self._lines.end()
                    self._say(False)
                if pause > FIRST_PAUSE:
                    self._wait(pause * uniform(0.5, 1.0))  # noqa: S311 no secret hangs on it
                pause = min(pause * 2, LONGEST_PAUSE)

    def _is_gone(self, error: Exception) -> bool:
        """Whether the server did not answer; one that has no room for another connection did."""
        place = place_of(self._engine)
        known = error if isinstance(error, Unreachable) else told(error, place=place)
        return known is None or known.key in _GONE

    @contextmanager
    def _connected(self) -> Iterator[PGconn]:
        import psycopg

        # Past the pool, which would ask its idle connections first whether they are well.
        _, options = self._engine.dialect.create_connect_args(self._engine.url)
        options = {**options, "connect_timeout": CONNECT, "application_name": "yusr"}
        connection: Connection[Any] = psycopg.connect(**options, autocommit=True)
        try:
            yield connection.pgconn
        finally:
            connection.close()

    def _listen(self, connection: PGconn) -> None:
        self._ask(connection, f"LISTEN {CHANNEL}")
        self._say(True)
        while not self._stopping.is_set():
            if _notified(connection):
                self._heard()
            self._wait(BEAT, connection.socket)
            if not self._stopping.is_set():
                self._ask(connection, "")

    def _ask(self, connection: PGconn, question: str) -> None:
        """Put a question whose answer is not wanted; Unreachable where none comes."""
        from psycopg.pq import ExecStatus

        connection.send_query(question.encode())
        connection.flush()
        ends = monotonic() + ANSWER
        with DefaultSelector() as waiting:
            waiting.register(connection.socket, EVENT_READ)
            while True:
                connection.consume_input()
                while not connection.is_busy():
                    answer = connection.get_result()
                    if answer is None:
                        return
                    if answer.status not in {ExecStatus.COMMAND_OK, ExecStatus.EMPTY_QUERY}:
                        raise Unreachable("database.server_lost", place=place_of(self._engine))
                left = ends - monotonic()
                if left <= 0 or not waiting.select(left):
                    raise Unreachable("database.server_silent", place=place_of(self._engine))

    def _watch_file(self) -> None:
        known: int | None = None
        connection: Any = None
        while not self._stopping.is_set():
            try:
                if connection is None:
                    connection = self._engine.raw_connection()
                    # The counter is a connection's own, so that this one never goes back to the pool.
                    connection.detach()
                (version,) = connection.dbapi_connection.execute("PRAGMA data_version").fetchone()
            except Exception:  # whatever became of the file, the desk's own work tells it in words
                self._say(False)
            else:
                self._say(True)
                if known not in {None, version}:
                    self._heard()
                known = version
            self._wait(BEAT)
        if connection is not None:
            connection.close()


def _notified(connection: PGconn) -> bool:
    """Whether anything was told since; several are as good as one."""
    some = False
    while connection.notifies() is not None:
        some = True
    return some
