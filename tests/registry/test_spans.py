"""Days of facts: what a change touches, what it leaves, and what a correction reaches back to."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.registry.spans import STEP, Rewriting, Span, amended, ended, matching, placed

ORIGIN = date(2024, 1, 1)
DAYS = st.integers(0, 60).map(lambda days: ORIGIN + timedelta(days=days))
VALUES = st.integers(0, 2)
CELLS = st.fixed_dictionaries({"a": VALUES, "b": VALUES})


@st.composite
def timelines(draw: st.DrawFn) -> list[Span]:
    cuts = sorted(draw(st.sets(DAYS, max_size=4)))
    edges: list[date | None] = [None, *cuts]
    ends = [cut - timedelta(days=1) for cut in cuts]
    return [Span(since, until, draw(CELLS)) for since, until in zip(edges, [*ends, None], strict=True)]


def after(spans: list[Span], rewriting: Rewriting) -> list[Span]:
    return [span for at, span in enumerate(spans) if at not in rewriting.superseded] + list(rewriting.instead)


def on(spans: list[Span], day: date) -> list[dict[str, object]]:
    return [
        dict(span.cells)
        for span in spans
        if (span.since is None or span.since <= day) and (span.until is None or span.until >= day)
    ]


@settings(max_examples=300)
@given(timelines(), CELLS, DAYS, DAYS)
def test_a_change_from_a_day_on_touches_what_differs_from_that_day_and_nothing_else(
    spans: list[Span], cells: dict[str, int], since: date, day: date
) -> None:
    (before,) = on(spans, day)
    (now,) = on(after(spans, amended(spans, cells, since)), day)
    for name, value in cells.items():
        changed = spans[-1].cells[name] != value and day >= since
        assert now[name] == (value if changed else before[name])


@settings(max_examples=300)
@given(timelines(), CELLS, DAYS)
def test_a_correction_reaches_back_as_far_as_the_wrong_value_was_held(
    spans: list[Span], cells: dict[str, int], day: date
) -> None:
    (before,) = on(spans, day)
    (now,) = on(after(spans, amended(spans, cells, None)), day)
    for name, value in cells.items():
        wrong = spans[-1].cells[name]
        later = [span for span in spans if span.until is None or span.until >= day]
        held = all(span.cells[name] == wrong for span in later)
        assert now[name] == (value if held else before[name])


@given(timelines(), DAYS)
def test_the_same_again_rewrites_nothing(spans: list[Span], since: date) -> None:
    for day in (since, None):
        assert amended(spans, spans[-1].cells, day) == Rewriting((), ())


@given(timelines(), DAYS, DAYS)
def test_what_ended_is_no_more_from_its_day_on_and_was_before(spans: list[Span], since: date, day: date) -> None:
    now = on(after(spans, ended(spans, since)), day)
    assert now == ([] if day >= since else on(spans, day))


@given(timelines(), DAYS)
def test_what_never_was_is_on_no_day(spans: list[Span], day: date) -> None:
    assert on(after(spans, ended(spans, None)), day) == []


@given(st.lists(CELLS, max_size=5), st.lists(CELLS, max_size=5))
def test_every_item_of_both_readings_of_a_list_is_accounted_for_once(
    old: list[dict[str, int]], new: list[dict[str, int]]
) -> None:
    found = matching(old, new)
    assert sorted([*(a for a, _ in (*found.kept, *found.replaced)), *found.removed]) == list(range(len(old)))
    assert sorted([*(b for _, b in (*found.kept, *found.replaced)), *found.added]) == list(range(len(new)))
    assert all(old[a] == new[b] for a, b in found.kept)


@given(st.lists(st.one_of(st.none(), st.integers(-4, 4).map(lambda step: step * STEP)), max_size=8))
def test_positions_rise_and_stay_where_they_can(positions: list[int | None]) -> None:
    found = placed(positions)
    assert all(left < right for left, right in pairwise(found))
    known = [each for each in positions if each is not None]
    if known == sorted(set(known)):
        assert [new for new, old in zip(found, positions, strict=True) if old is not None] == known
