"""What stands at the edges of every sheet: letterhead, running head, signature, numbering, watermark."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportlab.lib.colors import HexColor

from desktop.issuing.contents import Issue
from desktop.values.language import Wording
from reports.arabic.faces import Face, extent
from reports.arabic.ink import Align, Place, draw_line, draw_outlines
from reports.arabic.lines import Line, set_lines
from reports.arabic.markup import Span, Style, isolate
from reports.page import look
from reports.page.pieces import draw_lines, text_lines
from reports.page.setting import Setting
from reports.page.verification import draw_code, draw_place_of_code

_TOP = look.PAGE_HEIGHT - 42
_EMBLEM_RADIUS = 23.0
_HEAD_COLUMN = 205.0
_SERIAL_COLUMN = 150.0

FOOT_OF_LAST_PAGE = look.MARGIN + look.CODE_SIZE + 14
FOOT = look.MARGIN + 18
RUNNING_HEAD_FOOT = _TOP - 32


def letterhead_foot(issue: Issue, setting: Setting) -> float:
    """The height at which the flow starts under the full head."""
    return _head_rule(*_head_lines(issue, setting)) - 24


def _head_rule(authority: list[Line], numbers: list[Line]) -> float:
    # Three lines are as tall as the emblem.
    return float(_TOP) - max(len(authority), len(numbers), 3) * look.HEAD_LEADING - 11


def _head_lines(issue: Issue, setting: Setting) -> tuple[list[Line], list[Line]]:
    rtl = setting.rtl
    authority = [[Span(setting.say(line), look.LABEL)] for line in issue.letterhead.lines]
    numbers = [
        [Span(setting.pick("الرقم: ", "No. "), look.LABEL), Span(isolate(issue.serial or "—"), look.LABEL_STRONG)],
        [Span(setting.day(issue.issued_on), look.LABEL)],
        [Span(setting.other_day(issue.issued_on), look.LABEL)],
    ]
    return (
        [line for spans in authority for line in text_lines(spans, _HEAD_COLUMN, rtl=rtl)],
        [line for spans in numbers for line in text_lines(spans, _SERIAL_COLUMN, rtl=rtl)],
    )


def draw_letterhead(canvas: Any, issue: Issue, setting: Setting) -> None:
    """Draw the full head of the first page."""
    authority, numbers = _head_lines(issue, setting)
    left, right = look.MARGIN, look.PAGE_WIDTH - look.MARGIN
    start_left = right - _HEAD_COLUMN if setting.rtl else left
    draw_lines(canvas, authority, Place(start_left, _TOP, _HEAD_COLUMN), look.HEAD_LEADING)
    _draw_emblem(canvas, look.PAGE_WIDTH / 2, _TOP - 25)
    end_left = left if setting.rtl else right - _SERIAL_COLUMN
    draw_lines(canvas, numbers, Place(end_left, _TOP, _SERIAL_COLUMN), look.HEAD_LEADING, Align.END)
    rule = _head_rule(authority, numbers)
    canvas.setStrokeColor(HexColor(look.ACCENT))
    canvas.setLineWidth(1.6)
    canvas.line(left, rule, right, rule)


def draw_running_head(canvas: Any, issue: Issue, setting: Setting, title: str) -> None:
    """Draw the short head of a following page; the flow starts at `RUNNING_HEAD_FOOT`."""
    rtl = setting.rtl
    place = Place(look.MARGIN, _TOP - 10, look.WIDTH)
    office = f"{setting.say(issue.letterhead.office)} · {title}"
    lines = set_lines([Span(office, look.SMALL_SOFT)], look.WIDTH * 0.72, rtl=rtl)
    # Beside the long name of an office the title would be cut; on page one the office is named in full.
    draw_line(canvas, lines[0] if len(lines) == 1 else _line(title, look.SMALL_SOFT, rtl=rtl), place)
    draw_line(canvas, _line(isolate(issue.serial), look.SMALL, rtl=rtl), place, Align.END, alone=False)
    canvas.setStrokeColor(HexColor(look.ACCENT))
    canvas.setLineWidth(0.8)
    canvas.line(look.MARGIN, _TOP - 18, look.PAGE_WIDTH - look.MARGIN, _TOP - 18)


def draw_foot(canvas: Any, issue: Issue, setting: Setting, numbering: tuple[int, int], collector: Wording) -> None:
    """Draw the foot of page x of y; the last page carries code and signature, the others their number only."""
    number, total = numbering
    rtl = setting.rtl
    last = number == total
    place = Place(look.MARGIN, look.MARGIN, look.WIDTH)
    page = setting.pick(f"صفحة {number} من {total}", f"Page {number} of {total}")
    lines = [page, *(_copy_lines(issue, setting, collector) if last else [])]
    set_end = [line for text in lines for line in text_lines([Span(text, look.SMALL)], _SERIAL_COLUMN, rtl=rtl)]
    left = look.MARGIN if rtl else look.PAGE_WIDTH - look.MARGIN - _SERIAL_COLUMN
    bottom = look.MARGIN + len(set_end) * look.LABEL_LEADING
    draw_lines(canvas, set_end, Place(left, bottom, _SERIAL_COLUMN), look.LABEL_LEADING, Align.END)
    if not last:
        serial = _line(isolate(issue.serial), look.SMALL_SOFT, rtl=rtl)
        draw_line(canvas, serial, replace(place, y=look.MARGIN + 4.5), alone=False)
        return
    code_left = look.PAGE_WIDTH - look.MARGIN - look.CODE_SIZE if rtl else look.MARGIN
    if issue.qr_text:
        draw_code(canvas, issue.qr_text, code_left, look.MARGIN)
    else:
        draw_place_of_code(canvas, code_left, look.MARGIN)
    centre = replace(place, y=look.MARGIN + 62)
    draw_line(canvas, _line(setting.say(issue.signatory), look.LABEL, rtl=rtl), centre, Align.CENTRE)
    canvas.setStrokeColor(HexColor(look.SOFT_INK))
    canvas.setLineWidth(0.7)
    canvas.setDash([0.1, 3.2])
    canvas.setLineCap(1)
    middle = look.PAGE_WIDTH / 2
    canvas.line(middle - 52, look.MARGIN + 22, middle + 52, look.MARGIN + 22)
    canvas.setDash()
    canvas.setLineCap(0)
    seal = setting.pick("التوقيع والختم", "Signature and seal")
    draw_line(canvas, _line(seal, look.SMALL_SOFT, rtl=rtl), replace(place, y=look.MARGIN + 5), Align.CENTRE)


def _copy_lines(issue: Issue, setting: Setting, collector: Wording) -> list[str]:
    if issue.reprint is None:
        lines = [setting.pick("نسخة أولى", "First copy")]
    else:
        reason = setting.say(issue.reprint.reason)
        lines = [setting.pick(f"نسخة رقم {issue.reprint.copy} — {reason}", f"Copy no. {issue.reprint.copy} — {reason}")]
    return [*lines, setting.say(issue.collector or collector)]


def draw_watermark(canvas: Any, issue: Issue, setting: Setting) -> None:
    """Draw under the sheet what keeps it from passing for more than it is, and say it in readable text too.

    A paper without a serial is a draft, drawn for somebody who is about to issue it.
    """
    if not issue.serial:
        words = setting.pick("مسودة", "Draft")
    elif issue.demonstration:
        words = setting.pick("بيانات تجريبية", "Demonstration data")
    elif issue.reprint is not None:
        words = setting.pick("نسخة", "Copy")
    else:
        return
    style = Style(Face.BODY_BOLD, 92 if setting.rtl else 62, look.WATERMARK)
    line = _line(words, style, rtl=setting.rtl)
    canvas.saveState()
    canvas.translate(look.PAGE_WIDTH / 2, look.PAGE_HEIGHT / 2)
    canvas.rotate(38)
    draw_outlines(canvas, line, -line.width / 2, -style.size / 4)
    canvas.restoreState()
    notes = []
    if not issue.serial:
        notes.append(
            setting.pick("مسودة للمعاينة قبل الإصدار — لا يُعتد بها", "Draft for review before issue — not valid")
        )
    if issue.demonstration:
        notes.append(setting.pick("بيانات تجريبية — لا يُعتد بهذه الوثيقة", "Demonstration data — not a valid document"))
    if notes:
        note = " · ".join(notes)
        place = Place(look.MARGIN, look.PAGE_HEIGHT - 24, look.WIDTH)
        warning = replace(look.SMALL, colour=look.STOP)
        draw_line(canvas, _line(note, warning, rtl=setting.rtl), place, Align.CENTRE)


def _draw_emblem(canvas: Any, x: float, y: float) -> None:
    """The office programme's own emblem, «يسر» in a circle: no emblem of a state is drawn."""
    canvas.setStrokeColor(HexColor(look.ACCENT))
    canvas.setFillColor(HexColor(look.SURFACE))
    canvas.setLineWidth(1.6)
    canvas.circle(x, y, _EMBLEM_RADIUS, stroke=1, fill=1)
    canvas.setLineWidth(0.5)
    canvas.circle(x, y, _EMBLEM_RADIUS - 3, stroke=1, fill=0)
    style = Style(Face.BODY_BOLD, 17, look.ACCENT)
    line = _line("يسر", style, rtl=True)
    low = min(extent(glyph.ink, glyph.face)[1] for glyph in line.glyphs)
    high = max(extent(glyph.ink, glyph.face)[3] for glyph in line.glyphs)
    # As outlines: a name in the emblem is no part of the letter's text.
    draw_outlines(canvas, line, x - line.width / 2, y - (low + high) / 2000 * style.size)


def _line(text: str, style: Style, *, rtl: bool, width: float = look.PAGE_WIDTH * 3) -> Line:
    return set_lines([Span(text, style)], width, rtl=rtl)[0]
