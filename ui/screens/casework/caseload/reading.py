"""What the screen of runs over the caseload reads and does, on a lane: the programmes, a run, its files and reasons."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.database.interrupting import Stop
from desktop.facts.codes import Outcome
from desktop.values.errors import OfficeError, read_sentences
from desktop.values.language import Wording
from desktop.values.money import Money
from ui.parts.table.paging import Page, PageRequest, rows_of
from ui.screens.casework.reading import shipped

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.casework.answers import Progress, RunAnswer, RunStage
    from desktop.casework.caseload_changes import ChangedFile, ChangeKind
    from desktop.casework.caseload_runs import RunRecord
    from desktop.office.desk import Desk

TOGETHER = 2_000
"""Files of a stretch: some seconds; progress moves and a stop is obeyed between them."""

_SOONEST = 0.5
"""Seconds before a pace is told: what the first files took says little."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is run: a programme as it is asked for, the day (Gregorian), and whether anything is kept."""

    asked: str
    on: date
    trial: bool


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of the country; `first` is the first day on which any version of it is the law."""

    id: str
    title: Wording
    first: date


@dataclass(frozen=True, slots=True)
class Known:
    """What can be run, and the runs that were kept, the newest first."""

    programmes: tuple[Programme, ...]
    runs: tuple[RunRecord, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a run is.

    Args:
        done: files, of so many in all.
        stage: what is done with the next ones; None before the first.
        pace: files a second since it was begun; None while it cannot be told, as `left`, the seconds to go.
    """

    done: int
    of: int
    stage: RunStage | None
    pace: float | None
    left: float | None


@dataclass(frozen=True, slots=True)
class RunShown:
    """What a run came to.

    Args:
        asked: the programme as it was named.
        title: the programme's.
        on: the day that was assessed.
        answer: what a run that was made just now told; None for one of the past.
        record: what is kept of it; None for a trial.
        counts: files by what they are beside the last decision; None for a trial.
        before: the last whole run of the programme before it.
    """

    asked: str
    title: Wording
    on: date
    answer: RunAnswer | None
    record: RunRecord | None
    counts: Mapping[ChangeKind, int] | None
    before: RunRecord | None

    @property
    def outcomes(self) -> Mapping[Outcome, int]:
        """How many files came out how."""
        if self.answer is not None:
            return self.answer.outcomes
        return {} if self.record is None else self.record.outcomes

    @property
    def files(self) -> int:
        """How many files came out somehow."""
        return sum(self.outcomes.values())

    @property
    def due(self) -> Money | None:
        """What is sure of the monthly total of all that are eligible."""
        if self.answer is not None:
            return self.answer.cost
        return None if self.record is None else self.record.due

    @property
    def open_amounts(self) -> int:
        """Eligible files whose amount is not wholly known."""
        if self.answer is not None:
            return self.answer.open_amounts
        return 0 if self.record is None else self.record.open_amounts or 0

    @property
    def closed(self) -> int:
        """Files that were left alone."""
        if self.answer is not None:
            return self.answer.left_out
        return 0 if self.record is None else self.record.closed

    @property
    def unassessed(self) -> int:
        """Files that could not be assessed."""
        if self.answer is not None:
            return len(self.answer.unassessed)
        return 0 if self.record is None else self.record.unassessed


def unfinished(shown: RunShown | None, known: Known | None) -> RunRecord | None:
    """The run that may be gone on with: the one shown, else the newest; None where it went through."""
    newest = known.runs[0] if known is not None and known.runs else None
    record = newest if shown is None else shown.record
    return record if record is not None and record.state.value != "whole" else None


def read_known(desk: Desk) -> Known:
    """Every programme of the office's country that gives a right, and the runs of the office."""
    read_sentences()
    return Known(tuple(_programmes(desk.place.country.value)), _runs(desk))


def _runs(desk: Desk) -> tuple[RunRecord, ...]:
    from desktop.casework.caseload_runs import caseload_runs

    return caseload_runs(desk, limit=200)


