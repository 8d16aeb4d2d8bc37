"""The days on which an answer changes by itself, held against asking the rules on every single day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from thoroughness import examples

from desktop.facts.assessment import Clock
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import evaluation_of
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import Case, household_of, read_cases
from desktop.programmes.foresight.clocks import VERSION, clocks
from desktop.programmes.foresight.given import read, said
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.sealing import open_pack
from desktop.values.dates import Calendar, after
from tests.programmes.dated_households import dated_files

CATALOGUE = Catalogue()
DEVELOPED = CATALOGUE.pack("sa.developed", "2023-11")


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
    pack: Pack, file: HouseholdFile, *, on: date, member: str | None = None, horizon: int = 24
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
            most = 6 if (programme, version) == ("sa.developed", "2023-11") else 2
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


@settings(
    deadline=None, max_examples=examples(3), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
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


@settings(deadline=None, max_examples=examples(12), suppress_health_check=list(HealthCheck))
@given(file=dated_files(), on=st.dates(date(2023, 11, 1), date(2025, 3, 1)))
def test_counts_that_are_doubled_ranked_and_looked_up_turn_on_the_days_found(
    tricky: Pack, file: HouseholdFile, on: date
) -> None:
    found = clocks_of(tricky, file, on=on, horizon=6)
    assert by_itself(found) == each_day(tricky, file, on, last_of(tricky, on, 6))


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
