"""`yusr programmes` with `show`, `diff`, `check`, `soundness` and `sources`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand, DeskGroup
from ui.command_line.speaking import Voice, both

commands = typer.Typer()
book = typer.Typer()


@book.callback(
    cls=DeskGroup,
    invoke_without_command=True,
    help=both("يسرد البرامج وإصداراتها وأيام سريانها.", "List the programmes, their versions and the days they apply."),
)
def programmes(context: typer.Context, as_json: options.AsJson = False) -> None:
    """Without a further command: the list."""
    if context.invoked_subcommand is not None:
        return
    from ui.command_line.programme_text import listed, tell_list

    voice: Voice = context.find_root().obj
    if as_json:
        voice.document(json.dumps(listed(), ensure_ascii=False, indent=1).encode())
    else:
        tell_list(voice)


@book.command(
    "show",
    cls=DeskCommand,
    help=both(
        "يشرح قواعد برنامج: شروطه وفئاته ومبالغه ومهله ومواده، والقراءة المعتمدة حيث تعارضت المصادر.",
        "Explain a pack: its criteria, categories, figures, deadlines and articles, and the readings taken.",
    ),
)
def show(
    context: typer.Context,
    programme: Annotated[
        str,
        typer.Argument(
            metavar="ID[@VERSION]",
            help=both(
                "البرنامج، مثل sa.developed؛ وآخر إصداراته ما لم يُسمَّ بعد علامة @.",
                "The programme, such as sa.developed; its newest version unless named after an @.",
            ),
        ),
    ],
    as_json: options.AsJson = False,
) -> None:
    """One pack in words, or as data."""
    from ui.command_line.pack_text import tell_pack
    from ui.command_line.programme_text import chosen, pack_document

    voice: Voice = context.find_root().obj
    pack = chosen(programme)
    if as_json:
        voice.document(pack_document(pack))
    else:
        tell_pack(voice, pack)


@book.command(
    "diff",
    cls=DeskCommand,
    help=both(
        "يذكر ما اختلف بين إصدارين بجمل: الأرقام والجداول والقراءات والأحكام والمهل.",
        "Say what two versions say differently: figures, tables, readings, rules, deadlines.",
    ),
)
def diff(
    context: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar="ID@VERSION",
            help=both("الإصدار السابق، مثل sa.developed@2022.", "The version that was, such as sa.developed@2022."),
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar="ID@VERSION",
            help=both(
                "الإصدار الذي خلفه؛ وآخر إصدارات البرنامج ما لم يُسمَّ بعد علامة @.",
                "The version that followed it; the programme's newest unless named after an @.",
            ),
        ),
    ],
    as_json: options.AsJson = False,
) -> None:
    """Two versions laid side by side, in sentences or as data."""
    from ui.command_line.pack_differences import differences_document, tell_differences
    from ui.command_line.programme_text import chosen

    voice: Voice = context.find_root().obj
    before, after = chosen(old), chosen(new)
    if as_json:
        voice.document(differences_document(before, after))
    else:
        tell_differences(voice, before, after)


@book.command(
    "sources",
    cls=DeskCommand,
    help=both(
        "يكتب مصادر القواعد كلها: الأنظمة وموادها وما تحمله، وما افتُرض وما لم يُنشر.",
        "Write the sources of all packs: laws, their articles and what they carry, assumptions, unpublished figures.",
    ),
)
def sources(context: typer.Context) -> None:
    """The text of `SOURCES.md`."""
    from desktop.programmes.checking.sources import sources_document
    from desktop.programmes.packs.catalogue import Catalogue

    voice: Voice = context.find_root().obj
    voice.document(sources_document(pack.text for pack in Catalogue().packs()).rstrip("\n").encode())


@book.command(
    "check",
    cls=DeskCommand,
    help=both(
        "يتحقق من قواعد برنامج ويدرس حالاته الخاصة؛ وإلا فمن كل القواعد المشحونة.",
        "Validate a pack and run its own cases; every shipped one unless a path is given.",
    ),
)
def check(
    context: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH",
            help=both(
                "مجلد إصدار أو برنامج أو مجلد البرامج كلها.",
                "The folder of a version, of a programme, or of all programmes.",
            ),
        ),
    ] = None,
    seal: Annotated[
        bool,
        typer.Option(
            "--seal",
            help=both(
                "يختم ما صلح منها، فيُفتح بعد ذلك بسرعة.",
                "Seal those that are fit, so that they open fast from then on.",
            ),
        ),
    ] = False,
    as_json: options.AsJson = False,
) -> int:
    """Exit status 1 where any pack is unfit."""
    from ui.command_line.pack_checking import check_under

    voice: Voice = context.find_root().obj
    return check_under(voice, None if path is None else Path(path), seal=seal, as_json=as_json)


@book.command(
    "soundness",
    cls=DeskCommand,
    help=both(
        "يُخفي بعض بيانات أسر مخترعة وأسر الحالات ويجرّب كل ما يمكن أن تكونه، ويبيّن هل يصمد المحسوم وكم يُحسم بالتجريب.",
        "Take facts out of invented households and of the cases and try all that they may be: does what is determined "
        "hold, and how much would trying settle?",
    ),
)
def soundness(
    context: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH",
            help=both(
                "مجلد إصدار أو برنامج أو مجلد البرامج كلها.",
                "The folder of a version, of a programme, or of all programmes.",
            ),
        ),
    ] = None,
    households: Annotated[
        str,
        typer.Option("--households", metavar="N", help=both("عدد الأسر لكل إصدار.", "How many households a version.")),
    ] = "40",
    seed: Annotated[
        str, typer.Option("--seed", metavar="S", help=both("البذرة؛ وإلا فهي 1.", "The seed; 1 unless said."))
    ] = "1",
    as_json: options.AsJson = False,
) -> int:
    """Exit status 1 where a determined answer was contradicted."""
    from ui.command_line.pack_soundness import try_under

    voice: Voice = context.find_root().obj
    where = None if path is None else Path(path)
    number, start = options.whole_number(households, "--households"), options.whole_number(seed, "--seed")
    return try_under(voice, where, households=number, seed=start, as_json=as_json)


commands.add_typer(book, name="programmes")
