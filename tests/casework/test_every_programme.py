"""Every programme of the country for one family on one day, side by side, with nothing kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from casework_house import DAY, DEVELOPED, Caseworkers, earning, example, shipped, staffed
from conftest import House
from sqlalchemy import func, select

from desktop.casework.every_programme import EveryProgramme, ProgrammeForFamily, decided_by, every_programme
from desktop.casework.records import Assessment
from desktop.facts.codes import CriterionOutcome, Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError


def asked(workers: Caseworkers, on: date = DAY, catalogue: Catalogue | None = None) -> EveryProgramme:
    with workers.desk(on=on, reading=True) as desk:
        return every_programme(desk, file_number=workers.file_number, on=on, catalogue=catalogue or shipped())


def of(answer: EveryProgramme, programme: str) -> ProgrammeForFamily:
    return next(each for each in answer.programmes if each.programme == programme)


def copied(into: Path, *versions: str) -> None:
    """Versions of the developed law in a catalogue of their own."""
    for version in versions:
        folder = into / DEVELOPED / version
        folder.mkdir(parents=True)
        for file in (shipped().root / DEVELOPED / version).iterdir():
            (folder / file.name).write_bytes(file.read_bytes())


def test_every_programme_of_the_family_s_country_answers_as_the_assessment_itself_would(qatif: House) -> None:
    workers = staffed(qatif)
    answer = asked(workers)
    assert {each.programme for each in answer.programmes} == set(shipped().of_country("SA"))
    developed = of(answer, DEVELOPED)
    pack = shipped().in_force(DEVELOPED, DAY)
    assert developed.assessment == assess(pack, answer.file, on=DAY)
    assert (developed.version, developed.of_member) == ("2023-11", False)


def test_nothing_of_it_is_kept(qatif: House) -> None:
    workers = staffed(qatif)
    asked(workers)
    with workers.desk(reading=True) as desk:
        assert desk.session.scalar(select(func.count()).select_from(Assessment)) == 0


def test_a_right_stands_before_what_is_open_and_that_before_a_refusal(qatif: House) -> None:
    outcomes = [each.assessment.outcome if each.assessment else None for each in asked(staffed(qatif)).programmes]
    order = [Outcome.ELIGIBLE, Outcome.UNDETERMINED, Outcome.INELIGIBLE, None]
    assert outcomes == sorted(outcomes, key=order.index)


def test_a_programme_that_was_not_the_law_then_says_so_instead_of_answering(qatif: House, tmp_path: Path) -> None:
    copied(tmp_path, "2022")
    answer = asked(staffed(qatif), catalogue=Catalogue(tmp_path))
    (ended,) = answer.programmes
    assert ended.refusal is not None
    assert ended.refusal.key == "programmes.no_version_then"
    assert (ended.version, ended.assessment, ended.missing) == (None, None, 0)
    assert ended.title == shipped().pack(DEVELOPED, "2022").text.title


def test_what_decided_is_the_first_criterion_that_is_not_met_or_lacks_a_fact() -> None:
    pack = shipped().in_force(DEVELOPED, DAY)
    rich = assess(pack, earning(example(), "20000.00"), on=DAY)
    turned = decided_by(rich)
    assert turned is not None
    assert (turned.id, turned.outcome) == ("income_below_minimum", CriterionOutcome.UNMET)
    unknown = decided_by(assess(pack, earning(example(), None), on=DAY))
    assert unknown is not None
    assert unknown.outcome is CriterionOutcome.UNKNOWN
    assert decided_by(assess(pack, example(), on=DAY)) is None


def test_rules_that_cannot_be_read_do_not_hide_the_others(qatif: House, tmp_path: Path) -> None:
    copied(tmp_path, *shipped().versions[DEVELOPED])
    broken = tmp_path / "sa.broken" / "2020"
    broken.mkdir(parents=True)
    (broken / "pack.yaml").write_text("id: [", encoding="utf-8")
    answer = asked(staffed(qatif), catalogue=Catalogue(tmp_path))
    assert of(answer, DEVELOPED).assessment is not None
    assert of(answer, "sa.broken").refusal is not None
    assert of(answer, "sa.broken").assessment is None


def test_each_member_is_asked_where_the_right_is_a_person_s_own(qatif: House) -> None:
    file = _egyptian(example())
    workers = staffed(qatif, file)
    answer = asked(workers, date(2025, 6, 1))
    own = [each for each in answer.programmes if each.of_member and each.assessment is not None]
    assert own
    for each in own:
        assert each.assessment is not None
        assert isinstance(each.assessment.members, tuple)
        assert {one.ref for one in each.assessment.members} == {one.ref for one in answer.file.members}


def test_a_file_that_one_may_not_see_is_not_asked_about(qatif: House) -> None:
    workers = staffed(qatif)
    with workers.desk("sara", reading=True) as desk, pytest.raises(OfficeError) as refused:
        every_programme(desk, file_number=workers.file_number, on=DAY, catalogue=shipped())
    assert refused.value.key == "registry.unknown_file"


def _egyptian(file: HouseholdFile) -> HouseholdFile:
    """The same family as citizens of Egypt, whose numbers nobody could be given."""
    tree = msgspec.to_builtins(file, str_keys=True)
    tree["household"] |= {"country": "EG"}
    for member in tree["members"]:
        member |= {"nationality": "EG"}
        member.pop("national_id", None)
        member.pop("id_kind", None)
    return read_household(msgspec.json.encode(tree))
