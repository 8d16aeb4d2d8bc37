"""Founds an office from the page of a machine that has none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.values.errors import OfficeError
from ui.background.lanes import Lane, Task
from ui.shell import opening
from ui.shell.first_run import FirstRunPage
from ui.shell.opening import Address
from ui.shell.workplace import Workplace


class Founding(QObject):
    """The page and the work behind it; nothing else can be done while it runs."""

    founded = Signal(str)
    """The login that founded it; empty in the demonstration, where people sit down by themselves."""

    crashed = Signal(object)

    def __init__(self, workplace: Workplace, address: Address, pages: QWidget) -> None:
        self.page = FirstRunPage(pages)
        super().__init__(self.page)
        self._workplace, self._address = workplace, address
        self.page.demonstration_wanted.connect(self._demonstration)
        self.page.own_wanted.connect(self._own)

    def _demonstration(self) -> None:
        def founding(task: Task) -> None:
            opening.found_demonstration(self._address, progress=lambda done, of: task.report((done, of)))

        self.page.working(0, opening.DEMONSTRATION_HOUSEHOLDS)
        self._found(founding, "")

    def _own(self, name: str, login: str, password: str) -> None:
        def founding(_task: Task) -> None:
            opening.found_own(self._address, login=login, password=password, name=name)

        self.page.working(0, 0)
        self._found(founding, login)

    def _found(self, founding: Callable[[Task], None], login: str) -> None:
        language = self._workplace.reader.language

        def worked(task: Task) -> None:
            try:
                founding(task)
            except OfficeError as error:
                # Read here, so that telling it on the main thread reads no file.
                error.sentence(language)
                raise

        def failed(error: Exception) -> None:
            if isinstance(error, OfficeError):
                self.page.refuse(error.sentence(self._workplace.reader.language))
            else:
                self.crashed.emit(error)

        self._workplace.lanes.run(
            Lane.WRITES,
            worked,
            done=lambda _none: self.founded.emit(login),
            failed=failed,
            owner=self,
            progress=lambda so_far: self.page.working(*so_far),
        )
