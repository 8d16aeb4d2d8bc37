"""The next days on which something that an answer read may turn, derived from the facts and the calendars.

Nothing that was read turns before the first of them: so the answer stands until then. A rule is asked again there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.foresight.lines import Line, first_crossing, lines_of, moves
from desktop.programmes.foresight.movement import MONTHLY, Movement
from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.aggregates import iterated, year_before
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.facts_read import property_reader
from desktop.programmes.language.family import Instance
from desktop.programmes.language.incomes import DAYS_IN_YEAR
from desktop.programmes.language.periods import turning_day
from desktop.programmes.language.possibilities import NEVER, Bounds, Number, Truth
from desktop.programmes.language.syntax import AnyNode
from desktop.values.dates import Calendar, Unit
from desktop.values.errors import OfficeError

_UNIT: dict[str, Unit] = {"age": "year", "months_since": "month", "days_since": "day"}
_UNITS: dict[str, Unit] = {"year": "year", "month": "month", "day": "day"}
_LONGEST = {"year": 300, "month": 3600, "day": NEVER}
"""Whole units beyond which the calendars are not asked."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which an expression may give something else than the day before.

    Args:
        day: ordinal of the day.
        place: the expression's variable, criterion, category or benefit in the pack; `death` or `monthly` of a fact.
        node: what turns; None for a fact.
        entity: what `node` is read about.
        instance: of whom.
    """

    day: int
    place: str
    node: AnyNode | None
    entity: str
    instance: Instance


Root = tuple[str, str, Instance]
"""A place of the pack with the entity and the instance that it was asked about."""


def turns(movement: Movement, today: Evaluation, tomorrow: Evaluation, roots: Sequence[Root]) -> tuple[Turn, ...]:
    """What may turn after the day of `today`, as far as `today` has read; nothing else turns before the first of them.

    Args:
        movement: of the pack.
        today: the reading, with the answer already asked.
        tomorrow: the same household read a day later, by which lines are known.
        roots: the expressions that the answer began with.
    """
    walked = _Walk(movement, today, tomorrow)
    for place, entity, instance in roots:
        walked.read(place, movement.trees[place], entity, instance)
    met = today.family.met()
    for number, name in today.read_so_far():
        instance = met[number]
        if name == MONTHLY and instance.entity == "income":
            walked.income(instance)
        for section in ("variables", "derived"):
            place = f"{section}/{instance.entity}/{name}"
            if place in movement.trees:
                walked.read(place, movement.trees[place], instance.entity, instance)
    walked.deaths()
    return tuple(walked.found)


class _Walk:
    def __init__(self, movement: Movement, today: Evaluation, tomorrow: Evaluation) -> None:
        self.movement = movement
        self.today = today
        self.tomorrow = tomorrow
        self.found: list[Turn] = []
        self._place = ""

    def read(self, place: str, tree: AnyNode, entity: str, instance: Instance) -> None:
        self._place = place
        self._visit(tree, entity, instance)

    def deaths(self) -> None:
        """A death that is to come turns what a relative's situation is read from."""
        for member in self.today.family.members():
            died = getattr(member.record, "death_date", None)
            if isinstance(died, date):
                self._add(died.toordinal(), "death", None, member.entity, member)

    def income(self, income: Instance) -> None:
        """An income begins, ends, or falls out of the year that is looked at."""
        for name in ("since", "until"):
            for today, tomorrow in self._fact_lines(income, name):
                if today != tomorrow or not 1 <= today < NEVER:
                    continue
                for later in (0, 1, DAYS_IN_YEAR, DAYS_IN_YEAR + 1):
                    self._add(int(today) + later, MONTHLY, None, income.entity, income)

    def _visit(self, node: AnyNode, entity: str, instance: Instance) -> None:
        if not self.movement.moves(node):
            return
        match node:
            case syntax.Reached():
                self._reached(node, entity, instance)
            case syntax.Since():
                self._since(node, entity, instance)
            case syntax.StillOpen(name):
                for end in self._standing(name, entity, instance):
                    self._add(end, self._place, node, entity, instance)
            case syntax.DaysIn():
                self._days_in(node, entity, instance)
            case syntax.Aggregate():
                self._aggregate(node, entity, instance)
                return
            case syntax.Place():
                self._placed(node, entity, instance)
                return
            case syntax.Name():
                return
            case _:
                self._number(node, entity, instance)
        for child in syntax.children(node):
            self._visit(child, entity, instance)

    def _number(self, node: AnyNode, entity: str, instance: Instance) -> None:
        """Where numbers that run in lines meet, the expression over them bends or turns."""
        match node:
            case syntax.Binary(op, left, right) if op in syntax.COMPARISONS:
                self._meet(node, entity, instance, self._all(entity, instance, left, right))
            case syntax.Binary(op, left, right) if op in ("*", "per"):
                one, other = self._all(entity, instance, left), self._all(entity, instance, right)
                if moves(other) and (op == "per" or moves(one)):
                    self._add(self.today.day + 1, self._place, node, entity, instance)
                self._meet(node, entity, instance, [*one, *other, (0, 0)])
            case syntax.In(of, options):
                self._meet(node, entity, instance, self._all(entity, instance, of, *options))
            case syntax.Extreme(_, items):
                self._meet(node, entity, instance, self._all(entity, instance, *items))
            case syntax.Unary("abs", of):
                self._meet(node, entity, instance, [*self._all(entity, instance, of), (0, 0)])
            case syntax.Lookup(_, key):
                lines = self._all(entity, instance, key)
                if moves(lines):
                    self._add(self.today.day + 1, self._place, node, entity, instance)
            case syntax.Case(branches, otherwise):
                self._meet(node, entity, instance, self._all(entity, instance, *(b for _, b in branches), otherwise))

    def _reached(self, node: syntax.Reached, entity: str, instance: Instance) -> None:
        times = self._bounds(node.n, entity, instance, self.today)
        unit, calendar = _UNITS[node.unit], self._calendar(node.calendar, entity, instance)
        if times is None:
            return
        for end in self._standing(node.day, entity, instance):
            for n in {times.low, times.high}:
                self._complete(end, n, unit, calendar, (node, entity, instance))

    def _since(self, node: syntax.Since, entity: str, instance: Instance) -> None:
        unit, calendar = _UNIT[node.op], self._calendar(node.calendar, entity, instance)
        if unit == "day":
            return
        figures = self.movement.figures(node)
        now = self._bounds(node, entity, instance, self.today)
        if now is None:
            return
        steps = {now.low + 1, now.high + 1} if figures is None else {*figures, *(math.floor(f) + 1 for f in figures)}
        for end in self._standing(node.day, entity, instance):
            for n in steps:
                self._complete(end, n, unit, calendar, (node, entity, instance))

    def _complete(
        self, since: int, n: Number, unit: Unit, calendar: Calendar, at: tuple[AnyNode, str, Instance]
    ) -> None:
        if not -_LONGEST[unit] <= n <= _LONGEST[unit]:
            return
        units = math.ceil(n)
        if unit == "day":
            self._add(since + units, self._place, *at)
            return
        try:
            turn = turning_day(since, units, unit, calendar)
        except (OfficeError, ValueError):
            return  # beyond every calendar: periods are not counted there
        if turn is not None:
            self._add(turn.toordinal(), self._place, *at)

    def _days_in(self, node: syntax.DaysIn, entity: str, instance: Instance) -> None:
        """The days on which the count begins or ceases to grow or to fall; leap days shift the window's beginning."""
        if node.window != "year_before_decision":
            return
        stays = self.today.children(instance, node.stays).listed
        ends = [end for stay in stays for name in ("from", "to") for end, _ in self._fact_lines(stay, name)]
        known = [int(end) for end in ends if 1 <= end < NEVER]
        start = year_before(self.today.on).toordinal()
        phantoms = self.today.children(instance, node.stays).phantoms
        if not phantoms and not any(end > start for end in ends):
            return
        days = {*known, *(day for end in known for day in _anniversary(end))}
        for year in range(self.today.on.year, self.today.on.year + 2):
            march = date(year, 3, 1).toordinal()
            days |= {march - 2, march - 1, march, march + 1}
        for day in days:
            self._add(day, self._place, node, entity, instance)

    def _aggregate(self, node: syntax.Aggregate, entity: str, instance: Instance) -> None:
        child = iterated(node.body, entity)
        children = self.today.children(instance, child)
        everyone = (*children.listed, *children.phantoms)
        for one in everyone:
            self._visit(node.body, child, one)
        if node.top is not None:
            self._visit(node.top, entity, instance)
        if node.op in ("min", "max", "sum_top"):
            lines = [line for one in everyone for line in self._all(child, one, node.body)]
            self._meet(node, entity, instance, lines)
        elif node.op == "sum":
            open_ends = [line for one in children.phantoms for line in self._all(child, one, node.body)]
            self._meet(node, entity, instance, [*open_ends, (0, 0)])

    def _placed(self, node: syntax.Place, entity: str, instance: Instance) -> None:
        self._visit(node.of, entity, instance)
        children = self.today.children(self.today.family.household, entity)
        lines: list[Line] = []
        for one in (*children.listed, *children.phantoms):
            self._visit(node.within, entity, one)
            self._visit(node.by, entity, one)
            lines += self._all(entity, one, node.by)
        self._meet(node, entity, instance, lines)

    def _meet(self, node: AnyNode, entity: str, instance: Instance, lines: Sequence[Line]) -> None:
        if not moves(lines):
            return
        crossing = first_crossing(list(dict.fromkeys(lines)))
        if crossing is not None:
            self._add(self.today.day + crossing, self._place, node, entity, instance)

    def _all(self, entity: str, instance: Instance, *nodes: AnyNode) -> list[Line]:
        lines: list[Line] = []
        for node in nodes:
            today = self._bounds(node, entity, instance, self.today)
            tomorrow = self._bounds(node, entity, instance, self.tomorrow)
            if today is not None and tomorrow is not None:
                lines += lines_of(today, tomorrow)
        return lines

    def _standing(self, node: AnyNode, entity: str, instance: Instance) -> Iterator[int]:
        """The days that a day may be; the end that moves on with the day of decision is left out."""
        for today, tomorrow in self._all(entity, instance, node):
            if today == tomorrow and 1 <= today < NEVER:
                yield int(today)

    def _fact_lines(self, instance: Instance, name: str) -> Iterable[Line]:
        read = property_reader(vocabulary()[instance.entity].properties[name])
        today, tomorrow = read(self.today, instance), read(self.tomorrow, instance)
        return lines_of(today, tomorrow) if isinstance(today, Bounds) and isinstance(tomorrow, Bounds) else ()

    def _bounds(self, node: AnyNode, entity: str, instance: Instance, evaluation: Evaluation) -> Bounds | None:
        value = self.movement.reader(node, entity)(evaluation, instance)
        return value if isinstance(value, Bounds) else None

    def _calendar(self, node: AnyNode, entity: str, instance: Instance) -> Calendar:
        value = self.movement.reader(node, entity)(self.today, instance)
        if not isinstance(value, p.Codes) or value.options is None:
            raise TypeError(value)
        return Calendar(next(iter(value.options)))

    def _add(self, day: int, place: str, node: AnyNode | None, entity: str, instance: Instance) -> None:
        if day > self.today.day:
            self.found.append(Turn(day, place, node, entity, instance))


def _anniversary(ordinal: int) -> tuple[int, ...]:
    """The first day whose year before begins on or after a day."""
    day = date.fromordinal(ordinal)
    if day.year >= date.max.year:
        return ()
    try:
        return (day.replace(year=day.year + 1).toordinal(),)
    except ValueError:
        return (date(day.year + 1, 2, 28).toordinal(), date(day.year + 1, 3, 1).toordinal())


def turned(turn: Turn, movement: Movement, before: Evaluation, then: Evaluation) -> bool:
    """Whether what the turn speaks of gives another value then."""
    if turn.node is None:
        return True
    read = movement.reader(turn.node, turn.entity)
    one, other = read(before, turn.instance), read(then, turn.instance)
    return one is not other if isinstance(one, Truth) else one != other
