"""A paper from beginning to end, as the command line and the window issue it; on both databases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import House
from issuing_house import IssuingHouse, issuing_house

from desktop.database.policy import StaffRole
from desktop.issuing import queries
from desktop.issuing.kinds import PaperKind
from desktop.issuing.letterhead import letterhead
from desktop.issuing.records import PaperState
from desktop.issuing.trust import TrustStore
from desktop.issuing.verdicts import VerificationState
from desktop.issuing.verification import verify
from desktop.office.settings import change_setting
from desktop.values.errors import OfficeError
from ui import paper


@pytest.fixture
def office(qatif: House, tmp_path: Path) -> IssuingHouse:
    return issuing_house(qatif, tmp_path)


def key_of(refused: pytest.ExceptionInfo[OfficeError]) -> str:
    return refused.value.key


def test_letterheads_come_from_settings_and_a_broken_one_is_named(office: IssuingHouse) -> None:
    office.house.appoint("admin", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with office.desk("admin") as desk:
        assert letterhead(desk).lines[0].ar == "المملكة العربية السعودية"
        assert letterhead(desk).office.ar == "qatif"
        own = {"lines": [{"ar": "سطر", "en": "line"}], "office": {"ar": "مكتب", "en": "office"}}
        change_setting(desk, key="letterhead", value=own)
        assert letterhead(desk).lines[0].ar == "سطر"
        change_setting(desk, key="letterhead", value={"lines": "سطر"})
        with pytest.raises(OfficeError) as refused:
            letterhead(desk)
        assert key_of(refused) == "issuing.bad_letterhead"


def test_a_paper_is_issued_from_beginning_to_end(office: IssuingHouse) -> None:
    done = paper.issue(
        office,
        kind=PaperKind.BENEFIT_STATEMENT,
        prepare=office.draft,
        folders=office.folders,
    )
    assert done.answer.state is PaperState.ISSUED
    assert done.changes.households == {office.household}
    offline = verify(done.pdf, trust=TrustStore.of_folder(office.folders.trust), on=date(2027, 1, 1))
    assert offline.state is VerificationState.GENUINE
    assert paper.check(office, done.pdf, folders=office.folders).register_checked
    assert len(paper.renew_trust(office, folders=office.folders)) == 1


def test_a_paper_that_fails_between_the_steps_is_void_with_its_cause(
    office: IssuingHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(paper, "render", fail)
    with pytest.raises(MemoryError):
        paper.issue(
            office,
            kind=PaperKind.BENEFIT_STATEMENT,
            prepare=office.draft,
            folders=office.folders,
        )
    with office.desk(reading=True) as desk:
        (line,) = queries.register_of(desk)
    assert (line.state, line.voided_because) == (PaperState.VOID, "MemoryError")


def test_a_draft_of_another_kind_is_a_fault_and_takes_no_serial(office: IssuingHouse) -> None:
    with pytest.raises(ValueError, match="assessment_sheet"):
        paper.issue(
            office,
            kind=PaperKind.ASSESSMENT_SHEET,
            prepare=office.draft,
            folders=office.folders,
        )
    with office.desk(reading=True) as desk:
        assert queries.register_of(desk) == ()


def test_a_withdrawn_paper_is_void_offline_on_the_same_machine_at_once(office: IssuingHouse) -> None:
    done = paper.issue(office, kind=PaperKind.BENEFIT_STATEMENT, prepare=office.draft, folders=office.folders)
    voided = paper.withdraw(office, serial=done.answer.serial, reason="خطأ في الاسم", folders=office.folders)
    assert voided.state is PaperState.VOID
    offline = verify(done.pdf, trust=TrustStore.of_folder(office.folders.trust), on=date(2027, 1, 1))
    assert offline.state is VerificationState.VOID
    assert not offline.believed
