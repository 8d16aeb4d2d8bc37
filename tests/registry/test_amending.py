"""Facts change from a day on or were never otherwise; every past day is seen as known now and as known then."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from conftest import RESEARCHER, House, at
from msgspec import UNSET
from registry_files import example, general, member, same_facts, with_household, with_member
from sqlalchemy import func, select

from desktop.database.policy import Section, StaffRole
from desktop.facts.codes import IncomeKind, Period
from desktop.facts.household_file import HouseholdFile, Income
from desktop.office.drafts import StaffDraft
from desktop.office.service import appoint
from desktop.registry import queries, service
from desktop.registry.fact_records import HouseholdFacts, Identity, MemberFacts
from desktop.registry.list_records import IncomeRow
from desktop.registry.records import Household as HouseholdRecord
from desktop.values.errors import OfficeError, StaleFile
from desktop.values.language import Language, Wording

MAY, JUNE, JULY = (date(2026, month, 10) for month in (5, 6, 7))
SALARY = Income(kind=IncomeKind.SALARY, amount="3000.00", period=Period.MONTH, since=date(2022, 9, 1), stable=True)
RENT = Income(kind=IncomeKind.RENT, amount="500.00", period=Period.MONTH)


@pytest.fixture
def office(qatif: House) -> House:
    """Qatif with the widow's family registered in May by sara."""
    qatif.appoint("sara")
    with qatif.desk("sara", clock=at(MAY)) as desk:
        saved = service.register(desk, draft=general(example()))
        assert saved.answer.file_number == NUMBER
    return qatif


NUMBER = "QTF-2026-00001"


def amend(
    house: House, draft: HouseholdFile, version: int, on: date, since: date | None = None, login: str = "sara"
) -> HouseholdFile:
    with house.desk(login, clock=at(on)) as desk:
        return service.amend(
            desk, file_number=NUMBER, draft=draft, expected_version=version, effective_from=since, reason="as told"
        ).answer.file


def held(house: House, on: date, known: date | None = None) -> HouseholdFile:
    """As of a day, as known at the end of another."""
    with house.desk("sara", reading=True) as desk:
        known_at = None
        if known is not None:
            with house.desk("sara", reading=True, clock=at(known)) as then:
                known_at = then.now + timedelta(hours=1)
        return queries.export(desk, NUMBER, as_of=on, known_at=known_at)


def test_a_change_holds_from_its_day_and_not_before(office: House) -> None:
    draft = with_household(general(example()), vehicles=2)
    amend(office, draft, 1, on=JULY, since=JUNE)
    assert held(office, JUNE - timedelta(days=1)).household.vehicles == 1
    assert held(office, JUNE).household.vehicles == 2
    assert held(office, JUNE, known=MAY).household.vehicles == 1
    assert same_facts(held(office, JULY), draft)


def test_a_correction_was_never_otherwise_yet_what_was_known_then_stays_known(office: House) -> None:
    draft = with_household(general(example()), vehicles=0)
    amend(office, draft, 1, on=JULY)
    assert held(office, MAY).household.vehicles == 0
    assert held(office, date(2020, 1, 1)).household.vehicles == 0
    assert held(office, MAY, known=MAY).household.vehicles == 1
    assert held(office, MAY, known=JULY).household.vehicles == 0


def test_facts_that_were_not_changed_keep_their_days(office: House) -> None:
    first = with_household(general(example()), vehicles=2)
    amend(office, first, 1, on=JULY, since=JULY)
    second = with_household(first, poverty_area=True)
    amend(office, second, 2, on=JULY, since=JUNE)
    assert (held(office, JUNE).household.vehicles, held(office, JUNE).household.poverty_area) == (1, True)
    assert (held(office, MAY).household.vehicles, held(office, MAY).household.poverty_area) == (1, UNSET)
    assert (held(office, JULY).household.vehicles, held(office, JULY).household.poverty_area) == (2, True)


