"""Work on the lanes: in order, cancellable, and its answer on the main thread or nowhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.background.lanes import Lane, Lanes, Task


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()
    QApplication.processEvents()


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


def _none(_answer: object) -> None:
    pass


def _fail(error: Exception) -> None:
    raise error


def test_writes_are_done_one_after_another_in_the_order_they_were_asked_for(
    qtbot: QtBot, lanes: Lanes, owner: QObject
) -> None:
    begun: list[int] = []
    at_once: list[int] = []
    running = threading.Semaphore(1)

    def work(number: int) -> int:
        at_once.append(int(running.acquire(blocking=False)))
        begun.append(number)
        time.sleep(0.002)
        running.release()
        return number

    answers: list[int] = []
    for number in range(20):
        lanes.run(Lane.WRITES, lambda _task, n=number: work(n), done=answers.append, failed=_fail, owner=owner)
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert begun == answers == list(range(20))
    assert at_once == [1] * 20


def test_closed_lanes_begin_nothing_that_only_shows_and_lose_no_write_in_silence(
    qtbot: QtBot, lanes: Lanes, owner: QObject
) -> None:
    begun: list[Lane] = []
    lanes.close()
    for lane in set(Lane) - {Lane.WRITES}:
        task = lanes.run(lane, lambda task: begun.append(task.lane), done=_none, failed=_fail, owner=owner)
        assert task.cancelled
    with pytest.raises(RuntimeError):
        lanes.run(Lane.WRITES, lambda task: begun.append(task.lane), done=_none, failed=_fail, owner=owner)
    qtbot.wait(20)
    assert begun == []


def test_answers_and_errors_arrive_on_the_main_thread(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    places: dict[str, threading.Thread] = {}

    def done(_answer: object) -> None:
        places["answer"] = threading.current_thread()

    def failed(_error: Exception) -> None:
        places["error"] = threading.current_thread()

    def work(_task: Task) -> None:
        places["work"] = threading.current_thread()

    lanes.run(Lane.READS, work, done=done, failed=_fail, owner=owner)
    lanes.run(Lane.READS, lambda _task: 1 / 0, done=done, failed=failed, owner=owner)
    qtbot.waitUntil(lambda: len(places) == 3)
    assert places["answer"] is places["error"] is threading.main_thread()
    assert places["work"] is not threading.main_thread()


def test_a_cancelled_read_answers_nobody_and_its_stop_is_called_once(
    qtbot: QtBot, lanes: Lanes, owner: QObject
) -> None:
    begun, go_on, stopped, answers = threading.Event(), threading.Event(), [], []

    def work(task: Task) -> str:
        task.on_cancel(lambda: stopped.append(threading.current_thread()))
        begun.set()
        go_on.wait(5)
        return "late"

    task = lanes.run(Lane.READS, work, done=answers.append, failed=_fail, owner=owner)
    assert begun.wait(5)
    task.cancel()
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: lanes.working == 0)
    assert (len(stopped), answers) == (1, [])


def test_what_is_asked_to_stop_after_it_was_cancelled_stops_at_once(lanes: Lanes, owner: QObject) -> None:
    task = Task(Lane.READS, owner, lambda _progress: None)
    task.cancel()
    stopped: list[int] = []
    task.on_cancel(lambda: stopped.append(1))
    assert stopped == [1]


def test_an_answer_for_a_widget_that_is_gone_goes_nowhere(qtbot: QtBot, lanes: Lanes) -> None:
    go_on, answers = threading.Event(), []
    gone = QObject()
    lanes.run(Lane.READS, lambda _task: go_on.wait(5), done=answers.append, failed=_fail, owner=gone)
    gone.deleteLater()
    del gone
    QApplication.sendPostedEvents(None, 52)  # deferred deletes
    go_on.set()
    qtbot.waitUntil(lambda: lanes.working == 0)
    assert answers == []


def test_a_slow_document_holds_up_neither_reads_nor_writes_nor_drafts(
    qtbot: QtBot, lanes: Lanes, owner: QObject
) -> None:
    go_on, answers = threading.Event(), []
    for _ in range(4):
        lanes.run(Lane.DOCUMENTS, lambda _task: go_on.wait(10), done=lambda _x: None, failed=_fail, owner=owner)
    for lane in (Lane.READS, Lane.WRITES, Lane.OWN):
        lanes.run(lane, lambda _task, lane=lane: lane, done=answers.append, failed=_fail, owner=owner)
    qtbot.waitUntil(lambda: len(answers) == 3)
    go_on.set()
    assert set(answers) == {Lane.READS, Lane.WRITES, Lane.OWN}


def test_closing_waits_for_what_is_being_written_and_not_for_what_is_read(qapp: QApplication, owner: QObject) -> None:
    lanes = Lanes()
    written, stop = [], threading.Event()

    def write(_task: Task) -> None:
        time.sleep(0.05)
        written.append(1)

    def read(task: Task) -> None:
        task.on_cancel(stop.set)
        stop.wait(30)

    lanes.run(Lane.READS, read, done=lambda _x: None, failed=_fail, owner=owner)
    for _ in range(3):
        lanes.run(Lane.WRITES, write, done=lambda _x: None, failed=_fail, owner=owner)
    began = time.monotonic()
    lanes.close()
    assert written == [1, 1, 1]
    assert time.monotonic() - began < 20
    QApplication.processEvents()


def test_progress_is_told_on_the_main_thread_before_the_answer(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    heard: list[object] = []

    def work(task: Task) -> str:
        for step in range(3):
            task.report(step)
        return "done"

    lanes.run(Lane.WRITES, work, done=heard.append, failed=_fail, owner=owner, progress=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard == [0, 1, 2, "done"]


def test_a_signal_may_be_emitted_for_ever(qapp: QApplication) -> None:
    # PySide6 6.12.0 loses a reference to True each time: see docs/decisions/0013-qt-6-11.md.
    lanes = Lanes()
    before = sys.getrefcount(True)
    for _ in range(2_000):
        lanes.busy.emit(True)
    after = sys.getrefcount(True)
    lanes.close()
    assert abs(after - before) < 1_000


def test_the_watch_sees_a_file_a_sleep_and_a_statement_on_the_main_thread(watch, sit, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    window = sit()

    def waits() -> None:
        with window.workplace.seat.office.desk(reading=True):
            pass

    # As if a screen did so: called from the window's own code.
    window.say(lambda _text: waits(), lambda: "")
    found = list(watch.found)
    watch.found.clear()
    assert any(each.startswith("statement") for each in found)
    window.say(lambda _text: time.sleep(0), lambda: "")
    window.say(lambda _text: open("/dev/null").close(), lambda: "")
    kinds = {each.split()[0] for each in watch.found}
    watch.found.clear()
    assert {"time.sleep", "open"} <= kinds
