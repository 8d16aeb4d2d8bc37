"""The sheet of every programme, and that of a new income: from the screen to the draft, and from the draft to paper."""

from __future__ import annotations

from datetime import date

import pytest
from household_scenes import Sit, go, named, shown, type_in
from paper_scenes import GRANTED, documents, leave_printer, press, register
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.facts.codes import Period
from desktop.issuing.kinds import PaperKind
from desktop.values.language import Language
from ui.screens.casework.family_programmes import EveryProgrammeScreen
from ui.screens.issuing.asked import Asked, asked_in
from ui.screens.issuing.household_documents import HouseholdDocumentsTab
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.shell.destinations import Place
from ui.shell.window import Window


def drawn(qtbot: QtBot, tab: HouseholdDocumentsTab) -> None:
    qtbot.waitUntil(lambda: tab.issuing.preview.pages.count > 0 and tab.issuing.go.isEnabled(), timeout=20_000)


def tab_of(window: Window) -> HouseholdDocumentsTab:
    assert window.frame is not None
    screen = window.frame.shown
    assert isinstance(screen, HouseholdScreen)
    assert isinstance(screen.tab, HouseholdDocumentsTab)
    return screen.tab


def test_the_screen_of_every_programme_leads_to_the_draft_of_its_day_and_then_to_paper(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = go(qtbot, window, Place.EVERY_PROGRAMME, GRANTED, "2026-06-01")
    assert isinstance(screen, EveryProgrammeScreen)
    assert "مجموع ما تستحقه الأسرة" in " ".join(each.text() for each in shown(screen, QLabel))
    press(qtbot, window, screen, "print-programmes")
    tab = tab_of(window)
    drawn(qtbot, tab)
    wanted = tab.issuing.form.wanted()
    assert wanted is not None
    assert (wanted.kind, wanted.on) == (PaperKind.EVERY_PROGRAMME, date(2026, 6, 1))
    assert register(window) == ()
    press(qtbot, window, tab, "issue")
    leave_printer(qtbot, window)
    (line,) = register(window)
    assert (line.kind, line.file_number) == (PaperKind.EVERY_PROGRAMME, GRANTED)


def test_a_new_income_is_drawn_as_it_is_typed_and_a_bad_one_says_why(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    tab = documents(qtbot, window, GRANTED, "better_off?amount=1500.00&every=month&since=2027-01-01")
    drawn(qtbot, tab)
    form = tab.issuing.form
    wanted = form.wanted()
    assert wanted is not None
    assert wanted.job is not None
    assert (wanted.job.amount, wanted.job.first_month, wanted.job.period) == (
        "1500.00", date(2027, 1, 1), Period.MONTH,
    )  # fmt: skip
    form.amount.set_value(None)
    form.amount.control().setFocus()
    type_in(form.amount.control(), "0")
    said = tab.issuing.preview.states
    qtbot.waitUntil(lambda: "is no income" in " ".join(each.text() for each in shown(said, QLabel)), timeout=20_000)
    assert not tab.issuing.go.isEnabled()
    form.amount.set_value(None)
    form.changed.emit("/amount")
    drawn(qtbot, tab)
    emptied = form.wanted()
    assert emptied is not None
    assert emptied.job is not None
    assert emptied.job.amount is None


@pytest.mark.parametrize(
    "asked",
    [
        Asked("better_off", member="m2", amount="900.50", every="week", since="2027-01-01", income="salary"),
        Asked("every_programme", on="2026-06-01"),
        Asked("enrolment_slip", member="m1", course="QTF-2027-01"),
    ],
)
def test_what_is_asked_for_comes_back_from_its_part(asked: Asked) -> None:
    assert asked_in(asked.part.removeprefix("documents#")) == asked


def test_who_may_not_issue_is_shown_no_button_to_print(qtbot: QtBot, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sit()
    may = type(window.workplace).may
    monkeypatch.setattr(type(window.workplace), "may", lambda self, what: what != "issue" and may(self, what))
    screen = go(qtbot, window, Place.EVERY_PROGRAMME, GRANTED)
    assert named(screen, QPushButton, "print-programmes").isHidden()
