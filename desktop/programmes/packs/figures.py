"""The figures of a pack as values: money in minor units, a figure never published as the bounds known of it."""

from __future__ import annotations

from fractions import Fraction

from desktop.programmes.language import possibilities as p
from desktop.programmes.language.possibilities import INFINITY, Bounds, Value
from desktop.programmes.language.scope import Table
from desktop.programmes.language.sorts import Sort
from desktop.programmes.packs.pack import Parameter, Reading, TableOf

MINOR = 100
"""Minor units in a riyal or a pound."""


def sort_of_unit(unit: str) -> Sort:
    """The sort of a figure from its unit: `SAR/month` is money, `code` a choice, `boolean` a truth, others numbers."""
    if unit.split("/", 1)[0] in ("SAR", "EGP"):
        return Sort.MONEY
    return {"code": Sort.CODE, "boolean": Sort.TRUTH}.get(unit, Sort.NUMBER)


def figure(text: str | None, unit: str, otherwise: float) -> p.Number:
    """An exact figure in the unit that engines reckon with; `otherwise` where there is no bound."""
    if text is None:
        return otherwise
    exact = Fraction(text)
    return p.plain(exact * MINOR if sort_of_unit(unit) is Sort.MONEY else exact)


def figure_value(stated: str, unit: str) -> Value:
    """A stated figure, code or truth as a value."""
    match sort_of_unit(unit):
        case Sort.CODE:
            return p.one_of(stated)
        case Sort.TRUTH:
            return p.truth_of(stated == "true")
        case _:
            return p.exactly(figure(stated, unit, 0))


def parameter_value(parameter: Parameter | Reading) -> Value:
    """What a parameter is: its figure, or the bounds of a figure never published."""
    if isinstance(parameter, Reading):
        return figure_value(parameter.default, parameter.unit)
    if parameter.value is not None:
        return figure_value(parameter.value, parameter.unit)
    unknown: dict[Sort, Value] = {Sort.CODE: p.ANY_CODE, Sort.TRUTH: p.OPEN}
    if (sort := sort_of_unit(parameter.unit)) in unknown:
        return unknown[sort]
    low, high = parameter.bounds or (None, None)
    return Bounds(figure(low, parameter.unit, -INFINITY), figure(high, parameter.unit, INFINITY))


def table_value(table: TableOf) -> Table:
    """A table in minor units; a cell beyond the last row may be unpublished, and then is anything from zero."""
    unpublished = table.beyond == "unpublished"
    beyond: Bounds | None = None
    if table.beyond is not None:
        beyond = Bounds(0, INFINITY) if unpublished else p.exactly(figure(table.beyond, table.unit, 0))
    rows = {
        int(key) if key.isdecimal() else key: p.exactly(figure(cell, table.unit, 0)) for key, cell in table.rows.items()
    }
    return Table(sort_of_unit(table.unit), rows, beyond, unpublished)
