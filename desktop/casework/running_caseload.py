"""The whole caseload assessed in stretches of many files at once, by the rules compiled for an engine of tables.

Each stretch is read, reckoned and kept by itself, whole or not at all. What is kept of a file is one row with a code
for each criterion (`caseload_records`); its reasons in words are reopened on demand (`explaining`). The
work that follows is put on the office's list in bulk (`caseload_follow_ups`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.casework.answers import Progress, RunAnswer, RunProgress, RunStage, Unassessed
from desktop.casework.caseload import DeskOpener, assess_all
from desktop.casework.caseload_columns import columns_asked
from desktop.casework.caseload_copies import held_to_tables
from desktop.casework.caseload_follow_ups import follow_stretch
from desktop.casework.caseload_laws import Laws, by_law, laws_of, packs_of
from desktop.casework.caseload_rows import HOUSEHOLD, VERSION, results_of
from desktop.casework.caseload_stretches import (
    KeptStretch,
    Plan,
    ReadStretch,
    keep_stretch,
    planned,
    read_stretch,
    still_open,
    whole_files,
)
from desktop.casework.caseload_sums import Sums
from desktop.casework.doubtful_files import among, refused
from desktop.casework.engines import BY_DUCKDB, BY_HOUSEHOLD, Reckon, reckoning
from desktop.casework.keeping_results import Run, begin_run, end_run
from desktop.database.columns import new_id
from desktop.database.session import retried
from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.codes import Country, Outcome
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.registry.caseload_reading import VERSION as FILE_VERSION
from desktop.registry.caseload_reading import Asked, Stretch
from desktop.values.errors import OfficeError
from desktop.values.money import Money

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

TRIES = 3
"""How often a file is taken in hand that colleagues change while it is read."""
READERS = 2
"""Stretches that are read at a time."""


def run_caseload(
    opener: DeskOpener,
    *,
    programme: str,
    on: date,
    catalogue: Catalogue,
    engine: str = BY_DUCKDB,
    dry_run: bool = False,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    files_at_once: int = 20_000,
    follow_up: bool = True,
) -> RunAnswer:
    """Assess every open file of the own office for one programme and day, many at once.

    What a run has kept stands: broken off by `stop`, by a fault or by the end of the process, the same call goes on
    with the files that have no result yet, for the same day and pack, of the version that they stand in. Two runs at
    once share the work: neither keeps what the other has kept. Closed files are left alone, and nothing else pauses a
    file.

    Args:
        opener: opens desks of who runs it, as `OpenOffice.desk`.
        programme: `ID`, by the law in force on the day for each household, or `ID@VERSION`.
        on: the day of assessment (Gregorian).
        catalogue: the packs.
        engine: `duckdb` or `spark`; `households` assesses one after another and keeps every reason (`assess_all`).
        dry_run: reads, keeps nothing.
        progress: called as each stretch is taken in hand, reckoned and kept, with the files done by then.
        stop: asked before each stretch; true ends the run.
        files_at_once: files of a stretch.
        follow_up: put on the list of work what the results call for; a run for statistics' sake need not.

    Raises:
        OfficeError: `casework.engine_not_installed`, `office.not_permitted`, `programmes.unknown_programme`,
            `programmes.unknown_version`, `programmes.before_any_version`, `casework.version_changed`.
        Unreachable: the database could not be reached; what was kept stays.

    A file that contradicts itself, or that no version of the law covers, is named in the answer and not reckoned.
    """
    if engine == BY_HOUSEHOLD:
        return assess_all(
            opener, programme=programme, on=on, catalogue=catalogue, dry_run=dry_run, progress=progress, stop=stop
        )
    laws = laws_of(catalogue, programme, on)
    packs = packs_of(laws)
    with opener(reading=True) as desk:
        plan = planned(desk, Country[packs[0].text.country], files_at_once)
    with reckoning(engine) as reckon:
        record = None if dry_run else Run(new_id(), packs[0].text.id, on)
        if record is not None:
            retried(partial(_begin, opener, record, programme, engine, packs))
        held = held_to_tables(plan.stretches, plan.files)
        run = _Running(
            opener, reckon, laws, packs, on, plan, record, progress, columns_asked(packs, on), follow_up, held
        )
        stopped = run.through(stop)
    answer = run.answer(programme, engine, stopped=stopped)
    if record is not None:
        retried(partial(_end, opener, record, answer))
    return answer


@dataclass(slots=True)
class _Running:
    """A run and its sums so far."""

    opener: DeskOpener
    reckon: Reckon
    laws: Laws
    packs: tuple[Pack, ...]
    on: date
    plan: Plan
    record: Run | None
    progress: Callable[[Progress], None] | None
    asked: Asked | None
    follow_up: bool
    held: frozenset[Stretch]
    sums: Sums = field(default_factory=Sums)
    stored: int = 0
    kept: int = 0
    opened: int = 0
    number: int = 0
    unassessed: list[Unassessed] = field(default_factory=list)

    def through(self, stop: Callable[[], bool] | None) -> bool:
        """Do with every stretch all that there is to do; true where it was stopped before the end."""
        # While one stretch is reckoned, the one before it is kept and the next are read: while one reader waits for the
        # server, the other puts its rows together.
        following = iter(self.plan.stretches)
        with ThreadPoolExecutor(READERS, "yusr-caseload") as readers, ThreadPoolExecutor(1, "yusr-keeping") as keeper:
            ahead = deque(readers.submit(self._read, each) for each in islice(following, READERS))
            behind: Future[set[UUID]] | None = None
            last: ReadStretch | None = None
            while ahead:
                if stop is not None and stop():
                    readers.shutdown(cancel_futures=True)
                    self._settled(last, behind)
                    return True
                self._tell(RunStage.READING)
                read = ahead.popleft().result()
                ahead.extend(readers.submit(self._read, each) for each in islice(following, 1))
                self._tell(RunStage.RECKONING)
                found = self._found(read)
                self._settled(last, behind)
                last, behind = read, keeper.submit(self._settle, read, found)
            self._settled(last, behind)
        return False

    def _tell(self, stage: RunStage) -> None:
        if self.progress is not None:
            done = self.stored + self.kept + len(self.unassessed)
            self.progress(RunProgress(done, max(done, self.plan.files), stage))

    def _read(self, stretch: Stretch, only: set[UUID] | None = None) -> ReadStretch:
        with self.opener(reading=True) as desk:
            plan, packs, run = self.plan, self.packs, self.record.id if self.record is not None else None
            hold = only is None and stretch in self.held
            return read_stretch(desk, plan.country, stretch, packs, self.on, only, self.asked, run=run, hold=hold)

    def _settled(self, read: ReadStretch | None, settling: Future[set[UUID]] | None) -> None:
        """Wait until a stretch is kept; files that colleagues changed meanwhile are read again."""
        if read is None or settling is None:
            return
        self._tell(RunStage.KEEPING)
        changed = settling.result()
        for _ in range(TRIES - 1):
            if changed:
                again = self._read(read.stretch, changed)
                changed = self._settle(again, self._found(again))
        if changed:
            with self.opener(reading=True) as desk:
                left = still_open(desk, self.plan.country, read.stretch, changed)
            for number in left:
                error = OfficeError("casework.changed_while_assessed", file_number=number)
                self.unassessed.append(Unassessed(number, error))
        self._tell(RunStage.KEEPING)

    def _found(self, read: ReadStretch) -> list[tuple[Pack, pa.Table]] | None:
        """What the files of a stretch come to; None where there is none to reckon."""
        for number in read.untrue:
            self.unassessed.append(Unassessed(number, OfficeError("casework.untrue_copy", file_number=number)))
        return None if read.tables is None else self._reckoned(read, read.tables)

    def _settle(self, read: ReadStretch, found: list[tuple[Pack, pa.Table]] | None) -> set[UUID]:
        """Keep what was found, and the work that follows; answers with the files that were changed meanwhile."""
        self.kept += self.sums.of_results(read.kept.values())
        if found is None:
            self._follow(read, [], set())
            return read.changed
        if self.record is None:
            for _, rows in found:
                self.stored += self.sums.of_rows(rows)
            return read.changed
        now = retried(partial(self._keep, self.record, read, found))
        self.number += len(now.rows)
        for rows in now.rows:
            self.stored += self.sums.of_rows(rows)
        self.kept += self.sums.of_results(now.by_others.values())
        self._follow(read, found, now.changed | now.by_others.keys())
        return read.changed | now.changed

    def _follow(self, read: ReadStretch, found: list[tuple[Pack, pa.Table]], left_out: set[UUID]) -> None:
        """Put on the list of work what the results call for."""
        if self.record is not None and self.follow_up:
            country, packs = self.plan.country, self.packs
            self.opened += follow_stretch(self.opener, self.record, country, read, found, left_out, packs)

    def _whole(self, read: ReadStretch, ordinals: list[int]) -> Tables:
        with self.opener(reading=True) as desk:
            return whole_files(desk, self.plan.country, read, ordinals, self.on)

    def _keep(self, record: Run, read: ReadStretch, found: list[tuple[Pack, pa.Table]]) -> KeptStretch:
        with self.opener() as desk:
            return keep_stretch(desk, record, self.plan.country, read, found, self.number)

    def _reckoned(self, read: ReadStretch, tables: Tables) -> list[tuple[Pack, pa.Table]]:
        """The results of a stretch under each version that is the law of some of its files."""
        from pyarrow import compute as pc

        wanted = read.files[ORDINAL]
        tables = _of(tables, wanted.to_pylist())
        faults = refused(tables, today=read.today, whole=partial(self._whole, read))
        ordinals = [each for each in wanted.to_pylist() if each not in faults]
        of_law, without = by_law(self.laws, tables, ordinals, self.on)
        refusals: dict[int, OfficeError] = {**faults, **without}
        for ordinal, error in refusals.items():
            number = read.files["file_number"][pc.index(wanted, ordinal).as_py()].as_py()
            self.unassessed.append(Unassessed(number, error))
        found = []
        for pack, ordinals in of_law.items():
            rows = results_of(pack, self.reckon(pack, _of(tables, ordinals), on=self.on), ordinals)
            at = pc.index_in(rows[ORDINAL], value_set=wanted.combine_chunks())
            for name, stated in ((HOUSEHOLD, HOUSEHOLD), (VERSION, FILE_VERSION)):
                rows = rows.append_column(name, read.files[stated].take(at))
            found.append((pack, rows))
        return found

    def answer(self, programme: str, engine: str, *, stopped: bool) -> RunAnswer:
        """What the run found."""
        return RunAnswer(
            programme=programme,
            on=self.on,
            dry_run=self.record is None,
            outcomes={outcome: self.sums.outcomes[outcome] for outcome in Outcome},
            cost=Money(self.sums.minor, self.packs[0].text.currency) if self.sums.outcomes else None,
            open_amounts=self.sums.open_amounts,
            stored=self.stored,
            kept=self.kept,
            left_out=self.plan.closed,
            unassessed=tuple(self.unassessed),
            stopped=stopped,
            engine=engine,
            run=None if self.record is None else self.record.id,
            opened=None if self.record is None else self.opened,
        )


def _begin(opener: DeskOpener, record: Run, asked: str, engine: str, packs: tuple[Pack, ...]) -> None:
    with opener() as desk:
        begin_run(desk, record, asked=asked, engine=engine, packs=packs)


def _end(opener: DeskOpener, record: Run, answer: RunAnswer) -> None:
    with opener() as desk:
        end_run(desk, record, answer)


def _of(tables: Tables, ordinals: list[int]) -> Tables:
    """The tables of some files; as they are where those are all."""
    if tables["household"].num_rows == len(ordinals):
        return tables
    return {name: among(table, ordinals) for name, table in tables.items()}
