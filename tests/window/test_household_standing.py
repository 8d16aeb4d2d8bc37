"""Closing, reopening, sealing and moving a household's file in the real window, each with its reason."""

from __future__ import annotations

from household_scenes import TODAY, Sit, amended, at_office, chips, file_screen, named, numbers, opened, type_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.registry import service
from ui.screens.registry.household_file.standing_acts import Act

WOMENS, GENERAL = 6, 0
"""Places in the list: a file of the women's section, one of the general section."""


def test_closing_asks_for_the_reason_and_keeps_it_in_the_history(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)

    QTest.mouseClick(named(screen, QPushButton, Act.CLOSE.value), Qt.MouseButton.LeftButton)
    assert screen.reason.isVisible()
    assert screen.reason.field.hasFocus()
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    assert screen.reason.fault.isVisible()
    type_in(screen.reason.field, "انتقلت الأسرة إلى مدينة أخرى")
    QTest.keyClick(screen.reason.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    still(window)

    assert opened(window, number).summary.closed_at is not None
    assert not screen.reason.isVisible()
    assert "ملف مغلق" in chips(screen)
    assert not screen.bar.edit_button.isVisible()
    assert named(screen, QPushButton, Act.REOPEN.value).isVisible()


def test_esc_leaves_the_file_as_it_is(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)
    button = named(screen, QPushButton, Act.CLOSE.value)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTest.keyClick(screen.reason.field, Qt.Key.Key_Escape)

    assert not screen.reason.isVisible()
    assert button.hasFocus()
    assert opened(window, number).summary.closed_at is None


def test_a_colleagues_change_in_between_refuses_and_keeps_the_reason(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)
    QTest.mouseClick(named(screen, QPushButton, Act.CLOSE.value), Qt.MouseButton.LeftButton)
    type_in(screen.reason.field, "طلب العائل")
    amended(window, number, reason="رقم جديد", phone="0500000998")

    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    still(window)
    assert screen.reason.fault.isVisible()
    assert screen.reason.reason == "طلب العائل"
    assert opened(window, number).summary.closed_at is None
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    still(window)

    assert opened(window, number).summary.closed_at is not None


def test_sealing_is_offered_to_those_who_may_open_sealed_files(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="supervisor", day=TODAY)
    number = numbers(window)[WOMENS]
    screen = file_screen(qtbot, window, number)

    QTest.mouseClick(named(screen, QPushButton, Act.SEAL.value), Qt.MouseButton.LeftButton)
    type_in(screen.reason.field, "خوفًا على صاحبة الملف")
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    still(window)

    assert opened(window, number).summary.sealed
    assert "ملف مستور" in chips(screen)
    assert named(screen, QPushButton, Act.UNSEAL.value).isVisible()


def test_a_file_moves_to_the_other_section_with_its_reason(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)
    assert not named(screen, QPushButton, Act.SEAL.value).isVisible()

    QTest.mouseClick(named(screen, QPushButton, Act.MOVE.value), Qt.MouseButton.LeftButton)
    type_in(named(screen, QPlainTextEdit, "reason"), "العائلة امرأة")
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    still(window)

    assert opened(window, number).section.value == "women"
    assert "القسم النسوي" in chips(screen)


def test_who_may_only_read_is_offered_nothing_that_changes_the_file(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment")
    screen = file_screen(qtbot, window, numbers(window)[GENERAL])

    assert not screen.bar.edit_button.isVisible()
    assert not any(named(screen, QPushButton, act.value).isVisible() for act in Act)


def test_a_closed_file_is_reopened_with_its_reason(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[GENERAL]
    version = opened(window, number).version
    at_office(
        window, lambda desk: service.close(desk, file_number=number, expected_version=version, reason="انتقلت الأسرة")
    )
    screen = file_screen(qtbot, window, number)

    QTest.mouseClick(named(screen, QPushButton, Act.REOPEN.value), Qt.MouseButton.LeftButton)
    type_in(screen.reason.field, "عادت الأسرة")
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    still(window)

    assert opened(window, number).summary.closed_at is None
