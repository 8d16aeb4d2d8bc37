"""One entry of the history: what happened, when and by whom, and the way to what it is about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import bare, isolated
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.screens.registry.household_file.told_history import Subject, ToldEntry
from ui.theme.tokens import GRID


class HistoryEntryRow(Worded, QWidget):
    """The sentences of an entry; below them small the hour and the name, beside these the link."""

    wanted = Signal(str)
    """The part of the household's screen where the thing is seen."""

    def __init__(self, entry: ToldEntry, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(entry.name)
        self.entry = entry
        self._reader = reader
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, sentence in enumerate(entry.sentences):
            text = Text("" if number == 0 else "soft", self, wraps=True)
            text.setText(reader.wording(sentence))
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)
        self._foot, self.link = Text("small", self), QPushButton(self)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._foot)
        foot.addWidget(self.link)
        foot.addStretch(1)
        column.addLayout(foot)
        self.link.setObjectName("lead")
        self.link.setProperty("kind", "link")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.link.setVisible(bool(entry.leads_to))
        self.link.clicked.connect(lambda _checked: self.wanted.emit(entry.leads_to))
        self.reworded()

    @override
    def reworded(self) -> None:
        entry, reader = self.entry, self._reader
        self._foot.setText(self._who())
        self._foot.setVisible(entry.by is not None)
        self.link.setText(self._lead())
        # Heard by itself, «عرض القرار» would not say which.
        self.link.setAccessibleName(bare(f"{self._lead()}: {reader.wording(entry.sentences[0])}"))

    def _who(self) -> str:
        entry, reader = self.entry, self._reader
        if entry.by is None:
            return ""
        time = reader.code(f"{entry.at.astimezone(reader.zone):%H:%M}")
        name = isolated(reader.wording(entry.by))
        if entry.number is None:
            return self.tr("{time} · {name}").format(time=time, name=name)
        words = self.tr("{time} · {name} · version {number}")
        return words.format(time=time, name=name, number=reader.number(entry.number))

    def _lead(self) -> str:
        subject = self.entry.subject
        if subject is Subject.NOTICES and self.entry.leads_to.startswith("decisions"):
            # A notice of a decision stands on the decision's own card.
            subject = Subject.DECISIONS
        return {
            Subject.FACTS: "",
            Subject.ASSESSMENTS: self.tr("Show the assessment"),
            Subject.NOTICES: self.tr("Show the assessment"),
            Subject.DECISIONS: self.tr("Show the decision"),
            Subject.DOCUMENTS: self.tr("Show the document"),
            Subject.COURSES: self.tr("Show the courses"),
        }[subject]
