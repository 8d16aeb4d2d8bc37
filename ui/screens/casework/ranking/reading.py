"""What the ranking reads of an office, on a lane: what may be asked, the areas, and the order."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from desktop.values.errors import OfficeError
from desktop.values.language import Language
from ui.screens.casework.reading import shipped

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.casework.answers import Progress
    from desktop.casework.ranking import OrderOffered, RankingAnswer
    from desktop.office.desk import Desk
    from desktop.registry.areas import AreaCount
    from ui.background.lanes import Task

_TELLING = 0.05
"""Seconds between two tellings of how far it is: the window would do nothing else than show them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be ranked, and how.

    Args:
        programme: id of a programme that ranks.
        on: the day whose facts count (Gregorian).
        places: how many can be helped; None for no limit.
        quotas: places held for an area, by its name in the files; those above nothing.
        draw: the announced name of the draw; empty for the office and the day.
    """

    programme: str
    on: date
    places: int | None
    quotas: Mapping[str, int]
    draw: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be asked.

    Args:
        orders: the programmes of the country that rank.
        areas: of the open files on the day, those with the most files first.
        programme: for whose areas they are counted.
        on: the day of the areas.
        draw: the name of the draw where nobody announces one.
    """

    orders: tuple[OrderOffered, ...]
    areas: tuple[AreaCount, ...]
    programme: str
    on: date
    draw: str


def read_offer(desk: Desk, *, programme: str, on: date) -> Offer:
    """What may be asked of the office on a day; the first programme that ranks where none is named."""
    from desktop.casework.ranking import draw_named, orders
    from desktop.registry.areas import count_by_area

    country = desk.place.country
    found = orders(shipped(), country.value)
    chosen = next((each for each in found if each.programme == programme), found[0] if found else None)
    areas = () if chosen is None else count_by_area(desk, fact=chosen.area, on=on, country=country)
    return Offer(found, areas, "" if chosen is None else chosen.programme, on, draw_named(desk.office, on))


def read_order(office: OpenOffice, asked: Asked, task: Task) -> RankingAnswer:
    """The order of the office's families; tells the task how far it is and ends where that is cancelled.

    Raises:
        OfficeError: as of `casework.ranking.rank`.
    """
    from desktop.casework.ranking import rank
    from desktop.database.interrupting import Stop

    stop = Stop()
    task.on_cancel(stop.request)
    told = 0.0

    def tell(reached: Progress) -> None:
        nonlocal told
        if time.monotonic() - told >= _TELLING:
            told = time.monotonic()
            task.report(reached)

    told_later: list[OfficeError] = []
    try:
        answer = rank(
            partial(office.desk, stop=stop),
            programme=asked.programme,
            on=asked.on,
            catalogue=shipped(),
            draw=asked.draw or None,
            places=asked.places,
            quotas=asked.quotas,
            progress=tell,
            stop=lambda: task.cancelled,
        )
        told_later += [each.error for each in answer.unassessed]
        return answer
    except OfficeError as error:
        told_later.append(error)
        raise
    finally:
        # The sentences stand in a file: it is read here, so that telling them on the main thread reads none.
        for each in told_later:
            each.sentence(Language.ENGLISH)
