"""What an amendment changes, as sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.values.isolates import isolated
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.screens.registry.registration.changes import Change, ChangeKind
from ui.screens.registry.registration.persons import name_of, role_of
from ui.screens.registry.registration.slots import is_item, list_of, spot
from ui.screens.registry.registration.states import Wizard
from ui.screens.registry.registration.summary import item_line
from ui.screens.registry.registration.typed import Held, Items, Typed
from ui.screens.registry.registration.words import NONE_AT_ALL, place, said


def change_sentences(wizard: Wizard, reader: Reader) -> list[tuple[str, str]]:
    """Each change as a sentence, with the slot where it was made; of what was taken away, that of its list."""
    found = []
    for change in wizard.changes():
        if isinstance(wizard.typed.entries.get(change.slot), Held):
            continue
        slot = list_of(change.slot) if change.kind is ChangeKind.REMOVED else change.slot
        found.append((slot, _sentence(wizard.base, wizard.typed, change, reader)))
    return found


def _sentence(base: Typed, typed: Typed, change: Change, reader: Reader) -> str:
    slot = change.slot
    where = isolated(capitalised(reader.wording(place(base if change.kind is ChangeKind.REMOVED else typed, slot))))
    old, new = (isolated(_said(each, slot, reader)) for each in (base, typed))
    match change.kind:
        case ChangeKind.SAID:
            words = QCoreApplication.translate("ChangeWords", "{place}: {new}; it was not known before")
        case ChangeKind.CHANGED:
            words = QCoreApplication.translate("ChangeWords", "{place}: was {old}, is now {new}")
        case ChangeKind.TAKEN_BACK:
            words = QCoreApplication.translate("ChangeWords", "{place}: {old} is taken back and not known any more")
        case ChangeKind.ADDED:
            words = QCoreApplication.translate("ChangeWords", "Added: {new}")
        case ChangeKind.REMOVED:
            words = QCoreApplication.translate("ChangeWords", "Removed: {old}")
        case ChangeKind.MOVED:
            words = QCoreApplication.translate("ChangeWords", "{place}: in another order")
    return words.format(place=where, old=old, new=new)


def _said(typed: Typed, slot: str, reader: Reader) -> str:
    if isinstance(typed.entries.get(slot), Items) and not typed.keys(slot):
        return reader.wording(NONE_AT_ALL)
    if not is_item(slot):
        return said(typed, slot, reader)
    if not typed.has_item(slot):
        return ""
    found = spot(slot)
    if found is None or found.entity.name != "member":
        whose = "/".join(slot.split("/")[:3])
        line = item_line(typed, slot, reader)
        name = reader.wording(name_of(typed, whose)) if is_item(whose) and whose != slot else ""
        # An item of which nothing is said is called by its place, which names the person already.
        return line if not name or line.startswith(name) else f"{name} · {line}"
    role = role_of(typed, slot)
    return " · ".join([reader.wording(name_of(typed, slot)), *([reader.wording(role)] if role is not None else [])])
