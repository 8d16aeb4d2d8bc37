"""The office's list of work, as far as it is this person's: items given to them or to nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from desktop.agenda import phrases
from desktop.agenda.answers import CourseLine, Destination, DueKind, DueRow, SettledAt, Urgency
from desktop.agenda.claims import Claim, Key, claimants
from desktop.agenda.counting import Found, urgency_in, urgency_of
from desktop.agenda.permitted import open_files, settles
from desktop.agenda.run_claims import claims
from desktop.casework import work as casework
from desktop.empowerment import telling as empowerment
from desktop.office.desk import Desk
from desktop.office.records import WorkItem
from desktop.registry.records import Household
from desktop.values import worded
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording

_KINDS: Final = {
    casework.DECIDE: DueKind.DECIDE,
    casework.MISSING_FACTS: DueKind.MISSING_FACTS,
    empowerment.TELL_OF_SEAT: DueKind.TELL_OF_SEAT,
    empowerment.TELL_OF_CANCELLED_COURSE: DueKind.TELL_OF_CANCELLED_COURSE,
}
"""The rooms' own names for kinds of work."""

_CLAIMS: Final = frozenset({DueKind.DECIDE, DueKind.MISSING_FACTS})


def work_due(desk: Desk, limit: int) -> Found:
    """Open items of work, the most urgent first; rows about courses name them once `with_courses` has."""
    wanted = (
        select(WorkItem, Household)
        .outerjoin(Household, Household.id == WorkItem.household)
        .where(*_mine(desk))
        .order_by(WorkItem.due.is_(None), WorkItem.due, WorkItem.opened_at, WorkItem.id)
        .limit(limit)
    )
    found = [(item, household) for item, household in desk.session.execute(wanted)]
    keys = {_key(item) for item, _ in found if kind_of(item.kind) in _CLAIMS} - {None}
    about = {key for key in keys if key is not None}
    assessed, names = claims(desk, about), claimants(desk, about)
    return Found(tuple(_row(desk, item, household, assessed, names) for item, household in found), _counts(desk))


def kind_of(kind: str) -> DueKind:
    """What an item of work is to the agenda."""
    return _KINDS.get(kind, DueKind.OTHER)


def files_lacking_facts(desk: Desk) -> int:
    """How many files lack facts: one may lack them for several programmes."""
    wanted = select(func.count(WorkItem.household.distinct())).where(
        WorkItem.kind == casework.MISSING_FACTS, *_mine(desk)
    )
    return desk.session.scalar(wanted) or 0


def with_courses(found: Found, courses: Mapping[str, CourseLine]) -> Found:
    """The same with the courses that this person sees put in, by code."""
    return replace(found, rows=tuple(_with_course(row, courses) for row in found.rows))


def _mine(desk: Desk) -> tuple[ColumnElement[bool], ...]:
    hidden = [kind for kind, known in _KINDS.items() if not settles(desk, known)]
    kinds = WorkItem.kind.not_in(hidden) if settles(desk, DueKind.OTHER) else WorkItem.kind.in_(_settled_kinds(desk))
    return (
        WorkItem.office == desk.office,
        WorkItem.done_at.is_(None),
        kinds,
        or_(WorkItem.assigned_to.is_(None), WorkItem.assigned_to == desk.staff.login),
        # Of a file that may not be seen nothing is shown, not even that there is something.
        or_(WorkItem.household.is_(None), WorkItem.household.in_(open_files(desk))),
    )


def _settled_kinds(desk: Desk) -> list[str]:
    return [kind for kind, known in _KINDS.items() if settles(desk, known)]


def _counts(desk: Desk) -> dict[tuple[DueKind, Urgency], int]:
    urgency = urgency_in(WorkItem.due, desk.today).label("urgency")
    counted = (
        select(WorkItem.kind, urgency, func.count(WorkItem.id).label("number"))
        .where(*_mine(desk))
        .group_by(WorkItem.kind, urgency)
    )
    found: dict[tuple[DueKind, Urgency], int] = {}
    for row in desk.session.execute(counted):
        key = kind_of(row.kind), Urgency(row.urgency)
        found[key] = found.get(key, 0) + row.number
    return found


