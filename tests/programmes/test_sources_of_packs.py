"""`SOURCES.md` is what the packs cite, and nothing beside."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.programmes.checking.sources import sources_document
from desktop.programmes.packs.catalogue import Catalogue

ROOT = Path(__file__).parents[2]


def test_the_list_of_sources_is_up_to_date() -> None:
    """`.venv/bin/yusr programmes sources > SOURCES.md` writes it anew."""
    told = sources_document(pack.text for pack in Catalogue().packs())
    assert (ROOT / "SOURCES.md").read_text("utf-8") == told


def test_every_law_figure_assumption_and_unpublished_figure_is_listed() -> None:
    texts = [pack.text for pack in Catalogue().packs() if pack.text.id.startswith("sa.developed")]
    told = sources_document(texts)
    regulation = told[told.index("### Executive Regulation") : told.index("### Practice")]
    rows = [line for line in regulation.splitlines() if line.startswith("| ")][1:]
    articles = [row.split(" | ")[0].removeprefix("| ") for row in rows]
    assert articles.index("9") < articles.index("10") < articles.index("10.4") < articles.index("20")
    assert "| figure: basic minimum: SAR 1,100.00 a month | press | N1 | sa.developed 2022 |" in told
    assert "| figure: basic minimum: SAR 1,320.00 a month | press | N5 | sa.developed 2023-11 |" in told
    assert "| electricity support by household size | beyond the last row | sa.developed 2022, 2023-11 |" in told
    assumed = told[told.index("## Assumptions") : told.index("## Figures never published")]
    assert "which car is left out of the wealth" in assumed
    assert "the basic minimum" not in assumed


def test_the_order_of_the_packs_does_not_matter() -> None:
    texts = [pack.text for pack in Catalogue().packs()]
    assert sources_document(texts) == sources_document(reversed(texts))


def test_a_law_has_one_name_in_each_language_in_all_packs_of_its_country() -> None:
    named: dict[tuple[str, str], set[tuple[str, str, str | None]]] = {}
    for pack in Catalogue().packs():
        for law in pack.text.laws.values():
            name = (law.ar, law.en, law.published)
            by_number = re.search(r"(law|decree) (\d+ of \d+)", law.en, re.IGNORECASE)
            # An amendment of a decree names the decree and is another instrument.
            number = by_number.group(2) if by_number and not law.en.startswith("Amendment") else law.en
            for key in (law.ar, law.en, number):
                named.setdefault((pack.text.country, key), set()).add(name)
    assert [names for names in named.values() if len(names) > 1] == []
