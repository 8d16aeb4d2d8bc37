"""An income under several programmes at once: added up as far as the packs allow it, month by month, in sentences."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from msgspec import UNSET

from desktop.casework.every_programme import programmes_asked
from desktop.casework.had_together import had_at_once, had_together
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.foresight.better_off import Month, better_off, law_of
from desktop.programmes.foresight.better_off_together import better_off_under_each, in_one
from desktop.programmes.foresight.job_in_words import at_first_of_each, changes_of_each
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.language import Wording
from desktop.values.money import Currency, minor_units

CATALOGUE = Catalogue()
FIRST = date(2025, 6, 1)
BOTH = ("eg.karama", "eg.takaful")
NAMES = {name: CATALOGUE.in_force(name, FIRST).text.title for name in BOTH}


def cards() -> HouseholdFile:
    """A household of whom three have a card of Karama and who may have Takaful, whose amount was never published."""
    book = read_cases(CATALOGUE.root / "eg.karama" / "2025-04")
    return household_of(book, book.cases[0])


def under_both(file: HouseholdFile, amount: str, months: int = 2) -> tuple[dict[str, Month], ...]:
    laws = {name: law_of(CATALOGUE, name, file) for name in BOTH}
    found = better_off_under_each(laws, file, member="m1", amount=amount, first_month=FIRST, months=months)
    return tuple(dict(each) for each in found)


def as_one(months: dict[str, Month], *, may: bool | None) -> Month:
    allowed = {frozenset(two): may for two in combinations(months, 2)}
    return in_one(months, lambda rights: had_at_once(rights, allowed), stood=None)


def test_each_month_is_what_the_programme_alone_would_be_and_all_of_them_what_is_had_together() -> None:
    file = cards()
    (first, _) = under_both(file, "1200.00")
    for name in BOTH:
        alone = better_off(
            law_of(CATALOGUE, name, file), file, member="m1", amount="1200.00", first_month=FIRST, months=1
        )
        assert alone == (first[name],)
    (rule,) = [CATALOGUE.in_force("eg.takaful", FIRST).text.beside["eg.karama"]]
    whole = as_one(first, may=rule.may)
    told = had_together(programmes_asked(file, on=FIRST, catalogue=CATALOGUE), CATALOGUE).in_all
    assert told is not None
    assert isinstance(told.at_least, str)
    assert whole.support_without.least.minor == minor_units(told.at_least) == 247_300
    assert (whole.support_without.most is None) == (told.at_most is UNSET)
    assert whole.better_between == (None, None)
    assert whole.income.currency is Currency.EGP


@pytest.mark.parametrize(("may", "least", "most"), [(True, 30, 40), (False, 20, 30), (None, 20, 40)])
def test_only_what_a_rule_allows_is_added_up(may: bool | None, least: int, most: int) -> None:
    assert had_at_once({"a": (10, 10), "b": (20, 30)}, {frozenset("ab"): may}) == (least, most)


def test_what_changes_is_said_by_the_name_of_its_programme() -> None:
    file = cards()
    months = under_both(file, "90000.00", months=1)
    whole = as_one(months[0], may=True)
    said = at_first_of_each(months[0], whole, NAMES)
    assert said[0].ar.startswith("دعم كرامة: ")
    assert said[0].en.startswith("Karama support: The support becomes between")
    assert "Takaful conditional cash support: The support stays at least" in said[1].en
    assert "is not known" in said[2].en
    ended = (months[0], {"eg.takaful": months[0]["eg.takaful"]})
    (gone,) = changes_of_each(ended, {"eg.karama": Wording("دعم كرامة", "Karama support")}, {})
    assert "لا يسري منه إصدار من هذا الشهر" in gone.sentences[0].ar
