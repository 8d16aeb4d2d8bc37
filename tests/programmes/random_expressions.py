"""Random well-sorted expressions of the pack language, as trees: material for soundness tests."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from desktop.programmes.language import syntax as s
from desktop.programmes.language.syntax import AnyNode


def name(text: str) -> s.Name:
    """A name as written."""
    return s.Name(tuple(text.split(".")))


TRUTHS = {
    "household": ("independent", "commercial_register", "poverty_area", "dwelling.separate"),
    "member": (
        "lives_in_dwelling",
        "work.insured",
        "education.full_time",
        "dependency_confirmed",
        "household.independent",
        "father.in_household",
    ),
    "income": ("member.lives_in_dwelling", "household.independent"),
    "asset": ("member.work.insured",),
}
CODES = {
    "household": (("dwelling.tenure", ("owned", "rented", "provided")),),
    "member": (
        ("work.ability", ("able", "rehabilitable")),
        ("disability.degree", ("none", "mild", "severe")),
        ("sex", ("female",)),
        ("father.status", ("deceased", "absent")),
        ("role", ("head", "child")),
    ),
    "income": (("kind", ("salary", "rent")), ("member.sex", ("male",))),
    "asset": (("kind", ("car", "land")),),
}
MONEY = {"household": (), "member": (), "income": ("amount", "monthly"), "asset": ("value",)}
NUMBERS = {
    "household": ("vehicles",),
    "member": ("household.vehicles",),
    "income": ("household.vehicles",),
    "asset": (),
}
DAYS = {"household": ("applied_on",), "member": ("birth_date",), "income": ("member.birth_date",), "asset": ()}
BELOW = {"household": ("member", "income", "asset"), "member": ("income", "asset"), "income": (), "asset": ()}
CALENDARS = st.sampled_from([s.Text("gregorian"), s.Text("hijri")])


def qualified(node: AnyNode, entity: str) -> AnyNode:
    """The body of an aggregate, made to name the entity it goes through, and true to the rest of its meaning."""
    first = {"member": "member.lives_in_dwelling", "income": "income.kind", "asset": "asset.kind"}[entity]
    certain: AnyNode = s.In(name(first), (s.Text("no such kind"),)) if entity != "member" else name(first)
    return s.Case(((certain, node),), node)


@cache
def truths(entity: str, depth: int) -> st.SearchStrategy[AnyNode]:
    """Expressions that are yes or no about an instance of `entity`."""
    leaves: list[st.SearchStrategy[AnyNode]] = [st.sampled_from([name(text) for text in TRUTHS[entity]])]
    leaves += [
        st.lists(st.sampled_from(options), min_size=1, max_size=2).map(
            lambda codes, path=path: s.In(name(path), tuple(s.Text(code) for code in codes))
        )
        for path, options in CODES[entity]
    ]
    if DAYS[entity]:
        day = st.sampled_from([name(text) for text in DAYS[entity]])
        leaves.append(
            st.builds(
                s.Reached,
                day,
                st.sampled_from([s.Num("18"), s.Num("3"), s.Num("0")]),
                st.sampled_from(["year", "month", "day"]),
                CALENDARS,
            )
        )
    if depth == 0:
        return st.one_of(leaves)
    inner = truths(entity, depth - 1)
    money, number = sums(entity, depth - 1, "money"), sums(entity, depth - 1, "number")
    comparison = st.sampled_from(s.COMPARISONS)
    options = [
        *leaves,
        inner.map(lambda node: s.Unary("not", node)),
        st.builds(s.Logic, st.sampled_from(["and", "or"]), st.tuples(inner, inner)),
        st.builds(s.Binary, comparison, money, money),
        st.builds(s.Binary, comparison, number, number),
        st.builds(lambda c, a, b: s.Case(((c, a),), b), inner, inner, inner),
    ]
    for below in BELOW[entity]:
        options.append(
            st.builds(
                lambda op, body, below=below: s.Aggregate(op, qualified(body, below)),
                st.sampled_from(["any", "all"]),
                truths(below, depth - 1),
            )
        )
    return st.one_of(options)


@cache
def sums(entity: str, depth: int, sort: str) -> st.SearchStrategy[AnyNode]:
    """Expressions that are money (minor units) or plain numbers about an instance of `entity`."""
    names = (MONEY if sort == "money" else NUMBERS)[entity]
    constants = [s.Param("base"), s.Param("step")] if sort == "money" else [s.Num("2"), s.Num("1"), s.Num("0.5")]
    leaves: list[st.SearchStrategy[AnyNode]] = [st.sampled_from([*map(name, names), *constants])]
    if sort == "number" and DAYS[entity]:
        day = st.sampled_from([name(text) for text in DAYS[entity]])
        leaves.append(st.builds(s.Since, st.sampled_from(["age", "months_since", "days_since"]), day, CALENDARS))
    if sort == "number" and entity in ("household", "member"):
        leaves.append(
            st.sampled_from([s.DaysIn("absence", window) for window in s.WINDOWS]) if entity == "member" else leaves[0]
        )
    if depth == 0:
        return st.one_of(leaves)
    inner = sums(entity, depth - 1, sort)
    number = sums(entity, depth - 1, "number")
    truth = truths(entity, depth - 1)
    options = [
        *leaves,
        st.builds(s.Binary, st.sampled_from(["+", "-"]), inner, inner),
        st.builds(lambda a, b: s.Binary("*", a, b), inner, number),
        st.builds(lambda a, n: s.Binary("per", a, s.Num(n)), inner, st.sampled_from(["2", "12", "3"])),
        st.builds(s.Extreme, st.sampled_from(["least", "greatest"]), st.tuples(inner, inner)),
        inner.map(lambda node: s.Unary("abs", node)),
        inner.map(lambda node: s.Unary("neg", node)),
        st.builds(lambda c, a, b: s.Case(((c, a),), b), truth, inner, inner),
    ]
    for below in BELOW[entity]:
        body = sums(below, depth - 1, sort)
        options.append(
            st.builds(
                lambda op, node, below=below: s.Aggregate(op, qualified(node, below)),
                st.sampled_from(["sum", "min", "max"]),
                body,
            )
        )
        options.append(
            st.builds(
                lambda n, node, below=below: s.Aggregate("sum_top", qualified(node, below), s.Num(n)),
                st.sampled_from(["0", "1", "2", "5"]),
                body,
            )
        )
        if sort == "number":
            options.append(
                truths(below, depth - 1).map(lambda node, below=below: s.Aggregate("count_if", qualified(node, below)))
            )
    if sort == "number" and entity in ("member", "asset", "income"):
        options.append(st.builds(s.Place, number, truth, inner))
    return st.one_of(options)
