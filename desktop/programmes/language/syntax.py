"""The shape of an expression after parsing: a small closed tree, the only thing that readers ever see.

Nodes are tagged structs, so a pack's parsed form can be sealed to bytes and opened again without the parser.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


class Node(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """Anything that an expression is made of."""


class Num(Node, frozen=True, array_like=True, tag=True):
    """An exact decimal, kept as written."""

    text: str


class Bool(Node, frozen=True, array_like=True, tag=True):
    """TRUE or FALSE."""

    holds: bool


class Text(Node, frozen=True, array_like=True, tag=True):
    """A code in quotes."""

    code: str


class Param(Node, frozen=True, array_like=True, tag=True):
    """`:name`, a parameter or a reading of the pack."""

    name: str


class Name(Node, frozen=True, array_like=True, tag=True):
    """A fact or a variable: `kind`, `education.full_time`, `member.is_head`, `father.status`."""

    parts: tuple[str, ...]

    def __str__(self) -> str:
        """The name as written."""
        return ".".join(self.parts)


class Unary(Node, frozen=True, array_like=True, tag=True):
    """`neg`, `not` or `abs`."""

    op: str
    of: AnyNode


class Binary(Node, frozen=True, array_like=True, tag=True):
    """Arithmetic (`+ - *`), `per`, or a comparison (`= <> < <= > >=`)."""

    op: str
    left: AnyNode
    right: AnyNode


class Logic(Node, frozen=True, array_like=True, tag=True):
    """`and` / `or` over two or more."""

    op: str
    items: tuple[AnyNode, ...]


class In(Node, frozen=True, array_like=True, tag=True):
    """`x IN (…)`."""

    of: AnyNode
    options: tuple[AnyNode, ...]


class Case(Node, frozen=True, array_like=True, tag=True):
    """`CASE WHEN … THEN … ELSE … END`; the ELSE is never left out."""

    branches: tuple[tuple[AnyNode, AnyNode], ...]
    otherwise: AnyNode


class Extreme(Node, frozen=True, array_like=True, tag=True):
    """`least` / `greatest` of several."""

    op: str
    items: tuple[AnyNode, ...]


class Aggregate(Node, frozen=True, array_like=True, tag=True):
    """`sum`, `count_if`, `min`, `max`, `any`, `all` or `sum_top` over children."""

    op: str
    body: AnyNode
    top: AnyNode | None = None


class Place(Node, frozen=True, array_like=True, tag=True):
    """The rank of this child among those where `within`, ordered by `by`."""

    of: AnyNode
    within: AnyNode
    by: AnyNode


class Lookup(Node, frozen=True, array_like=True, tag=True):
    """A row of a table of the pack."""

    table: str
    key: AnyNode


class Since(Node, frozen=True, array_like=True, tag=True):
    """Time from a day to the day of decision in whole units: `age` in years, `months_since`, `days_since`."""

    op: str
    day: AnyNode
    calendar: AnyNode


class Reached(Node, frozen=True, array_like=True, tag=True):
    """Whether n whole units have gone by since a day."""

    day: AnyNode
    n: AnyNode
    unit: str
    calendar: AnyNode


class DaysIn(Node, frozen=True, array_like=True, tag=True):
    """Days of the stays of a list that fall into a window."""

    stays: str
    window: str


class OnRecord(Node, frozen=True, array_like=True, tag=True):
    """Whether a fact or a list is on record."""

    name: Name


class StillOpen(Node, frozen=True, array_like=True, tag=True):
    """Whether a day has not come: no end, no cure on record."""

    name: Name


AnyNode = (
    Num
    | Bool
    | Text
    | Param
    | Name
    | Unary
    | Binary
    | Logic
    | In
    | Case
    | Extreme
    | Aggregate
    | Place
    | Lookup
    | Since
    | Reached
    | DaysIn
    | OnRecord
    | StillOpen
)

UNITS = ("year", "month", "day")
CALENDARS = ("hijri", "gregorian")
WINDOWS = ("year_before_decision", "year_before_application")
COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")


def children(node: AnyNode) -> Iterator[AnyNode]:
    """The nodes directly under `node`."""
    match node:
        case Unary(_, of):
            yield of
        case Binary(_, left, right):
            yield left
            yield right
        case Logic(_, items) | Extreme(_, items):
            yield from items
        case In(of, options):
            yield of
            yield from options
        case Case(branches, otherwise):
            for condition, result in branches:
                yield condition
                yield result
            yield otherwise
        case Aggregate(_, body, top):
            yield body
            if top is not None:
                yield top
        case Place(of, within, by):
            yield of
            yield within
            yield by
        case Lookup(_, key):
            yield key
        case Since(_, day, calendar):
            yield day
            yield calendar
        case Reached(day, n, _, calendar):
            yield day
            yield n
            yield calendar
        case OnRecord(name) | StillOpen(name):
            yield name
        case _:
            return


def walk(node: AnyNode) -> Iterator[AnyNode]:
    """`node` and everything under it, parents first."""
    yield node
    for child in children(node):
        yield from walk(child)
