"""The periods that a pack sets, in words: what each is for, how long it is and from when it is counted."""

from __future__ import annotations

from desktop.programmes.packs.pack import Deadline
from desktop.values import agreement
from desktop.values.language import Language, Wording

_NAMES = {
    "home_visit": Wording("الزيارة المنزلية", "the home visit"),
    "missing_information": Wording("استكمال ما نقص", "completing what is missing"),
    "decision": Wording("البت في الطلب", "deciding the application"),
    "grievance": Wording("التظلم", "the grievance"),
    "suspension_grievance": Wording("التظلم من الإيقاف", "the grievance against a suspension"),
    "reconsideration": Wording("التقدم من جديد", "applying again"),
    "change_report": Wording("الإبلاغ عن التغيير", "reporting a change"),
    "data_update": Wording("تحديث البيانات", "updating the data"),
    "breach_cure": Wording("تصحيح المخالفة", "curing a breach"),
    "periodic_visit": Wording("الزيارة الدورية", "the periodic visit"),
    "new_head": Wording("تعيين عائل جديد", "naming a new head"),
    "committee_presentation": Wording("العرض على اللجنة", "presenting to the committee"),
    "desertion_review": Wording("مراجعة الهجر", "reviewing a desertion"),
    "field_follow_up": Wording("المتابعة الميدانية", "the field follow-up"),
    "forfeiture": Wording("سقوط الحق في الصرف", "forfeiting what was not collected"),
    "proof_of_life": Wording("إثبات البقاء على قيد الحياة", "the proof of life"),
    "recovery_lapses": Wording("سقوط حق الاسترداد", "the lapse of recovery"),
    "repayment": Wording("رد ما صُرف بغير حق", "repaying what was not due"),
    "repayment_after_warning": Wording("الرد بعد الإنذار", "repaying after a warning"),
    "restudy": Wording("إعادة الدراسة", "studying the case again"),
    "status_adjustment": Wording("توفيق الأوضاع", "adjusting to the law"),
    "uncollected_notice": Wording("الإخطار بعدم الصرف", "the notice of what was not collected"),
    "uncollected_report": Wording("التقرير بعدم الصرف", "the report of what was not collected"),
    "uncollected_study": Wording("دراسة عدم الصرف", "studying why it was not collected"),
}
_BEGINS = {
    "application": Wording("من تقديم الطلب", "from the application"),
    "notice": Wording("من التبليغ", "from the notice"),
    "change": Wording("من التغيير", "from the change"),
    "visit": Wording("من الزيارة الأخيرة", "from the last visit"),
    "death": Wording("من الوفاة", "from the death"),
    "decision": Wording("من القرار", "from the decision"),
    "report": Wording("من التقرير", "from the report"),
    "payment": Wording("من الصرف", "from the payment"),
    "last_collection": Wording("من آخر صرف", "from the last collection"),
    "warning": Wording("من الإنذار", "from the warning"),
    "proof": Wording("من الإثبات السابق", "from the last proof"),
    "stop": Wording("من الإيقاف", "from the stop"),
    "study": Wording("من الدراسة", "from the study"),
    "entry_into_force": Wording("من بدء السريان", "from the entry into force"),
    "second_month_uncollected": Wording("من الشهر الثاني دون صرف", "from the second month not collected"),
}


def deadline_name(name: str) -> Wording:
    """What a period is for; the pack's own name in plain letters where nobody put it into words."""
    return _NAMES.get(name, _plain(name))


def deadline_in_words(deadline: Deadline) -> Wording:
    """«20 يومًا من تقديم الطلب», “20 days from the application”."""
    number, noun = (
        (deadline.days, agreement.DAY) if deadline.days is not None else (deadline.months or 0, agreement.MONTH)
    )
    begins = _BEGINS.get(deadline.from_, _plain(deadline.from_))
    arabic, english = (agreement.counted(number, noun, language, arabic_digits=False) for language in Language)
    return Wording(f"{arabic} {begins.ar}", f"{english} {begins.en}")


def _plain(name: str) -> Wording:
    words = name.replace("_", " ")
    return Wording(words, words)
