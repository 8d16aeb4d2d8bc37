"""A colleague saved the file while this form was open: both versions side by side, and a choice where they differ."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.values.errors import StaleFile
from desktop.values.isolates import isolated
from desktop.values.language import Wording, capitalised
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.compare import Compare, Compared, Version
from ui.parts.text import Text
from ui.screens.registry.registration.merging import Encounter, Side, version_words
from ui.screens.registry.registration.words import place
from ui.theme.tokens import GRID


class ComparePanel(Worded, QWidget):
    """What only one of the two changed is chosen beforehand; the rest must be chosen before it can be saved."""

    decided = Signal(object)
    """The side chosen for each unit: `dict[str, Side]`."""

    closed = Signal()
    """Somebody went back to the form; what was typed there is as it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare_panel")
        self._shown: tuple[Encounter, StaleFile, Reader] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        upper = QVBoxLayout()
        upper.setContentsMargins(GRID * 3, 0, GRID * 3, 0)
        upper.setSpacing(GRID)
        self._heading, self._who = Text("title", self, wraps=True), Text("soft", self, wraps=True)
        self.say(self._heading.setText, lambda: self.tr("A colleague saved this file while you were writing"))
        upper.addWidget(self._heading)
        upper.addWidget(self._who)
        pane = QScrollArea(self)
        pane.setWidgetResizable(True)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QFrame(pane)
        inside.setProperty("kind", "card")
        within = QVBoxLayout(inside)
        within.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.compare = Compare(inside)
        self.compare.decided.connect(self._show_open)
        within.addWidget(self.compare)
        pane.setWidget(inside)
        upper.addWidget(pane, 1)
        column.addLayout(upper, 1)
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        row.setSpacing(GRID)
        self.save, self.leave, self._open = QPushButton(foot), QPushButton(foot), Text("", foot, wraps=True)
        self.save.setObjectName("save_chosen")
        self.leave.setObjectName("leave_compare")
        self.save.setProperty("kind", "primary")
        self.say(self.save.setText, lambda: self.tr("Save what is chosen"))
        self.say(self.leave.setText, lambda: self.tr("Back to the form"))
        self.save.clicked.connect(lambda _checked: self.submit())
        self.leave.clicked.connect(lambda _checked: self.closed.emit())
        row.addWidget(self.save)
        row.addWidget(self.leave)
        row.addWidget(self._open, 1)
        column.addWidget(foot)

    def show_encounter(self, encounter: Encounter, stale: StaleFile, reader: Reader) -> None:
        """Show both versions; nothing was chosen yet where both changed a fact."""
        self._shown = (encounter, stale, reader)
        self._show()

    def reread(self, reader: Reader) -> None:
        """Show the versions for another reader."""
        if self._shown is not None and self._shown[2] != reader:
            self._shown = (self._shown[0], self._shown[1], reader)
            self._show()

    def submit(self) -> None:
        """Save, unless something is still to be chosen: then go there."""
        undecided = self.compare.undecided
        if undecided:
            self.take_focus()
            return
        self.decided.emit({unit: Side(side) for unit, side in self.compare.chosen().items()})

    def take_focus(self) -> None:
        """Bring the keyboard to the first fact that must be chosen, else to the action."""
        undecided = self.compare.undecided
        if undecided:
            self.compare.go_to(undecided[0])
        else:
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if self._shown is None:
            return
        encounter, stale, reader = self._shown
        before = self.compare.chosen()
        by, (day, time) = _who(stale, reader), _when(str(stale.details.get("at", "")), reader)
        self._who.setText(
            self.tr(
                "{by} saved it on {day} at {time}. Nothing of either is lost: choose what the file should say."
            ).format(by=by, day=day, time=time)
        )
        versions = [
            Version(Side.BASE, self.tr("When you opened it")),
            Version(Side.MINE, self.tr("What you wrote")),
            Version(Side.THEIRS, self.tr("What the colleague saved"), f"{by}\n{day} {time}"),
        ]
        facts = [self._compared(encounter, slot, reader) for slot in (unit.slot for unit in encounter.units)]
        self.compare.show_versions(versions, facts, original=Side.BASE)
        for fact, side in before.items():
            self.compare.choose(fact, side)
        self._show_open()

    def _compared(self, encounter: Encounter, slot: str, reader: Reader) -> Compared:
        typed = next(
            (each for side in (Side.MINE, Side.THEIRS) if (each := encounter.version(side)).says(slot)), encounter.base
        )
        values = {str(side): version_words(encounter, side, slot, reader) for side in Side}
        return Compared(slot, capitalised(reader.wording(place(typed, slot))), values)

    def _show_open(self) -> None:
        if self._shown is None:
            return
        reader, left = self._shown[2], len(self.compare.undecided)
        words = self.tr("%n fact(s) still to choose", "", left) if left else self.tr("All is chosen")
        self._open.setText(reader.digits(words))


def _who(stale: StaleFile, reader: Reader) -> str:
    """The colleague's name as the registry tells it."""
    by = stale.details.get("by", "")
    return isolated(by.said_in(reader.language) if isinstance(by, Wording) else str(by))


def _when(at: str, reader: Reader) -> tuple[str, str]:
    """Day and time of a moment as the registry tells it, by the office's clock."""
    day, _, time = at.partition(" ")
    return reader.day(date.fromisoformat(day)), reader.code(time)
