"""What is due at a desk: why, until when, where it is settled, and of no file that may not be seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from conftest import House
from desk_scenes import DAY, DEVELOPED, SEWING, Scene, plain, staffed, widow
from sqlalchemy import Engine, event, select

from desktop.agenda.answers import Destination, DueKind, FigureKind, MyDesk, SettledAt, Urgency
from desktop.agenda.queries import my_desk
from desktop.agenda.work_due import kind_of
from desktop.casework import work as casework_work
from desktop.database.policy import StaffRole
from desktop.empowerment import telling
from desktop.office.drafts import WorkDraft
from desktop.office.records import WorkItem
from desktop.office.work import assign_work, open_items, open_work
from desktop.registry import standing
from desktop.values.errors import OfficeError
from desktop.values.language import Wording


@pytest.fixture
def scene(qatif: House) -> Scene:
    return staffed(qatif)


def kinds(found: MyDesk) -> list[DueKind]:
    return [row.kind for row in found.due]


def figure(found: MyDesk, kind: FigureKind) -> tuple[int, Wording | None]:
    (card,) = (each for each in found.figures if each.kind is kind)
    return card.count, None if card.second is None else card.second.wording


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    told: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        told.append(statement)

    event.listen(engine, "before_cursor_execute", listen)
    try:
        yield told
    finally:
        event.remove(engine, "before_cursor_execute", listen)


def test_an_assessed_household_waits_for_its_decision_with_the_amount_of_the_assessment(scene: Scene) -> None:
    file_number = scene.register(widow())
    scene.assess(file_number)
    row = scene.row(DueKind.DECIDE)
    assert row.subject == Wording("إصدار قرار", "Decide")
    assert plain(row.reason) == Wording("اكتملت الدراسة: مؤهلة، 1,997.00 ريال", "Assessed: eligible, SAR 1,997.00")
    assert row.reason.ar.endswith("\u20681,997.00 ريال\u2069")
    assert (row.file_number, row.settled_at) == (
        file_number,
        Destination(SettledAt.DECISION, file_number, programme=DEVELOPED),
    )
    assert row.head_name is not None
    assert "جاسم 0" in row.head_name
    assert row.item is not None
    scene.decide(file_number)
    assert scene.due().due == ()


def test_a_file_with_holes_waits_for_its_missing_facts_and_leads_to_the_first(scene: Scene) -> None:
    file_number = scene.register(widow(salary=None))
    scene.assess(file_number)
    row = scene.row(DueKind.MISSING_FACTS)
    assert row.settled_at.at is SettledAt.HOUSEHOLD
    assert row.settled_at.pointer is not None
    assert row.settled_at.pointer.startswith("/members/0/")
    reason = plain(row.reason)
    assert reason.ar.startswith("ينقص الملف ")
    assert "missing" in reason.en
    assert "/members" not in reason.ar + reason.en
    assert figure(scene.due(), FigureKind.MISSING_FACTS) == (1, None)


def test_a_changed_income_says_from_what_to_what_the_amount_changes(scene: Scene) -> None:
    file_number = scene.register(widow())
    scene.assess(file_number)
    scene.decide(file_number)
    later = date(2024, 4, 2)
    scene.amend(file_number, widow(salary="600.00"), later)
    scene.assess(file_number, on=later)
    reason = plain(scene.row(DueKind.DECIDE, on=later).reason)
    assert reason.ar.startswith("يتغيّر المبلغ من 1,997.00 ريال إلى ")
    assert reason.en.startswith("The amount changes from SAR 1,997.00 to SAR ")


def test_a_right_that_is_lost_is_told_against_the_decision_that_stands(scene: Scene) -> None:
    file_number = scene.register(widow())
    scene.assess(file_number)
    scene.decide(file_number)
    later = date(2024, 4, 2)
    scene.amend(file_number, widow(salary="9000.00"), later)
    scene.assess(file_number, on=later)
    reason = plain(scene.row(DueKind.DECIDE, on=later).reason)
    assert reason == Wording(
        "خالفت الدراسة قرار قبول القائم: غير مؤهلة", "Differs from “granted”, which stands: ineligible"
    )


def test_rows_stand_by_their_last_day_and_those_without_one_come_last(scene: Scene) -> None:
    with scene.desk() as desk:
        for due in (None, DAY + timedelta(days=30), DAY, DAY - timedelta(days=2), DAY + timedelta(days=7)):
            open_work(desk, draft=WorkDraft("visits.go", "casework.work_decide", {"programme": "x"}, due=due))
    found = scene.due()
    assert [row.urgency for row in found.due] == list(Urgency)
    assert found.urgencies == dict.fromkeys(Urgency, 1)
    assert (found.total, found.ending) == (5, 2)
    assert kinds(scene.due(limit=2)) == [DueKind.OTHER] * 2
    assert scene.due(limit=2).total == 5


def test_work_of_a_room_that_the_desk_does_not_know_is_told_in_the_words_of_that_room(scene: Scene) -> None:
    with scene.desk() as desk:
        open_work(desk, draft=WorkDraft("visits.go", "casework.work_decide", {"programme": "sa.developed"}))
    (row,) = scene.due().due
    assert row.kind is DueKind.OTHER
    assert "sa.developed" in row.reason.en
    assert "{" not in row.reason.ar


def test_every_kind_of_work_that_a_room_opens_today_is_known_to_the_desk() -> None:
    opened = {casework_work.DECIDE, casework_work.MISSING_FACTS, telling.TELL_OF_SEAT, telling.TELL_OF_CANCELLED_COURSE}
    assert DueKind.OTHER not in {kind_of(each) for each in opened}


def test_nobody_sees_a_row_of_a_file_that_they_may_not_see(scene: Scene) -> None:
    women, sealed = scene.register(widow(1, section="women"), "nura"), scene.register(widow(2))
    hidden = {women, sealed}
    for file_number, login in ((women, "nura"), (sealed, "sara")):
        scene.assess(file_number, login)
        scene.fail_notice(scene.decide(file_number, login), login)
    scene.seal(sealed)
    assert scene.due("sara").total == 0
    assert {row.file_number for row in scene.due("nura").due} == {women}
    assert {row.file_number for row in scene.due("huda").due} == hidden
    assert [card.count for card in scene.due("sara").figures] == [0, 0, 0, 0]
    assert figure(scene.due("huda"), FigureKind.NOTICES_UNTOLD) == (2, None)


def test_work_on_a_sealed_file_is_left_out_and_not_shown_nameless(scene: Scene) -> None:
    decided, lacking = scene.register(widow(1)), scene.register(widow(2, salary=None))
    for file_number in (decided, lacking):
        scene.assess(file_number)
        scene.seal(file_number)
    assert scene.due("sara").due == ()
    assert scene.due("sara").counts == {}
    assert {row.file_number for row in scene.due("huda").due} == {decided, lacking}


def test_work_on_a_file_of_another_section_is_left_out_even_where_its_item_is_not(scene: Scene) -> None:
    file_number = scene.register(widow(section="women"), "nura")
    scene.assess(file_number, "nura")
    with scene.desk("huda") as desk:
        # An item opened before the file was moved keeps the section that it had.
        (item,) = desk.session.scalars(select(WorkItem)).all()
        item.section = type(item.section).GENERAL
    with scene.desk("sara", reading=True) as desk:
        assert len(open_items(desk)) == 1
    assert scene.due("sara").total == 0
    assert scene.due("nura").total == 1


def test_a_closed_file_waits_for_nothing(scene: Scene) -> None:
    file_number = scene.register(widow())
    scene.assess(file_number)
    scene.stand(file_number, standing.close, "sara")
    assert scene.due().total == 0


def test_work_that_was_given_to_a_colleague_is_on_her_desk_only(scene: Scene) -> None:
    file_number = scene.register(widow())
    scene.assess(file_number)
    row = scene.row(DueKind.DECIDE)
    assert row.item is not None
    assert row.version is not None
    with scene.desk("huda") as desk:
        assign_work(desk, item=row.item, login="nura", expected_version=row.version)
    assert scene.due("sara").total == 0
    assert scene.row(DueKind.DECIDE, "nura").assigned_to == "nura"


def test_a_desk_shows_what_its_person_may_settle(scene: Scene) -> None:
    scene.offer()
    file_number = scene.register(widow())
    scene.assess(file_number)
    assert kinds(scene.due("sara")) == [DueKind.DECIDE, DueKind.COURSE_STARTS]
    assert kinds(scene.due("hind")) == [DueKind.COURSE_STARTS]
    assert [card.kind for card in scene.due("hind").figures] == [FigureKind.NOTICES_UNTOLD, FigureKind.WAITING_LIST]
    assert scene.due("omar").due == ()
    assert scene.due("omar").figures == ()


def test_an_administrator_has_no_desk(scene: Scene) -> None:
    scene.house.appoint("rana", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with pytest.raises(OfficeError) as refused, scene.desk("rana") as desk:
        my_desk(desk)
    assert refused.value.key == "office.not_permitted"


def test_a_notice_that_reached_nobody_waits_until_the_family_is_told_again(scene: Scene) -> None:
    from desktop.casework.deciding import tell_again
    from desktop.notices.channels import Channel

    file_number = scene.register(widow())
    scene.assess(file_number)
    decision = scene.decide(file_number)
    scene.fail_notice(decision)
    row = scene.row(DueKind.NOTICE_FAILED)
    assert plain(row.reason) == Wording(
        "لم يصل الإشعار المرسل في 1445/08/20 هـ (قرار): الجوال مغلق",
        "The notice of 2024/03/01 CE (decision) reached nobody: الجوال مغلق",
    )
    assert row.settled_at == Destination(SettledAt.DECISION, file_number, programme=DEVELOPED)
    assert figure(scene.due(), FigureKind.NOTICES_UNTOLD) == (1, None)
    with scene.desk(on=DAY + timedelta(days=1)) as desk:
        tell_again(desk, decision=decision.id, channel=Channel.IN_PERSON)
    assert scene.due(on=DAY + timedelta(days=1)).total == 0


def test_a_seat_that_came_free_waits_to_be_told(scene: Scene) -> None:
    scene.offer()
    first, second = scene.register(widow(1)), scene.register(widow(2))
    seated = scene.enrol(first)
    scene.enrol(second)
    waiting = scene.due()
    assert figure(waiting, FigureKind.WAITING_LIST) == (1, None)
    starts = scene.row(DueKind.COURSE_STARTS)
    assert starts.course is not None
    assert (starts.course.code, starts.course.seats, starts.course.taken, starts.course.waiting) == (
        SEWING.code,
        1,
        1,
        1,
    )
    assert plain(starts.reason) == Wording(
        "تبدأ الدورة في 1445/08/24 هـ: المسجلون 1 من مقعد واحد، وعلى قائمة الانتظار 1",
        "Starts on 2024/03/05 CE: 1 of 1 seat taken, 1 on the waiting list",
    )
    assert starts.settled_at == Destination(SettledAt.COURSE, course=SEWING.code)
    scene.withdraw(seated)
    row = scene.row(DueKind.TELL_OF_SEAT)
    assert row.file_number == second
    assert plain(row.reason).ar.startswith("خلا مقعد في دورة «الخياطة» وصار من نصيب ")
    assert row.urgency is Urgency.TODAY
    assert figure(scene.due(), FigureKind.WAITING_LIST) == (0, Wording("واحد خلا له مقعد", "1 was given a seat"))


def test_a_course_that_starts_later_than_in_a_week_or_was_cancelled_is_not_due(scene: Scene) -> None:
    scene.offer(replace(SEWING, starts_on=DAY + timedelta(days=8)))
    assert scene.due().total == 0


def test_a_desk_takes_as_many_statements_for_many_rows_as_for_one(scene: Scene) -> None:
    def counted() -> int:
        engine = scene.house.sign_in("sara").engine
        with statements(engine) as told:
            found = scene.due()
        assert found.total
        return len(told)

    def wait(turn: int) -> None:
        scene.assess(scene.register(widow(turn)))
        scene.assess(scene.register(widow(100 + turn, salary=None)))
        told = scene.register(widow(200 + turn))
        scene.assess(told)
        scene.fail_notice(scene.decide(told))

    scene.offer()
    wait(0)
    few = counted()
    for turn in range(1, 4):
        wait(turn)
    assert counted() == few
    assert few <= 16
    assert scene.due().total == 13
