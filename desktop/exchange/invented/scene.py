"""What one household is invented from, and the people in it before their facts are written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from desktop.exchange.invented.dice import Dice
from desktop.exchange.invented.names import Community, Land, Region

Facts: TypeAlias = dict[str, Any]

YEAR = 365.2425


@dataclass(slots=True)
class Scene:
    """One household's chance, day and place."""

    dice: Dice
    country: str
    land: Land
    community: Community
    region: Region
    on: date

    def years_ago(self, oldest: float, youngest: float) -> date:
        """A day between so many years before the scene's day."""
        today = self.on.toordinal()
        return date.fromordinal(self.dice.between(today - int(oldest * YEAR), today - int(youngest * YEAR)))

    def family_name(self) -> str:
        """A family name of the region or of the community."""
        if self.community.local and self.dice.chance(0.55):
            return self.dice.pick(self.region.families)
        return self.dice.pick(self.community.families)

    def given(self, *, female: bool, taken: tuple[str, ...] = ()) -> str:
        """A given name that nobody in `taken` bears."""
        names = self.community.female if female else self.community.male
        first = int(self.dice.roll() * len(names))
        # Walking on from a taken name ends; drawing again might not.
        for step in range(len(names)):
            name = names[(first + step) % len(names)]
            if name not in taken:
                return name
        return names[first]

    def number(self, digits: int = 6) -> str:
        """The number of an invented paper; no register starts its numbers with 99-."""
        return f"99-{self.dice.digits(digits)}"


@dataclass(slots=True)
class Person:
    """One person of the scene; `facts` takes what the person's story adds to the file."""

    role: str
    female: bool
    born: date
    given: str
    father_name: str
    grandfather_name: str
    family_name: str
    ref: str = ""
    father: str | None = None
    mother: str | None = None
    marital: str = "never_married"
    spouses: tuple[str, ...] = ()
    nationality: str = "SA"
    id_kind: str = "national_id"
    facts: Facts = field(default_factory=dict)

    def name(self) -> Facts:
        """The four parts of the name."""
        return {
            "given": self.given,
            "father": self.father_name,
            "grandfather": self.grandfather_name,
            "family": self.family_name,
        }


@dataclass(slots=True)
class Family:
    """The people of one household and what its story adds to the household's facts."""

    kind: str
    members: list[Person] = field(default_factory=list)
    outside: list[Facts] = field(default_factory=list)
    facts: Facts = field(default_factory=dict)
    parted_on: date | None = None

    def join(self, person: Person) -> Person:
        """Takes a person in and gives the next reference."""
        person.ref = f"m{len(self.members) + 1}"
        self.members.append(person)
        return person

    def leave_out(self, person: Person, **facts: object) -> str:
        """Notes a person who matters but lives elsewhere; the answer is the reference."""
        person.ref = f"o{len(self.outside) + 1}"
        entry: Facts = {
            "ref": person.ref,
            "name": person.name(),
            "sex": "female" if person.female else "male",
            "nationality": person.nationality,
            **facts,
        }
        self.outside.append(entry)
        return person.ref

    @property
    def head(self) -> Person:
        """The head, who is always written first."""
        return self.members[0]


def age(born: date, on: date) -> int:
    """Completed Gregorian years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
