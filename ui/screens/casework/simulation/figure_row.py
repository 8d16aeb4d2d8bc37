"""One figure of the law that may be supposed otherwise: what it is now and by which article, and the value to try."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.programmes.answers.rules_in_words import parameter_in_words, stated_in_words
from desktop.programmes.answers.wording import NOUNS, option_in_words
from desktop.programmes.language.sorts import Sort
from desktop.programmes.packs.figures import figure_value, parameter_value, sort_of_unit
from desktop.programmes.packs.pack import Parameter, Reading
from desktop.programmes.simulation.cells import cell_meant, stated_figure
from desktop.values.errors import OfficeError
from desktop.values.isolates import bare, in_written_order, isolated
from desktop.values.language import Wording, capitalised
from desktop.values.money import Currency, decimal_text, minor_units
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.fields.choice import Choice
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.field import Field
from ui.parts.fields.money_field import MoneyField
from ui.parts.fields.number_field import NumberField
from ui.parts.fields.sentences import sentence_of
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.screens.casework.simulation.words import cell_words, figure_words
from ui.screens.programmes.rule_words import cite_words
from ui.theme.look import worn
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.programmes.packs.compiled import Pack

_FIELD, _STATE = 250, 130
"""Pixels of the field and of what is told beside it at 100 %."""

_RATIO = "ratio"
_PERCENT = Wording("٪", "%")


class FigureRow(Worded, QWidget):
    """A figure or reading of a pack, or a cell of one of its tables.

    Args:
        pack: the version that states it.
        name: its name there; KeyError where the pack states nothing by it.
        reader: who reads.
    """

    changed = Signal()

    def __init__(self, pack: Pack, name: str, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pack, self.name, self._reader = pack, name, reader
        self.setObjectName(f"figure {name}")
        stated = stated_figure(pack.text, name)
        if stated is None:
            raise KeyError(name)
        self.stated: Parameter | Reading = stated
        self.label, self.now = Text("", self, wraps=True), Text("small", self, wraps=True)
        self.field = self._made_field()
        self.field.tells_own_faults = False
        self.chip, self.back = Chip(None, self), QPushButton(self)
        self.back.setObjectName(f"set-back {name}")
        self.back.setProperty("kind", "link")
        self._state = QWidget(self)
        state = QVBoxLayout(self._state)
        state.setContentsMargins(0, 4, 0, 0)
        state.setSpacing(GRID // 2)
        state.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeading)
        state.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        state.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.label)
        words.addWidget(self.now)
        words.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        grid.setHorizontalSpacing(GRID * 2)
        grid.addLayout(words, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self._state, 0, 2)
        grid.setColumnStretch(0, 1)
        self.field.changed.connect(self._typed)
        self.field.left.connect(self._left)
        self.back.clicked.connect(self.set_back)
        self.set_back()
        self.reword(reader)

    @property
    def text(self) -> str:
        """What is typed, as a pack writes it; empty for nothing."""
        typed = self.field.typed_text().strip()
        if isinstance(self.field, ChoiceField) or not typed:
            return typed
        value = self.field.value()
        if isinstance(self.field, MoneyField):
            return typed if value is None else decimal_text(int(value))  # type: ignore[call-overload]  # minor units
        if value is None:
            return typed
        exact = Fraction(str(value))
        return _written(exact / 100 if self.stated.unit == _RATIO else exact)

    @property
    def touched(self) -> bool:
        """Whether it is another value than the law's, readable or not."""
        text = self.text
        if not text:
            return False
        try:
            return figure_value(text, self.stated.unit) != parameter_value(self.stated)
        except (ValueError, ZeroDivisionError):
            return True

    def fault(self) -> OfficeError | None:
        """What is wrong with what is typed, the figure named as people call it."""
        from desktop.programmes.simulation.supposing import refuse_unfit

        own = self.field.fault()
        if not self.text:
            return None
        try:
            refuse_unfit(self.pack, self.name, self.text)
        except OfficeError as refused:
            named = figure_words(self.pack.text, self.name, self._reader)
            details = {**refused.details, "name": named, "text": _as_typed(self.field.typed_text())}
            return OfficeError(refused.key, pointer=None, **details)
        if own:
            sort = sort_of_unit(self.stated.unit).value
            named = figure_words(self.pack.text, self.name, self._reader)
            return OfficeError(
                "casework.figure_unreadable", name=named, text=_as_typed(self.field.typed_text()), sort=sort
            )
        return None

    def put(self, text: str) -> None:
        """Bring back a value as a pack writes it, as if it had been typed."""
        self.field.set_typed_text(self._typed_form(text))
        self._examine()

    def set_back(self) -> None:
        """The law's own value."""
        self.field.set_typed_text(self._typed_form(self._own()))
        self._examine()
        self.changed.emit()

    def reword(self, reader: Reader) -> None:
        """Say it to another reader; what was typed stays."""
        self._reader = reader
        name, cell = figure_words(self.pack.text, self.name, reader), cell_meant(self.name)
        # The heading above the cells says which table it is; who hears one by itself is told.
        self.label.setText(name if cell is None else cell_words(self.pack.text, cell, reader))
        self.label.setAccessibleName(bare(name))
        self.now.setText(self._now())
        self.field.set_reader(reader)
        self.field.set_name(name)
        self.back.setText(self.tr("Set back"))
        self.back.setAccessibleName(self.tr("Set back: {figure}").format(figure=self.label.accessibleName()))
        self.field.setFixedWidth(worn().pixels(_FIELD))
        self._state.setFixedWidth(worn().pixels(_STATE))
        self._examine()

    @override
    def reworded(self) -> None:
        self.reword(self._reader)

    def _now(self) -> str:
        stated, reader = self.stated, self._reader
        if isinstance(stated, Parameter):
            value = capitalised(reader.wording(parameter_in_words(stated)))
        else:
            value = reader.wording(option_in_words(stated, stated.default))
        said = self.tr("The law: {value}").format(value=isolated(value))
        return said if stated.cite is None else f"{said} · {cite_words(stated.cite, self.pack.text.laws, reader)}"

    def _typed(self) -> None:
        self._examine()
        self.changed.emit()

    def _left(self) -> None:
        if not self.field.typed_text().strip() and self._own():
            # A figure cannot be nothing; one that is emptied is the law's own again.
            self.set_back()
        self._examine()

    def _examine(self) -> None:
        fault = self.fault()
        self.field.show_fault("" if fault is None else sentence_of(fault, self._reader))
        touched = self.touched
        if fault is None and touched and not isinstance(self.field, ChoiceField):
            self.field.set_notice(self._reader.wording(stated_in_words(self.text, self.stated.unit)))
        elif fault is None:
            self.field.set_notice("")
        if fault is not None:
            self.chip.show_mark(Mark(Tone.STOP, self.tr("Not usable")))
        elif touched:
            self.chip.show_mark(Mark(Tone.WAIT, self.tr("Changed"), Sign.DOT))
        else:
            self.chip.show_mark(None)
        self.back.setVisible(touched or fault is not None)

    def _own(self) -> str:
        return self.stated.default if isinstance(self.stated, Reading) else self.stated.value or ""

    def _typed_form(self, text: str) -> str:
        """A value of a pack as it is typed into the field."""
        if isinstance(self.field, ChoiceField) or not text:
            return text
        try:
            if isinstance(self.field, MoneyField):
                return decimal_text(minor_units(text))
            return _written(Fraction(text) * 100) if self.stated.unit == _RATIO else text
        except (OfficeError, ValueError, ZeroDivisionError):
            return text

    def _made_field(self) -> Field:
        stated, reader = self.stated, self._reader
        if isinstance(stated, Reading) and stated.options:
            choices = [Choice(each, words) for each, words in stated.options.items()]
            return ChoiceField(reader, self, choices=choices, unknown=False)
        match sort_of_unit(stated.unit):
            case Sort.TRUTH:
                choices = [Choice("true", Wording("نعم", "yes")), Choice("false", Wording("لا", "no"))]
                return ChoiceField(reader, self, choices=choices, unknown=False)
            case Sort.CODE:
                codes = [stated.default, *stated.other] if isinstance(stated, Reading) else []
                return ChoiceField(
                    reader, self, choices=[Choice(each, Wording(each, each)) for each in codes], unknown=False
                )
            case Sort.MONEY:
                return MoneyField(reader, self, currency=Currency(stated.unit.partition("/")[0]))
        unit = _PERCENT if stated.unit in {_RATIO, "percent"} else None
        return NumberField(reader, self, whole=stated.unit in NOUNS, minimum=None, unit=unit)


def _as_typed(text: str) -> str:
    """What somebody typed as it stands in the field: a sign stays before its number in either language."""
    return in_written_order(text) if any(letter.isdigit() for letter in text) else isolated(text)


def _written(exact: Fraction) -> str:
    """A number as a pack writes it, with as many decimals as it needs and at most twelve."""
    if exact.denominator == 1:
        return str(exact.numerator)
    return f"{float(exact):.12f}".rstrip("0")
