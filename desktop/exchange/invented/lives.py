"""What a person does and how they fare: school, work, disability, health, stays away."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.exchange.invented.dice import Weighted
from desktop.exchange.invented.scene import YEAR, Facts, Family, Person, Scene, age

GROWN = 18
_OLD = 60

_STAGE_REACHED = {
    True: Weighted([("none", 4), ("primary", 12), ("preparatory", 22), ("secondary", 42), ("university", 20)]),
    False: Weighted([("none", 45), ("primary", 35), ("preparatory", 12), ("secondary", 7), ("university", 1)]),
}
_DEGREES = Weighted([("mild", 35), ("moderate", 40), ("severe", 25)])
_DISABILITIES = Weighted(
    [
        ("motor", 30),
        ("visual", 12),
        ("hearing", 14),
        ("intellectual", 18),
        ("autism", 9),
        ("communication", 4),
        ("psychological", 6),
        ("multiple", 7),
    ]
)
_PERCENT = {"mild": (10, 35), "moderate": (40, 65), "severe": (70, 100)}
_MEN_WORK = Weighted([("employed", 52), ("self_employed", 8), ("unemployed", 34), ("none", 6)])
_WOMEN_WORK = Weighted([("employed", 18), ("self_employed", 4), ("unemployed", 26), ("home", 52)])
_SECTORS = {
    "SA": Weighted([("private", 78), ("government", 12), ("informal", 10)]),
    "EG": Weighted([("informal", 72), ("private", 22), ("government", 6)]),
}
_PURPOSES = Weighted([("other", 55), ("treatment", 20), ("work", 15), ("study", 10)])
# Terms that have ended by the first day of each month, counted from the year of the scene's day.
_FIRST_TERM_ENDS, _SECOND_TERM_ENDS = 1, 6


def live(scene: Scene, family: Family, person: Person) -> None:
    """Writes down a person's school, work, health and stays; the means follow from them."""
    years = age(person.born, scene.on)
    facts = person.facts
    facts["lives_in_dwelling"] = True
    facts["absences"] = _absences(scene, years)
    facts["shelter_stays"] = []
    facts["education"] = _education(scene, years, facts)
    disability = _disability(scene, years)
    facts["disability"] = disability
    incapacity = _incapacity(scene, years, disability)
    facts["incapacity"] = incapacity
    facts["work"] = _work(scene, family, person, years)
    facts["health"] = _health(scene, family, person, years)
    facts.setdefault("circumstances", [])
    if years >= GROWN:
        facts["has_living_children"] = _has_children(scene, family, person, years)
        if person is not family.head:
            facts["dependency_confirmed"] = not scene.dice.chance(0.03)
            if not any("successor" in each.facts for each in family.members) and scene.dice.chance(0.5):
                facts["successor"] = True


def _has_children(scene: Scene, family: Family, person: Person, years: int) -> bool:
    if any(person.ref in (each.father, each.mother) for each in family.members):
        return True
    # Those of the old have mostly left the house.
    return person.marital != "never_married" and years >= 30 and scene.dice.chance(0.8)


def _absences(scene: Scene, years: int) -> list[Facts]:
    if years < GROWN or not scene.dice.chance(0.03):
        return []
    began = scene.years_ago(1.2, 0.4)
    length = scene.dice.between(95, 140) if scene.dice.chance(0.25) else scene.dice.between(5, 70)
    ended = min(began + timedelta(days=length), scene.on)
    return [{"from": began.isoformat(), "to": ended.isoformat(), "purpose": scene.dice.weigh(_PURPOSES)}]


def _education(scene: Scene, years: int, facts: Facts) -> Facts:
    dice = scene.dice
    if years < 4:
        return {"enrolled": False, "stage": "none"}
    if years < 6:
        enrolled = dice.chance(0.45)
        return {"enrolled": enrolled, "stage": "kindergarten" if enrolled else "none"}
    if years < GROWN:
        stage = "primary" if years < 12 else "preparatory" if years < 15 else "secondary"
        if dice.chance(0.03):
            return {"enrolled": False, "stage": stage}
        low = dice.chance(0.06)
        percent = dice.between(55, 79) if low else dice.between(84, 100)
        return {
            "enrolled": True,
            "stage": stage,
            "full_time": True,
            "away": False,
            "attendance": [{"term": _last_term(scene.on), "percent": percent}],
            "passed_last_year": not dice.chance(0.07),
        }
    if years < 25 and dice.chance(0.5 if years < 23 else 0.2):
        away = years < 24 and dice.chance(0.15) and "custody" not in facts
        if away:
            facts["lives_in_dwelling"] = False
        return {
            "enrolled": True,
            "stage": "university",
            "full_time": True,
            "away": away,
            "passed_last_year": not dice.chance(0.08),
        }
    return {"enrolled": False, "stage": dice.weigh(_STAGE_REACHED[years < 50])}


