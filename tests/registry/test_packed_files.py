"""A caseload read from packed copies is the caseload read from its tables, for every day and after every change."""

from __future__ import annotations

from datetime import date, timedelta

import pyarrow as pa
import pytest
from conftest import House, at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from registry_files import TODAY, example, general, invented, with_holes, with_household, with_member
from sqlalchemy import func, select, text
from test_caseload_tables import _boss, _register
from thoroughness import examples

from desktop.database.policy import Section, StaffRole
from desktop.facts.codes import Country
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import vocabulary
from desktop.office.desk import Desk
from desktop.registry import service as registry
from desktop.registry.caseload_reading import Stretch
from desktop.registry.caseload_tables import caseload_tables, listed_files, stretches
from desktop.registry.packed.copies import Copies, copies_of, keep_packed, with_unpacked
from desktop.registry.packed.layout import layout
from desktop.registry.packed.reading import covers, everything_copied, tables_of_copies
from desktop.registry.packed.records import PackedFile
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError

FEW = 1_000
A_DAY = timedelta(days=1)


def copied(desk: Desk, stretch: Stretch | None = None, few: int = FEW) -> Copies:
    """The copies of the Saudi files, those that are kept and then the others."""
    files = listed_files(desk, country=Country.SA, stretch=stretch)
    stretch = stretch or Stretch()
    return with_unpacked(desk, files, copies_of(desk, files, stretch, None), stretch, few=few)


def forget(house: House) -> None:
    """The files as they are where saving made no copies: under another layout, or before there were any."""
    house.database.past_every_wall("DELETE FROM packed_files")


def keep(house: House) -> int:
    """Keeps a copy of every file; how many there were none of."""
    with house.desk("huda") as desk:
        copies = copied(desk)
        keep_packed(desk, listed_files(desk, country=Country.SA), copies)
        return copies.fresh


def read(desk: Desk, on: date, copies: Copies | None = None) -> dict[str, pa.Table]:
    files = listed_files(desk, country=Country.SA)
    return tables_of_copies(desk, files, copies or copied(desk), on=on, asked=everything_copied())


def apart(desk: Desk, on: date, copies: Copies | None = None) -> dict[str, tuple[object, object]]:
    """The columns in which copies differ from tables, with the cells of both."""
    told = read(desk, on, copies)
    tables = caseload_tables(desk, on=on, country=Country.SA, asked=everything_copied())
    assert {name: table.schema for name, table in told.items()} == {name: each.schema for name, each in tables.items()}
    return {
        f"{name}.{column}": (told[name][column].to_pylist(), table[column].to_pylist())
        for name, table in tables.items()
        for column in table.column_names
        if told[name][column].to_pylist() != table[column].to_pylist()
    }


def test_copies_hold_what_the_tables_hold_of_an_office(qatif: House) -> None:
    house = _boss(qatif)
    _register(house, (general(example()), *invented(9)))
    forget(house)
    with house.desk("huda", reading=True) as desk:
        assert read(desk, TODAY)["household"].num_rows == 10
        assert apart(desk, TODAY) == {}
    assert (keep(house), keep(house)) == (10, 0)
    with house.desk("huda", reading=True) as desk:
        files = listed_files(desk, country=Country.SA)
        kept = copies_of(desk, files, Stretch(), None)
        assert (kept.packed.files, kept.fresh) == (10, 0)
        assert apart(desk, TODAY, kept) == {}


