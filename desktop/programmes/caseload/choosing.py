"""Which of several values applies: CASE, where a condition left open leaves every value that it may lead to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from desktop.programmes.caseload.arithmetic import numbers, scaled, united
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import (
    Choice,
    Compiled,
    Constant,
    Numbers,
    Truth,
    choice_of,
    common_domain,
    is_choice,
    is_truth,
    numbers_of,
    truth_of,
)

Arm = tuple[Truth, Compiled]


def chosen(frame: Frame, arms: Sequence[Arm], otherwise: Compiled, *, bounds: bool) -> Compiled:
    """The value of the first arm that holds, else `otherwise`."""
    values = [*(value for _, value in arms), otherwise]
    if all(isinstance(value, Constant) and value == values[0] for value in values):
        return otherwise
    if is_truth(otherwise):
        return _truths([(condition, truth_of(value)) for condition, value in arms], truth_of(otherwise), frame)
    if is_choice(otherwise):
        domain = common_domain(values)
        made = [choice_of(value, domain, bounds=bounds) for value in values]
        return _choices(frame, [each for each, _ in arms], made, bounds=bounds)
    shaped = [numbers_of(value, bounds=bounds) for value in values]
    scale = math.lcm(*(each.scale for each in shaped))
    reach = max(each.most * (scale // each.scale) for each in shaped)
    shaped = [scaled(each, scale, most=reach) for each in shaped]
    rest = shaped[-1]
    for sure, run in _runs(list(zip([each for each, _ in arms], shaped[:-1], strict=True))):
        rest = _sure_numbers(run, rest) if sure else _open_numbers(frame, run[0], rest, bounds=bounds)
    return rest


def _runs(arms: list[tuple[Truth, Numbers]]) -> list[tuple[bool, list[tuple[Truth, Numbers]]]]:
    """The arms from the last to the first, neighbours with settled conditions together."""
    runs: list[tuple[bool, list[tuple[Truth, Numbers]]]] = []
    for arm in reversed(arms):
        if not arm[0].open and runs and runs[-1][0]:
            runs[-1][1].insert(0, arm)
        else:
            runs.append((not arm[0].open, [arm]))
    return runs


def _sure_numbers(run: list[tuple[Truth, Numbers]], rest: Numbers) -> Numbers:
    every = [*(value for _, value in run), rest]
    ends = []
    for low in (True, False):
        arms = " ".join(f"WHEN {condition.sql} THEN {value.low if low else value.high}" for condition, value in run)
        ends.append(f"(CASE {arms} ELSE {rest.low if low else rest.high} END)")
    return numbers(
        ends[0],
        ends[1],
        rest.scale,
        max(each.most for each in every),
        low_open=any(each.low_open for each in every),
        high_open=any(each.high_open for each in every),
        floor=all(each.floor for each in every),
    )


def _open_numbers(frame: Frame, arm: tuple[Truth, Numbers], rest: Numbers, *, bounds: bool) -> Numbers:
    condition, value = arm
    holds = frame.let(condition.sql)
    value = replace(value, low=frame.let(value.low), high=frame.let(value.high))
    rest = replace(rest, low=frame.let(rest.low), high=frame.let(rest.high))
    low, high = united(frame, value, rest, bounds=bounds)
    ends = [
        f"(CASE WHEN {holds} THEN {one} WHEN NOT {holds} THEN {other} ELSE {both} END)"
        for one, other, both in ((value.low, rest.low, low), (value.high, rest.high, high))
    ]
    return numbers(
        ends[0],
        ends[1],
        rest.scale,
        max(value.most, rest.most),
        low_open=value.low_open or rest.low_open or not bounds,
        high_open=value.high_open or rest.high_open or not bounds,
        floor=value.floor and rest.floor,
    )


def _truths(arms: list[tuple[Truth, Truth]], otherwise: Truth, frame: Frame) -> Truth:
    rest = otherwise
    for condition, value in reversed(arms):
        if not condition.open:
            rest = Truth(
                f"(CASE WHEN {condition.sql} THEN {value.sql} ELSE {rest.sql} END)", open=value.open or rest.open
            )
            continue
        holds, one, other = frame.let(condition.sql), frame.let(value.sql), frame.let(rest.sql)
        same = f"CASE WHEN {one} = {other} THEN {one} END"
        rest = Truth(f"(CASE WHEN {holds} THEN {one} WHEN NOT {holds} THEN {other} ELSE {same} END)", open=True)
    return rest


def _choices(frame: Frame, conditions: list[Truth], made: list[Choice], *, bounds: bool) -> Choice:
    rest = made[-1]
    for condition, value in zip(reversed(conditions), reversed(made[:-1]), strict=True):
        opens, many = value.open or rest.open, value.many or rest.many
        if not condition.open:
            text = f"(CASE WHEN {condition.sql} THEN {value.sql} ELSE {rest.sql} END)"
            rest = Choice(text, rest.domain, opens, many)
            continue
        holds, one, other = frame.let(condition.sql), frame.let(value.sql), frame.let(rest.sql)
        both = f"{one} | {other}" if bounds else f"CASE WHEN {one} = {other} THEN {one} END"
        text = f"(CASE WHEN {holds} THEN {one} WHEN NOT {holds} THEN {other} ELSE {both} END)"
        rest = Choice(text, rest.domain, opens or not bounds, many or bounds)
    return rest
