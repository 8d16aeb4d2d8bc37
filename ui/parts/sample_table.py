"""A short list of invented work, for the page of components in the gallery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.parts.table.columns import Choice, Column, open_button
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class _Work:
    number: int
    household: str
    file_number: str
    work: str
    reason: str
    due: Mark
    days: int


def sample_table(reader: Reader, said: Callable[[str, str], str]) -> QWidget:
    """A table; `said` gives the words of the reader's language out of Arabic and English."""
    columns: list[Column[_Work]] = [
        Column(
            "household",
            lambda: said("الأسرة", "Household"),
            lambda row, _reader: row.household,
            second=lambda row, reader: reader.code(row.file_number),
            sort_value=lambda row: row.household,
            width=220,
            stretch=True,
            strong=True,
            hideable=False,
        ),
        Column("work", lambda: said("العمل", "Work"), lambda row, _reader: row.work, sort_value=lambda row: row.work),
        Column("reason", lambda: said("السبب", "Reason"), lambda row, _reader: row.reason, width=220, stretch=True),
        Column(
            "due",
            lambda: said("الأجل", "Deadline"),
            lambda _row, _reader: "",
            mark=lambda row, _reader: row.due,
            sort_value=lambda row: row.days,
            choices=lambda _reader: [Choice("today", said("اليوم", "Today")), Choice("later", said("بعده", "Later"))],
            filter_value=lambda row: "later" if row.days else "today",
        ),
        open_button(lambda: said("فتح", "Open")),
    ]
    today = Mark(Tone.STOP, said("ينتهي اليوم", "Ends today"), Sign.CLOCK)
    model = TableModel(columns, lambda row: row.number, reader)
    model.set_rows(
        [
            _Work(
                1,
                said("أسرة مريم علي الخلف", "Household of Maryam Ali Al-Khalaf"),
                "2024/00341",
                said("إصدار قرار", "Issue a decision"),
                said("اكتمل الملف", "The file is complete"),
                today,
                0,
            ),
            _Work(
                2,
                said("أسرة زهراء محمد آل سالم", "Household of Zahra Mohammed Al-Salem"),
                "2024/00188",
                said("الرد على اعتراض", "Answer an objection"),
                said("صُحّح دخل التابع · يتغير القرار", "A dependant’s income was corrected · the decision changes"),
                today,
                0,
            ),
            _Work(
                3,
                said("أسرة نورة سعد القحطاني", "Household of Noura Saad Al-Qahtani"),
                "2022/01094",
                said("تحويل إلى جمعية أهلية", "Refer to a charity"),
                said("أُعدّت حزمة الإحالة", "The referral is prepared"),
                Mark(Tone.WAIT, said("بعد 5 أيام", "In 5 days"), Sign.CLOCK),
                5,
            ),
        ]
    )
    table = Table(model, lambda: said("أعمال اليوم", "My desk"))
    table.setMinimumHeight(320)
    table.choose(1)
    return table
