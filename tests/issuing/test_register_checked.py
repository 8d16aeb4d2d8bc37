"""What the register adds to a check, whose papers it hides, and the desks' keys in it; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from conftest import House
from issuing_house import NATIONAL_ID, IssuingHouse, issuing_house
from sqlalchemy import text

from desktop.database.policy import Section, StaffRole
from desktop.issuing import queries, service
from desktop.issuing.code import content_hash, holder_mark, opened, signed_text, unpacked
from desktop.issuing.desk_keys import new_key
from desktop.issuing.serials import Serial
from desktop.issuing.signing_keys import key_at_hand, register_key, retire_key, signing_keys, trusted
from desktop.issuing.trust import TrustStore
from desktop.issuing.verdicts import VerificationState
from desktop.issuing.verification import verify, verify_at_desk
from desktop.office.settings import change_setting
from desktop.registry import service as registry
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError


@pytest.fixture
def office(qatif: House, tmp_path: Path) -> IssuingHouse:
    return issuing_house(qatif, tmp_path)


def key_of(refused: pytest.ExceptionInfo[OfficeError]) -> str:
    return refused.value.key


def test_a_void_paper_is_void_with_the_register_and_in_renewed_trust_files_only(office: IssuingHouse) -> None:
    issued = office.issue()
    before = office.trust()
    with office.desk() as desk:
        service.void(desk, serial=issued.answer.serial, reason="خطأ")
        at_desk = verify_at_desk(desk, thing=issued.pdf, trust=before)
        today = desk.today
    assert at_desk.state is VerificationState.VOID
    assert at_desk.register_checked
    offline = verify(issued.pdf, trust=before, on=today)
    assert offline.state is VerificationState.GENUINE
    assert not offline.register_checked
    assert "فراجع سجل المكتب" in offline.sentence.ar
    assert "ask the office's register" in offline.sentence.en
    assert verify(issued.pdf, trust=office.trust(), on=today).state is VerificationState.VOID


def test_at_the_desk_a_paper_is_checked_against_the_register(office: IssuingHouse) -> None:
    issued = office.issue()
    reserved, _ = office.reserve()
    with office.desk(reading=True) as desk:
        answer = verify_at_desk(desk, thing=issued.answer.qr_text, trust=office.trust())
        unconfirmed = verify_at_desk(desk, thing=reserved.paper.content.issue.qr_text, trust=office.trust())
    assert (answer.state, answer.register_checked) == (VerificationState.GENUINE, True)
    assert "فراجع" not in answer.sentence.ar
    assert unconfirmed.state is VerificationState.UNREGISTERED


def test_a_code_signed_past_the_register_is_found_out_there(office: IssuingHouse) -> None:
    issued = office.issue()
    with office.desk() as desk:
        key = key_at_hand(desk, folder=office.folders.keys)
    stated = unpacked(opened(issued.answer.qr_text)[0])
    never_given = replace(stated, serial=Serial("QTF", stated.serial.year, 7))
    other_content = replace(stated, content=b"x" * 16)
    with office.desk(reading=True) as desk:
        for forged in (never_given, other_content):
            answer = verify_at_desk(desk, thing=signed_text(forged, key.sign), trust=office.trust())
            assert answer.state is VerificationState.UNREGISTERED


def test_papers_of_the_womens_section_are_hidden_with_their_files(office: IssuingHouse) -> None:
    house = office.house
    house.appoint("boss", roles=frozenset({StaffRole.SUPERVISOR, StaffRole.RESEARCHER}), sections=frozenset(Section))
    issued = office.issue()
    with office.desk(reading=True) as desk:
        assert len(queries.register_of(desk)) == 1
    with house.desk("boss") as desk:
        registry.move_to_section(
            desk,
            file_number=office.file_number,
            section=Section.WOMEN,
            expected_version=open_file(desk, office.file_number).version,
            reason="طلبت القسم النسوي",
        )
    with office.desk(reading=True) as desk:
        assert queries.register_of(desk) == ()
        with pytest.raises(OfficeError) as refused:
            queries.file_of(desk, serial=issued.answer.serial)
        assert key_of(refused) == "issuing.unknown_serial"
        answer = verify_at_desk(desk, thing=issued.pdf, trust=office.trust())
        assert (answer.state, answer.register_checked) == (VerificationState.GENUINE, False)
    with house.desk("boss", reading=True) as desk:
        assert [line.serial for line in queries.register_of(desk)] == [issued.answer.serial]


def test_papers_of_a_sealed_file_are_hidden_with_it(office: IssuingHouse) -> None:
    house = office.house
    house.appoint("boss", roles=frozenset({StaffRole.SUPERVISOR}), sections=frozenset(Section))
    issued = office.issue()
    with house.desk("boss") as desk:
        registry.seal(
            desk,
            file_number=office.file_number,
            expected_version=open_file(desk, office.file_number).version,
            reason="حماية",
        )
    with office.desk(reading=True) as desk:
        assert queries.register_of(desk) == ()
        assert not verify_at_desk(desk, thing=issued.pdf, trust=office.trust()).register_checked
    with house.desk("boss", reading=True) as desk:
        assert len(queries.register_of(desk)) == 1


def test_another_office_sees_no_paper_and_signs_with_no_key_of_ours(
    office: IssuingHouse, found: Callable[..., House]
) -> None:
    issued = office.issue()
    dammam = found("dammam", "DMM", founder="dammam-head")
    with dammam.desk("dammam-head") as desk:
        assert queries.register_of(desk) == ()
        assert signing_keys(desk) == ()
        ours = key_at_hand(desk, folder=office.folders.keys)
        assert ours.office == "dammam"
        with pytest.raises(OfficeError) as refused:
            register_key(desk, key=new_key(office="qatif"))
        assert key_of(refused) == "issuing.key_of_another_office"
        # With the trust file of Qatif its papers are believed here too, offline.
        answer = verify_at_desk(desk, thing=issued.pdf, trust=office.trust())
        assert (answer.state, answer.register_checked) == (VerificationState.GENUINE, False)


def test_one_desk_keeps_one_key_and_a_retired_one_is_replaced(office: IssuingHouse) -> None:
    first, key = office.reserve()
    assert office.reserve()[1].id == key.id == first.key
    issued = office.issue()
    office.house.appoint("admin", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with pytest.raises(OfficeError), office.desk() as desk:
        retire_key(desk, key=key.id, reason="سُرق الجهاز")
    with office.desk("admin") as desk:
        for bad, expected in ((("NOBODY", "سبب"), "issuing.unknown_key"), ((key.id, ""), "issuing.reason_missing")):
            with pytest.raises(OfficeError) as refused:
                retire_key(desk, key=bad[0], reason=bad[1])
            assert key_of(refused) == expected
        retired = retire_key(desk, key=key.id, reason="سُرق الجهاز", compromised=True).answer
    assert retired.retired_because == "سُرق الجهاز"
    _, fresh = office.reserve()
    assert fresh.id != key.id
    with office.desk() as desk:
        assert [each.id for each in signing_keys(desk)] == [fresh.id, key.id]
        # The register knows the paper, so it counts in spite of the stolen key; offline it does not.
        assert verify_at_desk(desk, thing=issued.pdf, trust=office.trust()).state is VerificationState.GENUINE
        today = desk.today
    assert verify(issued.pdf, trust=office.trust(), on=today).state is VerificationState.REVOKED_KEY


def test_nothing_in_the_database_can_sign(office: IssuingHouse) -> None:
    office.issue()
    with office.house.database.owner.connect() as connection:
        columns = connection.execute(text("SELECT * FROM signing_keys")).keys()
    assert not {"private_key", "code_key", "file_key"} & set(columns)


def test_demonstration_offices_say_so_on_paper_and_in_the_answer(office: IssuingHouse) -> None:
    office.house.appoint("admin", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with office.desk("admin") as desk:
        change_setting(desk, key="demonstration", value=True)
    issued = office.issue()
    with office.desk(reading=True) as desk:
        assert queries.paper_of(desk, serial=issued.answer.serial).content.issue.demonstration
        answer = verify_at_desk(desk, thing=issued.pdf, trust=office.trust())
        assert all(key.demonstration for key in trusted(desk))
    assert answer.demonstration
    assert "بيانات تجريبية" in answer.sentence.ar
    assert "Demonstration" in answer.sentence.en


def test_the_register_binds_content_holder_and_code(office: IssuingHouse) -> None:
    issued = office.issue()
    with office.desk(reading=True) as desk:
        kept = queries.paper_of(desk, serial=issued.answer.serial)
    stated = unpacked(opened(issued.answer.qr_text)[0])
    assert stated.content == content_hash(kept.content)
    assert stated.holder == holder_mark("فاطمه عبدالله حسن الاحمد", NATIONAL_ID, stated.serial)
    assert NATIONAL_ID not in str(opened(issued.answer.qr_text)[0])


def key_of_desk(office: IssuingHouse) -> str:
    return next(iter(office.folders.keys.glob("*.json"))).stem


def test_days_of_keys_are_the_offices_own(office: IssuingHouse) -> None:
    # Half past midnight in Riyadh is still the day before in UTC.
    night = datetime(2024, 11, 20, 21, 30, tzinfo=UTC)
    office.house.appoint("admin", roles=frozenset({StaffRole.ADMINISTRATOR}))
    issued = office.issue(clock=lambda _: night)
    with office.desk("admin", clock=lambda _: night) as desk:
        retire_key(desk, key=key_of_desk(office), reason="جهاز جديد")
    with office.desk(reading=True, clock=lambda _: night) as desk:
        (key,) = trusted(desk)
    assert key.retired_on == key.registered_on == key.as_of.date() == date(2024, 11, 21)
    assert verify(issued.pdf, trust=TrustStore((key,)), on=date(2024, 11, 21)).state is VerificationState.GENUINE
