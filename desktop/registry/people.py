"""The people of a file and the words it is found by, kept in step with what its newest version says."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from msgspec import UNSET
from sqlalchemy import Select, select

from desktop.database.columns import new_id
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.registry.numbers import keep_persons, number_key
from desktop.registry.records import Household, Person, SearchWord, WordKind
from desktop.registry.words import full_name, key_of_name, words_of_file, words_of_member


def keep_people(desk: Desk, household: Household, file: HouseholdFile) -> Mapping[str, UUID]:
    """Make the persons and search words of an open file say what `file` says.

    A person is the same as long as the reference stays.

    Returns:
        The id of every member's person by reference.

    Raises:
        Faults: see `numbers.keep_persons`.
    """
    known = {person.ref: person for person in desk.session.scalars(_present(household))}
    members = {member.ref: member for member in file.members}
    keys = {ref: number_key(member, file.household.country.value) for ref, member in members.items()}
    for ref, person in known.items():
        if ref not in members:
            person.present = False
        if person.number_key != keys.get(ref):
            person.number_key = None
    # Numbers are let go before any is taken: two members whose numbers had been swapped may swap them back.
    desk.session.flush()
    people = {ref: known.get(ref) or _somebody(household, ref) for ref in members}
    for ref, member in members.items():
        person = people[ref]
        person.name = full_name(member.name)
        person.name_key = key_of_name(person.name)
        person.national_id = member.national_id if member.national_id is not UNSET else None
        person.number_key = keys[ref]
    keep_persons(desk, household, list(people.values()), file)
    ids = {ref: person.id for ref, person in people.items()}
    _keep_words(desk, household, file, ids)
    return ids


def let_numbers_go(desk: Desk, household: Household) -> None:
    """Let the identity numbers of a closed file's people go, so that another file may take them in."""
    for person in desk.session.scalars(_present(household)):
        person.number_key = None
    desk.session.flush()


def move_words(desk: Desk, household: Household) -> None:
    """Let the words of a file be seen by whoever sees the file."""
    for row in desk.session.scalars(select(SearchWord).where(SearchWord.household_id == household.id)):
        row.section, row.sealed = household.section, household.sealed


def _present(household: Household) -> Select[Person]:
    return select(Person).where(Person.household_id == household.id, Person.present)


def _somebody(household: Household, ref: str) -> Person:
    return Person(id=new_id(), office=household.office, household_id=household.id, ref=ref, present=True)


def _keep_words(desk: Desk, household: Household, file: HouseholdFile, ids: Mapping[str, UUID]) -> None:
    wanted: set[tuple[UUID | None, WordKind, str]] = {(None, kind, word) for kind, word in words_of_file(file)}
    for member in file.members:
        wanted |= {(ids[member.ref], kind, word) for kind, word in words_of_member(member)}
    for row in desk.session.scalars(select(SearchWord).where(SearchWord.household_id == household.id)):
        word = (row.person_id, row.kind, row.word)
        if word in wanted:
            wanted.remove(word)
            row.section, row.sealed = household.section, household.sealed
        else:
            desk.session.delete(row)
    desk.session.add_all(
        SearchWord(
            office=household.office,
            section=household.section,
            sealed=household.sealed,
            household_id=household.id,
            person_id=person,
            kind=kind,
            word=word,
        )
        for person, kind, word in sorted(wanted, key=str)
    )
    desk.session.flush()
