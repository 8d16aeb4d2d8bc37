"""What packs say, in the reader's words: laws, sources and how sure they are, days, figures, names in the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.facts.codes import Confidence
from desktop.facts.vocabulary import vocabulary
from desktop.programmes.answers.rules_in_words import label_of_name
from desktop.programmes.answers.wording import code_label
from desktop.programmes.packs.cited import Part
from desktop.values.isolates import isolated, left_to_right
from desktop.values.language import Wording, capitalised
from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import Applies, Cite, Law, PackText, TableOf

translate = QCoreApplication.translate

_SURENESS = {
    Confidence.OFFICIAL: (Tone.GOOD, Sign.CHECK),
    Confidence.OFFICIAL_VIA_PRESS: (Tone.GOOD, Sign.DOT),
    Confidence.PRESS: (Tone.WAIT, Sign.DOT),
    Confidence.RESEARCH: (Tone.WAIT, Sign.DOT),
    Confidence.SEED: (Tone.WAIT, Sign.DOT),
    Confidence.FORUM: (Tone.WAIT, Sign.QUESTION),
    Confidence.DERIVED: (Tone.UNKNOWN, Sign.DOT),
    Confidence.ASSUMED: (Tone.UNKNOWN, Sign.QUESTION),
}


class RuleCounts(QObject):
    """Counts in plural forms, which are taken from the words of an object alone."""

    def criteria(self, number: int, reader: Reader) -> str:
        """How many conditions."""
        return _in_digits(self.tr("%n criterion(s)", "", number), number, reader)

    def categories(self, number: int, reader: Reader) -> str:
        """How many categories."""
        return _in_digits(self.tr("%n category(s)", "", number), number, reader)

    def months(self, number: int, reader: Reader) -> str:
        """A period in months."""
        return _in_digits(self.tr("%n month(s)", "", number), number, reader)


def confidence_mark(confidence: Confidence, reader: Reader) -> Mark:
    """How sure a source is, with its sign."""
    tone, sign = _SURENESS[confidence]
    return Mark(tone, capitalised(reader.wording(confidence.label)), sign)


def mix_words(mix: Mapping[Confidence, int], reader: Reader) -> str:
    """«نص رسمي ٦٩ · خبر صحفي ١٦»."""
    return " · ".join(
        translate("RuleWords", "{confidence} {count}").format(
            confidence=capitalised(reader.wording(confidence.label)), count=reader.number(count)
        )
        for confidence, count in mix.items()
    )


def law_title(law: Law | None, name: str, reader: Reader) -> str:
    """An instrument by its name; by its short name in the pack where that does not list it."""
    return isolated(name) if law is None else reader.wording(Wording(law.ar, law.en))


def cite_words(cite: Cite, laws: Mapping[str, Law], reader: Reader) -> str:
    """«اللائحة التنفيذية، المادة ٨»."""
    name = law_title(laws.get(cite.law), cite.law, reader)
    if cite.article is None:
        return name
    return translate("RuleWords", "{law}, article {article}").format(law=name, article=reader.code(cite.article))


def source_words(cite: Cite) -> str:
    """The key of a source in the office's list; empty where there is none."""
    if cite.source is None:
        return ""
    return translate("RuleWords", "Source {source}").format(source=left_to_right(cite.source))


def published_words(published: str, reader: Reader) -> str:
    """The day of publication where one is stated, else what is stated of it."""
    try:
        day = reader.day(date.fromisoformat(published), both=True)
    except ValueError:
        day = isolated(reader.digits(published))
    return translate("RuleWords", "Published {day}").format(day=day)


def applies_words(applies: Applies, reader: Reader) -> str:
    """The days on which a version is the law, and for whom where not for all."""
    first = reader.day(applies.from_, both=True)
    if applies.to is None:
        days = translate("RuleWords", "in force since {first}").format(first=first)
    else:
        days = translate("RuleWords", "from {first} to {last}").format(
            first=first, last=reader.day(applies.to, both=True)
        )
    whom = cohort_words(applies.cohort)
    return capitalised(f"{days} · {whom}" if whom else days)


def cohort_words(cohort: Sequence[str]) -> str:
    """For whom a version is the law; empty where for all."""
    if tuple(cohort) == ("new",):
        return translate("RuleWords", "for new applicants")
    if tuple(cohort) == ("existing",):
        return translate("RuleWords", "for existing beneficiaries")
    return ""


def unit_words(*, of_member: bool) -> str:
    """Whose right it is."""
    if of_member:
        return translate("RuleWords", "A person’s own right")
    return translate("RuleWords", "The household’s right")


def name_words(text: PackText, name: str, reader: Reader) -> str:
    """What a name in the rules is called; the name itself where nobody called it otherwise."""
    label = label_of_name(text, name)
    return isolated(name) if label is None else capitalised(reader.wording(label))


def key_words(table: TableOf, key: str, reader: Reader) -> str:
    """The key of a row of a table: a number, or a code by its label."""
    if not key.isdecimal():
        for entity in vocabulary().values():
            for fact in entity.properties.values():
                if fact.path[-1:] == (table.by,) and key in fact.codes and (label := code_label(fact, key)) is not None:
                    return capitalised(reader.wording(label))
    return reader.code(key)


def part_words(part: Part) -> str:
    """What a part of a pack is called."""
    return {
        Part.CRITERION: translate("RuleWords", "Criterion"),
        Part.CATEGORY: translate("RuleWords", "Category"),
        Part.FIGURE: translate("RuleWords", "Figure"),
        Part.TABLE: translate("RuleWords", "Table"),
        Part.READING: translate("RuleWords", "Reading"),
        Part.BENEFIT: translate("RuleWords", "Benefit"),
        Part.ADJUSTMENT: translate("RuleWords", "Adjustment"),
        Part.DOCUMENT: translate("RuleWords", "Document"),
        Part.DEADLINE: translate("RuleWords", "Deadline"),
        Part.VARIABLE: translate("RuleWords", "Term"),
        Part.LEDGER: translate("RuleWords", "Payments"),
        Part.BESIDE: translate("RuleWords", "With other programmes"),
        Part.TOTAL: translate("RuleWords", "Household’s total"),
        Part.ROUNDING: translate("RuleWords", "Rounding"),
    }[part]


def _in_digits(words: str, number: int, reader: Reader) -> str:
    return words.replace(str(number), reader.number(number))
