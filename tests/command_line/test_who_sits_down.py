"""Who works at the desk of a command: named before it, after it, by the environment, or by the account itself."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest
from typed import EXAMPLE, one_sentence, yusr

from desktop.values.language import Language
from ui.command_line.signing_in import account


def _founded(path: Path, *named: str) -> str:
    url = f"sqlite:///{path}"
    yusr("init", "--database", url, *named).answered()
    return url


def test_the_account_that_founded_an_office_need_not_name_itself(tmp_path: Path) -> None:
    url = _founded(tmp_path / "office.db")
    assert yusr("register", EXAMPLE, "--database", url, "--json").answered().document["refused"] == []


@pytest.mark.parametrize("language", list(Language))
def test_an_account_that_is_nobody_here_is_asked_who_it_is(tmp_path: Path, language: Language) -> None:
    url = _founded(tmp_path / "office.db", "--as", "sara")
    answer = yusr("search", "x", "--database", url, language=language)
    assert (answer.status, answer.out) == (1, "")
    one_sentence(answer.err, language)
    assert "--as" in answer.err


def test_database_and_staff_may_be_named_before_the_command(tmp_path: Path) -> None:
    url = _founded(tmp_path / "office.db", "--as", "sara")
    yusr("--database", url, "--as", "sara", "register", EXAMPLE).answered()
    found = yusr("--database", url, "--as", "sara", "search", "فاطمة", "--json").answered().document
    assert len(found) == 1 or found["households"]
    assert yusr("--database", url, "--as", "sara", "audit", "verify").status == 0


def test_what_is_named_after_the_command_wins(tmp_path: Path) -> None:
    url = _founded(tmp_path / "office.db", "--as", "sara")
    nowhere = f"sqlite:///{tmp_path}/nowhere.db"
    yusr("--database", nowhere, "--as", "nobody", "search", "x", "--database", url, "--as", "sara").answered()


@pytest.mark.parametrize(("name", "login"), [("Sara", "sara"), ("9ali.h", "ali.h"), ("سارة", None), ("", None)])
def test_an_account_becomes_a_login_or_none(monkeypatch: pytest.MonkeyPatch, name: str, login: str | None) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: name)
    assert account() == login
