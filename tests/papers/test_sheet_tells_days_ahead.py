"""The sheet that a family takes home says on which days the answer will change by itself, and nothing of what would."""

from __future__ import annotations

import subprocess
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path

import msgspec
from conftest import House, at

from desktop.casework import service as casework
from desktop.facts.household_file import HouseholdFile
from desktop.issuing.kinds import PaperKind
from desktop.office.desk import Desk
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import service as registry
from desktop.values.language import Language
from ui import paper
from ui.papers.wanted import Wanted, prepared

DAY = date(2026, 11, 21)


def in_a_shelter() -> HouseholdFile:
    """Somebody alone whom the developed law grants the pension, a month in a shelter."""
    book = read_cases(Catalogue().root / "sa.developed" / "2022")
    case = next(case for case in book.cases if case.base == "independent" and case.expect.outcome == "eligible")
    tree = msgspec.to_builtins(household_of(book, case))
    tree["members"][0]["shelter_stays"] = [{"from": (DAY - timedelta(days=30)).isoformat()}]
    return msgspec.convert(tree, HouseholdFile)


class Sara:
    """The office as her desk opens it."""

    def __init__(self, house: House) -> None:
        self._house = house

    def desk(self, *, reading: bool = False) -> AbstractContextManager[Desk]:
        return self._house.desk("sara", reading=reading, clock=at(DAY))


def test_the_sheet_names_the_day_on_which_a_stay_grows_too_long(qatif: House, tmp_path: Path) -> None:
    qatif.appoint("sara")
    with qatif.desk("sara", clock=at(DAY)) as desk:
        number = registry.register(desk, draft=in_a_shelter()).answer.file_number
    with qatif.desk("sara", clock=at(DAY)) as desk:
        casework.assess(desk, file_number=number, programme="sa.developed", on=DAY, catalogue=Catalogue())
    wanted = Wanted(PaperKind.ASSESSMENT_SHEET, number, language=Language.ENGLISH)
    drafted = tmp_path / "sheet.pdf"
    drafted.write_bytes(paper.draft(Sara(qatif), prepare=prepared(wanted)))
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(drafted), "-"], capture_output=True, check=True)
    told = " ".join(done.stdout.decode().split())
    assert "What will change by itself, and when" in told
    assert "comes to 61 days: the answer becomes: ineligible." in told
    assert "2026/12/22" in told
    assert "What would turn the outcome" not in told
