"""The simulation through the real window: by mouse and by keys, in both directions, stopped, refused and exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from household_scenes import Sit, go, named, numbers, type_in, watched
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from simulation_window_scenes import DEVELOPED
from stillness import still
from window_keys import Keys
from window_mouse import Mouse, rolled_to

from desktop.bootstrap import initialise, open_office
from desktop.casework.simulated_data import simulation_as_data
from desktop.database.policy import Section, StaffRole
from desktop.office import service as office
from desktop.office.drafts import OfficeDraft, StaffDraft
from desktop.values.isolates import bare
from desktop.values.language import Language, Wording
from ui.parts.charts.chart import Chart
from ui.screens.casework.simulation.screen import COMPARISON, FAMILIES, OUTCOME, SimulationScreen
from ui.screens.programmes.going import Way
from ui.shell.destinations import Destination, Place
from ui.shell.window import Window


def simulation(qtbot: QtBot, window: Window, key: str = DEVELOPED) -> SimulationScreen:
    screen = go(qtbot, window, Place.SIMULATION, key)
    assert isinstance(screen, SimulationScreen)
    return screen


def written(screen: SimulationScreen, name: str, text: str) -> None:
    """Somebody writes another value of a figure."""
    line = screen.comparison.figures.row(name).field.control()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(line, text)


def chosen_file(window: Window, path: Path) -> None:
    (dialog,) = window.findChildren(QFileDialog, "export-dialog")
    dialog.fileSelected.emit(str(path))
    dialog.close()
    still(window)


def words(screen: SimulationScreen) -> str:
    return bare(screen.note.words.text()) if screen.note.isVisible() else ""


def click_mark(chart: Chart, number: int) -> None:
    rolled_to(chart)
    spot = chart.marks[number].place.center().toPoint()
    QTest.mouseMove(chart, QPoint(spot.x(), spot.y()))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)


def test_by_mouse_a_changed_figure_leads_from_the_charts_to_each_family_and_out_to_files(
    qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    window = sit()
    screen, mouse = simulation(qtbot, window), Mouse(window)
    written(screen, "base", "١٥٠٠")
    written(screen, "increment", "400")
    row = screen.comparison.figures.row("increment")
    assert "ريال شهريًّا" in bare(row.field.foot.text())
    assert bare(row.chip.text()) == "معدَّل"
    mouse.press("simulate")
    still(window)
    assert screen.tabs.current == OUTCOME
    shown = screen.shown
    assert shown is not None
    assert shown.question.figures == {"base": "1500.00", "increment": "400.00"}
    sums = shown.answer.sums.all
    assert sums.families == len(numbers(window)) == sums.gains + sums.loses + sums.same + sums.open
    assert sums.gains
    assert sums.loses
    for kind, count in (("families", sums.families), ("gains", sums.gains), ("loses", sums.loses)):
        assert bare(screen.outcome.figures[kind].figure.text()) == screen.reader.digits(str(count))
    sizes = screen.outcome.groups["size"]
    bars = sizes.chart.marks
    # In Arabic bars grow from the right, and the number is told where the mouse rests.
    assert max(each.place.right() for each in bars) > sizes.chart.width() / 2
    losing = next(number for number, each in enumerate(bars) if each.key[1] == "loses")
    size, _ = bars[losing].key
    click_mark(sizes.chart, losing)
    still(window)
    assert "تتضرر" in bare(bars[losing].words)
    assert screen.tabs.current == FAMILIES
    table = screen.families.table
    assert table is not None
    expected = shown.answer.sums.groups["size"][size].loses
    assert table.model.rowCount() == expected
    assert {table.model.row_at(at).size for at in range(expected)} == {int(size)}
    mouse.choose_row(table.grid, 0)
    still(window)
    said = mouse.words("reasons")
    assert "المعاش" in said
    assert "قبل" in said
    table.exported.emit("csv")
    chosen_file(window, tmp_path / "losers.csv")
    lines = (tmp_path / "losers.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == expected + 1
    mouse.press("export-summary")
    chosen_file(window, tmp_path / "summary.json")
    assert json.loads((tmp_path / "summary.json").read_text(encoding="utf-8")) == simulation_as_data(shown.answer)
    wanted = watched(window)
    opened = table.current
    assert opened is not None
    QTest.keyClick(table.grid, Qt.Key.Key_Return)
    assert wanted == [Destination(Place.HOUSEHOLD, opened.file_number, "eligibility")]
    # Another question leaves what was found, and says that it is of an earlier one.
    screen.comparison.figures.set_all_back()
    assert "لمقارنة سابقة" in words(screen)
    assert screen.shown is shown


def test_from_the_viewer_to_the_cells_of_a_table_which_are_written_checked_and_simulated(
    qtbot: QtBot, sit: Sit
) -> None:
    window = sit()
    go(qtbot, window, Place.PROGRAMMES, "sa.developed@2022", Way("figures", "electricity").part)
    QTest.mouseClick(named(window, QPushButton, "onward electricity"), Qt.MouseButton.LeftButton)
    still(window)
    assert window.frame is not None
    screen = window.frame.shown
    assert isinstance(screen, SimulationScreen)
    form, figures = screen.comparison.form, screen.comparison.figures
    assert form.before.value() == form.against.value() == "sa.developed@2022"
    first = figures.row("electricity[1]").field.control()
    assert first.hasFocus()
    assert not first.visibleRegion().isEmpty()
    written(screen, "electricity[2]", "-4")
    screen.run()
    assert "دعم الكهرباء" in words(screen)
    assert screen.shown is None
    figures.row("electricity[2]").set_back()
    for key in range(1, 8):
        written(screen, f"electricity[{key}]", "٣٠٠")
    screen.run()
    still(window)
    assert screen.shown is not None
    assert screen.shown.question.figures["electricity[7]"] == "300.00"
    assert screen.shown.answer.sums.all.gains
    assert screen.shown.answer.sums.all.loses == 0
    told = simulation_as_data(screen.shown.answer)
    assert told["set"]["electricity[1]"] == "300.00"


def test_by_keyboard_two_versions_are_compared_and_the_charts_are_read_mark_by_mark(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    screen, keys = simulation(qtbot, window), Keys(window)
    keys.choose(screen.comparison.form.before.box, "sa.developed@2022")
    keys.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    still(window)
    shown = screen.shown
    assert shown is not None
    assert (shown.before.version, shown.after.version) == ("2022", "2023-11")
    assert shown.answer.sums.all.loses == 0
    assert "more" in screen.outcome.difference.text()
    chart = screen.outcome.groups["size"].chart
    keys.walk_to(chart)
    assert bare(screen.outcome.groups["size"].reading.text()) == bare(chart.marks[0].words)
    keys.key(Qt.Key.Key_Down)
    assert bare(chart.marks[0].words) not in chart.accessibleName()
    keys.key(Qt.Key.Key_Home)
    assert "1 member" in chart.accessibleName()
    switch = screen.outcome.groups["size"].switch
    keys.walk_to(switch)
    keys.key(Qt.Key.Key_Space)
    still(window)
    table = screen.outcome.groups["size"].findChild(QPushButton, "numbers") or screen.outcome.groups["size"]
    assert "Show the chart" in switch.text()
    assert table.isVisible()
    keys.key(Qt.Key.Key_Space)
    keys.walk_to(chart)
    keys.key(Qt.Key.Key_Return)
    still(window)
    assert screen.tabs.current == FAMILIES
    assert screen.families.table is not None
    assert screen.families.table.grid.hasFocus()


def test_a_simulation_that_is_stopped_keeps_what_was_written_and_may_be_begun_again(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = simulation(qtbot, window)
    written(screen, "base", "1500")
    screen.run()
    assert screen.line.isVisible()
    assert not screen.run_button.isEnabled()
    named(screen, QPushButton, "stop-simulation").click()
    assert "جارٍ الإيقاف" in bare(screen.line.words.text())
    still(window)
    assert screen.shown is None
    assert screen.run_button.isEnabled()
    assert screen.comparison.figures.figures == {"base": "1500.00"}
    screen.run()
    stop = screen._stop
    assert stop is not None
    window.sign_out()
    still(window)
    assert stop.requested


def test_what_cannot_be_asked_is_said_in_one_sentence_at_the_field_and_nothing_is_lost(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = simulation(qtbot, window)
    screen.run()
    assert "عدّل رقمًا" in words(screen)
    written(screen, "base", "-5")
    row = screen.comparison.figures.row("base")
    assert "أقل من الصفر" in bare(row.field.shown_fault)
    screen.run()
    assert "الحد الأدنى الأساسي" in words(screen)
    assert row.field.control().hasFocus()
    written(screen, "base", "1500")
    written(screen, "earned_disregard", "150")
    screen.run()
    assert "أكبر من الكل" in words(screen)
    screen.comparison.figures.row("earned_disregard").back.click()
    written(screen, "family_vehicles", "2.5")
    screen.run()
    assert words(screen)
    screen.comparison.figures.row("family_vehicles").back.click()
    screen.comparison.form.day.set_typed_text("2019-01-01")
    screen.comparison.form.day.changed.emit()
    screen.run()
    assert "لم يكن برنامج" in words(screen)
    screen.comparison.form.day.set_typed_text("كذا")
    screen.run()
    assert "اليوم" in words(screen)
    assert screen.comparison.figures.figures == {"base": "1500.00"}
    # Another law is looked at and left again: what was written for the first is still there.
    screen.comparison.form.against.set_value("sa.developed@2022")
    screen.comparison.form.changed.emit()
    still(window)
    assert screen.comparison.figures.figures == {}
    screen.comparison.form.against.set_value(DEVELOPED)
    screen.comparison.form.changed.emit()
    still(window)
    assert screen.comparison.figures.figures == {"base": "1500.00"}
    assert screen.tabs.current == COMPARISON


def test_an_office_without_files_says_what_to_do(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    initialise(url, staff="owner", office=OfficeDraft("main", Wording("مكتب", "Office"), short_code="MNN"))
    founded = open_office(url, staff="owner")
    with founded.desk() as desk:
        roles, sections = frozenset({StaffRole.SUPERVISOR}), frozenset(Section)
        office.appoint(desk, draft=StaffDraft("head", Wording("رئيس", "Head"), roles, sections))
    founded.close()
    window = sit(url=url, staff="head")
    screen = simulation(qtbot, window)
    written(screen, "base", "1500")
    screen.run()
    still(window)
    assert "سجّل أسرة" in bare(screen.outcomes.sentence.text())


@pytest.mark.parametrize(("staff", "there"), [("researcher.women", True), ("empowerment", False)])
def test_the_screen_is_there_for_who_may_simulate(sit: Sit, staff: str, there: bool) -> None:
    window = sit(staff=staff)
    assert window.frame is not None
    assert (window.frame.rail.findChild(QPushButton, "place_simulation") is not None) is there
