"""The names of the places in both languages at once, whichever the window speaks, for finding them by either."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QTranslator

from desktop.registry.words import with_and_without
from desktop.values.language import Language, Wording
from desktop.values.names import fold
from ui.language.translators import FOLDER
from ui.shell.destinations import Place

_CALLED = {
    Place.MY_DESK: ("Rail", "My desk"),
    Place.HOUSEHOLDS: ("Rail", "Households"),
    Place.EMPOWERMENT: ("Rail", "Empowerment"),
    Place.ISSUED_DOCUMENTS: ("Rail", "Issued documents"),
    Place.PROGRAMMES: ("Rail", "Programmes"),
    Place.SIMULATION: ("Rail", "Simulation"),
    Place.RANKING: ("Rail", "Ranking"),
    Place.CASELOAD: ("Rail", "Assess all"),
    Place.PREFERENCES: ("TopBar", "Preferences"),
}
"""Where the window names each place, and how: the translation that stands there is taken."""


def places_named(text: str) -> list[tuple[Place, Wording]]:
    """The places of whose name, in one of the languages, every word of the text begins a word; reads a file once."""
    words = fold(text).split()
    return [(place, name) for place, name in place_names().items() if words and _begun(name, words)]


@cache
def place_names() -> dict[Place, Wording]:
    """Every place that one goes to by its name; reads the translations from the disk, so on a lane.

    Raises:
        FileNotFoundError: the program was not built whole.
    """
    arabic = QTranslator()
    if not arabic.load(f"yusr_{Language.ARABIC}", str(FOLDER)):
        raise FileNotFoundError(str(FOLDER / f"yusr_{Language.ARABIC}.qm"))
    return {
        place: Wording(arabic.translate(context, words) or words, words) for place, (context, words) in _CALLED.items()
    }


def _begun(name: Wording, words: list[str]) -> bool:
    for called in (name.ar, name.en):
        forms = {form for word in fold(called).split() for form in with_and_without(word)}
        if all(any(form.startswith(each) for form in forms for each in with_and_without(word)) for word in words):
            return True
    return False
