"""Several people of the file: each is chosen or not, «nobody» is an answer too, and nothing chosen is unknown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.parts.fields.choice import Choice
from ui.parts.fields.field import Field
from ui.parts.flow import FlowLayout

NOBODY = "-"
"""Kept as typed where nobody is meant; no reference is spelled so."""

_BETWEEN = "\n"
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class PeopleField(Field):
    """References to people, in the order in which they were chosen."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(reader, parent)
        self._choices: tuple[Choice, ...] = ()
        self._refs: tuple[str, ...] | None = None
        self._read_only = False
        self._boxes: dict[str, QCheckBox] = {}
        self._slot = ""
        holder = QWidget(self)
        self._flow = FlowLayout(holder)
        self.row.addWidget(holder, 1)
        self.nobody = self._box(NOBODY)
        self.say(self.nobody.setText, lambda: self.tr("Nobody"))
        self.setFocusProxy(self.nobody)

    @override
    def value(self) -> tuple[str, ...] | None:
        """The references; () for nobody, None where it is unknown."""
        return self._refs

    @override
    def set_value(self, value: tuple[str, ...] | None) -> None:
        if value != self._refs:
            self._refs = value
            self._show()
            self.show_fault("")

    @override
    def typed_text(self) -> str:
        return "" if self._refs is None else _BETWEEN.join(self._refs) or NOBODY

    @override
    def set_typed_text(self, text: str) -> None:
        self.set_value(None if not text else () if text == NOBODY else tuple(text.split(_BETWEEN)))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other people; who was chosen stays chosen, also where they are no longer offered."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._show()

    def name_boxes(self, slot: str) -> None:
        """Name each box by the slot and its person, so that it can be found from outside."""
        self._slot = slot
        self._show()

    @override
    def control(self) -> QWidget:
        return next((box for box in self._boxes.values() if box.isVisibleTo(self)), self.nobody)

    @override
    def marked(self) -> tuple[QWidget, ...]:
        return tuple(self._boxes.values())

    @override
    def named(self, name: str) -> None:
        for box in self._boxes.values():
            said = self.tr("{label}: {person}").format(label=name, person=bare(box.text()))
            box.setAccessibleName(said if name else bare(box.text()))

    @override
    def shown_anew(self) -> None:
        self._show()

    @override
    def setReadOnly(self, read_only: bool) -> None:
        self._read_only = read_only
        for box in self._boxes.values():
            box.setEnabled(not read_only)

    @override
    def is_read_only(self) -> bool:
        return self._read_only

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in _STAYS:
            focused = self.window().focusWidget()
            if focused is None or focused not in self._boxes.values():
                self.left.emit()
        return super().eventFilter(watched, event)

    def _box(self, ref: str) -> QCheckBox:
        box = QCheckBox(self)
        box.installEventFilter(self)
        box.clicked.connect(lambda checked: self._choose(ref, chosen=checked))
        self._boxes[ref] = box
        self._flow.addWidget(box)
        return box

    def _choose(self, ref: str, *, chosen: bool) -> None:
        refs = [each for each in self._refs or () if each != ref]
        if ref == NOBODY:
            self._refs = () if chosen else None
        else:
            self._refs = (*refs, ref) if chosen else tuple(refs) or None
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        offered = {each.code: self.reader.wording(each.label) for each in self._choices}
        offered |= {ref: ref for ref in self._refs or () if ref not in offered}
        for ref in [ref for ref in self._boxes if ref != NOBODY and ref not in offered]:
            box = self._boxes.pop(ref)
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        for ref, words in offered.items():
            (self._boxes.get(ref) or self._box(ref)).setText(words)
        for ref, box in self._boxes.items():
            box.setChecked(self._refs == () if ref == NOBODY else ref in (self._refs or ()))
            box.setEnabled(not self._read_only)
            box.setObjectName(f"{self._slot}:{'nobody' if ref == NOBODY else ref}")
        self.named(self._name)
        self.updateGeometry()
