"""`yusr audit verify`, `yusr doctor`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand, DeskGroup
from ui.command_line.speaking import Voice, both

if TYPE_CHECKING:
    from desktop.casework.vouching import ResultsVerdict

commands = typer.Typer()
audit = typer.Typer()


@audit.callback(cls=DeskGroup, help=both("سجل التدقيق.", "The audit."))
def audit_commands() -> None:
    """Only holds its commands together."""


@audit.command(
    "verify",
    cls=DeskCommand,
    help=both(
        "يتحقق من أن سلسلة التدقيق لم يُغيَّر منها قيد ولم يُحذف، ومن أن نتائج دراسة جميع الأسر هي التي حُفظت.",
        "Verify that no entry of the audit chain was changed or removed, and no result of a run over the caseload.",
    ),
)
def verify(
    context: typer.Context,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> int:
    """Exit status 1 where a chain or the results of a run do not hold."""
    from desktop.casework.vouching import verify_results
    from desktop.office import audit as chain
    from ui.command_line.signing_in import Access, signed_in

    voice: Voice = context.find_root().obj
    with signed_in(voice, Access(database, staff, password_fd)) as office, office.desk(reading=True) as desk:
        verdicts = chain.verify(desk)
        results = {each.office: each for each in verify_results(desk)}
    if as_json:
        document = [
            {
                "office": each.office,
                "verified": each.verified,
                "holds": each.bad is None,
                "bad": None if each.bad is None else {"number": each.bad.number, "fault": each.bad.fault.value},
                "results": _results(results[each.office]),
            }
            for each in verdicts
        ]
        voice.document(json.dumps(document, ensure_ascii=False, indent=1).encode())
    else:
        for each in verdicts:
            voice.tell(
                voice.say(
                    f"{each.office}: سليم، {each.verified} قيدًا", f"{each.office}: holds, {each.verified} entries"
                )
                if each.bad is None
                else voice.say(
                    f"{each.office}: لا يصح عند القيد {each.bad.number}؛ أبلغ المدقق.",
                    f"{each.office}: does not hold at entry {each.bad.number}; tell the auditor.",
                )
            )
            _tell_results(voice, results[each.office])
    holds = all(each.bad is None for each in verdicts) and not any(each.bad for each in results.values())
    return 0 if holds else 1


def _results(found: ResultsVerdict) -> dict[str, Any]:
    return {
        "verified": found.files,
        "holds": not found.bad,
        "bad": [{"stretch": str(each.stretch), "fault": each.fault.value} for each in found.bad],
        "hidden": found.hidden,
    }


def _tell_results(voice: Voice, found: ResultsVerdict) -> None:
    if found.bad:
        count = len(found.bad)
        voice.tell(
            voice.say(
                f"{found.office}: نتائج دراسة جميع الأسر ليست كما حُفظت (الدفعات المختلفة: {count})؛ أبلغ المدقق.",
                f"{found.office}: results of runs over the caseload are not those kept ({count} batches); "
                "tell the auditor.",
            )
        )
    elif found.files:
        voice.tell(
            voice.say(
                f"{found.office}: نتائج دراسة جميع الأسر سليمة، عددها {found.files}",
                f"{found.office}: {found.files} results of runs over the caseload hold",
            )
        )
    if found.hidden:
        voice.tell(
            voice.say(
                f"{found.office}: في دفعات عددها {found.hidden} ملفات لا تطلع عليها؛ يتحقق منها المشرف.",
                f"{found.office}: {found.hidden} batches have files that you do not see; a supervisor verifies them.",
            )
        )


@commands.command(
    "doctor",
    cls=DeskCommand,
    help=both(
        "يفحص الجهاز وقاعدة البيانات ويقول ما قد يعطل العمل غدًا وما يُفعل.",
        "Look at the machine and the database: what may stop work tomorrow, and what to do about it.",
    ),
)
def doctor(
    context: typer.Context,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> int:
    """Exit status 1 where something is not in order."""
    from desktop import bootstrap
    from ui.command_line.signing_in import Access, with_password

    voice: Voice = context.obj
    access = Access(database, staff, password_fd)
    findings = with_password(voice, access, lambda password: bootstrap.examine(access.url, password=password))
    if as_json:
        document = [
            {"subject": each.subject, "ok": each.ok, "said": {"ar": each.said.ar, "en": each.said.en}}
            for each in findings
        ]
        voice.document(json.dumps(document, ensure_ascii=False, indent=1).encode())
    else:
        for each in findings:
            verdict = voice.say("✓ سليم", "✓ in order") if each.ok else voice.say("✗ غير سليم", "✗ not in order")
            voice.tell(f"{verdict}: {voice.word(each.said)}")
    return 0 if all(each.ok for each in findings) else 1


commands.add_typer(audit, name="audit")
