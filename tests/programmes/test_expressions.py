"""What the pack language lets in, and what it refuses by name."""

from __future__ import annotations

import time

import pytest

from desktop.programmes.language import syntax
from desktop.programmes.language.linking import link
from desktop.programmes.language.parsing import parse
from desktop.programmes.language.scope import Scope
from desktop.programmes.language.sorts import Sort
from desktop.values.errors import OfficeError
from desktop.values.language import Language

REFUSED = {
    "(SELECT 1)": "SUBQUERY",
    "x IN (SELECT national_id FROM persons)": "IN query",
    "ANY(SELECT 1)": "SUBQUERY",
    "getenv('HOME')": "GETENV",
    "read_csv('/etc/passwd')": None,
    "COALESCE(a, b)": "COALESCE",
    "IFNULL(a, b)": None,
    "NULLIF(a, b)": "NULLIF",
    "a IS NULL": "IS",
    "a / b": "DIV",
    "a % b": "MOD",
    "CAST(a AS INTEGER)": "CAST",
    "a::int": "CAST",
    "0x10": "ALIAS",
    "1e9": None,
    "a := 1": "PROPERTYEQ",
    "SUM(DISTINCT a.b)": "DISTINCT",
    "SUM(income.share) OVER ()": "WINDOW",
    "SUM(income.share) FILTER (WHERE a)": "FILTER",
    "CASE WHEN a THEN 1 END": "CASE … END without ELSE",
    "CASE k WHEN 1 THEN 2 ELSE 3 END": "CASE this",
    "'a' || 'b'": "DPIPE",
    "name LIKE 'x%'": "LIKE",
    "a[1]": "BRACKET",
    "{'a': 1}": "STRUCT",
    "x -> 1": None,
    "AGE(birth_date)": "AGE with 1 arguments",
    "AGE(birth_date, julian)": None,
    "REACHED(since, 3, fortnight, hijri)": "unit fortnight",
    "DAYS_IN(absence, forever)": "window forever",
    "PLACE(a, within: b)": None,
    'member."is_head"': None,
    "now()": None,
    "random()": None,
    "*": "STAR",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_the_language_does_not_name_is_refused_by_name(text: str) -> None:
    with pytest.raises(OfficeError) as refused:
        parse(text)
    assert refused.value.key.startswith("programmes.expression")
    if REFUSED[text] is not None:
        assert refused.value.details["what"] == REFUSED[text]


@pytest.mark.parametrize("text", ["a; DROP TABLE persons", "a -- b", "a /* b */", "a \\ b", "", "a +", "((a)", "🙂"])
def test_what_is_no_single_expression_is_refused(text: str) -> None:
    with pytest.raises(OfficeError):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 1000 + "a" + ")" * 1000,
        "NOT " * 900 + "a",
        "-" * 3000 + "1",
        "a AND " * 5000 + "b",
        "GREATEST(" * 100 + "1" + ")" * 100,
    ],
)
def test_a_hostile_expression_is_refused_before_it_costs_anything(text: str) -> None:
    started = time.perf_counter()
    with pytest.raises(OfficeError):
        parse(text)
    assert time.perf_counter() - started < 5


def test_a_long_list_of_conditions_is_read_flat() -> None:
    tree = parse(" AND ".join(f"a{number}" for number in range(300)))
    assert isinstance(tree, syntax.Logic)
    assert len(tree.items) == 300


def test_named_arguments_may_be_written_with_a_colon_or_an_arrow() -> None:
    assert parse("PLACE(v, within: c, by: k)") == parse("PLACE(v, within => c, by => k)")


SCOPE = Scope(
    link,
    sources={
        ("member", "loop"): parse("household.loop_back"),
        ("household", "loop_back"): parse("ANY(member.loop)"),
        ("household", "size"): parse("COUNT_IF(member.role = 'head')"),
    },
    parameters={"base": Sort.MONEY, "share": Sort.NUMBER},
)
UNFIT = {
    "vehicles + :base": "programmes.mixed_sorts",
    "base_income > 0": "programmes.undeclared_name",
    ":nothing > 0": "programmes.undeclared_parameter",
    "LOOKUP(nothing, vehicles)": "programmes.undeclared_table",
    ":base * :base": "programmes.wrong_sort",
    "PER(vehicles, :base)": "programmes.wrong_sort",
    "independent + 1": "programmes.wrong_sort",
    "NOT vehicles": "programmes.wrong_sort",
    "independent < independent": "programmes.wrong_sort",
    "SUM(vehicles)": "programmes.aggregate_of_nothing",
    "SUM(income.amount + receipt.amount)": "programmes.aggregate_of_two",
    "loop_back": "programmes.circle",
    "STILL_OPEN(vehicles)": "programmes.wrong_sort",
    "AGE(vehicles, hijri)": "programmes.wrong_sort",
    "member.sex = 'female'": "programmes.undeclared_name",
    "father.status = 'deceased'": "programmes.undeclared_name",
    "ON_RECORD(nothing)": "programmes.undeclared_name",
    "vehicles > '1'": "programmes.mixed_sorts",
}


@pytest.mark.parametrize("text", UNFIT)
def test_an_expression_that_does_not_fit_its_pack_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(OfficeError) as refused:
        link(parse(text), "household", SCOPE)
    assert refused.value.key == UNFIT[text]
    assert all(refused.value.sentence(language) for language in Language)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("SUM(income.monthly) + :base", Sort.MONEY),
        ("PER(SUM(income.monthly), :base) * 2", Sort.NUMBER),
        ("ANY(member.spouses_known)", None),
        ("ANY(member.custody.holder.in_household)", Sort.TRUTH),
        ("COUNT_IF(member.breach.duty = 'schooling' AND STILL_OPEN(cured_on))", Sort.NUMBER),
        ("ANY(spouse.nationality = 'SA')", None),
        ("MAX(member.birth_date) > MIN(member.birth_date)", Sort.TRUTH),
        ("dwelling.proof_holder.role = 'head'", Sort.TRUTH),
    ],
)
def test_an_expression_has_the_sort_of_what_it_says(text: str, sort: Sort | None) -> None:
    if sort is None:
        with pytest.raises(OfficeError):
            link(parse(text), "household", SCOPE)
    else:
        assert link(parse(text), "household", SCOPE).sort is sort


@pytest.mark.parametrize("text", ["(:base)", "((:base))", "(:base) * 2", "(:base + 1)", "GREATEST((:base), 0)"])
def test_a_parameter_behind_a_bracket_is_read_as_any_other(text: str) -> None:
    assert syntax.Param("base") in list(syntax.walk(parse(text)))
