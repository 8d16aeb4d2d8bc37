"""Reading a PDF back as poppler and pdfium see it, in the form in which texts are compared."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pypdfium2

_INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TASHKEEL = re.compile("[\u064b-\u0652\u0670]")


def comparable(text: str) -> str:
    """`text` without direction marks and tashkeel (drawn as outlines), blanks made one space."""
    return " ".join(_TASHKEEL.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).split())


def by_poppler(pdf: bytes, folder: Path) -> str:
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True)
    return comparable(done.stdout.decode())


def by_pdfium(pdf: bytes, folder: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return comparable(" ".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


READERS = {"poppler": by_poppler, "pdfium": by_pdfium}
