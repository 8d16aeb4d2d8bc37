"""The parts of the window by themselves, offscreen, in the house's type and style.

| fixture | is |
|---|---|
| `look_worn` | the application in Arabic and the plain look; `look_worn(language=…, scheme=…, text_size=…)` turns it |
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.values.language import Language
from ui.app import application
from ui.language.reader import Reader
from ui.language.translators import Translators
from ui.theme.look import Look, wear
from ui.theme.tokens import Scheme


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture(scope="session")
def _translators(qapp: QApplication) -> Translators:
    return Translators(qapp)


@pytest.fixture
def look_worn(qapp: QApplication, _translators: Translators) -> Iterator[Callable[..., Reader]]:
    def turn(
        *,
        language: Language = Language.ARABIC,
        scheme: Scheme = Scheme.LIGHT,
        text_size: int = 100,
        compact: bool = False,
    ) -> Reader:
        wear(qapp, Look(scheme, text_size, compact))
        _translators.speak(language)
        return Reader(language, arabic_digits=language is Language.ARABIC)

    turn()
    yield turn
    turn()
