"""What the casework room answers, frozen and made for showing. Days are Gregorian, instants aware UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desktop.casework.amounts import AmountAnswer, ComponentAnswer
from desktop.casework.kinds import GRANTS, DecisionKind
from desktop.facts.assessment import Assessment
from desktop.facts.codes import Outcome
from desktop.facts.household_file import HouseholdFile, Member
from desktop.notices.answers import NoticeAnswer
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from desktop.values.money import Money


@dataclass(frozen=True, slots=True)
class AssessmentAnswer:
    """The rules' answer as it was stored.

    `answer` is the assessment with its sentences, `encoded` its very bytes; `file` the household file it was made
    from, as the office held it at `household_version`.
    """

    id: UUID
    reference: str
    household: UUID
    file_number: str
    household_version: int
    programme: str
    pack_version: str
    pack_hash: str
    facts_hash: str
    member: str | None
    on: date
    outcome: Outcome
    amount: AmountAnswer | None
    total: AmountAnswer | None
    missing_count: int
    assessed_at: datetime
    assessed_by: str
    program_version: str
    answer: Assessment
    encoded: bytes
    file: HouseholdFile


@dataclass(frozen=True, slots=True)
class DecisionAnswer:
    """The office's decision, with all that a benefit statement, a notice or a grievance needs.

    Args:
        number: by which people know it, `QTF-D-2024-00012`.
        title: the programme's name.
        reason: why it was refused or stopped; None for what was granted.
        amount: the main benefit; None where nothing is due.
        total: all monthly components together, or the one amount where none is monthly.
        covered: the members it covers, as in the file that was assessed; `head` is among them or not.
        on: the day that was assessed.
        effective_from: the first day of the month after it (Reg. art. 22).
        covered_since: since when the right stands without a break; None where it does not stand.
        due_by: the last day for telling the decision on an application; None where none ran.
        late: whether the family was told after that day, or is still not told and it has passed by the decision.
        assessed_by: who assessed; `decided_by` decided.
        notices: what the family was told of it, the newest first.
        counts_as_told_on: the day they were first told; None while no notice reached them.
        grievance_until: the last day for a grievance; None while they count as untold or the law sets no period.
    """

    id: UUID
    number: str
    household: UUID
    file_number: str
    household_version: int
    assessment: UUID
    facts_hash: str
    pack_hash: str
    programme: str
    pack_version: str
    title: Wording
    member: str | None
    kind: DecisionKind
    reason_codes: tuple[str, ...]
    reason: Wording | None
    amount: AmountAnswer | None
    total: AmountAnswer | None
    components: tuple[ComponentAnswer, ...]
    head: Member
    covered: tuple[Member, ...]
    on: date
    decided_on: date
    decided_at: datetime
    decided_by: str
    assessed_by: str
    effective_from: date
    covered_since: date | None
    applied_on: date | None
    due_by: date | None
    late: bool
    notices: tuple[NoticeAnswer, ...]
    counts_as_told_on: date | None
    grievance_until: date | None
    supersedes: UUID | None
    superseded_by: UUID | None

    @property
    def grants(self) -> bool:
        """Whether the right stands after it."""
        return self.kind in GRANTS


class ReplayVerdict(StrEnum):
    """What replaying a stored assessment found."""

    EQUAL = "equal"
    DIFFERENT = "different"
    PACK_CHANGED = "pack_changed"
    PACK_MISSING = "pack_missing"


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two assessments differ: JSON Pointer, the value stored and the one found now."""

    pointer: str
    stored: object
    now: object


@dataclass(frozen=True, slots=True)
class ReplayAnswer:
    """Whether the named pack still gives the stored bytes on the stored facts.

    `found_hash` is the hash of the pack as it stands: other than `pack_hash`, it was changed after it was used, and
    nothing was compared. `program_version` is the program's that assessed.
    """

    assessment: UUID
    decision: UUID | None
    programme: str
    pack_version: str
    pack_hash: str
    found_hash: str | None
    program_version: str
    verdict: ReplayVerdict
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run over the caseload is."""

    done: int
    of: int


class RunStage(StrEnum):
    """What a run over the caseload does with the files in hand."""

    READING = "reading"
    RECKONING = "reckoning"
    KEEPING = "keeping"


@dataclass(frozen=True, slots=True)
class RunProgress(Progress):
    """How far a run is that takes many files in hand at once, and what is done with the next ones."""

    stage: RunStage


@dataclass(frozen=True, slots=True)
class Unassessed:
    """A household that a run could not assess, and why."""

    file_number: str
    error: OfficeError


@dataclass(frozen=True, slots=True)
class RunAnswer:
    """What a run over the caseload found, those counted that an earlier run had stored.

    Args:
        outcomes: how many came out how.
        cost: what is sure of the monthly total of all that are eligible; None where nobody was reached.
        open_amounts: eligible households whose amount is not wholly known, so that the cost may be higher.
        stored: how many this run stored (would store, in a dry run).
        kept: how many an earlier run had stored.
        left_out: closed files.
        unassessed: those that could not be assessed.
        stopped: the run was stopped before its end.
        engine: what reckoned.
        run: the record of the run; None where each household has an assessment of its own, and in a dry run.
        opened: items that a run by tables put on the list of work; None where they are not counted.
    """

    programme: str
    on: date
    dry_run: bool
    outcomes: Mapping[Outcome, int]
    cost: Money | None
    open_amounts: int
    stored: int
    kept: int
    left_out: int
    unassessed: tuple[Unassessed, ...]
    stopped: bool
    engine: str = "households"
    run: UUID | None = None
    opened: int | None = None