def test_incomes_come_change_and_go_on_their_days_in_the_order_told(office: House) -> None:
    raised = msgspec.structs.replace(SALARY, amount="3500.00")
    base = general(example())
    amend(office, with_member(base, "m1", incomes=(RENT, raised)), 1, on=JULY, since=JUNE)
    amend(office, with_member(base, "m1", incomes=(RENT,)), 2, on=JULY, since=JULY)
    amend(office, with_member(base, "m1", incomes=()), 3, on=JULY + timedelta(days=1), since=JULY + timedelta(days=1))
    assert member(held(office, MAY), "m1").incomes == (SALARY,)
    assert member(held(office, JUNE), "m1").incomes == (RENT, raised)
    assert member(held(office, JULY), "m1").incomes == (RENT,)
    assert member(held(office, JULY + timedelta(days=1)), "m1").incomes == ()
    amend(office, with_member(base, "m1", incomes=UNSET), 4, on=JULY + timedelta(days=2), since=JULY)
    assert member(held(office, JULY), "m1").incomes is UNSET
    assert member(held(office, JUNE), "m1").incomes == (RENT, raised)


def test_members_join_and_leave_on_their_days(office: House) -> None:
    base = general(example())
    born = msgspec.structs.replace(
        base.members[1], ref="m3", national_id=UNSET, birth_date=JUNE, education=UNSET, work=UNSET, health=UNSET
    )
    amend(office, msgspec.structs.replace(base, members=(born, *base.members)), 1, on=JULY, since=JUNE)
    amend(office, base, 2, on=JULY, since=JULY)
    assert [each.ref for each in held(office, MAY).members] == ["m1", "m2"]
    assert [each.ref for each in held(office, JUNE).members] == ["m3", "m1", "m2"]
    assert [each.ref for each in held(office, JULY).members] == ["m1", "m2"]
    assert [each.ref for each in held(office, JUNE, known=MAY).members] == ["m1", "m2"]


def test_swapped_numbers_are_swapped_back(office: House) -> None:
    base = general(example())
    first, second = (each.national_id for each in base.members)
    swapped = with_member(with_member(base, "m1", national_id=second), "m2", national_id=first)
    assert same_facts(amend(office, swapped, 1, on=JULY), swapped)
    assert same_facts(amend(office, base, 2, on=JULY), base)


def test_only_what_differs_is_written(office: House) -> None:
    amend(office, with_member(general(example()), "m1", incomes=(SALARY, RENT)), 1, on=JULY, since=JUNE)
    with office.desk("sara", reading=True) as desk:
        kinds = (HouseholdFacts, Identity, MemberFacts, IncomeRow)
        counts = [desk.session.scalar(select(func.count()).select_from(kind)) for kind in kinds]
    assert counts == [1, 2, 2, 2]


def test_saving_without_a_change_makes_no_version(office: House) -> None:
    with office.desk("sara", clock=at(JULY)) as desk:
        saved = service.amend(
            desk, file_number=NUMBER, draft=general(example()), expected_version=1, reason="nothing changed"
        )
        assert (saved.answer.version, saved.changes.households) == (1, frozenset())
        assert len(queries.history(desk, NUMBER)) == 1


def test_of_two_forms_opened_on_one_version_the_second_is_stale_and_nothing_is_lost(office: House) -> None:
    with office.desk(office.founder) as desk:
        name, password = Wording("سلمى", "Salma"), office.database.password
        appoint(desk, draft=StaffDraft("salma", name, RESEARCHER, password=password))
    with office.desk("sara", clock=at(JUNE)) as desk:
        opened = queries.open_file(desk, NUMBER)
    amend(office, with_household(opened.file, vehicles=3), opened.version, on=JUNE, login="salma")
    with pytest.raises(StaleFile) as stale:
        amend(office, with_household(opened.file, phone="0500000077"), opened.version, on=JULY)
    told = stale.value
    assert (told.key, told.details["by"], told.details["at"]) == (
        "registry.changed_by_colleague",
        Wording("سلمى", "Salma"),
        "2026-06-10 12:00",
    )
    assert "على يد سلمى" in told.sentence(Language.ARABIC)
    assert told.sentence(Language.ENGLISH).startswith("Salma changed file")
    (change,) = told.details["changes"]  # type: ignore[misc]
    assert (change.pointer, change.old, change.new) == ("/household/vehicles", 1, 3)
    assert held(office, JULY).household.vehicles == 3
    with office.desk("sara", reading=True) as desk:
        again = queries.open_file(desk, NUMBER)
    both = amend(office, with_household(again.file, phone="0500000077"), again.version, on=JULY)
    assert (both.household.vehicles, both.household.phone) == (3, "0500000077")


