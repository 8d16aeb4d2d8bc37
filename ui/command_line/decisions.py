"""`yusr decide`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.speaking import Voice, both

if TYPE_CHECKING:
    from desktop.casework.amounts import AmountAnswer
    from desktop.casework.answers import DecisionAnswer

commands = typer.Typer()


@commands.command(
    "decide",
    cls=DeskCommand,
    help=both(
        "يصدر قرار المكتب على آخر دراسة للأسرة في ذلك اليوم، ويبلّغها به.",
        "The office's decision on the latest assessment of the household for that day; the family is told.",
    ),
)
def decide(
    context: typer.Context,
    file_number: options.FileNumber,
    programme: options.Programme,
    on: options.On,
    refuse: Annotated[
        str | None,
        typer.Option(
            "--refuse",
            metavar="REASON",
            help=both("يرفض، للسبب المكتوب.", "Refuse, for the reason given."),
        ),
    ] = None,
    member: Annotated[
        str | None,
        typer.Option(
            "--member",
            metavar="REF",
            help=both("رمز الفرد صاحب الحق.", "The member whose right it is."),
        ),
    ] = None,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """Follows the assessment unless `--refuse` is given."""
    from desktop.casework import deciding
    from desktop.programmes.packs.catalogue import Catalogue
    from desktop.values.errors import OfficeError
    from ui.command_line.signing_in import Access, signed_in

    voice: Voice = context.obj
    day = options.day(on)
    if refuse is not None and not refuse.strip():
        raise OfficeError("command_line.refused_without_reason")
    with signed_in(voice, Access(database, staff, password_fd)) as office, office.desk() as desk:
        decision = deciding.decide(
            desk,
            file_number=file_number,
            programme=programme,
            on=day,
            catalogue=Catalogue(),
            member=member,
            refuse_reason=refuse,
        ).answer
    if as_json:
        voice.document(json.dumps(_as_data(decision), ensure_ascii=False, indent=1).encode())
    else:
        _tell(voice, decision)


def _as_data(decision: DecisionAnswer) -> dict[str, Any]:
    return {
        "number": decision.number,
        "file_number": decision.file_number,
        "programme": decision.programme,
        "version": decision.pack_version,
        "title": {"ar": decision.title.ar, "en": decision.title.en},
        "member": decision.member,
        "decision": decision.kind.value,
        "label": {"ar": decision.kind.label.ar, "en": decision.kind.label.en},
        "on": decision.on.isoformat(),
        "decided_on": decision.decided_on.isoformat(),
        "decided_by": decision.decided_by,
        "effective_from": decision.effective_from.isoformat(),
        "amount": _amount(decision.amount),
        "total": _amount(decision.total),
        "components": [
            {"id": each.id, "label": {"ar": each.label.ar, "en": each.label.en}, "amount": _amount(each.amount)}
            for each in decision.components
        ],
        "covered": [member.ref for member in decision.covered],
        "reason_codes": list(decision.reason_codes),
        "reason": None if decision.reason is None else {"ar": decision.reason.ar, "en": decision.reason.en},
        "counts_as_told_on": None if decision.counts_as_told_on is None else decision.counts_as_told_on.isoformat(),
        "grievance_until": None if decision.grievance_until is None else decision.grievance_until.isoformat(),
        "pack_hash": decision.pack_hash,
        "facts_hash": decision.facts_hash,
    }


def _amount(amount: AmountAnswer | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    sure = amount.at_least
    value = {"value": amount.value.decimal_text()} if amount.value is not None else {"at_least": sure.decimal_text()}
    return {"status": amount.status.value, **value, "currency": sure.currency.value, "period": amount.period.value}


def _tell(voice: Voice, decision: DecisionAnswer) -> None:
    from desktop.values.money import shown

    voice.headline(
        voice.say(
            f"القرار {decision.number}: {decision.kind.label.ar}",
            f"Decision {decision.number}: {decision.kind.label.en}",
        )
    )
    voice.tell(f"{voice.word(decision.title)} ({decision.programme}@{decision.pack_version})")
    total = decision.total
    if total is not None and total.value is not None:
        money = shown(total.value, voice.language, arabic_digits=False)
        voice.tell(
            voice.say(
                f"{money} {total.period.label.ar} من {decision.effective_from}",
                f"{money} {total.period.label.en} from {decision.effective_from}",
            )
        )
    elif total is not None:
        voice.tell(voice.word(total.status.label))
    if decision.reason is not None:
        voice.tell(voice.word(decision.reason))
    if decision.grievance_until is not None:
        voice.tell(
            voice.say(
                f"آخر يوم للتظلم {decision.grievance_until}", f"Last day for a grievance: {decision.grievance_until}"
            )
        )
