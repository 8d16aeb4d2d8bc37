"""The old Saudi law and its lump sums on both sides of every figure, age and period, in the Hijri calendar."""

from __future__ import annotations

from typing import Any

import pytest
from told_families import Facts, answered, children, hijri, income, person, saudi

NO = "ineligible"
DAY = "2013-03-01"
LATER = "2016-03-01"
OLD: Facts = {"sex": "male", "marital_status": "married", "birth_date": "1945-01-01"}
UNMARRIED = {"marital_status": "never_married"}
ON_ROLL = [{"programme": "sa.old", "since": "2000-01-01"}]
LIVING = {"ref": "o1", "sex": "male", "nationality": "SA", "status": "living_elsewhere"}
OF_1432 = {1: 862, 2: 1146, 3: 1430, 4: 1714, 8: 2850, 14: 4554}
OF_1436 = {1: 1000, 2: 1285, 3: 1570, 4: 1855, 5: 2140, 8: 2995, 14: 4705, 15: 5000, 17: 5000}
LUMP_SUMS = {1: 10400, 2: 11800, 7: 18800, 14: 28600, 15: 30000, 16: 30000}


def man(born: str, **facts: Any) -> Facts:
    return person(**{**OLD, "birth_date": born, **facts})


def family(count: int) -> Facts:
    return saudi(person(**OLD), *children(count - 1))


def wife(*circumstances: Facts, status: str = "living_elsewhere", **husband: Any) -> Facts:
    outside = {**LIVING, "status": status, **husband}
    head = person(marital_status="married", spouses=["o1"], circumstances=list(circumstances))
    return saudi(head, outside=[outside], provider="o1")


def left(kind: str, since: str, paper: str = "", issued_on: str = "") -> Facts:
    evidence = {"evidence": {"kind": paper, "issued_on": issued_on}} if paper else {}
    return {"kind": kind, "since": since, **evidence}


def paid_since(since: str) -> Facts:
    file = wife(left("deserted", hijri(1433, 1, 10)))
    file["household"]["receipts"] = [{"programme": "sa.old", "category": "deserted", "since": since}]
    return file


def unable(issued_on: str) -> Facts:
    return saudi(man("1973-01-01", incapacity={"extent": "total", "permanent": False, "issued_on": issued_on}))


def unmarried(born: str, father: str, **facts: Any) -> Facts:
    head = person(birth_date=born, father="o1", **UNMARRIED, **facts)
    return saudi(head, outside=[{**LIVING, "status": father}])


def fatherless(born: str, **child: Any) -> Facts:
    fathers = [{**LIVING, "status": "deceased"}, {**LIVING, "ref": "o2"}]
    orphan = person("m2", "child", mother="m1", father="o1", birth_date=born, **child)
    return saudi(person(marital_status="married", spouses=["o2"]), orphan, outside=fathers)


def covered(**facts: Any) -> Facts:
    return saudi(person(**OLD), **facts)


def applying(**facts: Any) -> Facts:
    return saudi(man("1970-01-01"), **facts)


