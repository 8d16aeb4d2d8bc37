"""How another screen asks for a paper of a household: the part of the documents tab that leads to its draft."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode


@dataclass(frozen=True, slots=True)
class Asked:
    """A paper, and what of it is chosen already; what is empty is left to whoever issues it.

    Args:
        kind: of paper, as the command line names it.
        member: reference of whoever it speaks of.
        course: code of the course.
        programme: its id.
        on: the day asked about, as ISO text.
        amount: what a new income brings, decimal text; `every` how often, `since` its first month as ISO text.
        income: its kind.
    """

    kind: str
    member: str = ""
    course: str = ""
    programme: str = ""
    on: str = ""
    amount: str = ""
    every: str = ""
    since: str = ""
    income: str = ""

    @property
    def part(self) -> str:
        """The destination's part: the tab and what it opens with."""
        chosen = {name: value for name, value in asdict(self).items() if value and name != "kind"}
        return f"documents#{self.kind}" + (f"?{urlencode(chosen)}" if chosen else "")


def asked_in(key: str) -> Asked:
    """What a key of the documents tab asks for: `KIND?name=value&…` or, as of old, `KIND/MEMBER/COURSE`."""
    kind, query, rest = key.partition("?")
    if not query:
        kind, _, whose = key.partition("/")
        member, _, course = whose.partition("/")
        return Asked(kind, member, course)
    named = {name: value for name, value in parse_qsl(rest) if name in Asked.__slots__ and name != "kind"}
    return Asked(kind, **named)


def day_of(text: str) -> date | None:
    """The day of ISO text; None for none, or for what a hand wrote there."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
