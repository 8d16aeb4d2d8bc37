"""The engine's first promise: a determined answer holds in every completion of the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from thoroughness import examples

from desktop.programmes.language.evaluation import Evaluation, Linked
from desktop.programmes.language.family import Family
from desktop.programmes.language.linking import link
from desktop.programmes.language.possibilities import Value, contains, exactly
from desktop.programmes.language.scope import Scope
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import AnyNode
from tests.programmes.random_expressions import sums, truths
from tests.programmes.uncertain_households import DAY, Uncertain, read, uncertain_files

PARAMETERS = {"base": exactly(132_000), "step": exactly(66_000)}
SORTS = {"base": Sort.MONEY, "step": Sort.MONEY}
RELAXED = settings(
    deadline=None, max_examples=examples(60), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def answer(linked: Linked, file: Any) -> Value:
    family = Family(file)
    evaluation = Evaluation(family, date.fromisoformat(DAY), PARAMETERS, {})
    return linked.reader(evaluation, family.household)


def holds_in_every_completion(node: AnyNode, uncertain: Uncertain) -> None:
    linked = link(node, "household", Scope(link, sources={}, parameters=SORTS))
    possible = answer(linked, read(uncertain.file))
    for completion in uncertain.completions():
        settled = answer(linked, completion)
        note(f"{possible} against {settled}")
        assert settled.known, "nothing is left open once everything is known"
        assert contains(possible, settled)


@RELAXED
@given(node=truths("household", 3), uncertain=uncertain_files())
def test_a_yes_or_no_is_among_its_possibilities_in_every_completion(node: AnyNode, uncertain: Uncertain) -> None:
    holds_in_every_completion(node, uncertain)


@RELAXED
@given(node=st.one_of(sums("household", 3, "money"), sums("household", 3, "number")), uncertain=uncertain_files())
def test_a_sum_is_within_its_bounds_in_every_completion(node: AnyNode, uncertain: Uncertain) -> None:
    holds_in_every_completion(node, uncertain)


@RELAXED
@given(node=truths("household", 3), uncertain=uncertain_files(endless=False))
def test_every_possibility_left_open_for_want_of_finite_facts_is_kept(node: AnyNode, uncertain: Uncertain) -> None:
    holds_in_every_completion(node, uncertain)
