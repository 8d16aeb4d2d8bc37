"""Finds files by the beginnings of names, identity numbers, file numbers and telephone numbers.

The index gives candidates, `_score` ranks them. Candidates come through the policies like all else, so what a person
may not see is neither found nor counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import aliased

from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.office.settings import setting
from desktop.registry.answers import HouseholdSummary, PersonAnswer, SearchHit
from desktop.registry.queries import seen
from desktop.registry.records import Household, Person, SearchWord, WordKind
from desktop.registry.words import asked, with_and_without
from desktop.values.names import fold

TA_MARBUTA_AS_HA = "ta_marbuta_as_ha"
"""Setting of an office: whether «فاطمة» is found by «فاطمه» (true unless set)."""

CANDIDATES = 400
"""Rows ranked at most. One letter begins a tenth of all names: nobody reads on past the first page, they type on."""

_LAST = "\U0010ffff"

Words = dict[UUID | None, list[SearchWord]]


@requires(Permission.READ_FILES)
def search(desk: Desk, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
    """Files found by a text of any length, the best first, each once; none for an empty text.

    Every word of the text must begin a word of one person's name or number, or of the file's number or telephone; if
    nobody has them all, of people of one file together.

    Args:
        desk: who asks.
        text: in any spelling and digits.
        limit: at most so many.
    """
    words = asked(text)
    if not words or limit < 1:
        return ()
    found = _candidates(desk, words, of_one_person=True)
    if len(words) > 1 and len(found) < limit:
        found |= _candidates(desk, words, of_one_person=False)
    strictly = None if setting(desk, key=TA_MARBUTA_AS_HA, default=True) else fold(text, ta_marbuta_as_ha=False)
    return _ranked(desk, words, found, strictly)[:limit]


def _candidates(desk: Desk, words: Sequence[str], *, of_one_person: bool) -> set[UUID]:
    """Files in which the words are all found within one person, or within one household."""
    wanted: Select[UUID] = (
        seen(desk).join(SearchWord, SearchWord.household_id == Household.id).with_only_columns(Household.id)
    )
    wanted = wanted.where(_begins(SearchWord, words[0]))
    for word in words[1:]:
        other = aliased(SearchWord)
        if of_one_person:
            wanted = wanted.where(SearchWord.person_id.in_(select(other.person_id).where(_begins(other, word))))
        else:
            wanted = wanted.where(SearchWord.household_id.in_(select(other.household_id).where(_begins(other, word))))
    return set(desk.session.scalars(wanted.limit(CANDIDATES)))


def _begins(row: type[SearchWord], word: str) -> ColumnElement[bool]:
    """As a range, not as LIKE: an order is what the tree is in, and what may be asked before a policy."""
    ranges = [(row.word >= each) & (row.word < each + _LAST) for each in with_and_without(word)]
    return ranges[0] if len(ranges) == 1 else ranges[0] | ranges[1]


def _ranked(desk: Desk, words: Sequence[str], found: Iterable[UUID], strictly: str | None) -> tuple[SearchHit, ...]:
    ids = list(found)
    households = {row.id: row for row in desk.session.scalars(seen(desk).where(Household.id.in_(ids)))}
    people = desk.session.scalars(select(Person).where(Person.household_id.in_(ids), Person.present))
    persons = {row.id: PersonAnswer(row.id, row.ref, row.name) for row in people}
    told: defaultdict[UUID, Words] = defaultdict(lambda: defaultdict(list))
    for row in desk.session.scalars(select(SearchWord).where(SearchWord.household_id.in_(ids))):
        told[row.household_id][row.person_id].append(row)
    hits = [
        hit
        for file, household in households.items()
        if (hit := _hit(household, told[file], persons, words, strictly)) is not None
    ]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.summary.file_number)))


def _hit(
    household: Household, told: Words, persons: dict[UUID, PersonAnswer], words: Sequence[str], strictly: str | None
) -> SearchHit | None:
    """The best of a file: one person with all the words, or the person with most of them."""
    best: SearchHit | None = None
    for owner, rows in told.items():
        person = persons.get(owner) if owner is not None else None
        if strictly is not None and person is not None and not _spelled(person.name, strictly):
            continue
        score, kind = _score(words, rows, person.name if person is not None else "")
        if score and (best is None or score > best.score):
            best = SearchHit(HouseholdSummary.of(household), person, kind, score)
    return best


def _score(words: Sequence[str], rows: Sequence[SearchWord], name: str) -> tuple[float, WordKind]:
    """How well the rows of one person answer the words: the longer the part of a word that was typed, the better.

    A number counts double a name, since it is one person's; a word that begins the name counts more than one inside.
    """
    total, kind = 0.0, WordKind.NAME
    first = fold(name).split()[:1]
    for word in words:
        share, row = max(
            ((len(begun) / len(row.word), row) for row in rows for begun in with_and_without(word)
             if row.word.startswith(begun)),
            key=lambda each: each[0],
            default=(0.0, None),
        )  # fmt: skip
        if row is None:
            continue
        if row.kind is not WordKind.NAME:
            kind, share = row.kind, share * 2
        elif row.word in first:
            share *= 1.25
        total += share
    return total / len(words), kind


def _spelled(name: str, text: str) -> bool:
    """Whether a name answers a text where ta marbuta and ha are two letters."""
    parts = [each for part in fold(name, ta_marbuta_as_ha=False).split() for each in with_and_without(part)]
    return all(any(part.startswith(word) for part in parts) for word in text.split() if not word.isdigit())
