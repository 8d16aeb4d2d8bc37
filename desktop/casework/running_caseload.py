"""The whole caseload assessed in stretches of many files at once, by the rules compiled for an engine of tables.

Each stretch is read, reckoned and kept by itself, whole or not at all. What is kept of a file is one row with a code
for each criterion (`caseload_records`); its reasons in words are reopened on demand (`explaining`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func

from desktop.casework.answers import Progress, RunAnswer, RunProgress, RunStage, Unassessed
from desktop.casework.caseload import DeskOpener, assess_all
from desktop.casework.caseload_records import CaseloadRun, CaseloadRunEnd, Sureness
from desktop.casework.caseload_rows import HOUSEHOLD, VERSION, results_of
from desktop.casework.doubtful_files import among, refused
from desktop.casework.engines import BY_DUCKDB, Reckon, engine_named
from desktop.casework.keeping_results import (
    Kept,
    Key,
    Run,
    alone_with,
    earlier_stretches,
    keep,
    kept_in,
    keys_of,
)
from desktop.casework.used_versions import refuse_changed
from desktop.database.columns import new_id
from desktop.database.session import retried
from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.codes import Country, Outcome
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.packs.catalogue import COHORTS, Catalogue, Cohort
from desktop.programmes.packs.compiled import Pack
from desktop.registry.caseload_tables import Stretch, caseload_tables, stretches
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.values.errors import OfficeError
from desktop.values.money import Money
from resources.version import __version__

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

FEW = 1_000
"""Files that are asked for one by one; of more, the whole stretch is read."""
TRIES = 3
"""How often a file is taken in hand again that colleagues change while it is read."""

BY_VALUE = {outcome.value: outcome for outcome in Outcome}

Laws = Mapping[Cohort, Pack | OfficeError]


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

    Raises:
        OfficeError: `casework.engine_not_installed`, `office.not_permitted`, `programmes.unknown_programme`,
            `programmes.unknown_version`, `programmes.before_any_version`, `casework.version_changed`.
        Unreachable: the database could not be reached; what was kept stays.

    A file that contradicts itself, or that no version of the law covers, is named in the answer and not reckoned.
    """
    reckon = engine_named(engine)
    if reckon is None:
        return assess_all(
            opener, programme=programme, on=on, catalogue=catalogue, dry_run=dry_run, progress=progress, stop=stop
        )
    laws = _laws(catalogue, programme, on)
    packs = tuple(dict.fromkeys(law for law in laws.values() if isinstance(law, Pack)))
    with opener(reading=True) as desk:
        plan = _planned(desk, Country[packs[0].text.country], files_at_once)
    record = None
    if not dry_run:
        record = Run(new_id(), packs[0].text.id, on)
        retried(partial(_begin, opener, record, programme, engine, packs))
    run = _Running(opener, reckon, laws, packs, on, plan, record, progress)
    stopped = False
    for stretch in plan.stretches:
        if stop is not None and stop():
            stopped = True
            break
        run.take(stretch)
    answer = run.answer(programme, engine, stopped=stopped)
    if record is not None:
        retried(partial(_end, opener, record, answer))
    return answer


@dataclass(frozen=True, slots=True)
class _Plan:
    country: Country
    stretches: tuple[Stretch, ...]
    files: int
    closed: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A stretch as it was read.

    Args:
        keys: the files to reckon, by number.
        kept: the results that stand already, by household.
        earlier: the stretches that results were looked for in.
        changed: files that a colleague changed while they were read; they are not in `keys`.
        tables: of every file to reckon, perhaps of others too; None where there is none.
        today: the office's day.
    """

    keys: dict[str, Key]
    kept: dict[UUID, Kept]
    earlier: set[UUID]
    changed: set[UUID]
    tables: Tables | None
    today: date


@dataclass(frozen=True, slots=True)
class _KeptNow:
    """What became of a stretch's results: those kept, those that another run had kept by then, files changed since."""

    rows: list[pa.Table]
    by_others: dict[UUID, Kept]
    changed: set[UUID]


