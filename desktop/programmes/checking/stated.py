"""What a pack states and nothing uses, or states by halves: names, options, rows, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.facts.vocabulary import Kind, Property
from desktop.programmes.checking.measures import fact_named
from desktop.programmes.checking.subjects import entity_at
from desktop.programmes.language import syntax
from desktop.programmes.language.aggregates import iterated
from desktop.programmes.language.naming import link_name
from desktop.programmes.packs.cited import of_other
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import PackText, Says
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

_BRACES = re.compile(r"\{([^{}:|]+)(?:\|[^{}]*)?\}")
_PERSONS = ("head", "member")
_BY_THE_ENGINE = "income_reading"
"""Read by the engine itself, for the monthly amount that it gives every pack."""


def named(text: PackText) -> str:
    """A pack as its faults name it."""
    return f"{text.id}@{text.version}"


def unfinished(text: PackText) -> Iterator[OfficeError]:
    """Figures neither stated nor bounded, choices not put into words, tables with a hole between two rows."""
    for name, parameter in text.parameters.items():
        if parameter.value is None and not (parameter.unpublished and parameter.bounds is not None):
            yield OfficeError("programmes.figure_missing", pack=named(text), name=name, place=f"parameters/{name}")
    for name, reading in text.readings.items():
        unsaid = [each for each in (reading.default, *reading.other) if each not in reading.options]
        if reading.unit == "code" and unsaid:
            options = ", ".join(unsaid)
            yield OfficeError(
                "programmes.option_unsaid", pack=named(text), name=name, option=options, place=f"readings/{name}"
            )
    for name, table in text.tables.items():
        keys = sorted(int(key) for key in table.rows if key.isdecimal())
        if keys and keys[-1] - keys[0] >= len(keys):
            yield OfficeError("programmes.table_hole", pack=named(text), name=name, place=f"tables/{name}")


def unused(pack: Pack) -> Iterator[OfficeError]:
    """Variables, parameters, readings and tables that no criterion, benefit, document or sentence comes down to."""
    text = pack.text
    used = _Used(pack)
    for place, tree in pack.trees.items():
        if not place.startswith("variables/"):
            used.follow(tree)
    for name in _spoken_names(text):
        used.follow(syntax.Name(tuple(name.split("."))))
        used.figures.add(name)
    if text.ledger is not None:
        used.figures.update(each.of for each in text.ledger.on_cure.values() if each.of is not None)
    for each in text.variables:
        if each.id not in used.variables and not of_other(text, each.id):
            place = f"variables/{each.of}/{each.id}"
            yield OfficeError("programmes.unused", pack=named(text), name=f"{each.of}.{each.id}", place=place)
    stated = [("parameters", each) for each in text.parameters]
    stated += [("readings", each) for each in text.readings if each != _BY_THE_ENGINE]
    stated += [("tables", each) for each in text.tables]
    for section, name in stated:
        if name not in used.figures and not of_other(text, name):
            yield OfficeError("programmes.unused", pack=named(text), name=name, place=f"{section}/{name}")


class _Used:
    """What is reached from the expressions that decide something, by name; generous about which entity's it is."""

    def __init__(self, pack: Pack) -> None:
        self.variables: set[str] = set()
        self.figures: set[str] = set()
        self._by_name: dict[str, list[syntax.AnyNode]] = {}
        for (_, name), tree in pack.scope.sources.items():
            self._by_name.setdefault(name, []).append(tree)

    def follow(self, tree: syntax.AnyNode) -> None:
        for node in syntax.walk(tree):
            if isinstance(node, syntax.Param):
                self.figures.add(node.name)
            elif isinstance(node, syntax.Lookup):
                self.figures.add(node.table)
            elif isinstance(node, syntax.Name) and node.parts[-1] not in self.variables:
                found = self._by_name.get(node.parts[-1], [])
                if found:
                    self.variables.add(node.parts[-1])
                for each in found:
                    self.follow(each)


def said(text: PackText) -> Iterator[tuple[str, Says]]:
    """The sentences of every criterion and category, with the place in the pack."""
    yield from ((f"criteria/{each.id}", each.says) for each in text.criteria)
    for category in text.categories:
        yield f"categories/{category.id}", category.says
        yield from ((f"categories/{category.id}/{each.id}", each.says) for each in category.criteria)


def _patterns(text: PackText) -> Iterator[tuple[str, Wording]]:
    """Every sentence by itself, those of the order of need among them."""
    for place, says in said(text):
        yield from ((place, pattern) for pattern in (says.met, says.unmet, says.unknown))
    for score in () if text.ranking is None else text.ranking.scores:
        if score.says is not None:
            yield f"ranking/{score.id}", score.says


