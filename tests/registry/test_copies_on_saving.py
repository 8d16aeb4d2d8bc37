"""A file has its packed copy from the moment it is saved, and no version of it stands without one."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from conftest import House, at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from registry_files import TODAY, example, general, invented, with_holes, with_household, with_member
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from test_caseload_tables import _boss, _register
from thoroughness import examples

from desktop import bootstrap
from desktop.database import upgrade
from desktop.database.policy import Section
from desktop.facts.codes import Country
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.registry import service as registry
from desktop.registry.caseload_reading import Stretch
from desktop.registry.caseload_tables import listed_files
from desktop.registry.packed import one_file
from desktop.registry.packed.copies import Copies, copies_of, untrue
from desktop.registry.packed.layout import layout_mark
from desktop.registry.packed.records import PackedFile
from desktop.registry.queries import open_file
from desktop.registry.records import Household, HouseholdVersion

ALL = 1_000
SINCE = TODAY - timedelta(days=40)


def copies(desk: Desk, country: Country = Country.SA) -> Copies:
    """Every file of the list has its copy, and each is what the tables pack to, byte for byte."""
    files = listed_files(desk, country=country)
    kept = copies_of(desk, files, Stretch(), None)
    assert kept.packed.files == files.num_rows
    assert untrue(desk, files, kept, ALL) == []
    return kept


def version_of(house: House, number: str) -> int:
    with house.desk("huda", reading=True) as desk:
        return open_file(desk, number).version


def amend(house: House, number: str, draft: HouseholdFile, since: date | None) -> None:
    version = version_of(house, number)
    with house.desk("sara", clock=at(TODAY)) as desk:
        told = with_household(draft, file_number=number, office="qatif")
        registry.amend(
            desk, file_number=number, draft=told, expected_version=version, effective_from=since, reason="تغيرت الحال"
        )


@given(
    drafts=st.lists(with_holes(), min_size=1, max_size=3),
    changes=st.lists(st.tuples(with_holes(), st.sampled_from([None, SINCE, TODAY])), max_size=3),
)
@settings(max_examples=examples(4), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_saving_packs_is_what_the_tables_pack_to_after_every_change(
    qatif: House, drafts: list[HouseholdFile], changes: list[tuple[HouseholdFile, date | None]]
) -> None:
    house = _boss(qatif) if "huda" not in qatif.seats else qatif
    number, *_ = _register(house, drafts)
    for draft, since in changes:
        if draft.household.country is drafts[0].household.country:
            amend(house, number, draft, since)
    with house.desk("huda", reading=True) as desk:
        for country in Country:
            copies(desk, country)


def test_members_who_come_go_and_come_back_stand_in_the_copy_for_their_days(qatif: House) -> None:
    house = _boss(qatif)
    whole = general(example())
    number, *_ = _register(house, (whole, *invented(2)))
    fewer = msgspec.structs.replace(whole, members=whole.members[:-1])
    for draft, since in ((fewer, SINCE), (whole, TODAY), (with_member(whole, "m1", incomes=()), None)):
        amend(house, number, draft, since)
        with house.desk("huda", reading=True) as desk:
            copies(desk)


def test_every_standing_of_a_file_has_its_copy(qatif: House) -> None:
    house = _boss(qatif)
    number, *_ = _register(house, (general(example()),))
    acts = (
        ("huda", registry.seal, {}),
        ("huda", registry.unseal, {}),
        ("huda", registry.move_to_section, {"section": Section.WOMEN}),
        ("huda", registry.close, {}),
        ("huda", registry.reopen, {}),
    )
    for login, act, more in acts:
        version = version_of(house, number)
        with house.desk(login) as desk:
            act(desk, file_number=number, expected_version=version, reason="لسبب مذكور", **more)
        with house.desk("huda", reading=True) as desk:
            copies(desk)
            kept = select(PackedFile.household_version).order_by(PackedFile.household_version)
            assert desk.session.scalars(kept).all() == list(range(1, version + 2))


def test_a_file_too_large_for_a_copy_is_saved_and_has_none(qatif: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house = _boss(qatif)
    monkeypatch.setattr(one_file, "LONGEST", 2)
    number, *_ = _register(house, (general(example()),))
    with house.desk("huda", reading=True) as desk:
        assert open_file(desk, number).version == 1
        assert desk.session.scalars(select(PackedFile.household_id)).all() == []


def leave(house: House, version: int, cells: bytes) -> None:
    with house.desk("sara") as desk:
        household = desk.session.scalars(select(Household)).one()
        told = {"household_version": version, "layout": layout_mark(), "cells": cells}
        desk.session.add(PackedFile(office="qatif", household_id=household.id, **told))
        desk.session.flush()


@pytest.mark.parametrize("version", [1, 2])
def test_nobody_leaves_another_copy_of_a_version_or_one_for_a_version_that_is_still_to_come(
    qatif: House, version: int
) -> None:
    house = _boss(qatif)
    number, *_ = _register(house, (general(example()),))
    with pytest.raises(IntegrityError):
        leave(house, version, b"something else")
    amend(house, number, with_household(general(example()), vehicles=3), SINCE)
    with house.desk("huda", reading=True) as desk:
        copies(desk)


def test_an_upgrade_takes_no_copy_and_no_version_from_a_file(qatif: House) -> None:
    house = _boss(qatif)
    number, *_ = _register(house, (general(example()), *invented(3)))
    amend(house, number, with_household(general(example()), vehicles=3), SINCE)
    with upgrade.alone(house.database.owner) as connection:
        upgrade.migrate(connection, "0013")
        upgrade.migrate(connection, "head")
        upgrade.make_walls(connection, bootstrap.metadata())
    with house.desk("huda", reading=True) as desk:
        copies(desk)
        told = desk.session.execute(select(HouseholdVersion.number, HouseholdVersion.facts_hash)).all()
        assert sorted(each.number for each in told) == [1, 1, 1, 1, 2]
