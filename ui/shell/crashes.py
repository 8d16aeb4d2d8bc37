"""Catches whatever nobody foresaw, keeps its log, and shows one dialog at a time."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import crash_log
from ui.shell.crash_dialog import CrashDialog
from ui.shell.workplace import Workplace


class Crashes(QObject):
    """Takes Python's hook for exceptions while the window stands."""

    unforeseen = Signal(object)
    """An exception that a slot let through."""

    closing_wanted = Signal()

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace, self._window = workplace, window
        self.dialog: CrashDialog | None = None
        sys.excepthook = self._caught

    def show(self, error: BaseException, *, kept: bool) -> None:
        """Keep a log and say so; `kept` is whether a form was open whose words are kept. A second error only logs."""

        def told(log: Path | None) -> None:
            if self.dialog is not None:
                return
            self.dialog = CrashDialog(str(log or ""), type(error).__name__, kept=kept, parent=self._window)
            self.dialog.finished.connect(self._read)
            self.dialog.closing_wanted.connect(self.closing_wanted)
            self.dialog.open()

        self._workplace.own(self, lambda: crash_log.keep(error), done=told, failed=lambda _error: told(None))

    def end(self) -> None:
        """Give the hook back."""
        sys.excepthook = sys.__excepthook__

    def _read(self) -> None:
        self.dialog = None

    def _caught(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        sys.__excepthook__(kind, error, traceback)
        self.unforeseen.emit(error)
