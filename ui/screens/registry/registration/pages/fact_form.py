"""The fields of one group of facts, bound to whatever thing is shown: its fields stay while the thing changes."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desktop.facts.describe import Kind
from desktop.facts.vocabulary import Property, vocabulary
from desktop.values.language import capitalised
from ui.parts.fields.choice import Choice
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.date_field import DateField
from ui.parts.fields.field import Field
from ui.parts.fields.for_fact import field_for
from ui.parts.fields.form import Form
from ui.parts.fields.money_range_field import MoneyRangeField
from ui.parts.fields.national_id_field import NationalIdField
from ui.parts.fields.yes_no_field import YesNoField
from ui.screens.registry.registration.moment import Moment, Notice
from ui.screens.registry.registration.pages.filling import Filling
from ui.screens.registry.registration.pages.people_field import PeopleField
from ui.screens.registry.registration.slots import HOUSEHOLD, member_of
from ui.screens.registry.registration.steps import Group
from ui.shell.destinations import Destination, Place
from ui.theme.tokens import Tone

_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class FactForm(Form):
    """Writes into the form whatever a person types, and shows what stands there.

    Args:
        filling: the form.
        group: the facts.
        country: "SA" or "EG", whose currency and numbers the fields take.
    """

    def __init__(self, filling: Filling, group: Group, country: str, parent: QWidget | None = None) -> None:
        super().__init__(filling.workplace.reader, parent)
        self._filling, self._owner = filling, ""
        self._links: dict[str, QPushButton] = {}
        self._facts: dict[str, Property] = {}
        properties = vocabulary()[group.entity].properties
        for each in group.fields:
            self._add(properties[each.fact], country)
        self.changed.connect(self._write)
        self.left.connect(lambda pointer: filling.take(filling.wizard.leave(self._owner + pointer)))

    def show_facts(self, owner: str, shown: Collection[str], moment: Moment) -> None:
        """Show the facts of a thing at these slots; only what is otherwise than before is touched."""
        self._owner = owner
        if moment.reader != self.reader:
            self.set_reader(moment.reader)
        for pointer, field in self.fields():
            slot = owner + pointer
            visible = slot in shown
            if visible:
                self._fill(self._facts[pointer], slot, field, moment)
            if self.row(pointer).isHidden() is visible:
                self.show_row(pointer, shown=visible)

    def first(self) -> str | None:
        """The slot of the first field that can be filled in; None where there is none."""
        for pointer, field in self.fields():
            if not self.row(pointer).isHidden() and not field.is_read_only():
                return self._owner + pointer
        return None

    def bring(self, slot: str) -> bool:
        """Put the keyboard into the field of a slot of the thing that is shown; False where there is none."""
        return slot.startswith(self._owner) and self.go_to(slot.removeprefix(self._owner))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What a line would take back in itself is taken back in the whole form, in the order in which it was typed.
        if _is_undoing(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _add(self, fact: Property, country: str) -> None:
        reader = self._filling.workplace.reader
        field = PeopleField(reader, self) if fact.kind is Kind.REFS else field_for(fact, reader, self, country=country)
        # The form judges as a whole; an identity number is looked at while it is typed.
        field.tells_own_faults = isinstance(field, NationalIdField)
        if isinstance(field, DateField):
            field.set_today(self._filling.today)
        required = fact.required and "." not in fact.name
        self._facts[fact.pointer] = fact
        self.add(fact.pointer, field, partial(self._label, fact), required=required)
        for line in field.findChildren(QLineEdit):
            line.installEventFilter(self)

    def _label(self, fact: Property) -> str:
        return capitalised(self._filling.workplace.reader.wording(fact.label))

    def _write(self, pointer: str) -> None:
        slot, field = self._owner + pointer, self.field(pointer)
        wizard = self._filling.wizard
        if isinstance(field, PeopleField):
            wizard = wizard.choose(slot, field.value())
        elif isinstance(field, MoneyRangeField):
            for end, amount in enumerate((field.least, field.most)):
                wizard = wizard.write(f"{slot}/{end}", amount.typed_text())
        else:
            wizard = wizard.write(slot, field.typed_text())
        self._filling.take(wizard)

    def _fill(self, fact: Property, slot: str, field: Field, moment: Moment) -> None:
        typed = moment.typed
        ends = (f"{slot}/0", f"{slot}/1")
        match field:
            case PeopleField():
                field.set_choices(self._people(moment))
                field.set_value(typed.keys(slot))
            case MoneyRangeField():
                field.least.set_typed_text(typed.text(ends[0]))
                field.most.set_typed_text(typed.text(ends[1]))
            case _:
                self._prepare(fact, slot, field, moment)
                field.set_typed_text(typed.text(slot))
        fixed = moment.wizard.is_fixed(slot)
        if field.is_read_only() is not fixed:
            field.setReadOnly(fixed)
        _name(field, slot)
        fault = moment.fault(slot, *ends)
        live = isinstance(field, NationalIdField) and not fault and moment.wizard.at == slot
        if field.shown_fault != fault and not live:
            field.show_fault(fault)
        self._notify(fact.pointer, field, moment.notices.get(slot, ()))

    def _prepare(self, fact: Property, slot: str, field: Field, moment: Moment) -> None:
        """Tell a field what the meaning of its text depends on."""
        typed = moment.typed
        if isinstance(field, NationalIdField):
            country = typed.text(f"{HOUSEHOLD}/country")
            kind = typed.text(f"{self._owner}/id_kind")
            if field.property("papers") != f"{country}/{kind}":
                field.setProperty("papers", f"{country}/{kind}")
                field.set_papers(country=country or None, id_kind=kind or None)
        elif isinstance(field, ChoiceField):
            if fact.kind is Kind.REF:
                _offer(field, self._people(moment))
            person = member_of(slot) or self._owner
            sex = typed.text(f"{person}/sex")
            if field.property("sex") != sex:
                field.setProperty("sex", sex)
                field.set_female(None if not sex else sex == "female")

    def _people(self, moment: Moment) -> tuple[Choice, ...]:
        """Whoever else is in the file."""
        owner = member_of(self._owner) or self._owner
        return tuple(Choice(each.ref, each.name) for each in moment.people if each.item != owner and each.ref)

    def _notify(self, pointer: str, field: Field, notices: tuple[Notice, ...]) -> None:
        notice = notices[0] if notices else None
        field.set_notice(notice.words if notice is not None else "", Tone.WAIT if notice is not None else None)
        link = self._links.get(pointer)
        if notice is None or not notice.file_number:
            if link is not None:
                link.hide()
            return
        if link is None:
            link = self._links[pointer] = QPushButton(self.row(pointer))
            link.setProperty("kind", "link")
            link.clicked.connect(partial(self._follow, link))
            layout = self.row(pointer).layout()
            if layout is not None:
                layout.addWidget(link)
        number = notice.file_number
        link.setObjectName(f"{self._owner}{pointer}:found")
        link.setText(self.tr("Open file {number}").format(number=self.reader.code(number)))
        link.setProperty("number", number)
        link.show()

    def _follow(self, link: QPushButton) -> None:
        self._filling.workplace.go(Destination(Place.HOUSEHOLD, str(link.property("number"))))


def _is_undoing(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return any(event.matches(each) for each in _UNDOING)


def _offer(field: ChoiceField, people: tuple[Choice, ...]) -> None:
    said = [(each.code, each.label.ar) for each in people]
    if field.property("offered") != said:
        field.setProperty("offered", said)
        field.set_choices(people)


def _name(field: Field, slot: str) -> None:
    """Name what takes the keyboard by its slot, so that it can be found from outside."""
    if field.objectName() == f"field:{slot}":
        return
    field.setObjectName(f"field:{slot}")
    if isinstance(field, YesNoField):
        for answer, button in field.buttons.items():
            button.setObjectName(f"{slot}:{answer or 'unknown'}")
    elif isinstance(field, PeopleField):
        field.name_boxes(slot)
    elif isinstance(field, MoneyRangeField):
        field.least.line.setObjectName(f"{slot}/0")
        field.most.line.setObjectName(f"{slot}/1")
    else:
        field.control().setObjectName(slot)
