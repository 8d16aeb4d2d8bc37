"""What stands before and after an issue: the draft that is looked at first, and the paper that is looked at again."""

from __future__ import annotations

import subprocess
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from conftest import House, at
from sqlalchemy import text

from desktop.casework import service as casework
from desktop.database.policy import StaffRole
from desktop.facts.household_file import HouseholdFile
from desktop.issuing import queries, service
from desktop.issuing.drafts import Collector
from desktop.issuing.kinds import PaperKind
from desktop.issuing.verdicts import VerificationState
from desktop.office.desk import Desk
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import service as registry
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording
from ui import paper
from ui.papers.offered import offered
from ui.papers.wanted import Wanted, prepared

DAY = date(2026, 11, 21)
CLOCK = at(DAY)


def eligible() -> HouseholdFile:
    """Somebody alone whom the developed law grants the pension."""
    book = read_cases(Catalogue().root / "sa.developed" / "2022")
    case = next(case for case in book.cases if case.base == "independent" and case.expect.outcome == "eligible")
    return household_of(book, case)


def decided(house: House, file_number: str) -> None:
    """Sara grants a household the pension."""
    with house.desk("sara", clock=CLOCK) as desk:
        catalogue, programme = Catalogue(), "sa.developed"
        casework.assess(desk, file_number=file_number, programme=programme, on=DAY, catalogue=catalogue)
        casework.decide(desk, file_number=file_number, programme=programme, on=DAY, catalogue=catalogue)


class Sara:
    """The office as her desk opens it."""

    def __init__(self, house: House) -> None:
        self._house = house

    def desk(self, *, reading: bool = False) -> AbstractContextManager[Desk]:
        return self._house.desk("sara", reading=reading, clock=CLOCK)


@pytest.fixture
def number(qatif: House) -> str:
    """Number of a file that the office granted the pension."""
    qatif.appoint("sara")
    with qatif.desk("sara", clock=CLOCK) as desk:
        return registry.register(desk, draft=eligible()).answer.file_number


def read(pdf: bytes, folder: Path) -> str:
    file = folder / "draft.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_a_draft_says_what_the_paper_will_say_and_that_it_is_none(qatif: House, number: str, tmp_path: Path) -> None:
    decided(qatif, number)
    office, folders = Sara(qatif), paper.Folders(tmp_path / "keys", tmp_path / "trust")
    wanted = Wanted(
        PaperKind.BENEFIT_STATEMENT,
        number,
        language=Language.ENGLISH,
        addressed_to=Wording("مستشفى القطيف", "Qatif hospital"),
    )
    drafted = paper.draft(office, prepare=prepared(wanted))
    issued = paper.issue(office, kind=wanted.kind, prepare=prepared(wanted), folders=folders)
    before, after = read(drafted, tmp_path), read(issued.pdf, tmp_path)
    assert "Draft for review before issue" in before
    assert "To Qatif hospital" in before
    assert issued.answer.serial not in before
    assert "Draft" not in after
    assert set(after.split()) - set(before.split()) == {issued.answer.serial}
    assert paper.check(office, drafted, folders=folders).state is VerificationState.NOT_YUSR
    with office.desk(reading=True) as desk:
        assert queries.register_of(desk) == (issued.answer,)


def test_a_paper_takes_the_digits_asked_for_whatever_its_language(qatif: House, number: str, tmp_path: Path) -> None:
    with qatif.desk("sara", clock=CLOCK) as desk:
        casework.assess(desk, file_number=number, programme="sa.developed", on=DAY, catalogue=Catalogue())
    wanted = Wanted(PaperKind.ASSESSMENT_SHEET, number, arabic_digits=False)
    assert "2026" in read(paper.draft(Sara(qatif), prepare=prepared(wanted)), tmp_path)


def test_what_cannot_be_issued_yet_says_what_it_waits_for(qatif: House, number: str) -> None:
    with qatif.desk("sara", reading=True, clock=CLOCK) as desk:
        before = {each.kind.kind: each for each in offered(desk, file_number=number)}
    assert [each.refusal.key for each in before.values() if each.refusal] == [
        "papers.not_decided",
        "papers.not_assessed",
        "papers.not_enrolled",
    ]
    decided(qatif, number)
    with qatif.desk("sara", reading=True, clock=CLOCK) as desk:
        after = {each.kind.kind: each for each in offered(desk, file_number=number)}
    statement = after[PaperKind.BENEFIT_STATEMENT]
    assert statement.refusal is None
    (offer,) = statement.offers
    assert offer.wanted.programme == "sa.developed"
    assert "الضمان" in offer.about.ar
    (sheet,) = after[PaperKind.ASSESSMENT_SHEET].offers
    assert sheet.on == DAY
    assert after[PaperKind.ENROLMENT_SLIP].refusal is not None


def test_who_may_not_issue_sees_no_draft(qatif: House, number: str) -> None:
    qatif.appoint("auditor", roles=frozenset({StaffRole.AUDITOR}))

    class Auditor(Sara):
        def desk(self, *, reading: bool = False) -> AbstractContextManager[Desk]:
            return qatif.desk("auditor", reading=reading, clock=CLOCK)

    with pytest.raises(OfficeError) as refused:
        paper.draft(Auditor(qatif), prepare=prepared(Wanted(PaperKind.ASSESSMENT_SHEET, number)))
    assert refused.value.key == "office.not_permitted"


def test_a_kept_paper_is_checked_again_each_time_it_is_opened(qatif: House, number: str, tmp_path: Path) -> None:
    decided(qatif, number)
    office, folders = Sara(qatif), paper.Folders(tmp_path / "keys", tmp_path / "trust")
    prepare = prepared(Wanted(PaperKind.BENEFIT_STATEMENT, number))
    issued = paper.issue(office, kind=PaperKind.BENEFIT_STATEMENT, prepare=prepare, folders=folders)
    serial = issued.answer.serial
    with office.desk() as desk:
        service.reprint(desk, serial=serial, reason="فُقدت", collector=Collector("علي الأحمد", "ابن"))
    kept = paper.kept(office, serial=serial, folders=folders)
    assert kept.pdf == issued.pdf
    assert kept.verdict.state is VerificationState.GENUINE
    assert [each.copy for each in kept.reprints] == [2]
    paper.withdraw(office, serial=serial, reason="خطأ في الاسم", folders=folders)
    assert paper.kept(office, serial=serial, folders=folders).verdict.state is VerificationState.VOID


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_stored_file_that_somebody_exchanged_is_not_believed(qatif: House, number: str, tmp_path: Path) -> None:
    decided(qatif, number)
    office, folders = Sara(qatif), paper.Folders(tmp_path / "keys", tmp_path / "trust")
    prepare = prepared(Wanted(PaperKind.BENEFIT_STATEMENT, number))
    first, second = (
        paper.issue(office, kind=PaperKind.BENEFIT_STATEMENT, prepare=prepare, folders=folders) for _ in range(2)
    )
    with qatif.database.owner.begin() as connection:
        triggers = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'issued_documents'")
        ).scalars()
        for name in list(triggers):
            connection.execute(text(f'DROP TRIGGER "{name}"'))
        connection.execute(
            text("UPDATE issued_documents SET pdf = :pdf WHERE serial = :serial"),
            {"pdf": second.pdf, "serial": first.answer.serial},
        )
    kept = paper.kept(office, serial=first.answer.serial, folders=folders)
    assert kept.verdict.state is VerificationState.ALTERED
