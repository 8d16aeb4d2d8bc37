"""بيان أثر العمل أو دخل جديد: month by month what a family has with it and without it; no decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.facts.codes import Outcome
from desktop.issuing.contents import BetterOffSheet, JobMonthRow, MoneySpan
from desktop.values.agreement import MONTH
from desktop.values.cardinals import Case
from desktop.values.language import Language, Wording, capitalised
from desktop.values.money import Money
from reports.arabic.markup import Span, unbroken
from reports.page import look
from reports.page.amounts import applied
from reports.page.boxes import BoxLine, box
from reports.page.columns import Legend, StackedColumn, columns_plot
from reports.page.people import collector, family_facts
from reports.page.pieces import Piece, bullets, heading, paragraph
from reports.page.setting import Setting
from reports.page.sheet import Sheet
from reports.page.signs import COLOURS, SIGNS
from reports.page.table import Cell, Column, pairs, table

_ANSWERS = {
    Outcome.ELIGIBLE: Wording("مستحق", "Due"),
    Outcome.INELIGIBLE: Wording("غير مستحق", "Not due"),
    Outcome.UNDETERMINED: Wording("تعذّر البت", "Open"),
}
"""Of the support, in a word that a narrow column holds."""

_STRONG = replace(look.LABEL_STRONG, size=look.SMALL.size)
_TIGHT = 3.0
"""Air in the rows of the months, so that two years stand on one page."""


def render(content: BetterOffSheet, *, language: Language, arabic_digits: bool) -> bytes:
    """The sheet as PDF."""
    setting = Setting(language, arabic_digits)
    rtl = setting.rtl
    sheet = Sheet(
        content.issue,
        setting,
        title=setting.pick("بيان أثر العمل أو دخل جديد", "Better-off sheet"),
        subtitle=setting.pick(
            "ما يكون للأسرة شهرًا بشهر إذا كان لأحد أفرادها دخل جديد، وليس قرارًا",
            "What the family has month by month if a member has a new income; not a decision",
        ),
        collector=collector(content.subject),
    )
    sheet.add(pairs(_supposed(content, setting), rtl=rtl, before=14))
    sheet.add(_first(content, setting))
    first = [Span(setting.say(each), look.NOTE) for each in _joined(content)]
    sheet.add(paragraph(first, rtl=rtl, leading=look.NOTE_LEADING, before=8))
    title = setting.pick("ما يدخل الأسرة كل شهر من الدخل الجديد والدعم", "What comes in each month")
    sheet.add(heading(title, rtl=rtl))
    sheet.add(_plot(content, setting))
    sheet.add(list(_changes(content, setting)))
    sheet.add(heading(setting.pick("شهرًا بشهر", "Month by month"), rtl=rtl))
    sheet.add(_months(content, setting))
    for title, items in _lists(content, setting):
        if items:
            sheet.add(heading(title, rtl=rtl))
            sheet.add(bullets([setting.title(item) for item in items], rtl=rtl))
    if content.on_record:
        between = setting.pick("؛ ", "; ")
        texts = capitalised(between.join(setting.say(each) for each in content.on_record))
        sheet.add(paragraph([Span(texts, look.SMALL_SOFT)], rtl=rtl, leading=look.LABEL_LEADING, before=4))
    sheet.add(_closing(setting))
    sheet.add(applied(content.packs, rtl=rtl))
    return sheet.write()


def _supposed(content: BetterOffSheet, setting: Setting) -> list[tuple[str, Cell]]:
    pays = f"{setting.title(content.kind)}: {setting.money(content.pays)} {setting.say(content.period)}"
    if content.income != content.pays:
        a_month = setting.money(content.income)
        pays = setting.pick(f"{pays}، أي {a_month} شهريًّا", f"{pays}, which is {a_month} a month")
    first = content.months[0].on
    return [
        *family_facts(content.subject, content.file_number, setting),
        (setting.pick("البرنامج", "Programme"), Cell.of(setting.title(content.programme))),
        (setting.pick("الدخل المفترض", "Income supposed"), Cell.of(pays, look.LABEL_STRONG)),
        (setting.pick("ابتداءً من", "From"), Cell.of(setting.both_days(first))),
    ]


def _first(content: BetterOffSheet, setting: Setting) -> Piece:
    """The first month in three lines, the difference last."""
    month = content.months[0]
    low, high = month.better.least, month.better.most
    if low is None or low != high:
        colour = look.UNKNOWN
    else:
        colour = look.STOP if low.minor < 0 else look.GOOD if low.minor else look.ACCENT
    small, value = look.BOX_SMALL, replace(look.AMOUNT, size=13)
    lines = [
        (setting.pick("الدخل والدعم معًا في الشهر الأول", "Income and support in the first month"), month.together),
        (setting.pick("الدعم بدون هذا الدخل", "Support without this income"), month.support_without),
    ]
    boxed = [BoxLine(label, capitalised(_amount(span, setting)), small, value, 22) for label, span in lines]
    label = setting.pick("الفرق للأسرة", "The difference to the family")
    strong = replace(look.AMOUNT, size=17, colour=colour)
    boxed.append(
        BoxLine(label, capitalised(_difference(month.better, setting)), value_style=strong, leading=28, ruled=True)
    )
    return box(boxed, rtl=setting.rtl, colour=colour)


def _joined(content: BetterOffSheet) -> Iterator[Wording]:
    """Sentences of one paragraph, with the blanks between them."""
    for number, each in enumerate(content.first):
        yield Wording(f" {each.ar}", f" {each.en}") if number else each


def _amount(span: MoneySpan, setting: Setting) -> str:
    if span.least is None:
        return setting.pick("لا يُعرف", "not known")
    low = setting.money(span.least)
    if _is_known(span):
        return low
    if span.most is None:
        return setting.pick(f"{low} على الأقل", f"at least {low}")
    return setting.pick(f"بين {low} و{setting.money(span.most)}", f"between {low} and {setting.money(span.most)}")


def _difference(span: MoneySpan, setting: Setting) -> str:
    """«زيادة ٦٤٠٫٠٠ ريال», in words: a sign before a number is lost on a copy."""
    low, high = (None if end is None else _step(end, setting) for end in (span.least, span.most))
    if low is not None and high is not None:
        return low if low == high else setting.pick(f"بين {low} و{high}", f"between {low} and {high}")
    if low is not None:
        return setting.pick(f"{low} على الأقل", f"at least {low}")
    return (
        setting.pick("لا يُعرف", "not known") if high is None else setting.pick(f"{high} على الأكثر", f"at most {high}")
    )


def _step(end: Money, setting: Setting) -> str:
    if not end.minor:
        return setting.pick("لا فرق", "no difference")
    amount = setting.money(end if end.minor > 0 else -end)
    more, less = setting.pick("زيادة", "more"), setting.pick("نقص", "less")
    word = more if end.minor > 0 else less
    return unbroken(f"{word} {amount}" if setting.rtl else f"{amount} {word}")


def _plot(content: BetterOffSheet, setting: Setting) -> Piece:
    legend = Legend(
        lower=setting.pick("الدخل الجديد", "New income"),
        upper=setting.pick("الدعم معه", "Support with it"),
        mark=setting.pick("الدعم بدونه", "Support without it"),
        beyond=setting.pick("ما لا يُعرف من الدعم", "Support not known"),
    )
    currency = content.income.currency
    columns = [
        StackedColumn(
            label=setting.number(month.on.month),
            group=setting.number(month.on.year),
            lower=content.income.minor,
            upper=_end(month.support.least) or 0,
            most=_end(month.support.most),
            mark=_end(month.support_without.least)
            if month.support_without.least == month.support_without.most
            else None,
        )
        for month in content.months
    ]
    return columns_plot(
        columns, legend, tick=lambda minor: setting.whole_money(Money(minor, currency)), rtl=setting.rtl
    )


def _is_known(span: MoneySpan) -> bool:
    return span.least is not None and span.least == span.most


def _end(money: Money | None) -> int | None:
    return None if money is None else money.minor


def _changes(content: BetterOffSheet, setting: Setting) -> Iterator[Piece]:
    yield from heading(setting.pick("ما يتغير ومتى", "What changes, and when"), rtl=setting.rtl)
    if not content.changes:
        months = setting.counted(len(content.months), MONTH, Case.GENITIVE)
        same = setting.pick(f"لا يتغير شيء طوال {months}.", f"Nothing changes in the {months}.")
        yield from bullets([same], rtl=setting.rtl)
        return
    texts = [" ".join(setting.say(sentence) for sentence in each.sentences) for each in content.changes]
    yield from bullets(texts, leads=[setting.month(each.on) for each in content.changes], rtl=setting.rtl)


def _months(content: BetterOffSheet, setting: Setting) -> list[Piece]:
    columns = [
        Column(setting.pick("الشهر", "Month"), 0.17),
        Column(setting.pick("الدعم", "Support"), 0.155),
        Column(setting.pick("مقداره مع الدخل", "With the income"), 0.165),
        Column(setting.pick("الدخل والدعم", "Both together"), 0.161),
        Column(setting.pick("بدون الدخل", "Without it"), 0.161),
        Column(setting.pick("الفرق", "Difference"), 0.188),
    ]
    rows = [_row(month, setting) for month in content.months]
    return table(columns, rows, rtl=setting.rtl, before=2, padding=_TIGHT)


def _row(month: JobMonthRow, setting: Setting) -> list[Cell]:
    sign = SIGNS[month.outcome]
    word = unbroken(setting.say(_ANSWERS[month.outcome]))
    return [
        Cell.of(setting.month(month.on), look.SMALL),
        Cell(((word, replace(_STRONG, colour=COLOURS[sign])),), sign=sign),
        Cell.of(capitalised(_amount(month.support, setting)), look.SMALL),
        Cell.of(capitalised(_amount(month.together, setting)), _STRONG),
        Cell.of(capitalised(_amount(month.support_without, setting)), look.SMALL),
        Cell.of(capitalised(_difference(month.better, setting)), look.SMALL),
    ]


def _lists(content: BetterOffSheet, setting: Setting) -> list[tuple[str, tuple[Wording, ...]]]:
    return [
        (setting.pick("بيانات ناقصة تتوقف عليها النتيجة", "Missing facts that the answer waits for"), content.missing),
        (setting.pick("ما افتُرض في هذا البيان", "What the sheet presumes"), content.presumed),
    ]


def _closing(setting: Setting) -> list[Piece]:
    text = setting.pick(
        "يبيّن هذا البيان ما تنتهي إليه القواعد إذا تحقق المفترض، وليس قرارًا ولا وعدًا بصرف، ولا يُحتج به على المكتب. "
        "وحزم القواعد المطبقة هي:",
        "The sheet states what the rules answer if what is supposed comes true. It is neither a decision nor a promise "
        "to pay, and does not bind the office. The rule packs applied:",
    )
    return paragraph([Span(text, look.NOTE)], rtl=setting.rtl, leading=look.NOTE_LEADING, before=14, keep=True)
