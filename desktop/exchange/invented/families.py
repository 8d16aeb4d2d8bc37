"""The kinds of household that come to the desk, by shares near those of social-security files.

TO ADD A KIND: write its function, give it a share in `_SHARES`; the tests hold it to one head, fitting ages and names.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

from desktop.exchange.invented.dice import Weighted
from desktop.exchange.invented.kin import adult, children_of, marry, parents, wedding, wife_of
from desktop.exchange.invented.scene import Family, Person, Scene, age

_OLDEST_CONSCRIPT = 30
_WITHOUT_PAPERS = 0.004


def compose(scene: Scene) -> Family:
    """The people of one household."""
    family = scene.dice.weigh(_KINDS[scene.country])(scene)
    if scene.country == "EG":
        family.facts.setdefault("family_type", "supported")
    elif scene.dice.chance(_WITHOUT_PAPERS):
        _without_papers(family)
    family.facts["independent"] = len(family.members) == 1
    return family


def couple(scene: Scene) -> Family:
    """A man, his wife and their children; a few of the wives of citizens are foreign."""
    family = Family("couple")
    husband = family.join(adult(scene, female=False, oldest=57, youngest=23))
    wife = family.join(wife_of(scene, husband))
    if scene.country == "SA" and scene.dice.chance(0.04):
        _foreign(scene, wife)
    _with_children(scene, family, husband, wife)
    if scene.country == "EG":
        family.facts["family_type"] = "couple"
    elif scene.dice.chance(0.02):
        second = wife_of(scene, husband)
        husband.spouses += (family.leave_out(second, status="living_elsewhere", since=_some_years(scene, 8)),)
        family.facts["family_dwellings"] = 2
    return family


def widow(scene: Scene) -> Family:
    """A widow with her orphans."""
    family = Family("widow")
    mother, father, married = _mother_and_father(scene, oldest=52)
    died = scene.dice.day(max(married, scene.years_ago(9, 9)), scene.years_ago(0.1, 0.1))
    family.join(mother)
    paper = {"kind": "death_certificate", "number": scene.number(), "issued_on": died.isoformat()}
    family.leave_out(father, status="deceased", since=died.isoformat(), evidence=paper)
    mother.marital, mother.spouses = "widowed", (father.ref,)
    mother.facts.update(marital_status_since=died.isoformat(), marital_status_evidence=dict(paper))
    if scene.country == "SA" and scene.dice.chance(0.05):
        _foreign(scene, mother)
        mother.facts["former_spouse_of_citizen"] = True
    _join_children(family, children_of(scene, father, mother, married=married, until=died, at_least=1), father, mother)
    family.parted_on = died
    return family


def divorced(scene: Scene) -> Family:
    """A divorced mother with the children in her custody."""
    family = Family("divorced")
    mother, father, married = _mother_and_father(scene, oldest=46)
    # The later of two days: who comes to the desk was mostly married for some years.
    parted = max(scene.dice.day(married + timedelta(days=30), scene.years_ago(0.3, 0.3)) for _ in range(2))
    family.join(mother)
    family.leave_out(father, status="living_elsewhere", since=parted.isoformat(), remarried=scene.dice.chance(0.5))
    mother.marital = "divorced"
    mother.facts["marital_status_since"] = parted.isoformat()
    mother.facts["marital_status_evidence"] = {
        "kind": "divorce_deed",
        "number": scene.number(),
        "issued_on": parted.isoformat(),
    }
    children = children_of(scene, father, mother, married=married, until=parted, at_least=1)
    _join_children(family, children, father, mother)
    deed = scene.dice.chance(0.8)
    for child in children:
        child.facts["custody"] = {"holder": mother.ref, "deed": deed}
    family.parted_on = parted
    return family


def left_behind(scene: Scene) -> Family:
    """A wife with children whose husband is in prison, gone, or called up."""
    family = Family("left_behind")
    mother, father, married = _mother_and_father(scene, oldest=44)
    gone = max(married + timedelta(days=30), scene.years_ago(4, 0.3))
    family.join(mother)
    called_up = scene.country == "EG" and age(father.born, scene.on) <= _OLDEST_CONSCRIPT
    status = "conscript" if called_up else scene.dice.pick(("imprisoned", "absent"))
    paper = {"kind": f"{status}_certificate", "number": scene.number(), "issued_on": gone.isoformat()}
    family.leave_out(father, status=status, since=gone.isoformat(), evidence=paper)
    mother.marital, mother.spouses = "married", (father.ref,)
    mother.facts["marital_status_since"] = married.isoformat()
    if status == "absent":
        deed = {"kind": "desertion_deed", "number": scene.number(), "issued_on": gone.isoformat()}
        mother.facts["circumstances"] = [{"kind": "deserted", "since": gone.isoformat(), "evidence": deed}]
    family.facts["provider"] = father.ref
    if scene.country == "EG":
        types = {"imprisoned": "inmate", "absent": "abandoned", "conscript": "conscript"}
        family.facts["family_type"] = types[status]
    children = children_of(scene, father, mother, married=married, until=gone, at_least=1)
    _join_children(family, children, father, mother)
    family.parted_on = gone
    return family


def elderly_alone(scene: Scene) -> Family:
    """An old man or woman alone: widowed, divorced or never married."""
    family = Family("elderly_alone")
    person = family.join(adult(scene, female=scene.dice.chance(0.62), oldest=90, youngest=60))
    fate = scene.dice.roll()
    if fate < 0.7:
        spouse = adult(scene, female=not person.female, oldest=90, youngest=60)
        died = scene.years_ago(25, 0.3)
        person.marital = "widowed"
        person.spouses = (family.leave_out(spouse, status="deceased", since=died.isoformat()),)
        person.facts["marital_status_since"] = died.isoformat()
    elif fate < 0.87:
        person.marital = "divorced"
        person.facts["marital_status_since"] = scene.years_ago(25, 1).isoformat()
    return family


def elderly_couple(scene: Scene) -> Family:
    """An old couple whose children have left."""
    family = Family("elderly_couple")
    husband = family.join(adult(scene, female=False, oldest=88, youngest=63))
    wife = family.join(wife_of(scene, husband))
    marry(husband, wife, wedding(scene, husband, wife, last=scene.years_ago(20, 20)))
    if scene.country == "EG":
        family.facts["family_type"] = "couple"
    return family


def independent(scene: Scene) -> Family:
    """A grown person alone in a dwelling of their own."""
    family = Family("independent")
    family.join(adult(scene, female=scene.dice.chance(0.45), oldest=46, youngest=19))
    return family


def grandparents(scene: Scene) -> Family:
    """Grandparents, or a grandmother alone, who keep the children of their dead son."""
    family = Family("grandparents")
    grandfather = adult(scene, female=False, oldest=80, youngest=64)
    grandmother = wife_of(scene, grandfather, role="head")
    married = wedding(scene, grandfather, grandmother, last=scene.years_ago(37, 37))
    both = scene.dice.chance(0.5)
    son = Person(
        role="child",
        female=False,
        born=married + timedelta(days=scene.dice.between(300, 1200)),
        given=scene.given(female=False, taken=(grandfather.given,)),
        father_name=grandfather.given,
        grandfather_name=grandfather.father_name,
        family_name=grandfather.family_name,
        nationality=scene.country,
    )
    mother = wife_of(scene, son)
    wed = wedding(scene, son, mother, last=scene.years_ago(6, 4))
    died = scene.years_ago(3, 0.3)
    if both:
        family.join(grandfather)
        grandmother.role = "spouse"
        marry(grandfather, family.join(grandmother), married)
    else:
        family.join(grandmother)
        gone = scene.years_ago(8, 0.5).isoformat()
        grandmother.marital = "widowed"
        grandmother.spouses = (family.leave_out(grandfather, status="deceased", since=gone),)
        grandmother.facts["marital_status_since"] = gone
    family.leave_out(son, status="deceased", since=died.isoformat())
    family.leave_out(mother, status="living_elsewhere", remarried=True)
    for child in children_of(scene, son, mother, married=wed, until=died, at_least=1):
        child.role = "grandchild"
        child.facts["circumstances"] = [{"kind": "kept_by_kin", "since": died.isoformat()}]
        parents(family.join(child), son, mother)
    return family


def daughter_with_parent(scene: Scene) -> Family:
    """A daughter who never married and keeps an old father or mother."""
    family = Family("daughter_with_parent")
    father = adult(scene, female=False, oldest=88, youngest=72, role="parent")
    mother = wife_of(scene, father, role="parent")
    married = wedding(scene, father, mother, last=scene.years_ago(44, 44))
    daughter = family.join(
        Person(
            role="head",
            female=True,
            born=min(married + timedelta(days=scene.dice.between(300, 3500)), scene.years_ago(26, 26)),
            given=scene.given(female=True, taken=(mother.given,)),
            father_name=father.given,
            grandfather_name=father.father_name,
            family_name=father.family_name,
            nationality=scene.country,
        )
    )
    kept, gone = (mother, father) if scene.dice.chance(0.65) else (father, mother)
    family.join(kept)
    died = scene.years_ago(15, 0.5).isoformat()
    kept.marital = "widowed"
    kept.spouses = (family.leave_out(gone, status="deceased", since=died),)
    kept.facts["marital_status_since"] = died
    parents(daughter, father, mother)
    return family


def _mother_and_father(scene: Scene, *, oldest: float) -> tuple[Person, Person, date]:
    """A wife, her husband and their wedding, early enough for a child or two before they part."""
    father = adult(scene, female=False, oldest=oldest + 4, youngest=27, role="spouse")
    mother = wife_of(scene, father, role="head")
    mother.born = min(mother.born, scene.years_ago(22.5, 22))
    return mother, father, wedding(scene, father, mother, last=scene.years_ago(3, 3))


def _with_children(scene: Scene, family: Family, husband: Person, wife: Person) -> None:
    married = wedding(scene, husband, wife, last=scene.years_ago(0.1, 0.05))
    marry(husband, wife, married)
    _join_children(family, children_of(scene, husband, wife, married=married, until=scene.on), husband, wife)


def _join_children(family: Family, children: list[Person], father: Person, mother: Person) -> None:
    for child in children:
        parents(family.join(child), father, mother)


def _foreign(scene: Scene, wife: Person) -> None:
    wife.nationality, wife.id_kind = scene.dice.pick(scene.land.neighbours), "iqama"


def _without_papers(family: Family) -> None:
    """Holders of mobility cards; XX is the code that ISO 3166 leaves to users, here for no nationality at all."""
    for person in family.members:
        person.nationality, person.id_kind = "XX", "mobility_card"
    for entry in family.outside:
        entry["nationality"] = "XX"


def _some_years(scene: Scene, most: float) -> str:
    return scene.years_ago(most, 1).isoformat()


_Kind: TypeAlias = Callable[[Scene], Family]
_SHARES: dict[str, list[tuple[_Kind, float]]] = {
    "SA": [
        (couple, 38),
        (widow, 13),
        (divorced, 13),
        (left_behind, 6),
        (elderly_alone, 9),
        (elderly_couple, 6),
        (independent, 9),
        (grandparents, 3),
        (daughter_with_parent, 3),
    ],
    "EG": [
        (couple, 49),
        (widow, 15),
        (divorced, 8),
        (left_behind, 7),
        (elderly_alone, 9),
        (elderly_couple, 5),
        (independent, 2),
        (grandparents, 3),
        (daughter_with_parent, 2),
    ],
}
_KINDS = {country: Weighted(shares) for country, shares in _SHARES.items()}
