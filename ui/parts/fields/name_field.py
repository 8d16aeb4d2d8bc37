"""A person's name in the four parts of the papers, in one row where there is room."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from desktop.values.digits import to_western
from desktop.values.errors import OfficeError
from desktop.values.names import PersonName
from ui.language.reader import Reader
from ui.parts.fields.field import Field
from ui.parts.fields.sentences import sentence_of
from ui.parts.fields.typed_line import TypedLine
from ui.parts.labels import mark
from ui.parts.text import Text
from ui.theme.look import worn
from ui.theme.tokens import GRID

PARTS = ("given", "father", "grandfather", "family")
_BETWEEN = "\n"
"""Parts the four texts; a line cannot hold it."""

_PART_WIDTH = 118
"""Pixels at 100 % text size below which a long name would be cut."""

_DIGIT = re.compile("[0-9]")


class NameField(Field):
    """Four lines; only the given name is always there. `lines` gives each by its name in the file."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(reader, parent)
        self.lines = {part: TypedLine(self) for part in PARTS}
        self.captions = {part: Text("small", self) for part in PARTS}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID // 4)
        self.row.addLayout(self._grid, 1)
        self._columns = 0
        for part, line in self.lines.items():
            self.captions[part].setBuddy(line)
            line.typed.connect(self.changed)
            line.left.connect(self._part_left)
        self.setFocusProxy(self.lines["given"])
        self.say(self.captions["given"].setText, lambda: self.tr("given name"))
        self.say(self.captions["father"].setText, lambda: self.tr("father’s name"))
        self.say(self.captions["grandfather"].setText, lambda: self.tr("grandfather’s name"))
        self.say(self.captions["family"].setText, lambda: self.tr("family name"))
        self._place()

    @override
    def value(self) -> PersonName | None:
        parts = {part: " ".join(line.typed_text().split()) for part, line in self.lines.items()}
        if not parts["given"] or self._error() is not None:
            return None
        return PersonName(
            parts["given"], parts["father"] or None, parts["grandfather"] or None, parts["family"] or None
        )

    @override
    def set_value(self, value: PersonName | None) -> None:
        parts = ("", "", "", "") if value is None else (value.given, value.father, value.grandfather, value.family)
        for line, text in zip(self.lines.values(), parts, strict=True):
            line.put(text or "")
        self.show_fault("")

    @override
    def typed_text(self) -> str:
        texts = [line.typed_text() for line in self.lines.values()]
        return _BETWEEN.join(texts) if any(texts) else ""

    @override
    def set_typed_text(self, text: str) -> None:
        texts = text.split(_BETWEEN)
        for at, line in enumerate(self.lines.values()):
            typed = texts[at] if at < len(texts) else ""
            if typed != line.typed_text():
                line.put(typed)

    @override
    def fault(self) -> str:
        error = self._error()
        return "" if error is None else sentence_of(error, self.reader)

    @override
    def control(self) -> QWidget:
        return self.lines["given"]

    @override
    def marked(self) -> tuple[QWidget, ...]:
        return tuple(self.lines.values())

    @override
    def named(self, name: str) -> None:
        for part, line in self.lines.items():
            caption = self.captions[part].text()
            line.setAccessibleName(self.tr("{label}: {part}").format(label=name, part=caption) if name else caption)

    @override
    def setReadOnly(self, read_only: bool) -> None:
        for line in self.lines.values():
            line.setReadOnly(read_only)

    @override
    def is_read_only(self) -> bool:
        return self.lines["given"].isReadOnly()

    @override
    def shown_anew(self) -> None:
        self.named(self._name)

    @override
    def minimumSizeHint(self) -> QSize:
        # Two in a row are always enough, also while four are.
        widest = max(each.minimumSizeHint().width() for each in (*self.lines.values(), *self.captions.values()))
        return QSize(2 * widest + GRID, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def _show_foot(self) -> None:
        super()._show_foot()
        wrong = self._error() if self._fault else None
        for part, line in self.lines.items():
            blamed = self._blames(wrong, part) if wrong is not None else part == "given" or not self.is_empty
            mark(line, "faulty", "true" if self._fault and blamed else "false")

    def _blames(self, wrong: OfficeError, part: str) -> bool:
        if wrong.key == "fields.name_without_given":
            return part == "given"
        return wrong.details.get("text") == self.lines[part].typed_text().strip()

    def _error(self) -> OfficeError | None:
        texts = {part: line.typed_text().strip() for part, line in self.lines.items()}
        for text in texts.values():
            if _DIGIT.search(to_western(text)):
                return OfficeError("fields.name_with_digits", text=text)
        if any(texts.values()) and not texts["given"]:
            return OfficeError("fields.name_without_given")
        return None

    def _part_left(self) -> None:
        # Going from one part to the next is not leaving the name.
        if not any(line.hasFocus() for line in self.lines.values()):
            self.left.emit()

    def _place(self) -> None:
        columns = 4 if self.width() >= worn().pixels(4 * _PART_WIDTH) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for each in (*self.captions.values(), *self.lines.values()):
            self._grid.removeWidget(each)
        for at, part in enumerate(PARTS):
            row, column = 2 * (at // columns), at % columns
            self._grid.addWidget(self.captions[part], row, column)
            self._grid.addWidget(self.lines[part], row + 1, column)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
