"""What a check of a paper answers, each in a sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.issuing.code import Stated
from desktop.issuing.kinds import PaperKind, about
from desktop.issuing.trust import TrustedKey
from desktop.values.dates import short
from desktop.values.language import Language, Wording
from desktop.values.money import Money


class VerificationState(StrEnum):
    """How a check came out."""

    GENUINE = "genuine"
    EXPIRED = "expired"
    VOID = "void"
    ALTERED = "altered"
    UNKNOWN_ISSUER = "unknown_issuer"
    REVOKED_KEY = "revoked_key"
    UNREGISTERED = "unregistered"
    NOT_YUSR = "not_yusr"


BELIEVED = frozenset({VerificationState.GENUINE, VerificationState.EXPIRED})
"""States of a paper that the office did issue and did not withdraw, as far as the check could see."""


@dataclass(frozen=True, slots=True)
class VerificationAnswer:
    """What is known of a paper. All but `state` and `sentence` is None where no trusted signature vouches for it.

    Args:
        from_file: the file itself was checked, every byte; else only the text of its code was, and what is printed
            around it must be compared with what stands here.
        register_checked: the office's register was asked; else a paper withdrawn since `as_of` still looks genuine.
        as_of: the instant of the list of withdrawn papers that was used, as a day.
    """

    state: VerificationState
    sentence: Wording
    from_file: bool = False
    register_checked: bool = False
    key: str | None = None
    serial: str | None = None
    kind: PaperKind | None = None
    office: Wording | None = None
    file_number: str | None = None
    issued_on: date | None = None
    valid_until: date | None = None
    amount: Money | None = None
    demonstration: bool = False
    as_of: date | None = None

    @property
    def believed(self) -> bool:
        """Whether the office issued it and did not withdraw it."""
        return self.state in BELIEVED


_SENTENCES = {
    VerificationState.GENUINE: (
        "وثيقة «{kind}» رقم {serial} صادرة فعلًا عن {office} بتاريخ {issued}{until}.",
        "{kind} no. {serial} was indeed issued by {office} on {issued}{until}.",
    ),
    VerificationState.EXPIRED: (
        "وثيقة «{kind}» رقم {serial} صادرة فعلًا عن {office}، لكن صلاحيتها انتهت في {end}؛ اطلب من صاحبها وثيقة جديدة.",
        "{kind} no. {serial} was indeed issued by {office}, but it ended on {end}; ask its holder for a new one.",
    ),
    VerificationState.VOID: (
        "وثيقة «{kind}» رقم {serial} أصدرها {office} ثم ألغاها؛ لا تعتمدها وراجع المكتب.",
        "{kind} no. {serial} of {office} was withdrawn; do not rely on it, ask the office.",
    ),
    VerificationState.REVOKED_KEY: (
        "وُقّعت هذه الوثيقة بمفتاح أوقفه {office} ({key})؛ لا تعتمدها حتى يؤكدها سجل المكتب.",
        "This paper is signed with a key that {office} revoked ({key}); do not rely on it until its register confirms.",
    ),
    VerificationState.UNREGISTERED: (
        "توقيع الوثيقة رقم {serial} صحيح، لكنها ليست في سجل {office} كما هي؛ لا تعتمدها وأبلغ المشرف.",
        "The signature of no. {serial} holds, but the register of {office} has no such paper; tell the supervisor.",
    ),
}
_UNREGISTERED_NOTE = (
    " فُحص التوقيع وحده؛ قد تكون ألغيت بعد {as_of}، فراجع سجل المكتب عند الشك.",
    " Only the signature was checked; it may have been withdrawn after {as_of}, ask the office's register in doubt.",
)
_COMPARE_NOTE = (
    " قارن ما هو مطبوع على الورقة بهذه البيانات.",
    " Compare what is printed on the paper with this.",
)
_DEMONSTRATION_NOTE = (
    " بيانات تجريبية: لا تثبت حقًّا لأحد.",
    " Demonstration data: it proves nothing about anybody.",
)

ALTERED_TEXT = VerificationAnswer(
    VerificationState.ALTERED,
    Wording(
        "غُيّر رمز التحقق عما وقّعه المكتب أو قُرئ ناقصًا؛ أعد مسحه، فإن تكرر ذلك فلا تعتمد الوثيقة.",
        "The code differs from what the office signed or was read in part; scan it again, and if it stays so, do not "
        "rely on the paper.",
    ),
)
ALTERED_FILE = VerificationAnswer(
    VerificationState.ALTERED,
    Wording(
        "هذا الملف ليس كما ختمه المكتب: غُيّر فيه شيء أو أعيد حفظه ببرنامج آخر؛ لا تعتمده واطلب الملف الأصلي.",
        "This file is not as the office sealed it: something was changed or another program saved it anew; do not rely "
        "on it, ask for the original file.",
    ),
    from_file=True,
)
NOT_YUSR = VerificationAnswer(
    VerificationState.NOT_YUSR,
    Wording(
        "هذه ليست وثيقة صادرة عن يُسر؛ امسح رمز التحقق المطبوع أو اختر ملف الوثيقة نفسه.",
        "This is no document issued by Yusr; scan the printed code or choose the document's own file.",
    ),
)


def unknown_issuer(key: str) -> VerificationAnswer:
    """Signed, perhaps, by a key that nobody here trusts: nothing in it is believed."""
    return VerificationAnswer(
        VerificationState.UNKNOWN_ISSUER,
        Wording(
            f"وُقّعت الوثيقة بمفتاح غير معروف هنا ({key})؛ اطلب ملف الثقة من المكتب الذي أصدرها ثم أعد التحقق.",
            f"The paper is signed with a key unknown here ({key}); get the trust file of the office that issued it, "
            "then check again.",
        ),
        key=key,
    )


def told(
    state: VerificationState, stated: Stated, key: TrustedKey, *, from_file: bool, register_checked: bool
) -> VerificationAnswer:
    """The answer about a paper whose signature holds."""
    return VerificationAnswer(
        state=state,
        sentence=Wording(
            *(
                _sentence(state, stated, key, language, from_file=from_file, register_checked=register_checked)
                for language in (Language.ARABIC, Language.ENGLISH)
            )
        ),
        from_file=from_file,
        register_checked=register_checked,
        key=key.id,
        serial=str(stated.serial),
        kind=stated.kind,
        office=key.office_name,
        file_number=stated.file_number,
        issued_on=stated.issued_on,
        valid_until=stated.valid_until,
        amount=stated.amount,
        demonstration=stated.demonstration,
        as_of=key.as_of.date(),
    )


def _sentence(
    state: VerificationState,
    stated: Stated,
    key: TrustedKey,
    language: Language,
    *,
    from_file: bool,
    register_checked: bool,
) -> str:
    which = 0 if language is Language.ARABIC else 1
    notes = [_SENTENCES[state][which]]
    if state in BELIEVED and not from_file:
        notes.append(_COMPARE_NOTE[which])
    if state in BELIEVED and not register_checked:
        notes.append(_UNREGISTERED_NOTE[which])
    if stated.demonstration:
        notes.append(_DEMONSTRATION_NOTE[which])
    end = "" if stated.valid_until is None else _day(stated.valid_until, language)
    until = ("، وتسري حتى " if which == 0 else ", and holds until ") + end if end else ""
    return "".join(notes).format(
        kind=about(stated.kind).label.said_in(language),
        serial=stated.serial,
        office=key.office_name.said_in(language),
        issued=_day(stated.issued_on, language),
        until=until,
        end=end,
        key=key.id,
        as_of=_day(key.as_of.date(), language),
    )


def _day(day: date, language: Language) -> str:
    return short(day, language, arabic_digits=False, both=True)
