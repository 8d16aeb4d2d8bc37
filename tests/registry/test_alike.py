"""Somebody registered already is noticed while the family is typed in, and no more is told than a refusal tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from conftest import House
from msgspec import UNSET
from registry_files import example, general, with_household, with_member

from desktop import bootstrap
from desktop.database import upgrade
from desktop.database.policy import Section, StaffRole
from desktop.facts.codes import IdKind
from desktop.facts.household_file import HouseholdFile, PersonNameFacts
from desktop.office import audit
from desktop.registry import queries, service
from desktop.registry.alike import alike, already_registered
from desktop.registry.records import Household, Person
from desktop.values.dates import DatePossibility
from desktop.values.errors import Faults, OfficeError
from desktop.values.language import Language
from desktop.values.names import PersonName

WIDOW, SON, FREE = "1000000008", "1000000016", "1000000024"
BORN = date(1980, 5, 17)


def somebody(*name: str, phone: str, born: date | None = BORN, hijri: str | None = None) -> HouseholdFile:
    """A file of one person without a number."""
    draft = general(example())
    given, father, family = name
    head = msgspec.structs.replace(
        draft.members[0],
        name=PersonNameFacts(given=given, father=father, family=family),
        national_id=UNSET,
        birth_date=born if born is not None else UNSET,
        birth_date_hijri=hijri if hijri is not None else UNSET,
        has_living_children=UNSET,
    )
    return with_household(msgspec.structs.replace(draft, members=(head,)), phone=phone)


@pytest.fixture
def office(qatif: House) -> House:
    """A widow's file of the women's section, which nura sees and sara does not."""
    qatif.appoint("sara")
    qatif.appoint("nura", sections=frozenset({Section.WOMEN}))
    with qatif.desk("nura") as desk:
        service.register(desk, draft=example())
    return qatif


def day(told: date) -> DatePossibility:
    return DatePossibility(told, told)


@pytest.mark.parametrize("typed", [WIDOW, "١٠٠٠٠٠٠٠٠٨", " 1000000008 ", "100 000 0008"])
def test_a_number_in_an_open_file_tells_file_and_name(office: House, typed: str) -> None:
    with office.desk("nura", reading=True) as desk:
        told = already_registered(desk, typed)
        (row,) = queries.list_households(desk)
    assert told is not None
    assert (told.household, told.file_number, told.name) == (row.id, row.file_number, row.head_name)
    assert told.person is not None
    for language in Language:
        assert row.file_number in told.warning.sentence(language)
        assert row.head_name in told.warning.sentence(language)


@pytest.mark.parametrize("typed", [FREE, "", "10000", "1000000009", "X123"])
def test_a_number_that_is_nobodys_or_not_whole_tells_nothing(office: House, typed: str) -> None:
    with office.desk("nura", reading=True) as desk:
        assert already_registered(desk, typed) is None


@pytest.mark.parametrize("reading", [True, False])
def test_whoever_may_not_see_the_file_is_told_what_the_refusal_tells_and_nothing_more(
    office: House, found: Callable[..., House], reading: bool
) -> None:
    dammam = found("dammam", "DMM", founder="dammam-head")
    dammam.appoint("ali")
    for house, login in ((office, "sara"), (dammam, "ali")):
        with house.desk(login, reading=reading) as desk:
            told = already_registered(desk, WIDOW)
            assert told is not None
            assert (told.household, told.file_number, told.person, told.name) == (None, None, None, None)
            sentences = " ".join(told.warning.sentence(language) for language in Language)
            assert already_registered(desk, FREE) is None
        for hidden in ("QTF", "qatif", "women", "النسوي", "فاطمة"):
            assert hidden not in sentences
        with pytest.raises(Faults) as refused, house.desk(login) as desk:
            service.register(desk, draft=with_household(general(example()), office=house.code))
        assert {fault.key for fault in refused.value.faults} == {"registry.registered_elsewhere"}


def test_asking_keeps_nothing(office: House) -> None:
    office.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}))
    with office.desk("huda", reading=True) as desk:
        before = len(audit.entries(desk, limit=10_000))
    for reading in (True, False):
        with office.desk("sara", reading=reading) as desk:
            assert already_registered(desk, WIDOW)
            assert not already_registered(desk, FREE)
    with office.desk("huda", reading=True) as desk:
        assert desk.session.query(Household).count() == 1
        assert desk.session.query(Person).count() == 2
        assert len(audit.entries(desk, limit=10_000)) == before


def test_people_of_the_file_that_is_being_changed_are_no_duplicates(office: House) -> None:
    with office.desk("nura", reading=True) as desk:
        (own,) = queries.list_households(desk)
        name = PersonName("فاطمة", "عبد الله", "حسن", "الأحمد")
        assert already_registered(desk, WIDOW, own=own.id) is None
        assert alike(desk, name=name)
        assert alike(desk, name=name, own=own.id) == ()


def test_a_number_that_was_let_go_is_nobodys(office: House) -> None:
    with office.desk("nura") as desk:
        (row,) = queries.list_households(desk)
        service.close(desk, file_number=row.file_number, expected_version=row.version, reason="moved away")
        assert already_registered(desk, WIDOW) is None
    with office.desk("sara", reading=True) as desk:
        assert already_registered(desk, WIDOW) is None


def test_a_passport_needs_its_state(office: House) -> None:
    draft = somebody("جون", "سميث", "براون", phone="0500000021")
    paper = {"national_id": "AB123", "id_kind": IdKind.PASSPORT, "nationality": "JO"}
    with office.desk("sara") as desk:
        service.register(desk, draft=with_member(draft, draft.members[0].ref, **paper))
        assert already_registered(desk, "ab123") is None
        assert already_registered(desk, "ab123", id_kind=IdKind.PASSPORT, nationality="EG") is None
        assert already_registered(desk, "ab123", id_kind=IdKind.PASSPORT, nationality="JO")


def test_only_who_registers_may_ask_about_a_number(office: House) -> None:
    office.appoint("amal", roles=frozenset({StaffRole.AUDITOR}))
    with office.desk("amal", reading=True) as desk, pytest.raises(OfficeError) as refused:
        already_registered(desk, WIDOW)
    assert refused.value.key == "office.not_permitted"


@pytest.fixture
def people(office: House) -> House:
    with office.desk("sara") as desk:
        for draft in (
            somebody("نورة", "سالم", "الدوسري", phone="0500000011"),
            somebody("نورة", "سالم", "الدوسري", phone="0500000012", born=date(1950, 1, 1)),
            somebody("نوره", "سالم", "دوسري", phone="0500000013", born=date(1981, 2, 3)),
            somebody("منيرة", "سالم", "الدوسري", phone="0500000014", born=None, hijri="1400-07-02"),
            somebody("نورة", "ناصر", "الدوسري", phone="0500000015", born=date(1970, 5, 17)),
        ):
            service.register(desk, draft=draft)
    return office


def found_by(house: House, *name: str, birth: DatePossibility | None = None, limit: int = 5) -> list[tuple[str, str]]:
    with house.desk("sara", reading=True) as desk:
        hits = alike(desk, name=PersonName(*name), birth=birth, limit=limit)
        assert list(hits) == sorted(hits, key=lambda hit: -hit.score)
        return [(hit.summary.file_number[-5:], hit.reason.en) for hit in hits]


def test_namesakes_of_about_the_same_age_are_told_the_likeliest_first(people: House) -> None:
    assert found_by(people, "نورة", "سالم", None, "الدوسري", birth=day(BORN)) == [
        ("00002", "The same name and the same date of birth"),
        ("00004", "The same name and nearly the same year of birth"),
    ]
    assert len(found_by(people, "نورة", "سالم", None, "الدوسري", birth=day(BORN), limit=1)) == 1
    assert [number for number, _ in found_by(people, "نورة", "سالم", None, "الدوسري")] == ["00002", "00003", "00004"]


def test_a_misspelt_name_is_found_by_the_day_of_birth(people: House) -> None:
    assert found_by(people, "نوىة", "سالم", None, "الدوسري", birth=day(BORN)) == [
        ("00002", "A similar name and the same date of birth")
    ]


def test_a_birth_stated_in_the_other_calendar_is_compared(people: House) -> None:
    # 2 Rajab 1400 was 16 or 17 May 1980.
    (hit,) = found_by(
        people, "منيرة", "سالم", None, "الدوسري", birth=DatePossibility(date(1980, 1, 1), date(1980, 12, 31))
    )
    assert hit == ("00005", "The same name and the same year of birth")


def test_a_name_of_one_word_is_like_nobodys(people: House) -> None:
    assert found_by(people, "نورة", birth=day(BORN)) == []
    assert found_by(people, "", birth=day(BORN)) == []


def test_people_of_hidden_files_are_like_nobody(people: House) -> None:
    widow = ("فاطمة", "عبد الله", "حسن", "الأحمد")
    assert found_by(people, *widow) == []
    with people.desk("nura", reading=True) as desk:
        (hit,) = alike(desk, name=PersonName(*widow))
        assert hit.person.name == "فاطمة عبد الله حسن الأحمد"


def test_who_left_a_file_is_not_in_it_and_a_closed_file_still_counts(people: House) -> None:
    with people.desk("sara") as desk:
        file = next(each for each in queries.list_households(desk) if each.file_number.endswith("00002"))
        service.close(desk, file_number=file.file_number, expected_version=file.version, reason="moved away")
    (closed, _) = found_by(people, "نورة", "سالم", None, "الدوسري", birth=day(BORN))
    assert closed[0] == "00002"
    with people.desk("sara") as desk:
        opened = queries.open_file(desk, file.file_number.replace("00002", "00004"))
        renamed = with_member(
            opened.file, opened.file.members[0].ref, name=PersonNameFacts(given="هيا", father="تركي", family="المطيري")
        )
        service.amend(
            desk, file_number=opened.file_number, draft=renamed, expected_version=opened.version, reason="misread"
        )
    assert [number for number, _ in found_by(people, "نورة", "سالم", None, "الدوسري", birth=day(BORN))] == ["00002"]
    assert [number for number, _ in found_by(people, "هيا", "تركي", None, "المطيري")] == ["00004"]


def test_people_registered_before_are_given_their_keys_by_the_upgrade(people: House) -> None:
    def keys() -> dict[str, str]:
        with people.desk("nura", reading=True) as desk:
            return {row.name: row.name_key for row in desk.session.query(Person)}

    made = keys()
    assert made["فاطمة عبد الله حسن الأحمد"] == "فاطمه عبدالله حسن احمد"
    with upgrade.alone(people.database.owner) as connection:
        upgrade.migrate(connection, "0007")
        upgrade.migrate(connection, "head")
        upgrade.make_walls(connection, bootstrap.metadata())
    assert keys() == made
