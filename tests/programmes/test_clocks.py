"""The days on which an answer changes by itself, held against asking the rules on every single day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.facts.assessment import Assessment, Clock
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import evaluation_of
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import Case, household_of, read_cases
from desktop.programmes.foresight.clocks import VERSION, clocks, later_versions
from desktop.programmes.foresight.given import read, said
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.sealing import open_pack
from desktop.values.dates import Calendar, after
from desktop.values.language import Wording
from tests.programmes.uncertain_households import read as as_file
from tests.programmes.uncertain_households import uncertain_files, whole_file

CATALOGUE = Catalogue()
DEVELOPED = CATALOGUE.pack("sa.developed", "2023-11")
FORMER = CATALOGUE.pack("sa.developed", "2022")
ON = date(2024, 3, 1)


def each_day(pack: Pack, file: HouseholdFile, first: date, last: date, member: str | None = None) -> list[date]:
    """The days on which the rules, asked on every day, answer otherwise than the day before.

    A day on which all that is read is the same as the day before is not put into words; nothing else is passed over.
    """
    found, day = [], first
    told = said(assess(pack, file, on=day, member=member))
    reading = read(pack, evaluation_of(pack, file, day), member)
    while day < last:
        day += timedelta(days=1)
        now = read(pack, evaluation_of(pack, file, day), member)
        if now != reading:
            then = said(assess(pack, file, on=day, member=member))
            if then != told:
                found.append(day)
                told = then
            reading = now
    return found


def clocks_of(
    pack: Pack, file: HouseholdFile, *, on: date = ON, member: str | None = None, horizon: int = 24
) -> tuple[Clock, ...]:
    given_answer = assess(pack, file, on=on, member=member)
    return clocks(pack, file, given_answer, on=on, member=member, horizon=horizon)


def by_itself(found: tuple[Clock, ...]) -> list[date]:
    return [clock.on for clock in found if clock.cause != VERSION]


def last_of(pack: Pack, on: date, horizon: int) -> date:
    end, until = after(on, horizon, "month", Calendar.GREGORIAN), pack.text.applies.to
    return end if until is None or until < on else min(end, until)


@cache
def own_cases() -> dict[str, tuple[Pack, Case, HouseholdFile]]:
    """Cases of every pack from all through its book; of the developed law as it stands the most."""
    found = {}
    for programme, versions in CATALOGUE.versions.items():
        for version in versions:
            cases = read_cases(CATALOGUE.root / programme / version)
            most = 20 if (programme, version) == ("sa.developed", "2023-11") else 4
            for case in cases.cases[:: -(-len(cases.cases) // most) or 1]:
                pack = CATALOGUE.pack(programme, version)
                found[f"{programme}@{version}: {case.says.en}"] = pack, case, household_of(cases, case)
    return found


def test_the_days_found_are_the_days_on_which_the_packs_own_cases_change() -> None:
    horizon = 3
    for name, (pack, case, file) in own_cases().items():
        given_answer = assess(pack, file, on=case.on, member=case.member)
        found = clocks(pack, file, given_answer, on=case.on, member=case.member, horizon=horizon)
        expected = each_day(pack, file, case.on, last_of(pack, case.on, horizon), case.member)
        assert by_itself(found) == expected, name


DAYS = st.dates(date(2023, 1, 1), date(2026, 6, 1)).map(date.isoformat)
BIRTHS = st.one_of(
    st.dates(date(1998, 1, 1), date(2001, 12, 31)),
    st.dates(date(2006, 1, 1), date(2008, 12, 31)),
    st.just(date(2008, 2, 29)),
).map(date.isoformat)


@st.composite
def stays(draw: st.DrawFn) -> list[dict[str, str]]:
    found = []
    for _ in range(draw(st.integers(0, 3))):
        stay = {"from": draw(DAYS)}
        if draw(st.booleans()):
            length = draw(st.integers(0, 200))
            stay["to"] = (date.fromisoformat(stay["from"]) + timedelta(days=length)).isoformat()
        found.append(stay)
    return found


@st.composite
def dated_files(draw: st.DrawFn) -> HouseholdFile:
    """Households whose ages, absences, stays, breaches, papers and incomes turn about the days that are looked at."""
    file: dict[str, Any] = draw(uncertain_files()).file
    if draw(st.booleans()):
        file = whole_file({"salary": "2000.00", "absences": []})
    for member in file["members"]:
        member["nationality"] = draw(st.sampled_from(["SA", "SA", "SY"]))
        if draw(st.booleans()):
            member["birth_date"] = draw(BIRTHS)
            member["birth_date_precision"] = draw(st.sampled_from(["day", "day", "month", "year"]))
        for name in ("absences", "shelter_stays"):
            if draw(st.booleans()):
                member[name] = draw(stays())
        if draw(st.booleans()):
            member["id_kind"], member["id_valid_until"] = "iqama", draw(DAYS)
            member["marital_status"], member["former_spouse_of_citizen"] = "widowed", True
        if draw(st.booleans()):
            member["breaches"] = [{"duty": "job_search", "notified_on": draw(DAYS)}]
        if draw(st.booleans()):
            income = {"kind": "rent", "amount": "1200.00", "period": draw(st.sampled_from(["month", "once"]))}
            member["incomes"] = [{**income, "since": draw(DAYS)}]
            if draw(st.booleans()):
                member["incomes"][0]["until"] = "2025-12-31"
        if draw(st.booleans()):
            member["education"] = {"enrolled": True, "full_time": True, "away": draw(st.booleans())}
    file["household"]["independent"] = draw(st.booleans())
    if draw(st.booleans()):
        file["household"]["update_asked_on"] = draw(DAYS)
    return as_file(file)


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(file=dated_files(), on=st.dates(date(2023, 11, 1), date(2025, 3, 1)))
def test_the_days_found_for_any_household_are_all_its_days_and_no_others(file: HouseholdFile, on: date) -> None:
    horizon = 13  # past the turn of the year, a leap day and the end of the year before the decision
    found = clocks_of(DEVELOPED, file, on=on, horizon=horizon)
    assert by_itself(found) == each_day(DEVELOPED, file, on, last_of(DEVELOPED, on, horizon))


TRICKY = """
id: sa.tricky
version: "1"
country: SA
applies: {from: 2020-01-01, to: null}
unit: household
currency: SAR
rounding: {to: "0.01", how: half_up, cite: {law: practice, confidence: assumed}}
title: {ar: "برنامج للاختبار", en: "A programme for tests"}
laws:
  practice: {ar: "ما جرى عليه العمل", en: "Practice"}
