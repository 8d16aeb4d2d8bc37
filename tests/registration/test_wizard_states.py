"""The wizard's states: nobody is held at a question, nothing typed is lost, and each fault appears in its time."""

from __future__ import annotations

import pytest
from msgspec import UNSET
from typing_files import TODAY, begun, example, typed_in

from desktop.facts.codes import Role
from desktop.values.errors import Faults, OfficeError, Unreachable
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.language.reader import Reader
from ui.screens.registry.registration.changes import Change, ChangeKind
from ui.screens.registry.registration.examination import Weight
from ui.screens.registry.registration.persons import persons
from ui.screens.registry.registration.states import Phase, Step, Wizard, amend
from ui.screens.registry.registration.summary import item_line, member_line, review

HEAD = "/members/k1"


def family() -> Wizard:
    """A mother and a child."""
    wizard = begun().write(f"{HEAD}/name/given", "فاطمة").write(f"{HEAD}/sex", "female").add("/members")
    child = wizard.typed.items("/members")[1]
    wizard = wizard.write(f"{child}/name/given", "خالد").write(f"{child}/role", "child").write(f"{child}/sex", "male")
    return wizard.write(f"{child}/mother", "m1").write(f"{child}/birth_date", "2014-03-01")


def test_a_new_form_knows_its_office_and_its_head_and_nothing_else() -> None:
    draft = begun().draft(TODAY)
    assert draft is not None
    assert (draft.household.country.value, draft.household.office) == ("SA", "qatif")
    (head,) = draft.members
    assert head.role is Role.HEAD
    assert (head.incomes, head.sex, head.lives_in_dwelling, draft.household.applied_on) == (UNSET,) * 4


def test_steps_are_walked_in_any_order_with_questions_open() -> None:
    wizard = begun()
    walked = [wizard.step]
    while wizard.next() is not wizard:
        wizard = wizard.next()
        walked.append(wizard.step)
    assert walked == [Step.HOUSEHOLD, Step.MEMBERS, Step.MEANS, Step.CIRCUMSTANCES, Step.REVIEW]
    assert wizard.back().step is Step.CIRCUMSTANCES
    assert wizard.go(Step.MEMBERS).step is Step.MEMBERS
    assert wizard.go(Step.DONE) is wizard
    assert [step for step in Step if wizard.reachable(step)] == walked


def test_what_a_field_lacks_is_told_when_it_is_left_and_what_a_step_lacks_when_that_is() -> None:
    wizard = begun().add("/members")
    child = wizard.typed.items("/members")[1]
    assert wizard.told(TODAY) == ()
    assert [fault.slot for fault in wizard.leave(f"{child}/role").told(TODAY)] == [f"{child}/role"]
    assert [fault.slot for fault in wizard.go(Step.MEMBERS).next().told(TODAY)] == [f"{child}/role"]


def test_nobody_is_corrected_in_the_middle_of_a_word() -> None:
    wizard = begun().write("/household/applied_on", "14")
    assert wizard.told(TODAY) == ()
    assert [fault.slot for fault in wizard.leave("/household/applied_on").told(TODAY)] == ["/household/applied_on"]


def test_words_typed_in_one_field_are_undone_together_and_come_back_together() -> None:
    start = begun()
    typed = start
    for text in ("ف", "فا", "فاطمة"):
        typed = typed.write(f"{HEAD}/name/given", text)
    typed = typed.leave(f"{HEAD}/name/given").write("/household/phone", "0500000001")
    once = typed.undo()
    assert once.typed.text(f"{HEAD}/name/given") == "فاطمة"
    twice = once.undo()
    assert twice.typed == start.typed
    assert twice.can_undo is False
    assert twice.undo() is twice
    assert twice.redo().redo().typed == typed.typed
    assert twice.redo().write("/household/phone", "0500000002").can_redo is False


def test_a_word_typed_back_leaves_no_trace_and_never_joins_the_change_before_it() -> None:
    slot = "/household/phone"
    wizard = begun().write(slot, "1").leave(slot).write(slot, "2").write(slot, "1").write(slot, "3")
    assert wizard.undo().typed.text(slot) == "1"
    assert wizard.undo().undo().pristine


def test_undoing_goes_to_the_step_where_it_was_typed() -> None:
    wizard = begun().go(Step.MEANS).write("/household/vehicles", "1").leave("/household/vehicles").go(Step.REVIEW)
    assert wizard.undo().step is Step.MEANS


def test_a_key_is_never_given_twice() -> None:
    wizard = begun().add("/members")
    first = wizard.typed.items("/members")[1]
    again = wizard.undo().add("/members")
    assert again.typed.items("/members")[1] != first


