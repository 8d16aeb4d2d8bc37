"""Locks a login for a while after wrong passwords in a row, longer each time; on SQLite, where passwords are ours.

The count is kept in the database, so closing the program does not clear it, and each failure is in the audit under the
login that was tried, with no role, since nobody proved to be that person.

On PostgreSQL the server checks passwords before a session exists: nothing in our tables can see a failed sign-in, so
the table stays empty there and guessing is bounded by the server (`auth_delay`, its log) and the window's own wait.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from desktop.database.pen import Pen
from desktop.database.session import unit_of_work
from desktop.office.passwords import matches
from desktop.office.records import Setting, SignInFailures, StaffMember
from desktop.values.errors import OfficeError

LOCK_OUT = "lock_out"
"""Setting of an office: a `LockOut` as JSON, `{"after": 5, "minutes": 1, "minutes_at_most": 15}` unless set."""

_ROUND_UP = timedelta(seconds=59, microseconds=999_999)

Minutes = Annotated[int, Meta(ge=1, le=720)]
"""At most half a day: the hour at which one may try again is told without its day."""


class LockOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How an office locks a login.

    Args:
        after: wrong passwords in a row that lock it.
        minutes: how long it is locked the first time; twice as long at each further failure.
        minutes_at_most: the longest it is locked.
    """

    after: Annotated[int, Meta(ge=1, le=100)] = 5
    minutes: Minutes = 1
    minutes_at_most: Minutes = 15

    def wait(self, failures: int) -> timedelta | None:
        """How long a login is locked after so many failures in a row; None for not at all."""
        if failures < self.after:
            return None
        # Bounded before it is doubled: a count that nobody cleared for years would be a number of many digits.
        doublings = min(failures - self.after, self.minutes_at_most.bit_length())
        return timedelta(minutes=min(self.minutes << doublings, self.minutes_at_most))


class Gate:
    """The way in for one person with a password.

    Args:
        engine: of the database.
        member: who wants to sit down, as read a moment ago.
        clock: the database's instant.
        zone: of the office, in which the hour is told.
    """

    def __init__(
        self, engine: Engine, member: StaffMember, *, clock: Callable[[Session], datetime], zone: tzinfo
    ) -> None:
        self._engine = engine
        self._id: UUID = member.id
        self._login = member.login
        self._office = member.office
        self._hash = member.password_hash
        self._clock = clock
        self._zone = zone

    def pass_with(self, password: str | None) -> None:
        """Let the person in by their password, or count it as wrong.

        The verdict on a password is only told after looking once more whether the login is locked: of many guesses
        sent at the same time, those behind the last one that counts learn nothing, not even that one was right.

        Raises:
            OfficeError: `office.locked_out`, `office.wrong_password`.
        """
        if self._hash is None:
            return
        with unit_of_work(self._engine, reading=True) as session:
            self._refuse_locked(session)
        if not password:
            # Nothing was guessed: whoever only asks whether a password is needed locks nobody out.
            raise OfficeError("office.wrong_password", staff=self._login)
        # A tenth of a second by design, in no transaction: nobody's work waits for it.
        if not matches(self._hash, password):
            raise self._counted()
        with unit_of_work(self._engine, reading=True) as session:
            self._refuse_locked(session)
            kept = _kept(session, self._id)
        if kept is not None and kept.failures:
            self._cleared()

    def _refuse_locked(self, session: Session) -> None:
        kept = _kept(session, self._id)
        if kept is None or kept.locked_until is None:
            return
        # Where the clock was set back, the instants in the table lie ahead and would lock a login for years.
        if kept.last_at <= self._clock(session) < kept.locked_until:
            raise self._locked(kept.locked_until)

    def _counted(self) -> OfficeError:
        """Count a failure, one after another even if two desks fail at the same moment; the refusal to tell."""
        with unit_of_work(self._engine) as session:
            self._refuse_locked(session)
            self._sign(session)
            now, set_by_office = self._clock(session), rule(session, self._office)
            kept = _kept(session, self._id)
            if kept is None:
                kept = SignInFailures(office=self._office, staff_id=self._id, failures=0)
                session.add(kept)
            kept.failures += 1
            kept.last_at = now
            wait = set_by_office.wait(kept.failures)
            kept.locked_until = until = None if wait is None else now + wait
        return OfficeError("office.wrong_password", staff=self._login) if until is None else self._locked(until)

    def _cleared(self) -> None:
        with unit_of_work(self._engine) as session:
            self._refuse_locked(session)
            self._sign(session)
            kept = _kept(session, self._id)
            if kept is not None:
                clear(kept)

    def _sign(self, session: Session) -> None:
        pen: Pen = session.connection().info["pen"]
        pen.sign(staff=self._login, roles="")

    def _locked(self, until: datetime) -> OfficeError:
        hour = (until + _ROUND_UP).astimezone(self._zone)
        return OfficeError("office.locked_out", staff=self._login, until=f"{hour:%H:%M}", again_at=until)


def rule(session: Session, office: str) -> LockOut:
    """What the office set, or the default where it set nothing or something that makes no sense."""
    stated = session.scalar(select(Setting.value).where(Setting.office == office, Setting.key == LOCK_OUT))
    try:
        return LockOut() if stated is None else msgspec.convert(stated, LockOut)
    except msgspec.ValidationError:
        return LockOut()


def clear(kept: SignInFailures) -> None:
    """Forget the failures of a login; the audit does not."""
    kept.failures, kept.locked_until = 0, None


def _kept(session: Session, member: UUID) -> SignInFailures | None:
    return session.scalars(select(SignInFailures).where(SignInFailures.staff_id == member)).one_or_none()