@given(drafts=st.lists(with_holes(), min_size=1, max_size=4))
@settings(max_examples=examples(2), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_nobody_asked_stays_unasked_in_the_copies(qatif: House, drafts: list[HouseholdFile]) -> None:
    house = _boss(qatif) if "huda" not in qatif.seats else qatif
    _register(house, drafts)
    with house.desk("huda", reading=True) as desk:
        assert apart(desk, TODAY) == {}
    forget(house)
    keep(house)
    with house.desk("huda", reading=True) as desk:
        assert apart(desk, TODAY) == {}


def test_a_copy_tells_each_day_apart(qatif: House) -> None:
    house = _boss(qatif)
    before = general(example())
    first, *_ = _register(house, (before, *invented(5)))
    since = TODAY - timedelta(days=20)
    fewer = before.members[0].incomes
    assert isinstance(fewer, tuple)
    changed = with_member(before, before.members[0].ref, incomes=fewer[1:])
    with house.desk("sara", clock=at(TODAY)) as desk:
        version = open_file(desk, first).version
        draft = with_household(changed, vehicles=3)
        how = {"expected_version": version, "effective_from": since, "reason": "تغيرت حال الأسرة"}
        registry.amend(desk, file_number=first, draft=draft, **how)
    forget(house)
    assert keep(house) == 6
    with house.desk("huda", reading=True) as desk:
        copies = copied(desk)
        assert copies.fresh == 0
        for on in (TODAY, since, since - timedelta(days=1), date(2020, 1, 1)):
            assert apart(desk, on, copies) == {}
        vehicles = [read(desk, on, copies)["household"]["vehicles"][0].as_py() for on in (since, since - A_DAY)]
        assert vehicles[0] == 3 != vehicles[1]


def test_a_few_unpacked_files_are_asked_for_one_by_one_and_come_to_the_same(qatif: House) -> None:
    house = _boss(qatif)
    every = invented(9)
    _register(house, every[:5])
    forget(house)
    _register(house, every[5:])
    with house.desk("huda", reading=True) as desk:
        one_by_one, together = copied(desk), copied(desk, few=0)
        assert one_by_one.fresh == together.fresh == 5
        assert one_by_one.packed.each() == together.packed.each()
        assert apart(desk, TODAY, one_by_one) == {}


def test_a_stretch_is_packed_by_itself(qatif: House) -> None:
    house = _boss(qatif)
    _register(house, invented(7))
    forget(house)
    with house.desk("huda", reading=True) as desk:
        whole = copied(desk).packed.each()
        cut = [copied(desk, each).packed.each() for each in stretches(desk, country=Country.SA, files=3)]
    assert [len(each) for each in cut] == [3, 3, 1]
    assert sorted(bytes_ for each in cut for bytes_ in each) == sorted(whole)


def test_a_copy_that_is_there_is_never_written_over(qatif: House) -> None:
    house = _boss(qatif)
    _register(house, invented(2))
    forget(house)
    with house.desk("huda", reading=True) as desk:
        early = copied(desk)
        files = listed_files(desk, country=Country.SA)
    keep(house)
    with house.desk("huda") as desk:
        keep_packed(desk, files, early)
        assert desk.session.scalar(select(func.count()).select_from(PackedFile)) == 2


def test_nobody_sees_or_makes_copies_of_files_that_they_do_not_see(qatif: House) -> None:
    house = _boss(qatif)
    house.appoint("amal", roles=frozenset({StaffRole.ADMINISTRATOR}))
    house.appoint("mona", sections=frozenset({Section.WOMEN}))
    with house.desk("mona") as desk:
        registry.register(desk, draft=example())
    with house.desk("huda", reading=True) as desk:
        assert copied(desk).fresh == 0
    with house.desk("sara", reading=True) as desk:
        assert desk.session.scalars(select(PackedFile.household_id)).all() == []
    with house.desk("amal", reading=True) as desk, pytest.raises(OfficeError) as refused:
        copies_of(desk, listed_files(desk, country=Country.SA), Stretch(), None)
    assert refused.value.key == "office.not_permitted"


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize("attack", ["UPDATE packed_files SET cells = ''", "DELETE FROM packed_files"])
def test_no_clerk_may_change_a_copy(qatif: House, attack: str) -> None:
    house = _boss(qatif)
    _register(house, invented(1))
    with house.desk("huda") as desk, pytest.raises(OfficeError, match="outside your permissions"):
        desk.session.execute(text(attack))


def test_names_addresses_and_numbers_of_persons_and_papers_are_not_copied() -> None:
    copied_names = {cell for records in layout() for cell in records.cells}
    kept_apart = ("name", "phone", "iban", "_deed_number", "street", "national_id", "number", "payer", "address")
    assert {name for name in copied_names if name.endswith(kept_apart) or name.startswith("address")} == set()
    every = {name: frozenset(entity.properties) for name, entity in vocabulary().items()}
    assert covers(everything_copied())
    assert not covers(every)
    assert not covers(None)
