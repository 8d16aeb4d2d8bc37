"""How the program speaks: its language, its streams, its directions, and what it says when it fails itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typed import EXAMPLE, ON_THE_DAY, one_sentence, process, said, yusr

from desktop.values.language import Language
from ui.command_line.speaking import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated, language_of


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, Language.ARABIC),
        ({"LANG": ""}, Language.ARABIC),
        ({"LANG": "C"}, Language.ENGLISH),
        ({"LANG": "POSIX"}, Language.ENGLISH),
        ({"LANG": "ar_SA.UTF-8"}, Language.ARABIC),
        ({"LANG": "en_GB.UTF-8"}, Language.ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, Language.ENGLISH),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ar_EG.UTF-8"}, Language.ARABIC),
        ({"LC_MESSAGES": "ar_EG.UTF-8", "LC_ALL": "en_US.UTF-8"}, Language.ENGLISH),
        ({"LC_ALL": "en_US.UTF-8", "YUSR_LANGUAGE": "ar"}, Language.ARABIC),
    ],
)
def test_the_locale_decides_the_language(environment: dict[str, str], language: Language) -> None:
    assert language_of(environment) is language


def test_output_is_utf_8_whatever_the_locale_says() -> None:
    for locale in ("C", "C.UTF-8", "ar_SA.ISO-8859-6", "nonsense"):
        told = process("programmes", LC_ALL=locale, YUSR_LANGUAGE="ar", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert told.returncode == 0
        assert "الضمان" in told.stdout.decode("utf-8")


def test_a_file_name_that_is_no_utf_8_is_told_all_the_same() -> None:
    program = Path(sys.executable).parent / "yusr"
    command = [os.fsencode(program), b"assess", b"\xff.json", *(part.encode() for part in ON_THE_DAY)]
    told = subprocess.run(command, capture_output=True, env={**os.environ, "YUSR_LANGUAGE": "en"}, check=False)
    assert told.returncode == 3
    one_sentence(told.stderr.decode(), Language.ENGLISH)


def test_runs_of_latin_are_isolated_in_arabic_on_a_terminal_only() -> None:
    on_screen = yusr("assess", EXAMPLE, *ON_THE_DAY, language=Language.ARABIC, on_terminal=True).answered().out
    assert f"{FIRST_STRONG_ISOLATE}2024-03-01{POP_ISOLATE}" in on_screen
    for plain in (
        yusr("assess", EXAMPLE, *ON_THE_DAY, language=Language.ARABIC).answered().out,
        yusr("assess", EXAMPLE, *ON_THE_DAY, on_terminal=True).answered().out,
    ):
        assert FIRST_STRONG_ISOLATE not in plain


def test_an_isolate_holds_a_whole_number_or_address() -> None:
    text = isolated("سُجّل QTF-2026-00001 في sqlite:///a/b.db يوم 2024-03-01.")
    runs = [part.partition(POP_ISOLATE)[0] for part in text.split(FIRST_STRONG_ISOLATE)[1:]]
    assert runs == ["QTF-2026-00001", "sqlite:///a/b.db", "2024-03-01"]


@pytest.mark.parametrize("language", Language)
def test_a_fault_of_the_program_is_one_sentence_and_a_log_without_anybodys_data(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_more: object) -> None:
        raise ValueError("فاطمة 1000000008")

    monkeypatch.setattr("ui.command_line.contracts.json.dumps", fail)
    answer = yusr("schema", "household", language=language)
    assert (answer.status, answer.out) == (1, "")
    one_sentence(answer.err, language)
    (log,) = (Path(os.environ["XDG_STATE_HOME"]) / "yusr").iterdir()
    assert str(log) in answer.err
    assert log.stat().st_mode & 0o077 == 0
    written = log.read_text("utf-8")
    assert "ValueError" in written
    assert "test_speaking.py" in written
    assert "فاطمة" not in written.replace('ValueError("فاطمة 1000000008")', "")


def test_a_fault_is_told_even_where_no_log_can_be_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "a file"))
    monkeypatch.setattr("ui.command_line.contracts.json.dumps", lambda *_a, **_k: 1 / 0)
    answer = yusr("schema", "household")
    assert answer.status == 1
    one_sentence(answer.err, Language.ENGLISH)


def test_ctrl_c_ends_with_a_word_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.command_line.contracts.json.dumps", stop)
    answer = yusr("schema", "household")
    assert (answer.status, answer.out, answer.err) == (130, "", "Stopped.\n")


def test_a_reader_who_has_read_enough_is_no_fault() -> None:
    shell = ("bash", "-c", 'set -o pipefail; "$0" "$@" | head -c 1 > /dev/null')
    told = said(process("schema", "household", through=shell))
    assert told.err == ""
    assert told.status == 0


def test_json_answers_are_one_document_and_nothing_else(tmp_path: Path) -> None:
    for command in (
        ("schema", "household"), ("schema", "assessment"), ("programmes", "--json"),
        ("programmes", "show", "sa.developed", "--json"), ("certificate", "--list", "--json"),
        ("demo-data", "2", "--out", str(tmp_path / "made"), "--json"), ("verify", "nothing", "--json"),
        ("assess", str(EXAMPLE), *ON_THE_DAY, "--json"),
    ):  # fmt: skip
        answer = yusr(*command).answered()
        json.loads(answer.out)
        assert answer.err == ""


def test_nobody_is_asked_for_a_password_where_nobody_can_answer(tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'office.db'}", "--as", "sara")
    shell = ("bash", "-c", 'exec "$0" "$@" 3<<< "a-long-password"')
    said(process("init", *database, "--password-fd", 3, through=shell)).answered()
    refused = said(process("search", "x", *database, YUSR_LANGUAGE="en"))
    assert refused.status == 1
    one_sentence(refused.err, Language.ENGLISH)
    said(process("search", "x", *database, "--password-fd", 3, through=shell)).answered()
    nothing_there = said(process("search", "x", *database, "--password-fd", 9, YUSR_LANGUAGE="en"))
    assert nothing_there.status == 2
    assert b"a-long-password" not in (tmp_path / "office.db").read_bytes()


def test_a_person_at_a_terminal_is_asked_for_the_password(tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'office.db'}", "--as", "sara")
    shell = ("bash", "-c", 'exec "$0" "$@" 3<<< "a-long-password"')
    said(process("init", *database, "--password-fd", 3, through=shell)).answered()
    ours, theirs = os.openpty()
    try:
        asked = subprocess.Popen(
            [Path(sys.executable).parent / "yusr", "search", "x", "--json", *database],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=theirs,
            env={**os.environ, "YUSR_LANGUAGE": "en"},
            start_new_session=True,
        )
        shown = b""
        while b"Password" not in shown:
            shown += os.read(ours, 1024)
        os.write(ours, b"a-long-password\n")
        out, _ = asked.communicate(timeout=60)
    finally:
        os.close(ours)
        os.close(theirs)
    assert (asked.returncode, json.loads(out)) == (0, [])


def test_the_version_is_told() -> None:
    assert yusr("--version").answered().out.startswith("yusr ")
