"""بيان نتائج البرامج للأسرة: what every programme of the country answers to one family on one day; no decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.facts.codes import AmountStatus, CriterionOutcome, Outcome
from desktop.issuing.contents import ProgrammeRow, ProgrammesSheet
from desktop.values.agreement import FACT
from desktop.values.language import Language, capitalised
from reports.arabic.markup import Span, Style, isolate, unbroken
from reports.page import look
from reports.page.amounts import applied, stated
from reports.page.boxes import BoxLine, box
from reports.page.people import collector, family_facts, persons_table
from reports.page.pieces import Piece, bullets, heading, paragraph
from reports.page.setting import Setting
from reports.page.sheet import Sheet
from reports.page.signs import COLOURS, SIGNS
from reports.page.table import Cell, Column, pairs, table


def render(content: ProgrammesSheet, *, language: Language, arabic_digits: bool) -> bytes:
    """The sheet as PDF."""
    setting = Setting(language, arabic_digits)
    rtl = setting.rtl
    sheet = Sheet(
        content.issue,
        setting,
        title=setting.pick("بيان نتائج البرامج للأسرة", "Every programme for one family"),
        subtitle=setting.pick(
            "ما تنتهي إليه قواعد كل برنامج بحسب البيانات المسجَّلة، وليس قرارًا",
            "What the rules of each programme answer on the facts recorded; not a decision",
        ),
        collector=collector(content.subject),
    )
    facts = family_facts(content.subject, content.file_number, setting)
    facts.append((setting.pick("بحسب البيانات في", "Facts as of"), Cell.of(setting.both_days(content.on))))
    sheet.add(pairs(facts, rtl=rtl, before=14))
    sheet.add(heading(setting.pick("البرامج", "Programmes"), rtl=rtl))
    sheet.add(_programmes(content, setting))
    sheet.add(_in_all(content, setting))
    sheet.add(list(_beside(content, setting)))
    sheet.add(list(_own_rights(content, setting)))
    sheet.add(list(_missing(content, setting)))
    if content.persons:
        sheet.add(heading(setting.pick("أفراد الأسرة", "The family"), rtl=rtl))
        sheet.add(persons_table(content.persons, setting, before=2))
    sheet.add(_closing(setting))
    sheet.add(applied([row.pack for row in content.programmes if row.pack is not None], rtl=rtl))
    return sheet.write()


def _programmes(content: ProgrammesSheet, setting: Setting) -> list[Piece]:
    columns = [
        Column(setting.pick("النتيجة", "Outcome"), 0.20),
        Column(setting.pick("البرنامج", "Programme"), 0.22),
        Column(setting.pick("المبلغ", "Amount"), 0.21),
        Column(setting.pick("السبب والسند", "Why, and the article"), 0.37),
    ]
    rows = [
        [_outcome(row, setting), _named(row, setting), _amount(row, setting), _why(row, setting)]
        for row in content.programmes
    ]
    return table(columns, rows, rtl=setting.rtl, before=2)


def _outcome(row: ProgrammeRow, setting: Setting) -> Cell:
    sign = CriterionOutcome.NOT_APPLICABLE if row.outcome is None else SIGNS[row.outcome]
    return Cell(((setting.title(row.answer), replace(look.LABEL_STRONG, colour=COLOURS[sign])),), sign=sign)


def _named(row: ProgrammeRow, setting: Setting) -> Cell:
    lines = [(setting.title(row.programme), look.LABEL_STRONG)]
    if row.pack is not None:
        version = isolate(unbroken(row.pack.version))
        lines.append((setting.pick(f"إصدار {version}", f"Rules of {version}"), look.SMALL_SOFT))
    return Cell(tuple(lines))


def _amount(row: ProgrammeRow, setting: Setting) -> Cell:
    if row.orders:
        return Cell.of(setting.pick("ترتيب لا مبلغ له", "An order; no amount of its own"), look.SMALL_SOFT)
    if row.amount is None:
        return Cell.of("—", look.SMALL_SOFT)
    sure = row.outcome is Outcome.ELIGIBLE
    lines: list[tuple[str, Style]] = [(capitalised(stated(row.amount, setting, due=sure)), look.LABEL_STRONG)]
    if row.total is not None and row.total != row.amount and row.total.status is not AmountStatus.NONE:
        total = stated(row.total, setting, due=sure)
        lines.append((setting.pick(f"ومع البرامج المساندة: {total}", f"With supplements: {total}"), look.SMALL_SOFT))
    return Cell(tuple(lines))


def _why(row: ProgrammeRow, setting: Setting) -> Cell:
    lines: list[tuple[str, Style]] = [(setting.say(row.why), look.LABEL)]
    if row.missing:
        facts = setting.counted(len(row.missing), FACT)
        lines.append((setting.pick(f"ينقصه {facts} (انظر أدناه)", f"{facts} missing, named below"), look.SMALL))
    if row.article is not None:
        lines.append((setting.say(row.article), look.SMALL_SOFT))
    return Cell(tuple(lines))


def _in_all(content: ProgrammesSheet, setting: Setting) -> Piece:
    label = setting.pick("ما للأسرة في المجموع", "What the family has in all")
    if content.in_all is not None:
        return box([_total_line(label, capitalised(stated(content.in_all, setting)))], rtl=setting.rtl)
    if content.apart:
        nothing = setting.pick("لا شيء شهريًّا", "Nothing by the month")
    else:
        nothing = setting.pick("لا شيء بحسب البيانات المسجَّلة", "Nothing on the facts recorded")
    return box([_total_line(label, nothing)], rtl=setting.rtl, colour=look.UNKNOWN)


def _total_line(label: str, value: str) -> BoxLine:
    return BoxLine(label, value, value_style=replace(look.AMOUNT, size=17), leading=28)


def _beside(content: ProgrammesSheet, setting: Setting) -> Iterator[Piece]:
    """What may be had together and what may not, with the article; what is paid once stands beside the sum."""
    texts = []
    for row in content.beside:
        article = "" if row.article is None else f" ({setting.say(row.article)})"
        texts.append(f"{setting.say(row.sentence)}{article}")
    if content.apart and content.in_all is not None:
        texts.append(
            setting.pick(
                "ما يُصرف مرة واحدة أو سنويًّا غير داخل في هذا المجموع.",
                "What is paid once or by the year is not in this sum.",
            )
        )
    if texts:
        yield from heading(setting.pick("الجمع بين الحقوق", "What may be had together"), rtl=setting.rtl)
        yield from bullets(texts, rtl=setting.rtl)


def _own_rights(content: ProgrammesSheet, setting: Setting) -> Iterator[Piece]:
    """Of programmes whose right is a person's own, who has it."""
    leads, texts = [], []
    for row in content.programmes:
        for person in row.persons:
            sure = person.outcome is Outcome.ELIGIBLE
            amount = "" if person.amount is None else f" — {stated(person.amount, setting, due=sure)}"
            leads.append(setting.name(person.name))
            texts.append(f"{setting.title(row.programme)}: {setting.say(person.answer)}{amount}")
    if texts:
        title = setting.pick("حقوق الأفراد أنفسهم", "Rights that are a person’s own")
        yield from heading(title, rtl=setting.rtl)
        yield from bullets(texts, leads=leads, rtl=setting.rtl)


