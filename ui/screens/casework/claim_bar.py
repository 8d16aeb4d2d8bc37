"""Which claim is looked at and by which rules, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.wording import name_of
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.fields.date_field import DateField
from ui.parts.fields.field import Field
from ui.parts.flow import FlowLayout
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.screens.casework.reading import VersionAnswer


@dataclass(frozen=True, slots=True)
class Claim:
    """What would be assessed.

    Args:
        programme: id, or `ID@VERSION` where somebody chose a version.
        on: the day (Gregorian).
        member: the claimant by reference, where the right is a person's own.
    """

    programme: str
    on: date
    member: str | None = None

    @property
    def programme_id(self) -> str:
        """Without the version."""
        return self.programme.partition("@")[0]


class ClaimBar(Worded, QWidget):
    """Programme and version, day and claimant; then the actions, one of them primary at a time."""

    turned = Signal()
    """Another programme or claimant was chosen; the day and the version matter only to the next assessment."""

    def __init__(self, today: date, programme: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._programme = today, programme
        self._versions: tuple[VersionAnswer, ...] = ()
        self._file: HouseholdFile | None = None
        self._reader = Reader()
        self._labels: list[QLabel] = []
        self._row = FlowLayout(self, across=GRID * 2, down=GRID)
        self.rules, self.member = QComboBox(self), QComboBox(self)
        self.rules.setObjectName("rules")
        self.member.setObjectName("claimant")
        for box in (self.rules, self.member):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _index: self._chosen())
        self._of_rules = self._labelled(self.rules, lambda: self.tr("Rules"))
        self.day = DateField(self._reader, self, today=today)
        self.day.set_value(today)
        of_day = self._labelled(self.day, lambda: self.tr("Day"))
        self._of_member = self._labelled(self.member, lambda: self.tr("Claimant"))
        self._buttons = QWidget(self)
        self._actions = FlowLayout(self._buttons, across=GRID, down=GRID)
        self._row.addWidget(self._of_rules)
        self._row.addWidget(of_day)
        self._row.addWidget(self._of_member)
        self._row.addWidget(self._buttons)
        self._of_member.hide()
        self._level()

    @property
    def claim(self) -> Claim:
        """What is chosen."""
        asked = self.rules.currentData() or self._programme
        member = self.member.currentData() if self._needs_member(asked) else None
        return Claim(asked, self.day.value() or self._today, member)

    def readable(self) -> bool:
        """Whether the day can be read; its field says below it what is wrong and takes the keyboard."""
        fault = self.day.fault()
        self.day.show_fault(fault)
        if fault:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        return not fault

    def add_action(self, name: str, words: Callable[[], str], act: Callable[[], object]) -> QPushButton:
        """A button; none is primary until `lead` names it."""
        button = QPushButton(self._buttons)
        button.setObjectName(name)
        self.say(button.setText, words)
        button.clicked.connect(lambda _checked: act())
        self._actions.addWidget(button)
        return button

    def turn_to(self, programme: str) -> bool:
        """Choose a programme, or one of its versions, by the law of the day; whether it was another before."""
        if self.claim.programme == programme:
            return False
        self._programme = programme
        index = self.rules.findData(programme)
        if index >= 0:
            self.rules.setCurrentIndex(index)
            self._of_member.setVisible(self._needs_member(programme))
        else:
            self.rules.clear()
        return True

    def lead(self, primary: QPushButton | None) -> None:
        """Make one of the actions the primary one."""
        for button in self._buttons.findChildren(QPushButton):
            kind = "primary" if button is primary else ""
            if (button.property("kind") or "") != kind:
                button.setProperty("kind", kind)
                button.style().unpolish(button)
                button.style().polish(button)

    def show_choices(self, versions: Sequence[VersionAnswer], file: HouseholdFile, reader: Reader) -> None:
        """Show what one may choose; what was chosen stays chosen."""
        self._versions, self._file, self._reader = tuple(versions), file, reader
        self.day.set_reader(reader)
        asked, member = self.rules.currentData() or self._programme, self.member.currentData()
        self.rules.clear()
        seen: set[str] = set()
        for each in self._versions:
            title = reader.wording(each.title)
            if each.programme not in seen:
                seen.add(each.programme)
                self.rules.addItem(self.tr("{programme}: the law of the day").format(programme=title), each.programme)
            words = self.tr("{programme}: rules of {version}").format(
                programme=title, version=reader.code(each.version)
            )
            self.rules.addItem(words, each.asked)
        self.rules.setCurrentIndex(max(0, self.rules.findData(asked)))
        self.member.clear()
        self.member.addItem(self.tr("Every member"), None)
        for person in file.members:
            self.member.addItem(name_of(person), person.ref)
        self.member.setCurrentIndex(0 if member is None else max(0, self.member.findData(member)))
        self._of_member.setVisible(self._needs_member(self.rules.currentData() or self._programme))
        self._level()

    @override
    def reworded(self) -> None:
        if self._file is not None:
            self.show_choices(self._versions, self._file, self._reader)

    def _chosen(self) -> None:
        self._of_member.setVisible(self._needs_member(self.rules.currentData() or self._programme))
        self.turned.emit()

    def _level(self) -> None:
        """One line for the eye: the day has a second one below it, for the other calendar."""
        line, whole = self.rules.sizeHint().height(), self.day.sizeHint().height()
        for label in self._labels:
            label.setMinimumHeight(line)
        for block in (self._of_rules, self._of_member, self._buttons):
            block.setMinimumHeight(whole)

    def _needs_member(self, asked: str) -> bool:
        return any(each.of_member for each in self._versions if asked in {each.asked, each.programme})

    def _labelled(self, field: QWidget, words: Callable[[], str]) -> QWidget:
        block = QWidget(self)
        row = QHBoxLayout(block)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        label = QLabel(block)
        label.setProperty("kind", "soft")
        label.setBuddy(field)
        self.say(label.setText, words)
        self.say(field.set_name if isinstance(field, Field) else field.setAccessibleName, words)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._labels.append(label)
        return block
