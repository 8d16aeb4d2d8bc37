"""What the right gives and what it asks in papers and time: benefits, deductions, documents, deadlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from typing_extensions import override

from desktop.facts.codes import AmountPeriod
from desktop.facts.vocabulary import vocabulary
from desktop.programmes.answers.deadlines_in_words import deadline_in_words, deadline_name
from desktop.programmes.answers.rules_in_words import stated_in_words
from desktop.values.language import capitalised
from ui.parts.signs import Mark
from ui.screens.programmes.entry import Entry
from ui.screens.programmes.entry_card import EntryCard
from ui.screens.programmes.rule_words import RuleCounts
from ui.screens.programmes.section import Section
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import Document, Ledger, PackText
    from ui.screens.programmes.reading import OpenedProgramme

_ALWAYS = "TRUE"


class BenefitsSection(Section):
    """The main benefit stands first, as in the pack."""

    @override
    def cards(self, opened: OpenedProgramme) -> Sequence[EntryCard]:
        text = opened.text
        groups = (
            (self.tr("Benefits"), list(self._benefits(text))),
            (self.tr("What is held back, and why"), list(self._adjustments(text))),
            (self.tr("Documents required"), list(self._documents(text))),
            (self.tr("Deadlines"), list(self._deadlines(text))),
            (self.tr("With other programmes"), list(self._beside(text))),
            (self.tr("Payments after the decision"), [] if text.ledger is None else list(self._ledger(text.ledger))),
        )
        return [self.card(text, heading, entries) for heading, entries in groups if entries]

    def _benefits(self, text: PackText) -> Iterator[Entry]:
        for each in text.benefits:
            code = [(self.tr("The amount"), each.is_)]
            if each.when is not None:
                code.append((self.tr("It is due only if"), each.when))
            yield Entry(
                key=each.id,
                title=self.reader.wording(each.label),
                value=capitalised(self.reader.wording(AmountPeriod[each.period.upper()].label)),
                cite=each.cite,
                code=tuple(code),
                facts=self.names(text, *(expression for _, expression in code)),
            )
        if text.household_total is not None:
            total = text.household_total
            yield Entry(
                key="household_total",
                title=self.tr("What the household receives in all"),
                cite=total.cite,
                code=((self.tr("The amount"), total.is_),),
                facts=self.names(text, total.is_),
            )
        rounding = text.rounding
        how = {
            "half_up": self.tr("to the nearest"),
            "up": self.tr("upwards"),
            "down": self.tr("downwards"),
        }[rounding.how]
        yield Entry(
            key="rounding",
            title=self.tr("Rounding"),
            lines=(
                self.tr("Once, at the end: {how}, to {step}").format(
                    how=how, step=self.reader.wording(stated_in_words(rounding.to, str(text.currency)))
                ),
            ),
            cite=rounding.cite,
        )

    def _adjustments(self, text: PackText) -> Iterator[Entry]:
        for each in text.adjustments:
            yield Entry(
                key=each.id,
                title=self.reader.wording(each.label),
                lines=self._of(each.of),
                cite=each.cite,
                code=((self.tr("The amount"), each.is_),),
                facts=self.names(text, each.is_),
            )

    def _documents(self, text: PackText) -> Iterator[Entry]:
        for each in text.documents:
            yield self._document(text, each, each.id)
        for category in text.categories:
            for each in category.documents:
                entry = self._document(text, each, f"{category.id}/{each.id}")
                line = self.tr("Category: {name}").format(name=self.reader.wording(category.label))
                yield replace(entry, lines=(line, *entry.lines))

    def _document(self, text: PackText, each: Document, key: str) -> Entry:
        always = each.when == _ALWAYS
        return Entry(
            key=key,
            title=self.reader.wording(each.label),
            lines=(self.tr("Always"),) if always else self._of(each.of),
            cite=each.cite,
            code=() if always else ((self.tr("It is asked for only if"), each.when),),
            facts=() if always else self.names(text, each.when),
        )

    def _deadlines(self, text: PackText) -> Iterator[Entry]:
        for name, each in text.deadlines.items():
            yield Entry(
                key=name,
                title=capitalised(self.reader.wording(deadline_name(name))),
                value=self.reader.wording(deadline_in_words(each)),
                cite=each.cite,
            )

    def _beside(self, text: PackText) -> Iterator[Entry]:
        for programme, each in text.beside.items():
            may, may_not = self.tr("May be had together"), self.tr("May not be had together")
            yield Entry(
                key=f"beside {programme}",
                title=self.reader.wording(each.says),
                value=Mark(Tone.GOOD, may) if each.may else Mark(Tone.STOP, may_not),
                cite=each.cite,
            )

    def _ledger(self, ledger: Ledger) -> Iterator[Entry]:
        for number, each in ledger.on_cure.items():
            yield Entry(
                key=f"on_cure {number}",
                title=self.tr("Paid back once breach {number} is cured").format(number=self.reader.code(number)),
                value=self.reader.wording(stated_in_words(each.refund, "ratio")),
                cite=each.cite,
            )
        if ledger.recovery is not None:
            recovery, value = ledger.recovery, ""
            if recovery.instalments is not None:
                value = RuleCounts().months(recovery.instalments, self.reader)
            elif recovery.monthly_share is not None:
                value = self.reader.wording(stated_in_words(recovery.monthly_share, "ratio"))
            yield Entry(key="recovery", title=self.tr("How an overpayment comes back"), value=value, cite=recovery.cite)

    def _of(self, entity: str) -> tuple[str, ...]:
        """Of each of what it is asked, where that is not the household."""
        known = vocabulary()
        if entity == "household" or entity not in known:
            return ()
        return (self.tr("Of each: {whom}").format(whom=self.reader.wording(known[entity].label)),)
