"""What somebody typed and what the program said to it, in this process or as the real command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

from desktop.values.language import Language
from ui.command_line.entry import run
from ui.command_line.speaking import Voice

EXAMPLE = Path(str(files("resources"))) / "contracts" / "household.example.json"
EXPECTED: dict[str, Any] = json.loads((EXAMPLE.parent / "household.example.expected.json").read_bytes())
ON_THE_DAY = ("--programme", "sa.developed", "--on", "2024-03-01")


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document that standard output has to be."""
        return json.loads(self.out)

    def answered(self) -> Said:
        """Itself, which must be no refusal."""
        assert self.status == 0, self
        return self


class Screen(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def yusr(*arguments: object, language: Language = Language.ENGLISH, on_terminal: bool = False) -> Said:
    """The command in this process."""
    kind = Screen if on_terminal else StringIO
    out, err = kind(), kind()
    status = run([str(argument) for argument in arguments], Voice(language, out, err))
    return Said(status, out.getvalue(), err.getvalue())


def process(
    *arguments: object, given: bytes = b"", through: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The real command, as a process of its own without a terminal."""
    program = str(Path(sys.executable).parent / "yusr")
    command = [*through, program, *(str(argument) for argument in arguments)]
    own = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environment = {**own, **environment}
    return subprocess.run(command, input=given, capture_output=True, env=environment, timeout=120, check=False)


def said(finished: subprocess.CompletedProcess[bytes]) -> Said:
    return Said(finished.returncode, finished.stdout.decode(), finished.stderr.decode())


def one_sentence(text: str, language: Language) -> None:
    """Refused in one sentence of the language that tells what to do, and without a traceback."""
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    assert lines[0].endswith((".", "؟")), text
    assert "Traceback" not in text
    arabic = any("\u0600" <= letter <= "\u06ff" for letter in text)
    assert arabic or language is Language.ENGLISH, text
    assert "؛" in text or ";" in text, "what to do is part of the sentence"
