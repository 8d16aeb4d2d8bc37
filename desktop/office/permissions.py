"""What each role may do, as data; declared on verbs, and printed into SECURITY.md from `matrix()`."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from desktop.database.policy import StaffRole
from desktop.office.desk import Desk
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Permission(StrEnum):
    """One thing that staff do at the office."""

    READ_FILES = "read_files"
    REGISTER = "register"
    CHANGE_FILES = "change_files"
    OPEN_SEALED = "open_sealed"
    ASSESS = "assess"
    DECIDE = "decide"
    RUN_CASELOAD = "run_caseload"
    SIMULATE = "simulate"
    ISSUE = "issue"
    NOTIFY = "notify"
    VISIT = "visit"
    PAY = "pay"
    ASSIST = "assist"
    REFER = "refer"
    EMPOWER = "empower"
    ENROL = "enrol"
    CARE = "care"
    RECEIVE_GRIEVANCE = "receive_grievance"
    REVIEW_GRIEVANCE = "review_grievance"
    IMPORT = "import"
    EXPORT = "export"
    READ_FIGURES = "read_figures"
    ASSIGN_WORK = "assign_work"
    READ_AUDIT = "read_audit"
    ADMINISTER_STAFF = "administer_staff"
    CHANGE_SETTINGS = "change_settings"
    BACK_UP = "back_up"


_R, _S, _A, _U, _E = (
    StaffRole.RESEARCHER,
    StaffRole.SUPERVISOR,
    StaffRole.ADMINISTRATOR,
    StaffRole.AUDITOR,
    StaffRole.EMPOWERMENT,
)

_MATRIX: dict[Permission, tuple[Wording, frozenset[StaffRole]]] = {
    Permission.READ_FILES: (Wording("الاطلاع على ملفات الأسر", "read household files"), frozenset({_R, _S, _U, _E})),
    Permission.REGISTER: (Wording("تسجيل الأسر", "register households"), frozenset({_R, _S})),
    Permission.CHANGE_FILES: (Wording("تعديل ملفات الأسر", "change household files"), frozenset({_R, _S})),
    Permission.OPEN_SEALED: (Wording("فتح الملفات المستورة", "open sealed files"), frozenset({_S})),
    Permission.ASSESS: (Wording("دراسة الأهلية", "assess eligibility"), frozenset({_R, _S, _E})),
    Permission.DECIDE: (Wording("إصدار القرارات", "decide"), frozenset({_R, _S})),
    Permission.RUN_CASELOAD: (Wording("دراسة أهلية جميع الأسر", "assess the whole caseload"), frozenset({_R, _S})),
    Permission.SIMULATE: (Wording("محاكاة تغيير القواعد", "simulate a change of rules"), frozenset({_R, _S, _U})),
    Permission.ISSUE: (Wording("إصدار الوثائق", "issue documents"), frozenset({_R, _S, _E})),
    Permission.NOTIFY: (Wording("تبليغ الأسر", "notify families"), frozenset({_R, _S, _E})),
    Permission.VISIT: (Wording("تنظيم الزيارات وتسجيلها", "plan and record visits"), frozenset({_R, _S})),
    Permission.PAY: (Wording("إعداد الصرف", "prepare payments"), frozenset({_S})),
    Permission.ASSIST: (Wording("صرف المساعدات", "grant assistance"), frozenset({_R, _S})),
    Permission.REFER: (Wording("الإحالة إلى الجمعيات", "refer to charities"), frozenset({_R, _S, _E})),
    Permission.EMPOWER: (Wording("إعداد خطط التمكين", "make empowerment plans"), frozenset({_S, _E})),
    Permission.ENROL: (Wording("التسجيل في الدورات", "enrol in courses"), frozenset({_R, _S, _E})),
    Permission.CARE: (Wording("خدمات الرعاية والإعاقة", "care and disability services"), frozenset({_R, _S})),
    Permission.RECEIVE_GRIEVANCE: (
        Wording("استقبال الاعتراضات والتظلمات", "receive objections and grievances"),
        frozenset({_R, _S, _E}),
    ),
    Permission.REVIEW_GRIEVANCE: (
        Wording("البت في الاعتراضات والتظلمات", "review objections and grievances"),
        frozenset({_S}),
    ),
    Permission.IMPORT: (Wording("استيراد الملفات", "import files"), frozenset({_R, _S})),
    Permission.EXPORT: (Wording("تصدير الملفات", "export files"), frozenset({_R, _S, _U})),
    Permission.READ_FIGURES: (Wording("الاطلاع على المؤشرات", "read figures"), frozenset({_R, _S, _A, _U, _E})),
    Permission.ASSIGN_WORK: (Wording("توزيع الأعمال", "assign work"), frozenset({_S})),
    Permission.READ_AUDIT: (Wording("الاطلاع على سجل التدقيق", "read the audit"), frozenset({_S, _U})),
    Permission.ADMINISTER_STAFF: (Wording("إدارة حسابات الموظفين", "administer staff"), frozenset({_A})),
    Permission.CHANGE_SETTINGS: (Wording("تغيير إعدادات المكتب", "change the office's settings"), frozenset({_A})),
    Permission.BACK_UP: (Wording("النسخ الاحتياطي والاستعادة", "back up and restore"), frozenset({_A})),
}


def matrix() -> tuple[tuple[Permission, Wording, frozenset[StaffRole]], ...]:
    """Every permission with its wording and the roles that hold it, in the order of `Permission`."""
    return tuple((permission, *_MATRIX[permission]) for permission in Permission)


def may(roles: frozenset[StaffRole], permission: Permission) -> bool:
    """Whether one of the roles holds the permission."""
    return bool(roles & _MATRIX[permission][1])


class Verb(Protocol[P, T_co]):
    """A verb behind its guard; it names the permission that it asks for."""

    permission: Permission

    def __call__(self, desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> T_co:
        """Do it, or raise `OfficeError("office.not_permitted")`."""


def requires(
    permission: Permission,
) -> Callable[[Callable[Concatenate[Desk, P], T]], Verb[P, T]]:
    """Let only staff with `permission` call a verb; the verb's first argument is the desk.

    The decorated verb raises `OfficeError("office.not_permitted")` before doing anything, and names its permission in
    `verb.permission`.
    """

    def guarded(verb: Callable[Concatenate[Desk, P], T]) -> Verb[P, T]:
        @wraps(verb)
        def checked(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> T:
            if not may(desk.staff.roles, permission):
                raise OfficeError("office.not_permitted", staff=desk.staff.name, act=_MATRIX[permission][0])
            return verb(desk, *args, **kwargs)

        named = cast("Verb[P, T]", checked)
        named.permission = permission
        return named

    return guarded
