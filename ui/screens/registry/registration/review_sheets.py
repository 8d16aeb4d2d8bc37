"""Everything that was typed, told as it will be saved: a sheet for the household and one for each member.

Rich text, since a large family has more than a thousand facts: a widget for each would take seconds. Made on a lane.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from desktop.facts.describe import Absent
from desktop.values.language import Wording
from ui.language.reader import Reader
from ui.screens.registry.registration.slots import HOUSEHOLD, fact_at, owner_of
from ui.screens.registry.registration.summary import ReviewLine, ReviewSection, member_line, review
from ui.screens.registry.registration.typed import Typed

_NOT_KNOWN = Wording("لم يُعرف بعد: ", "Not known yet: ")
_NOT_STATED = Wording("لم يُذكر: ", "Not stated: ")
_BETWEEN = Wording("، ", ", ")


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """One thing's facts.

    Args:
        owner: its slot.
        title: who it is in one line; '' for the household.
        html: its facts; headings and what is not known lead to slots.
        read_aloud: the same in the order in which it is read.
    """

    owner: str
    title: str
    html: str
    read_aloud: str


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of the sheet, `#RRGGBB`: of text, of what is asked, of links."""

    ink: str
    soft: str
    link: str


def review_sheets(typed: Typed, reader: Reader, today: date, inks: Inks) -> tuple[ReviewSheet, ...]:
    """The sheets in the order of the file, the household's first."""
    found: dict[str, list[ReviewSection]] = {HOUSEHOLD: []}
    for section in review(typed, reader, today):
        if section.lines:
            found.setdefault(owner_of(section.lines[0].slot), []).append(section)
    return tuple(
        ReviewSheet(
            owner,
            "" if owner == HOUSEHOLD else member_line(typed, owner, reader, today),
            "".join(_section(each, reader, inks) for each in sections),
            "\n".join(line for each in sections for line in _aloud(each, reader)),
        )
        for owner, sections in found.items()
    )


def _section(section: ReviewSection, reader: Reader, inks: Inks) -> str:
    known = [line for line in section.lines if line.known]
    unsaid = [line for line in section.lines if not line.known]
    unknown = [line for line in unsaid if _is_unknown(line)]
    rest = [line for line in unsaid if line not in unknown]
    title = _link(section.lines[0].slot, reader.wording(section.title), inks.ink)
    return (
        f"<p><b>{title}</b></p>"
        + _table(known, reader, inks)
        + _open(unknown, reader, inks)
        + _rest(rest, reader, inks)
    )


def _table(lines: list[ReviewLine], reader: Reader, inks: Inks) -> str:
    if not lines:
        return ""
    rows = "".join(f"<tr>{_row(lines[at : at + 2], reader, inks)}</tr>" for at in range(0, len(lines), 2))
    return f'<table width="100%" cellspacing="0" cellpadding="3">{rows}</table>'


def _row(pair: list[ReviewLine], reader: Reader, inks: Inks) -> str:
    cells: list[str] = []
    for line in pair:
        label, words = escape(reader.wording(line.label)), escape(line.words)
        cells += [f'<td width="20%" style="color: {inks.soft}">{label}</td>', f'<td width="30%">{words}</td>']
    cells += ['<td width="20%"></td>', '<td width="30%"></td>'] * (2 - len(pair))
    # Qt begins its tables at the left whatever the direction of the text.
    return "".join(reversed(cells) if reader.right_to_left else cells)


def _open(lines: list[ReviewLine], reader: Reader, inks: Inks) -> str:
    links = [_link(line.slot, reader.wording(line.label), inks.link) for line in lines]
    if not links:
        return ""
    words = escape(reader.wording(_NOT_KNOWN))
    return f'<p style="color: {inks.soft}">{words}{reader.wording(_BETWEEN).join(links)}</p>'


def _rest(lines: list[ReviewLine], reader: Reader, inks: Inks) -> str:
    """What carries no weight while nothing is said of it: told, and no stop on the way."""
    if not lines:
        return ""
    said = (reader.wording(line.label) + ("" if _is_weightless(line) else f" ({line.words})") for line in lines)
    words = escape(reader.wording(_NOT_STATED) + reader.wording(_BETWEEN).join(said))
    return f'<p style="color: {inks.soft}">{words}</p>'


def _is_weightless(line: ReviewLine) -> bool:
    """Whether its absence means nothing but that it was not stated, which the sentence says already."""
    fact = fact_at(line.slot)
    return fact is not None and fact.absent is Absent.WEIGHTLESS


def _is_unknown(line: ReviewLine) -> bool:
    fact = fact_at(line.slot)
    return fact is None or fact.required or fact.absent is Absent.UNKNOWN


def _aloud(section: ReviewSection, reader: Reader) -> Iterator[str]:
    yield reader.wording(section.title)
    for line in section.lines:
        yield f"{reader.wording(line.label)}: {line.words}"


def _link(slot: str, words: str, ink: str) -> str:
    return f'<a href="{escape(slot, quote=True)}" style="color: {ink}; text-decoration: none">{escape(words)}</a>'
