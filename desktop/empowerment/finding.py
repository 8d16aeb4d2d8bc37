"""Finds courses by their code and by the words of their title, in either language and any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from desktop.empowerment.records import Course
from desktop.empowerment.states import CourseState
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.words import with_and_without
from desktop.values.digits import compact
from desktop.values.language import Wording
from desktop.values.names import fold

CANDIDATES = 1_000
"""Courses looked at, those that start last: many years of an office's offers."""

AND = "و"
"""Written in one with the word after it: «وتصميم» is found by «تصميم»."""

SHORTEST_ENDING = 4
"""Letters of a code from one of its parts on; fewer are as likely the beginning of an identity number."""

_SHORTEST_WORD = 3
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CourseHit:
    """A course that was found."""

    code: str
    title: Wording
    provider: Wording
    state: CourseState


@requires(Permission.READ_FILES)
def find_courses(desk: Desk, text: str, *, limit: int = 12) -> tuple[CourseHit, ...]:
    """Courses of the own office, those that start last first; none for an empty text.

    Args:
        desk: who asks; courses of a section that they do not see are left out.
        text: the beginning of a code, of the whole or from a part of it on; or words, each of which begins a word of
            the title in one of the languages, folded as names are.
        limit: at most so many.
    """
    words, code = _WORD.findall(fold(text)), compact(text).upper()
    if not words:
        return ()
    wanted = (
        select(Course.code, Course.title_ar, Course.title_en, Course.provider_ar, Course.provider_en, Course.state)
        .where(Course.office == desk.office)
        .order_by(Course.starts_on.desc(), Course.code)
        .limit(CANDIDATES)
    )
    found = (
        CourseHit(row[0], Wording(row[1], row[2]), Wording(row[3], row[4]), row[5])
        for row in desk.session.execute(wanted)
    )
    hits = [hit for hit in found if _begins(hit.code, code) or _titled(hit.title, words)]
    return tuple(hits[:limit])


def _begins(code: str, begun: str) -> bool:
    if code.startswith(begun):
        return True
    return len(begun) >= SHORTEST_ENDING and f"-{begun}" in code


def _titled(title: Wording, words: list[str]) -> bool:
    return any(
        all(any(form.startswith(each) for form in forms for each in with_and_without(word)) for word in words)
        for forms in (set(_forms(title.ar)), set(_forms(title.en)))
    )


def _forms(title: str) -> Iterator[str]:
    for word in _WORD.findall(fold(title)):
        yield from with_and_without(word)
        rest = word.removeprefix(AND)
        if rest != word and len(rest) >= _SHORTEST_WORD:
            yield from with_and_without(rest)
