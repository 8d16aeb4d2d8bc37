"""The items of a list: each in one line, one of them open at a time, and «none» as an answer of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.facts.vocabulary import vocabulary
from desktop.values.isolates import bare
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.screens.registry.registration.moment import Moment
from ui.screens.registry.registration.pages.fact_form import FactForm
from ui.screens.registry.registration.pages.filling import Filling
from ui.screens.registry.registration.relevance import ShownGroup
from ui.screens.registry.registration.steps import Group
from ui.screens.registry.registration.summary import item_line
from ui.screens.registry.registration.words import NONE_AT_ALL
from ui.theme.tokens import GRID, Tone


class ItemCard(Card):
    """A list of one owner.

    Args:
        filling: the form.
        group: the list.
        country: "SA" or "EG".
        removed: told the words of what was taken away, so that the way back can be offered.
    """

    def __init__(
        self,
        filling: Filling,
        group: Group,
        country: str,
        removed: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(lambda: filling.workplace.reader.wording(group.label), parent)
        self.setObjectName(f"group:{group.key}")
        self._filling, self._group, self._country, self._removed = filling, group, country, removed
        self._listed = self._open = ""
        self._moment: Moment | None = None
        self._form: FactForm | None = None
        self._rows: dict[str, _ItemRow] = {}
        self.none = QCheckBox(self)
        self.none.clicked.connect(self._tell_none)
        self.say(self.none.setText, lambda: filling.workplace.reader.wording(group.none or NONE_AT_ALL))
        self._items = QVBoxLayout()
        self._items.setSpacing(GRID // 2)
        self.add = QPushButton(self)
        self.add.clicked.connect(lambda _checked: self.add_item())
        self.say(self.add.setText, self._add_words)
        self.column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addLayout(self._items)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    def show_group(self, shown: ShownGroup, moment: Moment) -> None:
        """Show the list of the owner of the group."""
        listed = shown.listed or ""
        if listed != self._listed:
            self._listed, self._open = listed, ""
        self._moment = moment
        self.none.setObjectName(f"{listed}:none")
        self.add.setObjectName(f"{listed}:add")
        items = moment.typed.items(listed)
        fixed = moment.wizard.is_fixed(listed)
        self.none.setChecked(moment.typed.keys(listed) == ())
        self.none.setVisible(not items)
        self.none.setEnabled(not fixed)
        self.add.setEnabled(not fixed)
        if list(self._rows) != list(items):
            self._lay(items)
        for item, row in self._rows.items():
            row.show_item(item_line(moment.typed, item, moment.reader), self._mark(item, moment))
            row.remove.setEnabled(not fixed)
        self._show_open(moment)

    def add_item(self) -> None:
        """One more item, open, with the keyboard in its first field."""
        wizard = self._filling.wizard
        item = wizard.next_item(self._listed)
        self._open = item
        self._filling.take(wizard.add(self._listed))
        if self._form is not None and item in self._rows:
            self.bring(self._form.first() or item)

    def first(self) -> str | None:
        """The list itself: nothing of it need be filled in."""
        return self._listed or None

    def bring(self, slot: str) -> bool:
        """Go to a slot of the list: its item opens."""
        if not self._listed or not f"{slot}/".startswith(f"{self._listed}/"):
            return False
        item = next((each for each in self._rows if f"{slot}/".startswith(f"{each}/")), None)
        if item is None:
            (self.none if self.none.isVisibleTo(self) else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self._open != item:
            self._open = item
            if self._moment is not None:
                self._show_open(self._moment)
        form = self._form
        return form is not None and (form.bring(slot) or form.bring(form.first() or slot))

    def _add_words(self) -> str:
        thing = self._filling.workplace.reader.wording(vocabulary()[self._group.entity].label)
        return self.tr("Add: {thing}").format(thing=thing)

    def _lay(self, items: tuple[str, ...]) -> None:
        if self._form is not None:
            # It goes with no row: it is needed again in another.
            self._form.setParent(self)
            self._form.hide()
        for item in [each for each in self._rows if each not in items]:
            row = self._rows.pop(item)
            self._items.removeWidget(row)
            row.hide()
            row.deleteLater()
        rows = {item: self._rows.get(item) or self._row(item) for item in items}
        for row in rows.values():
            self._items.removeWidget(row)
            self._items.addWidget(row)
        self._rows = rows

    def _row(self, item: str) -> _ItemRow:
        row = _ItemRow(item, self)
        row.fold.clicked.connect(lambda _checked: self._turn(item))
        row.remove.clicked.connect(lambda _checked: self._remove(item))
        return row

    def _turn(self, item: str) -> None:
        self._open = "" if self._open == item else item
        if self._moment is not None:
            self._show_open(self._moment)

    def _show_open(self, moment: Moment) -> None:
        for item, each in self._rows.items():
            each.show_open(is_open=item == self._open)
        row = self._rows.get(self._open)
        if row is None:
            if self._form is not None:
                self._form.hide()
            return
        if self._form is None:
            self._form = FactForm(self._filling, self._group, self._country, self)
        if self._form.parentWidget() is not row:
            row.body.addWidget(self._form)
        self._form.show_facts(self._open, moment.wizard.fields_of(self._open, moment.today), moment)
        self._form.show()

    def _mark(self, item: str, moment: Moment) -> Mark | None:
        if any(f"{slot}/".startswith(f"{item}/") for slot in moment.told):
            return Mark(Tone.STOP, self.tr("To mend"))
        return None

    def _remove(self, item: str) -> None:
        words = self._rows[item].words
        self._filling.take(self._filling.wizard.remove(item))
        self._removed(words)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_none(self, none: bool) -> None:
        self._filling.take(self._filling.wizard.tell_none(self._listed, none=none))


class _ItemRow(Worded, QFrame):
    """An item in one line, with its facts below while it is open."""

    def __init__(self, item: str, card: ItemCard) -> None:
        super().__init__(card)
        self.setProperty("kind", "option")
        self.words, self._is_open = "", False
        self._line, self._chip = Text("", self, wraps=True), Chip(None, self)
        self.fold, self.remove = QPushButton(self), QPushButton(self)
        self.fold.setProperty("kind", "link")
        self.remove.setProperty("kind", "quiet")
        self.fold.setObjectName(f"{item}:open")
        self.remove.setObjectName(f"{item}:remove")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._line, 1)
        for widget in (self._chip, self.fold, self.remove):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(GRID + GRID // 2, GRID // 2, GRID + GRID // 2, GRID // 2)
        self.body.addLayout(head)
        self.reworded()

    def show_item(self, words: str, mark: Mark | None) -> None:
        """Show the item in a line, ready for the reader."""
        self._chip.show_mark(mark)
        if words != self.words:
            self.words = words
            self._line.setText(words)
            self.reworded()

    def show_open(self, *, is_open: bool) -> None:
        """Whether its facts stand below."""
        if is_open is not self._is_open:
            self._is_open = is_open
            self.reworded()

    @override
    def reworded(self) -> None:
        self.fold.setText(self.tr("Close") if self._is_open else self.tr("Open"))
        self.remove.setText(self.tr("Remove"))
        for button in (self.fold, self.remove):
            button.setAccessibleName(bare(self.tr("{act}: {item}").format(act=button.text(), item=self.words)))