parameters:
  base: {value: "1000", unit: SAR/month, label: {ar: "الأساس", en: "base"}, cite: {law: practice}}
tables:
  by_age:
    by: age
    unit: SAR/month
    rows: {14: 10, 15: 20, 16: 30, 17: 40, 18: 50}
    beyond: 60
    label: {ar: "بحسب السن", en: "by age"}
    cite: {law: practice}
variables:
  - {id: days_here, of: member, is: "CASE WHEN abroad > 30 THEN 0 - abroad ELSE 2 * abroad END"}
  - {id: abroad, of: member, is: "DAYS_IN(absence, year_before_decision)"}
  - {id: age, of: member, is: "AGE(birth_date, hijri)"}
  - {id: months, of: member, is: "MONTHS_SINCE(birth_date, gregorian)"}
  - {id: first, of: member, is: "PLACE(days_here, within: lives_in_dwelling, by: days_here) <= 1"}
  - {id: worth, of: member, is: "CASE WHEN is_child THEN LOOKUP(by_age, age) ELSE 0 END"}
  - {id: is_child, of: member, is: "age BETWEEN 14 AND 22"}
criteria:
  - id: counts
    is: "SUM(member.days_here) + DAYS_SINCE(applied_on) < GREATEST(40, SUM_TOP(1, member.days_here))"
    label: {ar: "العدّ", en: "Counting"}
    says: {met: {ar: "نعم", en: "yes"}, unmet: {ar: "لا", en: "no"}, unknown: {ar: "غير معلوم", en: "not known"}}
    cite: {law: practice}
  - id: months_even
    is: "ANY(member.months IN (210, 218, 219)) OR ABS(DAYS_SINCE(applied_on) - 100) <= 20"
    label: {ar: "الأشهر", en: "Months"}
    says: {met: {ar: "نعم", en: "yes"}, unmet: {ar: "لا", en: "no"}, unknown: {ar: "غير معلوم", en: "not known"}}
    cite: {law: practice}
