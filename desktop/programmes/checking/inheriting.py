"""What an amended version takes over from the cases of the versions that it amends.

An amendment states what it changes, and its `cases.yaml` shows that. A rule that it leaves alone is shown by the cases
of the versions before it: they are run against the amended text on the day that they name, and count for the rules that
say the same in both versions, down to the last variable, figure, reading and table behind them. What a case says of
any other rule is passed over, for another text may well give another answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.facts.assessment import Assessment
from desktop.programmes.checking.cases import CaseBook, CaseResult, Expected, differences_of, read_cases, run_cases
from desktop.programmes.language import syntax
from desktop.programmes.language.syntax import AnyNode
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.entitlement import ENTITLED, belongs
from desktop.programmes.packs.sealing import open_pack

_BY_THE_ENGINE = "income_reading"
"""Read by the engine itself, for the monthly amount that it gives every pack."""


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A version that another one amends, itself or by way of versions between them, with its own cases."""

    pack: Pack
    book: CaseBook


@dataclass(frozen=True, slots=True)
class Inherited:
    """A case of an ancestor, run against the amended text.

    Args:
        result: what came out; of its expectations those alone that concern rules which the amendment leaves alone.
        unchanged: the places of the rules that say the same in both versions.
    """

    result: CaseResult
    unchanged: frozenset[str]


def ancestors(folder: Path, pack: Pack) -> Iterator[Ancestor]:
    """The versions that the pack of a folder amends, the nearest first."""
    amended = pack.text.amends
    while amended is not None:
        place = folder.parent / amended
        base = open_pack(place)
        yield Ancestor(base, read_cases(place))
        amended = base.text.amends


def run_inherited(pack: Pack, ancestor: Ancestor, unchanged: frozenset[str]) -> Iterator[Inherited]:
    """The ancestor's cases against the amended text; those that state a figure which is law no more are left out.

    Args:
        pack: the amended version.
        ancestor: a version that it amends.
        unchanged: their `unchanged_places`.
    """
    whole = all(place in unchanged for place in pack.trees)
    stated = {*pack.text.parameters, *pack.text.readings}
    cases = tuple(each for each in ancestor.book.cases if set(each.figures) <= stated)
    for result in run_cases(pack, CaseBook(bases=ancestor.book.bases, cases=cases)):
        found = result.assessment
        if not whole and found is not None:
            kept = _kept(pack, result.case.expect, found, unchanged)
            result = CaseResult(result.case, found, tuple(differences_of(kept, found)))  # noqa: PLW2901
        yield Inherited(result, unchanged)


def unchanged_places(one: Pack, other: Pack) -> frozenset[str]:
    """The places at which two packs state the same rule, with the same rules and figures behind it."""
    first, second = _Behind(one), _Behind(other)
    return frozenset(place for place in one.trees.keys() & other.trees.keys() if first.of(place) == second.of(place))


def _kept(pack: Pack, expect: Expected, found: Assessment, unchanged: frozenset[str]) -> Expected:
    """What a case expects of the rules that the amendment leaves alone; of an outcome that it may change, what came."""
    derived = f"derived/{pack.subject}"
    nested = {
        one.id: f"categories/{category.id}/{one.id}" for category in pack.text.categories for one in category.criteria
    }
    return Expected(
        outcome=expect.outcome if f"{derived}/{ENTITLED}" in unchanged else found.outcome.value,
        criteria={
            name: wanted
            for name, wanted in expect.criteria.items()
            if f"{derived}/meets_{name}" in unchanged or nested.get(name) in unchanged
        },
        categories={
            name: wanted for name, wanted in expect.categories.items() if f"{derived}/{belongs(name)}" in unchanged
        },
    )


class _Behind:
    """What each rule of a pack comes down to: the rules, figures and tables behind it."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._said = {place: msgspec.json.encode(tree) for place, tree in pack.trees.items()}
        self._named: dict[str, list[str]] = {}
        for place in pack.trees:
            section, *rest = place.split("/")
            if section in ("variables", "derived"):
                self._named.setdefault(rest[-1], []).append(place)
        self._beneath = {place: self._direct(tree) for place, tree in pack.trees.items()}

    def of(self, place: str) -> frozenset[object]:
        """Everything that what stands at a place rests on, itself included."""
        found: set[object] = set()
        waiting, seen = [place], {place}
        while waiting:
            at = waiting.pop()
            figures, names = self._beneath[at]
            found |= {(at, self._said[at]), *figures}
            # Whose variable a name means is not asked: following all of that name only finds more to differ.
            further = {each for name in names for each in self._named.get(name, ())} - seen
            seen |= further
            waiting += further
        return frozenset(found)

    def _direct(self, tree: AnyNode) -> tuple[frozenset[object], frozenset[str]]:
        """The figures and tables that an expression reads, and the names in it."""
        figures: set[object] = set()
        names: set[str] = set()
        for node in syntax.walk(tree):
            match node:
                case syntax.Param(name):
                    figures.add((name, repr(self._pack.parameters.get(name))))
                case syntax.Lookup(table, _):
                    figures.add((table, repr(self._pack.scope.tables[table])))
                case syntax.Name(parts):
                    names.update(parts)
                    if parts[-1] == "monthly":
                        figures.add((_BY_THE_ENGINE, repr(self._pack.parameters.get(_BY_THE_ENGINE))))
                case _:
                    pass
        return frozenset(figures), frozenset(names)
