"""Whoever guesses at a password waits, longer each time; whoever knows it is let in when the wait is over."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from conftest import PASSWORD, House
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from desktop.database.engine import open_engine
from desktop.database.policy import StaffRole
from desktop.office import audit, settings
from desktop.office import service as office
from desktop.office.desk import Clock
from desktop.office.drafts import StaffDraft
from desktop.office.lock_out import LOCK_OUT, LockOut
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording

ONLY_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
START = datetime(2026, 11, 1, 9, 30, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def after(passed: timedelta) -> Clock:
    def clock(_session: Session) -> datetime:
        return START + passed

    return clock


@pytest.fixture
def house(qatif: House) -> House:
    """Qatif on SQLite, where sara and the administrator adam have passwords."""
    roles = {"sara": StaffRole.RESEARCHER, "adam": StaffRole.ADMINISTRATOR}
    with qatif.desk(qatif.founder) as desk:
        for login, role in roles.items():
            draft = StaffDraft(login, Wording(login, login), frozenset({role}), password=PASSWORD)
            office.appoint(desk, draft=draft)
    return qatif


def guess(
    house: House, password: str | None = "wrong-guess", *, passed: timedelta = timedelta(), times: int = 1
) -> str:
    """The key of the last refusal, or "in"."""
    for _ in range(times):
        # Every try from an engine of its own, as from a program that was closed and opened again.
        engine = open_engine(house.database.url)
        try:
            office.sign_in(engine, staff="sara", password=password, clock=after(passed))
            told = "in"
        except OfficeError as refused:
            told = refused.key
        finally:
            engine.dispose()
    return told


@ONLY_SQLITE
def test_five_wrong_passwords_lock_the_login_even_to_the_right_one(house: House) -> None:
    assert guess(house, times=4) == "office.wrong_password"
    assert guess(house) == "office.locked_out"
    assert guess(house, PASSWORD) == "office.locked_out"
    assert guess(house, PASSWORD, passed=timedelta(seconds=59)) == "office.locked_out"
    assert guess(house, PASSWORD, passed=MINUTE) == "in"


@ONLY_SQLITE
def test_each_further_failure_locks_for_twice_as_long_up_to_a_bound(house: House) -> None:
    assert guess(house, times=5) == "office.locked_out"
    passed = timedelta()
    for minutes in (1, 2, 4, 8, 15, 15):
        passed += minutes * MINUTE
        assert guess(house, PASSWORD, passed=passed - timedelta(seconds=1)) == "office.locked_out"
        assert guess(house, passed=passed) == "office.locked_out"
    assert guess(house, PASSWORD, passed=passed + 15 * MINUTE) == "in"


@ONLY_SQLITE
def test_guesses_at_a_locked_login_do_not_make_the_wait_longer(house: House) -> None:
    assert guess(house, times=12) == "office.locked_out"
    assert guess(house, PASSWORD, passed=MINUTE) == "in"


@ONLY_SQLITE
def test_the_right_password_clears_the_count(house: House) -> None:
    assert guess(house, times=4) == "office.wrong_password"
    assert guess(house, PASSWORD) == "in"
    assert guess(house, times=4) == "office.wrong_password"
    assert guess(house, PASSWORD) == "in"


@ONLY_SQLITE
def test_asking_without_a_password_is_no_guess(house: House) -> None:
    for nothing in (None, ""):
        assert guess(house, nothing, times=6) == "office.wrong_password"
    assert guess(house, PASSWORD) == "in"


@ONLY_SQLITE
def test_one_persons_failures_lock_nobody_else(house: House) -> None:
    guess(house, times=5)
    assert office.sign_in(house.database.owner, staff="adam", password=PASSWORD, clock=after(timedelta())).login


@ONLY_SQLITE
def test_the_sentence_says_when_to_try_again_in_the_offices_own_time(house: House) -> None:
    guess(house, times=5)
    with pytest.raises(OfficeError) as refused:
        office.sign_in(house.database.owner, staff="sara", password=PASSWORD, clock=after(timedelta()))
    assert refused.value.details["again_at"] == START + MINUTE
    for language in Language:
        # 09:31:10 UTC is 12:31:10 in Riyadh; at 12:31 one would still be refused.
        assert "12:32" in refused.value.sentence(language)
        assert "sara" in refused.value.sentence(language)


@ONLY_SQLITE
def test_an_administrator_sees_who_is_locked_and_unlocks(house: House) -> None:
    guess(house, times=5)
    with house.desk("keeper") as desk:
        (told,) = office.sign_in_failures(desk)
        assert (told.login, told.failures, told.last_at, told.locked_until) == ("sara", 5, START, START + MINUTE)
        saved = office.unlock(desk, login="sara")
        assert saved.changes.kinds == {"staff"}
        assert office.sign_in_failures(desk) == ()
    assert guess(house, PASSWORD) == "in"
    assert guess(house, times=4) == "office.wrong_password"


def test_unlocking_somebody_who_is_not_locked_changes_nothing(qatif: House) -> None:
    qatif.appoint("sara")
    with qatif.desk("keeper") as desk:
        saved = office.unlock(desk, login="sara")
        assert (saved.answer.login, saved.changes.kinds) == ("sara", frozenset())
        assert office.sign_in_failures(desk) == ()
        with pytest.raises(OfficeError) as refused:
            office.unlock(desk, login="nobody")
        assert refused.value.key == "office.unknown_staff"
    with qatif.desk("sara") as desk, pytest.raises(OfficeError) as refused:
        office.unlock(desk, login="sara")
    assert refused.value.key == "office.not_permitted"


@ONLY_SQLITE
def test_failures_are_in_the_audit_under_the_login_without_roles_and_without_the_password(house: House) -> None:
    guess(house, "hunter2-hunter2", times=2)
    guess(house, PASSWORD)
    with house.desk("keeper") as desk:
        told = [entry for entry in audit.entries(desk) if entry.table == "sign_in_failures"]
        assert audit.verify_chain(desk.session, "qatif") is None
        assert [(entry.staff, (entry.after or {})["failures"]) for entry in told] == [
            ("sara", 0),
            ("sara", 2),
            ("sara", 1),
        ]
        assert "hunter2" not in repr(told)
        kept = desk.session.connection().exec_driver_sql(
            "SELECT DISTINCT roles FROM audit_entries WHERE staff = 'sara'"
        )
        assert [row[0] for row in kept] == [""]


@ONLY_SQLITE
def test_an_office_may_set_its_own_figures_and_nonsense_counts_as_nothing_set(house: House) -> None:
    def set_to(value: object) -> None:
        with house.desk("keeper") as desk:
            settings.change_setting(desk, key=LOCK_OUT, value=value)

    set_to(msgspec.to_builtins(LockOut(after=2, minutes=3, minutes_at_most=3)))
    assert guess(house, times=2) == "office.locked_out"
    assert guess(house, PASSWORD, passed=2 * MINUTE) == "office.locked_out"
    assert guess(house, PASSWORD, passed=3 * MINUTE) == "in"
    set_to({"after": 0})
    assert guess(house, times=4) == "office.wrong_password"
    assert guess(house) == "office.locked_out"


@ONLY_SQLITE
def test_a_clock_that_was_set_back_locks_nobody_for_years(house: House) -> None:
    guess(house, times=5)
    assert guess(house, PASSWORD, passed=timedelta(days=-4000)) == "in"


@ONLY_SQLITE
def test_of_guesses_sent_at_once_only_those_that_count_are_answered(house: House) -> None:
    told: list[str] = []
    gate = threading.Barrier(8)

    def one() -> None:
        gate.wait()
        told.append(guess(house))

    desks = [threading.Thread(target=one) for _ in range(8)]
    for each in desks:
        each.start()
    for each in desks:
        each.join()
    assert sorted(told) == ["office.locked_out"] * 4 + ["office.wrong_password"] * 4
    with house.desk("keeper", reading=True) as desk:
        assert [each.failures for each in office.sign_in_failures(desk)] == [5]


@ONLY_SQLITE
def test_the_right_password_among_guesses_that_locked_the_login_meanwhile_is_refused(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.office import lock_out

    checked: Callable[[str, str | None], bool] = lock_out.matches

    def slow(stored: str, password: str | None) -> bool:
        right = checked(stored, password)
        if right:
            monkeypatch.setattr(lock_out, "matches", checked)
            guess(house, times=5)  # while this one was being checked
        return right

    monkeypatch.setattr(lock_out, "matches", slow)
    assert guess(house, PASSWORD) == "office.locked_out"


@ONLY_SQLITE
def test_a_colleagues_form_does_not_go_stale_because_they_mistyped(house: House) -> None:
    with house.desk("keeper", reading=True) as desk:
        (sara,) = [each for each in office.staff(desk) if each.login == "sara"]
    guess(house, times=2)
    with house.desk("keeper") as desk:
        assert not office.disable(desk, login="sara", expected_version=sara.version).answer.active


@given(st.integers(1, 100), st.integers(1, 720), st.integers(1, 720), st.integers(0, 10**9))
def test_waits_never_shrink_and_never_pass_the_bound(after: int, minutes: int, most: int, failures: int) -> None:
    rule = LockOut(after=after, minutes=minutes, minutes_at_most=most)
    wait, longer = rule.wait(failures), rule.wait(failures + 1)
    assert (wait is None) is (failures < after)
    if wait is not None and longer is not None:
        assert timedelta() < wait <= longer <= most * MINUTE
