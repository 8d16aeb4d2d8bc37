"""What a real desk's files are like: facts that nobody knows yet, amounts known roughly, duties broken."""

from __future__ import annotations

from datetime import timedelta

from desktop.exchange.invented.scene import Facts, Family, Scene

# How often a fact was asked and not answered. Together about one file in five misses something, one in ten something
# that may decide the case.
_HOUSEHOLD_GAPS = (
    ("vehicles", 0.015),
    ("domestic_workers", 0.01),
    ("commercial_register", 0.01),
    ("applied_on", 0.005),
)
_DWELLING_GAPS = (("proof", 0.015), ("separate", 0.01), ("rooms", 0.02), ("urban", 0.02))
_MEMBER_GAPS = (
    ("absences", 0.006),
    ("shelter_stays", 0.004),
    ("disability", 0.006),
    ("health", 0.008),
    ("assets", 0.006),
    ("incomes", 0.008),
    ("marital_status", 0.002),
    ("nationality", 0.001),
)
_PAY_UNKNOWN, _PAY_BETWEEN, _MORE_INCOME = 0.04, 0.03, 0.008
_NO_CURE = 0.6


def break_duties(scene: Scene, family: Family) -> None:
    """Breaches of which the office gave notice, some cured, and offers of work refused."""
    for person in family.members:
        work = person.facts["work"]
        if work["status"] == "unemployed" and work["ability"] == "able":
            if scene.dice.chance(0.06):
                duty = scene.dice.pick(("job_search", "work_plan", "accept_offer"))
                person.facts["breaches"] = [_breach(scene, duty)]
            if scene.dice.chance(0.02):
                offer = {"on": scene.years_ago(0.9, 0.05).isoformat(), "suitable": True, "excused": False}
                work["offers_refused"] = [offer]
    attendance = [lesson for person in family.members for lesson in person.facts["education"].get("attendance", ())]
    if any(lesson["percent"] < 80 for lesson in attendance) and scene.dice.chance(0.4):
        family.head.facts.setdefault("breaches", []).append(_breach(scene, "schooling"))


def _breach(scene: Scene, duty: str) -> Facts:
    notified = scene.years_ago(0.6, 0.02)
    breach: Facts = {"duty": duty, "notified_on": notified.isoformat()}
    if not scene.dice.chance(_NO_CURE):
        cured = min(scene.on, notified + timedelta(days=scene.dice.between(2, 60)))
        breach["cured_on"] = cured.isoformat()
    return breach


def forget(scene: Scene, file: Facts) -> None:
    """Takes facts out of a written file as they are missing in real ones: at random, and never who is who."""
    household: Facts = file["household"]
    _drop(scene, household, _HOUSEHOLD_GAPS)
    _drop(scene, household["dwelling"], _DWELLING_GAPS)
    if "domestic_workers" not in household:
        # The part is not known where the whole is not.
        household.pop("domestic_workers_for_disability", None)
    for member in file["members"]:
        _forget_pay(scene, member)
        _drop(scene, member, _MEMBER_GAPS)


def _drop(scene: Scene, facts: Facts, gaps: tuple[tuple[str, float], ...]) -> None:
    for fact, share in gaps:
        if scene.dice.chance(share):
            facts.pop(fact, None)


def _forget_pay(scene: Scene, member: Facts) -> None:
    dice = scene.dice
    for income in member["incomes"]:
        if income["kind"] not in ("salary", "business", "rent", "remittance"):
            continue
        fate = dice.roll()
        if fate < _PAY_UNKNOWN:
            del income["amount"]
        elif fate < _PAY_UNKNOWN + _PAY_BETWEEN:
            amount = int(income.pop("amount")[:-3])
            income["amount_between"] = [f"{amount * 4 // 5}.00", f"{amount * 6 // 5}.00"]
        else:
            continue
        member["work"].pop("insured_wage", None)
    if member["incomes"] and dice.chance(_MORE_INCOME):
        member["incomes_complete"] = False
