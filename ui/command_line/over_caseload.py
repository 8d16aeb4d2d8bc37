"""A run over the caseload from the command line: the office opened, a bar for whoever looks on, Ctrl-C to stop."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.bootstrap import OpenOffice
from desktop.casework.answers import Progress, RunProgress, RunStage
from desktop.casework.simulating import SimulationProgress
from desktop.casework.simulating import Stage as SimulationStage
from desktop.registry import queries
from desktop.values.language import Wording
from ui.command_line.progress import progress
from ui.command_line.signing_in import Access, signed_in
from ui.command_line.speaking import Voice

_STAGES: dict[RunStage | SimulationStage, Wording] = {
    RunStage.READING: Wording("قراءة الملفات", "Reading the files"),
    RunStage.RECKONING: Wording("دراسة الأهلية", "Assessing"),
    RunStage.KEEPING: Wording("حفظ النتائج", "Keeping the results"),
    SimulationStage.BEFORE: Wording("بالقواعد الأولى", "Under the first law"),
    SimulationStage.AFTER: Wording("بالقواعد الأخرى", "Under the other law"),
    SimulationStage.COMPARED: Wording("المقارنة", "Comparing"),
}
"""What is done with the files in hand; both kinds of runs begin by reading them."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What a run is given: the office, whom to tell how far it is, and whom to ask whether to stop."""

    office: OpenOffice
    progress: Callable[[Progress], None]
    stop: Callable[[], bool]


@contextmanager
def watched(voice: Voice, access: Access) -> Iterator[Watched]:
    """The office, open for a run that is shown and may be stopped until the block ends."""
    with signed_in(voice, access) as office, stopping() as stop:
        with office.desk(reading=True) as desk:
            count = queries.count_households(desk)
        with progress(voice, count, voice.say("أسر", "Households")) as advance:

            def tell(reached: Progress) -> None:
                stage = reached.stage if isinstance(reached, RunProgress | SimulationProgress) else None
                about = _STAGES.get(stage) if stage is not None else None
                advance(reached.done, of=reached.of, about=None if about is None else voice.word(about))

            yield Watched(office, tell, stop)


@contextmanager
def stopping() -> Iterator[Callable[[], bool]]:
    """Ctrl-C asks the run to end after the household in hand; a second one ends the program as always."""
    asked = False
    before = signal.getsignal(signal.SIGINT)

    def ask(_signal: int, _frame: object) -> None:
        nonlocal asked
        asked = True
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)