def _last_term(on: date) -> str:
    """The last term that has ended, written with the year in which its school year began."""
    if on.month > _SECOND_TERM_ENDS:
        return f"{on.year - 1}-2"
    return f"{on.year - 1}-1" if on.month > _FIRST_TERM_ENDS else f"{on.year - 2}-2"


def _disability(scene: Scene, years: int) -> Facts:
    dice = scene.dice
    share = 0.035 if years < GROWN else 0.05 if years < _OLD else 0.13
    if years < 1 or not dice.chance(share):
        return {"degree": "none"}
    degree = dice.weigh(_DEGREES)
    assessed = scene.years_ago(min(years, 6), 0.1)
    return {
        "degree": degree,
        "percent": dice.between(*_PERCENT[degree]),
        "kind": dice.weigh(_DISABILITIES),
        "onset_age": dice.between(0, max(0, years - 7)),
        "assessed_on": assessed.isoformat(),
        "valid_until": (assessed + timedelta(days=int(7 * YEAR))).isoformat(),
    }


def _incapacity(scene: Scene, years: int, disability: Facts) -> Facts:
    dice = scene.dice
    if years < GROWN:
        return {"extent": "none"}
    share = 0.6 if disability["degree"] == "severe" else 0.18 if years >= _OLD else 0.04
    if not dice.chance(share):
        return {"extent": "none"}
    issued = scene.years_ago(1.8, 0.1)
    if dice.chance(0.6):
        return {"extent": "total", "permanent": True, "issued_on": issued.isoformat()}
    return {
        "extent": "partial",
        "permanent": False,
        "issued_on": issued.isoformat(),
        "valid_until": (issued + timedelta(days=int(2 * YEAR))).isoformat(),
    }


def _work(scene: Scene, family: Family, person: Person, years: int) -> Facts:
    dice, facts = scene.dice, person.facts
    student = facts["education"]["enrolled"]
    if years < GROWN:
        return {"status": "student" if student and years >= 6 else "none"}
    unfit = facts["incapacity"]["extent"] == "total" or facts["disability"]["degree"] == "severe"
    if unfit or years >= _OLD + 10:
        ability = "not_rehabilitable"
    else:
        limited = facts["incapacity"]["extent"] == "partial" or facts["disability"]["degree"] == "moderate"
        ability = "rehabilitable" if limited else "able"
    if student:
        return _idle("student", ability, exempt="student")
    if years >= _OLD:
        retired = dice.chance(0.1 if person.female else 0.4)
        return _idle("retired" if retired else "none", ability)
    if unfit:
        return _idle("none", ability, exempt="health")
    status = dice.weigh(_WOMEN_WORK if person.female else _MEN_WORK)
    if status in ("employed", "self_employed"):
        sector = dice.weigh(_SECTORS[scene.country]) if status == "employed" else "informal"
        return {"status": status, "ability": ability, "sector": sector, "insured": sector != "informal"}
    if status == "unemployed":
        return {**_idle(status, ability), "job_seeker_registered": dice.chance(0.7)}
    carer = status == "home" and any(age(member.born, scene.on) < 6 for member in family.members)
    return _idle(status, ability, exempt="carer" if carer else None)


def _idle(status: str, ability: str, *, exempt: str | None = None) -> Facts:
    work: Facts = {
        "status": status,
        "ability": ability,
        "sector": "none",
        "insured": False,
        "job_seeker_registered": False,
    }
    if exempt:
        work["exempt_reason"] = exempt
    return work


def _health(scene: Scene, family: Family, person: Person, years: int) -> Facts:
    dice = scene.dice
    ill = 0.02 if years < GROWN else 0.1 if years < _OLD else 0.45
    chronic = ("severe" if dice.chance(0.25) else "ordinary") if dice.chance(ill) else "none"
    health: Facts = {"chronic": chronic}
    if years < 6:
        health["vaccinations_current"] = not dice.chance(0.04)
    elif years >= GROWN and person.female and years < 50:
        youngest = min((age(each.born, scene.on) for each in family.members if each.mother == person.ref), default=99)
        with_husband = any(spouse.startswith("m") for spouse in person.spouses)
        health["pregnant"] = years < 44 and with_husband and youngest > 0 and dice.chance(0.06)
        health["nursing"] = youngest < 2 and dice.chance(0.6)
    if dice.chance(0.7):
        health["annual_check_on"] = dice.day(max(person.born, scene.years_ago(1.5, 1.5)), scene.on).isoformat()
    return health
