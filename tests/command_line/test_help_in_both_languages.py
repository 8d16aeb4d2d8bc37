"""Every command, option and placeholder is explained in Arabic and in English, and Typer's own words are ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typed import yusr
from typer.core import TyperGroup

from desktop.values.language import Language
from ui.command_line.app import app
from ui.command_line.speaking import said_in


def _commands(command: Any, context: Any) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    yield (), command, context
    if isinstance(command, TyperGroup):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            inner = typer.Context(found, info_name=name, parent=context)
            for path, each, own in _commands(found, inner):
                yield (name, *path), each, own


_ROOT = typer.main.get_command(app)
assert isinstance(_ROOT, TyperGroup)
COMMANDS = {path: command for path, command, _ in _commands(_ROOT, typer.Context(_ROOT, info_name="yusr"))}
CONTRACT = {
    ("tour",), ("init",), ("register",), ("export",), ("schema",), ("assess",), ("simulate",), ("programmes",),
    ("programmes", "show"), ("programmes", "check"), ("decide",), ("certificate",), ("verify",), ("courses",),
    ("enrol",), ("search",), ("demo-data",), ("audit", "verify"), ("doctor",),
    ("staff",), ("staff", "add"), ("staff", "list"), ("staff", "disable"),
}  # fmt: skip

_each_command = pytest.mark.parametrize("path", COMMANDS, ids=" ".join)


def _arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def test_every_command_of_the_contract_is_there() -> None:
    assert set(COMMANDS) >= CONTRACT


@_each_command
def test_a_command_and_its_parameters_are_explained_in_both_languages(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    texts = {"": command.help}
    for parameter in command.params:
        texts[parameter.name] = parameter.help
    for name, text in texts.items():
        assert text, name
        assert _arabic(said_in(text, Language.ARABIC)), name
        english = said_in(text, Language.ENGLISH)
        assert english, name
        assert not _arabic(english), name


@_each_command
def test_a_help_page_is_of_one_language(path: tuple[str, ...]) -> None:
    english = yusr(*path, "--help").answered().out
    arabic = yusr(*path, "--help", language=Language.ARABIC).answered().out
    assert not _arabic(english)
    assert english.startswith("Usage: yusr")
    assert arabic.startswith("الاستعمال: yusr")
    for word in ("Usage", "Options", "Arguments", "Commands", "OPTIONS", "Show this", "required", "default"):
        assert word not in arabic
    for option in COMMANDS[path].params:
        assert all(spelling in english and spelling in arabic for spelling in option.opts if spelling[:1] == "-")


def test_yusr_alone_says_what_to_do_and_shows_its_help() -> None:
    for language in Language:
        alone = yusr(language=language).answered()
        assert len(alone.err.splitlines()) == 1
        assert "yusr tour" in alone.err
        assert alone.out == yusr("--help", language=language).out


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("programmes", "nonsense"), ("audit",), ("--nonsense",), ("schema",), ("schema", "nonsense"),
     ("demo-data", "3"), ("demo-data", "many", "--out", "x"), ("demo-data", "-1", "--out", "x"),
     ("demo-data", "3", "--out", "x", "--country", "XX"), ("certificate",), ("certificate", "A", "--kind", "x"),
     ("certificate", "A", "--kind", "x", "--out", "y.pdf"), ("register",), ("export",), ("export", "A", "--as-of", "x"),
     ("search",), ("search", "x", "--limit", "0"), ("decide", "A"), ("enrol", "A"), ("verify",), ("init", "extra")],
    ids=" ".join,
)  # fmt: skip
def test_what_is_wrongly_written_is_told_in_one_sentence(arguments: tuple[str, ...], language: Language) -> None:
    answer = yusr(*arguments, language=language)
    assert (answer.status, answer.out) == (2, ""), answer
    assert len(answer.err.splitlines()) == 1
    assert _arabic(answer.err) is (language is Language.ARABIC)
