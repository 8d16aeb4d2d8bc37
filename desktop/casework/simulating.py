"""What a change of the rules would do to the caseload that the office holds; nothing is stored and nobody is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop.casework.answers import Progress
from desktop.casework.caseload_columns import columns_asked_under
from desktop.casework.caseload_copies import HowRead, held_to_tables, read_tables
from desktop.database.interrupting import Interrupted
from desktop.facts.codes import Country
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.figures import figure_value, parameter_value
from desktop.programmes.packs.pack import Parameter, Reading
from desktop.programmes.simulation.cells import cell_meant, with_cells
from desktop.programmes.simulation.summary import Loser, Summary, losers, summary
from desktop.programmes.simulation.supposing import refuse_unfit
from desktop.registry.caseload_reading import Stretch
from desktop.registry.caseload_tables import count_files, listed_files, stretches
from desktop.values.digits import to_western
from desktop.values.errors import OfficeError
from desktop.values.money import Currency

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

TOGETHER = 20_000
"""Files read and assessed at a time: some hundreds of megabytes."""


class Stage(StrEnum):
    """What is done with a stretch of files, in this order."""

    READING = "reading"
    BEFORE = "before"
    AFTER = "after"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class SimulationProgress(Progress):
    """How far a simulation is in files, and what is done with the next ones."""

    stage: Stage


class DeskOpener(Protocol):
    """Opens a desk of the person who asks; one unit of work each time."""

    def __call__(self, *, reading: bool = False) -> AbstractContextManager[Desk]:
        """A desk that reads, or one that writes."""


@dataclass(frozen=True, slots=True)
class Law:
    """A version of a programme, with figures put in the place of its own.

    Args:
        pack: the version; where cells of its tables are other ones, with them.
        set: figures, readings and cells by name, as they were written.
    """

    pack: Pack
    set: Mapping[str, str]

    @property
    def values(self) -> dict[str, Value]:
        """The figures and readings as the engine takes them; the cells stand in the pack's tables."""
        figures: dict[str, Parameter | Reading] = {**self.pack.text.parameters, **self.pack.text.readings}
        return {
            name: figure_value(to_western(text), figures[name].unit)
            for name, text in self.set.items()
            if name in figures
        }

    def own(self, name: str) -> Value:
        """What the version itself says of a figure or reading; KeyError where it has none of that name."""
        stated = self.pack.text.parameters.get(name) or self.pack.text.readings[name]
        return parameter_value(stated)


@dataclass(frozen=True, slots=True)
class SimulationAnswer:
    """Two laws over the caseload.

    Args:
        before: the law that things are compared with; `after` the other.
        on: the day of assessment (Gregorian).
        currency: of every amount, which are minor units a month.
        sums: everybody together, the groups, the spread.
        families: the table behind it, for lists and export; a row for each family.
        stopped: whether it was broken off; the sums are then of the files reached.
    """

    before: Law
    after: Law
    on: date
    currency: Currency
    sums: Summary
    families: pa.Table
    stopped: bool

    def losers(self, *, limit: int, after: tuple[int, str] | None = None) -> tuple[Loser, ...]:
        """Who loses, the hardest hit first; see `simulation.summary.losers`."""
        return losers(self.families, limit=limit, after=after)


def law(catalogue: Catalogue, programme: str, *, on: date, figures: Mapping[str, str] | None = None) -> Law:
    """The law meant by `ID` or `ID@VERSION`, with some of its figures changed.

    Args:
        catalogue: the packs.
        programme: without a version, the one in force on the day for who applies.
        on: the day.
        figures: parameters, readings and cells of tables (`TABLE[KEY]`) by name, written as in a pack; money in major
            units.

    Raises:
        OfficeError: `programmes.unknown_programme`, `programmes.unknown_version`; as of `refuse_unfit` for a figure.
    """
    name, _, version = programme.partition("@")
    pack = catalogue.pack(name, version) if version else catalogue.in_force(name, on)
    for figure, text in (figures or {}).items():
        refuse_unfit(pack, figure, text)
    cells = {cell: to_western(text) for name, text in (figures or {}).items() if (cell := cell_meant(name)) is not None}
    told = {name if (cell := cell_meant(name)) is None else cell.name: text for name, text in (figures or {}).items()}
    return Law(with_cells(pack, cells), told)