def test_an_emptied_list_is_unknown_until_somebody_says_that_there_is_nothing() -> None:
    wizard = begun()
    income = wizard.next_item(f"{HEAD}/incomes")
    wizard = wizard.add(f"{HEAD}/incomes").remove(income)
    assert wizard.typed.keys(f"{HEAD}/incomes") is None
    none = wizard.tell_none(f"{HEAD}/incomes")
    assert none.typed.keys(f"{HEAD}/incomes") == ()
    assert none.tell_none(f"{HEAD}/incomes", none=False).typed.keys(f"{HEAD}/incomes") is None
    some = none.add(f"{HEAD}/incomes")
    assert some.tell_none(f"{HEAD}/incomes") is some


def test_who_is_removed_is_nobodys_mother_any_more_and_undoing_brings_all_back() -> None:
    wizard = family()
    child = wizard.typed.items("/members")[1]
    wizard = wizard.choose(f"{HEAD}/spouses", ("m2",)).write("/household/payee/ref", "m1")
    without = wizard.remove(HEAD)
    assert without.typed.text(f"{child}/mother") == ""
    assert without.typed.text("/household/payee/ref") == ""
    assert [person.ref for person in persons(without.typed)] == ["m2"]
    assert without.undo().typed == wizard.typed
    assert wizard.remove(child).typed.keys(f"{HEAD}/spouses") is None


def test_the_last_member_stays() -> None:
    assert begun().remove(HEAD).typed.items("/members") == (HEAD,)


def test_members_are_put_in_the_order_that_the_family_gives() -> None:
    wizard = family()
    head, child = wizard.typed.items("/members")
    assert wizard.move(child, 0).typed.items("/members") == (child, head)
    assert wizard.move(head, 99).typed.items("/members") == (child, head)


def test_an_event_at_a_place_that_is_gone_changes_nothing_and_one_at_no_place_is_a_fault_of_the_program() -> None:
    wizard = family()
    child = wizard.typed.items("/members")[1]
    gone = wizard.remove(child)
    for late in (
        gone.write(f"{child}/name/given", "x"),
        gone.choose(f"{child}/spouses", ()),
        gone.add(f"{child}/incomes"),
        gone.remove(child),
        gone.move(child, 0),
        gone.tell_none(f"{child}/incomes"),
        gone.tell_asked(f"{child}/work"),
    ):
        assert late is gone
    for slot in ("/household/colour", "/members/k1/ref", "/household/office", "/members/k1/work", "/members"):
        with pytest.raises(KeyError):
            wizard.write(slot, "x")


def test_submitting_what_is_not_ready_goes_to_the_first_fault_and_tells_all() -> None:
    wizard = begun().write("/household/phone", "05").add("/members").go(Step.REVIEW)
    stopped = wizard.submitted(TODAY)
    assert (stopped.phase, stopped.step) == (Phase.TYPING, Step.MEMBERS)
    assert [fault.weight for fault in stopped.told(TODAY)] == [Weight.MISSING, Weight.CONTRADICTION]


def test_while_it_is_sent_nothing_can_be_typed_and_then_it_is_done() -> None:
    sent = family().submitted(TODAY)
    assert sent.phase is Phase.SENDING
    assert sent.write("/household/phone", "0500000001") is sent
    assert sent.undo() is sent
    assert sent.submitted(TODAY) is sent
    done = sent.registered("QTF-2026-00001")
    assert (done.phase, done.step, done.file_number) == (Phase.DONE, Step.DONE, "QTF-2026-00001")
    assert [step for step in Step if done.reachable(step)] == [Step.DONE]
    assert done.registered("QTF-2026-00002") is done
    assert done.resumed() is done


def test_what_the_registry_refuses_stands_at_its_field_until_that_is_changed() -> None:
    sent = family().submitted(TODAY)
    taken = OfficeError("registry.already_registered", pointer="/members/1/national_id", ref="m2", file_number="QTF-7")
    section = OfficeError("registry.section_not_yours", pointer="/household/section", section="x")
    refused = sent.refused(Faults("registry.people_registered", (taken, section), count=2))
    child = refused.typed.items("/members")[1]
    assert (refused.phase, refused.step) == (Phase.TYPING, Step.MEMBERS)
    assert [fault.slot for fault in refused.told(TODAY)] == [f"{child}/national_id", "/household/section"]
    assert "\u2068خالد\u2069" in refused.refusals[0].sentence.ar
    assert refused.ready(TODAY) is True
    mended = refused.write(f"{child}/national_id", "1000000016")
    assert [fault.slot for fault in mended.refusals] == ["/household/section"]
    assert mended.submitted(TODAY).refusals == ()
    assert mended.remove(child).refusals == mended.refusals
    assert [fault.slot for fault in refused.remove(child).refusals] == ["/household/section"]


def test_a_line_that_broke_while_sending_leaves_a_doubt_and_the_form() -> None:
    sent = family().submitted(TODAY)
    broke = sent.refused(Unreachable("ui.folder_not_writable", folder="x", reason="y"))
    assert broke.typed == sent.typed
    assert broke.step is Step.REVIEW
    assert broke.doubts(TODAY)[0].key == "registration.sent_before"
    killed = sent.resumed()
    assert killed.phase is Phase.TYPING
    assert killed.doubts(TODAY)[0].key == "registration.sent_before"
    assert family().doubts(TODAY) == ()


