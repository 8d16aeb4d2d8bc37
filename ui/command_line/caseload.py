"""`yusr assess --all`: every household of the office, to be stopped and taken up at any moment."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from desktop.casework.answers import RunAnswer
from desktop.casework.engines import BY_HOUSEHOLD, ENGINES
from desktop.casework.running_caseload import run_caseload
from desktop.facts.codes import Outcome
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import Faults, OfficeError
from desktop.values.language import Language
from desktop.values.money import shown
from ui.command_line.over_caseload import watched
from ui.command_line.signing_in import Access
from ui.command_line.speaking import Voice


def assess(
    voice: Voice, access: Access, *, programme: str, on: date, engine: str | None, dry_run: bool, as_json: bool
) -> int:
    """Run over the caseload; 130 where Ctrl-C ended it, since it is not whole."""
    engine = BY_HOUSEHOLD if engine is None else engine
    if engine not in ENGINES:
        raise OfficeError("command_line.no_such_engine", name=engine, known=", ".join(ENGINES))
    with watched(voice, access) as watch:
        run = run_caseload(
            watch.office.desk,
            programme=programme,
            on=on,
            catalogue=Catalogue(),
            engine=engine,
            dry_run=dry_run,
            progress=watch.progress,
            stop=watch.stop,
        )
    if as_json:
        voice.document(json.dumps(_as_data(run), ensure_ascii=False, indent=1).encode())
    else:
        _tell(voice, run)
    return 130 if run.stopped else 0


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
                "sentence": _both(each.error),
                **({"faults": _faults(each.error)} if isinstance(each.error, Faults) else {}),
            }
            for each in run.unassessed
        ],
        "stopped": run.stopped,
        "engine": run.engine,
        "run": None if run.run is None else str(run.run),
        "opened": run.opened,
    }


def _faults(error: Faults) -> list[dict[str, Any]]:
    return [{"error": each.key, "pointer": each.pointer, "sentence": _both(each)} for each in error.faults]


def _both(error: OfficeError) -> dict[str, str]:
    return {language.value: error.sentence(language) for language in Language}


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
    if run.opened:
        voice.tell(voice.say(f"أُدرج في قائمة الأعمال: {run.opened}.", f"Put on the list of work: {run.opened}."))
    if run.run is not None:
        voice.tell(voice.say(f"رقم الدراسة: {run.run}", f"Id of the run: {run.run}"))
    for each in run.unassessed:
        voice.note(f"{each.file_number}: {each.error.sentence(voice.language)}")
        for fault in each.error.faults if isinstance(each.error, Faults) else ():
            voice.note(f"  {fault.pointer or ''} {fault.sentence(voice.language)}")
    if run.stopped:
        voice.note(
            voice.say(
                "أُوقف قبل تمامه؛ أعد الأمر نفسه ليُكمل.", "Stopped before the end; the same command goes on from here."
            )
        )
