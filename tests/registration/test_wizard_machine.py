"""Whatever happens in whatever order: no event fails, nothing typed is lost, undo is exact, every state can be kept."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from drawn_events import ERRORS, FACTS, LISTS, OBJECTS, WRITTEN
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typing_files import TODAY, begun, example

from desktop.facts.codes import Country
from desktop.facts.describe import Kind
from desktop.facts.vocabulary import vocabulary
from desktop.values.errors import OfficeError
from desktop.values.language import Language
from ui.drafts.shelf import DraftShelf, KeptDraft, new_key
from ui.language.reader import Reader
from ui.screens.registry.registration.slots import MEMBERS
from ui.screens.registry.registration.states import Phase, Step, Wizard, amend
from ui.screens.registry.registration.summary import item_line, member_line, review
from ui.screens.registry.registration.typed import Held, Items, pointer_of, slot_of
from ui.screens.registry.registration.words import place, said, shape_of_fact


class Registering(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.shelf = DraftShelf(Path(self.folder.name), "sara")
        self.key = new_key("registration")
        self.wizard = begun()
        self.past: list[Any] = []
        self.ahead: list[Any] = []

    def teardown(self) -> None:
        self.folder.cleanup()

    @initialize(start=st.sampled_from(["SA", "EG", "amending"]))
    def begin(self, start: str) -> None:
        amending = amend(example(), file_number="QTF-2026-00001", version=3)
        self.wizard = amending if start == "amending" else begun(Country(start))

    def become(self, wizard: Wizard) -> None:
        """The model of the history: what stood there before each change that can be undone."""
        before, after = self.wizard, wizard
        grown = len(after.history.done) - len(before.history.done)
        if after.typed is not before.typed:
            if grown == 1:
                self.past.append(before.typed)
            elif grown == -1:
                assert self.past.pop() == after.typed
            self.ahead = []
        self.wizard = wizard

    def items(self, entity: str) -> list[str]:
        typed = self.wizard.typed
        if entity == "household":
            return ["/household"]
        path = "/".join(vocabulary()[entity].list_path)
        parents = ["/household"] if vocabulary()[entity].parent == "household" else typed.items(MEMBERS)
        lists = [MEMBERS] if entity == "member" else [f"{parent}/{path}" for parent in parents]
        return [item for each in lists for item in typed.items(each)]

    def any_item(self, data: st.DataObject, entity: str) -> str | None:
        found = self.items(entity)
        gone = [f"{MEMBERS}/k99"] if entity == "member" else []
        return data.draw(st.sampled_from(found + gone)) if found + gone else None

    @rule(data=st.data(), fact=st.sampled_from(FACTS), text=WRITTEN)
    def something_is_typed(self, data: st.DataObject, fact: Any, text: str) -> None:
        item = self.any_item(data, fact.entity)
        if item is None:
            return
        slot = item + fact.pointer
        if fact.kind is Kind.REFS:
            self.become(self.wizard.choose(slot, data.draw(st.sampled_from([None, (), ("m1",), ("m2", "o3")]))))
            return
        shape = shape_of_fact(fact)
        if shape.code is not None and data.draw(st.booleans()):
            text = data.draw(st.sampled_from([code.value for code in shape.code]))
        slot += "/1" if fact.kind is Kind.MONEY_BOUNDS else ""
        before = self.wizard
        self.become(before.write(slot, text))
        if before.phase is Phase.TYPING and not before.is_fixed(slot) and item != f"{MEMBERS}/k99":
            kept = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            assert self.wizard.typed.text(slot) == kept
        others = {each: entry for each, entry in before.typed.entries.items() if each != slot}
        assert {each: entry for each, entry in self.wizard.typed.entries.items() if each != slot} == others
        if data.draw(st.booleans()):
            self.become(self.wizard.leave(slot))

    @rule(data=st.data(), which=st.sampled_from([("household", None), *LISTS]))
    def an_item_is_added(self, data: st.DataObject, which: Any) -> None:
        entity, fact = which
        owner = self.any_item(data, entity)
        listed = MEMBERS if fact is None else f"{owner}{fact.pointer}"
        if owner is None:
            return
        before, item = self.wizard, self.wizard.next_item(listed)
        self.become(before.add(listed))
        if self.wizard is not before:
            assert self.wizard.typed.items(listed)[-1] == item
            assert before.typed.entries.items() - {(listed, before.typed.entries.get(listed))} <= (
                self.wizard.typed.entries.items()
            )

    @rule(data=st.data(), entity=st.sampled_from([name for name in vocabulary() if name != "household"]))
    def an_item_is_removed_or_moved(self, data: st.DataObject, entity: str) -> None:
        item = self.any_item(data, entity)
        if item is not None:
            moved = data.draw(st.booleans())
            self.become(self.wizard.move(item, data.draw(st.integers(-1, 3))) if moved else self.wizard.remove(item))

    @rule(data=st.data(), which=st.sampled_from(LISTS), none=st.booleans())
    def a_list_is_said_to_be_empty(self, data: st.DataObject, which: Any, none: bool) -> None:
        owner = self.any_item(data, which[0])
        if owner is not None:
            before = self.wizard.typed.items(owner + which[1].pointer)
            self.become(self.wizard.tell_none(owner + which[1].pointer, none=none))
            assert self.wizard.typed.items(owner + which[1].pointer) == before

    @rule(data=st.data(), fact=st.sampled_from(OBJECTS), asked=st.booleans())
    def something_is_said_to_have_been_asked(self, data: st.DataObject, fact: Any, asked: bool) -> None:
        item = self.any_item(data, fact.entity)
        if item is not None:
            self.become(self.wizard.tell_asked(item + fact.pointer, asked=asked))

    @rule()
    def the_last_change_is_undone(self) -> None:
        before = self.wizard
        self.wizard = before.undo()
        if before.can_undo:
            assert self.wizard.typed == self.past.pop()
            self.ahead.append(before.typed)
            assert self.wizard.redo().typed == before.typed
        else:
            assert self.wizard is before

    @rule()
    def it_is_done_again(self) -> None:
        before = self.wizard
        self.wizard = before.redo()
        if before.can_redo:
            assert self.wizard.typed == self.ahead.pop()
            self.past.append(before.typed)
        else:
            assert self.wizard is before

    @rule(step=st.sampled_from(Step), how=st.sampled_from(["go", "next", "back", "all", "there"]))
    def one_goes_about(self, step: Step, how: str) -> None:
        before = self.wizard
        slots = sorted(before.typed.entries)
        after = {
            "go": lambda: before.go(step),
            "next": before.next,
            "back": before.back,
            "all": lambda: before.show_everything(everything=not before.everything),
            "there": lambda: before.go_to(slots[len(slots) // 2], TODAY),
        }[how]()
        assert after.typed is before.typed
        self.become(after)

    @rule(error=st.sampled_from(ERRORS))
    def the_registry_refuses(self, error: OfficeError) -> None:
        before = self.wizard
        self.become(before.refused(error))
        assert self.wizard.typed is before.typed

    @rule()
    def it_is_submitted(self) -> None:
        before = self.wizard
        self.become(before.submitted(TODAY))
        assert (self.wizard.phase is Phase.SENDING) == (before.phase is Phase.SENDING or before.ready(TODAY))
        assert self.wizard.typed is before.typed

    @precondition(lambda self: self.wizard.phase is Phase.SENDING)
    @rule()
    def it_is_registered(self) -> None:
        assert self.wizard.draft(TODAY) is not None
        self.become(self.wizard.registered("QTF-2026-00009"))
        assert self.wizard.step is Step.DONE

    @rule()
    def it_is_taken_up_again(self) -> None:
        before = self.wizard
        self.become(before.resumed())
        assert self.wizard.typed is before.typed
        assert self.wizard.phase in {Phase.TYPING, Phase.DONE}

    @rule()
    def it_is_kept_and_gone_on_from(self) -> None:
        now = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
        self.shelf.keep(KeptDraft(self.key, "registration", "", None, now, "sara", "أسرة", self.wizard))
        found = self.shelf.find("registration", "")
        assert found is not None
        again = found.content_as(Wizard)
        assert again == self.wizard
        assert hash(again.typed) == hash(self.wizard.typed)
        self.wizard = again

    @invariant()
    def it_can_be_read_back(self) -> None:
        assert msgspec.json.decode(msgspec.json.encode(self.wizard), type=Wizard) == self.wizard

    @invariant()
    def the_history_is_what_happened(self) -> None:
        assert len(self.past) == len(self.wizard.history.done)
        assert self.wizard.reachable(self.wizard.step) or self.wizard.phase is not Phase.TYPING

    @invariant()
    def every_fault_finds_its_field_and_says_what_to_do(self) -> None:
        wizard = self.wizard
        shown = set(wizard.told(TODAY))
        for fault in (*wizard.faults(TODAY), *wizard.doubts(TODAY)):
            assert fault.step is not Step.DONE
            assert all(fault.sentence.said_in(language) for language in Language)
            assert slot_of(wizard.typed, pointer_of(wizard.typed, fault.slot)) == fault.slot
        assert shown <= set(wizard.faults(TODAY))
        assert (wizard.draft(TODAY) is None) == bool(wizard.examined(TODAY).faults)
        if wizard.phase is Phase.SENDING:
            assert wizard.draft(TODAY) is not None

    @invariant()
    def everything_typed_is_shown_and_said(self) -> None:
        wizard, reader = self.wizard, Reader()
        for step in Step:
            assert wizard.completeness(TODAY, step).answered >= 0
        shown = {each.slot for step in Step for group in wizard.groups(TODAY, step) for each in group.fields}
        for slot, entry in wizard.typed.entries.items():
            assert place(wizard.typed, slot).ar
            said(wizard.typed, slot, reader)
            if isinstance(entry, Items) or slot.endswith(("/ref", "/office")):
                continue
            if not isinstance(entry, Held):
                assert slot in shown or wizard.shows(slot, TODAY)
        for section in review(wizard.typed, reader, TODAY):
            assert all(line.words for line in section.lines)
        for entity in vocabulary():
            for item in self.items(entity) if entity not in {"household", "member"} else ():
                assert item_line(wizard.typed, item, reader)
        for member in wizard.typed.items(MEMBERS):
            assert member_line(wizard.typed, member, reader, TODAY)
        wizard.changes()


Registering.TestCase.settings = settings(max_examples=12, stateful_step_count=40, deadline=None)
TestRegistering = Registering.TestCase
