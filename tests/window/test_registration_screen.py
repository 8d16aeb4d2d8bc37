"""A household is registered in the window by hand: its steps, members, lists, faults and what is known already."""

from __future__ import annotations

import pytest
from hand import type_text
from household_scenes import at_office, named, shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot
from registration_scenes import (
    ALT,
    CONTROL,
    HEAD,
    Sit,
    choose,
    click,
    drafts,
    focused,
    form,
    keys,
    line,
    push,
    registration,
    write,
)
from stillness import still

from desktop.registry import queries
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.parts.undo_bar import UndoBar
from ui.screens.registry.registration.screen import RegistrationScreen
from ui.screens.registry.registration.steps import Step
from ui.shell.destinations import Place
from ui.shell.window import Window

SHIFT = Qt.KeyboardModifier.ShiftModifier
FREE_NUMBER = "1000995009"
"""An invented number that nobody of the demonstration office has."""


def family(qtbot: QtBot, window: Window) -> RegistrationScreen:
    """A widow and her son, typed by the keyboard alone."""
    screen = registration(qtbot, window)
    keys(Qt.Key.Key_PageDown, ALT)
    assert focused() == f"{HEAD}/role"
    write(screen, f"{HEAD}/name/given", "فاطمة")
    write(screen, f"{HEAD}/name/father", "عيسى")
    write(screen, f"{HEAD}/name/family", "الخنيزي")
    keys(Qt.Key.Key_M, CONTROL | SHIFT)
    child = form(screen).filling.wizard.typed.items("/members")[1]
    assert focused() == f"{child}/role"
    choose(screen, f"{child}/role", "child")
    write(screen, f"{child}/name/given", "خالد")
    write(screen, f"{child}/birth_date", "1436/05/02")
    still(window)
    return screen


