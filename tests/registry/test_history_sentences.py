"""The history of a file as prose: who did what, since when and why, with no code, pointer or structure in it."""

from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from conftest import House, at
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET
from registry_files import example, general, invented, member, with_household, with_member

from desktop.database.policy import Section
from desktop.facts import codes
from desktop.facts.canonical import canonical
from desktop.facts.codes import Sex
from desktop.facts.household_file import Attendance, Education, HouseholdFile, Income, Receipt, Stay, Work
from desktop.office.answers import StaffAnswer
from desktop.registry import service as registry
from desktop.registry.answers import HistoryEntry
from desktop.registry.comparing import differences
from desktop.registry.fact_words import FactWords
from desktop.registry.history_sentences import sentences
from desktop.registry.queries import history, open_file
from desktop.registry.records import VersionAct
from desktop.values.language import Wording

sys.path.insert(0, str(Path(__file__).parents[1] / "facts"))

from generated_households import files  # beside the tests of the contract

ISOLATE = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
MARKS = dict.fromkeys(range(0x2066, 0x206A))


def clerk(login: str, arabic: str, english: str, sex: Sex) -> StaffAnswer:
    general_only = frozenset({Section.GENERAL})
    return StaffAnswer(uuid4(), login, Wording(arabic, english), sex, "qatif", frozenset(), general_only, True, 1)


SARA = clerk("sara", "سارة", "Sara", Sex.FEMALE)
ALI = clerk("ali", "علي", "Ali", Sex.MALE)


def entry(
    old: HouseholdFile | None,
    new: HouseholdFile,
    *,
    by: str = "ali",
    act: VersionAct = VersionAct.AMENDED,
    reason: str = "",
    since: date | None = None,
) -> HistoryEntry:
    changes = () if old is None else differences(canonical(old), canonical(new))
    return HistoryEntry(2, datetime(2026, 1, 1, tzinfo=UTC), by, act, reason, since, changes)


def told(old: HouseholdFile | None, new: HouseholdFile, **how: Any) -> list[Wording]:
    """In sentences, without the isolates."""
    found = sentences(entry(old, new, **how), canonical(new), staff=(SARA, ALI))
    return [Wording(each.ar.translate(MARKS), each.en.translate(MARKS)) for each in found]


def earning(amount: str, **more: Any) -> HouseholdFile:
    file = example()
    incomes = member(file, "m1").incomes
    assert incomes is not UNSET
    first = msgspec.structs.replace(incomes[0], amount=amount, **more)
    return with_member(file, "m1", incomes=(first, *incomes[1:]))


def test_registering_agrees_with_who_did_it() -> None:
    assert told(None, example(), by="sara", act=VersionAct.REGISTERED) == [
        Wording("سجّلت سارة الملف.", "Sara registered the file.")
    ]
    assert told(None, example(), by="ali", act=VersionAct.REGISTERED) == [
        Wording("سجّل علي الملف.", "Ali registered the file.")
    ]


def test_a_change_says_from_what_to_what_since_when_and_why() -> None:
    head = FactWords.of(example()).name("m1").ar.translate(MARKS)
    (sentence,) = told(
        earning("1000.00"), earning("2500.00"), since=date(2026, 1, 1), reason="زيادة في الراتب.", by="ali"
    )
    assert sentence == Wording(
        f"غيّر علي «مبلغ الدخل» (راتب أو أجر) في بيانات {head} من 1,000.00 ريال إلى 2,500.00 ريال "
        "اعتبارًا من 1447/07/12 هـ؛ السبب: زيادة في الراتب.",
        f"Ali changed “amount of the income” (salary or wage) in the facts of {head} from SAR 1,000.00 to "
        "SAR 2,500.00, from 2026/01/01 CE. Reason: زيادة في الراتب.",
    )


def test_a_correction_is_told_as_one() -> None:
    (sentence,) = told(earning("1000.00"), earning("2500.00"), by="sara", reason="خطأ في الإدخال")
    assert sentence.ar.startswith("صحّحت سارة «مبلغ الدخل»")
    assert sentence.en.startswith("Sara corrected")


def test_several_changes_begin_with_who_made_them_and_why() -> None:
    old = with_household(example(), vehicles=1)
    new = with_household(with_member(old, "m1", marital_status=codes.MaritalStatus.DIVORCED), vehicles=2)
    first, *others = told(old, new, by="sara", since=date(2026, 1, 1), reason="إفادة الأسرة")
    assert first == Wording(
        "عدّلت سارة بيانين اعتبارًا من 1447/07/12 هـ؛ السبب: إفادة الأسرة.",
        "Sara amended 2 facts, from 2026/01/01 CE. Reason: إفادة الأسرة.",
    )
    assert others[0] == Wording("غيّرت «عدد المركبات» من 1 إلى 2.", "Changed “vehicles” from 1 to 2.")
    assert others[1].ar.endswith("من أرملة إلى مطلقة.")
    assert others[1].en.endswith("from widowed to divorced.")


