"""What the sections of a pack give beyond criteria: categories, another programme that is needed, rounding."""

from __future__ import annotations

import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.facts.assessment import Assessment
from desktop.facts.codes import CategoryOutcome, CriterionOutcome, Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.answers.rounding import nearest, rounded
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Cite, Rounding
from desktop.programmes.packs.sealing import open_pack
from desktop.values.errors import OfficeError

ON = date(2024, 3, 1)
TEMPLATE = Path(__file__).parent / "country_template" / "sa.template"

HEAD = """
id: sa.trial
version: "1"
country: SA
applies: {from: 2020-01-01, to: null}
currency: SAR
rounding: {to: "0.01", how: half_up, cite: {law: trial}}
title: {ar: "تجربة", en: "Trial"}
laws: {trial: {ar: "قواعد التجربة", en: "Rules of the trial"}}
"""
SAYS = '{met: {ar: "نعم", en: "Yes"}, unmet: {ar: "لا", en: "No"}, unknown: {ar: "لا يُعرف", en: "Not known"}}'


def _condition(name: str, rule: str, **more: str) -> str:
    given = "".join(f", {key}: {value}" for key, value in more.items())
    stem = "when" if "pays" in more or "criteria" in more else "is"
    label = f"label: {{ar: {name}, en: {name}}}"
    return f'{{id: {name}, {stem}: "{rule}", {label}, says: {SAYS}, cite: {{law: trial}}{given}}}'


def _pack(folder: Path, body: str, *, needs_template: bool = False) -> Pack:
    own = folder / "sa.trial" / "1"
    own.mkdir(parents=True)
    (own / "pack.yaml").write_text(HEAD + body, encoding="utf-8")
    if needs_template:
        shutil.copytree(TEMPLATE, folder / "sa.template")
    return open_pack(own)


def _file(*members: dict[str, Any], **household: Any) -> HouseholdFile:
    people = [{"ref": f"m{at}", "role": "child" if at else "head"} | each for at, each in enumerate(members)]
    whole = {"format": "yusr-household/1", "household": {"country": "SA"} | household, "members": people}
    return msgspec.convert(whole, HouseholdFile, strict=False)


CATEGORIES = (
    """
unit: member
parameters:
  full: {value: "450", unit: SAR/month, cite: {law: trial}}
  lower: {value: "350", unit: SAR/month, cite: {law: trial}}
categories:
  - """
    + _condition("elderly", "REACHED(birth_date, 65, year, gregorian)", pays='":full"')
    + "\n  - "
    + _condition(
        "widow", "marital_status = 'widowed'", pays='":lower"', criteria=f"[{_condition('woman', 'sex = `female`')}]"
    ).replace("`", "'")
    + """
criteria:
  - """
    + _condition("citizen", "nationality = 'SA'")
    + """
benefits:
  - {id: pension, is: "category_pays", label: {ar: "المعاش", en: "Pension"}, cite: {law: trial}}
household_total: {is: "SUM_TOP(2, member.pays)", cite: {law: trial}}
"""
)


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return _pack(tmp_path, CATEGORIES)


OLD = {"nationality": "SA", "birth_date": "1950-01-01", "sex": "female", "marital_status": "married"}
WIDOW = {"nationality": "SA", "birth_date": "1980-01-01", "sex": "female", "marital_status": "widowed"}
NEITHER = {"nationality": "SA", "birth_date": "1990-01-01", "sex": "male", "marital_status": "married"}


def _categories(assessment: Assessment, ref: str) -> dict[str, CategoryOutcome]:
    return {each.id: each.outcome for each in assessment.categories or () if each.member == ref}


def test_any_category_gives_the_right_and_the_highest_is_paid(pack: Pack) -> None:
    both = assess(pack, _file(OLD | {"marital_status": "widowed"}), on=ON, member="m0")
    assert both.outcome is Outcome.ELIGIBLE
    assert both.amount is not None
    assert both.amount.value == "450.00"
    assert _categories(both, "m0") == {"elderly": CategoryOutcome.MET, "widow": CategoryOutcome.MET}


def test_what_a_category_asks_is_asked_of_those_alone_who_belong_to_it(pack: Pack) -> None:
    widower = assess(pack, _file(WIDOW | {"sex": "male"}), on=ON, member="m0")
    assert widower.outcome is Outcome.INELIGIBLE
    outcomes = {each.id: each.outcome for each in widower.criteria}
    assert outcomes["widow"] is CriterionOutcome.MET
    assert outcomes["woman"] is CriterionOutcome.UNMET
    elderly = assess(pack, _file(OLD | {"sex": "male"}), on=ON, member="m0")
    assert "woman" not in {each.id for each in elderly.criteria}


def test_categories_that_are_not_met_are_no_reason_once_one_is(pack: Pack) -> None:
    met = assess(pack, _file(OLD), on=ON, member="m0")
    assert {each.id for each in met.criteria} == {"citizen", "elderly"}
    none = assess(pack, _file(NEITHER), on=ON, member="m0")
    assert {each.id for each in none.criteria} == {"citizen", "elderly", "widow"}
    assert none.outcome is Outcome.INELIGIBLE


