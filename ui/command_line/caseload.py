"""`yusr assess --all`: every household of the office, one after another, to be stopped and taken up at any moment."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from desktop.casework.answers import Progress, RunAnswer
from desktop.casework.caseload import assess_all
from desktop.facts.codes import Outcome
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import queries
from desktop.values.errors import OfficeError
from desktop.values.language import Language
from desktop.values.money import shown
from ui.command_line.progress import progress
from ui.command_line.signing_in import Access, signed_in
from ui.command_line.speaking import Voice

BY_HOUSEHOLD = "households"
"""The engine that there is: one household after another, with every reason kept."""


def assess(
    voice: Voice, access: Access, *, programme: str, on: date, engine: str | None, dry_run: bool, as_json: bool
) -> int:
    """Run over the caseload; 130 where Ctrl-C ended it, since it is not whole."""
    if engine not in (None, BY_HOUSEHOLD):
        raise OfficeError("command_line.no_such_engine", name=engine, known=BY_HOUSEHOLD)
    with signed_in(voice, access) as office, stopping() as stop:
        with office.desk(reading=True) as desk:
            count = queries.count_households(desk)
        with progress(voice, count, voice.say("أسر", "Households")) as advance:

            def tell(reached: Progress) -> None:
                advance(reached.done)

            run = assess_all(
                office.desk,
                programme=programme,
                on=on,
                catalogue=Catalogue(),
                dry_run=dry_run,
                progress=tell,
                stop=stop,
            )
    if as_json:
        voice.document(json.dumps(_as_data(run), ensure_ascii=False, indent=1).encode())
    else:
        _tell(voice, run)
    return 130 if run.stopped else 0


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


def _as_data(run: RunAnswer) -> dict[str, Any]:
    return {
        "programme": run.programme,
        "on": run.on.isoformat(),
        "dry_run": run.dry_run,
        "outcomes": {outcome.value: run.outcomes[outcome] for outcome in Outcome},
        "cost": None if run.cost is None else {"value": run.cost.decimal_text(), "currency": run.cost.currency.value},
        "open_amounts": run.open_amounts,
        "stored": run.stored,
        "kept": run.kept,
        "closed": run.left_out,
        "unassessed": [
            {
                "file_number": each.file_number,
                "error": each.error.key,
                "sentence": {language.value: each.error.sentence(language) for language in Language},
            }
            for each in run.unassessed
        ],
        "stopped": run.stopped,
    }


def _tell(voice: Voice, run: RunAnswer) -> None:
    for outcome in Outcome:
        voice.tell(f"{voice.word(outcome.label)}: {run.outcomes[outcome]}")
    if run.cost is not None:
        cost = shown(run.cost, voice.language, arabic_digits=False)
        voice.tell(voice.say(f"المستحق شهريًّا: {cost}", f"Due a month: {cost}"))
    if run.open_amounts:
        voice.tell(
            voice.say(
                f"منهم {run.open_amounts} لم يُعلم مبلغهم كله، فقد يزيد المستحق.",
                f"The amounts of {run.open_amounts} are not wholly known, so more may be due.",
            )
        )
    voice.tell(
        voice.say(
            "لم يُحفظ شيء: هذه تجربة." if run.dry_run else f"حُفظ الآن {run.stored}، وكان محفوظًا {run.kept}.",
            "Nothing was kept: this was a trial." if run.dry_run else f"Kept now: {run.stored}; before: {run.kept}.",
        )
    )
    for each in run.unassessed:
        voice.note(f"{each.file_number}: {each.error.sentence(voice.language)}")
    if run.stopped:
        voice.note(
            voice.say(
                "أُوقف قبل تمامه؛ أعد الأمر نفسه ليُكمل.", "Stopped before the end; the same command goes on from here."
            )
        )
