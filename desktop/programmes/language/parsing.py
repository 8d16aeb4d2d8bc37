"""From the text of an expression to its closed tree: sqlglot parses, an allow-list of exact classes decides.

sqlglot accepts far more than an expression (statements, subqueries, any function); nothing passes here that the
language does not name. Importing sqlglot costs most of a second, so only packs without a seal ever come here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from desktop.programmes.language import syntax
from desktop.programmes.language.syntax import AnyNode
from desktop.values.errors import OfficeError

LONGEST = 4_000
DEEPEST = 60
"""Limits far beyond any sentence of law, low enough that a hostile pack is refused before it costs anything."""

_NAMED_ARGUMENT = re.compile(r"\b(within|by):\s")
_PLAIN = re.compile(r"(?:[\s!-&(-:<-?A-\[\]-~]|'[^'\\\x00-\x1f]*')*", re.ASCII)
"""Plain letters without `;` and backslash; others only between quotes, so that no name can look like another one."""

_REMARK = re.compile(r"--|/\*")
_LITERAL = re.compile(r"\d{1,15}(\.\d{1,10})?", re.ASCII)
_LONGEST_NAME = 6
_COMPARISONS = {"EQ": "=", "NEQ": "<>", "LT": "<", "LTE": "<=", "GT": ">", "GTE": ">="}
_ARITHMETIC = {"Add": "+", "Sub": "-", "Mul": "*"}
_AGGREGATES = {"Sum": "sum", "CountIf": "count_if", "Min": "min", "Max": "max", "Any": "any"}


def parse(text: str) -> AnyNode:
    """Reads one expression of a pack.

    Raises:
        OfficeError: `programmes.expression_*`, naming what is not part of the language.
    """
    if len(text) > LONGEST:
        raise OfficeError("programmes.expression_too_long", longest=LONGEST)
    if _deepest_bracket(text) > DEEPEST:
        raise OfficeError("programmes.expression_too_deep", deepest=DEEPEST)
    plain = _PLAIN.match(text)
    remark = _REMARK.search(text)
    if plain is None or plain.end() < len(text) or remark is not None:
        letter = remark[0] if remark is not None else text[plain.end() if plain is not None else 0]
        shown = letter if letter.isascii() else f"U+{ord(letter):04X}"
        raise OfficeError("programmes.expression_letter", letter=shown, expression=_short(text))
    import sqlglot
    from sqlglot.errors import SqlglotError

    try:
        tree = sqlglot.parse_one(_NAMED_ARGUMENT.sub(r"\1 => ", text), dialect="duckdb")
        return _Reading(text).node(tree)
    except (SqlglotError, RecursionError) as fault:
        raise OfficeError("programmes.expression_unreadable", expression=_short(text)) from fault


def _deepest_bracket(text: str) -> int:
    return max(accumulate((letter == "(") - (letter == ")") for letter in text), default=0)


def _short(text: str) -> str:
    shown = text.encode("ascii", "backslashreplace").decode() if not text.isprintable() else text
    return shown if len(shown) <= 120 else shown[:117] + "…"


class _Reading:
    """One expression under translation; every method refuses what it does not know by name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.depth = 0

    def refuse(self, what: str) -> OfficeError:
        return OfficeError("programmes.expression_not_in_language", what=what, expression=_short(self.text))

    def node(self, tree: Any) -> AnyNode:
        self.depth += 1
        if self.depth > 4 * DEEPEST:
            raise OfficeError("programmes.expression_too_deep", deepest=DEEPEST)
        try:
            return self._node(tree)
        finally:
            self.depth -= 1

    def _node(self, tree: Any) -> AnyNode:
        kind = type(tree).__name__
        if tree.comments:
            raise self.refuse("comment")
        if kind in _COMPARISONS:
            return syntax.Binary(_COMPARISONS[kind], self.node(tree.left), self.node(tree.right))
        if kind in _ARITHMETIC:
            return syntax.Binary(_ARITHMETIC[kind], self.node(tree.left), self.node(tree.right))
        if kind in ("And", "Or"):
            return syntax.Logic(kind.lower(), tuple(self._flattened(tree, kind)))
        if kind in _AGGREGATES:
            self._only(tree, "this")
            return syntax.Aggregate(_AGGREGATES[kind], self.node(tree.this))
        reader: Callable[[Any], AnyNode] | None = getattr(self, f"_read_{kind.lower()}", None)
        if reader is None:
            # A function is named as it was written, READ_CSV and not the parser's own READCSV.
            raise self.refuse(tree.sql_name() if hasattr(tree, "sql_name") else kind.upper())
        return reader(tree)

    def _only(self, tree: Any, *allowed: str) -> None:
        """Refuses arguments that a class may carry beside the ones the language knows, as DISTINCT or a subquery."""
        for name, value in tree.args.items():
            if name not in allowed and value not in (None, False, [], ()):
                raise self.refuse(f"{type(tree).__name__.upper()} {name}")

    def _flattened(self, tree: Any, kind: str) -> list[AnyNode]:
        items: list[AnyNode] = []
        stack: list[Any] = [tree]
        while stack:
            top = stack.pop()
            if type(top).__name__ == kind:
                stack.extend((top.right, top.left))
            else:
                items.append(self.node(top))
        return items

    def _read_paren(self, tree: Any) -> AnyNode:
        return self.node(tree.this)

    def _read_alias(self, tree: Any) -> AnyNode:
        # The grammar takes the colon of a parameter behind a bracket for that of `alias: value`, and finds no alias.
        if tree.args.get("alias"):
            raise self.refuse("ALIAS")
        self._only(tree, "this")
        return self.node(tree.this)

    def _read_not(self, tree: Any) -> AnyNode:
        return syntax.Unary("not", self.node(tree.this))

    def _read_neg(self, tree: Any) -> AnyNode:
        return syntax.Unary("neg", self.node(tree.this))

    def _read_abs(self, tree: Any) -> AnyNode:
        return syntax.Unary("abs", self.node(tree.this))

    def _read_boolean(self, tree: Any) -> AnyNode:
        return syntax.Bool(bool(tree.this))

    def _read_literal(self, tree: Any) -> AnyNode:
        if tree.is_string:
            return syntax.Text(str(tree.this))
        if not _LITERAL.fullmatch(str(tree.this)):
            raise self.refuse(_short(str(tree.this)))
        return syntax.Num(str(tree.this))

    def _read_placeholder(self, tree: Any) -> AnyNode:
        self._only(tree, "this")
        if not tree.this or not str(tree.this).isidentifier():
            raise self.refuse("?")
        return syntax.Param(str(tree.this))

    def _read_column(self, tree: Any) -> AnyNode:
        self._only(tree, "this", "table", "db", "catalog")
        parts = [tree.args.get(name) for name in ("catalog", "db", "table", "this")]
        return self._name([part for part in parts if part is not None])

    def _read_dot(self, tree: Any) -> AnyNode:
        parts: list[Any] = []
        while type(tree).__name__ == "Dot":
            parts.insert(0, tree.expression)
            tree = tree.this
            if len(parts) > _LONGEST_NAME:
                raise self.refuse("….…")
        head = self._read_column(tree)
        if not isinstance(head, syntax.Name) or len(head.parts) + len(parts) > _LONGEST_NAME:
            raise self.refuse(f"{head}.…")
        return syntax.Name((*head.parts, *self._name(parts).parts))

    def _name(self, parts: list[Any]) -> syntax.Name:
        texts = []
        for part in parts:
            if type(part).__name__ != "Identifier" or part.args.get("quoted") or not str(part.this).isidentifier():
                raise self.refuse(str(part))
            texts.append(str(part.this))
        if len(texts) > _LONGEST_NAME:
            raise self.refuse(".".join(texts[:_LONGEST_NAME]) + ".…")
        return syntax.Name(tuple(texts))

    def _read_between(self, tree: Any) -> AnyNode:
        self._only(tree, "this", "low", "high")
        value = self.node(tree.this)
        low, high = self.node(tree.args["low"]), self.node(tree.args["high"])
        return syntax.Logic("and", (syntax.Binary(">=", value, low), syntax.Binary("<=", value, high)))

    def _read_in(self, tree: Any) -> AnyNode:
        self._only(tree, "this", "expressions")
        options = tuple(self.node(option) for option in tree.expressions)
        if not options or not all(isinstance(option, (syntax.Text, syntax.Num, syntax.Param)) for option in options):
            raise self.refuse("IN (…)")
        return syntax.In(self.node(tree.this), options)

    def _read_case(self, tree: Any) -> AnyNode:
        self._only(tree, "ifs", "default")
        if tree.args.get("default") is None:
            raise self.refuse("CASE … END without ELSE")
        branches = tuple((self.node(branch.this), self.node(branch.args["true"])) for branch in tree.args["ifs"])
        return syntax.Case(branches, self.node(tree.args["default"]))

    def _read_least(self, tree: Any) -> AnyNode:
        return self._extreme("least", tree)

    def _read_greatest(self, tree: Any) -> AnyNode:
        return self._extreme("greatest", tree)

    def _extreme(self, op: str, tree: Any) -> AnyNode:
        self._only(tree, "this", "expressions", "ignore_nulls")
        return syntax.Extreme(op, (self.node(tree.this), *(self.node(item) for item in tree.expressions)))

    def _read_anonymous(self, tree: Any) -> AnyNode:
        name = str(tree.this).upper()
        arguments = list(tree.expressions)
        reader: Callable[[list[Any]], AnyNode] | None = getattr(self, f"_call_{name.lower()}", None)
        if reader is None:
            raise self.refuse(name)
        try:
            return reader(arguments)
        except (ValueError, IndexError) as fault:
            raise self.refuse(f"{name} with {len(arguments)} arguments") from fault

    def _call_per(self, arguments: list[Any]) -> AnyNode:
        left, right = arguments
        return syntax.Binary("per", self.node(left), self.node(right))

    def _call_all(self, arguments: list[Any]) -> AnyNode:
        (body,) = arguments
        return syntax.Aggregate("all", self.node(body))

    def _call_sum_top(self, arguments: list[Any]) -> AnyNode:
        top, body = arguments
        return syntax.Aggregate("sum_top", self.node(body), self.node(top))

    def _call_place(self, arguments: list[Any]) -> AnyNode:
        of, *named = arguments
        given = {str(argument.this.this): argument.expression for argument in named if argument.key == "kwarg"}
        if set(given) != {"within", "by"} or len(named) != 2:
            raise self.refuse("PLACE without within: and by:")
        return syntax.Place(self.node(of), self.node(given["within"]), self.node(given["by"]))

    def _call_lookup(self, arguments: list[Any]) -> AnyNode:
        table, key = arguments
        return syntax.Lookup(self._word(table), self.node(key))

    def _call_age(self, arguments: list[Any]) -> AnyNode:
        day, calendar = arguments
        return syntax.Since("age", self.node(day), self._calendar(calendar))

    def _call_months_since(self, arguments: list[Any]) -> AnyNode:
        day, calendar = arguments
        return syntax.Since("months_since", self.node(day), self._calendar(calendar))

    def _call_days_since(self, arguments: list[Any]) -> AnyNode:
        (day,) = arguments
        return syntax.Since("days_since", self.node(day), syntax.Text("gregorian"))

    def _call_reached(self, arguments: list[Any]) -> AnyNode:
        day, n, unit, calendar = arguments
        word = self._word(unit)
        if word not in syntax.UNITS:
            raise self.refuse(f"unit {word}")
        return syntax.Reached(self.node(day), self.node(n), word, self._calendar(calendar))

    def _call_days_in(self, arguments: list[Any]) -> AnyNode:
        stays, window = (self._word(argument) for argument in arguments)
        if window not in syntax.WINDOWS:
            raise self.refuse(f"window {window}")
        return syntax.DaysIn(stays, window)

    def _call_on_record(self, arguments: list[Any]) -> AnyNode:
        return syntax.OnRecord(self._plain_name(arguments))

    def _call_still_open(self, arguments: list[Any]) -> AnyNode:
        return syntax.StillOpen(self._plain_name(arguments))

    def _plain_name(self, arguments: list[Any]) -> syntax.Name:
        (argument,) = arguments
        name = self.node(argument)
        if not isinstance(name, syntax.Name):
            raise self.refuse("a test of absence of anything but a fact")
        return name

    def _word(self, tree: Any) -> str:
        name = self.node(tree)
        if not isinstance(name, syntax.Name) or len(name.parts) != 1:
            raise self.refuse(str(tree))
        return name.parts[0]

    def _calendar(self, tree: Any) -> AnyNode:
        node = self.node(tree)
        if isinstance(node, syntax.Param):
            return node
        if isinstance(node, syntax.Name) and str(node) in syntax.CALENDARS:
            return syntax.Text(str(node))
        raise self.refuse(f"calendar {tree}")
