"""Files for the tests of lists: many at once, as bare as a list needs them."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from conftest import House

from desktop.database.policy import Section
from desktop.facts.codes import Country
from desktop.registry.records import Household
from desktop.values.names import fold

NAMES = ["أحمد علي", "إيمان سعد", "احمد سالم", "آمنة خالد", "بدر", "عبد الله حسن", "عبدالله زيد", "فاطمة", "ياسر", ""]
FIRST = datetime(2024, 1, 1, tzinfo=UTC)


def household(office: str, number: str, dice: random.Random, **changes: Any) -> Household:
    name = dice.choice(NAMES)
    registered = FIRST + timedelta(hours=dice.randrange(0, 24 * 40, 6))
    told = {
        "section": dice.choice([Section.GENERAL, Section.GENERAL, Section.WOMEN]),
        "head_name": name,
        "head_key": fold(name),
        "member_count": dice.randint(1, 4),
        "registered_at": registered,
        "changed_at": registered + timedelta(days=dice.randint(0, 3)),
        "closed_at": dice.choice([None, None, registered]),
    } | changes
    return Household(
        office=office,
        file_number=number,
        country=Country.SA,
        sealed=False,
        registered_by="nura",
        changed_by="nura",
        facts_hash="",
        **told,
    )


def put(house: House, count: int, *, seed: int = 1, login: str = "nura") -> None:
    dice = random.Random(seed)
    with house.desk(login) as desk:
        for at in dice.sample(range(1000), count):
            desk.session.add(household(house.code, f"{house.code.upper()}-{at}", dice))
