"""Short phrases of the agenda in both languages, agreeing with their numbers. Digits are western; values are isolated.

TO ADD A KIND OF WORK: its `DueKind`, what is to be done in `SUBJECTS`, who may settle it in `permitted.SETTLES`.
"""

from __future__ import annotations

from typing import Final

from desktop.agenda.answers import DueKind, FigureKind, Urgency
from desktop.values.agreement import FACT, SEAT, counted
from desktop.values.language import Language, Wording
from desktop.values.worded import both, number_of, said

SUBJECTS: Final = {
    DueKind.DECIDE: Wording("إصدار قرار", "Decide"),
    DueKind.MISSING_FACTS: Wording("استكمال بيانات", "Complete missing facts"),
    DueKind.TELL_OF_SEAT: Wording("إبلاغ بمقعد", "Tell of a seat"),
    DueKind.TELL_OF_CANCELLED_COURSE: Wording("إبلاغ بإلغاء دورة", "Tell of a cancelled course"),
    DueKind.NOTICE_FAILED: Wording("إعادة إشعار الأسرة", "Tell the family again"),
    DueKind.DECISION_UNTOLD: Wording("إشعار الأسرة بالقرار", "Tell the family of the decision"),
    DueKind.PAPER_UNFINISHED: Wording("إنهاء وثيقة لم تكتمل", "Finish a document"),
    DueKind.COURSE_STARTS: Wording("تأكيد التسجيل", "Confirm the enrolments"),
    DueKind.OTHER: Wording("عمل ينتظر", "Work that waits"),
}

LABELS: Final = {
    FigureKind.DECISIONS_WAITING: Wording("قرارات تنتظر", "Decisions waiting"),
    FigureKind.MISSING_FACTS: Wording("ملفات تنقصها بيانات", "Files with missing facts"),
    FigureKind.NOTICES_UNTOLD: Wording("إشعارات لم تصل", "Notices that reached nobody"),
    FigureKind.WAITING_LIST: Wording("قائمة انتظار الدورات", "Waiting for a course"),
}

# One, two, and from three on; what is counted is masculine and not a person: القرارات، الملفات، الإشعارات.
_ENDING: Final = {
    Urgency.OVERDUE: (("واحد فات أجله", "اثنان فات أجلهما", "{n} فات أجلها"), "{n} overdue"),
    Urgency.TODAY: (("واحد ينتهي اليوم", "اثنان ينتهيان اليوم", "{n} تنتهي اليوم"), "{n} due today"),
    Urgency.SOON: (
        ("واحد ينتهي خلال أسبوع", "اثنان ينتهيان خلال أسبوع", "{n} تنتهي خلال أسبوع"),
        "{n} due within a week",
    ),
}
_GIVEN_A_SEAT: Final = ("واحد خلا له مقعد", "اثنان خلا لهما مقعدان", "{n} خلت لهم مقاعد")


def missing(number: int, first: Wording | None) -> Wording:
    """How many facts a file lacks, and the first of them by its label; 0 where only its assessment in full tells."""
    if not number:
        return Wording("تنقص الملف بيانات تبيّنها دراسة أهليته", "Facts are missing; its assessment names them")
    facts = number_of(number, FACT)
    verb = "is" if number == 1 else "are"
    if first is None:
        return Wording(f"ينقص الملف {facts.ar}", f"{facts.en} {verb} missing")
    if number == 1:
        return both("ينقص الملف {facts}: {first}", "{facts} is missing: {first}", facts=facts, first=said(first))
    begins = "أولهما" if number == 2 else "أولها"
    return both(
        "ينقص الملف {facts}، " + begins + ": {first}",
        "{facts} are missing, the first: {first}",
        facts=facts,
        first=said(first),
    )


def places(taken: int, seats: int, waiting: int) -> Wording:
    """How full a course is."""
    full = Wording(
        f"المسجلون {taken} من {counted(seats, SEAT, Language.ARABIC, arabic_digits=False)}",
        f"{taken} of {number_of(seats, SEAT).en} taken",
    )
    if not waiting:
        return full
    return Wording(f"{full.ar}، وعلى قائمة الانتظار {waiting}", f"{full.en}, {waiting} on the waiting list")


def ending(number: int, urgency: Urgency) -> Wording:
    """How many of some decisions, files or notices are as urgent as that; not for LATER and NO_DAY."""
    arabic, english = _ENDING[urgency]
    return _said(number, arabic, english)


def given_a_seat(number: int) -> Wording:
    """How many people wait to be told of a seat that came free."""
    english = "{n} was given a seat" if number == 1 else "{n} were given a seat"
    return _said(number, _GIVEN_A_SEAT, english)


def _said(number: int, arabic: tuple[str, str, str], english: str) -> Wording:
    return Wording(arabic[min(number, 3) - 1].format(n=number), english.format(n=number))