def _missing(content: ProgrammesSheet, setting: Setting) -> Iterator[Piece]:
    """What each answer waits for, a fact a line however many programmes ask for it."""
    asked: dict[str, list[str]] = {}
    for row in content.programmes:
        for fact in row.missing:
            asked.setdefault(setting.title(fact), []).append(setting.title(row.programme))
    if asked:
        title = setting.pick("بيانات ناقصة تتوقف عليها النتائج", "Missing facts that the answers wait for")
        yield from heading(title, rtl=setting.rtl)
        between = setting.pick("، ", ", ")
        texts = [f"{fact} ({between.join(programmes)})" for fact, programmes in asked.items()]
        yield from bullets(texts, rtl=setting.rtl)


def _closing(setting: Setting) -> list[Piece]:
    text = setting.pick(
        "يبيّن هذا البيان ما تنتهي إليه القواعد بحسب البيانات المسجَّلة في تاريخه، وليس قرارًا بالقبول أو الصرف "
        "ولا يُحتج به على المكتب. وحزم القواعد المطبقة هي:",
        "The sheet states what the rules answer on the facts recorded at its date. It is no decision to accept or to "
        "pay, and binds the office to neither. The rule packs applied:",
    )
    return paragraph([Span(text, look.NOTE)], rtl=setting.rtl, leading=look.NOTE_LEADING, before=14, keep=True)
