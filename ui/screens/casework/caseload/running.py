"""One run at a time, on a lane: begun, followed on its line, stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.database.interrupting import Stop
from ui.background.lanes import Lane, Task
from ui.screens.casework.caseload.caseload_line import CaseloadLine
from ui.screens.casework.caseload.reading import Question, RunShown, ran
from ui.shell.workplace import Workplace


class Running(QObject):
    """Runs for as long as its line lives.

    Args:
        workplace: whose office is run.
        line: shows how far it is.
        done: takes what came out.
        failed: takes what was raised.
    """

    def __init__(
        self,
        workplace: Workplace,
        line: CaseloadLine,
        done: Callable[[RunShown], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(line)
        self._workplace, self._line = workplace, line
        self._given, self._raised = done, failed
        self._task: Task | None = None
        self._stop: Stop | None = None

    @property
    def busy(self) -> bool:
        """Whether a run goes on."""
        return self._task is not None

    @property
    def stopping(self) -> bool:
        """Whether it was asked to end."""
        return self._stop is not None and self._stop.requested

    def begin(self, question: Question) -> None:
        """Begin it."""
        office, stop = self._workplace.seat.office, Stop()

        def work(task: Task) -> RunShown:
            task.on_cancel(stop.request)
            return ran(office, question, stop=stop, progress=task.report)

        self._stop = stop
        # Who signs out waits for nothing more, and leaves the lane to whoever comes next.
        self.destroyed.connect(stop.request)
        self._line.begin()
        self._task = self._workplace.lanes.run(
            Lane.READS, work, done=self._done, failed=self._failed, owner=self, progress=self._line.show_reached
        )

    def stop(self) -> None:
        """End it after the files in hand; what was kept stays."""
        if self._stop is not None:
            self._stop.request()

    def _done(self, shown: RunShown) -> None:
        self._over()
        self._given(shown)

    def _failed(self, error: Exception) -> None:
        self._over()
        self._raised(error)

    def _over(self) -> None:
        self._task = self._stop = None
        self._line.hide()
