"""What a household lives on and owns: incomes, assets, cars, workers, dwelling, as its country and work allow."""

from __future__ import annotations

from datetime import timedelta

from desktop.exchange.invented.dice import Weighted
from desktop.exchange.invented.lives import GROWN
from desktop.exchange.invented.scene import Facts, Family, Person, Scene, age

# Monthly pay in steps: (lowest, highest) of a band and the band's weight. Applicants earn little; some too much.
_PAY = {
    "SA": Weighted(
        [((1500, 2600), 25), ((2600, 4000), 38), ((4000, 5500), 22), ((5500, 9000), 13), ((9000, 15000), 2)]
    ),
    "EG": Weighted([((1500, 3000), 40), ((3000, 5000), 35), ((5000, 7500), 18), ((7500, 12000), 7)]),
}
_RETIRED = {"SA": (1984, 4600), "EG": (1500, 4800)}
_CHARITY = {"SA": (200, 700), "EG": (150, 500)}
_MAINTENANCE = {"SA": (400, 1500), "EG": (300, 1200)}
_RENT_RECEIVED = {"SA": (300, 1800), "EG": (150, 900)}
_DISABILITY_AID = {"mild": 4000, "moderate": 10000, "severe": 20000}
_CARS = {"SA": Weighted([(0, 34), (1, 50), (2, 12), (3, 3), (4, 1)]), "EG": Weighted([(0, 97), (1, 3)])}
_TENURES = {
    "SA": Weighted([("rented", 52), ("owned", 34), ("provided", 10), ("shared", 4)]),
    "EG": Weighted([("owned", 46), ("rented", 38), ("shared", 12), ("provided", 4)]),
}
_PROOFS = {"rented": "ejar_lease", "owned": "title_deed", "provided": "government_certificate", "shared": "none"}
_DAY_LABOUR_FEWEST, _DAY_LABOUR_MOST = 8, 22


def provide(scene: Scene, family: Family) -> None:
    """Writes down every member's incomes and assets and the household's dwelling, cars and workers."""
    for person in family.members:
        person.facts["incomes"] = _incomes(scene, family, person)
        person.facts["assets"] = []
    family.facts["dwelling"] = _dwelling(scene, family)
    _own(scene, family)
    _employ(scene, family)


