"""Reads the reasons of one file's result in a run, as the sheet of an assessment shows them; on a lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from ui.screens.casework.reading import SheetAnswer, reading_words, shipped, version_answer

if TYPE_CHECKING:
    from desktop.casework.caseload_runs import RunRecord
    from desktop.office.desk import Desk


@dataclass(frozen=True, slots=True)
class Explained:
    """A result with its reasons; `agrees` says whether they come to what was kept."""

    run: UUID
    file_number: str
    household_version: int
    sheet: SheetAnswer
    agrees: bool


def read_explained(desk: Desk, record: RunRecord, file_number: str) -> Explained:
    """The reasons of a file's result; errors as of `casework.explaining.explained`."""
    from desktop.casework.amounts import amount_answer, due_monthly
    from desktop.casework.answers import AssessmentAnswer
    from desktop.casework.explaining import explained
    from desktop.facts.assessment import encode_assessment
    from desktop.facts.canonical import facts_hash
    from desktop.registry.queries import household_of
    from resources.version import __version__

    found = explained(desk, run=record.id, file_number=file_number, catalogue=shipped())
    given = found.answer
    due = due_monthly(given)
    pack = shipped().pack(given.programme, given.version)
    assessed = AssessmentAnswer(
        id=record.id,
        reference=str(given.id),
        household=household_of(desk, file_number).id,
        file_number=found.file_number,
        household_version=found.household_version,
        programme=given.programme,
        pack_version=given.version,
        pack_hash=given.pack_hash,
        facts_hash=facts_hash(found.file),
        member=None,
        on=found.on,
        outcome=given.outcome,
        amount=None if given.amount is None else amount_answer(given.amount),
        total=None if due is None else amount_answer(due),
        missing_count=len(given.missing),
        assessed_at=record.begun_at,
        assessed_by=record.begun_by,
        program_version=__version__,
        answer=given,
        encoded=encode_assessment(given),
        file=found.file,
    )
    sheet = SheetAnswer(
        versions=(),
        assessed=assessed,
        version=version_answer(pack),
        laws=pack.text.laws,
        readings={name: reading_words(each) for name, each in pack.text.readings.items()},
        facts_changed=False,
        rules_changed=False,
        decision=None,
        standing=None,
        request=None,
        file_version=found.household_version,
        first_levers=(),
        levers=(),
    )
    return Explained(record.id, found.file_number, found.household_version, sheet, found.agrees)
