"""Deciding from the window: what would be decided is shown first, and nothing typed is lost by a refusal."""

from __future__ import annotations

import pytest
from casework_scenes import assessed, changed, decided, eligibility, registered, stored
from household_scenes import Sit, at_office, named, type_in, watched
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from stillness import still
from window_house import DAY

from desktop.casework import queries
from desktop.casework.answers import DecisionAnswer
from desktop.casework.kinds import DecisionKind
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.drafts.shelf import KeptDraft
from ui.screens.casework.decision_form import DecisionForm
from ui.screens.casework.eligibility import EligibilityTab
from ui.screens.casework.request_form import RequestForm
from ui.shell.destinations import Place
from ui.shell.window import Window

MOVED = "انتقلت الأسرة إلى منطقة أخرى."


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def form_of(qtbot: QtBot, window: Window, tab: EligibilityTab) -> DecisionForm:
    """The form, opened by its button and read."""
    click(qtbot, tab.decide_button)
    still(window)
    form = tab.findChild(DecisionForm)
    assert form is not None
    return form


def refuse(qtbot: QtBot, window: Window, form: DecisionForm, reason: str) -> None:
    named(form, QRadioButton, "own_reason").setChecked(True)
    still(window)
    type_in(form.choices.reason, reason)
    still(window)


def on_shelf(qtbot: QtBot, window: Window) -> tuple[KeptDraft, ...]:
    """The drafts on the shelf, read where the window reads its own files."""
    shelf, found = window.workplace.shelf, list[tuple[KeptDraft, ...]]()
    assert shelf is not None
    window.workplace.own(window, shelf.all, done=found.append)
    still(window)
    return found[0]


def newest(window: Window, number: str) -> DecisionAnswer:
    return at_office(window, lambda desk: queries.decisions(desk, file_number=number))[0]


def test_the_form_shows_the_kind_the_amount_and_the_notice_before_anything_is_written(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    form = form_of(qtbot, window, eligibility(qtbot, window, number))
    assert form.view.chip.text() == "قبول"
    assert "٧٣٧٫٠٠" in bare(form.view.notice.text())
    assert "التظلم" in form.view.notice.text()
    assert form.take.isEnabled()
    assert stored(window, number)[1] == 0
    form.reject()


def test_taking_the_decision_writes_it_tells_its_number_and_leads_to_the_benefit_statement(
    qtbot: QtBot, sit: Sit
) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    form = form_of(qtbot, window, tab)
    click(qtbot, form.take)
    still(window)
    decision = newest(window, number)
    assert decision.kind is DecisionKind.GRANTED
    assert tab.findChild(DecisionForm) is None
    assert window.workplace.reader.code(decision.number) in tab.note.words.text()
    assert not tab.decide_button.isVisible()
    assert window.frame is not None
    banner = window.frame.banner
    assert window.workplace.reader.code(decision.number) in banner.sentence.text()
    wanted = watched(window)
    click(qtbot, banner.remedy)
    assert [(each.place, each.key, each.part) for each in wanted] == [(Place.HOUSEHOLD, number, "documents")]


def test_refusing_whom_the_rules_find_eligible_asks_for_the_reason_first(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    form = form_of(qtbot, window, eligibility(qtbot, window, number))
    named(form, QRadioButton, "own_reason").setChecked(True)
    still(window)
    assert "اكتب سبب الرفض" in form.fault.words.text()
    assert not form.take.isEnabled()
    type_in(form.choices.reason, MOVED)
    still(window)
    assert not form.fault.isVisible()
    assert MOVED in form.view.notice.text()
    click(qtbot, form.take)
    still(window)
    decision = newest(window, number)
    assert (decision.kind, decision.reason_codes) == (DecisionKind.REFUSED, ("office",))


def test_an_ineligible_household_is_refused_for_the_criteria_that_are_not_met(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    changed(window, number, "/household/vehicles", 9)
    assessed(window, number)
    form = form_of(qtbot, window, eligibility(qtbot, window, number))
    assert form.view.chip.text() == "رفض"
    click(qtbot, form.take)
    still(window)
    assert newest(window, number).reason_codes == ("vehicles",)


def test_a_file_that_a_colleague_changed_is_not_decided_and_the_typed_reason_stays(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    form = form_of(qtbot, window, eligibility(qtbot, window, number))
    refuse(qtbot, window, form, MOVED)
    changed(window, number, "/household/address/district", "الناصرة")
    click(qtbot, form.take)
    still(window)
    assert form.isVisible()
    assert form.fault.isVisible()
    assert form.choices.text == MOVED
    assert stored(window, number)[1] == 0
    assert not form.take.isEnabled()
    click(qtbot, form.fault.button)
    still(window)
    assert "أعد الدراسة" in form.fault.words.text()
    assert form.choices.text == MOVED
    form.reject()


def test_a_colleague_who_decided_first_is_named_by_the_number_of_the_decision(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    form = form_of(qtbot, window, eligibility(qtbot, window, number))
    first = decided(window, number)
    click(qtbot, form.take)
    still(window)
    assert stored(window, number)[1] == 1
    assert bare(window.workplace.reader.digits(first.number)) in window.workplace.reader.digits(
        bare(form.fault.words.text())
    )
    form.reject()


def test_a_reason_survives_the_closing_of_the_form_and_is_gone_once_decided(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    form = form_of(qtbot, window, tab)
    refuse(qtbot, window, form, MOVED)
    form.reject()
    still(window)
    assert [each.about for each in on_shelf(qtbot, window)] == [number]
    again = form_of(qtbot, window, tab)
    still(window)
    assert again.choices.text == MOVED
    assert again.choices.refusing
    click(qtbot, again.take)
    still(window)
    assert newest(window, number).kind is DecisionKind.REFUSED
    assert on_shelf(qtbot, window) == ()


def test_locking_the_window_keeps_the_reason(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    form = form_of(qtbot, window, eligibility(qtbot, window, number))
    refuse(qtbot, window, form, MOVED)
    assert window.frame is not None
    window.frame.keep()
    still(window)
    assert len(on_shelf(qtbot, window)) == 1
    form.reject()
    still(window)


def test_an_open_answer_is_not_decided_and_the_family_is_asked_instead(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    changed(window, number, "/household/vehicles", None)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    assert tab.request_button.property("kind") == "primary"
    form = form_of(qtbot, window, tab)
    assert "تعذّر البت" in form.fault.words.text()
    assert not form.take.isEnabled()
    form.reject()
    still(window)
    click(qtbot, tab.request_button)
    asking = tab.findChild(RequestForm)
    assert asking is not None
    assert "عدد المركبات" in asking.facts.text()
    click(qtbot, asking.send)
    still(window)
    assert "طُلبت البيانات" in tab.note.words.text()
    assert bare(window.workplace.reader.day(DAY)) in bare(tab.note.words.text())
    assert tab.assess_button.property("kind") == "primary"


@pytest.mark.parametrize("language", list(Language))
def test_the_form_speaks_the_language_of_the_window(qtbot: QtBot, sit: Sit, language: Language) -> None:
    window = sit(language=language)
    number = registered(window)
    assessed(window, number)
    form = form_of(qtbot, window, eligibility(qtbot, window, number))
    granted = {Language.ARABIC: "قبول", Language.ENGLISH: "Granted"}[language]
    assert form.view.chip.text() == granted
    assert form.take.text() == {Language.ARABIC: "أصدر القرار", Language.ENGLISH: "Take the decision"}[language]
    form.reject()
