"""PLACE: ties are broken by the file, whatever was asked of the household before."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.family import Family
from desktop.programmes.language.linking import link
from desktop.programmes.language.parsing import parse
from desktop.programmes.language.possibilities import exactly
from desktop.programmes.language.scope import Scope
from tests.programmes.uncertain_households import read, whole_file


def test_of_two_cars_of_one_value_the_first_of_the_file_comes_first_in_whichever_order_they_were_asked_for() -> None:
    file: dict[str, Any] = whole_file({"salary": "0.00", "absences": []})
    for member in file["members"]:
        member["assets"] = [{"kind": "car", "value": "100.00"}]
    rank = link(parse("PLACE(value, within: kind = 'car', by: value)"), "asset", Scope(link, sources={}, parameters={}))
    for order in (0, 1), (1, 0):
        family = Family(read(file))
        for at in order:
            family.children(family.members()[at], "asset")
        evaluation = Evaluation(family, date(2024, 3, 1), {}, {})
        cars = family.children(family.household, "asset").listed
        assert [rank.reader(evaluation, car) for car in cars] == [exactly(1), exactly(2)]
