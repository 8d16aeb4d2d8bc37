"""An assessment as a person reads it: the answer first, then every reason with its law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import UnsetType

from desktop.facts.assessment import (
    Amount,
    Assessment,
    Category,
    Citation,
    Component,
    CriterionResult,
    DocumentNeeded,
    MemberResult,
    MissingFact,
    PresumedFact,
)
from desktop.facts.codes import AmountStatus, CategoryOutcome, CriterionOutcome, Outcome, Role, Sex
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.wording import name_of
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.pack import PackText
from desktop.values.language import Wording, capitalised
from desktop.values.money import Currency, Money, shown
from ui.command_line.foresight_text import clock_lines, flip_lines
from ui.command_line.speaking import Voice

T = TypeVar("T")

SIGNS = {
    CriterionOutcome.MET: "✓",
    CriterionOutcome.UNMET: "✗",
    CriterionOutcome.UNKNOWN: "؟",
    CriterionOutcome.NOT_APPLICABLE: "–",
}
CATEGORY_SIGNS = {CategoryOutcome.MET: "✓", CategoryOutcome.UNMET: "✗", CategoryOutcome.UNKNOWN: "؟"}
OUTCOME_SIGNS = {Outcome.ELIGIBLE: "✓", Outcome.INELIGIBLE: "✗", Outcome.UNDETERMINED: "؟"}
"""A sign beside the word, never instead of it."""

IN_EGYPT = {
    Outcome.ELIGIBLE: ("مستحق", "مستحقة"),
    Outcome.INELIGIBLE: ("غير مستحق", "غير مستحقة"),
}
"""The social units' own words, for a man and for a woman."""


def tell(voice: Voice, file: HouseholdFile, answer: Assessment, *, to_staff: bool = False) -> None:
    """One assessment, whole; to staff also what would turn it."""
    pack = Catalogue().pack(answer.programme, answer.version).text
    voice.headline(f"{outcome_word(voice, file, answer)}{amount_due(voice, answer)}")
    voice.tell(
        voice.say(
            f"{pack.title.ar} ({answer.programme}@{answer.version})، في {answer.on}",
            f"{pack.title.en} ({answer.programme}@{answer.version}), on {answer.on}",
        )
    )
    parts = [*_parts(voice, pack, file, answer)]
    if to_staff:
        title = voice.say("ما يغيّر النتيجة", "What would turn the outcome")
        parts.append((title, flip_lines(voice, pack, file, answer)))
    for title, lines in parts:
        shown_lines = list(lines)
        if shown_lines:
            voice.tell()
            voice.tell(f"{title}:")
            for line in shown_lines:
                voice.tell(f"  {line}")


def outcome_word(voice: Voice, file: HouseholdFile, answer: Assessment) -> str:
    """«مؤهلة» or «مؤهل», as the head of the household asks; where the right is each person's own, of them all."""
    if isinstance(answer.members, tuple):
        return _outcome_of_all(voice, answer)
    claimant = next((each.member for each in answer.criteria if isinstance(each.member, str)), None)
    asking = [
        member.sex
        for member in file.members
        if (member.ref == claimant if claimant is not None else member.role is Role.HEAD)
    ]
    return capitalised(_outcome(voice, file, answer.outcome, female=Sex.FEMALE in asking))


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


def amount_due(voice: Voice, answer: Assessment) -> str:
    """What is due, behind a colon; empty where nothing is."""
    if answer.amount is None:
        return ""
    due = f": {amount_text(voice, answer.amount)}"
    if not isinstance(answer.total, Amount) or answer.total == answer.amount:
        return due
    total = amount_text(voice, answer.total)
    return due + voice.say(f"، والإجمالي {total}", f", {total} in all")


def _money(voice: Voice, text: str, currency: Currency) -> str:
    return shown(Money.of(text, currency), voice.language, arabic_digits=False)


def _outcome(voice: Voice, file: HouseholdFile, outcome: Outcome, *, female: bool) -> str:
    """An outcome in the words of the country's offices."""
    arabic = IN_EGYPT.get(outcome)
    if file.household.country.value == "EG" and arabic is not None:
        return voice.say(arabic[female], outcome.label.en)
    return voice.word(outcome.label_for(female=female))


def _outcome_of_all(voice: Voice, answer: Assessment) -> str:
    match answer.outcome:
        case Outcome.ELIGIBLE:
            return voice.say("في الأسرة من يستحق", "Somebody in the household is eligible")
        case Outcome.INELIGIBLE:
            return voice.say("ليس في الأسرة من يستحق", "Nobody in the household is eligible")
        case _:
            return capitalised(voice.word(answer.outcome.label))


