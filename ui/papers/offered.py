"""Which papers of a household can be issued now, and of the others why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from desktop.casework import queries as casework
from desktop.casework.better_off import monthly_programmes
from desktop.empowerment import queries as empowerment
from desktop.issuing.contents import Issue
from desktop.issuing.kinds import KINDS, KindAnswer, PaperKind
from desktop.issuing.letterhead import blank_issue
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import queries as registry
from desktop.registry.answers import HouseholdAnswer
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from ui.papers.benefit_statement import benefit_statement
from ui.papers.wanted import Wanted

T = TypeVar("T")

EVERY = Wording("جميع البرامج", "Every programme")
"""What the paper about every programme is about."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that could be issued now.

    Args:
        wanted: how it is asked for.
        about: the programme or the course.
        person: name of the claimant or of whoever is enrolled; None where it speaks of the household.
        on: the day decided, the day assessed, the first day of the course, else today.
    """

    wanted: Wanted
    about: Wording
    person: str | None
    on: date


@dataclass(frozen=True, slots=True)
class KindOffered:
    """A kind of paper with what could be issued of it; without any, `refusal` says why and what to do."""

    kind: KindAnswer
    offers: tuple[Offer, ...]
    refusal: OfficeError | None


@requires(Permission.ISSUE)
def offered(desk: Desk, *, file_number: str) -> tuple[KindOffered, ...]:
    """Every kind of paper, in the order of `KINDS`; OfficeError `registry.unknown_file`."""
    household = registry.open_file(desk, file_number)
    issue = blank_issue(desk)
    return tuple(_of_kind(desk, household, issue, kind) for kind in KINDS)


def _of_kind(desk: Desk, household: HouseholdAnswer, issue: Issue, kind: KindAnswer) -> KindOffered:
    find = {
        PaperKind.BENEFIT_STATEMENT: _statements,
        PaperKind.ASSESSMENT_SHEET: _sheets,
        PaperKind.ENROLMENT_SLIP: _slips,
        PaperKind.EVERY_PROGRAMME: _programmes,
        PaperKind.BETTER_OFF: _jobs,
    }[kind.kind]
    found: list[Offer] = []
    refusals: list[OfficeError] = []
    for each in find(desk, household, issue):
        if isinstance(each, Offer):
            found.append(each)
        else:
            refusals.append(each)
    return KindOffered(kind, tuple(found), None if found else refusals[0])


Found = Iterator[Offer | OfficeError]


def _statements(desk: Desk, household: HouseholdAnswer, issue: Issue) -> Found:
    number = household.file_number
    standing = casework.standing_decisions(desk, file_number=number)
    for decision in standing:
        try:
            benefit_statement(decision, issue=issue)
        except OfficeError as refusal:
            yield refusal
        else:
            wanted = Wanted(
                PaperKind.BENEFIT_STATEMENT,
                number,
                programme=decision.programme,
                on=decision.on,
                member=decision.member,
            )
            yield Offer(wanted, decision.title, _name(household, decision.member), decision.decided_on)
    if not standing:
        yield OfficeError("papers.not_decided", file_number=number)


def _sheets(desk: Desk, household: HouseholdAnswer, _issue: Issue) -> Found:
    number = household.file_number
    # The newest of each claim: what was assessed before it was so then, and nobody wants it certified today.
    newest = _first_of_each(
        casework.assessments_of(desk, file_number=number), lambda each: (each.programme, each.member)
    )
    for each in newest:
        wanted = Wanted(PaperKind.ASSESSMENT_SHEET, number, programme=each.programme, on=each.on, member=each.member)
        title = _shipped().pack(each.programme, each.pack_version).text.title
        yield Offer(wanted, title, _name(household, each.member), each.on)
    if not newest:
        yield OfficeError("papers.not_assessed", file_number=number)


def _slips(desk: Desk, household: HouseholdAnswer, _issue: Issue) -> Found:
    number = household.file_number
    standing = [each for each in empowerment.enrolments(desk, file_number=number) if each.withdrawn_at is None]
    for each in standing:
        wanted = Wanted(PaperKind.ENROLMENT_SLIP, number, member=each.person.ref, course=each.course.code)
        yield Offer(wanted, each.course.title, each.person.name, each.course.starts_on)
    if not standing:
        yield OfficeError("papers.not_enrolled", file_number=number)


def _programmes(desk: Desk, household: HouseholdAnswer, _issue: Issue) -> Found:
    wanted = Wanted(PaperKind.EVERY_PROGRAMME, household.file_number, on=desk.today)
    yield Offer(wanted, EVERY, None, desk.today)


def _jobs(desk: Desk, household: HouseholdAnswer, _issue: Issue) -> Found:
    """Each programme that pays by the month; who would earn, and how much, is left to whoever issues."""
    number = household.file_number
    programmes = monthly_programmes(_shipped(), household.file, desk.today)
    for each in programmes:
        wanted = Wanted(PaperKind.BETTER_OFF, number, programme=each.programme)
        yield Offer(wanted, each.title, None, desk.today)
    if not programmes:
        yield OfficeError("papers.no_monthly_programme", file_number=number, on=desk.today.isoformat())


def _first_of_each(rows: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    first: dict[object, T] = {}
    for row in rows:
        first.setdefault(key(row), row)
    return tuple(first.values())


def _name(household: HouseholdAnswer, ref: str | None) -> str | None:
    return next((person.name for person in household.persons if person.ref == ref), None)


@cache
def _shipped() -> Catalogue:
    # Packs are immutable, and opening one costs more than naming it.
    return Catalogue()
