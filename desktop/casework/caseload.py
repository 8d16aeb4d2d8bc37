"""Assesses the whole caseload, household by household, so that a stop at any moment loses nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID

from sqlalchemy import select

from desktop.casework.amounts import at_least, due_monthly
from desktop.casework.answers import Progress, RunAnswer, Unassessed
from desktop.casework.assessing import stored, workable
from desktop.casework.choosing import in_force
from desktop.casework.doubtful_files import contradicted
from desktop.casework.records import Assessment
from desktop.database.session import retried
from desktop.facts.codes import AmountStatus, Outcome
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.answers.assess import assess as answer_of
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.values.errors import OfficeError, Unreachable
from desktop.values.money import Currency, Money


class DeskOpener(Protocol):
    """Opens a desk of the person who runs the caseload; one unit of work each time."""

    def __call__(self, *, reading: bool = False) -> AbstractContextManager[Desk]:
        """A desk that reads, or one that writes."""


@dataclass(frozen=True, slots=True)
class _Listed:
    household: UUID
    file_number: str
    version: int


@dataclass(frozen=True, slots=True)
class _Reached:
    outcome: Outcome
    currency: Currency
    status: AmountStatus | None
    at_least: int


@dataclass(slots=True)
class _Run:
    """A run and its sums so far."""

    opener: DeskOpener
    programme: str
    on: date
    catalogue: Catalogue
    dry_run: bool
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    minor: int = 0
    open_amounts: int = 0
    currency: Currency | None = None
    stored: int = 0
    kept: int = 0
    unassessed: list[Unassessed] = field(default_factory=list)

    def reach(self, listed: _Listed) -> None:
        """Assess one household; what its own file or the rules refuse is noted, what the database refuses is raised."""
        try:
            # Begun again where colleagues were in the way: nothing of the first try was kept.
            reached, new = retried(lambda: self._assessed(listed))
        except Unreachable:
            raise
        except OfficeError as error:
            self.unassessed.append(Unassessed(listed.file_number, error))
            return
        self.stored += new
        self.kept += not new
        self.count(reached)

    def count(self, reached: _Reached) -> None:
        """Add one household to the sums."""
        self.outcomes[reached.outcome] += 1
        self.currency = reached.currency
        if reached.outcome is Outcome.ELIGIBLE:
            self.minor += reached.at_least
            self.open_amounts += reached.status in (AmountStatus.BOUNDED, AmountStatus.UNPUBLISHED)

    def _assessed(self, listed: _Listed) -> tuple[_Reached, bool]:
        with self.opener(reading=self.dry_run) as desk:
            opened = workable(desk, listed.file_number, self.on)
            if faults := contradicted(opened.file, today=desk.today):
                raise faults
            pack = self.catalogue.asked(self.programme, self.on, opened.file)
            given = answer_of(pack, opened.file, on=self.on)
            new = True
            if not self.dry_run:
                _, new = stored(desk, opened, pack, given, None)
        due = due_monthly(given)
        status, least = (None, 0) if due is None else (due.status, at_least(due))
        return _Reached(given.outcome, pack.text.currency, status, least), new


def assess_all(
    opener: DeskOpener,
    *,
    programme: str,
    on: date,
    catalogue: Catalogue,
    dry_run: bool = False,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> RunAnswer:
    """Assess every open file of the own office for one programme and day.

    Each household is a unit of work of its own. A run that is broken off, by `stop` or by a fault, is taken up where it
    ended by running it again: files stored for the same day under the same pack and in the version they still have are
    not assessed twice, and are counted as if they had been.

    Args:
        opener: opens desks of a supervisor, as `OpenOffice.desk`.
        programme: `ID`, by the law in force on the day for each household, or `ID@VERSION`.
        on: the day of assessment (Gregorian).
        catalogue: the packs.
        dry_run: reads, stores nothing.
        progress: called after each household.
        stop: asked before each household; true ends the run.

    Raises:
        OfficeError: `office.not_permitted`; `programmes.unknown_programme`, `programmes.unknown_version`.
        Unreachable: the database could not be reached; what was stored stays.

    A household that cannot be assessed is named in the answer and does not end the run.
    """
    run = _Run(opener, programme, on, catalogue, dry_run)
    packs = _packs(catalogue, programme, on)
    with opener(reading=True) as desk:
        listed, left_out = _list(desk, packs[0].text.country)
        # Where new applicants and beneficiaries stand under two versions, which one a household was due is in its file.
        done = {} if dry_run or len(packs) > 1 else _stored_before(desk, packs[0], on)
    stopped = False
    for count, each in enumerate(listed, 1):
        if stop is not None and stop():
            stopped = True
            break
        kept = done.get((each.household, each.version))
        if kept is not None:
            run.kept += 1
            run.count(kept)
        else:
            run.reach(each)
        if progress is not None:
            progress(Progress(count, len(listed)))
    return RunAnswer(
        programme=programme,
        on=on,
        dry_run=dry_run,
        outcomes={outcome: run.outcomes[outcome] for outcome in Outcome},
        cost=None if run.currency is None else Money(run.minor, run.currency),
        open_amounts=run.open_amounts,
        stored=run.stored,
        kept=run.kept,
        left_out=left_out,
        unassessed=tuple(run.unassessed),
        stopped=stopped,
    )


def _packs(catalogue: Catalogue, programme: str, on: date) -> list[Pack]:
    """The versions that may be the law of a household on the day, never none."""
    name, _, version = programme.partition("@")
    if version or name not in catalogue.versions:
        # An unknown programme is refused by name here.
        return [catalogue.pack(name, version)]
    packs = [catalogue.pack(name, each) for each in catalogue.versions[name]]
    standing = [pack for pack in packs if in_force(pack, on)]
    return standing or [catalogue.in_force(name, on)]


@requires(Permission.RUN_CASELOAD)
def _list(desk: Desk, country: str) -> tuple[list[_Listed], int]:
    """The open files of the own office and country by number, and how many are closed."""
    wanted = seen(desk).where(Household.office == desk.office).order_by(Household.file_number)
    rows = [row for row in desk.session.scalars(wanted) if row.country.value == country]
    listed = [_Listed(row.id, row.file_number, row.version) for row in rows if row.closed_at is None]
    return listed, len(rows) - len(listed)


def _stored_before(desk: Desk, pack: Pack, on: date) -> dict[tuple[UUID, int], _Reached]:
    """What earlier runs stored for the day under the pack as it stands, by household and version of its file.

    A file that still has the version it was assessed in has the same facts on the same day.
    """
    wanted = select(
        Assessment.household_id,
        Assessment.household_version,
        Assessment.outcome,
        Assessment.currency,
        Assessment.total_status,
        Assessment.total_at_least,
    ).where(
        Assessment.office == desk.office,
        Assessment.programme == pack.text.id,
        Assessment.on_date == on,
        Assessment.member.is_(None),
        Assessment.pack_hash == pack.pack_hash,
    )
    return {
        (row.household_id, row.household_version): _Reached(
            row.outcome, row.currency, row.total_status, row.total_at_least or 0
        )
        for row in desk.session.execute(wanted)
    }