def two_laws(
    catalogue: Catalogue,
    *,
    before: str,
    against: str,
    on: date,
    figures: Mapping[str, str] | None = None,
) -> tuple[Law, Law]:
    """The law to compare with and the other, whose figures may be changed; see `law`.

    Raises:
        OfficeError: as of `law`; `programmes.before_any_version` where the programme did not exist on the day,
            `casework.nothing_to_compare` where both are the same.
    """
    one = law(catalogue, before, on=on)
    first = min(
        catalogue.pack(one.pack.text.id, each).text.applies.from_ for each in catalogue.versions[one.pack.text.id]
    )
    if on < first:
        raise OfficeError(
            "programmes.before_any_version", programme=one.pack.text.id, on=on.isoformat(), first=first.isoformat()
        )
    other = law(catalogue, against, on=on, figures=figures)
    if one.pack is other.pack and all(value == one.own(name) for name, value in other.values.items()):
        raise OfficeError("casework.nothing_to_compare", programme=repr(one.pack))
    return one, other


def simulate(
    opener: DeskOpener,
    *,
    before: Law,
    after: Law,
    on: date,
    progress: Callable[[SimulationProgress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    together: int = TOGETHER,
) -> SimulationAnswer:
    """Answer every open file of the own office under two laws and compare.

    The caseload is read in stretches, each as of the day and as known when it is read. Every family is answered under
    the versions named, also one that would stand under another as a beneficiary.

    Args:
        opener: opens desks of somebody who may simulate.
        before: the law to compare with; see `law`.
        after: the other.
        on: the day of assessment (Gregorian).
        progress: called before each stage of a stretch and at the end, in files.
        stop: asked before each stage; true ends it, and the stretch that was begun counts for nothing. So does a desk
            that is interrupted.
        together: files read and assessed at a time.

    Raises:
        OfficeError: `office.not_permitted`, `casework.other_country`, `casework.caseload_engine_missing` where the
            extra `caseload` is not installed.
        Unreachable: the database could not be reached.
    """
    try:
        import duckdb  # noqa: F401  # of the same extra, asked before anything is read
        import pyarrow as pa
    except ModuleNotFoundError as missing:
        raise OfficeError("casework.caseload_engine_missing", part=missing.name) from missing

    from desktop.programmes.simulation.families import family_schema

    country = Country[before.pack.text.country]
    if after.pack.text.country != country:
        raise OfficeError("casework.other_country", first=repr(before.pack), second=repr(after.pack))
    told: list[pa.Table] = []
    reached, stopped = 0, False
    try:
        with opener(reading=True) as desk:
            every, cut = _cut(desk, country, together)

        def stage(at: Stage) -> None:
            if stop is not None and stop():
                raise Interrupted("database.interrupted")
            if progress is not None:
                progress(SimulationProgress(reached, max(reached, every), at))

        asked = columns_asked_under([(one.pack, one.values) for one in (before, after)], on)
        held = held_to_tables(cut, every)
        for each in cut if every else ():
            stage(Stage.READING)
            how = HowRead(on=on, country=country, stretch=each, only=None, asked=asked, pack=False, hold=each in held)
            with opener(reading=True) as desk:
                tables = _read(desk, how)
            told.append(_compared(tables, before, after, on, stage))
            reached += told[-1].num_rows
        if progress is not None:
            progress(SimulationProgress(reached, reached, Stage.COMPARED))
    except Interrupted:
        stopped = True
    families = pa.concat_tables([family_schema().empty_table(), *told])
    return SimulationAnswer(before, after, on, before.pack.text.currency, summary(families), families, stopped)


@requires(Permission.SIMULATE)
def _cut(desk: Desk, country: Country, files: int) -> tuple[int, tuple[Stretch, ...]]:
    return count_files(desk, country=country), stretches(desk, country=country, files=files)


@requires(Permission.SIMULATE)
def _read(desk: Desk, how: HowRead) -> Tables:
    listed = listed_files(desk, country=how.country, stretch=how.stretch)
    return read_tables(desk, listed, how).tables


def _compared(tables: Tables, before: Law, after: Law, on: date, stage: Callable[[Stage], None]) -> pa.Table:
    from desktop.programmes.caseload.running import assess_caseload
    from desktop.programmes.simulation.families import families

    stage(Stage.BEFORE)
    one = assess_caseload(before.pack, tables, on=on, parameters=before.values)
    stage(Stage.AFTER)
    other = assess_caseload(after.pack, tables, on=on, parameters=after.values)
    return families(tables, (before.pack, one), (after.pack, other))
