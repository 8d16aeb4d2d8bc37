"""The office's staff by the command line: who is added signs in, who is disabled does not, and nothing is half done."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from conftest import PASSWORD, Database
from typed import one_sentence, yusr

from desktop.values.language import Language

NURA = ("nura", "--name-ar", "نورة العلي", "--name-en", "Nura Al-Ali", "--female")


@contextmanager
def descriptor(text: str) -> Iterator[int]:
    """What a shell hands over by `N<<<"text"`."""
    reading, writing = os.pipe()
    os.write(writing, f"{text}\n".encode())
    os.close(writing)
    yield reading
    os.close(reading)


@pytest.fixture
def founder(blank_database: Database, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """How the first member of staff, who administers, is named in a command."""
    monkeypatch.setenv("YUSR_DATABASE", blank_database.url)
    monkeypatch.setenv("YUSR_STAFF", "")
    named = () if blank_database.kind == "postgresql" else ("--as", "founder")
    yusr("init", *named).answered()
    return named


def added(founder: tuple[str, ...], *more: object) -> dict[str, object]:
    with descriptor(PASSWORD) as number:
        typed = (*NURA, "--role", "researcher", *more, "--new-password-fd", number)
        found: dict[str, object] = yusr("staff", "add", *typed, *founder, "--json").answered().document
        return found


def as_nura(database: Database) -> tuple[str, ...]:
    if database.server is None:
        return ("--as", "nura")
    return ("--database", database.server.url(database.name, "nura", PASSWORD))


def test_who_is_added_signs_in_with_the_password_given_until_disabled(
    blank_database: Database, founder: tuple[str, ...]
) -> None:
    told = added(founder, "--role", "empowerment", "--section", "women")
    assert told["roles"] == ["empowerment", "researcher"]
    assert told["sections"] == ["general", "women"]
    assert told["sex"] == "female"
    with descriptor(PASSWORD) as number:
        yusr("search", "x", *as_nura(blank_database), "--password-fd", number).answered()
    assert "nura" in yusr("staff", "disable", "nura", *founder).answered().out
    with descriptor(PASSWORD) as number:
        refused = yusr("search", "x", *as_nura(blank_database), "--password-fd", number)
    assert refused.status == (1 if blank_database.server is None else 3)  # a server does not let the role in at all
    one_sentence(refused.err, Language.ENGLISH)
    (nura,) = [
        each for each in yusr("staff", "list", "--json", *founder).answered().document if each["login"] == "nura"
    ]
    assert not nura["active"]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("blank_database", ["sqlite"], indirect=True)
def test_staff_are_listed_with_their_roles_in_words(founder: tuple[str, ...], language: Language) -> None:
    added(founder, "--section", "women")
    yusr("staff", "disable", "nura", *founder).answered()
    said = yusr("staff", "list", *founder, language=language).answered().out
    words = {
        Language.ARABIC: ("نورة العلي", "الباحث الاجتماعي", "القسم النسوي", "موقوف"),
        Language.ENGLISH: ("Nura Al-Ali", "social researcher", "women's section", "disabled"),
    }[language]
    assert all(word.casefold() in said.casefold() for word in words), said


REFUSALS = (
    ("add", *NURA, "--role", "director"),
    ("add", *NURA, "--role", "researcher", "--section", "men"),
    ("add", *NURA),
    ("add", "Nura", *NURA[1:], "--role", "researcher"),
    ("add", *NURA, "--role", "researcher", "--new-password-fd", "none"),
    ("add", *NURA, "--role", "researcher", "--new-password-fd", "999"),
    ("disable", "nobody"),
    ("disable", "founder"),
    ("disable",),
    ("dismiss",),
)


@pytest.mark.parametrize("blank_database", ["sqlite"], indirect=True)
def test_what_cannot_be_is_refused_in_a_sentence_and_nobody_is_added(founder: tuple[str, ...]) -> None:
    for typed in REFUSALS:
        for language in Language:
            refused = yusr("staff", *typed, *founder, language=language)
            assert refused.status in {1, 2}, typed
            assert refused.out == ""
            one_sentence(refused.err, language)
    assert len(yusr("staff", "list", "--json", *founder).answered().document) == 1


@pytest.mark.postgresql
@pytest.mark.parametrize("blank_database", ["postgresql"], indirect=True)
def test_nobody_is_added_to_a_server_without_a_password_or_with_a_short_one(founder: tuple[str, ...]) -> None:
    one_sentence(yusr("staff", "add", *NURA, "--role", "researcher", *founder).err, Language.ENGLISH)
    with descriptor("short") as number:
        typed = (*NURA, "--role", "researcher", "--new-password-fd", number)
        one_sentence(yusr("staff", "add", *typed, *founder).err, Language.ENGLISH)
    assert len(yusr("staff", "list", "--json", *founder).answered().document) == 1


def test_only_an_administrator_adds_and_disables(blank_database: Database, founder: tuple[str, ...]) -> None:
    added(founder)
    for act in (("add", "huda", *NURA[1:], "--role", "supervisor"), ("disable", "founder")):
        with descriptor(PASSWORD) as number:
            refused = yusr("staff", *act, *as_nura(blank_database), "--password-fd", number)
        assert refused.status == 1
        one_sentence(refused.err, Language.ENGLISH)
