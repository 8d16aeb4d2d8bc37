"""Identity numbers as keys: nobody is registered twice, in whatever office.

One column is unique across all offices of a database; it is kept only while the person is a member of an open file.
The database tells of a holder that this person may not see by refusing the row, and of nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import UNSET
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop.database.columns import new_id
from desktop.facts.household_file import HouseholdFile, Member
from desktop.facts.vocabulary import pointer
from desktop.office.desk import Desk
from desktop.registry.queries import seen
from desktop.registry.records import Household, Person
from desktop.values.errors import Faults, OfficeError
from desktop.values.national_id import OtherNumber, read_national_id


def number_key(member: Member, country: str) -> str | None:
    """The key of a member's number: whose number it is, then the number; None where nothing tells whose it is.

    Passports and cards carry numbers of many states: one without its kind and nationality names nobody.
    """
    if member.national_id is UNSET:
        return None
    kind = member.id_kind.value if member.id_kind is not UNSET else None
    nationality = member.nationality if member.nationality is not UNSET else None
    return key_of(member.national_id, country=country, id_kind=kind, nationality=nationality)


def key_of(number: str, *, country: str, id_kind: str | None, nationality: str | None) -> str | None:
    """The same for a number by itself, as typed; None also where it is no whole number."""
    try:
        identity = read_national_id(number, country=country, id_kind=id_kind, allow_invented=True)
    except OfficeError:
        return None
    if not isinstance(identity, OtherNumber):
        return f"{country}:{identity.number}"
    if id_kind is None or nationality is None:
        return None
    return f"{id_kind}/{nationality}:{identity.number.upper()}"


def refuse_registered(desk: Desk, file: HouseholdFile, *, own: Household | None = None) -> None:
    """Refuse a file with members whom another open file holds that this person may see.

    Raises:
        Faults: `registry.people_registered`, of one `registry.already_registered` a member, naming the file.
    """
    places = _places(file)
    holders = (
        seen(desk)
        .join(Person, Person.household_id == Household.id)
        .where(Person.number_key.in_(places))
        .add_columns(Person.number_key)
    )
    faults = [
        OfficeError(
            "registry.already_registered",
            pointer=places[key][0],
            ref=places[key][1],
            file_number=household.file_number,
        )
        for household, key in desk.session.execute(holders)
        if own is None or household.id != own.id
    ]
    if faults:
        raise _refused(faults)


def keep_persons(desk: Desk, household: Household, persons: Sequence[Person], file: HouseholdFile) -> None:
    """Write persons, new and changed; those whom somebody unseen holds are refused, and nothing of any is kept.

    Raises:
        Faults: `registry.people_registered`, of `registry.registered_elsewhere`, which names no file and no office.
    """
    places = _places(file)
    # In one order at every desk: two desks that register the same family must not wait for each other.
    in_order = sorted(persons, key=lambda person: person.number_key or "")
    try:
        with desk.session.begin_nested():
            desk.session.add_all(in_order)
            desk.session.flush()
    except IntegrityError as error:
        # A colleague may have registered them since they were looked for: then it can be told where.
        refuse_registered(desk, file, own=household)
        faults = [
            OfficeError("registry.registered_elsewhere", pointer=place, ref=ref)
            for key, (place, ref) in places.items()
            if is_held(desk.session, household, key)
        ]
        if not faults:
            raise
        raise _refused(faults) from error


def is_held(session: Session, household: Household, key: str) -> bool:
    """Whether the database refuses a second holder of a key: the one question that it answers past its policies."""
    probe = {"id": new_id(), "office": household.office, "version": 1, "household_id": household.id, "number_key": key}
    try:
        with session.begin_nested() as attempt:
            session.execute(insert(Person).values(**probe, ref="", present=False, name=""))
            attempt.rollback()
    except IntegrityError:
        return True
    return False


def _refused(faults: Sequence[OfficeError]) -> Faults:
    return Faults("registry.people_registered", faults=tuple(faults), count=len(faults))


def _places(file: HouseholdFile) -> Mapping[str, tuple[str, str]]:
    """Pointer and reference of every numbered member by the key of the number."""
    keys = [(number_key(member, file.household.country.value), member) for member in file.members]
    return {
        key: (pointer("member", at, name="national_id"), member.ref)
        for at, (key, member) in enumerate(keys)
        if key is not None
    }
