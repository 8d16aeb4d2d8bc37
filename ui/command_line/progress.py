"""How far a long piece of work has come: a bar where a person looks on, nothing in a log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from ui.command_line.speaking import Voice


class Advance(Protocol):
    """Moves a bar."""

    def __call__(self, done: int, *, of: int | None = None, about: str | None = None) -> None:
        """To how many are done; `of` and `about` where the work knows better than when it began."""


@contextmanager
def progress(voice: Voice, total: int, about: str) -> Iterator[Advance]:
    """A bar on standard error; called with how many are done.

    Args:
        voice: who is spoken to; a stream that is no terminal gets no bar.
        total: how many there are to do.
        about: what is counted.
    """
    if not voice.err.isatty():
        yield _unseen
        return
    # Imported late: Rich costs a tenth of a second, and only a person looking on needs it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=voice.err), transient=True) as bar:
        task = bar.add_task(about, total=total)

        def advance(done: int, *, of: int | None = None, about: str | None = None) -> None:
            bar.update(task, completed=done, total=of, description=about)

        yield advance


def _unseen(done: int, *, of: int | None = None, about: str | None = None) -> None:
    """Nobody looks on."""
