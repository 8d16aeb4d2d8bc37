"""The ways of telling a family: the one that the file allows, or another that somebody chooses."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from desktop.notices.channels import Channel
from ui.language.reader import Reader
from ui.language.worded import Worded


class ChannelBox(Worded, QComboBox):
    """Says `None` while the file is to decide.

    Args:
        reader: who reads.
        by_file: offer the way that the file allows.
    """

    def __init__(self, reader: Reader, parent: QWidget | None = None, *, by_file: bool = True) -> None:
        super().__init__(parent)
        self._reader, self._by_file = reader, by_file
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.say(self.setAccessibleName, lambda: self.tr("How the family is told"))
        self.reworded()

    @property
    def channel(self) -> Channel | None:
        """The way that was chosen."""
        chosen = self.currentData()
        return next((each for each in Channel if each.value == chosen), None)

    @override
    def reworded(self) -> None:
        chosen = self.currentData()
        self.clear()
        if self._by_file:
            self.addItem(self.tr("As the file allows"), "")
        for each in Channel:
            self.addItem(self._reader.wording(each.label), each.value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
