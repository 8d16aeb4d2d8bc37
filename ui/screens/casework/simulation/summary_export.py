"""Writes the whole summary of a simulation as JSON, the same as `yusr simulate --json` tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.values.errors import Unreachable
from desktop.values.isolates import isolated
from ui.shell.workplace import Workplace
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from ui.screens.casework.simulation.reading import Simulated


class SummaryExport(QObject):
    """Asks where to, writes on a lane, and tells of it."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace, self._screen = workplace, parent
        self._shown: Simulated | None = None

    def ask(self, shown: Simulated) -> None:
        """Ask where the file is to be written."""
        if not self._workplace.may("export"):
            self._workplace.tell(lambda _language: self.tr("Your role does not export files."), Tone.WAIT)
            return
        self._shown = shown
        dialog = QFileDialog(self._screen, self.tr("Export the summary"))
        dialog.setObjectName("export-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.setNameFilter("*.json")
        before, after = shown.before, shown.after
        dialog.selectFile(f"{before.id}-{before.version}-{after.version}-{shown.answer.on.isoformat()}.json")
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _chosen(self, name: str) -> None:
        if self._shown is not None:
            self.write(Path(name), self._shown)

    def write(self, path: Path, shown: Simulated) -> None:
        """Write the summary whole or not at all."""

        def written(_none: None) -> None:
            self._workplace.tell(
                lambda _language: self.tr("The summary was written to {file}.").format(file=isolated(path.name)),
                Tone.GOOD,
                passing=True,
            )

        self._workplace.document(self._screen, lambda _office: _write(path, shown), done=written)


def _write(path: Path, shown: Simulated) -> None:
    from desktop.casework.simulated_data import simulation_as_data

    text = json.dumps(simulation_as_data(shown.answer), ensure_ascii=False, indent=1)
    partial = path.with_name(f".{path.name}.part")
    try:
        partial.write_text(f"{text}\n", encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise Unreachable("parts.export_not_written", path=path, reason=error.strerror or str(error)) from error