def test_an_income_that_came_is_named_by_what_it_is() -> None:
    old = with_member(example(), "m1", incomes=())
    new = with_member(
        example(),
        "m1",
        incomes=(Income(kind=codes.IncomeKind.RENT, amount="900.00", period=codes.Period.MONTH, registered=False),),
    )
    (came,) = told(old, new, by="sara", since=date(2026, 1, 1))
    assert came.ar.startswith("أضافت سارة إلى «مصادر الدخل» في بيانات ")
    assert (
        ": إيجار عقار (مبلغ الدخل: 900.00 ريال، دورية الدخل: شهري، تسجيل مصدر الدخل رسميًّا: لا) اعتبارًا من " in came.ar
    )
    assert came.en.startswith("Sara added to “incomes” in the facts of ")
    assert ": rent (amount of the income: SAR 900.00, " in came.en
    (went,) = told(new, old, by="ali")
    assert went.ar.startswith("حذف علي من «مصادر الدخل» في بيانات ")
    assert ": إيجار عقار (" in went.ar


def test_a_school_term_and_a_day_are_told_in_words() -> None:
    old = with_member(example(), "m2", absences=(), education=UNSET)
    stay = Stay(from_=date(2025, 1, 1), purpose=codes.StayPurpose.WORK)
    attended = Attendance(term="2025-2", percent=86.0)
    new = with_member(old, "m2", absences=(stay,), education=Education(attendance=(attended,)))
    told_of = " ".join(each.ar for each in told(old, new))
    assert ": منذ 1446/07/01 هـ (غرض الإقامة: العمل)." in told_of
    assert ": الفصل الثاني من عام 2025 (نسبة الحضور: 86٪)." in told_of


def test_a_programme_is_told_by_its_title() -> None:
    bare = with_household(example(), receipts=UNSET)
    given = with_household(bare, receipts=(Receipt(programme="sa.developed", since=date(2024, 1, 1)),))
    title = Wording("الضمان المطوّر", "Developed security")
    (known,) = sentences(entry(bare, given), given, staff=(ALI,), titles={"sa.developed": title})
    assert "\u2068الضمان المطوّر\u2069 (" in known.ar
    assert "sa.developed" not in known.ar
    (unknown,) = sentences(entry(bare, given), given, staff=(ALI,))
    assert "برنامج رمزه \u2066sa.developed\u2069" in unknown.ar


def test_a_yes_that_becomes_a_no_is_quoted() -> None:
    head = member(example(), "m1")
    (sentence,) = told(
        with_member(example(), "m1", lives_in_dwelling=True), with_member(example(), "m1", lives_in_dwelling=False)
    )
    assert sentence.ar.endswith("من «نعم» إلى «لا».")
    assert sentence.en.endswith("from “yes” to “no”.")
    assert head.ref not in sentence.ar


def test_a_list_that_is_told_to_be_empty_is_told_so() -> None:
    (emptied,) = told(with_member(example(), "m1", assets=UNSET), with_member(example(), "m1", assets=()), by="sara")
    assert emptied.ar.startswith("سجّلت سارة أنه لا شيء في «الأصول والممتلكات» في بيانات ")
    assert emptied.en.startswith("Sara recorded that there is nothing under “assets” in the facts of ")


def test_an_object_that_says_nothing_is_told_without_details() -> None:
    bare = with_member(example(), "m2", work=UNSET)
    (asked,) = told(bare, with_member(bare, "m2", work=Work()), by="ali")
    assert asked.ar.endswith("دون تفصيل.")


def test_a_fact_that_is_new_or_gone_says_its_value() -> None:
    bare, said = with_household(example(), phone=UNSET), with_household(example(), phone="+966500000012")
    assert told(bare, said, by="ali") == [
        Wording("سجّل علي «رقم الهاتف»: +966500000012.", "Ali recorded “telephone”: +966500000012.")
    ]
    assert told(said, bare, by="ali") == [
        Wording(
            "حذف علي «رقم الهاتف» (المسجل سابقًا: +966500000012).",
            "Ali removed “telephone” (recorded before: +966500000012).",
        )
    ]


def test_somebody_who_left_the_file_is_still_named_in_what_was_told_before() -> None:
    whole = example()
    alone = msgspec.structs.replace(whole, members=whole.members[:1])
    name = FactWords.of(whole).name("m2").ar
    left = entry(whole, alone, by="sara")
    (sentence,) = sentences(left, canonical(alone), staff=(SARA,))
    assert name in sentence.ar
    assert sentence.ar.translate(MARKS).startswith("حذفت سارة من «أفراد الأسرة»: ")
    earlier = entry(with_member(whole, "m2", nationality="EG"), with_member(whole, "m2", nationality="SA"))
    (before,) = sentences(earlier, canonical(alone), staff=(ALI,), history=(left,))
    assert name in before.ar
    (nameless,) = sentences(earlier, canonical(alone), staff=(ALI,))
    assert "شخص لم يعد في الملف" in nameless.ar
    assert "من مصر إلى المملكة العربية السعودية" in nameless.ar


