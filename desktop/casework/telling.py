"""Words a decision or a request for the family, and tells them of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from msgspec import UnsetType

from desktop.casework.amounts import AmountAnswer, amount_answer, due_monthly
from desktop.casework.kinds import MEASURES
from desktop.casework.periods import kept
from desktop.casework.records import Assessment, Decision
from desktop.facts.assessment import decode_assessment
from desktop.facts.household_file import HouseholdFile
from desktop.notices.answers import NoticeAnswer
from desktop.notices.channels import Channel, NoticeKind, told_day
from desktop.notices.drafts import NoticeDraft
from desktop.notices.service import tell
from desktop.office.desk import Desk
from desktop.values import dates, money
from desktop.values.calendars import Calendar
from desktop.values.isolates import bare
from desktop.values.language import Language, Wording


@dataclass(frozen=True, slots=True)
class Way:
    """How a family is reached: the channel, and the number or address where the file holds one."""

    channel: Channel
    sent_to: str | None


def way_to(file: HouseholdFile, channel: Channel | None) -> Way:
    """The way asked for, or where none was: the mobile on file, else the registered address, else in person."""
    phone, address = _text(file.household.phone), None
    if not isinstance(file.household.address, UnsetType):
        address = _text(file.household.address.national_address)
    known = {Channel.VERIFIED_MOBILE: phone, Channel.REGISTERED_ADDRESS: address}
    if channel is None:
        channel = next((way for way, reached in known.items() if reached is not None), Channel.IN_PERSON)
    return Way(channel, known.get(channel))


def tell_decision(desk: Desk, row: Decision, assessed: Assessment, *, way: Way) -> NoticeAnswer:
    """Tell the family what was decided, why, and until when they may file a grievance."""
    text = decision_text(desk, row, assessed, way.channel)
    kind = NoticeKind.MEASURE if row.kind in MEASURES else NoticeKind.DECISION
    draft = NoticeDraft(row.household_id, kind, way.channel, text, about=row.id, sent_to=way.sent_to)
    return tell(desk, draft=draft).answer


def ask_for_facts(desk: Desk, row: Assessment, *, title: Wording, until: date | None, way: Way) -> NoticeAnswer:
    """Ask the family for the facts that an assessment lacks (Reg. art. 4.5)."""
    text = _worded("information_request", title=title, facts=missing_labels(row))
    if until is not None:
        text = _joined(text, _worded("information_request_until", until=_day(until)))
    kind = NoticeKind.INFORMATION_REQUEST
    draft = NoticeDraft(row.household_id, kind, way.channel, text, about=row.id, sent_to=way.sent_to)
    return tell(desk, draft=draft).answer


def missing_labels(row: Assessment) -> Wording:
    """The facts that an assessment lacks, by name."""
    missing = decode_assessment(row.answer).missing
    labels = [each.label if isinstance(each.label, Wording) else Wording(each.path, each.path) for each in missing]
    # One fact may be missing of several people; the sentence names it once.
    return Wording(
        "، ".join(dict.fromkeys(each.ar for each in labels)), ", ".join(dict.fromkeys(each.en for each in labels))
    )


def decision_text(desk: Desk, row: Decision, assessed: Assessment, channel: Channel) -> Wording:
    """What the family is told of a decision by a channel, if it is told today."""
    due = due_monthly(decode_assessment(assessed.answer))
    text = _worded(
        row.kind.value,
        number=row.number,
        decided_on=_day(row.decided_on),
        title=Wording(row.title_ar, row.title_en),
        total=_amount(None if due is None else amount_answer(due)),
        effective_from=_day(row.effective_from),
        reason=Wording(row.reason_ar or "", row.reason_en or ""),
    )
    grievance = kept(row.grievance_count, row.grievance_unit)
    if grievance is None:
        return text
    told = told_day(channel, sent_on=desk.today, country=desk.place.country)
    return _joined(text, _worded("grievance", grievance_until=_day(grievance.last_day(told.on))))


def _text(fact: str | UnsetType) -> str | None:
    return None if isinstance(fact, UnsetType) else fact


def _amount(amount: AmountAnswer | None) -> Wording:
    if amount is None or amount.value is None:
        return _texts()["unpublished"]
    value = amount.value
    shown = Wording(
        money.shown(value, Language.ARABIC, arabic_digits=True),
        money.shown(value, Language.ENGLISH, arabic_digits=False),
    )
    return _worded(amount.period.value, amount=shown)


def _day(day: date) -> Wording:
    return Wording(
        bare(dates.shown(day, Language.ARABIC, arabic_digits=True)),
        bare(dates.shown(day, Language.ENGLISH, arabic_digits=False, leading=Calendar.GREGORIAN)),
    )


def _worded(key: str, **details: object) -> Wording:
    def said(language: Language) -> str:
        put = {name: each.said_in(language) if isinstance(each, Wording) else each for name, each in details.items()}
        return _texts()[key].said_in(language).format_map(put)

    return Wording(said(Language.ARABIC), said(Language.ENGLISH))


def _joined(*parts: Wording) -> Wording:
    return Wording(" ".join(each.ar for each in parts), " ".join(each.en for each in parts))


@cache
def _texts() -> dict[str, Wording]:
    # Imported late: YAML costs tens of milliseconds and is needed only where somebody is told something.
    import msgspec.yaml

    text = files("resources").joinpath("casework", "notices.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, Wording])
