"""PDF pages as pictures, for the preview before printing and for the gallery."""

from __future__ import annotations

from io import BytesIO
from threading import Lock

import pypdfium2

# pdfium keeps its own state for the whole process and may not be entered by two threads at once.
_ONE_AT_A_TIME = Lock()


def pages_as_png(pdf: bytes, dpi: int = 110) -> list[bytes]:
    """Every page of `pdf` as a PNG of that resolution, first page first.

    Raises:
        pypdfium2.PdfiumError: `pdf` is no PDF.
    """
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_as_png(page, dpi) for page in document]
        finally:
            document.close()


def _as_png(page: pypdfium2.PdfPage, dpi: int) -> bytes:
    out = BytesIO()
    # 72 points an inch. PNG by Pillow carries no time, so pictures can be compared byte by byte.
    page.render(scale=dpi / 72).to_pil().save(out, "PNG")
    return out.getvalue()
