"""Courses in the window: offered, closed and opened again, cancelled with the reason, and who moves up for whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from household_scenes import Sit, at_office, go, named, type_in
from paper_scenes import DATA_ENTRY, dialog, enrolled, press, takers, with_seats
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.empowerment import service
from desktop.empowerment.states import CourseState
from desktop.values.language import Language
from ui.screens.empowerment.act_form import CancelForm, SeatsForm, WithdrawalForm
from ui.screens.empowerment.courses import CoursesScreen
from ui.screens.empowerment.enrol_form import EnrolForm
from ui.screens.empowerment.offer_form import OfferForm
from ui.screens.empowerment.roster import EnrolmentRow
from ui.shell.destinations import Place
from ui.shell.window import Window


def courses(qtbot: QtBot, window: Window, code: str = "") -> CoursesScreen:
    screen = go(qtbot, window, Place.EMPOWERMENT, code)
    assert isinstance(screen, CoursesScreen)
    return screen


def state(window: Window, code: str = DATA_ENTRY) -> CourseState:
    return at_office(window, lambda desk: service.course(desk, course_code=code)).state


def roster(screen: CoursesScreen) -> list[tuple[str, int | None, int | None]]:
    rows = [each for each in screen.view.findChildren(EnrolmentRow) if each.isVisible()]
    return [(row.enrolment.person.ref, row.enrolment.seat, row.enrolment.waiting_position) for row in rows]


@pytest.mark.parametrize(
    ("language", "words"), [(Language.ARABIC, "لم يُشغل أيٌّ من ٢٠"), (Language.ENGLISH, "None of 20 taken")]
)
def test_a_course_tells_its_seats_in_words_beside_the_bar(
    qtbot: QtBot, sit: Sit, language: Language, words: str
) -> None:
    window = sit(language=language)
    screen = courses(qtbot, window)
    assert screen.list.model.rowCount() == 4
    assert screen.list.choose(DATA_ENTRY)
    QTest.keyClick(screen.list.grid, Qt.Key.Key_Return)
    still(window)
    assert words in screen.view.bar.accessibleName()
    assert screen.findChild(QPushButton, "offer-course") is None
    assert not screen.view.close_.isVisible()


def test_a_new_course_is_offered_with_its_conditions(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment", language=Language.ENGLISH)
    screen = courses(qtbot, window)
    press(qtbot, window, screen, "offer-course")
    form = dialog(qtbot, "offer-form")
    assert isinstance(form, OfferForm)
    press(qtbot, window, form, "do")
    assert form.form.field("/title/ar").shown_fault
    for pointer, text in (
        ("/title/ar", "صيانة الحاسب"),
        ("/title/en", "Computer repair"),
        ("/provider/ar", "معهد المهارات"),
        ("/provider/en", "Skills Institute"),
        ("/place/ar", "سيهات"),
        ("/place/en", "Saihat"),
        ("/code", "QTF-2027-09"),
        ("/seats", "12"),
        ("/starts_on", "2027/03/01"),
        ("/ends_on", "2027/03/20"),
        ("/figures/least_age", "18"),
    ):
        form.form.field(pointer).control().setFocus()
        type_in(form.form.field(pointer).control(), text)
    named(form, QCheckBox, "asks-women").setChecked(True)
    press(qtbot, window, form, "do")
    still(window)
    course = at_office(window, lambda desk: service.course(desk, course_code="QTF-2027-09"))
    assert course.seats == 12
    assert set(course.conditions) == {"age_at_least", "women"}
    assert screen.view.course is not None
    assert screen.view.course.code == "QTF-2027-09"


def test_a_code_that_is_taken_is_refused_and_what_was_typed_stays(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment", language=Language.ENGLISH)
    screen = courses(qtbot, window)
    press(qtbot, window, screen, "offer-course")
    form = dialog(qtbot, "offer-form")
    assert isinstance(form, OfferForm)
    for pointer, text in (
        ("/title/ar", "أ"), ("/title/en", "A"), ("/provider/ar", "أ"), ("/provider/en", "A"), ("/place/ar", "أ"),
        ("/place/en", "A"), ("/code", DATA_ENTRY), ("/seats", "3"), ("/starts_on", "2027/03/01"),
        ("/ends_on", "2027/03/20"),
    ):  # fmt: skip
        form.form.field(pointer).set_typed_text(text)
    press(qtbot, window, form, "do")
    still(window)
    assert form.isVisible()
    assert "is taken" in form.fault.words.text()
    assert form.form.field("/title/en").typed_text() == "A"
    form.reject()


def test_enrolment_is_closed_at_once_and_the_way_back_stays_open(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment")
    screen = courses(qtbot, window, DATA_ENTRY)
    press(qtbot, window, screen, "close-course")
    assert state(window) is CourseState.CLOSED
    assert screen.undo.offered
    assert screen.view.reopen.isVisible()
    assert not screen.view.enrol.isVisible()
    screen.undo.undo.click()
    still(window)
    assert state(window) is CourseState.OPEN


def test_a_course_that_a_colleague_changed_is_not_closed_unseen(qtbot: QtBot, sit: Sit, office_file: Path) -> None:
    window = sit(staff="empowerment", language=Language.ENGLISH)
    screen = courses(qtbot, window, DATA_ENTRY)
    with_seats(office_file, 7)
    press(qtbot, window, screen, "close-course")
    still(window)
    assert state(window) is CourseState.OPEN
    assert screen.view.note.isVisible()
    assert screen.view.course is not None
    assert screen.view.course.seats == 7


def test_a_course_is_cancelled_with_a_reason_alone(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment")
    screen = courses(qtbot, window, DATA_ENTRY)
    press(qtbot, window, screen, "cancel-course")
    form = dialog(qtbot, "cancel-form")
    assert isinstance(form, CancelForm)
    press(qtbot, window, form, "do")
    assert state(window) is CourseState.OPEN
    type_in(form.reason.control(), "اعتذر المدرب")
    press(qtbot, window, form, "do")
    still(window)
    assert state(window) is CourseState.CANCELLED
    assert screen.view.course is not None
    assert screen.view.course.cancelled_because == "اعتذر المدرب"
    assert not screen.view.cancel.isVisible()


def test_more_seats_go_to_those_who_wait(qtbot: QtBot, sit: Sit, office_file: Path) -> None:
    window = sit(staff="empowerment")
    with_seats(office_file, 1)
    (first, one), (second, two) = takers(window)[:2]
    enrolled(window, first, one)
    enrolled(window, second, two)
    screen = courses(qtbot, window, DATA_ENTRY)
    assert [(seat, waits) for _, seat, waits in roster(screen)] == [(1, None), (None, 1)]
    press(qtbot, window, screen, "change-seats")
    form = dialog(qtbot, "seats-form")
    assert isinstance(form, SeatsForm)
    form.seats.set_typed_text("2")
    press(qtbot, window, form, "do")
    still(window)
    assert [(seat, waits) for _, seat, waits in roster(screen)] == [(1, None), (2, None)]


def test_whoever_waits_moves_up_for_one_who_withdraws_and_is_named(qtbot: QtBot, sit: Sit, office_file: Path) -> None:
    window = sit(language=Language.ENGLISH)
    with_seats(office_file, 1)
    (first, one), (second, two) = takers(window)[:2]
    enrolled(window, first, one)
    waiting = enrolled(window, second, two)
    screen = courses(qtbot, window, DATA_ENTRY)
    press(qtbot, window, screen.view, "withdraw")
    form = dialog(qtbot, "withdrawal-form")
    assert isinstance(form, WithdrawalForm)
    type_in(form.reason.control(), "She found work")
    press(qtbot, window, form, "do")
    still(window)
    told = screen.view.note.words.accessibleName()
    assert f"Seat 1 went to {waiting.person.name}" in told
    assert [(ref, seat) for ref, seat, _ in roster(screen)] == [(two, 1)]


def test_somebody_is_found_judged_and_enrolled_from_the_course(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number, ref = takers(window)[0]
    screen = courses(qtbot, window, DATA_ENTRY)
    press(qtbot, window, screen, "enrol")
    form = dialog(qtbot, "enrol-form")
    assert isinstance(form, EnrolForm)
    assert not form.go.isEnabled()
    type_in(form.search, number)
    QTest.keyClick(form.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.findChildren(QRadioButton)), timeout=20_000)
    still(window)
    named(form, QRadioButton, f"member {ref}").setChecked(True)
    press(qtbot, window, form, "do")
    still(window)
    assert [(who, seat) for who, seat, _ in roster(screen)] == [(ref, 1)]
    assert screen.view.note.isVisible()


def test_tab_goes_through_the_form_for_a_new_course_as_one_reads_it(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment", language=Language.ENGLISH)
    screen = courses(qtbot, window)
    press(qtbot, window, screen, "offer-course")
    form = dialog(qtbot, "offer-form")
    assert isinstance(form, OfferForm)
    expected = [field.control() for _, field in form.form.fields()]
    boxes = form.findChildren(QCheckBox)
    reached: list[QWidget | None] = []
    for _ in range(len(expected) + len(boxes) + 6):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(form, Qt.Key.Key_Tab)
    passed = [each for each in reached if each in {*expected, *boxes, form.leave, form.go}]
    assert passed[: len(expected) + len(boxes) + 2] == [*expected, *boxes, form.leave, form.go]
    form.reject()
