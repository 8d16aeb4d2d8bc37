"""The schemas made from the types are the contract's, word for word."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from desktop.facts.schema import assessment_schema, household_schema

NAMES = ("household", "assessment")
MADE: dict[str, Callable[[], dict[str, Any]]] = {"household": household_schema, "assessment": assessment_schema}
SHARED = Path(__file__).parents[3] / "shared" / "contracts"


def _shipped(name: str) -> str:
    return files("resources").joinpath("contracts", f"{name}.schema.json").read_text("utf-8")


def _normal(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _normal(below, key) for key, below in value.items()}
    if isinstance(value, list):
        listed = [_normal(each) for each in value]
        return sorted(listed) if name == "required" else listed
    return value


@pytest.mark.parametrize("name", NAMES)
def test_the_made_schema_equals_the_contract(name: str) -> None:
    assert _normal(MADE[name]()) == _normal(json.loads(_shipped(name)))


@pytest.mark.parametrize("name", NAMES)
def test_properties_stand_in_the_order_of_the_contract(name: str) -> None:
    assert list(MADE[name]()["properties"]) == list(json.loads(_shipped(name))["properties"])


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_contract_is_the_shared_one(name: str) -> None:
    shared = SHARED / f"{name}.schema.json"
    if shared.exists():
        assert json.loads(shared.read_text("utf-8")) == json.loads(_shipped(name))


@pytest.mark.parametrize("name", NAMES)
def test_each_call_gives_a_tree_of_its_own(name: str) -> None:
    MADE[name]()["properties"].clear()
    assert MADE[name]()["properties"]
