"""The developed Saudi law on both sides of every figure, age, period and exclusion that the fact sheet states."""

from __future__ import annotations

from typing import Any

import pytest
from told_families import Facts, answered, children, income, person, saudi

NO = "ineligible"
DAY = "2024-05-01"
ABLE = {"status": "none", "ability": "able"}
IQAMA = {"nationality": "SY", "id_kind": "iqama", "id_valid_until": "2030-01-01"}
CARD = {"nationality": "YE", "id_kind": "mobility_card", "id_valid_until": "2030-01-01"}


def earning(kind: str, amount: str, period: str = "month", **facts: Any) -> Facts:
    return saudi(person(incomes=income(kind, amount, period, **facts)))


def owning(kind: str, value: str, **facts: Any) -> Facts:
    return saudi(person(assets=[{"kind": kind, "value": value, "liquidable": True, "since": "2015-01-01", **facts}]))


def abroad(start: str, end: str) -> list[Facts]:
    return [{"from": start, "to": end, "purpose": "other"}]


def in_breach(duty: str, notified_on: str, **facts: Any) -> list[Facts]:
    return [{"duty": duty, "notified_on": notified_on, **facts}]


def student(born: str) -> Facts:
    away = {"enrolled": True, "stage": "university", "full_time": True, "away": True}
    return person("m2", "child", mother="m1", birth_date=born, lives_in_dwelling=False, education=away)


def reading(born: str) -> Facts:
    return saudi(person(birth_date=born, education={"enrolled": True, "stage": "university", "full_time": True}))


def married_to(citizenship: str, status: str, marital: str, *children_of: Facts, **head: Any) -> Facts:
    husband = {"ref": "o1", "sex": "male", "nationality": citizenship, "status": status}
    spouses = [] if marital == "divorced" else ["o1"]
    return saudi(person(marital_status=marital, spouses=spouses, **head), *children_of, outside=[husband])


