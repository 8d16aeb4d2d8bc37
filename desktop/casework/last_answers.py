"""What the rules said last of each file, whether it was assessed by itself or in a run over the caseload."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select

from desktop.casework.caseload_records import CaseloadResult, CaseloadStretch
from desktop.casework.explaining import facts_of
from desktop.casework.records import Assessment
from desktop.facts.canonical import facts_hash
from desktop.office.desk import Desk
from desktop.registry.queries import household_of


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """An answer: the version of the file that it was made from, its day, when it was given.

    `stored_hash` is that of its facts; None for a result of a run, which keeps none.
    """

    version: int
    on: date
    at: datetime
    stored_hash: str | None

    def facts_hash(self, desk: Desk, file_number: str) -> str:
        """The hash of the facts that it was made from."""
        if self.stored_hash is not None:
            return self.stored_hash
        return facts_hash(facts_of(desk, household_of(desk, file_number), self.version, self.on))


def last_answers(desk: Desk, programme: str, on: date) -> dict[UUID, LastAnswer]:
    """The last answer of the own office about a programme for a day or one before it, by household."""
    rank = func.row_number().over(
        partition_by=Assessment.household_id,
        order_by=(Assessment.on_date.desc(), Assessment.assessed_at.desc(), Assessment.id.desc()),
    )
    ranked = (
        select(
            Assessment.household_id,
            Assessment.facts_hash,
            Assessment.household_version,
            Assessment.on_date,
            Assessment.assessed_at,
            rank.label("rank"),
        )
        .where(Assessment.office == desk.office, Assessment.programme == programme, Assessment.on_date <= on)
        .subquery()
    )
    found = {
        row.household_id: LastAnswer(row.household_version, row.on_date, row.assessed_at, row.facts_hash)
        for row in desk.session.execute(select(ranked).where(ranked.c.rank == 1))
    }
    last_first = (CaseloadStretch.on_date.desc(), CaseloadStretch.kept_at.desc(), CaseloadStretch.id.desc())
    place = func.row_number().over(partition_by=CaseloadResult.household_id, order_by=last_first)
    of_runs = (
        select(
            CaseloadResult.household_id,
            CaseloadResult.household_version,
            CaseloadStretch.on_date,
            CaseloadStretch.kept_at,
            place.label("place"),
        )
        .join(CaseloadStretch, CaseloadStretch.id == CaseloadResult.stretch_id)
        .where(
            CaseloadResult.office == desk.office,
            CaseloadStretch.programme == programme,
            CaseloadStretch.on_date <= on,
        )
        .subquery()
    )
    for household, version, day, at, _ in desk.session.execute(select(of_runs).where(of_runs.c.place == 1)):
        last = found.get(household)
        if last is None or (last.on, last.at) <= (day, at):
            found[household] = LastAnswer(version, day, at, None)
    return found
