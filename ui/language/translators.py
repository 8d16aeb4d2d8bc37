"""Puts a language on the application: its translations, those of Qt's own words, and the direction of the screen.

The catalogues are `resources/translations/*.ts`, one for each room of the window; `installer/translations.sh` makes
`yusr_ar.qm` and `yusr_en.qm` of them.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.values.language import Language

FOLDER = Path(str(files("resources"))) / "translations"
_LOCALES = {
    Language.ARABIC: QLocale(QLocale.Language.Arabic, QLocale.Country.SaudiArabia),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Translators:
    """The translators of one application; the words of the one in force are installed, the others are not."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def speak(self, language: Language) -> None:
        """Turn every open window to a language; FileNotFoundError where the program was not built whole."""
        self.silence()
        QLocale.setDefault(_LOCALES[language])
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if language is Language.ARABIC else Qt.LayoutDirection.LeftToRight
        )
        qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder, ours in ((f"qtbase_{language}", qt_words, False), (f"yusr_{language}", str(FOLDER), True)):
            translator = QTranslator(self._application)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._installed.append(translator)
            elif ours:
                raise FileNotFoundError(str(FOLDER / f"{name}.qm"))

    def silence(self) -> None:
        """Take the words away again: English is what another language does not say."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
