"""A household typed into the window's wizard by a hand: every fact in its own field, on its own step.

Who is in the file comes first, then what is known of each, then who is whose father, spouse or provider: nobody can be
pointed at before they are there.
"""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QListWidget
from window_hand import Hand

from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import Property
from ui.screens.registry.registration.fields import LAYOUT, NOT_ENTERED, shown_facts, step_of
from ui.screens.registry.registration.pages.form_view import FormView
from ui.screens.registry.registration.relevance import is_list, list_slot
from ui.screens.registry.registration.slots import HOUSEHOLD, MEMBERS, fact_at, is_item, list_of, owner_of, spot
from ui.screens.registry.registration.states import Wizard
from ui.screens.registry.registration.steps import Step
from ui.screens.registry.registration.told import typed_of
from ui.screens.registry.registration.typed import Items, Text, Typed
from ui.shell.destinations import Place

_POINTS = {Kind.REF, Kind.REFS}
_PLACES = {(group.entity, each.fact): (group, each) for _, group, each in shown_facts()}


def register_by_hand(hand: Hand, file: HouseholdFile) -> tuple[str, dict[str, str]]:
    """Type a household and register it.

    Returns:
        The number of its file, which then stands open, and by reference in `file` the one that the form gave.
    """
    hand.go_to("households")
    hand.press("register")
    hand.find(f"{HOUSEHOLD}/country")
    hand.still()
    typist = _Typist(hand, typed_of(file))
    typist.type_everything()
    hand.press("next_step")
    hand.press("submit")
    frame = hand.window.frame
    assert frame is not None
    hand.until(lambda: frame.here is not None and frame.here.place is Place.HOUSEHOLD, "the file did not open")
    hand.still()
    assert frame.here is not None
    return frame.here.key, typist.refs