def _programmes(country: str) -> Iterator[Programme]:
    catalogue = shipped()
    for programme in catalogue.of_country(country):
        texts = []
        for version in catalogue.versions[programme]:
            try:
                texts.append(catalogue.pack(programme, version).text)
            except OfficeError:
                continue
        # A ranking gives nobody a right.
        if texts and texts[-1].benefits:
            yield Programme(programme, texts[-1].title, min(each.applies.from_ for each in texts))


def ran(office: OpenOffice, question: Question, *, stop: Stop, progress: Callable[[Reached], None]) -> RunShown:
    """Run it; errors as of `casework.running_caseload.run_caseload`.

    Args:
        office: where who asks is signed in.
        question: what is run.
        stop: ends it after the stretch in hand, which is kept.
        progress: called on the lane.
    """
    from desktop.casework.running_caseload import run_caseload

    answer = run_caseload(
        office.desk,
        programme=question.asked,
        on=question.on,
        catalogue=shipped(),
        dry_run=question.trial,
        progress=_paced(progress),
        stop=lambda: stop.requested,
        files_at_once=TOGETHER,
    )
    if answer.run is None:
        return RunShown(question.asked, _title(question.asked), question.on, answer, None, None, None)
    with office.desk(reading=True) as desk:
        return read_run(desk, answer.run, answer)


def _paced(progress: Callable[[Reached], None]) -> Callable[[Progress], None]:
    """Tells how far it is with the pace of the files since the first telling."""
    from desktop.casework.answers import RunProgress

    begun: list[tuple[float, int]] = []

    def tell(reached: Progress) -> None:
        now = time.monotonic()
        if not begun:
            begun.append((now, reached.done))
        since, first = begun[0]
        pace = None
        if now - since >= _SOONEST and reached.done > first:
            pace = (reached.done - first) / (now - since)
        left = None if pace is None else (reached.of - reached.done) / pace
        stage = reached.stage if isinstance(reached, RunProgress) else None
        progress(Reached(reached.done, reached.of, stage, pace, left))

    return tell


def read_run(desk: Desk, run: UUID, answer: RunAnswer | None = None) -> RunShown:
    """A run that was kept; OfficeError `casework.no_such_run`."""
    from desktop.casework.caseload_changes import count_changes
    from desktop.casework.caseload_runs import RunState, caseload_run, caseload_runs

    record = caseload_run(desk, run=run)
    counts = count_changes(desk, run=record, catalogue=shipped())
    earlier = caseload_runs(desk, programme=record.programme, before=record.id)
    before = next((each for each in earlier if each.state is RunState.WHOLE), None)
    return RunShown(record.asked, _title(record.asked), record.on, answer, record, counts, before)


def _title(asked: str) -> Wording:
    catalogue = shipped()
    programme, _, version = asked.partition("@")
    return catalogue.pack(programme, version or catalogue.versions[programme][-1]).text.title


def read_changed(desk: Desk, record: RunRecord, kind: str, total: int, request: PageRequest) -> Page:
    """The page of a run's files of a kind that was asked for."""
    from desktop.casework.caseload_changes import ChangeKind, changed_files

    text = request.text.strip().upper()
    rows = changed_files(
        desk,
        run=record,
        catalogue=shipped(),
        kind=ChangeKind(kind),
        text=text,
        after=request.after,
        before=request.before,
        from_end=request.from_end,
        # One more tells whether others follow.
        limit=request.limit + 1,
    )
    more, backwards = len(rows) > request.limit, request.from_end or request.before is not None
    if more:
        rows = rows[1:] if backwards else rows[:-1]
    return Page(
        rows,
        first_key=rows[0].file_number if rows else None,
        last_key=rows[-1].file_number if rows else None,
        more_after=request.before is not None if backwards else more,
        more_before=more if backwards else request.after is not None,
        total=total if request.replaces and not text else None,
    )


def every_changed(office: OpenOffice, record: RunRecord, kind: str, request: PageRequest) -> Iterator[ChangedFile]:
    """All of them, for an export."""
    with office.desk(reading=True) as desk:
        yield from rows_of(lambda asked: read_changed(desk, record, kind, 0, asked), request)
