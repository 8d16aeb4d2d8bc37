"""An assessment as a person reads it: the answer first, then every reason with its law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop.facts.assessment import Amount, Assessment, Citation, CriterionResult, MissingFact, PresumedFact
from desktop.facts.codes import AmountStatus, CriterionOutcome, Role, Sex
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.pack import PackText
from desktop.values.language import Wording, capitalised
from desktop.values.money import Currency, Money, shown
from ui.command_line.speaking import Voice

SIGNS = {
    CriterionOutcome.MET: "✓",
    CriterionOutcome.UNMET: "✗",
    CriterionOutcome.UNKNOWN: "؟",
    CriterionOutcome.NOT_APPLICABLE: "–",
}
"""A sign beside the word, never instead of it."""


def tell(voice: Voice, file: HouseholdFile, answer: Assessment) -> None:
    """One assessment, whole."""
    pack = Catalogue().pack(answer.programme, answer.version).text
    voice.headline(f"{outcome_word(voice, file, answer)}{_amount_due(voice, answer)}")
    voice.tell(
        voice.say(
            f"{pack.title.ar} ({answer.programme}@{answer.version})، في {answer.on}",
            f"{pack.title.en} ({answer.programme}@{answer.version}), on {answer.on}",
        )
    )
    for title, lines in _parts(voice, pack, answer):
        shown_lines = list(lines)
        if shown_lines:
            voice.tell()
            voice.tell(f"{title}:")
            for line in shown_lines:
                voice.tell(f"  {line}")


def tell_side_by_side(voice: Voice, file: HouseholdFile, answers: Sequence[Assessment]) -> None:
    """Several programmes, one a line."""
    for answer in answers:
        pack = Catalogue().pack(answer.programme, answer.version).text
        outcome = outcome_word(voice, file, answer)
        voice.tell(f"{answer.programme}@{answer.version}: {outcome}{_amount_due(voice, answer)}")
        voice.tell(f"  {voice.word(pack.title)}")


def outcome_word(voice: Voice, file: HouseholdFile, answer: Assessment) -> str:
    """«مؤهلة» or «مؤهل», as the head of the household asks."""
    female = any(member.role is Role.HEAD and member.sex is Sex.FEMALE for member in file.members)
    word = voice.word(answer.outcome.label_for(female=female))
    return capitalised(word)


def amount_text(voice: Voice, amount: Amount) -> str:
    """An amount as far as it is known."""
    period = voice.word(amount.period.label)
    match amount.status:
        case AmountStatus.KNOWN if isinstance(amount.value, str):
            return f"{_money(voice, amount.value, amount.currency)} {period}"
        case AmountStatus.NONE:
            return voice.word(AmountStatus.NONE.label)
    low = _money(voice, amount.at_least, amount.currency) if isinstance(amount.at_least, str) else None
    high = _money(voice, amount.at_most, amount.currency) if isinstance(amount.at_most, str) else None
    bounds = [
        *([voice.say(f"لا يقل عن {low}", f"at least {low}")] if low else []),
        *([voice.say(f"لا يزيد على {high}", f"at most {high}")] if high else []),
    ]
    joined = voice.say(" و", " and ").join(bounds)
    return f"{voice.word(amount.status.label)} ({joined} {period})" if bounds else voice.word(amount.status.label)


def _amount_due(voice: Voice, answer: Assessment) -> str:
    if answer.amount is None:
        return ""
    due = f": {amount_text(voice, answer.amount)}"
    if not isinstance(answer.total, Amount) or answer.total == answer.amount:
        return due
    total = amount_text(voice, answer.total)
    return due + voice.say(f"، والإجمالي {total}", f", {total} in all")


def _money(voice: Voice, text: str, currency: Currency) -> str:
    return shown(Money.of(text, currency), voice.language, arabic_digits=False)


def _parts(voice: Voice, pack: PackText, answer: Assessment) -> Iterator[tuple[str, Iterable[str]]]:
    yield (
        voice.say("المكوّنات", "Components"),
        (
            f"{voice.word(each.label)}: {amount_text(voice, each.amount)}"
            for each in (answer.components if isinstance(answer.components, tuple) else ())
        ),
    )
    yield (
        voice.say("التعديلات", "Adjustments"),
        (
            f"{voice.word(each.label)}: {amount_text(voice, each.amount)}"
            for each in (answer.adjustments if isinstance(answer.adjustments, tuple) else ())
        ),
    )
    yield voice.say("المعايير", "Criteria"), (_criterion(voice, pack, each) for each in answer.criteria)
    yield voice.say("البيانات الناقصة", "Missing facts"), (_place(voice, each) for each in answer.missing)
    yield (
        voice.say("مفترض لعدم وجود ما يخالفه", "Presumed, nothing being on record"),
        (_place(voice, each) for each in answer.presumed),
    )
    yield (
        voice.say("القراءات المعتمدة", "Readings taken where sources conflict"),
        (
            voice.word(each.label) if isinstance(each.label, Wording) else f"{each.id}: {each.chosen}"
            for each in answer.readings
        ),
    )
    yield (
        voice.say("المستندات المطلوبة", "Documents needed"),
        (
            voice.word(each.label) + (f" ({each.member})" if isinstance(each.member, str) else "")
            for each in (answer.documents if isinstance(answer.documents, tuple) else ())
        ),
    )


def _criterion(voice: Voice, pack: PackText, result: CriterionResult) -> str:
    said = result.sentence if isinstance(result.sentence, Wording) else result.label
    law = _law(voice, pack, result.citation)
    return f"{SIGNS[result.outcome]} {voice.word(result.outcome.label)}: {voice.word(said)} [{law}]"


def _law(voice: Voice, pack: PackText, citation: Citation) -> str:
    law = pack.laws.get(citation.law)
    name = citation.law if law is None else voice.say(law.ar, law.en)
    article = voice.say(f"، المادة {citation.article}", f", article {citation.article}") if citation.article else ""
    return f"{name}{article}"


def _place(voice: Voice, fact: MissingFact | PresumedFact) -> str:
    return f"{voice.word(fact.label)} ({fact.path})" if isinstance(fact.label, Wording) else fact.path
