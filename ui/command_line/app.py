"""The command `yusr` itself: which commands there are, and what it does without one.

TO ADD A COMMAND: a function in the module of its group, decorated as its neighbours are, and its name in `MODULES`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

import typer

from resources.version import __version__
from ui.command_line import options, windowing
from ui.command_line.help_pages import DeskGroup
from ui.command_line.speaking import Voice, both

_ABOUT = both(
    "يُسر: مكتب الضمان الاجتماعي. تسجيل الأسر، ودراسة الأهلية مع أسبابها، والقرارات، والوثائق، والتمكين.",
    "Yusr: the desk of a social-security office. Households, eligibility with its reasons, decisions, papers, "
    "empowerment.",
)
_EPILOG = both(
    "حالة الخروج: 0 أُجيب الطلب، 1 رُفض الطلب، 2 خطأ في كتابة الأمر، 3 تعذّر الوصول إلى قاعدة البيانات أو إلى ملف.\n"
    "تُقرأ من البيئة: YUSR_DATABASE وYUSR_STAFF وYUSR_LANGUAGE (ar أو en).",
    "Exit status: 0 answered, 1 the request was refused, 2 wrong usage, 3 the database or a file could not be "
    "reached.\nRead from the environment: YUSR_DATABASE, YUSR_STAFF, YUSR_LANGUAGE (ar or en).",
)


class Yusr(DeskGroup):
    """The commands of the contract, by the module that holds each."""

    MODULES: ClassVar[dict[str, str]] = {
        "tour": "touring",
        "init": "founding",
        "register": "registration",
        "export": "registration",
        "search": "registration",
        "schema": "contracts",
        "assess": "assessment",
        "caseload": "past_runs",
        "programmes": "programmes",
        "simulate": "simulation",
        "rank": "ranking",
        "decide": "decisions",
        "certificate": "papers",
        "verify": "papers",
        "courses": "training",
        "enrol": "training",
        "demo-data": "demonstration",
        "staff": "staff",
        "audit": "administration",
        "doctor": "administration",
    }


def _tell_version(context: typer.Context, asked: bool) -> bool:
    if asked:
        voice: Voice = context.find_root().obj
        voice.tell(f"yusr {__version__}")
        raise typer.Exit
    return asked


app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.callback(cls=Yusr, invoke_without_command=True, help=_ABOUT, epilog=_EPILOG)
def yusr(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001  # told by its callback
        bool,
        typer.Option(
            "--version",
            callback=_tell_version,
            is_eager=True,
            help=both("يعرض إصدار البرنامج ويخرج.", "Show the program's version and exit."),
        ),
    ] = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """Without a command: the window, or without a display what to do next.

    With one: who works where may be said before the command as well as after.
    """
    said = {"database": database, "staff": staff, "password_fd": password_fd}
    defaults = {name: value for name, value in said.items() if value is not None}
    context.default_map = {
        **dict.fromkeys(Yusr.MODULES, defaults),
        "audit": {**defaults, "verify": defaults},
        "staff": {**defaults, **dict.fromkeys(("add", "list", "disable"), defaults)},
    }
    if context.invoked_subcommand is None:
        if windowing.has_display():
            raise typer.Exit(windowing.open_window(database, staff))
        voice: Voice = context.obj
        voice.note(
            voice.say(
                "اختر أمرًا من القائمة؛ جرّب yusr tour لترى العمل كله، أو yusr init --demo لتبدأ بمكتب تجريبي.",
                "Choose a command from the list; try yusr tour to see the whole job, or yusr init --demo to begin with "
                "a demonstration office.",
            )
        )
        voice.tell(context.get_help())
