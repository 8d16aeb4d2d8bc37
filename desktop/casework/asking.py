"""Asking a family for the facts that an assessment lacks, and the time they have to give them (Reg. art. 4.5)."""

from __future__ import annotations

from datetime import date

from desktop.casework.assessing import workable
from desktop.casework.choosing import current_assessment
from desktop.casework.periods import MISSING_INFORMATION, period
from desktop.casework.records import Assessment
from desktop.casework.seen import visible
from desktop.casework.telling import ask_for_facts, missing_labels, way_to
from desktop.casework.work import set_due
from desktop.facts.assessment import decode_assessment
from desktop.notices.answers import NoticeAnswer
from desktop.notices.channels import Channel, told_day
from desktop.notices.queries import first_told, notices_about
from desktop.office.answers import Changes, Saved
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import OfficeError


@requires(Permission.NOTIFY)
def request_information(
    desk: Desk,
    *,
    file_number: str,
    programme: str,
    on: date,
    catalogue: Catalogue,
    member: str | None = None,
    channel: Channel | None = None,
) -> Saved[NoticeAnswer]:
    """Ask a family for the facts that the newest assessment of a day lacks, by the last day that the law gives them.

    Arguments as of `deciding.decide`. The work item of the missing facts is due on that day.

    Raises:
        OfficeError: `casework.not_assessed`, `casework.facts_changed`, `casework.rules_changed`,
            `casework.nothing_missing`, `registry.unknown_file`.
    """
    opened = workable(desk, file_number, on)
    pack, assessed = current_assessment(
        desk, opened, programme, on=on, catalogue=catalogue, member=member, keeping=True
    )
    if not assessed.missing_count:
        raise OfficeError("casework.nothing_missing", file_number=opened.file_number, on=on)
    way = way_to(opened.file, channel)
    span = period(pack, MISSING_INFORMATION)
    told = told_day(way.channel, sent_on=desk.today, country=desk.place.country)
    until = None if span is None else span.last_day(told.on)
    notice = ask_for_facts(desk, assessed, title=pack.text.title, until=until, way=way)
    set_due(desk, opened.summary, assessed, until)
    return Saved(notice, Changes(frozenset({opened.id}), frozenset({"notices", "work_items"})))


def refuse_too_early(desk: Desk, assessed: Assessment, pack: Pack) -> None:
    """Hold back a refusal for missing facts until the family was asked for one of them and its time has passed.

    Raises:
        OfficeError: `casework.not_asked`, `casework.still_time`.
    """
    span = period(pack, MISSING_INFORMATION)
    if span is None:
        return
    asked = visible(desk, Assessment).where(
        Assessment.household_id == assessed.household_id,
        Assessment.programme == assessed.programme,
        Assessment.member.is_not_distinct_from(assessed.member),
        Assessment.missing_count > 0,
    )
    lacking = _missing(assessed)
    earlier = [each.id for each in desk.session.scalars(asked) if lacking & _missing(each)]
    told = [first_told(notices) for notices in notices_about(desk, about=earlier).values()]
    days = [each.counts_as_told_on for each in told if each is not None and each.counts_as_told_on is not None]
    if not days:
        raise OfficeError("casework.not_asked", facts=missing_labels(assessed))
    until = span.last_day(min(days))
    if desk.today <= until:
        raise OfficeError("casework.still_time", until=until, facts=missing_labels(assessed))


def _missing(row: Assessment) -> set[str]:
    return {each.path for each in decode_assessment(row.answer).missing}
