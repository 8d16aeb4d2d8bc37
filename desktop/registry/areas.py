"""How many open files there are in each area, for what an office holds or plans by area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func

from desktop.facts.codes import Country
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.dated_rows import DAY, believed_now, held_that_day
from desktop.registry.fact_records import HouseholdFacts
from desktop.registry.queries import seen
from desktop.registry.records import Household


@dataclass(frozen=True, slots=True)
class AreaCount:
    """An area as the files write it, and how many of them lie in it; None where no address says one."""

    area: str | None
    files: int


@requires(Permission.READ_FILES)
def count_by_area(desk: Desk, *, fact: str, on: date, country: Country) -> tuple[AreaCount, ...]:
    """The areas of the open files of the own office that this person may see, those with the most files first.

    Args:
        desk: who asks.
        fact: of the household, such as `address.governorate`.
        on: the day whose addresses count (Gregorian).
        country: whose files.
    """
    area = getattr(HouseholdFacts, fact.replace(".", "_"))
    held = and_(HouseholdFacts.household_id == Household.id, believed_now(HouseholdFacts))
    wanted = (
        seen(desk)
        .outerjoin(HouseholdFacts, and_(held, held_that_day(HouseholdFacts)))
        .where(Household.office == desk.office, Household.closed_at.is_(None), Household.country == country)
        .with_only_columns(area, func.count(Household.id))
        .group_by(area)
    )
    rows = desk.session.execute(wanted, {DAY: on}).all()
    counted = [AreaCount(name, count) for name, count in rows]
    return tuple(sorted(counted, key=lambda each: (each.area is None, -each.files, each.area or "")))
