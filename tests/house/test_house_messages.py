"""Every error that the office raises has its sentence in both languages, and no sentence is left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter

from checkout import FLOORS, data, files, python, strings, tree

ERRORS = {"OfficeError", "Unreachable", "StaleFile", "Faults"}
SENTENCES: dict[str, dict[str, str]] = {
    f"{path.stem}.{key}": sentence
    for path in files()
    if path.parts[:2] == ("resources", "messages") and path.suffix == ".yaml"
    for key, sentence in (data(path) or {}).items()
}


def _raised() -> Iterator[tuple[str, str, ast.Call]]:
    """Where an error is made, its key as written, and the call."""
    for path in python(*FLOORS):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.func, ast.Name | ast.Attribute):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            key = node.args[0]
            if name in ERRORS and isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield f"{path}:{node.lineno}", key.value, node


def _named(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_error_raised_has_a_sentence() -> None:
    raised = list(_raised())
    assert len(raised) > 100
    assert [f"{place} {key}" for place, key, _ in raised if key not in SENTENCES] == []


def test_every_sentence_belongs_to_an_error() -> None:
    said = {value for path in python(*FLOORS) for _, value in strings(path)}
    endings = {value for value in said if re.fullmatch("(_[a-z]+)+", value)}

    def used(key: str) -> bool:
        # As a whole, without its room, or as a key that an f-string gives an ending.
        begun = {key.removesuffix(ending) for ending in endings} - {key}
        return bool(said & {key, key.partition(".")[2], *begun})

    assert sorted(key for key in SENTENCES if not used(key)) == []


def test_an_error_gives_every_detail_that_its_sentence_names() -> None:
    lacking = []
    for place, key, call in _raised():
        given = {keyword.arg for keyword in call.keywords}
        if None in given or key not in SENTENCES:  # details handed on as a whole; no sentence is told elsewhere
            continue
        missing = _named(SENTENCES[key]["ar"]) - {str(name) for name in given}
        if missing:
            lacking.append(f"{place} {key} {sorted(missing)}")
    assert lacking == []


def test_a_sentence_stands_whole_in_both_languages() -> None:
    broken = [
        key
        for key, sentence in SENTENCES.items()
        if set(sentence) != {"ar", "en"}
        or _named(sentence["ar"]) != _named(sentence["en"])
        or any(part != part.strip() or not part for part in sentence.values())
    ]
    assert broken == []
