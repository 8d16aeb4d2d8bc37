"""The words that people read are the glossary's: one term for one thing."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from checkout import FLOORS, ROOT, data, files, python, strings

GLOSSARY: dict[str, dict[str, Any]] = data(Path("resources/glossary.yaml"))
_ARABIC = re.compile("[ء-ي]")


def _plain(text: str) -> str:
    """Without tashkeel and tatweel."""
    return "".join(letter for letter in text if not unicodedata.combining(letter) and letter != "ـ")


def _wordings(value: Any) -> Iterator[str]:
    """Every text of a data file, but the titles of laws, which are quoted as enacted."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for key, part in value.items() if key != "laws" for text in _wordings(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _wordings(part))


@cache
def _read_by_people() -> tuple[tuple[str, str], ...]:
    """Where a text stands and the text.

    Messages, packs, the window's catalogues, and the Arabic that code says with the English beside it.
    """
    found = []
    for path in files():
        if path.suffix == ".yaml" and path.parts[:2] in {("resources", "messages"), ("resources", "programmes")}:
            found += [(str(path), _plain(text)) for text in _wordings(data(path))]
        elif path.suffix == ".ts":
            found += [(str(path), _plain(text)) for text in ElementTree.parse(ROOT / path).getroot().itertext()]
    for path in python(*FLOORS):
        texts = list(strings(path))
        arabic = {line for line, text in texts if _ARABIC.search(text)}
        found += [(f"{path}:{line}", _plain(text)) for line, text in texts if line in arabic]
    return tuple(found)


def _forbidden(language: str) -> list[tuple[str, str]]:
    return [(name, word) for name, term in GLOSSARY.items() for word in term.get("not", {}).get(language, [])]


def _uses(word: str, language: str) -> list[str]:
    # Arabic puts «و» or a preposition before the word without a space.
    before = "(?<![ء-ي])[وفبلك]?" if language == "ar" else r"\b"
    after = "(?![ء-ي])" if language == "ar" else r"\b"
    pattern = re.compile(before + re.escape(_plain(word)) + after, re.IGNORECASE)
    return [f"{place}: {text}" for place, text in _read_by_people() if pattern.search(text)]


def test_the_words_that_people_read_are_found() -> None:
    assert len(_read_by_people()) > 1000


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_text_uses_a_word_that_the_glossary_has_another_for(language: str) -> None:
    used = {f"{name}, not «{word}»": found for name, word in _forbidden(language) if (found := _uses(word, language))}
    assert used == {}


def test_a_forbidden_word_is_found_behind_a_conjunction_and_under_tashkeel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "_read_by_people", lambda: (("here", _plain("افتح الأسر ومكتبَي معًا")),))
    assert _uses("مكتبي", "ar") == ["here: افتح الأسر ومكتبي معا"]
    assert _uses("مكتب", "ar") == []


def test_every_term_has_one_identifier_and_both_languages() -> None:
    assert [name for name in GLOSSARY if not re.fullmatch("[a-z]+(_[a-z]+)*", name)] == []
    for language in ("ar", "en"):
        terms = [term[language] for term in GLOSSARY.values()]
        assert len(terms) == len(set(terms))


def test_no_term_is_forbidden_by_another() -> None:
    for language in ("ar", "en"):
        terms = {_plain(term[language]) for term in GLOSSARY.values()}
        assert terms & {_plain(word) for _, word in _forbidden(language)} == set()
