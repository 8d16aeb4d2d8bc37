"""The viewer of programmes through the real window: a lawyer reads, looks things up, runs cases, and finds the way."""

from __future__ import annotations

import pytest
from casework_scenes import assessed, eligibility, registered
from household_scenes import Sit, go, named, type_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.facts.codes import Country
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.parts.chip import Chip
from ui.screens.casework.law_link import LawLink
from ui.screens.programmes.case_columns import AGREES
from ui.screens.programmes.entry_row import EntryRow, Expression
from ui.screens.programmes.going import Way, to_rule, way_of
from ui.screens.programmes.reading import ListedProgramme
from ui.screens.programmes.screen import ProgrammesScreen
from ui.screens.programmes.section import Section
from ui.shell.destinations import Destination, Place
from ui.shell.window import Window

DEVELOPED = "sa.developed@2023-11"


def viewer(qtbot: QtBot, window: Window, key: str = "", part: str = "") -> ProgrammesScreen:
    screen = go(qtbot, window, Place.PROGRAMMES, key, part)
    assert isinstance(screen, ProgrammesScreen)
    return screen


def shown_rows(screen: ProgrammesScreen) -> list[EntryRow]:
    tab = screen.view.tab
    assert isinstance(tab, Section)
    return [row for row in tab.rows() if row.isVisibleTo(tab)]


def row_of(screen: ProgrammesScreen, key: str) -> EntryRow:
    return next(row for row in shown_rows(screen) if row.entry.key == key)


def here(window: Window) -> Destination:
    assert window.frame is not None
    assert window.frame.here is not None
    return window.frame.here


def test_the_list_has_every_programme_the_office_s_own_country_first(qtbot: QtBot, sit: Sit) -> None:
    screen = viewer(qtbot, sit())
    rows: list[ListedProgramme] = list(screen.list.model.rows)  # type: ignore[attr-defined]
    catalogue = Catalogue()
    assert {each.programme for each in rows} == {*catalogue.of_country("SA"), *catalogue.of_country("EG")}
    countries = [each.country for each in rows]
    assert countries == sorted(countries, key=lambda each: each is not Country.SA)
    developed = next(each for each in rows if each.programme == "sa.developed")
    assert (developed.versions, developed.in_force, developed.of_member) == (2, True, False)
    assert developed.criteria == len(catalogue.pack("sa.developed", "2023-11").text.criteria)