# fmt: off
ROWS: list[tuple[str, str, Facts, str]] = [
    ("2022: the last day of its amounts", "2023-10-31", saudi(person()), "1100.00"),
    ("2023-11: the first day of its amounts", "2023-11-01", saudi(person()), "1320.00"),
    ("six persons are below the cap", DAY, saudi(person(), *children(5)), "4620.00"),
    ("seven persons are the first capped", DAY, saudi(person(), *children(6)), "5000.00"),
    ("2022: eight persons are below the cap", "2023-05-01", saudi(person(), *children(7)), "4950.00"),
    ("2022: nine persons are the first capped", "2023-05-01", saudi(person(), *children(8)), "5000.00"),
    ("the cap bounds the payment, not the minimum", "2023-05-01",
     saudi(person(incomes=income("salary", "1200")), *children(8)), "4900.00"),
    ("half of a registered business counts", DAY, earning("business", "1000", registered=True), "820.00"),
    ("a business that is not registered counts whole", DAY, earning("business", "1000", registered=False), "320.00"),
    ("a day's wage by the days worked", DAY, earning("salary", "100", "day", times=20), "320.00"),
    ("rent counts whole", DAY, earning("rent", "1319.99"), "0.01"),
    ("rent equal to the minimum", DAY, earning("rent", "1320"), NO),
    ("government support by the twelfth", DAY, earning("government_support", "1200", "year"), "1220.00"),
    ("a retirement pension counts whole", DAY, earning("retirement_pension", "1000"), "320.00"),
    ("cash of a charity counts", DAY, earning("charity_cash", "320"), "1000.00"),
    *((f"{kind} does not count", DAY, earning(kind, "9000"), "1320.00") for kind in (
        "disability_aid", "citizen_account", "reef", "student_stipend", "charity_in_kind", "supporting_programme")),
    ("an income that ended yesterday", DAY, earning("salary", "9000", until="2024-04-30"), "1320.00"),
    ("what can be sold counts by the twelfth", DAY, owning("securities", "15828"), "1.00"),
    ("what can be sold reaches the minimum", DAY, owning("securities", "15840"), NO),
    ("the family's home is left out", DAY, owning("primary_home", "900000"), "1320.00"),
    ("an inheritance not divided is left out", DAY, owning("undivided_inheritance", "900000"), "1320.00"),
    ("land sold before", DAY, owning("real_estate", "900000", tenure="owned", until="2024-01-01"), "1320.00"),
    ("an independent person with one vehicle", DAY, saudi(person(), vehicles=1), "1320.00"),
    ("an independent person with two", DAY, saudi(person(), vehicles=2), NO),
    ("a family with three vehicles", DAY, saudi(person(), *children(1), vehicles=3), "1980.00"),
    ("a family with four", DAY, saudi(person(), *children(1), vehicles=4), NO),
    ("two domestic workers", DAY, saudi(person(), *children(1), domestic_workers=2), "1980.00"),
    ("three", DAY, saudi(person(), *children(1), domestic_workers=3), NO),
    ("three, one of them for a person with disability", DAY,
     saudi(person(), *children(1), domestic_workers=3, domestic_workers_for_disability=1), "1980.00"),
    ("ninety days abroad", DAY, saudi(person(absences=abroad("2024-01-01", "2024-03-30"))), "1320.00"),
    ("ninety-three days abroad", DAY, saudi(person(absences=abroad("2024-01-01", "2024-04-02"))), NO),
    ("a child ninety-three days abroad", DAY,
     saudi(person(), *children(1, absences=abroad("2024-01-01", "2024-04-02"))), "1320.00"),
    ("two months in a centre", "2024-03-01",
     saudi(person(), *children(1, shelter_stays=[{"from": "2024-01-01"}])), "1980.00"),
    ("a day more", "2024-03-02", saudi(person(), *children(1, shelter_stays=[{"from": "2024-01-01"}])), "1320.00"),
    ("the head in a centre", DAY, saudi(person(shelter_stays=[{"from": "2024-01-01"}])), NO),
    ("independent at 18 today", DAY, saudi(person(birth_date="2006-05-01")), "1320.00"),
    ("18 tomorrow", DAY, saudi(person(birth_date="2006-05-02")), NO),
    ("a student of 24 is counted with the family", DAY, reading("1999-05-02"), NO),
    ("a student of 25 stands alone", DAY, reading("1999-05-01"), "1320.00"),
    ("a student away is a dependant on the last day of 25", "2025-12-31",
     saudi(person(), student("2000-01-01")), "1980.00"),
    ("and not at 26", "2026-01-01", saudi(person(), student("2000-01-01")), "1320.00"),
    ("an adult who did not confirm: the income stays, the increment leaves", DAY,
     saudi(person(), person("m2", "child", mother="m1", birth_date="2000-01-01", dependency_confirmed=False,
                            incomes=income("salary", "1000"))), "820.00"),
    ("an adult who confirmed", DAY,
     saudi(person(), person("m2", "child", mother="m1", birth_date="2000-01-01",
                            incomes=income("salary", "1000"))), "1480.00"),
    ("a child of 17 need not confirm", DAY, saudi(person(), *children(1, "2006-05-02")), "1980.00"),
    ("an update thirty days late", DAY, saudi(person(), update_asked_on="2024-04-01"), "1320.00"),
    ("thirty-one", DAY, saudi(person(), update_asked_on="2024-03-31"), NO),
    ("the tenth day of a notice", DAY,
     saudi(person(work=ABLE, breaches=in_breach("job_search", "2024-04-21"))), "1320.00"),
    ("the eleventh", DAY, saudi(person(work=ABLE, breaches=in_breach("job_search", "2024-04-20"))), NO),
    ("a breach that is excused", DAY,
     saudi(person(work=ABLE, breaches=in_breach("job_search", "2024-04-01", excused=True))), "1320.00"),
    ("a carer need not seek work", DAY,
     saudi(person(work={**ABLE, "exempt_reason": "carer"}, breaches=in_breach("job_search", "2024-04-01"))), "1320.00"),
    ("a head in breach with an adult dependant, who becomes head", DAY,
     saudi(person(work=ABLE, breaches=in_breach("job_search", "2024-04-01")),
           person("m2", "child", mother="m1", birth_date="2000-01-01"), *children(2)[1:]), "1980.00"),
    ("the head answers for a child's vaccination", DAY,
     saudi(person(), *children(1, breaches=in_breach("vaccination", "2024-04-01"))), "1320.00"),
    ("a dependant has died", DAY, saudi(person(), *children(1, death_date="2024-04-10")), "1320.00"),
    ("services suspended", DAY, saudi(person(services_suspended=True)), NO),
    ("the pension waived", DAY, saudi(person(), waived_on="2024-04-10"), NO),
    ("a citizen's foreign wife with a child", DAY,
     married_to("SA", "imprisoned", "married", *children(1), **IQAMA), "1980.00"),
    ("whose permit has lapsed", DAY,
     married_to("SA", "imprisoned", "married", *children(1), **{**IQAMA, "id_valid_until": "2024-04-30"}), NO),
    ("a citizen's foreign widow with his children", DAY,
     married_to("SA", "deceased", "widowed", *children(1, father="o1"), **IQAMA), "1980.00"),
    ("a citizen divorcee's child by a foreigner", DAY,
     married_to("SY", "living_elsewhere", "divorced", *children(1, father="o1", **IQAMA)), "1980.00"),
    ("the child of one still married to him", DAY,
     married_to("SY", "living_elsewhere", "married", *children(1, father="o1", **IQAMA)), "1320.00"),
    ("a mobility card and a disability", DAY, saudi(person(**CARD, disability={"degree": "severe"})), "1320.00"),
    ("a mobility card and none", DAY, saudi(person(**CARD)), NO),
    ("a mobility card that has lapsed", DAY,
     saudi(person(**{**CARD, "id_valid_until": "2024-04-30"}, disability={"degree": "severe"})), NO),
    ("custody by deed with the father", DAY,
     saudi(person(), *children(1, father="o1", custody={"holder": "o1", "deed": True}),
           outside=[{"ref": "o1", "sex": "male", "nationality": "SA", "status": "living_elsewhere"}]), "1320.00"),
    ("no deed, and this home is nearer to school", DAY,
     saudi(person(), *children(1, custody={"deed": False, "nearer_school": True})), "1980.00"),
    ("no deed, and the other home is", DAY,
     saudi(person(), *children(1, custody={"deed": False, "nearer_school": False})), "1320.00"),
]
# fmt: on


@pytest.mark.parametrize(("title", "on", "file", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_the_developed_law_stands_where_its_figures_do(title: str, on: str, file: Facts, expected: str) -> None:
    assert answered("sa.developed", on, file) == expected, title
