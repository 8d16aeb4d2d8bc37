"""`yusr certificate`, `yusr verify`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.household_source import bytes_of, is_file
from ui.command_line.speaking import Voice, both
from ui.command_line.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from ui.papers.better_off import JobWanted

commands = typer.Typer()


@commands.command(
    "certificate",
    cls=DeskCommand,
    help=both(
        "يصدر وثيقة: برقمها وتوقيعها وقيدها في سجل الإصدار.",
        "Issue a document: with its serial, its signature and its line in the register.",
    ),
)
def certificate(
    context: typer.Context,
    file_number: Annotated[
        str | None,
        typer.Argument(metavar="FILE_NUMBER", help=both("رقم ملف الأسرة.", "File number of the household.")),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=both("نوع الوثيقة؛ تسردها --list.", "The kind of document; --list names them."),
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="FILE.pdf", help=both("أين تُكتب الوثيقة.", "Where to write the document.")),
    ] = None,
    list_kinds: Annotated[
        bool,
        typer.Option("--list", help=both("يسرد أنواع الوثائق وما تحتاج إليه.", "List the kinds and what each needs.")),
    ] = False,
    programme: Annotated[
        str | None,
        typer.Option(
            "--programme",
            metavar="ID",
            help=both(
                "برنامج القرار أو الدراسة أو الدخل الجديد؛ وإلا فالأحدث.",
                "Of the decision, the assessment or the better-off sheet; the newest unless said.",
            ),
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DATE",
            help=both(
                "يوم الدراسة؛ وإلا فالأحدث، ولجميع البرامج فاليوم.",
                "The day assessed; the newest unless said, today for every programme.",
            ),
        ),
    ] = None,
    member: Annotated[
        str | None,
        typer.Option(
            "--member",
            metavar="REF",
            help=both(
                "رمز صاحب الحق أو المسجَّل في الدورة أو صاحب الدخل الجديد.",
                "The claimant, whoever is enrolled, or whoever would earn.",
            ),
        ),
    ] = None,
    course: Annotated[
        str | None,
        typer.Option(
            "--course",
            metavar="COURSE",
            help=both("رمز الدورة؛ وإلا فأحدث تسجيل.", "The course; the newest enrolment unless said."),
        ),
    ] = None,
    earns: Annotated[
        str | None,
        typer.Option(
            "--earns",
            metavar="AMOUNT",
            help=both(
                "ما يكسبه الفرد في بيان أثر الدخل الجديد؛ وإلا فبقدر الدعم.",
                "What the member would earn, for the better-off sheet; as much as the support unless said.",
            ),
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="MONTH",
            help=both(
                "أول شهر من ذلك الدخل مثل 2026-12؛ وإلا فالشهر القادم.",
                "The first month of that income, such as 2026-12; the next one unless said.",
            ),
        ),
    ] = None,
    every: Annotated[
        str,
        typer.Option(
            "--every",
            metavar="month|week|term|year",
            help=both("لكل كم يأتي ذلك الدخل؛ وإلا فشهريًّا.", "How often that income comes in; monthly unless said."),
        ),
    ] = "month",
    paper_language: Annotated[
        str,
        typer.Option(
            "--language",
            metavar="ar|en",
            help=both("لغة الوثيقة؛ وإلا فالعربية.", "Language of the document; Arabic unless said."),
        ),
    ] = "ar",
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """The list of kinds, or one paper issued."""
    voice: Voice = context.obj
    if list_kinds:
        _tell_kinds(voice, as_json=as_json)
        return
    from desktop.issuing.kinds import PaperKind
    from desktop.values.language import Language
    from ui.command_line import handing_out
    from ui.command_line.signing_in import Access
    from ui.papers.wanted import Wanted

    for name, value in (("FILE_NUMBER", file_number), ("--kind", kind), ("--out", out)):
        if value is None:
            raise WrongUsage("command_line.missing_argument", name=name, help="yusr certificate --help")
    if kind not in set(PaperKind):
        raise WrongUsage("command_line.no_such_kind", name=kind, known=", ".join(PaperKind))
    if paper_language not in set(Language):
        raise WrongUsage("command_line.no_such_language", name=paper_language)
    wanted = Wanted(
        kind=PaperKind(kind),
        file_number=file_number or "",
        language=Language(paper_language),
        programme=programme,
        on=None if on is None else options.day(on),
        member=member,
        course=course,
        job=_job(member, earns, since, every) if kind == PaperKind.BETTER_OFF else None,
    )
    handing_out.issue_to(voice, Access(database, staff, password_fd), wanted, out=out or "", as_json=as_json)


def _job(member: str | None, earns: str | None, since: str | None, every: str) -> JobWanted:
    """The income that was typed.

    Raises:
        WrongUsage: `command_line.not_a_day`, `command_line.no_such_period`.
    """
    from desktop.casework.better_off import PERIODS
    from ui.papers.better_off import JobWanted

    period = next((each for each in PERIODS if each.value == every), None)
    if period is None:
        raise WrongUsage("command_line.no_such_period", name=every, known=", ".join(each.value for each in PERIODS))
    return JobWanted(member, earns, None if since is None else options.month(since, "--from"), period)


def _tell_kinds(voice: Voice, *, as_json: bool) -> None:
    from desktop.issuing.kinds import KINDS

    if as_json:
        document = [
            {
                "kind": each.kind.value,
                "label": {"ar": each.label.ar, "en": each.label.en},
                "needs": {"ar": each.needs.ar, "en": each.needs.en},
            }
            for each in KINDS
        ]
        voice.document(json.dumps(document, ensure_ascii=False, indent=1).encode())
        return
    for each in KINDS:
        voice.headline(f"{each.kind.value}: {voice.word(each.label)}")
        voice.tell(f"  {voice.word(each.needs)}")


@commands.command(
    "verify",
    cls=DeskCommand,
    help=both(
        "يتحقق من وثيقة صادرة أو من نص رمزها دون اتصال بالشبكة.",
        "Check an issued document, or the text of its code, without a network.",
    ),
)
def verify(
    context: typer.Context,
    thing: Annotated[
        str,
        typer.Argument(
            metavar="FILE.pdf|TEXT",
            help=both("ملف الوثيقة، أو النص الذي قرأه الماسح.", "The document's file, or the text that was scanned."),
        ),
    ],
    trust: Annotated[
        str | None,
        typer.Option(
            "--trust",
            metavar="DIR",
            help=both(
                "مجلد ملفات الثقة؛ وإلا فالذي في مجلد بياناتك.",
                "The folder of trust files; the one in your data folder unless said.",
            ),
        ),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Whatever comes out is an answer: the exit status is 0, `state` and `believed` say the rest."""
    from datetime import date
    from pathlib import Path

    from desktop.issuing import verification
    from desktop.issuing.trust import TrustStore, trust_folder
    from ui.command_line.handing_out import verdict_data

    voice: Voice = context.obj
    asked = bytes_of(thing) if is_file(thing, suffixes=(".pdf",)) else thing
    store = TrustStore.of_folder(trust_folder() if trust is None else Path(trust))
    verdict = verification.verify(asked, trust=store, on=date.today())
    if as_json:
        voice.document(json.dumps(verdict_data(verdict), ensure_ascii=False, indent=1).encode())
        return
    sign = voice.say("✓ صحيحة", "✓ genuine") if verdict.believed else voice.say("✗ لا تُعتمد", "✗ not to be relied on")
    voice.headline(sign)
    voice.tell(voice.word(verdict.sentence))
