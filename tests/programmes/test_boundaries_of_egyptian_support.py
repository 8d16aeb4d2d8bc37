"""Egypt's programmes on both sides of each figure, age and exclusion of the fact sheet, under each version."""

from __future__ import annotations

from typing import Any

import pytest
from told_families import Facts, answered, children, egyptian, income, person, pupil, widow

NO, OPEN = "ineligible", "eligible, unpublished"
DAY = "2025-10-01"
HOME = {"status": "home", "ability": "able", "sector": "none", "insured": False}
PUPILS = [pupil("m2", "1999-01-01", "secondary"), pupil("m3", "2002-01-01", "preparatory"), pupil("m4", "2006-01-01")]


def of_pupil(*, born: str = "2014-01-01", **head: Any) -> Facts:
    return egyptian(widow(**head), pupil("m2", born))


def owning(kind: str, **facts: Any) -> Facts:
    return of_pupil(assets=[{"kind": kind, **facts}])


def working(**facts: Any) -> Facts:
    return of_pupil(work={**HOME, "status": "employed", "sector": "informal", **facts})


def refusing(count: int, **facts: Any) -> Facts:
    offers = [{"on": f"2025-0{month}-01", **facts} for month in range(1, count + 1)]
    return of_pupil(work={**HOME, "offers_refused": offers})


def breaching(count: int) -> Facts:
    breaches = [{"duty": "schooling", "notified_on": f"2025-0{month}-01"} for month in range(5, 5 + count)]
    return egyptian(widow(), pupil("m2", "2014-01-01", breaches=breaches))


def drawing(amount: str, since: str) -> Facts:
    file = of_pupil()
    file["household"]["receipts"] = [{"programme": "eg.takaful", "since": since, "amount": amount}]
    return file


def typed(family_type: str, *members: Facts) -> Facts:
    return egyptian(widow(), *members, family_type=family_type)


def alone(**facts: Any) -> Facts:
    """One person, no wage and no child; a woman of forty who never married, unless told otherwise."""
    return egyptian(person(**{"marital_status": "never_married", "has_living_children": False, **facts}))


def kin(**orphan: Any) -> Facts:
    parents = [{"ref": ref, "status": "deceased", "nationality": "EG", "since": "2012-01-01"} for ref in ("o1", "o2")]
    kept = {"circumstances": [{"kind": "kept_by_kin", "since": "2018-01-01"}], **orphan}
    child = person("m2", "other_relative", father="o1", mother="o2", birth_date="2012-01-01", **kept)
    return egyptian(person(marital_status="never_married", birth_date="1990-01-01"), child, outside=parents)


def young(count: int, born: str = "2015-01-01") -> Facts:
    return egyptian(widow(), *children(count, born, father="o1"))


def imprisoned(since: str, until: str | None = None) -> Facts:
    father = {"ref": "o1", "sex": "male", "nationality": "EG", "status": "imprisoned", "since": since}
    ended = {} if until is None else {"until": until}
    mother = widow(marital_status="married", spouses=["o1"])
    return egyptian(mother, *children(1, father="o1"), outside=[{**father, **ended}])


def asking(cause: str, **facts: Any) -> Facts:
    return egyptian(widow(), requests=[{"kind": "exceptional", "cause": cause, "occurred_on": "2025-05-20"}], **facts)


