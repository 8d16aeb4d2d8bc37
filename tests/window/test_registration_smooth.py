"""Typing stays smooth: a key changes its own field, and a large family is looked through beside the main thread."""

from __future__ import annotations

import statistics
import time

from hand import type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from registration_scenes import HEAD, Sit, form, line, push, registration
from stillness import still

from desktop.facts.describe import Kind
from ui.screens.registry.registration.fields import LAYOUT
from ui.screens.registry.registration.relevance import is_list
from ui.screens.registry.registration.slots import fact_at
from ui.screens.registry.registration.states import Wizard
from ui.screens.registry.registration.words import shape_of_fact

MEMBERS = 9
LONGEST = 0.25
"""Seconds that a key may take on a machine on which the whole suite runs; alone it takes a few thousandths."""

_SAID = {Kind.BOOLEAN: "true", Kind.MONEY: "1200", Kind.DATE: "2001-02-03", Kind.INTEGER: "2", Kind.TEXT: "عبد الرحمن"}


def _filled(wizard: Wizard, slot: str) -> Wizard:
    fact = fact_at(slot)
    if fact is None or wizard.typed.text(slot):
        return wizard
    code = shape_of_fact(fact).code if fact.kind is Kind.CODE else None
    text = next(iter(code)).value if code is not None else _SAID.get(fact.kind, "")
    return wizard.write(slot, text) if text else wizard


def _large(wizard: Wizard, today: object) -> Wizard:
    """Nine members with two incomes and two things of property each, and every fact said."""
    for _ in range(MEMBERS - 1):
        wizard = wizard.add("/members")
    for step in LAYOUT:
        for group in wizard.groups(today, step):  # type: ignore[arg-type]
            for each in group.fields:
                wizard = _filled(wizard, each.slot)
            for _ in range(2 if is_list(group.group) and group.listed else 0):
                item = wizard.next_item(group.listed or "")
                wizard = wizard.add(group.listed or "")
                for slot in wizard.fields_of(item, today):  # type: ignore[arg-type]
                    wizard = _filled(wizard, slot)
    return wizard


def test_a_key_in_a_large_family_touches_its_own_field_and_is_over_at_once(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = registration(qtbot, window)
    filling = form(screen).filling
    filling.take(_large(filling.wizard, filling.today))
    push(screen, "step_members")
    still(window)
    field = line(screen, f"{HEAD}/name/given")
    field.setFocus(Qt.FocusReason.TabFocusReason)
    before = {id(each) for each in screen.findChildren(QWidget)}
    took = []
    for letter in "عبدالمحسن" * 3:
        began = time.perf_counter()
        type_text(field, letter)
        QApplication.processEvents()
        took.append(time.perf_counter() - began)
        qtbot.wait(30)
    still(window)
    assert {id(each) for each in screen.findChildren(QWidget)} == before
    assert field.hasFocus()
    assert statistics.median(took) < LONGEST