def _spoken_names(text: PackText) -> Iterator[str]:
    for _, pattern in _patterns(text):
        for language in (pattern.ar, pattern.en):
            yield from (found for found in _BRACES.findall(language) if found not in _PERSONS)


def misspoken(pack: Pack) -> Iterator[OfficeError]:
    """Sentences that name what the pack does not declare, or say a number in one language only."""
    for place, pattern in _patterns(pack.text):
        criterion = place.rsplit("/", 1)[-1]
        arabic, english = (set(_BRACES.findall(words)) - set(_PERSONS) for words in (pattern.ar, pattern.en))
        if arabic != english:
            only = ", ".join(sorted(arabic ^ english))
            yield OfficeError(
                "programmes.half_said", pack=named(pack.text), criterion=criterion, name=only, place=place
            )
        for name in sorted(arabic | english):
            if name not in pack.sorts and not _names(pack, name):
                yield OfficeError(
                    "programmes.unspoken", pack=named(pack.text), criterion=criterion, name=name, place=place
                )


def _names(pack: Pack, name: str) -> bool:
    try:
        link_name(syntax.Name(tuple(name.split("."))), pack.subject, pack.scope)
    except OfficeError:
        return False
    return True


def miscoded(pack: Pack) -> Iterator[OfficeError]:
    """Codes compared with a fact or reading that can never have them, and options that nothing tells from another."""
    compared: dict[str, set[str]] = {}
    ledger = pack.text.ledger
    otherwise = set() if ledger is None else {each.of for each in ledger.on_cure.values() if each.of is not None}
    for place, tree in pack.trees.items():
        if place.startswith("derived/"):
            continue
        for one, codes, entity in _comparisons(tree, entity_at(pack, place)):
            if isinstance(one, syntax.Param):
                compared.setdefault(one.name, set()).update(codes)
            for code in sorted(codes - (_codes_of(pack, one, entity) or codes)):
                yield OfficeError(
                    "programmes.unknown_code", pack=named(pack.text), place=place, name=str(one), code=code
                )
        otherwise.update(_read_otherwise(tree))
    for name, reading in pack.text.readings.items():
        if reading.unit != "code" or name in otherwise or name == _BY_THE_ENGINE or of_other(pack.text, name):
            continue
        alike = [each for each in (reading.default, *reading.other) if each not in compared.get(name, set())]
        if len(alike) > 1:
            yield OfficeError(
                "programmes.options_alike",
                pack=named(pack.text),
                place=f"readings/{name}",
                name=name,
                option=", ".join(alike),
            )


def _shown(node: syntax.AnyNode) -> str:
    return f":{node.name}" if isinstance(node, syntax.Param) else str(node)


def _comparisons(node: syntax.AnyNode, entity: str) -> Iterator[tuple[syntax.AnyNode, set[str], str]]:
    """What is compared with codes written in the expression, the codes, and of whom it is asked."""
    match node:
        case syntax.Binary("=" | "<>", one, syntax.Text(code)) | syntax.Binary("=" | "<>", syntax.Text(code), one):
            yield one, {code}, entity
        case syntax.In(one, options):
            yield one, {option.code for option in options if isinstance(option, syntax.Text)}, entity
        case syntax.Aggregate(_, body, top):
            yield from _comparisons(body, iterated(body, entity))
            if top is not None:
                yield from _comparisons(top, entity)
            return
        case _:
            pass
    for child in syntax.children(node):
        yield from _comparisons(child, entity)


def _read_otherwise(node: syntax.AnyNode, *, compared: bool = False) -> Iterator[str]:
    """Readings whose value goes on as it is, as a calendar or the key of a table."""
    if isinstance(node, syntax.Param) and not compared:
        yield node.name
    texts = isinstance(node, syntax.In) or (
        isinstance(node, syntax.Binary) and any(isinstance(each, syntax.Text) for each in (node.left, node.right))
    )
    for child in syntax.children(node):
        yield from _read_otherwise(child, compared=texts)


def _codes_of(pack: Pack, node: syntax.AnyNode, entity: str) -> set[str] | None:
    """The codes that a name or reading can have; None where they are not listed."""
    if isinstance(node, syntax.Param):
        reading = pack.text.readings.get(node.name)
        return None if reading is None or reading.unit != "code" else {reading.default, *reading.other}
    if not isinstance(node, syntax.Name) or any(key[1] == node.parts[-1] for key in pack.scope.sources):
        return None
    described: Property | None = fact_named(node.parts, entity)
    return set(described.codes) if described is not None and described.kind is Kind.CODE else None
