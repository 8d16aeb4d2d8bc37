"""An office that issues, for the tests: a household on file, drafts about it, keys in a folder of the test."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from conftest import House

from desktop.facts.codes import Sex
from desktop.facts.reading import read_household
from desktop.issuing import service
from desktop.issuing.answers import IssuedFile, Reserved
from desktop.issuing.contents import BenefitStatement, DecisionReference, Issue, ListedPerson, Subject
from desktop.issuing.desk_keys import DeskKey
from desktop.issuing.drafts import PaperDraft
from desktop.issuing.letterhead import blank_issue
from desktop.issuing.seal import sealed
from desktop.issuing.signing_keys import key_at_hand, trusted
from desktop.issuing.trust import TrustStore
from desktop.office.desk import Clock, Desk, database_clock
from desktop.registry import service as registry
from desktop.values.language import Wording
from desktop.values.money import Currency, Money
from reports.render import render
from ui.paper import Folders

NAME = Wording("فاطمة عبد الله حسن الأحمد", "Fatimah Abdullah Hassan Al-Ahmad")
NATIONAL_ID = "1000345672"

HOUSEHOLD = (
    '{"format": "yusr-household/1", "household": {"country": "SA"}, "members": [{"ref": "m1", "role": "head", '
    '"name": {"given": "فاطمة", "father": "عبد الله", "grandfather": "حسن", "family": "الأحمد"}, '
    '"sex": "female", "nationality": "SA"}]}'
)


def statement(issue: Issue, *, riyals: int = 1400, valid_until: date = date(2079, 1, 1)) -> BenefitStatement:
    return BenefitStatement(
        issue=issue,
        head=Subject(name=NAME, sex=Sex.FEMALE, national_id=NATIONAL_ID),
        programme=Wording("الضمان الاجتماعي المطوّر", "the developed social security"),
        covered_since=date(2023, 12, 14),
        persons=(ListedPerson(name=NAME, national_id=NATIONAL_ID, relation=Wording("العائلة", "Head")),),
        pension=Money(riyals * 100, Currency.SAR),
        decision=DecisionReference("QTF-D-2024-00012", date(2023, 12, 20)),
        valid_until=valid_until,
    )


@dataclass
class IssuingHouse:
    """Sara's desk in Qatif; `household` is on file."""

    house: House
    folders: Folders
    household: UUID
    file_number: str

    def desk(
        self, login: str = "sara", *, reading: bool = False, clock: Clock = database_clock
    ) -> AbstractContextManager[Desk]:
        return self.house.desk(login, reading=reading, clock=clock)

    def draft(self, desk: Desk, issue: Issue | None = None, **how: object) -> PaperDraft:
        content = statement(issue or blank_issue(desk), **how)  # type: ignore[arg-type]
        return PaperDraft(content, self.file_number, self.household)

    def reserve(self, login: str = "sara", *, clock: Clock = database_clock, **how: object) -> tuple[Reserved, DeskKey]:
        with self.desk(login, clock=clock) as desk:
            key = key_at_hand(desk, folder=self.folders.keys)
            return service.reserve(desk, draft=self.draft(desk, **how), key=key).answer, key

    def issue(self, login: str = "sara", *, clock: Clock = database_clock, **how: object) -> IssuedFile:
        reserved, key = self.reserve(login, clock=clock, **how)
        pdf = sealed(render(reserved.paper), key=key)
        with self.desk(login, clock=clock) as desk:
            return service.confirm(desk, serial=reserved.serial, pdf=pdf).answer

    def trust(self, login: str = "sara") -> TrustStore:
        with self.desk(login, reading=True) as desk:
            return TrustStore(trusted(desk))


def issuing_house(house: House, folder: Path) -> IssuingHouse:
    house.appoint("sara")
    with house.desk("sara") as desk:
        household = registry.register(desk, draft=read_household(HOUSEHOLD.encode())).answer
    return IssuingHouse(house, Folders(folder / "keys", folder / "trust"), household.id, household.file_number)