@dataclass(slots=True)
class _Running:
    """A run and its sums so far."""

    opener: DeskOpener
    reckon: Reckon
    laws: Laws
    packs: tuple[Pack, ...]
    on: date
    plan: _Plan
    record: Run | None
    progress: Callable[[Progress], None] | None
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    minor: int = 0
    open_amounts: int = 0
    stored: int = 0
    kept: int = 0
    number: int = 0
    unassessed: list[Unassessed] = field(default_factory=list)

    def tell(self, stage: RunStage) -> None:
        """Say how far it is."""
        if self.progress is not None:
            done = self.stored + self.kept + len(self.unassessed)
            self.progress(RunProgress(done, max(done, self.plan.files), stage))

    def take(self, stretch: Stretch) -> None:
        """Do with a stretch all that there is to do."""
        only: set[UUID] | None = None
        for _ in range(TRIES):
            only = self._taken(stretch, only)
            if not only:
                break
        else:
            with self.opener(reading=True) as desk:
                left = keys_of(desk, self.plan.country, stretch, only)
            for key in left:
                error = OfficeError("casework.changed_while_assessed", file_number=key.file_number)
                self.unassessed.append(Unassessed(key.file_number, error))
        self.tell(RunStage.KEEPING)

    def _taken(self, stretch: Stretch, only: set[UUID] | None) -> set[UUID]:
        """Read, reckon and keep; answers with the files that colleagues changed meanwhile."""
        self.tell(RunStage.READING)
        with self.opener(reading=True) as desk:
            read = _read(desk, self, stretch, only)
        self.kept += self._count(read.kept.values())
        if read.tables is None:
            return read.changed
        self.tell(RunStage.RECKONING)
        found = self._reckoned(read, read.tables)
        self.tell(RunStage.KEEPING)
        if self.record is None:
            for _, rows in found:
                self.stored += self._count(_kept_rows(rows))
            return read.changed
        now = retried(partial(_keep, self, self.record, read, found, stretch))
        self.number += len(found)
        for rows in now.rows:
            self.stored += self._count(_kept_rows(rows))
        self.kept += self._count(now.by_others.values())
        return read.changed | now.changed

    def _reckoned(self, read: _Read, tables: Tables) -> list[tuple[Pack, pa.Table]]:
        """The results of a stretch under each version that is the law of some of its files."""
        import pyarrow as pa

        households = tables["household"]
        numbers = zip(households[ORDINAL].to_pylist(), households["file_number"].to_pylist(), strict=True)
        wanted = {ordinal: read.keys[number] for ordinal, number in numbers if number in read.keys}
        for ordinal, faults in refused(_of(tables, list(wanted)), today=read.today).items():
            self.unassessed.append(Unassessed(wanted.pop(ordinal).file_number, faults))
        found = []
        for pack, ordinals in self._by_law(tables, wanted).items():
            rows = results_of(pack, self.reckon(pack, _of(tables, ordinals), on=self.on), ordinals)
            keys = [wanted[ordinal] for ordinal in rows[ORDINAL].to_pylist()]
            rows = rows.append_column(HOUSEHOLD, pa.array([key.household.hex for key in keys], pa.string()))
            found.append((pack, rows.append_column(VERSION, pa.array([key.version for key in keys], pa.int32()))))
        return found

    def _by_law(self, tables: Tables, wanted: Mapping[int, Key]) -> dict[Pack, list[int]]:
        """Which version is the law of which files; who receives already may stand under another than who applies."""
        receiving = _receiving(tables, self.packs[0].text.id, self.on)
        found: dict[Pack, list[int]] = {}
        for ordinal, key in wanted.items():
            law = self.laws["existing" if ordinal in receiving else "new"]
            if isinstance(law, OfficeError):
                self.unassessed.append(Unassessed(key.file_number, law))
            else:
                found.setdefault(law, []).append(ordinal)
        return found

    def _count(self, found: Iterable[Kept]) -> int:
        count = 0
        for count, each in enumerate(found, 1):  # noqa: B007  # how many there were is the answer
            self.outcomes[each.outcome] += 1
            if each.outcome is Outcome.ELIGIBLE:
                self.minor += each.due_low
                self.open_amounts += each.due is Sureness.OPEN
        return count

    def answer(self, programme: str, engine: str, *, stopped: bool) -> RunAnswer:
        """What the run found."""
        return RunAnswer(
            programme=programme,
            on=self.on,
            dry_run=self.record is None,
            outcomes={outcome: self.outcomes[outcome] for outcome in Outcome},
            cost=Money(self.minor, self.packs[0].text.currency) if self.outcomes else None,
            open_amounts=self.open_amounts,
            stored=self.stored,
            kept=self.kept,
            left_out=self.plan.closed,
            unassessed=tuple(self.unassessed),
            stopped=stopped,
            engine=engine,
            run=None if self.record is None else self.record.id,
        )


def _laws(catalogue: Catalogue, programme: str, on: date) -> Laws:
    """The law of who applies and of who receives; an error where no version is, unless none is of either."""
    name, _, version = programme.partition("@")
    if version:
        return dict.fromkeys(COHORTS, catalogue.pack(name, version))
    found: dict[Cohort, Pack | OfficeError] = {}
    for cohort in COHORTS:
        try:
            found[cohort] = catalogue.in_force(name, on, cohort)
        except OfficeError as error:
            found[cohort] = error
    if all(isinstance(law, OfficeError) for law in found.values()):
        catalogue.in_force(name, on)
    return found


@requires(Permission.RUN_CASELOAD)
def _planned(desk: Desk, country: Country, files_at_once: int) -> _Plan:
    counted = (
        seen(desk)
        .where(Household.office == desk.office, Household.country == country)
        .with_only_columns(func.count(Household.id), func.count(Household.closed_at))
    )
    files, closed = desk.session.execute(counted).one()
    return _Plan(country, stretches(desk, country=country, files=files_at_once), files - closed, closed)


