"""The text of the rules: every condition, the categories, and the terms that they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from desktop.programmes.answers.rules_in_words import label_of_name, rule_in_words
from desktop.programmes.packs.cited import of_other
from desktop.values.isolates import isolated
from desktop.values.language import capitalised
from ui.screens.programmes.entry import Entry
from ui.screens.programmes.entry_card import EntryCard
from ui.screens.programmes.section import Section

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import Category, Criterion, PackText, Says, Variable
    from ui.screens.programmes.reading import OpenedProgramme


class TextSection(Section):
    """Conditions of all first, then each category, then the terms."""

    @override
    def cards(self, opened: OpenedProgramme) -> Sequence[EntryCard]:
        text = opened.text
        found = []
        if text.criteria:
            heading = self.tr("What everybody must meet") if text.categories else self.tr("Criteria")
            found.append(self.card(text, heading, [self._criterion(text, each, each.id) for each in text.criteria]))
        for number, category in enumerate(text.categories):
            card = EntryCard(self.tr("Category: {name}").format(name=self.reader.wording(category.label)), self)
            if not number:
                card.add_note(
                    self.tr("Whoever belongs to any one of the categories and meets what it asks has the right.")
                )
            card.show_entries(list(self._category(text, category)), text.laws, self.reader)
            found.append(card)
        if opened.needs:
            found.append(self._needs(opened))
        terms = [each for each in text.variables if not of_other(text, each.id)]
        if terms:
            card = self.card(text, self.tr("Terms that the rules use"), [self._term(text, each) for each in terms])
            found.append(card)
        return found

    def _criterion(self, text: PackText, criterion: Criterion, key: str) -> Entry:
        code = [(self.tr("The condition"), criterion.is_)]
        if criterion.when is not None:
            code.insert(0, (self.tr("It applies only if"), criterion.when))
        return Entry(
            key=key,
            title=self.reader.wording(criterion.label),
            lines=self._lines(text, criterion.says),
            cite=criterion.cite,
            code=tuple(code),
            facts=self.names(text, *(expression for _, expression in code)),
        )

    def _category(self, text: PackText, category: Category) -> Iterator[Entry]:
        code = [(self.tr("Who belongs to it"), category.when)]
        if category.pays is not None:
            code.append((self.tr("What it pays"), category.pays))
        yield Entry(
            key=category.id,
            title=self.tr("Who belongs to it"),
            lines=self._lines(text, category.says),
            cite=category.cite,
            code=tuple(code),
            facts=self.names(text, *(expression for _, expression in code)),
        )
        for criterion in category.criteria:
            yield self._criterion(text, criterion, f"{category.id}/{criterion.id}")

    def _term(self, text: PackText, variable: Variable) -> Entry:
        label = variable.label or label_of_name(text, f"{variable.of}.{variable.id}")
        return Entry(
            key=f"{variable.of}.{variable.id}",
            title=isolated(variable.id) if label is None else capitalised(self.reader.wording(label)),
            cite=variable.cite,
            code=(
                (self.tr("Reckoned as ({name})").format(name=isolated(f"{variable.of}.{variable.id}")), variable.is_),
            ),
            facts=self.names(text, variable.is_),
        )

    def _needs(self, opened: OpenedProgramme) -> EntryCard:
        card = EntryCard(self.tr("Other programmes that it asks"), self)
        card.show_entries(
            [
                Entry(
                    key=f"needs {prefix}",
                    title=self.reader.wording(title),
                    lines=(
                        self.tr("Rules of {version}").format(
                            version=self.reader.code(opened.text.needs[prefix].version)
                        ),
                    ),
                )
                for prefix, title in opened.needs.items()
            ],
            opened.text.laws,
            self.reader,
        )
        return card

    def _lines(self, text: PackText, says: Says) -> tuple[str, ...]:
        met, unmet = (self.reader.wording(rule_in_words(text, each)) for each in (says.met, says.unmet))
        # Some sentences say the same of whoever meets them and who does not.
        return (met,) if met == unmet else (met, self.tr("Not met: {sentence}").format(sentence=unmet))
