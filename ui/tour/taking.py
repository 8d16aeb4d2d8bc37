"""Takes the tour: founds an office of its own in the folder given, opens the window on it, and goes through the steps.

It needs no display, and leaves what the job leaves: the household file, the assessment, the papers and their pages,
a picture of the window for each step, and `tour.json` that lists it all.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.values.errors import Unreachable
from desktop.values.language import Wording
from ui.command_line.windowing import has_display
from ui.tour.left import DATABASE, INDEX, Left, Tell, clear

__all__ = ["INDEX", "take"]

FOUNDER = "founder"
_SCREEN = {
    "name": "desk",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
"""The screen that stands in where there is none; Qt's own of 800 pixels would squeeze the window."""


def take(out: Path, tell: Tell) -> Left:
    """Go through the main job.

    Args:
        out: a folder, made when missing; files of an earlier tour are replaced, others left alone.
        tell: see `Tell`.

    Raises:
        Unreachable: `ui.folder_not_writable`.
        OfficeError: a step was refused, which in the demonstration office is a fault of ours.
    """
    left = Left(out, tell)
    try:
        out.mkdir(parents=True, exist_ok=True)
        clear(out)
        with tempfile.TemporaryDirectory(prefix="yusr-tour-") as own, _screen(Path(own)):
            _go(left, Path(own))
    except OSError as error:
        raise Unreachable("ui.folder_not_writable", folder=str(out), reason=error.strerror or "") from error
    return left


@contextmanager
def _screen(own: Path) -> Iterator[None]:
    if not has_display():
        file = own / "screen.json"
        file.write_text(json.dumps({"screens": [_SCREEN]}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
        # It says of each dialog that there is no window manager to tell its size to.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    yield


def _go(left: Left, own: Path) -> None:
    url = f"sqlite:///{left.out / DATABASE}"
    with left.step(
        Wording("أُنشئ مكتب تجريبي فيه اثنتا عشرة أسرة ودوراته", "Founded a demonstration office with twelve households")
    ):
        _found(url)
    # Qt looks for its screen when it is first brought in.
    from ui.tour.walking import walk

    stage = walk(left, url=url, own=own)
    left.names.append(DATABASE)
    left.leave_index(
        file_number=stage.file_number,
        outcome=stage.assessment.outcome.value if stage.assessment is not None else None,
        serials={kind.value: serial for kind, serial in stage.serials.items()},
    )


def _found(url: str) -> None:
    from desktop import bootstrap
    from desktop.exchange import demonstration_office
    from desktop.office.desk import SignedIn, desk
    from ui.tour.day import clock

    bootstrap.initialise(url, staff=FOUNDER, office=demonstration_office.draft())
    office = bootstrap.open_office(url, staff=FOUNDER)
    try:
        demonstration_office.furnish(
            lambda login: desk(SignedIn(office.engine, login), clock=clock), founder=FOUNDER, alone=False, new=True
        )
    finally:
        office.close()
