"""Conditions of courses are judged and said as criteria are."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from course_scenes import family, member

from desktop.empowerment.answers import ConditionsAnswer
from desktop.empowerment.conditions import PROGRAMME, checked, condition_kinds, conditions_pack, judge, worded
from desktop.facts.codes import CriterionOutcome
from desktop.programmes.checking.checks import check_pack
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording

ON = date(2027, 1, 17)
MET, UNMET, UNKNOWN = CriterionOutcome.MET, CriterionOutcome.UNMET, CriterionOutcome.UNKNOWN
WOMAN = {"sex": "female"}
RECEIVES = {"receipts": [{"programme": "sa.developed", "since": "2022-01-01"}]}


def judged(conditions: dict[str, dict[str, int]], /, household: Any = None, **facts: Any) -> ConditionsAnswer:
    given = "نورة" if facts.get("sex") == "female" else "علي"
    return judge(family(member("m1", given, **facts), **(household or {})), "m1", conditions, on=ON)


def sentence(answer: ConditionsAnswer) -> Wording:
    (criterion,) = answer.criteria
    assert isinstance(criterion.sentence, Wording)
    return criterion.sentence


@pytest.mark.parametrize(
    ("conditions", "facts", "outcome"),
    [
        ({"age_at_least": {"least_age": 18}}, {"birth_date": "2009-01-17"}, MET),
        ({"age_at_least": {"least_age": 18}}, {"birth_date": "2009-01-18"}, UNMET),
        ({"age_at_most": {"greatest_age": 40}}, {"birth_date": "1986-01-18"}, MET),
        ({"age_at_most": {"greatest_age": 40}}, {"birth_date": "1986-01-17"}, UNMET),
        ({"age_at_least": {"least_age": 18}}, {"birth_date": None}, UNKNOWN),
        (
            {"age_at_least": {"least_age": 18}},
            {"birth_date": "2009-01-01", "birth_date_precision": "year"},
            UNKNOWN,
        ),
        (
            {"age_at_least": {"least_age": 18}},
            {"birth_date": "1990-01-01", "birth_date_precision": "year"},
            MET,
        ),
        ({"women": {}}, WOMAN, MET),
        ({"women": {}}, {}, UNMET),
        ({"women": {}}, {"sex": None}, UNKNOWN),
        ({"men": {}}, WOMAN, UNMET),
        ({"able_to_work": {}}, {}, MET),
        ({"able_to_work": {}}, {"work": {"ability": "rehabilitable"}}, UNMET),
        ({"able_to_work": {}}, {"work": {"status": "none"}}, UNKNOWN),
        ({"able_or_rehabilitable": {}}, {"work": {"ability": "rehabilitable"}}, MET),
        ({"able_or_rehabilitable": {}}, {"work": {"ability": "not_rehabilitable"}}, UNMET),
        ({"rehabilitable": {}}, {}, UNMET),
        ({"secondary_reached": {}}, {}, MET),
        ({"secondary_reached": {}}, {"education": {"stage": "university"}}, MET),
        ({"secondary_reached": {}}, {"education": {"stage": "primary"}}, UNMET),
        ({"secondary_reached": {}}, {"education": {"enrolled": False}}, UNKNOWN),
        ({"university_reached": {}}, {}, UNMET),
        ({"preparatory_reached": {}}, {}, MET),
        ({"primary_reached": {}}, {"education": {"stage": "none"}}, UNMET),
        ({"not_employed": {}}, {}, MET),
        ({"not_employed": {}}, {"work": {"status": "self_employed"}}, UNMET),
        ({"job_seeker": {}}, {}, MET),
        ({"job_seeker": {}}, {"work": {"job_seeker_registered": False}}, UNMET),
        ({"beneficiary": {}}, {}, UNMET),
        ({}, {"birth_date": None, "sex": None}, MET),
        ({"women": {}, "age_at_least": {"least_age": 18}}, {"birth_date": None}, UNMET),
    ],
)
def test_a_condition_comes_out_as_the_facts_say(
    conditions: dict[str, dict[str, int]], facts: dict[str, Any], outcome: CriterionOutcome
) -> None:
    answer = judged(conditions, **facts)
    assert answer.outcome is outcome
    assert [each.id for each in answer.criteria] == list(checked(conditions, on=ON))


@pytest.mark.parametrize(
    ("receipt", "outcome"),
    [
        ({"programme": "sa.developed", "since": "2022-01-01"}, MET),
        ({"programme": "sa.old", "since": "2022-01-01", "until": "2027-01-18"}, MET),
        ({"programme": "sa.developed", "since": "2022-01-01", "until": "2026-06-30"}, UNMET),
        ({"programme": "sa.developed", "since": "2027-01-18"}, UNMET),
        ({"programme": "sa.lump_sum", "since": "2022-01-01"}, UNMET),
    ],
)
def test_a_beneficiary_is_who_receives_the_pension_when_the_course_starts(
    receipt: dict[str, str], outcome: CriterionOutcome
) -> None:
    assert judged({"beneficiary": {}}, {"receipts": [receipt]}).outcome is outcome


def test_a_standing_decision_makes_a_beneficiary_whatever_the_receipts_say() -> None:
    assert judge(family(), "m1", {"beneficiary": {}}, on=ON, decided=True).outcome is MET


def test_a_refusal_that_rests_on_silence_names_what_was_presumed() -> None:
    answer = judged({"beneficiary": {}})
    assert [each.path for each in answer.presumed] == ["/household/receipts"]


@pytest.mark.parametrize(
    ("conditions", "facts", "missing"),
    [
        ({"age_at_least": {"least_age": 18}}, {"birth_date": None}, ["/members/0/birth_date"]),
        ({"women": {}}, {"sex": None}, ["/members/0/sex"]),
        (
            {"able_to_work": {}, "secondary_reached": {}},
            {"work": {"status": "none"}, "education": {"enrolled": False}},
            ["/members/0/education/stage", "/members/0/work/ability"],
        ),
        ({"job_seeker": {}}, {"work": {"status": "none"}}, ["/members/0/work/job_seeker_registered"]),
    ],
)
def test_what_is_not_known_is_named(
    conditions: dict[str, dict[str, int]], facts: dict[str, Any], missing: list[str]
) -> None:
    answer = judged(conditions, **facts)
    assert answer.outcome is UNKNOWN
    assert [each.path for each in answer.missing] == missing
    assert all(isinstance(each.label, Wording) and each.label.ar.endswith("علي جاسم الأحمد") for each in answer.missing)


@pytest.mark.parametrize(
    ("conditions", "facts", "arabic", "english"),
    [
        (
            {"age_at_least": {"least_age": 18}},
            WOMAN | {"birth_date": "2010-01-17"},
            "سن نورة جاسم الأحمد يوم بدء الدورة 17 سنة، وأقل سن للقبول 18 سنة.",
            "نورة جاسم الأحمد is 17 years old when the course starts; the minimum age admitted is 18 years.",
        ),
        (
            {"age_at_least": {"least_age": 18}},
            WOMAN | {"birth_date": None},
            "لم يُعرف تاريخ ميلاد نورة جاسم الأحمد معرفة تكفي لحساب سنها يوم بدء الدورة، وأقل سن للقبول 18 سنة.",
            "The date of birth of نورة جاسم الأحمد is not known well enough to tell the age when the course starts; "
            "the minimum age admitted is 18 years.",
        ),
        (
            {"able_to_work": {}},
            {"work": {"ability": "rehabilitable"}},
            "الدورة للقادرين على العمل، وليس علي جاسم الأحمد مصنفًا منهم.",
            "The course is for those able to work, and علي جاسم الأحمد is not classed as one of them.",
        ),
        (
            {"able_to_work": {}},
            WOMAN | {"work": {"ability": "rehabilitable"}},
            "الدورة للقادرين على العمل، وليست نورة جاسم الأحمد مصنفة منهم.",
            "The course is for those able to work, and نورة جاسم الأحمد is not classed as one of them.",
        ),
        (
            {"secondary_reached": {}},
            WOMAN,
            "بلغت نورة جاسم الأحمد المرحلة الثانوية أو ما بعدها.",
            "نورة جاسم الأحمد has reached the secondary stage or beyond.",
        ),
        (
            {"not_employed": {}},
            WOMAN | {"work": {"status": "employed"}},
            "الدورة لمن ليس على رأس العمل، ونورة جاسم الأحمد تعمل.",
            "The course is for those not in work, and نورة جاسم الأحمد works.",
        ),
    ],
)
def test_the_sentence_agrees_with_the_person(
    conditions: dict[str, dict[str, int]], facts: dict[str, Any], arabic: str, english: str
) -> None:
    assert sentence(judged(conditions, **facts)) == Wording(arabic, english)


def test_an_answer_is_kept_and_read_back_as_it_was() -> None:
    answer = judged({"age_at_least": {"least_age": 18}, "women": {}}, birth_date=None)
    kept = msgspec.json.decode(msgspec.json.encode(msgspec.to_builtins(answer)))
    assert msgspec.convert(kept, ConditionsAnswer) == answer


def test_conditions_are_said_in_short() -> None:
    assert worded({"women": {}, "age_at_least": {"least_age": 18}}, on=ON) == (
        Wording("الحد الأدنى للسن: 18 سنة", "Minimum age: 18 years"),
        Wording("الدورة مخصصة للنساء", "For women"),
    )


@pytest.mark.parametrize(
    ("conditions", "key"),
    [
        ({"tall": {}}, "unknown_condition"),
        ({"women": {"least_age": 3}}, "unknown_figure"),
        ({"age_at_least": {}}, "figure_missing"),
        ({"age_at_least": {"least_age": "18"}}, "wrong_figure"),
        ({"age_at_least": {"least_age": True}}, "wrong_figure"),
        ({"age_at_least": {"least_age": 18.5}}, "wrong_figure"),
        ({"age_at_least": {"least_age": None}}, "wrong_figure"),
        ({"age_at_least": {"least_age": 0}}, "wrong_figure"),
        ({"age_at_least": {"least_age": 121}}, "wrong_figure"),
        ({"age_at_least": {"least_age": 41}, "age_at_most": {"greatest_age": 40}}, "contrary_conditions"),
        ({"women": {}, "men": {}}, "contrary_conditions"),
        ({"able_to_work": {}, "rehabilitable": {}}, "contrary_conditions"),
    ],
)
def test_conditions_that_make_no_sense_are_refused_in_one_sentence(conditions: Any, key: str) -> None:
    with pytest.raises(OfficeError) as refused:
        checked(conditions, on=ON)
    assert refused.value.key == f"empowerment.{key}"
    for language in Language:
        assert "{" not in refused.value.sentence(language)


def test_the_kinds_of_conditions_are_no_benefit_programme() -> None:
    assert PROGRAMME not in Catalogue().of_country("SA")
    assert PROGRAMME in Catalogue().versions


def test_the_pack_is_fit_and_its_cases_show_every_way_that_a_condition_can_come_out() -> None:
    report = check_pack(Path(Catalogue().root) / PROGRAMME / "1")
    assert [str(fault) for fault in report.faults] == []
    assert report.cases
    assert all(result.agrees for result in report.cases), [result.differences for result in report.cases]
    assert not report.unexercised


def test_every_condition_cites_its_ground() -> None:
    pack = conditions_pack(ON)
    assert all(criterion.cite.law in pack.text.laws for criterion in pack.text.criteria)


def test_what_courses_may_ask_is_told_with_the_figures_that_it_needs() -> None:
    kinds = {kind.id: kind for kind in condition_kinds(date(2027, 1, 17))}
    (least,) = kinds["age_at_least"].figures
    assert (least.name, least.low, least.high) == ("least_age", 1, 120)
    assert kinds["women"].figures == ()
    for kind in kinds.values():
        stated = {figure.name: figure.low or 0 for figure in kind.figures}
        assert checked({kind.id: stated}, on=date(2027, 1, 17)) == {kind.id: stated}
