"""What a clock says: the day, who and what turns, and what becomes of the answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.facts.assessment import Assessment, Clock
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.foresight.clocks import VERSION, clocks, later_versions
from desktop.programmes.foresight.sentences import TIME_PASSES
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.values.language import Wording
from tests.programmes.uncertain_households import read as as_file
from tests.programmes.uncertain_households import whole_file

CATALOGUE = Catalogue()
DEVELOPED = CATALOGUE.pack("sa.developed", "2023-11")
FORMER = CATALOGUE.pack("sa.developed", "2022")
ON = date(2024, 3, 1)


def clocks_of(
    pack: Pack, file: HouseholdFile, *, on: date = ON, member: str | None = None, horizon: int = 24
) -> tuple[Clock, ...]:
    given_answer = assess(pack, file, on=on, member=member)
    return clocks(pack, file, given_answer, on=on, member=member, horizon=horizon)


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


def test_who_comes_of_age_on_the_same_day_without_changing_anything_is_not_named() -> None:
    file = plain_file(birth_date="2006-09-15")
    twin = {
        **file["members"][1],
        "ref": "m3",
        "name": {"given": "عمر", "family": "الأحمد"},
        "dependency_confirmed": True,
    }
    file["members"].append(twin)
    label = only(clocks_of(DEVELOPED, as_file(file)), "adult").label
    assert isinstance(label, Wording)
    assert label.ar.startswith("يبلغ علي الأحمد 18 سنة، فيصير المستحق")
    assert "عمر" not in label.ar


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


def test_the_sentence_speaks_of_whoever_a_rule_refers_to_by_a_relation() -> None:
    found, cases = list[Clock](), read_cases(CATALOGUE.root / "sa.lump_sum" / "1432")
    for case in cases.cases:
        file = household_of(cases, case)
        found += clocks_of(CATALOGUE.pack("sa.lump_sum", "1432"), file, on=case.on, member=case.member)
    labels = [clock.label for clock in found if clock.cause == "husband_long_imprisoned"]
    assert labels
    for label in labels:
        assert isinstance(label, Wording)
        assert " (سجين) سنة واحدة، فتصير النتيجة: مؤهلة" in label.ar
        assert " (imprisoned) has lasted 1 year: the answer becomes: eligible" in label.en


def test_every_clock_of_the_packs_own_cases_says_what_turns() -> None:
    for programme, versions in CATALOGUE.versions.items():
        pack = CATALOGUE.pack(programme, versions[-1])
        cases = read_cases(CATALOGUE.root / programme / versions[-1])
        for case in cases.cases[::9]:
            for clock in clocks_of(pack, household_of(cases, case), on=case.on, member=case.member):
                assert isinstance(clock.label, Wording)
                assert not clock.label.ar.startswith(TIME_PASSES.ar), (programme, case.says.en, clock)
                assert "{" not in clock.label.ar + clock.label.en


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


def test_the_answer_itself_is_not_touched() -> None:
    file = as_file(plain_file())
    before: Assessment = assess(DEVELOPED, file, on=ON)
    clocks(DEVELOPED, file, before, on=ON)
    assert before == assess(DEVELOPED, file, on=ON)
    assert not before.clocks
