"""Every version over hundreds of households with facts taken out: nothing determined is contradicted."""

from __future__ import annotations

import sys
from datetime import date
from random import Random

import msgspec
import pytest

from desktop.exchange.invented.caseload import DEMONSTRATION_DAY, invent
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.checking.cases import read_cases
from desktop.programmes.checking.soundness import Asked, Trial, asked_of_cases, try_completions
from desktop.programmes.packs.catalogue import Catalogue

CATALOGUE = Catalogue()
PROGRAMMES = [repr(pack) for pack in CATALOGUE.packs() if pack.text.benefits or pack.text.ranking is not None]
HOUSEHOLDS = 300
SEED = 22


@pytest.mark.parametrize("name", PROGRAMMES)
def test_nothing_determined_is_contradicted_and_what_trying_would_settle_is_told(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    programme, _, version = name.partition("@")
    pack = CATALOGUE.pack(programme, version)
    cases = asked_of_cases(pack, read_cases(CATALOGUE.root / programme / version))
    on: date = min(pack.text.applies.to or DEMONSTRATION_DAY, DEMONSTRATION_DAY)
    invented = invent(HOUSEHOLDS // 2, seed=SEED, country=pack.text.country, on=on)
    households = [
        *Random(SEED).choices(cases, k=HOUSEHOLDS // 2),
        *(Asked(msgspec.convert(each, HouseholdFile), on) for each in invented),
    ]
    trial: Trial = try_completions(pack, households, seed=SEED)
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: {trial}\n")
    assert trial.wrong == 0
    assert trial.settled <= trial.undetermined / 3
