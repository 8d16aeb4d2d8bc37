"""What an income would leave a family, in the real window: supposed by typing, as a picture, in words, and on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from casework_scenes import eligibility, registered, stored
from hand import type_text
from household_scenes import Sit, go, named, numbers, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from scene_hands import dialog, until
from stillness import still
from window_scenes import LONG_NAME

from desktop.bootstrap import initialise, open_office
from desktop.casework.better_off import ALL
from desktop.database.policy import Section, StaffRole
from desktop.facts.codes import Country
from desktop.office import service as office
from desktop.office.drafts import OfficeDraft, StaffDraft
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import service as registry
from desktop.values.isolates import bare
from desktop.values.language import Language, Wording
from ui.parts.preview import PrintPreview
from ui.screens.casework.better_off.screen import BetterOffScreen
from ui.shell.destinations import Destination, Place
from ui.shell.window import Window


def supposing(window: Window) -> BetterOffScreen:
    assert window.frame is not None
    assert isinstance(window.frame.shown, BetterOffScreen)
    return window.frame.shown


def told(screen: BetterOffScreen) -> str:
    return bare("\n".join(each.text() for each in shown(screen, QLabel)))


def test_from_the_file_by_the_keyboard_an_income_is_typed_and_the_months_follow(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    number = registered(window)
    before = stored(window, number)
    tab = eligibility(qtbot, window, number)
    tab.ways.job.setFocus()
    QTest.keyClick(tab.ways.job, Qt.Key.Key_Space)
    still(window)
    screen = supposing(window)
    assert screen.form.amount.control().hasFocus()
    assert not screen.months.isVisible()
    assert "No other programme in force" in screen.form.programme.foot.text()
    type_text(screen.form.amount.control(), "400")
    # Each key begins the pause anew: what was typed first is never reckoned.
    until(lambda: screen.months.answer is not None)
    still(window)
    answer = screen.months.answer
    assert answer is not None
    assert answer.job.amount == "400.00"
    assert answer.job.first_month == date(2026, 12, 1)
    assert len(answer.months) == screen.months.table.model.rowCount() == 24
    words = told(screen)
    assert "The support falls by SAR 200.00" in words
    assert "SAR 200.00 more" in screen_figure(screen)
    assert "SAR 4,800.00 more over all 24 months" in words
    chart = screen.months.columns
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "23 Rajab 1448" in chart.accessibleName()
    assert "SAR 200.00 more" in chart.accessibleName()
    assert stored(window, number) == before
    QTest.mouseClick(named(screen, QPushButton, "see-on-paper"), Qt.MouseButton.LeftButton)
    until(lambda: dialog() is not None)
    still(window)
    front = dialog()
    assert front is not None
    preview = front.findChild(PrintPreview)
    assert preview is not None
    assert preview.pages.count > 0
    assert not preview.print.isVisible()
    QTest.mouseClick(named(front, QPushButton, "close-draft"), Qt.MouseButton.LeftButton)


def screen_figure(screen: BetterOffScreen) -> str:
    return bare(screen.months.a_month.figure.text())


def test_what_is_not_wholly_known_stands_within_bounds_and_an_unreadable_amount_is_said(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    go(qtbot, window, Place.BETTER_OFF, LONG_NAME, "sa.developed")
    screen = supposing(window)
    type_text(screen.form.amount.control(), "كثير")
    still(window)
    assert screen.form.amount.shown_fault
    assert screen.result.isVisible()
    screen.form.amount.set_typed_text("")
    type_text(screen.form.amount.control(), "٢٥٠٠")
    until(lambda: screen.months.answer is not None)
    still(window)
    words = told(screen)
    assert "دعم غير مؤكد" in words
    assert "تبلغ إيمان" in words
    assert "زيادة بين" in bare(screen.months.in_all.figure.text())
    marked = [at for at, each in enumerate(screen.months.columns._pillars) if each.marked]
    assert marked == [2]
    QTest.mouseClick(screen.back, Qt.MouseButton.LeftButton)
    still(window)
    assert window.frame is not None
    assert window.frame.here == Destination(Place.HOUSEHOLD, LONG_NAME, "eligibility")


def test_in_egypt_all_programmes_are_reckoned_together_with_what_the_law_says_of_both(
    qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    window = sit(url=egyptian_office(tmp_path), staff="head", language=Language.ENGLISH)
    (number,) = numbers(window)
    go(qtbot, window, Place.BETTER_OFF, number, "eg.karama")
    screen = supposing(window)
    type_text(screen.form.amount.control(), "1200")
    until(lambda: screen.months.answer is not None)
    alone = screen.months.answer
    assert alone is not None
    screen.form.programme.set_value(ALL)
    screen.form.changed.emit()
    until(lambda: screen.months.answer is not alone)
    still(window)
    answer = screen.months.answer
    assert answer is not None
    assert answer.programme == ALL
    # Of Takaful no amount was published: nothing sure is added, and nothing bounds the sum.
    assert answer.months[0].support.least == alone.months[0].support.least
    assert answer.months[0].support.most is None
    words = told(screen)
    assert "Takaful and Karama may be had together" in words
    assert "Karama support: " in words
    assert not screen.paper.isVisible()


def egyptian_office(folder: Path) -> str:
    """An office that holds one household, which has cards of Karama and may have Takaful beside them."""
    url = f"sqlite:///{folder / 'egypt.db'}"
    place = OfficeDraft("unit", Wording("الوحدة الاجتماعية", "Social unit"), Country.EG, short_code="UNT")
    initialise(url, staff="owner", office=place)
    founded = open_office(url, staff="owner")
    roles = frozenset({StaffRole.SUPERVISOR, StaffRole.RESEARCHER})
    with founded.desk() as desk:
        office.appoint(desk, draft=StaffDraft("head", Wording("رئيس", "Head"), roles, frozenset(Section)))
    founded.close()
    book = read_cases(Catalogue().root / "eg.karama" / "2025-04")
    served = open_office(url, staff="head")
    with served.desk() as desk:
        registry.register(desk, draft=household_of(book, book.cases[0]))
    served.close()
    return url
