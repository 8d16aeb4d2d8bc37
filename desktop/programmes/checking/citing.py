"""Whether everything in a pack that states law says where it is written."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.facts.codes import Confidence
from desktop.programmes.language import syntax
from desktop.programmes.language.sorts import Sort
from desktop.programmes.packs.cited import cited, of_other
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Cite, PackText
from desktop.values.errors import OfficeError

_SECTIONS = {
    "criterion": "criteria",
    "category": "categories",
    "figure": "parameters",
    "table": "tables",
    "reading": "readings",
    "benefit": "benefits",
    "adjustment": "adjustments",
    "document": "documents",
    "deadline": "deadlines",
    "variable": "variables",
    "beside": "beside",
    "ledger": "ledger/on_cure",
}

_NO_FIGURES = frozenset({"0", "1", "12", "100"})
"""Numbers that no law has to say: nothing, one, the months of a year, a hundred per cent."""


def uncited(pack: Pack) -> Iterator[OfficeError]:
    """Citations of laws that are not listed, laws nowhere to be found, figures and choices that cite nothing."""
    text = pack.text
    named = f"{text.id}@{text.version}"
    for place, cite in _cites(text):
        if cite.law not in text.laws:
            yield OfficeError("programmes.unlisted_law", pack=named, place=place, law=cite.law)
        elif cite.confidence is not Confidence.ASSUMED and not _sourced(text, cite):
            yield OfficeError("programmes.unsourced", pack=named, place=place, law=cite.law)
    for name, reading in text.readings.items():
        if reading.cite is None and not of_other(text, name):
            yield OfficeError("programmes.uncited", pack=named, place=f"readings/{name}", figure=name)
    for variable in text.variables:
        figure = _figure_used(pack, pack.trees[f"variables/{variable.of}/{variable.id}"])
        if variable.cite is None and figure is not None and not of_other(text, variable.id):
            place = f"variables/{variable.of}/{variable.id}"
            yield OfficeError("programmes.uncited", pack=named, place=place, figure=figure)


def _cites(text: PackText) -> Iterator[tuple[str, Cite]]:
    for each in cited(text):
        section = _SECTIONS.get(each.part.value)
        if section is None or each.id == "recovery":
            yield "ledger/recovery" if each.id == "recovery" else each.id, each.cite
        elif "/" in each.id:
            yield f"categories/{each.id}", each.cite
        else:
            yield f"{section}/{each.id.replace('.', '/')}", each.cite


def _sourced(text: PackText, cite: Cite) -> bool:
    """Whether a citation, or the law that it names, says in which source it can be read."""
    return cite.source is not None or text.laws[cite.law].source is not None


def _figure_used(pack: Pack, tree: syntax.AnyNode) -> str | None:
    """A figure of law in an expression: a number or amount among the parameters, a table, a number written out."""
    for node in syntax.walk(tree):
        if isinstance(node, syntax.Lookup):
            return node.table
        if isinstance(node, syntax.Num) and node.text not in _NO_FIGURES:
            return node.text
        counts = isinstance(node, syntax.Param) and pack.sorts.get(node.name) in (Sort.NUMBER, Sort.MONEY)
        if isinstance(node, syntax.Param) and counts and node.name in pack.text.parameters:
            return node.name
    return None