# fmt: off
TAKAFUL: list[tuple[str, str, Facts, str]] = [
    ("2015: a primary pupil", "2015-06-01", egyptian(widow(), PUPILS[2]), "385.00"),
    ("2015: a preparatory pupil", "2015-06-01", egyptian(widow(), PUPILS[1]), "405.00"),
    ("2015: a secondary pupil", "2015-06-01", egyptian(widow(), PUPILS[0]), "425.00"),
    ("2015: three pupils", "2015-06-01", egyptian(widow(), *PUPILS), "565.00"),
    ("2015: a fourth is not paid for", "2015-06-01", egyptian(widow(), *PUPILS, pupil("m5", "2007-01-01")), "565.00"),
    ("the last day of 2015's scale", "2017-07-31", of_pupil(born="2008-01-01"), "385.00"),
    ("the first day of 2017's", "2017-08-01", of_pupil(born="2008-01-01"), "405.00"),
    ("2017: six years old today and at school", "2017-09-01", of_pupil(born="2011-09-01"), "405.00"),
    ("2017: six years old tomorrow", "2017-09-01", egyptian(widow(), pupil("m2", "2011-09-02", "none")), "385.00"),
    ("2018: three are paid for on its last day", "2018-12-31",
     egyptian(widow(), *(pupil(f"m{at}", "2008-01-01") for at in (2, 3, 4))), "565.00"),
    ("2019: two from its first day on", "2019-01-01",
     egyptian(widow(), *(pupil(f"m{at}", "2008-01-01") for at in (2, 3, 4))), "485.00"),
    ("no university before November 2021", "2021-10-31",
     egyptian(widow(), pupil("m2", "2002-01-01", "university")), NO),
    ("university from November 2021", "2021-11-01",
     egyptian(widow(), pupil("m2", "2002-01-01", "university")), OPEN),
    ("2022-07: the base alone", "2022-08-01", egyptian(widow(), pupil("m2", "2014-01-01", "none")), "425.00"),
    ("2022-07: a pupil's amount is unpublished", "2022-08-01", of_pupil(), OPEN),
    ("2023-04: 500 becomes 625", "2023-05-01", drawing("500", "2020-01-01"), "625.00"),
    ("2023-04: who came after the raise", "2023-05-01", drawing("625", "2023-04-01"), OPEN),
    ("a day of 2024: raised since, by amounts nobody published", "2024-05-01", drawing("500", "2020-01-01"), OPEN),
    ("a score below the cut-off", DAY, egyptian(widow(), pupil("m2", "2014-01-01"), pmt_score=4499), OPEN),
    ("a score at the cut-off", DAY, egyptian(widow(), pupil("m2", "2014-01-01"), pmt_score=4500), NO),
    ("18 tomorrow", DAY, typed("couple", pupil("m2", "2007-10-02", "secondary")), OPEN),
    ("18 today and at a secondary school", DAY, typed("couple", pupil("m2", "2007-10-01", "secondary")), NO),
    ("a student 26 tomorrow", DAY, typed("supported", pupil("m2", "1999-10-02", "university")), OPEN),
    ("a student 26 today", DAY, typed("couple", pupil("m2", "1999-10-01", "university")), NO),
    ("one feddan", DAY, owning("land", area_feddan=1, tenure="owned"), OPEN),
    ("more than one", DAY, owning("land", area_feddan=1.01, tenure="owned"), NO),
    ("a truck", DAY, owning("truck"), NO),
    ("two head for trade", DAY, owning("livestock", heads=2, for_trade=True), OPEN),
    ("three", DAY, owning("livestock", heads=3, for_trade=True), NO),
    ("fees of 2,000", DAY, egyptian(widow(), pupil("m2", "2014-01-01", fees="2000")), OPEN),
    ("fees of more", DAY, egyptian(widow(), pupil("m2", "2014-01-01", fees="2000.01")), NO),
    ("insured work", DAY, working(insured=True, insured_wage="300"), NO),
    ("work for a private employer", DAY, working(sector="private"), NO),
    ("work abroad", DAY, working(abroad_since="2025-01-01"), NO),
    ("two offers refused", DAY, refusing(2), OPEN),
    ("three", DAY, refusing(3), NO),
    ("three with an excuse", DAY, refusing(3, excused=True), OPEN),
    ("three breaches", DAY, breaching(3), OPEN),
    ("a fourth stops the support", DAY, breaching(4), NO),
    ("a final judgment for begging", DAY, of_pupil(judgments=[{"kind": "begging", "final_on": "2025-09-30"}]), NO),
]
KARAMA: list[tuple[str, str, Facts, str]] = [
    ("65 today", "2021-01-01", alone(birth_date="1956-01-01"), "450.00"),
    ("65 tomorrow", "2021-01-01", alone(birth_date="1956-01-02"), NO),
    ("a disability of 51 %", "2021-01-01", alone(disability={"degree": "moderate", "percent": 51}), "450.00"),
    ("one of 50 %", "2021-01-01", alone(disability={"degree": "moderate", "percent": 50}), NO),
    ("the last day of 450", "2023-03-31", alone(birth_date="1950-01-01"), "450.00"),
    ("the first of 562.50", "2023-04-01", alone(birth_date="1950-01-01"), "562.50"),
    ("after the raise of October 2023", "2023-10-01", alone(birth_date="1950-01-01"), OPEN),
    ("the last day of 708", "2025-03-31", alone(birth_date="1950-01-01"), "708.00"),
    ("the first of 884", "2025-04-01", alone(birth_date="1950-01-01"), "884.00"),
    ("never married, 50 today", DAY, alone(birth_date="1975-10-01"), "705.00"),
    ("never married, 50 tomorrow", DAY, alone(birth_date="1975-10-02"), NO),
    ("divorced without children", DAY, alone(marital_status="divorced"), "705.00"),
    ("divorced with children", DAY, alone(marital_status="divorced", has_living_children=True), NO),
    ("a widower", DAY, alone(sex="male", marital_status="widowed"), NO),
    ("a mild disability is of the three levels", DAY, alone(disability={"degree": "mild"}), "884.00"),
    ("of two categories the higher", DAY, alone(birth_date="1955-01-01"), "884.00"),
    ("a severe chronic disease", DAY, alone(health={"chronic": "severe"}), OPEN),
    ("an orphan kept by kin", "2023-05-01", kin(), "437.50"),
    ("an orphan kept by nobody's kin", "2023-05-01", kin(circumstances=[]), NO),
]
OTHERS: list[tuple[str, str, str, Facts, str]] = [
    *(("eg.old_pension", f"the old pension for {size}", "2022-09-01", young(size - 1), f"{amount}.00")
      for size, amount in {1: 323, 2: 360, 3: 413, 4: 450, 6: 450}.items()),
    ("eg.old_pension", "half of stable earnings counts", "2022-09-01",
     egyptian(widow(incomes=income("salary", "100", stable=True))), "273.00"),
    ("eg.old_pension", "unstable earnings count whole", "2022-09-01",
     egyptian(widow(incomes=income("salary", "100", stable=False))), "223.00"),
    ("eg.old_pension", "the 404 that were printed", "2023-06-01", young(0), "404.00"),
    *(("eg.child_pension", f"{count} children", "2023-06-01", young(count), f"{amount}.00")
      for count, amount in {1: 350, 3: 1050, 4: 1050}.items()),
    ("eg.child_pension", "18 tomorrow", "2023-06-01", young(1, "2005-06-02"), "350.00"),
    ("eg.child_pension", "18 today", "2023-06-01", young(1, "2005-06-01"), NO),
    ("eg.child_pension", "a father thirty days in prison", "2023-06-01", imprisoned("2023-05-02"), "350.00"),
    ("eg.child_pension", "for twenty-nine in all", "2023-06-01", imprisoned("2023-05-03", "2023-06-01"), NO),
    ("eg.exceptional", "a funeral", "2025-06-01", asking("funeral"), OPEN),
    ("eg.exceptional", "a marriage once", "2025-06-01", asking("marriage", receipts=[
        {"programme": "eg.exceptional", "category": "marriage", "since": "2025-05-01"}]), NO),
    ("eg.exceptional", "school expenses without a pupil", "2025-06-01", asking("school_expenses"), NO),
    ("eg.exceptional", "nothing asked for", "2025-06-01", egyptian(widow(), requests=[]), NO),
]
# fmt: on


@pytest.mark.parametrize(("title", "on", "file", "expected"), TAKAFUL, ids=[row[0] for row in TAKAFUL])
def test_takaful_stands_where_its_figures_do(title: str, on: str, file: Facts, expected: str) -> None:
    assert answered("eg.takaful", on, file) == expected, title


@pytest.mark.parametrize(("title", "on", "file", "expected"), KARAMA, ids=[row[0] for row in KARAMA])
def test_karama_stands_where_its_figures_do(title: str, on: str, file: Facts, expected: str) -> None:
    assert answered("eg.karama", on, file) == expected, title


@pytest.mark.parametrize(("programme", "title", "on", "file", "expected"), OTHERS, ids=[row[1] for row in OTHERS])
def test_egypts_other_support_stands_where_its_figures_do(
    programme: str, title: str, on: str, file: Facts, expected: str
) -> None:
    assert answered(programme, on, file) == expected, title
