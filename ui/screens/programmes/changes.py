"""What a version of the rules changed of the one before, as rows: new, left out, or another value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from desktop.programmes.answers.rules_in_words import parameter_in_words, stated_in_words
from desktop.programmes.answers.wording import option_in_words
from desktop.programmes.packs.cited import Part, of_other
from desktop.values.isolates import isolated
from desktop.values.language import Wording, capitalised
from ui.language.reader import Reader
from ui.parts.key_value import Fact
from ui.parts.signs import Mark, Sign
from ui.screens.programmes.entry import Entry
from ui.screens.programmes.rule_words import deadline_name, deadline_words, name_words, part_words
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import Cite, PackText

translate = QCoreApplication.translate


class _Stated(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def label(self) -> Wording | None: ...

    @property
    def cite(self) -> Cite | None: ...


def changes_between(old: PackText, new: PackText, reader: Reader) -> list[Entry]:
    """Every difference that somebody may feel, figures first; laws and expressions behind the fold.

    Args:
        old: the version before, amendments worked in.
        new: the version after.
        reader: in whose words.
    """
    found = [*_figures(old, new, reader), *_tables(old, new, reader), *_readings(old, new, reader)]
    for part, before, after in (
        (Part.CRITERION, old.criteria, new.criteria),
        (Part.CATEGORY, old.categories, new.categories),
        (Part.BENEFIT, old.benefits, new.benefits),
        (Part.ADJUSTMENT, old.adjustments, new.adjustments),
        (Part.DOCUMENT, old.documents, new.documents),
        (Part.VARIABLE, _own(old), _own(new)),
    ):
        found += _stated(part, {each.id: each for each in before}, {each.id: each for each in after}, reader)
    return [*found, *_deadlines(old, new, reader)]


def _own(text: PackText) -> list[_Stated]:
    return [each for each in text.variables if not of_other(text, each.id)]


def _figures(old: PackText, new: PackText, reader: Reader) -> Iterator[Entry]:
    for name in dict.fromkeys((*old.parameters, *new.parameters)):
        if of_other(new, name) or of_other(old, name):
            continue
        before, after = old.parameters.get(name), new.parameters.get(name)
        texts = [None if each is None else reader.wording(parameter_in_words(each)) for each in (before, after)]
        if texts[0] == texts[1]:
            continue
        stated, title = (new, after) if after is not None else (old, before)
        if title is not None:
            yield _entry(Part.FIGURE, name, name_words(stated, name, reader), texts[0], texts[1], title.cite)


def _tables(old: PackText, new: PackText, reader: Reader) -> Iterator[Entry]:
    for name in dict.fromkeys((*old.tables, *new.tables)):
        before, after = old.tables.get(name), new.tables.get(name)
        stated = after or before
        if stated is None or before == after:
            continue
        title = name_words(new if after is not None else old, name, reader)
        rows = dict.fromkeys((*(before.rows if before else ()), *(after.rows if after else ())))
        facts = []
        for key in rows:
            cells = [None if each is None else each.rows.get(key) for each in (before, after)]
            if cells[0] != cells[1]:
                said = [None if cell is None else reader.wording(stated_in_words(cell, stated.unit)) for cell in cells]
                facts.append(Fact(reader.code(key), _turned(said[0], said[1])))
        yield Entry(
            key=f"changed {Part.TABLE} {name}",
            title=title,
            lines=(part_words(Part.TABLE),),
            value=_mark(before, after),
            cite=stated.cite,
            facts=tuple(facts),
        )


def _readings(old: PackText, new: PackText, reader: Reader) -> Iterator[Entry]:
    for name in dict.fromkeys((*old.readings, *new.readings)):
        before, after = old.readings.get(name), new.readings.get(name)
        stated = after or before
        texts = [
            None if each is None else reader.wording(option_in_words(each, each.default)) for each in (before, after)
        ]
        if stated is not None and texts[0] != texts[1]:
            yield _entry(Part.READING, name, reader.wording(stated.label), texts[0], texts[1], stated.cite)


def _deadlines(old: PackText, new: PackText, reader: Reader) -> Iterator[Entry]:
    for name in dict.fromkeys((*old.deadlines, *new.deadlines)):
        before, after = old.deadlines.get(name), new.deadlines.get(name)
        texts = [None if each is None else deadline_words(each, reader) for each in (before, after)]
        stated = after or before
        if stated is not None and texts[0] != texts[1]:
            yield _entry(Part.DEADLINE, name, deadline_name(name), texts[0], texts[1], stated.cite)


def _stated(part: Part, before: Mapping[str, _Stated], after: Mapping[str, _Stated], reader: Reader) -> Iterator[Entry]:
    for name in dict.fromkeys((*before, *after)):
        first, then = before.get(name), after.get(name)
        stated = then or first
        if stated is None or first == then:
            continue
        label = stated.label
        yield Entry(
            key=f"changed {part} {name}",
            title=isolated(name) if label is None else capitalised(reader.wording(label)),
            lines=(part_words(part),),
            value=_mark(first, then),
            cite=stated.cite,
            code=tuple(_code(first, then)),
        )


def _code(first: object, then: object) -> Iterator[tuple[str, str]]:
    """The expressions before and after, where they are others."""
    for name in ("when", "is_", "pays"):
        texts = [getattr(each, name, None) for each in (first, then)]
        if texts[0] != texts[1]:
            if texts[0] is not None:
                yield translate("Changes", "Before"), texts[0]
            if texts[1] is not None:
                yield translate("Changes", "Now"), texts[1]


def _entry(part: Part, name: str, title: str, before: str | None, after: str | None, cite: Cite | None) -> Entry:
    return Entry(
        key=f"changed {part} {name}",
        title=title,
        lines=(_turned(before, after),),
        value=_mark(before, after),
        cite=cite,
    )


def _turned(before: str | None, after: str | None) -> str:
    if before is None:
        return translate("Changes", "It is now {now}.").format(now=after or "")
    if after is None:
        return translate("Changes", "It was {before}.").format(before=before)
    return translate("Changes", "It was {before} and is now {now}.").format(before=before, now=after)


def _mark(before: object | None, after: object | None) -> Mark:
    if before is None:
        return Mark(Tone.GOOD, translate("Changes", "New"), Sign.DOT)
    if after is None:
        return Mark(Tone.STOP, translate("Changes", "Left out"))
    return Mark(Tone.WAIT, translate("Changes", "Changed"), Sign.DOT)
