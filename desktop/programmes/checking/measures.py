"""Units of measure: a monthly amount is not compared with a yearly one, days not with months, nor cars with years.

Units are those that a pack states with its figures and the vocabulary with its facts; what has none (a number written
in an expression, a fact that only counts) fits beside anything. Counts of things fit one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from desktop.facts.vocabulary import Kind, Property, Unit, vocabulary
from desktop.programmes.checking.subjects import entity_at
from desktop.programmes.language import syntax
from desktop.programmes.language.aggregates import iterated
from desktop.programmes.language.evaluation import Linked
from desktop.programmes.language.family import MEMBER, OUTSIDE, RELATIONS
from desktop.programmes.language.naming import link_name
from desktop.programmes.language.scope import Scope
from desktop.programmes.language.syntax import AnyNode
from desktop.programmes.packs.cited import of_other
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import PackText, Parameter, Reading
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

MONEY = "money"
COUNT = "count"
RATIO = "ratio"
_TIMES = ("day", "week", "month", "quarter", "half_year", "year", "hour", "minute")
_CURRENCIES = ("SAR", "EGP")
_MEASURES = (*_TIMES, RATIO, "percent", "feddan", "degrees", "score", "metre", "kilometre", "square_metre", "kirat")
_OF_FACTS = {
    Unit.MONEY_PER_MONTH: "money/month",
    Unit.MONEY_PER_YEAR: "money/year",
    Unit.PERCENT: "percent",
    Unit.YEARS: "year",
    Unit.COUNT: COUNT,
    Unit.FEDDAN: "feddan",
    Unit.DEGREES: "degrees",
    Unit.SCORE: "score",
}
_SAID = {
    MONEY: Wording("مبلغ", "an amount"),
    f"{MONEY}/day": Wording("مبلغ يومي", "a daily amount"),
    f"{MONEY}/month": Wording("مبلغ شهري", "a monthly amount"),
    f"{MONEY}/year": Wording("مبلغ سنوي", "a yearly amount"),
    COUNT: Wording("عدد", "a count"),
    RATIO: Wording("نسبة", "a share"),
    "percent": Wording("نسبة مئوية", "a percentage"),
    "score": Wording("درجة", "a score"),
    "day": Wording("أيام", "days"),
    "week": Wording("أسابيع", "weeks"),
    "month": Wording("أشهر", "months"),
    "year": Wording("سنوات", "years"),
    "feddan": Wording("أفدنة", "feddans"),
}
_MONTHS_IN_YEAR = 12
_SAME = re.compile(r"[+-]|=|<>|<=?|>=?")

Measure = str | None
"""What a value is measured in; None for what fits beside anything."""


def misfits(pack: Pack) -> Iterator[OfficeError]:
    """Places where two values of units that do not fit are added, compared or chosen between, each named once."""
    measures = _Measures(pack)
    for place, tree in pack.trees.items():
        if place.startswith("derived/") or of_other(pack.text, place.rsplit("/", 1)[-1]):
            continue
        measures.place = place
        found = measures.of(tree, entity_at(pack, place))
        wanted = _wanted(pack.text, place)
        if wanted and found is not None and found not in wanted:
            measures.refuse(found, wanted[0])
    yield from measures.faults
    yield from _foreign_money(pack.text)


def measure_of(unit: str) -> Measure:
    """The measure of a figure from the unit that its pack states: `SAR/month`, `year`, `car`."""
    whole, *parts = unit.split("/")
    if whole in _CURRENCIES:
        period = next((part for part in parts if part in _TIMES), None)
        if period is None:
            return None if parts else MONEY
        return f"{MONEY}/{period}"
    if whole in ("code", "boolean", "number") or parts:
        return None
    return whole if whole in _MEASURES else COUNT


class _Measures:
    """The measures of one pack's expressions, each variable's found once."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.place = ""
        self.faults: list[OfficeError] = []
        self._variables: dict[tuple[str, str], Measure] = {}
        figures: dict[str, Parameter | Reading] = {**pack.text.parameters, **pack.text.readings}
        self._figures = {name: measure_of(each.unit) for name, each in figures.items()}
        self._tables = {name: measure_of(each.unit) for name, each in pack.text.tables.items()}
        scope = pack.scope
        self._scope = _Asking(
            scope.linker, scope.sources, scope.parameters, scope.tables, scope.unpublished, scope.linked
        )

    def refuse(self, first: str, second: str) -> None:
        """Notes that two measures do not fit where the expression under way stands."""
        named = f"{self.pack.text.id}@{self.pack.text.version}"
        told = [_SAID.get(each, each) for each in (first, second)]
        fault = OfficeError("programmes.mixed_units", pack=named, place=self.place, first=told[0], second=told[1])
        if all(fault.details != each.details for each in self.faults):
            self.faults.append(fault)

    def of(self, node: AnyNode, entity: str) -> Measure:
        """The measure of a node asked about `entity`; faults below it are noted on the way."""
        match node:
            case syntax.Param(name):
                return self._figures.get(name)
            case syntax.Name():
                return self._name(node, entity)
            case syntax.Unary(op, of):
                inner = self.of(of, entity)
                return None if op == "not" else inner
            case syntax.Binary(op, left, right):
                return self._binary(op, (left, self.of(left, entity)), (right, self.of(right, entity)))
            case syntax.In(of, options):
                self._together([self.of(each, entity) for each in (of, *options)])
                return None
            case syntax.Case(branches, otherwise):
                for condition, _ in branches:
                    self.of(condition, entity)
                return self._together([self.of(each, entity) for each in (*(one for _, one in branches), otherwise)])
            case syntax.Extreme(_, items):
                return self._together([self.of(item, entity) for item in items])
            case syntax.Aggregate(op, body, _):
                inner = self.of(body, iterated(body, entity))
                return COUNT if op == "count_if" else None if op in ("any", "all") else inner
            case syntax.Place(of, within, by):
                for each in (of, within, by):
                    self.of(each, entity)
                return COUNT
            case syntax.Lookup(table, key):
                self.of(key, entity)
                return self._tables.get(table)
            case syntax.Since(op, _, _):
                return {"age": "year", "months_since": "month", "days_since": "day"}[op]
            case syntax.Reached(_, n, unit, _):
                self._together([self.of(n, entity), unit])
                return None
            case syntax.DaysIn():
                return "day"
            case syntax.OnRecord() | syntax.StillOpen():
                return None
            case _:
                for child in syntax.children(node):
                    self.of(child, entity)
                return None

    def _together(self, measures: list[Measure]) -> Measure:
        known = [each for each in measures if each is not None]
        for each in known[1:]:
            if not _fit(known[0], each):
                self.refuse(known[0], each)
        return known[0] if known else None

    def _binary(self, op: str, left: tuple[AnyNode, Measure], right: tuple[AnyNode, Measure]) -> Measure:
        a, b = left[1], right[1]
        if _SAME.fullmatch(op):
            together = self._together([a, b])
            return together if op in ("+", "-") else None
        turned = any(
            isinstance(node, syntax.Num) and Fraction(node.text) == _MONTHS_IN_YEAR for node, _ in (left, right)
        )
        if turned:
            # Twelve turns months into years or back, or is a dozen: which of them only the law knows.
            return None
        if op == "*":
            return _product(a, b, left[0], right[0])
        return _quotient(a, b, right[0])

    def _name(self, name: syntax.Name, entity: str) -> Measure:
        asked = self._scope.asked_by(name, entity)
        if asked is not None:
            return self._variable(*asked)
        if name.parts[-1] == "monthly":
            return "money/month"
        described = fact_named(name.parts, entity)
        if described is None or described.kind not in (Kind.MONEY, Kind.NUMBER, Kind.INTEGER):
            return None
        return None if described.unit is None else _OF_FACTS.get(described.unit)

    def _variable(self, entity: str, name: str) -> Measure:
        key = (entity, name)
        if key not in self._variables:
            self._variables[key] = None
            before, self.place = self.place, f"variables/{entity}/{name}"
            kept = list(self.faults)
            self._variables[key] = self.of(self.pack.scope.sources[key], entity)
            if f"variables/{entity}/{name}" not in self.pack.trees or of_other(self.pack.text, name):
                self.faults = kept
            self.place = before
        return self._variables[key]


