"""Two or three versions of the same facts side by side, and a choice for each: nothing of either is lost unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.compared_row import ComparedRow
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.theme.tokens import GRID, Tone


@dataclass(frozen=True, slots=True)
class Version:
    """One version.

    Args:
        key: by which `chosen` names it.
        title: whose it is: «ما كتبته».
        detail: who saved it and when; empty for nothing.
    """

    key: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One fact.

    Args:
        key: by which `chosen` names it.
        label: what it is.
        values: what each version says, ready for the reader, by the version's key; empty for nothing stated.
    """

    key: str
    label: str
    values: Mapping[str, str]


class Compare(Worded, QWidget):
    """Facts that differ are marked and chosen between; those that do not are shown and need no choice.

    Left and Right choose in the direction that the eye sees, Up and Down go to the next fact that differs.
    """

    decided = Signal()
    """Another version was chosen for a fact."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[Version, ...] = ()
        self._rows: dict[str, ComparedRow] = {}
        self._chips: dict[str, Chip] = {}
        self._all: list[QPushButton] = []
        self._chosen: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID)

    @property
    def undecided(self) -> list[str]:
        """The facts for which somebody must still choose."""
        return [key for key in self._rows if key not in self._chosen]

    def chosen(self) -> dict[str, str]:
        """The key of the chosen version of each fact; facts that are undecided are not in it."""
        return dict(self._chosen)

    def show_versions(
        self, versions: Sequence[Version], facts: Sequence[Compared], *, original: str | None = None
    ) -> None:
        """Show facts of these versions.

        Where one version alone departs from the original, it is chosen beforehand: the others said nothing else. Where
        two depart, or no original is known, somebody must choose.

        Args:
            versions: two or three, in reading order.
            facts: what is compared.
            original: key of the version from which the others departed.
        """
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._versions, self._rows, self._chips, self._chosen, self._all = tuple(versions), {}, {}, {}, []
        for number, version in enumerate(versions, 1):
            self._grid.addWidget(self._heading(version), 0, number, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(number, 3)
        self._grid.setColumnStretch(0, 2)
        for number, fact in enumerate(facts, 1):
            self._add(number, fact, original)
        self._grid.setRowStretch(len(facts) + 1, 1)
        self.reworded()

    def choose(self, fact: str, version: str) -> None:
        """Choose a version for a fact."""
        if fact in self._rows and self._chosen.get(fact) != version:
            self._chosen[fact] = version
            self._rows[fact].show_chosen(version)
            self.reworded()
            self.decided.emit()

    def choose_all(self, version: str) -> None:
        """Choose one version for every fact that differs."""
        for fact, row in self._rows.items():
            if row.differs:
                self.choose(fact, version)

    def go_to(self, fact: str) -> None:
        """Bring the keyboard to a fact; KeyError for one that is not compared."""
        self._rows[fact].take_focus()

    @override
    def reworded(self) -> None:
        for fact, row in self._rows.items():
            if not row.differs:
                mark = Mark(Tone.PLAIN, self.tr("The same"))
            elif fact in self._chosen:
                mark = Mark(Tone.GOOD, self.tr("Different, chosen"))
            else:
                mark = Mark(Tone.WAIT, self.tr("Different, choose one"), Sign.ALERT)
            self._chips[fact].show_mark(mark)
            row.say_nothing_as(self.tr("Nothing stated"))
        for button, version in zip(self._all, self._versions, strict=True):
            button.setText(self.tr("Take all of these"))
            button.setAccessibleName(bare(f"{button.text()}: {version.title}"))

    def _heading(self, version: Version) -> QWidget:
        heading = QWidget(self)
        column = QVBoxLayout(heading)
        column.setContentsMargins(GRID, 0, GRID, 0)
        column.setSpacing(0)
        title, detail, button = Text("strong", heading, wraps=True), Text("small", heading, wraps=True), QPushButton()
        title.setText(version.title)
        detail.setText(version.detail)
        detail.setVisible(bool(version.detail))
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self.choose_all(version.key))
        self._all.append(button)
        for widget in (title, detail):
            column.addWidget(widget)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return heading

    def _add(self, number: int, fact: Compared, original: str | None) -> None:
        row = ComparedRow(
            fact.label, [(each.key, each.title, fact.values.get(each.key, "")) for each in self._versions]
        )
        row.setParent(self)
        self._rows[fact.key] = row
        row.chosen.connect(lambda version: self.choose(fact.key, version))
        row.left.connect(lambda onwards: self._go(fact.key, onwards))
        words = QFrame(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        label, chip = Text("", words, wraps=True), Chip(None, words)
        label.setText(fact.label)
        self._chips[fact.key] = chip
        column.addWidget(label)
        column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeading)
        self._grid.addWidget(words, number, 0, Qt.AlignmentFlag.AlignTop)
        for place, option in enumerate(row.options, 1):
            self._grid.addWidget(option, number, place)
        beforehand = _beforehand(fact, [each.key for each in self._versions], original)
        if beforehand is not None:
            self._chosen[fact.key] = beforehand
            row.show_chosen(beforehand)

    def _go(self, fact: str, onwards: int) -> None:
        """To the next fact that differs."""
        differing = [key for key, row in self._rows.items() if row.differs]
        at = differing.index(fact) + onwards
        if 0 <= at < len(differing):
            self._rows[differing[at]].take_focus()


def _beforehand(fact: Compared, versions: Sequence[str], original: str | None) -> str | None:
    """The version that nobody need be asked about; None where somebody must choose."""
    said = {key: fact.values.get(key, "") for key in versions}
    departed = [key for key in versions if key != original and (original is None or said[key] != said[original])]
    if len({*said.values()}) == 1:
        return next(key for key in versions if key != original)
    if original is not None and len({said[key] for key in departed}) == 1:
        return departed[0]
    return None
