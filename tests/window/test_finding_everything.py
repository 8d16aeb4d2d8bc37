"""The search box finds everything: households, papers, decisions, courses and places and opens each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hand import type_text
from household_scenes import Sit, at_office
from paper_scenes import DATA_ENTRY, GRANTED, grant
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from stillness import still

from desktop.bootstrap import open_office
from desktop.casework.queries import decisions
from desktop.database.policy import Section, StaffRole
from desktop.issuing.kinds import PaperKind
from desktop.office import service as office_service
from desktop.office.drafts import StaffDraft
from desktop.values.digits import to_arabic_indic
from desktop.values.isolates import bare
from desktop.values.language import Language, Wording
from ui import paper
from ui.command_line.signing_in import account
from ui.papers.wanted import Wanted, prepared
from ui.screens.casework.decisions import DecisionsTab
from ui.screens.empowerment.courses import CoursesScreen
from ui.screens.issuing.household_documents import HouseholdDocumentsTab
from ui.screens.issuing.issued_documents import IssuedDocumentsScreen
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.shell.destinations import PLACES, Destination, Place
from ui.shell.finding_rows import KIND, SECOND
from ui.shell.findings import SHOWN
from ui.shell.frame import Frame
from ui.shell.place_names import place_names
from ui.shell.window import Window


def frame_of(window: Window) -> Frame:
    assert window.frame is not None
    return window.frame


def look_for(window: Window, text: str) -> list[tuple[str, str, str]]:
    """The rows under the box: the word for the kind, and the two lines."""
    frame = frame_of(window)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text(frame.top.search, text)
    still(window)
    assert frame.finder.isVisible()
    return rows(window)


def rows(window: Window) -> list[tuple[str, str, str]]:
    model = found_list(window).model()
    shown = [model.index(row, 0) for row in range(model.rowCount())]
    return [(bare(each.data(KIND)), bare(each.data()), bare(each.data(SECOND))) for each in shown]


def found_list(window: Window) -> QListView:
    (found,) = frame_of(window).finder.findChildren(QListView)
    return found


def kinds(window: Window) -> list[str]:
    """The words for the kinds, each once, in the order in which they are shown."""
    return list(dict.fromkeys(kind for kind, _, _ in rows(window)))


def enter(window: Window) -> Destination:
    """Where Enter leads."""
    QTest.keyClick(frame_of(window).top.search, Qt.Key.Key_Return)
    still(window)
    here = frame_of(window).here
    assert here is not None
    assert not frame_of(window).finder.isVisible()
    return here


def decide(window: Window) -> str:
    """The number of a decision that a colleague makes."""
    grant(window)
    return at_office(window, lambda desk: decisions(desk, file_number=GRANTED))[0].number


def issue(window: Window) -> str:
    """The serial of a paper that a colleague issues."""
    kind = PaperKind.ASSESSMENT_SHEET
    office, folders = window.workplace.seat.office, window.workplace.folders
    return paper.issue(office, kind=kind, prepare=prepared(Wanted(kind, GRANTED)), folders=folders).answer.serial


@pytest.fixture
def seated(office_file: Path, sit: Sit) -> Callable[[StaffRole], Window]:
    """`seated(role)`: somebody of another role sits in the demonstration office."""

    def sitting(role: StaffRole, language: Language = Language.ENGLISH) -> Window:
        office = open_office(f"sqlite:///{office_file}", staff=account() or "founder")
        with office.desk() as desk:
            name = Wording("نورة", "Noura")
            draft = StaffDraft("noura", name, frozenset({role}), frozenset(Section))
            office_service.appoint(desk, draft=draft)
        office.close()
        return sit(staff="noura", language=language)

    return sitting


@pytest.mark.parametrize("language", list(Language))
def test_a_paper_is_found_by_its_serial_and_opened_in_the_register(sit: Sit, language: Language) -> None:
    window = sit(language=language)
    serial = issue(window)
    arabic = language is Language.ARABIC
    typed = to_arabic_indic(serial) if arabic else serial.lower()
    ((kind, first, second),) = look_for(window, typed)
    assert kind == ("وثيقة" if arabic else "Document")
    assert ("شهادة نتيجة دراسة الأهلية" if arabic else "Eligibility assessment sheet") in first
    assert (to_arabic_indic(serial) if arabic else serial) in first
    assert (to_arabic_indic(GRANTED) if arabic else GRANTED) in second
    assert "ابتسام" in second
    assert enter(window) == Destination(Place.ISSUED_DOCUMENTS, serial)
    screen = frame_of(window).shown
    assert isinstance(screen, IssuedDocumentsScreen)
    assert screen.paper.isVisible()
    assert screen.paper.serial == serial


@pytest.mark.parametrize("language", list(Language))
def test_a_decision_is_found_by_its_number_and_opened_among_its_households_decisions(
    sit: Sit, language: Language
) -> None:
    window = sit(language=language)
    number = decide(window)
    arabic = language is Language.ARABIC
    ((kind, first, second),) = look_for(window, to_arabic_indic(number) if arabic else number)
    assert kind == ("قرار" if arabic else "Decision")
    assert ("قبول" if arabic else "Granted") in first
    assert "ابتسام" in second
    here = enter(window)
    assert (here.place, here.key, here.part) == (Place.HOUSEHOLD, GRANTED, f"decisions#{number}")
    screen = frame_of(window).shown
    assert isinstance(screen, HouseholdScreen)
    assert isinstance(screen.tab, DecisionsTab)


@pytest.mark.parametrize(
    ("language", "typed", "kind"),
    [
        (Language.ARABIC, "ادخال البيانات", "دورة"),
        (Language.ARABIC, to_arabic_indic(DATA_ENTRY), "دورة"),
        (Language.ENGLISH, "data ent", "Course"),
        (Language.ENGLISH, DATA_ENTRY.lower(), "Course"),
    ],
)
def test_a_course_is_found_by_its_words_and_its_code_and_opened(
    sit: Sit, language: Language, typed: str, kind: str
) -> None:
    window = sit(language=language)
    ((word, _, second),) = look_for(window, typed)
    assert word == kind
    assert (to_arabic_indic(DATA_ENTRY) if language is Language.ARABIC else DATA_ENTRY) in second
    assert enter(window) == Destination(Place.EMPOWERMENT, DATA_ENTRY)
    screen = frame_of(window).shown
    assert isinstance(screen, CoursesScreen)
    assert screen.view.course is not None
    assert screen.view.course.code == DATA_ENTRY


@pytest.mark.parametrize("language", list(Language))
def test_a_place_is_found_by_its_name_in_either_language(sit: Sit, language: Language) -> None:
    window = sit(language=language)
    arabic = language is Language.ARABIC
    for typed in ("وثائق", "الوثائق الصادره", "issued doc"):
        found = look_for(window, typed)
        assert found[-1][:2] == (("شاشة", "الوثائق الصادرة") if arabic else ("Screen", "Issued documents"))
        QTest.keyClick(frame_of(window).top.search, Qt.Key.Key_Up)
        assert enter(window) == Destination(Place.ISSUED_DOCUMENTS)


def test_every_place_of_the_navigation_is_called_there_as_it_is_found(sit: Sit) -> None:
    window = sit()
    names = place_names()
    rail = {place for place, facts in PLACES.items() if facts.in_rail}
    assert rail <= set(names)
    for language in (Language.ARABIC, Language.ENGLISH):
        shown = frame_of(window).rail._words()
        assert {place: names[place].said_in(language) for place in rail} == {place: shown[place] for place in rail}
        window.other_language()
        still(window)


def test_a_household_and_a_person_of_it_are_told_apart_in_words(sit: Sit) -> None:
    window = sit()
    found = look_for(window, "ابتسام رضا")
    assert ("أسرة", "ابتسام رضا تقي السواري", to_arabic_indic(GRANTED)) in found
    ((kind, first, second),) = look_for(window, "العنود منصور")
    assert (kind, first) == ("فرد", "العنود منصور هزاع الرويضان")
    assert "أسرة منصور هزاع جابر الرويضان" in second


def test_kinds_stand_in_their_order_and_none_pushes_the_others_out(sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    grant(window)
    issue(window)
    found = look_for(window, "QTF")
    assert len(found) == SHOWN
    assert kinds(window) == ["Household", "Document", "Decision", "Course"]
    shares = [[kind for kind, _, _ in found].count(kind) for kind in kinds(window)]
    # What a kind leaves of its quarter goes to the others.
    assert all(share >= 3 for share in (shares[0], shares[-1])), shares
    assert min(shares) >= 1


def test_a_row_tells_a_screen_reader_its_kind_and_both_its_lines(sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    look_for(window, "data entry")
    accessible = QAccessible.queryAccessibleInterface(found_list(window))
    assert accessible is not None
    said = bare(accessible.child(0).text(QAccessible.Text.Name))
    assert said.startswith("Course: Data entry and office skills leading to a job, ")
    assert DATA_ENTRY in said


def test_the_list_turns_to_the_other_language_while_it_is_open(sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    look_for(window, "data entry")
    window.other_language()
    still(window)
    assert kinds(window) == ["دورة"]
    assert rows(window)[0][1] == "إدخال البيانات ومهارات المكتب المنتهي بالتوظيف"


def test_enter_before_the_search_is_made_waits_for_what_was_typed(sit: Sit) -> None:
    window = sit()
    serial = issue(window)
    look_for(window, "ابتسام")
    frame = frame_of(window)
    frame.top.search.selectAll()
    type_text(frame.top.search, serial)
    assert enter(window) == Destination(Place.ISSUED_DOCUMENTS, serial)


def test_escape_ends_a_search_that_is_under_way(sit: Sit) -> None:
    window = sit()
    frame = frame_of(window)
    frame.search()
    type_text(frame.top.search, "ابتسام")
    QTest.keyClick(frame.top.search, Qt.Key.Key_Escape)
    still(window)
    assert not frame.finder.isVisible()
    assert frame.top.search.text() == ""


def test_who_reads_no_files_finds_places_alone_and_is_told_of_no_error(
    seated: Callable[[StaffRole], Window], sit: Sit
) -> None:
    first = sit()
    number = decide(first)
    serial = issue(first)
    first.close()
    window = seated(StaffRole.ADMINISTRATOR)
    for typed in (serial, number, DATA_ENTRY, "ابتسام", "الأسر", "Issued documents"):
        assert look_for(window, typed) == []
        assert not frame_of(window).banner.isVisible()
    assert [row[:2] for row in look_for(window, "تفضيلات")] == [("Screen", "Preferences")]
    assert enter(window) == Destination(Place.PREFERENCES)


def test_who_may_not_open_the_register_is_led_to_a_paper_in_its_households_file(
    seated: Callable[[StaffRole], Window], sit: Sit
) -> None:
    first = sit()
    serial = issue(first)
    first.close()
    window = seated(StaffRole.AUDITOR)
    assert look_for(window, "issued documents") == []
    assert [kind for kind, _, _ in look_for(window, serial)] == ["Document"]
    assert enter(window) == Destination(Place.HOUSEHOLD, GRANTED, f"documents#{serial}")
    screen = frame_of(window).shown
    assert isinstance(screen, HouseholdScreen)
    assert isinstance(screen.tab, HouseholdDocumentsTab)
    assert screen.tab.issued.serial == serial


def test_who_does_not_see_a_section_finds_nothing_of_it(sit: Sit) -> None:
    first = sit()
    number = decide(first)
    serial = issue(first)
    first.close()
    window = sit(staff="researcher", language=Language.ENGLISH)
    for typed in (serial, number, "sewing", "ابتسام رضا"):
        assert look_for(window, typed) == [], typed