@pytest.mark.parametrize(
    ("act", "arabic", "english"),
    [
        (VersionAct.SEALED, "جعلت سارة الملف مستورًا؛ السبب: سرّ.", "Sara sealed the file. Reason: سرّ."),
        (VersionAct.UNSEALED, "رفعت سارة الستر عن الملف؛ السبب: سرّ.", "Sara unsealed the file. Reason: سرّ."),
        (VersionAct.CLOSED, "أغلقت سارة الملف؛ السبب: سرّ.", "Sara closed the file. Reason: سرّ."),
        (VersionAct.REOPENED, "أعادت سارة فتح الملف؛ السبب: سرّ.", "Sara reopened the file. Reason: سرّ."),
        (
            VersionAct.MOVED,
            "نقلت سارة الملف إلى قسم آخر؛ السبب: سرّ.",
            "Sara moved the file to another section. Reason: سرّ.",
        ),
    ],
)
def test_what_was_done_to_the_file_as_a_whole_is_told(act: VersionAct, arabic: str, english: str) -> None:
    assert told(example(), example(), by="sara", act=act, reason="سرّ") == [Wording(arabic, english)]


def test_a_move_names_both_sections() -> None:
    assert told(general(example()), example(), by="ali", act=VersionAct.MOVED) == [
        Wording(
            "نقل علي الملف من القسم العام إلى القسم النسوي.",
            "Ali moved the file from the general section to the women's section.",
        )
    ]


def test_somebody_who_is_no_longer_of_the_staff_is_told_by_login() -> None:
    found = sentences(entry(None, example(), act=VersionAct.REGISTERED, by="rana"), None)
    assert found == (Wording("سجّل \u2068rana\u2069 الملف.", "\u2068rana\u2069 registered the file."),)


def test_marks_of_direction_in_what_somebody_wrote_do_not_open_the_sentence() -> None:
    (sentence,) = sentences(
        entry(earning("1000.00"), earning("2000.00"), reason="\u2069\u202eسبب\nآخر\u2066"), example(), staff=(ALI,)
    )
    assert sentence.ar.endswith("السبب: \u2068سبب آخر\u2069.")
    assert ISOLATE.sub("", sentence.ar).translate(MARKS) == ISOLATE.sub("", sentence.ar)


ANY_TWO = st.tuples(
    st.one_of(files(), st.sampled_from(invented(12))), st.one_of(files(), st.sampled_from(invented(12)))
)


@settings(deadline=None)
@given(ANY_TWO, st.sampled_from(list(VersionAct)), st.sampled_from([None, date(2026, 1, 1)]))
def test_no_change_between_two_files_is_told_in_codes_pointers_or_structures(
    two: tuple[HouseholdFile, HouseholdFile], act: VersionAct, since: date | None
) -> None:
    old, new = two
    found = sentences(entry(old, new, act=act, since=since), canonical(new), staff=(ALI,))
    assert found
    for each in found:
        # What people wrote stands in isolates; the rest is the program's own words.
        arabic, english = ISOLATE.sub("", each.ar), ISOLATE.sub("", each.en)
        assert not re.search("[A-Za-z_/{}\u2066-\u2069]", arabic), arabic
        assert not re.search("[_/{}=<>\u2066-\u2069]|[a-z][A-Z]", english), english
        for text in (each.ar, each.en):
            assert "UNSET" not in text
            assert "Struct(" not in text
            assert not re.search(r"/(household|members)/", text)
        assert each.ar.endswith(".")
        assert each.en.endswith(".")


def test_the_history_of_a_registered_file_reads_as_prose(qatif: House) -> None:
    staff = (qatif.appoint("sara"),)
    with qatif.desk("sara", clock=at(date(2026, 11, 1))) as desk:
        number = registry.register(desk, draft=general(example())).answer.file_number
    with qatif.desk("sara", clock=at(date(2026, 11, 9))) as desk:
        opened = open_file(desk, number)
        registry.amend(
            desk,
            file_number=number,
            draft=with_household(opened.file, vehicles=3),
            expected_version=opened.version,
            effective_from=date(2026, 11, 5),
            reason="اشترت الأسرة سيارة",
        )
    with qatif.desk("sara", reading=True, clock=at(date(2026, 11, 9))) as desk:
        entries = history(desk, number)
        file = open_file(desk, number).file
    newest, oldest = (sentences(each, file, staff=staff, history=entries) for each in entries)
    assert [each.ar.translate(MARKS) for each in oldest] == ["سجّل sara الملف."]
    assert "اعتبارًا من" in newest[0].ar
    assert "اشترت الأسرة سيارة" in newest[0].ar
