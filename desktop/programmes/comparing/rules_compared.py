"""The rules of two versions compared: criteria, categories, calculations, benefits, papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from desktop.programmes.comparing.sentences import Difference, both, came_or_went, label_or_name, reworded, ruled
from desktop.programmes.packs.pack import (
    AdjustmentOf,
    Benefit,
    Category,
    Criterion,
    Document,
    PackText,
    Variable,
)
from desktop.values.language import Wording

Named = TypeVar("Named", bound=Criterion | Category | Benefit | AdjustmentOf | Document)


def rules(old: PackText, new: PackText) -> Iterator[Difference]:
    """Criteria and categories."""
    criterion, category = Wording("معيار", "criterion"), Wording("فئة", "category")
    yield from _criteria(criterion, "criteria", old.criteria, new.criteria)
    for place, before, after in both(_by_id(old.categories), _by_id(new.categories), "categories"):
        if before is None or after is None:
            if (each := before or after) is not None:
                yield came_or_went(place, category, each.label, gone=after is None, cite=each.cite)
            continue
        if (before.when, before.pays) != (after.when, after.pays):
            yield ruled(place, category, after.label, after.cite)
        elif (before.label, before.says) != (after.label, after.says):
            yield reworded(place, category, after.label, after.cite)
        yield from _criteria(criterion, place, before.criteria, after.criteria)
        yield from _papers(f"{place}/documents", before.documents, after.documents)


def _criteria(
    kind: Wording, section: str, old: tuple[Criterion, ...], new: tuple[Criterion, ...]
) -> Iterator[Difference]:
    for place, before, after in both(_by_id(old), _by_id(new), section):
        if before is None or after is None:
            if (each := before or after) is not None:
                yield came_or_went(place, kind, each.label, gone=after is None, cite=each.cite)
        elif (before.is_, before.when) != (after.is_, after.when):
            yield ruled(place, kind, after.label, after.cite)
        elif (before.label, before.says) != (after.label, after.says):
            yield reworded(place, kind, after.label, after.cite)


def terms(old: PackText, new: PackText) -> Iterator[Difference]:
    """Variables, told by their labels; those that nobody named are the pack's own workings and told by their names."""
    kind = Wording("حساب", "calculation")

    def by_place(text: PackText) -> dict[str, Variable]:
        return {f"{each.of}/{each.id}": each for each in text.variables}

    for place, before, after in both(by_place(old), by_place(new), "variables"):
        if before is None or after is None:
            if (each := before or after) is not None:
                yield came_or_went(place, kind, label_or_name(each.label, place), gone=after is None, cite=each.cite)
        elif before.is_ != after.is_:
            yield ruled(place, kind, label_or_name(after.label, place), after.cite)
        elif before.label != after.label:
            yield reworded(place, kind, label_or_name(after.label, place), after.cite)


def paid(old: PackText, new: PackText) -> Iterator[Difference]:
    """Benefits, what is held back of them, the household's total, and the papers asked for."""
    benefit, held = Wording("مبلغ", "benefit"), Wording("خصم", "deduction")
    for place, before, after in both(_by_id(old.benefits), _by_id(new.benefits), "benefits"):
        if before is None or after is None:
            if (each := before or after) is not None:
                yield came_or_went(place, benefit, each.label, gone=after is None, cite=each.cite)
        elif (before.is_, before.when, before.period) != (after.is_, after.when, after.period):
            yield ruled(place, benefit, after.label, after.cite)
        elif before.label != after.label:
            yield reworded(place, benefit, after.label, after.cite)
    for place, earlier, later in both(_by_id(old.adjustments), _by_id(new.adjustments), "adjustments"):
        if earlier is None or later is None:
            if (one := earlier or later) is not None:
                yield came_or_went(place, held, one.label, gone=later is None, cite=one.cite)
        elif (earlier.is_, earlier.of) != (later.is_, later.of):
            yield ruled(place, held, later.label, later.cite)
        elif earlier.label != later.label:
            yield reworded(place, held, later.label, later.cite)
    totals = [each.household_total.is_ if each.household_total is not None else None for each in (old, new)]
    if totals[0] != totals[1]:
        stated = new.household_total or old.household_total
        label = Wording("ما يجتمع للأسرة", "what the household receives in all")
        yield ruled("household_total", Wording("مبلغ", "benefit"), label, None if stated is None else stated.cite)
    yield from _papers("documents", old.documents, new.documents)


def _papers(section: str, old: Iterable[Document], new: Iterable[Document]) -> Iterator[Difference]:
    kind = Wording("مستند", "document")
    for place, before, after in both(_by_id(old), _by_id(new), section):
        if before is None or after is None:
            if (each := before or after) is not None:
                yield came_or_went(place, kind, each.label, gone=after is None, cite=each.cite)
        elif (before.when, before.of) != (after.when, after.of):
            yield ruled(place, kind, after.label, after.cite)
        elif before.label != after.label:
            yield reworded(place, kind, after.label, after.cite)


def _by_id(stated: Iterable[Named]) -> dict[str, Named]:
    return {each.id: each for each in stated}
