"""The reader accepts what the contract's schema accepts, and names every fault of what it does not."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from functools import cache
from importlib.resources import files as resource_files
from typing import Any

import pytest
from generated_households import damaged, documents, files
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from thoroughness import examples

from desktop.facts.canonical import canonical
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.values.errors import Faults
from desktop.values.language import Language

EXAMPLE = resource_files("resources").joinpath("contracts", "household.example.json").read_bytes()


@cache
def _contract() -> Draft202012Validator:
    text = resource_files("resources").joinpath("contracts", "household.schema.json").read_bytes()
    return Draft202012Validator(json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _validator_accepts(data: bytes) -> bool:
    def refuse(name: str) -> Any:
        raise ValueError(name)

    def whole(text: str) -> int:
        return int(text) if len(text.lstrip("-")) <= 308 else refuse(text)

    def number(text: str) -> float:
        return float(text) if math.isfinite(float(text)) else refuse(text)

    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
        tree = json.loads(text, parse_constant=refuse, parse_int=whole, parse_float=number)
        json.dumps(tree, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return False
    return bool(_contract().is_valid(tree))


def _faults(data: bytes) -> tuple[tuple[str, str | None], ...]:
    with pytest.raises(Faults) as caught:
        read_household(data)
    return tuple((fault.key.removeprefix("facts."), fault.pointer) for fault in caught.value.faults)


def _changed(**changes: Any) -> bytes:
    document = json.loads(EXAMPLE)
    for place, value in changes.items():
        *steps, last = place.split("__")
        holder = document
        for step in steps:
            holder = holder[int(step)] if isinstance(holder, list) else holder[step]
        if value is ...:
            del holder[last]
        else:
            holder[last] = value
    return json.dumps(document).encode()


@settings(max_examples=examples(150), deadline=None)
@given(damaged())
def test_the_reader_accepts_exactly_what_the_contracts_validator_accepts(data: bytes) -> None:
    refused: Faults | None = None
    try:
        read_household(data)
    except Faults as error:
        refused = error
    assert (refused is None) == _validator_accepts(data)
    for fault in refused.faults if refused is not None else ():
        assert fault.pointer is not None
        assert all(fault.sentence(language) for language in Language)
    assert refused is None or refused.faults


@settings(max_examples=100, deadline=None)
@given(documents())
def test_every_document_drawn_from_the_types_is_read(document: dict[str, Any]) -> None:
    assert isinstance(read_household(json.dumps(document).encode()), HouseholdFile)


@settings(max_examples=60, deadline=None)
@given(files())
def test_what_was_read_holds_western_digits_wherever_the_contract_has_a_pattern(file: HouseholdFile) -> None:
    for member in file.members:
        for text in (member.birth_date_hijri, member.nationality):
            assert not isinstance(text, str) or (text.isascii() and text == text.strip())


def test_the_contracts_example_is_read_with_its_values() -> None:
    file = read_household(EXAMPLE)
    assert file.members[0].incomes[0].amount == "3000.00"  # type: ignore[union-attr, index]
    assert file.household.section.value == "women"


def test_every_fault_is_named_with_its_pointer_in_one_go() -> None:
    data = _changed(
        format="yusr-household/2",
        household__vehicles=True,
        household__address=None,
        household__famly_type="couple",
        members__0__ref=...,
        members__0__sex="f",
        members__1__birth_date="2024-02-30",
        members__1__nationality="Saudi",
        members__1__education__attendance__0__percent=101,
        members__0__incomes__0__amount="-3",
        members__0__incomes__0__amount_between=["1"],
    )
    assert set(_faults(data)) == {
        ("not_this_format", "/format"),
        ("wrong_type", "/household/vehicles"),
        ("wrong_type", "/household/address"),
        ("property_unknown_near", "/household/famly_type"),
        ("property_missing", "/members/0/ref"),
        ("not_in_list", "/members/0/sex"),
        ("not_a_date", "/members/1/birth_date"),
        ("nationality_malformed", "/members/1/nationality"),
        ("above_maximum", "/members/1/education/attendance/0/percent"),
        ("amount_malformed", "/members/0/incomes/0/amount"),
        ("too_few_items", "/members/0/incomes/0/amount_between"),
    }


def test_an_unknown_name_is_answered_with_the_nearest_known_one() -> None:
    with pytest.raises(Faults) as caught:
        read_household(_changed(members__0__birthdate="1990-01-01"))
    assert "birth_date" in caught.value.faults[0].sentence(Language.ARABIC)


def test_a_code_outside_its_list_is_answered_with_the_list_and_its_arabic_labels() -> None:
    with pytest.raises(Faults) as caught:
        read_household(_changed(members__0__marital_status="single"))
    assert "widowed (أرمل)" in caught.value.faults[0].sentence(Language.ARABIC)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", ("empty_file", "")),
        (b" \n", ("empty_file", "")),
        (b'{"a": "\xff"}', ("not_utf8", "")),
        (EXAMPLE.decode().encode("utf-16"), ("not_utf8", "")),
        (b'{\n "format": yusr}', ("not_json", "")),
        (b"[" * 200_000, ("nested_too_deep", "")),
        (b'{"a":' * 70 + b"1" + b"}" * 70, ("nested_too_deep", "/a" * 64)),
        (b'{"members": [NaN]}', ("number_not_in_json", "/members/0")),
        (b'{"members": [1e999]}', ("number_too_large", "/members/0")),
        (b'{"members": ' + b"9" * 5000 + b"}", ("number_too_large", "/members")),
        (b'{"members": "\\ud800"}', ("half_a_letter", "/members")),
        (b"[]", ("wrong_type", "")),
    ],
)
def test_what_is_no_household_file_at_all_is_said_in_one_fault(data: bytes, fault: tuple[str, str]) -> None:
    assert _faults(data) == (fault,)


def test_a_place_in_broken_json_is_told_by_line_and_column() -> None:
    with pytest.raises(Faults) as caught:
        read_household(b'{\n "format": yusr}')
    assert caught.value.faults[0].details == {"line": 2, "column": 12}


def test_arabic_indic_amounts_are_accepted_and_read_in_western_digits() -> None:
    file = read_household(_changed(members__0__incomes__0__amount="٣٠٠٠.٥\n"))
    assert file.members[0].incomes[0].amount == "3000.5"  # type: ignore[union-attr, index]


def test_of_a_name_written_twice_the_last_stands() -> None:
    data = EXAMPLE.replace(b'"vehicles": 1', b'"vehicles": "two", "vehicles": 3')
    assert read_household(data).household.vehicles == 3


def test_a_whole_number_may_be_written_with_a_zero_fraction() -> None:
    assert read_household(EXAMPLE.replace(b'"vehicles": 1', b'"vehicles": 2.0')).household.vehicles == 2


def test_a_byte_order_mark_is_passed_over() -> None:
    assert canonical(read_household(b"\xef\xbb\xbf" + EXAMPLE)) == canonical(read_household(EXAMPLE))


def test_reading_a_sound_file_loads_neither_the_validator_nor_yaml_nor_arrow() -> None:
    program = (
        "import sys; from desktop.facts.reading import read_household; read_household(sys.stdin.buffer.read());"
        "print([name for name in ('jsonschema', 'yaml', 'pyarrow') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], input=EXAMPLE, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
