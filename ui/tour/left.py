"""What a tour leaves in its folder, and how an earlier tour's is put away."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from desktop.values.language import Wording

DATABASE = "office.db"
KEYS, TRUST = "keys", "trust"
INDEX = "tour.json"

Tell = Callable[[Wording, float], None]
"""Told of each step when it is done: what was done, and how many seconds it took."""


@dataclass(slots=True)
class Left:
    """The steps of a tour that are done, and the files that they left.

    Args:
        out: the folder.
        tell: see `Tell`.
        file_number: of the household that the tour registers, once it has one.
    """

    out: Path
    tell: Tell
    file_number: str = ""
    steps: list[dict[str, Any]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def said(self, words: Wording) -> Wording:
        """Words with the number of the file in place of `{number}`."""
        return Wording(words.ar.format(number=self.file_number), words.en.format(number=self.file_number))

    @contextmanager
    def step(self, done: Wording) -> Iterator[None]:
        """One step of the job, timed; it is told at its end, when the number of the file is known."""
        begun = time.perf_counter()
        yield
        seconds = time.perf_counter() - begun
        words = self.said(done)
        self.steps.append({"ar": words.ar, "en": words.en, "seconds": round(seconds, 3)})
        self.tell(words, seconds)

    def leave(self, name: str, data: bytes) -> None:
        """Leave a file, whole, in place of an earlier tour's."""
        half = self.out / f".{name}.half"
        half.write_bytes(data)
        os.replace(half, self.out / name)
        self.names.append(name)

    def leave_indented(self, name: str, document: bytes) -> None:
        """Leave JSON as people read it."""
        self.leave(name, msgspec.json.format(document, indent=1) + b"\n")

    def leave_index(self, **told: object) -> None:
        """Leave the list of everything, with what is told besides."""
        index = {**told, "steps": self.steps, "files": [*self.names, INDEX]}
        self.leave(INDEX, json.dumps(index, ensure_ascii=False, indent=1).encode() + b"\n")


def clear(out: Path) -> None:
    """Forget an earlier tour: its index names what it left."""
    index = out / INDEX
    try:
        names = [str(name) for name in json.loads(index.read_bytes())["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        # Whatever a tour that was cut off left is found by its own names; a later one replaces the rest.
        names = []
    else:
        # A key is known to its own database alone.
        for folder in (KEYS, TRUST):
            for made in (out / folder).glob("*.json"):
                made.unlink()
    for name in (*names, INDEX, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
        # An index that somebody wrote by hand must not reach out of the folder.
        if Path(name).name == name:
            (out / name).unlink(missing_ok=True)
