"""`yusr caseload` with `show` and `explain`: the runs over the caseload that were kept."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand, DeskGroup
from ui.command_line.speaking import Voice, both

commands = typer.Typer()
runs = typer.Typer()

Run = Annotated[
    str,
    typer.Argument(
        metavar="RUN",
        help=both(
            "رقم الدراسة كما تسرده yusr caseload، أو last لآخرها.",
            "The id of the run as yusr caseload lists it, or last for the newest.",
        ),
    ),
]


@runs.callback(
    cls=DeskGroup,
    invoke_without_command=True,
    help=both(
        "يسرد دراسات جميع الأسر التي حُفظت نتائجها، أحدثها أولًا.",
        "List the runs over the caseload whose results were kept, the newest first.",
    ),
)
def caseload(
    context: typer.Context,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """Without a further command: the list."""
    if context.invoked_subcommand is not None:
        return
    from ui.command_line.past_runs_text import list_runs
    from ui.command_line.signing_in import Access

    voice: Voice = context.find_root().obj
    list_runs(voice, Access(database, staff, password_fd), as_json=as_json)


@runs.command(
    "show",
    cls=DeskCommand,
    help=both(
        "يعرض ما آلت إليه دراسة لجميع الأسر، والأسر التي خالفت نتيجتها آخر قرار.",
        "Show what a run came to, and the households whose result differs from their last decision.",
    ),
)
def show(
    context: typer.Context,
    run: Run,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """Sums and differences of one run."""
    from ui.command_line.past_runs_text import show_run
    from ui.command_line.signing_in import Access

    voice: Voice = context.find_root().obj
    show_run(voice, Access(database, staff, password_fd), run=run, as_json=as_json)


@runs.command(
    "explain",
    cls=DeskCommand,
    help=both(
        "يشرح نتيجة أسرة واحدة في دراسة لجميع الأسر: كل سبب وسنده، على البيانات كما كانت يومها.",
        "Explain what a run found of one household: every reason with its law, on the facts as they were known then.",
    ),
)
def explain(
    context: typer.Context,
    run: Run,
    file_number: options.FileNumber,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> int:
    """Exit status 1 where the stored result is not what its reasons come to."""
    from ui.command_line.past_runs_text import explain_result
    from ui.command_line.signing_in import Access

    voice: Voice = context.find_root().obj
    access = Access(database, staff, password_fd)
    return explain_result(voice, access, run=run, file_number=file_number, as_json=as_json)


commands.add_typer(runs, name="caseload")
