"""Every noun that the window says is a term of the glossary, and a label says the same term in both languages."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from checkout import ROOT, data

GLOSSARY: dict[str, dict[str, Any]] = data(Path("resources/glossary.yaml"))
_EVERYDAY = ROOT / "tests" / "house" / "everyday_words.txt"
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%L?[n0-9]|\(s\)|\(ies\)")
_WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
LABEL = 3
"""Words up to which a text is a label; a sentence may say a thing in other words."""


def _plain(text: str) -> str:
    """Without tashkeel and tatweel."""
    return "".join(letter for letter in text if not unicodedata.combining(letter) and letter != "ـ")


@cache
def _texts() -> tuple[tuple[str, str], ...]:
    """Every text of the window with its Arabic, all forms of number together; values are taken out of the English."""
    found = []
    for path in sorted((ROOT / "resources" / "translations").glob("*_ar.ts")):
        for message in ElementTree.parse(path).getroot().iter("message"):
            translation = message.find("translation")
            assert translation is not None
            english = _PLACEHOLDER.sub(" ", message.findtext("source", "")).replace("’", "'").lower()
            found.append((english, _plain(" ".join(translation.itertext()))))
    return tuple(found)


def _english(term: dict[str, Any]) -> Iterator[str]:
    """The words for a term, and for more than one of it."""
    for words in (term["en"].lower(), *term.get("also", ())):
        yield words
        yield words + "s"
        if words.endswith("y"):
            yield words[:-1] + "ies"


@cache
def _terms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """How each term is found in a text and its identifier, longer words first: «amount due» is no «amount»."""
    spelled = sorted(
        ((words, name) for name, term in GLOSSARY.items() for words in _english(term)), key=lambda each: -len(each[0])
    )
    return tuple((re.compile(rf"\b{re.escape(words)}(?:'s|')?(?![\w-])"), name) for words, name in spelled)


@cache
def _said(english: str) -> tuple[tuple[str, ...], str]:
    """The terms that a text says, and what is left of it."""
    said: list[str] = []
    for pattern, name in _terms():
        english, found = pattern.subn(" ", english)
        if found:
            said.append(name)
    return tuple(said), english


def _unknown() -> dict[str, str]:
    """Words that are neither a term nor an everyday word, each with a text that says it."""
    everyday = set(_EVERYDAY.read_text(encoding="utf-8").split())
    return {
        word: english for english, _ in _texts() for word in _WORD.findall(_said(english)[1]) if word not in everyday
    }


def test_every_noun_of_the_window_is_a_term_of_the_glossary() -> None:
    """A word that names nothing of the field stands in everyday_words.txt; any other belongs in the glossary."""
    assert _unknown() == {}


def test_no_everyday_word_is_a_term_or_unused() -> None:
    words = _EVERYDAY.read_text(encoding="utf-8").split()
    assert words == sorted(set(words))
    left = {word for english, _ in _texts() for word in _WORD.findall(_said(english)[1])}
    assert set(words) - left == set()


def test_a_label_says_its_terms_in_arabic_too() -> None:
    other = []
    for english, arabic in _texts():
        for name in _said(english)[0] if len(english.split()) <= LABEL else ():
            stems = GLOSSARY[name].get("stems", ())
            if stems and not any(_plain(stem) in arabic for stem in stems):
                other.append(f"{name}: {english!r}, {' '.join(arabic.split())}")
    assert other == []


def test_a_noun_that_nobody_entered_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "_texts", lambda: (("the beneficiary's wallet", "محفظة المستفيد"),))
    assert set(_unknown()) == {"wallet"}
