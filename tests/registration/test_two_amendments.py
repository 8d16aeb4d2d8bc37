"""Two amendments of one file put together: what only one changed is kept, what both changed is asked."""

from __future__ import annotations

import msgspec
import pytest
from typing_files import TODAY, demonstrated, example

from desktop.facts.canonical import canonical
from desktop.facts.household_file import HouseholdFile
from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.screens.registry.registration.merging import Encounter, Side, meet, merged, rebased, version_words
from ui.screens.registry.registration.states import Step, Wizard, amend

NUMBER = "QTF-2026-00001"


def opened() -> Wizard:
    return amend(canonical(example()), file_number=NUMBER, version=1)


def saved(wizard: Wizard) -> HouseholdFile:
    """What the registry keeps of a form."""
    file = wizard.draft(TODAY)
    assert file is not None, [fault.sentence.en for fault in wizard.faults(TODAY)]
    return file


def against(mine: Wizard, theirs: Wizard | HouseholdFile) -> Encounter:
    file = theirs if isinstance(theirs, HouseholdFile) else saved(theirs)
    return meet(mine, file, file_number=NUMBER, version=2)


def fields(wizard: Wizard, name: str) -> list[str]:
    return [wizard.typed.text(f"{item}/{name}") for item in wizard.typed.items("/members")]


def child(wizard: Wizard, name: str) -> Wizard:
    item = wizard.next_item("/members")
    wizard = wizard.add("/members").write(f"{item}/name/given", name).write(f"{item}/role", "child")
    return wizard.write(f"{item}/birth_date", "2020-02-01")


def test_facts_that_only_one_changed_are_both_kept_and_need_no_choice() -> None:
    mine = opened().write("/household/phone", "0500000101")
    theirs = opened().write("/household/address/street", "شارع النخيل")
    met = against(mine, theirs)
    assert {(unit.slot, unit.both) for unit in met.units} == {
        ("/household/phone", False),
        ("/household/address/street", False),
    }
    both = rebased(mine, met, {})
    assert both.typed.text("/household/phone") == "0500000101"
    assert both.typed.text("/household/address/street") == "شارع النخيل"
    assert both.opened is not None
    assert (both.opened.version, both.step) == (2, Step.REVIEW)
    assert [change.slot for change in both.changes()] == ["/household/phone"]


@pytest.mark.parametrize(("side", "phone"), [(Side.MINE, "0500000101"), (Side.THEIRS, "0500000102")])
def test_the_same_fact_changed_by_both_is_asked(side: Side, phone: str) -> None:
    mine = opened().write("/household/phone", "0500000101")
    met = against(mine, opened().write("/household/phone", "0500000102"))
    (unit,) = met.units
    assert unit.both
    said = [version_words(met, each, unit.slot, Reader(arabic_digits=False)) for each in (Side.MINE, Side.THEIRS)]
    assert [bare(words)[-9:] for words in said] == ["500000101", "500000102"]
    assert merged(met, {unit.slot: side}).text("/household/phone").endswith(phone[1:])


def test_my_own_words_come_back_by_undoing_what_was_chosen() -> None:
    mine = opened().write("/household/phone", "0500000101")
    met = against(mine, opened().write("/household/phone", "0500000102"))
    both = rebased(mine, met, {"/household/phone": Side.THEIRS})
    assert both.undo().typed.text("/household/phone") == "0500000101"
    assert both.pristine


def test_two_people_added_by_two_forms_are_both_in_the_household_under_references_of_their_own() -> None:
    mine, theirs = child(opened(), "ليلى"), child(opened(), "سعاد")
    mine = mine.write(f"{mine.typed.items('/members')[-1]}/national_id", "1000990133")
    ref = mine.typed.text(f"{mine.typed.items('/members')[-1]}/ref")
    mine = mine.write("/household/claimant", ref)
    both = rebased(mine, against(mine, theirs), {})
    assert fields(both, "name/given")[-2:] == ["سعاد", "ليلى"]
    refs = fields(both, "ref")
    assert len({*refs}) == len(refs)
    laila = both.typed.items("/members")[-1]
    assert both.typed.text("/household/claimant") == both.typed.text(f"{laila}/ref")
    assert not any(fault.key.startswith("facts.two") for fault in both.faults(TODAY))


