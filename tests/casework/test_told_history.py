"""The history of a file tells all that happened to it, once, in order and by the name of who did it."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from casework_house import DEVELOPED, ON_SQLITE, Caseworkers, earning, example, shipped, staffed
from conftest import House, at

from desktop.casework import service as casework
from desktop.casework.event_sentences import sentence
from desktop.casework.events import events
from desktop.database.policy import Section, StaffRole
from desktop.empowerment import service as empowerment
from desktop.facts.codes import Sex
from desktop.issuing import service as issuing
from desktop.issuing.drafts import Collector
from desktop.notices import service as notices
from desktop.notices.channels import Channel
from desktop.office import service as office
from desktop.office.doers import Doers
from desktop.office.drafts import StaffDraft
from desktop.registry import service as registry
from desktop.registry import standing
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError
from desktop.values.isolates import bare
from desktop.values.language import Wording
from ui.paper import Folders
from ui.screens.registry.household_file.told_history import Subject, ToldEntry, read_history

sys.path.insert(0, str(Path(__file__).parents[1] / "empowerment"))
sys.path.insert(0, str(Path(__file__).parents[1] / "issuing"))

from course_scenes import COURSE, SEWING  # beside the tests of those rooms
from issuing_house import IssuingHouse

BOTH_SECTIONS = frozenset(Section)
STAFF: dict[str, tuple[Wording, Sex, StaffRole]] = {
    "nura": (Wording("نورة القحطاني", "Nura Al-Qahtani"), Sex.FEMALE, StaffRole.RESEARCHER),
    "tariq": (Wording("طارق الجبيران", "Tariq Al-Jubairan"), Sex.MALE, StaffRole.SUPERVISOR),
    "khulood": (Wording("خلود الناصري", "Khulood Al-Nasseri"), Sex.FEMALE, StaffRole.EMPOWERMENT),
    "omar": (Wording("عمر الأحمد", "Omar Al-Ahmad"), Sex.MALE, StaffRole.AUDITOR),
}
SARA_ONLY_GENERAL = frozenset({Section.GENERAL})


def _staffed(house: House) -> Caseworkers:
    """Qatif with people who have names, and a household whose income nobody stated, registered by Nura."""
    with house.desk(house.founder) as desk:
        for login, (name, sex, role) in STAFF.items():
            password = house.database.password
            draft = StaffDraft(login, name, frozenset({role}), BOTH_SECTIONS, sex=sex, password=password)
            office.appoint(desk, draft=draft)
    workers = Caseworkers(house, "")
    with workers.desk(on=date(2024, 1, 7)) as desk:
        file = earning(example(section="general"), None)
        workers.file_number = registry.register(desk, draft=file).answer.file_number
    return workers


def _lived(house: House, folder: Path) -> Caseworkers:
    """A household to which everything happened that the history tells."""
    workers = _staffed(house)
    number = workers.file_number
    workers.assess(date(2024, 2, 1))
    asked: dict[str, Any] = {"file_number": number, "programme": DEVELOPED, "catalogue": shipped()}
    with workers.desk("tariq", date(2024, 2, 1)) as desk:
        casework.request_information(desk, on=date(2024, 2, 1), **asked)
    workers.amend(example(section="general"), today=date(2024, 2, 10))
    workers.assess(date(2024, 3, 1))
    decision = workers.decide(date(2024, 3, 1), today=date(2024, 3, 2))
    (notice,) = decision.notices
    with workers.desk("tariq", date(2024, 3, 4)) as desk:
        reason = "الهاتف مغلق"
        notices.failed(desk, notice=notice.id, reason=reason, expected_version=notice.version)
    with workers.desk("nura", date(2024, 3, 5)) as desk:
        again = casework.tell_again(desk, decision=decision.id, channel=Channel.IN_PERSON).answer
    with workers.desk("nura", date(2024, 3, 6)) as desk:
        notices.confirm_told(desk, notice=again.id, told_on=date(2024, 3, 5), expected_version=again.version)
    _papers(workers, folder)
    _courses(workers)
    return workers


def _papers(workers: Caseworkers, folder: Path) -> None:
    with workers.desk(reading=True) as desk:
        household = open_file(desk, workers.file_number).id
    desks = IssuingHouse(workers.house, Folders(folder / "keys", folder / "trust"), household, workers.file_number)
    serial = desks.issue("nura", clock=at(date(2024, 3, 7))).answer.serial
    with workers.desk("tariq", date(2024, 3, 8)) as desk:
        collector = Collector("علي الأحمد", "الابن")
        issuing.reprint(desk, serial=serial, reason="فُقدت النسخة الأولى", collector=collector)
    with workers.desk("khulood", date(2024, 3, 9)) as desk:
        issuing.void(desk, serial=serial, reason="صدر غيرها")
    given_up, _ = desks.reserve("nura", clock=at(date(2024, 3, 10)))
    with workers.desk("nura", date(2024, 3, 10)) as desk:
        issuing.void(desk, serial=given_up.serial, reason="تعطلت الطابعة")


def _courses(workers: Caseworkers) -> None:
    number = workers.file_number
    with workers.desk("khulood", date(2026, 12, 1)) as desk:
        empowerment.offer_course(desk, draft=replace(COURSE, seats=1))
    with workers.desk("khulood", date(2026, 12, 2)) as desk:
        first = empowerment.enrol(desk, file_number=number, member="m1", course_code=COURSE.code).answer
    with workers.desk("nura", date(2026, 12, 3)) as desk:
        empowerment.enrol(desk, file_number=number, member="m2", course_code=COURSE.code)
    with workers.desk("tariq", date(2026, 12, 4)) as desk:
        empowerment.withdraw(desk, enrolment=first.id, reason="ظرف عائلي")


def _told(workers: Caseworkers, login: str = "nura", on: date = date(2027, 6, 1)) -> tuple[ToldEntry, ...]:
    with workers.desk(login, on, reading=True) as desk:
        return read_history(desk, open_file(desk, workers.file_number))


def _arabic(entries: Sequence[ToldEntry]) -> list[str]:
    return [bare(each.sentences[0].ar) for each in reversed(entries)]


EXPECTED = [
    ("سجّلت نورة القحطاني الملف", "Nura Al-Qahtani registered the file", Subject.FACTS, ""),
    ("درست نورة القحطاني أهلية الأسرة", "Nura Al-Qahtani assessed the household", Subject.ASSESSMENTS, "eligibility"),
    ("طلب طارق الجبيران من الأسرة استكمال", "Tariq Al-Jubairan asked the household", Subject.NOTICES, "eligibility"),
    ("نورة القحطاني", "Nura Al-Qahtani", Subject.FACTS, ""),
    ("درست نورة القحطاني أهلية الأسرة", "Nura Al-Qahtani assessed the household", Subject.ASSESSMENTS, "eligibility"),
    ("أصدرت نورة القحطاني القرار", "Nura Al-Qahtani took decision", Subject.DECISIONS, "decisions#"),
    ("بلّغت نورة القحطاني الأسرة بالقرار", "Nura Al-Qahtani told the household", Subject.NOTICES, "decisions#"),
    ("سجّل طارق الجبيران تعذّر تبليغ", "Tariq Al-Jubairan recorded that", Subject.NOTICES, "decisions#"),
    ("بلّغت نورة القحطاني الأسرة بالقرار", "Nura Al-Qahtani told the household", Subject.NOTICES, "decisions#"),
    ("أثبتت نورة القحطاني أن تبليغ", "Nura Al-Qahtani recorded proof", Subject.NOTICES, "decisions#"),
    ("أصدرت نورة القحطاني مشهد", "Nura Al-Qahtani issued", Subject.DOCUMENTS, "documents#"),
    ("أعاد طارق الجبيران طباعة مشهد", "Tariq Al-Jubairan handed out copy 2", Subject.DOCUMENTS, "documents#"),
    ("ألغت خلود الناصري مشهد", "Khulood Al-Nasseri voided", Subject.DOCUMENTS, "documents#"),
    ("ألغت نورة القحطاني الرقم", "Nura Al-Qahtani cancelled serial", Subject.DOCUMENTS, "documents#"),
    ("سجّلت خلود الناصري", "Khulood Al-Nasseri enrolled", Subject.COURSES, "empowerment#m1"),
    ("أدرجت نورة القحطاني اسم علي", "Nura Al-Qahtani put", Subject.COURSES, "empowerment#m2"),
    ("سجّل طارق الجبيران انسحاب", "Tariq Al-Jubairan recorded that", Subject.COURSES, "empowerment#m1"),
    ("انتقل اسم علي", "A seat in the course", Subject.COURSES, "empowerment#m2"),
    ("انتهت دورة", "The course", Subject.COURSES, "empowerment#m2"),
]


def test_everything_that_happened_to_a_file_is_told_once_in_order_and_by_name(qatif: House, tmp_path: Path) -> None:
    told = list(reversed(_told(_lived(qatif, tmp_path))))

    assert [(each.subject, each.leads_to.partition("QTF")[0]) for each in told] == [row[2:] for row in EXPECTED]
    for entry, (arabic, english, _, _) in zip(told, EXPECTED, strict=True):
        sentence = Wording(bare(entry.sentences[0].ar), bare(entry.sentences[0].en))
        assert arabic in sentence.ar, sentence
        assert english in sentence.en, sentence
        assert not any(login in sentence.ar for login in STAFF)
    assert len({each.name for each in told}) == len(told)
    assert [each.at for each in told] == sorted(each.at for each in told)


@ON_SQLITE
def test_figures_and_serials_stand_in_isolates_and_reasons_are_told(qatif: House, tmp_path: Path) -> None:
    told = _told(_lived(qatif, tmp_path))

    bared = " ".join(re.sub("[\u2066\u2068][^\u2069]*\u2069", "", each.sentences[0].ar) for each in told)
    assert not re.search("[0-9]", bared)
    spoken = " ".join(_arabic(told))
    for reason in ("الهاتف مغلق", "فُقدت النسخة الأولى", "صدر غيرها", "تعطلت الطابعة", "ظرف عائلي"):
        assert spoken.count(f"السبب: {reason}.") == 1
    assert "علي الأحمد (الابن)" in spoken


@ON_SQLITE
def test_a_course_that_still_runs_is_not_told_to_be_over(qatif: House, tmp_path: Path) -> None:
    told = _told(_lived(qatif, tmp_path), on=COURSE.ends_on)
    assert not any("انتهت دورة" in each for each in _arabic(told))
    assert any("انتقل اسم" in each for each in _arabic(told))


def test_an_auditor_reads_the_whole_history_and_changes_nothing(qatif: House, tmp_path: Path) -> None:
    workers = _lived(qatif, tmp_path)
    assert _told(workers, "omar") == _told(workers, "nura")


def test_a_course_of_the_womens_section_is_not_told_to_who_does_not_see_it(qatif: House) -> None:
    workers = _staffed(qatif)
    qatif.appoint("sara", sections=SARA_ONLY_GENERAL)
    with workers.desk("khulood", date(2026, 12, 1)) as desk:
        empowerment.offer_course(desk, draft=SEWING)
        empowerment.enrol(desk, file_number=workers.file_number, member="m1", course_code=SEWING.code)

    assert [each.subject for each in _told(workers, "nura", date(2026, 12, 5))] == [Subject.COURSES, Subject.FACTS]
    assert [each.subject for each in _told(workers, "sara", date(2026, 12, 5))] == [Subject.FACTS]


def test_the_history_of_a_file_that_is_hidden_is_refused_whole(qatif: House) -> None:
    workers = staffed(qatif)
    with workers.desk("huda") as desk:
        file = open_file(desk, workers.file_number)
        standing.seal(desk, file_number=file.file_number, reason="حماية", expected_version=file.version)
    with workers.desk("nura", reading=True) as desk, pytest.raises(OfficeError) as refused:
        read_history(desk, file)
    assert refused.value.key == "registry.unknown_file"


def test_who_did_something_and_is_not_known_is_told_by_the_login(qatif: House) -> None:
    workers = staffed(qatif)
    workers.assess()
    with workers.desk("nura", reading=True) as desk:
        (event,) = events(desk, file_number=workers.file_number)
    assert bare(sentence(event, Doers(), titles={}).en).startswith("nura assessed the household")
