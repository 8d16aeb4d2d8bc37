"""مشهد الضمان: who is covered and what is paid a month."""

from __future__ import annotations

from functools import reduce
from operator import add

from desktop.issuing.contents import BenefitStatement
from desktop.values.language import Language
from desktop.values.money import Money
from desktop.values.number_words import amount_in_words
from reports.arabic.markup import Span, unbroken
from reports.page import look
from reports.page.boxes import BoxLine, box
from reports.page.people import agreeing, collector, office_is_feminine, persons_table
from reports.page.pieces import Piece, paragraph
from reports.page.setting import Setting
from reports.page.sheet import Sheet


def render(content: BenefitStatement, *, language: Language, arabic_digits: bool) -> bytes:
    """The statement as PDF."""
    setting = Setting(language, arabic_digits)
    addressed = setting.say(content.addressed_to)
    sheet = Sheet(
        content.issue,
        setting,
        title=setting.pick("مشهد ضمان اجتماعي", "Social security benefit statement"),
        subtitle=setting.pick(f"يُقدَّم إلى {addressed}", f"To {addressed}"),
        collector=collector(content.head),
    )
    spans = _certified_in_arabic(content, setting) if setting.rtl else _certified_in_english(content, setting)
    sheet.add(paragraph(spans, rtl=setting.rtl, before=20))
    sheet.add(persons_table(content.persons, setting))
    sheet.add(_amounts(content, setting))
    sheet.add(paragraph([Span(_validity(content, setting), look.NOTE)], rtl=setting.rtl, leading=19, before=12))
    return sheet.write()


def _certified_in_arabic(content: BenefitStatement, setting: Setting) -> list[Span]:
    head, office = content.head, content.issue.letterhead
    family = len(content.persons) > 1
    his = agreeing(head, "ها", "ه")
    covered = "من المشمولين" if family else agreeing(head, "مشمولة", "مشمول")
    members = f" وأفراد أسرت{his} المبيَّنة أسماؤهم أدناه،" if family else ""
    certifies, liable = ("تشهد", "الجهة المُصدِرة") if office_is_feminine(office) else ("يشهد", "المكتب")
    return [
        Span(f"{certifies} {setting.say(office.office)} بأن {agreeing(head, 'السيدة', 'السيد')} ", look.BODY),
        Span(setting.name(head.name), look.BODY_STRONG),
        Span(f"، {setting.say(head.id_label)} رقم ", look.BODY),
        Span(setting.identity(head.national_id), look.BODY_STRONG),
        Span(
            f"،{members} {covered} ب{setting.say(content.programme)} اعتبارًا من "
            f"{setting.day_in_words(content.covered_since)}، بموجب القرار رقم "
            f"{setting.identity(content.decision.number)} بتاريخ {setting.day_in_words(content.decision.taken_on)}. "
            f"وقد {agreeing(head, 'أُعطيت', 'أُعطي')} هذا المشهد بناءً على طلب{his} دون أدنى مسؤولية على {liable} "
            "تجاه الغير.",
            look.BODY,
        ),
    ]


def _certified_in_english(content: BenefitStatement, setting: Setting) -> list[Span]:
    head = content.head
    family = len(content.persons) > 1
    her = agreeing(head, "her", "his")
    covered = f", and the members of {her} family named below are covered" if family else ", is covered"
    return [
        Span(
            f"The {setting.say(content.issue.letterhead.office)} certifies that {agreeing(head, 'Ms', 'Mr')} ",
            look.BODY,
        ),
        Span(setting.name(head.name), look.BODY_STRONG),
        Span(f", {setting.say(head.id_label)} ", look.BODY),
        Span(setting.identity(head.national_id), look.BODY_STRONG),
        Span(
            f"{covered} by {setting.say(content.programme)} from {setting.day_in_words(content.covered_since)}, by "
            f"decision no. {setting.identity(content.decision.number)} of "
            f"{setting.day_in_words(content.decision.taken_on)}. The statement was issued at {her} request, without "
            "any liability of the office towards third parties.",
            look.BODY,
        ),
    ]


def _amounts(content: BenefitStatement, setting: Setting) -> Piece:
    lines = [BoxLine(setting.pick("المعاش الشهري", "Monthly pension"), _in_full(content.pension, setting))]
    for supplement in content.supplements:
        lines.append(
            BoxLine(
                setting.say(supplement.label),
                setting.money(supplement.amount),
                look.BOX_SMALL,
                look.BOX_SMALL,
                look.NOTE_LEADING + 2,
            )
        )
    if content.supplements:
        total = reduce(add, (supplement.amount for supplement in content.supplements), content.pension)
        lines.append(BoxLine(setting.pick("الإجمالي الشهري", "Monthly total"), _in_full(total, setting), ruled=True))
    return box(lines, rtl=setting.rtl, before=14)


def _in_full(amount: Money, setting: Setting) -> str:
    words = amount_in_words(amount, setting.language)
    # «لا غير» closes the sum against additions; alone on a line it would close nothing.
    return (
        f"{setting.money(amount)} — {words.replace(' لا غير', unbroken(' لا غير')).replace(' only', unbroken(' only'))}"
    )


def _validity(content: BenefitStatement, setting: Setting) -> str:
    day = setting.both_days(content.valid_until)
    return setting.pick(
        f"صالح حتى {day}. يُتحقق من صحته بمسح الرمز دون حاجة إلى اتصال بالشبكة.",
        f"Valid until {day}. Scan the code to verify it; no network connection is needed.",
    )
