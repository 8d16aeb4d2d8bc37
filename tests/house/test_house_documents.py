"""What the documents and the Makefile say is what the code does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT, files, text

TARGETS = ("setup", "run", "test", "check", "soak", "bench", "gallery", "package", "help")


def test_security_prints_the_permissions_that_the_code_enforces() -> None:
    told = subprocess.run(
        [sys.executable, "installer/permission_matrix.py"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert told.count("\n") > 20
    assert told in text(Path("SECURITY.md")), "run installer/permission_matrix.py --write"


def test_the_makefile_has_the_targets_that_others_call_and_no_more() -> None:
    assert tuple(re.findall(r"^([a-z]+):", text(Path("Makefile")), re.MULTILINE)) == TARGETS


def test_help_tells_every_target_in_both_languages() -> None:
    told = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = told.stdout.splitlines()
    assert [line.split()[1] for line in lines] == list(TARGETS)
    assert all(re.search(r"[ء-ي].* · [a-z]", line) for line in lines)


def test_decisions_are_numbered_without_a_gap_and_have_their_four_parts() -> None:
    records = [path for path in files() if path.parts[:2] == ("docs", "decisions")]
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    for path in records:
        parts = re.findall(r"^\*\*(\w+)\.\*\*", text(path), re.MULTILINE)
        assert parts == ["Context", "Decision", "Consequences", "Alternatives"], path
        assert text(path).startswith(f"# {int(path.name[:4])}. "), path


def test_every_file_that_a_document_points_to_is_there() -> None:
    pages = [path for path in files() if path.suffix == ".md"]
    lost = [
        f"{path}: {target}"
        for path in pages
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(path))
        if not (ROOT / path.parent / target).exists()
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ("def test_a(): pass", 0, ""),
        ("import pytest\n@pytest.mark.xfail\ndef test_a(): assert False\ndef test_b(): pytest.skip()", 1, "2 tests"),
    ],
)
def test_a_run_that_left_a_test_out_is_a_failure(tmp_path: Path, body: str, status: int, said: str) -> None:
    (tmp_path / "test_sample.py").write_text(body)
    report = tmp_path / "report.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "--rootdir", str(tmp_path)]
    subprocess.run([*command, f"--junitxml={report}", str(tmp_path)], cwd=tmp_path, capture_output=True, check=True)
    command = [sys.executable, "installer/nothing_skipped.py", str(report)]
    judged = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert judged.returncode == status
    assert said in judged.stderr
