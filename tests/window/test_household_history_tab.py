"""The history of a household in the real window: all that happened to the file, and the way to each."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from casework_scenes import assessed, decided, registered
from household_scenes import Sit, file_screen, shown, type_in
from paper_scenes import enrolled
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from stillness import still
from thoroughness import TIMES
from window_house import DAY

from desktop.casework import service as casework
from desktop.issuing.kinds import PaperKind
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.paper import Folders, issue
from ui.papers.wanted import Wanted, prepared
from ui.parts.states import State
from ui.screens.casework.decisions import DecisionsTab
from ui.screens.casework.eligibility import EligibilityTab
from ui.screens.empowerment.household_courses import HouseholdCoursesTab
from ui.screens.issuing.household_documents import HouseholdDocumentsTab
from ui.screens.registry.household_file.history import HistoryTab
from ui.screens.registry.household_file.history_entry import HistoryEntryRow
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.screens.registry.household_file.told_history import Subject
from ui.shell.window import Window

COURSE = "QTF-2027-01"
SUBJECTS = [
    Subject.COURSES,
    Subject.DOCUMENTS,
    Subject.NOTICES,
    Subject.DECISIONS,
    Subject.ASSESSMENTS,
    Subject.FACTS,
]
WORDS = {
    Language.ARABIC: (
        "سجّلت منى عبد الله الصقيري التحاق",
        "أصدرت منى عبد الله الصقيري شهادة نتيجة دراسة الأهلية برقم",
        "بلّغت منى عبد الله الصقيري الأسرة بالقرار",
        "أصدرت منى عبد الله الصقيري القرار",
        "درست منى عبد الله الصقيري أهلية الأسرة",
        "سجّلت منى عبد الله الصقيري الملف.",
    ),
    Language.ENGLISH: (
        "Mona Abdullah Al-Suqairi enrolled",
        "Mona Abdullah Al-Suqairi issued eligibility assessment sheet",
        "Mona Abdullah Al-Suqairi told the household of decision",
        "Mona Abdullah Al-Suqairi took decision",
        "Mona Abdullah Al-Suqairi assessed the household",
        "Mona Abdullah Al-Suqairi registered the file.",
    ),
}
LEADS: dict[Subject, tuple[str, type[QWidget]]] = {
    Subject.ASSESSMENTS: ("eligibility", EligibilityTab),
    Subject.DECISIONS: ("decisions", DecisionsTab),
    Subject.NOTICES: ("decisions", DecisionsTab),
    Subject.DOCUMENTS: ("documents", HouseholdDocumentsTab),
    Subject.COURSES: ("empowerment", HouseholdCoursesTab),
}


def lived(window: Window, folder: Path) -> str:
    """The number of a file with one event of each subject, made by a colleague beside the window."""
    number = registered(window)
    assessed(window, number)
    decided(window, number)
    kind = PaperKind.ASSESSMENT_SHEET
    issue(window.workplace.seat.office, kind=kind, prepare=prepared(Wanted(kind, number)), folders=_folders(folder))
    enrolled(window, number, "m1", COURSE)
    return number


def _folders(folder: Path) -> Folders:
    return Folders(folder / "keys", folder / "trust")


def history(qtbot: QtBot, window: Window, number: str) -> tuple[HouseholdScreen, HistoryTab]:
    screen = file_screen(qtbot, window, number, "history")
    assert isinstance(screen.tab, HistoryTab)
    return screen, screen.tab


def rows(tab: HistoryTab) -> list[HistoryEntryRow]:
    return [each for each in tab.findChildren(HistoryEntryRow) if each.isVisible()]


def row_of(tab: HistoryTab, subject: Subject) -> HistoryEntryRow:
    return next(each for each in rows(tab) if each.entry.subject is subject)


@pytest.mark.parametrize("language", Language)
def test_the_history_shows_all_that_happened_the_newest_first(
    qtbot: QtBot, sit: Sit, tmp_path: Path, language: Language
) -> None:
    window = sit(language=language)
    _, tab = history(qtbot, window, lived(window, tmp_path))

    assert [each.entry.subject for each in rows(tab)] == SUBJECTS
    said = [bare(shown(each, QLabel)[0].text()) for each in rows(tab)]
    for sentence, words in zip(said, WORDS[language], strict=True):
        assert sentence.startswith(words)
        assert "researcher" not in sentence


@pytest.mark.parametrize("by_key", [True, False] if TIMES > 1 else [True])  # by mouse too in make soak
def test_each_sentence_leads_to_what_it_is_about(qtbot: QtBot, sit: Sit, tmp_path: Path, by_key: bool) -> None:
    window = sit()
    number = lived(window, tmp_path)
    for subject, (name, kind) in LEADS.items():
        screen, tab = history(qtbot, window, number)
        link = row_of(tab, subject).link
        if by_key:
            link.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(link, Qt.Key.Key_Space)
        else:
            QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        still(window)
        assert screen.strip.current == name, subject
        assert isinstance(screen.tab, kind)


def test_a_version_leads_nowhere_and_a_link_says_of_itself_where_it_leads(
    qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    window = sit()
    _, tab = history(qtbot, window, lived(window, tmp_path))

    assert not row_of(tab, Subject.FACTS).link.isVisible()
    link = row_of(tab, Subject.DECISIONS).link
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert link.accessibleName().startswith("عرض القرار: أصدرت منى عبد الله الصقيري القرار")


def test_the_history_is_filtered_by_subject_and_by_words_together(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    window = sit()
    _, tab = history(qtbot, window, lived(window, tmp_path))

    tab.bar.subjects.setCurrentIndex(tab.bar.subjects.findData(Subject.NOTICES.value))
    still(window)
    assert [each.entry.subject for each in rows(tab)] == [Subject.NOTICES]

    type_in(tab.bar.words, "xyzzy")
    qtbot.waitUntil(lambda: tab.states.state is State.EMPTY, timeout=5_000)
    tab.states.acted.emit()
    still(window)
    assert [each.entry.subject for each in rows(tab)] == SUBJECTS
    assert tab.bar.subject is None


def test_the_subject_stays_chosen_when_the_language_changes(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    window = sit()
    _, tab = history(qtbot, window, lived(window, tmp_path))
    tab.bar.subjects.setCurrentIndex(tab.bar.subjects.findData(Subject.DECISIONS.value))

    window.workplace.prefer(msgspec.structs.replace(window.workplace.preferences, language=Language.ENGLISH))
    still(window)

    assert tab.bar.subjects.currentText() == "Decisions"
    assert [each.entry.subject for each in rows(tab)] == [Subject.DECISIONS]
    assert "took decision" in shown(rows(tab)[0], QLabel)[0].text()


def test_what_is_done_meanwhile_comes_into_the_history_by_itself(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    window = sit()
    number = registered(window)
    _, tab = history(qtbot, window, number)
    assert [each.entry.subject for each in rows(tab)] == [Subject.FACTS]

    window.workplace.write(
        window,
        lambda desk: casework.assess(desk, file_number=number, programme="sa.developed", on=DAY, catalogue=Catalogue()),
        done=lambda _answer: None,
    )
    still(window)

    assert [each.entry.subject for each in rows(tab)] == [Subject.ASSESSMENTS, Subject.FACTS]
