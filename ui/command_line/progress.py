"""How far a long piece of work has come: a bar where a person looks on, nothing in a log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ui.command_line.speaking import Voice


@contextmanager
def progress(voice: Voice, total: int, about: str) -> Iterator[Callable[[int], None]]:
    """A bar on standard error; called with how many are done.

    Args:
        voice: who is spoken to; a stream that is no terminal gets no bar.
        total: how many there are to do.
        about: what is counted.
    """
    if not voice.err.isatty():
        yield lambda _done: None
        return
    # Imported late: Rich costs a tenth of a second, and only a person looking on needs it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=voice.err), transient=True) as bar:
        task = bar.add_task(about, total=total)
        yield lambda done: bar.update(task, completed=done)
