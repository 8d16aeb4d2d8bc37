"""Aggregates over children, the rank of a child among its like, and days of stays within a window.

A list that may hold more than it says has a phantom child; what the phantom may be widens the result only where one
more child could change it, so a sum of what is never negative keeps its lower bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import MISSING, Evaluation, Linked, Reader
from desktop.programmes.language.facts_read import property_reader
from desktop.programmes.language.family import CHILD, HOUSEHOLD, MEMBER, RELATIONS, SPOUSE, Instance
from desktop.programmes.language.periods import days_in
from desktop.programmes.language.possibilities import INFINITY, NEVER, Bounds, Number, Truth, Value
from desktop.programmes.language.scope import Scope, expect, is_zero, numbers, truth
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import AnyNode
from desktop.values.errors import OfficeError

LONGEST_YEAR = 366


def descends(entity: str, above: str) -> bool:
    """Whether `entity` hangs, at any depth, under `above`."""
    if entity in RELATIONS:
        return above == MEMBER
    parent = vocabulary()[entity].parent if entity in vocabulary() else None
    return parent is not None and (parent == above or descends(parent, above))


def iterated(body: AnyNode, above: str) -> str:
    """The entity whose children an aggregate goes through: the deepest that its body names.

    Raises:
        OfficeError: `programmes.aggregate_of_nothing` where the body names no child of `above`.
    """
    found: list[str] = []
    stack = [body]
    while stack:
        node = stack.pop()
        if isinstance(node, syntax.Name):
            found.extend(part for part in node.parts[:-1] if descends(part, above))
        if isinstance(node, syntax.OnRecord | syntax.StillOpen):
            found.extend(part for part in node.name.parts[:-1] if descends(part, above))
        if not isinstance(node, syntax.Aggregate | syntax.Place):
            stack.extend(syntax.children(node))
    if not found:
        raise OfficeError("programmes.aggregate_of_nothing", entity=above)
    deepest = max(found, key=_depth)
    strangers = [one for one in found if one != deepest and (deepest in RELATIONS or not descends(deepest, one))]
    if strangers:
        raise OfficeError("programmes.aggregate_of_two", entities=", ".join(sorted({deepest, *strangers})))
    return deepest


def _depth(entity: str) -> int:
    if entity in RELATIONS:
        return 2
    parent = vocabulary()[entity].parent
    return 0 if parent is None else 1 + _depth(parent)


def link_aggregate(node: syntax.Aggregate, entity: str, scope: Scope) -> Linked:
    """SUM, COUNT_IF, MIN, MAX, ANY, ALL, SUM_TOP."""
    child = iterated(node.body, entity)
    body = scope.link(node.body, child)
    read = body.reader
    if node.op in ("count_if", "any", "all"):
        expect(body, Sort.TRUTH)
        count = {"count_if": _count, "any": _any, "all": _all}[node.op]

        def decide(evaluation: Evaluation, instance: Instance) -> Value:
            children = evaluation.children(instance, child)
            listed = [truth(evaluation, one, read) for one in children.listed]
            return count(listed, [truth(evaluation, one, read) for one in children.phantoms])

        return Linked(decide, Sort.NUMBER if node.op == "count_if" else Sort.TRUTH)
    if node.op in ("min", "max"):
        expect(body, Sort.NUMBER, Sort.MONEY, Sort.DAY)
    else:
        expect(body, Sort.NUMBER, Sort.MONEY)
    sort = Sort.MONEY if is_zero(node.body) else body.sort
    top = scope.link(node.top, entity).reader if node.top is not None else None
    empty = p.exactly(NEVER if sort is Sort.DAY else 0)

    def gather(evaluation: Evaluation, instance: Instance) -> Value:
        children = evaluation.children(instance, child)
        listed = [numbers(evaluation, one, read) for one in children.listed]
        phantoms = [numbers(evaluation, one, read) for one in children.phantoms]
        if node.op == "sum":
            return _sum(listed, phantoms)
        if top is not None:
            return _sum_top(numbers(evaluation, instance, top), listed, phantoms)
        return _extreme(listed, phantoms, empty, least=node.op == "min")

    return Linked(gather, sort)


def _sum(listed: Sequence[Bounds], phantoms: Sequence[Bounds]) -> Bounds:
    low: Number = sum(one.low for one in listed)
    high: Number = sum(one.high for one in listed)
    if any(one.low < 0 for one in phantoms):
        low = -INFINITY
    if any(one.high > 0 for one in phantoms):
        high = INFINITY
    return Bounds(low, high)


def _sum_top(n: Bounds, listed: Sequence[Bounds], phantoms: Sequence[Bounds]) -> Bounds:
    most = len(listed) if n.high == INFINITY else int(n.high)
    ends = [_top(int(max(0, n.low)), listed, phantoms), _top(most, listed, phantoms)]
    return Bounds(min(end.low for end in ends), max(end.high for end in ends))


def _top(n: int, listed: Sequence[Bounds], phantoms: Sequence[Bounds]) -> Bounds:
    lows = sorted((one.low for one in listed), reverse=True)[:n]
    low: Number = sum(lows)
    short = n - len(lows)
    if short > 0 and phantoms:
        least = min(0, *(one.low for one in phantoms))
        low += short * least if least else 0
    high = _highest(n, listed, phantoms)
    if phantoms:
        high = max(high, sum(one.high for one in listed if one.high > 0) if len(listed) <= n else high)
    return Bounds(low, high)


def _highest(n: int, listed: Sequence[Bounds], phantoms: Sequence[Bounds]) -> Number:
    """The sum of the n largest where any number of children may be like a phantom; n may be larger than any list."""
    highs = sorted((one.high for one in listed), reverse=True)
    if not phantoms:
        return sum(highs[:n])
    most = max(one.high for one in phantoms)
    above = [high for high in highs if high > most][:n]
    filled = n - len(above)
    return sum(above) + (filled * most if filled and most else 0)


def _extreme(listed: Sequence[Bounds], phantoms: Sequence[Bounds], empty: Bounds, *, least: bool) -> Bounds:
    choose = p.least if least else p.greatest
    certain = choose(listed) if listed else empty
    if not phantoms:
        return certain
    if not listed:
        return Bounds(min(empty.low, *(one.low for one in phantoms)), max(empty.high, *(one.high for one in phantoms)))
    if least:
        return Bounds(min(certain.low, *(one.low for one in phantoms)), certain.high)
    return Bounds(certain.low, max(certain.high, *(one.high for one in phantoms)))


def _count(listed: Sequence[Truth], phantoms: Sequence[Truth]) -> Value:
    low = sum(1 for one in listed if not one.may_fail)
    high: Number = sum(1 for one in listed if one.may_hold)
    return Bounds(low, INFINITY if any(one.may_hold for one in phantoms) else high)


def _any(listed: Sequence[Truth], phantoms: Sequence[Truth]) -> Value:
    result = p.FAILS
    for one in listed:
        result = p.either(result, one)
    return p.either(result, p.OPEN) if any(one.may_hold for one in phantoms) else result


def _all(listed: Sequence[Truth], phantoms: Sequence[Truth]) -> Value:
    result = p.HOLDS
    for one in listed:
        result = p.both(result, one)
    return p.both(result, p.OPEN) if any(one.may_fail for one in phantoms) else result


def link_place(node: syntax.Place, entity: str, scope: Scope) -> Linked:
    """PLACE: the rank among the children of the whole household, smallest key first, ties by place in the file."""
    if entity in RELATIONS or not descends(entity, HOUSEHOLD):
        raise OfficeError("programmes.aggregate_of_nothing", entity=entity)
    scope.link(node.of, entity)
    within = expect(scope.link(node.within, entity), Sort.TRUTH).reader
    by = expect(scope.link(node.by, entity), Sort.NUMBER, Sort.MONEY, Sort.DAY).reader

    def rank(evaluation: Evaluation, instance: Instance) -> Value:
        children = evaluation.children(evaluation.family.household, entity)
        own = numbers(evaluation, instance, by)
        # By the file, not by the numbers of instances: those are dealt as children are first asked for.
        place = next((at for at, one in enumerate(children.listed) if one is instance), len(children.listed))
        low, high = 1, 1
        for at, other in enumerate(children.listed):
            if other is instance:
                continue
            counts = truth(evaluation, other, within)
            if counts.may_hold:
                before = _before(numbers(evaluation, other, by), own, tie=at < place)
                low += not counts.may_fail and not before.may_fail
                high += before.may_hold
        phantoms = any(_phantom_before(evaluation, one, within, by, own) for one in children.phantoms)
        return Bounds(low, INFINITY if phantoms else high)

    return Linked(rank, Sort.NUMBER)


def _before(other: Bounds, own: Bounds, *, tie: bool) -> Truth:
    return p.at_most(other, own) if tie else p.less(other, own)


def _phantom_before(evaluation: Evaluation, phantom: Instance, within: Reader, by: Reader, own: Bounds) -> bool:
    counts = truth(evaluation, phantom, within)
    return counts.may_hold and p.at_most(numbers(evaluation, phantom, by), own).may_hold


def link_days_in(node: syntax.DaysIn, entity: str) -> Linked:
    """DAYS_IN: days of a list of stays within the year before the decision or before the application."""
    if node.stays not in ("absence", "shelter_stay") or not descends(node.stays, entity):
        raise OfficeError("programmes.undeclared_name", name=node.stays, entity=entity)
    properties = vocabulary()[node.stays].properties
    first, last = property_reader(properties["from"]), property_reader(properties["to"])
    applied_on = property_reader(vocabulary()[HOUSEHOLD].properties["applied_on"])

    def read(evaluation: Evaluation, instance: Instance) -> Value:
        children = evaluation.children(instance, node.stays)
        stays = [(numbers(evaluation, one, first), numbers(evaluation, one, last)) for one in children.listed]
        if children.phantoms:
            evaluation.reads.update(MISSING + one.pointer for one in children.phantoms)
        if not stays and not children.phantoms:
            return p.ZERO
        end = p.exactly(evaluation.day)
        if node.window == "year_before_application":
            end = numbers(evaluation, evaluation.family.household, applied_on)
        if not end.known:
            return Bounds(0, LONGEST_YEAR)
        start = year_before(date.fromordinal(int(end.low))).toordinal()
        days = days_in(stays, start, int(end.low))
        return Bounds(days.low, int(end.low) - start) if children.phantoms else days

    return Linked(read, Sort.NUMBER)


def year_before(day: date) -> date:
    """The same day a Gregorian year earlier; 28 February for the 29th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


__all__ = ["CHILD", "SPOUSE", "descends", "iterated", "link_aggregate", "link_days_in", "link_place", "year_before"]
