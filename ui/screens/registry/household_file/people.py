"""Members and persons outside in a few words: who they are, how old, with which paper, what they do."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import UNSET

from desktop.facts.birth import birth_of
from desktop.facts.codes import DatePrecision, IdKind, OutsideStatus, Sex
from desktop.facts.household_file import Member, OutsidePerson, PersonNameFacts
from desktop.facts.kin import place_in_household
from desktop.values.calendars import Calendar
from desktop.values.countries import country_name
from desktop.values.dates import NO_BREAK_SPACE
from desktop.values.isolates import isolated
from desktop.values.language import Wording
from desktop.values.names import PersonName
from ui.language.reader import Reader
from ui.screens.registry.age import age_words

NAMELESS: Final = Wording("فرد لم يُذكر اسمه", "a member whose name is not given")
NAMELESS_OUTSIDE: Final = Wording("شخص لم يُذكر اسمه", "somebody whose name is not given")
_SINCE: Final = Wording("منذ {day}", "since {day}")
_DIED: Final = Wording("{day}", "{day}")
_ERAS: Final = {Calendar.HIJRI: Wording("هـ", "AH"), Calendar.GREGORIAN: Wording("م", "CE")}
_PARTS: Final = {DatePrecision.YEAR: 1, DatePrecision.MONTH: 2}


def name_said(name: PersonNameFacts | object, nameless: Wording, reader: Reader) -> str:
    """The name in full, isolated; that none is given where none is."""
    if not isinstance(name, PersonNameFacts):
        return reader.wording(nameless)
    parts = (None if part is UNSET else part for part in (name.father, name.grandfather, name.family))
    full = PersonName(name.given, *parts).full()
    return isolated(full) if full else reader.wording(nameless)


def role_said(member: Member, reader: Reader) -> str:
    """The place in the household."""
    return reader.wording(place_in_household(member.role, member.sex))


def age_said(member: Member, reader: Reader, today: date) -> str:
    """The age, of the dead the one that they reached; empty where no birth is known."""
    born = birth_of(member)
    if born is None:
        return ""
    died = member.death_date
    return age_words(born, died if isinstance(died, date) else today, reader)


def birth_said(member: Member, reader: Reader) -> str:
    """The day of birth in the reader's calendar; a birth known less exactly as it was stated; empty for none."""
    born = birth_of(member)
    if born is not None and born.known:
        return reader.day(born.earliest)
    stated: tuple[str, Calendar] | None = None
    if member.birth_date_hijri is not UNSET:
        stated = member.birth_date_hijri, Calendar.HIJRI
    elif member.birth_date is not UNSET:
        stated = member.birth_date.isoformat(), Calendar.GREGORIAN
    if stated is None:
        return ""
    text, calendar = stated
    figures = "/".join(text.split("-")[: _PARTS.get(member.birth_date_precision, 3)])
    return isolated(reader.digits(f"{figures}{NO_BREAK_SPACE}{_ERAS[calendar].said_in(reader.language)}"))


def paper_said(member: Member, reader: Reader) -> str:
    """The kind of identity paper, with the nationality where it is none of the country's own."""
    kind = "" if member.id_kind is UNSET else reader.wording(member.id_kind.label)
    if member.id_kind is IdKind.NATIONAL_ID or member.nationality is UNSET:
        return kind
    return " · ".join(part for part in (kind, reader.wording(country_name(member.nationality))) if part)


def occupation_said(member: Member, reader: Reader) -> tuple[str, str] | None:
    """Work, and schooling or ability below it; None where nothing is known of either."""
    female = member.sex is Sex.FEMALE
    work = stage = ability = ""
    if member.work is not UNSET:
        if member.work.status is not UNSET:
            work = reader.wording(member.work.status.label_for(female=female))
        if member.work.ability is not UNSET:
            ability = reader.wording(member.work.ability.label_for(female=female))
    if member.education is not UNSET and member.education.enrolled is True and member.education.stage is not UNSET:
        stage = reader.wording(member.education.stage.label_for(female=female))
    said = [part for part in (work, stage or ability) if part]
    return (said[0], said[1] if len(said) > 1 else "") if said else None


def outside_said(person: OutsidePerson, reader: Reader) -> str:
    """What is known of somebody outside: situation and since when, nationality; empty for nothing."""
    female = person.sex is Sex.FEMALE
    parts = []
    if person.status is not UNSET:
        parts.append(reader.wording(person.status.label_for(female=female)))
    if person.since is not UNSET:
        since = _DIED if person.status is OutsideStatus.DECEASED else _SINCE
        parts.append(since.said_in(reader.language).format(day=reader.day(person.since)))
    if person.nationality is not UNSET:
        parts.append(reader.wording(country_name(person.nationality)))
    return " · ".join(parts)
