"""`yusr demo-data`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.progress import progress
from ui.command_line.speaking import Voice, both
from ui.command_line.wrong_usage import WrongUsage

commands = typer.Typer()


@commands.command(
    "demo-data",
    cls=DeskCommand,
    help=both(
        "يصنع أسرًا مُفترَضة كلها من الخيال؛ البذرة نفسها تعطي البايتات نفسها.",
        "Invent plausible households, all of them made up; the same seed gives the same bytes.",
    ),
)
def demo_data(
    context: typer.Context,
    count: Annotated[str, typer.Argument(metavar="N", help=both("عدد الأسر.", "How many households."))],
    seed: Annotated[
        str, typer.Option("--seed", metavar="S", help=both("البذرة؛ وإلا فهي 1.", "The seed; 1 unless said."))
    ] = "1",
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar="DIR",
            help=both("مجلد تُكتب فيه ملفات الأسر.", "A folder to write the household files to."),
        ),
    ] = None,
    country: Annotated[
        str,
        typer.Option(
            "--country",
            metavar="SA|EG|mix",
            help=both("البلد: SA أو EG أو mix؛ وإلا فهو SA.", "The country: SA, EG or mix; SA unless said."),
        ),
    ] = "SA",
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """Into a folder, or by the registry's own verb into a database."""
    voice: Voice = context.obj
    n = options.whole_number(count, "N", least=1)
    number = options.whole_number(seed, "--seed")
    if country not in ("SA", "EG", "mix"):
        raise WrongUsage("command_line.no_such_country", name=country)
    if (out is None) is (database is None):
        raise WrongUsage("command_line.out_or_database")
    if out is None:
        from ui.command_line import invented_caseload
        from ui.command_line.signing_in import Access

        access = Access(database, staff, password_fd)
        invented_caseload.register(voice, access, n, seed=number, country=country, as_json=as_json)
        return
    from desktop.exchange.invented import write_files

    with progress(voice, n, voice.say("أسر مُفترَضة", "Invented households")) as advance:
        written = write_files(n, number, Path(out), advance, country=country)
    if as_json:
        import json

        voice.document(json.dumps({"households": n, "written": written, "folder": out}).encode())
    else:
        voice.tell(
            voice.say(
                f"في المجلد {out} الآن {n} من ملفات الأسر، كُتب منها {written}.",
                f"{out} holds {n} household files, {written} of them written now.",
            )
        )