benefits:
  - id: grant
    is: ":base + SUM(CASE WHEN member.first THEN member.worth ELSE 0 END)"
    period: month
    label: {ar: "المنحة", en: "Grant"}
    cite: {law: practice}
"""


@pytest.fixture(scope="module")
def tricky(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Rules that no law has: counts that are doubled, turned about, ranked and looked up."""
    folder = tmp_path_factory.mktemp("programmes") / "sa.tricky" / "1"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(TRICKY, encoding="utf-8")
    return open_pack(folder)


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(file=dated_files(), on=st.dates(date(2023, 11, 1), date(2025, 3, 1)))
def test_counts_that_are_doubled_ranked_and_looked_up_turn_on_the_days_found(
    tricky: Pack, file: HouseholdFile, on: date
) -> None:
    found = clocks_of(tricky, file, on=on, horizon=6)
    assert by_itself(found) == each_day(tricky, file, on, last_of(tricky, on, 6))


def only(found: tuple[Clock, ...], cause: str) -> Clock:
    return next(clock for clock in found if clock.cause == cause)


def plain_file(**member: object) -> dict[str, Any]:
    """A mother and her son Ali, of whom all is known that the developed law asks."""
    file = whole_file({"salary": "0.00", "absences": []})
    for each in file["members"]:
        each |= {"nationality": "SA", "shelter_stays": [], "assets": []}
    file["members"][1] |= {"name": {"given": "علي", "family": "الأحمد"}, "dependency_confirmed": False, **member}
    file["household"] |= {"vehicles": 0, "domestic_workers": 0, "domestic_workers_for_disability": 0}
    file["household"]["dwelling"]["all_residents_registered"] = True
    return file


def test_a_dependant_who_comes_of_age_changes_what_is_due_on_that_birthday() -> None:
    file = as_file(plain_file(birth_date="2006-09-15"))
    clock = only(clocks_of(DEVELOPED, file), "adult")
    assert clock.on == date(2024, 9, 15)
    assert isinstance(clock.label, Wording)
    assert clock.label.ar.startswith("يبلغ علي الأحمد 18 سنة، فيصير المستحق ")
    assert clock.label.en.startswith("علي الأحمد turns 18: what is due becomes SAR ")
    then = assess(DEVELOPED, file, on=clock.on)
    assert (clock.outcome_then, clock.amount_then) == (then.outcome.value, then.amount)


def test_the_sentence_agrees_with_a_daughter() -> None:
    file = as_file(plain_file(birth_date="2006-09-15", sex="female"))
    clock = only(clocks_of(DEVELOPED, file), "adult")
    assert isinstance(clock.label, Wording)
    assert clock.label.ar.startswith("تبلغ علي الأحمد 18 سنة")


def test_twins_come_of_age_in_one_clock() -> None:
    file = plain_file(birth_date="2006-09-15")
    twin = {**file["members"][1], "ref": "m3", "name": {"given": "عمر", "family": "الأحمد"}}
    file["members"].append(twin)
    found = clocks_of(DEVELOPED, as_file(file))
    assert len({clock.on for clock in found}) == len(found)
    label = only(found, "adult").label
    assert isinstance(label, Wording)
    assert "يبلغ علي الأحمد 18 سنة، ويبلغ عمر الأحمد 18 سنة" in label.ar


