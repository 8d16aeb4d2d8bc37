"""Parents, children and spouses: people whose ages and names fit one another."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.exchange.invented.dice import Weighted
from desktop.exchange.invented.scene import YEAR, Person, Scene, age

# Children ever born to a couple that has been married long enough; families at the desk are larger than the nation's.
_WANTED = {
    "SA": Weighted([(0, 4), (1, 10), (2, 17), (3, 21), (4, 19), (5, 13), (6, 8), (7, 5), (8, 2), (9, 1)]),
    "EG": Weighted([(0, 3), (1, 12), (2, 25), (3, 29), (4, 18), (5, 8), (6, 4), (7, 1)]),
}
_OLDEST_MOTHER = 44
_LEAVES_HOME = {False: 24, True: 22}


def adult(scene: Scene, *, female: bool, oldest: float, youngest: float, role: str = "head") -> Person:
    """Someone of this age with a name chain of their own."""
    father = scene.given(female=False)
    return Person(
        role=role,
        female=female,
        born=scene.years_ago(oldest, youngest),
        given=scene.given(female=female, taken=(father,)),
        father_name=father,
        grandfather_name=scene.given(female=False, taken=(father,)),
        family_name=scene.family_name(),
        nationality=scene.country,
    )


def wife_of(scene: Scene, husband: Person, *, role: str = "spouse") -> Person:
    """A wife near her husband's age who keeps the name of her own family; one in five is his kin."""
    youngest, oldest = husband.born + timedelta(days=-3 * 365), husband.born + timedelta(days=9 * 365)
    born = min(scene.dice.day(youngest, oldest), scene.years_ago(18.6, 18.1))
    wife = adult(scene, female=True, oldest=0, youngest=0, role=role)
    wife.born = born
    if scene.dice.chance(0.2):
        wife.family_name = husband.family_name
    return wife


def wedding(scene: Scene, husband: Person, wife: Person, *, last: date) -> date:
    """The day of the marriage: both grown, soon after, and not later than `last`."""
    grown = max(_birthday(wife.born, 18), _birthday(husband.born, 19))
    return min(last, grown + timedelta(days=scene.dice.between(10, 7 * 365)))


def children_of(
    scene: Scene, father: Person, mother: Person, *, married: date, until: date, at_least: int = 0
) -> list[Person]:
    """The couple's children who still live at home on the scene's day, oldest first.

    Args:
        scene: the household's scene.
        father: gives name chain, family and nationality.
        mother: was 18 to 44 at each birth.
        married: nobody is born sooner than nine months after.
        until: nobody is born later, as the couple parted then.
        at_least: children that the story cannot do without, where time allows them.
    """
    wanted = max(at_least, scene.dice.weigh(_WANTED[scene.country]))
    last = min(until, _birthday(mother.born, _OLDEST_MOTHER), scene.on - timedelta(days=20))
    children: list[Person] = []
    day = married + timedelta(days=scene.dice.between(280, 900))
    if at_least and married + timedelta(days=280) <= last:
        day = min(day, last)
    taken: tuple[str, ...] = (father.given, mother.given)
    for _ in range(wanted):
        if day > last:
            break
        female = scene.dice.chance(0.49)
        child = _child(scene, father, female=female, born=day, first=not children, taken=taken)
        taken += (child.given,)
        if age(day, scene.on) <= _LEAVES_HOME[female]:
            children.append(child)
        day += timedelta(days=scene.dice.between(400, 1500))
    return children


def _child(scene: Scene, father: Person, *, female: bool, born: date, first: bool, taken: tuple[str, ...]) -> Person:
    # A first son is often named after his grandfather.
    after = not female and first and father.father_name not in taken and scene.dice.chance(0.35)
    return Person(
        role="child",
        female=female,
        born=born,
        given=father.father_name if after else scene.given(female=female, taken=taken),
        father_name=father.given,
        grandfather_name=father.father_name,
        family_name=father.family_name,
        nationality=father.nationality,
    )


def marry(husband: Person, wife: Person, married: date) -> None:
    """Writes the marriage down with both; they must have their references."""
    for one, other in ((husband, wife), (wife, husband)):
        one.marital = "married"
        one.spouses = (other.ref,)
        one.facts["marital_status_since"] = married.isoformat()


def parents(child: Person, father: Person, mother: Person) -> None:
    """Writes down whose child it is."""
    child.father, child.mother = father.ref, mother.ref


def _birthday(born: date, years: int) -> date:
    return born + timedelta(days=int(years * YEAR) + 1)
