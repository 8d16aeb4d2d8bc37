"""بيان نتائج البرامج for one family: what every programme of its country answers on a day, and what it has in all."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.casework.every_programme import EveryProgramme, ProgrammeForFamily
from desktop.casework.had_together import Pair, had_together
from desktop.facts.assessment import Assessment, MemberResult
from desktop.facts.codes import CategoryOutcome, Outcome, Sex
from desktop.facts.household_file import HouseholdFile
from desktop.issuing.contents import (
    BesideRow,
    Issue,
    PackReference,
    PersonRightRow,
    ProgrammeRow,
    ProgrammesSheet,
)
from desktop.programmes.answers.criteria import citation
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.pack import Cite, PackText
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording
from ui.papers.assessment_sheet import cited, labels, stated
from ui.papers.people import head_of, listed, member_of, name_of, subject

_NOT_IN_FORCE = Wording("لا إصدار ساريًا", "Not in force")
_NO_VERSION = frozenset({"programmes.before_any_version", "programmes.no_version_then"})
_NO_LAW = Wording(
    "لم يكن لهذا البرنامج في ذلك اليوم إصدار يسري على الأسرة.",
    "No version of its rules was the law for this family on that day.",
)
_IN_NO_CATEGORY = Wording(
    "لا تنطبق على الأسرة أي فئة من الفئات المستحقة.",
    "The family belongs to none of the categories that have this right.",
)
_IN_ORDER = {
    Outcome.ELIGIBLE: Wording("لها مكان في الترتيب", "A place in the order"),
    Outcome.INELIGIBLE: Wording("لا مكان لها في الترتيب", "No place in the order"),
}


def programmes_sheet(answer: EveryProgramme, *, issue: Issue, catalogue: Catalogue) -> ProgrammesSheet:
    """The sheet's contents.

    Args:
        answer: what every programme answered.
        issue: from `letterhead.blank_issue`.
        catalogue: the packs that answered.
    """
    had = had_together(answer.programmes, catalogue)
    return ProgrammesSheet(
        issue=issue,
        subject=subject(head_of(answer.file)),
        file_number=answer.file_number,
        on=answer.on,
        persons=listed(answer.file.members),
        programmes=tuple(_row(each, answer.file, catalogue) for each in answer.programmes),
        in_all=None if had.in_all is None else stated(had.in_all),
        apart=had.apart,
        beside=tuple(_beside(had.pairs)),
    )


def _row(each: ProgrammeForFamily, file: HouseholdFile, catalogue: Catalogue) -> ProgrammeRow:
    given = each.assessment
    if given is None or each.version is None:
        return ProgrammeRow(programme=each.title, answer=_NOT_IN_FORCE, why=_refused(each.refusal), orders=each.orders)
    text = catalogue.pack(each.programme, each.version).text
    return ProgrammeRow(
        programme=each.title,
        pack=PackReference(pack=given.programme, version=given.version, hash=given.pack_hash),
        orders=each.orders,
        outcome=given.outcome,
        answer=_answer(each, given, head_is_woman=head_of(file).sex is Sex.FEMALE),
        why=_why(each, given),
        article=_article(each, text),
        amount=None if given.amount is None else stated(given.amount),
        total=stated(given.total) if given.total else None,
        missing=labels(given.missing),
        persons=tuple(_right(one, file) for one in given.members or () if one.outcome is not Outcome.INELIGIBLE),
    )


def _refused(refusal: OfficeError | None) -> Wording:
    if refusal is None or refusal.key in _NO_VERSION:
        return _NO_LAW
    return Wording(refusal.sentence(Language.ARABIC), refusal.sentence(Language.ENGLISH))


def _answer(each: ProgrammeForFamily, given: Assessment, *, head_is_woman: bool) -> Wording:
    if each.orders and given.outcome in _IN_ORDER:
        return _IN_ORDER[given.outcome]
    return given.outcome.label_for(female=head_is_woman)


def _why(each: ProgrammeForFamily, given: Assessment) -> Wording:
    """What decided it, in one sentence."""
    decided = each.decided_by
    if decided is None and each.orders and given.criteria:
        decided = given.criteria[0]
    if decided is not None:
        return decided.sentence if isinstance(decided.sentence, Wording) else decided.label
    if each.no_category:
        return _IN_NO_CATEGORY
    met = dict.fromkeys(one.label for one in given.categories or () if one.outcome is CategoryOutcome.MET)
    if not met:
        return Wording("تتحقق المعايير جميعها.", "Every criterion is met.")
    arabic, english = "، ".join(label.ar for label in met), ", ".join(label.en for label in met)
    return Wording(f"تتحقق المعايير جميعها، والفئة: {arabic}.", f"Every criterion is met; category: {english}.")


def _article(each: ProgrammeForFamily, text: PackText) -> Wording | None:
    """The citation of what decided it; of a right that stands, that of its amount."""
    if each.decided_by is not None:
        return cited(each.decided_by.citation, text.laws)
    if each.orders:
        return _printed(text.criteria[0].cite, text) if text.criteria else None
    return None if each.no_category or not text.benefits else _printed(text.benefits[0].cite, text)


def _printed(cite: Cite, text: PackText) -> Wording:
    return cited(citation(cite), text.laws)


def _right(one: MemberResult, file: HouseholdFile) -> PersonRightRow:
    person = member_of(file, one.ref)
    return PersonRightRow(
        name=name_of(person),
        outcome=one.outcome,
        answer=one.outcome.label_for(female=person.sex is Sex.FEMALE),
        amount=stated(one.amount) if one.amount else None,
    )


def _beside(pairs: tuple[Pair, ...]) -> Iterator[BesideRow]:
    for pair in pairs:
        article = None
        if pair.rule is not None and pair.text is not None:
            article = _printed(pair.rule.cite, pair.text)
        yield BesideRow(may=None if pair.rule is None else pair.rule.may, sentence=pair.sentence, article=article)
