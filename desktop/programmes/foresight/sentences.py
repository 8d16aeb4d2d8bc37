"""A clock in words: who and what turns, and what becomes of the answer. The day itself stands beside the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from msgspec import UNSET

from desktop.facts.assessment import Amount, Assessment
from desktop.facts.codes import Country, Outcome, Role, Sex
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.wording import PERIODS
from desktop.programmes.foresight.events import event
from desktop.programmes.foresight.given import said
from desktop.programmes.foresight.movement import movement_of
from desktop.programmes.foresight.turns import Turn
from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.packs.compiled import Pack
from desktop.values import money
from desktop.values.language import Language, Wording

TIME_PASSES = Wording("يمضي من المدد ما يغيّر الجواب", "a period of the rules is completed")


_IN_EGYPT: Final = {
    Outcome.ELIGIBLE: ("مستحق", "مستحقة"),
    Outcome.INELIGIBLE: ("غير مستحق", "غير مستحقة"),
}
"""The social units' own words, for a man and for a woman."""


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that is another than the one before, and what turned between them.

    Args:
        given: the answer until then.
        then: the answer from then on.
        causes: what turned on that very day, in the order in which it was read.
        before: the reading of the last day on which something turned.
        after: the reading of the day itself.
    """

    given: Assessment
    then: Assessment
    causes: tuple[Turn, ...]
    before: Evaluation
    after: Evaluation


def no_version(pack: Pack) -> Wording:
    """The version ends and none is known to follow."""
    return Wording(
        f"ينتهي العمل بإصدار {pack.text.version} من «{pack.text.title.ar}»، ولا يُعرف إصدار يليه.",
        f"Version {pack.text.version} of “{pack.text.title.en}” ends, and none is known to follow it.",
    )


def new_version(pack: Pack, file: HouseholdFile, given: Assessment, then: Assessment) -> Wording:
    """The next version begins, and what it makes of the answer."""
    begins = Wording(
        f"يبدأ العمل بإصدار {pack.text.version} من «{pack.text.title.ar}»",
        f"version {pack.text.version} of “{pack.text.title.en}” comes into force",
    )
    return _sentence([begins], consequence(file, given, then))


class Sentences:
    """Clocks of one household under one version, in words."""

    def __init__(self, pack: Pack, file: HouseholdFile) -> None:
        self._file = file
        self._movement = movement_of(pack)
        self._order = {place: at for at, place in enumerate(pack.trees)}

    def cause(self, change: Change) -> str:
        """The id of what turned: the variable, criterion, category or benefit whose own expression it was.

        Where nothing by itself turned, the first criterion, category or amount that the answer gives differently.
        """
        causes = self._causes(change)
        if causes:
            steps = causes[0].place.split("/")
            return steps[1] if steps[0] in ("criteria", "benefits", "categories") else steps[-1]
        now, then = said(change.given), said(change.then)
        differing = [name for name in {**then, **now} if then.get(name) != now.get(name)]
        named = [name.split()[-1 if name.split()[0] != "category" else 1] for name in differing if " " in name]
        return (named or differing)[0]

    def clock(self, change: Change) -> Wording:
        """«يبلغ علي 18 سنة، فتصير النتيجة: غير مؤهل.»"""
        told: dict[tuple[int, str], Wording] = {}
        for turn in self._causes(change):
            phrase = event(turn, self._movement, change.before, change.after)
            if phrase is not None:
                # Two rules that look at one day from one beginning, in years and in months, are told once.
                told.setdefault((turn.instance.number, _since(turn)), phrase)
        phrases = list(dict.fromkeys(told.values())) or [TIME_PASSES]
        return _sentence(phrases, consequence(self._file, change.given, change.then))

    def _causes(self, change: Change) -> list[Turn]:
        """What turned, that which has words of its own first, then in the order of the pack and of the file."""

        def rank(turn: Turn) -> tuple[bool, bool, int, int]:
            wordless = event(turn, self._movement, change.before, change.after) is None
            at = self._order.get(turn.place, -1)
            return wordless, turn.place.startswith("derived/"), at, turn.instance.number

        return sorted(change.causes, key=rank)


def _since(turn: Turn) -> str:
    """What a period runs from, as the rule names it; else the place of the rule."""
    day = turn.node.day if isinstance(turn.node, syntax.Reached | syntax.Since) else None
    return turn.place if day is None else str(day)


def consequence(file: HouseholdFile, given: Assessment, then: Assessment) -> Wording:
    """What becomes of the answer: the outcome, else what is due, else the first category or criterion that differs."""
    due = _due(then)
    if then.outcome is not given.outcome:
        word = _outcome(file, then)
        ar, en = f"فتصير النتيجة: {word.ar}", f"the answer becomes: {word.en}"
        if then.outcome is Outcome.ELIGIBLE and due is not None:
            amount = amount_words(due)
            ar, en = f"{ar}، والمستحق {amount.ar}", f"{en}, with {amount.en} due"
        return Wording(ar, en)
    if any(said(then)[each] != said(given)[each] for each in ("amount", "total")):
        amount = Wording("لا شيء", "nothing") if due is None else amount_words(due)
        return Wording(f"فيصير المستحق {amount.ar}", f"what is due becomes {amount.en}")
    return _inner_difference(given, then)


def _inner_difference(given: Assessment, then: Assessment) -> Wording:
    outcomes = {(each.id, each.member): each.outcome for each in given.categories or ()}
    for category in then.categories or ():
        if outcomes.get((category.id, category.member)) != category.outcome:
            word = category.outcome.label
            return Wording(
                f"فتصير فئة «{category.label.ar}» {word.ar}", f"the category “{category.label.en}” becomes {word.en}"
            )
    was = {(each.category, each.id, each.member): each.outcome for each in given.criteria}
    for criterion in then.criteria:
        if was.get((criterion.category, criterion.id, criterion.member)) != criterion.outcome:
            word = criterion.outcome.label
            return Wording(
                f"فيصير معيار «{criterion.label.ar}» {word.ar}",
                f"the criterion “{criterion.label.en}” becomes {word.en}",
            )
    return Wording("فيتغيّر ما تستند إليه النتيجة", "what the answer rests on changes")


def amount_words(amount: Amount) -> Wording:
    """An amount as far as it is known, with its period."""
    if isinstance(amount.value, str):
        said_so = _money(amount.value, amount)
    elif isinstance(amount.at_most, str):
        low, high = _money(str(amount.at_least), amount), _money(amount.at_most, amount)
        said_so = Wording(f"بين {low.ar} و{high.ar}", f"between {low.en} and {high.en}")
    else:
        low = _money(str(amount.at_least), amount)
        said_so = Wording(f"ما لا يقل عن {low.ar}", f"at least {low.en}")
    each = PERIODS.get(amount.period.value)
    return said_so if each is None else Wording(f"{said_so.ar} {each.ar}", f"{said_so.en} {each.en}")


def _money(text: str, amount: Amount) -> Wording:
    stated = money.Money.of(text, amount.currency)
    arabic, english = (money.shown(stated, language, arabic_digits=False) for language in Language)
    return Wording(arabic, english)


def _due(given: Assessment) -> Amount | None:
    return given.amount if given.total is UNSET or given.total is None else given.total


def _outcome(file: HouseholdFile, given: Assessment) -> Wording:
    """The outcome as whoever it speaks of is told, in the country's own word."""
    female = _female(file, given)
    word = given.outcome.label_for(female=female)
    if file.household.country is Country.EG and given.outcome in _IN_EGYPT:
        return Wording(_IN_EGYPT[given.outcome][female], word.en)
    return word


def _female(file: HouseholdFile, given: Assessment) -> bool:
    """Whether the answer speaks of a woman: the head, or the one member whose right it is."""
    own = {each.member for each in given.criteria if isinstance(each.member, str)}
    if len(own) == 1 and not given.members:
        return any(each.ref in own and each.sex is Sex.FEMALE for each in file.members)
    return any(each.role is Role.HEAD and each.sex is Sex.FEMALE for each in file.members)


def _sentence(phrases: Sequence[Wording], then: Wording) -> Wording:
    english = " and ".join(each.en for each in phrases)
    return Wording(
        f"{'، و'.join(each.ar for each in phrases)}، {then.ar}.",
        f"{english[:1].upper()}{english[1:]}: {then.en}.",
    )
