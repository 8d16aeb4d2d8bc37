"""One group of facts under its heading: of the household, or of the member whose page is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.facts.describe import Absent, Kind
from desktop.facts.vocabulary import Property, vocabulary
from ui.parts.card import Card
from ui.parts.text import Text
from ui.screens.registry.registration.moment import Moment, Notice
from ui.screens.registry.registration.pages.fact_form import FactForm
from ui.screens.registry.registration.pages.filling import Filling
from ui.screens.registry.registration.relevance import ShownGroup
from ui.screens.registry.registration.steps import Group
from ui.screens.registry.registration.typed import Held
from ui.shell.destinations import Destination, Place
from ui.theme.tokens import GRID


class GroupCard(Card):
    """Facts side by side, and for a group that is one object of the file whether it was asked about at all."""

    def __init__(self, filling: Filling, group: Group, country: str, parent: QWidget | None = None) -> None:
        super().__init__(lambda: filling.workplace.reader.wording(group.label), parent)
        self.setObjectName(f"group:{group.key}")
        self._filling, self._owner = filling, ""
        self._object = _object_of(group)
        self.form = FactForm(filling, group, country, self)
        self._asked = QCheckBox(self)
        self._asked.clicked.connect(self._tell_asked)
        self.say(self._asked.setText, lambda: self.tr("Asked about; nothing to record"))
        self._asked.setVisible(self._object is not None)
        self._alike = QWidget(self)
        self._alikes = QVBoxLayout(self._alike)
        self._alikes.setContentsMargins(0, 0, 0, 0)
        self._alikes.setSpacing(GRID // 2)
        self._told: tuple[Notice, ...] = ()
        self.column.addWidget(self.form)
        self.column.addWidget(self._asked, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._alike)
        self._alike.hide()

    def show_group(self, shown: ShownGroup, moment: Moment) -> None:
        """Show the facts of the owner of the group."""
        self._owner = shown.owner
        self.form.show_facts(shown.owner, {each.slot for each in shown.fields}, moment)
        if self._object is not None:
            slot = self._owner + self._object.pointer
            self._asked.setObjectName(f"{slot}:asked")
            self._asked.setChecked(isinstance(moment.typed.entries.get(slot), Held))
            self._asked.setVisible(not moment.typed.holds(slot))
            self._asked.setEnabled(not moment.wizard.is_fixed(slot))
        self._show_alike(moment.notices.get(self._owner, ()) if shown.group.key == "person" else ())

    def first(self) -> str | None:
        """The slot of the first field that can be filled in."""
        return self.form.first()

    def bring(self, slot: str) -> bool:
        """Put the keyboard into the field of a slot; False where it is not here."""
        return self.form.bring(slot)

    @override
    def reworded(self) -> None:
        self._told = ()

    def _tell_asked(self, asked: bool) -> None:
        if self._object is not None:
            slot = self._owner + self._object.pointer
            self._filling.take(self._filling.wizard.tell_asked(slot, asked=asked))

    def _show_alike(self, notices: tuple[Notice, ...]) -> None:
        """People who may be this one: a sentence with the way to their file."""
        if notices == self._told:
            return
        self._told = notices
        while (item := self._alikes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for notice in notices:
            words, link = Text("hint", self._alike, wraps=True), QPushButton(self._alike)
            words.setProperty("tone", "wait")
            words.setText(notice.words)
            link.setProperty("kind", "link")
            link.setObjectName(f"alike:{notice.file_number}")
            number = self._filling.workplace.reader.code(notice.file_number)
            link.setText(self.tr("Open file {number}").format(number=number))
            link.clicked.connect(
                lambda _checked, number=notice.file_number: self._filling.workplace.go(
                    Destination(Place.HOUSEHOLD, number)
                )
            )
            self._alikes.addWidget(words)
            self._alikes.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        self._alike.setVisible(bool(notices))


def _object_of(group: Group) -> Property | None:
    """The object that all facts of a group are in, where its absence means that nobody asked."""
    names = {each.fact.partition(".")[0] for each in group.fields if "." in each.fact}
    if len(names) != 1 or any("." not in each.fact for each in group.fields):
        return None
    fact = vocabulary()[group.entity].properties[names.pop()]
    return fact if fact.kind is Kind.OBJECT and fact.absent is Absent.UNKNOWN else None
