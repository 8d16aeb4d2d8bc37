"""`yusr demo-data --database`: invented households, registered by the registry's own verb."""

from __future__ import annotations

import json

import msgspec

from desktop.exchange.invented import invent
from desktop.facts.reading import read_household
from desktop.registry import service as registry
from ui.command_line.progress import progress
from ui.command_line.signing_in import Access, signed_in
from ui.command_line.speaking import Voice

TOGETHER = 50
"""Households in one unit of work: few enough that colleagues do not wait, enough that a thousand take seconds."""


def register(voice: Voice, access: Access, n: int, *, seed: int, country: str, as_json: bool) -> None:
    """Register `n` invented households; those of units of work that ended stay if it is broken off."""
    numbers: list[str] = []
    with (
        signed_in(voice, access) as office,
        progress(voice, n, voice.say("أسر مُفترَضة", "Invented households")) as advance,
    ):
        with office.desk(reading=True) as desk:
            code = desk.office
        files = invent(n, seed=seed, country=country, office=code)
        while len(numbers) < n:
            with office.desk() as desk:
                for _ in range(min(TOGETHER, n - len(numbers))):
                    draft = read_household(msgspec.json.encode(next(files)))
                    numbers.append(registry.register(desk, draft=draft).answer.file_number)
            advance(len(numbers))
    if as_json:
        voice.document(json.dumps({"households": n, "file_numbers": numbers}).encode())
    else:
        voice.tell(
            voice.say(
                f"سُجّلت {n} من الأسر المُفترَضة، من {numbers[0]} إلى {numbers[-1]}.",
                f"Registered {n} invented households, {numbers[0]} to {numbers[-1]}.",
            )
        )
