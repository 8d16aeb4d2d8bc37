"""The words that a file is found by, and those that a query is read as. Pure.

Both sides are folded by `values.names.fold`, so hamza, alef, ya, ta marbuta, tashkeel and digit sets never part them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import UNSET

from desktop.facts.household_file import HouseholdFile, Member, PersonNameFacts
from desktop.registry.records import WordKind
from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from desktop.values.names import PersonName, fold
from desktop.values.phone import read_phone

ARTICLE = "ال"
MOST_WORDS = 8
"""Words of a query that are looked at; a name in full has six, and each word costs a look into the index."""

LONGEST_WITHIN = 11
"""Digits of the longest number as dialled within either country; 00 before more of them leads abroad."""

_DIALLED = re.compile(r"(?:966|20)(\d+)")
_NUMBER = re.compile(r"[+0-9().\-/]*[0-9][+0-9().\-/]*")


def full_name(name: PersonNameFacts | object) -> str:
    """A name as written, its parts in the order of the papers; empty where none is known."""
    if not isinstance(name, PersonNameFacts):
        return ""
    parts = (name.given, name.father, name.grandfather, name.family)
    given, *others = (part if part is not UNSET else None for part in parts)
    return PersonName(given or "", *others).full()


def key_of_name(name: str) -> str:
    """The words of a name in their order, folded and without the article, by which namesakes lie side by side."""
    return " ".join(with_and_without(word)[-1] for word in fold(name).split())


def words_of_member(member: Member) -> set[tuple[WordKind, str]]:
    """What one member is found by: each word of the name, with and without the article, and the identity number."""
    words = {(WordKind.NAME, each) for word in fold(full_name(member.name)).split() for each in with_and_without(word)}
    if member.national_id is not UNSET:
        words.add((WordKind.NATIONAL_ID, fold(compact(member.national_id))))
    return {(kind, word) for kind, word in words if word}


def words_of_file(file: HouseholdFile) -> set[tuple[WordKind, str]]:
    """What the file as a whole is found by: its number from any of its parts on, and the telephone as dialled."""
    household = file.household
    words: set[tuple[WordKind, str]] = set()
    if household.file_number is not UNSET:
        words |= {(WordKind.FILE_NUMBER, part) for part in _endings(fold(household.file_number))}
    if household.phone is not UNSET:
        words |= {(WordKind.PHONE, number) for number in _dialled(household.phone, household.country.value)}
    return words


def asked(text: str) -> tuple[str, ...]:
    """The words of a query, most telling (longest) first; none where nothing is asked.

    A query of digits is one number, however it is parted: «٠٥٠ ٠٠٠ ٠٠٠١» is a telephone number.
    """
    bare = compact(text)
    if _NUMBER.fullmatch(bare):
        number = re.sub(r"[().+/]", "", bare)
        if number.count("-") != 1:  # with one it is the end of a file number, "2026-00127"
            number = number.replace("-", "")
        return (number.removeprefix("00") if len(number) > LONGEST_WITHIN else number,)
    words = dict.fromkeys(fold(text).split())
    return tuple(sorted(words, key=len, reverse=True)[:MOST_WORDS])


def with_and_without(word: str) -> tuple[str, ...]:
    """A word, and again without the article, by which a family is called as often as not."""
    shorn = word.removeprefix(ARTICLE)
    return (word, shorn) if shorn != word and len(shorn) > 1 else (word,)


def _endings(number: str) -> Iterator[str]:
    parts = re.split(r"(?<=[-/ ])", number)
    for at in range(len(parts)):
        ending = "".join(parts[at:])
        yield ending
        if ending.isdigit() and ending.lstrip("0"):
            yield ending.lstrip("0")


def _dialled(phone: str, country: str) -> Iterator[str]:
    try:
        number = read_phone(phone, country).removeprefix("+")
    except OfficeError:
        return
    yield number
    within = _DIALLED.fullmatch(number)
    if within is not None:
        yield within.group(1)
        yield f"0{within.group(1)}"
