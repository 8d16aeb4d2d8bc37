"""One rule, figure or source as a row shows it: what it is, what it comes to, where it is written, how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.parts.key_value import Fact
from ui.parts.signs import Mark
from ui.screens.programmes.rule_words import cite_words, confidence_mark, source_words

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import Cite, Law


@dataclass(frozen=True, slots=True)
class Onward:
    """A way from a row to another screen: what its button says, and what goes there."""

    words: str
    go: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row shows.

    Args:
        key: its name in the pack, by which one is led to it.
        title: what it is called.
        lines: sentences below the title.
        value: what it comes to, beside the title; a `Mark` is shown as a chip.
        cite: where it is written; None where the row itself is a source.
        marks: statuses beside the title.
        code: expressions of the rules with what each of them says, folded away.
        facts: more of it, folded away.
        onward: where one may go with it, and what the button says; folded away too.
    """

    key: str
    title: str
    lines: tuple[str, ...] = ()
    value: str | Mark = ""
    cite: Cite | None = None
    marks: tuple[Mark, ...] = ()
    code: tuple[tuple[str, str], ...] = ()
    facts: tuple[Fact, ...] = ()
    onward: Onward | None = None

    def text(self, laws: Mapping[str, Law], reader: Reader) -> str:
        """The row as it is copied and looked through: what it says, where it is written, how the rules write it."""
        return bare("\n".join(each for each in self._texts(laws, reader) if each))

    def _texts(self, laws: Mapping[str, Law], reader: Reader) -> list[str]:
        cited = []
        if self.cite is not None:
            law = (cite_words(self.cite, laws, reader), source_words(self.cite))
            cited = [" · ".join(each for each in law if each), confidence_mark(self.cite.confidence, reader).words]
        return [
            self.title,
            _words(self.value),
            *(each.words for each in self.marks),
            *self.lines,
            *cited,
            *(f"{label}: {expression}" for label, expression in self.code),
            *(f"{each.label}: {_words(each.value)}" for each in self.facts),
        ]


def _words(value: str | Mark) -> str:
    return value.words if isinstance(value, Mark) else value
