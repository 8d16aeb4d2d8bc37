"""How long one benefit statement takes, against WeasyPrint and Typst setting the same sheet in the same run.

All three write letterhead, sentence, table, amounts and code with the same typefaces, warm (fonts found, styles
parsed), a different person each time. WeasyPrint and Typst shape by OpenType, which ours does not, and write no marks
for readers, which ours does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import fontpkg_amiri
import fontpkg_ibm_plex_sans_arabic
import msgspec
import segno

sys.path.insert(0, str(Path(__file__).parent.parent / "reports"))

from sample_papers import STATEMENT

from desktop.issuing.contents import BenefitStatement, Paper
from desktop.values.language import Language, Wording
from desktop.values.number_words import amount_in_words
from reports.page.setting import Setting
from reports.render import render

REPETITIONS = 15
_FONTS = (fontpkg_amiri.ROOT / "files", fontpkg_ibm_plex_sans_arabic.ROOT / "files")
_SETTING = Setting(Language.ARABIC, arabic_digits=True)
_GIVEN = ("فاطمة", "زينب", "آلاء", "مريم", "نورة", "لمياء", "سكينة", "رباب", "هدى", "أمل")


def statement(number: int) -> BenefitStatement:
    """The statement of another invented person each time, so that no one lives on lines kept from before."""
    name = Wording(f"{_GIVEN[number % 10]} عبد الله {_GIVEN[number // 10 % 10]} الأحمد", f"Person {number}")
    issue = msgspec.structs.replace(
        STATEMENT.issue, serial=f"QTF-1446-{number:06d}-3", qr_text=f"{STATEMENT.issue.qr_text[:-6]}{number:06d}"
    )
    head = msgspec.structs.replace(STATEMENT.head, name=name, national_id=f"1000{number:06d}")
    return msgspec.structs.replace(STATEMENT, issue=issue, head=head)


def ours(content: BenefitStatement) -> bytes:
    return render(Paper(content=content, language=Language.ARABIC, arabic_digits=True))


def _code(content: BenefitStatement) -> str:
    out = BytesIO()
    segno.make(content.issue.qr_text, error="m", micro=False, boost_error=False).save(
        out, kind="svg", border=4, xmldecl=False
    )
    return out.getvalue().decode()


def _sentence(content: BenefitStatement, bold: Callable[[str], str], ltr: Callable[[str], str]) -> str:
    say, head = _SETTING.say, content.head
    return (
        f"يشهد {say(content.issue.letterhead.office)} بأن السيدة {bold(say(head.name))}، {say(head.id_label)} رقم "
        f"{bold(_SETTING.digits(head.national_id))}، وأفراد أسرتها المبيَّنة أسماؤهم أدناه، من المشمولين "
        f"ب{say(content.programme)} اعتبارًا من {_SETTING.day_in_words(content.covered_since)}، بموجب القرار رقم "
        f"{ltr(content.decision.number)} بتاريخ {_SETTING.day_in_words(content.decision.taken_on)}. "
        "وقد أُعطيت هذا المشهد بناءً على طلبها دون أدنى مسؤولية على المكتب تجاه الغير."
    )


def _rows(content: BenefitStatement) -> list[tuple[str, str, str, str, str]]:
    return [
        (
            _SETTING.number(number),
            _SETTING.say(person.name),
            _SETTING.digits(person.national_id),
            _SETTING.say(person.relation),
            _SETTING.both_days(person.born) if person.born else "",
        )
        for number, person in enumerate(content.persons, start=1)
    ]


def _amounts(content: BenefitStatement) -> list[tuple[str, str]]:
    total = content.pension
    for supplement in content.supplements:
        total = total + supplement.amount
    return [
        ("المعاش الشهري", f"{_SETTING.money(content.pension)} — {amount_in_words(content.pension, Language.ARABIC)}"),
        *((_SETTING.say(line.label), _SETTING.money(line.amount)) for line in content.supplements),
        ("الإجمالي الشهري", f"{_SETTING.money(total)} — {amount_in_words(total, Language.ARABIC)}"),
    ]


_CSS = f"""
@font-face {{ font-family: Amiri; src: url(file://{_FONTS[0]}/Amiri-Regular.ttf) }}
@font-face {{ font-family: Amiri; font-weight: bold; src: url(file://{_FONTS[0]}/Amiri-Bold.ttf) }}
@font-face {{ font-family: Plex; src: url(file://{_FONTS[1]}/IBMPlexSansArabic-Regular.ttf) }}
@font-face {{ font-family: Plex; font-weight: bold; src: url(file://{_FONTS[1]}/IBMPlexSansArabic-SemiBold.ttf) }}
@page {{ size: A4; margin: 42pt 48pt }}
@page {{ @bottom-left {{ font: 8.5pt Plex; content: "صفحة " counter(page) " من " counter(pages) }} }}
body {{ font: 15pt/25pt Amiri; color: #1B2326 }} header, th, td, .foot {{ font: 9.5pt/15pt Plex }}
header {{ display: flex; justify-content: space-between; border-bottom: 1.6pt solid #0F6B62; padding-bottom: 10pt }}
h1 {{ font-size: 25pt; text-align: center; line-height: 36pt; margin: 16pt 0 12pt }}
table {{ width: 100%; border-collapse: collapse }} th {{ background: #EEF4F2; font-weight: bold }}
th, td {{ border: .6pt solid #CBD5D2; padding: 5pt 9pt; text-align: right }}
.box {{ border: 1pt solid #0F6B62; border-radius: 4pt; padding: 9pt 14pt; margin: 14pt 0 }}
.box div {{ display: flex; justify-content: space-between }} bdi {{ unicode-bidi: isolate }}
.foot {{ position: absolute; bottom: 0; right: 0; left: 0 }} svg {{ width: 31mm; height: 31mm }}
"""


def _html(content: BenefitStatement) -> str:
    issue = content.issue
    head = "<br>".join(escape(_SETTING.say(line)) for line in issue.letterhead.lines)
    days = f"{_SETTING.day(issue.issued_on)}<br>{_SETTING.other_day(issue.issued_on)}"
    serial = f"الرقم: <b><bdi dir=ltr>{issue.serial}</bdi></b><br>{days}"
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in _rows(content))
    amounts = "".join(f"<div><span>{label}</span><b>{value}</b></div>" for label, value in _amounts(content))
    sentence = _sentence(content, lambda text: f"<b>{text}</b>", lambda text: f"<bdi dir=ltr>{text}</bdi>")
    return (
        f"<html lang=ar dir=rtl><body><header><div>{head}</div><div>{serial}</div></header><h1>مشهد ضمان اجتماعي</h1>"
        f"<p>{sentence}</p><table><tr><th>م<th>الاسم<th>رقم الهوية<th>الصلة<th>تاريخ الميلاد</tr>{rows}</table>"
        f"<div class=box>{amounts}</div><p>صالح حتى {_SETTING.both_days(content.valid_until)}.</p>"
        f"<div class=foot>{_code(content)} مدير المكتب</div></body></html>"
    )


def _weasyprint() -> Callable[[BenefitStatement], bytes]:
    from weasyprint import CSS, HTML  # type: ignore[import-not-found, unused-ignore]
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-not-found, unused-ignore]

    fonts = FontConfiguration()
    sheet = CSS(string=_CSS, font_config=fonts)

    def set_by_weasyprint(content: BenefitStatement) -> bytes:
        return bytes(HTML(string=_html(content)).write_pdf(stylesheets=[sheet], font_config=fonts))

    return set_by_weasyprint


def _typst_source(content: BenefitStatement) -> str:
    issue = content.issue
    head = r" \ ".join(_SETTING.say(line) for line in issue.letterhead.lines)
    days = rf"{_SETTING.day(issue.issued_on)} \ {_SETTING.other_day(issue.issued_on)}"
    serial = rf"الرقم: *#text(dir: ltr)[{issue.serial}]* \ {days}"
    cells = ", ".join(f"[{cell}]" for row in _rows(content) for cell in row)
    amounts = ", ".join(f"[{label}], align(left)[*{value}*]" for label, value in _amounts(content))
    sentence = _sentence(content, lambda text: f"*{text}*", lambda text: f"#text(dir: ltr)[{text}]")
    svg = _code(content).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "")
    plex = '#set text(font: "IBM Plex Sans Arabic", size: 9.5pt)'
    return rf"""
#set document(date: none)
#set page(paper: "a4", margin: (x: 48pt, y: 42pt), footer: context text(font: "IBM Plex Sans Arabic", size: 8.5pt)[
  صفحة #counter(page).display() من #counter(page).final().first()])
#set text(lang: "ar", dir: rtl, font: "Amiri", size: 15pt, fill: rgb("#1B2326"))
#[{plex}
#grid(columns: (1fr, 1fr), [{head}], align(left)[{serial}])]
#line(length: 100%, stroke: 1.6pt + rgb("#0F6B62"))
#align(center, text(size: 25pt, weight: "bold")[مشهد ضمان اجتماعي])
{sentence}

#[{plex}
#table(columns: (6%, 38%, 18%, 14%, 24%), stroke: .6pt + rgb("#CBD5D2"), inset: (x: 9pt, y: 5pt),
  table.header([*م*], [*الاسم*], [*رقم الهوية*], [*الصلة*], [*تاريخ الميلاد*]), {cells})]
#rect(width: 100%, radius: 4pt, stroke: 1pt + rgb("#0F6B62"), inset: (x: 14pt, y: 9pt),
  grid(columns: (auto, 1fr), row-gutter: 9pt, {amounts}))
صالح حتى {_SETTING.both_days(content.valid_until)}.
#place(bottom + right, image(bytes("{svg}"), format: "svg", width: 31mm))
#place(bottom + center)[مدير المكتب]
"""


def _typst() -> Callable[[BenefitStatement], bytes]:
    import typst  # type: ignore[import-not-found, unused-ignore]

    compiler: Any = typst.Compiler(
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in _FONTS])
    )
    return lambda content: bytes(compiler.compile(input=_typst_source(content).encode(), format="pdf"))


def _milliseconds(
    setter: Callable[[BenefitStatement], bytes], others: Callable[[BenefitStatement], bytes]
) -> tuple[float, float]:
    """Medians of both, taken in turns so that a busy machine is busy for both."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(-3, REPETITIONS):
        content = statement(number + 100)
        for which, each in enumerate((setter, others)):
            start = perf_counter()
            pdf = each(content)
            # The first three find fonts and fill what each keeps between papers.
            if number >= 0:
                times[which].append((perf_counter() - start) * 1000)
            if not pdf.startswith(b"%PDF"):
                raise AssertionError("no PDF was made")
    return median(times[0]), median(times[1])


def measure() -> list[dict[str, Any]]:
    """A figure against each of the two; a peer that is not installed is named and has no ratio."""
    work = f"one benefit statement, A4, Arabic, three persons, code; median of {REPETITIONS}, warm"
    figures: list[dict[str, Any]] = []
    for peer, prepare in (("weasyprint", _weasyprint), ("typst", _typst)):
        figure: dict[str, Any] = {"name": f"certificate against {peer}", "unit": "ms"}
        try:
            theirs = prepare()
        except ImportError as missing:
            mine, _ = _milliseconds(ours, ours)
            reason = f"{peer} is not installed ({missing.name}); install the extra `bench`"
            figures.append(figure | {"value": mine, "against": None, "ratio": None, "work": f"{work}; {reason}"})
            continue
        mine, other = _milliseconds(ours, theirs)
        figures.append(
            figure | {"value": mine, "against": f"{peer} {other:.1f} ms", "ratio": other / mine, "work": work}
        )
    return figures
