"""Every programme for one family in the real window, and an assessment's criteria under person and category."""

from __future__ import annotations

from datetime import date

import pytest
from casework_scenes import changed, eligibility, registered, stored
from household_scenes import Sit, at_office, go, named, shown, type_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from stillness import still
from window_house import DAY

from desktop.casework import service as casework
from desktop.facts.codes import CategoryOutcome, Outcome
from desktop.office.answers import Changes
from desktop.office.desk import Desk
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry.queries import open_file
from desktop.values.language import Language
from ui.parts.chip import Chip
from ui.screens.casework.criteria_card import CriterionRow
from ui.screens.casework.criteria_groups import Group, claims_of
from ui.screens.casework.family_programmes import EveryProgrammeScreen
from ui.screens.casework.programme_answers import ProgrammeRow
from ui.shell.destinations import Destination, Place
from ui.shell.window import Window

DEVELOPED, OLD = "sa.developed", "sa.old"


def family(qtbot: QtBot, window: Window, number: str, part: str = "") -> EveryProgrammeScreen:
    screen = go(qtbot, window, Place.EVERY_PROGRAMME, number, part)
    assert isinstance(screen, EveryProgrammeScreen)
    return screen


def row(screen: EveryProgrammeScreen, programme: str) -> ProgrammeRow:
    return next(each for each in shown(screen, ProgrammeRow) if each.each.programme == programme)


def here(window: Window) -> Destination:
    assert window.frame is not None
    assert window.frame.here is not None
    return window.frame.here


def test_the_eligibility_tab_leads_to_every_programme_and_nothing_is_stored(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    before = stored(window, number)
    tab = eligibility(qtbot, window, number)
    tab.every_button.setFocus()
    QTest.keyClick(tab.every_button, Qt.Key.Key_Space)
    still(window)
    assert here(window) == Destination(Place.EVERY_PROGRAMME, number)
    assert window.frame is not None
    screen = window.frame.shown
    assert isinstance(screen, EveryProgrammeScreen)
    assert {each.each.programme for each in shown(screen, ProgrammeRow)} == set(Catalogue().of_country("SA"))
    assert stored(window, number) == before


@pytest.mark.parametrize(
    ("language", "words", "amount"),
    [(Language.ARABIC, "مؤهلة", "٤٨٠٫٠٠"), (Language.ENGLISH, "Eligible", "480.00")],
)
def test_each_programme_tells_its_outcome_in_a_word_and_its_amount(
    qtbot: QtBot, sit: Sit, language: Language, words: str, amount: str
) -> None:
    window = sit(language=language)
    developed = row(family(qtbot, window, registered(window), "2024-03-01"), DEVELOPED)
    assert developed.chip.text() == words
    texts = " ".join(each.text() for each in developed.findChildren(QLabel))
    assert amount in texts


def test_what_decided_is_said_in_its_sentence_and_lacking_facts_are_counted(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    number = registered(window)
    changed(window, number, "/household/vehicles", None)
    developed = row(family(qtbot, window, number), DEVELOPED)
    assert developed.each.assessment is not None
    assert developed.each.assessment.outcome is Outcome.UNDETERMINED
    said = list(developed._lines())
    assert "The number of vehicles, or whether the applicant is independent, is not known." in said[0]
    assert any("lacking" in each for each in said)


def test_a_row_leads_to_the_full_assessment_under_its_programme_and_to_its_rules(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    screen = family(qtbot, window, number)
    QTest.mouseClick(named(screen, QPushButton, f"assess {DEVELOPED}"), Qt.MouseButton.LeftButton)
    still(window)
    assert here(window) == Destination(Place.HOUSEHOLD, number, f"eligibility#{DEVELOPED}")
    tab = eligibility(qtbot, window, number)
    assert tab.bar.claim.programme == DEVELOPED
    screen = family(qtbot, window, number)
    QTest.mouseClick(named(screen, QPushButton, f"rules {DEVELOPED}"), Qt.MouseButton.LeftButton)
    still(window)
    assert here(window) == Destination(Place.PROGRAMMES, f"{DEVELOPED}@2023-11", f"##{number}")


def test_another_day_asks_the_law_of_that_day(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    number = registered(window)
    screen = family(qtbot, window, number)
    control = screen.day.control()
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(control, "2023-06-01")
    screen.ask.setFocus()
    still(window)
    assert here(window) == Destination(Place.EVERY_PROGRAMME, number, "2023-06-01")
    assert row(screen, DEVELOPED).each.version == "2022"


@pytest.mark.parametrize("told", [True, False])
def test_a_change_of_the_file_is_asked_about_anew(qtbot: QtBot, sit: Sit, told: bool) -> None:
    window = sit()
    number = registered(window)
    screen = family(qtbot, window, number)
    assert row(screen, DEVELOPED).chip.text() == "مؤهلة"
    changed(window, number, "/household/vehicles", 9)
    if told:
        household = at_office(window, lambda desk: open_file(desk, number)).id
        window.workplace.announce(Changes(frozenset({household}), frozenset({"households"})))
    else:
        QTest.keyClick(window, Qt.Key.Key_F5)
    still(window)
    assert row(screen, DEVELOPED).chip.text() == "غير مؤهلة"


def test_a_file_that_nobody_registered_is_told(qtbot: QtBot, sit: Sit) -> None:
    screen = family(qtbot, sit(), "QTF-2026-99999")
    assert screen.states.sentence.isVisible()
    assert shown(screen, ProgrammeRow) == []


def test_criteria_of_a_category_stand_under_its_heading_with_its_chip(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)

    def work(desk: Desk) -> None:
        casework.assess(desk, file_number=number, programme=f"{OLD}@1436", on=DAY, catalogue=Catalogue())

    at_office(window, work)
    go(qtbot, window, Place.HOUSEHOLD, number, f"eligibility#{OLD}")
    tab = eligibility(qtbot, window, number)
    assert tab.bar.claim.programme == OLD
    groups = shown(tab, Group)
    assert groups
    for group in groups:
        assert group.findChildren(Chip)
        assert all(each.result.category is not None for each in group.findChildren(CriterionRow))


def test_each_member_s_own_criteria_stand_apart() -> None:
    catalogue = Catalogue()
    pack = catalogue.in_force("eg.karama", date(2025, 6, 1))
    book = read_cases(catalogue.root / "eg.karama" / pack.text.version)
    files = ((case, household_of(book, case)) for case in book.cases)
    case, file = max(files, key=lambda each: len(each[1].members))
    given = assess(pack, file, on=case.on)
    claims = claims_of(given)
    assert [each.member.ref for each in claims if each.member is not None] == [each.ref for each in file.members]
    told = [one for claim in claims for one in (*claim.criteria, *(c for of in claim.categories for c in of.criteria))]
    assert len(told) == len(given.criteria)
    for claim in claims:
        assert claim.member is not None
        assert {one.member for one in claim.criteria} <= {claim.member.ref}
        for each in claim.others:
            assert each.category.outcome is CategoryOutcome.UNMET
            assert each.criteria == ()
