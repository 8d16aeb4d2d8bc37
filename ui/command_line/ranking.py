"""`yusr rank`."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.speaking import Voice, both
from ui.command_line.wrong_usage import WrongUsage

commands = typer.Typer()


@commands.command(
    "rank",
    cls=DeskCommand,
    help=both(
        "يرتب أسر المكتب بحسب الحاجة أو بحسب أولوية القانون، ويذكر سبب كل مرتبة. لا يحفظ شيئًا.",
        "Put the households of the office in the order of need or of the law, with why each stands where it stands. "
        "Keeps nothing.",
    ),
)
def rank(
    context: typer.Context,
    programme: options.Programme,
    on: options.On,
    places: Annotated[
        str | None,
        typer.Option("--places", metavar="N", help=both("عدد الأماكن المتاحة.", "How many places there are.")),
    ] = None,
    quotas: Annotated[
        list[str] | None,
        typer.Option(
            "--quota",
            metavar="AREA=N",
            help=both(
                "أماكن محجوزة لمحافظة، مثل القطيف=5؛ ويتكرر.",
                "Places held for a governorate, by its name in the files, as NAME=5; may be repeated.",
            ),
        ),
    ] = None,
    draw: Annotated[
        str | None,
        typer.Option(
            "--draw",
            metavar="NAME",
            help=both(
                "اسم القرعة المعلن لمن تساوت درجاتهم؛ وإلا فالمكتب واليوم.",
                "The announced name of the draw for those who stand equal; else the office and the day.",
            ),
        ),
    ] = None,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> int:
    """The order of the office's families; 130 where Ctrl-C ended it."""
    from ui.command_line.ranking_text import ranked
    from ui.command_line.signing_in import Access

    voice: Voice = context.obj
    return ranked(
        voice,
        Access(database, staff, password_fd),
        programme=programme,
        on=options.day(on),
        places=None if places is None else options.whole_number(places, "--places"),
        quotas=dict(_quota(each) for each in quotas or ()),
        draw=draw,
        as_json=as_json,
    )


def _quota(text: str) -> tuple[str, int]:
    area, equals, number = text.rpartition("=")
    if not equals or not area.strip():
        raise WrongUsage("command_line.quota_unwritten", text=text)
    return area.strip(), options.whole_number(number, "--quota")
