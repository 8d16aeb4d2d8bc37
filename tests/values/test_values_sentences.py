"""Every error of the room has its sentence, with the same details in both languages."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import msgspec.yaml

import desktop.values
from desktop.values.language import Wording

_SOURCE = "\n".join(path.read_text("utf-8") for path in Path(desktop.values.__path__[0]).glob("*.py"))
_RAISED = re.findall(r'OfficeError\(\s*"values\.(\w+)"((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)', _SOURCE)


def _sentences() -> dict[str, Wording]:
    text = files("resources").joinpath("messages", "values.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, Wording])


def _placeholders(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def test_every_raised_key_has_a_sentence_and_every_sentence_is_raised() -> None:
    assert {key for key, _ in _RAISED} == set(_sentences())


def test_a_sentence_names_only_details_that_are_given() -> None:
    sentences = _sentences()
    for key, arguments in _RAISED:
        given = set(re.findall(r"(\w+)=", arguments))
        for pattern in (sentences[key].ar, sentences[key].en):
            assert _placeholders(pattern) <= given, key


def test_both_languages_name_the_same_details_and_say_what_to_do() -> None:
    for key, sentence in _sentences().items():
        assert _placeholders(sentence.ar) == _placeholders(sentence.en), key
        assert "؛" in sentence.ar, key
        assert re.search("[;,]", sentence.en), key
        assert sentence.ar.endswith("."), key
        assert sentence.en.endswith("."), key
