"""Two windows edit one household, on both databases: who saves second sees what the first saved; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from conftest import PASSWORD, House, at
from hand import type_text
from household_scenes import named
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from registration_scenes import CONTROL, Sit, click, drafts, form, keys, push, registration, write
from stillness import still
from window_house import DAY

from desktop.database.policy import Section
from desktop.facts.reading import read_household
from desktop.registry import queries, service
from desktop.registry.answers import HouseholdAnswer
from desktop.values.isolates import bare
from ui.screens.registry.registration.merging import Side
from ui.screens.registry.registration.screen import RegistrationScreen
from ui.shell.destinations import Place
from ui.shell.window import Window

Open = Callable[[str], RegistrationScreen]
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
PHONE, STREET = "/household/phone", "/household/address/street"


@pytest.fixture
def number(qatif: House) -> str:
    """A registered household, and two researchers."""
    for login in ("sara", "huda"):
        qatif.appoint(login, sections=frozenset({Section.GENERAL, Section.WOMEN}))
    draft = read_household(files("resources").joinpath("contracts", "household.example.json").read_bytes())
    with qatif.desk("sara", clock=at(DAY)) as desk:
        return service.register(desk, draft=draft, take_over=True).answer.file_number


@pytest.fixture
def sits(qtbot: QtBot, sit: Sit, qatif: House, number: str, tmp_path: Path) -> Open:
    """`sits("sara")`: the form of the household in a window of her own."""

    def sitting(login: str) -> RegistrationScreen:
        server = qatif.database.server
        url, folder = qatif.database.url, tmp_path / login
        if server is None:
            window = sit(staff=login, url=url, folder=folder)
        else:
            window = sit(staff=None, url=server.url(qatif.database.name, login, PASSWORD), folder=folder)
            _sign_in(qtbot, window, login)
        return registration(qtbot, window, number)

    return sitting


def _sign_in(qtbot: QtBot, window: Window, login: str) -> None:
    for line, text in ((window.sign_in.login, login), (window.sign_in.password, PASSWORD)):
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        type_text(line, text)
    click(window.sign_in.button)
    qtbot.waitUntil(lambda: window.workplace.taken, timeout=20_000)
    still(window)


def save(qtbot: QtBot, screen: RegistrationScreen, reason: str) -> None:
    """Give the reason of a correction on the last step, and save."""
    window = screen.window()
    assert isinstance(window, Window)
    window.activateWindow()
    QApplication.processEvents()
    push(screen, "step_review")
    card = form(screen).review.amendment
    assert card is not None
    if not card.correction.isChecked():
        click(card.correction)
        card.reason.area.setFocus(Qt.FocusReason.TabFocusReason)
        type_text(card.reason.area, reason)
    push(screen, "submit")
    still(window)


def on_file(qatif: House, number: str) -> HouseholdAnswer:
    with qatif.desk("sara", clock=at(DAY)) as desk:
        return queries.open_file(desk, number)


def place_of(screen: RegistrationScreen) -> Place | None:
    window = screen.window()
    assert isinstance(window, Window)
    assert window.frame is not None
    return window.frame.here.place if window.frame.here is not None else None


def test_two_windows_edit_one_household_and_nobody_s_words_are_lost(
    qtbot: QtBot, sits: Open, qatif: House, number: str, tmp_path: Path
) -> None:
    sara, huda = sits("sara"), sits("huda")
    write(sara, PHONE, "0500099201")
    write(huda, PHONE, "0500099202")
    write(huda, STREET, "شارع النخيل")
    save(qtbot, sara, "اتصلت الأسرة")
    assert place_of(sara) is Place.HOUSEHOLD
    save(qtbot, huda, "زيارة المنزل")

    assert huda.compare.isVisible()
    words = bare("\n".join(each.text() for each in huda.compare.findChildren(QLabel)))
    for said in ("0500099201", "0500099202", "شارع النخيل", "sara"):
        assert said in words.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
    assert huda.compare.compare.undecided == [PHONE]
    assert [draft.about for draft in drafts(tmp_path / "huda", "huda")] == [number]
    push(huda, "save_chosen")
    assert huda.compare.isVisible()

    # The same fact asks; what only one of the two changed is kept from both.
    keys(Qt.Key.Key_Left if huda.layoutDirection() is Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right)
    assert huda.compare.compare.chosen()[PHONE] == Side.MINE
    keys(Qt.Key.Key_Return, CONTROL)
    still(huda.window())
    assert place_of(huda) is Place.HOUSEHOLD
    saved = on_file(qatif, number)
    assert saved.version == 3
    assert str(saved.file.household.phone).endswith("500099202")
    assert saved.file.household.address.street == "شارع النخيل"
    assert drafts(tmp_path / "huda", "huda") == ()


@ON_SQLITE
def test_the_colleague_s_word_may_be_chosen_and_mine_comes_back_by_undoing(
    qtbot: QtBot, sits: Open, qatif: House, number: str
) -> None:
    sara, huda = sits("sara"), sits("huda")
    write(sara, PHONE, "0500099201")
    write(huda, PHONE, "0500099202")
    write(huda, STREET, "شارع النخيل")
    save(qtbot, sara, "اتصلت الأسرة")
    save(qtbot, huda, "زيارة المنزل")
    huda.compare.compare.choose(PHONE, Side.THEIRS)
    push(huda, "save_chosen")
    still(huda.window())
    saved = on_file(qatif, number)
    assert str(saved.file.household.phone).endswith("500099201")
    assert saved.file.household.address.street == "شارع النخيل"


@ON_SQLITE
def test_closing_the_comparison_leaves_the_form_as_it_was_typed(
    qtbot: QtBot, sits: Open, qatif: House, number: str, tmp_path: Path
) -> None:
    sara, huda = sits("sara"), sits("huda")
    write(sara, PHONE, "0500099201")
    write(huda, PHONE, "0500099202")
    save(qtbot, sara, "اتصلت الأسرة")
    typed = form(huda).filling.wizard.typed
    save(qtbot, huda, "زيارة المنزل")
    push(huda, "leave_compare")
    assert form(huda).filling.wizard.typed == typed
    card = form(huda).review.amendment
    assert card is not None
    assert card.reason.typed_text() == "زيارة المنزل"
    assert str(on_file(qatif, number).file.household.phone).endswith("500099201")
    push(huda, "submit")
    still(huda.window())
    assert huda.compare.isVisible()
    huda.window().close()
    (draft,) = drafts(tmp_path / "huda", "huda")
    assert draft.opened_version == 1


def test_what_does_not_meet_is_put_together_without_a_question(
    qtbot: QtBot, sits: Open, qatif: House, number: str
) -> None:
    sara, huda = sits("sara"), sits("huda")
    write(sara, PHONE, "0500099201")
    write(huda, STREET, "شارع النخيل")
    save(qtbot, sara, "اتصلت الأسرة")
    save(qtbot, huda, "زيارة المنزل")
    assert huda.compare.compare.undecided == []
    assert named(huda, type(huda.compare.save), "save_chosen").hasFocus()
    keys(Qt.Key.Key_Space)
    still(huda.window())
    saved = on_file(qatif, number).file.household
    assert str(saved.phone).endswith("500099201")
    assert saved.address.street == "شارع النخيل"
