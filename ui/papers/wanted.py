"""Finds what a paper of a household is to say: the decision, the assessment or the enrolment that was meant.

The command line and the window ask by the same `Wanted`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

from desktop.casework import queries as casework
from desktop.casework.better_off import monthly_programmes, suppose_job
from desktop.casework.every_programme import every_programme
from desktop.empowerment import queries as empowerment
from desktop.empowerment.answers import EnrolmentAnswer
from desktop.issuing.contents import Content, Issue
from desktop.issuing.drafts import PaperDraft
from desktop.issuing.kinds import PaperKind
from desktop.office.desk import Desk
from desktop.programmes.foresight.foreseen import with_clocks
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import queries as registry
from desktop.registry.answers import HouseholdAnswer
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording
from ui.paper import Prepare
from ui.papers.assessment_sheet import assessment_sheet
from ui.papers.benefit_statement import benefit_statement
from ui.papers.better_off import JobWanted, begins, better_off_sheet, job_of
from ui.papers.enrolment_slip import enrolment_slip
from ui.papers.every_programme import programmes_sheet


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper asked for; what is None is not narrowed down, and the newest is taken.

    Args:
        kind: of paper.
        file_number: whose.
        language: that it is set in.
        arabic_digits: whether it takes ٠-٩; None for those of its language.
        programme: of the decision or the assessment.
        on: the day assessed, or asked about; today for a paper about every programme.
        member: reference of the claimant or of whoever is enrolled.
        course: code of the course.
        job: the income that a better-off sheet supposes; the most natural one unless said.
        addressed_to: whom a benefit statement is for; None for whom it may concern.
    """

    kind: PaperKind
    file_number: str
    language: Language = Language.ARABIC
    arabic_digits: bool | None = None
    programme: str | None = None
    on: date | None = None
    member: str | None = None
    course: str | None = None
    job: JobWanted | None = None
    addressed_to: Wording | None = None


def prepared(wanted: Wanted) -> Prepare:
    """What `ui.paper.issue` needs to word the paper.

    The preparation raises OfficeError `papers.not_decided`, `papers.not_assessed`, `papers.not_enrolled`,
    `papers.no_job`, `papers.no_monthly_programme`, `papers.not_monthly_programme`, `registry.unknown_file`,
    `registry.not_registered_then`, those of `job_of` and `suppose_job`, and `papers.*` of the paper itself.
    """
    word = {
        PaperKind.BENEFIT_STATEMENT: _statement,
        PaperKind.ASSESSMENT_SHEET: _sheet,
        PaperKind.ENROLMENT_SLIP: _slip,
        PaperKind.EVERY_PROGRAMME: _programmes,
        PaperKind.BETTER_OFF: _better_off,
    }[wanted.kind]

    def prepare(desk: Desk, issue: Issue) -> PaperDraft:
        household = registry.open_file(desk, wanted.file_number)
        content, person = word(desk, household, wanted, issue)
        return PaperDraft(
            content=content,
            file_number=household.file_number,
            household=household.id,
            person=person,
            language=wanted.language,
            arabic_digits=wanted.language is Language.ARABIC if wanted.arabic_digits is None else wanted.arabic_digits,
        )

    return prepare


def _statement(desk: Desk, household: HouseholdAnswer, wanted: Wanted, issue: Issue) -> tuple[Content, UUID | None]:
    standing = [
        each
        for each in casework.standing_decisions(desk, file_number=household.file_number, programme=wanted.programme)
        if wanted.member in (None, each.member) and wanted.on in (None, each.on)
    ]
    if not standing:
        raise OfficeError("papers.not_decided", file_number=household.file_number)
    # A refusal in one programme does not hide the right that stands in another.
    decision = next((each for each in standing if each.grants), standing[0])
    holder = decision.member or decision.head.ref
    statement = benefit_statement(decision, issue=issue)
    if wanted.addressed_to is not None:
        statement = msgspec.structs.replace(statement, addressed_to=wanted.addressed_to)
    return statement, _person(household, holder)


def _sheet(desk: Desk, household: HouseholdAnswer, wanted: Wanted, issue: Issue) -> tuple[Content, UUID | None]:
    programme = None if wanted.programme is None else wanted.programme.partition("@")[0]
    found = next(
        (
            each
            for each in casework.assessments_of(desk, file_number=household.file_number)
            if programme in (None, each.programme)
            and wanted.on in (None, each.on)
            and wanted.member in (None, each.member)
        ),
        None,
    )
    if found is None:
        raise OfficeError("papers.not_assessed", file_number=household.file_number)
    catalogue = Catalogue()
    pack = catalogue.pack(found.programme, found.pack_version).text
    answer = with_clocks(found.answer, found.file, catalogue, member=found.member)
    sheet = assessment_sheet(answer, found.file, pack=pack, issue=issue, member=found.member)
    return sheet, None if found.member is None else _person(household, found.member)


def _slip(desk: Desk, household: HouseholdAnswer, wanted: Wanted, issue: Issue) -> tuple[Content, UUID | None]:
    enrolment: EnrolmentAnswer | None = next(
        (
            each
            for each in empowerment.enrolments(desk, file_number=household.file_number)
            if each.withdrawn_at is None
            and wanted.member in (None, each.person.ref)
            and wanted.course in (None, each.course.code)
        ),
        None,
    )
    if enrolment is None:
        raise OfficeError("papers.not_enrolled", file_number=household.file_number)
    return enrolment_slip(enrolment, household, issue=issue), enrolment.person.id


def _programmes(desk: Desk, household: HouseholdAnswer, wanted: Wanted, issue: Issue) -> tuple[Content, UUID | None]:
    catalogue = Catalogue()
    on = desk.today if wanted.on is None else wanted.on
    answer = every_programme(desk, file_number=household.file_number, on=on, catalogue=catalogue)
    return programmes_sheet(answer, issue=issue, catalogue=catalogue), None


def _better_off(desk: Desk, household: HouseholdAnswer, wanted: Wanted, issue: Issue) -> tuple[Content, UUID | None]:
    catalogue, asked = Catalogue(), wanted.job or JobWanted(wanted.member)
    on = begins(asked.first_month, desk.today)
    programme = _paying_monthly(catalogue, household, wanted.programme, on=on)
    job = job_of(asked, household.file, programme=programme, today=desk.today, catalogue=catalogue)
    answer = suppose_job(desk, file_number=household.file_number, programme=programme, job=job, catalogue=catalogue)
    return better_off_sheet(answer, issue=issue), _person(household, job.member)


def _paying_monthly(catalogue: Catalogue, household: HouseholdAnswer, named: str | None, *, on: date) -> str:
    """The programme by which a new income is judged: the one that was named, else the first that pays by the month."""
    found = [each.programme for each in monthly_programmes(catalogue, household.file, on)]
    if named is None and found:
        return found[0]
    if named in found:
        return named
    if named is None:
        raise OfficeError("papers.no_monthly_programme", file_number=household.file_number, on=on.isoformat())
    title = catalogue.asked(named, on, household.file).text.title
    raise OfficeError("papers.not_monthly_programme", programme=title)


def _person(household: HouseholdAnswer, ref: str) -> UUID | None:
    return next((person.id for person in household.persons if person.ref == ref), None)
