"""How a member of a household file stands on paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import UNSET

from desktop.facts.codes import DatePrecision, IdKind, Role, Sex
from desktop.facts.household_file import HouseholdFile
from desktop.facts.member_facts import Member
from desktop.issuing.contents import ListedPerson, Subject
from desktop.values.dates import read_hijri
from desktop.values.language import Wording
from desktop.values.names import PersonName

_NO_NUMBER = "—"


def head_of(file: HouseholdFile) -> Member:
    """The head, or of a file without one its first member."""
    return next((member for member in file.members if member.role is Role.HEAD), file.members[0])


def member_of(file: HouseholdFile, ref: str | None) -> Member:
    """The member of a reference, the head for None; KeyError where the file has no such member."""
    if ref is None:
        return head_of(file)
    for member in file.members:
        if member.ref == ref:
            return member
    raise KeyError(ref)


def name_of(member: Member) -> Wording:
    """The name as written, in either language; the reference of somebody whose name nobody stated."""
    if member.name is UNSET:
        return Wording(member.ref, member.ref)
    parts = (member.name.given, member.name.father, member.name.grandfather, member.name.family)
    given, *others = (None if part is UNSET else part for part in parts)
    full = PersonName(given or member.ref, *others).full()
    return Wording(full, full)


def subject(member: Member) -> Subject:
    """The member as the person that a paper speaks of; sentences take the masculine where the sex was not stated."""
    kind = IdKind.NATIONAL_ID if member.id_kind is UNSET else member.id_kind
    return Subject(
        name=name_of(member),
        sex=Sex.MALE if member.sex is UNSET else member.sex,
        national_id=_NO_NUMBER if member.national_id is UNSET else member.national_id,
        id_label=kind.label,
    )


def listed(members: Iterable[Member]) -> tuple[ListedPerson, ...]:
    """The members as rows of the family's table."""
    return tuple(_row(member) for member in members)


def _row(member: Member) -> ListedPerson:
    born, stated = _birth(member)
    return ListedPerson(
        name=name_of(member),
        national_id=_NO_NUMBER if member.national_id is UNSET else member.national_id,
        relation=member.role.label_for(female=member.sex is Sex.FEMALE),
        born=born,
        born_stated=stated,
    )


def _birth(member: Member) -> tuple[date | None, Wording | None]:
    """(day, what was stated instead of a day): only a birth known to the day is put into the other calendar."""
    gregorian = None if member.birth_date is UNSET else member.birth_date
    hijri = None if member.birth_date_hijri is UNSET else read_hijri(member.birth_date_hijri)
    if member.birth_date_precision is DatePrecision.DAY:
        if gregorian is None and hijri is not None and not hijri.exact:
            return None, Wording(f"{hijri} هـ", f"{hijri} AH")
        return gregorian or (hijri.to_gregorian() if hijri is not None else None), None
    parts = 1 if member.birth_date_precision is DatePrecision.YEAR else 2
    if hijri is not None:
        text = "-".join(str(hijri).split("-")[:parts])
        return None, Wording(f"{text} هـ", f"{text} AH")
    if gregorian is not None:
        text = "-".join(gregorian.isoformat().split("-")[:parts])
        return None, Wording(f"{text} م", f"{text} CE")
    return None, None
