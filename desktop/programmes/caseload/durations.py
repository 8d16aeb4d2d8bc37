"""AGE, MONTHS_SINCE, DAYS_SINCE and REACHED against figures: days against thresholds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.programmes.caseload import arithmetic, periods
from desktop.programmes.caseload.terms import Compiled, Constant, numbers_of
from desktop.programmes.language import syntax
from desktop.programmes.language.possibilities import Bounds
from desktop.programmes.language.syntax import AnyNode
from desktop.values.dates import Unit

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program

UNIT_OF: dict[str, Unit] = {"age": "year", "months_since": "month", "days_since": "day"}
_UNITS: dict[str, Unit] = {"year": "year", "month": "month", "day": "day"}


def against_figure(program: Program, node: syntax.Binary, entity: str) -> Compiled | None:
    """Completed units since a day against a figure: days against thresholds."""
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
    for since, figure, op in (
        (node.left, node.right, node.op),
        (node.right, node.left, turned.get(node.op, node.op)),
    ):
        counted = _since(program, since, entity)
        if counted is None:
            continue
        value = program.compiled(figure, entity)
        if not isinstance(value, Constant) or not isinstance(value.value, Bounds):
            continue
        calendar = periods.calendar_of(program.compiled(counted.calendar, entity))
        day, unit = program.numbers(counted.day, entity), UNIT_OF[counted.op]
        found = periods.compared_with_figure(program.frame(entity), op, day, unit, calendar, value.value, program.on)
        if found is not None:
            return found
    return None


def _since(program: Program, node: AnyNode, entity: str) -> syntax.Since | None:
    while isinstance(node, syntax.Name) and len(node.parts) == 1 and (entity, node.parts[0]) in program.scope.sources:
        node = program.scope.sources[entity, node.parts[0]]
    return node if isinstance(node, syntax.Since) else None


def reached(program: Program, node: syntax.Reached, entity: str) -> Compiled:
    """Whether so many units have gone by since a day."""
    calendar = periods.calendar_of(program.compiled(node.calendar, entity))
    day, n, unit = program.numbers(node.day, entity), program.compiled(node.n, entity), _UNITS[node.unit]
    frame = program.frame(entity)
    if isinstance(n, Constant) and isinstance(n.value, Bounds):
        return periods.at_least(frame, day, n.value, unit, calendar, program.on)
    units = numbers_of(periods.elapsed(program, frame, day, unit, calendar), bounds=program.bounds)
    return arithmetic.compared(frame, ">=", units, numbers_of(n, bounds=program.bounds))