def test_an_unknown_category_leaves_the_amount_open_where_another_pays_less(pack: Pack) -> None:
    unborn = {name: value for name, value in WIDOW.items() if name != "birth_date"}
    open_one = assess(pack, _file(unborn), on=ON, member="m0")
    assert open_one.outcome is Outcome.ELIGIBLE
    assert open_one.amount is not None
    assert (open_one.amount.at_least, open_one.amount.at_most) == ("350.00", "450.00")
    assert [each.path for each in open_one.missing] == ["/members/0/birth_date"]


def test_every_member_is_asked_by_himself_and_the_household_receives_what_the_pack_says(pack: Pack) -> None:
    file = _file(OLD, WIDOW, NEITHER, OLD | {"birth_date": "1951-01-01"})
    whole = assess(pack, file, on=ON)
    assert whole.outcome is Outcome.ELIGIBLE
    assert [each.ref for each in whole.members or ()] == ["m0", "m1", "m2", "m3"]
    outcomes = [each.outcome for each in whole.members or ()]
    assert outcomes == [Outcome.ELIGIBLE, Outcome.ELIGIBLE, Outcome.INELIGIBLE, Outcome.ELIGIBLE]
    assert whole.amount is not None
    assert whole.amount.value == "900.00"  # the two highest of 450, 350 and 450
    assert {each.member for each in whole.criteria} == {"m0", "m1", "m3"}


def test_a_household_in_which_nobody_has_a_right_is_told_why_of_everybody(pack: Pack) -> None:
    none = assess(pack, _file(NEITHER, NEITHER), on=ON)
    assert none.outcome is Outcome.INELIGIBLE
    assert none.amount is None
    assert {each.member for each in none.criteria} == {"m0", "m1"}


NEEDS = (
    """
unit: household
needs: {template: {programme: sa.template, version: "2017-01"}}
parameters:
  basic_income: {value: "7", unit: SAR/month, cite: {law: trial}}
criteria:
  - """
    + _condition("has_the_other", "template__entitled")
    + """
benefits:
  - {id: other, is: "template__disposable_income + :basic_income", label: {ar: آخر, en: Other}, cite: {law: trial}}
"""
)


def test_a_programme_that_another_needs_is_read_there_as_it_reads_by_itself(tmp_path: Path) -> None:
    pack = _pack(tmp_path, NEEDS, needs_template=True)
    salary = {"kind": "salary", "amount": "5000", "period": "month", "since": "2010-01-01"}
    member = {"birth_date": "1980-01-01", "incomes": [salary]}
    file = _file(member, dwelling={"tenure": "owned", "rooms": 50, "monthly_rent": "0"})
    alone = assess(Catalogue(tmp_path).pack("sa.template", "2017-01"), file, on=ON)
    within = assess(pack, file, on=ON)
    assert alone.amount is not None
    assert within.amount is not None
    # The figure of the same name in the pack itself is another one.
    assert Fraction(str(within.amount.value)) == Fraction(str(alone.amount.value)) + 7


def test_a_pack_changes_its_hash_with_the_programme_that_it_needs(tmp_path: Path) -> None:
    pack = _pack(tmp_path, NEEDS, needs_template=True)
    base = tmp_path / "sa.template" / "2015-12" / "pack.yaml"
    text = base.read_text(encoding="utf-8")
    base.write_text(text.replace('majority: {value: "18"', 'majority: {value: "19"'), encoding="utf-8")
    assert open_pack(tmp_path / "sa.trial" / "1").pack_hash != pack.pack_hash


def test_a_variable_that_takes_the_name_of_a_section_s_own_is_refused(tmp_path: Path) -> None:
    body = CATEGORIES + 'variables: [{id: entitled, of: member, is: "TRUE"}]\n'
    with pytest.raises(OfficeError) as refused:
        _pack(tmp_path, body)
    assert refused.value.key == "programmes.pack_twice"


@given(minor=st.fractions(-(10**6), 10**6), step=st.sampled_from(["0.01", "1", "0.5"]))
def test_rounding_goes_to_the_nearest_step_up_or_down_and_never_past_it(minor: Fraction, step: str) -> None:
    width = Fraction(step) * 100
    up, down = _rounded(minor, step, "up"), _rounded(minor, step, "down")
    half = _rounded(minor, step, "half_up")
    assert abs(down) <= abs(minor) <= abs(up)
    assert abs(up) - abs(down) in (0, width)
    assert half in (up, down)
    assert abs(half - minor) <= width / 2
    assert nearest(minor) == _rounded(minor, "0.01", "half_up")


def _rounded(minor: Fraction, step: str, how: Literal["half_up", "up", "down"]) -> Fraction:
    return Fraction(rounded(minor, Rounding(to=step, how=how, cite=Cite(law="trial"))))