def test_somebody_taken_away_by_one_and_written_in_by_the_other_is_asked_as_a_whole() -> None:
    start = child(opened(), "سعاد")
    file = saved(start)
    base = amend(file, file_number=NUMBER, version=1)
    last = base.typed.items("/members")[-1]
    mine = base.write(f"{last}/name/father", "حسن").write(f"{last}/health/chronic", "true")
    met = meet(mine, saved(base.remove(last)), file_number=NUMBER, version=2)
    assert [(unit.slot, unit.both) for unit in met.units] == [(last, True)]
    kept = rebased(mine, met, {last: Side.MINE})
    assert kept.typed.text(f"{last}/name/father") == "حسن"
    gone = rebased(mine, met, {last: Side.THEIRS})
    assert last not in gone.typed.items("/members")
    assert not gone.typed.says(last)
    assert gone.undo().typed.text(f"{last}/name/father") == "حسن"


def test_an_income_told_against_no_income_at_all_is_asked() -> None:
    member = example().members[-1]
    bare_member = msgspec.structs.replace(member, incomes=msgspec.UNSET)
    file = msgspec.structs.replace(example(), members=(*example().members[:-1], bare_member))
    base = amend(canonical(file), file_number=NUMBER, version=1)
    listed = f"{base.typed.items('/members')[-1]}/incomes"
    mine = base.tell_none(listed)
    item = base.next_item(listed)
    theirs = (
        base.add(listed).write(f"{item}/kind", "salary").write(f"{item}/amount", "900").write(f"{item}/period", "month")
    )
    met = meet(mine, saved(theirs), file_number=NUMBER, version=2)
    assert [(unit.slot, unit.both) for unit in met.units] == [(listed, True)]
    assert merged(met, {listed: Side.MINE}).keys(listed) == ()
    assert len(merged(met, {listed: Side.THEIRS}).keys(listed) or ()) == 1


def test_incomes_put_first_by_a_colleague_keep_what_i_wrote_in_theirs() -> None:
    base = next(
        found
        for file in demonstrated()
        if any(
            (found := amend(file, file_number=NUMBER, version=1)).typed.items(f"{item}/incomes")
            for item in found_members(file)
        )
    )
    member = next(item for item in base.typed.items("/members") if base.typed.items(f"{item}/incomes"))
    listed = f"{member}/incomes"
    mine = base.write(f"{base.typed.items(listed)[0]}/payer", "بلدية القطيف")
    item = base.next_item(listed)
    theirs = (
        base.add(listed).write(f"{item}/kind", "salary").write(f"{item}/amount", "50").write(f"{item}/period", "month")
    )
    theirs = theirs.move(item, 0)
    met = meet(mine, saved(theirs), file_number=NUMBER, version=2)
    assert not any(unit.both for unit in met.units)
    both = merged(met, {})
    assert len(both.items(listed)) == len(base.typed.items(listed)) + 1
    assert both.text(f"{base.typed.items(listed)[0]}/payer") == "بلدية القطيف"


def found_members(file: HouseholdFile) -> tuple[str, ...]:
    return amend(file, file_number=NUMBER, version=1).typed.items("/members")


def test_an_order_that_only_one_changed_is_kept_with_what_the_other_added() -> None:
    base = opened()
    first, second = base.typed.items("/members")[:2]
    mine = base.move(second, 0)
    met = against(mine, child(base, "سعاد"))
    both = merged(met, {})
    assert both.items("/members")[:2] == (second, first)
    assert len(both.items("/members")) == len(base.typed.items("/members")) + 1


def test_nothing_that_only_one_side_says_is_ever_lost() -> None:
    """Whatever each of the two changes, the form of both says it, and goes on to be read as a file."""
    for file in demonstrated():
        base = amend(file, file_number=NUMBER, version=1)
        head, last = base.typed.items("/members")[0], base.typed.items("/members")[-1]
        mine = base.write(f"{head}/name/family", "العوامي").write("/household/address/street", "شارع ١")
        theirs = base.write(f"{last}/name/grandfather", "سعيد").write("/household/address/district", "حي ٢")
        met = meet(mine, saved(theirs), file_number=NUMBER, version=2)
        both = rebased(mine, met, {})
        slots = {f"{head}/name/family", "/household/address/street"}
        assert {change.slot for change in both.changes()} == slots
        assert all(both.typed.says(slot) for slot in (*slots, f"{last}/name/grandfather"))
        assert saved(both) is not None
