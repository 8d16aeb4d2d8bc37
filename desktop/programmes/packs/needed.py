"""Another programme inside a pack: what it declares is taken in behind a prefix, so that no name means two things.

`needs: {karama: {programme: eg.karama, version: "2025-04"}}` gives the pack `karama__entitled`, `karama__pays` and
every variable of that version. The version is named, never chosen by the day: a pack's own text settles what it says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.language.family import RELATIONS
from desktop.programmes.packs.entitlement import derived
from desktop.programmes.packs.pack import Cite, PackText, Variable
from desktop.values.errors import OfficeError

_WORDS = re.compile(r"'[^']*'|:?[A-Za-z_][A-Za-z0-9_.]*")


def taken_in(text: PackText, others: Mapping[str, PackText]) -> PackText:
    """`text` with the programmes that it needs behind their prefixes.

    Raises:
        OfficeError: `programmes.need_of_other_country`, `programmes.need_in_need`.
    """
    for prefix, other in others.items():
        if other.country != text.country:
            raise OfficeError("programmes.need_of_other_country", pack=text.id, other=other.id)
        if other.needs:
            raise OfficeError("programmes.need_in_need", pack=text.id, other=other.id)
        text = _with(text, prefix, other)
    return text


def _with(text: PackText, prefix: str, other: PackText) -> PackText:
    stated = (*other.variables, *derived(other))
    renaming = _Renaming(prefix, other, frozenset(each.id for each in stated))
    return msgspec.structs.replace(
        text,
        laws=text.laws | {renaming.put(name): each for name, each in other.laws.items()},
        parameters=text.parameters
        | {
            renaming.put(name): msgspec.structs.replace(each, cite=renaming.cite(each.cite))
            for name, each in other.parameters.items()
        },
        readings=text.readings
        | {
            renaming.put(name): msgspec.structs.replace(
                each, cite=None if each.cite is None else renaming.cite(each.cite)
            )
            for name, each in other.readings.items()
        },
        tables=text.tables
        | {
            renaming.put(name): msgspec.structs.replace(each, cite=renaming.cite(each.cite))
            for name, each in other.tables.items()
        },
        variables=(*(renaming.variable(each) for each in stated), *text.variables),
    )


class _Renaming:
    """Puts a prefix before what the other pack declares, wherever its expressions name it."""

    def __init__(self, prefix: str, other: PackText, variables: frozenset[str]) -> None:
        self._prefix = prefix
        self._figures = frozenset({*other.parameters, *other.readings})
        self._tables = frozenset(other.tables)
        self._variables = variables

    def put(self, name: str) -> str:
        return f"{self._prefix}__{name}"

    def cite(self, cite: Cite) -> Cite:
        return msgspec.structs.replace(cite, law=self.put(cite.law))

    def cite_if(self, cite: Cite | None) -> Cite | None:
        return None if cite is None else self.cite(cite)

    def variable(self, each: Variable) -> Variable:
        return msgspec.structs.replace(
            each,
            id=self.put(each.id),
            is_=_WORDS.sub(lambda found: self._word(found[0]), each.is_),
            cite=self.cite_if(each.cite),
        )

    def _word(self, word: str) -> str:
        if word.startswith(":"):
            return f":{self.put(word[1:])}" if word[1:] in self._figures else word
        *above, last = word.split(".")
        if word in self._tables:
            return self.put(word)
        # `member.insured` may be a variable, `work.insured` is a fact however a variable is called.
        through = all(step in vocabulary() or step in RELATIONS for step in above)
        return ".".join([*above, self.put(last)]) if last in self._variables and through else word
