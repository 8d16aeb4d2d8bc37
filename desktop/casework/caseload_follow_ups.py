"""The work that the results of a run by tables call for: what `work.follow_assessment` does after one answer, in bulk.

Follow-ups come after a stretch was kept, in units of work of their own: each item is an entry of the audit, and whoever
writes one holds the office's chain until the end. A run that was broken off between the two has no end on record; the
next one for the same day follows up what it had kept. Doing it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import exists, insert, select, update

from desktop.casework.caseload import DeskOpener
from desktop.casework.caseload_laws import receiving
from desktop.casework.caseload_records import CaseloadResult, CaseloadRunEnd, CaseloadStretch, Sureness
from desktop.casework.caseload_rows import HOUSEHOLD, VERSION
from desktop.casework.caseload_standing import (
    Reckoned,
    answered_later,
    changes_decision,
    decisions,
    open_items,
    sections,
)
from desktop.casework.keeping_results import Run, alone_with
from desktop.casework.periods import DECISION, period
from desktop.casework.records import Decision
from desktop.casework.work import DECIDE, MISSING_FACTS, SUBJECTS
from desktop.database.columns import JsonText, new_id
from desktop.database.engine import is_sqlite
from desktop.database.session import retried
from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.codes import Country, Outcome
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.office.records import WorkItem
from desktop.programmes.packs.compiled import Pack
from desktop.registry.caseload_tables import caseload_tables
from desktop.registry.queries import seen
from desktop.registry.records import Household

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.casework.caseload_stretches import ReadStretch
    from desktop.facts.arrow_layout import Tables

TOGETHER = 1_000
"""Files followed up in one unit of work: for so long a colleague of the office waits to write."""

_OUTCOMES = {each.value: each for each in Outcome}

OF_A_RUN = "casework.work_missing_facts_of_run"
"""A run knows that facts are missing, not how many; the assessment in full does."""

_OWN = {"id": "uuid", "section": "text", "kind": "text", "household": "uuid", "subject": "text", "due": "date"}
_SAME = ("details", "version", "office", "opened_at", "opened_by")
_INTO = (
    f"INSERT INTO work_items ({', '.join((*_SAME, *_OWN))}) SELECT {', '.join(['%s'] * len(_SAME))}, told.* "  # noqa: S608  # names of ours
    f"FROM unnest({', '.join(f'%s::{kind}[]' for kind in _OWN.values())}) AS told"
)


def follow_stretch(
    opener: DeskOpener,
    run: Run,
    country: Country,
    read: ReadStretch,
    found: Iterable[tuple[Pack, pa.Table]],
    left_out: Collection[UUID] = (),
    packs: Sequence[Pack] = (),
) -> int:
    """Leave open exactly the work that the results of a stretch call for; how many items were put on the list.

    Args:
        opener: opens desks of who runs it.
        run: the run.
        country: of the programme.
        read: the stretch.
        found: the results that the run came to, as `keep_stretch` takes them.
        left_out: files whose results were not kept.
        packs: every version that may be the law; of results that runs without an end had kept.
    """
    reckoned = [
        each
        for pack, rows in found
        for each in _reckoned(pack, rows, read.tables or {}, run.on)
        if each.household not in left_out
    ]
    opened = 0
    for chunk in _cut(reckoned):
        opened += retried(partial(_follow, opener, run, chunk))
    for left, pack in _left_by_broken_runs(opener, run, read, packs):
        with opener(reading=True) as desk:
            tables = caseload_tables(
                desk, on=run.on, country=country, stretch=read.stretch, only={each.household for each in left}
            )
        dated = _dated(left, pack, tables, run.on, _households_of(opener, left))
        opened += retried(partial(_follow, opener, run, dated))
    return opened


def _reckoned(pack: Pack, rows: pa.Table, tables: Tables, on: date) -> Iterator[Reckoned]:
    deadlines = _deadlines(pack, tables, on)
    columns = (rows[each].to_pylist() for each in (ORDINAL, HOUSEHOLD, VERSION, "outcome", "due", "due_low"))
    for ordinal, household, version, outcome, due, low in zip(*columns, strict=True):
        applied_on, decide_by = deadlines.get(ordinal, (None, None))
        sureness = None if due is None else Sureness(due)
        yield Reckoned(UUID(household), version, _OUTCOMES[outcome], sureness, low or 0, applied_on, decide_by)


def _deadlines(pack: Pack, tables: Tables, on: date) -> dict[int, tuple[date | None, date | None]]:
    """When each file's application was made, and until when it is to be decided, as of `assessing.decide_by`."""
    households, span = tables["household"], period(pack, DECISION)
    receive = receiving(tables, pack.text.id, on)
    found = {}
    for ordinal, applied_on in zip(households[ORDINAL].to_pylist(), households["applied_on"].to_pylist(), strict=True):
        runs = span is not None and applied_on is not None and ordinal not in receive
        found[ordinal] = (applied_on, span.last_day(applied_on) if runs and span is not None else None)
    return found


def _dated(chunk: Sequence[Reckoned], pack: Pack, tables: Tables, on: date, numbers: dict[UUID, str]) -> list[Reckoned]:
    """Results read back from the database, with the days of their applications."""
    households, deadlines = tables["household"], _deadlines(pack, tables, on)
    ordinals = dict(zip(households["file_number"].to_pylist(), households[ORDINAL].to_pylist(), strict=True))
    dated = []
    for each in chunk:
        ordinal = ordinals.get(numbers.get(each.household, ""))
        if ordinal is not None:
            applied_on, decide_by = deadlines[ordinal]
            dated.append(replace(each, applied_on=applied_on, decide_by=decide_by))
    return dated


