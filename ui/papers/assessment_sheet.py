"""شهادة نتيجة دراسة الأهلية from an assessment and the household file that it was made of."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET

from desktop.facts.assessment import (
    Amount,
    Assessment,
    Citation,
    CriterionResult,
    MissingFact,
    PresumedFact,
    ReadingTaken,
)
from desktop.facts.codes import Sex
from desktop.facts.household_file import HouseholdFile
from desktop.issuing.contents import (
    AmountRow,
    AssessmentSheet,
    ClockRow,
    CriterionRow,
    Issue,
    PackReference,
    StatedAmount,
)
from desktop.programmes.packs.pack import Law, PackText
from desktop.values.language import Wording
from desktop.values.money import Currency, Money
from ui.papers.people import listed, member_of, name_of, subject


def assessment_sheet(
    assessment: Assessment,
    file: HouseholdFile,
    *,
    pack: PackText,
    issue: Issue,
    member: str | None = None,
) -> AssessmentSheet:
    """The sheet's contents; what would turn the answer is left out, it is for staff.

    Args:
        assessment: of this file.
        file: as it was assessed.
        pack: the version that assessed; it names programme and laws.
        issue: from `letterhead.blank_issue`.
        member: the claimant, where the right is a person's own; else the sheet speaks of the head.
    """
    person = member_of(file, member)
    own = None if member is None else person.ref
    return AssessmentSheet(
        issue=issue,
        subject=subject(person),
        file_number="—" if file.household.file_number is UNSET else file.household.file_number,
        programme=pack.title,
        assessed_on=assessment.on,
        outcome=assessment.outcome,
        answer=assessment.outcome.label_for(female=person.sex is Sex.FEMALE),
        pack=PackReference(pack=assessment.programme, version=assessment.version, hash=assessment.pack_hash),
        amount=_stated(assessment.amount),
        total=None if assessment.total is UNSET else _stated(assessment.total),
        components=tuple(
            AmountRow(label=each.label, amount=stated(each.amount), of=_whose(file, each.member, own))
            for each in assessment.components or ()
        ),
        adjustments=tuple(
            AmountRow(label=each.label, amount=stated(each.amount)) for each in assessment.adjustments or ()
        ),
        persons=listed(file.members),
        criteria=tuple(_criterion(each, file, pack.laws, own) for each in assessment.criteria),
        missing=labels(assessment.missing),
        presumed=labels(assessment.presumed),
        readings=tuple(_reading(each) for each in assessment.readings),
        documents=tuple(_with_name(each.label, _whose(file, each.member, own)) for each in assessment.documents or ()),
        clocks=tuple(
            ClockRow(each.on, each.label) for each in assessment.clocks or () if isinstance(each.label, Wording)
        ),
    )


def stated(amount: Amount) -> StatedAmount:
    """An amount of an assessment as papers carry it."""
    return StatedAmount(
        status=amount.status,
        period=amount.period,
        value=_money(amount.value, amount.currency),
        at_least=_money(amount.at_least, amount.currency),
        at_most=_money(amount.at_most, amount.currency),
    )


def cited(citation: Citation, laws: dict[str, Law]) -> Wording:
    """A citation as printed: «اللائحة التنفيذية …، المادة 9.1»."""
    law = laws.get(citation.law)
    ar, en = (citation.law, citation.law) if law is None else (law.ar, law.en)
    if not citation.article:
        return Wording(ar, en)
    return Wording(f"{ar}، المادة {citation.article}", f"{en}, article {citation.article}")


def _stated(amount: Amount | None) -> StatedAmount | None:
    return None if amount is None else stated(amount)


def _money(text: object, currency: Currency) -> Money | None:
    return Money.of(text, currency) if isinstance(text, str) else None


def _criterion(result: CriterionResult, file: HouseholdFile, laws: dict[str, Law], own: str | None) -> CriterionRow:
    return CriterionRow(
        outcome=result.outcome,
        sentence=result.label if result.sentence is UNSET else result.sentence,
        article=cited(result.citation, laws),
        of=_whose(file, result.member, own),
    )


def _whose(file: HouseholdFile, ref: object, own: str | None) -> Wording | None:
    """The member's name, None where the sheet speaks of that person anyway or of nobody in particular."""
    if not isinstance(ref, str) or ref == own:
        return None
    return name_of(member_of(file, ref))


def labels(facts: Iterable[MissingFact | PresumedFact]) -> tuple[Wording, ...]:
    """Facts as papers name them, each once."""
    # A family reads labels; several facts of one label (each member's income) are one line.
    return tuple(dict.fromkeys(Wording(each.path, each.path) if each.label is UNSET else each.label for each in facts))


def _reading(reading: ReadingTaken) -> Wording:
    return Wording(reading.id, reading.id) if reading.label is UNSET else reading.label


def _with_name(label: Wording, name: Wording | None) -> Wording:
    return label if name is None else Wording(f"{label.ar} — {name.ar}", f"{label.en} — {name.en}")
