"""The print register on both databases, at the desk of a clerk."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import House, at
from issuing_house import IssuingHouse, issuing_house
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desktop.database.policy import StaffRole
from desktop.database.session import retried
from desktop.issuing import queries, service
from desktop.issuing.desk_keys import new_key
from desktop.issuing.drafts import Collector
from desktop.issuing.records import PaperState
from desktop.issuing.seal import sealed
from desktop.issuing.serials import read_serial
from desktop.issuing.signing_keys import key_at_hand
from desktop.office.audit import verify as verify_audit
from desktop.values.errors import OfficeError
from reports.render import render

SON = Collector("علي جاسم الأحمد", "ابن")


@pytest.fixture
def office(qatif: House, tmp_path: Path) -> IssuingHouse:
    return issuing_house(qatif, tmp_path)


def key_of(refused: pytest.ExceptionInfo[OfficeError]) -> str:
    return refused.value.key


def test_serials_run_from_one_in_the_hijri_year_of_issue(office: IssuingHouse) -> None:
    clock = at(date(2024, 11, 21))
    serials = [office.reserve(clock=clock)[0].serial for _ in range(3)]
    assert [serial[:-2] for serial in serials] == ["QTF-1446-000001", "QTF-1446-000002", "QTF-1446-000003"]
    next_year = office.reserve(clock=at(date(2025, 7, 1)))[0].serial
    assert next_year.startswith("QTF-1447-000001-")
    for serial in serials:
        assert str(read_serial(serial)) == serial


def test_a_paper_is_issued_with_all_that_the_register_lists(office: IssuingHouse) -> None:
    issued = office.issue()
    line = issued.answer
    assert (line.state, line.copies, line.issued_by) == (PaperState.ISSUED, 1, "sara")
    assert line.sha256 == sha256(issued.pdf).hexdigest()
    assert line.valid_until == date(2079, 1, 1)
    with office.desk(reading=True) as desk:
        assert queries.register_of(desk) == (line,)
        assert queries.register_of(desk, household=office.household, state=PaperState.ISSUED) == (line,)
        assert queries.register_of(desk, state=PaperState.VOID) == ()
        assert queries.issued(desk, serial=line.serial.lower()) == line
        assert queries.file_of(desk, serial=line.serial).pdf == issued.pdf
        kept = queries.paper_of(desk, serial=line.serial)
    assert kept.content.issue.serial == line.serial
    # The unsigned file can be made again from what is kept, and the stored one begins with those very bytes.
    assert issued.pdf.startswith(render(kept))


def test_the_register_is_paged_by_serial(office: IssuingHouse) -> None:
    serials = [office.reserve()[0].serial for _ in range(5)]
    with office.desk(reading=True) as desk:
        first = queries.register_of(desk, limit=2)
        second = queries.register_of(desk, limit=2, before=read_serial(first[-1].serial))
    assert [line.serial for line in (*first, *second)] == serials[:0:-1]


def test_two_desks_give_no_serial_twice_and_leave_no_gap(office: IssuingHouse) -> None:
    office.house.appoint("huda")
    for login in ("sara", "huda"):
        office.house.sign_in(login)
    start = threading.Barrier(2)

    def work(login: str) -> list[str]:
        start.wait()
        return [retried(lambda: office.reserve(login)[0].serial, attempts=8) for _ in range(8)]

    with ThreadPoolExecutor(2) as pool:
        given = [serial for serials in pool.map(work, ("sara", "huda")) for serial in serials]
    assert sorted(read_serial(serial).number for serial in given) == list(range(1, 17))


def test_a_desk_that_fails_gives_its_serial_back(office: IssuingHouse) -> None:
    def reserve_and_fail() -> None:
        with office.desk() as desk:
            key = key_at_hand(desk, folder=office.folders.keys)
            service.reserve(desk, draft=office.draft(desk), key=key)
            raise KeyError

    with pytest.raises(KeyError):
        reserve_and_fail()
    assert read_serial(office.reserve()[0].serial).number == 1


def test_a_crash_after_reserving_leaves_a_serial_that_is_shown_and_explained(office: IssuingHouse) -> None:
    morning = datetime(2024, 11, 21, 9, tzinfo=UTC)
    lost = office.reserve(clock=lambda _: morning)[0].serial
    with office.desk(clock=lambda _: morning + timedelta(minutes=5)) as desk:
        assert service.void_abandoned(desk, reason="انقطعت الكهرباء") == ()
        assert [line.serial for line in queries.unfinished(desk, before=desk.now)] == [lost]
    with office.desk(clock=lambda _: morning + timedelta(hours=2)) as desk:
        (saved,) = service.void_abandoned(desk, reason="انقطعت الكهرباء")
    assert saved.answer.serial == lost
    assert saved.answer.voided_because == "انقطعت الكهرباء"
    following = office.issue(clock=lambda _: morning + timedelta(hours=2)).answer.serial
    assert read_serial(following).number == 2
    with office.desk(reading=True) as desk:
        assert [line.state for line in queries.register_of(desk)] == [PaperState.ISSUED, PaperState.VOID]
        assert queries.unfinished(desk, before=desk.now) == ()


def test_a_reprint_is_the_same_bytes_and_says_who_took_it_and_why(office: IssuingHouse) -> None:
    first = office.issue()
    with office.desk() as desk:
        again = service.reprint(desk, serial=first.answer.serial, reason="فُقدت النسخة الأولى", collector=SON).answer
    with office.desk() as desk:
        third = service.reprint(desk, serial=first.answer.serial, reason="تلف", collector=SON).answer
    assert again.pdf == third.pdf == first.pdf
    assert third.answer.copies == 3
    with office.desk(reading=True) as desk:
        log = queries.reprints_of(desk, serial=first.answer.serial)
    assert [(line.copy, line.by, line.reason, line.collector, line.relation) for line in log] == [
        (2, "sara", "فُقدت النسخة الأولى", SON.name, SON.relation),
        (3, "sara", "تلف", SON.name, SON.relation),
    ]


def test_a_reprint_needs_a_reason_a_collector_and_an_issued_paper(office: IssuingHouse) -> None:
    reserved, _ = office.reserve()
    issued = office.issue().answer.serial
    for serial, reason, collector, key in (
        (issued, " ", SON, "issuing.reason_missing"),
        (issued, "تلف", Collector("", "ابن"), "issuing.collector_missing"),
        (issued, "تلف", Collector("علي", " "), "issuing.collector_missing"),
        (reserved.serial, "تلف", SON, "issuing.not_issued"),
        ("QTF-1446-999999-2", "تلف", SON, "issuing.bad_serial"),
        ("QTF-1446-000127-2", "تلف", SON, "issuing.unknown_serial"),
    ):
        with pytest.raises(OfficeError) as refused, office.desk() as desk:
            service.reprint(desk, serial=serial, reason=reason, collector=collector)
        assert key_of(refused) == key


def test_a_void_paper_stays_void_with_its_reason(office: IssuingHouse) -> None:
    issued = office.issue()
    serial = issued.answer.serial
    with pytest.raises(OfficeError) as refused, office.desk() as desk:
        service.void(desk, serial=serial, reason="  ")
    assert key_of(refused) == "issuing.reason_missing"
    with office.desk() as desk:
        line = service.void(desk, serial=serial, reason="خطأ في الاسم").answer
    assert (line.state, line.voided_by, line.voided_because) == (PaperState.VOID, "sara", "خطأ في الاسم")
    for again in (
        lambda desk: service.void(desk, serial=serial, reason="مرة أخرى"),
        lambda desk: service.reprint(desk, serial=serial, reason="تلف", collector=SON),
    ):
        with pytest.raises(OfficeError) as refused, office.desk() as desk:
            again(desk)
        assert key_of(refused) == "issuing.void"
        assert "خطأ في الاسم" in str(refused.value)
    with office.desk(reading=True) as desk:
        assert queries.file_of(desk, serial=serial).pdf == issued.pdf


def test_confirm_takes_no_file_but_the_one_that_was_reserved(office: IssuingHouse) -> None:
    first, key = office.reserve()
    second, _ = office.reserve()
    unsigned = render(first.paper)
    whole = sealed(unsigned, key=key)
    for pdf in (
        unsigned,
        b"",
        b"%PDF-1.4 nothing",
        sealed(render(second.paper), key=key),
        sealed(unsigned, key=new_key(office="qatif")),
        whole + b"\n",
        whole.replace(b"/Creator (Yusr)", b"/Creator (Other)"),
    ):
        with pytest.raises(OfficeError) as refused, office.desk() as desk:
            service.confirm(desk, serial=first.serial, pdf=pdf)
        assert key_of(refused) == "issuing.not_this_paper"
    with office.desk() as desk:
        service.confirm(desk, serial=first.serial, pdf=whole)
    with pytest.raises(OfficeError) as refused, office.desk() as desk:
        service.confirm(desk, serial=first.serial, pdf=whole)
    assert key_of(refused) == "issuing.not_reserved"


def test_what_cannot_be_issued_takes_no_serial(office: IssuingHouse) -> None:
    with office.desk() as desk:
        key = key_at_hand(desk, folder=office.folders.keys)
    stranger = new_key(office="qatif")
    for how, signer, expected in (
        ({"valid_until": date(2020, 1, 1)}, key, "issuing.past_validity"),
        ({"valid_until": date(9999, 1, 1)}, key, "issuing.past_validity"),
        ({}, stranger, "issuing.key_not_registered"),
    ):
        with pytest.raises(OfficeError) as refused, office.desk() as desk:
            service.reserve(desk, draft=office.draft(desk, **how), key=signer)
        assert key_of(refused) == expected
    assert read_serial(office.reserve()[0].serial).number == 1


def test_only_who_may_issue_issues_and_only_who_reads_files_reads_the_register(office: IssuingHouse) -> None:
    office.house.appoint("audit", roles=frozenset({StaffRole.AUDITOR}))
    office.house.appoint("admin", roles=frozenset({StaffRole.ADMINISTRATOR}))
    issued = office.issue().answer.serial
    for login in ("audit", "admin"):
        with pytest.raises(OfficeError) as refused:
            office.reserve(login)
        assert key_of(refused) == "office.not_permitted"
        with pytest.raises(OfficeError) as refused, office.desk(login) as desk:
            service.void(desk, serial=issued, reason="لا")
        assert key_of(refused) == "office.not_permitted"
    with office.desk("audit", reading=True) as desk:
        assert len(queries.register_of(desk)) == 1
    with pytest.raises(OfficeError), office.desk("admin", reading=True) as desk:
        queries.register_of(desk)


PAST_THE_VERBS = (
    "serial = 'QTF-1446-000099-1'",
    "content = '{}'",
    "qr_text = 'YUSR1:AA'",
    "holder_ar = 'غيرها'",
    "valid_until = '2099-01-01'",
    "state = 'reserved'",
    "pdf_sha256 = 'x'",
    "issued_by = 'other'",
    "voided_because = 'x'",
)


def test_whoever_writes_past_the_verbs_cannot_change_what_was_issued(office: IssuingHouse) -> None:
    serial = office.issue().answer.serial

    def write(change: str) -> None:
        with office.desk() as desk:
            desk.session.execute(text(f"UPDATE issued_documents SET {change} WHERE serial = '{serial}'"))

    for change in PAST_THE_VERBS:
        with pytest.raises(DBAPIError, match="never changed"):
            write(change)
    with office.desk() as desk:
        service.void(desk, serial=serial, reason="خطأ")
    with pytest.raises(DBAPIError, match="never changed"):
        write("state = 'issued'")


def test_the_audit_keeps_a_hash_of_the_file_and_still_verifies(office: IssuingHouse) -> None:
    office.house.appoint("audit", roles=frozenset({StaffRole.AUDITOR}))
    issued = office.issue()
    with office.desk("audit", reading=True) as desk:
        assert all(verdict.bad is None for verdict in verify_audit(desk))
        kept = desk.session.execute(
            text("SELECT after FROM audit_entries WHERE table_name = 'issued_documents' ORDER BY number DESC")
        ).scalars()
        assert f"sha256:{issued.answer.sha256}" in next(iter(kept))
