"""Finds files by the beginnings of names, identity numbers, file numbers and telephone numbers.

The index gives candidates, `_score` ranks them. Candidates come through the policies like all else, so what a person
may not see is neither found nor counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
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

FIRST_NAME = 0.2
"""What it adds to a score that a name begins so: less than typing a fifth more of a word."""

CANDIDATES = 200
"""Rows ranked at most. One letter begins a tenth of all names: nobody reads on past the first page, they type on."""

_MANY = 1_000
"""Rows counted of a word before it is called frequent."""

_LAST = "\U0010ffff"


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
    rarest, *others = sorted(words, key=lambda word: _rows(desk, word)) if len(words) > 1 else words
    wanted = seen(desk).join(SearchWord, SearchWord.household_id == Household.id).with_only_columns(Household.id)
    wanted = wanted.where(_begins(SearchWord, rarest))
    for word in others:
        other = aliased(SearchWord)
        same = select(other.id).where(
            other.office == SearchWord.office,
            other.household_id == SearchWord.household_id,
            _begins_beside(other, word),
        )
        if of_one_person:
            same = same.where(other.person_id == SearchWord.person_id)
        wanted = wanted.where(same.exists())
    return set(desk.session.scalars(wanted.limit(CANDIDATES)))


def _rows(desk: Desk, word: str) -> int:
    """About how many rows a word begins: the rarest is looked up, the others are looked for beside it."""
    some = select(SearchWord.id).where(SearchWord.office == desk.office, _begins(SearchWord, word)).limit(_MANY)
    return desk.session.scalar(select(func.count()).select_from(some.subquery())) or 0


def _begins(row: type[SearchWord], word: str) -> ColumnElement[bool]:
    """As a range, not as LIKE: an order is what the tree is in, and what may be asked before a policy."""
    ranges = [(row.word >= each) & (row.word < each + _LAST) for each in with_and_without(word)]
    return ranges[0] if len(ranges) == 1 else ranges[0] | ranges[1]


def _begins_beside(row: type[SearchWord], word: str) -> ColumnElement[bool]:
    """The same for rows found by their file: not as a range, or a planner would look up the whole range for each."""
    begun = [func.substr(row.word, 1, len(each)) == each for each in with_and_without(word)]
    return begun[0] if len(begun) == 1 else begun[0] | begun[1]


def _ranked(desk: Desk, words: Sequence[str], found: Iterable[UUID], strictly: str | None) -> tuple[SearchHit, ...]:
    ids = list(found)
    if not ids:
        return ()
    told: defaultdict[tuple[UUID, UUID | None], list[tuple[WordKind, str]]] = defaultdict(list)
    columns = (SearchWord.household_id, SearchWord.person_id, SearchWord.kind, SearchWord.word)
    for file, owner, kind, word in desk.session.execute(select(*columns).where(SearchWord.household_id.in_(ids))):
        told[file, owner].append((kind, word))
    scored = {whose: each for whose, rows in told.items() if (each := _score(words, rows))[0]}
    owners = [owner for _, owner in scored if owner is not None]
    households = {row.id: row for row in desk.session.scalars(seen(desk).where(Household.id.in_(ids)))}
    people = {row.id: row for row in desk.session.scalars(select(Person).where(Person.id.in_(owners)))}
    best: dict[UUID, SearchHit] = {}
    for (file, owner), (score, kind) in scored.items():
        person = people.get(owner) if owner is not None else None
        if file not in households or (strictly and person is not None and not _spelled(person.name, strictly)):
            continue
        hit = SearchHit(
            HouseholdSummary.of(households[file]),
            PersonAnswer(person.id, person.ref, person.name) if person is not None else None,
            kind,
            score + (FIRST_NAME if person is not None and _leads(words, person.name) else 0),
        )
        if file not in best or hit.score > best[file].score:
            best[file] = hit
    return tuple(sorted(best.values(), key=lambda hit: (-hit.score, hit.summary.file_number)))


def _score(words: Sequence[str], rows: Sequence[tuple[WordKind, str]]) -> tuple[float, WordKind]:
    """How well the words of one person answer those asked: the longer the part of a word that was typed, the better.

    A number counts double a name, since it is one person's.
    """
    total, answering = 0.0, WordKind.NAME
    for word in words:
        share, kind = max(
            (
                (len(begun) / len(whole), kind)
                for kind, whole in rows
                for begun in with_and_without(word)
                if whole.startswith(begun)
            ),
            default=(0.0, WordKind.NAME),
        )
        if kind is not WordKind.NAME:
            answering, share = kind, share * 2
        total += share
    return total / len(words), answering


def _leads(words: Sequence[str], name: str) -> bool:
    """Whether one of the words begins the name: «علي» is Ali before he is somebody's father."""
    return any(first.startswith(word) for first in fold(name).split()[:1] for word in words)


def _spelled(name: str, text: str) -> bool:
    """Whether a name answers a text where ta marbuta and ha are two letters."""
    parts = [each for part in fold(name, ta_marbuta_as_ha=False).split() for each in with_and_without(part)]
    return all(any(part.startswith(word) for part in parts) for word in text.split() if not word.isdigit())
