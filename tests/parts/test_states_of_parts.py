"""What stands in the place of contents, and the way back from what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from stage import on_stage

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.states import STOPPABLE_AFTER, State, StateStack
from ui.parts.undo_bar import UndoBar

LookWorn = Callable[..., Reader]


@pytest.fixture
def stack(qtbot: QtBot, look_worn: LookWorn) -> StateStack:
    return on_stage(qtbot, StateStack(QLineEdit()), 500, 300)


def test_what_is_read_within_a_moment_never_flickers(qtbot: QtBot, stack: StateStack) -> None:
    stack.show_loading()
    qtbot.wait(40)
    assert stack.content.isVisible()
    stack.show_content()
    qtbot.wait(120)
    assert stack.content.isVisible()
    assert not stack.sentence.isVisible()


def test_loading_shows_after_a_moment_and_can_be_stopped_after_a_second(qtbot: QtBot, stack: StateStack) -> None:
    stack.show_loading()
    qtbot.waitUntil(stack.sentence.isVisible, timeout=1_000)
    assert not stack.button.isVisible()
    assert stack.sentence.text() == "جارٍ التحميل…"
    qtbot.waitUntil(stack.button.isVisible, timeout=STOPPABLE_AFTER * 3)
    assert stack.bar.isVisible()
    assert stack.button.text() == "إيقاف"
    with qtbot.waitSignal(stack.stopped):
        qtbot.mouseClick(stack.button, Qt.MouseButton.LeftButton)
    assert stack.state is State.CONTENT


def test_nothing_moves_where_the_system_asks_for_none(qtbot: QtBot, look_worn: LookWorn) -> None:
    stack = on_stage(qtbot, StateStack(QLineEdit(), motion=False), 500, 300)
    stack.show_loading()
    qtbot.waitUntil(stack.button.isVisible, timeout=STOPPABLE_AFTER * 3)
    assert not stack.bar.isVisible()
    assert stack.sentence.isVisible()


def test_a_failure_says_what_happened_and_tries_again(qtbot: QtBot, stack: StateStack) -> None:
    stack.show_failed(lambda: "تعذرت القراءة؛ أعد المحاولة.", lambda: "أعد القراءة")
    assert stack.sentence.text() == "تعذرت القراءة؛ أعد المحاولة."
    assert stack.button.text() == "أعد القراءة"
    with qtbot.waitSignal(stack.retry):
        qtbot.keyClick(stack.button, Qt.Key.Key_Space)
    stack.show_offline()
    assert "قاعدة بيانات المكتب" in stack.sentence.text()
    with qtbot.waitSignal(stack.retry):
        qtbot.mouseClick(stack.button, Qt.MouseButton.LeftButton)


def test_the_focus_comes_back_to_where_it_was_in_the_contents(qtbot: QtBot, look_worn: LookWorn) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    first, second = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(second)
    stack = on_stage(qtbot, StateStack(content), 500, 300)
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    stack.show_failed(lambda: "تعذرت القراءة.")
    assert stack.button.hasFocus()
    stack.show_content()
    assert second.hasFocus()


def test_the_sentence_follows_the_language_while_it_stands(
    qtbot: QtBot, stack: StateStack, look_worn: LookWorn
) -> None:
    stack.show_offline()
    look_worn(language=Language.ENGLISH)
    qtbot.waitUntil(lambda: stack.button.text() == "Try again")
    assert stack.sentence.text().startswith("The office’s database cannot be reached")


@pytest.fixture
def bar(qtbot: QtBot, look_worn: LookWorn) -> Iterator[UndoBar]:
    host = QWidget()
    column = QVBoxLayout(host)
    bar, field = UndoBar(host), QLineEdit(host)
    column.addWidget(bar)
    column.addStretch(1)
    column.addWidget(field)
    on_stage(qtbot, host, 500, 300)
    field.setFocus()
    yield bar
    host.close()


def test_what_was_done_can_be_taken_back_once(qtbot: QtBot, bar: UndoBar) -> None:
    taken_back: list[str] = []
    bar.offer(lambda: "أُغلق الملف.", lambda: taken_back.append("closed"))
    assert bar.isVisible()
    assert bar.accessibleName() == "أُغلق الملف."
    qtbot.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert taken_back == ["closed"]
    assert not bar.isVisible()
    assert not bar.offered


def test_the_way_back_closes_after_its_time_but_not_under_the_keyboard(qtbot: QtBot, bar: UndoBar) -> None:
    bar.offer(lambda: "أُغلق الملف.", lambda: None, seconds=0.15)
    bar.undo.setFocus()
    qtbot.waitUntil(bar.undo.hasFocus)
    qtbot.wait(300)
    assert bar.offered
    with qtbot.waitSignal(bar.lapsed, timeout=2_000):
        bar.window().findChild(QLineEdit).setFocus()
    assert not bar.isVisible()


def test_a_second_act_closes_the_way_back_from_the_first(qtbot: QtBot, bar: UndoBar) -> None:
    taken_back: list[str] = []
    bar.offer(lambda: "الأول", lambda: taken_back.append("first"))
    with qtbot.waitSignal(bar.lapsed):
        bar.offer(lambda: "الثاني", lambda: taken_back.append("second"))
    qtbot.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert taken_back == ["second"]


def test_escape_puts_the_offer_away(qtbot: QtBot, bar: UndoBar) -> None:
    bar.offer(lambda: "أُغلق الملف.", lambda: None)
    bar.undo.setFocus()
    with qtbot.waitSignal(bar.lapsed):
        qtbot.keyClick(bar.undo, Qt.Key.Key_Escape)
