"""What several rights come to in all, and which of them may be had together. Pure.

Only a pack says whether two rights stand beside each other. Where none does, nobody knows: the family has the larger
one at least, and both together at most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from msgspec import UNSET

from desktop.casework.amounts import at_least, due_monthly
from desktop.facts.assessment import Amount, Assessment
from desktop.facts.codes import AmountPeriod, AmountStatus, Outcome
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.pack import Beside, PackText
from desktop.values.language import Wording
from desktop.values.money import decimal_text, minor_units


class Answered(Protocol):
    """What a programme answered to a family: `version` and `assessment` are None where it gave no answer."""

    @property
    def programme(self) -> str:
        """Its id."""

    @property
    def title(self) -> Wording:
        """Its name."""

    @property
    def version(self) -> str | None:
        """Which answered."""

    @property
    def assessment(self) -> Assessment | None:
        """The answer."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rights that the family has or may have.

    Args:
        one: the programme whose pack states the rule, where one does.
        other: the other.
        rule: what it states; None where neither pack says anything.
        text: the pack that states it.
    """

    one: Answered
    other: Answered
    rule: Beside | None
    text: PackText | None

    @property
    def sentence(self) -> Wording:
        """Whether both may be had together, in a sentence."""
        return unsaid(self.one.title, self.other.title) if self.rule is None else self.rule.says


@dataclass(frozen=True, slots=True)
class HadTogether:
    """What a family has in all.

    Args:
        in_all: all rights together a month, as far as that is known; None where none of them is paid by the month.
        pairs: every two of the rights that give something.
        apart: whether something is paid once or by the year, which `in_all` leaves out.
    """

    in_all: Amount | None
    pairs: tuple[Pair, ...]
    apart: bool


def unsaid(one: Wording, other: Wording) -> Wording:
    """That no rule says whether two programmes, by their names, may be had together."""
    return Wording(
        f"لا تذكر القواعد هل يُجمع بين «{one.ar}» و«{other.ar}»، فلا يُعد مجموعهما مستحقًّا حتى يبت فيه المكتب.",
        f"The rules do not say whether {one.en} and {other.en} may be had together; their sum is not taken for due "
        "until the office has settled it.",
    )


def had_together(answers: Iterable[Answered], catalogue: Catalogue) -> HadTogether:
    """What the rights of one family come to.

    Args:
        answers: every programme's answer on one day.
        catalogue: the packs that answered.
    """
    giving = [each for each in answers if _gives(each)]
    pairs = tuple(_pair(one, other, catalogue) for one, other in combinations(giving, 2))
    dues = {each.programme: due for each in giving if (due := _monthly(each)) is not None}
    return HadTogether(_in_all(giving, dues, pairs), pairs, len(dues) < len(giving))


def _gives(each: Answered) -> bool:
    """Whether a right to something stands, or may stand once facts are known."""
    given = each.assessment
    return given is not None and given.outcome is not Outcome.INELIGIBLE and given.amount is not None


def _monthly(each: Answered) -> Amount | None:
    due = None if each.assessment is None else due_monthly(each.assessment)
    return due if due is not None and due.period is AmountPeriod.MONTH else None


def _pair(one: Answered, other: Answered, catalogue: Catalogue) -> Pair:
    found = rule_of(catalogue, (one.programme, one.version or ""), (other.programme, other.version or ""))
    if found is None:
        return Pair(one, other, None, None)
    rule, text = found
    return Pair(one, other, rule, text) if text.id == one.programme else Pair(other, one, rule, text)


def _in_all(giving: Sequence[Answered], dues: dict[str, Amount], pairs: Sequence[Pair]) -> Amount | None:
    if not dues:
        return None
    may = {
        frozenset((pair.one.programme, pair.other.programme)): None if pair.rule is None else pair.rule.may
        for pair in pairs
    }
    sure = {each.programme for each in giving if each.assessment and each.assessment.outcome is Outcome.ELIGIBLE}
    rights = {name: (at_least(due) if name in sure else 0, _at_most(due)) for name, due in dues.items()}
    low, high = had_at_once(rights, may)
    first = next(iter(dues.values()))
    if low == high:
        status = AmountStatus.KNOWN if low else AmountStatus.NONE
        return Amount(status=status, value=decimal_text(low), currency=first.currency, period=AmountPeriod.MONTH)
    return Amount(
        status=AmountStatus.BOUNDED,
        at_least=decimal_text(low),
        at_most=UNSET if high is None else decimal_text(high),
        currency=first.currency,
        period=AmountPeriod.MONTH,
    )


def had_at_once(
    rights: Mapping[str, tuple[int, int | None]], may: Mapping[frozenset[str], bool | None]
) -> tuple[int, int | None]:
    """What rights come to in all, in minor units: what is sure, and what is never exceeded; None for no bound.

    Args:
        rights: of each programme what is sure and what is never exceeded.
        may: of every two whether they may be had together; None where no rule says so.
    """
    low, high = 0, 0
    endless = False
    for together in _some_of(tuple(rights)):
        known = [may[frozenset(two)] for two in combinations(together, 2)]
        if all(known):
            low = max(low, sum(rights[each][0] for each in together))
        if False not in known:
            ends = [rights[each][1] for each in together]
            endless = endless or None in ends
            high = max(high, sum(end for end in ends if end is not None))
    return low, None if endless else high


def rule_of(catalogue: Catalogue, one: tuple[str, str], other: tuple[str, str]) -> tuple[Beside, PackText] | None:
    """What the packs of two programmes state of both together, by (id, version) of each; None where neither does."""
    for first, second in ((one, other), (other, one)):
        text = catalogue.pack(*first).text
        if second[0] in text.beside:
            return text.beside[second[0]], text
    return None


def _some_of(names: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Every set of one or more; a country has few programmes."""
    return (some for size in range(1, len(names) + 1) for some in combinations(names, size))


def _at_most(amount: Amount) -> int | None:
    """Minor units that are never exceeded; None where nothing bounds them."""
    stated = amount.at_most if amount.value is UNSET else amount.value
    return None if stated is UNSET else minor_units(stated)