def test_the_keyboard_filters_opens_and_comes_back(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = viewer(qtbot, window)
    QTest.keyClick(screen.list.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_in(screen.list.filter.words, "المطو")
    QTest.keyClick(screen.list.filter.words, Qt.Key.Key_Down)
    still(window)
    assert screen.list.model.rowCount() == 1
    QTest.keyClick(screen.list.grid, Qt.Key.Key_Return)
    still(window)
    assert here(window) == Destination(Place.PROGRAMMES, "sa.developed")
    assert "المطو" in bare(screen.header.title.text())
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    still(window)
    assert screen.stack.currentWidget() is screen.list


@pytest.mark.parametrize(
    ("language", "words", "unit"),
    [
        (Language.ARABIC, "وأقصاه للمستقل سيارة واحدة وللأسرة ٣ سيارات", "استحقاق للأسرة"),
        (Language.ENGLISH, "at most 1 car for an independent person and 3 cars for a family", "The household’s right"),
    ],
)
def test_a_rule_is_read_in_plain_words_with_its_figures_and_without_braces(
    qtbot: QtBot, sit: Sit, language: Language, words: str, unit: str
) -> None:
    screen = viewer(qtbot, sit(language=language), DEVELOPED)
    vehicles = row_of(screen, "vehicles")
    assert words in bare(" ".join(vehicles.entry.lines))
    assert unit in bare(screen.header.context.text())
    assert not [row for row in shown_rows(screen) if "{" in " ".join((row.entry.title, *row.entry.lines))]


def test_the_expression_unfolds_from_left_to_right_and_is_copied_with_its_law(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = viewer(qtbot, window, DEVELOPED)
    row = row_of(screen, "vehicles")
    assert row.findChildren(Expression) == []
    assert row.unfold is not None
    row.unfold.setFocus()
    QTest.keyClick(row.unfold, Qt.Key.Key_Space)
    still(window)
    (expression,) = row.findChildren(Expression)
    assert expression.text() == Catalogue().pack("sa.developed", "2023-11").text.criteria[4].is_
    assert expression.layoutDirection() is Qt.LayoutDirection.LeftToRight
    named(row, QPushButton, "copy vehicles").click()
    copied = QGuiApplication.clipboard().text()
    assert expression.text() in copied
    assert "معايير الأهلية المعلنة من الوزارة" in copied
    assert "N9" in copied


def test_words_looked_for_leave_only_the_rows_that_hold_them(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    screen = viewer(qtbot, window, DEVELOPED)
    every = len(shown_rows(screen))
    QTest.keyClick(screen.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.view.words.hasFocus()
    type_in(screen.view.words, "family_vehicles")
    still(window)
    assert [row.entry.key for row in shown_rows(screen)] == ["vehicles"]
    QTest.keyClick(screen.view.words, Qt.Key.Key_Escape)
    still(window)
    assert len(shown_rows(screen)) == every
    type_in(screen.view.words, "zzzz")
    still(window)
    assert shown_rows(screen) == []
    tab = screen.view.tab
    assert isinstance(tab, Section)
    assert tab.nothing.isVisible()


def test_figures_tables_and_readings_stand_with_their_sources(qtbot: QtBot, sit: Sit) -> None:
    screen = viewer(qtbot, sit(language=Language.ENGLISH), DEVELOPED, Way("figures").part)
    base = row_of(screen, "base")
    assert bare(str(base.entry.value)) == "SAR 1,320.00 a month"
    assert "Press" in [chip.text() for chip in base.findChildren(Chip)]
    cap = row_of(screen, "cap_placement")
    said = " ".join(cap.entry.lines)
    assert "Taken: on the payment" in said
    assert "The other reading: on the calculated minimum" in said
    text = Catalogue().pack("sa.developed", "2023-11").text
    assert set(text.tables) <= {row.entry.key for row in shown_rows(screen)}


def test_a_figure_never_published_is_marked_so_with_what_bounds_it(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    for pack in Catalogue().packs():
        hidden = [name for name, each in pack.text.parameters.items() if each.unpublished and "__" not in name]
        if hidden and pack.text.id.startswith(("sa.", "eg.")):
            screen = viewer(qtbot, window, repr(pack), Way("figures").part)
            row = row_of(screen, hidden[0])
            assert "Unpublished" in [chip.text() for chip in row.findChildren(Chip)]
            assert "npublished" in str(row.entry.value)
            return
    pytest.fail("no shipped programme leaves a figure unpublished")


def test_every_law_tells_what_rests_on_it_and_assumptions_stand_by_themselves(qtbot: QtBot, sit: Sit) -> None:
    screen = viewer(qtbot, sit(language=Language.ENGLISH), DEVELOPED, Way("sources").part)
    tab = screen.view.tab
    assert isinstance(tab, Section)
    titles = [card.title.text() for card in tab.shown_cards]
    assert titles[0] == "Assumptions"
    assert "Executive Regulation of the Social Security Law" in titles
    article = row_of(screen, "law regulation 8")
    assert "Counted income below the calculated minimum" in " ".join(article.entry.lines)


def test_cases_run_on_a_lane_and_tell_whether_they_agree(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    screen = viewer(qtbot, window, DEVELOPED, Way("cases").part)
    cases = screen.view.cases
    rows = cases.table.model.rows  # type: ignore[attr-defined]
    assert rows
    assert all(row.result is None for row in rows)
    named(cases, QPushButton, "run-cases").click()
    assert cases.stop_button.isVisible()
    qtbot.waitUntil(lambda: any(row.result for row in cases.table.model.rows), timeout=60_000)  # type: ignore[attr-defined]
    cases.stop_button.click()
    still(window)
    run = [row for row in cases.table.model.rows if row.result is not None]  # type: ignore[attr-defined]
    assert run
    assert {row.state for row in run} == {AGREES}
    assert cases.chip.text() in {"Those that were run agree", "Every case agrees"}
    assert cases.run_button.isVisible()


def test_versions_tell_what_changed_and_lead_to_the_other_version(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    screen = viewer(qtbot, window, DEVELOPED, Way("versions").part)
    base = row_of(screen, "changed parameters/base")
    assert bare(base.entry.title) == "Basic minimum: SAR 1,320.00 a month, before that SAR 1,100.00 a month."
    named(screen, QPushButton, "show 2022").click()
    still(window)
    assert here(window) == Destination(Place.PROGRAMMES, "sa.developed@2022", "versions")
    assert screen.view.version.currentData() == "2022"


def test_tabs_and_versions_are_turned_by_keys(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = viewer(qtbot, window, DEVELOPED)
    QTest.keyClick(screen.view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    still(window)
    assert here(window).part == "figures"
    screen.view.version.setFocus()
    QTest.keyClick(screen.view.version, Qt.Key.Key_Down)
    still(window)
    assert here(window) == Destination(Place.PROGRAMMES, "sa.developed@2022", "figures")


def test_a_programme_that_nobody_knows_is_told_with_a_way_on(qtbot: QtBot, sit: Sit) -> None:
    screen = viewer(qtbot, sit(), "sa.nothing")
    assert screen.states.sentence.isVisible()
    assert screen.states.sentence.text()


def test_a_criterion_of_an_assessment_leads_to_its_rule_and_back(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    link = named(tab, LawLink, "rule income_below_minimum")
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    still(window)
    assert here(window) == to_rule("sa.developed", "2023-11", "income_below_minimum", number)
    assert window.frame is not None
    screen = window.frame.shown
    assert isinstance(screen, ProgrammesScreen)
    row = row_of(screen, "income_below_minimum")
    assert row.property("chosen") is True
    assert row.unfold is not None
    assert row.unfold.hasFocus()
    QTest.mouseClick(named(screen, QPushButton, "to-assessment"), Qt.MouseButton.LeftButton)
    still(window)
    assert here(window) == Destination(Place.HOUSEHOLD, number, "eligibility")


def test_the_way_into_a_programme_survives_its_destination() -> None:
    for way in (Way(), Way("figures"), Way("text", "old_age/age"), Way("text", "a", "QTF-2026-00001"), Way(file="Q")):
        assert way_of(way.part) == way


def test_the_viewer_follows_another_language(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = viewer(qtbot, window, DEVELOPED)
    window.other_language()
    still(window)
    assert row_of(screen, "vehicles").entry.title == "Wealth standards: vehicles"
    assert screen.header.title.text() == "Developed social-security pension"


@pytest.mark.parametrize("staff", ["researcher.women", "empowerment"])
def test_whoever_reads_files_may_read_the_rules(qtbot: QtBot, sit: Sit, staff: str) -> None:
    window = sit(staff=staff)
    assert window.frame is not None
    assert window.frame.rail.findChild(QPushButton, "place_programmes") is not None
    assert shown_rows(viewer(qtbot, window, DEVELOPED))
