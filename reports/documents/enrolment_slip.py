"""قسيمة التسجيل في دورة تدريبية: a seat in a course, or a place in its waiting list."""

from __future__ import annotations

from dataclasses import replace

from desktop.issuing.contents import ConditionRow, EnrolmentSlip
from desktop.values.language import Language
from reports.arabic.markup import Span, unbroken
from reports.page import look
from reports.page.boxes import BoxLine, box
from reports.page.people import agreeing, collector
from reports.page.pieces import Piece, bullets, heading, paragraph
from reports.page.setting import Setting
from reports.page.sheet import Sheet
from reports.page.signs import COLOURS
from reports.page.table import Cell, Column, pairs, table


def render(content: EnrolmentSlip, *, language: Language, arabic_digits: bool) -> bytes:
    """The slip as PDF."""
    setting = Setting(language, arabic_digits)
    rtl = setting.rtl
    sheet = Sheet(
        content.issue,
        setting,
        title=setting.pick("قسيمة التسجيل في دورة تدريبية", "Training course enrolment slip"),
        subtitle=setting.say(content.track) if content.track is not None else "",
        collector=collector(content.person),
    )
    spans = _enrolled_in_arabic(content, setting) if rtl else _enrolled_in_english(content, setting)
    sheet.add(paragraph(spans, rtl=rtl, before=18))
    sheet.add(pairs(_course(content, setting), rtl=rtl, before=10))
    sheet.add(_seat(content, setting))
    if content.conditions:
        sheet.add(heading(setting.pick("شروط الدورة", "Conditions of the course"), rtl=rtl))
        sheet.add(_conditions(content.conditions, setting))
    if content.bring:
        sheet.add(heading(setting.pick("ما يلزم إحضاره في اليوم الأول", "To bring on the first day"), rtl=rtl))
        sheet.add(bullets([setting.say(item) for item in content.bring], rtl=rtl))
    if content.contact is not None:
        sheet.add(paragraph([Span(setting.say(content.contact), look.NOTE)], rtl=rtl, leading=19, before=12))
    return sheet.write()


def _enrolled_in_arabic(content: EnrolmentSlip, setting: Setting) -> list[Span]:
    person = content.person
    waiting = content.waiting_position is not None
    enrolled = agreeing(person, "أُدرجت", "أُدرج") if waiting else agreeing(person, "سُجّلت", "سُجّل")
    where = "في قائمة الانتظار لدورة" if waiting else "في دورة"
    return [
        Span(f"{enrolled} {agreeing(person, 'السيدة', 'السيد')} ", look.BODY),
        Span(setting.name(person.name), look.BODY_STRONG),
        Span(f"، {setting.say(person.id_label)} رقم ", look.BODY),
        Span(setting.identity(person.national_id), look.BODY_STRONG),
        Span(f"، {where} ", look.BODY),
        Span(f"«{setting.say(content.course)}»", look.BODY_STRONG),
        Span(f" لدى {setting.say(content.provider)}.", look.BODY),
    ]


def _enrolled_in_english(content: EnrolmentSlip, setting: Setting) -> list[Span]:
    person = content.person
    where = "is on the waiting list of" if content.waiting_position is not None else "is enrolled in"
    return [
        Span(f"{agreeing(person, 'Ms', 'Mr')} ", look.BODY),
        Span(setting.name(person.name), look.BODY_STRONG),
        Span(f", {setting.say(person.id_label)} ", look.BODY),
        Span(setting.identity(person.national_id), look.BODY_STRONG),
        Span(f", {where} “", look.BODY),
        Span(setting.say(content.course), look.BODY_STRONG),
        Span(f"” at {setting.say(content.provider)}.", look.BODY),
    ]


def _course(content: EnrolmentSlip, setting: Setting) -> list[tuple[str, Cell]]:
    rows = [
        (setting.pick("تبدأ في", "Starts on"), Cell.of(setting.day_in_words(content.starts_on))),
        (setting.pick("تنتهي في", "Ends on"), Cell.of(setting.day_in_words(content.ends_on))),
    ]
    if content.schedule is not None:
        rows.append((setting.pick("المواعيد", "Hours"), Cell.of(setting.say(content.schedule))))
    return [*rows, (setting.pick("المكان", "Place"), Cell.of(setting.say(content.place)))]


def _seat(content: EnrolmentSlip, setting: Setting) -> Piece:
    if content.waiting_position is not None:
        label = setting.pick("الترتيب في قائمة الانتظار", "Place in the waiting list")
        number, colour = setting.number(content.waiting_position), look.WAIT
    else:
        label = setting.pick("رقم المقعد", "Seat number")
        number, colour = setting.number(content.seat or 0), look.ACCENT
    return box(
        [BoxLine(label, number, value_style=replace(look.ANSWER, colour=colour), leading=32)],
        rtl=setting.rtl,
        colour=colour,
    )


def _conditions(conditions: tuple[ConditionRow, ...], setting: Setting) -> list[Piece]:
    columns = [Column(setting.pick("الحكم", "Result"), 0.22), Column(setting.pick("الشرط", "Condition"), 0.78)]
    rows = [
        [
            Cell(
                (
                    (
                        unbroken(setting.title(row.outcome.label)),
                        replace(look.LABEL_STRONG, colour=COLOURS[row.outcome]),
                    ),
                ),
                sign=row.outcome,
            ),
            Cell.of(setting.say(row.sentence)),
        ]
        for row in conditions
    ]
    return table(columns, rows, rtl=setting.rtl, before=2)
