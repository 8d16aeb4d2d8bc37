"""`yusr init`."""

from __future__ import annotations

import json
import re
from typing import Annotated

import typer

from desktop.values.errors import OfficeError
from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.speaking import Voice, both

commands = typer.Typer()


@commands.command(
    "init",
    cls=DeskCommand,
    help=both(
        "ينشئ قاعدة البيانات أو يرقّيها؛ ومن أنشأها فهو أول موظفيها.",
        "Create or upgrade the database; whoever creates it is its first member of staff.",
    ),
)
def init(
    context: typer.Context,
    demo: Annotated[
        bool,
        typer.Option(
            "--demo",
            help=both(
                "يضيف مكتبًا تجريبيًا صغيرًا: موظفيه واثنتي عشرة أسرة ودورات، كلها من الخيال.",
                "Add a small demonstration office: its staff, twelve households and courses, all invented.",
            ),
        ),
    ] = False,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """Repeatable: what is there already stays as it is."""
    from desktop import bootstrap
    from ui.command_line.signing_in import Access, with_password

    voice: Voice = context.obj
    access = Access(database, staff, password_fd)
    founder = access.login or _login_of_this_person()
    if demo:
        # Imported late: it knows every room, and most offices are no demonstration.
        from ui.command_line.founding_demonstration import furnish

        given = furnish(voice, access, founder=founder)
        office = "demonstration"
    else:
        given = ()
        founded = with_password(
            voice, access, lambda password: bootstrap.initialise(database, staff=founder, password=password)
        )
        office = "founded" if founded is not None else "there"
    if as_json:
        voice.document(json.dumps({"database": _place(access.url), "office": office, "file_numbers": given}).encode())
    elif demo:
        voice.tell(
            voice.say(
                f"المكتب التجريبي جاهز في {_place(access.url)}؛ سُجّل فيه الآن {len(given)} من الأسر.",
                f"The demonstration office is ready at {_place(access.url)}; households registered now: {len(given)}.",
            )
        )
    else:
        voice.tell(
            voice.say(f"قاعدة البيانات جاهزة: {_place(access.url)}.", f"The database is ready: {_place(access.url)}.")
        )
        if office == "founded" and access.login is None and access.url.startswith("sqlite"):
            voice.note(
                voice.say(
                    f"أول موظفيها {founder}، ويدخل من هذا الحساب بلا تسمية؛ ولغيره الخيار --as.",
                    f"Its first member of staff is {founder}, signed in from this account; others use --as.",
                )
            )


def _login_of_this_person() -> str:
    """The account's name as a login; OfficeError where none can be made of it."""
    from ui.command_line.signing_in import account

    login = account()
    if login is None:
        raise OfficeError("command_line.who_founds")
    return login


def _place(url: str) -> str:
    """The address without a password."""
    return re.sub(r"(//[^:/@]+):[^@]*@", r"\1@", url)
