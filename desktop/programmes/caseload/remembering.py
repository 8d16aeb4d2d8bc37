"""Programs kept for the next tables that have the same alike: to write one takes as long as to run it for thousands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from weakref import WeakKeyDictionary

from desktop.programmes.caseload.alike import Alike
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.questions import Questions, questions
from desktop.programmes.caseload.terms import NotCompiledError
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.compiled import Pack

MOST_KEPT = 8
"""Programs of one pack that are kept; the one made longest ago goes first."""
_Key = tuple[type[DuckDb], date, bool, tuple[tuple[str, Value], ...]]
_KEPT: WeakKeyDictionary[Pack, list[tuple[_Key, Questions]]] = WeakKeyDictionary()


def remembered(
    pack: Pack, *, on: date, parameters: Mapping[str, Value], bounds: bool, alike: Alike, engine: DuckDb
) -> Questions:
    """The pack's questions, as `questions` compiles them for files that have so much alike.

    Raises:
        NotCompiledError: naming an expression that is left to the interpreter.
    """
    key = (type(engine), on, bounds, tuple(sorted(parameters.items())))
    kept = _KEPT.setdefault(pack, [])
    for its_key, asked in kept:
        if its_key == key and alike.answers(asked.program.alike.asked):
            return asked
    try:
        asked = questions(pack, on=on, parameters=parameters, bounds=bounds, alike=alike, engine=engine)
    except NotCompiledError:
        # What only some value in every row brings to light keeps nobody from the program that suits any files.
        asked = questions(pack, on=on, parameters=parameters, bounds=bounds, engine=engine)
    asked.program.finish()
    kept.append((key, asked))
    del kept[:-MOST_KEPT]
    return asked
