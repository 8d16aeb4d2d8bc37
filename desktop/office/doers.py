"""Who did something, as a sentence says it: the person's name, and the verb that agrees with the person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select

from desktop.facts.codes import Sex
from desktop.office.answers import StaffAnswer
from desktop.office.desk import Desk
from desktop.office.records import StaffMember
from desktop.office.service import staff
from desktop.values.language import Wording
from desktop.values.worded import both, said


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in the past: of a man, of a woman, in English."""

    masculine: str
    feminine: str
    english: str

    def by(self, *, female: bool) -> Wording:
        """The verb that agrees with whoever did it."""
        return Wording(self.feminine if female else self.masculine, self.english)


@dataclass(frozen=True, slots=True)
class Doer:
    """Whoever did something; the name stands in an isolate of its own."""

    name: Wording
    female: bool = False

    def verb(self, verb: Verb) -> Wording:
        """The verb that agrees with this person."""
        return verb.by(female=self.female)

    def did(self, verb: Verb, rest_ar: str, rest_en: str, **values: Wording) -> Wording:
        """«سجّلت منى …» and “Mona registered …”, with the values put into what follows."""
        rest = both(rest_ar, rest_en, **values)
        return both("{verb} {who} {rest}", "{who} {verb} {rest}", verb=self.verb(verb), who=self.name, rest=rest)


@dataclass(frozen=True, slots=True)
class Doers:
    """The colleagues that a reader may know by name; anybody else is called by the login, as of a man."""

    by_login: dict[str, StaffAnswer] = field(default_factory=dict)

    @classmethod
    def of(cls, colleagues: Iterable[StaffAnswer]) -> Doers:
        """From their answers."""
        return cls({each.login: each for each in colleagues})

    def name(self, login: str) -> Wording:
        """The name of a login, without any marks."""
        found = self.by_login.get(login)
        return Wording(login, login) if found is None else found.name

    def of_login(self, login: str) -> Doer:
        """Who stands behind a login."""
        found = self.by_login.get(login)
        return Doer(said(self.name(login)), found is not None and found.sex is Sex.FEMALE)


def name_of(desk: Desk, login: str) -> Wording:
    """The name of who has a login, for the sentences of errors; the login itself of somebody who may not be known."""
    wanted = select(StaffMember.name_ar, StaffMember.name_en).where(StaffMember.login == login)
    found = desk.session.execute(wanted).one_or_none()
    return Wording(login, login) if found is None else Wording(found.name_ar, found.name_en)


def doers(desk: Desk) -> Doers:
    """Everybody whom this person may know by name."""
    return Doers.of(staff(desk))


def ended(sentence: Wording, reason: str | None = None) -> Wording:
    """A sentence with why, where somebody wrote why, and its full stop."""
    because = (reason or "").strip().rstrip(".؛،;")
    if because:
        pattern = "{said}؛ السبب: {because}", "{said}. Reason: {because}"
        sentence = both(*pattern, said=sentence, because=said(because))
    return Wording(f"{sentence.ar}.", f"{sentence.en}.")
