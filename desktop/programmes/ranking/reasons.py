"""Why a household stands where it stands: each part of its score with its sentence and what it rests on, and what is
open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import evaluation_of
from desktop.programmes.answers.missing import THROUGH, Turning, candidates, in_file_order
from desktop.programmes.answers.wording import Speaker, label_of
from desktop.programmes.language.evaluation import MISSING, Evaluation
from desktop.programmes.language.family import HOUSEHOLD
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.entitlement import ENTITLED, NEED_SCORE, PRIORITY_RANK
from desktop.programmes.packs.pack import Cite, Law, RankingOf
from desktop.programmes.ranking.standing import Class, Part, Standing, standing_of
from desktop.values.errors import OfficeError
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class PartReason:
    """A measure of need and what it was taken from.

    Args:
        part: the measure.
        sentence: what it was taken from, with its numbers; None where the pack says none.
        cite: where the measure is stated; `weight_cite` where its weight is.
    """

    part: Part
    sentence: Wording | None
    cite: Cite
    weight_cite: Cite


@dataclass(frozen=True, slots=True)
class ClassReason:
    """A class of the order that the household belongs to or may belong to, and where it is stated."""

    belongs: Class
    cite: Cite


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact that is not known and of which some value would move the household.

    Args:
        pointer: JSON Pointer of the fact in the file.
        label: what it is and whose.
    """

    pointer: str
    label: Wording


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a household stands where it stands.

    Args:
        standing: where it stands.
        parts: the measures in the pack's order; empty where the order is one of classes.
        classes: the classes it may belong to, the first first; empty where the order is one of scores.
        open_facts: what could lift or lower it, in the order of the file.
        laws: what is cited, by the name it is cited by.
    """

    standing: Standing
    parts: tuple[PartReason, ...]
    classes: tuple[ClassReason, ...]
    open_facts: tuple[OpenFact, ...]
    laws: Mapping[str, Law]


def reasons_of(pack: Pack, file: HouseholdFile, *, on: date) -> Reasons:
    """Why a household stands where it stands in the order of a pack on a day; errors as of `standing_of`."""
    standing = standing_of(pack, file, on=on)
    order = pack.text.ranking
    if order is None:
        raise OfficeError("programmes.no_order", programme=pack.text.id)
    evaluation = evaluation_of(pack, file, on)
    return Reasons(
        standing=standing,
        parts=_parts(pack, evaluation, order, standing),
        classes=tuple(ClassReason(each, order.ranks[each.number - 1].cite) for each in standing.classes),
        open_facts=_open_facts(pack, evaluation, standing),
        laws=pack.text.laws,
    )


def _parts(pack: Pack, evaluation: Evaluation, order: RankingOf, standing: Standing) -> tuple[PartReason, ...]:
    speaker = Speaker(pack, evaluation, evaluation.family.household)
    return tuple(
        PartReason(
            part=part,
            sentence=None if score.says is None else speaker.sentence(score.says),
            cite=score.cite,
            weight_cite=pack.text.parameters[score.weight].cite,
        )
        for part, score in zip(standing.parts, order.scores, strict=True)
    )


def _open_facts(pack: Pack, evaluation: Evaluation, standing: Standing) -> tuple[OpenFact, ...]:
    tokens = sorted(each[1:] for each in standing.rests_on if each.startswith(MISSING))
    if not tokens:
        return ()
    turning = Turning(pack, evaluation.on)
    moving = {
        token.split(THROUGH)[0]
        for token in tokens
        if _moves(pack, evaluation, token, standing, turning)
        # Two lists that may hold anything hide each other: each is looked at once the others are settled.
        or _moves(
            pack, _settled(evaluation, [each for each in tokens if each != token], turning), token, standing, turning
        )
    }
    return tuple(OpenFact(each, label_of(each, evaluation.family)) for each in sorted(moving, key=in_file_order))


def _moves(pack: Pack, evaluation: Evaluation, token: str, standing: Standing, turning: Turning) -> bool:
    given = _place(pack, evaluation, standing)
    return any(
        _place(pack, evaluation.supposing(token, value), standing) != given
        for value in candidates(token, turning, evaluation)
    )


def _settled(evaluation: Evaluation, tokens: list[str], turning: Turning) -> Evaluation:
    for token in tokens:
        for value in candidates(token, turning, evaluation):
            evaluation = evaluation.supposing(token, value)
            break
    return evaluation


def _place(pack: Pack, evaluation: Evaluation, standing: Standing) -> tuple[Value, ...]:
    """What the household is ranked by: whether it is at all, and its score or class."""
    household = evaluation.family.household
    names = (ENTITLED, PRIORITY_RANK if standing.by_class else NEED_SCORE)
    return tuple(evaluation.asked(pack.scope.variable(HOUSEHOLD, name).reader, household)[0] for name in names)
