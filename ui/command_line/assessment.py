"""`yusr assess`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from desktop.values.errors import OfficeError
from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.household_source import is_file
from ui.command_line.speaking import Voice, both
from ui.command_line.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.facts.assessment import Assessment
    from desktop.facts.household_file import HouseholdFile

commands = typer.Typer()


@commands.command(
    "assess",
    cls=DeskCommand,
    help=both(
        "يدرس أهلية أسرة في يوم معيّن، ويذكر أسباب كل نتيجة وسندها. لا تحتاج دراسة ملف إلى قاعدة بيانات.",
        "Assess a household on a day, with the reason and the law behind every answer. A file needs no database.",
    ),
)
def assess(
    context: typer.Context,
    on: options.On,
    household: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE|FILE_NUMBER",
            help=both(
                "ملف الأسرة بصيغة JSON (أو - للقراءة من الدخل القياسي)، أو رقم ملفها المسجّل.",
                "The household's JSON file (or - for standard input), or the number of its registered file.",
            ),
        ),
    ] = None,
    programme: Annotated[
        str | None,
        typer.Option(
            "--programme",
            metavar="ID[@VERSION]",
            help=both(
                "البرنامج، مثل sa.developed؛ ويُختار إصداره باليوم ما لم يُسمَّ بعد علامة @.",
                "The programme, such as sa.developed; its version follows from the day unless named after an @.",
            ),
        ),
    ] = None,
    all_programmes: Annotated[
        bool,
        typer.Option(
            "--all-programmes",
            help=both("كل برامج بلد الأسرة جنبًا إلى جنب.", "Every programme of the household's country."),
        ),
    ] = False,
    member: Annotated[
        str | None,
        typer.Option(
            "--member",
            metavar="REF",
            help=both(
                "رمز الفرد صاحب الحق، في البرامج التي يكون الحق فيها للفرد.",
                "The member whose right it is, in programmes whose right is a person's own.",
            ),
        ),
    ] = None,
    caseload: Annotated[
        bool, typer.Option("--all", help=both("كل الأسر المسجلة في المكتب.", "Every household of the office."))
    ] = False,
    engine: Annotated[
        str | None,
        typer.Option(
            "--engine",
            metavar="ENGINE",
            help=both(
                "محرّك الدراسة مع --all: إما households أسرة بعد أسرة بأسبابها كاملة، وهو ما يُتّبع ما لم يُسمَّ غيره؛ "
                "وإما duckdb أو spark آلاف الأسر معًا، ويُحفظ لكل أسرة ما آل إليه كل شرط.",
                "What reckons with --all: households, one after another with every reason, unless said; duckdb or "
                "spark, thousands together, keeping how each criterion came out.",
            ),
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=both("يدرس مع --all ولا يحفظ شيئًا.", "With --all, assess and keep nothing.")),
    ] = False,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> int | None:
    """Routes to a file, a registered household or the caseload; each imports what it needs itself."""
    voice: Voice = context.obj
    day = options.day(on)
    if caseload:
        if household is not None or all_programmes or member is not None:
            raise WrongUsage("command_line.all_stands_alone")
        if programme is None:
            raise WrongUsage("command_line.no_programme")
        from ui.command_line import caseload as whole
        from ui.command_line.signing_in import Access

        return whole.assess(
            voice, Access(database, staff, password_fd), programme=programme, on=day, engine=engine,
            dry_run=dry_run, as_json=as_json,
        )  # fmt: skip
    if household is None:
        raise WrongUsage("command_line.no_household")
    if (programme is None) is not all_programmes:
        raise WrongUsage("command_line.no_programme" if programme is None else "command_line.programme_or_all")
    if engine is not None or dry_run:
        raise WrongUsage("command_line.only_with_all")
    if is_file(household):
        from ui.command_line import assessing

        file = assessing.household_in(household)
        if programme is None:
            answers = assessing.assessments_of(file, on=day, member=member)
            _tell_all(voice, file, answers, member=member, as_json=as_json)
        else:
            answer = assessing.assessment_of(file, programme=programme, on=day, member=member)
            _tell(voice, file, answer, member=member, to_staff=False, as_json=as_json)
        return None
    from ui.command_line import registered_household
    from ui.command_line.signing_in import Access

    with registered_household.opened(voice, Access(database, staff, password_fd), household) as opened:
        if programme is None:
            answers = opened.assessments(on=day, member=member)
            _tell_all(voice, opened.file, answers, member=member, as_json=as_json)
        else:
            answer = opened.assess(programme=programme, on=day, member=member)
            _tell(voice, opened.file, answer, member=member, to_staff=True, as_json=as_json)
    return None


def _tell(
    voice: Voice, file: HouseholdFile, answer: Assessment, *, member: str | None, to_staff: bool, as_json: bool
) -> None:
    from ui.command_line.assessing import foreseen_of

    answer = foreseen_of(file, answer, member=member)
    if as_json:
        from desktop.facts.assessment import encode_assessment

        voice.document(encode_assessment(answer, indent=1))
        return
    from ui.command_line.assessment_text import tell

    tell(voice, file, answer, to_staff=to_staff)


def _tell_all(
    voice: Voice,
    file: HouseholdFile,
    answers: Iterable[tuple[str, Assessment | OfficeError]],
    *,
    member: str | None,
    as_json: bool,
) -> None:
    given: list[Assessment] = []
    for programme, answer in answers:
        if isinstance(answer, OfficeError):
            voice.note(f"{programme}: {answer.sentence(voice.language)}")
        else:
            given.append(answer)
    if as_json:
        from ui.command_line.side_by_side import side_by_side

        voice.document(side_by_side(file, given, member=member))
        return
    from ui.command_line.side_by_side import tell_side_by_side

    tell_side_by_side(voice, file, given, member=member)