def _parts(
    voice: Voice, pack: PackText, file: HouseholdFile, answer: Assessment
) -> Iterator[tuple[str, Iterable[str]]]:
    names = {member.ref: name_of(member) for member in file.members}
    yield (
        voice.say("الأفراد", "Members"),
        (_member(voice, file, answer, each) for each in _listed(answer.members)),
    )
    yield (
        voice.say("المكوّنات", "Components"),
        (_component(voice, names, each) for each in _listed(answer.components)),
    )
    yield (
        voice.say("التعديلات", "Adjustments"),
        (f"{voice.word(each.label)}: {amount_text(voice, each.amount)}" for each in _listed(answer.adjustments)),
    )
    yield from _reasons(voice, pack, names, answer)
    yield voice.say("البيانات الناقصة", "Missing facts"), (_place(voice, each) for each in answer.missing)
    yield (
        voice.say("مفترض لعدم وجود ما يخالفه", "Presumed, nothing being on record"),
        (_place(voice, each) for each in answer.presumed),
    )
    yield voice.say("أيام تغيّر النتيجة", "Days that change the answer"), clock_lines(voice, answer)
    yield (
        voice.say("القراءات المعتمدة", "Readings taken where sources conflict"),
        (
            voice.word(each.label) if isinstance(each.label, Wording) else f"{each.id}: {each.chosen}"
            for each in answer.readings
        ),
    )
    yield (
        voice.say("المستندات المطلوبة", "Documents needed"),
        (_document(voice, names, each) for each in _listed(answer.documents)),
    )


def _reasons(
    voice: Voice, pack: PackText, names: dict[str, str], answer: Assessment
) -> Iterator[tuple[str, Iterable[str]]]:
    """Categories and criteria; where several claim, person by person."""
    claimants = tuple(dict.fromkeys(each.member for each in answer.criteria))
    several = isinstance(answer.members, tuple)
    for claimant in claimants:
        name = names.get(str(claimant), str(claimant))
        categories = [each for each in _listed(answer.categories) if each.member == claimant]
        criteria = [each for each in answer.criteria if each.member == claimant]
        yield (
            voice.say(f"الفئات — {name}", f"Categories — {name}") if several else voice.say("الفئات", "Categories"),
            (_category(voice, each) for each in categories),
        )
        yield (
            voice.say(f"المعايير — {name}", f"Criteria — {name}") if several else voice.say("المعايير", "Criteria"),
            (_criterion(voice, pack, each) for each in criteria),
        )


def _listed(found: tuple[T, ...] | UnsetType) -> tuple[T, ...]:
    """What an answer lists; nothing where it leaves the list out."""
    return found if isinstance(found, tuple) else ()


def _member(voice: Voice, file: HouseholdFile, answer: Assessment, result: MemberResult) -> str:
    """One person's own right; of whom nothing more is told here, how to ask for the reasons."""
    (member,) = (each for each in file.members if each.ref == result.ref)
    due = f": {amount_text(voice, result.amount)}" if isinstance(result.amount, Amount) else ""
    outcome = _outcome(voice, file, result.outcome, female=member.sex is Sex.FEMALE)
    told = any(each.member == result.ref for each in answer.criteria)
    reasons = "" if told else voice.say(f" (للأسباب: --member {result.ref})", f" (reasons: --member {result.ref})")
    return f"{OUTCOME_SIGNS[result.outcome]} {name_of(member)}: {outcome}{due}{reasons}"


def _component(voice: Voice, names: dict[str, str], each: Component) -> str:
    whose = f" — {names.get(each.member, each.member)}" if isinstance(each.member, str) else ""
    return f"{voice.word(each.label)}{whose}: {amount_text(voice, each.amount)}"


def _category(voice: Voice, each: Category) -> str:
    pays = f": {amount_text(voice, each.amount)}" if isinstance(each.amount, Amount) else ""
    outcome = voice.word(each.outcome.label)
    return f"{CATEGORY_SIGNS[each.outcome]} {voice.word(each.label)} ({outcome}){pays}"


def _document(voice: Voice, names: dict[str, str], each: DocumentNeeded) -> str:
    whose = f" — {names.get(each.member, each.member)}" if isinstance(each.member, str) else ""
    return f"{voice.word(each.label)}{whose}"


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
