"""What becomes of dated facts when they change from a day on, or turn out never to have been so. Pure.

Only what was changed changes: a family that is found to have moved in May keeps the income that it has had since June.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import pairwise

STEP = 1024
"""Room left between two items of a list, so that others can be put between them without touching either."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Facts and the first and last day on which they were so; None is open."""

    since: date | None
    until: date | None
    cells: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Which spans, by their index, are no longer believed, and what is believed instead."""

    superseded: tuple[int, ...]
    instead: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """How two readings of a list correspond: pairs (old, new) that are equal or stand for each other, and the rest."""

    kept: tuple[tuple[int, int], ...]
    replaced: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def amended(spans: Sequence[Span], cells: Mapping[str, object], since: date | None) -> Rewriting:
    """Make the last of `spans` say `cells`; what differs is so from `since` on.

    Args:
        spans: in the order of their days, each ending on the day before the next; the last one open.
        cells: every cell of the thing.
        since: first day of what differs; None is a correction: it was never otherwise, as far back as the office held
            the value that is now found wrong.
    """
    last = spans[-1].cells
    new = {name: value for name, value in cells.items() if last[name] != value}
    runs = {name: _run(spans, name) for name in new} if since is None else {}
    superseded: list[int] = []
    instead: list[Span] = []
    for at, span in enumerate(spans):
        pieces: tuple[Span, ...] = (span,)
        if since is None:
            right = {name: value for name, value in new.items() if at >= runs[name]}
            pieces = (Span(span.since, span.until, {**span.cells, **right}),)
        elif span.until is None or span.until >= since:
            pieces = (Span(span.since, span.until, {**span.cells, **new}),)
            if span.since is None or span.since < since:
                pieces = (Span(span.since, since - _DAY, span.cells), Span(since, span.until, pieces[0].cells))
        if new and pieces != (span,):
            superseded.append(at)
            instead.extend(pieces)
    return Rewriting(tuple(superseded), tuple(instead))


def ended(spans: Sequence[Span], since: date | None) -> Rewriting:
    """Let the thing be no more from `since` on; None: it never was."""
    superseded: list[int] = []
    instead: list[Span] = []
    for at, span in enumerate(spans):
        if since is not None and span.until is not None and span.until < since:
            continue
        superseded.append(at)
        if since is not None and (span.since is None or span.since < since):
            instead.append(Span(span.since, since - _DAY, span.cells))
    return Rewriting(tuple(superseded), tuple(instead))


def matching(old: Sequence[Mapping[str, object]], new: Sequence[Mapping[str, object]]) -> Matching:
    """Pair the items of a list, which have no name of their own, by what they say and where they stand."""
    kept: list[tuple[int, int]] = []
    replaced: list[tuple[int, int]] = []
    removed: list[int] = []
    added: list[int] = []
    olds, news = ([tuple(sorted(each.items(), key=lambda cell: cell[0])) for each in side] for side in (old, new))
    for act, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        pairs = list(zip(range(a, b), range(c, d), strict=False))
        (kept if act == "equal" else replaced).extend(pairs)
        removed.extend(range(a + len(pairs), b))
        added.extend(range(c + len(pairs), d))
    return Matching(tuple(kept), tuple(replaced), tuple(removed), tuple(added))


def placed(positions: Sequence[int | None]) -> list[int]:
    """Positions of a list in order: those given stay if they can, None is put between its neighbours."""
    known = [each for each in positions if each is not None]
    anew = [STEP * (at + 1) for at in range(len(positions))]
    if any(left >= right for left, right in pairwise(known)):
        return anew
    found: list[int] = []
    for at, position in enumerate(positions):
        if position is not None:
            found.append(position)
            continue
        ahead = next((count for count, each in enumerate(positions[at:]) if each is not None), None)
        if ahead is None:
            found.append(found[-1] + STEP if found else STEP)
            continue
        following = positions[at + ahead] or 0
        below = found[-1] if found else following - STEP * (ahead + 1)
        between = below + (following - below) // (ahead + 1)
        if not below < between < following:
            return anew
        found.append(between)
    return found


def _run(spans: Sequence[Span], name: str) -> int:
    """Where the stretch begins that ends with the last span and says the same as it of one cell."""
    at = len(spans) - 1
    while at > 0 and spans[at - 1].cells[name] == spans[-1].cells[name]:
        at -= 1
    return at
