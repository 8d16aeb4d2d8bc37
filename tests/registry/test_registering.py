"""A household is registered whole or not at all, once, and read back as it was told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import msgspec
import pytest
from conftest import Database, House, at
from hypothesis import HealthCheck, given, settings
from msgspec import UNSET
from registry_files import example, general, invented, same_facts, with_holes, with_household, with_member
from sqlalchemy import Engine, event, text

from desktop.database.policy import Section, StaffRole
from desktop.facts.canonical import facts_hash
from desktop.facts.household_file import HouseholdFile
from desktop.registry import queries, service
from desktop.registry.records import Household, HouseholdVersion, Person, SearchWord
from desktop.registry.shelves import KINDS
from desktop.values.errors import Faults, OfficeError
from desktop.values.language import Language

TABLES = [kind.__tablename__ for kind in (Household, HouseholdVersion, Person, SearchWord, *KINDS)]


@pytest.fixture
def office(qatif: House) -> House:
    """Qatif with sara of the general section."""
    qatif.appoint("sara")
    return qatif


def registered(house: House, draft: HouseholdFile, login: str = "sara") -> str:
    with house.desk(login) as desk:
        return service.register(desk, draft=draft).answer.file_number


def rows(database: Database) -> dict[str, int]:
    """Rows of each table as they stand in the database itself, past every wall."""
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in (*TABLES, "counters"))
    if database.server is not None:
        with database.server.superuser(database.name) as connection:
            return dict(connection.execute(counts).fetchall())  # type: ignore[arg-type]
    with database.owner.connect() as connection:
        return {str(name): int(count) for name, count in connection.execute(text(counts))}


def test_the_contracts_example_is_exported_as_it_was_registered(office: House) -> None:
    office.appoint("nura", sections=frozenset({Section.WOMEN}))
    with office.desk("nura") as desk:
        saved = service.register(desk, draft=example())
    with office.desk("nura", reading=True) as desk:
        exported = queries.export(desk, saved.answer.file_number)
        opened = queries.open_file(desk, saved.answer.file_number)
    assert same_facts(exported, example())
    assert exported == opened.file == saved.answer.file
    assert opened.summary.facts_hash == facts_hash(exported)
    assert saved.changes.households == {opened.id}
    assert exported.members[0].national_id == "1000000008"
    assert exported.members[0].birth_date is UNSET
    assert exported.members[0].birth_date_hijri == "1405-03-12"


def test_the_office_gives_file_numbers_of_the_year_without_gaps(office: House) -> None:
    first, second, third = invented(3)
    with office.desk("sara", clock=at(date(2026, 11, 1))) as desk:
        assert service.register(desk, draft=first).answer.file_number == "QTF-2026-00001"
    with pytest.raises(Faults), office.desk("sara", clock=at(date(2026, 11, 1))) as desk:
        service.register(desk, draft=first)
    with office.desk("sara", clock=at(date(2026, 11, 1))) as desk:
        assert service.register(desk, draft=second).answer.file_number == "QTF-2026-00002"
    with office.desk("sara", clock=at(date(2027, 1, 2))) as desk:
        assert service.register(desk, draft=third).answer.file_number == "QTF-2027-00001"


def test_a_file_number_that_is_brought_is_kept_and_never_given_twice(office: House) -> None:
    first, second, third = invented(3)
    clock = at(date(2026, 11, 1))
    with office.desk("sara", clock=clock) as desk:
        kept = service.register(desk, draft=with_household(first, file_number="QTF-٢٠٢٦-٠٠٠٠١"))
        assert kept.answer.file_number == "QTF-2026-00001"
    with pytest.raises(OfficeError) as refused, office.desk("sara", clock=clock) as desk:
        service.register(desk, draft=with_household(second, file_number="QTF-2026-00001"))
    assert (refused.value.key, refused.value.pointer) == ("registry.file_number_taken", "/household/file_number")
    with office.desk("sara", clock=clock) as desk:
        assert service.register(desk, draft=third).answer.file_number == "QTF-2026-00002"


@pytest.mark.parametrize("country", ["SA", "EG"])
def test_invented_families_come_back_as_they_were_told(office: House, country: str) -> None:
    drafts = invented(6, country)
    numbers = [registered(office, draft) for draft in drafts]
    with office.desk("sara", reading=True) as desk:
        for number, draft in zip(numbers, drafts, strict=True):
            assert same_facts(queries.export(desk, number), draft)
        at_once = {each.file_number: each.file for each in queries.files(desk)}
        assert at_once == {number: queries.export(desk, number) for number in numbers}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draft=with_holes())
def test_what_is_unknown_none_or_no_comes_back_so(office: House, draft: HouseholdFile) -> None:
    number = registered(office, draft)
    with office.desk("sara", reading=True) as desk:
        exported = queries.export(desk, number)
    assert same_facts(exported, draft)


def test_every_contradiction_is_told_at_once_and_nothing_is_registered(office: House) -> None:
    (draft,) = invented(1)
    head = draft.members[0].ref
    wrong = with_member(draft, head, father="nobody", birth_date=date(2200, 1, 1), birth_date_hijri=UNSET)
    with pytest.raises(Faults) as refused, office.desk("sara") as desk:
        service.register(desk, draft=wrong)
    assert refused.value.key == "registry.file_contradicts"
    assert {"/members/0/father", "/members/0/birth_date"} <= {fault.pointer for fault in refused.value.faults}
    assert set(rows(office.database).values()) == {0}


def test_a_file_of_another_office_is_taken_over_only_when_that_is_said(office: House) -> None:
    draft = with_household(invented(1)[0], office="dammam")
    with pytest.raises(OfficeError) as refused, office.desk("sara") as desk:
        service.register(desk, draft=draft)
    assert refused.value.key == "registry.of_another_office"
    with office.desk("sara") as desk:
        assert service.register(desk, draft=draft, take_over=True).answer.file.household.office == "qatif"


def test_a_family_is_not_registered_into_a_section_that_the_clerk_does_not_see(office: House) -> None:
    with pytest.raises(OfficeError) as refused, office.desk("sara") as desk:
        service.register(desk, draft=example())
    assert refused.value.key == "registry.section_not_yours"


def test_somebody_in_an_open_file_is_refused_by_the_number_of_that_file(office: House) -> None:
    number = registered(office, general(example()))
    again = with_household(general(example()), phone="0500000009")
    with pytest.raises(Faults) as refused, office.desk("sara") as desk:
        service.register(desk, draft=again)
    assert refused.value.key == "registry.people_registered"
    assert [(fault.key, fault.pointer) for fault in refused.value.faults] == [
        ("registry.already_registered", "/members/0/national_id"),
        ("registry.already_registered", "/members/1/national_id"),
    ]
    assert all(number in fault.sentence(Language.ARABIC) for fault in refused.value.faults)


def test_who_left_a_file_or_whose_file_is_closed_may_be_registered_elsewhere(office: House) -> None:
    draft = general(example())
    number = registered(office, draft)
    son = draft.members[1]
    alone = msgspec.structs.replace(draft, members=(with_member(draft, "m1", has_living_children=UNSET).members[0],))
    with office.desk("sara") as desk:
        service.amend(desk, file_number=number, draft=alone, expected_version=1, reason="moved out")
    his = with_household(draft, payee=UNSET, dwelling=UNSET)
    his = msgspec.structs.replace(his, members=(msgspec.structs.replace(son, role="head", mother=UNSET),))
    his = msgspec.convert(msgspec.to_builtins(his), HouseholdFile)
    registered(office, his)
    with office.desk("sara") as desk:
        service.close(desk, file_number=number, expected_version=2, reason="the family moved away")
    again = registered(office, alone)
    with pytest.raises(Faults) as refused, office.desk("sara") as desk:
        service.reopen(desk, file_number=number, expected_version=3, reason="by mistake")
    assert again in refused.value.faults[0].sentence(Language.ENGLISH)


@contextmanager
def failing_at(engine: Engine, statement: int) -> Iterator[list[str]]:
    """Make the n-th statement that writes fail; gives those that ran."""
    ran: list[str] = []

    def fail(_connection: object, _cursor: object, sql: str, *_: object) -> None:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            ran.append(sql)
            if len(ran) == statement:
                raise RuntimeError("the lights went out")

    event.listen(engine, "before_cursor_execute", fail)
    try:
        yield ran
    finally:
        event.remove(engine, "before_cursor_execute", fail)


def test_a_fault_at_any_statement_leaves_nothing(office: House) -> None:
    draft = general(example())
    engine = office.sign_in("sara").engine
    empty = rows(office.database)
    statement = 0
    while True:
        statement += 1
        with failing_at(engine, statement) as ran:
            try:
                number = registered(office, draft)
            except RuntimeError:
                assert rows(office.database) == empty, ran[-1]
                continue
        break
    assert statement > 12
    assert number.endswith("-00001")


def test_a_caller_who_goes_on_after_a_refusal_keeps_nothing_of_it(office: House) -> None:
    first, second = invented(2)
    engine = office.sign_in("sara").engine
    with office.desk("sara") as desk:
        with failing_at(engine, 9), pytest.raises(RuntimeError):
            service.register(desk, draft=first)
        assert service.register(desk, draft=second).answer.file_number.endswith("-00001")
    with office.desk("sara", reading=True) as desk:
        assert [each.member_count for each in queries.list_households(desk)] == [len(second.members)]


def test_one_family_sent_by_two_desks_at_once_is_registered_once(office: House) -> None:
    office.appoint("salma")
    outcomes = at_the_same_time(
        lambda: registered(office, general(example()), "sara"),
        lambda: registered(office, general(example()), "salma"),
        seats=[office.sign_in("sara"), office.sign_in("salma")],
    )
    numbers = [each for each in outcomes if isinstance(each, str)]
    errors = [each for each in outcomes if isinstance(each, Faults)]
    assert (len(numbers), len(errors)) == (1, 1)
    assert numbers[0] in errors[0].faults[0].sentence(Language.ENGLISH)
    assert rows(office.database)["households"] == 1
    assert rows(office.database)["persons"] == 2


def at_the_same_time(*work: Callable[[], object], seats: list[object]) -> list[object]:
    """What each piece of work gave or raised, begun together; `seats` are signed in beforehand."""
    barrier = threading.Barrier(len(work))
    outcomes: list[object] = [None] * len(work)

    def run(place: int) -> None:
        barrier.wait()
        try:
            outcomes[place] = work[place]()
        except OfficeError as error:
            outcomes[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(work))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seats) == len(work)
    return outcomes


def test_registering_needs_the_permission(office: House) -> None:
    office.appoint("mona", roles=frozenset({StaffRole.EMPOWERMENT}))
    with pytest.raises(OfficeError) as refused, office.desk("mona") as desk:
        service.register(desk, draft=invented(1)[0])
    assert refused.value.key == "office.not_permitted"


def test_who_registered_a_file_is_in_its_history(office: House) -> None:
    number = registered(office, invented(1)[0])
    with office.desk("sara", reading=True) as desk:
        (entry,) = queries.history(desk, number)
    assert (entry.version, entry.by, entry.act, entry.changes) == (1, "sara", "registered", ())
