"""The desk: one signed-in member of staff's unit of work, and the only way to the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from desktop.database.engine import is_sqlite
from desktop.database.interrupting import Stop
from desktop.database.pen import INSTANT_FORMAT
from desktop.database.policy import READS_OFFICES_BELOW
from desktop.database.session import sign, unit_of_work
from desktop.database.session_wall import Signature
from desktop.facts.codes import Country
from desktop.office.answers import OfficeAnswer, StaffAnswer
from desktop.office.lock_out import Gate
from desktop.office.records import Office, StaffMember
from desktop.values.errors import OfficeError
from desktop.values.language import Language

ZONES = {Country.SA: ZoneInfo("Asia/Riyadh"), Country.EG: ZoneInfo("Africa/Cairo")}

Clock = Callable[[Session], datetime]
"""Reads an aware UTC instant; the database's own unless a demonstration or a test says otherwise."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every verb takes first.

    Args:
        session: the transaction; a verb flushes, never commits.
        staff: who is at the desk.
        place: their office.
        now: the database's clock when the desk was opened, aware UTC.
        today: the date at that instant in the office's own time zone.
        language: what sentences are put in.
    """

    session: Session
    staff: StaffAnswer
    place: OfficeAnswer
    now: datetime
    today: date
    language: Language

    @property
    def office(self) -> str:
        """Code of the own office, which every row written here carries."""
        return self.staff.office


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who proved who they are; opens desks from then on."""

    engine: Engine
    login: str


def database_clock(session: Session) -> datetime:
    """The database's instant of this transaction, aware UTC."""
    if is_sqlite(session.connection()):
        stated = session.scalar(text("SELECT yusr_now()"))
        return datetime.strptime(str(stated), INSTANT_FORMAT).replace(tzinfo=UTC)
    found = session.scalar(select(func.now()))
    return (found or datetime.now(UTC)).astimezone(UTC)


def sign_in(
    engine: Engine, *, staff: str | None = None, password: str | None = None, clock: Clock = database_clock
) -> SignedIn:
    """Prove who sits at the desk: by a password on SQLite, by one's own database role on PostgreSQL.

    Args:
        engine: of the database; on PostgreSQL, opened with the person's own login and password.
        staff: login name; on PostgreSQL the session's own and may be left out.
        password: needed on SQLite where the person has one; wrong ones in a row lock the login, see `lock_out`.
        clock: by which a locked login is free again.

    Raises:
        OfficeError: `office.who_are_you`, `office.unknown_staff`, `office.disabled_staff`, `office.wrong_password`,
            `office.locked_out` (details: `again_at`, an aware instant), `office.not_your_login`.
        Unreachable: the database refused or could not be reached.
    """
    with unit_of_work(engine, reading=True) as session:
        login = _login(session, staff)
        member = _staff(session, login)
        place = _place(session, member.office)
    if is_sqlite(engine):
        Gate(engine, member, clock=clock, zone=ZONES[place.country]).pass_with(password)
    return SignedIn(engine, login)


@contextmanager
def desk(
    signed_in: SignedIn,
    *,
    reading: bool = False,
    language: Language = Language.ARABIC,
    clock: Clock = database_clock,
    stop: Stop | None = None,
) -> Iterator[Desk]:
    """A unit of work of somebody who signed in: kept whole when the block ends, nothing of it when it raises.

    Args:
        signed_in: from `sign_in`; the person is looked up anew, so a disabled one is stopped at the next desk.
        reading: the desk cannot write and waits for no writer.
        language: what sentences are put in.
        clock: where `now` and `today` come from; the audit always takes the database's.
        stop: by which another thread may break the work off.

    Raises:
        OfficeError: the person may no longer sign in.
        StaleFile, Contended, Unreachable, Interrupted: see `unit_of_work`.
    """
    with unit_of_work(signed_in.engine, reading=reading, stop=stop) as session:
        member = StaffAnswer.of(_staff(session, signed_in.login))
        place = _place(session, member.office)
        now = clock(session)
        sign(session, _signature(session, member))
        yield Desk(session, member, place, now, now.astimezone(ZONES[place.country]).date(), language)


@contextmanager
def open_desk(
    engine: Engine,
    *,
    staff: str | None = None,
    password: str | None = None,
    reading: bool = False,
    language: Language = Language.ARABIC,
    clock: Clock = database_clock,
) -> Iterator[Desk]:
    """`sign_in` and `desk` in one, for a single piece of work; arguments and errors are theirs."""
    with desk(
        sign_in(engine, staff=staff, password=password), reading=reading, language=language, clock=clock
    ) as opened:
        yield opened


def _login(session: Session, staff: str | None) -> str:
    if is_sqlite(session.connection()):
        if staff is None:
            raise OfficeError("office.who_are_you")
        return staff
    own = str(session.scalar(text("SELECT session_user")))
    if staff not in (None, own):
        raise OfficeError("office.not_your_login", staff=staff, login=own)
    return own


def _staff(session: Session, login: str) -> StaffMember:
    row = session.scalars(select(StaffMember).where(StaffMember.login == login)).one_or_none()
    if row is None:
        raise OfficeError("office.unknown_staff", staff=login)
    if not row.active:
        raise OfficeError("office.disabled_staff", staff=login)
    return row


def _place(session: Session, office: str) -> OfficeAnswer:
    return OfficeAnswer.of(session.scalars(select(Office).where(Office.office == office)).one())


def _signature(session: Session, member: StaffAnswer) -> Signature:
    offices = {member.office}
    if READS_OFFICES_BELOW & member.roles and is_sqlite(session.connection()):
        below = select(Office.office).where(Office.office == member.office).cte("below", recursive=True)
        below = below.union(select(Office.office).join(below, Office.parent == below.c.office))
        offices |= set(session.scalars(select(below.c.office)))
    return Signature(member.login, member.office, member.roles, member.sees, frozenset(offices))
