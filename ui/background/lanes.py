"""The lanes: threads on which the office's work is done, and the way of its answer back to the main thread.

| lane | threads | for |
|---|---|---|
| writes | 1 | verbs that write, one after another in the order they were asked for |
| reads | 2 | queries; each may be cancelled, also while it runs |
| documents | 2 | paper: setting, sealing, picturing |
| own | 1 | this desk's own files (drafts, preferences), so that a lost server never holds them up |

    task = lanes.run(Lane.READS, work, done=show, failed=tell, owner=self)

`work` gets its `Task` and runs on the lane; `done` or `failed` run on the main thread, unless the task was cancelled or
its owner is gone by then.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

T = TypeVar("T")

Failed = Callable[[Exception], None]


class Lane(StrEnum):
    """Where work is done."""

    WRITES = "writes"
    READS = "reads"
    DOCUMENTS = "documents"
    OWN = "own"


THREADS = {Lane.WRITES: 1, Lane.READS: 2, Lane.DOCUMENTS: 2, Lane.OWN: 1}


class Task:
    """One piece of work on a lane."""

    def __init__(self, lane: Lane, owner: QObject, tell: Callable[[object], None]) -> None:
        self.lane = lane
        self._tell = tell
        self._owner = owner
        self._lock = threading.Lock()
        self._cancelled = False
        self._stops: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the answer any more; long work looks here between its steps."""
        return self._cancelled

    @property
    def wanted(self) -> bool:
        """Whether the answer still has somebody to go to."""
        return not self._cancelled and shiboken6.isValid(self._owner)

    def cancel(self) -> None:
        """Stop the work as soon as it can be; neither `done` nor `failed` is called. A second time does nothing."""
        with self._lock:
            self._cancelled = True
            stops, self._stops = self._stops, []
        for stop in stops:
            stop()

    def report(self, progress: object) -> None:
        """Tell how far the work is; called on the lane."""
        if not self._cancelled:
            self._tell(progress)

    def on_cancel(self, stop: Callable[[], None]) -> None:
        """Call `stop`, from whatever thread cancels, when the task is; at once if it was."""
        with self._lock:
            if not self._cancelled:
                self._stops.append(stop)
                return
        stop()


class Lanes(QObject):
    """The threads of one window; `close` before the application ends."""

    busy = Signal(bool)
    """Whether anything but the desk's own files is being worked on; on the main thread."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: ThreadPoolExecutor(count, f"yusr-{lane}") for lane, count in THREADS.items()}
        self._running: set[Task] = set()
        self._closed = False
        self._arrived.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        work: Callable[[Task], T],
        *,
        done: Callable[[T], None],
        failed: Failed,
        owner: QObject,
        progress: Callable[[Any], None] | None = None,
    ) -> Task:
        """Begin a piece of work; call on the main thread.

        Args:
            lane: where.
            work: what, given its task; touches no widget.
            done: takes the answer.
            failed: takes what `work` raised.
            owner: whose deletion means that nobody waits for the answer.
            progress: takes whatever the work reports of itself by `Task.report`.

        Returns:
            The task; cancelled already where the lanes are closed. What the screens of a window that closed still ask
            for to show it, nobody will see.

        Raises:
            RuntimeError: a write was asked of closed lanes, and would be lost.
        """
        task = Task(lane, owner, lambda so_far: self._arrived.emit((task, progress, so_far, False)))
        if self._closed and lane is not Lane.WRITES:
            task.cancel()
            return task
        self._running.add(task)
        self._tell_busy()

        def go() -> None:
            if task.cancelled:
                self._arrived.emit((task, None, None, True))
                return
            try:
                answer = work(task)
            except Exception as error:
                self._arrived.emit((task, failed, error, True))
            else:
                self._arrived.emit((task, done, answer, True))

        self._pools[lane].submit(go)
        return task

    @property
    def working(self) -> int:
        """Pieces of work begun or waiting, in all lanes."""
        return len(self._running)

    def close(self) -> None:
        """Cancel the reads and wait for the rest: what was begun to be written is written."""
        for task in tuple(self._running):
            if task.lane is Lane.READS:
                task.cancel()
        self._closed = True
        for pool in self._pools.values():
            pool.shutdown(wait=True)

    @Slot(object)
    def _receive(self, arrived: tuple[Task, Callable[[Any], None] | None, Any, bool]) -> None:
        task, take, answer, over = arrived
        if over:
            self._running.discard(task)
            self._tell_busy()
        if take is not None and task.wanted:
            take(answer)
            # What the answer changed is laid out before it is painted. Left to themselves, layouts within layouts ask
            # for their turn one level after another, with a picture in between in which texts are squeezed.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _tell_busy(self) -> None:
        self.busy.emit(any(task.lane is not Lane.OWN for task in self._running))
