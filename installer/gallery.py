"""Draws every document that the tests know, in both languages, page by page: `gallery.py FOLDER`.

Called by `make gallery` with `tests/reports` on the path. `NAME-LANGUAGE.png` is a first page, `…-2.png` a second.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path

from every_paper import EVERY

from desktop.issuing.contents import Paper
from desktop.values.language import Language
from reports.preview import pages_as_png
from reports.render import render


def draw(folder: Path) -> int:
    """Draw all into `folder`, in place of what was drawn before; how many pictures that made."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    drawn = 0
    for (name, content), language in product(EVERY.items(), Language):
        paper = Paper(content=content, language=language, arabic_digits=language is Language.ARABIC)
        pages = pages_as_png(render(paper))
        for number, picture in enumerate(pages, start=1):
            page = "" if number == 1 else f"-{number}"
            (folder / f"{name}-{language}{page}.png").write_bytes(picture)
        drawn += len(pages)
    return drawn


if __name__ == "__main__":
    count = draw(Path(sys.argv[1]))
    sys.stdout.write(f"{count} pictures in {sys.argv[1]}\n")
