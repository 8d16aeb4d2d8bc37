"""One of each larger part with invented contents, for the page of components in the gallery."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.banner import Banner, News
from ui.parts.card import Card, FigureCard
from ui.parts.chip import Chip
from ui.parts.compare import Compare, Compared, Version
from ui.parts.flow import FlowLayout
from ui.parts.header import ScreenHeader
from ui.parts.key_value import Fact, FactList
from ui.parts.preview import PrintPreview
from ui.parts.preview_pages import PaperPage
from ui.parts.sample_table import sample_table
from ui.parts.signs import Mark, Sign
from ui.parts.states import StateStack
from ui.parts.tabs import TabStrip
from ui.parts.undo_bar import UndoBar
from ui.theme.look import worn
from ui.theme.tokens import GRID, Tone

Said = Callable[[str, str], str]


def samples(reader: Reader) -> list[tuple[str, QWidget]]:
    """The name of each part and the part itself, in the reader's language as it is now."""

    def said(arabic: str, english: str) -> str:
        return reader.digits(arabic if reader.language is Language.ARABIC else english)

    return [
        ("header", _header(reader, said)),
        ("tabs", _tabs(said)),
        ("chips", _chips(said)),
        ("figures", _figures(reader, said)),
        ("facts", _facts(reader, said)),
        ("table", sample_table(reader, said)),
        (
            "empty",
            _state(lambda stack: stack.show_empty(lambda: said(*_GOOD_DAY), lambda: said(*_REGISTER), Sign.CHECK)),
        ),
        ("offline", _state(StateStack.show_offline)),
        ("failed", _state(lambda stack: stack.show_failed(lambda: said(*_NOT_READ)))),
        ("compare", _compare(reader, said)),
        ("preview", _preview(reader, said)),
        ("banner", _banner(said)),
        ("undo", _undo(said)),
    ]


_GOOD_DAY = ("لا أعمال تنتظرك اليوم.", "Nothing waits for you today.")
_REGISTER = ("تسجيل أسرة", "Register a household")
_NOT_READ = (
    "تعذرت قراءة القائمة؛ أعد المحاولة، وإن تكرر ذلك فأبلغ مسؤول النظام.",
    "The list could not be read; try again, and tell the administrator if it happens again.",
)


def _header(reader: Reader, said: Said) -> QWidget:
    header = ScreenHeader()
    header.show_title(
        said("أسرة فاطمة عبد الله حسن الأحمد", "Household of Fatima Abdullah Hasan Al-Ahmad"),
        [
            Mark(Tone.GOOD, said("مشمولة", "Covered")),
            Mark(Tone.UNKNOWN, said("القسم النسوي", "Women’s section"), Sign.LOCK),
        ],
    )
    file_number = reader.code("2024/00127")
    header.show_context(
        said(f"ملف {file_number} · أربعة أفراد · القطيف", f"File {file_number} · four members · Al-Qatif")
    )
    header.add_action(lambda: said("طباعة", "Print"), lambda: None)
    header.set_primary(lambda: said("إصدار قرار", "Issue a decision"), lambda: None)
    return header


def _tabs(said: Said) -> QWidget:
    strip = TabStrip()
    for key, arabic, english in (
        ("family", "الأسرة", "Family"),
        ("means", "الدخل والممتلكات", "Means"),
        ("documents", "المستندات", "Documents"),
        ("eligibility", "دراسة الأهلية", "Eligibility"),
        ("decisions", "القرارات", "Decisions"),
        ("history", "السجل", "History"),
    ):
        strip.add(key, partial(said, arabic, english))
    strip.select("eligibility")
    return strip


def _chips(said: Said) -> QWidget:
    host = QWidget()
    row = FlowLayout(host)
    for mark in (
        Mark(Tone.GOOD, said("مستوفى", "Met")),
        Mark(Tone.STOP, said("غير مستوفى", "Not met")),
        Mark(Tone.UNKNOWN, said("ينقصه بيان", "A fact is lacking")),
        Mark(Tone.PLAIN, said("لا ينطبق", "Does not apply")),
        Mark(Tone.WAIT, said("بعد 23 يومًا", "In 23 days"), Sign.CLOCK),
        Mark(Tone.UNKNOWN, said("ملف مستور", "Sealed file"), Sign.LOCK),
    ):
        row.addWidget(Chip(mark))
    return host


