"""Numbers, settings and work items of an office."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import uuid4

import pytest
from conftest import House, at

from desktop.database.policy import Section, StaffRole
from desktop.database.session import retried
from desktop.office import settings, work
from desktop.office.counters import next_number
from desktop.office.drafts import WorkDraft
from desktop.office.permissions import Permission, matrix, may, requires
from desktop.values.errors import OfficeError, StaleFile


def test_numbers_follow_one_another_per_kind_and_year(qatif: House) -> None:
    with qatif.desk("keeper") as desk:
        given = [next_number(desk, kind="file", year=2026) for _ in range(3)]
        assert given == [1, 2, 3]
        assert next_number(desk, kind="file", year=2027) == 1
        assert next_number(desk, kind="certificate", year=2026) == 1


def test_a_number_that_was_rolled_back_is_given_out_again(qatif: House) -> None:
    def give_and_fail() -> None:
        with qatif.desk("keeper") as desk:
            next_number(desk, kind="file", year=2026)
            raise KeyError("a fault")

    with pytest.raises(KeyError):
        give_and_fail()
    with qatif.desk("keeper") as desk:
        assert next_number(desk, kind="file", year=2026) == 1


def test_offices_number_apart(qatif: House, found: Callable[..., House]) -> None:
    dammam = found("dammam", "DMM", founder="dammam-head")
    with qatif.desk("keeper") as desk:
        assert next_number(desk, kind="file", year=2026) == 1
    with dammam.desk("dammam-head") as desk:
        assert next_number(desk, kind="file", year=2026) == 1


def test_desks_that_number_at_the_same_time_give_no_double_and_leave_no_gap(qatif: House) -> None:
    desks, turns = 4, 6
    qatif.appoint("sara")
    qatif.sign_in("sara")
    start, given, lock = threading.Barrier(desks), [], threading.Lock()

    def number() -> None:
        start.wait()
        for _ in range(turns):

            def once() -> int:
                with qatif.desk("sara") as desk:
                    return next_number(desk, kind="file", year=2026)

            mine = retried(once)
            with lock:
                given.append(mine)

    with ThreadPoolExecutor(desks) as pool:
        for done in [pool.submit(number) for _ in range(desks)]:
            done.result()
    assert sorted(given) == list(range(1, desks * turns + 1))


def test_a_setting_is_what_it_was_set_to(qatif: House) -> None:
    with qatif.desk("keeper") as desk:
        assert settings.setting(desk, key="letterhead", default={"ar": ""}) == {"ar": ""}
        settings.change_setting(desk, key="letterhead", value={"ar": "مكتب القطيف"})
        settings.change_setting(desk, key="letterhead", value={"ar": "مكتب القطيف", "en": "Qatif"})
    with qatif.desk("keeper", reading=True) as desk:
        assert settings.setting(desk, key="letterhead") == {"ar": "مكتب القطيف", "en": "Qatif"}


def test_a_researcher_changes_no_setting(qatif: House) -> None:
    qatif.appoint("sara")
    with pytest.raises(OfficeError) as refused, qatif.desk("sara") as desk:
        settings.change_setting(desk, key="letterhead", value={})
    assert refused.value.key == "office.not_permitted"


def _draft(due: date | None = None, section: Section = Section.GENERAL, **more: object) -> WorkDraft:
    return WorkDraft("visit", "visits.due", {"name": "أم علي"}, due=due, section=section, **more)  # type: ignore[arg-type]


def test_open_work_is_listed_the_soonest_due_first(qatif: House) -> None:
    with qatif.desk("keeper") as desk:
        for due in (date(2026, 5, 2), None, date(2026, 5, 1)):
            work.open_work(desk, draft=_draft(due))
        assert [item.due for item in work.open_items(desk)] == [date(2026, 5, 1), date(2026, 5, 2), None]
        assert [item.due for item in work.open_items(desk, until=date(2026, 5, 1))] == [date(2026, 5, 1)]


def test_work_that_is_done_leaves_the_list_and_keeps_who_did_it(qatif: House) -> None:
    household = uuid4()
    with qatif.desk("keeper", clock=at(date(2026, 5, 1))) as desk:
        opened = work.open_work(desk, draft=_draft(household=household))
        assert opened.changes.households == {household}
        done = work.finish_work(desk, item=opened.answer.id, expected_version=opened.answer.version).answer
        assert (done.done_by, done.done_at) == ("keeper", desk.now)
        assert work.open_items(desk) == ()
        with pytest.raises(StaleFile):
            work.finish_work(desk, item=opened.answer.id, expected_version=opened.answer.version)


def test_work_of_one_kind_about_a_household_is_finished_together(qatif: House) -> None:
    household = uuid4()
    with qatif.desk("keeper") as desk:
        for _ in range(2):
            work.open_work(desk, draft=_draft(household=household))
        work.open_work(desk, draft=_draft(household=uuid4()))
        assert work.finish_all(desk, kind="visit", household=household) == 2
        assert len(work.open_items(desk)) == 1


def test_work_of_the_womens_section_is_listed_for_its_staff_only(qatif: House) -> None:
    qatif.appoint("sara")
    qatif.appoint("nura", sections=frozenset({Section.WOMEN}))
    with qatif.desk("nura") as desk:
        work.open_work(desk, draft=_draft(section=Section.WOMEN))
        assert len(work.open_items(desk)) == 1
    with qatif.desk("sara") as desk:
        assert work.open_items(desk) == ()


def test_only_a_supervisor_assigns_work(qatif: House) -> None:
    qatif.appoint("sara")
    with qatif.desk("keeper") as desk:
        opened = work.open_work(desk, draft=_draft()).answer
        given = work.assign_work(desk, item=opened.id, login="sara", expected_version=opened.version).answer
        assert given.assigned_to == "sara"
    with pytest.raises(OfficeError) as refused, qatif.desk("sara") as desk:
        work.assign_work(desk, item=opened.id, login=None, expected_version=given.version)
    assert refused.value.key == "office.not_permitted"


def test_every_permission_is_held_by_somebody_and_has_words() -> None:
    assert [permission for permission, _, _ in matrix()] == list(Permission)
    for permission, wording, roles in matrix():
        assert roles, permission
        assert wording.ar
        assert wording.en
        assert may(roles, permission)


def test_an_auditor_holds_no_permission_that_writes_a_file() -> None:
    held_by_auditor = {permission for permission, _, roles in matrix() if StaffRole.AUDITOR in roles}
    assert held_by_auditor == {
        Permission.READ_FILES,
        Permission.SIMULATE,
        Permission.EXPORT,
        Permission.READ_FIGURES,
        Permission.READ_AUDIT,
    }


def test_a_verb_names_its_permission() -> None:
    @requires(Permission.REGISTER)
    def register(_desk: object) -> None: ...

    assert register.permission is Permission.REGISTER
