"""A file is amended in the window: opened at a fact, its changes told as sentences, since when and why asked."""

from __future__ import annotations

import pytest
from hand import type_text
from household_scenes import amended, at_office
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from registration_scenes import CONTROL, Sit, click, focused, form, keys, line, push, registration, write
from stillness import still
from window_house import DAY

from desktop.office.answers import Changes
from desktop.registry import queries
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.shell.destinations import Place

ELIGIBLE = "QTF-2026-00010"
STREET = "/household/address/street"


def test_a_pointer_opens_the_field_of_its_fact(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = registration(qtbot, window, ELIGIBLE, "/members/2/birth_date")
    assert focused() == f"{form(screen).filling.wizard.typed.items('/members')[2]}/birth_date"
    registration(qtbot, window, ELIGIBLE, "/household/dwelling/tenure")
    assert focused() == "/household/dwelling/tenure"
    registration(qtbot, window, ELIGIBLE, "/members/0/incomes")
    head = form(screen).filling.wizard.typed.items("/members")[0]
    assert focused() == f"{head}/incomes:none"


def test_number_country_and_section_are_shown_and_not_changed(qtbot: QtBot, sit: Sit) -> None:
    screen = registration(qtbot, sit(), ELIGIBLE)
    assert line(screen, "/household/file_number").isReadOnly()
    assert focused() == "/household/applied_on"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ARABIC, "الشارع: كان شارع الجامعة فأصبح شارع الورد"),
        (Language.ENGLISH, "Street: was شارع الجامعة, is now شارع الورد"),
    ],
)
def test_changes_are_told_as_sentences_that_lead_to_their_fields(
    qtbot: QtBot, sit: Sit, language: Language, words: str
) -> None:
    screen = registration(qtbot, sit(language=language), ELIGIBLE)
    write(screen, STREET, "شارع الورد")
    push(screen, "step_review")
    card = form(screen).review.amendment
    assert card is not None
    assert words in bare(card.changes.toPlainText())
    card.changes.setFocus(Qt.FocusReason.TabFocusReason)
    keys(Qt.Key.Key_Tab)
    card.changes.followed.emit(STREET)
    assert focused() == STREET


def test_a_change_of_circumstances_asks_since_when_and_why(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = registration(qtbot, window, ELIGIBLE)
    push(screen, "step_review")
    push(screen, "submit")
    card = form(screen).review.amendment
    assert card is not None
    assert card.fault.isVisible()
    push(screen, "step_household")
    write(screen, STREET, "شارع الورد")
    push(screen, "step_review")
    still(window)
    push(screen, "submit")
    assert focused() == "changed_since"
    click(card.changed_since)
    push(screen, "submit")
    assert focused() == "since"
    assert card.since.shown_fault
    type_text(card.since.line, "2030-01-01")
    push(screen, "submit")
    assert card.since.shown_fault
    card.since.line.selectAll()
    type_text(card.since.line, "2026-11-01")
    push(screen, "submit")
    assert focused() == "reason"
    type_text(card.reason.area, "انتقلت الأسرة")
    keys(Qt.Key.Key_Return, CONTROL)
    still(window)
    assert window.frame is not None
    assert window.frame.here is not None
    assert (window.frame.here.place, window.frame.here.key) == (Place.HOUSEHOLD, ELIGIBLE)
    entry = at_office(window, lambda desk: queries.history(desk, ELIGIBLE))[0]
    assert (entry.version, entry.reason, str(entry.effective_from)) == (2, "انتقلت الأسرة", "2026-11-01")
    assert DAY.isoformat() > "2026-11-01"


def test_a_file_that_changed_before_anything_was_typed_is_read_anew(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = registration(qtbot, window, ELIGIBLE)
    changed = amended(window, ELIGIBLE, reason="اتصلت الأسرة", phone="0500099401")
    window.workplace.announce(Changes(frozenset({changed.id}), frozenset({"household"})))
    still(window)
    qtbot.waitUntil(lambda: screen.view is not None, timeout=5_000)
    opened = form(screen).filling.wizard.opened
    assert opened is not None
    assert opened.version == 2
    assert form(screen).filling.wizard.typed.text("/household/phone").endswith("500099401")
