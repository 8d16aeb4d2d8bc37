"""What a change of the rules would do to the caseload that the office holds; nothing is stored and nobody is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from desktop.casework.answers import Progress
from desktop.facts.codes import Country
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.figures import figure_value, sort_of_unit
from desktop.programmes.packs.pack import Parameter, Reading
from desktop.programmes.simulation.summary import Loser, Summary, losers, summary
from desktop.registry.caseload_tables import Stretch, caseload_tables, stretches
from desktop.values.digits import to_western
from desktop.values.errors import OfficeError
from desktop.values.money import Currency

if TYPE_CHECKING:
    import pyarrow as pa

TOGETHER = 20_000
"""Files read and assessed at a time: some hundreds of megabytes."""


class DeskOpener(Protocol):
    """Opens a desk of the person who asks; one unit of work each time."""

    def __call__(self, *, reading: bool = False) -> AbstractContextManager[Desk]:
        """A desk that reads, or one that writes."""


@dataclass(frozen=True, slots=True)
class Law:
    """A version of a programme, with figures put in the place of its own as they were written."""

    pack: Pack
    set: Mapping[str, str]

    @property
    def values(self) -> dict[str, Value]:
        """The figures as the engine takes them."""
        figures: dict[str, Parameter | Reading] = {**self.pack.text.parameters, **self.pack.text.readings}
        return {name: figure_value(to_western(text), figures[name].unit) for name, text in self.set.items()}


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
        figures: parameters and readings by name, written as in a pack; money in major units.

    Raises:
        OfficeError: `programmes.unknown_programme`, `programmes.unknown_version`, `casework.no_such_figure`,
            `casework.no_such_option`, `casework.figure_unreadable`.
    """
    name, _, version = programme.partition("@")
    pack = catalogue.pack(name, version) if version else catalogue.in_force(name, on)
    for figure, text in (figures or {}).items():
        _refuse_unfit(pack, figure, text)
    return Law(pack, dict(figures or {}))


def _refuse_unfit(pack: Pack, name: str, text: str) -> None:
    stated: Parameter | Reading | None = pack.text.parameters.get(name) or pack.text.readings.get(name)
    if stated is None:
        known = ", ".join(sorted([*pack.text.parameters, *pack.text.readings]))
        raise OfficeError("casework.no_such_figure", name=name, programme=repr(pack), known=known)
    if isinstance(stated, Reading) and stated.options and text not in stated.options:
        raise OfficeError("casework.no_such_option", name=name, text=text, known=", ".join(stated.options))
    try:
        figure_value(to_western(text), stated.unit)
    except (ValueError, ZeroDivisionError) as fault:
        sort = sort_of_unit(stated.unit).value
        raise OfficeError("casework.figure_unreadable", name=name, text=text, sort=sort) from fault


def simulate(
    opener: DeskOpener,
    *,
    before: Law,
    after: Law,
    on: date,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> SimulationAnswer:
    """Answer every open file of the own office under two laws and compare.

    The caseload is read in stretches, each as of the day and as known when it is read. Every family is answered under
    the versions named, also one that would stand under another as a beneficiary.

    Args:
        opener: opens desks of somebody who may simulate.
        before: the law to compare with; see `law`.
        after: the other.
        on: the day of assessment (Gregorian).
        progress: called after each stretch, in files.
        stop: asked before each stretch; true ends it.

    Raises:
        OfficeError: `office.not_permitted`, `casework.other_country`.
        Unreachable: the database could not be reached.
    """
    import pyarrow as pa

    country = Country[before.pack.text.country]
    if after.pack.text.country != country:
        raise OfficeError("casework.other_country", first=repr(before.pack), second=repr(after.pack))
    with opener(reading=True) as desk:
        cut = _cut(desk, country)
    told: list[pa.Table] = []
    reached, stopped = 0, False
    for each in cut:
        if stop is not None and stop():
            stopped = True
            break
        with opener(reading=True) as desk:
            told.append(_compared(desk, each, before, after, on, country))
        reached += told[-1].num_rows
        if progress is not None:
            progress(Progress(reached, max(reached, len(cut) * TOGETHER)))
    if not told:
        with opener(reading=True) as desk:
            told.append(_compared(desk, Stretch("\U0010ffff"), before, after, on, country))
    families = pa.concat_tables(told)
    return SimulationAnswer(before, after, on, before.pack.text.currency, summary(families), families, stopped)


@requires(Permission.SIMULATE)
def _cut(desk: Desk, country: Country) -> tuple[Stretch, ...]:
    return stretches(desk, country=country, files=TOGETHER)


@requires(Permission.SIMULATE)
def _compared(desk: Desk, stretch: Stretch, before: Law, after: Law, on: date, country: Country) -> pa.Table:
    from desktop.programmes.caseload.running import assess_caseload
    from desktop.programmes.simulation.families import families

    tables = caseload_tables(desk, on=on, country=country, stretch=stretch)
    one, other = (assess_caseload(each.pack, tables, on=on, parameters=each.values) for each in (before, after))
    return families(tables, (before.pack, one), (after.pack, other))
