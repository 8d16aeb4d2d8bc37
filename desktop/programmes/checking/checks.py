"""Whether a pack is fit to decide with: what it names is declared, what it declares is used, and its cases agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from desktop.programmes.checking.cases import CaseResult, read_cases, run_cases
from desktop.programmes.checking.openness import Openness
from desktop.programmes.language import syntax
from desktop.programmes.language.naming import link_name
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Cite, PackText, Says
from desktop.programmes.packs.sealing import open_pack
from desktop.values.errors import OfficeError

_BRACES = re.compile(r"\{([^{}:|]+)(?:\|[^{}]*)?\}")
OUTCOMES = ("met", "unmet", "unknown")


@dataclass(frozen=True)
class PackReport:
    """What a check of one pack found.

    Args:
        pack: the pack, or None where it cannot be opened.
        folder: where it stands.
        faults: what makes it unfit, in one sentence each.
        cases: the result of each of its own cases.
        unexercised: criteria and ways of coming out that no case shows, as `criterion: unknown`; what no missing fact
            can leave open is not asked for.
    """

    folder: Path
    pack: Pack | None
    faults: tuple[OfficeError, ...] = ()
    cases: tuple[CaseResult, ...] = ()
    unexercised: tuple[str, ...] = field(default=())

    @property
    def fit(self) -> bool:
        """Whether nothing is wrong; rules that no case exercises are told, not forbidden."""
        return not self.faults and all(result.agrees for result in self.cases)


def check_pack(folder: Path) -> PackReport:
    """Reads, links and tries one pack."""
    try:
        pack = open_pack(folder)
        pack.link_all()
        book = read_cases(folder)
    except OfficeError as fault:
        return PackReport(folder, None, (fault,))
    faults = [*_uncited(pack.text), *_unused(pack), *_sentences(pack), *_outside_limits(pack.text)]
    try:
        results = tuple(run_cases(pack, book))
    except OfficeError as fault:
        return PackReport(folder, pack, (*faults, fault))
    return PackReport(folder, pack, tuple(faults), results, tuple(_unexercised(pack, results)))


def check_versions(catalogue: Catalogue) -> Iterator[OfficeError]:
    """Days between two versions of a programme that no version covers, and days that two cover for the same people."""
    for programme, versions in catalogue.versions.items():
        packs = sorted((catalogue.pack(programme, one) for one in versions), key=lambda each: each.text.applies.from_)
        for earlier, later in pairwise(packs):
            if not set(earlier.text.applies.cohort) & set(later.text.applies.cohort):
                continue
            end = earlier.text.applies.to
            if end is None or end >= later.text.applies.from_:
                yield OfficeError("programmes.versions_overlap", first=repr(earlier), second=repr(later))
            elif end + timedelta(days=1) < later.text.applies.from_:
                yield OfficeError("programmes.versions_gap", first=repr(earlier), second=repr(later))


def _cites(text: PackText) -> Iterator[tuple[str, Cite | None]]:
    for name, parameter in text.parameters.items():
        yield f"parameters/{name}", parameter.cite
    for name, reading in text.readings.items():
        yield f"readings/{name}", reading.cite
    for name, table in text.tables.items():
        yield f"tables/{name}", table.cite
    for group in (text.variables, text.criteria, text.benefits, text.adjustments, text.documents):
        for each in group:
            yield each.id, each.cite
    for category in text.categories:
        yield category.id, category.cite
    for category in text.categories:
        yield from ((f"{category.id}/{each.id}", each.cite) for each in category.criteria)
        yield from ((f"{category.id}/{each.id}", each.cite) for each in category.documents)
    if text.household_total is not None:
        yield "household_total", text.household_total.cite
    if text.ledger is not None:
        for name, refund in text.ledger.on_cure.items():
            yield f"ledger/on_cure/{name}", refund.cite
        if text.ledger.recovery is not None:
            yield "ledger/recovery", text.ledger.recovery.cite
    for name, deadline in text.deadlines.items():
        yield f"deadlines/{name}", deadline.cite
    yield "rounding", text.rounding.cite


def _uncited(text: PackText) -> Iterator[OfficeError]:
    """Citations of laws that the pack does not list."""
    for place, cite in _cites(text):
        if cite is not None and cite.law not in text.laws:
            yield OfficeError("programmes.unlisted_law", pack=text.id, place=place, law=cite.law)


def _outside_limits(text: PackText) -> Iterator[OfficeError]:
    """Figures neither stated nor bounded, choices not put into words, tables with a hole between two rows."""
    for name, parameter in text.parameters.items():
        if parameter.value is None and not (parameter.unpublished and parameter.bounds is not None):
            yield OfficeError("programmes.figure_missing", pack=text.id, name=name)
    for name, reading in text.readings.items():
        unsaid = [each for each in (reading.default, *reading.other) if each not in reading.options]
        if reading.unit == "code" and unsaid:
            yield OfficeError("programmes.option_unsaid", pack=text.id, name=name, option=", ".join(unsaid))
    for name, table in text.tables.items():
        keys = sorted(int(key) for key in table.rows if key.isdecimal())
        if keys and keys != list(range(keys[0], keys[-1] + 1)):
            yield OfficeError("programmes.table_hole", pack=text.id, name=name)


def _unused(pack: Pack) -> Iterator[OfficeError]:
    """Variables, parameters, readings and tables that no criterion, benefit, document, refund or sentence needs."""
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
        if each.id not in used.variables and not _taken_in(text, each.id):
            yield OfficeError("programmes.unused", pack=text.id, name=f"{each.of}.{each.id}")
    # `income_reading` is read by the engine itself, for the monthly amount that it gives every pack.
    for name in {*text.parameters, *text.readings, *text.tables} - used.figures - {"income_reading"}:
        if not _taken_in(text, name):
            yield OfficeError("programmes.unused", pack=text.id, name=name)


def _taken_in(text: PackText, name: str) -> bool:
    """Whether a name belongs to another programme that this one needs; that one's own check looks after it."""
    return any(name.startswith(f"{prefix}__") for prefix in text.needs)


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


