"""The decisions tab: what was decided and told, and what is done with a notice."""

from __future__ import annotations

from datetime import date

import pytest
from casework_scenes import assessed, changed, decided, decisions_tab, registered
from household_scenes import Sit, at_office, type_in, watched
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from stillness import still
from window_house import DAY

from desktop.casework import queries
from desktop.casework.answers import DecisionAnswer
from desktop.casework.kinds import Act
from desktop.notices.answers import NoticeState
from desktop.notices.channels import Channel
from desktop.values.calendars import hijri_of
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.parts.chip import Chip
from ui.screens.casework.decision_card import DecisionCard
from ui.screens.casework.decisions import DecisionsTab
from ui.screens.casework.notice_form import NoticeAct, NoticeForm
from ui.shell.window import Window


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def cards(tab: DecisionsTab) -> list[DecisionCard]:
    return [each for each in tab.findChildren(DecisionCard) if each.isVisible()]


def chips(card: DecisionCard) -> list[str]:
    return [bare(each.text()) for each in card.findChildren(Chip)]


def form_of(qtbot: QtBot, tab: DecisionsTab, act: NoticeAct) -> NoticeForm:
    button = cards(tab)[0].findChild(QPushButton, str(act))
    assert button is not None
    click(qtbot, button)
    form = tab.findChild(NoticeForm, f"notice_{act}")
    assert form is not None
    return form


def newest(window: Window, number: str) -> DecisionAnswer:
    return at_office(window, lambda desk: queries.decisions(desk, file_number=number))[0]


def granted(window: Window, number: str, channel: Channel = Channel.REGISTERED_ADDRESS) -> DecisionAnswer:
    assessed(window, number)
    return decided(window, number, channel=channel)


def test_a_file_without_decisions_says_so_and_leads_to_the_assessment(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    tab = decisions_tab(qtbot, window, number)
    assert "لم يصدر قرار" in tab.states.sentence.text()
    wanted = watched(window)
    click(qtbot, tab.states.button)
    assert [(each.key, each.part) for each in wanted] == [(number, "eligibility")]


@pytest.mark.parametrize("language", list(Language))
def test_a_decision_is_told_with_its_amount_its_days_and_whether_the_family_counts_as_told(
    qtbot: QtBot, sit: Sit, language: Language
) -> None:
    window = sit(language=language)
    number = registered(window)
    decision = granted(window, number)
    tab = decisions_tab(qtbot, window, number)
    (card,) = cards(tab)
    assert card.decision == decision
    told = {Language.ARABIC: "يُعدّ مبلّغًا يوم", Language.ENGLISH: "counts as told on"}[language]
    assert any(each.startswith(told) for each in chips(card))


def test_the_newest_decision_stands_first_and_the_one_before_says_that_it_was_superseded(
    qtbot: QtBot, sit: Sit
) -> None:
    window = sit()
    number = registered(window)
    first = granted(window, number)
    changed(window, number, "/household/vehicles", 9)
    assessed(window, number)
    second = decided(window, number, act=Act.REFUSE)
    tab = decisions_tab(qtbot, window, number)
    assert [card.decision.number for card in cards(tab)] == [second.number, first.number]
    assert "حلّ محله قرار لاحق" in chips(cards(tab)[1])


def test_the_day_of_telling_is_proved_and_the_grievance_follows_it(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    granted(window, number, Channel.VERIFIED_MOBILE)
    tab = decisions_tab(qtbot, window, number)
    form = form_of(qtbot, tab, NoticeAct.CONFIRM)
    reader = window.workplace.reader
    assert form.day.value() == DAY
    form.day.line.selectAll()
    type_in(form.day.line, reader.digits(str(hijri_of(DAY)).replace("-", "/")))
    click(qtbot, form.do)
    still(window)
    decision = newest(window, number)
    assert decision.notices[0].state is NoticeState.CONFIRMED
    assert decision.counts_as_told_on == DAY
    assert any(each.startswith("بُلّغ يوم") for each in chips(cards(tab)[0]))
    assert cards(tab)[0].findChild(QPushButton, str(NoticeAct.CONFIRM)) is None


def test_a_day_that_cannot_be_is_told_in_the_form_and_nothing_is_lost(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    granted(window, number)
    tab = decisions_tab(qtbot, window, number)
    form = form_of(qtbot, tab, NoticeAct.CONFIRM)
    form.day.line.selectAll()
    type_in(form.day.line, "2019/01/01")
    click(qtbot, form.do)
    still(window)
    assert form.isVisible()
    assert form.fault.isVisible()
    assert form.day.value() == date(2019, 1, 1)
    form.reject()


def test_a_notice_that_reached_nobody_needs_its_reason_and_is_told_again_by_another_way(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    granted(window, number)
    tab = decisions_tab(qtbot, window, number)
    form = form_of(qtbot, tab, NoticeAct.FAILED)
    click(qtbot, form.do)
    still(window)
    assert form.fault.isVisible()
    type_in(form.line, "عاد الخطاب دون تسليم")
    click(qtbot, form.do)
    still(window)
    assert newest(window, number).grievance_until is None
    again = form_of(qtbot, tab, NoticeAct.AGAIN)
    again.channel.setCurrentIndex(again.channel.findData(Channel.IN_PERSON.value))
    click(qtbot, again.do)
    still(window)
    decision = newest(window, number)
    assert [each.channel for each in decision.notices] == [Channel.IN_PERSON, Channel.REGISTERED_ADDRESS]
    assert decision.grievance_until is not None
    shown = chips(cards(tab)[0])
    assert any(each.startswith("لم يصل إلى أحد") for each in shown)
    assert any(each.startswith("بُلّغ يوم") for each in shown)


def test_a_notice_that_a_colleague_settled_meanwhile_is_not_settled_twice(qtbot: QtBot, sit: Sit) -> None:
    from desktop.notices import service as notices

    window = sit()
    number = registered(window)
    decision = granted(window, number)
    tab = decisions_tab(qtbot, window, number)
    form = form_of(qtbot, tab, NoticeAct.FAILED)
    notice = decision.notices[0]
    at_office(
        window,
        lambda desk: notices.confirm_told(desk, notice=notice.id, told_on=DAY, expected_version=notice.version),
    )
    type_in(form.line, "لم يرد أحد")
    click(qtbot, form.do)
    still(window)
    assert form.fault.isVisible()
    assert not form.do.isEnabled()
    assert form.line.text() == "لم يرد أحد"
    form.reject()
    still(window)
    assert any(each.startswith("بُلّغ يوم") for each in chips(cards(tab)[0]))
