"""An office with families whose files wait for something, all invented."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

import msgspec
from conftest import House, at

from desktop.agenda.answers import DueKind, DueRow, MyDesk
from desktop.agenda.queries import my_desk
from desktop.casework import service as casework
from desktop.casework.answers import DecisionAnswer
from desktop.database.policy import Section, StaffRole
from desktop.empowerment import service as empowerment
from desktop.empowerment.drafts import CourseDraft
from desktop.empowerment.states import Audience, Track
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.notices import service as notices
from desktop.office.desk import Desk
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import service as registry
from desktop.registry import standing
from desktop.registry.queries import open_file
from desktop.values.isolates import END, FIRST_STRONG, LEFT_TO_RIGHT
from desktop.values.language import Wording

DEVELOPED = "sa.developed"
DAY = date(2024, 3, 1)
_EXAMPLE = files("resources").joinpath("contracts", "household.example.json").read_bytes()
_CATALOGUE = Catalogue()

SEWING = CourseDraft(
    code="QTF-2024-01",
    title=Wording("الخياطة", "Sewing"),
    provider=Wording("معهد المهارات", "Skills Institute"),
    place=Wording("سيهات", "Saihat"),
    starts_on=date(2024, 3, 5),
    ends_on=date(2024, 4, 25),
    seats=1,
    audience=Audience.ANY,
    track=Track.TRAINING,
)


def widow(turn: int = 0, *, section: str = "general", salary: str | None = "480.00", **household: Any) -> HouseholdFile:
    """The contract's example as other people; without a salary nobody said what she earns and owns."""
    tree = msgspec.json.decode(_EXAMPLE)
    for member in tree["members"]:
        member.pop("national_id", None)
    tree["household"] |= {"section": section, "applied_on": f"2024-01-{turn % 28 + 1:02d}", **household}
    tree["members"][0]["name"]["father"] = f"جاسم {turn}"
    if salary is None:
        for name in ("incomes", "assets"):
            tree["members"][0].pop(name)
    else:
        tree["members"][0]["incomes"][0]["amount"] = salary
    return read_household(msgspec.json.encode(tree))


def plain(wording: Wording) -> Wording:
    """Without isolates."""
    marks = dict.fromkeys(map(ord, FIRST_STRONG + LEFT_TO_RIGHT + END))
    return Wording(wording.ar.translate(marks), wording.en.translate(marks))


@dataclass
class Scene:
    """Qatif with sara (general section), nura (women's), huda (supervisor), hind (empowerment) and omar (auditor)."""

    house: House

    def desk(self, login: str = "sara", on: date = DAY, *, reading: bool = False) -> AbstractContextManager[Desk]:
        return self.house.desk(login, reading=reading, clock=at(on))

    def register(self, file: HouseholdFile, login: str = "sara") -> str:
        with self.desk(login, date(2024, 1, 28)) as desk:
            return registry.register(desk, draft=file).answer.file_number

    def assess(self, file_number: str, login: str = "sara", on: date = DAY, **claim: Any) -> None:
        with self.desk(login, on) as desk:
            asked = {"programme": DEVELOPED, "on": on, "catalogue": _CATALOGUE} | claim
            casework.assess(desk, file_number=file_number, **asked)

    def decide(self, file_number: str, login: str = "sara", on: date = DAY, **more: Any) -> DecisionAnswer:
        with self.desk(login, on) as desk:
            asked = {"programme": DEVELOPED, "on": on, "catalogue": _CATALOGUE} | more
            return casework.decide(desk, file_number=file_number, **asked).answer

    def amend(self, file_number: str, file: HouseholdFile, on: date, since: date | None = None) -> None:
        with self.desk("sara", on) as desk:
            version = open_file(desk, file_number).version
            registry.amend(
                desk,
                file_number=file_number,
                draft=file,
                expected_version=version,
                effective_from=since,
                reason="أبلغت الأسرة بالتغيير",
            )

    def stand(self, file_number: str, verb: Any, login: str = "huda") -> None:
        """Seal, unseal or close a file."""
        with self.desk(login) as desk:
            version = open_file(desk, file_number).version
            verb(desk, file_number=file_number, expected_version=version, reason="بقرار المشرف")

    def seal(self, file_number: str) -> None:
        self.stand(file_number, standing.seal)

    def fail_notice(self, decision: DecisionAnswer, login: str = "sara", on: date = DAY) -> None:
        with self.desk(login, on) as desk:
            (notice,) = decision.notices
            notices.failed(desk, notice=notice.id, reason="الجوال مغلق", expected_version=notice.version)

    def offer(self, draft: CourseDraft = SEWING) -> None:
        with self.desk("hind") as desk:
            empowerment.offer_course(desk, draft=draft)

    def enrol(self, file_number: str, login: str = "sara", course: str = SEWING.code) -> Any:
        with self.desk(login) as desk:
            return empowerment.enrol(desk, file_number=file_number, member="m1", course_code=course).answer

    def withdraw(self, enrolment: Any, login: str = "sara") -> None:
        with self.desk(login) as desk:
            empowerment.withdraw(desk, enrolment=enrolment.id, reason="ظرف عائلي")

    def due(self, login: str = "sara", on: date = DAY, **asked: Any) -> MyDesk:
        with self.desk(login, on, reading=True) as desk:
            return my_desk(desk, **asked)

    def row(self, kind: DueKind, login: str = "sara", on: date = DAY) -> DueRow:
        (found,) = (row for row in self.due(login, on).due if row.kind is kind)
        return found


def staffed(qatif: House) -> Scene:
    qatif.appoint("sara")
    qatif.appoint("nura", sections=frozenset({Section.WOMEN}))
    qatif.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}))
    qatif.appoint("hind", roles=frozenset({StaffRole.EMPOWERMENT}), sections=frozenset(Section))
    qatif.appoint("omar", roles=frozenset({StaffRole.AUDITOR}))
    return Scene(qatif)
