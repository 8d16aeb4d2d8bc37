"""Every worked example of the two fact sheets, by its number there, as the pack in force on its day answers it.

The households stand in the packs' own cases, which name the example as their `source`; what must come out stands here,
as the sheets print it. C5 and C15 are figures rather than households, and W24 belongs to no programme of the office.
"""

from __future__ import annotations

from functools import cache

import msgspec
import pytest

from desktop.facts.assessment import Amount, Assessment
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import household_of, read_cases, stated_figures
from desktop.programmes.packs.catalogue import Catalogue

CATALOGUE = Catalogue()

STOPPED = "ineligible"
UNPUBLISHED = "unpublished"

EXAMPLES: dict[tuple[str, str, str], list[str]] = {
    # Saudi Arabia, §7: pension, or pension and total; D6 and D9 are readings, of which the default is looked at.
    ("A1", "sa.developed", "2023-11"): ["1320.00 1476.00"],
    ("A2", "sa.developed", "2023-11"): ["1980.00 2237.00"],
    ("A4", "sa.developed", "2023-11"): ["3300.00 3766.00"],
    ("A7", "sa.developed", "2023-11"): ["5000.00 5834.00"],
    ("B1", "sa.developed", "2022"): ["1100.00 1256.00"],
    ("B4", "sa.developed", "2022"): ["2750.00 3216.00"],
    ("B9", "sa.developed", "2022"): ["5000.00 6090.00"],
    ("C8", "sa.old", "1432"): ["1430.00 1616.00"],
    # Of three, of one and of two persons, as the cases stand.
    ("C12", "sa.old", "1436"): ["1570.00", "1000.00", "1285.00"],
    ("D1", "sa.developed", "2023-11"): ["320.00"],
    ("D2", "sa.developed", "2023-11"): [STOPPED],
    ("D6", "sa.developed", "2023-11"): ["2300.00"],
    ("D8", "sa.developed", "2023-11"): ["2640.00"],
    ("D9", "sa.developed", "2023-11"): ["1980.00"],
    # Egypt, §13.
    ("W1", "eg.karama", "2020"): ["450.00", "450.00"],
    ("W6", "eg.old_pension", "2021-07"): ["323.00", "360.00", "413.00", "450.00", "450.00"],
    ("W9", "eg.takaful", "2023-04"): ["625.00", "625.00"],
    ("W12", "eg.karama", "2025-04"): ["884.00", "884.00"],
    ("W16", "eg.takaful", "2017"): ["465.00"],
    # A first and a fourth breach of a benefit whose amount nobody published, then of one of 1,000.
    ("W20", "eg.takaful", "2025"): [UNPUBLISHED, STOPPED, "700.00", "400.00", "100.00", STOPPED],
}


@cache
def answers(example: str, programme: str, version: str) -> tuple[Assessment, ...]:
    """What the households of an example come to, the version found by their day alone."""
    book = read_cases(CATALOGUE.root / programme / version)
    found = []
    for case in book.cases:
        if case.source == example:
            pack = CATALOGUE.in_force(programme, case.on)
            assert pack.text.version == version
            figures, file = stated_figures(pack, case), household_of(book, case)
            found.append(assess(pack, file, on=case.on, member=case.member, parameters=figures))
    return tuple(found)


def told(found: Assessment) -> str:
    """The amount and, where there is one, the total; the outcome where nothing is due, the status of an open amount."""
    if found.amount is None:
        return found.outcome.value
    if not isinstance(found.amount.value, str):
        return found.amount.status.value
    total = found.total.value if isinstance(found.total, Amount) else None
    return f"{found.amount.value} {total}" if isinstance(total, str) else found.amount.value


@pytest.mark.parametrize(("example", "programme", "version"), EXAMPLES)
def test_a_worked_example_comes_to_what_the_fact_sheet_prints(example: str, programme: str, version: str) -> None:
    printed = EXAMPLES[example, programme, version]
    given = [told(each) for each in answers(example, programme, version)]
    assert [
        each if " " in stated else each.split(" ")[0] for each, stated in zip(given, printed, strict=True)
    ] == printed


@pytest.mark.parametrize(
    ("example", "version", "head", "dependant"), [("C5", "2023-11", 1320, 660), ("C5", "2022", 1100, 550)]
)
def test_c5_a_head_and_each_dependant_add_what_the_spokesman_said(
    example: str, version: str, head: int, dependant: int
) -> None:
    alone, four = ("A1", "A4") if version == "2023-11" else ("B1", "B4")
    (of_one,), (of_four,) = (answers(each, "sa.developed", version) for each in (alone, four))
    assert (told(of_one), told(of_four)) == tuple(
        f"{total}.00 {each.total.value}"
        for total, each in ((head, of_one), (head + 3 * dependant, of_four))
        if isinstance(each.total, Amount)
    ), example


def test_c15_the_ramadan_aid_is_no_figure_of_any_pension() -> None:
    """1,000 a head and 500 a dependant were paid once (N6): no version of the developed law takes them for its own."""
    for version in CATALOGUE.versions["sa.developed"]:
        text = CATALOGUE.pack("sa.developed", version).text
        figures = {each.value for each in text.parameters.values() if each.unit.startswith("SAR")}
        assert not {"1000", "500"} & figures


def test_w24_the_top_up_of_the_ration_card_is_in_no_programme_of_the_office() -> None:
    for pack in CATALOGUE.packs():
        if pack.text.country == "EG":
            stated = msgspec.json.encode(pack.text)
            assert b'"125"' not in stated
            assert b'"250"' not in stated
