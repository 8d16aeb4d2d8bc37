"""The documents of a household in the window: a draft first, one paper however one clicks, and what follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from household_scenes import Sit, go, named, opened, type_in
from paper_scenes import GRANTED, dialog, documents, enrolled, grant, leave_printer, press, read, register, takers
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.issuing.kinds import PaperKind
from desktop.issuing.records import PaperState
from desktop.issuing.verdicts import VerificationState
from desktop.office.answers import Changes
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui import paper
from ui.paper import Folders
from ui.parts.card import Card
from ui.parts.text import Text
from ui.screens.issuing.household_documents import HouseholdDocumentsTab
from ui.screens.issuing.register_forms import ReprintForm, WithdrawForm
from ui.shell.destinations import Place
from ui.shell.window import Window


def words(tab: HouseholdDocumentsTab, kind: PaperKind) -> str:
    card = named(tab, Card, f"offer {kind.value}")
    return bare(" ".join(each.text() for each in card.findChildren(Text)))


def begun(qtbot: QtBot, window: Window, kind: PaperKind = PaperKind.BENEFIT_STATEMENT) -> HouseholdDocumentsTab:
    """The draft of a paper, drawn."""
    tab = documents(qtbot, window)
    press(qtbot, window, tab, f"issue {kind.value}")
    qtbot.waitUntil(lambda: tab.issuing.preview.pages.count > 0 and tab.issuing.go.isEnabled(), timeout=20_000)
    return tab


def issued(qtbot: QtBot, window: Window) -> HouseholdDocumentsTab:
    tab = begun(qtbot, window)
    press(qtbot, window, tab, "issue")
    leave_printer(qtbot, window)
    return tab


@pytest.mark.parametrize(
    ("language", "lacking"),
    [(Language.ARABIC, "قرار قائم من النوع المطلوب"), (Language.ENGLISH, "No decision of that kind")],
)
def test_a_statement_waits_for_a_decision_and_says_so(qtbot: QtBot, sit: Sit, language: Language, lacking: str) -> None:
    window = sit(language=language)
    tab = documents(qtbot, window)
    assert lacking in words(tab, PaperKind.BENEFIT_STATEMENT)
    assert tab.findChild(QPushButton, "issue benefit_statement") is None
    assert tab.findChild(QPushButton, "issue assessment_sheet") is not None
    grant(window)
    window.workplace.announce(Changes(frozenset({opened(window, GRANTED).id}), frozenset({"decisions"})))
    still(window)
    assert lacking not in words(tab, PaperKind.BENEFIT_STATEMENT)


def test_the_draft_is_seen_before_anything_is_issued_and_cannot_be_printed(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    grant(window)
    tab = begun(qtbot, window)
    assert register(window) == ()
    assert not tab.issuing.preview.print.isVisible()
    assert not tab.issuing.preview.save.isVisible()
    tab.issuing.preview.print_wanted.emit()
    still(window)
    press(qtbot, window, tab, "issue-back")
    assert tab.stack.currentWidget() is tab.states
    assert register(window) == ()


def test_two_clicks_issue_one_paper_whose_file_says_what_the_draft_said(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    window = sit()
    grant(window)
    tab = begun(qtbot, window)
    button = named(tab, QPushButton, "issue")
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    still(window)
    leave_printer(qtbot, window)
    (line,) = register(window)
    assert line.state is PaperState.ISSUED
    assert tab.issuing.serial == line.serial
    assert window.workplace.reader.code(line.serial) in tab.issuing.note.words.text()
    place = tmp_path / "statement.pdf"
    tab.issuing.preview.save_wanted.emit(str(place))
    still(window)
    text = read(place)
    assert line.serial in text
    assert "مسودة" not in text
    assert paper.check(window.workplace.seat.office, place.read_bytes(), folders=window.workplace.folders).state is (
        VerificationState.GENUINE
    )
    press(qtbot, window, tab, "issue-back")
    assert [row.serial for row in tab.papers.model.rows] == [line.serial]  # type: ignore[attr-defined]


def test_the_paper_takes_the_language_and_the_addressee_that_were_chosen(
    qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    window = sit(language=Language.ENGLISH)
    grant(window)
    tab = begun(qtbot, window)
    view = tab.issuing
    QTest.keyClick(view.form.language.control(), Qt.Key.Key_Down)
    popup = view.form.language._popup
    assert popup is not None
    view.form.language._choose("en")
    popup.close()
    view.form.addressed.control().setFocus()
    type_in(view.form.addressed.control(), "Qatif hospital")
    assert not view.go.isEnabled()
    qtbot.waitUntil(view.go.isEnabled, timeout=20_000)
    press(qtbot, window, tab, "issue")
    leave_printer(qtbot, window)
    place = tmp_path / "statement.pdf"
    view.preview.save_wanted.emit(str(place))
    still(window)
    assert "To Qatif hospital" in read(place)
    assert "2026" in read(place)


def test_a_refused_issue_says_why_and_can_be_tried_again(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    window = sit()
    grant(window)
    tab = begun(qtbot, window)
    right = window.workplace.folders
    barred = tmp_path / "a-file"
    barred.write_bytes(b"")
    window.workplace.folders = Folders(barred / "keys", barred / "trust")
    press(qtbot, window, tab, "issue")
    assert tab.issuing.note.isVisible()
    assert tab.issuing.serial is None
    assert register(window) == ()
    window.workplace.folders = right
    press(qtbot, window, tab, "issue")
    leave_printer(qtbot, window)
    assert len(register(window)) == 1


def test_a_file_that_cannot_be_written_is_told_and_the_paper_stays_issued(
    qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    window = sit(language=Language.ENGLISH)
    grant(window)
    tab = issued(qtbot, window)
    tab.issuing.preview.save_wanted.emit(str(tmp_path / "nowhere" / "statement.pdf"))
    still(window)
    assert window.frame is not None
    assert "could not be written" in window.frame.banner.sentence.text()
    assert len(register(window)) == 1


def test_a_copy_leaves_the_office_by_a_reprint_alone_which_asks_why_and_for_whom(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    grant(window)
    tab = issued(qtbot, window)
    press(qtbot, window, tab, "issue-back")
    QTest.keyClick(tab.papers.grid, Qt.Key.Key_Return)
    still(window)
    view = tab.issued
    assert view.preview.pages.count > 0
    assert "byte for byte" in view.note.words.text()
    assert not view.preview.print.isVisible()
    press(qtbot, window, view, "reprint")
    form = dialog(qtbot, "reprint-form")
    assert isinstance(form, ReprintForm)
    press(qtbot, window, form, "do")
    assert form.isVisible()
    assert register(window)[0].copies == 1
    type_in(form.reason.control(), "Lost by the family")
    type_in(form.collector.control(), "علي الأحمد")
    type_in(form.relation.control(), "son")
    press(qtbot, window, form, "do")
    leave_printer(qtbot, window)
    assert register(window)[0].copies == 2
    assert view.preview.print.isVisible()
    press(qtbot, window, view, "issued-back")
    assert "Reprinted once" in tab.papers.model.index(0, 5).data()


def test_a_withdrawn_paper_counts_no_more_and_says_so_at_once(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    grant(window)
    tab = issued(qtbot, window)
    press(qtbot, window, tab, "issue-back")
    tab.papers.activated.emit(tab.papers.model.row_at(0))
    still(window)
    press(qtbot, window, tab.issued, "withdraw")
    form = dialog(qtbot, "withdraw-form")
    assert isinstance(form, WithdrawForm)
    area = form.reason.control()
    assert isinstance(area, QPlainTextEdit)
    type_in(area, "A name was misspelt")
    press(qtbot, window, form, "do")
    still(window)
    (line,) = register(window)
    assert (line.state, line.voided_because) == (PaperState.VOID, "A name was misspelt")
    assert "withdrawn" in tab.issued.note.words.text()
    assert not tab.issued.reprint.isVisible()
    assert not tab.issued.withdraw.isVisible()


def test_the_way_to_a_slip_leads_to_its_draft(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number, ref = takers(window)[0]
    enrolment = enrolled(window, number, ref)
    tab = documents(qtbot, window, number, f"enrolment_slip/{ref}/{enrolment.course.code}")
    still(window)
    assert tab.stack.currentWidget() is tab.issuing
    wanted = tab.issuing.form.wanted()
    assert wanted is not None
    assert (wanted.kind, wanted.member, wanted.course) == (PaperKind.ENROLMENT_SLIP, ref, enrolment.course.code)


def test_another_file_begins_with_its_own_list(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    grant(window)
    tab = begun(qtbot, window)
    go(qtbot, window, Place.HOUSEHOLD, "QTF-2026-00005", "documents")
    assert tab.stack.currentWidget() is tab.states
    assert GRANTED not in {row.file_number for row in tab.papers.model.rows}  # type: ignore[attr-defined]
