"""`yusr staff add`, `yusr staff list`, `yusr staff disable`."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand, DeskGroup
from ui.command_line.speaking import Voice, both
from ui.command_line.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from desktop.office.answers import StaffAnswer

E = TypeVar("E", bound=StrEnum)

commands = typer.Typer()
staff_group = typer.Typer()

Login = Annotated[str, typer.Argument(metavar="LOGIN", help=both("اسم دخول الموظف.", "Login of the colleague."))]


@staff_group.callback(
    cls=DeskGroup,
    help=both(
        "موظفو المكتب: إضافتهم وإيقافهم، لمدير النظام.", "The office's staff: an administrator adds and disables."
    ),
)
def staff_commands() -> None:
    """Only holds its commands together."""


@staff_group.command(
    "add",
    cls=DeskCommand,
    help=both(
        "يضيف موظفًا إلى المكتب؛ وعلى الخادم يُنشأ له حساب بكلمة مرور.",
        "Add a member of staff to the office; on a server they get a role of their own with its password.",
    ),
)
def add(
    context: typer.Context,
    login: Login,
    name_ar: Annotated[
        str, typer.Option("--name-ar", metavar="NAME", help=both("الاسم بالعربية.", "The name in Arabic."))
    ],
    name_en: Annotated[
        str, typer.Option("--name-en", metavar="NAME", help=both("الاسم بالإنجليزية.", "The name in English."))
    ],
    roles: Annotated[
        list[str],
        typer.Option(
            "--role",
            metavar="ROLE",
            help=both(
                "الدور: researcher أو supervisor أو administrator أو auditor أو empowerment؛ ويُكرر لأكثر من دور.",
                "The role: researcher, supervisor, administrator, auditor or empowerment; repeat it for several.",
            ),
        ),
    ],
    sections: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            metavar="SECTION",
            help=both("القسم: general أو women؛ ويُكرر.", "The section: general or women; may be repeated."),
        ),
    ] = None,
    female: Annotated[
        bool, typer.Option("--female", help=both("الجنس أنثى؛ وإلا فذكر.", "Sex is female; else male."))
    ] = False,
    new_password_fd: Annotated[
        str | None,
        typer.Option(
            "--new-password-fd",
            metavar="N",
            help=both(
                "يقرأ كلمة مرور الموظف الجديد من واصف الملف N؛ وإلا فبسؤالك عنها.",
                "Read the colleague's password from file descriptor N; else you are asked.",
            ),
        ),
    ] = None,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """Refused where the login is taken or the office's own administrator does not ask."""
    from desktop.database.policy import Section, StaffRole
    from desktop.facts.codes import Sex
    from desktop.office import service
    from desktop.office.drafts import StaffDraft
    from desktop.values.language import Wording
    from ui.command_line.signing_in import Access, new_password, signed_in

    voice: Voice = context.find_root().obj
    draft = StaffDraft(
        login=login,
        name=Wording(name_ar, name_en),
        roles=frozenset(_named(StaffRole, each, "command_line.no_such_role") for each in roles),
        sections=frozenset(_named(Section, each, "command_line.no_such_section") for each in sections or ("general",)),
        sex=Sex.FEMALE if female else Sex.MALE,
        password=new_password(voice, new_password_fd),
    )
    with signed_in(voice, Access(database, staff, password_fd)) as office, office.desk() as desk:
        added = service.appoint(desk, draft=draft).answer
    if as_json:
        voice.document(json.dumps(_document(added), ensure_ascii=False, indent=1).encode())
        return
    voice.tell(
        voice.say(
            f"أُضيف حساب {added.name.ar} باسم الدخول {added.login}.",
            f"{added.name.en} was added with the login {added.login}.",
        )
    )


@staff_group.command("list", cls=DeskCommand, help=both("يسرد موظفي المكتب.", "List the office's staff."))
def list_staff(
    context: typer.Context,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """By login; of every office that this person sees."""
    from desktop.office import service
    from ui.command_line.signing_in import Access, signed_in

    voice: Voice = context.find_root().obj
    with signed_in(voice, Access(database, staff, password_fd)) as office, office.desk(reading=True) as desk:
        found = service.staff(desk)
    if as_json:
        voice.document(json.dumps([_document(each) for each in found], ensure_ascii=False, indent=1).encode())
        return
    for each in found:
        voice.headline(f"{each.login}: {voice.word(each.name)}")
        voice.tell(f"  {_said(voice, each)}")


@staff_group.command(
    "disable",
    cls=DeskCommand,
    help=both(
        "يوقف حساب موظف فلا يدخل بعد ذلك؛ ويبقى ما كتبه منسوبًا إليه.",
        "Stop a member of staff from signing in; what they wrote stays theirs.",
    ),
)
def disable(
    context: typer.Context,
    login: Login,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """Nobody disables their own account."""
    from desktop.office import service
    from desktop.values.errors import OfficeError
    from ui.command_line.signing_in import Access, signed_in

    voice: Voice = context.find_root().obj
    with signed_in(voice, Access(database, staff, password_fd)) as office, office.desk() as desk:
        known = next((each for each in service.staff(desk) if each.login == login), None)
        if known is None:
            raise OfficeError("office.unknown_staff", staff=login)
        found = service.disable(desk, login=login, expected_version=known.version).answer
    if as_json:
        voice.document(json.dumps(_document(found), ensure_ascii=False, indent=1).encode())
        return
    voice.tell(
        voice.say(f"أُوقف حساب {found.name.ar} ({login}).", f"The account of {found.name.en} ({login}) is disabled.")
    )


def _named(kind: type[E], text: str, refusal: str) -> E:
    """The role or section that was typed; WrongUsage with `refusal` where there is none."""
    try:
        return kind(text.strip().lower())
    except ValueError as error:
        raise WrongUsage(refusal, name=text, known=", ".join(kind)) from error


def _said(voice: Voice, member: StaffAnswer) -> str:
    from desktop.facts.codes import Section as SectionCode
    from desktop.office.staff_words import ROLE_NAMES

    comma = voice.say("، ", ", ")
    roles = comma.join(voice.word(ROLE_NAMES[each]) for each in sorted(member.roles))
    sections = comma.join(voice.word(SectionCode[each.name].label) for each in sorted(member.sections))
    told = [member.office, roles, sections]
    return comma.join(told if member.active else [*told, voice.say("الحساب موقوف", "disabled")])


def _document(member: StaffAnswer) -> dict[str, Any]:
    return {
        "login": member.login,
        "name": {"ar": member.name.ar, "en": member.name.en},
        "sex": member.sex.value,
        "office": member.office,
        "roles": sorted(member.roles),
        "sections": sorted(member.sections),
        "active": member.active,
    }


commands.add_typer(staff_group, name="staff")