class _Typist:
    """Knows at which slot of the form each slot of the file went."""

    def __init__(self, hand: Hand, told: Typed) -> None:
        self.hand, self.told = hand, told
        self.slots = {MEMBERS: MEMBERS}
        self.refs: dict[str, str] = {}
        self.owner = ""

    @property
    def wizard(self) -> Wizard:
        (view,) = (each for each in self.hand.window.findChildren(FormView) if each.isVisible())
        return view.filling.wizard

    def type_everything(self) -> None:
        """Every fact of the file."""
        facts = sorted(self._facts(), key=self._order)
        pointing = [slot for slot, fact in facts if fact is not None and fact.kind in _POINTS]
        plain = [slot for slot, fact in facts if slot not in pointing]
        for slot in [slot for slot in plain if step_of(slot) is Step.HOUSEHOLD]:
            self._put(slot)
        self.hand.press("next_step")
        self._add_members()
        for slot in [slot for slot in plain if step_of(slot) is Step.MEMBERS]:
            self._put(slot)
        for slot in [slot for slot in pointing if step_of(slot) is Step.MEMBERS]:
            self._put(slot)
        self._to_step(Step.HOUSEHOLD)
        for slot in [slot for slot in pointing if step_of(slot) is Step.HOUSEHOLD]:
            self._put(slot)
        for step in (Step.MEANS, Step.CIRCUMSTANCES):
            self._to_step(step)
            for slot in [slot for slot, _ in facts if step_of(slot) is step]:
                self._put(slot)

    def _to_step(self, step: Step) -> None:
        while self.wizard.step is not step:
            self.hand.press("next_step" if step in _after(self.wizard.step) else "back_step")
        self.owner = ""
        self.hand.still()

    def _add_members(self) -> None:
        for at, member in enumerate(self.told.items(MEMBERS)):
            if at:
                self.hand.press("add_member")
            self.slots[member] = self.wizard.typed.items(MEMBERS)[at]
            self._know(member)

    def _know(self, item: str) -> None:
        """Which reference the form gave to somebody whom the file calls otherwise."""
        if self.told.text(f"{item}/ref"):
            self.refs[self.told.text(f"{item}/ref")] = self.wizard.typed.text(f"{self._here(item)}/ref")

    def _facts(self) -> list[tuple[str, Property | None]]:
        found: list[tuple[str, Property | None]] = []
        for slot, entry in self.told.entries.items():
            fact = fact_at(slot)
            if slot == MEMBERS or (fact is not None and (fact.entity, fact.name) in NOT_ENTERED):
                continue
            if isinstance(entry, Items | Text):
                found.append((slot, fact))
        return found

    def _order(self, pair: tuple[str, Property | None]) -> tuple[int, ...]:
        """As the form shows them: by step, whose they are, group, item and field."""
        slot, _ = pair
        step = step_of(slot)
        owners = [*self.told.items(MEMBERS), HOUSEHOLD]
        found, groups = spot(slot), LAYOUT[step]
        if found is None or found.fact is None or (found.entity.name, found.fact.name) not in _PLACES:
            # The list itself comes before its items.
            at = next(
                at for at, each in enumerate(groups) if is_list(each) and slot == list_slot(owner_of(slot), each.entity)
            )
            return list(LAYOUT).index(step), owners.index(owner_of(slot)), at, -1, -1
        group, field = _PLACES[found.entity.name, found.fact.name]
        items = self.told.items(list_of(found.item)) if is_item(found.item) else ()
        return (
            list(LAYOUT).index(step),
            owners.index(owner_of(slot)),
            groups.index(group),
            items.index(found.item) if found.item in items else 0,
            group.fields.index(field),
        )

    def _here(self, slot: str) -> str:
        """The form's slot for one of the file."""
        for start in sorted(self.slots, key=len, reverse=True):
            if slot == start or slot.startswith(f"{start}/"):
                return self.slots[start] + slot.removeprefix(start)
        return slot

    def _put(self, slot: str) -> None:
        self._turn_to(slot)
        entry, fact, here = self.told.entries[slot], fact_at(slot), self._here(slot)
        if not self.wizard.everything and not self._is_asked(here):
            self.hand.press("everything")
        if isinstance(entry, Items) and (fact is None or fact.kind is not Kind.REFS):
            self._put_list(slot, entry, here)
        elif isinstance(entry, Items):
            for ref in entry.keys or ("nobody",):
                self.hand.press(f"{here}:{self.refs.get(ref, ref)}")
        elif isinstance(entry, Text) and fact is not None and self.wizard.typed.text(here) != entry.text:
            self._put_text(fact, here, entry.text)

    def _is_asked(self, here: str) -> bool:
        """Whether the form asks for it of this family; what it does not ask for has to be brought up."""
        found = spot(here)
        if found is not None and is_item(found.item) and list_of(found.item) != MEMBERS:
            return True
        groups = self.wizard.groups(self.hand.window.workplace.seat.today)
        shown = {field.slot for group in groups for field in group.fields} | {group.listed for group in groups}
        return here.removesuffix("_hijri") in shown

    def _put_list(self, slot: str, entry: Items, here: str) -> None:
        if not entry.keys:
            self.hand.press(f"{here}:none")
        for key in entry.keys:
            self.slots[f"{slot}/{key}"] = self.wizard.next_item(here)
            self.hand.press(f"{here}:add")
            self._know(f"{slot}/{key}")

    def _put_text(self, fact: Property, here: str, text: str) -> None:
        if fact.kind is Kind.BOOLEAN:
            self.hand.press(f"{here}:{text}")
            return
        # A birth is typed where births are, in the calendar of the family's own paper.
        name = here.removesuffix("_hijri")
        if isinstance(self.hand.find(name), QComboBox):
            self.hand.choose(name, self.refs.get(text, text) if fact.kind is Kind.REF else text)
        else:
            self.hand.write(name, text)

    def _turn_to(self, slot: str) -> None:
        """Choose whoever the slot belongs to."""
        owner = self._here(owner_of(slot))
        if step_of(slot) is Step.HOUSEHOLD or owner == self.owner:
            return
        owners = self.hand.find("owners")
        assert isinstance(owners, QListWidget)
        slots = [*self.wizard.typed.items(MEMBERS), HOUSEHOLD]
        self.hand.choose_row("owners", slots.index(owner))
        self.owner = owner


def _after(step: Step) -> tuple[Step, ...]:
    steps = tuple(Step)
    return steps[steps.index(step) + 1 :]
