"""An assessment's values in the reader's words: amounts as far as they are known, sentences, laws, facts behind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.facts.assessment import Amount, Citation, CriterionResult, FactShown
from desktop.facts.codes import AmountStatus, CriterionOutcome, Outcome, Role, Sex
from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import located
from desktop.programmes.answers.wording import code_label, name_of
from desktop.values.dates import NO_BREAK_SPACE
from desktop.values.isolates import isolated
from desktop.values.language import Wording, capitalised
from desktop.values.money import Currency, Money, with_currencies_kept
from ui.language.reader import Reader
from ui.parts.signs import Mark
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import Law

translate = QCoreApplication.translate

TONES = {Outcome.ELIGIBLE: Tone.GOOD, Outcome.INELIGIBLE: Tone.STOP, Outcome.UNDETERMINED: Tone.UNKNOWN}

_CRITERION_TONES = {
    CriterionOutcome.MET: Tone.GOOD,
    CriterionOutcome.UNMET: Tone.STOP,
    CriterionOutcome.UNKNOWN: Tone.UNKNOWN,
    CriterionOutcome.NOT_APPLICABLE: Tone.PLAIN,
}
_DAY = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
_AMOUNT = re.compile(r"(?:SAR|EGP) [\d,]+\.\d{2}|[\d,]+\.\d{2} (?:ريال|جنيه)")
_DECIMAL = re.compile(r"\d+\.\d{2}")


def claims_as_woman(file: HouseholdFile, member: str | None) -> bool:
    """Whether whoever claims is a woman: the member where the right is their own, else the head."""
    return any(
        each.sex is Sex.FEMALE and (each.ref == member if member is not None else each.role is Role.HEAD)
        for each in file.members
    )


def outcome_mark(reader: Reader, outcome: Outcome, file: HouseholdFile, member: str | None) -> Mark:
    """«مؤهلة», in the tone of the outcome."""
    word = reader.wording(outcome.label_for(female=claims_as_woman(file, member)))
    return Mark(TONES[outcome], capitalised(word))


def criterion_mark(reader: Reader, outcome: CriterionOutcome) -> Mark:
    """«مستوفى», with its sign."""
    return Mark(_CRITERION_TONES[outcome], capitalised(reader.wording(outcome.label)))


def amount_words(reader: Reader, amount: Amount, *, period: bool = True) -> str:
    """An amount as far as it is known: in figures, within bounds, or never published."""
    each = f" {reader.wording(amount.period.label)}" if period else ""
    if amount.status is AmountStatus.NONE:
        return reader.wording(AmountStatus.NONE.label)
    if isinstance(amount.value, str):
        return f"{_money(reader, amount.value, amount.currency)}{each}"
    bounds = bounds_words(reader, amount)
    status = reader.wording(amount.status.label)
    return f"{status} ({bounds}{each})" if bounds else status


def bounds_words(reader: Reader, amount: Amount) -> str:
    """«لا يقل عن … ولا يزيد على …»; empty where nothing bounds it."""
    low = _money(reader, amount.at_least, amount.currency) if isinstance(amount.at_least, str) else ""
    high = _money(reader, amount.at_most, amount.currency) if isinstance(amount.at_most, str) else ""
    if low and high:
        return translate("SheetWords", "at least {low} and at most {high}").format(low=low, high=high)
    if low:
        return translate("SheetWords", "at least {low}").format(low=low)
    return translate("SheetWords", "at most {high}").format(high=high) if high else ""


def sentence_words(reader: Reader, wording: Wording, file: HouseholdFile) -> str:
    """A sentence of the rules with its days as the reader reads days, and names and amounts kept in their order."""
    text = wording.said_in(reader.language)
    for name in sorted({name_of(each) for each in file.members} - {""}, key=len, reverse=True):
        # A name that begins a sentence would turn the whole of it to its own direction.
        text = re.sub(f"(?<!\u2068){re.escape(name)}", lambda found: isolated(found[0]), text)
    text = with_currencies_kept(_AMOUNT.sub(lambda found: isolated(found[0]), text))
    text = _DAY.sub(lambda found: reader.day(date.fromisoformat(found[1])), text)
    # Qt takes the direction of a line from its first letter, also from one inside an isolate.
    return ("\u200f" if reader.right_to_left else "\u200e") + _digits(reader, text)


def criterion_words(reader: Reader, result: CriterionResult, file: HouseholdFile) -> str:
    """The criterion's own sentence; empty where it has none."""
    return sentence_words(reader, result.sentence, file) if isinstance(result.sentence, Wording) else ""