# fmt: off
PENSIONS: list[tuple[str, str, Facts, str]] = [
    *((f"1432: a pension for {size}", DAY, family(size), f"{amount}.00") for size, amount in OF_1432.items()),
    ("1432: fifteen persons, never published", DAY, family(15), "eligible, unpublished"),
    *((f"1436: a pension for {size}", LATER, family(size), f"{amount}.00") for size, amount in OF_1436.items()),
    ("sixty Hijri years today", hijri(1433, 1, 1), saudi(man(hijri(1373, 1, 1))), "862.00"),
    ("sixty tomorrow", hijri(1432, 12, 29), saudi(man(hijri(1373, 1, 1))), NO),
    ("a man of forty who can work", DAY, saudi(man("1973-01-01")), NO),
    ("a report on its last day", hijri(1434, 6, 30), unable(hijri(1432, 7, 1)), "862.00"),
    ("a report two years old", hijri(1434, 7, 1), unable(hijri(1432, 7, 1)), NO),
    ("a widow", DAY, saudi(person(marital_status="widowed")), "862.00"),
    ("three months of desertion today", hijri(1433, 4, 10), wife(left("deserted", hijri(1433, 1, 10))), "862.00"),
    ("three months tomorrow", hijri(1433, 4, 9), wife(left("deserted", hijri(1433, 1, 10))), NO),
    ("two years of payment but a day", hijri(1435, 4, 9), paid_since(hijri(1433, 4, 10)), "862.00"),
    ("two years of payment", hijri(1435, 4, 10), paid_since(hijri(1433, 4, 10)), NO),
    ("a suspended wife as a deserted one", hijri(1433, 4, 10),
     wife(left("suspended_wife", hijri(1433, 1, 10))), "862.00"),
    ("a deed two years old but a day", hijri(1434, 1, 9),
     wife(left("deserted", hijri(1431, 1, 10), "desertion_deed", hijri(1432, 1, 10))), "862.00"),
    ("a deed two years old", hijri(1434, 1, 10),
     wife(left("deserted", hijri(1431, 1, 10), "desertion_deed", hijri(1432, 1, 10))), NO),
    ("an agnates' form a year old but a day", hijri(1433, 1, 9),
     wife(left("deserted", hijri(1431, 1, 10), "agnates_form", hijri(1432, 1, 10))), "862.00"),
    ("an agnates' form a year old", hijri(1433, 1, 10),
     wife(left("deserted", hijri(1431, 1, 10), "agnates_form", hijri(1432, 1, 10))), NO),
    ("imprisoned today", DAY, wife(status="imprisoned", since=DAY), "862.00"),
    ("imprisoned tomorrow", DAY, wife(status="imprisoned", since="2013-03-02"), NO),
    ("released today", DAY, wife(status="imprisoned", since="2012-01-01", until=DAY), NO),
    ("a prisoner who is no citizen", DAY, wife(status="imprisoned", since="2012-01-01", nationality="YE"), NO),
    ("absent for six months", hijri(1434, 7, 5), wife(status="absent", since=hijri(1434, 1, 5)), "862.00"),
    ("absent for six but a day", hijri(1434, 7, 4), wife(status="absent", since=hijri(1434, 1, 5)), NO),
    ("an addict's family", DAY, wife(status="addict", since="2012-01-01"), "862.00"),
    ("never married, 35 today, of a family on the roll", hijri(1433, 1, 1),
     saudi(person(birth_date=hijri(1398, 1, 1), **UNMARRIED), receipts=ON_ROLL), "862.00"),
    ("35 tomorrow", hijri(1432, 12, 29),
     saudi(person(birth_date=hijri(1398, 1, 1), **UNMARRIED), receipts=ON_ROLL), NO),
    ("never married, fatherless, of no such family", DAY, unmarried("1980-01-01", "deceased"), "862.00"),
    ("whose father is alive", DAY, unmarried("1980-01-01", "living_elsewhere"), NO),
    ("whom he abandoned", DAY, unmarried("1980-01-01", "living_elsewhere", circumstances=[
        {"kind": "abandoned_by_father", "since": "2000-01-01"}]), "862.00"),
    ("an orphan is paid until 26", hijri(1434, 1, 1), fatherless(hijri(1408, 1, 2)), "1146.00"),
    ("and not from 26 on", hijri(1434, 1, 1), fatherless(hijri(1408, 1, 1)), NO),
    ("an orphan who works", DAY, fatherless("1990-01-01", work={"status": "employed"}), NO),
    ("who works leaves the family", LATER,
     saudi(person(**OLD), *children(1), person("m3", "child", birth_date="1990-01-01",
                                                work={"status": "employed"})), "1285.00"),
    ("another pension is deducted", LATER,
     saudi(man("1945-01-01", incomes=income("retirement_pension", "400"))), "600.00"),
    ("three unskilled workers", DAY, covered(unskilled_hired_workers=3), "862.00"),
    ("four", DAY, covered(unskilled_hired_workers=4), NO),
    ("a skilled one", DAY, covered(skilled_hired_workers=1), NO),
]
SUMS: list[tuple[str, str, Facts, str]] = [
    *((f"a lump sum for {size}", DAY, family(size), f"{amount}.00") for size, amount in LUMP_SUMS.items()),
    ("35 Hijri years today", hijri(1433, 1, 1), saudi(man(hijri(1398, 1, 1))), "10400.00"),
    ("35 tomorrow", hijri(1432, 12, 29), saudi(man(hijri(1398, 1, 1))), NO),
    ("one of 30 on the roll", DAY, saudi(man("1983-01-01"), receipts=ON_ROLL), "10400.00"),
    ("a commercial register", DAY, applying(commercial_register=True), NO),
    ("three unskilled workers", DAY, applying(unskilled_hired_workers=3), "10400.00"),
    ("four", DAY, applying(unskilled_hired_workers=4), NO),
    ("outside the office's area", DAY, applying(dwelling={"in_area": False}), NO),
    ("paid before", DAY, applying(receipts=[{"programme": "sa.lump_sum", "since": "2012-01-01"}]), NO),
    ("a prisoner's family after a year", hijri(1434, 1, 1),
     wife(status="imprisoned", since=hijri(1433, 1, 1)), "10400.00"),
    ("and a day before, a woman whose terms nobody published", hijri(1433, 12, 29),
     wife(status="imprisoned", since=hijri(1433, 1, 1)), "undetermined, unpublished"),
]
# fmt: on


@pytest.mark.parametrize(("title", "on", "file", "expected"), PENSIONS, ids=[row[0] for row in PENSIONS])
def test_the_old_pension_stands_where_its_figures_do(title: str, on: str, file: Facts, expected: str) -> None:
    assert answered("sa.old", on, file) == expected, title


@pytest.mark.parametrize(("title", "on", "file", "expected"), SUMS, ids=[row[0] for row in SUMS])
def test_the_lump_sum_stands_where_its_figures_do(title: str, on: str, file: Facts, expected: str) -> None:
    assert answered("sa.lump_sum", on, file) == expected, title
