"""A form: read and walked through in one order, its labels heard, its faults where they belong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from stage import on_stage, type_text

from desktop.facts.vocabulary import vocabulary
from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.fields.for_fact import field_for
from ui.parts.fields.form import Form
from ui.parts.fields.name_field import NameField
from ui.parts.fields.text_field import TextField

LookWorn = Callable[..., Reader]
FACTS = (
    "national_id",
    "id_kind",
    "sex",
    "birth_date",
    "education.fees_per_year",
    "education.enrolled",
    "disability.percent",
)


def filled(reader: Reader) -> Form:
    """A form about a member; its owner keeps it."""
    form = Form(reader)
    member = vocabulary()["member"].properties
    form.add_heading(lambda: "الفرد")
    form.add("/name", NameField(reader), lambda: "الاسم", required=True, wide=True)
    for name in FACTS:
        fact = member[name]
        form.add(fact.pointer, field_for(fact, reader), lambda fact=fact: fact.label.ar)
    return form


def place(form: Form, pointer: str) -> QPoint:
    """Where the row of a fact stands in its form."""
    return form.row(pointer).pos()


@pytest.mark.parametrize("language", list(Language))
def test_two_columns_are_read_from_the_leading_one_and_walked_through_in_that_order(
    qtbot: QtBot, look_worn: LookWorn, language: Language
) -> None:
    form = filled(look_worn(language=language))
    on_stage(qtbot, form, 900, 900)
    first, second, third = (place(form, f"/{name}") for name in FACTS[:3])
    assert first.y() == second.y() < third.y()
    assert first.x() == third.x()
    assert (first.x() > second.x()) is (language is Language.ARABIC)
    form.go_to("/name")
    visited: list[str] = []
    for _ in range(4 + len(FACTS)):
        focused = QApplication.focusWidget()
        pointer = next(p for p, _ in form.fields() if form.row(p).isAncestorOf(focused))
        if pointer not in visited:
            visited.append(pointer)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert visited == [pointer for pointer, _ in form.fields()]


@pytest.mark.parametrize("text_size", [100, 150, 175])
@pytest.mark.parametrize("width", [380, 900, 1300])
def test_nothing_is_cut_or_covered_at_any_width_and_text_size(
    qtbot: QtBot, look_worn: LookWorn, text_size: int, width: int
) -> None:
    form = filled(look_worn(text_size=text_size))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(form)
    on_stage(qtbot, area, round(width * max(1.0, text_size / 125)), 700)
    form.check()
    qtbot.wait(1)
    QApplication.processEvents()
    assert form.width() <= area.viewport().width()
    for pointer, field in form.fields():
        row = form.row(pointer)
        assert row.height() >= row.heightForWidth(row.width()) - 1
        assert row.geometry().right() <= form.rect().right()
        control = field.control()
        assert control.height() >= control.sizeHint().height() - 2
        place_in_row = control.mapTo(row, QPoint(0, 0))
        assert place_in_row.x() >= 0
        assert place_in_row.x() + control.width() <= row.width() + 1
    rows = [form.row(pointer).geometry() for pointer, _ in form.fields()]
    assert not any(a.intersects(b) for at, a in enumerate(rows) for b in rows[at + 1 :])


def test_a_narrow_form_has_one_column_and_a_widened_one_two_again(qtbot: QtBot, look_worn: LookWorn) -> None:
    form = filled(look_worn())
    on_stage(qtbot, form, 420, 1200)
    assert place(form, "/national_id").y() < place(form, "/id_kind").y()
    form.resize(900, 1200)
    qtbot.waitUntil(lambda: place(form, "/national_id").y() == place(form, "/id_kind").y())


def test_rows_close_up_behind_a_hidden_one(qtbot: QtBot, look_worn: LookWorn) -> None:
    form = filled(look_worn())
    on_stage(qtbot, form, 900, 900)
    before = place(form, "/id_kind")
    form.show_row("/id_kind", shown=False)
    qtbot.waitUntil(lambda: place(form, "/sex") == before)
    form.show_row("/id_kind", shown=True)
    qtbot.waitUntil(lambda: place(form, "/id_kind") == before)


def test_every_control_is_called_by_its_label_and_a_needed_one_says_so(qtbot: QtBot, look_worn: LookWorn) -> None:
    form = filled(look_worn())
    on_stage(qtbot, form, 900, 900)
    assert form.field("/national_id").control().accessibleName() == "رقم الهوية"
    assert form.row("/national_id").label.buddy() is form.field("/national_id").control()
    name = form.field("/name")
    assert isinstance(name, NameField)
    assert name.lines["given"].accessibleName() == "الاسم، حقل إلزامي: الاسم الأول"
    assert form.row("/name").mark.isVisible()
    assert not form.row("/sex").mark.isVisible()
    for widget in form.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget


def test_a_click_on_the_label_goes_to_its_field(qtbot: QtBot, look_worn: LookWorn) -> None:
    form = filled(look_worn())
    on_stage(qtbot, form, 900, 900)
    row = form.row("/national_id")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.label.geometry().center())
    assert row.field.control().hasFocus()


def test_a_fault_is_told_at_its_field_and_goes_with_the_next_change(qtbot: QtBot, look_worn: LookWorn) -> None:
    form = filled(look_worn())
    on_stage(qtbot, form, 900, 900)
    assert form.show_fault("/national_id", "هذا الرقم مسجل لأسرة أخرى.")
    field = form.field("/national_id")
    assert field.shown_fault == "هذا الرقم مسجل لأسرة أخرى."
    assert form.go_to("/national_id")
    type_text(field.control(), "1")
    assert field.shown_fault == ""
    assert form.show_fault("/name/family", "x")
    assert form.field("/name").shown_fault == "x"
    assert form.show_fault("/disability", "y")
    assert form.field("/disability/percent").shown_fault == "y"
    assert not form.show_fault("/elsewhere", "z")


def test_checking_tells_every_fault_and_goes_to_the_first(qtbot: QtBot, look_worn: LookWorn) -> None:
    form = filled(look_worn())
    on_stage(qtbot, form, 900, 900)
    form.field("/birth_date").set_typed_text("46/5/19")
    assert not form.check()
    assert form.field("/name").shown_fault
    assert form.field("/birth_date").shown_fault
    assert form.field("/name").control().hasFocus()
    form.field("/name").set_typed_text("فاطمة")
    form.field("/birth_date").set_typed_text("1405")
    assert form.check()


def test_going_to_a_fact_brings_it_into_view(qtbot: QtBot, look_worn: LookWorn) -> None:
    form = filled(look_worn())
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(form)
    on_stage(qtbot, area, 420, 240)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert form.go_to("/disability/percent")
    control = form.field("/disability/percent").control()
    assert control.hasFocus()
    shown = area.viewport().rect()
    assert shown.contains(control.mapTo(area.viewport(), control.rect().center()))


def test_a_form_tells_which_fact_was_changed_and_left(qtbot: QtBot, look_worn: LookWorn) -> None:
    form = filled(look_worn())
    on_stage(qtbot, form, 900, 900)
    form.go_to("/education/fees_per_year")
    control = form.field("/education/fees_per_year").control()
    with qtbot.waitSignal(form.changed) as changed:
        type_text(control, "4")
    with qtbot.waitSignal(form.left) as left:
        qtbot.keyClick(control, Qt.Key.Key_Tab)
    assert (changed.args, left.args) == (["/education/fees_per_year"], ["/education/fees_per_year"])


def test_a_form_turned_to_the_other_language_keeps_what_was_typed(qtbot: QtBot, look_worn: LookWorn) -> None:
    form = Form(look_worn())
    text = form.add("/a", TextField(form.reader), lambda: form.reader.wording(vocabulary()["member"].label)).field
    money = form.add("/b", field_for(vocabulary()["asset"].properties["value"], form.reader), lambda: "b").field
    on_stage(qtbot, form, 900, 300)
    text.set_typed_text("حي الناصرة")
    money.set_typed_text("١٤٠٠")
    form.set_reader(look_worn(language=Language.ENGLISH))
    qtbot.waitUntil(lambda: form.row("/a").label.text() == "member")
    assert text.typed_text() == "حي الناصرة"
    assert money.typed_text() == "١٤٠٠"
    assert money.value() == 140000
