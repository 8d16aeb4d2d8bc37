"""The facts of the step on health, education, work and what befell a member or the file; see `fields`."""

from __future__ import annotations

from desktop.values.language import Wording
from ui.screens.registry.registration.steps import GROWN, MINOR, Group, field, plain, unless, when

_DISABLED = unless("disability.degree", "none")
_INCAPABLE = unless("incapacity.extent", "none")
_ENROLLED = unless("education.enrolled", "false")
_AT_WORK = when("work.status", "employed", "self_employed", "retired")
_GROWN = when("age", GROWN)
_MINOR = when("age", MINOR)
_WOMAN = when("sex", "female")

CIRCUMSTANCES: tuple[Group, ...] = (
    Group(
        "health",
        Wording("الصحة", "Health"),
        "member",
        (
            field("health.chronic"),
            field("health.pregnant", _WOMAN),
            field("health.nursing", _WOMAN),
            field("health.vaccinations_current", _MINOR),
            field("health.growth_follow_up", _MINOR),
            field("health.annual_check_on"),
        ),
    ),
    Group(
        "disability",
        Wording("الإعاقة", "Disability"),
        "member",
        (
            field("disability.degree"),
            field("disability.kind", _DISABLED),
            field("disability.percent", _DISABLED),
            field("disability.onset_age", _DISABLED),
            field("disability.assessed_on", _DISABLED),
            field("disability.valid_until", _DISABLED),
        ),
    ),
    Group(
        "incapacity",
        Wording("العجز عن العمل", "Incapacity for work"),
        "member",
        (
            field("incapacity.extent"),
            field("incapacity.permanent", _INCAPABLE),
            field("incapacity.issued_on", _INCAPABLE),
            field("incapacity.valid_until", _INCAPABLE),
        ),
    ),
    Group(
        "education",
        Wording("التعليم", "Education"),
        "member",
        (
            *plain("education.enrolled", "education.stage"),
            field("education.full_time", _ENROLLED),
            field("education.away", _ENROLLED),
            field("education.passed_last_year", _ENROLLED),
            field("education.fees_per_year", _ENROLLED),
        ),
    ),
    Group(
        "attendance",
        Wording("الحضور الدراسي", "School attendance"),
        "attendance",
        plain("term", "percent", "excused"),
        Wording("لا يوجد سجل حضور", "No attendance on record"),
        (_ENROLLED,),
    ),
    Group(
        "work",
        Wording("العمل", "Work"),
        "member",
        (
            field("work.status"),
            field("work.ability", _GROWN),
            field("work.sector", _AT_WORK),
            field("work.insured", _AT_WORK),
            field("work.insured_wage", _AT_WORK, unless("work.insured", "false")),
            field("work.job_seeker_registered", _GROWN),
            field("work.exempt_reason", _GROWN),
            field("work.abroad_since", _GROWN),
        ),
    ),
    Group(
        "offers_refused",
        Wording("عروض العمل المرفوضة", "Job offers refused"),
        "offer_refused",
        plain("on", "suitable", "excused"),
        Wording("لا توجد عروض مرفوضة", "No job offer refused"),
        (_GROWN,),
    ),
    Group(
        "custody",
        Wording("الحضانة", "Custody"),
        "member",
        (
            field("custody.holder", _MINOR),
            field("custody.deed", _MINOR),
            field("custody.nearer_school", _MINOR),
        ),
    ),
    Group(
        "absences",
        Wording("فترات الغياب خارج البلاد", "Stays abroad"),
        "absence",
        plain("from", "to", "purpose"),
        Wording("لا يوجد غياب خارج البلاد", "No stay abroad"),
    ),
    Group(
        "shelter_stays",
        Wording("الإقامة في دور الإيواء ومراكز العلاج", "Stays in shelters and treatment centres"),
        "shelter_stay",
        plain("from", "to", "purpose"),
        Wording("لا توجد إقامة في دور الإيواء ولا في مراكز العلاج", "No stay in a shelter or treatment centre"),
    ),
    Group(
        "circumstances",
        Wording("الحالات الخاصة", "Circumstances"),
        "circumstance",
        (
            *plain("kind", "since", "until"),
            *plain("evidence.kind", "evidence.number", "evidence.issued_on", "evidence.valid_until"),
            field("evidence.renewals"),
        ),
        Wording("لا توجد حالات خاصة", "No special circumstance"),
    ),
    Group(
        "services",
        Wording("الخدمات الحكومية", "Government services"),
        "member",
        (field("services_suspended", _GROWN),),
    ),
    Group(
        "breaches",
        Wording("المخالفات", "Breaches"),
        "breach",
        plain("duty", "notified_on", "cured_on", "excused"),
        Wording("لا توجد مخالفات", "No breaches"),
    ),
    Group(
        "judgments",
        Wording("الأحكام القضائية النهائية", "Final judgments"),
        "judgment",
        plain("kind", "final_on"),
        Wording("لا توجد أحكام نهائية", "No judgments"),
        (_GROWN,),
    ),
    Group(
        "file_events",
        Wording("ما جرى على الملف", "What happened with the file"),
        "household",
        plain("update_asked_on", "updated_on", "waived_on", "gate_waiver"),
    ),
)
