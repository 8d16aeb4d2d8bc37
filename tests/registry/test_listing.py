"""A list that is paged through shows every file once, in its order, in both directions, whatever happens meanwhile."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from conftest import House
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from listed_files import NAMES, household, put
from thoroughness import examples

from desktop.database.policy import Section, StaffRole
from desktop.facts.codes import Country
from desktop.office.desk import ZONES, Desk
from desktop.registry import listing
from desktop.registry.answers import HouseholdSummary
from desktop.registry.listing import HouseholdPage, ListFilters, PageKey, SortColumn, count, page
from desktop.registry.records import Household
from desktop.values.errors import OfficeError
from desktop.values.names import fold

ANY = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(25))


@pytest.fixture
def office(qatif: House) -> House:
    """Qatif with files of both sections, of which nura sees all and sara the general ones."""
    qatif.appoint("nura", sections=frozenset(Section))
    qatif.appoint("sara")
    put(qatif, 45)
    return qatif


@st.composite
def filters(draw: st.DrawFn) -> ListFilters:
    days = st.none() | st.dates(date(2023, 12, 30), date(2024, 2, 12))
    sizes = st.none() | st.integers(0, 5)
    return ListFilters(
        section=draw(st.none() | st.sampled_from(Section)),
        closed=draw(st.none() | st.booleans()),
        registered_from=draw(days),
        registered_until=draw(days),
        members_from=draw(sizes),
        members_until=draw(sizes),
        name=draw(st.sampled_from(["", "", "ا", "أحمد", "احمد ع", "عبد الل", "ي", "زيد", "  فاطمه "])),
    )


def shown(row: Household | HouseholdSummary, asked: ListFilters) -> bool:
    """Whether a list with these filters has the file, said over again in the plainest way."""
    day = row.registered_at.astimezone(ZONES[Country.SA]).date()
    return (
        (asked.section is None or row.section is asked.section)
        and (asked.closed is None or (row.closed_at is not None) is asked.closed)
        and (asked.registered_from is None or day >= asked.registered_from)
        and (asked.registered_until is None or day <= asked.registered_until)
        and (asked.members_from is None or row.member_count >= asked.members_from)
        and (asked.members_until is None or row.member_count <= asked.members_until)
        and fold(row.head_name).startswith(fold(asked.name))
    )


ORDERS: dict[SortColumn, Callable[[HouseholdSummary], Any]] = {
    SortColumn.FILE_NUMBER: lambda row: row.file_number,
    SortColumn.HEAD_NAME: lambda row: (fold(row.head_name), row.file_number),
    SortColumn.MEMBERS: lambda row: (row.member_count, row.file_number),
    SortColumn.REGISTERED: lambda row: (row.registered_at, row.file_number),
    SortColumn.CHANGED: lambda row: (row.changed_at, row.file_number),
}


def numbers(page: HouseholdPage) -> list[str]:
    return [row.file_number for row in page.rows]


def everything(desk: Desk) -> list[HouseholdSummary]:
    return [HouseholdSummary.of(row) for row in desk.session.query(Household)]


@pytest.mark.parametrize("few", [0, 5_000])
@ANY
@given(
    sort=st.sampled_from(SortColumn),
    descending=st.booleans(),
    asked=filters(),
    limit=st.integers(1, 20),
    login=st.sampled_from(["nura", "sara"]),
)
def test_paging_to_either_end_shows_exactly_the_sorted_list(
    office: House,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    sort: SortColumn,
    descending: bool,
    asked: ListFilters,
    limit: int,
    login: str,
) -> None:
    monkeypatch.setattr(listing, "FEW", few)  # files are found along the order, or sorted anew
    with office.desk(login, reading=True) as desk:
        wanted = [row for row in everything(desk) if shown(row, asked)]
        wanted = sorted(wanted, key=ORDERS[sort], reverse=descending)
        assert count(desk, asked) == len(wanted)
        forwards: list[str] = []
        pages = 0
        now = page(desk, sort=sort, descending=descending, filters=asked, limit=limit)
        while True:
            assert now.has_more_before is bool(forwards)
            forwards += numbers(now)
            pages += 1
            assert now.has_more_after is (len(forwards) < len(wanted))
            if now.last_key is None or not now.has_more_after:
                break
            now = page(desk, sort=sort, descending=descending, filters=asked, limit=limit, after=now.last_key)
        assert forwards == [row.file_number for row in wanted]
        assert pages == max(1, -(-len(wanted) // limit))
        backwards = numbers(now)
        while now.has_more_before:
            now = page(desk, sort=sort, descending=descending, filters=asked, limit=limit, before=now.first_key)
            assert now.has_more_after
            assert len(now.rows) == min(limit, len(wanted) - len(backwards))
            backwards = numbers(now) + backwards
        assert backwards == forwards


def test_files_that_come_in_between_move_nothing_that_was_read(office: House) -> None:
    with office.desk("nura", reading=True) as desk:
        first = page(desk, sort=SortColumn.HEAD_NAME, limit=10)
        rest = numbers(page(desk, sort=SortColumn.HEAD_NAME, limit=100, after=first.last_key))
    dice = random.Random(9)
    early = (fold("ابتسام"), fold("يوسف"))
    with office.desk("nura") as desk:
        for at, key in enumerate(early):
            desk.session.add(household("qatif", f"NEW-{at}", dice, head_key=key))
    with office.desk("nura", reading=True) as desk:
        again = numbers(page(desk, sort=SortColumn.HEAD_NAME, limit=100, after=first.last_key))
        assert [number for number in again if number != "NEW-1"] == rest
        before = page(desk, sort=SortColumn.HEAD_NAME, limit=100, before=first.last_key)
        assert "NEW-0" in numbers(before)
        assert not before.has_more_before


def test_a_place_stays_a_place_when_its_file_is_gone(office: House) -> None:
    gone = PageKey(2, "QATIF-5000")
    with office.desk("nura", reading=True) as desk:
        whole = numbers(page(desk, sort=SortColumn.MEMBERS, limit=100))
        below = page(desk, sort=SortColumn.MEMBERS, limit=100, before=gone)
        above = page(desk, sort=SortColumn.MEMBERS, limit=100, after=gone)
    assert numbers(below) + numbers(above) == whole
    assert below.has_more_after
    assert above.has_more_before
    assert not below.has_more_before
    assert not above.has_more_after


def test_an_empty_page_behind_the_last_file_knows_that_there_is_something_before_it(office: House) -> None:
    with office.desk("nura", reading=True) as desk:
        last = page(desk, limit=100).last_key
        empty = page(desk, after=last)
        assert (empty.rows, empty.first_key, empty.last_key, empty.has_more_after) == ((), None, None, False)
        assert empty.has_more_before
        nothing = page(desk, filters=ListFilters(members_from=99))
        assert (nothing.rows, nothing.has_more_before, nothing.has_more_after) == ((), False, False)


def test_a_page_is_after_a_place_or_before_it(office: House) -> None:
    place = PageKey("a", "a")
    with office.desk("nura", reading=True) as desk, pytest.raises(ValueError, match="after a place or before it"):
        page(desk, after=place, before=place)


def test_names_are_in_the_order_of_the_alphabet_however_they_are_spelled(office: House) -> None:
    with office.desk("nura", reading=True) as desk:
        names = [row.head_name for row in page(desk, sort=SortColumn.HEAD_NAME, limit=100).rows]
    known = [name for name in NAMES if name in names]
    order = [
        "",
        "احمد سالم",
        "أحمد علي",
        "آمنة خالد",
        "إيمان سعد",
        "بدر",
        "عبد الله حسن",
        "عبدالله زيد",
        "فاطمة",
        "ياسر",
    ]
    assert list(dict.fromkeys(names)) == [name for name in order if name in known]


def test_hidden_files_are_neither_listed_nor_counted(office: House) -> None:
    office.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}))
    office.appoint("adam", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with office.desk("huda") as desk:
        one = desk.session.query(Household).filter_by(section=Section.GENERAL).first()
        assert one is not None
        one.sealed = True
        sealed = one.file_number
    seen = {}
    for login in ("huda", "nura", "sara"):
        with office.desk(login, reading=True) as desk:
            seen[login] = set(numbers(page(desk, limit=100)))
            assert len(seen[login]) == count(desk)
            assert (sealed in seen[login]) is (login == "huda")
    assert seen["sara"] < seen["nura"] < seen["huda"]
    with office.desk("sara", reading=True) as desk:
        hidden = ListFilters(section=Section.WOMEN)
        assert (page(desk, filters=hidden).rows, count(desk, hidden)) == ((), 0)
    with office.desk("adam", reading=True) as desk, pytest.raises(OfficeError) as refused:
        page(desk)
    assert refused.value.key == "office.not_permitted"


def test_a_directorates_supervisor_pages_through_all_offices_in_one_order(
    office: House, found: Callable[..., House]
) -> None:
    eastern = found("eastern", "EAS", founder="eastern-head")
    for code, short in (("jubail", "JBL"), ("khafji", "KHF")):
        below = found(code, short, founder=f"{code}-head", parent="eastern")
        put(below, 15, seed=len(code) + ord(code[0]), login=f"{code}-head")
    with eastern.desk("eastern-head", reading=True) as desk:
        for sort in SortColumn:
            wanted = [row.file_number for row in sorted(everything(desk), key=ORDERS[sort], reverse=True)]
            assert len(wanted) == 30
            told: list[str] = []
            now = page(desk, sort=sort, descending=True, limit=7)
            told += numbers(now)
            while now.has_more_after:
                now = page(desk, sort=sort, descending=True, limit=7, after=now.last_key)
                told += numbers(now)
            assert told == wanted
        assert count(desk) == 30