def _incomes(scene: Scene, family: Family, person: Person) -> list[Facts]:
    years, dice, country = age(person.born, scene.on), scene.dice, scene.country
    work, head = person.facts["work"], person is family.head
    found: list[Facts] = []
    if work["status"] == "employed":
        found.append(_earned(scene, person, work))
    elif work["status"] == "self_employed":
        found.append(_income(scene, person, "business", _pay(scene) * 2 // 3, "month", stable=False))
    elif work["status"] == "retired":
        found.append(_income(scene, person, "retirement_pension", dice.between(*_RETIRED[country]), "month"))
    elif work["status"] == "student" and years >= GROWN and country == "SA" and dice.chance(0.5):
        found.append(_income(scene, person, "student_stipend", dice.pick((840, 990)), "month"))
    degree = person.facts["disability"]["degree"]
    if degree != "none" and country == "SA" and dice.chance(0.7):
        found.append(_income(scene, person, "disability_aid", _DISABILITY_AID[degree], "year"))
    if head:
        found += _of_the_household(scene, family, person)
    return found


def _earned(scene: Scene, person: Person, work: Facts) -> Facts:
    if scene.country == "EG" and work["sector"] == "informal" and scene.dice.chance(0.6):
        pay = _income(scene, person, "salary", scene.dice.between(14, 35) * 10, "day", stable=False)
        pay["times"] = scene.dice.between(_DAY_LABOUR_FEWEST, _DAY_LABOUR_MOST)
        return pay
    pay = _income(scene, person, "salary", _pay(scene), "month", stable=scene.dice.chance(0.85))
    pay["payer"] = scene.dice.pick(scene.land.payers)
    if work["insured"]:
        pay["registered"] = True
        work["insured_wage"] = pay["amount"]
    return pay


def _of_the_household(scene: Scene, family: Family, person: Person) -> list[Facts]:
    """Incomes that come to whoever heads the household."""
    dice, country = scene.dice, scene.country
    found: list[Facts] = []
    if country == "SA" and dice.chance(0.55):
        found.append(_income(scene, person, "citizen_account", 320 + 160 * len(family.members), "month"))
    if family.kind == "divorced" and dice.chance(0.35):
        found.append(_income(scene, person, "maintenance", dice.between(*_MAINTENANCE[country]) // 10 * 10, "month"))
    if family.kind == "widow" and dice.chance(0.2):
        found.append(_income(scene, person, "insurance_pension", dice.between(*_RETIRED[country]), "month"))
    if dice.chance(0.07):
        found.append(_income(scene, person, "rent", dice.between(*_RENT_RECEIVED[country]) // 10 * 10, "month"))
    if dice.chance(0.12):
        kind = "charity_in_kind" if dice.chance(0.6) else "charity_cash"
        found.append(_income(scene, person, kind, dice.between(*_CHARITY[country]) // 10 * 10, "month", stable=False))
    if country == "EG" and dice.chance(0.06):
        found.append(_income(scene, person, "remittance", dice.between(5, 30) * 100, "month", stable=False))
    return found


def _pay(scene: Scene) -> int:
    low, high = scene.dice.weigh(_PAY[scene.country])
    return scene.dice.between(low // 50, high // 50) * 50


def _income(scene: Scene, person: Person, kind: str, amount: int, period: str, *, stable: bool = True) -> Facts:
    # Aid for a disability begins in childhood, everything else with coming of age.
    earliest = person.born + timedelta(days=1 if kind == "disability_aid" else GROWN * 366)
    since = min(scene.on, max(earliest, scene.on - timedelta(days=scene.dice.between(40, 1500))))
    return {
        "kind": kind,
        "amount": f"{amount}.00",
        "period": period,
        "since": since.isoformat(),
        "stable": stable,
    }


def _dwelling(scene: Scene, family: Family) -> Facts:
    dice = scene.dice
    tenure = dice.weigh(_TENURES[scene.country])
    proof = "none" if dice.chance(0.05) else _PROOFS[tenure]
    if scene.country == "EG" and proof == "ejar_lease":
        proof = "government_certificate"  # Ejar is the Saudi register of leases
    dwelling: Facts = {"tenure": tenure, "separate": tenure != "shared", "proof": proof}
    if proof != "none":
        dwelling["proof_holder"] = family.head.ref
    dwelling.update(
        in_area=not dice.chance(0.01),
        all_residents_registered=not dice.chance(0.02),
        rooms=dice.between(1 + (len(family.members) > 2), 3 + len(family.members) // 3),
    )
    if tenure == "rented":
        low, high = (6, 24) if scene.country == "SA" else (4, 25)
        dwelling["monthly_rent"] = f"{dice.between(low, high) * (100 if scene.country == 'SA' else 50)}.00"
    dwelling["urban"] = dice.chance(0.85 if scene.country == "SA" else 0.4)
    return dwelling


def _own(scene: Scene, family: Family) -> None:
    dice, head = scene.dice, family.head
    grown = [person for person in family.members if age(person.born, scene.on) >= GROWN + 2] or [head]
    assets: list[Facts] = head.facts["assets"]
    if family.facts["dwelling"]["tenure"] == "owned":
        home = dice.between(15, 60) * (10_000 if scene.country == "SA" else 15_000)
        assets.append(_asset(scene, "primary_home", home, liquidable=False))
    cars = dice.weigh(_CARS[scene.country])
    if head.female and len(family.members) <= 2:
        cars = min(cars, 1)
    for _ in range(cars):
        worth = dice.between(4, 45) * (1000 if scene.country == "SA" else 8000)
        dice.pick(grown).facts["assets"].append(_asset(scene, "car", worth, liquidable=True))
    family.facts["vehicles"] = cars
    if dice.chance(0.03):
        assets.append(_asset(scene, "cash", dice.between(1, 20) * 500, liquidable=True))
    if dice.chance(0.02):
        assets.append(_asset(scene, "undivided_inheritance", dice.between(2, 40) * 5000, liquidable=False))
    if scene.country == "EG" and dice.chance(0.12):
        plot = _asset(scene, "land", dice.between(2, 20) * 10_000, liquidable=False)
        assets.append(plot | {"tenure": dice.pick(("owned", "rented")), "area_feddan": dice.between(1, 6) / 4})
    if scene.country == "EG" and dice.chance(0.1):
        heads = dice.between(1, 4)
        herd = _asset(scene, "livestock", heads * dice.between(8, 30) * 1000, liquidable=True)
        assets.append(herd | {"heads": heads, "for_trade": dice.chance(0.3)})


def _asset(scene: Scene, kind: str, value: int, *, liquidable: bool) -> Facts:
    since = scene.years_ago(15, 0.3)
    return {"kind": kind, "value": f"{value}.00", "liquidable": liquidable, "since": since.isoformat()}


def _employ(scene: Scene, family: Family) -> None:
    dice = scene.dice
    severe = any(person.facts["disability"]["degree"] == "severe" for person in family.members)
    for_disability = int(severe and scene.country == "SA" and dice.chance(0.25))
    others = (3 if dice.chance(0.1) else 1) if scene.country == "SA" and dice.chance(0.04) else 0
    family.facts.update(
        domestic_workers=for_disability + others,
        domestic_workers_for_disability=for_disability,
        skilled_hired_workers=int(dice.chance(0.005)),
        unskilled_hired_workers=int(dice.chance(0.01)),
        commercial_register=dice.chance(0.02),
    )