def test_a_birth_known_by_its_year_says_from_when_it_may_be_and_from_when_it_must_be() -> None:
    file = as_file(plain_file(birth_date="2006-01-01", birth_date_precision="year"))
    found = [clock for clock in clocks_of(DEVELOPED, file, on=date(2023, 12, 1)) if clock.cause == "adult"]
    assert [clock.on for clock in found] == [date(2024, 1, 1), date(2024, 12, 31)]
    may, must = (clock.label for clock in found)
    assert isinstance(may, Wording)
    assert isinstance(must, Wording)
    assert may.ar.startswith("قد يبلغ علي الأحمد 18 سنة")
    assert must.ar.startswith("يكون علي الأحمد قد بلغ 18 سنة يقينًا")


def test_a_breach_takes_effect_on_the_day_after_its_time_to_cure() -> None:
    file = plain_file()
    file["members"][0] |= {
        "name": {"given": "هند", "family": "الأحمد"},
        "work": {"ability": "able", "status": "unemployed", "job_seeker_registered": False},
        "breaches": [{"duty": "job_search", "notified_on": "2024-02-25"}],
    }
    found = clocks_of(DEVELOPED, as_file(file))
    assert found[0].on == date(2024, 3, 7)
    label = found[0].label
    assert isinstance(label, Wording)
    assert label.ar.startswith("يمضي على إخطار هند الأحمد بالمخالفة 11 يومًا")


def test_an_absence_grows_too_long_and_is_later_outlived() -> None:
    file = plain_file()
    file["members"][0]["absences"] = [{"from": "2024-01-01", "to": "2024-05-01"}]
    found = [clock for clock in clocks_of(DEVELOPED, as_file(file)) if clock.cause == "permanent_residence"]
    assert [clock.on for clock in found] == [date(2024, 4, 1), date(2025, 2, 1)]


def test_nothing_is_promised_where_nothing_turns() -> None:
    file = as_file(plain_file(birth_date="1990-05-05"))
    assert clocks_of(DEVELOPED, file) == ()


def test_the_next_version_of_the_law_is_a_clock_with_its_own_answer() -> None:
    file, on = as_file(plain_file()), date(2023, 3, 1)
    later = later_versions(CATALOGUE, FORMER, file, on)
    assert [pack.text.version for pack in later] == ["2023-11"]
    given_answer = assess(FORMER, file, on=on)
    clock = only(clocks(FORMER, file, given_answer, on=on, later=later), VERSION)
    assert clock.on == date(2023, 11, 1)
    assert clock.amount_then == assess(DEVELOPED, file, on=clock.on).amount
    assert isinstance(clock.label, Wording)
    assert clock.label.ar.startswith("يبدأ العمل بإصدار 2023-11")


def test_after_a_version_that_nothing_is_known_to_follow_no_answer_is_told() -> None:
    file, on = as_file(plain_file()), date(2023, 3, 1)
    found = clocks(FORMER, file, assess(FORMER, file, on=on), on=on)
    assert found[-1].cause == VERSION
    assert found[-1].on == date(2023, 11, 1)
    assert not found[-1].outcome_then
    assert not found[-1].amount_then


def test_a_household_costs_a_few_readings_and_not_one_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.programmes.foresight import clocks as module

    asked: list[date] = []

    def counted(pack: Pack, evaluation: Any, member: str | None) -> tuple[object, ...]:
        asked.append(evaluation.on)
        return read(pack, evaluation, member)

    monkeypatch.setattr(module, "read", counted)
    for _, case, file in of_developed():
        asked.clear()
        clocks_of(DEVELOPED, file, on=case.on)
        assert len(asked) <= 40


def of_developed() -> Iterator[tuple[Pack, Case, HouseholdFile]]:
    return (each for each in own_cases().values() if each[0] is DEVELOPED)


def test_the_answer_itself_is_not_touched() -> None:
    file = as_file(plain_file())
    before: Assessment = assess(DEVELOPED, file, on=ON)
    clocks(DEVELOPED, file, before, on=ON)
    assert before == assess(DEVELOPED, file, on=ON)
    assert not before.clocks
