"""Reopens the reasons of a result that a run kept as codes, on the facts that the run reckoned with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from desktop.casework.caseload_laws import Laws, laws_of, packs_of
from desktop.casework.caseload_records import CaseloadResult, CaseloadRun, CaseloadStretch
from desktop.casework.caseload_rows import FIELDS, results_of
from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.assessment import Assessment
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.registry.queries import answer, household_of
from desktop.registry.records import Household, HouseholdVersion
from desktop.values.errors import OfficeError


@dataclass(frozen=True, slots=True)
class ExplainedResult:
    """What a run found of a file, with its reasons.

    Args:
        on: the day that was assessed (Gregorian).
        household_version: of the file, when the run read it.
        answer: the same answer with every reason in words.
        file: the facts that it was made from, as they were known then.
        codes: what the run kept, see `caseload_records.CaseloadResult`.
        agrees: whether the interpreter comes to all that was kept; where it does not, the result was changed.
    """

    file_number: str
    household_version: int
    on: date
    answer: Assessment
    file: HouseholdFile
    codes: str
    agrees: bool


@requires(Permission.READ_FILES)
def explained(desk: Desk, *, run: UUID, file_number: str, catalogue: Catalogue) -> ExplainedResult:
    """The reasons of what a run found of a file, or had found before it and let stand.

    Args:
        desk: who asks.
        run: the run, as `RunAnswer.run` named it.
        file_number: in any digits.
        catalogue: the packs; later versions in it change nothing.

    Raises:
        OfficeError: `registry.unknown_file`, `database.not_found` (no such run), `casework.no_result`,
            `casework.version_changed`.
    """
    household = household_of(desk, file_number)
    record = desk.session.scalars(select(CaseloadRun).where(CaseloadRun.id == run)).one_or_none()
    if record is None:
        raise OfficeError("database.not_found")
    found = _result(desk, household, record, laws_of(catalogue, record.asked, record.on_date))
    if found is None:
        raise OfficeError("casework.no_result", file_number=household.file_number, programme=record.asked)
    result, stretch = found
    pack = catalogue.pack(stretch.programme, stretch.pack_version)
    if pack.pack_hash != stretch.pack_hash:
        raise OfficeError("casework.version_changed", programme=pack.text.title, version=pack.text.version)
    file = facts_of(desk, household, result.household_version, record.on_date)
    return ExplainedResult(
        file_number=household.file_number,
        household_version=result.household_version,
        on=record.on_date,
        answer=assess(pack, file, on=record.on_date),
        file=file,
        codes=result.codes,
        agrees=_comes_to(pack, file, record.on_date, result),
    )


def _result(
    desk: Desk, household: Household, run: CaseloadRun, laws: Laws
) -> tuple[CaseloadResult, CaseloadStretch] | None:
    """What the run kept of a file; where it let an earlier one's result stand, that one."""
    versions = {pack.text.version for pack in packs_of(laws)}
    wanted = (
        select(CaseloadResult, CaseloadStretch)
        .join(CaseloadStretch, CaseloadStretch.id == CaseloadResult.stretch_id)
        .join(CaseloadRun, CaseloadRun.id == CaseloadStretch.run_id)
        .where(
            CaseloadResult.office == household.office,
            CaseloadResult.household_id == household.id,
            CaseloadRun.office == run.office,
            CaseloadRun.programme == run.programme,
            CaseloadRun.on_date == run.on_date,
            CaseloadRun.begun_at <= run.begun_at,
            # Another run of the day may have been asked for another version by name.
            or_(CaseloadRun.id == run.id, CaseloadStretch.pack_version.in_(versions)),
        )
        .order_by(CaseloadRun.id != run.id, CaseloadRun.begun_at.desc(), CaseloadStretch.id.desc())
    )
    found = desk.session.execute(wanted.limit(1)).one_or_none()
    return None if found is None else (found[0], found[1])


def facts_of(desk: Desk, household: Household, version: int, on: date) -> HouseholdFile:
    """The facts of a day as they were known when a file stood in a version."""
    known_at = None
    if household.version != version:
        known_at = desk.session.scalars(
            select(HouseholdVersion.at).where(
                HouseholdVersion.household_id == household.id, HouseholdVersion.number == version
            )
        ).one()
    return answer(desk, household, as_of=on, known_at=known_at).file


def _comes_to(pack: Pack, file: HouseholdFile, on: date, kept: CaseloadResult) -> bool:
    import pyarrow as pa

    from desktop.programmes.caseload.interpreted import interpreted_rows

    rows = [{ORDINAL: 0, **row} for row in interpreted_rows(pack, file, on=on)]
    (found,) = results_of(pack, pa.Table.from_pylist(rows), [0]).to_pylist()
    # Which way it was reckoned is no part of what it came to.
    return all(found[name] == getattr(kept, name) for name in FIELDS if name != "way")
