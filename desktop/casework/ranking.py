"""The office's families in the order of need, with why each stands where it stands; nothing is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.casework.answers import Progress, Unassessed
from desktop.casework.simulating import DeskOpener
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.language.possibilities import HOLDS
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.ranking.order import Ranked, in_order
from desktop.programmes.ranking.reasons import Reasons, reasons_of
from desktop.programmes.ranking.standing import Standing, area_of, standing_of
from desktop.registry.queries import count_households, files, open_file
from desktop.values.errors import OfficeError
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class PlacedFamily:
    """A family in the order: its rank and place, what its score is made of, and whether its file is sealed."""

    ranked: Ranked
    standing: Standing
    head_name: str
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class OrderOffered:
    """A programme by which an office may rank.

    Args:
        programme: its id.
        title: its name.
        first: the first day on which a version of it is the law.
        area: the fact of the household by which places are held.
        by_class: whether its order is one of classes, not of scores.
    """

    programme: str
    title: Wording
    first: date
    area: str
    by_class: bool


@dataclass(frozen=True, slots=True)
class RankingAnswer:
    """The order of a day.

    Args:
        pack: the order's rules.
        on: the day (Gregorian).
        draw: the name of the draw by which ties were broken.
        places: how many can be helped; None where nobody set a limit.
        families: in their order.
        without_right: how many open files have no right to be ranked.
        unassessed: files that the rules refuse, with why.
        stopped: whether it was broken off; the order is then of the files reached.
    """

    pack: Pack
    on: date
    draw: str
    places: int | None
    families: tuple[PlacedFamily, ...]
    without_right: int
    unassessed: tuple[Unassessed, ...]
    stopped: bool


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Why a family stands where it stands, with the file as it was read for that."""

    reasons: Reasons
    file: HouseholdFile


def orders(catalogue: Catalogue, country: str) -> tuple[OrderOffered, ...]:
    """The programmes of a country that rank, by id; what cannot be read is left out, as `programmes check` tells it."""
    found = []
    for programme in catalogue.of_country(country):
        packs = sorted(catalogue.readable(programme), key=lambda pack: pack.text.applies.from_)
        ranking = [pack for pack in packs if pack.text.ranking is not None]
        if ranking and (order := ranking[-1].text.ranking) is not None:
            text = ranking[-1].text
            first = ranking[0].text.applies.from_
            found.append(OrderOffered(programme, text.title, first, order.area, bool(order.ranks)))
    return tuple(found)


@requires(Permission.RUN_CASELOAD)
def why(desk: Desk, *, pack: Pack, file_number: str, on: date) -> Reasoned:
    """Why one family stands where it stands, on the facts of a day.

    Raises:
        OfficeError: `registry.unknown_file`, `programmes.no_order`, `programmes.other_country`.
    """
    file = open_file(desk, file_number, as_of=on).file
    return Reasoned(reasons_of(pack, file, on=on), file)


def rank(
    opener: DeskOpener,
    *,
    programme: str,
    on: date,
    catalogue: Catalogue,
    draw: str | None = None,
    places: int | None = None,
    quotas: Mapping[str, int] | None = None,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> RankingAnswer:
    """Put the open files of the own office into the order of a programme that ranks.

    Args:
        opener: opens desks of who asks.
        programme: `ID` or `ID@VERSION`.
        on: the day whose facts count (Gregorian).
        catalogue: the packs.
        draw: the announced name of the draw; the office and the day where none was announced.
        places: how many can be helped.
        quotas: places held for an area, by its name as the files write it; they need `places`.
        progress: called after each file.
        stop: asked before each file; true ends it.

    Raises:
        OfficeError: `office.not_permitted`, `programmes.no_order`, `casework.quotas_without_places`,
            `casework.quotas_beyond_places`, `casework.no_such_area`, and what `Catalogue.pack` refuses.
    """
    name, _, version = programme.partition("@")
    pack = catalogue.pack(name, version) if version else catalogue.in_force(name, on)
    if pack.text.ranking is None:
        raise OfficeError("programmes.no_order", programme=pack.text.id)
    held = sum((quotas or {}).values())
    if held and places is None:
        raise OfficeError("casework.quotas_without_places", held=held)
    if places is not None and held > places:
        raise OfficeError("casework.quotas_beyond_places", held=held, places=places)
    with opener(reading=True) as desk:
        read = _read(desk, pack, on, progress, stop)
        named = draw or draw_named(desk.office, on)
    if not read.stopped:
        _refuse_unknown(read.areas, quotas or {})
    ordered = in_order(
        (each.candidate for each, *_ in read.standings.values()), draw=named, places=places, quotas=quotas
    )
    return RankingAnswer(
        pack=pack,
        on=on,
        draw=named,
        places=places,
        families=tuple(PlacedFamily(each, *read.standings[each.candidate.file_number]) for each in ordered),
        without_right=read.without_right,
        unassessed=tuple(read.unassessed),
        stopped=read.stopped,
    )


def draw_named(office: str, on: date) -> str:
    """The name of the draw where nobody announced one: the office and the day."""
    return f"{office} {on.isoformat()}"


def _refuse_unknown(areas: set[str], quotas: Mapping[str, int]) -> None:
    """A place held for an area that is spelled otherwise than in the files would quietly go to everybody."""
    for area, held in quotas.items():
        if held and area not in areas:
            raise OfficeError("casework.no_such_area", area=area, known=", ".join(sorted(areas)))


@dataclass(slots=True)
class _Read:
    standings: dict[str, tuple[Standing, str, bool]]
    unassessed: list[Unassessed]
    areas: set[str] = field(default_factory=set)
    without_right: int = 0
    stopped: bool = False


@requires(Permission.RUN_CASELOAD)
def _read(
    desk: Desk,
    pack: Pack,
    on: date,
    progress: Callable[[Progress], None] | None,
    stop: Callable[[], bool] | None,
) -> _Read:
    read, count = _Read({}, []), count_households(desk)
    for done, each in enumerate(files(desk, as_of=on), 1):
        if stop is not None and stop():
            read.stopped = True
            break
        if each.file.household.country.value == pack.text.country:
            if pack.text.ranking is not None and (area := area_of(each.file, pack.text.ranking.area)) is not None:
                read.areas.add(area)
            try:
                standing = standing_of(pack, each.file, on=on)
            except OfficeError as error:
                read.unassessed.append(Unassessed(each.file_number, error))
            else:
                if standing.entitled.may_hold:
                    read.standings[each.file_number] = (standing, each.summary.head_name, each.summary.sealed)
                else:
                    read.without_right += 1
        if progress is not None:
            progress(Progress(done, max(done, count)))
    return read


def sure(family: PlacedFamily) -> bool:
    """Whether nothing that is still open could move the family up."""
    return family.standing.entitled is HOLDS and family.standing.score.known
