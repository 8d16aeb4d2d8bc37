"""`yusr tour`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.speaking import Voice, both

commands = typer.Typer()


@commands.command(
    "tour",
    cls=DeskCommand,
    help=both(
        "يقوم بالعمل كله مرة واحدة، من ملف أسرة إلى وثائقها، ويترك صور الصفحات وملفات PDF؛ لا يحتاج إلى شاشة.",
        "Do the main job once, from a household's file to its papers, and leave pictures and PDFs; needs no display.",
    ),
)
def tour(
    context: typer.Context,
    out: Annotated[
        str,
        typer.Option(
            "--out",
            metavar="DIR",
            help=both("أين تُترك الملفات؛ وإلا ففي build/tour.", "Where to leave them; build/tour unless said."),
        ),
    ] = "build/tour",
    as_json: options.AsJson = False,
) -> None:
    """On an office of its own, so that nothing of the user's is touched."""
    from desktop.values.language import Wording
    from ui.tour.taking import INDEX, take

    voice: Voice = context.obj

    def tell(done: Wording, seconds: float) -> None:
        line = voice.say(f"✓ {done.ar} ({seconds:.2f} ث)", f"✓ {done.en} ({seconds:.2f} s)")
        if as_json:
            voice.note(line)
        else:
            voice.tell(line)
            voice.out.flush()

    place = Path(out)
    taken = take(place, tell)
    if as_json:
        voice.document((place / INDEX).read_bytes())
    else:
        voice.tell()
        voice.tell(voice.say(f"في المجلد {out} الآن:", f"{out} now holds:"))
        for name in taken.names:
            voice.tell(f"  {name}")
