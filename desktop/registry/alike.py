"""Tells while a family is being registered that somebody in it seems to be registered already. Nothing is kept.

A number is somebody's or nobody's, and the answer gives away no more than the refusal of `service.register` would. A
name and a birth only resemble others, and are compared with people of files that whoever asks may see.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.database.columns import new_id
from desktop.database.engine import is_sqlite
from desktop.database.pen import READING
from desktop.database.policy import Section
from desktop.database.session import unit_of_work
from desktop.facts.codes import Country, IdKind
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.answers import HouseholdSummary, PersonAnswer
from desktop.registry.dated_rows import DAY, believed_now, held_that_day
from desktop.registry.fact_records import Identity
from desktop.registry.numbers import is_held, key_of
from desktop.registry.queries import seen
from desktop.registry.records import Household, Person
from desktop.registry.resemblance import Resemblance, resemblance
from desktop.registry.words import key_of_name
from desktop.values.dates import DatePossibility, Precision, read_hijri, reconcile
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from desktop.values.names import PersonName

CANDIDATES = 200
"""People compared at most for each beginning of a name, and for each birth."""

LONGEST_SPAN = timedelta(days=31)
"""Births known less exactly than to a month are those of too many people to be looked through."""

PROBE_MILLISECONDS = 500
"""How long the answer about a number waits for a colleague who is saving a file with it at this moment."""

_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class RegisteredAlready:
    """Whose number it is; file, person and name are None where the file is not open to whoever asked.

    `warning` says it in one sentence of either language.
    """

    household: UUID | None
    file_number: str | None
    person: PersonAnswer | None
    warning: OfficeError

    @property
    def name(self) -> str | None:
        """The name as written."""
        return self.person.name if self.person is not None else None


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody registered who may be the one being registered: how likely, from 0 to 1, and why."""

    summary: HouseholdSummary
    person: PersonAnswer
    birth: DatePossibility | None
    score: float
    reason: Wording


@requires(Permission.REGISTER)
def already_registered(
    desk: Desk,
    number: str,
    *,
    country: Country | None = None,
    id_kind: IdKind | None = None,
    nationality: str | None = None,
    own: UUID | None = None,
) -> RegisteredAlready | None:
    """Whether a person with an identity number is a member of an open file, in whatever office.

    Args:
        desk: who asks; a reading one will do.
        number: as typed, in any digits.
        country: of the file that is being written; the office's own unless said.
        id_kind: kind of the paper, without which a passport's number names nobody.
        nationality: of the holder, without which a passport's number names nobody.
        own: the file that is being changed, whose own members do not count.

    Returns:
        None where nobody holds it, and where it tells nobody: it is not whole, or not right.

    Raises:
        Contended: a colleague is saving a file with the number at this moment.
    """
    land = (country or desk.place.country).value
    key = key_of(number, country=land, id_kind=id_kind.value if id_kind is not None else None, nationality=nationality)
    if key is None:
        return None
    holder = seen(desk).join(Person, Person.household_id == Household.id).where(Person.number_key == key)
    found = desk.session.execute(holder.add_columns(Person)).first()
    if found is None:
        if not _held_unseen(desk, key):
            return None
        return RegisteredAlready(None, None, None, OfficeError("registry.number_registered_elsewhere"))
    household, person = found
    if household.id == own:
        return None
    return RegisteredAlready(
        household.id,
        household.file_number,
        _answer(person),
        OfficeError("registry.number_registered", name=person.name, file_number=household.file_number),
    )


@requires(Permission.READ_FILES)
def alike(
    desk: Desk, *, name: PersonName, birth: DatePossibility | None = None, limit: int = 5, own: UUID | None = None
) -> tuple[Alike, ...]:
    """People of the own office, in files that this person sees, who may be the one of that name and birth.

    The likeliest come first. They are looked for among those whose name begins with the same two words or more, and
    among those born on the same day (or in the same month, where no more is known); more than a year apart in birth
    nobody is alike. Files that are closed count, for one may be opened again.

    Args:
        desk: who asks.
        name: as far as it is typed; under two words nobody is alike.
        birth: when the person can have been born; None where nothing is known.
        limit: at most so many.
        own: the file that is being changed, whose own members do not count.
    """
    key = key_of_name(name.full())
    if len(key.split()) < 2 or limit < 1:
        return ()
    ids = _namesakes(desk, key) | _born_together(desk, birth)
    found: list[Alike] = []
    for household, person, born in _people(desk, ids):
        alike = resemblance(key, person.name_key, birth, born) if household.id != own else None
        if alike is not None:
            found.append(_found(household, person, born, alike))
    return tuple(sorted(found, key=lambda each: (-each.score, each.summary.file_number, each.person.ref))[:limit])


