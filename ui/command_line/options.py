"""Options that several commands share, and how what was typed for them is read."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from ui.command_line.speaking import both
from ui.command_line.wrong_usage import WrongUsage

Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        help=both(
            "قاعدة البيانات: sqlite:///PATH أو postgresql://STAFF@HOST/NAME؛ وإلا فمن YUSR_DATABASE، "
            "وإلا فالملف الذي في مجلد بياناتك.",
            "The database: sqlite:///PATH or postgresql://STAFF@HOST/NAME; else YUSR_DATABASE, else the file in your "
            "data folder.",
        ),
    ),
]
As = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="STAFF",
        help=both(
            "اسم دخول الموظف؛ وإلا فمن YUSR_STAFF. وعلى الخادم تذكره قاعدة البيانات.",
            "Login of the staff member; else YUSR_STAFF. On a server the address of the database names them.",
        ),
    ),
]
PasswordFd = Annotated[
    str | None,
    typer.Option(
        "--password-fd",
        metavar="N",
        help=both(
            "يقرأ كلمة المرور من واصف الملف N؛ وإلا فمن حافظة كلمات المرور أو بسؤالك عنها.",
            "Read the password from file descriptor N; else it comes from the keyring or you are asked.",
        ),
    ),
]
AsJson = Annotated[
    bool,
    typer.Option(
        "--json",
        help=both("يكتب وثيقة JSON واحدة ولا شيء سواها.", "Write one JSON document and nothing else."),
    ),
]
On = Annotated[
    str,
    typer.Option(
        "--on",
        metavar="DATE",
        help=both("يوم الدراسة بالميلادي مثل 2024-03-01.", "The day asked about, such as 2024-03-01 (Gregorian)."),
    ),
]
Programme = Annotated[
    str,
    typer.Option(
        "--programme",
        metavar="ID[@VERSION]",
        help=both(
            "البرنامج، مثل sa.developed؛ ويُختار إصداره باليوم ما لم يُسمَّ بعد علامة @.",
            "The programme, such as sa.developed; its version follows from the day unless named after an @.",
        ),
    ),
]
FileNumber = Annotated[
    str, typer.Argument(metavar="FILE_NUMBER", help=both("رقم ملف الأسرة.", "File number of the household."))
]


def day(text: str, option: str = "--on") -> date:
    """The Gregorian day that was typed, in any digits.

    Raises:
        WrongUsage: `command_line.not_a_day`.
    """
    try:
        return date.fromisoformat(compact(text))
    except ValueError as error:
        raise WrongUsage("command_line.not_a_day", option=option, text=text) from error


def month(text: str, option: str) -> date:
    """The first day of the Gregorian month that was typed, as `2026-12` or by one of its days, in any digits.

    Raises:
        WrongUsage: `command_line.not_a_day`.
    """
    plain = compact(text)
    return day(f"{plain}-01" if len(plain) == len("2026-12") else plain, option).replace(day=1)


def whole_number(text: str, name: str, *, least: int = 0) -> int:
    """The whole number that was typed, in any digits.

    Raises:
        WrongUsage: `command_line.not_a_number`.
    """
    try:
        number = int(compact(text))
    except (ValueError, OfficeError) as error:
        raise WrongUsage("command_line.not_a_number", name=name, text=text, least=least) from error
    if number < least:
        raise WrongUsage("command_line.not_a_number", name=name, text=text, least=least)
    return number
