"""Every error of the registry has its sentence in both languages, and every sentence its error."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import msgspec.yaml

from desktop import registry
from desktop.values.language import Wording

SOURCES = Path(registry.__file__).parent
_KEY = re.compile(r'"registry\.([a-z_]+)"')
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def test_errors_and_sentences_are_the_same_set_in_both_languages() -> None:
    raised = {key for path in SOURCES.glob("*.py") for key in _KEY.findall(path.read_text(encoding="utf-8"))}
    written = files("resources").joinpath("messages", "registry.yaml").read_bytes()
    sentences = msgspec.yaml.decode(written, type=dict[str, Wording])
    assert set(sentences) == raised
    for key, sentence in sentences.items():
        assert set(_PLACEHOLDER.findall(sentence.ar)) == set(_PLACEHOLDER.findall(sentence.en)), key
