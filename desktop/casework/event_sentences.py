"""The events of casework as sentences that an office would sign, in Arabic and in English. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.casework.events import Assessed, CaseEvent, Decided, NoticeAct, Told
from desktop.casework.kinds import DecisionKind
from desktop.notices.channels import NoticeKind
from desktop.office.doers import Doer, Doers, Verb, ended
from desktop.values.language import Wording
from desktop.values.worded import amount, both, code, day, said

_ASSESSED: Final = Verb("درس", "درست", "assessed")
_DECIDED: Final = Verb("أصدر", "أصدرت", "took")
_TOLD: Final = Verb("بلّغ", "بلّغت", "told")
_ASKED: Final = Verb("طلب", "طلبت", "asked")
_PROVED: Final = Verb("أثبت", "أثبتت", "recorded")
_NOTED: Final = Verb("سجّل", "سجّلت", "recorded")

_DECISIONS: Final[Mapping[DecisionKind, tuple[str, str]]] = {
    DecisionKind.GRANTED: (
        "القرار {number} بقبول طلب {whom} في برنامج «{title}»{due}",
        "decision {number} granting the application of {whom} to “{title}”{due}",
    ),
    DecisionKind.REFUSED: (
        "القرار {number} بعدم قبول طلب {whom} في برنامج «{title}»",
        "decision {number} refusing the application of {whom} to “{title}”",
    ),
    DecisionKind.CHANGED: (
        "القرار {number} بتعديل استحقاق {whom} في برنامج «{title}»{due}",
        "decision {number} changing the right of {whom} under “{title}”{due}",
    ),
    DecisionKind.CONTINUED: (
        "القرار {number} باستمرار استحقاق {whom} في برنامج «{title}»{due}",
        "decision {number} continuing the right of {whom} under “{title}”{due}",
    ),
    DecisionKind.STOPPED: (
        "القرار {number} بإيقاف استحقاق {whom} في برنامج «{title}»",
        "decision {number} stopping the right of {whom} under “{title}”",
    ),
}
_HOUSEHOLD: Final = Wording("الأسرة", "the household")
_NOTHING: Final = Wording("", "")


@dataclass(frozen=True, slots=True)
class Claimant:
    """Somebody whose own right is claimed."""

    name: str
    female: bool


def sentence(
    event: CaseEvent, doers: Doers, *, titles: Mapping[str, Wording], people: Mapping[str, Claimant] | None = None
) -> Wording:
    """One event in one sentence.

    Args:
        event: what happened.
        doers: who may have done it.
        titles: of programmes, by their id.
        people: the members of the household, by their reference in the file.
    """
    doer = doers.of_login(event.by)
    match event:
        case Assessed():
            return _assessed(event, doer, titles, people or {})
        case Decided():
            return _decided(event, doer, people or {})
        case Told():
            return _told(event, doer)


def _assessed(event: Assessed, doer: Doer, titles: Mapping[str, Wording], people: Mapping[str, Claimant]) -> Wording:
    claimant = people.get(event.member or "")
    # «الأسرة» is a feminine noun: the outcome agrees with it as with a woman.
    outcome = event.outcome.label_for(female=claimant is None or claimant.female)
    return ended(
        doer.did(
            _ASSESSED,
            "أهلية {whom} في برنامج «{title}» على بيانات {on}، والنتيجة: {outcome}",
            "{whom} for “{title}” on the facts of {on}: {outcome}",
            whom=_whom(claimant),
            title=titles.get(event.programme, Wording(event.programme, event.programme)),
            on=day(event.on),
            outcome=outcome,
        )
    )


def _decided(event: Decided, doer: Doer, people: Mapping[str, Claimant]) -> Wording:
    due = _NOTHING
    if event.due is not None and event.due.value is not None:
        pattern = "، ومقداره {amount} {period}", ": {amount} {period}"
        due = both(*pattern, amount=amount(event.due.value), period=event.due.period.label)
    return ended(
        doer.did(
            _DECIDED,
            *_DECISIONS[event.kind],
            number=code(event.number),
            whom=_whom(people.get(event.member or "")),
            title=event.title,
            due=due,
        )
    )


def _told(event: Told, doer: Doer) -> Wording:
    what = _what(event)
    if event.act is NoticeAct.PROVED:
        on = _NOTHING if event.told_on is None else day(event.told_on)
        return ended(
            doer.did(
                _PROVED,
                "أن تبليغ الأسرة {what} تم في {on}",
                "proof that the household was told {what} on {on}",
                what=what,
                on=on,
            )
        )
    if event.act is NoticeAct.FAILED:
        pattern = "تعذّر تبليغ الأسرة {what}", "that the notice telling the household {what} reached nobody"
        return ended(doer.did(_NOTED, *pattern, what=what), event.reason)
    counts = _NOTHING
    if event.told_on is not None:
        pattern = "، ويُعد التبليغ واقعًا في {on}", "; it counts as told on {on}"
        counts = both(*pattern, on=day(event.told_on))
    channel = event.channel.label
    if event.facts is not None:
        return ended(
            doer.did(
                _ASKED,
                "من الأسرة استكمال بياناتها ({facts}) عن طريق {channel}{counts}",
                "the household for missing facts: {facts} ({channel}){counts}",
                facts=said(event.facts),
                channel=channel,
                counts=counts,
            )
        )
    return ended(
        doer.did(
            _TOLD,
            "الأسرة {what} عن طريق {channel}{counts}",
            "the household {what} ({channel}){counts}",
            what=what,
            channel=channel,
            counts=counts,
        )
    )


def _what(event: Told) -> Wording:
    """What the family was told, behind «بلّغ الأسرة» and “told the household”."""
    if event.decision is not None:
        return both("بالقرار {number}", "of decision {number}", number=code(event.decision))
    if event.kind is NoticeKind.INFORMATION_REQUEST:
        return Wording("بطلب استكمال البيانات", "which facts are missing")
    # Behind a colon: as an object of the verb an Arabic noun would change its ending.
    return both("(الموضوع: {kind})", "(subject: {kind})", kind=event.kind.label)


def _whom(claimant: Claimant | None) -> Wording:
    return _HOUSEHOLD if claimant is None else said(claimant.name)