def _key(item: WorkItem) -> Key | None:
    programme = item.details.get("programme")
    if item.household is None or not isinstance(programme, str):
        return None
    return item.household, programme, str(item.details.get("member") or "")


def _row(
    desk: Desk,
    item: WorkItem,
    household: Household | None,
    assessed: Mapping[Key, Claim],
    names: Mapping[tuple[UUID, str], str],
) -> DueRow:
    kind, key = kind_of(item.kind), _key(item)
    claim = assessed.get(key) if key is not None else None
    member = key[2] if key is not None and kind in _CLAIMS else ""
    file_number = household.file_number if household is not None else None
    person = names.get((key[0], member)) if key is not None and member else _text(item.details, "person")
    return DueRow(
        kind=kind,
        household=item.household,
        file_number=file_number,
        head_name=household.head_name if household is not None else None,
        person=person,
        course=None,
        subject=phrases.SUBJECTS[kind],
        reason=_reason(item, kind, claim, own=bool(member)),
        due=item.due,
        urgency=urgency_of(item.due, desk.today),
        opened_at=item.opened_at,
        assigned_to=item.assigned_to,
        settled_at=_destination(item, kind, claim, file_number, member or None),
        item=item.id,
        version=item.version,
    )


def _reason(item: WorkItem, kind: DueKind, claim: Claim | None, *, own: bool) -> Wording:
    if kind is DueKind.MISSING_FACTS:
        lacking = claim.missing if claim is not None and claim.missing else int(item.details.get("missing") or 0)
        return phrases.missing(lacking, claim.first_label if claim is not None else None)
    if kind is DueKind.DECIDE and claim is not None:
        return claim.reason(own=own)
    # The sentence that the room gave the item, for what the agenda has no phrase of its own.
    told = OfficeError(item.subject, **item.details)
    return Wording(told.sentence(Language.ARABIC), told.sentence(Language.ENGLISH))


def _destination(
    item: WorkItem, kind: DueKind, claim: Claim | None, file_number: str | None, member: str | None
) -> Destination:
    course, programme = _text(item.details, "course"), _text(item.details, "programme")
    match kind:
        case DueKind.DECIDE:
            return Destination(SettledAt.DECISION, file_number, programme=programme, member=member)
        case DueKind.MISSING_FACTS if claim is not None and claim.first is not None:
            return Destination(
                SettledAt.HOUSEHOLD, file_number, programme=programme, member=member, pointer=claim.first.path
            )
        case DueKind.MISSING_FACTS:
            return Destination(SettledAt.ASSESSMENT, file_number, programme=programme, member=member)
        case _ if course is not None:
            return Destination(SettledAt.COURSE, file_number, course=course)
        case _:
            return Destination(SettledAt.HOUSEHOLD, file_number)


def _with_course(row: DueRow, courses: Mapping[str, CourseLine]) -> DueRow:
    line = courses.get(row.settled_at.course or "")
    if line is None:
        return row
    title = worded.said(line.title)
    if row.person is None:
        return replace(row, course=line)
    person = worded.said(row.person)
    if row.kind is DueKind.TELL_OF_SEAT:
        pattern = "خلا مقعد في دورة «{title}» وصار من نصيب {person}", "A seat on “{title}” went to {person}"
    else:
        pattern = "أُلغيت دورة «{title}»، وفيها {person}", "“{title}” was cancelled, which {person} was to attend"
    return replace(row, course=line, reason=worded.both(*pattern, title=title, person=person))


def _text(details: Mapping[str, Any], name: str) -> str | None:
    found = details.get(name)
    return found if isinstance(found, str) and found else None
