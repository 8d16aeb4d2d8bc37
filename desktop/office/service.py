"""Verbs of the office: found it, appoint, disable and unlock staff. Desks are opened in `desk`."""

from __future__ import annotations

import re

from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from desktop.database.engine import is_sqlite
from desktop.database.pen import Pen
from desktop.database.policy import Section, StaffRole
from desktop.database.session import held, unit_of_work
from desktop.office.answers import Changes, FailuresAnswer, OfficeAnswer, Saved, StaffAnswer
from desktop.office.desk import Desk, desk, open_desk, sign_in
from desktop.office.drafts import OfficeDraft, StaffDraft
from desktop.office.lock_out import clear
from desktop.office.passwords import hashed, set_role_password
from desktop.office.permissions import Permission, requires
from desktop.office.records import Office, Setting, SignInFailures, StaffMember
from desktop.values.errors import OfficeError

__all__ = [
    "appoint",
    "desk",
    "disable",
    "found_office",
    "open_desk",
    "set_password",
    "sign_in",
    "sign_in_failures",
    "staff",
    "unlock",
]

ONE_PERSON_EXCEPTION = "one_person_exception"
"""Setting of an office whose founder holds roles otherwise kept apart; seen in the audit from the first day."""

FOUNDER_ROLES = frozenset({StaffRole.RESEARCHER, StaffRole.SUPERVISOR, StaffRole.ADMINISTRATOR, StaffRole.EMPOWERMENT})

_CODE = re.compile(r"[a-z][a-z0-9-]{0,30}")
_SHORT_CODE = re.compile(r"[A-Z]{2,6}")
_LOGIN = re.compile(r"[a-z][a-z0-9._-]{0,62}")


def found_office(engine: Engine, *, draft: OfficeDraft, first_staff: StaffDraft | None = None) -> OfficeAnswer:
    """Found an office in an initialised database, usable at once.

    Args:
        engine: connected as the database's owner on PostgreSQL.
        draft: the place.
        first_staff: who may sign in from the start. Without roles it is a one-person office: the person gets all of
            `FOUNDER_ROLES`, and a setting records the exception. On PostgreSQL it may be the owner's own role.

    Raises:
        OfficeError: `office.bad_code`, `office.bad_login`, `office.exists`, `office.login_taken`;
            `database.not_allowed` for anybody but the owner.
    """
    if not _CODE.fullmatch(draft.code) or not _SHORT_CODE.fullmatch(draft.short_code):
        raise OfficeError("office.bad_code", code=draft.code, short_code=draft.short_code)
    with unit_of_work(engine) as session:
        if is_sqlite(engine):
            pen: Pen = session.connection().info["pen"]
            pen.sign(staff=first_staff.login if first_staff else "owner", roles="")
        office = Office(
            office=draft.code,
            name_ar=draft.name.ar,
            name_en=draft.name.en,
            country=draft.country,
            region=draft.region,
            short_code=draft.short_code,
            parent=draft.parent,
        )
        session.add(office)
        try:
            session.flush()
        except IntegrityError as error:
            raise OfficeError("office.exists", code=draft.code, short_code=draft.short_code) from error
        if first_staff is not None:
            own = not is_sqlite(engine) and session.scalar(text("SELECT session_user")) == first_staff.login
            _seat(session, first_staff, office=draft.code, roles=first_staff.roles or FOUNDER_ROLES, own=own)
            if not first_staff.roles:
                session.add(Setting(office=draft.code, key=ONE_PERSON_EXCEPTION, value={"staff": first_staff.login}))
                session.flush()
        return OfficeAnswer.of(office)


@requires(Permission.ADMINISTER_STAFF)
def appoint(desk: Desk, *, draft: StaffDraft) -> Saved[StaffAnswer]:
    """Add a member of staff to the own office; on PostgreSQL their login role comes into being with the row.

    Raises:
        OfficeError: `office.bad_login`, `office.login_taken`, `office.no_roles`, `office.short_password`,
            `office.password_needed` on PostgreSQL.
    """
    if not draft.roles:
        raise OfficeError("office.no_roles", staff=draft.login)
    row = _seat(desk.session, draft, office=desk.office, roles=draft.roles)
    return Saved(StaffAnswer.of(row), Changes(kinds=frozenset({"staff"})))


