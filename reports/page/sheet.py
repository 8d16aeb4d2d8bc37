"""A paper from its pieces to its bytes: placed on pages first, drawn when their number is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from threading import Lock

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop.issuing.contents import Issue
from desktop.values.language import Wording
from reports.arabic.faces import Face, font
from reports.arabic.ink import Align
from reports.arabic.markup import Span
from reports.page import furniture, look
from reports.page.pieces import Piece, paragraph
from reports.page.setting import Setting

# Pages as bytes: ReportLab's default writes them in printable characters, a quarter larger and a tenth slower.
rl_config.useA85 = 0

# ReportLab's fonts keep the letters each open document uses; two documents at once would need two copies of both.
_ONE_PAPER_AT_A_TIME = Lock()


@dataclass
class Sheet:
    """A paper under construction.

    Args:
        issue: what the sheet carries whatever it says.
        setting: its language and digits.
        title: printed large, and the title of the PDF.
        subtitle: a line under it, empty for none.
        collector: said beside the copy's number where the issue names no collector.
    """

    issue: Issue
    setting: Setting
    title: str
    subtitle: str
    collector: Wording
    _pieces: list[Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        rtl = self.setting.rtl
        self.add(paragraph([Span(self.title, look.TITLE)], rtl=rtl, leading=36, align=Align.CENTRE, keep=True))
        if self.subtitle:
            self.add(paragraph([Span(self.subtitle, look.SUBTITLE)], rtl=rtl, leading=19, align=Align.CENTRE))

    def add(self, pieces: Piece | Iterable[Piece]) -> None:
        """Append to the flow."""
        self._pieces += [pieces] if isinstance(pieces, Piece) else pieces

    def write(self) -> bytes:
        """The PDF; the same bytes for the same contents on every machine."""
        with _ONE_PAPER_AT_A_TIME:
            for face in Face:
                font(face)
            out = BytesIO()
            # Without a first font of ours the canvas names Helvetica, which would not be embedded.
            canvas = Canvas(
                out,
                pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT),
                invariant=1,
                pageCompression=1,
                initialFontName=Face.LABEL.value[0],
                lang=self.setting.language.value,
            )
            canvas.setTitle(f"{self.title} {self.issue.serial}")
            canvas.setAuthor(self.setting.say(self.issue.letterhead.office))
            canvas.setSubject(self.issue.serial)
            # Whoever checks the file reads the code here; the drawn one is for cameras.
            canvas.setKeywords(self.issue.qr_text)
            canvas.setCreator("Yusr")
            self._draw(canvas)
            canvas.save()
            return out.getvalue()

    def _draw(self, canvas: Canvas) -> None:
        first_top = furniture.letterhead_foot(self.issue, self.setting)
        pages = _paged(self._pieces, first_top, furniture.RUNNING_HEAD_FOOT)
        for number, placed in enumerate(pages, start=1):
            furniture.draw_watermark(canvas, self.issue, self.setting)
            if number == 1:
                furniture.draw_letterhead(canvas, self.issue, self.setting)
            else:
                furniture.draw_running_head(canvas, self.issue, self.setting, self.title)
            for top, piece in placed:
                piece.draw(canvas, look.MARGIN, top)
            furniture.draw_foot(canvas, self.issue, self.setting, (number, len(pages)), self.collector)
            canvas.showPage()


Placed = list[tuple[float, Piece]]


def _paged(pieces: list[Piece], first_top: float, next_top: float) -> list[Placed]:
    """Where each piece stands on which page; the last page leaves room for code and signature."""
    pages: list[Placed] = [[]]
    top = first_top
    for group in _kept_together(pieces):
        needed = sum(piece.height + piece.before for piece in group)
        if pages[-1] and top - needed < furniture.FOOT:
            pages.append([])
            top = next_top
        for piece in group:
            header = piece.header if not pages[-1] else None
            # A group taller than a page is broken after all.
            if pages[-1] and top - piece.height - piece.before < furniture.FOOT:
                pages.append([])
                top, header = next_top, piece.header
            if header is not None:
                pages[-1].append((top, header))
                top -= header.height
            top -= piece.before if pages[-1] else 0.0
            pages[-1].append((top, piece))
            top -= piece.height
    return _with_room_for_signature(pages, next_top)


def _kept_together(pieces: list[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        groups[-1].append(piece)
        if not piece.keep:
            groups.append([])
    return [group for group in groups if group]


def _with_room_for_signature(pages: list[Placed], next_top: float) -> list[Placed]:
    last = pages[-1]
    low = [(top, piece) for top, piece in last if top - piece.height < furniture.FOOT_OF_LAST_PAGE]
    if not low:
        return pages
    # What hangs into the signature's room moves on, with the piece it is kept with.
    cut = len(last) - len(low)
    while cut > 1 and last[cut - 1][1].keep:
        cut -= 1
    moved = [piece for _, piece in last[cut:]]
    if cut == 0:
        return [*pages, []]
    header = moved[0].header
    placed: Placed = []
    top = next_top
    for piece in [*([header] if header else []), *moved]:
        top -= piece.before if placed else 0.0
        placed.append((top, piece))
        top -= piece.height
    return [*pages[:-1], last[:cut], placed]
