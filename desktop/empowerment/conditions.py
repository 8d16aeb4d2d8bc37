"""Conditions of courses, judged and explained as criteria are: they stand in the pack `training.conditions`.

TO ADD A CONDITION: a criterion in `resources/programmes/training.conditions/`; a figure that courses state for it is a
parameter with `unpublished: true` and bounds. A pair that nobody can meet goes into `_CONTRARY`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from desktop.empowerment.answers import ConditionFigure, ConditionKind, ConditionsAnswer
from desktop.empowerment.drafts import Conditions
from desktop.facts.assessment import MissingFact, PresumedFact
from desktop.facts.canonical import facts_hash
from desktop.facts.codes import CriterionOutcome
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import Answer, answer, evaluation_of, subject_of
from desktop.programmes.answers.criteria import criterion_result
from desktop.programmes.answers.missing import missing_facts, presumptions
from desktop.programmes.answers.wording import NOUNS, Speaker, label_of
from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.possibilities import Truth, Value
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.figures import figure_value
from desktop.values.agreement import counted
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording

PROGRAMME: Final = "training.conditions"
FOR_WOMEN: Final = "women"
BENEFICIARY: Final = "beneficiary"
_DECIDED: Final = "decided"
_CONTRARY: Final = (("women", "men"), ("able_to_work", "rehabilitable"))
_AGES: Final = (("age_at_least", "least_age"), ("age_at_most", "greatest_age"))


def conditions_pack(on: date) -> Pack:
    """The kinds of conditions that a course starting on a day may set."""
    return _catalogue().in_force(PROGRAMME, on)


@cache
def _catalogue() -> Catalogue:
    # Packs are immutable, and opening one costs more than judging by it.
    return Catalogue()


def condition_kinds(on: date) -> tuple[ConditionKind, ...]:
    """What a course starting on a day may ask, in the order of the pack, for forms."""
    pack = conditions_pack(on)
    figures = _figures_of(pack)
    return tuple(
        ConditionKind(criterion.id, criterion.label, tuple(_figure(pack, name) for name in figures[criterion.id]))
        for criterion in pack.text.criteria
    )


def _figure(pack: Pack, name: str) -> ConditionFigure:
    parameter = pack.text.parameters[name]
    low, high = parameter.bounds or (None, None)
    label = parameter.label or Wording(name, name)
    return ConditionFigure(name, label, None if low is None else int(low), None if high is None else int(high))


def checked(conditions: Conditions, *, on: date) -> dict[str, dict[str, int]]:
    """The conditions of a course as data to keep, in the order of the pack.

    Raises:
        OfficeError: `empowerment.unknown_condition`, `empowerment.unknown_figure`, `empowerment.figure_missing`,
            `empowerment.wrong_figure`, `empowerment.contrary_conditions`.
    """
    figures = _figures_of(conditions_pack(on))
    for condition in conditions:
        if condition not in figures:
            raise OfficeError("empowerment.unknown_condition", condition=condition, known=", ".join(figures))
    for condition, stated in conditions.items():
        _check_figures(conditions_pack(on), condition, figures[condition], stated)
    for one, other in _CONTRARY:
        if one in conditions and other in conditions:
            raise OfficeError("empowerment.contrary_conditions", one=one, other=other)
    (least, low), (greatest, high) = _AGES
    if least in conditions and greatest in conditions and conditions[least][low] > conditions[greatest][high]:
        raise OfficeError("empowerment.contrary_conditions", one=least, other=greatest)
    return {condition: dict(conditions[condition]) for condition in figures if condition in conditions}


def worded(conditions: Conditions, *, on: date) -> tuple[Wording, ...]:
    """What a course asks, a short phrase for each condition: «الحد الأدنى للسن: 18 سنة»."""
    pack = conditions_pack(on)
    return tuple(
        _phrase(pack, criterion.label, conditions[criterion.id])
        for criterion in pack.text.criteria
        if criterion.id in conditions
    )


def judge(
    file: HouseholdFile, member: str, conditions: Conditions, *, on: date, decided: bool = False
) -> ConditionsAnswer:
    """How a member of a household stands to the conditions of a course.

    Args:
        file: the household file.
        member: reference of the member.
        conditions: as `checked` gave them.
        on: the day that ages and receipts are reckoned on, which sentences call the start of the course.
        decided: a standing decision of the office grants the household the pension, whatever the file's receipts say.

    Raises:
        OfficeError: `programmes.no_such_member`, `programmes.other_country`.
    """
    pack = conditions_pack(on)
    country = file.household.country
    if country.value != pack.text.country:
        raise OfficeError("programmes.other_country", programme=PROGRAMME, country=pack.text.country, file=country)
    evaluation = evaluation_of(pack, file, on, _values(pack, conditions, decided=decided))
    subject = subject_of(pack, evaluation, member)
    asked = frozenset(conditions)

    def ask(other: Evaluation) -> Answer:
        return answer(pack, other, subject, only=asked)

    given = ask(evaluation)
    speaker = Speaker(pack, evaluation, subject)
    family = evaluation.family
    return ConditionsAnswer(
        outcome=_outcome(given.outcome),
        criteria=tuple(criterion_result(speaker, each) for each in given.criteria),
        missing=tuple(
            MissingFact(path=path, label=label_of(path, family)) for path in missing_facts(pack, evaluation, given, ask)
        ),
        presumed=tuple(PresumedFact(path=path, label=label_of(path, family)) for path in presumptions(given)),
        on=on,
        programme=pack.text.id,
        version=pack.text.version,
        pack_hash=pack.pack_hash,
        facts_hash=facts_hash(file),
    )


def _outcome(outcome: Truth) -> CriterionOutcome:
    if not outcome.known:
        return CriterionOutcome.UNKNOWN
    return CriterionOutcome.MET if outcome.may_hold else CriterionOutcome.UNMET


def _figures_of(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The figures that a course must state for each condition."""
    return {
        criterion.id: tuple(
            node.name
            for node in syntax.walk(pack.trees[f"criteria/{criterion.id}"])
            if isinstance(node, syntax.Param) and node.name in pack.scope.unpublished
        )
        for criterion in pack.text.criteria
    }


def _check_figures(pack: Pack, condition: str, wanted: tuple[str, ...], stated: Mapping[str, object]) -> None:
    for name in stated:
        if name not in wanted:
            raise OfficeError("empowerment.unknown_figure", condition=condition, figure=name)
    for name in wanted:
        if name not in stated:
            raise OfficeError("empowerment.figure_missing", condition=condition, figure=name)
        value, (low, high) = stated[name], pack.text.parameters[name].bounds or (None, None)
        # A truth is an integer to Python, and no age.
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole or not p.contains(pack.parameters[name], p.exactly(int(str(value)))):
            raise OfficeError(
                "empowerment.wrong_figure", condition=condition, figure=name, value=value, low=low, high=high
            )


def _values(pack: Pack, conditions: Conditions, *, decided: bool) -> dict[str, Value]:
    values: dict[str, Value] = {_DECIDED: p.truth_of(decided)}
    for stated in conditions.values():
        for name, number in stated.items():
            values[name] = figure_value(str(number), pack.text.parameters[name].unit)
    return values


def _phrase(pack: Pack, label: Wording, stated: Mapping[str, int]) -> Wording:
    if not stated:
        return label
    spoken = {
        language: "، ".join(
            counted(number, NOUNS[pack.text.parameters[name].unit], language, arabic_digits=False)
            for name, number in stated.items()
        )
        for language in Language
    }
    return Wording(f"{label.ar}: {spoken[Language.ARABIC]}", f"{label.en}: {spoken[Language.ENGLISH]}")
