"""Everything in a pack that rests on a source, with its citation: what a lawyer asks of each rule and figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.facts.codes import Confidence
from desktop.programmes.packs.pack import Cite, PackText
from desktop.values.language import Wording


class Part(StrEnum):
    """The part of a pack in which something stands."""

    CRITERION = "criterion"
    CATEGORY = "category"
    FIGURE = "figure"
    TABLE = "table"
    READING = "reading"
    BENEFIT = "benefit"
    ADJUSTMENT = "adjustment"
    DOCUMENT = "document"
    DEADLINE = "deadline"
    VARIABLE = "variable"
    LEDGER = "ledger"
    BESIDE = "beside"
    TOTAL = "total"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Cited:
    """Something that rests on a source.

    Args:
        part: where in the pack it stands.
        id: its name there; that of a category's own criterion is `CATEGORY/CRITERION`.
        label: what it is called; None where the pack does not name it.
        cite: the source.
    """

    part: Part
    id: str
    label: Wording | None
    cite: Cite


def cited(text: PackText) -> Iterator[Cited]:
    """What the pack itself states, part by part; what it takes from a programme that it needs is left out."""
    for each in _all(text):
        if not of_other(text, each.id) and not of_other(text, each.cite.law):
            yield each


def of_other(text: PackText, name: str) -> bool:
    """Whether a name belongs to a programme that this one needs, and stands here behind its prefix."""
    return any(name.startswith(f"{prefix}__") for prefix in text.needs)


def confidences(text: PackText) -> dict[Confidence, int]:
    """How many rules and figures rest on sources of each confidence, the surest first."""
    counted = Counter(each.cite.confidence for each in cited(text))
    return {each: counted[each] for each in Confidence if counted[each]}


def _all(text: PackText) -> Iterator[Cited]:
    for criterion in text.criteria:
        yield Cited(Part.CRITERION, criterion.id, criterion.label, criterion.cite)
    for category in text.categories:
        yield Cited(Part.CATEGORY, category.id, category.label, category.cite)
        for criterion in category.criteria:
            yield Cited(Part.CRITERION, f"{category.id}/{criterion.id}", criterion.label, criterion.cite)
        for document in category.documents:
            yield Cited(Part.DOCUMENT, f"{category.id}/{document.id}", document.label, document.cite)
    for name, parameter in text.parameters.items():
        yield Cited(Part.FIGURE, name, parameter.label, parameter.cite)
    for name, table in text.tables.items():
        yield Cited(Part.TABLE, name, table.label, table.cite)
    for name, reading in text.readings.items():
        if reading.cite is not None:
            yield Cited(Part.READING, name, reading.label, reading.cite)
    for benefit in text.benefits:
        yield Cited(Part.BENEFIT, benefit.id, benefit.label, benefit.cite)
    for adjustment in text.adjustments:
        yield Cited(Part.ADJUSTMENT, adjustment.id, adjustment.label, adjustment.cite)
    for document in text.documents:
        yield Cited(Part.DOCUMENT, document.id, document.label, document.cite)
    for variable in text.variables:
        if variable.cite is not None:
            yield Cited(Part.VARIABLE, f"{variable.of}.{variable.id}", variable.label, variable.cite)
    for name, deadline in text.deadlines.items():
        yield Cited(Part.DEADLINE, name, None, deadline.cite)
    for name, beside in text.beside.items():
        yield Cited(Part.BESIDE, name, beside.says, beside.cite)
    if text.ledger is not None:
        for name, refund in text.ledger.on_cure.items():
            yield Cited(Part.LEDGER, name, None, refund.cite)
        if text.ledger.recovery is not None:
            yield Cited(Part.LEDGER, "recovery", None, text.ledger.recovery.cite)
    if text.household_total is not None:
        yield Cited(Part.TOTAL, "household_total", None, text.household_total.cite)
    yield Cited(Part.ROUNDING, "rounding", None, text.rounding.cite)
