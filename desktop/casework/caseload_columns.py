"""Which columns of the files a run reads: those on which an answer under the law rests, and those that every file is
looked at for contradictions by.

Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from desktop.casework.doubtful_files import doubted
from desktop.facts.arrow_layout import arrow_schemas
from desktop.facts.vocabulary import Entity, vocabulary
from desktop.programmes.caseload.questions import questions
from desktop.programmes.caseload.readings import SPOUSES
from desktop.programmes.caseload.terms import NotCompiledError
from desktop.programmes.language.family import MEMBER
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.compiled import Pack
from desktop.registry.caseload_reading import Asked

_RECEIPT = "receipt"
"""Read whole: which version is the law of a file rests on what it receives."""
_BIRTH = {"birth_date", "birth_date_hijri", "birth_date_precision"}
"""A day of birth may be stated in any of these."""


@lru_cache(maxsize=8)
def columns_asked(packs: tuple[Pack, ...], on: date) -> Asked | None:
    """As `columns_asked_under`, of versions as they are written."""
    return columns_asked_under([(pack, {}) for pack in packs], on)


def columns_asked_under(laws: Iterable[tuple[Pack, Mapping[str, Value]]], on: date) -> Asked | None:
    """The columns of each entity; None for all, where some expression is left to the interpreter.

    Args:
        laws: the versions that files are reckoned under, each with the figures and readings that are not its own:
            another option of a reading may ask for other facts.
        on: the day of decision.
    """
    found = {name: set(columns) for name, columns in doubted().items()}
    found[_RECEIPT] = set(arrow_schemas()[_RECEIPT].names)
    found[MEMBER] |= _BIRTH
    for pack, values in laws:
        try:
            # For files that may be anything: its bounds ask for whatever the plain program does.
            program = questions(pack, on=on, parameters=values, bounds=True).program
        except NotCompiledError:
            return None
        for source, readings in program.sources.items():
            entity = MEMBER if source == SPOUSES else source
            for each in readings:
                found[each.whose or entity].add(each.column)
                found[entity].add(each.reference)
    return {name: _with_required(vocabulary()[name], columns) for name, columns in found.items()}


def _with_required(entity: Entity, columns: Iterable[str]) -> frozenset[str]:
    """The columns, with what a file cannot be opened without where they are in it."""
    asked = frozenset(columns)
    objects = {"", *(name.rpartition(".")[0] for name in asked)}
    required = (each.name for each in entity.properties.values() if each.required)
    return asked | {name for name in required if name.rpartition(".")[0] in objects}
