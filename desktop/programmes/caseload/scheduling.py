"""When each column is computed: where it rests on other rows, late, and together with others that need the same join.

What nothing asks for is left out altogether.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.programmes.caseload.frames import ALWAYS, Column, Frame
from desktop.programmes.language.family import HOUSEHOLD


def schedule(frames: dict[str, Frame]) -> None:
    """Settles epoch, depth and last use of every column, and takes out what nothing rests on, whole frames too."""
    places = {name: frame for frame in frames.values() for name in frame.columns}
    order = sorted(places, key=lambda name: int(name[1:]))
    columns = {name: places[name].columns[name] for name in order}
    rests = {name: list(rests_on(places[name], columns[name])) for name in order}
    last = max((column.epoch for column in columns.values()), default=0)
    latest = {name: last for name in order if columns[name].last_use == ALWAYS}
    for name in reversed(order):
        if name not in latest:
            del places[name].columns[name], columns[name]
            continue
        for other, apart in rests[name]:
            latest[other] = min(latest.get(other, last), latest[name] - apart)
    chosen = _Epochs(places, columns, latest)
    for name, column in columns.items():
        behind = [columns[other] for other, _ in rests[name]]
        if column.kind == "own":
            column.epoch = max((each.epoch for each in behind), default=0)
            column.depth = 1 + max((each.depth for each in behind if each.epoch == column.epoch), default=0)
        elif column.kind != "raw":
            soonest = max((columns[other].epoch + apart for other, apart in rests[name]), default=0)
            column.epoch = chosen.of(places[name], column, soonest, latest[name])
        if column.last_use != ALWAYS:
            column.last_use = -1
        for each in behind:
            each.last_use = max(each.last_use, column.epoch)
    sources = {column.source.name for column in columns.values() if column.source is not None}
    for name, frame in list(frames.items()):
        if not frame.columns and name not in sources and name != HOUSEHOLD:
            del frames[name]


class _Epochs:
    """Which epochs the frames have tables in, and the joins theirs."""

    def __init__(self, places: Mapping[str, Frame], columns: Mapping[str, Column], latest: Mapping[str, int]) -> None:
        self._joins: dict[tuple[str, ...], set[int]] = {}
        self._tables: dict[str, set[int]] = {}
        self._last: dict[tuple[str, ...], set[int]] = {}
        for name, column in columns.items():
            if column.kind not in ("raw", "own"):
                self._last.setdefault(_group(places[name], column), set()).add(latest[name])
                if column.epoch == latest[name]:
                    self._tables.setdefault(places[name].name, set()).add(column.epoch)

    def of(self, frame: Frame, column: Column, soonest: int, latest: int) -> int:
        """The epoch of a column: with its like if it can be, else where its frame has a table in any case."""
        group = _group(frame, column)
        epoch = min(each for each in self._last[group] if soonest <= each <= latest)
        for taken in (self._tables.get(frame.name, set()), self._joins.get(group, set())):
            epoch = max((each for each in taken if soonest <= each <= latest), default=epoch)
        self._joins.setdefault(group, set()).add(epoch)
        self._tables.setdefault(frame.name, set()).add(epoch)
        return epoch


def _group(frame: Frame, column: Column) -> tuple[str, ...]:
    """Columns alike in this come of one join, where they are of one epoch."""
    source = "" if column.source is None else column.source.name
    return (frame.name, column.kind, source, column.where, *column.via)


def rests_on(frame: Frame, column: Column) -> Iterator[tuple[str, int]]:
    """The columns that one rests on, and whether an epoch lies between."""
    match column.kind:
        case "own":
            yield from ((name, 0) for name in frame.named_in(column.sql))
        case "pull" | "gather" if column.source is not None:
            yield from ((name, 1) for name in column.source.named_in(f"{column.sql} {column.where}"))
            yield from ((name, 1) for name in column.via if name in frame.columns)
        case "pairs":
            yield from ((name, 1) for name in frame.named_in(f"{column.sql} {column.where}"))
