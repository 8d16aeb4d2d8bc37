"""`yusr simulate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.speaking import Voice, both
from ui.command_line.wrong_usage import WrongUsage

commands = typer.Typer()


@commands.command(
    "simulate",
    cls=DeskCommand,
    help=both(
        "يقارن قواعد بقواعد على جميع أسر المكتب: من يستفيد، ومن يتضرر، وكم التكلفة. لا يحفظ شيئًا.",
        "Compare one law with another over every household of the office: who gains, who loses, what it costs. Keeps "
        "nothing.",
    ),
)
def simulate(
    context: typer.Context,
    programme: options.Programme,
    on: options.On,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="ID[@VERSION]",
            help=both(
                "القواعد الأخرى؛ وإلا فالقواعد نفسها بالأرقام المعدلة في --set.",
                "The other law; else the same one with the figures changed by --set.",
            ),
        ),
    ] = None,
    figures: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="PARAM=VALUE",
            help=both(
                "يضع في القواعد الأخرى قيمة مكان رقم أو قراءة، مثل base=1500، أو مكان خانة من جدول، مثل "
                "electricity[3]=120؛ ويتكرر.",
                "Put a value in the place of a figure or reading of the other law, such as base=1500, or of a cell of "
                "a table, such as electricity[3]=120; may be repeated.",
            ),
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar="FILE.csv",
            help=both(
                "يكتب أثر التغيير في كل أسرة إلى هذا الملف.", "Write what becomes of each household to this file."
            ),
        ),
    ] = None,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> int:
    """Two laws over the caseload; 130 where Ctrl-C ended it."""
    if against is None and not figures:
        raise WrongUsage("command_line.nothing_to_compare")
    from ui.command_line.signing_in import Access
    from ui.command_line.simulation_text import compare

    voice: Voice = context.obj
    return compare(
        voice,
        Access(database, staff, password_fd),
        programme=programme,
        against=against or programme,
        figures=dict(_figure(each) for each in figures or ()),
        on=options.day(on),
        out=None if out is None else Path(out),
        as_json=as_json,
    )


def _figure(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip() or not value.strip():
        raise WrongUsage("command_line.figure_unwritten", text=text)
    return name.strip(), value.strip()