class _Asking(Scope):
    """A scope that notes which variable a name came to."""

    asked: tuple[str, str] | None = None

    def asked_by(self, name: syntax.Name, entity: str) -> tuple[str, str] | None:
        """The variable that a name comes to; None where it is a fact."""
        self.asked = None
        link_name(name, entity, self)
        return self.asked

    def variable(self, entity: str, name: str) -> Linked:
        linked = super().variable(entity, name)
        # Noted last: linking a variable for the first time asks for those that it names itself.
        self.asked = (entity, name)
        return linked


def fact_named(parts: tuple[str, ...], entity: str) -> Property | None:
    """The fact that a name comes to, whoever it is asked of on the way."""
    for start in range(len(parts)):
        dotted = ".".join(parts[start:])
        owners = [entity] if start == 0 else [parts[start - 1], MEMBER, OUTSIDE]
        for owner in (MEMBER if each in RELATIONS else each for each in owners):
            described = vocabulary()[owner].properties.get(dotted) if owner in vocabulary() else None
            if described is not None:
                return described
    return None


def _fit(first: str, second: str) -> bool:
    return first == second or {first, second} <= {COUNT, "score"}


def _product(a: Measure, b: Measure, left: AnyNode, right: AnyNode) -> Measure:
    if a is None or b is None:
        # A number as it is written only makes more of the same; what else has no unit may be anything.
        own, other, node = (a, b, right) if b is None else (b, a, left)
        return own if other is None and isinstance(node, syntax.Num | syntax.Unary) else None
    for one, other in ((a, b), (b, a)):
        if other in (RATIO, COUNT):
            return one
        if one.startswith(f"{MONEY}/") and one.removeprefix(f"{MONEY}/") == other:
            return MONEY
    return None


def _quotient(a: Measure, b: Measure, divisor: AnyNode) -> Measure:
    if a is not None and isinstance(divisor, syntax.Num):
        return a
    if a is None or b is None:
        return None
    if a == b:
        return RATIO
    if b in (RATIO, COUNT):
        return a
    return f"{MONEY}/{b}" if a == MONEY and b in _TIMES else None


def _wanted(text: PackText, place: str) -> tuple[str, ...]:
    """What an amount may be measured in where it is paid by the month or the year; a sum may be paid each year."""
    periods = {f"benefits/{each.id}": each.period for each in text.benefits}
    match periods.get(place):
        case "month":
            return (f"{MONEY}/month",)
        case "year":
            return (f"{MONEY}/year", MONEY)
        case _:
            return ()


def _foreign_money(text: PackText) -> Iterator[OfficeError]:
    """Figures in a currency other than the pack's."""
    stated = [(f"parameters/{name}", each.unit) for name, each in text.parameters.items()]
    stated += [(f"readings/{name}", each.unit) for name, each in text.readings.items()]
    stated += [(f"tables/{name}", each.unit) for name, each in text.tables.items()]
    for place, unit in stated:
        money = unit.split("/")[0]
        if money in _CURRENCIES and money != text.currency.value:
            named = f"{text.id}@{text.version}"
            yield OfficeError(
                "programmes.mixed_units", pack=named, place=place, first=money, second=text.currency.value
            )
