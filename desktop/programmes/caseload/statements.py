"""The statements that fill the frames, epoch by epoch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from desktop.programmes.caseload.frames import ALWAYS, Column, Frame
from desktop.programmes.language.family import HOUSEHOLD

_TABLE = re.compile(r"⟨(\w+)⟩")


def statements(frames: Mapping[str, Frame], rows: Mapping[str, str]) -> Iterator[str]:
    """`CREATE TEMP TABLE` for the frames' epochs, in an order in which each finds its sources.

    What only one later statement reads stands in that statement, so that it is never written down.

    Args:
        frames: by name, their columns scheduled.
        rows: the query that gives a frame its rows with the file's columns.
    """
    built: dict[str, int] = {}
    steps: list[_Step] = []
    for epoch in range(1 + max(frame.last_epoch for frame in frames.values())):
        ready = dict(built)
        for name, frame in frames.items():
            columns = [column for column in frame.columns.values() if column.epoch == epoch]
            if epoch and not columns:
                continue
            start, read = (_rows(frame, rows[name]), []) if epoch == 0 else _joined(frame, columns, ready)
            kept = [each.name for each in frame.columns.values() if each.epoch <= epoch < each.last_use]
            outer = ", ".join([*_standing(frame), *kept])
            asked = epoch == frame.last_epoch and _asked_afterwards(frame)
            steps.append(_Step(f"{name}_{epoch}", f"SELECT {outer} FROM {_layered(start, columns)}", read, asked))
            built[name] = epoch
    readers = Counter(table for step in steps for table in step.reads)
    within: dict[str, str] = {}
    for step in steps:
        query = _TABLE.sub(lambda found: within.get(found[1], found[1]), step.query)
        if step.asked or readers[step.table] > 1:
            yield f"CREATE TEMP TABLE {step.table} AS {query}"
        else:
            within[step.table] = f"({query})"


class _Step(NamedTuple):
    """A frame's rows in an epoch, the tables that they are made from, and whether they are read when all is done."""

    table: str
    query: str
    reads: list[str]
    asked: bool


def _asked_afterwards(frame: Frame) -> bool:
    told = any(column.last_use == ALWAYS for column in frame.columns.values())
    return bool(frame.left) or told or frame.name == HOUSEHOLD


def _standing(frame: Frame) -> tuple[str, ...]:
    return (*frame.standing, "ph") if frame.phantoms else frame.standing


def _rows(frame: Frame, rows: str) -> str:
    raw = [f"{each.sql} AS {each.name}" for each in frame.columns.values() if each.kind == "raw"]
    standing = [f"r.{name}" for name in _standing(frame)]
    return f"(SELECT {', '.join([*standing, *raw])} FROM ({rows}) r)"


def _joined(frame: Frame, columns: list[Column], ready: Mapping[str, int]) -> tuple[str, list[str]]:
    reads = [f"{frame.name}_{ready[frame.name]}"]
    selected, joins = ["b.*"], []
    groups: dict[tuple[str, ...], list[Column]] = {}
    for column in columns:
        if column.source is not None:
            groups.setdefault((column.kind, column.source.name, column.where, *column.via), []).append(column)
    for number, (key, members) in enumerate(groups.items()):
        alias, source = f"j{number}", members[0].source
        if source is None:
            continue
        name = f"{source.name}_{ready[source.name]}"
        reads += [name, name] if key[0] == "pairs" else [name]
        table = f"⟨{name}⟩"
        if key[0] == "pull":
            match = list(zip(reversed(members[0].via), reversed(source.keys), strict=False))
            if len(match) < len(source.keys):
                match.append(("f", "f"))
            # Whatever stands below a row has that row; only whom a reference names may be nobody.
            kind = "JOIN" if members[0].via == source.keys else "LEFT JOIN"
            joins.append(f"{kind} {table} {alias} ON " + " AND ".join(f"b.{own} = {alias}.{its}" for own, its in match))
            selected += [f"{alias}.{each.sql} AS {each.name}" for each in members]
            continue
        found = ", ".join(f"{each.sql} AS {each.name}" for each in members)
        if key[0] == "gather":
            grouped, where = ", ".join(frame.keys), f" WHERE {key[2]}" if key[2] else ""
            inner = f"SELECT {grouped}, {found} FROM {table}{where} GROUP BY {grouped}"
        else:
            grouped = ", ".join(f"a.{each}" for each in frame.keys)
            inner = (
                f"SELECT {grouped}, {found} FROM {table} a JOIN {table} o ON a.f = o.f AND {key[2]} GROUP BY {grouped}"
            )
        match_keys = " AND ".join(f"b.{each} = {alias}.{each}" for each in frame.keys)
        joins.append(f"LEFT JOIN ({inner}) {alias} ON {match_keys}")
        selected += [
            f"CASE WHEN {alias}.{frame.keys[0]} IS NULL THEN {each.default} ELSE {alias}.{each.name} END AS {each.name}"
            for each in members
        ]
    return f"(SELECT {', '.join(selected)} FROM ⟨{reads[0]}⟩ b {' '.join(joins)})", reads


def _layered(start: str, columns: list[Column]) -> str:
    text = start
    for depth in range(1, 1 + max((column.depth for column in columns), default=0)):
        layer = ", ".join(f"{each.sql} AS {each.name}" for each in columns if each.depth == depth)
        text = f"(SELECT *, {layer} FROM {text} l{depth})"
    return f"{text} t"
