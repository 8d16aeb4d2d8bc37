"""شهادة نتيجة دراسة الأهلية: what the rules answer on a day, criterion by criterion; no decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.facts.codes import AmountStatus, Outcome
from desktop.issuing.contents import AmountRow, AssessmentSheet, CriterionRow, StatedAmount
from desktop.values.language import Language, Wording
from reports.arabic.markup import Span, isolate, unbroken
from reports.page import look
from reports.page.boxes import BoxLine, box
from reports.page.people import collector, persons_table
from reports.page.pieces import Piece, bullets, heading, paragraph
from reports.page.setting import Setting
from reports.page.sheet import Sheet
from reports.page.signs import COLOURS
from reports.page.table import Cell, Column, pairs, table

_ANSWER_COLOURS = {Outcome.ELIGIBLE: look.GOOD, Outcome.INELIGIBLE: look.STOP, Outcome.UNDETERMINED: look.WAIT}

# Enough of a SHA-256 to tell packs apart by eye; the whole stands in the register.
_SHORT_HASH = 12


def render(content: AssessmentSheet, *, language: Language, arabic_digits: bool) -> bytes:
    """The sheet as PDF."""
    setting = Setting(language, arabic_digits)
    rtl = setting.rtl
    sheet = Sheet(
        content.issue,
        setting,
        title=setting.pick("شهادة نتيجة دراسة الأهلية", "Eligibility assessment sheet"),
        subtitle=setting.pick(
            "نتيجة تطبيق القواعد على البيانات المسجَّلة، وليست قرارًا", "What the rules answer; not a decision"
        ),
        collector=collector(content.subject),
    )
    sheet.add(pairs(_subject(content, setting), rtl=rtl, before=14))
    sheet.add(_answer(content, setting))
    if content.components or content.adjustments:
        sheet.add(heading(setting.pick("مكوّنات المبلغ", "What the amount is made of"), rtl=rtl))
        sheet.add(_components(content, setting))
    if content.persons:
        sheet.add(heading(setting.pick("أفراد الأسرة", "The family"), rtl=rtl))
        sheet.add(persons_table(content.persons, setting, before=2))
    if content.criteria:
        sheet.add(heading(setting.pick("المعايير", "Criteria"), rtl=rtl))
        sheet.add(_criteria(content.criteria, setting))
    for title, items in _lists(content):
        if items:
            sheet.add(heading(setting.say(title), rtl=rtl))
            sheet.add(bullets([setting.say(item) for item in items], rtl=rtl))
    if content.clocks:
        sheet.add(heading(setting.pick("ما يتغير من تلقاء نفسه ومتى", "What will change by itself, and when"), rtl=rtl))
        texts = [setting.say(clock.sentence) for clock in content.clocks]
        sheet.add(bullets(texts, leads=[setting.both_days(clock.on) for clock in content.clocks], rtl=rtl))
    closing = [_closing(setting), _rules(content)]
    for number, text in enumerate(closing):
        style = look.NOTE if number == 0 else look.SMALL_SOFT
        sheet.add(
            paragraph(
                [Span(text, style)], rtl=rtl, leading=look.NOTE_LEADING, before=0 if number else 14, keep=not number
            )
        )
    return sheet.write()


def _subject(content: AssessmentSheet, setting: Setting) -> list[tuple[str, Cell]]:
    subject = content.subject
    identity = f"{setting.say(subject.id_label)} {setting.identity(subject.national_id)}"
    return [
        (
            setting.pick("الاسم", "Name"),
            Cell(((setting.name(subject.name), replace(look.LABEL_STRONG, size=10.5)), (identity, look.LABEL))),
        ),
        (setting.pick("رقم الملف", "File number"), Cell.of(setting.identity(content.file_number))),
        (setting.pick("البرنامج", "Programme"), Cell.of(setting.say(content.programme))),
        (setting.pick("بحسب البيانات في", "Facts as of"), Cell.of(setting.both_days(content.assessed_on))),
    ]


def _answer(content: AssessmentSheet, setting: Setting) -> Piece:
    colour = _ANSWER_COLOURS[content.outcome]
    lines = [
        BoxLine(
            setting.pick("النتيجة", "Outcome"),
            setting.say(content.answer),
            value_style=replace(look.ANSWER, colour=colour),
            leading=34,
        )
    ]
    if content.amount is not None:
        lines.append(_amount_line(setting.pick("المستحق", "Amount due"), content.amount, setting))
    if content.total is not None and content.total != content.amount:
        label = setting.pick("الإجمالي مع البرامج المساندة", "Total with supporting programmes")
        lines.append(_amount_line(label, content.total, setting))
    return box(lines, rtl=setting.rtl, colour=colour)


def _amount_line(label: str, amount: StatedAmount, setting: Setting) -> BoxLine:
    return BoxLine(label, stated(amount, setting), value_style=replace(look.AMOUNT, size=18), leading=28)


def stated(amount: StatedAmount, setting: Setting) -> str:
    """An amount in words as far as it is known: «٤٨٠٫٠٠ ريال شهريًّا», «بين … و…», «غير منشور»."""
    every = setting.say(amount.period.label)
    low, high = amount.at_least, amount.at_most
    if amount.status is AmountStatus.KNOWN and amount.value is not None:
        return f"{setting.money(amount.value)} {every}"
    if amount.status is AmountStatus.BOUNDED and low is not None and high is not None:
        least, most = setting.money(low), setting.money(high)
        return setting.pick(f"بين {least} و{most} {every}", f"between {least} and {most} {every}")
    if amount.status is AmountStatus.BOUNDED and low is not None:
        return setting.pick(f"لا يقل عن {setting.money(low)} {every}", f"at least {setting.money(low)} {every}")
    if amount.status is AmountStatus.BOUNDED and high is not None:
        return setting.pick(f"لا يزيد على {setting.money(high)} {every}", f"at most {setting.money(high)} {every}")
    if amount.status is AmountStatus.UNPUBLISHED:
        return setting.pick("مستحق، ومقداره غير منشور", "due; the figure is unpublished")
    return setting.pick("لا يوجد", "none")


def _components(content: AssessmentSheet, setting: Setting) -> list[Piece]:
    columns = [Column(setting.pick("البند", "Component"), 0.6), Column(setting.pick("المبلغ", "Amount"), 0.4)]
    rows = [_amount_row(row, setting) for row in (*content.components, *content.adjustments)]
    if content.total is not None:
        total = setting.pick("الإجمالي", "Total")
        rows.append([Cell.of(total, look.LABEL_STRONG), Cell.of(stated(content.total, setting), look.LABEL_STRONG)])
    return table(columns, rows, rtl=setting.rtl, before=2, strong_last=content.total is not None)


def _amount_row(row: AmountRow, setting: Setting) -> list[Cell]:
    return [_with_member(setting.say(row.label), row.of, setting), Cell.of(stated(row.amount, setting))]


def _criteria(criteria: Sequence[CriterionRow], setting: Setting) -> list[Piece]:
    columns = [
        Column(setting.pick("الحكم", "Result"), 0.22),
        Column(setting.pick("المعيار", "Criterion"), 0.50),
        Column(setting.pick("السند", "Article"), 0.28),
    ]
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
            _with_member(setting.say(row.sentence), row.of, setting),
            Cell.of(setting.say(row.article), look.SMALL_SOFT),
        ]
        for row in criteria
    ]
    return table(columns, rows, rtl=setting.rtl, before=2)


def _with_member(text: str, member: Wording | None, setting: Setting) -> Cell:
    return Cell(((text, look.LABEL), *([(setting.say(member), look.SMALL_SOFT)] if member is not None else [])))


def _lists(content: AssessmentSheet) -> list[tuple[Wording, tuple[Wording, ...]]]:
    return [
        (Wording("بيانات ناقصة تتوقف عليها النتيجة", "Missing facts that the answer waits for"), content.missing),
        (Wording("مفترض لعدم وجود ما يخالفه", "Presumed, with nothing on record against it"), content.presumed),
        (Wording("القراءات المعتمدة حيث تختلف المصادر", "Readings taken where sources conflict"), content.readings),
        (Wording("المستندات المطلوبة", "Documents required"), content.documents),
    ]


def _closing(setting: Setting) -> str:
    return setting.pick(
        "تبيّن هذه الشهادة ما تنتهي إليه القواعد بحسب البيانات المسجَّلة في تاريخها، وليست قرارًا بالقبول أو الصرف "
        "ولا يُحتج بها على المكتب. وحزمة القواعد المطبقة هي:",
        "The sheet states what the rules answer on the facts recorded at its date. It is no decision to accept or to "
        "pay, and binds the office to neither. The rule pack applied:",
    )


def _rules(content: AssessmentSheet) -> str:
    pack = content.pack
    digest = pack.hash.removeprefix("sha256:")[:_SHORT_HASH]
    return isolate(unbroken(f"{pack.pack} · {pack.version} · sha256:{digest}"))
