"""`yusr register`, `yusr export`, `yusr search`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.values.errors import Faults, OfficeError, Unreachable
from desktop.values.language import Language
from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.household_source import bytes_of
from ui.command_line.speaking import Voice, both

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice

commands = typer.Typer()


@commands.command(
    "register",
    cls=DeskCommand,
    help=both(
        "يسجل ملفات أسر، كل ملف كله أو لا شيء منه، ويسمي موضع كل خطأ فيها.",
        "Register household files, each whole or not at all, naming every fault with its place.",
    ),
)
def register(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help=both(
                "ملفات الأسر بصيغة JSON، أو - للقراءة من الدخل القياسي.",
                "Household files in JSON, or - for standard input.",
            ),
        ),
    ],
    take_over: Annotated[
        bool,
        typer.Option(
            "--take-over",
            help=both("يقبل في مكتبك ملفًا يسمي مكتبًا آخر.", "Accept into your office a file that names another one."),
        ),
    ] = False,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> int:
    """A refused file does not keep the others from being registered; the exit status tells of the worst."""
    from ui.command_line.progress import progress
    from ui.command_line.signing_in import Access, signed_in

    voice: Voice = context.obj
    given: list[str] = []
    refused: list[tuple[str, OfficeError]] = []
    with (
        signed_in(voice, Access(database, staff, password_fd)) as office,
        progress(voice, len(sources), voice.say("ملفات", "Files")) as advance,
    ):
        for done, source in enumerate(sources, start=1):
            try:
                given.append(_registered(office, source, take_over=take_over))
            except OfficeError as error:
                refused.append((source, error))
            advance(done)
    for source, refusal in refused:
        if len(sources) > 1:
            voice.note(f"{source}:")
        voice.refuse(refusal)
    if as_json:
        document = {"file_numbers": given, "refused": [_refusal(*each) for each in refused]}
        voice.document(json.dumps(document, ensure_ascii=False, indent=1).encode())
    else:
        for number in given:
            voice.tell(voice.say(f"سُجّل الملف {number}", f"Registered as {number}"))
    if not refused:
        return 0
    return 3 if all(isinstance(refusal, Unreachable) for _, refusal in refused) else 1


def _registered(office: OpenOffice, source: str, *, take_over: bool) -> str:
    from desktop.bootstrap import FIRST_OFFICE
    from desktop.facts.reading import read_household
    from desktop.registry import service as registry

    draft = read_household(bytes_of(source))
    with office.desk() as desk:
        # A file cannot name an office that was founded without a code of its own, so it takes every file.
        take_over = take_over or desk.office == FIRST_OFFICE.code
        return registry.register(desk, draft=draft, take_over=take_over).answer.file_number


def _refusal(source: str, error: OfficeError) -> dict[str, Any]:
    faults = error.faults if isinstance(error, Faults) else (error,)
    return {"file": source, **_fault(error), "faults": [_fault(fault) for fault in faults]}


def _fault(error: OfficeError) -> dict[str, Any]:
    sentence = {language.value: error.sentence(language) for language in Language}
    return {"pointer": error.pointer, "error": error.key, "sentence": sentence}


@commands.command(
    "export",
    cls=DeskCommand,
    help=both(
        "يكتب ملف أسرة مسجلة كما هو اليوم أو كما كان في يوم سابق.",
        "Write the household file of a registered household, as it is today or was on an earlier day.",
    ),
)
def export(
    context: typer.Context,
    file_number: options.FileNumber,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help=both("اليوم المطلوب بالميلادي؛ وإلا فاليوم.", "The day wanted (Gregorian); today unless said."),
        ),
    ] = None,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """One JSON document, which `register` reads back."""
    import msgspec

    from desktop.facts.canonical import canonical_bytes
    from desktop.registry import queries
    from ui.command_line.signing_in import Access, signed_in

    voice: Voice = context.obj
    day = None if as_of is None else options.day(as_of, "--as-of")
    with signed_in(voice, Access(database, staff, password_fd)) as office, office.desk(reading=True) as desk:
        file = queries.export(desk, file_number, as_of=day)
    voice.document(msgspec.json.format(canonical_bytes(file), indent=1))


@commands.command(
    "search",
    cls=DeskCommand,
    help=both(
        "يبحث عن الأسر بالأسماء وأرقام الهوية والملفات والهواتف، ولو كُتب أولها فقط.",
        "Find households by names, identity, file and telephone numbers, or by how they begin.",
    ),
)
def search(
    context: typer.Context,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT", help=both("ما يُبحث عنه، بأي رسم وأرقام.", "What to look for."))
    ],
    limit: Annotated[
        str,
        typer.Option(
            "--limit", metavar="N", help=both("أكثر ما يُعرض؛ وإلا فهو 50.", "At most so many; 50 unless said.")
        ),
    ] = "50",
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """The best first; nothing found is an answer."""
    from desktop.registry.search import search as find
    from ui.command_line.signing_in import Access, signed_in

    voice: Voice = context.obj
    most = options.whole_number(limit, "--limit", least=1)
    with signed_in(voice, Access(database, staff, password_fd)) as office, office.desk(reading=True) as desk:
        hits = find(desk, " ".join(text), limit=most)
    if as_json:
        found = [
            {
                "file_number": hit.summary.file_number,
                "head": hit.summary.head_name,
                "members": hit.summary.member_count,
                "section": hit.summary.section.value,
                "country": hit.summary.country.value,
                "person": None if hit.person is None else {"ref": hit.person.ref, "name": hit.person.name},
                "found_by": hit.found_by.value,
                "score": round(hit.score, 4),
            }
            for hit in hits
        ]
        voice.document(json.dumps(found, ensure_ascii=False, indent=1).encode())
        return
    for hit in hits:
        voice.tell(f"{hit.summary.file_number}  {hit.summary.head_name}")
        if hit.person is not None and hit.person.name != hit.summary.head_name:
            voice.tell(f"  {hit.person.name} ({hit.person.ref})")
    if not hits:
        voice.note(
            voice.say(
                "لم يُعثر على أسرة؛ جرّب جزءًا من الاسم أو رقمًا آخر.",
                "No household found; try part of the name or another number.",
            )
        )