@requires(Permission.ADMINISTER_STAFF)
def disable(desk: Desk, *, login: str, expected_version: int) -> Saved[StaffAnswer]:
    """Stop a member of staff from signing in, at once and until appointed anew; what they wrote stays theirs.

    Raises:
        OfficeError: `office.unknown_staff`, `office.not_yourself`; StaleFile.
    """
    if login == desk.staff.login:
        raise OfficeError("office.not_yourself", staff=login)
    found = _colleague(desk, login)
    row = held(desk.session, StaffMember, found.id, expected_version=expected_version)
    row.active = False
    desk.session.flush()
    return Saved(StaffAnswer.of(row), Changes(kinds=frozenset({"staff"})))


@requires(Permission.ADMINISTER_STAFF)
def unlock(desk: Desk, *, login: str) -> Saved[StaffAnswer]:
    """Let a colleague whose login is locked after wrong passwords try again at once; see `lock_out`.

    Nothing is changed for a login that has no failures, as none has on PostgreSQL.

    Raises:
        OfficeError: `office.unknown_staff`.
    """
    found = _colleague(desk, login)
    kept = desk.session.scalars(select(SignInFailures).where(SignInFailures.staff_id == found.id)).one_or_none()
    if kept is None or not kept.failures:
        return Saved(StaffAnswer.of(found))
    clear(kept)
    desk.session.flush()
    return Saved(StaffAnswer.of(found), Changes(kinds=frozenset({"staff"})))


@requires(Permission.ADMINISTER_STAFF)
def sign_in_failures(desk: Desk) -> tuple[FailuresAnswer, ...]:
    """Colleagues whose last passwords were wrong, by login; none on PostgreSQL."""
    kept = (
        select(StaffMember.login, SignInFailures)
        .join(SignInFailures, SignInFailures.staff_id == StaffMember.id)
        .where(SignInFailures.office == desk.office, SignInFailures.failures > 0)
        .order_by(StaffMember.login)
    )
    return tuple(
        FailuresAnswer(login, row.failures, row.last_at, row.locked_until) for login, row in desk.session.execute(kept)
    )


def set_password(desk: Desk, *, password: str) -> None:
    """Change one's own password; OfficeError `office.short_password`."""
    if is_sqlite(desk.session.connection()):
        raise OfficeError("office.ask_administrator", staff=desk.staff.login)
    set_role_password(desk.session, login=desk.staff.login, password=password)


def staff(desk: Desk) -> tuple[StaffAnswer, ...]:
    """The staff of the offices that this person sees, by login."""
    return tuple(StaffAnswer.of(row) for row in desk.session.scalars(select(StaffMember).order_by(StaffMember.login)))


def _colleague(desk: Desk, login: str) -> StaffMember:
    """Somebody of the own office; OfficeError `office.unknown_staff`."""
    found = desk.session.scalars(
        select(StaffMember).where(StaffMember.login == login, StaffMember.office == desk.office)
    ).one_or_none()
    if found is None:
        raise OfficeError("office.unknown_staff", staff=login)
    return found


def _seat(
    session: Session, draft: StaffDraft, *, office: str, roles: frozenset[StaffRole], own: bool = False
) -> StaffMember:
    # `own`: the connected role itself, whatever name the server's administrator gave it; it has its password.
    sqlite = is_sqlite(session.connection())
    if not own and not _LOGIN.fullmatch(draft.login):
        raise OfficeError("office.bad_login", staff=draft.login)
    if draft.password is None and not sqlite and not own:
        raise OfficeError("office.password_needed", staff=draft.login)
    row = StaffMember(
        office=office,
        login=draft.login,
        name_ar=draft.name.ar,
        name_en=draft.name.en,
        sex=draft.sex,
        roles=roles,
        sections=draft.sections | {Section.GENERAL},
        active=True,
        password_hash=hashed(draft.password) if sqlite and draft.password is not None else None,
    )
    session.add(row)
    try:
        session.flush()
    except IntegrityError as error:
        raise OfficeError("office.login_taken", staff=draft.login) from error
    except DBAPIError as error:
        # YU001: the seat's trigger found a role of that name that is not ours to give.
        if getattr(error.orig, "sqlstate", None) == "YU001":
            raise OfficeError("office.login_taken", staff=draft.login) from error
        raise
    if not sqlite and not own and draft.password is not None:
        set_role_password(session, login=draft.login, password=draft.password)
    return row
