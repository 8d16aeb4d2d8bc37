"""Tells the window, on its main thread, whether the office's database answers and that somebody changed something."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.background.lanes import Failed, Lane, Lanes

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.database.watching import Watch


class Pulse(QObject):
    """Feels one office at a time."""

    answering = Signal(bool)
    """Whether the database answers; when it becomes another, and once at the beginning."""

    stirred = Signal()
    """Somebody changed something, at this desk or at another."""

    def __init__(self, lanes: Lanes, *, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._failed = failed
        self._office: OpenOffice | None = None
        self._watch: Watch | None = None

    def begin(self, office: OpenOffice) -> None:
        """Feel this office from now on."""
        self.end()
        self._office = office
        self._lanes.run(
            Lane.READS,
            lambda _task: office.watch(answers=self._answers, heard=self._heard),
            done=lambda watch: self._begun(office, watch),
            failed=self._failed,
            owner=self,
        )

    def end(self) -> None:
        """Feel nothing any more; waits for nothing."""
        watch, self._watch, self._office = self._watch, None, None
        if watch is not None:
            watch.stop(wait=False)

    def _begun(self, office: OpenOffice, watch: Watch) -> None:
        if self._office is office:
            self._watch = watch
        else:
            watch.stop(wait=False)

    def _answers(self, answering: bool) -> None:
        # On the thread of the watch; the window may be gone by then.
        with suppress(RuntimeError):
            self.answering.emit(answering)

    def _heard(self) -> None:
        with suppress(RuntimeError):
            self.stirred.emit()