def _namesakes(desk: Desk, key: str) -> set[UUID]:
    """People whose name begins with the whole of a key, or less and less of it, down to two words."""
    words, ids = key.split(), set[UUID]()
    for many in range(len(words), 1, -1):
        begun = " ".join(words[:many])
        wanted = select(Person.id).where(
            Person.office == desk.office,
            Person.name_key >= begun,
            Person.name_key < begun + _LAST,
            Person.present,
        )
        ids |= set(desk.session.scalars(wanted.limit(CANDIDATES)))
    return ids


def _born_together(desk: Desk, birth: DatePossibility | None) -> set[UUID]:
    if birth is None or birth.latest - birth.earliest > LONGEST_SPAN:
        return set()
    wanted = select(Identity.person_id).where(
        Identity.office == desk.office,
        Identity.birth_date >= birth.earliest,
        Identity.birth_date <= birth.latest,
        believed_now(Identity),
    )
    return set(desk.session.scalars(wanted.limit(CANDIDATES)))


def _people(desk: Desk, ids: Iterable[UUID]) -> list[tuple[Household, Person, DatePossibility | None]]:
    """Those who are still in a file that this person sees, with their births."""
    some = list(ids)
    if not some:
        return []
    held = seen(desk).join(Person, Person.household_id == Household.id).where(Person.id.in_(some), Person.present)
    rows = [(household, person) for household, person in desk.session.execute(held.add_columns(Person))]
    told = select(Identity).where(Identity.person_id.in_(some), believed_now(Identity), held_that_day(Identity))
    told = told.where(Identity.household_id.in_({household.id for household, _ in rows}))
    births = {each.person_id: _birth(each) for each in desk.session.scalars(told, {DAY: desk.today})}
    return [(household, person, births.get(person.id)) for household, person in rows]


def _birth(identity: Identity) -> DatePossibility | None:
    try:
        hijri = read_hijri(identity.birth_date_hijri) if identity.birth_date_hijri is not None else None
        return reconcile(identity.birth_date, hijri, Precision(identity.birth_date_precision.value))
    except OfficeError:
        return None


def _found(household: Household, person: Person, born: DatePossibility | None, alike: Resemblance) -> Alike:
    return Alike(HouseholdSummary.of(household), _answer(person), born, alike.score, alike.reason)


def _answer(person: Person) -> PersonAnswer:
    return PersonAnswer(person.id, person.ref, person.name)


def _held_unseen(desk: Desk, key: str) -> bool:
    """Whether anybody at all holds a key: what `register` would tell, asked in the way in which it would find out.

    On PostgreSQL no door is opened past the policies for it: the database is asked to take a second holder, which is
    always taken back.
    """
    connection = desk.session.connection()
    if is_sqlite(connection):
        held = Person.__table__
        return connection.execute(select(held.c.id).where(held.c.number_key == key)).first() is not None
    if not connection.get_execution_options().get(READING):
        # Not in another transaction: that one would wait for what this desk has written and not kept yet.
        return _is_refused(desk.session, desk, key)
    with unit_of_work(connection.engine) as session:
        return _is_refused(session, desk, key)


def _is_refused(session: Session, desk: Desk, key: str) -> bool:
    with session.begin_nested() as attempt:
        session.execute(text(f"SET LOCAL lock_timeout = {PROBE_MILLISECONDS}"))
        household = _nobodys_file(desk)
        session.add(household)
        session.flush()
        held = is_held(session, household, key)
        attempt.rollback()
    return held


def _nobodys_file(desk: Desk) -> Household:
    return Household(
        id=new_id(),
        office=desk.office,
        file_number=f"?{uuid4()}",
        country=desk.place.country,
        section=Section.GENERAL,
        sealed=False,
        registered_at=desk.now,
        registered_by=desk.staff.login,
        closed_at=None,
        changed_at=desk.now,
        changed_by=desk.staff.login,
        facts_hash="",
        head_name="",
        member_count=0,
    )