def _figures(reader: Reader, said: Said) -> QWidget:
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID * 2)
    for arabic, english, figure, mark in (
        (
            "قرارات تنتظر",
            "Decisions waiting",
            5,
            Mark(Tone.STOP, said("2 تنتهي اليوم", "2 end today"), Sign.CLOCK),
        ),
        ("زيارات الأسبوع", "Visits this week", 4, None),
        ("بيانات ناقصة", "Lacking facts", 7, None),
    ):
        card = FigureCard(partial(said, arabic, english))
        card.show_figure(reader.number(figure), mark)
        row.addWidget(card)
    return host


def _facts(reader: Reader, said: Said) -> QWidget:
    card, facts = Card(lambda: said("مواعيد قادمة", "Coming dates")), FactList()
    facts.show_facts(
        [
            Fact(
                said("الزيارة السنوية", "Yearly visit"),
                Mark(Tone.WAIT, said("بعد 23 يومًا", "In 23 days"), Sign.CLOCK),
            ),
            Fact(said("الجوال", "Telephone"), reader.code("0500000000")),
            Fact(
                said("العنوان", "Address"),
                said("القطيف، حي الناصرة، خلف المدرسة الأولى", "Al-Qatif, Nasira quarter, behind the First School"),
            ),
        ]
    )
    card.column.addWidget(facts)
    return card


def _state(show: Callable[[StateStack], None]) -> QWidget:
    stack = StateStack(QLineEdit())
    stack.setMinimumHeight(worn().pixels(220))
    show(stack)
    return stack


def _compare(reader: Reader, said: Said) -> QWidget:
    compare = Compare()
    compare.show_versions(
        [
            Version("theirs", said("ما حفظته سارة", "What Sara saved"), said("اليوم 09:12", "Today 09:12")),
            Version("mine", said("ما كتبته", "What you typed")),
        ],
        [
            Compared(
                "telephone",
                said("الجوال", "Telephone"),
                {"theirs": reader.code("0500000001"), "mine": reader.code("0500000002")},
            ),
            Compared("rent", said("إيجار مستلَم", "Rent received"), {"theirs": reader.number(400), "mine": ""}),
            Compared(
                "town",
                said("المدينة", "Town"),
                {"theirs": said("القطيف", "Al-Qatif"), "mine": said("القطيف", "Al-Qatif")},
            ),
        ],
    )
    compare.choose("telephone", "mine")
    return compare


def _preview(reader: Reader, said: Said) -> QWidget:
    preview = PrintPreview(reader)
    preview.setMinimumHeight(420)
    title = said("مشهد الضمان", "Benefit statement")
    preview.show_pages([_paper(f"{title} · {reader.number(number)}") for number in (1, 2)], title)
    return preview


def _paper(title: str) -> PaperPage:
    """A page that only stands for one: its title and its number."""
    image = QImage(840, 1188, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    font = QFont(painter.font())
    font.setPixelSize(48)
    painter.setFont(font)
    painter.drawText(QRectF(0, 120, 840, 100), 0x84, title)
    for line in range(14):
        painter.fillRect(QRectF(90, 300 + line * 48, 660 if line % 5 < 4 else 380, 10), QColor("#C9D1CE"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return PaperPage(bytes(buffer.data().data()))


def _banner(said: Said) -> QWidget:
    banner = Banner()
    banner.tell(
        News(
            lambda: said("غيّر زميل هذا الملف بعد أن فتحته.", "A colleague changed this file after you opened it."),
            Tone.WAIT,
            (lambda: said("قارن", "Compare"), lambda: None),
        )
    )
    return banner


def _undo(said: Said) -> QWidget:
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    bar = UndoBar(host)
    bar.offer(lambda: said("أُغلق الملف.", "The file was closed."), lambda: None, seconds=3_600)
    column.addWidget(bar)
    return host