def _begin(opener: DeskOpener, record: Run, asked: str, engine: str, packs: tuple[Pack, ...]) -> None:
    with opener() as desk:
        for pack in packs:
            refuse_changed(desk, pack)
        desk.session.add(
            CaseloadRun(
                id=record.id,
                office=desk.office,
                programme=record.programme,
                asked=asked,
                on_date=record.on,
                engine=engine,
                begun_at=desk.now,
                begun_by=desk.staff.login,
                program_version=__version__,
            )
        )


def _end(opener: DeskOpener, record: Run, answer: RunAnswer) -> None:
    with opener() as desk:
        desk.session.add(
            CaseloadRunEnd(
                office=desk.office,
                run_id=record.id,
                ended_at=desk.now,
                stopped=answer.stopped,
                outcomes={outcome.value: count for outcome, count in answer.outcomes.items()},
                currency=None if answer.cost is None else answer.cost.currency,
                due_at_least=0 if answer.cost is None else answer.cost.minor,
                open_amounts=answer.open_amounts,
                kept_now=answer.stored,
                kept_before=answer.kept,
                closed=answer.left_out,
                unassessed=len(answer.unassessed),
            )
        )


@requires(Permission.RUN_CASELOAD)
def _read(desk: Desk, run: _Running, stretch: Stretch, only: set[UUID] | None) -> _Read:
    country = run.plan.country
    before = keys_of(desk, country, stretch, only)
    earlier = earlier_stretches(desk, run.packs, run.on)
    kept = kept_in(desk, earlier, country, stretch, only)
    wanted = [key for key in before if key.household not in kept]
    if not wanted:
        return _Read({}, kept, earlier, set(), None, desk.today)
    few = {key.household for key in wanted} if len(wanted) <= FEW else None
    tables = caseload_tables(desk, on=run.on, country=country, stretch=stretch, only=few)
    # Read in several statements: a file that has another version by now may have been read half before and half after.
    now = {key.household: key.version for key in keys_of(desk, country, stretch, only)}
    changed = {key.household for key in wanted if now.get(key.household) != key.version}
    keys = {key.file_number: key for key in wanted if key.household not in changed}
    return _Read(keys, kept, earlier, changed, tables, desk.today)


def _keep(run: _Running, record: Run, read: _Read, found: list[tuple[Pack, pa.Table]], stretch: Stretch) -> _KeptNow:
    with run.opener() as desk:
        return _kept(desk, run, record, read, found, stretch)


@requires(Permission.RUN_CASELOAD)
def _kept(
    desk: Desk, run: _Running, record: Run, read: _Read, found: list[tuple[Pack, pa.Table]], stretch: Stretch
) -> _KeptNow:
    """Keep what is still so: no file that was closed or changed since, none that another run has kept by now."""
    country = run.plan.country
    alone_with(desk, record)
    since = earlier_stretches(desk, run.packs, run.on) - read.earlier
    ours = {key.household: key.version for key in read.keys.values()}
    by_others = {each: one for each, one in kept_in(desk, since, country, stretch, None).items() if each in ours}
    now = {key.household: key.version for key in keys_of(desk, country, stretch, None)}
    changed = {each for each, version in ours.items() if now.get(each) != version} - by_others.keys()
    told = []
    for number, (pack, rows) in enumerate(found, run.number):
        standing = _without(rows, changed | by_others.keys())
        if standing.num_rows:
            keep(desk, record, number, pack, standing)
            told.append(standing)
    return _KeptNow(told, by_others, changed)


def _without(rows: pa.Table, households: set[UUID]) -> pa.Table:
    import pyarrow as pa
    from pyarrow import compute as pc

    if not households:
        return rows
    left_out = pa.array([each.hex for each in households], pa.string())
    return rows.filter(pc.invert(pc.is_in(rows[HOUSEHOLD], left_out)))


def _kept_rows(rows: pa.Table) -> Iterable[Kept]:
    columns = (rows[each].to_pylist() for each in ("outcome", "due", "due_low"))
    for outcome, due, low in zip(*columns, strict=True):
        yield Kept(BY_VALUE[outcome], None if due is None else Sureness(due), low or 0)


def _of(tables: Tables, ordinals: list[int]) -> Tables:
    """The tables of some files; as they are where those are all."""
    if tables["household"].num_rows == len(ordinals):
        return tables
    return {name: among(table, ordinals) for name, table in tables.items()}


def _receiving(tables: Tables, programme: str, on: date) -> set[int]:
    """Files in which a receipt of the programme stands on the day, as `packs.catalogue.receives` asks one."""
    from pyarrow import compute as pc

    receipts = tables["receipt"]
    begun = pc.and_(pc.equal(receipts["programme"], programme), pc.less_equal(receipts["since"], on))
    lasting = pc.or_kleene(pc.is_null(receipts["until"]), pc.greater(receipts["until"], on))
    return set(receipts.filter(pc.and_(begun, lasting))[ORDINAL].to_pylist())
