"""The what-if panel: figures are played with beside a stored assessment, and nothing is written."""

from __future__ import annotations

from casework_scenes import assessed, eligibility, registered, stored
from household_scenes import Sit, named
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.screens.casework.eligibility import EligibilityTab
from ui.screens.casework.supposing_field import SupposingField
from ui.shell.window import Window


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def field(tab: EligibilityTab, pointer: str) -> SupposingField:
    return next(each for each in tab.what_if.fields if each.lever.pointer == pointer)


def salary(tab: EligibilityTab) -> SupposingField:
    return next(each for each in tab.what_if.fields if "/incomes/" in each.lever.pointer)


def typed(qtbot: QtBot, window: Window, one: SupposingField, text: str) -> None:
    """Type over what stands in a field, key by key, and wait for the answer."""
    assert one.field is not None
    one.field.line.selectAll()
    qtbot.keyClicks(one.field.line, text)
    still(window)


def test_a_supposed_salary_shows_another_amount_and_writes_nothing(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    before = stored(window, number)
    typed(qtbot, window, salary(tab), "1000")
    view = tab.what_if.view
    assert bare(view.words.text()) == "SAR 1,000.00 more than the stored assessment."
    assert view.chip.text() == "Eligible"
    assert "SAR 3,960.00" in bare(view.turning.text())
    typed(qtbot, window, salary(tab), "9000")
    assert view.chip.text() == "Ineligible"
    assert stored(window, number) == before
    assert bare(tab.sheet.outcome.figure.text()) == "SAR 480.00"


def test_reset_puts_every_figure_back(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    dependants = field(tab, "/members")
    there = dependants.value()
    reset = named(tab.what_if, QPushButton, "reset")
    assert not reset.isEnabled()
    typed(qtbot, window, dependants, "7")
    assert tab.what_if.view.chip.isVisible()
    click(qtbot, reset)
    still(window)
    assert dependants.value() == there
    assert not tab.what_if.view.chip.isVisible()
    assert not reset.isEnabled()


def test_only_the_answer_to_what_stands_in_the_field_is_shown(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    one = salary(tab)
    assert one.field is not None
    for amount in ("1000", "2000", "3500"):
        one.field.line.selectAll()
        qtbot.keyClicks(one.field.line, amount)
        qtbot.wait(210)  # the rules are being asked when the next keys come
    still(window)
    assert bare(tab.what_if.view.words.text()) == "SAR 250.00 less than the stored assessment."


def test_what_cannot_be_read_is_told_below_its_field_and_nothing_is_answered(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    one = salary(tab)
    typed(qtbot, window, one, "much")
    assert one.field is not None
    assert one.field.shown_fault
    assert not tab.what_if.view.chip.isVisible()


def test_any_fact_of_the_file_can_be_added_to_what_is_supposed(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    chooser = tab.what_if.chooser
    before = len(tab.what_if.fields)
    click(qtbot, chooser.button)
    chooser.people.setCurrentIndex(1)
    chooser.people.activated.emit(1)
    chooser.facts.setCurrentIndex(chooser.facts.findText("جديد: إيجار عقار"))
    click(qtbot, named(chooser, QPushButton, "put_fact"))
    assert len(tab.what_if.fields) == before + 1
    typed(qtbot, window, tab.what_if.fields[-1], "400")
    assert "٤٠٠٫٠٠" in bare(tab.what_if.view.words.text())