def law_words(reader: Reader, citation: Citation, laws: Mapping[str, Law]) -> str:
    """«اللائحة التنفيذية، المادة 8»."""
    name = law_name(reader, citation, laws)
    if not isinstance(citation.article, str):
        return name
    # The number of an article does not begin a line alone.
    words = translate("SheetWords", "{law}, article {article}").replace(" {article}", f"{NO_BREAK_SPACE}{{article}}")
    return words.format(law=name, article=reader.code(citation.article))


def law_name(reader: Reader, citation: Citation, laws: Mapping[str, Law]) -> str:
    """The instrument by its name; by its short name in the pack where the pack is not at hand."""
    law = laws.get(citation.law)
    return isolated(citation.law) if law is None else reader.wording(Wording(law.ar, law.en))


def fact_label(reader: Reader, fact: FactShown) -> str:
    """What a fact behind a criterion is called."""
    if not isinstance(fact.label, Wording):
        return isolated(fact.path)
    return capitalised(reader.wording(fact.label))


def fact_words(reader: Reader, fact: FactShown, file: HouseholdFile, currency: Currency) -> str:
    """The value of a fact behind a criterion."""
    return value_words(reader, fact.value, fact.path, file, currency)


def value_words(reader: Reader, value: object, path: str, file: HouseholdFile, currency: Currency) -> str:
    """A value as JSON writes it, in the words of the fact at its place."""
    if value is None:
        return translate("SheetWords", "not known")
    if isinstance(value, bool):
        return translate("SheetWords", "yes") if value else translate("SheetWords", "no")
    if isinstance(value, dict):
        parts = {"at_least": "", "at_most": ""} | {
            name: value_words(reader, end, path, file, currency) for name, end in value.items()
        }
        if parts["at_least"] and parts["at_most"]:
            return translate("SheetWords", "at least {low} and at most {high}").format(
                low=parts["at_least"], high=parts["at_most"]
            )
        if parts["at_least"]:
            return translate("SheetWords", "at least {low}").format(low=parts["at_least"])
        return translate("SheetWords", "at most {high}").format(high=parts["at_most"])
    if isinstance(value, list | tuple):
        between = "، " if reader.right_to_left else ", "
        return between.join(value_words(reader, each, path, file, currency) for each in value)
    if isinstance(value, int | float):
        return reader.number(value) if isinstance(value, int) else reader.code(f"{value:g}")
    return _text_words(reader, str(value), path, file, currency)


def _text_words(reader: Reader, text: str, path: str, file: HouseholdFile, currency: Currency) -> str:
    place = located(path)
    described = None if place is None else place[2]
    label = code_label(described, text)
    if label is not None:
        return reader.wording(label)
    if described is not None and described.kind in {Kind.REF, Kind.REFS}:
        return next((isolated(name_of(each)) for each in file.members if each.ref == text), isolated(text))
    if _DAY.fullmatch(text):
        return reader.day(date.fromisoformat(text))
    if _DECIMAL.fullmatch(text) and (described is None or described.kind is Kind.MONEY):
        return _money(reader, text, currency)
    return isolated(reader.digits(text))


def _money(reader: Reader, text: str, currency: Currency) -> str:
    return reader.money(Money.of(text, currency))


def _digits(reader: Reader, text: str) -> str:
    if not reader.arabic_digits:
        return text
    # Between digits alone: a comma of the sentence stays one.
    text = re.sub(r"(?<=\d),(?=\d{3})", "٬", text)
    text = re.sub(r"(?<=\d)\.(?=\d)", "٫", text)
    return reader.digits(text)
