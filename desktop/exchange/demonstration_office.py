"""The demonstration office: a real place, invented people, papers marked as such, and some weeks of work behind it.

It is furnished by the verbs that any office uses, each by the member of staff whose work it is; what is there already
is left alone, so that a run that was cut off is taken up by starting it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cache
from importlib.resources import files

import msgspec
from sqlalchemy import select

from desktop.database.engine import is_sqlite, open_engine
from desktop.database.policy import Section, StaffRole
from desktop.database.session import unit_of_work
from desktop.empowerment import service as empowerment
from desktop.empowerment.course_reading import read_courses
from desktop.exchange.demonstration_lives import lived
from desktop.facts.codes import Country, Role, Sex
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.issuing.letterhead import DEMONSTRATION, LETTERHEAD
from desktop.office import service as staff_office
from desktop.office.desk import Desk
from desktop.office.drafts import OfficeDraft, StaffDraft
from desktop.office.records import Setting
from desktop.office.settings import change_setting, setting
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry.search import search
from desktop.registry.words import full_name
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

DeskOf = Callable[[str], AbstractContextManager[Desk]]
"""Opens the desk of a login."""

_FOLDER = files("resources") / "demonstration"
_ROLES = {
    "researcher": StaffRole.RESEARCHER,
    "supervisor": StaffRole.SUPERVISOR,
    "empowerment_specialist": StaffRole.EMPOWERMENT,
}


class _Lines(msgspec.Struct, frozen=True):
    ar: tuple[str, ...]
    en: tuple[str, ...]


class _Place(msgspec.Struct, frozen=True):
    code: str
    short: str
    country: Country
    name: Wording
    region: str
    letterhead: _Lines


class _Person(msgspec.Struct, frozen=True):
    login: str
    name: Wording
    role: str
    sex: Sex
    sections: frozenset[Section]
    signs_in_by_itself: bool = False


class _Office(msgspec.Struct, frozen=True):
    office: _Place
    staff: tuple[_Person, ...]


def draft() -> OfficeDraft:
    """The place, to be founded."""
    place = _described().office
    return OfficeDraft(place.code, place.name, country=place.country, region=place.region, short_code=place.short)


def researcher(section: Section = Section.GENERAL) -> str:
    """Login of the researcher who keeps the files of a section; that of the general one signs in by itself."""
    return next(
        person.login for person in _described().staff if person.role == "researcher" and section in person.sections
    )


def who_sits_down(url: str) -> str | None:
    """Who works in a demonstration office on one's own desk when nobody is named; None in any other office.

    Raises:
        Unreachable: the database cannot be opened.
    """
    engine = open_engine(url)
    try:
        if not is_sqlite(engine):
            return None
        with unit_of_work(engine, reading=True) as session:
            flags = session.scalars(select(Setting).where(Setting.key == DEMONSTRATION)).all()
            demonstrates = bool(flags) and all(flag.value is True for flag in flags)
    finally:
        engine.dispose()
    return next(person.login for person in _described().staff if person.signs_in_by_itself) if demonstrates else None


def furnish(
    desk_of: DeskOf, *, founder: str, alone: bool, new: bool, progress: Callable[[str], None] | None = None
) -> tuple[str, ...]:
    """Settings, staff, the twelve households with what happened to each, and the courses, as far as they are missing.

    Args:
        desk_of: opens the desk of a login.
        founder: who founded the office and administers it.
        alone: the founder does everything, where staff cannot sit down without a password of their own.
        new: the office was founded just now; one that has worked already is furnished only if it is a demonstration's.
        progress: called with the file of each household once it is registered.

    Returns:
        The file numbers given out now.

    Raises:
        OfficeError: `exchange.no_demonstration`: the office is a real one.
    """
    with desk_of(founder) as desk:
        if not new and setting(desk, key=DEMONSTRATION) is not True:
            raise OfficeError("exchange.no_demonstration", office=desk.place.name)
        _settle(desk)
        if not alone:
            _appoint(desk)
    given, catalogue = [], Catalogue()
    for name, file in _households():
        login = founder if alone else researcher(Section(file.household.section.value))
        # One unit of work for a whole life: a run that was cut off leaves no household half way.
        with desk_of(login) as desk:
            number = None if _is_there(desk, file) else lived(desk, name, file, catalogue=catalogue)
        if number is not None:
            given.append(number)
        if progress is not None:
            progress(name)
    with desk_of(founder if alone else _specialist()) as desk:
        _offer(desk)
    return tuple(given)


def _settle(desk: Desk) -> None:
    place = _described().office
    lines = [{"ar": ar, "en": en} for ar, en in zip(place.letterhead.ar, place.letterhead.en, strict=True)]
    if setting(desk, key=DEMONSTRATION) is not True:
        change_setting(desk, key=LETTERHEAD, value={"lines": lines, "office": msgspec.to_builtins(place.name)})
        change_setting(desk, key=DEMONSTRATION, value=True)


def _appoint(desk: Desk) -> None:
    there = {member.login for member in staff_office.staff(desk)}
    for person in _described().staff:
        if person.login not in there:
            roles = frozenset({_ROLES[person.role]})
            draft = StaffDraft(person.login, person.name, roles, sections=person.sections, sex=person.sex)
            staff_office.appoint(desk, draft=draft)


def _is_there(desk: Desk, file: HouseholdFile) -> bool:
    # Not everybody has a number that the registry would refuse to take twice; every household has a telephone.
    head = full_name(next(member for member in file.members if member.role is Role.HEAD).name)
    phone = file.household.phone
    return isinstance(phone, str) and any(hit.summary.head_name == head for hit in search(desk, phone))


def _offer(desk: Desk) -> None:
    there = {course.code for course in empowerment.courses(desk)}
    for course in read_courses((_FOLDER / "courses.yaml").read_bytes()):
        if course.code not in there:
            empowerment.offer_course(desk, draft=course)


def _specialist() -> str:
    return next(person.login for person in _described().staff if person.role == "empowerment_specialist")


def _households() -> Iterator[tuple[str, HouseholdFile]]:
    for entry in sorted((_FOLDER / "households").iterdir(), key=lambda entry: entry.name):
        yield entry.name, read_household(entry.read_bytes())


@cache
def _described() -> _Office:
    import msgspec.yaml

    return msgspec.yaml.decode((_FOLDER / "office.yaml").read_bytes(), type=_Office)