def test_history_tells_who_changed_which_fact_from_what_to_what(office: House) -> None:
    office.appoint("salma")
    base = general(example())
    amend(office, with_household(base, vehicles=2), 1, on=JUNE, login="salma")
    amend(office, with_member(with_household(base, vehicles=2), "m1", incomes=(RENT, SALARY)), 2, on=JULY, since=JUNE)
    with office.desk("sara", reading=True) as desk:
        latest, middle, first = queries.history(desk, NUMBER)
        compared = queries.changes_between(desk, NUMBER, earlier=1, later=3)
    assert [(each.version, each.by, each.act.value) for each in (first, middle, latest)] == [
        (1, "sara", "registered"),
        (2, "salma", "amended"),
        (3, "sara", "amended"),
    ]
    assert [(each.pointer, each.old, each.new) for each in middle.changes] == [("/household/vehicles", 1, 2)]
    assert middle.changes[0].label.ar == "عدد المركبات"
    assert [(each.pointer, each.old, each.new, each.member) for each in latest.changes] == [
        ("/members/0/incomes/0", None, RENT, "m1")
    ]
    assert (latest.effective_from, latest.reason) == (JUNE, "as told")
    assert {each.pointer for each in compared} == {"/household/vehicles", "/members/0/incomes/0"}


def test_the_hash_of_the_newest_version_is_found_by_a_query(office: House) -> None:
    with office.desk("sara", reading=True) as desk:
        before = desk.session.scalars(select(HouseholdRecord.facts_hash)).one()
    amend(office, with_household(general(example()), vehicles=2), 1, on=JULY)
    with office.desk("sara", reading=True) as desk:
        stale = select(HouseholdRecord.file_number).where(HouseholdRecord.facts_hash != before)
        assert desk.session.scalars(stale).all() == [NUMBER]


def test_moving_sealing_and_closing_are_versions_with_their_reasons(office: House) -> None:
    office.appoint("nura", sections=frozenset({Section.WOMEN}))
    office.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}))
    with office.desk("nura") as desk:
        moved = service.move_to_section(
            desk, file_number=NUMBER, section=Section.WOMEN, expected_version=1, reason="she asked for it"
        )
        assert moved.answer.file.household.section == "women"
    with office.desk("huda") as desk:
        service.seal(desk, file_number=NUMBER, expected_version=2, reason="threatened")
        service.unseal(desk, file_number=NUMBER, expected_version=3, reason="no longer")
        service.close(desk, file_number=NUMBER, expected_version=4, reason="moved to Dammam")
        reopened = service.reopen(desk, file_number=NUMBER, expected_version=5, reason="came back")
        acts = [(each.version, each.act.value, each.reason) for each in queries.history(desk, NUMBER)]
    assert reopened.answer.version == 6
    assert acts[:5][::-1] == [
        (2, "moved", "she asked for it"),
        (3, "sealed", "threatened"),
        (4, "unsealed", "no longer"),
        (5, "closed", "moved to Dammam"),
        (6, "reopened", "came back"),
    ]


REFUSALS: tuple[tuple[dict[str, object], str], ...] = (
    ({"effective_from": date(2026, 8, 1)}, "registry.day_out_of_reach"),
    ({"effective_from": date.min}, "registry.day_out_of_reach"),
    ({"reason": "  "}, "registry.reason_missing"),
    ({"file_number": "QTF-2026-00099"}, "registry.unknown_file"),
    ({"draft": with_household(general(example()), file_number="QTF-2026-00002")}, "registry.of_another_file"),
    ({"draft": with_household(general(example()), office="dammam")}, "registry.of_another_file"),
    ({"draft": example()}, "registry.section_is_moved"),
    ({"draft": with_household(general(example()), claimant="nobody")}, "registry.file_contradicts"),
)


def test_an_amendment_that_cannot_be_is_refused_with_its_reason(office: House) -> None:
    for changes, key in REFUSALS:
        asked: dict[str, object] = {"file_number": NUMBER, "draft": general(example()), "expected_version": 1}
        asked |= {"reason": "as told"} | changes
        with pytest.raises(OfficeError) as refused, office.desk("sara", clock=at(JULY)) as desk:
            service.amend(desk, **asked)  # type: ignore[arg-type]
        assert refused.value.key == key


def test_a_file_was_not_known_before_it_was_registered(office: House) -> None:
    with pytest.raises(OfficeError) as refused:
        held(office, MAY, known=MAY - timedelta(days=1))
    assert refused.value.key == "registry.not_registered_then"