def test_amending_tells_what_differs_and_another_spelling_is_no_difference() -> None:
    wizard = amend(example(), file_number="QTF-2026-00001", version=3)
    mother, son = wizard.typed.items("/members")
    (salary,) = wizard.typed.items(f"{mother}/incomes")
    assert wizard.write("/household/dwelling/monthly_rent", "١٬٢٠٠").changes() == ()
    changed = wizard.write("/household/dwelling/monthly_rent", "1500").write("/household/phone", "")
    changed = changed.write("/household/payee/deed", "77").remove(salary).add(f"{son}/incomes")
    changed = changed.move(son, 0)
    assert set(changed.changes()) == {
        Change("/household/dwelling/monthly_rent", ChangeKind.CHANGED),
        Change("/household/phone", ChangeKind.TAKEN_BACK),
        Change("/household/payee/deed", ChangeKind.SAID),
        Change(salary, ChangeKind.REMOVED),
        Change(changed.typed.items(f"{son}/incomes")[0], ChangeKind.ADDED),
        Change("/members", ChangeKind.MOVED),
    }
    assert wizard.tell_none(f"{mother}/incomes").changes() == ()


def test_number_country_and_section_of_a_registered_file_are_shown_and_not_changed() -> None:
    wizard = amend(example(), file_number="QTF-2026-00001", version=3)
    for name in ("country", "section", "file_number"):
        slot = f"/household/{name}"
        assert wizard.is_fixed(slot)
        assert wizard.write(slot, "EG") is wizard
    assert not begun().is_fixed("/household/section")


def test_nobody_new_is_taken_for_somebody_who_was_removed() -> None:
    wizard = amend(example(), file_number="QTF-2026-00001", version=3)
    son = wizard.typed.items("/members")[1]
    new = wizard.next_item("/members")
    assert wizard.remove(son).add("/members").typed.text(f"{new}/ref") not in {"m1", "m2"}


def test_a_member_is_told_in_one_line_in_either_language() -> None:
    typed = family().typed
    child = typed.items("/members")[1]
    arabic, english = Reader(Language.ARABIC), Reader(Language.ENGLISH, arabic_digits=False)
    assert bare(member_line(typed, child, arabic, TODAY)) == "خالد · ابن · ١٢ سنة"
    assert bare(member_line(typed, child, english, TODAY)) == "خالد · son · 12 years"
    assert bare(member_line(typed, HEAD, arabic, TODAY)) == "فاطمة · العائلة"
    nobody = family().add("/members").typed
    assert bare(member_line(nobody, nobody.items("/members")[2], arabic, TODAY)) == "الفرد ٣"


@pytest.mark.parametrize(
    ("born", "died", "line"),
    [
        ("1380", "", "نحو ٦٥ سنة"),
        ("2026-05-01", "", "٦ أشهر"),
        ("2026-10-20", "", "أقل من شهر"),
        ("2024-10-01", "", "سنتان"),
        ("1980-01-01", "2020-01-01", "متوفاة"),
    ],
)
def test_an_age_is_told_as_far_as_it_is_known(born: str, died: str, line: str) -> None:
    wizard = family().write(f"{HEAD}/birth_date", born).write(f"{HEAD}/death_date", died)
    assert bare(member_line(wizard.typed, HEAD, Reader(), TODAY)) == f"فاطمة · العائلة · {line}"


def test_an_income_is_told_in_one_line() -> None:
    wizard, _ = typed_in(example())
    (income,) = (item for member in wizard.typed.items("/members") for item in wizard.typed.items(f"{member}/incomes"))
    line = bare(item_line(wizard.typed, income, Reader(arabic_digits=False)))
    assert line == "راتب أو أجر · 3,000.00 ريال · شهري · 1444/02/05 هـ - 2022/09/01 م"


def test_the_review_says_unknown_where_nothing_was_said_and_none_only_where_that_was_said() -> None:
    wizard = family().tell_none(f"{HEAD}/incomes")
    lines = {line.slot: line for section in review(wizard.typed, Reader(), TODAY) for line in section.lines}
    child = wizard.typed.items("/members")[1]
    assert (lines[f"{HEAD}/incomes"].words, lines[f"{HEAD}/incomes"].known) == ("لا يوجد دخل", True)
    assert (lines[f"{child}/incomes"].words, lines[f"{child}/incomes"].known) == ("غير معروف", False)
    assert lines["/household/commercial_register"].words == "غير معروف"


@pytest.mark.parametrize(("language", "named"), [(Language.ARABIC, "سوريا"), (Language.ENGLISH, "Syria")])
def test_a_nationality_is_told_by_the_country_s_name(language: Language, named: str) -> None:
    wizard = family().write(f"{HEAD}/nationality", "SY")
    lines = {line.slot: line for section in review(wizard.typed, Reader(language), TODAY) for line in section.lines}
    assert bare(lines[f"{HEAD}/nationality"].words) == named
