"""Runs over the caseload through the real window: begun, stopped and gone on with, to each file and its reasons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from caseload_window_scenes import SPRING
from household_scenes import Sit, at_office, go, named, numbers
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from stillness import still
from window_keys import Keys
from window_mouse import Mouse, rolled_to

from desktop.bootstrap import initialise, open_office
from desktop.casework.answers import RunStage
from desktop.casework.caseload_runs import RunState, caseload_runs
from desktop.database.policy import Section, StaffRole
from desktop.facts.codes import Outcome
from desktop.office import service as office
from desktop.office.drafts import OfficeDraft, StaffDraft
from desktop.registry import standing
from desktop.registry.queries import open_file
from desktop.values.isolates import bare
from desktop.values.language import Language, Wording
from ui.parts.charts.chart import Chart
from ui.parts.fields.yes_no_field import NO, YES
from ui.parts.table.view import Table
from ui.screens.casework.caseload import reading
from ui.screens.casework.caseload.reading import Reached
from ui.screens.casework.caseload.screen import HOUSEHOLDS, RUN, SUMMARY, CaseloadScreen
from ui.shell.destinations import Place
from ui.shell.window import Window

DEVELOPED, QUICK = ("sa.developed", SPRING), ("sa.exceptional", date(2021, 6, 1))
"""The second has few rules, for where only the way through the screen matters."""


def caseload(qtbot: QtBot, window: Window, ran: tuple[str, date] = DEVELOPED) -> CaseloadScreen:
    screen = go(qtbot, window, Place.CASELOAD)
    assert isinstance(screen, CaseloadScreen)
    screen.setup.form.programme.set_value(ran[0])
    screen.setup.form.day.set_value(ran[1])
    return screen


def words(screen: CaseloadScreen) -> str:
    return bare(screen.note.words.text()) if screen.note.isVisible() else ""


def to_tab(keys: Keys, screen: CaseloadScreen, tab: str) -> None:
    keys.walk_to(named(screen, QPushButton, f"tab_{screen.tabs.current}"))
    keys.key(Qt.Key.Key_Home if tab == RUN else Qt.Key.Key_End)
    keys.still()
    assert screen.tabs.current == tab


def to_first_row(keys: Keys, table: Table) -> None:
    keys.walk_to(table.grid)
    if not table.grid.hasFocus():
        # The headings come before the rows.
        keys.key(Qt.Key.Key_Tab)
    keys.key(Qt.Key.Key_Home)


def click_mark(chart: Chart, key: str) -> None:
    rolled_to(chart)
    (mark,) = (each for each in chart.marks if each.key[0] == key)
    spot = mark.place.center().toPoint()
    QTest.mouseMove(chart, QPoint(spot.x(), spot.y()))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)


def test_by_mouse_a_run_leads_from_its_sums_to_a_family_that_differs_to_its_reasons_and_its_file(
    qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    window = sit()
    closed = numbers(window)[0]
    at_office(
        window,
        lambda desk: standing.close(
            desk, file_number=closed, expected_version=open_file(desk, closed).version, reason="moved away"
        ),
    )
    screen, mouse = caseload(qtbot, window), Mouse(window)
    mouse.press("run-caseload")
    still(window)
    assert screen.tabs.current == SUMMARY
    (record,) = at_office(window, caseload_runs)
    assert (record.state, record.on, record.closed) == (RunState.WHOLE, SPRING, 1)
    assert record.files == len(numbers(window)) - 1
    for outcome in Outcome:
        figure = bare(screen.summary.figures[outcome.value].figure.text())
        assert figure == screen.reader.digits(str(record.outcomes[outcome]))
    assert "مغلق" in screen.summary.more.text()
    click_mark(screen.summary.decisions.chart, "amount")
    still(window)
    assert screen.tabs.current == HOUSEHOLDS
    row = screen.changed.table.model.row_at(0)
    assert row is not None
    assert row.kind.value == "amount"
    mouse.choose_row(screen.changed.table.grid, 0)
    mouse.press("explain")
    still(window)
    found = screen.explained.shown
    assert found is not None
    assert (found.file_number, found.agrees, screen.explained.note.isVisible()) == (row.file_number, True, False)
    assert "المعايير" in mouse.words(screen.explained.sheet.criteria)
    mouse.press("back-to-list")
    assert screen.stack.currentWidget() is screen.lists
    QTest.keyClick(screen.changed.table.grid, Qt.Key.Key_Return)
    still(window)
    assert window.frame is not None
    assert window.frame.shown is not screen
    window.frame.back()
    still(window)
    assert window.frame.shown is screen
    assert screen.changed.table.current == row
    mouse.press("tab_run")
    assert screen.setup.table.model.row_at(0) == record
    for table, name in ((screen.setup.table, "runs"), (screen.changed.table, "changed")):
        table.exported.emit("csv")
        (dialog,) = window.findChildren(QFileDialog, "export-dialog")
        dialog.fileSelected.emit(str(tmp_path / f"{name}.csv"))
        dialog.close()
        still(window)
        assert len((tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()) == 2


def test_by_keyboard_a_fault_is_said_a_trial_keeps_nothing_and_a_kept_run_is_opened_again(
    qtbot: QtBot, sit: Sit
) -> None:
    window = sit(language=Language.ENGLISH)
    screen, keys = caseload(qtbot, window), Keys(window)
    for typed, said in (("2019-01-01", "was not in force"), ("so", "lacks its programme or its day")):
        screen.setup.form.day.set_typed_text(typed)
        screen.run()
        assert said in words(screen)
        assert screen.setup.form.day.line.hasFocus()
    assert not screen.running.busy
    caseload(qtbot, window, QUICK)
    keys.press(screen.setup.form.trial.buttons[YES])
    keys.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    still(window)
    assert "trial" in words(screen)
    assert at_office(window, caseload_runs) == ()
    to_tab(keys, screen, HOUSEHOLDS)
    assert "keeps nothing" in bare(screen.lists.sentence.text())
    to_tab(keys, screen, RUN)
    keys.press(screen.setup.form.trial.buttons[NO])
    keys.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    still(window)
    assert words(screen) == ""
    first = screen.shown
    assert first is not None
    to_tab(keys, screen, RUN)
    to_first_row(keys, screen.setup.table)
    keys.key(Qt.Key.Key_Return)
    still(window)
    again = screen.shown
    assert again is not None
    assert (again.record, again.counts, again.answer) == (first.record, first.counts, None)
    to_tab(keys, screen, HOUSEHOLDS)
    to_first_row(keys, screen.changed.table)
    keys.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    still(window)
    assert screen.explained.shown is not None
    assert screen.explained.back.hasFocus()
    keys.key(Qt.Key.Key_Escape)
    assert screen.stack.currentWidget() is screen.lists
    assert screen.changed.table.grid.hasFocus()


def test_a_run_that_was_stopped_is_gone_on_with_until_it_is_whole(
    qtbot: QtBot, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "TOGETHER", 4)
    window = sit()
    screen = caseload(qtbot, window, QUICK)
    screen.run()
    screen.line.show_reached(Reached(4, 12, RunStage.READING, 2.0, 240.0))
    assert "أسرتان في الثانية · بقيت نحو ٤ دقائق" in bare(screen.line.words.text())
    # After the first four, as somebody who looks on.
    qtbot.waitUntil(lambda: screen.line.bar.value() == 4 and not screen.run_button.isEnabled())
    named(screen, QPushButton, "stop-run").click()
    assert "جارٍ الإيقاف" in bare(screen.line.words.text())
    still(window)
    (stopped,) = at_office(window, caseload_runs)
    assert (stopped.state, stopped.files % 4) == (RunState.STOPPED, 0)
    assert stopped.files < len(numbers(window))
    assert "أُوقفت" in words(screen)
    screen.note.button.click()
    still(window)
    whole = at_office(window, caseload_runs)[0]
    assert (whole.state, whole.kept_before) == (RunState.WHOLE, stopped.files)
    assert whole.files == len(numbers(window))
    assert words(screen) == ""


def test_an_office_without_files_says_what_to_do(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    initialise(url, staff="owner", office=OfficeDraft("main", Wording("مكتب", "Office"), short_code="MNN"))
    founded = open_office(url, staff="owner")
    with founded.desk() as desk:
        roles, sections = frozenset({StaffRole.SUPERVISOR}), frozenset(Section)
        office.appoint(desk, draft=StaffDraft("head", Wording("رئيس", "Head"), roles, sections))
    founded.close()
    window = sit(url=url, staff="head")
    screen = caseload(qtbot, window, QUICK)
    assert "أول دراسة" in bare(screen.setup.table.states.sentence.text())
    screen.run()
    still(window)
    assert "سجّل أسرة" in bare(screen.sums.sentence.text())


def test_the_screen_is_not_there_for_who_may_not_run_the_caseload(sit: Sit) -> None:
    window = sit(staff="empowerment")
    assert window.frame is not None
    assert window.frame.rail.findChild(QPushButton, "place_caseload") is None
