"""The form in which a new course is offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from desktop.empowerment.states import Audience, Track
from desktop.facts.code import Code
from desktop.values.language import Wording, capitalised
from ui.parts.fields.choice import choices_of
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.date_field import DateField
from ui.parts.fields.field import Field
from ui.parts.fields.number_field import NumberField
from ui.parts.fields.text_field import TextField
from ui.parts.flow import FlowLayout
from ui.screens.empowerment.act_form import MOST_SEATS, ActForm
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.empowerment.answers import ConditionKind
    from desktop.empowerment.drafts import CourseDraft
    from desktop.office.answers import Saved
    from desktop.office.desk import Desk


C = TypeVar("C", bound=Code)


class OfferForm(ActForm):
    """`done_with` gives the `CourseAnswer`.

    Args:
        workplace: of who offers.
        kinds: what courses may ask, from `conditions.condition_kinds`.
    """

    def __init__(self, workplace: Workplace, kinds: tuple[ConditionKind, ...], parent: QWidget | None = None) -> None:
        super().__init__(workplace, "offer-form", parent, width=820, height=640, scrolls=True)
        self._kinds = kinds
        self._draft: CourseDraft | None = None
        self._asked: dict[str, QCheckBox] = {}
        self._figures: dict[str, NumberField] = {}
        self._build()
        self.go.setProperty("kind", "primary")
        self.reworded()
        self._field("/title/ar").control().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reworded(self) -> None:
        super().reworded()
        self.title.setText(self.tr("Offer a course"))
        self.meaning.setText(self.tr("It is open for enrolment as soon as it is offered."))
        self.go.setText(self.tr("Offer the course"))
        self.setWindowTitle(self.title.text())
        for kind in self._kinds:
            if kind.id in self._asked:
                self._asked[kind.id].setText(self.workplace.reader.wording(kind.label))

    @override
    def take(self) -> None:
        from desktop.empowerment.drafts import CourseDraft

        seats = self._field("/seats").value()
        self._draft = CourseDraft(
            code=self._text("/code").upper(),
            title=self._wording("/title"),
            provider=self._wording("/provider"),
            place=self._wording("/place"),
            starts_on=self._day("/starts_on"),
            ends_on=self._day("/ends_on"),
            seats=int(seats) if isinstance(seats, int | float) else 0,
            audience=_code(Audience, self._text("/audience")),
            track=_code(Track, self._text("/track")),
            conditions=self._conditions(),
        )

    @override
    def work(self, desk: Desk) -> Saved[Any]:
        from desktop.empowerment.service import offer_course

        if self._draft is None:
            raise ValueError("the fields were not read")
        return offer_course(desk, draft=self._draft)

    def _build(self) -> None:
        reader, form, today = self.workplace.reader, self.form, self.workplace.seat.today
        for pointer, field, words in (
            ("/title/ar", TextField(reader, self), lambda: self.tr("Title in Arabic")),
            ("/title/en", TextField(reader, self), lambda: self.tr("Title in English")),
            ("/provider/ar", TextField(reader, self), lambda: self.tr("Provider in Arabic")),
            ("/provider/en", TextField(reader, self), lambda: self.tr("Provider in English")),
            ("/place/ar", TextField(reader, self), lambda: self.tr("Place in Arabic")),
            ("/place/en", TextField(reader, self), lambda: self.tr("Place in English")),
            ("/code", TextField(reader, self, number=True), lambda: self.tr("Code")),
            ("/seats", NumberField(reader, self, minimum=1, maximum=MOST_SEATS), lambda: self.tr("Seats")),
            ("/starts_on", DateField(reader, self, minimum=today, today=today), lambda: self.tr("First day")),
            ("/ends_on", DateField(reader, self, minimum=today, today=today), lambda: self.tr("Last day")),
            ("/track", self._choice(Track, Track.TRAINING), lambda: self.tr("Track")),
            ("/audience", self._choice(Audience, Audience.ANY), lambda: self.tr("For")),
        ):
            field.setObjectName(f"course{pointer.replace('/', '-')}")
            form.add(pointer, field, words, required=True)
        form.add_heading(lambda: self.tr("Conditions"))
        self._build_conditions()

    def _build_conditions(self) -> None:
        reader = self.workplace.reader
        boxes = QWidget(self.form)
        flow = FlowLayout(boxes, across=GRID * 3, down=GRID)
        for kind in self._kinds:
            for figure in kind.figures:
                field = NumberField(reader, self, minimum=figure.low, maximum=figure.high)
                field.setObjectName(f"figure-{figure.name}")
                self._figures[figure.name] = field
                self.form.add(f"/figures/{figure.name}", field, self._words(figure.label))
            if not kind.figures:
                box = QCheckBox(boxes)
                box.setObjectName(f"asks-{kind.id}")
                self._asked[kind.id] = box
                flow.addWidget(box)
        self.form.add_widget(boxes)

    def _choice(self, kind: type[C], first: C) -> ChoiceField:
        field = ChoiceField(self.workplace.reader, self, choices=choices_of(kind), unknown=False)
        field.set_value(first.value)
        return field

    @override
    def last(self) -> QWidget:
        return next(reversed(self._asked.values()), None) or super().last()

    def _words(self, label: Wording) -> Callable[[], str]:
        def words() -> str:
            said = self.workplace.reader.wording(label)
            return capitalised(said)

        return words

    def _conditions(self) -> dict[str, dict[str, int]]:
        """What is asked: a box that is ticked, or every figure of a condition filled in."""
        found: dict[str, dict[str, int]] = {}
        for kind in self._kinds:
            stated = {each.name: self._figures[each.name].value() for each in kind.figures}
            if kind.figures and any(value is not None for value in stated.values()):
                found[kind.id] = {name: int(value) for name, value in stated.items() if value is not None}
            elif not kind.figures and self._asked[kind.id].isChecked():
                found[kind.id] = {}
        return found

    def _field(self, pointer: str) -> Field:
        return self.form.field(pointer)

    def _text(self, pointer: str) -> str:
        value = self._field(pointer).value()
        return value if isinstance(value, str) else ""

    def _day(self, pointer: str) -> date:
        day = self._field(pointer).value()
        if not isinstance(day, date):
            raise ValueError("the fields were not read")
        return day

    def _wording(self, pointer: str) -> Wording:
        return Wording(self._text(f"{pointer}/ar"), self._text(f"{pointer}/en"))


def _code(kind: type[C], value: str) -> C:
    return next(each for each in kind if each.value == value)
