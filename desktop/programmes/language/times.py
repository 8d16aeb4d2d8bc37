"""AGE, MONTHS_SINCE, DAYS_SINCE and REACHED: time against the day of decision, in the calendar that the law names."""

from __future__ import annotations

from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import Evaluation, Linked, Reader
from desktop.programmes.language.family import Instance
from desktop.programmes.language.periods import completed, reached
from desktop.programmes.language.possibilities import Codes, Value
from desktop.programmes.language.scope import Scope, expect, numbers
from desktop.programmes.language.sorts import Sort
from desktop.values.dates import Calendar, Unit

_UNIT_OF: dict[str, Unit] = {"age": "year", "months_since": "month", "days_since": "day"}
_UNITS: dict[str, Unit] = {"year": "year", "month": "month", "day": "day"}


def link_since(node: syntax.Since, entity: str, scope: Scope) -> Linked:
    """Completed units from a day to the day of decision."""
    day = expect(scope.link(node.day, entity), Sort.DAY).reader
    calendar = expect(scope.link(node.calendar, entity), Sort.CODE).reader
    unit = _UNIT_OF[node.op]

    def read(evaluation: Evaluation, instance: Instance) -> Value:
        since = numbers(evaluation, instance, day)
        return completed(since, unit, _calendar(evaluation, instance, calendar), evaluation.on)

    return Linked(read, Sort.NUMBER)


def link_reached(node: syntax.Reached, entity: str, scope: Scope) -> Linked:
    """Whether so many units have gone by since a day."""
    day = expect(scope.link(node.day, entity), Sort.DAY).reader
    count = expect(scope.link(node.n, entity), Sort.NUMBER).reader
    calendar = expect(scope.link(node.calendar, entity), Sort.CODE).reader
    unit = _UNITS[node.unit]

    def read(evaluation: Evaluation, instance: Instance) -> Value:
        since = numbers(evaluation, instance, day)
        n = numbers(evaluation, instance, count)
        return reached(since, n, unit, _calendar(evaluation, instance, calendar), evaluation.on)

    return Linked(read, Sort.TRUTH)


def _calendar(evaluation: Evaluation, instance: Instance, reader: Reader) -> Calendar:
    value = reader(evaluation, instance)
    if not isinstance(value, Codes) or value.options is None or len(value.options) != 1:
        raise TypeError(value)
    return Calendar(next(iter(value.options)))
