"""What the world does to a command: one sentence, exit status 3, nothing half-written."""

from __future__ import annotations

import os
import resource
import shutil
import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import BOTH, Database
from throwaway_postgresql import Server
from typed import EXAMPLE, ON_THE_DAY, Said, one_sentence, process, said, yusr

from desktop.values.language import Language
from ui.command_line import household_source


@pytest.fixture(scope="session")
def _plain_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plain") / "office.db"
    yusr("init", "--as", "sara", "--database", f"sqlite:///{path}").answered()
    return path


@pytest.fixture
def office(_plain_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database file of one person's office, which the environment names."""
    path = tmp_path / "office" / "office.db"
    path.parent.mkdir()
    shutil.copy(_plain_office, path)
    monkeypatch.setenv("YUSR_DATABASE", f"sqlite:///{path}")
    monkeypatch.setenv("YUSR_STAFF", "sara")
    return path


def _out_of_reach(*arguments: object) -> None:
    for language in Language:
        answer = yusr(*arguments, language=language)
        assert (answer.status, answer.out) == (3, ""), answer
        one_sentence(answer.err, language)


def _in_the_file(path: Path, statement: str) -> list[tuple[object, ...]]:
    """What a statement of another program answers, its write-ahead log worked in."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(statement).fetchall()
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return rows


def test_a_database_newer_than_the_program_is_refused_and_left_alone(office: Path) -> None:
    _in_the_file(office, "UPDATE alembic_version SET version_num = '9999'")
    before = office.read_bytes()
    _out_of_reach("register", EXAMPLE)
    _out_of_reach("init")
    assert office.read_bytes() == before


def test_a_database_that_is_missing_is_not_made_by_the_way(tmp_path: Path) -> None:
    missing = tmp_path / "missing.db"
    _out_of_reach("register", EXAMPLE, "--database", f"sqlite:///{missing}", "--as", "sara")
    assert not missing.exists()


@pytest.mark.parametrize("url", ["nonsense", "mysql://a@b/c", "sqlite:///", "postgresql://server/office"])
def test_an_address_of_nothing_is_told(url: str) -> None:
    _out_of_reach("search", "x", "--database", url, "--as", "sara")


def test_a_server_that_does_not_answer_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"postgresql://sara@127.0.0.1:{taken.getsockname()[1]}/office"
        _out_of_reach("search", "x", "--database", url)
        _out_of_reach("init", "--database", url)


@pytest.mark.parametrize("blank_database", BOTH[1:], indirect=True)
def test_a_server_lost_between_two_files_keeps_the_first_and_tells_of_the_second(
    blank_database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server, name = blank_database.server, blank_database.name
    assert server is not None
    monkeypatch.setenv("YUSR_DATABASE", blank_database.url)
    yusr("init").answered()
    made = tmp_path / "made"
    yusr("demo-data", 2, "--out", made).answered()
    files, bytes_of = sorted(made.iterdir()), household_source.bytes_of

    def lost_at_the_second(source: str) -> bytes:
        if source == str(files[1]):
            _end_and_refuse(server, name)
        return bytes_of(source)

    monkeypatch.setattr("ui.command_line.registration.bytes_of", lost_at_the_second)
    try:
        answer = yusr("register", *files, "--json")
    finally:
        with server.superuser() as connection:
            connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert len(answer.document["file_numbers"]) == 1
    assert answer.document["refused"][0]["error"].startswith("database.")
    assert answer.status == 3
    assert len(yusr("search", answer.document["file_numbers"][0], "--json").answered().document) == 1


def _end_and_refuse(server: Server, name: str) -> None:
    with server.superuser() as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))


@pytest.fixture
def sealed_folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "sealed"
    folder.mkdir()
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def _without_power(*arguments: object, **environment: str) -> Said:
    """The command without root's power to write where the file system forbids it."""
    powerless = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
    return said(process(*arguments, given=b"", through=powerless, **environment))


def test_a_folder_that_may_not_be_written_is_told_before_anything_is_begun(sealed_folder: Path, office: Path) -> None:
    place = f"sqlite:///{sealed_folder / 'office.db'}"
    for language in Language:
        for command in (
            ("init",),
            ("demo-data", 2, "--out", sealed_folder / "made"),
            ("tour", "--out", sealed_folder / "tour"),
        ):
            answer = _without_power(*command, YUSR_LANGUAGE=language.value, YUSR_DATABASE=place)
            assert (answer.status, answer.out) == (3, ""), answer
            one_sentence(answer.err, language)
    assert list(sealed_folder.iterdir()) == []


def test_no_serial_is_spent_on_a_paper_that_has_nowhere_to_go(
    office: Path, sealed_folder: Path, tmp_path: Path
) -> None:
    (number,) = yusr("register", EXAMPLE, "--json").answered().document["file_numbers"]
    yusr("assess", number, *ON_THE_DAY).answered()
    command = ("certificate", number, "--kind", "assessment_sheet", "--out")
    answer = _without_power(*command, sealed_folder / "paper.pdf", YUSR_LANGUAGE="en")
    assert answer.status == 3, answer
    _out_of_reach(*command, tmp_path / "nowhere" / "paper.pdf")
    _out_of_reach(*command, tmp_path)
    assert _in_the_file(office, "SELECT count(*) FROM issued_documents") == [(0,)]


def test_a_full_disk_keeps_what_stood_and_nothing_of_the_rest(office: Path) -> None:
    """The kernel refuses the bytes: a limit on the size of files stands in for the disk."""
    limited = (sys.executable, "-c", _LIMITED, str(40_000))
    answer = said(process("register", EXAMPLE, "--json", through=limited, YUSR_LANGUAGE="en"))
    assert answer.status == 3, answer
    assert answer.document["file_numbers"] == []
    one_sentence(answer.err, Language.ENGLISH)
    assert _in_the_file(office, "SELECT count(*) FROM households") == [(0,)]
    yusr("doctor").answered()


_LIMITED = """
import os, resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
os.execv(sys.argv[2], sys.argv[2:])
"""


def test_an_answer_that_cannot_be_written_down_is_told() -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    shell = ("sh", "-c", '"$0" "$@" > /dev/full')
    answer = said(process("schema", "household", through=shell, YUSR_LANGUAGE="en"))
    assert answer.status == 3
    one_sentence(answer.err, Language.ENGLISH)
