"""The sources: each instrument with what rests on it, and by themselves the assumptions that no source settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from desktop.facts.codes import Confidence
from desktop.programmes.answers.deadlines_in_words import deadline_name
from desktop.programmes.packs.cited import Cited, Part, cited, of_other
from desktop.values.isolates import isolated, left_to_right
from desktop.values.language import capitalised
from ui.screens.programmes.entry import Entry
from ui.screens.programmes.entry_card import EntryCard
from ui.screens.programmes.rule_words import (
    confidence_mark,
    law_title,
    part_words,
    published_words,
)
from ui.screens.programmes.section import Section

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import PackText
    from ui.screens.programmes.reading import OpenedProgramme


class SourcesSection(Section):
    """Assumptions stand first: they are what somebody may contest."""

    @override
    def cards(self, opened: OpenedProgramme) -> Sequence[EntryCard]:
        text = opened.text
        everything = list(cited(text))
        found = []
        assumed = [each for each in everything if each.cite.confidence is Confidence.ASSUMED]
        if assumed:
            note = self.tr("No source settles these; the rules say what they assume and keep the other reading.")
            entries = [self._assumption(text, each) for each in assumed]
            found.append(self.card(text, self.tr("Assumptions"), entries, note))
        for name, law in text.laws.items():
            if of_other(text, name):
                continue
            card = EntryCard(law_title(law, name, self.reader), self)
            about = []
            if law.published is not None:
                about.append(published_words(law.published, self.reader))
            if law.source is not None:
                about.append(self.tr("Source {source}").format(source=left_to_right(law.source)))
            if about:
                card.add_note(" · ".join(about))
            resting = [each for each in everything if each.cite.law == name]
            if not resting:
                card.add_note(self.tr("Nothing in this version rests on it."))
            card.show_entries(list(self._articles(name, resting)), text.laws, self.reader)
            found.append(card)
        return found

    def _assumption(self, text: PackText, each: Cited) -> Entry:
        reading = text.readings.get(each.id) if each.part is Part.READING else None
        return Entry(
            key=f"assumed {each.part} {each.id}",
            title=self._name(each),
            lines=(part_words(each.part),) if reading is None else (self.reader.wording(reading.why),),
            cite=each.cite,
        )

    def _articles(self, law: str, resting: Sequence[Cited]) -> Iterator[Entry]:
        """What rests on each article, in the order in which the pack comes to it."""
        articles = dict.fromkeys(each.cite.article for each in resting)
        for article in articles:
            of_article = [each for each in resting if each.cite.article == article]
            yield Entry(
                key=f"law {law} {article or ''}".rstrip(),
                title=(
                    self.tr("Without an article")
                    if article is None
                    else self.tr("Article {article}").format(article=self.reader.code(article))
                ),
                lines=tuple(self._rests(of_article)),
                marks=tuple(
                    confidence_mark(each, self.reader)
                    for each in Confidence
                    if any(one.cite.confidence is each for one in of_article)
                ),
            )

    def _rests(self, resting: Sequence[Cited]) -> Iterator[str]:
        between = "؛ " if self.reader.right_to_left else "; "
        for part in dict.fromkeys(each.part for each in resting):
            names = between.join(dict.fromkeys(self._name(each) for each in resting if each.part is part))
            yield self.tr("{part}: {names}").format(part=part_words(part), names=names)

    def _name(self, each: Cited) -> str:
        if each.label is not None:
            return capitalised(self.reader.wording(each.label))
        if each.part is Part.DEADLINE:
            return capitalised(self.reader.wording(deadline_name(each.id)))
        if each.part in {Part.ROUNDING, Part.TOTAL}:
            return part_words(each.part)
        return isolated(each.id)
