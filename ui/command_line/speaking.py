"""The one place that writes to the terminal: answers to standard output, everything else to standard error."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from desktop.values.errors import Faults, OfficeError
from desktop.values.language import Language, Wording

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

# File numbers, dates, amounts, paths and Latin names inside an Arabic sentence: one run each, or the terminal
# reorders their parts.
_RUN = re.compile(r"(?<![\w\u2068])[A-Za-z0-9/~][A-Za-z0-9._:/@~+\-]*[A-Za-z0-9]")
_BETWEEN = "‖"


def both(arabic: str, english: str) -> str:
    """A help text in both languages as the one string that Typer carries; `said_in` takes it apart again."""
    return f"{arabic}{_BETWEEN}{english}"


def said_in(text: str, language: Language) -> str:
    """The half of a text made by `both` that is in `language`."""
    arabic, _, english = text.partition(_BETWEEN)
    return (arabic if language is Language.ARABIC else english).strip()


def language_of(environment: Mapping[str, str]) -> Language:
    """The language of whoever sits here: `YUSR_LANGUAGE`, else the locale's.

    Arabic where nothing is said at all; English for the locales C and POSIX, which scripts set to read messages, and
    for those of every third language.
    """
    for name in ("YUSR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if stated := environment.get(name, "").strip().lower():
            return Language.ARABIC if stated.startswith("ar") else Language.ENGLISH
    return Language.ARABIC


def isolated(text: str) -> str:
    """`text` with every run of Latin letters and figures in an isolate, for terminals that reorder."""
    return _RUN.sub(lambda run: f"{FIRST_STRONG_ISOLATE}{run.group()}{POP_ISOLATE}", text)


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks to one person through two streams.

    Args:
        language: of everything said.
        out: answers go here, and with `--json` nothing but one document.
        err: messages, refusals and progress go here.
    """

    language: Language
    out: TextIO
    err: TextIO

    @classmethod
    def of_this_process(cls) -> Voice:
        """Over the process's own streams, set to UTF-8 whatever the locale says."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                # A file name that is no UTF-8 must not stop the sentence that names it.
                reconfigure(encoding="utf-8", errors="backslashreplace")
        return cls(language_of(os.environ), sys.stdout, sys.stderr)

    @property
    def on_terminal(self) -> bool:
        """Whether answers are read by a person."""
        return self.out.isatty()

    def say(self, arabic: str, english: str) -> str:
        """The one of two texts that is in the language spoken."""
        return arabic if self.language is Language.ARABIC else english

    def word(self, wording: Wording) -> str:
        """A wording in the language spoken."""
        return wording.said_in(self.language)

    def tell(self, text: str = "") -> None:
        """A line of the answer."""
        self.out.write(self._laid_out(text, self.out) + "\n")

    def headline(self, text: str) -> None:
        """The line of the answer that is to be seen first."""
        laid_out = self._laid_out(text, self.out)
        bold = self.on_terminal and "NO_COLOR" not in os.environ
        self.out.write(f"\x1b[1m{laid_out}\x1b[0m\n" if bold else f"{laid_out}\n")

    def document(self, data: bytes) -> None:
        """The JSON document that is the whole answer."""
        self.out.write(data.decode("utf-8").rstrip("\n") + "\n")

    def note(self, text: str) -> None:
        """A line beside the answer."""
        self.err.write(self._laid_out(text, self.err) + "\n")
        self.err.flush()

    def refuse(self, error: OfficeError) -> None:
        """What was wrong, on one line; several faults on a line each, with the place in the file first."""
        self.note(self._fault(error))
        if isinstance(error, Faults):
            for fault in error.faults:
                self.note(f"  {self._fault(fault)}")

    def _fault(self, fault: OfficeError) -> str:
        # A detail quoted from a file or a server may bring line breaks of its own.
        sentence = " ".join(fault.sentence(self.language).split())
        return f"{fault.pointer}: {sentence}" if fault.pointer else sentence

    def _laid_out(self, text: str, stream: TextIO) -> str:
        return isolated(text) if self.language is Language.ARABIC and stream.isatty() else text
