"""The eligibility tab: a household is assessed, its answer is read, and figures are played with, on a real office."""

from __future__ import annotations

from datetime import timedelta

import pytest
from casework_scenes import assessed, changed, eligibility, registered, stored
from household_scenes import Sit, at_office, named, numbers, watched
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from stillness import still
from window_house import DAY

from desktop.casework import queries
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.screens.casework.criteria_card import CriterionRow
from ui.screens.casework.eligibility import EligibilityTab
from ui.shell.destinations import Place


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def rows(tab: EligibilityTab) -> list[CriterionRow]:
    return [each for each in tab.sheet.criteria.findChildren(CriterionRow) if each.parent() is not None]


def test_a_household_never_assessed_says_so_and_one_button_assesses_it(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    tab = eligibility(qtbot, window, number)
    assert "لم تُدرس" in tab.note.words.text()
    assert not tab.sheet.isVisible()
    click(qtbot, tab.assess_button)
    still(window)
    answer = at_office(
        window, lambda desk: queries.latest_assessment(desk, file_number=number, programme="sa.developed")
    )
    assert answer is not None
    assert answer.on == DAY
    assert tab.sheet.outcome.chip.text() == "مؤهلة"
    assert bare(tab.sheet.outcome.figure.text()) == "٤٨٠٫٠٠ ريال"
    assert "٢٠٢٣-١١" in bare(tab.sheet.outcome.rules.text())


def test_the_keyboard_assesses_too(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    tab = eligibility(qtbot, window, number)
    qtbot.keyClick(tab, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    still(window)
    assert stored(window, number)[0] == 1


@pytest.mark.parametrize("language", list(Language))
def test_every_criterion_has_its_sign_its_word_its_sentence_and_its_law(
    qtbot: QtBot, sit: Sit, language: Language
) -> None:
    window = sit(language=language)
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    shown = [each for each in rows(tab) if each.isVisible()]
    assert len(shown) >= 8
    for row in shown:
        assert row.chip.mark is not None
        assert row.chip.text() in {"مستوفى", "Met"}
        assert row.unfold.accessibleName()
    vehicles = next(each for each in shown if each.result.id == "income_below_minimum")
    assert not vehicles.facts.isVisible()
    click(qtbot, vehicles.unfold)
    assert vehicles.facts.isVisible()


def test_what_is_not_met_stands_first(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    changed(window, number, "/household/vehicles", 9)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    assert tab.sheet.outcome.chip.text() == "غير مؤهلة"
    assert not tab.sheet.outcome.figure.isVisible()
    assert rows(tab)[0].result.id == "vehicles"
    assert rows(tab)[0].chip.text() == "غير مستوفى"


def test_a_missing_fact_leads_to_the_field_where_it_is_entered(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    changed(window, number, "/household/vehicles", None)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    assert tab.sheet.missing.isVisible()
    wanted = watched(window)
    click(qtbot, named(tab.sheet.missing, QPushButton, "record /household/vehicles"))
    (place,) = wanted
    assert (place.place, place.key, place.part) == (Place.REGISTRATION, number, "/household/vehicles")


def test_an_assessment_made_before_the_facts_changed_says_so_and_is_not_decided_on(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    assert not tab.note.isVisible()
    assert tab.decide_button.isVisible()
    assert tab.decide_button.property("kind") == "primary"
    changed(window, number, "/household/vehicles", 2)
    tab = eligibility(qtbot, window, number)
    assert "تغيّرت بيانات الملف" in tab.note.words.text()
    assert not tab.decide_button.isVisible()
    assert tab.assess_button.property("kind") == "primary"
    click(qtbot, tab.assess_button)
    still(window)
    assert not tab.note.isVisible()
    assert tab.decide_button.isVisible()


def test_the_stored_assessment_is_shown_with_its_own_day(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    number = registered(window)
    day = DAY - timedelta(days=20)
    assessed(window, number, day)
    tab = eligibility(qtbot, window, number)
    assert bare(window.workplace.reader.day(day, both=True)) in bare(tab.sheet.outcome.day.text())


def test_a_colleague_s_new_assessment_appears_while_the_tab_stands_open(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    tab = eligibility(qtbot, window, number)
    answer = assessed(window, number)
    from desktop.office.answers import Changes

    window.workplace.announce(Changes(frozenset({answer.household}), frozenset({"assessments"})))
    still(window)
    assert tab.sheet.isVisible()


def test_another_day_can_be_assessed_and_a_day_that_cannot_be_read_is_told(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    tab = eligibility(qtbot, window, number)
    tab.bar.day.line.selectAll()
    qtbot.keyClicks(tab.bar.day.line, "99/99/2026")
    click(qtbot, tab.assess_button)
    still(window)
    assert tab.bar.day.shown_fault
    assert stored(window, number)[0] == 0
    day = DAY - timedelta(days=20)
    tab.bar.day.line.selectAll()
    qtbot.keyClicks(tab.bar.day.line, day.isoformat())
    click(qtbot, tab.assess_button)
    still(window)
    assert bare(window.workplace.reader.day(day, both=True)) in bare(tab.sheet.outcome.day.text())


def test_an_answer_for_a_file_that_one_has_left_is_not_shown(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    other = next(each for each in numbers(window) if each != number)
    tab = eligibility(qtbot, window, other)
    assert tab.sheet.isVisible()
    eligibility(qtbot, window, number)
    assert not tab.sheet.isVisible()
    assert "لم تُدرس" in tab.note.words.text()


def test_the_sheet_follows_another_language(qtbot: QtBot, sit: Sit) -> None:
    import msgspec

    window = sit()
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    preferences = msgspec.structs.replace(window.workplace.preferences, language=Language.ENGLISH, arabic_digits=False)
    window.workplace.prefer(preferences)
    still(window)
    assert tab.sheet.outcome.chip.text() == "Eligible"
    assert tab.assess_button.text() == "Assess eligibility"
    assert all(row.chip.text() == "Met" for row in rows(tab) if row.isVisible())


@pytest.mark.parametrize(("language", "size"), [(Language.ARABIC, 150), (Language.ENGLISH, 100)])
def test_nothing_of_the_sheet_is_cut(qtbot: QtBot, sit: Sit, language: Language, size: int) -> None:
    window = sit(language=language, text_size=size)
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    inside = tab.pane.widget()
    assert inside is not None
    assert inside.width() <= tab.pane.viewport().width()
    for each in (*tab.findChildren(QPushButton), *tab.what_if.fields, *rows(tab)):
        if isinstance(each, QWidget) and each.isVisible():
            assert each.width() >= each.minimumSizeHint().width()
