"""The register in the window: found, narrowed, checked against a paper that somebody brought, its gaps explained."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from household_scenes import Sit, at_office, go, type_in
from paper_scenes import GRANTED, dialog, enrolled, grant, press, register, takers
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.issuing import service
from desktop.issuing.kinds import PaperKind
from desktop.issuing.letterhead import blank_issue
from desktop.issuing.records import IssuedDocument, PaperState
from desktop.issuing.signing_keys import key_at_hand
from desktop.office.desk import Desk
from desktop.values.language import Language
from ui import paper
from ui.papers.wanted import Wanted, prepared
from ui.screens.issuing.issued_documents import IssuedDocumentsScreen
from ui.screens.issuing.unfinished_form import UnfinishedForm
from ui.shell.destinations import Place
from ui.shell.window import Window


def issue(window: Window, kind: PaperKind = PaperKind.ASSESSMENT_SHEET, number: str = GRANTED) -> paper.PaperIssued:
    """A colleague issues a paper, with the keys of this machine."""
    wanted = Wanted(kind, number)
    office, folders = window.workplace.seat.office, window.workplace.folders
    return paper.issue(office, kind=kind, prepare=prepared(wanted), folders=folders)


def lost(window: Window) -> str:
    """A serial that a machine took two hours ago and never finished."""
    folders = window.workplace.folders
    assert folders is not None

    def work(desk: Desk) -> str:
        key = key_at_hand(desk, folder=folders.keys)
        draft = prepared(Wanted(PaperKind.ASSESSMENT_SHEET, GRANTED))(desk, blank_issue(desk))
        return service.reserve(desk, draft=draft, key=key).answer.serial

    serial = at_office(window, work)
    earlier = window.workplace.seat.office
    with earlier.engine.begin() as connection:
        triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'issued_documents'"
        kept = connection.exec_driver_sql(triggers).fetchall()
        for name, _ in kept:
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        row = connection.execute(
            IssuedDocument.__table__.select().where(IssuedDocument.__table__.c.serial == serial)
        ).one()
        connection.execute(
            IssuedDocument.__table__.update()
            .where(IssuedDocument.__table__.c.serial == serial)
            .values(reserved_at=row.reserved_at - timedelta(hours=2))
        )
        for _, sql in kept:
            connection.exec_driver_sql(sql)
    return serial


def screen_of(qtbot: QtBot, window: Window, key: str = "") -> IssuedDocumentsScreen:
    screen = go(qtbot, window, Place.ISSUED_DOCUMENTS, key)
    assert isinstance(screen, IssuedDocumentsScreen)
    qtbot.waitUntil(lambda: not screen.pages.reading, timeout=20_000)
    still(window)
    return screen


def serials(screen: IssuedDocumentsScreen) -> list[str]:
    rows = (screen.pages.row_at(at) for at in range(screen.pages.rowCount()))
    return [row.serial for row in rows if row is not None]


def test_the_newest_paper_stands_first_and_a_serial_is_found_by_its_end(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    first, second = issue(window).answer.serial, issue(window).answer.serial
    screen = screen_of(qtbot, window)
    assert serials(screen) == [second, first]
    screen.search.setFocus()
    type_in(screen.search, "٠٠٠٠٠١-")
    qtbot.waitUntil(lambda: serials(screen) == [first], timeout=20_000)
    QTest.keyClick(screen.search, Qt.Key.Key_Return)
    still(window)
    assert screen.paper.serial == first
    assert screen.paper.preview.pages.count > 0


def test_the_list_is_narrowed_by_what_is_chosen_above_it(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number, ref = takers(window)[0]
    enrolled(window, number, ref)
    slip = issue(window, PaperKind.ENROLMENT_SLIP, number).answer.serial
    sheet = issue(window).answer.serial
    at_office(window, lambda desk: service.void(desk, serial=sheet, reason="خطأ"))
    screen = screen_of(qtbot, window)

    def choose(key: str, value: str) -> None:
        box: QComboBox = screen.list.filter.boxes[key]
        box.setCurrentIndex(box.findData(value))

    choose("kind", "enrolment_slip")
    qtbot.waitUntil(lambda: serials(screen) == [slip], timeout=20_000)
    choose("kind", "")
    choose("state", "void")
    qtbot.waitUntil(lambda: serials(screen) == [sheet], timeout=20_000)
    choose("state", "")
    choose("day", "0")
    qtbot.waitUntil(lambda: serials(screen) == [sheet, slip], timeout=20_000)


@pytest.mark.parametrize(
    ("language", "genuine", "changed"),
    [(Language.ARABIC, "صادرة فعلًا", "غُيّر رمز التحقق"), (Language.ENGLISH, "was indeed issued", "differs from what")],
)
def test_a_scanned_code_is_told_genuine_or_not_in_words(
    qtbot: QtBot, sit: Sit, language: Language, genuine: str, changed: str
) -> None:
    window = sit(language=language)
    text = issue(window).answer.qr_text
    screen = screen_of(qtbot, window)
    press(qtbot, window, screen, "check-document")
    checking = screen.checking
    checking.text.setText(text)
    checking.text.textEdited.emit(text)
    press(qtbot, window, checking, "check")
    assert genuine in checking.note.words.text()
    assert checking.see.isVisible()
    altered = text[:-8] + ("AAAAAAAA" if not text.endswith("AAAAAAAA") else "BBBBBBBB")
    checking.check(altered)
    still(window)
    assert changed in checking.note.words.text()
    assert not checking.see.isVisible()
    assert not checking.facts.isVisible()


def test_a_file_is_checked_and_leads_to_its_line_in_the_register(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    window = sit(language=Language.ENGLISH)
    done = issue(window)
    own, other = tmp_path / "own.pdf", tmp_path / "other.pdf"
    own.write_bytes(done.pdf)
    other.write_bytes(done.pdf.replace(b"/Creator", b"/Creatar", 1))
    screen = screen_of(qtbot, window)
    press(qtbot, window, screen, "check-document")
    press(qtbot, window, screen.checking, "check-file")
    chooser = dialog(qtbot, "check-dialog")
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(other))
    chooser.reject()
    still(window)
    assert "not as the office sealed it" in screen.checking.note.words.text()
    screen.checking.check(own)
    still(window)
    assert "was indeed issued" in screen.checking.note.words.text()
    press(qtbot, window, screen.checking, "check-look")
    assert screen.paper.serial == done.answer.serial
    screen.checking.check(tmp_path / "nowhere.pdf")
    still(window)
    assert "could not be read" in screen.checking.note.words.text()


def test_a_serial_that_came_to_nothing_is_shown_and_explained(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    serial = lost(window)
    screen = screen_of(qtbot, window)
    assert "serial was reserved and never finished" in screen.note.words.text()
    screen.note.button.click()
    form = dialog(qtbot, "unfinished-form")
    assert isinstance(form, UnfinishedForm)
    assert serial in form.serials.accessibleName()
    press(qtbot, window, form, "do")
    assert register(window)[0].state is PaperState.RESERVED
    type_in(form.reason.control(), "The power failed")
    press(qtbot, window, form, "do")
    still(window)
    (line,) = register(window)
    assert (line.serial, line.state, line.voided_because) == (serial, PaperState.VOID, "The power failed")
    assert not screen.note.isVisible()


def test_a_serial_as_destination_opens_its_paper_and_an_unknown_one_says_so(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    grant(window)
    done = issue(window, PaperKind.BENEFIT_STATEMENT)
    screen = screen_of(qtbot, window, done.answer.serial)
    assert screen.paper.preview.pages.count > 0
    assert screen.paper.note.isVisible()
    screen_of(qtbot, window, "QTF-1448-000099-2")
    assert "not the number of a paper" in screen.paper.preview.states.sentence.text()


def test_an_empty_register_says_where_papers_are_issued(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = screen_of(qtbot, window)
    assert "ملف الأسرة" in screen.list.states.sentence.text()