def _households_of(opener: DeskOpener, chunk: Sequence[Reckoned]) -> dict[UUID, str]:
    wanted = {each.household for each in chunk}
    with opener(reading=True) as desk:
        columns = seen(desk).where(Household.id.in_(wanted)).with_only_columns(Household.id, Household.file_number)
        return {row[0]: row[1] for row in desk.session.execute(columns)}


def _left_by_broken_runs(
    opener: DeskOpener, run: Run, read: ReadStretch, packs: Sequence[Pack]
) -> Iterator[tuple[Sequence[Reckoned], Pack]]:
    """What runs that never came to an end had kept of the stretch's files: their work may be missing."""
    if not read.kept or not read.earlier:
        return
    by_version = {pack.text.version: pack for pack in packs}
    with opener(reading=True) as desk:
        broken = select(CaseloadStretch.id, CaseloadStretch.pack_version).where(
            CaseloadStretch.id.in_(read.earlier),
            CaseloadStretch.run_id != run.id,
            ~exists().where(CaseloadRunEnd.run_id == CaseloadStretch.run_id),
        )
        stretches = {row[0]: row[1] for row in desk.session.execute(broken)}
        found: dict[str, list[Reckoned]] = {}
        if stretches:
            same = (CaseloadResult.office == Household.office) & (CaseloadResult.household_id == Household.id)
            columns = (
                seen(desk)
                .join(CaseloadResult, same)
                .where(CaseloadResult.stretch_id.in_(stretches), *read.stretch.holds(Household.id))
                .with_only_columns(
                    CaseloadResult.stretch_id,
                    CaseloadResult.household_id,
                    CaseloadResult.household_version,
                    CaseloadResult.outcome,
                    CaseloadResult.due,
                    CaseloadResult.due_low,
                )
            )
            for stretch, household, version, outcome, due, low in desk.session.execute(columns):
                if household in read.kept:
                    each = Reckoned(household, version, outcome, due, low or 0)
                    found.setdefault(stretches[stretch], []).append(each)
    for named, reckoned in found.items():
        for chunk in _cut(reckoned):
            yield chunk, by_version[named]


def _cut(reckoned: Iterable[Reckoned]) -> Iterator[list[Reckoned]]:
    left = iter(reckoned)
    while chunk := list(islice(left, TOGETHER)):
        yield chunk


def _follow(opener: DeskOpener, run: Run, chunk: Sequence[Reckoned]) -> int:
    with opener() as desk:
        return follow_results(desk, run, chunk)


@requires(Permission.RUN_CASELOAD)
def follow_results(desk: Desk, run: Run, results: Sequence[Reckoned]) -> int:
    """Leave open exactly the work that some results call for, where no later answer stands; how many were opened."""
    alone_with(desk, run)
    households = {each.household for each in results}
    filed = sections(desk, households)
    newer = answered_later(desk, run, results)
    decided = decisions(desk, run.programme, households)
    items = open_items(desk, run.programme, households)
    ended: list[UUID] = []
    opened: list[dict[str, Any]] = []
    for each in results:
        if each.household in newer or each.household not in filed:
            continue
        standing = decided.get(each.household)
        wanted = _wanted(each, standing)
        kept = [item for item, kind in items.get(each.household, ()) if kind == wanted][:1]
        ended += [item for item, _ in items.get(each.household, ()) if item not in kept]
        if wanted is not None and not kept:
            opened.append(_item(desk, run, each, wanted, standing, filed[each.household]))
    if ended:
        finished = {"done_at": desk.now, "done_by": desk.staff.login, "version": WorkItem.version + 1}
        there = update(WorkItem).where(WorkItem.id.in_(ended), WorkItem.done_at.is_(None)).values(finished)
        desk.session.execute(there.execution_options(synchronize_session=False))
    if opened:
        _write(desk, opened)
    return len(opened)


def _write(desk: Desk, items: Sequence[dict[str, Any]]) -> None:
    connection = desk.session.connection()
    if is_sqlite(connection):
        desk.session.execute(insert(WorkItem), items)
        return
    # One statement: the policy's questions about who writes are asked once and not for every row.
    same = {name: items[0][name] for name in _SAME}
    told = [[str(each[name]) if kind == "text" else each[name] for each in items] for name, kind in _OWN.items()]
    details = JsonText().process_bind_param(same.pop("details"), connection.dialect)
    connection.exec_driver_sql(_INTO, (details, *same.values(), *told))


def _wanted(each: Reckoned, standing: Decision | None) -> str | None:
    if each.outcome is Outcome.UNDETERMINED:
        return MISSING_FACTS
    return DECIDE if standing is None or changes_decision(each, standing) else None


def _item(
    desk: Desk, run: Run, each: Reckoned, kind: str, standing: Decision | None, section: object
) -> dict[str, Any]:
    answered = standing is not None and (each.applied_on is None or standing.decided_on >= each.applied_on)
    return {
        "id": new_id(),
        "version": 1,
        "office": desk.office,
        "section": section,
        "kind": kind,
        "household": each.household,
        "subject": OF_A_RUN if kind == MISSING_FACTS else SUBJECTS[kind],
        "details": {"programme": run.programme, "member": ""},
        "due": each.decide_by if kind == DECIDE and not answered else None,
        "assigned_to": None,
        "opened_at": desk.now,
        "opened_by": desk.staff.login,
        "done_at": None,
        "done_by": None,
    }