@pytest.mark.parametrize("language", Language)
def test_a_family_typed_by_the_keyboard_is_registered_and_its_file_opens(
    qtbot: QtBot, sit: Sit, language: Language, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("own")
    window = sit(language=language, folder=folder)
    screen = family(qtbot, window)
    still(window)
    assert [draft.title for draft in drafts(folder)] == ["فاطمة عيسى الخنيزي"]
    keys(Qt.Key.Key_Return, CONTROL)
    assert form(screen).filling.wizard.step is Step.REVIEW
    still(window)
    keys(Qt.Key.Key_Return, CONTROL)
    still(window)
    assert window.frame is not None
    here = window.frame.here
    assert here is not None
    assert here.place is Place.HOUSEHOLD
    answer = at_office(window, lambda desk: queries.open_file(desk, here.key))
    assert [member.name.given for member in answer.file.members] == ["فاطمة", "خالد"]
    assert answer.file.members[1].birth_date_hijri == "1436-05-02"
    assert here.key in bare(window.frame.banner.sentence.text()).translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
    assert drafts(folder) == ()


def test_steps_are_walked_by_keys_and_each_begins_at_its_first_field(qtbot: QtBot, sit: Sit) -> None:
    screen = registration(qtbot, sit())
    assert focused() == "/household/country"
    began = []
    for _ in range(4):
        keys(Qt.Key.Key_PageDown, ALT)
        began.append((form(screen).filling.wizard.step, focused()))
    assert began == [
        (Step.MEMBERS, f"{HEAD}/role"),
        (Step.MEANS, f"{HEAD}/incomes:none"),
        (Step.CIRCUMSTANCES, f"{HEAD}/health/chronic"),
        (Step.REVIEW, "submit"),
    ]
    keys(Qt.Key.Key_PageUp, ALT)
    assert form(screen).filling.wizard.step is Step.CIRCUMSTANCES


def test_a_fault_on_the_review_leads_to_its_field(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = family(qtbot, window)
    child = form(screen).filling.wizard.typed.items("/members")[1]
    write(screen, f"{child}/birth_date", "غدًا")
    push(screen, "step_review")
    still(window)
    faults = form(screen).review.faults
    assert faults.isVisible()
    push(faults, f"go:{child}/birth_date")
    assert focused() == f"{child}/birth_date"
    field = form(screen).page
    assert field is not None
    still(window)
    write(screen, f"{child}/birth_date", "2015-02-21")
    keys(Qt.Key.Key_Tab)
    still(window)
    assert form(screen).filling.wizard.ready(form(screen).filling.today)


def test_saving_with_something_wrong_goes_to_the_first_fault_and_tells_it(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = family(qtbot, window)
    child = form(screen).filling.wizard.typed.items("/members")[1]
    write(screen, f"{child}/birth_date", "2035-01-01")
    keys(Qt.Key.Key_Return, CONTROL)
    still(window)
    push(screen, "submit")
    assert focused() == f"{child}/birth_date"
    still(window)
    assert "birth" in line(screen, f"{child}/birth_date").objectName()
    assert line(screen, f"{child}/birth_date").property("faulty") == "true"


def test_what_was_typed_is_taken_back_and_done_again_in_the_whole_form(qtbot: QtBot, sit: Sit) -> None:
    screen = family(qtbot, sit())
    typed = form(screen).filling.wizard.typed
    child = typed.items("/members")[1]
    line(screen, f"{child}/name/given").setFocus()
    keys(Qt.Key.Key_Z, CONTROL)
    assert line(screen, f"{child}/birth_date").text() == ""
    assert focused() == f"{child}/birth_date"
    keys(Qt.Key.Key_Y, CONTROL)
    assert form(screen).filling.wizard.typed == typed
    assert line(screen, f"{child}/birth_date").text() != ""


def test_a_member_that_was_removed_comes_back_with_everything(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = family(qtbot, window)
    typed = form(screen).filling.wizard.typed
    owners = named(screen, QListWidget, "owners")
    assert owners.count() == 3
    push(screen, "remove_member")
    assert owners.count() == 2
    bar = named(screen, UndoBar, "undo_bar")
    assert "خالد" in bare(bar.sentence.text())
    click(bar.undo)
    assert form(screen).filling.wizard.typed == typed
    assert owners.count() == 3


def test_members_are_put_in_another_order(qtbot: QtBot, sit: Sit) -> None:
    screen = family(qtbot, sit())
    first, second = form(screen).filling.wizard.typed.items("/members")
    push(screen, "member_up")
    assert form(screen).filling.wizard.typed.items("/members") == (second, first)
    assert "خالد" in named(screen, QListWidget, "owners").item(0).text()


def test_an_income_is_added_opened_and_removed_and_none_is_an_answer(qtbot: QtBot, sit: Sit) -> None:
    screen = registration(qtbot, sit())
    push(screen, "step_means")
    click(named(screen, QPushButton, f"{HEAD}/incomes:add"))
    (item,) = form(screen).filling.wizard.typed.items(f"{HEAD}/incomes")
    assert focused() == f"{item}/kind"
    choose(screen, f"{item}/kind", "salary")
    write(screen, f"{item}/amount", "٣٠٠٠")
    keys(Qt.Key.Key_Tab)
    assert form(screen).filling.wizard.typed.text(f"{item}/amount") == "٣٠٠٠"
    click(named(screen, QPushButton, f"{item}:remove"))
    assert form(screen).filling.wizard.typed.keys(f"{HEAD}/incomes") is None
    keys(Qt.Key.Key_Z, CONTROL)
    assert form(screen).filling.wizard.typed.text(f"{item}/kind") == "salary"
    keys(Qt.Key.Key_Y, CONTROL)
    none = screen.findChild(object, f"{HEAD}/incomes:none")
    click(none)  # type: ignore[arg-type]
    assert form(screen).filling.wizard.typed.keys(f"{HEAD}/incomes") == ()


def test_a_number_that_is_registered_is_told_beside_its_field_with_the_way_to_the_file(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number, file = at_office(
        window,
        lambda desk: next(
            (str(each.file.members[0].national_id), each.file_number)
            for each in [queries.open_file(desk, "QTF-2026-00010")]
        ),
    )
    screen = registration(qtbot, window)
    push(screen, "step_members")
    choose(screen, f"{HEAD}/id_kind", "national_id")
    write(screen, f"{HEAD}/national_id", number)
    still(window)
    field = line(screen, f"{HEAD}/national_id")
    assert file in bare(field.accessibleDescription()).translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
    link = named(screen, QPushButton, f"{HEAD}/national_id:found")
    assert link.isVisible()
    click(link)
    still(window)
    assert window.frame is not None
    assert window.frame.here is not None
    assert (window.frame.here.place, window.frame.here.key) == (Place.HOUSEHOLD, file)
    assert registration(qtbot, window) is screen
    assert form(screen).filling.wizard.typed.text(f"{HEAD}/national_id") == number
    write(screen, f"{HEAD}/national_id", FREE_NUMBER)
    still(window)
    assert not link.isVisible()


def test_a_wrong_check_digit_is_told_while_the_number_is_typed(qtbot: QtBot, sit: Sit) -> None:
    screen = registration(qtbot, sit())
    push(screen, "step_members")
    choose(screen, f"{HEAD}/id_kind", "national_id")
    write(screen, f"{HEAD}/national_id", "1100000000")
    field = line(screen, f"{HEAD}/national_id")
    assert field.hasFocus()
    assert field.property("faulty") == "true"
    qtbot.wait(300)
    assert field.property("faulty") == "true"


def test_somebody_of_the_same_name_and_birth_is_told(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    file = at_office(window, lambda desk: queries.open_file(desk, "QTF-2026-00010")).file
    head = file.members[0]
    screen = registration(qtbot, window)
    push(screen, "step_members")
    for part in ("given", "father", "grandfather", "family"):
        write(screen, f"{HEAD}/name/{part}", str(getattr(head.name, part)))
    still(window)
    assert [each.objectName() for each in shown(screen, QPushButton) if each.objectName().startswith("alike:")] == [
        "alike:QTF-2026-00010"
    ]


def test_a_registered_number_is_refused_at_its_field_and_nothing_typed_is_lost(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = str(at_office(window, lambda desk: queries.open_file(desk, "QTF-2026-00010")).file.members[0].national_id)
    screen = registration(qtbot, window)
    push(screen, "step_members")
    write(screen, f"{HEAD}/name/given", "فاطمة")
    choose(screen, f"{HEAD}/id_kind", "national_id")
    choose(screen, f"{HEAD}/nationality", "SA")
    write(screen, f"{HEAD}/national_id", number)
    still(window)
    typed = form(screen).filling.wizard.typed
    push(screen, "step_review")
    still(window)
    push(screen, "submit")
    still(window)
    assert form(screen).filling.wizard.typed == typed
    assert focused() == f"{HEAD}/national_id"
    assert line(screen, f"{HEAD}/national_id").property("faulty") == "true"


def test_the_window_turns_to_the_other_language_while_one_types(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = family(qtbot, window)
    typed = form(screen).filling.wizard.typed
    window.other_language()
    still(window)
    still(window)
    assert form(screen).filling.wizard.typed == typed
    assert "facts filled in" in bare(form(screen).foot.answered.text())
    assert form(screen).foot.next_button.text() == "Next"
    child = typed.items("/members")[1]
    write(screen, f"{child}/name/given", "علي")
    assert form(screen).filling.wizard.typed.text(f"{child}/name/given") == "علي"


def test_answered_questions_are_counted_in_words(qtbot: QtBot, sit: Sit) -> None:
    screen = registration(qtbot, sit())
    words = bare(form(screen).foot.answered.text())
    completeness = form(screen).filling.wizard.completeness(form(screen).filling.today)
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    assert f"اكتمل {completeness.answered} من {completeness.asked}".translate(arabic) in words
    type_text(line(screen, "/household/dwelling/rooms"), "٣")
    qtbot.waitUntil(lambda: bare(form(screen).foot.answered.text()) != words, timeout=3_000)
