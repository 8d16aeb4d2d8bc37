"""How papers name people: titles that agree, and the table of a family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.facts.codes import Sex
from desktop.issuing.contents import Letterhead, ListedPerson, Subject
from desktop.values.language import Wording
from reports.page import look
from reports.page.pieces import Piece
from reports.page.setting import Setting
from reports.page.table import Cell, Column, table


def is_woman(subject: Subject) -> bool:
    """Whether sentences about the subject take the feminine."""
    return subject.sex is Sex.FEMALE


def agreeing(subject: Subject, feminine: str, masculine: str) -> str:
    """The form that agrees with the subject."""
    return feminine if is_woman(subject) else masculine


def collector(subject: Subject) -> Wording:
    """To whom a copy is handed where nobody else is named."""
    arabic = agreeing(subject, "سُلّمت لصاحبة الشأن", "سُلّمت لصاحب الشأن")
    return Wording(ar=arabic, en="Handed to the person concerned")


def office_is_feminine(letterhead: Letterhead) -> bool:
    """Whether the office's name («الوحدة الاجتماعية …») takes the feminine; «مكتب …» does not."""
    return letterhead.office.ar.split(" ", 1)[0].endswith("ة")


def family_facts(subject: Subject, file_number: str, setting: Setting) -> list[tuple[str, Cell]]:
    """Of whom a sheet speaks, by name and id, and the number of the file; rows of `table.pairs`."""
    identity = f"{setting.title(subject.id_label)} {setting.identity(subject.national_id)}"
    return [
        (
            setting.pick("الاسم", "Name"),
            Cell(((setting.name(subject.name), replace(look.LABEL_STRONG, size=10.5)), (identity, look.LABEL))),
        ),
        (setting.pick("رقم الملف", "File number"), Cell.of(setting.identity(file_number))),
    ]


def persons_table(persons: Sequence[ListedPerson], setting: Setting, *, before: float = 10.0) -> list[Piece]:
    """The family's table: number, name, id, relation, birth in both calendars."""
    columns = [
        Column(setting.pick("م", "#"), 0.065),
        Column(setting.pick("الاسم", "Name"), 0.375),
        Column(setting.pick("رقم الهوية", "ID number"), 0.185),
        Column(setting.pick("الصلة", "Relation"), 0.155),
        Column(setting.pick("تاريخ الميلاد", "Date of birth"), 0.22),
    ]
    rows = [
        [
            Cell.of(setting.number(number)),
            Cell.of(setting.name(person.name)),
            Cell.of(setting.identity(person.national_id)),
            Cell.of(setting.say(person.relation)),
            _born(person, setting),
        ]
        for number, person in enumerate(persons, start=1)
    ]
    return table(columns, rows, rtl=setting.rtl, before=before)


def _born(person: ListedPerson, setting: Setting) -> Cell:
    lines = [setting.say(person.born_stated)] if person.born_stated is not None else []
    if person.born is not None:
        lines += [text for text in (setting.day(person.born), setting.other_day(person.born)) if text]
    # What was stated leads; what was worked out from it follows in the softer ink.
    styles = [look.LABEL, *[look.SMALL_SOFT] * 2]
    return Cell(tuple(zip(lines, styles, strict=False)))
