"""The household file of an invented family, in the order in which the contract names its facts."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.exchange.invented.dice import Weighted
from desktop.exchange.invented.numbers import ARABIC_INDIC, Dealer, iban, phone
from desktop.exchange.invented.scene import Facts, Family, Person, Scene, age
from desktop.values.calendars import hijri_of

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
# Saudi papers of people born before this year mostly carry the Hijri date alone.
_HIJRI_BEFORE = 1986
_WOMENS_SECTION = 0.93
_CHILDHOOD = timedelta(days=18 * 366)
# Births of the old were often written down by the year alone.
_BIRTHS_ESTIMATED_FROM = 66
_ON_A_ROLL = {
    "SA": Weighted([(None, 55), ("sa.developed", 30), ("sa.old", 15)]),
    "EG": Weighted([(None, 60), ("eg.takaful", 24), ("eg.karama", 12), ("eg.old_pension", 4)]),
}
# First day on which each roll can have taken a household in.
_ROLL_OPENED = {
    "sa.developed": date(2022, 1, 1),
    "sa.old": date(2012, 1, 1),
    "eg.takaful": date(2015, 4, 1),
    "eg.karama": date(2015, 4, 1),
    "eg.old_pension": date(2011, 1, 1),
}
_OLD_ROLL_CLOSED = {"sa.old": date(2021, 12, 1), "eg.old_pension": date(2023, 6, 1)}

_HOUSEHOLD_ORDER = (
    "provider",
    "family_type",
    "dwelling",
    "independent",
    "family_dwellings",
    "vehicles",
    "domestic_workers",
    "domestic_workers_for_disability",
    "skilled_hired_workers",
    "unskilled_hired_workers",
    "commercial_register",
)
_MEMBER_ORDER = (
    "marital_status_since",
    "marital_status_evidence",
    "former_spouse_of_citizen",
    "has_living_children",
    "dependency_confirmed",
    "successor",
    "custody",
    "lives_in_dwelling",
    "absences",
    "shelter_stays",
    "education",
    "work",
    "disability",
    "incapacity",
    "health",
    "circumstances",
    "incomes",
    "assets",
    "breaches",
)


def household_file(scene: Scene, family: Family, *, index: int, dealer: Dealer, office: str | None) -> Facts:
    """The file as plain data."""
    return {
        "format": "yusr-household/1",
        "household": _household(scene, family, index=index, office=office),
        "members": [_member(scene, person, dealer) for person in family.members],
    }


def _household(scene: Scene, family: Family, *, index: int, office: str | None) -> Facts:
    dice, facts = scene.dice, family.facts
    household: Facts = {"country": scene.country}
    if office:
        household["office"] = office
    women = scene.country == "SA" and family.head.female and dice.chance(_WOMENS_SECTION)
    household["section"] = "women" if women else "general"
    applied = scene.years_ago(2.5, 0.01)
    # Nobody applies for a family before the event that made it one.
    applied = max(applied, family.parted_on) if family.parted_on else applied
    household["applied_on"] = applied.isoformat()
    household["address"] = _address(scene)
    number = phone(index)
    if number:
        household["phone"] = number.translate(ARABIC_INDIC) if dice.chance(0.05) else number
    household["payee"] = {"ref": "m1", "iban": iban(scene.country, index), "capacity": "self"}
    _put_in_order(household, facts, _HOUSEHOLD_ORDER)
    if scene.country == "EG":
        household["pmt_score"] = dice.between(3000, 6200) + dice.between(0, 800)
        household["poverty_area"] = dice.chance(0.5)
    roll = dice.weigh(_ON_A_ROLL[scene.country])
    if roll:
        first = max(_ROLL_OPENED[roll], family.head.born + _CHILDHOOD, family.parted_on or date.min)
        last = min(applied, _OLD_ROLL_CLOSED.get(roll, applied))
        if first <= last:
            household["receipts"] = [{"programme": roll, "since": dice.day(first, last).isoformat()}]
    if family.outside:
        household["outside"] = family.outside
    return household


def _address(scene: Scene) -> Facts:
    dice, land = scene.dice, scene.land
    governorate = dice.pick(scene.region.governorates)
    address: Facts = {
        "region": scene.region.name,
        "governorate": governorate.name,
        "city": dice.pick(governorate.cities),
        "district": dice.pick(land.districts),
        "street": dice.pick(land.streets),
        "building": str(dice.between(1, 240)),
    }
    if scene.country == "SA":
        letters = "".join(dice.pick(_LETTERS) for _ in range(4))
        address["national_address"] = f"{letters}{dice.digits(4)}"
    return address


def _member(scene: Scene, person: Person, dealer: Dealer) -> Facts:
    dice = scene.dice
    member: Facts = {"ref": person.ref, "role": person.role}
    if person.father:
        member["father"] = person.father
    if person.mother:
        member["mother"] = person.mother
    member["spouses"] = list(person.spouses)
    member["name"] = person.name()
    number = _identity(scene, person, dealer)
    if number and not dice.chance(0.008):
        member["national_id"] = number.translate(ARABIC_INDIC) if dice.chance(0.04) else number
    member["id_kind"] = person.id_kind
    if person.id_kind != "national_id" or age(person.born, scene.on) >= 15:
        expired = dice.chance(0.04)
        days = -dice.between(10, 200) if expired else dice.between(20, 3000)
        member["id_valid_until"] = date.fromordinal(scene.on.toordinal() + days).isoformat()
    member["nationality"] = person.nationality
    member["sex"] = "female" if person.female else "male"
    _write_birth(scene, person, member)
    member["marital_status"] = person.marital
    _put_in_order(member, person.facts, _MEMBER_ORDER)
    return member


def _put_in_order(target: Facts, facts: Facts, order: tuple[str, ...]) -> None:
    for fact in order:
        if fact in facts:
            target[fact] = facts[fact]


def _identity(scene: Scene, person: Person, dealer: Dealer) -> str | None:
    if scene.country == "EG":
        return dealer.egyptian(born=person.born, female=person.female, region_code=scene.region.code)
    if person.id_kind == "iqama":
        return dealer.resident()
    # The numbers of mobility cards follow no published rule, so there is none to invent by.
    return dealer.citizen() if person.id_kind == "national_id" else None


def _write_birth(scene: Scene, person: Person, member: Facts) -> None:
    dice, born = scene.dice, person.born
    if age(born, scene.on) >= _BIRTHS_ESTIMATED_FROM and dice.chance(0.08):
        member["birth_date"] = f"{born.year}-01-01"
        member["birth_date_precision"] = "year"
        return
    hijri = hijri_of(born) if scene.country == "SA" and born.year < _HIJRI_BEFORE else None
    if hijri:
        member["birth_date_hijri"] = str(hijri)
    if not hijri or dice.chance(0.25):
        member["birth_date"] = born.isoformat()
