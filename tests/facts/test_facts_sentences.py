"""Every error of the room has its sentence, both languages name the same details, and all details are given."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import msgspec.yaml

import desktop.facts
from desktop.values.language import Wording

_SOURCE = "\n".join(path.read_text("utf-8") for path in Path(desktop.facts.__path__[0]).glob("*.py"))


def _sentences() -> dict[str, Wording]:
    text = files("resources").joinpath("messages", "facts.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, Wording])


def _placeholders(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def test_every_key_in_the_room_has_a_sentence_and_every_sentence_a_key() -> None:
    assert set(re.findall(r'"facts\.(\w+)"', _SOURCE)) == set(_sentences())


def test_a_sentence_names_only_details_that_are_given() -> None:
    raised = re.findall(r'OfficeError\(\s*"facts\.(\w+)"((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)', _SOURCE)
    assert len(raised) > 30
    for key, arguments in raised:
        given = set(re.findall(r"(\w+)=", arguments))
        assert _placeholders(_sentences()[key].ar) <= given, key


def test_both_languages_name_the_same_details() -> None:
    for key, wording in _sentences().items():
        shown_in_both = _placeholders(wording.ar) ^ _placeholders(wording.en)
        assert not shown_in_both, key


def test_every_sentence_says_what_to_do() -> None:
    for key, wording in _sentences().items():
        assert key in {"number_doubtful"} or ("؛" in wording.ar and re.search("[;,:]", wording.en)), key