def _spoken_names(text: PackText) -> Iterator[str]:
    for _, says in _said(text):
        for pattern in (says.met, says.unmet, says.unknown):
            for language in (pattern.ar, pattern.en):
                yield from (found for found in _BRACES.findall(language) if found not in ("head", "member"))


def _said(text: PackText) -> Iterator[tuple[str, Says]]:
    """The sentences of every criterion and category, with its id."""
    yield from ((each.id, each.says) for each in text.criteria)
    for category in text.categories:
        yield category.id, category.says
        yield from ((each.id, each.says) for each in category.criteria)


def _sentences(pack: Pack) -> Iterator[OfficeError]:
    """Sentences that name what the pack does not declare, or say a number in one language only."""
    for criterion, says in _said(pack.text):
        for pattern in (says.met, says.unmet, says.unknown):
            arabic, english = (set(_BRACES.findall(words)) - {"head", "member"} for words in (pattern.ar, pattern.en))
            if arabic != english:
                only = ", ".join(sorted(arabic ^ english))
                yield OfficeError("programmes.half_said", pack=pack.text.id, criterion=criterion, name=only)
            for name in sorted(arabic | english):
                if name not in pack.sorts and not _names(pack, name):
                    yield OfficeError("programmes.unspoken", pack=pack.text.id, criterion=criterion, name=name)


def _names(pack: Pack, name: str) -> bool:
    try:
        link_name(syntax.Name(tuple(name.split("."))), pack.subject, pack.scope)
    except OfficeError:
        return False
    return True


def _unexercised(pack: Pack, results: tuple[CaseResult, ...]) -> Iterator[str]:
    shown = {
        (criterion.id, criterion.outcome.value)
        for result in results
        if result.assessment is not None
        for criterion in result.assessment.criteria
    }
    never_open = set(_never_open(pack))
    for criterion, _ in _said(pack.text):
        for outcome in OUTCOMES:
            if (criterion, outcome) not in shown and not (outcome == "unknown" and criterion in never_open):
                yield f"{criterion}: {outcome}"


def _never_open(pack: Pack) -> Iterator[str]:
    """Criteria and categories that come out one way or the other whatever the file leaves out."""
    openness = Openness(pack)
    places = [(each.id, f"criteria/{each.id}", each.when) for each in pack.text.criteria]
    for category in pack.text.categories:
        inside = f"categories/{category.id}"
        places.append((category.id, f"{inside}/when", None))
        places += [(each.id, f"{inside}/{each.id}", each.when) for each in category.criteria]
    for criterion, place, when in places:
        asked = (place,) if when is None else (place, f"{place}/when")
        if not any(openness.can_stay_open(each) for each in asked):
            yield criterion
