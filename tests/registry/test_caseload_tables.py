"""The office's files as tables, read table by table, are what the files read one by one make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from operator import itemgetter

import pytest
from conftest import House
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from registry_files import TODAY, example, general, invented, with_holes

from desktop.database.policy import StaffRole
from desktop.facts.arrow_layout import MEMBER_REF, ORDINAL, PLACE, tables_of
from desktop.facts.codes import Country
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.registry import service as registry
from desktop.registry import standing
from desktop.registry.caseload_reading import Stretch
from desktop.registry.caseload_tables import caseload_tables, stretches
from desktop.registry.queries import files, open_file
from desktop.registry.shelves import KEPT_IN_HOUSEHOLDS
from desktop.values.errors import OfficeError


def _boss(house: House) -> House:
    """The office with huda, who runs the caseload."""
    house.appoint("sara")
    house.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}))
    return house


def _register(house: House, drafts: Iterable[HouseholdFile]) -> list[str]:
    with house.desk("sara") as desk:
        return [registry.register(desk, draft=each).answer.file_number for each in drafts]


def _differences(desk: Desk, country: Country) -> dict[str, tuple[object, object]]:
    """Entities whose table differs from that of the files, with the first row that does."""
    one_by_one = [each.file for each in files(desk, as_of=TODAY) if each.file.household.country is country]
    expected = tables_of(one_by_one)
    found = caseload_tables(desk, on=TODAY, country=country)
    differing = {}
    for name, table in expected.items():
        assert found[name].schema == table.schema
        ours, theirs = found[name].to_pylist(), table.to_pylist()
        key = itemgetter(*(each for each in (ORDINAL, MEMBER_REF, PLACE) if each in table.schema.names))
        ours, theirs = sorted(ours, key=key), sorted(theirs, key=key)
        if ours != theirs:
            differing[name] = next(
                ((a, b) for a, b in zip(ours, theirs, strict=False) if a != b), (len(ours), len(theirs))
            )
    return differing


@pytest.mark.parametrize("country", list(Country))
def test_the_tables_of_an_office_are_those_of_its_files(qatif: House, country: Country) -> None:
    house = _boss(qatif)
    _register(house, (general(example()), *invented(9), *invented(9, "EG")))
    with house.desk("huda", reading=True) as desk:
        assert caseload_tables(desk, on=TODAY, country=country)["household"].num_rows == (10 if country == "SA" else 9)
        assert _differences(desk, country) == {}


@given(drafts=st.lists(with_holes(), min_size=1, max_size=4))
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_nobody_asked_stays_unasked_in_the_tables(qatif: House, drafts: list[HouseholdFile]) -> None:
    house = _boss(qatif) if "huda" not in qatif.seats else qatif
    _register(house, drafts)
    with house.desk("huda", reading=True) as desk:
        assert _differences(desk, Country.SA) == {}
        assert _differences(desk, Country.EG) == {}


def test_a_caseload_read_in_stretches_is_the_caseload(qatif: House) -> None:
    house = _boss(qatif)
    numbers = sorted(_register(house, invented(11)))
    with house.desk("huda", reading=True) as desk:
        cut = stretches(desk, country=Country.SA, files=4)
        assert [each.last == after.after for each, after in pairwise(cut)] == [True, True]
        assert (cut[0].after, cut[-1].last) == (None, None)
        told = [caseload_tables(desk, on=TODAY, country=Country.SA, stretch=each)["household"] for each in cut]
        assert [name for table in told for name in table["file_number"].to_pylist()] == numbers
        assert [table[ORDINAL].to_pylist() for table in told] == [[0, 1, 2, 3], [0, 1, 2, 3], [0, 1, 2]]


def test_columns_that_nobody_asks_for_are_null_and_the_others_as_ever(qatif: House) -> None:
    house = _boss(qatif)
    _register(house, invented(9))
    asked = {"household": {"applied_on"}, "member": {"ref", "birth_date", "spouses"}, "income": {"amount", "kind"}}
    with house.desk("huda", reading=True) as desk:
        whole = caseload_tables(desk, on=TODAY, country=Country.SA)
        some = caseload_tables(desk, on=TODAY, country=Country.SA, asked=asked)
    for name, table in whole.items():
        assert some[name].schema == table.schema
        always = {ORDINAL, PLACE, MEMBER_REF, "spouses", *KEPT_IN_HOUSEHOLDS}
        for column in table.column_names:
            if name not in asked or column in asked[name] | always:
                read = not column.startswith("file.") or name == "household" or column == ORDINAL
                assert not read or some[name][column].to_pylist() == table[column].to_pylist()
            else:
                assert some[name][column].null_count == table.num_rows or name == "household"


def test_a_closed_file_and_another_office_s_are_not_in_the_caseload(found: Callable[..., House], qatif: House) -> None:
    house = _boss(qatif)
    closed, *others = _register(house, invented(3))
    with house.desk("huda") as desk:
        version = open_file(desk, closed).version
        standing.close(desk, file_number=closed, reason="انتقلت الأسرة", expected_version=version)
    with house.desk("huda", reading=True) as desk:
        told = caseload_tables(desk, on=TODAY, country=Country.SA)
        assert told["household"]["file_number"].to_pylist() == sorted(others)
        assert set(told["member"]["file.file_number"].to_pylist()) == set(others)


def test_who_may_not_read_files_may_not_read_them_as_tables(qatif: House) -> None:
    qatif.appoint("amal", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with qatif.desk("amal", reading=True) as desk, pytest.raises(OfficeError) as refused:
        caseload_tables(desk, on=TODAY, country=Country.SA)
    assert refused.value.key == "office.not_permitted"


def test_an_office_without_files_gives_empty_tables(qatif: House) -> None:
    house = _boss(qatif)
    with house.desk("huda", reading=True) as desk:
        assert stretches(desk, country=Country.SA, files=10) == (Stretch(),)
        told = caseload_tables(desk, on=TODAY, country=Country.SA)
    assert {table.num_rows for table in told.values()} == {0}
