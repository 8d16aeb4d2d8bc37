"""`SOURCES.md`: every law that the packs cite, what each article carries, and what rests on nobody's word but ours.

TO ADD A SOURCE: cite it in a pack, then `yusr programmes sources > SOURCES.md`; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop.facts.codes import Confidence
from desktop.programmes.answers.deadlines_in_words import deadline_in_words, deadline_name
from desktop.programmes.answers.rules_in_words import parameter_in_words
from desktop.programmes.answers.wording import option_in_words
from desktop.programmes.packs.cited import Cited, Part, cited, of_other
from desktop.programmes.packs.pack import Law, PackText
from desktop.values.language import Wording

_HEAD = """# Sources

What the rule packs rest on: every law and announcement that they cite, article by article, with what it carries and how
sure that is. `source` is a key of the fact sheets of the two countries. Generated from the packs by
`yusr programmes sources > SOURCES.md`; a test holds it to them.
"""


@dataclass
class _Carried:
    """One thing that an article carries, and the versions in which it does."""

    what: str
    confidence: str
    source: str
    packs: list[str] = field(default_factory=list)


def sources_document(texts: Iterable[PackText]) -> str:
    """The whole document: laws, assumptions, unpublished figures, readings.

    Args:
        texts: every version of every programme; their order does not matter.
    """
    packs = sorted(texts, key=lambda text: (text.id, text.applies.from_, text.version))
    sections = [_HEAD, _legend(), *_laws(packs), *_assumptions(packs), *_unpublished(packs), *_readings(packs)]
    return "\n".join(sections).rstrip() + "\n"


def _legend() -> str:
    sure = ", ".join(f"`{each.value}` ({each.label.en})" for each in Confidence)
    return f"How sure a source is, the surest first: {sure}."


def _laws(packs: list[PackText]) -> Iterator[str]:
    laws: dict[tuple[str, str, str], tuple[Law, dict[tuple[str, str, str, str], _Carried]]] = {}
    for text in packs:
        for each in cited(text):
            law = text.laws.get(each.cite.law)
            if law is None:
                continue
            key: tuple[str, str, str] = (text.country, law.en, law.published or "")
            _, carried = laws.setdefault(key, (law, {}))
            source = each.cite.source or law.source or ""
            row = (each.cite.article or "", _what(text, each), each.cite.confidence.value, source)
            carried.setdefault(row, _Carried(*row[1:])).packs.append(_named(text))
    for country in sorted({key[0] for key in laws}):
        yield f"\n## {'Saudi Arabia' if country == 'SA' else 'Egypt'}\n"
        for found in sorted(each for each in laws if each[0] == country):
            law, carried = laws[found]
            told = [
                law.ar,
                f"published {law.published}" if law.published else "",
                f"source {law.source}" if law.source else "",
            ]
            yield f"### {law.en}\n\n{'; '.join(each for each in told if each)}\n"
            yield "| article | carries | confidence | source | packs |\n|---|---|---|---|---|"
            for row in sorted(carried, key=lambda row: (_natural(row[0]), row[1:])):
                one = carried[row]
                yield _row(row[0], one.what, one.confidence, one.source, _versions(one.packs))
            yield ""


def _assumptions(packs: list[PackText]) -> Iterator[str]:
    rows: dict[tuple[str, str], list[str]] = {}
    for text in packs:
        for each in cited(text):
            if each.cite.confidence is Confidence.ASSUMED:
                why = text.readings[each.id].why.en if each.part is Part.READING else ""
                rows.setdefault((_what(text, each), why), []).append(_named(text))
    yield "\n## Assumptions\n\nWhere the law and every source are silent, and the packs say so.\n"
    yield "| assumed | why | packs |\n|---|---|---|"
    yield from (_row(what, why, _versions(rows[what, why])) for what, why in sorted(rows))


def _unpublished(packs: list[PackText]) -> Iterator[str]:
    rows: dict[tuple[str, str], list[str]] = {}
    for text in packs:
        for name, each in text.parameters.items():
            if each.unpublished and not of_other(text, name):
                row = (_said(each.label, name), parameter_in_words(each).en)
                rows.setdefault(row, []).append(_named(text))
        for name, table in text.tables.items():
            if table.beyond == "unpublished" and not of_other(text, name):
                rows.setdefault((_said(table.label, name), "beyond the last row"), []).append(_named(text))
    yield "\n## Figures never published\n\nNothing is guessed in their place: the right is told, the amount is not.\n"
    yield "| figure | what is known | packs |\n|---|---|---|"
    yield from (_row(what, known, _versions(rows[what, known])) for what, known in sorted(rows))


def _readings(packs: list[PackText]) -> Iterator[str]:
    rows: dict[tuple[str, str, str, str], list[str]] = {}
    for text in packs:
        for name, each in text.readings.items():
            if not of_other(text, name):
                others = ", ".join(option_in_words(each, other).en for other in each.other)
                row = (each.label.en, option_in_words(each, each.default).en, others, each.why.en)
                rows.setdefault(row, []).append(_named(text))
    yield "\n## Readings\n\nWhere sources conflict or leave a choice: what is taken, what is kept beside it, and why.\n"
    yield "| reading | taken | kept | why | packs |\n|---|---|---|---|---|"
    yield from (_row(*row, _versions(rows[row])) for row in sorted(rows))


def _what(text: PackText, each: Cited) -> str:
    """What is cited, named by its part and its label, a figure with its value."""
    name = _said(each.label, each.id.rsplit("/", 1)[-1].rsplit(".", 1)[-1].replace("_", " "))
    if each.part is Part.FIGURE:
        name = f"{name}: {parameter_in_words(text.parameters[each.id]).en}"
    elif each.part is Part.DEADLINE:
        name = f"{deadline_name(each.id).en}: {deadline_in_words(text.deadlines[each.id]).en}"
    return f"{each.part.value}: {name}"


def _said(label: Wording | None, name: str) -> str:
    return name if label is None else label.en


def _named(text: PackText) -> str:
    return f"{text.id}@{text.version}"


def _versions(packs: list[str]) -> str:
    """`sa.developed 2022, 2023-11; sa.old 1432`."""
    found: dict[str, dict[str, None]] = {}
    for pack in packs:
        programme, version = pack.split("@")
        found.setdefault(programme, {})[version] = None
    return "; ".join(f"{programme} {', '.join(versions)}" for programme, versions in sorted(found.items()))


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _natural(article: str) -> tuple[tuple[int, str], ...]:
    """An article as it is counted: 9 before 10, 10.2 before 10.11."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"[.\-/ ]", article))
